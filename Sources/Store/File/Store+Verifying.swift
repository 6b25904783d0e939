import GRDB

/// Something that is wrong with the file, as its own checks find it.
public enum Flaw: Hashable, Sendable {
  /// In SQLite's words.
  case integrity(String)
  /// A row refers to one that is not there.
  case orphan(table: String, row: Int64, parent: String)
  case unfinishedActs(Int)
  /// An entry of the log that stands for many new rows has not as many as it says.
  case brokenStretch(act: Int64, said: Int, real: Int)
  /// What the list of events says of an event is not what is in the file.
  ///
  /// - Parameters:
  ///   - event: the event's code; its key where there is no such event.
  ///   - what: `slips`, or how guests stand, with their pool before it: `M checked_in`.
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
      return integrity + orphans + (open > 0 ? [.unfinishedActs(open)] : [])
        + (try brokenStretches(db)) + (try miscounts(db))
    }
  }

  /// Each row of a stretch stands, or the log says of it by itself that it went.
  private func brokenStretches(_ db: Database) throws -> [Flaw] {
    let statement = try Prepared(
      """
      WITH stretch AS (SELECT id, act, row, last, count FROM change WHERE count IS NOT NULL AND "table" <> '*'),
      gone(id) AS (
        SELECT row FROM change WHERE "table" = 'member' AND before IS NOT NULL AND after IS NULL
        EXCEPT SELECT id FROM member)
      SELECT act, count,
        (SELECT count(*) FROM member WHERE \(Schema.isStretch(around: "member.id")))
          + (SELECT count(*) FROM gone WHERE \(Schema.isStretch(around: "gone.id"))) AS real
      FROM stretch AS change WHERE count = 0 OR count <> real ORDER BY id
      """, in: db)
    return try statement.all([]) { row in
      .brokenStretch(act: row.number(0) ?? 0, said: row.int(1) ?? 0, real: row.int(2) ?? 0)
    }
  }

  private func miscounts(_ db: Database) throws -> [Flaw] {
    let numbers = Schema.standings + ["slips"]
    let columns = Schema.standingColumns + ["slips"]
    let said = columns.map { "sum(iif(side, 0, \($0)))" }
    let real = columns.map { "sum(iif(side, \($0), 0))" }
    let statement = try Prepared(
      """
      WITH counted(event, pool, \(columns.joined(separator: ", "))) AS (\(Schema.counts)),
      both AS (
        SELECT event, pool, \(columns.joined(separator: ", ")), 0 AS side FROM tally
        UNION ALL SELECT *, 1 FROM counted
      )
      SELECT ifnull(event.code, both.event), pool, \((said + real).joined(separator: ", "))
      FROM both LEFT JOIN event ON event.id = both.event GROUP BY both.event, pool ORDER BY 1, 2
      """, in: db)
    return try statement.all([]) { row in
      numbers.indices.compactMap { place -> Flaw? in
        let said = row.int(2 + place) ?? 0
        let real = row.int(2 + numbers.count + place) ?? 0
        guard said != real else { return nil }
        let pool = row.text(1)
        let what =
          Int(pool) == nil ? "\(pool) \(numbers[place])" : "\(numbers[place]) of round \(pool)"
        return .miscounted(event: row.text(0), what: what, said: said, real: real)
      }
    }.flatMap { $0 }
  }

  /// Counts guests and slips anew from the rows themselves.
  ///
  /// No act: the counts follow from what the log has, and nothing in it changes.
  public func recount() throws { try write { try Store.recount($0) } }

  static func recount(_ db: Database) throws {
    let columns = Schema.standingColumns + ["slips"]
    try db.execute(
      sql: """
        UPDATE tally SET \(columns.map { "\($0) = 0" }.joined(separator: ", "));
        INSERT INTO tally (event, pool, \(columns.joined(separator: ", ")))
          SELECT * FROM (\(Schema.counts)) WHERE true
          ON CONFLICT DO UPDATE SET \(columns.map { "\($0) = excluded.\($0)" }
            .joined(separator: ", "));
        """)
  }
}
