import GRDB
import GRDBSQLite

/// A statement bound and stepped by hand.
///
/// For what every check-in runs: there GRDB's bindings and rows take longer than SQLite itself.
/// The statement is one of GRDB's cache, and faults are thrown as GRDB's are.
struct Prepared {
  private let statement: OpaquePointer
  private let sql: String

  init(_ sql: String, in db: Database) throws {
    self.sql = sql
    statement = try db.cachedStatement(sql: sql).sqliteStatement
  }

  func run(_ arguments: [(any StatementBinding)?]) throws {
    try each(arguments) { _ in false }
  }

  /// What is made of the first row; nil where there is none.
  func first<Value>(
    _ arguments: [(any StatementBinding)?], _ body: (Columns) throws -> Value?
  ) throws -> Value? {
    var value: Value?
    try each(arguments) { row in
      value = try body(row)
      return false
    }
    return value
  }

  func all<Value>(
    _ arguments: [(any StatementBinding)?], _ body: (Columns) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try each(arguments) { row in
      values.append(try body(row))
      return true
    }
    return values
  }

  /// - Parameter body: whether to go on to the next row; the columns are gone when it returns.
  func each(_ arguments: [(any StatementBinding)?], _ body: (Columns) throws -> Bool) throws {
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (place, argument) in arguments.enumerated() {
      let code = argument?.bind(to: statement, at: CInt(place + 1)) ?? SQLITE_OK
      guard code == SQLITE_OK else { throw fault }
    }
    var code = sqlite3_step(statement)
    while code == SQLITE_ROW {
      guard try body(Columns(statement: statement)) else { return }
      code = sqlite3_step(statement)
    }
    guard code == SQLITE_DONE else { throw fault }
  }

  /// Runs with what `bind` puts in its places.
  ///
  /// Bytes are lent and not copied: they must lie still until this returns.
  func run(binding bind: (Places) -> Void) throws {
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    bind(Places(statement: statement))
    guard sqlite3_step(statement) == SQLITE_DONE else { throw fault }
  }

  private var fault: DatabaseError {
    let connection = sqlite3_db_handle(statement)
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }
}

/// The places of a statement that something is to be put in, counted from 1.
///
/// What cannot be put there makes SQLite remember why, and the running fails.
struct Places {
  fileprivate let statement: OpaquePointer

  /// - Parameter text: UTF-8.
  func lend(_ text: UnsafeBufferPointer<UInt8>, at place: Int) {
    text.withMemoryRebound(to: CChar.self) { text in
      _ = sqlite3_bind_text(
        statement, Int32(place), text.baseAddress, Int32(text.count), nil)
    }
  }

  func put(_ value: some StatementBinding, at place: Int) {
    _ = value.bind(to: statement, at: CInt(place))
  }
}

/// The columns of the row a statement stands on, by their place.
///
/// SQLite makes of whatever stands there what is asked for, so a damaged row is never a crash.
struct Columns {
  fileprivate let statement: OpaquePointer
  fileprivate var start = 0

  /// The columns from a place on, counted anew: for a row that tells of several things.
  func from(_ place: Int) -> Columns { Columns(statement: statement, start: start + place) }

  /// Empty where nothing stands.
  func text(_ place: Int) -> String {
    guard let bytes = sqlite3_column_text(statement, Int32(start + place)) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, Int32(start + place)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// Nil where nothing stands.
  func some(_ place: Int) -> String? { isNull(place) ? nil : text(place) }

  func number(_ place: Int) -> Int64? {
    isNull(place) ? nil : sqlite3_column_int64(statement, Int32(start + place))
  }

  func int(_ place: Int) -> Int? { number(place).map { Int(truncatingIfNeeded: $0) } }

  /// Lent until the statement goes on.
  func bytes(_ place: Int) -> UnsafeRawBufferPointer {
    let bytes = sqlite3_column_blob(statement, Int32(start + place))
    return UnsafeRawBufferPointer(
      start: bytes, count: Int(sqlite3_column_bytes(statement, Int32(start + place))))
  }

  private func isNull(_ place: Int) -> Bool {
    sqlite3_column_type(statement, Int32(start + place)) == SQLITE_NULL
  }
}
