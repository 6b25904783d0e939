import GRDB
import Matchmaking

/// Takes out what tells of some members, in the rows and in the log, and of whoever was them before: an
/// entry that was merged, one that was taken back and came again under another key.
struct Eraser {
  private let writer: ActWriter
  private let day: Day
  private let traces: MemberTraces
  private let undone: UndoneMergings
  private let texts: TellingTexts
  /// Whatever their entries were called, also one that is known to be theirs by a number or phone alone.
  private let names: Set<String>
  /// The newest entry of the log before the erasing.
  private let last: Int64

  /// - Parameter words: names, numbers or phones of somebody of whom only the log still tells.
  init(_ ids: [MemberID], words: [String], on day: Day, writer: ActWriter) throws {
    self.writer = writer
    self.day = day
    last = try Change.last(in: writer.db)
    var texts = try TellingTexts(of: MemberTraces(of: ids, in: writer.db), in: writer.db)
    texts.formUnion(TellingTexts(words: words))
    let namesakes = try MemberTraces.gone(texts, by: .name, in: writer.db)
    texts.formUnion(try TellingTexts(of: MemberTraces(of: namesakes, in: writer.db), in: writer.db))
    let gone = try MemberTraces.gone(texts, by: .anything, in: writer.db)
    traces = try MemberTraces(of: ids + gone, in: writer.db)
    undone = try UndoneMergings(of: MemberTraces.json(traces.members), in: writer.db)
    names = try TellingTexts(of: traces, in: writer.db).names.union(texts.names)
    self.texts = texts
  }

  /// Their keys, those of entries that are gone among them.
  var members: Set<String> { traces.members }

  /// - Parameter replacing: whether the name goes out of what others' texts say, too.
  /// - Returns: who got a place in exchange; what is looked for in texts, which filters went, and which ask
  ///   for an employer nobody has any more.
  func run(
    replacing: Bool
  ) throws -> (movedUp: [Guest], needles: Needles, filters: [String], asking: [Mention]) {
    let members = MemberTraces.json(traces.members)
    let movedUp = try writer.cancelRegistrations(of: members)
    for table in LoggedTable.goneWithMember.map(\.rawValue) {
      try writer.run(
        "DELETE FROM \(table) WHERE member IN (SELECT value FROM json_each(?))", [members])
    }
    try writer.run(
      """
      DELETE FROM member WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM registration WHERE member = member.id)
        AND NOT EXISTS (SELECT 1 FROM couple WHERE member.id IN (one, other))
      """, [members])
    try empty(members)
    try noteErased()
    try writer.scrubKeptTexts()
    let needles = try needles()
    let filters = try dropRemembered(needles)
    try scrubImages(members)
    try scrubSummaries(needles)
    try noteTheGone()
    if replacing, !needles.areTooMany { try Mentions(of: needles, in: writer.db).replace(writer) }
    return (movedUp, needles, filters, try filtersAskingForEmployers())
  }

  func needles() throws -> Needles { try Needles(of: texts, in: writer.db) }

  /// Takes out what the log says of them after another file told that they were erased; their rows are settled
  /// with all others.
  func scrub(_ needles: Needles) throws {
    try scrubImages(MemberTraces.json(traces.members))
    try scrubSummaries(needles)
  }

  /// So that no other file brings them back, and every file that hears of it takes them out.
  private func noteErased() throws {
    for member in traces.members {
      try writer.run(
        "INSERT OR IGNORE INTO erased_member (id, erased_on) VALUES (?, ?)",
        [member, day.description])
    }
  }

  /// What stays of somebody who was registered: a key, and that there was somebody.
  private func empty(_ members: String) throws {
    let kept: Set<String> = ["id", "number", "name", "verification"]
    let details = ActWriter.memberColumns.filter { !kept.contains($0) } + ["verified_until"]
    try writer.run(
      """
      UPDATE member SET \(details.map { "\($0) = NULL" }.joined(separator: ", ")),
        number = 'erased-' || substr(id, -12), name = ?, verification = 'pending',
        status = 'withdrawn', erased_on = ?
      WHERE id IN (SELECT value FROM json_each(?))
      """, [Store.erasedName, day.description, members])
  }

  /// Filters that ask for them, and heads of rosters that were no heads but somebody's row.
  ///
  /// - Returns: the names of the filters.
  private func dropRemembered(_ needles: Needles) throws -> [String] {
    var dropped: [String] = []
    for (table, columns) in LoggedTable.remembered {
      let table = table.rawValue
      let rows = try Prepared(
        "SELECT id, \(columns[0]), \(columns[1]) FROM \(table)", in: writer.db
      )
      .all([]) { (key: $0.text(0), first: $0.text(1), second: $0.text(2)) }
      for row in rows where needles.areIn(row.first) || needles.areIn(row.second) {
        try writer.run("DELETE FROM \(table) WHERE id = ?", [row.key])
        if table == "saved_filter" { dropped.append(row.first) }
      }
      try scrubRemembered(table, columns, needles)
    }
    return dropped
  }

  /// Filters that ask for an employer nobody else has: they find nobody now, and stay.
  private func filtersAskingForEmployers() throws -> [Mention] {
    let needles = try Needle.employers(of: texts, in: writer.db)
    return try Prepared("SELECT name, terms FROM saved_filter ORDER BY name", in: writer.db)
      .all([]) { (name: $0.text(0), terms: $0.text(1)) }
      .filter { filter in
        needles.contains { !$0.places(in: filter.terms, besides: []).isEmpty }
      }.map { Mention(place: .filter($0.name), count: 1) }
  }

  private func scrubRemembered(_ table: String, _ columns: [String], _ needles: Needles) throws {
    let images = try Prepared(
      """
      SELECT id, before ->> '$.\(columns[0])', before ->> '$.\(columns[1])' FROM change
      WHERE "table" = ? AND before IS NOT NULL
      """, in: writer.db
    ).all([table]) { (entry: $0.number(0) ?? 0, first: $0.text(1), second: $0.text(2)) }
    for image in images where needles.areIn(image.first) || needles.areIn(image.second) {
      try writer.run(
        "UPDATE change SET before = '{}', after = iif(after IS NULL, NULL, '{}') WHERE id = ?",
        [image.entry])
    }
  }

  /// Images keep that there was a change, so that undoing what came before is refused.
  private func scrubImages(_ members: String) throws {
    let gone = LoggedTable.goneWithMember.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    try writer.run(
      """
      UPDATE change SET before = iif(before IS NULL, NULL, '{}'),
        after = iif(after IS NULL, NULL, '{}')
      WHERE (before IS NOT NULL OR after IS NOT NULL)
        AND ("table" = 'member' AND row IN (SELECT value FROM json_each(?1))
          OR "table" IN (\(gone))
            AND row IN (SELECT value FROM json_each(?2)))
      """, [members, MemberTraces.json(traces.rows)])
    try undone.scrub(writer)
    for table in ["row_image", "deviation", "conflict"] {
      try writer.run(
        "DELETE FROM \(table) WHERE row IN (SELECT value FROM json_each(?))",
        [MemberTraces.json(traces.rows.union(traces.members))])
    }
    try writer.run(
      """
      UPDATE change SET before = '{"erased_on":null}',
        after = json_object('erased_on', ?)
      WHERE id > ? AND "table" = 'member' AND after IS NOT NULL
      """, [day.description, last])
  }

  /// The names in what was done about them, and those of whoever was turned away so called, unless
  /// somebody else of the register is called so.
  private func scrubSummaries(_ needles: Needles) throws {
    let free = JSONText.list(needles.all.map(\.text))
    try writer.run(
      """
      UPDATE act SET summary = json_set(summary, '$.name', ?1)
      WHERE summary ->> '$.name' IN (SELECT value FROM json_each(?2)) AND (
        sequence IN (SELECT act FROM change WHERE row IN (SELECT value FROM json_each(?3))
          OR id IN (SELECT value FROM json_each(?7)))
        OR summary ->> '$.detail' IN (SELECT value FROM json_each(?4))
        OR summary ->> '$.name' IN (SELECT value FROM json_each(?5))
          AND summary ->> '$.verb' NOT IN (SELECT value FROM json_each(?6)))
      """,
      [
        Store.erasedName, JSONText.list(names), MemberTraces.json(traces.rows),
        MemberTraces.json(traces.members), free, Self.eventVerbs, undone.entriesList,
      ])
    try writer.run(
      """
      UPDATE act SET summary = json_set(summary, '$.detail', iif(summary ->> '$.verb' = 'keep-apart', ?1, ''))
      WHERE summary ->> '$.detail' IN (SELECT value FROM json_each(?2))
        OR summary ->> '$.verb' = 'keep-apart'
          AND summary ->> '$.detail' IN (SELECT value FROM json_each(?3))
          AND sequence IN (SELECT act FROM change WHERE row IN (SELECT value FROM json_each(?4)))
      """,
      [
        Store.erasedName, MemberTraces.json(traces.members), JSONText.list(names),
        MemberTraces.json(traces.rows),
      ])
    try scrubFilterSummaries(needles)
  }

  private func scrubFilterSummaries(_ needles: Needles) throws {
    let summaries = try Prepared(
      """
      SELECT sequence, summary ->> '$.detail' FROM act
      WHERE summary ->> '$.verb' IN ('save-filter', 'delete-filter')
      """, in: writer.db
    ).all([]) { (act: $0.number(0) ?? 0, name: $0.text(1)) }
    for summary in summaries where needles.areIn(summary.name) {
      try writer.run(
        "UPDATE act SET summary = json_set(summary, '$.detail', ?) WHERE sequence = ?",
        [Store.erasedName, summary.act])
    }
  }

  /// Verbs whose summaries have an event's title where others have a name.
  static let eventVerbs = JSONText.list(
    ActSummary.Verb.allCases.filter { $0.subject == .event }.map(\.rawValue))

  /// An entry for each row of the register that the log told of and that has none yet: so that it can be
  /// told later which copies of the file hold them still.
  private func noteTheGone() throws {
    try writer.run(
      """
      INSERT INTO change (act, "table", row, before)
      SELECT (SELECT max(sequence) FROM act), 'member', value, '{}' FROM json_each(?1)
      WHERE value NOT IN (SELECT row FROM change WHERE id > ?2 AND "table" = 'member')
      """, [MemberTraces.json(traces.members), last])
  }
}

extension MemberTraces {
  enum Ground { case name, anything }

  /// Entries of the register that were taken back and are known by the log alone, by what they are called
  /// or by anything somebody is found by; entries that were merged belong to whom they became.
  static func gone(
    _ texts: TellingTexts, by ground: Ground, in db: Database
  ) throws -> [MemberID] {
    let columns = TellingTexts.columns.prefix(ground == .name ? 1 : 4)
    let terms = columns.enumerated().map { place, column in
      "before ->> '$.\(column)' IN (SELECT value FROM json_each(?\(place + 1)))"
    }
    return try Prepared(
      """
      SELECT DISTINCT row FROM change
      WHERE "table" = 'member' AND before IS NOT NULL AND before <> '{}'
        AND row NOT IN (SELECT id FROM member)
        AND row NOT IN (SELECT iif(one = merged_into, other, one) FROM duplicate_decision
          WHERE merged_into IS NOT NULL)
        AND (\(terms.joined(separator: " OR ")))
      """, in: db
    ).all(Array(texts.lists.prefix(columns.count))) { MemberID($0.text(0)) }.compactMap(\.self)
  }
}
