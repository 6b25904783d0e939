import GRDB
import Matchmaking

/// The stories of rows, as the log tells them.
struct Stories {
  private let touched: [LoggedTable: Set<String>]
  private let erased: ErasedMembers
  private let purged: PurgedPicks
  /// Ballots of archived events.
  private let gone: Set<String>
  private let db: Database
  private let stretches: [(stretch: Stretch, stamp: Stamp)]

  init(of touched: [LoggedTable: Set<String>], _ erased: ErasedMembers, in db: Database) throws {
    self.touched = touched
    self.erased = erased
    self.db = db
    stretches = try Stretch.all(in: db)
    purged = try PurgedPicks(in: db)
    gone = purged.isEmpty ? [] : try PickTraces(of: purged, in: db).all
  }

  /// What becomes of each row; nil inside is one that is gone. What was lost on the way is noted as
  /// conflicts.
  func rows() throws -> [LoggedTable: [String: RowImage?]] {
    var fresh: [LoggedTable: [String: RowImage?]] = [:]
    var table: LoggedTable?
    var row = ""
    var events: [RowEvent] = []
    let finish = { () throws in
      guard let table else { return }
      fresh[table, default: [:]][row] = .some(try end(table, row, events))
    }
    try eachEntry { entry in
      if entry.row != row || entry.table != table {
        try finish()
        (table, row, events) = (entry.table, entry.row, [])
      }
      events.append(entry.event)
    }
    try finish()
    for (table, rows) in touched {
      // Of some the log has no entry of their own, or none that is not aside.
      for row in rows where fresh[table]?[row] == nil {
        fresh[table, default: [:]][row] = .some(try end(table, row, []))
      }
    }
    return fresh
  }

  private struct Entry {
    let table: LoggedTable
    let row: String
    let event: RowEvent
  }

  /// The entries of the log about these rows, row by row.
  private func eachEntry(_ body: (Entry) throws -> Void) throws {
    let keys = MemberTraces.json(touched.values.joined())
    let found = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.id, c."table", c.row, c.before, c.after, a.clock, a.ordinal, r.id AS replica_id
        FROM change c JOIN act a ON a.sequence = c.act JOIN replica r ON r.number = a.replica
        WHERE c.count IS NULL AND NOT a.aside AND c.row IN (SELECT value FROM json_each(?))
        ORDER BY c."table", c.row
        """, arguments: [keys])
    while let entry = try found.next() {
      guard let table = LoggedTable(rawValue: try entry.needed("table")) else { continue }
      let stamp = Stamp(
        clock: try entry.needed("clock"), replica: try entry.needed("replica_id"),
        ordinal: try entry.needed("ordinal"), entry: try entry.needed("id"))
      try body(
        Entry(
          table: table, row: try entry.needed("row"),
          event: RowEvent(
            stamp: stamp, before: try (entry.value("before") as String?).map(RowImage.init(json:)),
            after: try (entry.value("after") as String?).map(RowImage.init(json:)))))
    }
  }

  private func end(_ table: LoggedTable, _ row: String, _ events: [RowEvent]) throws -> RowImage? {
    var events = events
    if table == .member, let coming = try comingInStretch(row) { events.append(coming) }
    let story = RowStory(table, events)
    if gone.contains(row) { return nil }
    try noteConflicts(story, table, row)
    if table == .event, purged.contains(row), var event = story.row {
      // Whoever closed it apart did not know.
      event["state"] = EventState.archived.rawValue.databaseValue
      return event
    }
    if table == .member, erased.day(of: row) != nil {
      return erased.remainder(of: row)
    }
    return story.row
  }

  private func comingInStretch(_ row: String) throws -> RowEvent? {
    guard let found = stretches.first(where: { $0.stretch.covers(row) }) else { return nil }
    let image = try Prepared("SELECT image FROM row_image WHERE row = ?", in: db).first([row]) {
      $0.text(0)
    }
    guard let image else { return nil }
    return RowEvent(stamp: found.stamp, before: nil, after: try RowImage(json: image))
  }

  private func noteConflicts(_ story: RowStory, _ table: LoggedTable, _ row: String) throws {
    try Prepared("DELETE FROM conflict WHERE row = ? AND code = ?", in: db)
      .run([row, Conflict.Kind.editedApart.rawValue])
    if table == .member, erased.day(of: row) != nil { return }
    let isArchived = table == .event && purged.contains(row)
    for lost in story.lost.values
    where !(isArchived && lost.column == "state") && table.tells(lost.column)
      && lost.ours != lost.theirs
    {
      try Conflict(lost, table, row: row).write(db)
    }
  }
}

extension LoggedTable {
  /// Whether it is told where a column was written apart: it means something to somebody.
  fileprivate func tells(_ column: String) -> Bool {
    // Whom a row refers to is shown as settled, and an act of this file saw it so.
    if references.contains(where: { $0.column == column }) { return false }
    return switch self {
    case .member: !["id", "by_hand", "erased_on"].contains(column)
    case .event: !["id", "home"].contains(column)
    case .registration: ["status", "badge", "pool"].contains(column)
    case .consent, .verification, .savedFilter: column != "id"
    case .segment: ["kind", "title", "minutes", "place"].contains(column)
    case .pickingRound: ["rule", "max_picks", "state"].contains(column)
    case .announcement: ["state", "shown_as", "note"].contains(column)
    case .coupleStep: ["stage", "day", "evidence"].contains(column)
    case .heartsQuestion: ["text", "options"].contains(column)
    case .ballot, .pick, .refusal, .duplicateDecision, .memberAlias, .columnMapping,
      .conflictDecision, .seatingPlan, .seatingRound, .forbiddenPair, .absence, .outcome,
      .picksPurge,
      .couple, .threadDraw, .heartsAnswer:
      false
    }
  }
}

/// What an erasing that another file tells of does here: it takes out what is known of them in this file, too.
struct Erasing {
  private let eraser: Eraser?
  private let needles: Needles?

  /// - Parameter days: members who are erased from now on, and when they were.
  init(_ days: [String: String], writer: ActWriter) throws {
    for (id, day) in days {
      try writer.run(
        "INSERT OR IGNORE INTO erased_member (id, erased_on) VALUES (?, ?)", [id, day])
    }
    let here = try days.keys.filter { id in
      try writer.number(
        "SELECT 1 FROM member WHERE id = ?1 UNION ALL SELECT 1 FROM change WHERE row = ?1 LIMIT 1",
        [id])
        != nil
    }
    guard !here.isEmpty, let day = days.values.max().flatMap({ Day($0) }) else {
      (eraser, needles) = (nil, nil)
      return
    }
    // What they are called is read before it is gone.
    let eraser = try Eraser(here.compactMap { MemberID($0) }, words: [], on: day, writer: writer)
    needles = try eraser.needles()
    self.eraser = eraser
  }

  func finish() throws {
    guard let eraser, let needles else { return }
    try eraser.scrub(needles)
  }
}
