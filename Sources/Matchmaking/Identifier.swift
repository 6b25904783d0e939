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
    var digits: [UInt64] = []
    digits.reserveCapacity(32)
    for (index, byte) in text.utf8.enumerated() {
      switch (index, byte) {
      case (8, 45), (13, 45), (18, 45), (23, 45): continue
      case (_, 48...57): digits.append(UInt64(byte) - 48)
      case (_, 65...70): digits.append(UInt64(byte) - 55)
      case (_, 97...102): digits.append(UInt64(byte) - 87)
      default: return nil
      }
    }
    guard digits.count == 32, text.utf8.count == 36 else { return nil }
    high = digits[..<16].reduce(0) { $0 << 4 | $1 }
    low = digits[16...].reduce(0) { $0 << 4 | $1 }
  }

  public var description: String {
    let hex = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(36)
    for nibble in 0..<32 {
      if [8, 12, 16, 20].contains(nibble) { bytes.append(45) }
      let word = nibble < 16 ? high : low
      bytes.append(hex[Int(word >> UInt64(60 - 4 * (nibble % 16)) & 0xf)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  public static func < (one: Self, other: Self) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }
}
