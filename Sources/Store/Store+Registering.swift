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
  /// Past the capacity people are put on the waiting list, in order.
  ///
  /// - Returns: for each enrolment the guest or the refusal, in the order given; the act is nil
  ///   where nobody was registered.
  @discardableResult
  public func register(
    _ enrolments: [Enrolment], for id: EventID
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    do {
      let (results, act) = try act(Deed(.register)) { pen, deed in
        let event = try pen.event(id)
        var desk = RegistrationDesk(event: event, headcount: try pen.headcount(of: id), pen: pen)
        var results: [Result<Guest, Refusal>] = []
        for enrolment in enrolments {
          do {
            results.append(.success(try desk.register(enrolment)))
          } catch let refusal as Refusal {
            results.append(.failure(refusal))
          }
        }
        let registered = results.compactMap { try? $0.get() }
        if registered.isEmpty { throw NobodyRegistered(results: results) }
        deed.event = event.code
        deed.count = registered.count
        if registered.count == 1 { deed.name = registered[0].name }
        return results
      }
      return (results, act)
    } catch let nobody as NobodyRegistered {
      return (nobody.results, nil)
    }
  }
}

/// Rolls the act back, so that a wholly refused list leaves no empty act.
private struct NobodyRegistered: Error {
  let results: [Result<Guest, Refusal>]
}

/// Takes people in one after the other, keeping count.
private struct RegistrationDesk {
  let event: Event
  var headcount: Headcount
  let pen: Pen

  mutating func register(_ enrolment: Enrolment) throws -> Guest {
    guard
      let member = try pen.row(
        "SELECT name, sex FROM member WHERE id = ?", [enrolment.member.description])
    else { throw Refusal.history(.gone) }
    let name: String = try member.needed("name")
    guard event.state == .open else { throw Refusal.door(.closed, name: name) }
    guard let pool = event.pools.pool(for: try member.sex()) else {
      throw Refusal.door(.noSex, name: name)
    }
    let known = try pen.number(
      "SELECT 1 FROM registration WHERE event = ? AND member = ?",
      [event.id.description, enrolment.member.description])
    guard known == nil else { throw Refusal.person(.alreadyRegistered(name: name)) }
    if let badge = enrolment.badge {
      guard badge.pool == pool else { throw Refusal.door(.wrongPool(badge), name: name) }
      guard try !pen.isTaken(badge, in: event.id) else {
        throw Refusal.door(.badgeTaken(badge), name: name)
      }
    }
    let isFull = event.capacity.map { headcount.present + headcount.awaited >= $0 } ?? false
    let status: Registration.Status = isFull ? .waitlisted : .registered
    headcount.count(status)
    return try pen.insertRegistration(
      of: enrolment.member, for: event.id, pool: pool, badge: enrolment.badge?.number,
      status: status)
  }
}

extension Pen {
  func insertRegistration(
    of member: MemberID, for event: EventID, pool: Pool, badge: Int?, status: Registration.Status
  ) throws -> Guest {
    let id: RegistrationID = identifier()
    try run(
      "INSERT INTO registration (id, event, member, pool, badge, status) VALUES (?, ?, ?, ?, ?, ?)",
      [
        id.description, event.description, member.description, pool.rawValue, badge,
        status.rawValue,
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
