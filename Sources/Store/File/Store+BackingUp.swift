import Files
import Foundation
import GRDB
public import Matchmaking

extension Backups {
  /// What a backup holds, in a few words; nil where it cannot be read.
  public static func glance(at backup: String) -> (members: Int, events: Int, last: Timestamp?)? {
    guard let queue = try? Store.connect(backup, isReadOnly: true) else { return nil }
    defer { try? queue.close() }
    return try? queue.read { db in
      let last = try BackupRank.last(in: db)
      return (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM member WHERE erased_on IS NULL") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0,
        last.sequence > 0 ? Act.moment(of: last.id, clock: last.clock) : nil
      )
    }
  }
}

extension Store {
  /// Keeps a backup unless one of today is there, or another process is about to make it.
  ///
  /// Through a connection of its own: whoever writes through this store's does not wait for it. May
  /// be called from any thread.
  public func backUpOnceADay(_ pace: BackupPace = .swift) throws {
    guard !isReadOnly, isFile else { return }
    let backups = Backups(of: path)
    let now = context.now()
    do {
      let last = try read { try BackupRank.last(in: $0) }
      // One of a file in which nothing was done would be the day's, and hold nothing of the day.
      guard last.sequence > 0 else { return }
      let hasOne = { backups.hasOne(of: now, clock: last.clock, last: last.sequence) }
      guard !hasOne() else { return }
      _ = try reading { try backups.makeDaily(from: $0, at: now, pace: pace, unless: hasOne) }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// Keeps a backup now.
  ///
  /// - Parameter target: where to; nil is among the backups beside the file. A file that is there
  ///   already is only replaced where it is a backup itself.
  /// - Returns: its path.
  /// - Throws: `OutputRefusal` where the target may not be written to.
  @discardableResult
  public func backUp(to target: String? = nil) throws -> String {
    do {
      guard let target else {
        guard Store.isWritable(folder: Store.folder(of: path)) else {
          throw StoreFault.readOnly(path: Store.folder(of: path))
        }
        return try reading { try Backups(of: path).make(from: $0, at: context.now()) }
      }
      try checkReplaceable(target)
      try reading { source in
        try FolderLock.holding(Store.folder(of: target), for: target) {
          try Backups.copy(source, of: path, to: target)
        }
      }
      return target
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// A second connection to the file, which cannot change it.
  func reading<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
    guard isFile else { return try body(queue) }
    return try guardingAgainstLoss {
      try vouching.lookAtNames()
      let source = try Store.connect(real, isReadOnly: true)
      defer { try? source.close() }
      return try body(source)
    }
  }

  /// A backup over the file itself, or over another that is in use, would tear it from its WAL.
  private func checkReplaceable(_ target: String) throws {
    let refusal = OutputPlace.refusal(target, over: .replaced, sparing: SparedFiles(store: path))
    if let refusal, refusal.reason != .database { throw refusal }
    let isThere = access(target, F_OK) == 0
    let isInUse = ["-wal", "-shm", "-journal", ".seats"].contains {
      access(target + $0, F_OK) == 0
    }
    if let refusal, isInUse || !isThere { throw refusal }
    // Only a backup gives way to a backup.
    guard !isThere || Backups(of: path).isWhole(target) else {
      throw refusal ?? OutputRefusal(path: target, reason: .exists)
    }
  }
}
