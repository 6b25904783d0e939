import Foundation
import GRDB
import Matchmaking

/// The one local file that holds everything.
///
/// A single connection in WAL mode, `synchronous=FULL`: when a method that changes something
/// returns, the change is on disk. Several processes may have the file open; writers wait for one
/// another. Every change goes through `act`, which writes the change log.
///
/// Methods throw `Refusal` where a rule says no and `StoreFault` where the file does.
public final class Store: Sendable {
  public let path: String
  public let surroundings: Surroundings
  /// The file may be looked at but not changed.
  public let isReadOnly: Bool
  let queue: DatabaseQueue
  /// Kept as long as the connection: while it is, nobody puts another file in this one's place.
  public let seat: Seat?
  /// Which file on the disk it is, whatever its name leads to later.
  let place: FilePlace

  init(
    path: String, surroundings: Surroundings, isReadOnly: Bool, queue: DatabaseQueue,
    seat: Seat? = nil
  ) {
    self.path = path
    self.surroundings = surroundings
    self.isReadOnly = isReadOnly
    self.queue = queue
    self.seat = seat
    place = FilePlace(path)
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// Changes with every commit of another process, and with none of our own.
  ///
  /// Costs a few microseconds, so that it can be asked several times a second.
  public func dataVersion() throws -> Int {
    try read { db in try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0 }
  }

  /// Moves the log of written pages into the file while nobody waits for it.
  ///
  /// The writes of a rush at the door then never pay for it.
  public func tidy() {
    // A checkpoint that cannot run now runs the next time; nothing is lost by skipping it.
    _ = try? queue.writeWithoutTransaction { db in try db.checkpoint(.passive) }
  }

  /// A mark of the file itself, such as that it is the sample.
  public func mark(_ key: String) throws -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
    }
  }

  public func setMark(_ key: String, _ value: String) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [key, value])
    }
  }
}

/// One file on the disk, known by its number rather than its name.
struct FilePlace: Sendable {
  private let number: UInt64?

  /// - Parameter path: nil is remembered for what is no file, such as a store in memory.
  init(_ path: String) { number = FilePlace.number(path) }

  /// Whether the path still leads to this file; always for what was no file.
  func holds(_ path: String) -> Bool { number == nil || number == FilePlace.number(path) }

  private static func number(_ path: String) -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }
}
