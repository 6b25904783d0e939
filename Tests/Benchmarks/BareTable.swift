import Foundation
import GRDBSQLite

/// SQLite without us: one table, one prepared insert, a commit each, as durable as ours.
final class BareTable {
  private var database: OpaquePointer?
  private var insertion: OpaquePointer?

  init(_ path: String) throws {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    guard sqlite3_open(path, &database) == SQLITE_OK else { throw BenchFailure("no \(path)") }
    for sql in [
      "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
      "CREATE TABLE arrival (id INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL)",
    ] {
      guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
    }
    let sql = "INSERT INTO arrival (name, at) VALUES (?, ?)"
    guard sqlite3_prepare_v2(database, sql, -1, &insertion, nil) == SQLITE_OK else {
      throw failure
    }
  }

  deinit {
    sqlite3_finalize(insertion)
    sqlite3_close(database)
  }

  func insert(_ name: String) throws {
    // -1: the text is copied.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(insertion, 1, name, -1, copied)
    sqlite3_bind_int64(insertion, 2, 1_787_000_000_000)
    guard sqlite3_step(insertion) == SQLITE_DONE else { throw failure }
    sqlite3_reset(insertion)
  }

  private var failure: BenchFailure { BenchFailure(String(cString: sqlite3_errmsg(database))) }
}
