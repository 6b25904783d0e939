import Foundation
import GRDB
import Matchmaking

/// Where in the file something tells of some members: the keys of their rows, those that are gone
/// among them.
struct MemberTraces {
  /// Their own keys and those of members who were merged into them.
  let members: Set<String>
  /// All rows that are theirs: registrations, slips, verifications, consents, refusals, decisions.
  let rows: Set<String>

  init(of ids: some Sequence<MemberID>, in db: Database) throws {
    members = try MemberTraces.withMerged(Set(ids.map(\.description)), in: db)
    var rows = members
    let own = MemberTraces.json(members)
    for (table, column) in LoggedTable.ofMember {
      rows.formUnion(
        try String.fetchAll(
          db,
          sql:
            "SELECT id FROM \(table.rawValue) WHERE \(column) IN (SELECT value FROM json_each(?))",
          arguments: [own]))
    }
    rows.formUnion(
      try String.fetchAll(
        db,
        sql: """
          SELECT id FROM duplicate_decision WHERE one IN (SELECT value FROM json_each(?1))
            OR other IN (SELECT value FROM json_each(?1))
          """, arguments: [own]))
    rows.formUnion(try MemberTraces.logged(["member", "one", "other"], own, in: db))
    let registrations = MemberTraces.json(rows)
    rows.formUnion(
      try String.fetchAll(
        db, sql: "SELECT id FROM ballot WHERE picker IN (SELECT value FROM json_each(?))",
        arguments: [registrations]))
    rows.formUnion(
      try String.fetchAll(
        db,
        sql: """
          SELECT id FROM announcement WHERE one IN (SELECT value FROM json_each(?1))
            OR other IN (SELECT value FROM json_each(?1))
          UNION SELECT id FROM couple_step WHERE couple IN (SELECT value FROM json_each(?1))
          """, arguments: [registrations]))
    rows.formUnion(
      try MemberTraces.logged(["picker", "couple", "one", "other"], registrations, in: db))
    self.rows = rows
  }

  /// Rows that were somebody's before they changed or went.
  private static func logged(
    _ columns: [String], _ keys: String, in db: Database
  ) throws -> [String] {
    let terms = columns.map {
      "before ->> '$.\($0)' IN (SELECT value FROM json_each(?1))"
    }
    return try String.fetchAll(
      db,
      sql:
        "SELECT row FROM change WHERE before IS NOT NULL AND (\(terms.joined(separator: " OR ")))",
      arguments: [keys])
  }

  private static func withMerged(_ ids: Set<String>, in db: Database) throws -> Set<String> {
    let found = try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE gone(id) AS (
          SELECT value FROM json_each(?)
          UNION SELECT iif(one = merged_into, other, one) FROM duplicate_decision, gone
            WHERE merged_into = gone.id)
        SELECT id FROM gone
        """, arguments: [json(ids)])
    return Set(found)
  }

  /// A list of keys for `json_each`; they hold nothing that would have to be quoted.
  static func json(_ keys: some Sequence<String>) -> String {
    "[" + keys.map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }
}
