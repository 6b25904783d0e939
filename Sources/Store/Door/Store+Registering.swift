import GRDB
public import Matchmaking

/// One person to be registered, and the badge printed for them if there is one.
public struct Enrolment: Hashable, Sendable {
  public let member: MemberID
  public let badge: Badge?

  public init(member: MemberID, badge: Badge? = nil) {
    self.member = member
    self.badge = badge
  }
}

extension Store {
  /// Registers people for an event, as one act; whoever is refused leaves the others in.
  ///
  /// Past the capacity, of the whole or of their pool, people are put on the waiting list, in order; whoever waits already goes before
  /// them. Who was declined before is registered after all, in their old place in the order.
  ///
  /// - Parameter overriding: the organizer registers also whom the register speaks against; what was let
  ///   pass is not asked again at the door.
  /// - Returns: for each enrolment the guest or the refusal, in the order given; the act is nil
  ///   where nobody was registered. Whom the register speaks against is on record.
  @discardableResult
  public func register(
    _ enrolments: [Enrolment], for id: EventID, overriding: Bool = false
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    var away: [TurnedAway] = []
    let (results, act) = try actOnEach(enrolments, ActSummary(.register)) { writer, summary in
      let event = try writer.event(id)
      summary.event = event.code
      // A place may be free though people wait: somebody went home, or may come again. They are first.
      if event.state == .open { summary.noteMovedUp(try writer.moveUp(for: event)) }
      return RegistrationDesk(
        event: event, headcounts: try writer.headcounts(of: id), writer: writer,
        overriding: overriding)
    } _: { desk, summary, enrolment in
      do {
        return try desk.register(enrolment, &summary)
      } catch let turnedAway as TurnedAway {
        away.append(turnedAway)
        throw turnedAway.answer
      }
    }
    try record(away, at: id, .registration)
    return (results, act)
  }
}

/// Takes people in one after the other, keeping count.
private struct RegistrationDesk {
  let event: Event
  var headcounts: [Pool: Headcount]
  let writer: ActWriter
  let overriding: Bool

  mutating func register(_ enrolment: Enrolment, _ summary: inout ActSummary) throws -> Guest {
    let visitor = try writer.visitor(enrolment.member, at: event)
    let known = try writer.standing(of: visitor.id, at: event.id)
    if let known, known.status != .declined {
      throw Refusal.person(.alreadyRegistered(name: visitor.name))
    }
    let refusals = Door.refusals(ofRegistering: visitor.credentials, for: event)
    if let standing = refusals.standing(overriding) {
      throw TurnedAway(
        member: visitor.id, name: visitor.name, badge: enrolment.badge, refusal: standing)
    }
    guard let pool = event.pools.pool(for: visitor.sex) else {
      throw Refusal.door(.noSex, name: visitor.name)
    }
    if let badge = enrolment.badge {
      guard badge.pool == pool else { throw Refusal.door(.wrongPool(badge), name: visitor.name) }
      guard try !writer.isTaken(badge, in: event.id, besides: known?.id) else {
        throw Refusal.door(.badgeTaken(badge), name: visitor.name)
      }
    }
    let status: Registration.Status =
      event.isFull(for: pool, headcounts) ? .waitlisted : .registered
    headcounts[pool, default: Headcount()].count(status)
    summary.noteOverridden(refusals)
    if let known {
      return try writer.accept(
        known.id, status, pool: pool, badge: enrolment.badge,
        waiving: refusals.compactMap(\.objection))
    }
    return try writer.insertRegistration(
      of: visitor.id, for: event.id, pool: pool, badge: enrolment.badge?.number, status: status,
      waiving: refusals.compactMap(\.objection))
  }
}

extension ActWriter {
  /// - Parameter objections: what the organizer let pass.
  func insertRegistration(
    of member: MemberID, for event: EventID, pool: Pool, badge: Int?, status: Registration.Status,
    waiving objections: [Objection] = []
  ) throws -> Guest {
    let id: RegistrationID = identifier()
    try run(
      """
      INSERT INTO registration (id, event, member, pool, badge, status, waived, ordinal)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
        (SELECT ifnull(max(ordinal), 0) + 1 FROM registration WHERE event = ?2))
      """,
      [
        id.description, event.description, member.description, pool.rawValue, badge,
        status.rawValue, Objection.text(Set(objections)),
      ])
    return try guest(id)
  }

  /// Registers after all somebody who was declined.
  fileprivate func accept(
    _ id: RegistrationID, _ status: Registration.Status, pool: Pool, badge: Badge?,
    waiving objections: [Objection]
  ) throws -> Guest {
    let before = try guest(id)
    if let badge, let old = before.badge, old != badge {
      try retire(old, of: before.registration)
    }
    // A badge that was printed keeps its pool; the door compares.
    let isPrinted = badge == nil && before.badge != nil
    try run(
      """
      UPDATE registration SET status = ?, pool = ?, badge = ifnull(?, badge), waived = ?
      WHERE id = ?
      """,
      [
        status.rawValue, (isPrinted ? before.registration.pool : pool).rawValue, badge?.number,
        Objection.text(before.registration.waived.union(objections)), id.description,
      ])
    return try guest(id)
  }

  /// Whether a number is printed for somebody or was ever worn this evening.
  ///
  /// - Parameter registration: whose own numbers do not count.
  func isTaken(
    _ badge: Badge, in event: EventID, besides registration: RegistrationID? = nil
  ) throws -> Bool {
    let own = registration?.description ?? ""
    return try number(
      """
      SELECT 1 FROM registration WHERE event = ?1 AND pool = ?2 AND badge = ?3 AND id <> ?4
      UNION ALL
      SELECT 1 FROM retired_badge
        WHERE event = ?1 AND pool = ?2 AND number = ?3 AND registration <> ?4
      LIMIT 1
      """, [event.description, badge.pool.rawValue, badge.number, own]) != nil
  }
}
