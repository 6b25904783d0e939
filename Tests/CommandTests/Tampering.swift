import GRDBSQLite

/// Changes a store behind the program's back, as nobody should.
struct Tampering {
  struct Failed: Error {
    let message: String
  }

  static func run(_ statement: String, in path: String) throws {
    var file: OpaquePointer?
    defer { sqlite3_close(file) }
    guard sqlite3_open_v2(path, &file, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK,
      sqlite3_exec(file, statement, nil, nil, nil) == SQLITE_OK
    else { throw Failed(message: String(cString: sqlite3_errmsg(file))) }
  }
}
