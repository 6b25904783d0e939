import GRDB

extension Schema {
  /// The act that is being written; null outside of one, so that the log's entry fails.
  private static let open = """
    (SELECT sequence FROM act
      WHERE sequence = (SELECT max(sequence) FROM act) AND changes IS NULL)
    """

  /// Makes the triggers that write `change`.
  ///
  /// An insert's image is the row itself until a later change keeps what stood before, so it is not
  /// stored twice; an update keeps the columns that changed, a deletion keeps them all.
  static func logChanges(of table: String, in db: Database) throws {
    let columns = try db.columns(in: table).map(\.name)
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
    try logInsertions(into: table, in: db)
    try db.execute(
      sql: """
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

  /// Every row that is added is logged by itself, unless the newest entry of the log is a stretch that
  /// is open for it. Nothing has to be switched off or on: an entry that is newer, another table, or a
  /// key with other random bits, and the row has its own entry again.
  private static func logInsertions(into table: String, in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TRIGGER \(table)_inserted AFTER INSERT ON \(table)
        WHEN \(isCoveredByStretch("NEW.id", of: table)) IS NOT 1 BEGIN
          INSERT INTO change (act, "table", row) VALUES (\(open), '\(table)', NEW.id);
        END;
        """)
  }

  /// Whether a row that is added belongs to the stretch at the end of the log.
  ///
  /// A stretch is one entry for many new rows of a table: its `row` is the first of their keys, `last`
  /// the last, `count` how many there are, 0 while they are being added. Keys of one act count upwards
  /// and end in its random bits, so between the first and the last that end alike stands nobody else's row,
  /// whatever the clocks say. By keys and not by row numbers, which VACUUM may change.
  private static func isCoveredByStretch(_ key: String, of table: String) -> String {
    """
    (SELECT count = 0 AND "table" = '\(table)' AND \(key) >= row
        AND \(randomBits(of: key)) = \(randomBits(of: "row"))
      FROM change ORDER BY id DESC LIMIT 1)
    """
  }

  /// The digits of a key that are nothing but random bits.
  static func randomBits(of key: String) -> String { "substr(\(key), 26)" }
}
