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
        let arriving = try pen.arriving(id)
        let (guest, event) = (arriving.guest, arriving.event)
        // Only somebody on the waiting list has to be counted against the capacity.
        let isCounted = event.capacity != nil && guest.registration.status == .waitlisted
        let headcount = isCounted ? try pen.headcount(of: event.id) : Headcount()
        var overridden: DoorRefusal?
        do {
          try Door.admit(guest, to: event, headcount: headcount)
        } catch let refusal as DoorRefusal {
          guard overriding, refusal.canBeOverridden else {
            throw TurnedAway(guest: guest, refusal: refusal)
          }
          overridden = refusal
        }
        let admitted = try pen.admit(arriving, station: surroundings.station)
        deed = Deed(
          .checkIn, event: event.code, name: admitted.name, badge: admitted.badge,
          refusal: overridden?.code)
        return admitted
      }
    } catch let turnedAway as TurnedAway {
      try record(
        turnedAway.refusal, name: turnedAway.guest.name, badge: turnedAway.guest.badge,
        member: turnedAway.guest.registration.member, event: turnedAway.guest.registration.event)
      throw Refusal.door(turnedAway.refusal, name: turnedAway.guest.name)
    }
  }

  /// Lets in somebody who is not registered, new to the register or in it already.
  @discardableResult
  public func walkIn(
    _ walkIn: WalkIn, to id: EventID, overriding: Bool = false
  ) throws -> (Guest, Act) {
    do {
      return try act(Deed(.walkIn)) { pen, deed in
        let event = try pen.event(id)
        let visitor = try pen.visitor(walkIn)
        guard let pool = event.pools.pool(for: visitor.sex) else {
          throw Refusal.door(.noSex, name: visitor.name)
        }
        let known = try pen.number(
          "SELECT 1 FROM registration WHERE event = ? AND member = ?",
          [id.description, visitor.id.description])
        guard known == nil else { throw Refusal.person(.alreadyRegistered(name: visitor.name)) }
        var overridden: DoorRefusal?
        do {
          try Door.admitWalkIn(
            isVerified: visitor.isVerified, to: event, headcount: try pen.headcount(of: id))
        } catch let refusal as DoorRefusal {
          guard overriding, refusal.canBeOverridden else {
            throw VisitorTurnedAway(visitor: visitor, refusal: refusal)
          }
          overridden = refusal
        }
        let guest = try pen.insertRegistration(
          of: visitor.id, for: id, pool: pool, badge: nil, status: .registered)
        let admitted = try pen.admit(
          pen.arriving(guest.registration.id), station: surroundings.station)
        deed = Deed(
          .walkIn, event: event.code, name: admitted.name, badge: admitted.badge,
          refusal: overridden?.code)
        return admitted
      }
    } catch let away as VisitorTurnedAway {
      let member = away.visitor.isNew ? nil : away.visitor.id
      try record(away.refusal, name: away.visitor.name, badge: nil, member: member, event: id)
      throw Refusal.door(away.refusal, name: away.visitor.name)
    }
  }

  /// Takes a mistaken check-in back; the badge stays this person's, and who was on the waiting
  /// list is there again.
  @discardableResult
  public func takeBackCheckIn(_ id: RegistrationID) throws -> (Guest, Act) {
    try change(.takeBackCheckIn, id) { pen, guest in
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
    try change(.leave, id) { pen, guest in
      guard guest.registration.status == .checkedIn else {
        throw Refusal.door(.notCheckedIn, name: guest.name)
      }
      try pen.run(
        "UPDATE registration SET status = 'left', left_at = ? WHERE id = ?",
        [pen.now.milliseconds, id.description])
    }
  }

  /// Gives somebody another number; the old one is not given to anybody else.
  @discardableResult
  public func changeBadge(_ id: RegistrationID, to number: Int) throws -> (Guest, Act) {
    try change(.changeBadge, id) { pen, guest in
      let badge = Badge(guest.registration.pool, number)
      guard Badge.numbers.contains(number) else {
        throw Refusal.door(.badgeTaken(badge), name: guest.name)
      }
      guard try !pen.isTaken(badge, in: guest.registration.event, besides: id) else {
        throw Refusal.door(.badgeTaken(badge), name: guest.name)
      }
      // The old badge may lie printed on the table: from now on it is nobody else's.
      if let old = guest.badge { try pen.retire(old, of: guest.registration) }
      try pen.run(
        "UPDATE registration SET badge = ? WHERE id = ?", [number, id.description])
    }
  }

  private func change(
    _ verb: Deed.Verb, _ id: RegistrationID, _ body: (Pen, Guest) throws -> Void
  ) throws -> (Guest, Act) {
    try act(Deed(verb)) { pen, deed in
      let before = try pen.guest(id)
      let event = try pen.event(before.registration.event)
      // After the picking is closed people still go home; nothing else changes.
      guard event.state == .open || verb == .leave else {
        throw Refusal.door(.closed, name: before.name)
      }
      try body(pen, before)
      let after = try pen.guest(id)
      deed = Deed(
        verb, event: event.code, name: after.name, badge: after.badge ?? before.badge)
      return after
    }
  }

  /// Puts a refusal on record. A second check-in is answered, not recorded: nobody was turned away.
  private func record(
    _ refusal: DoorRefusal, name: String, badge: Badge?, member: MemberID?, event: EventID
  ) throws {
    guard refusal.canBeOverridden else { return }
    _ = try act(Deed(.refuse, name: name, badge: badge, refusal: refusal.code)) { pen, deed in
      deed.event = try pen.event(event).code
      let id: Identifier<DoorRefusal> = pen.identifier()
      try pen.run(
        "INSERT INTO refusal (id, event, member, code, at, station) VALUES (?, ?, ?, ?, ?, ?)",
        [
          id.description, event.description, member?.description, refusal.code,
          pen.now.milliseconds, surroundings.station,
        ])
    }
  }
}

/// Carries the evidence out of the transaction that is rolled back.
private struct TurnedAway: Error {
  let guest: Guest
  let refusal: DoorRefusal
}

private struct VisitorTurnedAway: Error {
  let visitor: Visitor
  let refusal: DoorRefusal
}
