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
}

/// Where bytes come from, piece by piece.
///
/// Files are read, not mapped: a mapped file that another program cuts short kills its reader.
public struct ByteSource {
  /// Nil where it cannot be known beforehand, as for a pipe.
  public let total: Int?
  /// The next piece; empty at the end.
  let next: () throws(FileFault) -> [UInt8]

  public init(_ bytes: [UInt8]) {
    var pieces = [bytes]
    total = bytes.count
    next = { () throws(FileFault) in pieces.popLast() ?? [] }
  }

  /// The same bytes in pieces of at most `size`, as a file brings them.
  init(_ bytes: [UInt8], piece size: Int) {
    var rest = bytes[...]
    total = bytes.count
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
    next = { () throws(FileFault) in
      try file.read(upTo: asItComes ? 1 << 16 : 1 << 22, filling: !asItComes)
    }
  }
}

/// An open file, closed with its last owner.
private final class OpenFile {
  let path: String
  let descriptor: Int32

  init(path: String) throws(FileFault) {
    self.path = path
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

  func read(upTo count: Int, filling: Bool) throws(FileFault) -> [UInt8] {
    var problem: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while filled < count {
        let got = Self.read(descriptor, room.baseAddress.map { $0 + filled }, count - filled)
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
