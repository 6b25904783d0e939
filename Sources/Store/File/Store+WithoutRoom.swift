import Files
import Foundation
import GRDB
import Matchmaking

extension Store {
  /// Opens a file for looking alone, on a disk that has no room for the index of its write-ahead log.
  ///
  /// What is in file and log is read into memory at once, so that nobody else is held off meanwhile.
  static func openWithoutRoom(_ site: Site, _ context: StoreContext) throws -> Store {
    let memory = try DatabaseQueue(
      configuration: configuration(":memory:", isReadOnly: false))
    let source = try connectWithoutRoom(site.real)
    try source.backup(to: memory)
    try source.close()
    try checkVersion(memory, path: site.path)
    guard try memory.read(Schema.migrator.hasCompletedMigrations) else {
      throw StoreFault.diskFull(path: site.path)
    }
    return Store(
      path: site.path, context: context, isReadOnly: true, hasNoRoom: true,
      queue: memory, notes: [.noRoom(path: site.path)])
  }

  /// Where others have the file open its index is there, and can be read; where nobody has, the one who
  /// excludes all others needs none (SQLite, "Write-Ahead Logging", section 8); where there is no log,
  /// the file is all.
  private static func connectWithoutRoom(_ path: String) throws -> DatabaseQueue {
    if let queue = try? connect(path, isReadOnly: true) { return queue }
    guard RawFile.size(of: path + "-wal") > 0 else { return try connectUnchanging(path) }
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      db.leaveLog()
    }
    return try DatabaseQueue(path: nameForSQLite(path), configuration: configuration)
  }
}
