import Files
import Foundation

/// A database's files read byte by byte, before SQLite opens them.
///
/// Never while this process has them open: see `FilesInUse`.
enum RawFile {
  /// The first hundred bytes; nil where there are not so many, or where it may not be read.
  static func head(of path: String) -> [UInt8]? {
    guard !FilesInUse.contains(path) else { return nil }
    let head = bytes(of: path, at: 0, count: 100)
    return head.count == 100 ? head : nil
  }

  static func size(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  static func bytes(of path: String, at place: Int64, count: Int) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { _ = close(file) }
    return bytes(of: file, at: place, count: count)
  }

  static func bytes(of file: Int32, at place: Int64, count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let found = pread(file, &bytes, count, off_t(place))
    return found > 0 ? Array(bytes.prefix(found)) : []
  }

  static func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

/// The header of a database file (SQLite, "Database File Format", section 1.3).
struct FileHead {
  let generation: UInt32
  let isOurs: Bool
  /// Of another program that says who it is.
  let isSomebodys: Bool

  /// Nil where the file does not begin as databases do.
  init?(of path: String) {
    guard let head = RawFile.head(of: path), head.starts(with: Array("SQLite format 3\0".utf8))
    else { return nil }
    self.init(head)
  }

  init(_ head: [UInt8]) {
    generation = RawFile.number(head, at: 60)
    let owner = RawFile.number(head, at: 68)
    isOurs = owner == UInt32(bitPattern: Schema.applicationID)
    isSomebodys = !isOurs && owner != 0
  }
}

/// A write-ahead log that was left behind (SQLite, "WAL-mode File Format", section 4).
struct LeftLog {
  /// Of its first change; nil where that does not tell it.
  let generation: UInt32?
  let salt: [UInt32]
  /// How many frames follow one another from its beginning.
  let frames: UInt32

  private static let headSize = 32
  private static let frameHeadSize = 24

  /// Nil where there is none that SQLite would take for one.
  init?(beside path: String) {
    let file = open(path + "-wal", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { _ = close(file) }
    let head = RawFile.bytes(of: file, at: 0, count: Self.headSize)
    guard head.count == Self.headSize, RawFile.number(head, at: 0) & ~1 == 0x377f_0682 else {
      return nil
    }
    let pageSize = Int(RawFile.number(head, at: 8))
    guard (512...65_536).contains(pageSize) else { return nil }
    let salted = Array(head[16..<24])
    var generation: UInt32?
    var isFirstChange = true
    var frames: UInt32 = 0
    while true {
      let place = Int64(Self.headSize) + Int64(frames) * Int64(Self.frameHeadSize + pageSize)
      let frame = RawFile.bytes(of: file, at: place, count: Self.frameHeadSize + 100)
      guard frame.count == Self.frameHeadSize + 100, Array(frame[8..<16]) == salted else { break }
      frames += 1
      guard isFirstChange else { continue }
      if generation == nil, RawFile.number(frame, at: 0) == 1 {
        generation = FileHead(Array(frame[Self.frameHeadSize...])).generation
      }
      isFirstChange = RawFile.number(frame, at: 4) == 0
    }
    guard frames > 0, !isFirstChange else { return nil }
    self.generation = generation
    // As the index of the log keeps them: in the order of the bytes.
    salt = salted.withUnsafeBytes { bytes in
      [0, 4].map { bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self) }
    }
    self.frames = frames
  }

  /// Whether it was written beside another file than this.
  func isStrange(to head: FileHead) -> Bool {
    generation.map { !Generation.fits(log: $0, file: head.generation) } ?? false
  }
}
