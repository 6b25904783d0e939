import GRDB
public import Matchmaking

enum Conflicts {
  /// Those that nobody has decided.
  static let open = """
    FROM conflict WHERE NOT EXISTS (SELECT 1 FROM conflict_decision d WHERE d.conflict = conflict.id)
    """

  static func count(in db: Database) throws -> Int {
    try Prepared("SELECT count(*) \(open)", in: db).first([]) { $0.int(0) } ?? 0
  }
}

extension Store {
  /// What is to be looked at since files became one.
  public func conflicts() throws -> [ConflictRecord] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * \(Conflicts.open) ORDER BY code, \"table\", row, \"column\", id"
      ).map { try Conflict.record($0, in: db) }
    }
  }

  /// How many slips of an event were typed differently in two places.
  public func slipConflicts(of event: EventID) throws -> Int {
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
        try writer.settle(conflict, keeping: side)
      }.1
    } catch is BrokenConstraint {
      throw Refusal.bundle(.contradictory)
    }
  }
}

extension ActWriter {
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
  fileprivate static func record(_ row: Row, in db: Database) throws -> ConflictRecord {
    let table: String = try row.needed("table")
    if try row.needed("code") == Kind.slipDiffers.rawValue {
      return ConflictRecord(
        id: try row.needed("id"), kind: .slipDiffers, table: table,
        subject: try subject(row, in: db), column: nil,
        ours: try Slips.lines(of: row.needed("row"), in: db).text(in: db),
        theirs: try Slips.lines(of: row.needed("other"), in: db).text(in: db))
    }
    return ConflictRecord(
      id: try row.needed("id"), kind: try row.word("code"), table: table,
      subject: try subject(row, in: db), column: try row.value("column"),
      ours: try row.value("ours"), theirs: try row.value("theirs"))
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
    case .pick, .refusal, .duplicateDecision, .columnMapping, .conflictDecision:
      "SELECT NULL WHERE ? IS NULL"
    }
  }

  static func slips(of event: EventID, in db: Database) throws -> Int {
    try Prepared(
      """
      SELECT count(*) FROM conflict JOIN ballot b ON b.id = conflict.row
      WHERE code = 'slip-differs' AND b.event = ?
        AND NOT EXISTS (SELECT 1 FROM conflict_decision d WHERE d.conflict = conflict.id)
      """, in: db
    ).first([event.description]) { $0.int(0) } ?? 0
  }
}
