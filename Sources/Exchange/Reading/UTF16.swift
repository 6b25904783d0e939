/// Makes UTF-8 of UTF-16, piece by piece.
///
/// Half a surrogate pair, or half a unit at the end, becomes a byte that is no UTF-8, so that its
/// row is reported like any other that is spoilt.
struct UTF16Decoder {
  static let spoilt: UInt8 = 0xff

  private let isBigEndian: Bool
  private var isAtStart = true
  private var half: UInt8?
  private var high: UInt32?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func decode(_ piece: [UInt8], into text: inout [UInt8]) {
    var at = 0
    let bytes = piece.span
    if let first = half, let second = piece.first {
      half = nil
      at = 1
      take(first, second, into: &text)
    }
    while at + 1 < bytes.count {
      take(bytes[at], bytes[at + 1], into: &text)
      at += 2
    }
    if at < bytes.count { half = bytes[at] }
  }

  mutating func end(into text: inout [UInt8]) {
    if half != nil || high != nil { text.append(Self.spoilt) }
    half = nil
    high = nil
  }

  private mutating func take(_ first: UInt8, _ second: UInt8, into text: inout [UInt8]) {
    let unit =
      isBigEndian ? UInt32(first) << 8 | UInt32(second) : UInt32(second) << 8 | UInt32(first)
    defer { isAtStart = false }
    if isAtStart, unit == 0xfeff { return }
    if let before = high {
      high = nil
      if (0xdc00...0xdfff).contains(unit) {
        return UTF8Bytes.append(0x10000 + (before - 0xd800) << 10 + unit - 0xdc00, to: &text)
      }
      text.append(Self.spoilt)
    }
    switch unit {
    case 0xd800...0xdbff: high = unit
    case 0xdc00...0xdfff: text.append(Self.spoilt)
    default: UTF8Bytes.append(unit, to: &text)
    }
  }
}

extension ByteSource {
  /// The same text in UTF-8.
  ///
  /// - Parameter count: told how many bytes of the file were taken.
  func decodingUTF16(
    isBigEndian: Bool, count: @escaping (Int) -> Void = { _ in }
  ) -> ByteSource {
    var decoder = UTF16Decoder(isBigEndian: isBigEndian)
    let pieces = next
    return ByteSource(total: nil) { () throws(FileFault) in
      var text: [UInt8] = []
      while text.isEmpty {
        let piece = try pieces()
        count(piece.count)
        if piece.isEmpty {
          decoder.end(into: &text)
          return text
        }
        text.reserveCapacity(piece.count * 3 / 2)
        decoder.decode(piece, into: &text)
      }
      return text
    }
  }
}
