import CSQLite
import Foundation
import GRDB
import Matchmaking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Store {
  /// Opens the file, making it and its folder where there are none, and brings it up to date.
  ///
  /// Looking at the version, migrating and sitting down happen while no other process can do the
  /// same or put a backup in the file's place.
  ///
  /// - Parameter sitter: takes a seat, which is kept as long as the store; a desk's letter becomes
  ///   the station. A file that cannot be changed has no seats.
  /// - Throws: `StoreFault`; a file of a newer version, or of another program, is not touched.
  public static func open(
    _ path: String, as sitter: Seat.Sitter? = nil, surroundings: Surroundings
  ) throws -> Store {
    do {
      try PrivateFolder.make(folder(of: path))
      return try FolderLock.holding(folder(of: path), for: path) {
        let isNew = try isNew(path)
        let isReadOnly = !isNew && !isWritable(path)
        if isNew { try makeFile(path) } else { try checkVersion(path) }
        let seat = isReadOnly ? nil : try sitter.map { try Seat.take($0, at: path) }
        if !isReadOnly {
          keepPrivate(path)
          freeCompanions(of: path)
        }
        let queue = try connect(path, isReadOnly: isReadOnly)
        try migrate(queue, path: path, isReadOnly: isReadOnly, now: surroundings.now())
        var surroundings = surroundings
        if let letter = seat?.letter { surroundings.station = letter }
        return Store(
          path: path, surroundings: surroundings, isReadOnly: isReadOnly, queue: queue, seat: seat)
      }
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

  /// Whether there is no file yet, or one that was made and never written.
  private static func isNew(_ path: String) throws -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreFault.notAStore(path: path) }
    if status.st_size == 0, !isWritable(path) { throw StoreFault.readOnly(path: path) }
    return status.st_size == 0
  }

  private static func makeFile(_ path: String) throws {
    let file = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw fault(creating: path) }
    _ = Glibc.close(file)
  }

  /// Rights for the owner alone; only after the file is known to be ours.
  private static func keepPrivate(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 != 0, status.st_uid == getuid() else {
      return
    }
    chmod(path, status.st_mode & 0o700)
  }

  /// While the file was marked read-only, SQLite made its companions so too; nobody could write
  /// again before they are as the file is.
  private static func freeCompanions(of path: String) {
    for companion in [path + "-wal", path + "-shm"] {
      var status = stat()
      guard stat(companion, &status) == 0, status.st_mode & 0o777 != 0o600,
        status.st_uid == getuid()
      else { continue }
      chmod(companion, 0o600)
    }
  }

  static func folder(of path: String) -> String { PathParts(path).folder }

  static func fault(creating path: String) -> StoreFault {
    switch errno {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    default: .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// A file or folder marked read-only counts as such for the superuser too: somebody meant it.
  private static func isWritable(_ path: String) -> Bool {
    isWritable(folder: path) && isWritable(folder: folder(of: path))
  }

  /// As `isWritable`, of one place alone.
  static func isWritable(folder: String) -> Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_mode & 0o222 != 0 && access(folder, W_OK) == 0
  }

  /// Looks at the file through a connection that cannot change it.
  static func checkVersion(_ path: String) throws {
    var status = stat()
    // SQLite takes a file of a single byte for an empty one, and writes over it.
    if stat(path, &status) == 0, status.st_size < 512 { throw StoreFault.unreadable(path: path) }
    let queue = try connect(path, isReadOnly: true)
    defer { try? queue.close() }
    try queue.read { db in
      let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard application == Schema.applicationID || tables == 0 else {
        throw StoreFault.unreadable(path: path)
      }
      if try Schema.migrator.hasBeenSuperseded(db) {
        throw StoreFault.newerVersion(path: path)
      }
    }
  }

  /// As SQLite is to be told it: a name that begins with `file:` would be taken for a URI.
  static func nameForSQLite(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  static func connect(_ path: String, isReadOnly: Bool) throws -> DatabaseQueue {
    let configuration = configuration(isReadOnly: isReadOnly)
    let name = nameForSQLite(path)
    guard isReadOnly else { return try DatabaseQueue(path: name, configuration: configuration) }
    do {
      let queue = try DatabaseQueue(path: name, configuration: configuration)
      try queue.read { db in try db.execute(sql: "SELECT count(*) FROM sqlite_master") }
      return queue
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      // In a folder that cannot be written the WAL's index cannot be made; nobody else can write
      // there either, so the file may be read as it stands; unless a WAL holds what is newer.
      var wal = stat()
      if stat(path + "-wal", &wal) == 0, wal.st_size > 0 { throw StoreFault.readOnly(path: path) }
      let escaped =
        name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
      return try DatabaseQueue(
        path: "file:\(escaped)?immutable=1", configuration: configuration)
    }
  }

  /// Once, before anything of SQLite is used.
  private static let configured: Void = csqlite_configure()

  private static func configuration(isReadOnly: Bool) -> Configuration {
    _ = configured
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.label = "store"
    configuration.busyMode = .callback { tries in
      // Short naps at first: the other desk's check-in takes about a millisecond.
      usleep(tries < 20 ? 1_000 : 5_000)
      return tries < 12_000
    }
    configuration.prepareDatabase { db in
      guard !isReadOnly else { return }
      // By our own hand, for GRDB's WAL mode sets `synchronous` to NORMAL after this: a commit would
      // be answered before it is on the disk. It also makes and drops a table at every opening.
      let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      guard mode == "wal" || mode == "memory" else {
        throw DatabaseError(message: "this folder takes no write-ahead log")
      }
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // The desk checkpoints while it is idle; this is for a rush that never ends.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = \(Store.logPages)")
      // What a great roster made of the log is given back with the next change.
      try db.execute(sql: "PRAGMA journal_size_limit = \(Store.logBytes)")
    }
    return configuration
  }

  private static func migrate(
    _ queue: DatabaseQueue, path: String, isReadOnly: Bool, now: Timestamp
  ) throws {
    let (isFresh, isDone) = try queue.read { db in
      (
        try Schema.migrator.appliedIdentifiers(db).isEmpty,
        try Schema.migrator.hasCompletedMigrations(db)
      )
    }
    guard !isDone else { return }
    if isReadOnly { throw StoreFault.readOnly(path: path) }
    if !isFresh { try Backups(of: path).make(from: queue, at: now) }
    try Schema.migrator.migrate(queue)
  }
}
