import Files
import Foundation
import Matchmaking

/// A place at the file: which desk this process is, for as long as it runs.
///
/// Seats are locks on bytes of a small file beside the store, so that they are free again whatever
/// way a process ends. Open-file-description locks are used (fcntl(2)), because the usual ones fall
/// when any descriptor of the file is closed.
public final class Seat: Sendable {
  public enum Sitter: Sendable {
    /// The first desk that is free, `A` to `Z`.
    case desk
    /// Beside other commands and desks.
    case command
  }

  /// `A` to `Z`; nil for a command, which is no desk.
  public let letter: String?
  private let descriptor: Int32

  private static let ofdGetLock: Int32 = 36
  private static let ofdSetLock: Int32 = 37
  private static let commands: Int64 = 100
  private static let everything: Int64 = 0

  private init(letter: String?, descriptor: Int32) {
    self.letter = letter
    self.descriptor = descriptor
  }

  deinit { _ = Glibc.close(descriptor) }

  var identity: FileIdentity? { FileIdentity(descriptor: descriptor) }

  static func take(_ sitter: Sitter, at path: String) throws -> Seat {
    switch sitter {
    case .desk: try desk(at: path)
    case .command: try command(at: path)
    }
  }

  private static func desk(at path: String) throws -> Seat {
    let descriptor = try file(beside: path)
    for (place, letter) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ".enumerated()
    where lock(descriptor, Int16(F_WRLCK), from: Int64(place), count: 1) {
      return Seat(letter: String(letter), descriptor: descriptor)
    }
    _ = Glibc.close(descriptor)
    throw taken(path)
  }

  private static func command(at path: String) throws -> Seat {
    let descriptor = try file(beside: path)
    guard lock(descriptor, Int16(F_RDLCK), from: commands, count: 1) else {
      _ = Glibc.close(descriptor)
      throw taken(path)
    }
    return Seat(letter: nil, descriptor: descriptor)
  }

  /// Takes the whole file; refused while any desk or command has it open.
  static func alone(at path: String) throws -> Seat {
    let descriptor = try file(beside: path)
    guard lock(descriptor, Int16(F_WRLCK), from: everything, count: 0) else {
      _ = Glibc.close(descriptor)
      throw taken(path)
    }
    return Seat(letter: nil, descriptor: descriptor)
  }

  private static func taken(_ path: String) -> StoreFault {
    .busy(path: path, holder: Holder.of([path + ".seats", path]))
  }

  /// Whether nobody sits here; nothing is made and nothing taken.
  ///
  /// Only while the folder's lock is held does it stay so.
  static func areFree(at path: String) -> Bool {
    let descriptor = Glibc.open(path + ".seats", O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == ENOENT }
    defer { _ = Glibc.close(descriptor) }
    var lock = region(Int16(F_WRLCK), from: everything, count: 0)
    return fcntl(descriptor, ofdGetLock, &lock) == 0 && lock.l_type == Int16(F_UNLCK)
  }

  /// The rights are those of the file: whoever may use it may sit here.
  private static func file(beside path: String) throws -> Int32 {
    let seats = path + ".seats"
    let descriptor = Glibc.open(seats, O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      let reason = errno
      var status = stat()
      if reason == EACCES, lstat(seats, &status) == 0, status.st_uid != geteuid() {
        throw StoreFault.foreign(path: seats, owner: User.name(status.st_uid))
      }
      errno = reason
      throw Store.fault(creating: seats)
    }
    Sharing.freeCompanions(of: path)
    return descriptor
  }

  private static func lock(
    _ descriptor: Int32, _ kind: Int16, from start: Int64, count: Int64
  ) -> Bool {
    var lock = region(kind, from: start, count: count)
    return fcntl(descriptor, ofdSetLock, &lock) == 0
  }

  private static func region(_ kind: Int16, from start: Int64, count: Int64) -> flock {
    var lock = flock()
    lock.l_type = kind
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = Int(start)
    lock.l_len = Int(count)
    return lock
  }
}

/// What was last written to the write-ahead log, noted beside the seats.
///
/// It is never waited for: after a power cut an older one may stand there, and less is noticed.
struct LogMark: Equatable {
  /// The generation of the log (see `Generation`), its salt, and how many frames it had.
  var generation: UInt32
  var salt: [UInt32]
  var frames: UInt32

  fileprivate static let place: Int64 = 128
  private static let sign: UInt32 = 0x314d_5151

  fileprivate var words: [UInt32] {
    [Self.sign, generation, salt[0], salt[1], frames, Self.sign ^ generation ^ frames]
  }

  fileprivate init?(words: [UInt32]) {
    guard words.count == 6, words[0] == Self.sign,
      words[5] == Self.sign ^ words[1] ^ words[4]
    else { return nil }
    self.init(generation: words[1], salt: [words[2], words[3]], frames: words[4])
  }

  init(generation: UInt32, salt: [UInt32], frames: UInt32) {
    self.generation = generation
    self.salt = salt
    self.frames = frames
  }
}

/// How far the acts of a replica went, noted beside the seats.
///
/// Whoever finds fewer in the file knows that an older one was put in its place, or that the newest acts were
/// lost: the numbers of those acts must not be given again. Like `LogMark` it is never waited for.
struct ReplicaMark: Equatable {
  var replica: Identifier<Replica>
  var ordinal: Int64

  fileprivate static let place: Int64 = 256
  private static let sign: UInt64 = 0x5151_5245_504c_4931

  init(replica: Identifier<Replica>, ordinal: Int64) {
    self.replica = replica
    self.ordinal = ordinal
  }

  fileprivate var words: [UInt64] {
    let number = UInt64(bitPattern: ordinal)
    return [replica.high, replica.low, number, Self.sign ^ replica.high ^ replica.low ^ number]
  }

  fileprivate init?(words: [UInt64]) {
    guard words.count == 4, words[3] == Self.sign ^ words[0] ^ words[1] ^ words[2] else {
      return nil
    }
    replica = Identifier(high: words[0], low: words[1])
    ordinal = Int64(bitPattern: words[2])
  }
}

extension Seat {
  func note(_ mark: LogMark) {
    let words = mark.words
    _ = words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(LogMark.place)) }
  }

  /// What was lost was told, and is told no more.
  func forgetMark() {
    let nothing = [UInt8](repeating: 0, count: 24)
    _ = pwrite(descriptor, nothing, nothing.count, off_t(LogMark.place))
  }

  /// Notes how far a replica's own acts went.
  func note(_ mark: ReplicaMark) {
    let words = mark.words
    _ = words.withUnsafeBytes {
      pwrite(descriptor, $0.baseAddress, $0.count, off_t(ReplicaMark.place))
    }
  }

  /// How far the acts of the replica that wrote here last went; nil where nothing was noted.
  var replicaMark: ReplicaMark? {
    var words = [UInt64](repeating: 0, count: 4)
    let count = words.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, off_t(ReplicaMark.place))
    }
    return count == 32 ? ReplicaMark(words: words) : nil
  }

  /// What was noted by whoever wrote last; nil where nothing was.
  static func mark(at path: String) -> LogMark? {
    let descriptor = Glibc.open(path + ".seats", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = Glibc.close(descriptor) }
    var words = [UInt32](repeating: 0, count: 6)
    let count = words.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, off_t(LogMark.place))
    }
    return count == 24 ? LogMark(words: words) : nil
  }
}
