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
        let (guest, overridden) = try pen.walkIn(
          walkIn, to: event, overriding: overriding, station: surroundings.station)
        deed = Deed(
          .walkIn, event: event.code, name: guest.name, badge: guest.badge,
          refusal: overridden.codes)
        return guest
      }
    } catch let away as TurnedAway {
      try record([away], at: id, .door)
      throw away.answer
    }
  }

  /// Lets in several people who are in the register and not registered, as one act; whoever is refused
  /// leaves the others in.
  ///
  /// - Returns: as `checkIn` does.
  public func walkIn(
    _ walkIns: [(member: MemberID, sex: Sex?)], to id: EventID, overriding: Bool = false
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    var away: [TurnedAway] = []
    let (results, act) = try actOnEach(walkIns, Deed(.walkIn)) { pen, deed in
      let event = try pen.event(id)
      deed.event = event.code
      return (pen: pen, event: event)
    } _: { means, deed, visitor in
      do {
        // Whoever is refused keeps no sex that was given at the door.
        return try means.pen.orNothing {
          let (guest, overridden) = try means.pen.walkIn(
            .member(visitor.member, sex: visitor.sex), to: means.event, overriding: overriding,
            station: surroundings.station)
          deed.noteOverridden(overridden)
          deed.badge = guest.badge
          return guest
        }
      } catch let turnedAway as TurnedAway {
        away.append(turnedAway)
        throw turnedAway.answer
      }
    }
    try record(away, at: id, .door)
    return (results, act)
  }

  /// Takes a mistaken check-in back; the badge stays this person's, and who was on the waiting
  /// list is there again. So is somebody who left and whose place was taken since: with a firm place they
  /// would come in without the door counting.
  @discardableResult
  public func takeBackCheckIn(_ id: RegistrationID) throws -> (Guest, Act) {
    try change(.takeBackCheckIn, id) { try $0.takeBack($1, at: $2) }
  }

  /// Takes several mistaken check-ins back, as one act.
  public func takeBackCheckIns(
    _ ids: [RegistrationID], at event: EventID
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    try change(.takeBackCheckIn, ids, at: event) { try $0.takeBack($1, at: $2) }
  }

  /// Notes that somebody went home.
  @discardableResult
  public func leave(_ id: RegistrationID) throws -> (Guest, Act) {
    try change(.leave, id) { pen, guest, _ in try pen.leave(guest) }
  }

  /// Notes that several people went home, as one act.
  public func leave(
    _ ids: [RegistrationID], from event: EventID
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    try change(.leave, ids, at: event) { pen, guest, _ in try pen.leave(guest) }
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
      let after = try pen.change(verb, before, at: event, body)
      deed = Deed(
        verb, event: event.code, name: after.name, badge: after.badge ?? before.badge,
        detail: verb == .changeBadge ? before.badge?.description : nil)
      return after
    }
  }

  private func change(
    _ verb: Deed.Verb, _ ids: [RegistrationID], at id: EventID,
    _ body: (Pen, Guest, Event) throws -> Void
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    try actOnEach(ids, Deed(verb)) { pen, deed in
      let event = try pen.event(id)
      deed.event = event.code
      return (pen: pen, event: event)
    } _: { means, deed, registration in
      let before = try means.pen.guest(registration)
      let after = try means.pen.change(verb, before, at: means.event, body)
      deed.badge = after.badge ?? before.badge
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

extension Pen {
  /// What is refused halfway leaves nothing of itself in the act.
  fileprivate func orNothing<Result>(_ body: () throws -> Result) throws -> Result {
    var result: Result?
    try db.inSavepoint {
      result = try body()
      return .commit
    }
    guard let result else { throw Refusal.history(.gone) }
    return result
  }

  fileprivate func walkIn(
    _ walkIn: WalkIn, to event: Event, overriding: Bool, station: String
  ) throws -> (Guest, overridden: [DoorRefusal]) {
    let visitor = try visitor(walkIn, at: event)
    guard let pool = event.pools.pool(for: visitor.sex) else {
      throw Refusal.door(.noSex, name: visitor.name)
    }
    guard try standing(of: visitor.id, at: event.id) == nil else {
      throw Refusal.person(.alreadyRegistered(name: visitor.name))
    }
    let refusals = Door.refusals(
      ofWalkIn: visitor.credentials, to: event, headcount: try headcount(of: event.id))
    if let standing = refusals.standing(overriding) {
      throw TurnedAway(
        member: visitor.isNew ? nil : visitor.id, name: visitor.name, refusal: standing)
    }
    let guest = try insertRegistration(
      of: visitor.id, for: event.id, pool: pool, badge: nil, status: .registered,
      waiving: refusals.compactMap(\.objection))
    return (try admit(arriving(guest.registration.id), station: station), refusals)
  }

  fileprivate func change(
    _ verb: Deed.Verb, _ guest: Guest, at event: Event,
    _ body: (Pen, Guest, Event) throws -> Void
  ) throws -> Guest {
    // After the picking is closed people still go home; nothing else changes.
    guard event.state == .open || verb == .leave else {
      throw Refusal.door(.closed, name: guest.name)
    }
    try body(self, guest, event)
    return try self.guest(guest.id)
  }

  fileprivate func takeBack(_ guest: Guest, at event: Event) throws {
    guard guest.registration.status.hasAttended else {
      throw Refusal.door(.notCheckedIn, name: guest.name)
    }
    guard try !isOnASlip(guest.id) else { throw Refusal.door(.hasSlips, name: guest.name) }
    var status = try statusBeforeArrival(of: guest.id)
    if status == .registered, guest.registration.status == .left,
      event.isFull(try headcount(of: event.id))
    {
      status = .waitlisted
    }
    try run(
      """
      UPDATE registration
      SET status = ?, arrived_at = NULL, arrived_station = NULL, left_at = NULL
      WHERE id = ?
      """, [status.rawValue, guest.id.description])
  }

  fileprivate func leave(_ guest: Guest) throws {
    guard guest.registration.status == .checkedIn else {
      throw Refusal.door(.notCheckedIn, name: guest.name)
    }
    try run(
      "UPDATE registration SET status = 'left', left_at = ? WHERE id = ?",
      [now.milliseconds, guest.id.description])
  }
}
