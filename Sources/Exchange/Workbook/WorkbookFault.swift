/// Why a workbook cannot be read, or not to its end.
enum WorkbookFault: Error, Hashable, Sendable {
  case file(FileFault)
  /// Cut off, spoilt, or no workbook at all.
  case damaged
  /// A part of it unpacks to more than any honest workbook holds.
  case oversized
  /// The zip archive itself is behind a password.
  case encrypted
}

extension StoredBytes {
  func bytes(at offset: Int, count: Int) throws(WorkbookFault) -> [UInt8] {
    do {
      return try read(at: offset, count: count)
    } catch {
      throw .file(error)
    }
  }
}

extension [UInt8] {
  /// The little-endian number of `size` bytes at an offset; nil beyond the end.
  func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset <= count - size else { return nil }
    var value: UInt64 = 0
    for index in (0..<size).reversed() { value = value << 8 | UInt64(self[offset + index]) }
    return Int(exactly: value)
  }
}
