import Foundation
import GRDB
import Matchmaking

/// The backups of one file, in the folder `backups` beside it, the newest fourteen.
///
/// They are made with SQLite's online backup, so they are whole whatever is being written.
public struct Backups: Sendable {
  public static let kept = 14

  public let path: String

  public init(of path: String) { self.path = path }

  var folder: String { Store.folder(of: path) + "/backups" }

  /// What stands before and behind the moment in the names of this file's backups, so that the
  /// files of one folder never take each other's: `store-20260822-193105.sqlite`.
  private var frame: (stem: String, ending: String) {
    let parts = PathParts(path)
    return (parts.stem + "-", parts.ending)
  }

  /// The paths of all backups, newest first.
  public func all() -> [String] {
    let (stem, ending) = frame
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      guard name.hasPrefix(stem), name.hasSuffix(ending) else { return false }
      return Backups.isMoment(name.dropFirst(stem.count).dropLast(ending.count))
    }.sorted(by: >).map { "\(folder)/\($0)" }
  }

  /// Whether it is `20260822-193105`.
  private static func isMoment(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 15
      && text.utf8.enumerated().allSatisfy { $0 == 8 ? $1 == 45 : (48...57).contains($1) }
  }

  /// The newest backup that passes SQLite's own check.
  public func newestWhole() -> String? { all().first(where: isWhole) }

  public func isWhole(_ backup: String) -> Bool {
    guard let queue = try? Store.connect(backup, isReadOnly: true) else { return false }
    defer { try? queue.close() }
    return (try? Backups.isWhole(queue)) ?? false
  }

  private static func isWhole(_ queue: DatabaseQueue) throws -> Bool {
    try queue.read { db in
      try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
        && String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok"
    }
  }

  /// Whether a backup of this day is there already.
  func hasOne(of now: Timestamp) -> Bool {
    let start = frame.stem + Backups.name(now).prefix(9)
    return all().contains { PathParts($0).name.hasPrefix(start) }
  }

  /// Makes one, and lets go of those beyond the fourteen newest.
  ///
  /// - Parameter onceADay: makes none where one of today is there.
  /// - Returns: its path; nil where there was one.
  @discardableResult
  func make(from queue: DatabaseQueue, at now: Timestamp, onceADay: Bool = false) throws -> String?
  {
    try PrivateFolder.make(folder)
    return try FolderLock.holding(folder, for: path) {
      // Another process may have made it while this one waited.
      if onceADay, hasOne(of: now) { return nil }
      let target = folder + "/" + frame.stem + Backups.name(now) + frame.ending
      try Backups.copy(queue, of: path, to: target)
      for old in all().dropFirst(Backups.kept) { try? FileManager.default.removeItem(atPath: old) }
      return target
    }
  }

  /// Copies a whole file: written beside the target first, so that a full disk leaves no half a
  /// backup behind, and looked at before older ones give way to it.
  ///
  /// - Parameter path: what is told to be damaged where the copy is.
  static func copy(_ queue: DatabaseQueue, of path: String, to target: String) throws {
    let partial = target + ".part"
    try? FileManager.default.removeItem(atPath: partial)
    do {
      let file = Glibc.open(partial, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw Store.fault(creating: target) }
      _ = Glibc.close(file)
      let destination = try DatabaseQueue(path: Store.nameForSQLite(partial))
      try queue.backup(to: destination)
      // A backup is one file: no WAL of its own.
      try destination.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      let isWhole = try isWhole(destination)
      try destination.close()
      guard isWhole else {
        throw StoreFault.damaged(path: path, backup: Backups(of: path).newestWhole())
      }
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
    guard rename(partial, target) == 0 else { throw Store.fault(creating: target) }
  }

  /// `20260822-193105` in local time, so that a day is the organizer's day.
  private static func name(_ now: Timestamp) -> String {
    var seconds = time_t(now.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))-"
      + "\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))"
  }
}

extension Store {
  /// Keeps a backup unless one of today is there.
  public func backUpOnceADay() throws {
    guard !isReadOnly, path != ":memory:" else { return }
    let backups = Backups(of: path)
    let now = surroundings.now()
    guard !backups.hasOne(of: now) else { return }
    do {
      try backups.make(from: queue, at: now, onceADay: true)
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// Keeps a backup now.
  ///
  /// - Parameter target: where to; nil is among the backups beside the file. A file that is there
  ///   already is only replaced where it is a backup itself.
  /// - Returns: its path.
  @discardableResult
  public func backUp(to target: String? = nil) throws -> String {
    do {
      guard let target else {
        return try Backups(of: path).make(from: queue, at: surroundings.now()) ?? path
      }
      try Store.checkReplaceable(target, besides: path)
      try FolderLock.holding(Store.folder(of: target), for: target) {
        try Backups.copy(queue, of: path, to: target)
      }
      return target
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// A backup over the file itself, or over another that is in use, would tear it from its WAL.
  private static func checkReplaceable(_ target: String, besides path: String) throws {
    var there = stat()
    var own = stat()
    guard stat(target, &there) == 0 else { return }
    let isOwn =
      stat(path, &own) == 0 && own.st_ino == there.st_ino && own.st_dev == there.st_dev
    let isInUse = ["-wal", "-shm", ".seats"].contains { access(target + $0, F_OK) == 0 }
    guard !isOwn, !isInUse, Backups(of: path).isWhole(target) else {
      throw StoreFault.cannotCreate(path: target, reason: String(cString: strerror(EEXIST)))
    }
  }

  /// What SQLite's own checks find wrong with the file; empty is good.
  public func verify() throws -> [String] {
    try read { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
        .filter { $0 != "ok" }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map {
        "\($0[0] as String? ?? "?") row \($0[1] as Int64? ?? 0): \($0[2] as String? ?? "?") missing"
      }
      let open = try Int.fetchOne(db, sql: "SELECT count(*) FROM act WHERE changes IS NULL") ?? 0
      return integrity + orphans + (open > 0 ? ["\(open) unfinished acts"] : [])
    }
  }
}
