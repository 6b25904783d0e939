import GRDB
public import Matchmaking

extension Store {
  /// Checks somebody in, handing out the next badge where none is printed.
  ///
  /// - Parameter overriding: the organizer lets the person in against the rule.
  /// - Throws: `Refusal.door`; a refusal to let somebody in is put on record.
  @discardableResult
  public func checkIn(
    _ id: RegistrationID, overriding: Bool = false
  ) throws -> (Guest, Act) {
    do {
      return try act(Deed(.checkIn)) { pen, deed in
        let (guest, event, overridden) = try pen.checkIn(
          id, overriding: overriding, station: surroundings.station)
        deed = Deed(
          .checkIn, event: event.code, name: guest.name, badge: guest.badge,
          refusal: overridden.codes)
        return guest
      }
    } catch let away as TurnedAway {
      try record([away], at: try guest(id).registration.event, .door)
      throw away.answer
    }
  }

  /// Checks several people in as one act; whoever is refused leaves the others in.
  ///
  /// - Returns: for each the guest or the refusal, in the order given; the act is nil where nobody came
  ///   in.
  public func checkIn(
    _ ids: [RegistrationID], to event: EventID, overriding: Bool = false
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    var away: [TurnedAway] = []
    let (results, act) = try actOnEach(ids, Deed(.checkIn)) { pen, deed in
      deed.event = try pen.event(event).code
      return pen
    } _: { pen, deed, id in
      do {
        let (guest, _, overridden) = try pen.checkIn(
          id, overriding: overriding, station: surroundings.station)
        deed.noteOverridden(overridden)
        deed.badge = guest.badge
        return guest
      } catch let turnedAway as TurnedAway {
        away.append(turnedAway)
        throw turnedAway.answer
      }
    }
    try record(away, at: event, .door)
    return (results, act)
  }

  /// Lets in somebody who is not registered, new to the register or in it already.
  @discardableResult
  public func walkIn(
    _ walkIn: WalkIn, to id: EventID, overriding: Bool = false
  ) throws -> (Guest, Act) {
    do {
      return try act(Deed(.walkIn)) { pen, deed in
        let event = try pen.event(id)
        let visitor = try pen.visitor(walkIn, at: event)
        guard let pool = event.pools.pool(for: visitor.sex) else {
          throw Refusal.door(.noSex, name: visitor.name)
        }
        guard try pen.standing(of: visitor.id, at: id) == nil else {
          throw Refusal.person(.alreadyRegistered(name: visitor.name))
        }
        let refusals = Door.refusals(
          ofWalkIn: visitor.credentials, to: event, headcount: try pen.headcount(of: id))
        if let standing = refusals.standing(overriding) {
          throw TurnedAway(
            member: visitor.isNew ? nil : visitor.id, name: visitor.name, refusal: standing)
        }
        let guest = try pen.insertRegistration(
          of: visitor.id, for: id, pool: pool, badge: nil, status: .registered,
          waiving: refusals.compactMap(\.objection))
        let admitted = try pen.admit(
          pen.arriving(guest.registration.id), station: surroundings.station)
        deed = Deed(
          .walkIn, event: event.code, name: admitted.name, badge: admitted.badge,
          refusal: refusals.codes)
        return admitted
      }
    } catch let away as TurnedAway {
      try record([away], at: id, .door)
      throw away.answer
    }
  }

  /// Takes a mistaken check-in back; the badge stays this person's, and who was on the waiting
  /// list is there again.
  @discardableResult
  public func takeBackCheckIn(_ id: RegistrationID) throws -> (Guest, Act) {
    try change(.takeBackCheckIn, id) { pen, guest, _ in
      guard guest.registration.status.hasAttended else {
        throw Refusal.door(.notCheckedIn, name: guest.name)
      }
      guard try !pen.isOnASlip(id) else { throw Refusal.door(.hasSlips, name: guest.name) }
      try pen.run(
        """
        UPDATE registration
        SET status = ?, arrived_at = NULL, arrived_station = NULL, left_at = NULL
        WHERE id = ?
        """, [try pen.statusBeforeArrival(of: id).rawValue, id.description])
    }
  }

  /// Notes that somebody went home.
  @discardableResult
  public func leave(_ id: RegistrationID) throws -> (Guest, Act) {
    try change(.leave, id) { pen, guest, _ in
      guard guest.registration.status == .checkedIn else {
        throw Refusal.door(.notCheckedIn, name: guest.name)
      }
      try pen.run(
        "UPDATE registration SET status = 'left', left_at = ? WHERE id = ?",
        [pen.now.milliseconds, id.description])
    }
  }

  /// Gives somebody another number; the old one is not given to anybody else.
  ///
  /// It is a number of the pool of their sex as the register has it now: who was misplaced is so no
  /// longer. Picks within a pool, typed before, stay in their slips and count for nothing.
  @discardableResult
  public func changeBadge(_ id: RegistrationID, to number: Int) throws -> (Guest, Act) {
    try change(.changeBadge, id) { pen, guest, event in
      let pool = event.pools.pool(for: guest.sex) ?? guest.registration.pool
      let badge = Badge(pool, number)
      guard Badge.numbers.contains(number),
        try !pen.isTaken(badge, in: guest.registration.event, besides: id)
      else { throw Refusal.door(.badgeTaken(badge), name: guest.name) }
      // The old badge may lie printed on the table: from now on it is nobody else's.
      if let old = guest.badge { try pen.retire(old, of: guest.registration) }
      try pen.run(
        "UPDATE registration SET pool = ?, badge = ? WHERE id = ?",
        [pool.rawValue, number, id.description])
    }
  }

  private func change(
    _ verb: Deed.Verb, _ id: RegistrationID, _ body: (Pen, Guest, Event) throws -> Void
  ) throws -> (Guest, Act) {
    try act(Deed(verb)) { pen, deed in
      let before = try pen.guest(id)
      let event = try pen.event(before.registration.event)
      // After the picking is closed people still go home; nothing else changes.
      guard event.state == .open || verb == .leave else {
        throw Refusal.door(.closed, name: before.name)
      }
      try body(pen, before, event)
      let after = try pen.guest(id)
      deed = Deed(
        verb, event: event.code, name: after.name, badge: after.badge ?? before.badge,
        detail: verb == .changeBadge ? before.badge?.description : nil)
      return after
    }
  }

  /// Badges of open events that no longer fit a member, whose sex was corrected after they were printed or
  /// handed out.
  public func misplacedBadges(of member: MemberID) throws -> [(event: Event, badge: Badge)] {
    try read { db in
      let guests = try Prepared(
        Guest.selection + " WHERE r.member = ? AND e.state = 'open'", in: db
      ).all([member.description], Guest.init)
      return try guests.compactMap { guest in
        let event = try Event.fetch(guest.registration.event, in: db)
        guard let badge = guest.badge, guest.isMisplaced(at: event) else { return nil }
        return (event, badge)
      }
    }
  }

  private func guest(_ id: RegistrationID) throws -> Guest {
    try read { db in
      guard let guest = try Guest.find("r.id = ?", [id.description], in: db) else {
        throw Refusal.history(.gone)
      }
      return guest
    }
  }
}
