import GRDB
public import Matchmaking

// Undo and redo of everything in the change log, by one mechanism.
//
// Invariant: an act is taken back only if every row it touched still is as the act left it; then
// each row is put back to what it was before. Redoing takes back the undoing in the same way.
// Who is overtaken by another process while looking for the act looks again.

extension Store {
  /// Records that changed nothing and that nobody would take back: undo and redo pass over them.
  static let recordVerbs: Set<ActSummary.Verb> = [
    .refuse, .refuseRegistration, .refuseSlip, .seeDetails, .seeOutcome, .refuseAnnouncement,
    .seeWaiting,
  ]

  /// What cannot be taken back, and at which undo stops: to pass over it would take back something
  /// older without a word.
  static let irrevocableVerbs: Set<ActSummary.Verb> = [
    .exportMember, .eraseMembers, .archiveEvent, .print, .listContacts,
  ]

  /// What took something out of the file and its log for good, here and wherever it is heard of.
  static let wipingVerbs: Set<ActSummary.Verb> = [.eraseMembers, .archiveEvent]

  static let actSelection = """
    SELECT sequence, id, clock, station, operator, kind, target, summary,
      ifnull((SELECT kind = 'undo' FROM act later WHERE later.target = act.sequence
        AND later.changes IS NOT NULL ORDER BY later.sequence DESC LIMIT 1), 0) AS is_undone
    FROM act
    """

  /// The newest acts, newest first.
  public func acts(limit: Int) throws -> [Act] {
    try read { db in
      try Row.fetchAll(
        db, sql: Store.actSelection + " WHERE NOT aside ORDER BY sequence DESC LIMIT ?",
        arguments: [limit]
      ).map(Act.init)
    }
  }

  /// Takes back the newest act that is not taken back yet.
  ///
  /// - Parameters:
  ///   - station: only what this desk did in the last twelve hours, for letters are taken anew each
  ///     evening; nil is anybody's, however old.
  ///   - older: what is older than something that cannot be taken back is meant.
  /// - Returns: the undoing; its summary is the one taken back.
  /// - Throws: `Refusal.history(.irrevocable)` where the newest act cannot be taken back.
  @discardableResult
  public func undo(
    station: String? = nil, older: Bool = false, after first: Int64 = 0
  ) throws -> Act {
    try act(.undo, station: station) { db in
      let target = try newestDone(station: station, passingOver: older, in: db)
      guard let target, target.sequence > first else {
        throw Refusal.history(.nothingToUndo)
      }
      guard !target.summary.isIrrevocable else {
        throw Refusal.history(.irrevocable(target.summary))
      }
      return (target, target.sequence)
    }
  }

  /// Does again what was undone last, unless something else was done since.
  @discardableResult
  public func redo(station: String? = nil, after first: Int64 = 0) throws -> Act {
    try act(.redo, station: station) { db in
      let found = try newestRedoable(station: station, in: db)
      guard found.reversing > first else { throw Refusal.history(.nothingToRedo) }
      return found
    }
  }

  /// - Parameter find: the act that is meant, and the one whose changes are to be reversed.
  private func act(
    _ kind: Act.Kind, station: String?, _ find: (Database) throws -> (Act, reversing: Int64)
  ) throws -> Act {
    while true {
      // Found before the transaction, so that nothing is written where there is nothing to do, and
      // checked again inside it, where nobody else can write.
      let (meant, _) = try read(find)
      do {
        return try act(kind, target: meant.sequence, meant.summary) { writer, _ in
          let (found, reversing) = try find(writer.db)
          guard found.sequence == meant.sequence else { throw Overtaken() }
          if found.kind == .merge {
            return try MergeReversal(of: found, writer: writer).run(kind)
          }
          try refuseIfClosed(since: meant, in: writer)
          try refuseIfRoundIsClosed(reversing, in: writer)
          try Readmission(reversing, by: kind, of: meant.summary, writer: writer).judging {
            try Reversal(of: reversing, writer: writer).run()
          }
        }.1
      } catch is Overtaken {
        continue
      } catch is BrokenConstraint {
        // Something that came later refers to a row that would go.
        let later = try read { try newestStanding(after: meant.sequence, in: $0) }
        throw Refusal.history(.changedSince(later?.summary ?? meant.summary))
      }
    }
  }

  private func newestStanding(after sequence: Int64, in db: Database) throws -> Act? {
    let newest = try newestDone(station: nil, passingOver: false, in: db)
    return newest.flatMap { $0.sequence > sequence ? $0 : nil }
  }

  /// - Parameter passingOver: whether what cannot be taken back is passed over.
  private func newestDone(
    station: String?, passingOver: Bool, in db: Database
  ) throws -> Act? {
    let left = Store.recordVerbs.union(passingOver ? Store.irrevocableVerbs : [])
      .map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let wiping = Store.wipingVerbs.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let since = HybridClock.next(after: 0, now: context.now().hoursAgo(12))
    return try Row.fetchOne(
      db,
      sql: Store.actSelection
        + " WHERE kind IN ('do', 'merge') AND merged_by IS NULL AND changes IS NOT NULL AND NOT is_undone"
        + " AND (?1 IS NULL OR station = ?1 AND clock >= ?2) AND summary ->> '$.verb' NOT IN (\(left))"
        + " AND (NOT ?3 OR summary ->> '$.name' IS NOT ?4 AND summary ->> '$.detail' IS NOT ?4)"
        + " AND NOT (?3 AND kind = 'merge' AND EXISTS (SELECT 1 FROM act e"
        + " WHERE e.merged_by = act.sequence AND e.summary ->> '$.verb' IN (\(wiping))))"
        + " ORDER BY sequence DESC LIMIT 1",
      arguments: [station, since, passingOver, Store.erasedName]
    ).map(Act.init)
  }

  /// Once the picking is closed its pairs may have been read out; of what was done before only the closing
  /// itself is undone. What was done since changes no pair.
  private func refuseIfClosed(since meant: Act, in writer: ActWriter) throws {
    let summary = meant.summary
    // Who went home, before or after, changes no pair.
    // Of an edit the event's own row tells whether it is older than the closing.
    let passing: Set<ActSummary.Verb> = [
      .closeEvent, .leave, .editEvent, .announcePair, .holdPair, .releasePair, .drawThread,
      .setQuestions, .askQuestion, .answerQuestions,
    ]
    guard !summary.event.isEmpty else { return }
    if summary.verb == .closeEvent || summary.verb == .closePicking {
      try refuseIfAnnounced(summary, in: writer)
    }
    guard !passing.contains(summary.verb) else { return }
    let row = try writer.row("SELECT id, state FROM event WHERE code = ?", [summary.event])
    guard let row, try row.needed("state") != EventState.open.rawValue,
      try closing(of: row.needed("id"), in: writer.db) > meant.sequence
    else { return }
    let isArchived = try row.needed("state") == EventState.archived.rawValue
    throw Refusal.history(
      .changedSince(ActSummary(isArchived ? .archiveEvent : .closeEvent, event: summary.event)))
  }

  /// The act that closed an event, also where it was done again since; where the log does not tell, it came
  /// after everything.
  private func closing(of event: String, in db: Database) throws -> Int64 {
    try Prepared(
      """
      SELECT ifnull(a.target, a.sequence) FROM change c JOIN act a ON a.sequence = c.act
      WHERE c."table" = 'event' AND c.row = ? AND NOT a.aside
        AND c.after ->> '$.state' <> 'open' ORDER BY c.id DESC LIMIT 1
      """, in: db
    ).first([event]) { $0.number(0) } ?? .max
  }

  /// What the hall was told stays true: picking is not opened again before that is taken back.
  ///
  /// - Parameter summary: of the closing, of an event or of one round.
  private func refuseIfAnnounced(_ summary: ActSummary, in writer: ActWriter) throws {
    let row = try writer.row("SELECT id FROM event WHERE code = ?", [summary.event])
    guard let row else { return }
    var evening = try writer.evening(row.identifier("id"))
    if summary.verb == .closeEvent { evening.event.state = .open }
    let opened =
      summary.verb == .closePicking
      ? [summary.count ?? 1] : evening.rounds.filter(\.isOpen).map(\.number)
    let told = evening.announced.last { opened.contains($0.round) }
    guard let told, let badges = evening.badges(of: told) else { return }
    throw Refusal.history(
      .changedSince(
        ActSummary(.announcePair, event: summary.event, detail: badges.description)))
  }

  private func newestRedoable(
    station: String?, in db: Database
  ) throws -> (Act, reversing: Int64) {
    let rows = try Row.fetchCursor(
      db,
      sql: Store.actSelection
        + " WHERE changes IS NOT NULL AND merged_by IS NULL AND (?1 IS NULL OR station = ?1)"
        + " ORDER BY sequence DESC",
      arguments: [station])
    var redone: Set<Int64> = []
    while let row = try rows.next() {
      let kind: Act.Kind = try row.word("kind")
      let target: Int64 = try row.value("target") ?? 0
      switch kind {
      case .original:
        let verb = try Act(row).summary.verb
        // Neither did anything to what is to be done again.
        guard Store.recordVerbs.contains(verb) || verb == .exportMember else {
          throw Refusal.history(.nothingToRedo)
        }
      case .redo: redone.insert(target)
      // Redo ends with a merge as with any new act.
      case .merge: throw Refusal.history(.nothingToRedo)
      case .undo:
        guard redone.remove(target) == nil else { continue }
        let undone = try Row.fetchOne(
          db, sql: Store.actSelection + " WHERE sequence = ?", arguments: [target])
        guard let undone = try undone.map(Act.init) else { continue }
        // Another desk may have done it again already.
        if undone.isUndone { return (undone, try row.needed("sequence")) }
      }
    }
    throw Refusal.history(.nothingToRedo)
  }
}

extension ActSummary {
  /// Whether nothing takes it back, or whom it was done to is gone for good.
  fileprivate var isIrrevocable: Bool {
    Store.irrevocableVerbs.contains(verb) || name == Store.erasedName
      || detail == Store.erasedName
  }
}

/// Another process did something between looking and doing.
private struct Overtaken: Error {}

extension Timestamp {
  fileprivate func hoursAgo(_ hours: Int64) -> Timestamp {
    Timestamp(milliseconds: milliseconds - hours * 3_600_000)
  }
}
