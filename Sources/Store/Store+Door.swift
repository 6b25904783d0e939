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
        let guest = try pen.guest(id)
        let event = try pen.event(guest.registration.event)
        // Only somebody on the waiting list has to be counted against the capacity.
        let isCounted = event.capacity != nil && guest.registration.status == .waitlisted
        let headcount = isCounted ? try pen.headcount(of: event.id) : Headcount()
        do {
          try Door.admit(guest, to: event, headcount: headcount, overriding: overriding)
        } catch let refusal as DoorRefusal {
          throw TurnedAway(guest: guest, refusal: refusal)
        }
        let admitted = try pen.admit(guest, station: surroundings.station)
        deed = Deed(.checkIn, event: event.code, name: admitted.name, badge: admitted.badge)
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
        do {
          try Door.admitWalkIn(
            isVerified: visitor.isVerified, to: event, headcount: try pen.headcount(of: id),
            overriding: overriding)
        } catch let refusal as DoorRefusal {
          throw VisitorTurnedAway(visitor: visitor, refusal: refusal)
        }
        let guest = try pen.insertRegistration(
          of: visitor.id, for: id, pool: pool, badge: nil, status: .registered)
        let admitted = try pen.admit(guest, station: surroundings.station)
        deed = Deed(.walkIn, event: event.code, name: admitted.name, badge: admitted.badge)
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
      try pen.run(
        "UPDATE registration SET badge = ? WHERE id = ?", [number, id.description])
      if guest.registration.status.hasAttended {
        try pen.issue(badge, to: guest.registration, inOrder: false)
      }
    }
  }

  private func change(
    _ verb: Deed.Verb, _ id: RegistrationID, _ body: (Pen, Guest) throws -> Void
  ) throws -> (Guest, Act) {
    try act(Deed(verb)) { pen, deed in
      let before = try pen.guest(id)
      let event = try pen.event(before.registration.event)
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
    _ = try act(Deed(.refuse, name: name, badge: badge)) { pen, deed in
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

private struct Visitor {
  let id: MemberID
  let name: String
  let sex: Sex?
  let isVerified: Bool
  let isNew: Bool
}

extension Pen {
  /// Finds the member, or puts a new one into the register.
  fileprivate func visitor(_ walkIn: WalkIn) throws -> Visitor {
    switch walkIn {
    case .member(let id):
      let row = try row(
        "SELECT name, sex, verification FROM member WHERE id = ?", [id.description])
      guard let row else { throw Refusal.history(.gone) }
      let verification: Verification = try row.word("verification")
      return Visitor(
        id: id, name: try row.needed("name"), sex: try row.sex(),
        isVerified: verification == .verified, isNew: false)
    case .stranger(let name, let sex, let phone, let employer):
      let member = Member(
        id: identifier(), number: try freeMemberNumber(), name: name, sex: sex, phone: phone,
        texts: employer.isEmpty ? [:] : [.employer: employer])
      try insert(member)
      return Visitor(id: member.id, name: name, sex: sex, isVerified: false, isNew: true)
    }
  }

  /// Marks somebody as here: with the badge already theirs, else the next.
  fileprivate func admit(_ guest: Guest, station: String) throws -> Guest {
    let registration = guest.registration
    let number: Int
    if let badge = registration.badge {
      number = badge
      try issue(Badge(registration.pool, badge), to: registration, inOrder: false)
    } else {
      number = try handOut(to: registration)
    }
    try run(
      """
      UPDATE registration SET status = 'checked_in', badge = ?, left_at = NULL,
        arrived_at = ifnull(arrived_at, ?), arrived_station = ifnull(arrived_station, ?)
      WHERE id = ?
      """, [number, now.milliseconds, station, registration.id.description])
    return try self.guest(registration.id)
  }

  /// As the change log has it; somebody who came as a walk-in was registered a moment before.
  fileprivate func statusBeforeArrival(of id: RegistrationID) throws -> Registration.Status {
    let word = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT before ->> '$.status' FROM change
          WHERE row = ? AND after ->> '$.status' = 'checked_in'
            AND before ->> '$.status' NOT IN ('checked_in', 'left')
          ORDER BY id DESC LIMIT 1
          """), arguments: [id.description])
    return word.flatMap(Registration.Status.init(rawValue:)) ?? .registered
  }

  /// The number this person once wore this evening, or else the next in order.
  private func handOut(to registration: Registration) throws -> Int {
    let key = registration.event.description
    let worn = try number(
      "SELECT number FROM badge_issue WHERE registration = ? ORDER BY id DESC LIMIT 1",
      [registration.id.description])
    if let worn { return worn }
    let last = try number(
      """
      SELECT number FROM badge_issue WHERE event = ? AND pool = ? AND in_order = 1
      ORDER BY number DESC LIMIT 1
      """, [key, registration.pool.rawValue])
    let next = try Door.nextNumber(after: last ?? 0) { number in
      try isTaken(Badge(registration.pool, number), in: registration.event)
    }
    guard Badge.numbers.contains(next) else {
      throw Refusal.door(.badgeTaken(Badge(registration.pool, next - 1)), name: "")
    }
    try issue(Badge(registration.pool, next), to: registration, inOrder: true)
    return next
  }

  /// Notes that a number was worn, so that it is nobody else's for the rest of the evening.
  fileprivate func issue(_ badge: Badge, to registration: Registration, inOrder: Bool) throws {
    let id: Identifier<Badge> = identifier()
    try run(
      """
      INSERT INTO badge_issue (id, event, pool, number, registration, in_order)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (event, pool, number) DO NOTHING
      """,
      [
        id.description, registration.event.description, badge.pool.rawValue, badge.number,
        registration.id.description, inOrder,
      ])
  }
}
