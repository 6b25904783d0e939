import Files
import Foundation
import GRDB
import Matchmaking
import Synchronization

/// The one local file that holds everything.
///
/// A single connection in WAL mode, `synchronous=FULL`: when a method that changes something
/// returns, the change is on disk. Several processes may have the file open; writers wait for one
/// another. Every change goes through `act`, which writes the change log.
///
/// Methods throw `Refusal` where a rule says no and `StoreFault` where the file does.
public final class Store: Sendable {
  public let path: String
  public let context: StoreContext
  /// The file may be looked at but not changed.
  public let isReadOnly: Bool
  /// It may be looked at alone because the disk has no room for what writing takes.
  public let hasNoRoom: Bool
  /// What was found while the file was opened, to be told once.
  public let notes: [OpeningNote]
  let queue: DatabaseQueue
  /// Kept as long as the connection: while it is, nobody puts another file in this one's place.
  public let seat: Seat?
  /// Where the file lies, through all links; what belongs to it lies beside it there.
  let real: String
  let vouching: Vouching
  let memory = LogMemory()
  /// Which replica the file is, once this process has changed something.
  let replica = Mutex<Replica?>(nil)
  /// Who was paired in rounds before, as it was found out last.
  let leftOut = Mutex<LeftOut?>(nil)

  init(
    path: String, context: StoreContext, isReadOnly: Bool, hasNoRoom: Bool = false,
    queue: DatabaseQueue, seat: Seat? = nil, notes: [OpeningNote] = [],
    vouching: Vouching = Vouching()
  ) {
    self.path = path
    self.context = context
    self.isReadOnly = isReadOnly
    self.hasNoRoom = hasNoRoom
    self.queue = queue
    self.seat = seat
    self.notes = notes
    self.vouching = vouching
    real = RealPath.of(path) ?? path
  }

  /// With the last connection SQLite moves the log into the file, unless that is no longer the file.
  deinit {
    guard isFile, !isReadOnly else { return }
    let isWhole =
      vouching.loss == nil
      && (try? queue.writeWithoutTransaction { db in _ = try vouch(db) }) != nil
    guard !isWhole else { return }
    queue.writeWithoutTransaction { db in
      db.leaveLog()
    }
  }

  /// Closes the connection before the store itself goes.
  func close() throws {
    try queue.close()
    vouching.letGo()
  }

  /// Whether it is kept in a file at all.
  var isFile: Bool { path != ":memory:" && !hasNoRoom }

  /// Reads what the file holds at one moment.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.unsafeRead { try $0.atOneMoment(body) }
    } catch {
      if let mishap = mishap(behind: error) {
        vouching.note(mishap)
        throw StoreFault.lost(path: path, mishap, rescued: rescue(mishap))
      }
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
    // A checkpoint that cannot run now runs the next time; nothing is lost by skipping it. Into a file
    // that is not ours any more nothing is moved.
    guard isFile, vouching.loss == nil else { return }
    _ = try? queue.writeWithoutTransaction { db in
      _ = try vouch(db)
      try db.checkpoint(.passive)
    }
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
