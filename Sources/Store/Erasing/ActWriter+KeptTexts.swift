import GRDB

/// What organizers wrote about a pair that is held back, and about the steps of a couple: it may tell of
/// somebody who was erased, while the row itself stays and counts.
private struct KeptText {
  let table: LoggedTable
  let column: String
  /// The keys of rows about somebody who was erased, those that are gone among them.
  let rows: String

  static let all = [
    KeptText(
      table: .announcement, column: "note",
      rows: """
        SELECT id FROM announcement WHERE one IN \(erasedGuests) OR other IN \(erasedGuests)
        UNION SELECT row FROM change WHERE "table" = 'announcement' AND before IS NOT NULL
          AND (before ->> '$.one' IN \(erasedGuests) OR before ->> '$.other' IN \(erasedGuests))
        """),
    KeptText(
      table: .coupleStep, column: "evidence",
      rows: """
        SELECT id FROM couple_step WHERE couple IN \(erasedCouples)
        UNION SELECT row FROM change WHERE "table" = 'couple_step' AND before IS NOT NULL
          AND before ->> '$.couple' IN \(erasedCouples)
        """),
  ]

  // Those that were taken back, too: the log still has what was written about them.
  private static let erasedGuests = """
    (SELECT r.id FROM registration r JOIN erased_member e ON e.id = r.member
      UNION SELECT row FROM change WHERE "table" = 'registration' AND after IS NULL
        AND before ->> '$.member' IN (SELECT id FROM erased_member)
        AND row NOT IN (SELECT id FROM registration))
    """
  private static let erasedCouples = """
    (SELECT c.id FROM couple c JOIN erased_member e ON e.id IN (c.one, c.other)
      UNION SELECT row FROM change WHERE "table" = 'couple' AND after IS NULL
        AND (before ->> '$.one' IN (SELECT id FROM erased_member)
          OR before ->> '$.other' IN (SELECT id FROM erased_member))
        AND row NOT IN (SELECT id FROM couple))
    """
}

extension ActWriter {
  /// Takes out, in rows and log, what was written about people who were erased, here or in another file.
  ///
  /// - Parameter isLogged: otherwise nothing is noted, for it follows from their having been erased.
  func scrubKeptTexts(isLogged: Bool = true) throws {
    let last = try Change.last(in: db)
    for text in KeptText.all {
      let (table, column) = (text.table.rawValue, text.column)
      let rows = MemberTraces.json(try Prepared(text.rows, in: db).all([]) { $0.text(0) })
      guard rows != "[]" else { continue }
      try run(
        """
        UPDATE \(table) SET \(column) = NULL
        WHERE \(column) IS NOT NULL AND id IN (SELECT value FROM json_each(?))
        """, [rows])
      if !isLogged { try run("DELETE FROM change WHERE id > ?", [last]) }
      for image in ["before", "after"] {
        try run(
          """
          UPDATE change SET \(image) = json_set(\(image), '$.\(column)', NULL)
          WHERE "table" = '\(table)' AND json_type(\(image), '$.\(column)') = 'text'
            AND row IN (SELECT value FROM json_each(?))
          """, [rows])
      }
      try run(
        """
        UPDATE deviation SET raw = json_remove(raw, '$.\(column)')
        WHERE json_type(raw, '$.\(column)') = 'text'
          AND row IN (SELECT value FROM json_each(?))
        """, [rows])
      try run("DELETE FROM conflict WHERE row IN (SELECT value FROM json_each(?))", [rows])
    }
  }
}
