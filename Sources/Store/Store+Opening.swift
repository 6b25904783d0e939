import Matchmaking
import Foundation
import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Store {
  /// Opens the file, making it and its folder where there are none, and brings it up to date.
  ///
  /// - Throws: `StoreFault`; a file of a newer version, or of another program, is not touched.
  public static func open(_ path: String, surroundings: Surroundings) throws -> Store {
    do {
      let isNew = try prepare(path)
      let isReadOnly = !isNew && !isWritable(path)
      // Only one process at a time looks at the version and migrates.
      let door = try OpeningLock(beside: path)
      defer { door.release() }
      if !isNew { try checkVersion(path) }
      let queue = try connect(path, isReadOnly: isReadOnly)
      if !isReadOnly { try migrate(queue, path: path, now: surroundings.now()) }
      return Store(
        path: path, surroundings: surroundings, isReadOnly: isReadOnly, queue: queue)
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// A private store in memory, for tests.
  public static func inMemory(surroundings: Surroundings) throws -> Store {
    let queue = try DatabaseQueue(configuration: configuration(isReadOnly: false))
    try Schema.migrator.migrate(queue)
    return Store(path: ":memory:", surroundings: surroundings, isReadOnly: false, queue: queue)
  }

  /// Makes folder and file with rights for their owner alone.
  ///
  /// - Returns: whether the file is new.
  private static func prepare(_ path: String) throws -> Bool {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw StoreFault.notAStore(path: path)
      }
      if status.st_mode & 0o077 != 0, status.st_uid == getuid() {
        chmod(path, status.st_mode & 0o700)
      }
      return status.st_size == 0
    }
    try PrivateFolder.make(folder(of: path))
    let file = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw fault(creating: path) }
    _ = Glibc.close(file)
    return true
  }

  static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  static func fault(creating path: String) -> StoreFault {
    switch errno {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    default: .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// A file marked read-only counts as such for the superuser too: somebody meant it.
  private static func isWritable(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o222 != 0 else { return false }
    return access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
  }

  /// Looks at the file through a connection that cannot change it.
  private static func checkVersion(_ path: String) throws {
    let queue = try connect(path, isReadOnly: true)
    defer { try? queue.close() }
    try queue.read { db in
      let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard application == Schema.applicationID || tables == 0 else {
        throw StoreFault.notAStore(path: path)
      }
      if try Schema.migrator.hasBeenSuperseded(db) {
        throw StoreFault.newerVersion(path: path)
      }
    }
  }

  private static func connect(_ path: String, isReadOnly: Bool) throws -> DatabaseQueue {
    let configuration = configuration(isReadOnly: isReadOnly)
    guard isReadOnly else { return try DatabaseQueue(path: path, configuration: configuration) }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { db in try db.execute(sql: "SELECT count(*) FROM sqlite_master") }
      return queue
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      // In a folder that cannot be written the WAL's index cannot be made; nobody else can write
      // there either, so the file may be read as it stands.
      let escaped =
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      return try DatabaseQueue(
        path: "file:\(escaped)?immutable=1", configuration: configuration)
    }
  }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.label = "store"
    if !isReadOnly { configuration.journalMode = .wal }
    configuration.busyMode = .callback { tries in
      // Short naps at first: the other desk's check-in takes about a millisecond.
      usleep(tries < 20 ? 1_000 : 5_000)
      return tries < 12_000
    }
    configuration.prepareDatabase { db in
      guard !isReadOnly else { return }
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // The desk checkpoints while it is idle; this is for a rush that never ends.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 8000")
    }
    return configuration
  }

  private static func migrate(_ queue: DatabaseQueue, path: String, now: Timestamp) throws {
    let (isFresh, isDone) = try queue.read { db in
      (
        try Schema.migrator.appliedIdentifiers(db).isEmpty,
        try Schema.migrator.hasCompletedMigrations(db)
      )
    }
    guard !isDone else { return }
    if !isFresh { try Backups(of: path).make(from: queue, at: now) }
    try Schema.migrator.migrate(queue)
  }
}

/// Held while a process opens the file, so that two never migrate at once.
///
/// It is a lock on the folder, so that no file of its own stays behind.
private struct OpeningLock {
  private let descriptor: Int32

  init(beside path: String) throws {
    descriptor = Glibc.open(Store.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Store.fault(creating: path) }
    flock(descriptor, LOCK_EX)
  }

  func release() { _ = Glibc.close(descriptor) }
}

/// Folders that only their owner can look into.
enum PrivateFolder {
  /// Makes a folder and those above it that are missing, 0700.
  static func make(_ path: String) throws {
    var status = stat()
    if stat(path, &status) == 0 { return }
    let parent = (path as NSString).deletingLastPathComponent
    if !parent.isEmpty, parent != path { try make(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Store.fault(creating: path) }
  }
}
