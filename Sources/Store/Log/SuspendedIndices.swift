import GRDB
import GRDBSQLite

/// The indices of a table and the trigger that logs its new rows, while more rows come than there were.
///
/// An index that is made of all rows at once takes a third of the time it takes row by row. The trigger
/// has nothing to log of rows that belong to a stretch; but for a statement with a trigger SQLite copies
/// every page that it touches, to be able to take back that statement alone: thirteen writes a row.
///
/// All within one transaction: nobody else ever sees the table without them, and whatever breaks off
/// brings them back. Only rows of an open stretch may be added meanwhile.
struct SuspendedIndices {
  private let db: Database
  private let makings: [String]

  init(of table: String, in db: Database) throws {
    self.db = db
    let parts = try Prepared(
      """
      SELECT type, name, sql FROM sqlite_master
      WHERE tbl_name = ? AND sql IS NOT NULL AND (type = 'index' OR name = ?) ORDER BY rowid
      """, in: db
    ).all([table, "\(table)_inserted"]) { (type: $0.text(0), name: $0.text(1), sql: $0.text(2)) }
    makings = parts.map(\.sql)
    for part in parts {
      try run("DROP \(part.type) \(part.name.quotedDatabaseIdentifier)")
    }
  }

  func putBack() throws {
    for making in makings { try run(making) }
  }

  /// Not by GRDB, which would throw away the statements it keeps, ours among them; SQLite prepares
  /// them anew by itself.
  private func run(_ sql: String) throws {
    let code = sqlite3_exec(db.sqliteConnection, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: sql)
    }
  }
}
