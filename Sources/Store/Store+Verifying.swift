import GRDB

/// Something that is wrong with the file, as its own checks find it.
public enum Flaw: Hashable, Sendable {
  /// In SQLite's words.
  case integrity(String)
  /// A row refers to one that is not there.
  case orphan(table: String, row: Int64, parent: String)
  case unfinishedActs(Int)
  /// What the list of events says of an event is not what is in the file.
  ///
  /// - Parameters:
  ///   - event: the event's code; its key where there is no such event.
  ///   - what: `ballot`, or how guests stand, with their pool before it: `M checked_in`.
  case miscounted(event: String, what: String, said: Int, real: Int)

  /// Whether `Store.recount` mends it.
  public var isMiscount: Bool { if case .miscounted = self { true } else { false } }
}

extension Store {
  /// Looks at the whole file; empty is good.
  public func verify() throws -> [Flaw] {
    try read { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
        .filter { $0 != "ok" }.map(Flaw.integrity)
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map {
        Flaw.orphan(table: $0[0] ?? "?", row: $0[1] ?? 0, parent: $0[2] ?? "?")
      }
      let open = try Int.fetchOne(db, sql: "SELECT count(*) FROM act WHERE changes IS NULL") ?? 0
      return integrity + orphans + (open > 0 ? [.unfinishedActs(open)] : []) + (try miscounts(db))
    }
  }

  private func miscounts(_ db: Database) throws -> [Flaw] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT ifnull(event.code, both.event) AS code, trim(pool || ' ' || what) AS what,
          sum(said) AS said, sum(counted) AS counted
        FROM (
          SELECT event, pool, what, number AS said, 0 AS counted FROM tally
            WHERE what <> 'last_badge'
          UNION ALL SELECT event, pool, what, 0, number FROM (\(Schema.counts))
        ) AS both LEFT JOIN event ON event.id = both.event
        GROUP BY both.event, pool, what HAVING sum(said) <> sum(counted) ORDER BY 1, 2
        """
    ).map { row in
      .miscounted(
        event: try row.needed("code"), what: try row.needed("what"), said: try row.needed("said"),
        real: try row.needed("counted"))
    }
  }

  /// Counts guests and slips anew from the rows themselves.
  ///
  /// No act: the counts follow from what the log has, and nothing in it changes.
  public func recount() throws {
    try write { db in
      try db.execute(
        sql: """
          DELETE FROM tally WHERE what <> 'last_badge';
          INSERT INTO tally (event, pool, what, number) \(Schema.counts);
          """)
    }
  }
}
