import GRDB
public import Matchmaking

enum Conflicts {
  /// Those that nobody has decided.
  static let open = """
    FROM conflict WHERE NOT EXISTS (SELECT 1 FROM conflict_decision d WHERE d.conflict = conflict.id)
    """

  /// Those of which another laptop wrote what stands, and this one the other value.
  ///
  /// What stands is the same in every file; whose it is depends on where one sits, so it is told by the acts of
  /// this replica when it is asked for, and not kept.
  static func turned(in db: Database) throws -> Set<String> {
    let path = "'$.\"' || k.\"column\" || '\"'"
    return try String.fetchSet(
      db,
      sql: """
        WITH typed_here AS MATERIALIZED (
          SELECT c.row FROM change c JOIN act a ON a.sequence = c.act
            JOIN replica r ON r.number = a.replica AND r.is_own
          WHERE c."table" = 'ballot' AND c.before IS NULL)
        SELECT id FROM (
          SELECT k.id, k.theirs IS CAST(json_extract(c.after, \(path)) AS TEXT) AS is_lost, max(c.id)
          FROM change c CROSS JOIN conflict k ON k.row = c.row
            CROSS JOIN act a ON a.sequence = c.act
            CROSS JOIN replica r ON r.number = a.replica AND r.is_own
          WHERE k.code = 'edited-apart' AND json_type(c.after, \(path)) IS NOT NULL
          GROUP BY k.id) WHERE is_lost
        UNION ALL
        SELECT k.id FROM conflict k JOIN typed_here other ON other.row = k.other
        WHERE k.code = 'slip-differs' AND NOT EXISTS (SELECT 1 FROM typed_here WHERE row = k.row)
        """)
  }

  static func count(in db: Database) throws -> Int {
    try Prepared("SELECT count(*) \(open)", in: db).first([]) { $0.int(0) } ?? 0
  }
}

extension Store {
  /// What is to be looked at since files became one.
  public func conflicts() throws -> [ConflictRecord] {
    try read { db in
      let turned = try Conflicts.turned(in: db)
      return try Row.fetchAll(
        db, sql: "SELECT * \(Conflicts.open) ORDER BY code, \"table\", row, \"column\", id"
      ).map { try Conflict.record($0, turned: turned, in: db) }
    }
  }

  /// Whose slips of an event were typed differently in two places.
  public func slipConflicts(of event: EventID) throws -> [Badge] {
    try read { try Conflict.slips(of: event, in: $0) }
  }

  /// Decides which of two values stands; one act.
  ///
  /// - Parameter id: the beginning of its key, as far as it is nobody else's.
  /// - Throws: `Refusal.bundle(.noConflict)` where there is none that is open.
  @discardableResult
  public func settleConflict(_ id: String, keeping side: ConflictRecord.Side) throws -> Act {
    do {
      return try act(ActSummary(.settleConflict, detail: side.rawValue)) { writer, _ in
        let found = try Row.fetchAll(
          writer.db, sql: "SELECT * \(Conflicts.open) AND substr(id, 1, length(?1)) = ?1 LIMIT 2",
          arguments: [id.lowercased()])
        guard !id.isEmpty, found.count == 1, let conflict = found.first else {
          throw Refusal.bundle(.noConflict(id))
        }
        let isTurned = try Conflicts.turned(in: writer.db).contains(conflict.needed("id"))
        try writer.settle(conflict, keeping: isTurned ? side.other : side)
      }.1
    } catch is BrokenConstraint {
      throw Refusal.bundle(.contradictory)
    }
  }
}

extension ActWriter {
  /// - Parameter side: `ours` for what stands.
  fileprivate func settle(_ conflict: Row, keeping side: ConflictRecord.Side) throws {
    guard let kind = Conflict.Kind(rawValue: try conflict.needed("code")),
      let table = LoggedTable(rawValue: try conflict.needed("table"))
    else { throw UnreadableRow(description: "conflict") }
    let row: String = try conflict.needed("row")
    let other: String = try conflict.value("other") ?? ""
    var dropped: String?
    switch (kind, side) {
    case (.slipDiffers, .ours): dropped = other
    case (.slipDiffers, .theirs): dropped = row
    case (_, .ours): break
    case (.editedApart, .theirs):
      let column = try (conflict.needed("column") as String).quotedDatabaseIdentifier
      let known = try number("SELECT 1 FROM \(table.rawValue) WHERE id = ?", [row])
      guard known != nil else { throw Refusal.history(.gone) }
      try run(
        "UPDATE \(table.rawValue) SET \(column) = ? WHERE id = ?",
        [try conflict.value("theirs") as String?, row])
    case (.badgeTwice, .theirs): try giveBadge(of: row, to: other)
    case (.codeTwice, .theirs), (.numberTwice, .theirs):
      try exchange(table.suffixed ?? "id", of: row, other, in: table)
    }
    let id: Identifier<Conflict> = identifier()
    try run(
      "INSERT INTO conflict_decision (id, conflict, dropped) VALUES (?, ?, ?)",
      [id.description, try conflict.needed("id") as String, dropped])
  }

  private func giveBadge(of row: String, to other: String) throws {
    let badge = try number("SELECT badge FROM registration WHERE id = ?", [row])
    try run("INSERT OR REPLACE INTO meta (key, value) VALUES ('settling', '')", [])
    try run("UPDATE registration SET badge = NULL WHERE id = ?", [row])
    try run("UPDATE registration SET badge = ? WHERE id = ?", [badge, other])
    try run("DELETE FROM meta WHERE key = 'settling'", [])
  }

  private func exchange(
    _ column: String, of row: String, _ other: String, in table: LoggedTable
  ) throws {
    let name = try text(column, of: row, in: table)
    let shown = try text(column, of: other, in: table)
    try run("UPDATE \(table.rawValue) SET \(column) = id WHERE id = ?", [row])
    try run("UPDATE \(table.rawValue) SET \(column) = ? WHERE id = ?", [name, other])
    try run("UPDATE \(table.rawValue) SET \(column) = ? WHERE id = ?", [shown, row])
  }

  private func text(_ column: String, of row: String, in table: LoggedTable) throws -> String? {
    try Prepared("SELECT \(column) FROM \(table.rawValue) WHERE id = ?", in: db).first([row]) {
      $0.text(0)
    }
  }
}

extension Conflict {
  fileprivate static func record(
    _ row: Row, turned: Set<String>, in db: Database
  ) throws -> ConflictRecord {
    let table: String = try row.needed("table")
    let id: String = try row.needed("id")
    let kind: Kind = try row.word("code")
    var (stands, other): (String?, String?) = (try row.value("ours"), try row.value("theirs"))
    if kind == .slipDiffers {
      stands = try Slips.lines(of: row.needed("row"), in: db).text(in: db)
      other = try Slips.lines(of: row.needed("other"), in: db).text(in: db)
    }
    let isTurned = turned.contains(id)
    return ConflictRecord(
      id: id, kind: kind, table: table, subject: try subject(row, in: db),
      column: try row.value("column"), ours: isTurned ? other : stands,
      theirs: isTurned ? stands : other, standing: isTurned ? .theirs : .ours)
  }

  private static func subject(_ row: Row, in db: Database) throws -> String {
    guard let table = LoggedTable(rawValue: try row.needed("table")) else { return "" }
    let (id, other): (String, String?) = (try row.needed("row"), try row.value("other"))
    let names = try [id, other].compactMap(\.self).compactMap { key in
      try Prepared(subjects(table), in: db).first([key]) { $0.text(0) }
    }
    return names.joined(separator: " / ")
  }

  /// A statement that tells whom a row is about.
  private static func subjects(_ table: LoggedTable) -> String {
    switch table {
    case .member: "SELECT number || ' ' || name FROM member WHERE id = ?"
    case .event: "SELECT code || ' ' || title FROM event WHERE id = ?"
    case .registration, .ballot:
      """
      SELECT e.code || ' ' || m.name || ifnull(printf(' %s%02d', r.pool, r.badge), '')
      FROM registration r JOIN member m ON m.id = r.member JOIN event e ON e.id = r.event
      WHERE r.id = \(table == .ballot ? "(SELECT picker FROM ballot WHERE id = ?)" : "?")
      """
    case .verification, .consent, .memberAlias:
      """
      SELECT m.number || ' ' || m.name FROM \(table.rawValue) v JOIN member m ON m.id = v.member
      WHERE v.id = ?
      """
    case .savedFilter: "SELECT name FROM saved_filter WHERE id = ?"
    case .segment:
      "SELECT e.code || ' ' || s.place FROM segment s JOIN event e ON e.id = s.event WHERE s.id = ?"
    case .pickingRound, .heartsQuestion:
      """
      SELECT e.code || ' ' || r.\(table == .pickingRound ? "number" : "place")
      FROM \(table.rawValue) r JOIN event e ON e.id = r.event WHERE r.id = ?
      """
    case .announcement:
      """
      SELECT e.code || printf(' %s%02d', o.pool, o.badge) || printf(' %s%02d', p.pool, p.badge)
      FROM announcement a JOIN event e ON e.id = a.event JOIN registration o ON o.id = a.one
        JOIN registration p ON p.id = a.other WHERE a.id = ?
      """
    case .coupleStep:
      """
      SELECT o.number || ' ' || o.name || ' / ' || p.number || ' ' || p.name
      FROM couple_step s JOIN couple c ON c.id = s.couple JOIN member o ON o.id = c.one
        JOIN member p ON p.id = c.other WHERE s.id = ?
      """
    case .pick, .refusal, .duplicateDecision, .columnMapping, .conflictDecision, .seatingPlan,
      .seatingRound, .forbiddenPair, .absence, .outcome, .picksPurge, .couple, .threadDraw,
      .heartsAnswer:
      "SELECT NULL WHERE ? IS NULL"
    }
  }

  static func slips(of event: EventID, in db: Database) throws -> [Badge] {
    try Prepared(
      """
      SELECT r.pool, r.badge FROM conflict JOIN ballot b ON b.id = conflict.row
        JOIN registration r ON r.id = b.picker
      WHERE code = 'slip-differs' AND b.event = ? AND r.badge IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM conflict_decision d WHERE d.conflict = conflict.id)
      """, in: db
    ).all([event.description]) { row in
      Pool(rawValue: row.text(0)).flatMap { pool in row.number(1).map { Badge(pool, Int($0)) } }
    }.compactMap(\.self).sorted()
  }
}
