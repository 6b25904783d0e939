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
}
