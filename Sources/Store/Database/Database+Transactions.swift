import CSQLite
import GRDB

/// Whether the work at hand waits for others.
enum Patience {
  /// Nobody waits for it, so it waits for nobody.
  @TaskLocal static var isHurried = false
}

extension Database {
  /// Begins a transaction that writes; waits for others as `Naps` has it.
  func begin() throws { try Prepared("BEGIN IMMEDIATE", in: self).run([]) }

  /// Fails at once where somebody else is writing.
  func beginAtOnce() throws { try Patience.$isHurried.withValue(true) { try begin() } }

  /// Reads without what others write meanwhile.
  ///
  /// GRDB's own reading sets `query_only` before and after, and with a pragma of that kind SQLite lets every
  /// compiled statement expire: whoever looked for news made each later check-in compile thirty of them.
  func atOneMoment<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let changes = totalChangesCount
    try Prepared("BEGIN DEFERRED", in: self).run([])
    defer {
      assert(totalChangesCount == changes, "reading changes nothing")
      // Some faults have ended it already; nothing was written, so it does not matter which way it ends.
      if isInsideTransaction { try? Prepared("ROLLBACK", in: self).run([]) }
    }
    return try body(self)
  }

  /// Whether the write-ahead log is left as it is when the connection is closed: nothing of it is moved into
  /// the file.
  func leaveLog(_ leaves: Bool = true) {
    if let connection = sqliteConnection { csqlite_leave_log(connection, leaves) }
  }
}
