/// The rules of the door (签到): who may come in, and why somebody may not.
///
/// Source: DOMAIN, "Rules of the evening", Door.
public enum Door {
  /// Everything that keeps a registered person out, the gravest first; empty where they come in.
  ///
  /// Whoever has a place comes in. The waiting list comes in while everyone who is still awaited
  /// would fit as well, and so does somebody who left and comes back: the place of who left is theirs
  /// until somebody else has taken it. Who was in the hall is not asked anew who they are.
  ///
  /// What cannot be overridden stands alone.
  ///
  /// - Parameter headcounts: of the event, looked at only where `isCounted` says so.
  public static func refusals(
    of guest: Guest, to event: Event, headcounts: [Pool: Headcount]
  ) -> [DoorRefusal] {
    guard event.state == .open else { return [.closed] }
    let registration = guest.registration
    if registration.status == .checkedIn, let arrival = registration.arrival {
      return [.alreadyIn(arrival, guest.badge)]
    }
    let pool: Pool
    do throws(DoorRefusal) { pool = try self.pool(of: guest, at: event) } catch { return [error] }
    let objections = event.objections(to: guest.credentials, at: .door)
      .filter { !registration.waived.contains($0) }.map(DoorRefusal.ineligible)
    switch registration.status {
    case .registered, .checkedIn: return objections
    case .declined:
      return objections + [.declined] + full(event, pool, headcounts)
    case .waitlisted:
      return objections + full(event, pool, headcounts) { .waitlisted(capacity: $0, of: $1) }
    case .noShow: return objections + full(event, pool, headcounts)
    case .left: return full(event, pool, headcounts)
    }
  }

  /// Decides whether a registered person comes in.
  public static func admit(
    _ guest: Guest, to event: Event, headcounts: [Pool: Headcount]
  ) throws(DoorRefusal) {
    if let refusal = refusals(of: guest, to: event, headcounts: headcounts).first { throw refusal }
  }

  /// Everything that keeps out a walk-in (现场报名).
  ///
  /// - Parameter pool: where they would belong; nil where their sex is not known yet.
  public static func refusals(
    ofWalkIn credentials: Credentials, into pool: Pool?, to event: Event,
    headcounts: [Pool: Headcount]
  ) -> [DoorRefusal] {
    guard event.state == .open else { return [.closed] }
    return event.objections(to: credentials, at: .door).map(DoorRefusal.ineligible)
      + full(event, pool, headcounts)
  }

  /// Everything that keeps somebody from being registered, or from moving up the waiting list.
  public static func refusals(
    ofRegistering credentials: Credentials, for event: Event
  ) -> [DoorRefusal] {
    guard event.state == .open else { return [.closed] }
    return event.objections(to: credentials, at: .registration).map(DoorRefusal.ineligible)
  }

  /// Whether the rule has to know how many are here and awaited.
  public static func isCounted(_ guest: Guest, at event: Event) -> Bool {
    guard event.capacity != .unlimited else { return false }
    switch guest.registration.status {
    case .waitlisted, .noShow, .left, .declined: return true
    case .registered, .checkedIn: return false
    }
  }

  /// The pool somebody comes into: that of their sex as the register has it now.
  ///
  /// It was noted at registration, and a sex may have been corrected since. A badge that is printed or
  /// was worn has its pool on it, so there somebody has to decide which of the two is wrong.
  public static func pool(of guest: Guest, at event: Event) throws(DoorRefusal) -> Pool {
    let noted = guest.registration.pool
    guard let due = event.pools.pool(for: guest.sex) else {
      guard guest.registration.status.hasAttended else { throw .noSex }
      return noted
    }
    if due != noted, let badge = guest.badge { throw .wrongPool(badge) }
    return due
  }

  private static func full(
    _ event: Event, _ pool: Pool?, _ headcounts: [Pool: Headcount],
    _ refusal: (Int, Pool?) -> DoorRefusal = { .full(capacity: $0, of: $1) }
  ) -> [DoorRefusal] {
    event.capacity.reached(for: pool, headcounts).map { [refusal($0.places, $0.of)] } ?? []
  }

  /// The next number to hand out: in order, past those that somebody wears, wore or has printed.
  ///
  /// - Parameters:
  ///   - last: the highest number that was handed out in order; 0 before the first.
  ///   - isTaken: whether a number of the pool is printed or was ever worn.
  public static func nextNumber(after last: Int, isTaken: (Int) throws -> Bool) rethrows -> Int {
    var number = last + 1
    while try isTaken(number) { number += 1 }
    return number
  }
}

extension Event {
  /// Whether everybody here and everybody awaited leave no place for one more of a pool.
  public func isFull(for pool: Pool, _ headcounts: [Pool: Headcount]) -> Bool {
    capacity.reached(for: pool, headcounts) != nil
  }

  /// Whether nobody gets a place any more, of whatever pool.
  public func isFull(_ headcounts: [Pool: Headcount]) -> Bool {
    pools.pools.allSatisfy { isFull(for: $0, headcounts) }
  }
}
