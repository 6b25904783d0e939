import Foundation
import GRDB
public import Matchmaking

/// The backups of one file, in the folder `backups` beside it, the newest fourteen.
///
/// They are made with SQLite's online backup, so they are whole whatever is being written.
public struct Backups: Sendable {
  public static let kept = 14

  public let path: String

  public init(of path: String) { self.path = path }

  private var folder: String { Store.folder(of: path) + "/backups" }
  private var stem: String { ((path as NSString).lastPathComponent as NSString).deletingPathExtension }

  /// The paths of all backups, newest first.
  public func all() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(stem + "-") && $0.hasSuffix(".sqlite") }
      .sorted(by: >).map { "\(folder)/\($0)" }
  }

  /// The newest backup that passes SQLite's own check.
  public func newestWhole() -> String? { all().first(where: isWhole) }

  public func isWhole(_ backup: String) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    guard let queue = try? DatabaseQueue(path: backup, configuration: configuration) else {
      return false
    }
    defer { try? queue.close() }
    let answer = try? queue.read { db in
      guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
        return "not ours"
      }
      return try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
    }
    return answer == "ok"
  }

  /// Whether a backup of this day is there already.
  func hasOne(of now: Timestamp) -> Bool {
    let day = Backups.name(now).prefix(8)
    return all().contains { ($0 as NSString).lastPathComponent.hasPrefix("\(stem)-\(day)") }
  }

  @discardableResult
  func make(from queue: DatabaseQueue, at now: Timestamp) throws -> String {
    try PrivateFolder.make(folder)
    let target = "\(folder)/\(stem)-\(Backups.name(now)).sqlite"
    try Backups.copy(queue, to: target)
    for old in all().dropFirst(Backups.kept) { try? FileManager.default.removeItem(atPath: old) }
    return target
  }

  /// Writes beside the target first, so that a full disk leaves no half a backup behind.
  static func copy(_ queue: DatabaseQueue, to target: String) throws {
    let partial = target + ".part"
    try? FileManager.default.removeItem(atPath: partial)
    do {
      let file = Glibc.open(partial, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw Store.fault(creating: target) }
      _ = Glibc.close(file)
      let destination = try DatabaseQueue(path: partial)
      try queue.backup(to: destination)
      // A backup is one file: no WAL of its own.
      try destination.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      try destination.close()
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
    guard !backups.hasOne(of: surroundings.now()) else { return }
    try backUp()
  }

  /// Keeps a backup now.
  ///
  /// - Returns: its path.
  @discardableResult
  public func backUp(to target: String? = nil) throws -> String {
    do {
      guard let target else {
        return try Backups(of: path).make(from: queue, at: surroundings.now())
      }
      try Backups.copy(queue, to: target)
      return target
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// Puts a backup in the place of the file, which is kept beside it.
  ///
  /// - Returns: where the file that stood there went; nil where there was none.
  public static func restore(_ path: String, from backup: String, now: Timestamp) throws -> String? {
    guard Backups(of: path).isWhole(backup) else {
      throw StoreFault.damaged(path: backup, backup: nil)
    }
    let partial = path + ".restoring"
    let aside = "\(path).before-\(now.milliseconds)"
    let files = FileManager.default
    do {
      try? files.removeItem(atPath: partial)
      try files.copyItem(atPath: backup, toPath: partial)
      chmod(partial, 0o600)
      let stood = files.fileExists(atPath: path)
      for suffix in ["", "-wal", "-shm"] where files.fileExists(atPath: path + suffix) {
        try files.moveItem(atPath: path + suffix, toPath: aside + suffix)
      }
      try files.moveItem(atPath: partial, toPath: path)
      return stood ? aside : nil
    } catch {
      throw StoreFault.other(path: path, reason: "\(error.localizedDescription)")
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
