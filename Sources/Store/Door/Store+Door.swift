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
      return try act(ActSummary(.checkIn)) { writer, summary in
        let (guest, event, overridden, isBack) = try writer.checkIn(
          id, overriding: overriding, station: context.station)
        summary = ActSummary(
          isBack ? .comeBack : .checkIn, event: event.code, name: guest.name, badge: guest.badge,
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
    try letIn(ids, to: event, .checkIn, overriding: overriding)
  }

  /// Lets several people in as one act of some kind.
  ///
  /// - Parameter check: refuses whom this verb does not mean.
  func letIn(
    _ ids: [RegistrationID], to event: EventID, _ verb: ActSummary.Verb, overriding: Bool,
    check: ((Guest) throws -> Void)? = nil
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    var away: [TurnedAway] = []
    let (results, act) = try actOnEach(ids, ActSummary(verb)) { writer, summary in
      summary.event = try writer.event(event).code
      return writer
    } _: { writer, summary, id in
      do {
        if let check { try check(writer.guest(id)) }
        let entry = try writer.checkIn(id, overriding: overriding, station: context.station)
        summary.noteOverridden(entry.overridden)
        summary.badge = entry.guest.badge
        return entry.guest
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
      return try act(ActSummary(.walkIn)) { writer, summary in
        let event = try writer.event(id)
        let (guest, overridden) = try writer.walkIn(
          walkIn, to: event, overriding: overriding, station: context.station)
        summary = ActSummary(
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
    let (results, act) = try actOnEach(walkIns, ActSummary(.walkIn)) { writer, summary in
      let event = try writer.event(id)
      summary.event = event.code
      return (writer: writer, event: event)
    } _: { means, summary, visitor in
      do {
        // Whoever is refused keeps no sex that was given at the door.
        return try means.writer.orNothing {
          let (guest, overridden) = try means.writer.walkIn(
            .member(visitor.member, sex: visitor.sex), to: means.event, overriding: overriding,
            station: context.station)
          summary.noteOverridden(overridden)
          summary.badge = guest.badge
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
    try change(.leave, id) { writer, guest, _ in
      try writer.leave(guest, station: context.station)
    }
  }

  /// Notes that several people went home, as one act.
  public func leave(
    _ ids: [RegistrationID], from event: EventID
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    try change(.leave, ids, at: event) { writer, guest, _ in
      try writer.leave(guest, station: context.station)
    }
  }

  /// Gives somebody another number; the old one is not given to anybody else.
  ///
  /// It is a number of the pool of their sex as the register has it now: who was misplaced is so no
  /// longer. Picks within a pool, typed before, stay in their slips and count for nothing.
  @discardableResult
  public func changeBadge(_ id: RegistrationID, to number: Int) throws -> (Guest, Act) {
    try change(.changeBadge, id) { writer, guest, event in
      let pool = event.pools.pool(for: guest.sex) ?? guest.registration.pool
      let badge = Badge(pool, number)
      guard Badge.numbers.contains(number),
        try !writer.isTaken(badge, in: guest.registration.event, besides: id)
      else { throw Refusal.door(.badgeTaken(badge), name: guest.name) }
      // The old badge may lie printed on the table: from now on it is nobody else's.
      if let old = guest.badge { try writer.retire(old, of: guest.registration) }
      try writer.run(
        "UPDATE registration SET pool = ?, badge = ? WHERE id = ?",
        [pool.rawValue, number, id.description])
    }
  }

  private func change(
    _ verb: ActSummary.Verb, _ id: RegistrationID, _ body: (ActWriter, Guest, Event) throws -> Void
  ) throws -> (Guest, Act) {
    try act(ActSummary(verb)) { writer, summary in
      let before = try writer.guest(id)
      let event = try writer.event(before.registration.event)
      let after = try writer.change(verb, before, at: event, body)
      summary = ActSummary(
        verb, event: event.code, name: after.name, badge: after.badge ?? before.badge,
        detail: verb == .changeBadge ? before.badge?.description : nil)
      return after
    }
  }

  private func change(
    _ verb: ActSummary.Verb, _ ids: [RegistrationID], at id: EventID,
    _ body: (ActWriter, Guest, Event) throws -> Void
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    try actOnEach(ids, ActSummary(verb)) { writer, summary in
      let event = try writer.event(id)
      summary.event = event.code
      return (writer: writer, event: event)
    } _: { means, summary, registration in
      let before = try means.writer.guest(registration)
      let after = try means.writer.change(verb, before, at: means.event, body)
      summary.badge = after.badge ?? before.badge
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

extension ActWriter {
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
      ofWalkIn: visitor.credentials, into: pool, to: event,
      headcounts: try headcounts(of: event.id))
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
    _ verb: ActSummary.Verb, _ guest: Guest, at event: Event,
    _ body: (ActWriter, Guest, Event) throws -> Void
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
      event.isFull(for: guest.registration.pool, try headcounts(of: event.id))
    {
      status = .waitlisted
    }
    try run(
      """
      UPDATE registration
      SET status = ?, arrived_at = NULL, arrived_station = NULL, left_at = NULL
      WHERE id = ?
      """, [status.rawValue, guest.id.description])
    try forgetAbsences(of: guest.id)
  }
}
