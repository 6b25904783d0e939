import Matchmaking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a bundle: first whole, for its checksum, and then line by line.
///
/// The file is read twice and might be another the second time; the checksum is looked at both times.
final class BundleReader {
  private let descriptor: Int32
  private let columns: LoggedColumns
  private var length: Int64 = 0

  /// Looks at the bundle as a whole.
  ///
  /// - Throws: `Refusal.bundle`, and `StoreFault` where it cannot be read.
  init(_ path: String, columns: LoggedColumns) throws {
    self.columns = columns
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Refusal.bundle(errno == ENOENT ? .missing(path) : .unreadable(path))
    }
    // Where this throws, `deinit` closes it: twice would close somebody else's file.
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Refusal.bundle(.notABundle)
    }
    length = Int64(status.st_size)
    try check()
  }

  deinit { close(descriptor) }

  private func check() throws {
    try checkHead()
    // What is cut short is said at once, however long it is.
    let tail = try piece(from: max(0, length - 200), count: 200)
    guard tail.last == 10, let last = tail.dropLast().split(separator: 10).last,
      case .end? = try? Array(last).withUnsafeBufferPointer({ try line($0) })
    else { throw Refusal.bundle(.cutShort) }
    var acts: Int64 = 0
    var rows: Int64 = 0
    try eachSealedLine { bytes in
      if Self.act.begins(bytes) { acts += 1 }
      if Self.row.begins(bytes) { rows += 1 }
    } end: { toldActs, toldRows in
      guard toldActs == acts, toldRows == rows else { throw Refusal.bundle(.altered) }
    }
  }

  private func checkHead() throws {
    let head = try piece(from: 0, count: 4096)
    guard let end = head.firstIndex(of: 10),
      let first = head[..<end].withUnsafeBufferPointer({ NarrowJSON($0) }),
      first["bundle"]?.text == "queqiao", let version = first["version"]?.number, version >= 1
    else { throw Refusal.bundle(.notABundle) }
    guard version <= BundleFormat.version else { throw Refusal.bundle(.newerVersion) }
  }

  /// - Parameter body: takes a line; the first, of the format, is left out. It says whether the rows that
  ///   come next are wanted.
  func each(_ body: (BundleLine) throws -> Bool) throws {
    var isFirst = true
    var wantsRows = true
    try eachSealedLine { bytes in
      defer { isFirst = false }
      if isFirst || !wantsRows && Self.row.begins(bytes) { return }
      wantsRows = try body(try line(bytes))
    } end: { _, _ in
    }
  }

  private func line(_ bytes: UnsafeBufferPointer<UInt8>) throws -> BundleLine {
    try BundleLine(bytes, columns: columns)
  }

  // MARK: - Bytes

  private struct Beginning {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    func begins(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let start = line.baseAddress, line.count >= bytes.count else { return false }
      return memcmp(start, bytes, bytes.count) == 0
    }
  }

  private static let act = Beginning("{\"act\":")
  private static let row = Beginning("{\"in\":")
  private static let end = Beginning("{\"end\":")

  /// The lines before the last, whose checksum must be theirs.
  private func eachSealedLine(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void, end: (Int64, Int64) throws -> Void
  ) throws {
    var checksum = RunningChecksum()
    var isSealed = false
    try eachLine { bytes in
      // What comes after the last line was not written by us.
      guard !isSealed else { throw Refusal.bundle(.altered) }
      if Self.end.begins(bytes), case .end(let acts, let rows, let told) = try line(bytes) {
        guard told == checksum.text else { throw Refusal.bundle(.altered) }
        try end(acts, rows)
        isSealed = true
      } else {
        try body(bytes)
        // With the end of the line, which stands behind it.
        checksum.add(UnsafeRawBufferPointer(start: bytes.baseAddress, count: bytes.count + 1))
      }
    }
    guard isSealed else { throw Refusal.bundle(.cutShort) }
  }

  private func piece(from start: Int64, count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, count, off_t(start))
    }
    guard got >= 0 else { throw Refusal.bundle(.cutShort) }
    return Array(bytes.prefix(got))
  }

  private func eachLine(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    var rest: [UInt8] = []
    var place: Int64 = 0
    while true {
      let piece = try piece(from: place, count: 1 << 18)
      if piece.isEmpty {
        guard rest.isEmpty else { throw Refusal.bundle(.cutShort) }
        return
      }
      place += Int64(piece.count)
      // What is left over has no end in it.
      var looked = rest.count
      rest += piece
      var start = 0
      try rest.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        // Many times as fast as looking byte by byte.
        while let end = memchr(base + looked, 10, bytes.count - looked) {
          let count = UnsafeRawPointer(end) - UnsafeRawPointer(base + start)
          try body(UnsafeBufferPointer(start: base + start, count: count))
          start += count + 1
          looked = start
        }
      }
      rest.removeFirst(start)
      guard rest.count < BundleFormat.longestLine else { throw Refusal.bundle(.altered) }
    }
  }
}
