import GRDB
import Matchmaking

/// What the log says of other entries while somebody was merged into them, by mergings that were taken
/// back since: their details, numbers and former names stood in those rows for a while.
///
/// Invariant: a merging is taken back only once whatever was done to the entry meanwhile is, too. So these
/// changes lead back to where they began, and emptied together they still do.
struct UndoneMergings {
  /// Entries of the log about the members they were merged into, and with which act that began.
  private let entries: [Int64: Int64]
  /// Rows that were written beside those meanwhile, and are gone: aliases, verifications, consents.
  private let rows: Set<String>

  /// - Parameter members: keys, as a JSON list.
  init(of members: String, in db: Database) throws {
    entries = try Dictionary(
      uniqueKeysWithValues: Prepared(
        Self.meanwhile + """
           SELECT c.id, min(opening) FROM change c JOIN meanwhile ON c.act BETWEEN opening AND closing AND c.row = host
          WHERE c."table" = 'member' AND host NOT IN (SELECT value FROM json_each(?1))
          GROUP BY c.id
          """, in: db
      ).all([members]) { ($0.number(0) ?? 0, $0.number(1) ?? 0) })
    let tables = LoggedTable.goneWithMember.map(\.rawValue)
    let gone = tables.map { "'\($0)'" }.joined(separator: ", ")
    let standing = tables.map { "SELECT id FROM \($0)" }.joined(separator: " UNION ALL ")
    rows = try Set(
      Prepared(
        Self.meanwhile + """
           SELECT c.row FROM change c JOIN meanwhile ON c.act BETWEEN opening AND closing
            AND c.before ->> '$.member' = host
          WHERE c."table" IN (\(gone)) AND c.after IS NULL AND c.row NOT IN (\(standing))
          """, in: db
      ).all([members]) { $0.text(0) })
  }

  /// - Parameter day: only what was done before it.
  func scrub(_ writer: ActWriter, before day: Day? = nil) throws {
    guard !entries.isEmpty || !rows.isEmpty else { return }
    let gone = MemberTraces.json(rows)
    let removals = try removals(in: writer.db)
    try writer.run(
      """
      UPDATE change SET before = iif(before IS NULL, NULL, '{}'),
        after = iif(after IS NULL, NULL, '{}')
      WHERE (before <> '{}' OR after <> '{}')
        AND (id IN (SELECT value FROM json_each(?1)) OR row IN (SELECT value FROM json_each(?2)))
        AND id NOT IN (SELECT value FROM json_each(?4))
        AND (?3 IS NULL OR act IN (SELECT sequence FROM act
          WHERE date((clock >> 16) / 1000, 'unixepoch', 'localtime') < ?3))
      """, [entriesList, gone, day?.description, Self.list(removals.map(\.entry))])
    for removal in removals {
      try writer.run(
        "UPDATE change SET before = ? WHERE id = ?", [removal.image.json, removal.entry])
    }
    try writer.run(
      "DELETE FROM deviation WHERE row IN (SELECT value FROM json_each(?))", [gone])
  }

  /// The other entries that were merged on meanwhile, as they stood before: a removal that is emptied would
  /// lead back to no row.
  private func removals(in db: Database) throws -> [(entry: Int64, image: RowImage)] {
    let changes = try Prepared(
      """
      SELECT id, row, before, after IS NULL FROM change
      WHERE id IN (SELECT value FROM json_each(?)) AND before IS NOT NULL AND before <> '{}'
      ORDER BY id
      """, in: db
    ).all([entriesList]) {
      (entry: $0.number(0) ?? 0, row: $0.text(1), before: $0.text(2), isGone: $0.number(3) == 1)
    }
    var first: [String: [Int64: RowImage]] = [:]
    var found: [(entry: Int64, image: RowImage)] = []
    for change in changes {
      let before = try RowImage(json: change.before)
      // What stood before the first change of a column is what stood when they were merged.
      let opening = entries[change.entry] ?? 0
      var image = first[change.row]?[opening] ?? RowImage()
      image.values.merge(before.values) { first, _ in first }
      first[change.row, default: [:]][opening] = image
      if change.isGone { found.append((change.entry, image)) }
    }
    return found
  }

  private static func list(_ entries: some Sequence<Int64>) -> String {
    "[" + entries.map(String.init).joined(separator: ",") + "]"
  }

  /// The entries, for `json_each`.
  var entriesList: String { Self.list(entries.keys.sorted()) }

  /// Into whom the members of `?1` were merged, from which act to which; an entry that was itself merged
  /// into another meanwhile took theirs along.
  private static let meanwhile = """
    WITH RECURSIVE undone(merged, host, opening, closing) AS MATERIALIZED (
      SELECT iif(c.before ->> '$.one' = c.before ->> '$.merged_into',
          c.before ->> '$.other', c.before ->> '$.one'),
        c.before ->> '$.merged_into',
        (SELECT max(made.act) FROM change made
          WHERE made."table" = c."table" AND made.row = c.row AND made.before IS NULL
            AND made.id < c.id),
        c.act
      FROM change c JOIN act ON act.sequence = c.act
      WHERE c."table" = 'duplicate_decision' AND c.after IS NULL AND act.kind = 'undo'
        AND c.before ->> '$.merged_into' IS NOT NULL),
    meanwhile(host, opening, closing) AS (
      SELECT host, opening, closing FROM undone WHERE merged IN (SELECT value FROM json_each(?1))
      UNION SELECT u.host, u.opening, u.closing FROM undone u JOIN meanwhile m
        ON u.merged = m.host AND u.opening >= m.opening AND u.closing <= m.closing)
    """
}
