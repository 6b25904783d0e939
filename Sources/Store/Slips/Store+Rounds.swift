import GRDB
public import Matchmaking
import Synchronization

extension Store {
  /// Opens the next picking round, which takes slips from then on.
  ///
  /// - Throws: `Refusal.round(.stillOpen)` while the one before takes slips.
  @discardableResult
  public func openPicking(
    of id: EventID, _ wish: PickingRoundWish = PickingRoundWish()
  ) throws -> (PickingRound, Act) {
    try act(ActSummary(.openPicking)) { writer, summary in
      let event = try writer.event(id)
      guard event.state == .open else { throw event.closedRefusal }
      let last = try Store.rounds(of: event, in: writer.db).currentRound
      guard !last.isOpen else { throw Refusal.round(.stillOpen(last.number)) }
      let round = wish.round(last.number + 1, of: event)
      try writer.write(round, of: event)
      summary.event = event.code
      summary.count = round.number
      return round
    }
  }

  /// Takes no more slips into a round, so that its pairs stand.
  ///
  /// - Parameter number: nil is the one that takes slips now.
  /// - Throws: what stands against closing an event: slips that differ, badges of another pool.
  @discardableResult
  public func closePicking(_ number: Int? = nil, of id: EventID) throws -> (PickingRound, Act) {
    try act(ActSummary(.closePicking)) { writer, summary in
      let event = try writer.event(id)
      var round = try Store.rounds(of: event, in: writer.db).wanted(number)
      guard round.isOpen else { throw Refusal.round(.alreadyClosed(round.number)) }
      try writer.refuseUnsettled(event)
      round.state = .closed
      if try writer.number(
        "SELECT 1 FROM picking_round WHERE event = ? AND number = ?",
        [id.description, round.number]) == nil
      {
        try writer.write(round, of: event)
      } else {
        try writer.run(
          "UPDATE picking_round SET state = 'closed' WHERE event = ? AND number = ?",
          [id.description, round.number])
      }
      summary.event = event.code
      summary.count = round.number
      return round
    }
  }

  /// Those of which something is written.
  static func writtenRounds(of event: Event, in db: Database) throws -> [PickingRound] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT * FROM picking_round WHERE event = ? ORDER BY number"),
      arguments: [event.id.description])
    return try rows.map { row in
      let number: Int = try row.needed("number")
      return PickingRound(
        number: number, rule: number == 1 ? event.rule : try row.word("rule"),
        maxPicks: number == 1 ? event.maxPicks : try row.value("max_picks"),
        leavesOutPaired: try row.needed("leaves_out_paired"), state: try row.word("state"))
    }
  }

  /// An event's rounds, without anybody at them.
  static func rounds(of event: Event, in db: Database) throws -> Evening {
    Evening(event: event, guests: [], rounds: try writtenRounds(of: event, in: db))
  }
}

// MARK: - What hangs on a round

extension Store {
  /// The pairs of a round may have been read out, so its slips stay; its closing is undone first.
  ///
  /// - Parameter act: whose changes are to be reversed.
  func refuseIfRoundIsClosed(_ act: Int64, in writer: ActWriter) throws {
    let closed = try writer.row(
      """
      SELECT r.number, e.code FROM change c LEFT JOIN ballot b ON b.id = c.row
        JOIN picking_round r ON r.event = ifnull(b.event, c.before ->> '$.event')
          AND r.number = ifnull(b.round, c.before ->> '$.round') AND r.state = 'closed'
        JOIN event e ON e.id = r.event
      WHERE c.id >= ? AND c.id < ? AND c."table" = 'ballot' LIMIT 1
      """,
      [try Change.first(from: act, in: writer.db), try Change.first(from: act + 1, in: writer.db)])
    guard let closed else { return }
    throw Refusal.history(
      .changedSince(
        ActSummary(
          .closePicking, event: try closed.needed("code"), count: try closed.needed("number"))))
  }

  /// Who is left out of a round; nobody is looked at where it leaves nobody out.
  ///
  /// Making the pairs of the rounds before takes longer than storing a slip, and their slips stay as they
  /// are: what they came to is kept while nothing they come of changes.
  func leftOut(
    of round: PickingRound, at event: Event, in db: Database
  ) throws -> Set<RegistrationID> {
    guard round.leavesOutPaired else { return [] }
    let grounds = try Prepared(
      """
      SELECT ?1 || ' ' || ?2
        || ifnull((SELECT group_concat(id, '') FROM ballot WHERE event = ?1 AND round < ?2), '')
        || ifnull((SELECT group_concat(id || state, '') FROM picking_round WHERE event = ?1), '')
        || ifnull((SELECT group_concat(rowid || pool || badge, ' ') FROM registration
          WHERE event = ?1 AND badge IS NOT NULL), '')
      """, in: db
    ).first([event.id.description, round.number]) { $0.text(0) }
    if let grounds, !grounds.isEmpty, let kept = leftOut.withLock({ $0 }), kept.grounds == grounds {
      return kept.who
    }
    let who = try Store.evening(event, in: db).leftOut(of: round.number)
    if let grounds { leftOut.withLock { $0 = LeftOut(grounds: grounds, who: who) } }
    return who
  }
}

/// Who was paired before a round, and what that follows from.
struct LeftOut {
  let grounds: String
  let who: Set<RegistrationID>
}

extension ActWriter {
  fileprivate func write(_ round: PickingRound, of event: Event) throws {
    let id: Identifier<PickingRound> = identifier()
    let isFirst = round.number == 1
    try run(
      """
      INSERT INTO picking_round (id, event, number, rule, max_picks, leaves_out_paired, state)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id.description, event.id.description, round.number,
        isFirst ? nil : round.rule.rawValue, isFirst ? nil : round.maxPicks, round.leavesOutPaired,
        round.state.rawValue,
      ])
  }

  /// Refuses where the pairs would hang on what nobody has looked at yet: slips that two typed
  /// differently, here or on laptops apart, and badges of another pool than their wearers' sex.
  func refuseUnsettled(_ event: Event) throws {
    let evening = try Store.evening(event, in: db)
    for round in evening.rounds {
      let badges = evening.unsettled(round: round.number).compactMap(\.badge)
      guard badges.isEmpty else { throw Refusal.round(.differing(round.number, badges)) }
    }
    let apart = try Conflict.slips(of: event.id, in: db)
    guard apart.isEmpty else { throw Refusal.event(.slipsDiffer(apart)) }
    let misplaced = try misplaced(onSlipsOf: event)
    guard misplaced.isEmpty else { throw Refusal.event(.misplaced(misplaced)) }
  }
}
