/// Writes characters as UTF-8.
enum UTF8Bytes {
  /// - Parameter scalar: no surrogate.
  static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800:
      text.append(UInt8(0xc0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3f))
    case ..<0x10000:
      text.append(UInt8(0xe0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3f))
      text.append(UInt8(0x80 | scalar & 0x3f))
    default:
      text.append(UInt8(0xf0 | scalar >> 18))
      text.append(UInt8(0x80 | scalar >> 12 & 0x3f))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3f))
      text.append(UInt8(0x80 | scalar & 0x3f))
    }
  }

  /// Adds the bytes; on false nothing was added, as they are no UTF-8.
  static func copy(_ bytes: Span<UInt8>, to text: inout [UInt8]) -> Bool {
    guard (try? UTF8Span(validating: bytes)) != nil else { return false }
    bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    return true
  }
  /// Whether there is nothing but characters that need no second look: visible ASCII and, well formed,
  /// Han characters with their punctuation; wrong only to the safe side.
  ///
  /// One pass in place of two, the check of UTF-8 and `PlainText.needsCare`, for nearly every row.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    let end = bytes.count
    while at < end {
      let byte = bytes[at]
      if byte &- 0x20 < 0x5f {
        at += 1
        continue
      }
      guard at + 2 < end else { return false }
      let second = bytes[at + 1]
      guard second & 0xc0 == 0x80, bytes[at + 2] & 0xc0 == 0x80 else { return false }
      switch byte {
      case 0xe4...0xe9: break
      case 0xe3 where second == 0x80 && bytes[at + 2] < 0xaa: break
      case 0xef where second == 0xbc: break
      default: return false
      }
      at += 3
    }
    return true
  }
}
