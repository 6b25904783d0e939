import GRDB
public import Matchmaking

/// What became of an archiving.
public struct Archiving: Sendable {
  public let act: Act
  public let purge: PicksPurge
  /// Whether the file was written anew, so that no old page of it holds a slip any more. Where it is not, for
  /// want of room or because somebody was reading, `Store.wipe` does it later.
  public let isWiped: Bool
  /// Copies of the file, made earlier, that hold slips still or cannot be read.
  public let copies: [StoreCopyReport]
}

extension Store {
  /// Ends what is kept of an evening's slips: what became of mutual picks stays, without ranks; slips and picks
  /// go out of the file and its change log, for good, here and in every file that hears of it.
  ///
  /// - Throws: `Refusal.event` where slips are still taken, where some are told differently in two places, and
  ///   where they are gone already; nothing was changed.
  @discardableResult
  public func archive(_ id: EventID) throws -> Archiving {
    let (purge, act) = try act(ActSummary(.archiveEvent)) { writer, summary in
      let event = try writer.archivable(id)
      (summary.event, summary.name) = (event.code, event.title)
      return try writer.archive(event)
    }
    // The act is done; that old pages are left is told, and nothing is undone by it.
    let isWiped = (try? wipe()) != nil
    let copies = try copiesWithSlips(of: id)
    return Archiving(act: act, purge: purge, isWiped: isWiped, copies: copies)
  }

  /// How many slips and picks would go; nothing is changed.
  public func rehearseArchiving(_ id: EventID) throws -> (purge: PicksPurge, pairs: Int) {
    var found: (PicksPurge, Int)?
    do {
      _ = try act(ActSummary(.archiveEvent)) { writer, _ in
        let event = try writer.archivable(id)
        let outcomes = try writer.outcomes(of: event)
        found = (try writer.countSlips(of: event), outcomes.count { $0.verdict.isPair })
        throw NothingChanged()
      }
    } catch is NothingChanged {}
    guard let found else { throw Refusal.history(.gone) }
    return found
  }

  /// That the slips of an event are gone; nil until it is archived.
  public func picksPurge(of id: EventID) throws -> PicksPurge? {
    try read { try PicksPurge.find(id, in: $0) }
  }

  /// Copies made beside the file that hold slips of an archived event still, or cannot be read.
  public func copiesWithSlips(of id: EventID) throws -> [StoreCopyReport] {
    guard isFile else { return [] }
    let erasings = try read { try TraceScan.Erasing.purges(of: id.description, in: $0) }
    return reports(TraceScan(erasings)).filter { $0.holdsErased != false }
  }

  static func outcomes(of event: Event, in db: Database) throws -> [PickOutcome] {
    guard event.state == .archived else { return [] }
    return try Row.fetchAll(
      db, sql: "SELECT * FROM outcome WHERE event = ? ORDER BY id",
      arguments: [event.id.description]
    ).map { row in
      let code: String = try row.needed("reason")
      guard let verdict = PickOutcome.Verdict(isPair: try row.needed("is_pair"), code: code) else {
        throw UnreadableRow(description: "outcome: \(code)")
      }
      return PickOutcome(
        round: try row.needed("round"), one: try row.identifier("one"),
        other: try row.identifier("other"), verdict)
    }
  }
}

extension PicksPurge {
  static func find(_ event: EventID, in db: Database) throws -> PicksPurge? {
    try Prepared("SELECT at, slips, picks FROM picks_purge WHERE event = ?", in: db)
      .first([event.description]) {
        PicksPurge(
          at: Timestamp(milliseconds: $0.number(0) ?? 0), slips: $0.int(1) ?? 0,
          picks: $0.int(2) ?? 0)
      }
  }

  static func all(in db: Database) throws -> [String: PicksPurge] {
    Dictionary(
      try Prepared("SELECT event, at, slips, picks FROM picks_purge", in: db).all([]) {
        (
          $0.text(0),
          PicksPurge(
            at: Timestamp(milliseconds: $0.number(1) ?? 0), slips: $0.int(2) ?? 0,
            picks: $0.int(3) ?? 0)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension ActWriter {
  fileprivate func archivable(_ id: EventID) throws -> Event {
    let event = try event(id)
    switch event.state {
    case .open: throw Refusal.event(.stillOpen(event.code))
    case .archived: throw Refusal.event(.alreadyArchived(event.code))
    case .closed: break
    }
    try refuseUnsettled(event)
    return event
  }

  fileprivate func outcomes(of event: Event) throws -> [PickOutcome] {
    let evening = try Store.evening(event, in: db)
    return try evening.rounds.flatMap { try evening.outcomes(of: $0.number) }
  }

  fileprivate func countSlips(of event: Event) throws -> PicksPurge {
    let key = event.id.description
    let slips = try number(
      "SELECT count(*) FROM (SELECT DISTINCT picker, round FROM ballot WHERE event = ?)", [key])
    let picks = try number(
      "SELECT count(*) FROM pick WHERE ballot IN (SELECT id FROM ballot WHERE event = ?)", [key])
    return PicksPurge(at: now, slips: slips ?? 0, picks: picks ?? 0)
  }

  fileprivate func archive(_ event: Event) throws -> PicksPurge {
    let key = event.id.description
    let purge = try countSlips(of: event)
    let outcomes = try outcomes(of: event)
    let id: Identifier<PicksPurge> = identifier()
    try run(
      "INSERT INTO picks_purge (id, event, at, slips, picks) VALUES (?, ?, ?, ?, ?)",
      [id.description, key, now.milliseconds, purge.slips, purge.picks])
    for outcome in outcomes {
      let row: Identifier<PickOutcome> = identifier()
      try run(
        """
        INSERT INTO outcome (id, event, purge, round, one, other, is_pair, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          row.description, key, id.description, outcome.round, outcome.one.description,
          outcome.other.description, outcome.verdict.isPair, outcome.verdict.code,
        ])
    }
    try run("UPDATE event SET state = 'archived' WHERE id = ?", [key])
    let traces = try PickTraces(of: PurgedPicks([key]), in: db)
    try run("DELETE FROM pick WHERE ballot IN (SELECT id FROM ballot WHERE event = ?)", [key])
    try run("DELETE FROM ballot WHERE event = ?", [key])
    try traces.scrub(self)
    return purge
  }
}

extension TraceScan.Erasing {
  /// What each archiving took out of the file, by the keys the log has of it.
  ///
  /// - Parameter event: nil is all of them.
  static func purges(of event: String? = nil, in db: Database) throws -> [Self] {
    let purges = try Prepared(
      """
      SELECT act.id, ifnull(after ->> '$.event', (SELECT event FROM picks_purge WHERE id = change.row))
      FROM change JOIN act ON act.sequence = change.act
      WHERE "table" = 'picks_purge' AND change.before IS NULL
      """, in: db
    ).all([]) { (act: $0.text(0), event: $0.text(1)) }
    return try purges.filter { event == nil || $0.event == event }.compactMap { purge in
      guard let key = RawKey(purge.act) else { return nil }
      let traces = try PickTraces(of: PurgedPicks([purge.event]), in: db)
      return Self(act: key, members: Set(traces.ballots.compactMap { RawKey($0) }))
    }
  }
}
