import GRDB

extension Schema {
  /// Makes the triggers that write `change`.
  ///
  /// An insert's image is the row itself until a later change keeps what stood before, so it is not
  /// stored twice; an update keeps the columns that changed, a deletion keeps them all.
  static func logChanges(of table: String, in db: Database) throws {
    let columns = try db.columns(in: table).map(\.name)
    let open = """
      (SELECT sequence FROM act
        WHERE sequence = (SELECT max(sequence) FROM act) AND changes IS NULL)
      """
    let whole = columns.map { "'\($0)', OLD.\($0)" }.joined(separator: ", ")
    let differs = columns.map { "OLD.\($0) IS NOT NEW.\($0)" }.joined(separator: " OR ")
    // Put together as text: a query over the columns would make two temporary tables a check-in.
    let changed = { (side: String) in
      let parts = columns.map {
        "iif(OLD.\($0) IS NOT NEW.\($0), ',\"\($0)\":' || json_quote(\(side).\($0)), '')"
      }
      let places = String(repeating: "%s", count: parts.count)
      return "'{' || substr(printf('\(places)', \(parts.joined(separator: ", "))), 2) || '}'"
    }
    try db.execute(
      sql: """
        CREATE TRIGGER \(table)_inserted AFTER INSERT ON \(table) BEGIN
          INSERT INTO change (act, "table", row) VALUES (\(open), '\(table)', NEW.id);
        END;
        CREATE TRIGGER \(table)_updated AFTER UPDATE ON \(table) WHEN \(differs) BEGIN
          INSERT INTO change (act, "table", row, before, after)
          VALUES (\(open), '\(table)', NEW.id, \(changed("OLD")), \(changed("NEW")));
        END;
        CREATE TRIGGER \(table)_deleted AFTER DELETE ON \(table) BEGIN
          INSERT INTO change (act, "table", row, before)
          VALUES (\(open), '\(table)', OLD.id, json_object(\(whole)));
        END;
        CREATE TRIGGER \(table)_keeps_its_key BEFORE UPDATE OF id ON \(table)
        WHEN OLD.id IS NOT NEW.id BEGIN
          SELECT RAISE(ABORT, 'a key never changes');
        END;
        """)
  }
}
