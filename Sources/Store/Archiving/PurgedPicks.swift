import GRDB
import Matchmaking

/// Events whose slips are gone for good, because this file or another it heard of archived them.
///
/// It only grows: archiving is never undone, and a bundle that tells of it is not set aside.
struct PurgedPicks {
  private let events: Set<String>

  /// By the acts in the log, whatever the tables show of them by now.
  init(in db: Database) throws {
    events = try String.fetchSet(
      db,
      sql: """
        SELECT event FROM picks_purge
        UNION SELECT raw ->> '$.event' FROM deviation WHERE "table" = 'picks_purge'
        UNION SELECT ifnull(after ->> '$.event', before ->> '$.event') FROM change
          WHERE "table" = 'picks_purge' AND ifnull(after ->> '$.event', before ->> '$.event') IS NOT NULL
        """)
  }

  init(_ events: Set<String>) { self.events = events }

  var isEmpty: Bool { events.isEmpty }
  var all: Set<String> { events }

  func contains(_ event: String) -> Bool { events.contains(event) }
}

/// Where in the file something tells of the slips of events: the keys of ballots and of their lines, also of
/// those that are gone, or give way to others.
struct PickTraces {
  let ballots: Set<String>
  let picks: Set<String>

  init(of events: PurgedPicks, in db: Database) throws {
    let named = MemberTraces.json(events.all)
    ballots = try PickTraces.keys(.ballot, by: "event", among: named, in: db)
    picks = try PickTraces.keys(.pick, by: "ballot", among: MemberTraces.json(ballots), in: db)
  }

  var all: Set<String> { ballots.union(picks) }

  private static func keys(
    _ table: LoggedTable, by column: String, among named: String, in db: Database
  ) throws -> Set<String> {
    let name = table.rawValue
    let wanted = "IN (SELECT value FROM json_each(?1))"
    return try String.fetchSet(
      db,
      sql: """
        SELECT id FROM \(name) WHERE \(column) \(wanted)
        UNION SELECT row FROM deviation WHERE "table" = '\(name)' AND raw ->> '$.\(column)' \(wanted)
        UNION SELECT row FROM change WHERE "table" = '\(name)'
          AND (before ->> '$.\(column)' \(wanted) OR after ->> '$.\(column)' \(wanted))
        """, arguments: [named])
  }

  /// Takes what they say out of everything but the tables themselves.
  ///
  /// Of an image the key stays, and what the row is part of: so that everywhere it is known to be purged, and
  /// undoing what came before is refused. Of an act that stored a slip stays that it was done, not whose slip it
  /// was, nor how many were picked.
  ///
  /// - Returns: whether there was anything left to be taken out.
  @discardableResult
  func scrub(_ writer: ActWriter) throws -> Bool {
    let rows = MemberTraces.json(all)
    for table in ["deviation_link", "deviation", "row_image"] {
      try writer.run(
        "DELETE FROM \(table) WHERE row IN (SELECT value FROM json_each(?))", [rows])
    }
    try writer.run(
      """
      DELETE FROM conflict WHERE row IN (SELECT value FROM json_each(?1))
        OR other IN (SELECT value FROM json_each(?1))
      """, [rows])
    let images = try scrubImages(.ballot, ballots, part: "event", writer)
    let lines = try scrubImages(.pick, picks, part: "ballot", writer)
    try scrubSummaries(rows, writer)
    return images || lines
  }

  private func scrubImages(
    _ table: LoggedTable, _ keys: Set<String>, part column: String, _ writer: ActWriter
  ) throws -> Bool {
    let name = table.rawValue
    // A row that came has no image yet: what it is part of stands in the row, or where it went.
    let whole = """
      coalesce(before ->> '$.\(column)', after ->> '$.\(column)',
        (SELECT \(column) FROM \(name) WHERE id = change.row),
        (SELECT ifnull(c.before ->> '$.\(column)', c.after ->> '$.\(column)') FROM change c
          JOIN part ON part.row = change.row AND c.id = part.entry))
      """
    let image = "json_object('id', row, '\(column)', \(whole))"
    let before = try writer.number("SELECT total_changes()", []) ?? 0
    try writer.run(
      """
      WITH part(row, entry) AS MATERIALIZED (
        SELECT row, max(id) FROM change WHERE "table" = '\(name)'
          AND (before ->> '$.\(column)' IS NOT NULL OR after ->> '$.\(column)' IS NOT NULL)
        GROUP BY row)
      UPDATE change SET
        before = iif(before IS NULL, NULL, \(image)),
        after = iif(after IS NULL AND before IS NOT NULL, NULL, \(image))
      WHERE "table" = '\(name)' AND row IN (SELECT value FROM json_each(?1)) AND (
        before IS NOT NULL AND before <> \(image)
        OR after IS NOT NULL AND after <> \(image)
        OR before IS NULL AND after IS NULL)
      """, [MemberTraces.json(keys)])
    return try writer.number("SELECT total_changes()", []) ?? 0 > before
  }

  private func scrubSummaries(_ rows: String, _ writer: ActWriter) throws {
    try writer.run(
      """
      UPDATE act SET summary = json_remove(summary, '$.name', '$.badge', '$.count', '$.detail')
      WHERE sequence IN (SELECT act FROM change WHERE row IN (SELECT value FROM json_each(?1)))
        AND (summary ->> '$.name' IS NOT NULL OR summary ->> '$.badge' IS NOT NULL)
        AND summary ->> '$.verb' <> ?2
      """, [rows, ActSummary.Verb.archiveEvent.rawValue])
  }
}
