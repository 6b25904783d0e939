import CSQLite
import Files
import Foundation
import GRDB
import Matchmaking
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Store {
  /// Opens the file, making it and its folder where there never were any, and brings it up to date.
  ///
  /// Looking at what stands there, putting right what a killed process left, migrating and sitting down
  /// happen while no other process can do the same or put a backup in the file's place.
  ///
  /// - Parameter sitter: takes a seat, which is kept as long as the store; a desk's letter becomes
  ///   the station. A file that cannot be changed has no seats.
  /// - Throws: `StoreFault`; a file of a newer version, or of another program, is not touched.
  public static func open(
    _ path: String, as sitter: Seat.Sitter? = nil, context: StoreContext
  ) throws -> Store {
    let site = Site(path)
    do {
      try PrivateFolder.make(folder(of: site.real))
      return try FolderLock.holding(folder(of: site.real), for: path) {
        let note = try prepare(site, context)
        do {
          return try open(site, note, as: sitter, context)
        } catch {
          let fault = StoreFault.reading(error, path: path)
          guard case StoreFault.diskFull = fault else { throw fault }
          return try openWithoutRoom(site, context)
        }
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// A private store in memory, for tests.
  public static func inMemory(context: StoreContext) throws -> Store {
    let queue = try DatabaseQueue(configuration: configuration(":memory:", isReadOnly: false))
    try Schema.migrator.migrate(queue)
    return Store(path: ":memory:", context: context, isReadOnly: false, queue: queue)
  }

  /// Sees to it that a whole file of ours stands there, or says why none does.
  private static func prepare(_ site: Site, _ context: StoreContext) throws -> OpeningNote? {
    if try site.standing() == .file { try site.recover() }
    // A change that was taken back may have been the first.
    switch try site.standing() {
    case .noFile: throw StoreFault.notAStore(path: site.path)
    // SQLite takes a file of a single byte for an empty one, and writes over it.
    case .scrap: throw StoreFault.unreadable(path: site.path)
    case .file:
      guard isWritable(site.real) else { return nil }
      return try site.settleLog(at: context.now().milliseconds)
    case .nothing, .empty: try makeAnew(site)
    }
    return nil
  }

  private static func makeAnew(_ site: Site) throws {
    let standing = try site.standing()
    let (isLeft, backup) = site.remains()
    guard !isLeft else {
      throw StoreFault.missing(path: site.path, isEmptied: standing == .empty, backup: backup)
    }
    if standing == .empty, !isWritable(site.real) { throw StoreFault.readOnly(path: site.path) }
    try create(site, over: standing == .empty)
  }

  private static func open(
    _ site: Site, _ note: OpeningNote?, as sitter: Seat.Sitter?, _ context: StoreContext
  ) throws -> Store {
    let (path, real) = (site.path, site.real)
    let isReadOnly = !isWritable(real)
    // Reading the schema takes longer than all else of opening, so a file that says it is ours is looked at by
    // the connection that is kept.
    let saysOurs = FileHead(of: real)?.isOurs == true
    if !saysOurs { try checkVersion(real, called: path) }
    if !isReadOnly { Sharing.freeCompanions(of: real) }
    let queue = try connect(real, isReadOnly: isReadOnly, checkedAs: saysOurs ? path : nil)
    if !isReadOnly {
      Sharing.keepPrivate(real)
      Sharing.freeCompanions(of: real)
      Sharing.openFolder(Backups(of: path).folder, for: real)
    }
    let seat = isReadOnly ? nil : try sitter.map { try Seat.take($0, at: real) }
    try migrate(queue, path: path, isReadOnly: isReadOnly, now: context.now())
    var context = context
    if let letter = seat?.letter { context.station = letter }
    if case .lostLog? = note { seat?.forgetMark() }
    // With the first look the log and its index are open, so their names can be held to.
    let look =
      isReadOnly
      ? nil
      : try queue.read { db in
        _ = try Generation.read(db)
        return FileLook(db)
      }
    return Store(
      path: path, context: context, isReadOnly: isReadOnly, queue: queue, seat: seat,
      notes: note.map { [$0] } ?? [],
      vouching: isReadOnly ? Vouching() : Vouching(real, seat: seat, look: look))
  }

  static func folder(of path: String) -> String { PathParts(path).folder }

  static func fault(creating path: String) -> StoreFault { .creating(path, errno) }

  /// A file or folder marked read-only counts as such for the superuser too: somebody meant it.
  static func isWritable(_ path: String) -> Bool {
    isWritable(folder: path) && isWritable(folder: folder(of: path))
  }

  /// As `isWritable`, of one place alone.
  static func isWritable(folder: String) -> Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_mode & 0o222 != 0 && access(folder, W_OK) == 0
  }

  /// Looks at the file through a connection that cannot change it.
  ///
  /// - Parameter name: as it is told; nil is the path itself.
  static func checkVersion(_ path: String, called name: String? = nil) throws {
    if RawFile.size(of: path) < 512 { throw StoreFault.unreadable(path: name ?? path) }
    let queue = try connect(path, isReadOnly: true)
    defer { try? queue.close() }
    try checkVersion(queue, path: name ?? path)
  }

  /// A file without any table is what a first run may leave that was killed.
  static func checkVersion(_ queue: DatabaseQueue, path: String) throws {
    try queue.read { try checkVersion($0, path: path) }
  }

  private static func checkVersion(_ db: Database, path: String) throws {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard application == Schema.applicationID || tables == 0 else {
      throw StoreFault.unreadable(path: path)
    }
    if try Schema.migrator.hasBeenSuperseded(db) {
      throw StoreFault.newerVersion(path: path)
    }
  }

  /// As SQLite is to be told it: a name that begins with `file:` would be taken for a URI.
  static func nameForSQLite(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// - Parameter name: where the file's version is still to be looked at, how it is told; what is refused
  ///   is left as it is, with its log.
  static func connect(
    _ path: String, isReadOnly: Bool, checkedAs name: String? = nil
  ) throws -> DatabaseQueue {
    let configuration = configuration(path, isReadOnly: isReadOnly, checkedAs: name)
    let file = nameForSQLite(path)
    guard isReadOnly else { return try DatabaseQueue(path: file, configuration: configuration) }
    do {
      let queue = try DatabaseQueue(path: file, configuration: configuration)
      try queue.read { db in try db.execute(sql: "SELECT count(*) FROM sqlite_master") }
      return queue
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      // In a folder that cannot be written the WAL's index cannot be made; nobody else can write
      // there either, so the file may be read as it stands; unless a WAL holds what is newer.
      if RawFile.size(of: path + "-wal") > 0 {
        throw StoreFault.hasNoRoom(path)
          ? StoreFault.diskFull(path: path) : StoreFault.unwritable(path)
      }
      return try connectUnchanging(path)
    }
  }

  /// To the file as it stands, without a look at any log.
  static func connectUnchanging(_ path: String) throws -> DatabaseQueue {
    let name = nameForSQLite(path)
    let escaped = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
    return try DatabaseQueue(
      path: "file:\(escaped)?immutable=1", configuration: configuration(path, isReadOnly: true))
  }

  /// Once, before anything of SQLite is used.
  private static let configured: Void = csqlite_configure()

  static func configuration(
    _ path: String, isReadOnly: Bool, checkedAs name: String? = nil
  ) -> Configuration {
    _ = configured
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.label = "store"
    let naps = Mutex(Naps(for: path, lockedBy: []))
    configuration.busyMode = .callback { tries in
      guard !Patience.isHurried else { return false }
      return naps.withLock { naps in
        if tries == 0 {
          naps = Naps(for: path, lockedBy: [path + "-shm", path], writing: path + "-wal")
        }
        return naps.nap()
      }
    }
    configuration.prepareDatabase { db in
      if let name {
        db.leaveLog()
        try checkVersion(db, path: name)
        db.leaveLog(false)
      }
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
    // From here on the header is held to what it says.
    try queue.writeWithoutTransaction { db in
      if isFresh { try Generation.write(Generation.random(), db) }
      try db.checkpoint(.truncate)
    }
  }
}
