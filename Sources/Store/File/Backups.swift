import Files
import Foundation
import GRDB
import Matchmaking

/// The backups of one file, in the folder `backups` beside it.
///
/// They are made with SQLite's online backup, so they are whole whatever is being written. Which of
/// them is the newest is told by what they hold and not by their names: clocks may be wrong.
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

  /// In the place of a moment: the one a desk makes anew whenever it is opened.
  private static let latest = "latest"

  var latestPath: String { "\(folder)/\(frame.stem)\(Backups.latest)\(frame.ending)" }

  /// The paths of all backups, the last by name first.
  public func all() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter(isBackup).sorted(by: >).map { "\(folder)/\($0)" }
  }

  /// Whether it is the name of one of this file's backups.
  func isBackup(_ name: String) -> Bool {
    let (stem, ending) = frame
    guard name.hasPrefix(stem), name.hasSuffix(ending) else { return false }
    let middle = name.dropFirst(stem.count).dropLast(ending.count)
    return Backups.isMoment(middle) || middle == Backups.latest
  }

  /// Whether it is `20260822-193105`.
  private static func isMoment(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 15
      && text.utf8.enumerated().allSatisfy { $0 == 8 ? $1 == 45 : (48...57).contains($1) }
  }

  /// All of them, the one that holds most first.
  func ranked() -> [BackupRank] { all().map(BackupRank.init).sorted(by: BackupRank.isBefore) }

  /// What was rescued beside the file, from mishaps while it was open.
  private func rescued() -> [String] {
    let parts = PathParts(path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parts.folder)) ?? []
    return names.filter {
      $0.hasPrefix(parts.stem + Backups.rescue) && $0.hasSuffix(parts.ending)
    }.map(parts.beside)
  }

  static let rescue = "-rescued-"

  /// The backup that passes SQLite's own check and holds most, whatever was rescued among them; nil where
  /// none holds anything.
  public func best() -> String? {
    (all() + rescued()).map(BackupRank.init).sorted(by: BackupRank.isBefore).first {
      $0.holdsSomething && isWhole($0.path)
    }?.path
  }

  /// The same, though nothing was ever done in it.
  public func newestWhole() -> String? {
    best() ?? ranked().first { $0.isReadable && isWhole($0.path) }?.path
  }

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

  // MARK: - Making one

  /// Whether a backup of this day is there already.
  ///
  /// - Parameter clock: the log's own: where the laptop's is behind it, days cannot be told apart by
  ///   it, and the backup has to hold what was done until lately.
  func hasOne(of now: Timestamp, clock: Int64, last: Int64) -> Bool {
    let start = frame.stem + Backups.name(now).prefix(9)
    let today = all().filter { PathParts($0).name.hasPrefix(start) }
    guard !today.isEmpty, HybridClock.time(of: clock).milliseconds > now.milliseconds + 60_000
    else {
      return !today.isEmpty
    }
    let most = today.compactMap { BackupRank($0).last?.sequence }.max() ?? 0
    return last - most < Backups.actsBetween
  }

  private static let actsBetween: Int64 = 200

  /// Makes one, and lets go of those beyond fourteen that are needed no more.
  ///
  /// - Returns: its path.
  @discardableResult
  func make(from queue: DatabaseQueue, at now: Timestamp, pace: BackupPace = .swift) throws
    -> String
  {
    try Sharing.makeFolder(folder, for: path)
    return try FolderLock.holding(folder, for: path) {
      try makeAlone(from: queue, at: now, pace: pace)
    }
  }

  /// Makes one unless one of today is there, or another process is about to make it.
  @discardableResult
  func makeDaily(
    from queue: DatabaseQueue, at now: Timestamp, pace: BackupPace, unless hasOne: () -> Bool
  ) throws -> String? {
    try Sharing.makeFolder(folder, for: path)
    return try FolderLock.holdingIfFree(folder, for: path) {
      // Another process may have made it between the look and the lock.
      hasOne() ? nil : try makeAlone(from: queue, at: now, pace: pace)
    }
  }

  /// Makes the desk's own, unless some backup holds all there is already; what it held that the file
  /// does not hold is kept under the name of a moment.
  func makeLatest(from queue: DatabaseQueue, at now: Timestamp, pace: BackupPace) throws {
    try Sharing.makeFolder(folder, for: path)
    try FolderLock.holding(folder, for: path) {
      let last = try queue.read { try BackupRank.last(in: $0) }
      let all = ranked()
      guard last.sequence > 0, !all.contains(where: { $0.last?.id == last.id }) else { return }
      if let old = all.first(where: { $0.path == latestPath }), old.holdsSomething,
        try !queue.read({ try BackupRank.id(of: old.last?.sequence ?? 0, in: $0) == old.last?.id })
      {
        guard rename(latestPath, try freePath(now)) == 0 else {
          throw Store.fault(creating: folder)
        }
      }
      try Backups.copy(queue, of: path, to: latestPath, pace: pace)
    }
  }

  private func makeAlone(
    from queue: DatabaseQueue, at now: Timestamp, pace: BackupPace
  ) throws -> String {
    removeHalves()
    let target = try freePath(now)
    try Backups.copy(queue, of: path, to: target, pace: pace)
    letGo(besides: target)
    return target
  }

  /// The name of the moment, or of the next one that is free: a clock that was set back tells the same
  /// moment twice.
  private func freePath(_ now: Timestamp) throws -> String {
    for second in 0..<100_000 {
      let moment = Timestamp(milliseconds: now.milliseconds + Int64(second) * 1000)
      let path = "\(folder)/\(frame.stem)\(Backups.name(moment))\(frame.ending)"
      var status = stat()
      if lstat(path, &status) != 0 { return path }
    }
    throw StoreFault.creating(folder, EEXIST)
  }

  /// Never the one just made, nor one that holds what no other holds; doubles first, then whatever
  /// holds least.
  private func letGo(besides made: String) {
    var kept = ranked().filter { $0.isReadable && $0.path != latestPath }
    while kept.count > Backups.kept {
      let spare =
        kept.reversed().first { isDouble($0, among: kept, besides: made) }
        ?? kept.reversed().first { isContained($0, among: kept, besides: made) }
      guard let spare, unlink(spare.path) == 0 else { return }
      kept.removeAll { $0.path == spare.path }
    }
  }

  private func isDouble(_ one: BackupRank, among kept: [BackupRank], besides made: String) -> Bool {
    one.path != made
      && kept.contains { $0.path != one.path && $0.last?.id == one.last?.id }
  }

  private func isContained(
    _ one: BackupRank, among kept: [BackupRank], besides made: String
  ) -> Bool {
    one.path != made && kept.contains { $0.path != one.path && $0.contains(one) }
  }

  /// Takes away what a process left that was killed while it made one, in the way it was made once.
  ///
  /// Only while the folder's lock is held: then nobody else is making one.
  private func removeHalves() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where isHalf(name) { unlink(folder + "/" + name) }
  }

  /// Whether it is the name of a backup of this file that was not finished.
  func isHalf(_ name: String) -> Bool {
    let (stem, ending) = frame
    guard name.hasPrefix(stem) else { return false }
    let rest = name.dropFirst(stem.count)
    return Backups.isMoment(rest.prefix(15))
      && Backups.halves.contains { rest.dropFirst(15) == ending + $0 }
  }

  /// What stood behind the name of a backup while it was being made.
  private static let halves = [".part", ".part-journal", ".part-wal", ".part-shm"]

  // MARK: - Copying

  /// Copies a whole file: written beside the target first, so that a full disk leaves no half a
  /// backup behind, and looked at before older ones give way to it.
  ///
  /// - Parameter path: what is told to be damaged where the copy is.
  static func copy(
    _ queue: DatabaseQueue, of path: String, to target: String, pace: BackupPace = .swift
  ) throws {
    do {
      let file = try PrivateFile(in: Store.folder(of: target))
      try fill(file.path, from: queue, of: path, pace: pace)
      Sharing.share(file.path, as: RealPath.of(path) ?? path)
      try file.take(place: target, replacing: true)
    } catch let fault as SystemFault {
      throw StoreFault.creating(target, fault.code)
    }
  }

  /// A copy is one file, without a WAL of its own, and of its own generation: no log fits it.
  static func fill(
    _ partial: String, from queue: DatabaseQueue, of path: String, pace: BackupPace = .swift
  ) throws {
    let destination = try DatabaseQueue(path: Store.nameForSQLite(partial))
    try copyPages(queue, to: destination, pace)
    try destination.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
      try Generation.write(Generation.random(), db)
    }
    let isWhole = try isWhole(destination)
    try destination.close()
    guard isWhole else {
      throw StoreFault.damaged(path: path, backup: Backups(of: path).best())
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
  static func name(_ now: Timestamp) -> String {
    var seconds = time_t(now.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    let year = String(max(0, min(9999, Int(parts.tm_year) + 1900)))
    return String(repeating: "0", count: 4 - year.count) + year
      + "\(two(parts.tm_mon + 1))\(two(parts.tm_mday))-"
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
