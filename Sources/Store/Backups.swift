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
  /// - Returns: its path.
  @discardableResult
  func make(from queue: DatabaseQueue, at now: Timestamp, pace: BackupPace = .swift) throws
    -> String
  {
    try PrivateFolder.make(folder)
    return try FolderLock.holding(folder, for: path) {
      try makeAlone(from: queue, at: now, pace: .swift)
    }
  }

  /// Makes one unless one of today is there, or another process is about to make it.
  @discardableResult
  func makeDaily(from queue: DatabaseQueue, at now: Timestamp, pace: BackupPace) throws -> String? {
    try PrivateFolder.make(folder)
    return try FolderLock.holdingIfFree(folder, for: path) {
      // Another process may have made it between the look and the lock.
      hasOne(of: now) ? nil : try makeAlone(from: queue, at: now, pace: pace)
    }
  }

  private func makeAlone(
    from queue: DatabaseQueue, at now: Timestamp, pace: BackupPace
  ) throws -> String {
    removeHalves()
    let target = folder + "/" + frame.stem + Backups.name(now) + frame.ending
    try Backups.copy(queue, of: path, to: target, pace: pace)
    for old in all().dropFirst(Backups.kept) { try? FileManager.default.removeItem(atPath: old) }
    return target
  }

  /// Takes away what a process left that was killed while it made one.
  ///
  /// Only while the folder's lock is held: then nobody else is making one.
  private func removeHalves() {
    let (stem, ending) = frame
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(stem) {
      let rest = name.dropFirst(stem.count)
      guard Backups.isMoment(rest.prefix(15)),
        Backups.halves.contains(where: { rest.dropFirst(15) == ending + $0 })
      else { continue }
      unlink(folder + "/" + name)
    }
  }

  /// What stands behind the name of a backup while it is being made.
  private static let halves = [".part", ".part-journal", ".part-wal", ".part-shm"]

  /// Copies a whole file: written beside the target first, so that a full disk leaves no half a
  /// backup behind, and looked at before older ones give way to it.
  ///
  /// - Parameter path: what is told to be damaged where the copy is.
  static func copy(
    _ queue: DatabaseQueue, of path: String, to target: String, pace: BackupPace = .swift
  ) throws {
    let partial = target + ".part"
    for half in halves { unlink(target + half) }
    do {
      let file = Glibc.open(partial, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw Store.fault(creating: target) }
      _ = Glibc.close(file)
      let destination = try DatabaseQueue(path: Store.nameForSQLite(partial))
      try copyPages(queue, to: destination, pace)
      // A backup is one file: no WAL of its own.
      try destination.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      let isWhole = try isWhole(destination)
      try destination.close()
      guard isWhole else {
        throw StoreFault.damaged(path: path, backup: Backups(of: path).newestWhole())
      }
      guard rename(partial, target) == 0 else { throw Store.fault(creating: target) }
    } catch {
      for half in halves { unlink(target + half) }
      throw error
    }
  }

  /// Within one transaction of the source, so that the copy is of one moment and no write meanwhile
  /// makes it begin anew.
  private static func copyPages(
    _ source: DatabaseQueue, to destination: DatabaseQueue, _ pace: BackupPace
  ) throws {
    try destination.writeWithoutTransaction { target in
      try source.read { db in
        try db.execute(sql: "SELECT count(*) FROM sqlite_master")
        try db.backup(to: target, pagesPerStep: pace.pagesPerStep) { _ in pace.rest() }
      }
    }
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

/// How much of the disk a backup takes from those who write meanwhile.
public struct BackupPace: Sendable {
  let pagesPerStep: CInt
  let rest: @Sendable () -> Void

  /// As fast as the disk.
  public static let swift = BackupPace(pagesPerStep: -1) {}

  /// A megabyte at a time, and a nap as long as half a dozen check-ins in between.
  ///
  /// - Parameter isHurried: looked at before each nap; then none is taken.
  public static func easy(unless isHurried: @escaping @Sendable () -> Bool) -> BackupPace {
    BackupPace(pagesPerStep: 256) { if !isHurried() { usleep(10_000) } }
  }
}

extension Store {
  /// Keeps a backup unless one of today is there, or another process is about to make it.
  ///
  /// Through a connection of its own: whoever writes through this store's does not wait for it. May
  /// be called from any thread.
  public func backUpOnceADay(_ pace: BackupPace = .swift) throws {
    guard !isReadOnly, path != ":memory:" else { return }
    let backups = Backups(of: path)
    let now = surroundings.now()
    guard !backups.hasOne(of: now) else { return }
    do {
      _ = try reading { try backups.makeDaily(from: $0, at: now, pace: pace) }
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
        guard Store.isWritable(folder: Store.folder(of: path)) else {
          throw StoreFault.readOnly(path: Store.folder(of: path))
        }
        return try reading { try Backups(of: path).make(from: $0, at: surroundings.now()) }
      }
      try Store.checkReplaceable(target, besides: path)
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
  private func reading<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
    guard place.holds(path) else { throw StoreFault.gone(path: path) }
    let source = try Store.connect(path, isReadOnly: true)
    defer { try? source.close() }
    return try body(source)
  }

  /// A backup over the file itself, or over another that is in use, would tear it from its WAL.
  private static func checkReplaceable(_ target: String, besides path: String) throws {
    var there = stat()
    var own = stat()
    guard stat(target, &there) == 0 else {
      // A link that leads nowhere is somebody's all the same.
      let reason = errno
      guard lstat(target, &there) == 0 else { return }
      throw StoreFault.cannotCreate(path: target, reason: String(cString: strerror(reason)))
    }
    let isOwn =
      stat(path, &own) == 0 && own.st_ino == there.st_ino && own.st_dev == there.st_dev
    let isInUse = ["-wal", "-shm", ".seats"].contains { access(target + $0, F_OK) == 0 }
    // Opening a pipe to look into it would wait for ever.
    let isFile = there.st_mode & S_IFMT == S_IFREG
    guard isFile, !isOwn, !isInUse, Backups(of: path).isWhole(target) else {
      throw StoreFault.cannotCreate(path: target, reason: String(cString: strerror(EEXIST)))
    }
  }
}
