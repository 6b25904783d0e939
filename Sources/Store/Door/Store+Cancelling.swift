import GRDB
public import Matchmaking

/// What became of registrations that were cancelled or declined.
public struct Cancellation: Sendable {
  /// For each the guest or the refusal, in the order given.
  public let results: [Result<Guest, Refusal>]
  /// Who got a place in exchange, in order.
  public let movedUp: [Guest]
  /// Nil where nothing changed.
  public let act: Act?
}

extension Store {
  /// Cancels registrations (取消报名), as one act; whoever is refused leaves the others cancelled.
  ///
  /// Places that become free go to the waiting list. Who has come is not cancelled, and a badge that was
  /// printed is given to nobody else.
  ///
  /// - Returns: guests as they were.
  public func unregister(_ ids: [RegistrationID], from id: EventID) throws -> Cancellation {
    try cancel(.unregister, ids, id) { writer, guest in
      try writer.remove(guest)
      return guest
    }
  }

  /// Does not accept registrations (报名未通过); they stay in the list as declined.
  public func decline(_ ids: [RegistrationID], for id: EventID) throws -> Cancellation {
    try cancel(.decline, ids, id) { writer, guest in
      guard guest.registration.status != .declined else {
        throw Refusal.door(.declined, name: guest.name)
      }
      try writer.run(
        "UPDATE registration SET status = 'declined' WHERE id = ?", [guest.id.description])
      return try writer.guest(guest.id)
    }
  }

  private func cancel(
    _ verb: ActSummary.Verb, _ ids: [RegistrationID], _ id: EventID,
    _ body: (ActWriter, Guest) throws -> Guest
  ) throws -> Cancellation {
    var movedUp: [Guest] = []
    let (results, act) = try actOnEach(ids, ActSummary(verb)) { writer, summary in
      let event = try writer.event(id)
      summary.event = event.code
      return (writer: writer, event: event)
    } _: { means, summary, registration in
      let (writer, event) = means
      let before = try writer.guest(registration)
      guard event.state == .open else { throw Refusal.door(.closed, name: before.name) }
      guard !before.registration.status.hasAttended else {
        throw Refusal.door(.hasCome, name: before.name)
      }
      let guest = try body(writer, before)
      movedUp.removeAll { $0.id == registration }
      if before.registration.status == .registered {
        movedUp += try writer.moveUp(for: event, into: before.registration.pool)
      }
      summary.noteMovedUp(movedUp)
      return guest
    }
    return Cancellation(results: results, movedUp: movedUp, act: act)
  }
}

extension Store {
  /// Where those stand who wait, from 1, in the order in which they get a place wherever one is free, by pool where
  /// pools have places of their own; nobody who may not move up now.
  public func waitingPlaces(at evening: Evening) throws -> [RegistrationID: Int] {
    let event = evening.event
    return try read { db in
      let waiting = try evening.guests.filter { $0.registration.status == .waitlisted }
        .map { try $0.judged(at: event, in: db) }
      return WaitingList(waiting, for: event).places(at: event)
    }
  }
}

extension ActSummary {
  mutating func noteMovedUp(_ guests: [Guest]) {
    detail = guests.isEmpty ? nil : "\(guests.count)"
  }
}

extension ActWriter {
  /// Takes members that are going off the lists of events that are open and that they have not come to.
  ///
  /// - Parameter members: their keys, as a JSON array.
  /// - Returns: who got a place in exchange.
  func cancelRegistrations(of members: String) throws -> [Guest] {
    let awaited = try Prepared(
      Guest.selection + """
         WHERE r.member IN (SELECT value FROM json_each(?)) AND r.arrived_at IS NULL
          AND e.state = 'open' ORDER BY r.event, r.ordinal
        """, in: db
    ).all([members], Guest.init)
    for guest in awaited { try remove(guest) }
    return try awaited.filter { $0.registration.status == .registered }.flatMap { guest in
      try moveUp(for: event(guest.registration.event), into: guest.registration.pool)
    }
  }

  /// A badge that was printed is given to nobody else.
  fileprivate func remove(_ guest: Guest) throws {
    if let badge = guest.badge { try retire(badge, of: guest.registration) }
    try run("DELETE FROM forbidden_pair WHERE one = ?1 OR other = ?1", [guest.id.description])
    try run("DELETE FROM hearts_answer WHERE registration = ?", [guest.id.description])
    try forgetAbsences(of: guest.id)
    try run("DELETE FROM registration WHERE id = ?", [guest.id.description])
  }

  /// Gives the places that are free to those who wait, where somebody is of another pool from now on: one
  /// place became free, and they may have found another.
  func moveUp(afterPoolsOf member: MemberID) throws -> [Guest] {
    let events = try Prepared(
      Event.selection + """
         JOIN registration r ON r.event = e.id WHERE r.member = ? AND e.state = 'open'
          AND ifnull(e.capacity_men, e.capacity_women) IS NOT NULL ORDER BY e.code
        """, in: db
    ).all([member.description], Event.init)
    return try events.flatMap { try moveUp(for: $0) }
  }

  /// Gives the places that are free to those who wait, in order.
  ///
  /// - Parameter pool: where a place became free; nil where there are more for everybody.
  func moveUp(for event: Event, into pool: Pool? = nil) throws -> [Guest] {
    var headcounts = try headcounts(of: event.id)
    guard headcounts.whole.waitlisted > 0, !event.isFull(headcounts) else { return [] }
    let waiting = try Prepared(
      Guest.selection
        + " WHERE r.event = ? AND r.status = 'waitlisted' ORDER BY r.ordinal, r.rowid",
      in: db
    ).all([event.id.description], Guest.init)
    var list = WaitingList(waiting, for: event)
    var moved: [Guest] = []
    while let next = list.next(in: pool, hasRoom: { !event.isFull(for: $0, headcounts) }) {
      // Asked only of those whose turn it is.
      guard try next.judged(at: event, in: db).mayMoveUp(at: event) else { continue }
      try run(
        "UPDATE registration SET status = 'registered' WHERE id = ?", [next.id.description])
      moved.append(try guest(next.id))
      headcounts[next.registration.pool, default: Headcount()].count(.registered)
    }
    return moved
  }
}
