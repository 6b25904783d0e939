import CSQLite
import GRDB

/// The number that ties a file and its write-ahead log together.
///
/// It stands in the header as `user_version`. The first change after all of the log was moved into the
/// file counts it up, so a log begins with the number that is one above its file's, or the same where
/// part of it was moved already. A copy is given a number of its own: put in the file's place by hand
/// it fits no log that was left there.
enum Generation {
  static func next(after number: UInt32) -> UInt32 { (number + 1) & 0x7fff_ffff }

  /// Whether a log whose first change says `log` can belong to a file that says `file`.
  static func fits(log: UInt32, file: UInt32) -> Bool { log == file || log == next(after: file) }

  static func random() -> UInt32 { UInt32.random(in: 1...0x7fff_fffe) }

  static func read(_ db: Database) throws -> UInt32 {
    let number = try Prepared("PRAGMA user_version", in: db).first([]) { $0.int(0) ?? 0 }
    return UInt32(truncatingIfNeeded: number ?? 0)
  }

  static func write(_ number: UInt32, _ db: Database) throws {
    try db.execute(sql: "PRAGMA user_version = \(number)")
  }
}

/// A file and its log as a connection sees them through what it has open.
struct FileLook {
  let size: Int64
  let hasHead: Bool
  let generation: UInt32
  let cookie: UInt32
  let isOurs: Bool
  let hasIndex: Bool
  let salt: [UInt32]
  let frames: UInt32
  let moved: UInt32
  /// The log's last frame stands where the index says.
  let endsWell: Bool

  /// Nil for what is no file.
  init?(_ db: Database) {
    var look = csqlite_look()
    guard let connection = db.sqliteConnection, csqlite_look_at(connection, &look) else {
      return nil
    }
    size = look.size
    hasHead = look.has_head
    generation = look.generation
    cookie = look.cookie
    isOurs = look.owner == UInt32(bitPattern: Schema.applicationID)
    hasIndex = look.has_index
    salt = [look.salt.0, look.salt.1]
    frames = look.frames
    moved = look.moved
    endsWell = look.ends_well
  }

  /// Whether file and log belong together.
  ///
  /// - Parameter generation: as the connection has it, the log's included. Its first frames tell it, so
  ///   once anything of the log was moved the file tells it too.
  func fits(_ generation: UInt32) -> Bool {
    if hasIndex, moved > 0 || frames == 0 { return self.generation == generation }
    return Generation.fits(log: generation, file: self.generation)
  }

  /// Whether a look since then is at the same log, which goes on and was not begun anew.
  func isSameLog(as later: FileLook) -> Bool {
    hasIndex && !isMoved && later.hasIndex && later.salt == salt
  }

  /// All of the log is in the file: the next change begins it anew.
  var isMoved: Bool { !hasIndex || moved >= frames }
}
