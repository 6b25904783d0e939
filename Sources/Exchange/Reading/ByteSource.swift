import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that cannot be opened or read: a fault, where wrong contents are data.
public enum FileFault: Error, Hashable, Sendable {
  /// `code` is the system's error number; 2 means there is no such file.
  case cannotOpen(path: String, code: Int32)
  case cannotRead(path: String, code: Int32)
  /// It is the store, which nothing but SQLite may open (see `FilesInUse`).
  case isStore(path: String)
}

/// Where bytes come from, piece by piece.
///
/// Files are read, not mapped: a mapped file that another program cuts short kills its reader.
public struct ByteSource {
  /// Nil where it cannot be known beforehand, as for a pipe.
  public let total: Int?
  /// The same bytes at any place; nil for a pipe.
  let stored: StoredBytes?
  /// The next piece; empty at the end.
  let next: () throws(FileFault) -> [UInt8]

  public init(_ bytes: [UInt8]) {
    var pieces = [bytes]
    total = bytes.count
    stored = .bytes(bytes)
    next = { () throws(FileFault) in pieces.popLast() ?? [] }
  }

  init(total: Int?, stored: StoredBytes? = nil, next: @escaping () throws(FileFault) -> [UInt8]) {
    self.total = total
    self.stored = stored
    self.next = next
  }

  /// The same bytes in pieces of at most `size`, as a file brings them.
  init(_ bytes: [UInt8], piece size: Int) {
    var rest = bytes[...]
    total = bytes.count
    stored = .bytes(bytes)
    next = { () throws(FileFault) in
      let piece = rest.prefix(size)
      rest = rest.dropFirst(size)
      return Array(piece)
    }
  }

  /// `-` is the standard input.
  ///
  /// - Parameter asItComes: gives what a pipe or a terminal has already, not waiting for more.
  public init(path: String, asItComes: Bool = false) throws(FileFault) {
    let file = try OpenFile(path: path)
    total = file.size
    stored = total.map { .file(file, size: $0) }
    next = { () throws(FileFault) in
      try file.read(upTo: asItComes ? 1 << 16 : 1 << 22, filling: !asItComes)
    }
  }
}

extension ByteSource {
  /// The first piece, and a source that begins with it again.
  func peeked() throws(FileFault) -> (first: [UInt8], source: ByteSource) {
    let first = try next()
    var waiting: [UInt8]? = first
    let rest = next
    let source = ByteSource(total: total, stored: stored) { () throws(FileFault) in
      guard let piece = waiting else { return try rest() }
      waiting = nil
      return piece
    }
    return (first, source)
  }

  /// All bytes, where they are few; nil where there are more.
  ///
  /// - Returns: with them a source that begins where this one did.
  func gathered(
    upTo limit: Int
  ) throws(FileFault) -> (bytes: [UInt8]?, source: ByteSource) {
    if case .bytes(let bytes) = stored { return (bytes, self) }
    if let total, total > limit { return (nil, self) }
    var pieces: [[UInt8]] = []
    var count = 0
    while count <= limit {
      let piece = try next()
      if piece.isEmpty {
        var bytes = pieces.first ?? []
        bytes.reserveCapacity(count)
        for piece in pieces.dropFirst() { bytes += piece }
        return (bytes, ByteSource(bytes))
      }
      pieces.append(piece)
      count += piece.count
    }
    pieces.reverse()
    let rest = next
    let source = ByteSource(total: total, stored: stored) { () throws(FileFault) in
      if let piece = pieces.popLast() { return piece }
      return try rest()
    }
    return (nil, source)
  }

  /// The same bytes from the beginning, where they can be had once more.
  var again: ByteSource? {
    guard let stored else { return nil }
    var place = 0
    return ByteSource(total: total, stored: stored) { () throws(FileFault) in
      let piece = try stored.read(at: place, count: 1 << 22)
      place += piece.count
      return piece
    }
  }

  /// All bytes at any place; a pipe is read to its end first.
  ///
  /// - Parameter limit: nil is the answer where a pipe holds more.
  func wholly(upTo limit: Int) throws(FileFault) -> StoredBytes? {
    if let stored { return stored }
    var bytes: [UInt8] = []
    while true {
      let piece = try next()
      if piece.isEmpty { return .bytes(bytes) }
      bytes += piece
      if bytes.count > limit { return nil }
    }
  }
}

/// Bytes that can be read at any place, from any thread.
enum StoredBytes: Sendable {
  case bytes([UInt8])
  case file(OpenFile, size: Int)

  var count: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .file(_, let size): size
    }
  }

  /// As many bytes as there are, where there are fewer than asked for.
  func read(at offset: Int, count: Int) throws(FileFault) -> [UInt8] {
    guard offset >= 0, offset < self.count, count > 0 else { return [] }
    let count = min(count, self.count - offset)
    switch self {
    case .bytes(let bytes): return Array(bytes[offset..<offset + count])
    case .file(let file, _): return try file.read(upTo: count, filling: true, at: offset)
    }
  }
}

/// An open file, closed with its last owner.
final class OpenFile: Sendable {
  let path: String
  let descriptor: Int32

  init(path: String) throws(FileFault) {
    self.path = path
    if path != "-", FilesInUse.contains(path) { throw .isStore(path: path) }
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .cannotOpen(path: path, code: errno) }
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
  }

  var size: Int? {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(facts.st_size)
  }

  /// - Parameter offset: nil for where the last reading without an offset ended.
  func read(
    upTo count: Int, filling: Bool, at offset: Int? = nil
  ) throws(FileFault) -> [UInt8] {
    var problem: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while filled < count {
        let free = room.baseAddress.map { $0 + filled }
        let got =
          if let offset {
            pread(descriptor, free, count - filled, off_t(offset + filled))
          } else {
            Self.read(descriptor, free, count - filled)
          }
        if got < 0, errno == EINTR { continue }
        if got < 0 { problem = errno }
        if got <= 0 { break }
        filled += got
        if !filling { break }
      }
    }
    if problem != 0 { throw .cannotRead(path: path, code: problem) }
    return piece
  }

  private static func read(_ file: Int32, _ room: UnsafeMutablePointer<UInt8>?, _ size: Int) -> Int
  {
    #if canImport(Glibc)
      Glibc.read(file, room, size)
    #elseif canImport(Musl)
      Musl.read(file, room, size)
    #else
      Darwin.read(file, room, size)
    #endif
  }
}
