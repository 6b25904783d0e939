/// The key of one row: a UUID of version 7, typed by what it names.
///
/// Version 7 begins with the time in milliseconds (RFC 9562, section 5.7), so keys made apart never
/// collide and sort in the order they were made.
public struct Identifier<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// - Parameters:
  ///   - milliseconds: since 1970, of which 48 bits are kept.
  ///   - random: 74 bits are taken from it.
  public init(milliseconds: Int64, random: (UInt64, UInt64)) {
    high = UInt64(bitPattern: milliseconds) << 16 | 0x7000 | (random.0 & 0x0fff)
    low = 0x8000_0000_0000_0000 | (random.1 >> 2)
  }

  /// Reads the usual form, `018f3c1e-…`, in either case; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let words = KeyText.words(String(text)) else { return nil }
    high = words.high
    low = words.low
  }

  public var description: String { KeyText.text(high: high, low: low) }

  public static func < (one: Self, other: Self) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }
}

/// How a key is written: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
///
/// Apart from the generic type, whose code the compiler cannot make for one entity when it is used
/// from another module: reading the guests of a great event took ten times as long.
private enum KeyText {
  private static let length = 36
  private static let hyphen = UInt8(ascii: "-")

  static func words(_ text: String) -> (high: UInt64, low: UInt64)? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count == length else { return nil }
      var high: UInt64 = 0
      var low: UInt64 = 0
      for place in 0..<length {
        let byte = bytes[place]
        if isGap(place) {
          guard byte == hyphen else { return nil }
          continue
        }
        guard let digit = digit(byte) else { return nil }
        if place < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
      }
      return (high, low)
    }
  }

  static func text(high: UInt64, low: UInt64) -> String {
    String(unsafeUninitializedCapacity: length) { bytes in
      var shift: UInt64 = 64
      for place in 0..<length {
        if isGap(place) {
          bytes[place] = hyphen
          if place == 18 { shift = 64 }
          continue
        }
        shift -= 4
        let digit = UInt8((place < 18 ? high : low) >> shift & 0xf)
        bytes[place] = digit < 10 ? 48 + digit : 87 + digit
      }
      return length
    }
  }

  private static func isGap(_ place: Int) -> Bool {
    place == 8 || place == 13 || place == 18 || place == 23
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 48...57: UInt64(byte) - 48
    case 65...70: UInt64(byte) - 55
    case 97...102: UInt64(byte) - 87
    default: nil
    }
  }
}
