/// The parts of a zip archive, by its central directory (APPNOTE 6.3.10, ISO/IEC 21320-1).
///
/// Only what workbooks need: stored and deflated parts, with or without the 64-bit fields. What the
/// directory says of sizes is never believed further than to be compared at the end.
struct ZipArchive: Sendable {
  struct Part: Hashable, Sendable {
    var method = 0
    var isEncrypted = false
    var compressedSize = 0
    var size = 0
    var checksum: UInt32 = 0
    var headerOffset = 0
  }

  /// Any honest workbook has some dozens of parts, one with many pictures some hundreds.
  static let directoryLimit = 16 << 20

  let stored: StoredBytes
  private let parts: [String: Part]

  init(_ stored: StoredBytes) throws(WorkbookFault) {
    self.stored = stored
    let directory = try ZipArchive.directory(of: stored)
    parts = try ZipArchive.parts(directory.bytes, shift: directory.shift)
  }

  var names: some Collection<String> { parts.keys }

  /// Names of parts are told apart without regard to case (ECMA-376, part 2), and are the same whether
  /// their characters are percent-encoded or not (RFC 3986).
  subscript(name: String) -> Part? { parts[ZipArchive.key(name)] }

  static func key(_ name: String) -> String {
    let slashed = decoded(name).lowercased().map { $0 == "\\" ? "/" : $0 }
    return String(slashed.drop { $0 == "/" })
  }

  /// With percent-encoded characters as they are.
  static func decoded(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "%")) else { return name }
    let raw = Array(name.utf8)
    var bytes: [UInt8] = []
    var at = 0
    while at < raw.count {
      if raw[at] == UInt8(ascii: "%"), at + 2 < raw.count,
        let high = Character(Unicode.Scalar(raw[at + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(raw[at + 2])).hexDigitValue
      {
        bytes.append(UInt8(high * 16 + low))
        at += 3
      } else {
        bytes.append(raw[at])
        at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the packed bytes of a part begin, behind its own header.
  func start(of part: Part) throws(WorkbookFault) -> Int {
    let header = try stored.bytes(at: part.headerOffset, count: 30)
    guard header.number(at: 0, size: 4) == 0x0403_4b50, let name = header.number(at: 26, size: 2),
      let extra = header.number(at: 28, size: 2)
    else { throw .damaged }
    return part.headerOffset + 30 + name + extra
  }
}

// MARK: - The directory

extension ZipArchive {
  /// The bytes of the directory, and by how much offsets are off where something stands before the
  /// archive.
  private static func directory(
    of stored: StoredBytes
  ) throws(WorkbookFault) -> (bytes: [UInt8], shift: Int) {
    let tailStart = max(0, stored.count - 65_557 - 20)
    let tail = try stored.bytes(at: tailStart, count: stored.count - tailStart)
    guard let end = endRecord(in: tail), var size = tail.number(at: end + 12, size: 4),
      var offset = tail.number(at: end + 16, size: 4)
    else { throw .damaged }
    var recordStart = tailStart + end
    if size == 0xffff_ffff || offset == 0xffff_ffff || tail.number(at: end + 10, size: 2) == 0xffff
    {
      guard let locator = tail.number(at: end - 20, size: 4), locator == 0x0706_4b50,
        let place = tail.number(at: end - 12, size: 8)
      else { throw .damaged }
      let record = try stored.bytes(at: place, count: 56)
      guard record.number(at: 0, size: 4) == 0x0606_4b50,
        let longSize = record.number(at: 40, size: 8),
        let longOffset = record.number(at: 48, size: 8)
      else { throw .damaged }
      (size, offset, recordStart) = (longSize, longOffset, place)
    }
    guard size <= directoryLimit else { throw .oversized }
    guard offset <= recordStart, size <= recordStart - offset else { throw .damaged }
    let shift = recordStart - size - offset
    let bytes = try stored.bytes(at: offset + shift, count: size)
    guard bytes.count == size else { throw .damaged }
    return (bytes, shift)
  }

  /// The last record whose comment reaches to the end of the file.
  private static func endRecord(in tail: [UInt8]) -> Int? {
    var at = tail.count - 22
    while at >= 0 {
      if tail[at] == 0x50, tail.number(at: at, size: 4) == 0x0605_4b50,
        let comment = tail.number(at: at + 20, size: 2), at + 22 + comment <= tail.count
      {
        return at
      }
      at -= 1
    }
    return nil
  }

  private static func parts(
    _ directory: [UInt8], shift: Int
  ) throws(WorkbookFault) -> [String: Part] {
    var parts: [String: Part] = [:]
    var at = 0
    while directory.number(at: at, size: 4) == 0x0201_4b50 {
      guard let flags = directory.number(at: at + 8, size: 2),
        let method = directory.number(at: at + 10, size: 2),
        let checksum = directory.number(at: at + 16, size: 4),
        let packed = directory.number(at: at + 20, size: 4),
        let size = directory.number(at: at + 24, size: 4),
        let nameLength = directory.number(at: at + 28, size: 2),
        let extraLength = directory.number(at: at + 30, size: 2),
        let commentLength = directory.number(at: at + 32, size: 2),
        let offset = directory.number(at: at + 42, size: 4),
        at + 46 + nameLength + extraLength <= directory.count
      else { throw .damaged }
      let extraStart = at + 46 + nameLength
      var part = Part(
        method: method, isEncrypted: flags & 1 == 1, compressedSize: packed, size: size,
        checksum: UInt32(truncatingIfNeeded: checksum), headerOffset: offset)
      part.widen(by: Array(directory[extraStart..<extraStart + extraLength]))
      guard part.headerOffset <= Int.max - shift else { throw .damaged }
      part.headerOffset += shift
      let name = String(decoding: directory[(at + 46)..<extraStart], as: UTF8.self)
      // Of two parts with one name the first counts, as it does for spreadsheets.
      if parts[key(name)] == nil { parts[key(name)] = part }
      at = extraStart + extraLength + commentLength
    }
    guard !parts.isEmpty else { throw .damaged }
    return parts
  }
}

extension ZipArchive.Part {
  /// Takes the 64-bit numbers that stand in the extra field for those that are all ones.
  fileprivate mutating func widen(by extra: [UInt8]) {
    var at = 0
    while let id = extra.number(at: at, size: 2), let size = extra.number(at: at + 2, size: 2) {
      if id == 1 {
        var field = at + 4
        func take() -> Int? {
          defer { field += 8 }
          return extra.number(at: field, size: 8)
        }
        if self.size == 0xffff_ffff, let value = take() { self.size = value }
        if compressedSize == 0xffff_ffff, let value = take() { compressedSize = value }
        if headerOffset == 0xffff_ffff, let value = take() { headerOffset = value }
        return
      }
      at += 4 + size
    }
  }
}
