import GRDB
public import Matchmaking

extension Store {
  /// Changes an event: everything but its code.
  ///
  /// Where there are more places than before, the waiting list moves up. Where there are fewer, nobody
  /// loses theirs.
  ///
  /// - Returns: the event as it is now and who got a place; the act is nil where nothing changed.
  /// - Throws: `Refusal.event`, where slips or registrations that are in stand against it.
  public func edit(
    _ id: EventID, _ form: EventForm
  ) throws -> (event: Event, movedUp: [Guest], act: Act?) {
    do {
      let ((event, movedUp), act) = try act(ActSummary(.editEvent)) { writer, summary in
        let before = try writer.event(id)
        let event = try before.edited(
          to: form, guests: try writer.registrations(of: id),
          slipsOver: { try writer.slips(of: id, over: $0) })
        guard event != before else { throw NothingChanged() }
        if event.rule != before.rule { try writer.refuseIfPairsAreTold(of: id) }
        try writer.update(event)
        summary.event = event.code
        summary.name = event.title
        let movedUp = try writer.moveUp(for: event)
        summary.noteMovedUp(movedUp)
        return (event, movedUp)
      }
      return (event, movedUp, act)
    } catch is NothingChanged {
      return (try read { try Event.fetch(id, in: $0) }, [], nil)
    }
  }

  /// Takes away an event that nobody is registered for; undone like anything else.
  ///
  /// Who was refused for it goes from the record with it, and comes back with it.
  ///
  /// - Throws: `Refusal.event(.hasGuests)`, and `.alreadyClosed` of a closed event with guests.
  @discardableResult
  public func remove(_ id: EventID) throws -> Act {
    try act(ActSummary(.removeEvent)) { writer, summary in
      let event = try writer.event(id)
      let count = try writer.registrations(of: id)
      // Registrations of a closed event cannot be cancelled.
      guard count == 0 || event.state == .open else {
        throw event.closedRefusal
      }
      guard count == 0 else { throw Refusal.event(.hasGuests(event.code, count: count)) }
      summary.event = event.code
      summary.name = event.title
      for table in [
        "refusal", "segment", "seating_plan", "seating_round", "picking_round", "thread_draw",
        "hearts_question", "picks_purge",
      ] {
        try writer.run("DELETE FROM \(table) WHERE event = ?", [id.description])
      }
      try writer.run("DELETE FROM event WHERE id = ?", [id.description])
    }.1
  }
}

extension ActWriter {
  /// A round may be closed and its pairs told while the event goes on; the rule that made them stays.
  fileprivate func refuseIfPairsAreTold(of id: EventID) throws {
    let evening = try evening(id)
    let told = evening.announced.first { $0.round == 1 }
    guard let told, let badges = evening.badges(of: told) else { return }
    throw Refusal.announcing(.alreadyAnnounced(badges))
  }

  fileprivate func registrations(of event: EventID) throws -> Int {
    try number("SELECT count(*) FROM registration WHERE event = ?", [event.description]) ?? 0
  }

  /// How many slips of the first round, which goes by the event, name more people than so many.
  fileprivate func slips(of event: EventID, over limit: Int) throws -> Int {
    try number(
      """
      SELECT count(*) FROM ballot
      WHERE event = ?1 AND round = 1 AND (SELECT count(*) FROM pick WHERE ballot = ballot.id) > ?2
      """, [event.description, limit]) ?? 0
  }

  fileprivate func update(_ event: Event) throws {
    try run(
      """
      UPDATE event SET title = ?, date = ?, kind = ?, pools = ?, max_picks = ?, rule = ?,
        capacity = ?, capacity_men = ?, capacity_women = ?, verified_only = ?, eligible = ?,
        theme = ?, place = ?, starts = ?, host = ?, hotline = ?, shows_names = ?, door_tables = ?,
        announces_as = ? WHERE id = ?
      """,
      [
        event.title, event.date.description, event.kind.rawValue, event.pools.rawValue,
        event.maxPicks, event.rule.rawValue, event.capacity.all, event.capacity.men,
        event.capacity.women, event.verifiedOnly, event.eligible,
      ] + event.details.columns + [event.id.description])
  }
}

extension EventDetails {
  /// Theme, place, start, host, hotline, whether names are shown, the tables at the door, how pairs are told.
  var columns: [(any StatementBinding)?] {
    [theme, place, starts, host, hotline, showsNames, doorTables?.text, announcesAs.rawValue]
  }
}
