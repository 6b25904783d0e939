/// The rules of the door (签到): who may come in, and why somebody may not.
///
/// Source: DOMAIN, "Rules of the evening", Door.
public enum Door {
  /// Decides whether a registered person comes in.
  ///
  /// Whoever has a place comes in. The waiting list comes in while everyone who is still awaited
  /// would fit as well. Somebody who left may come back.
  public static func admit(
    _ guest: Guest, to event: Event, headcount: Headcount
  ) throws(DoorRefusal) {
    guard event.state == .open else { throw .closed }
    let registration = guest.registration
    if registration.status == .checkedIn, let arrival = registration.arrival {
      throw .alreadyIn(arrival, guest.badge)
    }
    guard registration.status != .left else { return }
    if event.verifiedOnly, !guest.isVerified { throw .notVerified }
    switch registration.status {
    case .declined: throw .declined
    case .waitlisted:
      if let capacity = event.capacity, headcount.present + headcount.awaited >= capacity {
        throw .waitlisted(capacity: capacity)
      }
    case .registered, .noShow, .checkedIn, .left: break
    }
  }

  /// Decides whether a walk-in (现场报名) comes in.
  public static func admitWalkIn(
    isVerified: Bool, to event: Event, headcount: Headcount
  ) throws(DoorRefusal) {
    guard event.state == .open else { throw .closed }
    if event.verifiedOnly, !isVerified { throw .notVerified }
    if let capacity = event.capacity, headcount.present + headcount.awaited >= capacity {
      throw .full(capacity: capacity)
    }
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

/// Why the door says no; each refusal is on record.
public enum DoorRefusal: Error, Hashable, Sendable {
  case alreadyIn(Arrival, Badge?)
  case waitlisted(capacity: Int)
  case full(capacity: Int)
  case notVerified
  case declined
  case notRegistered
  case closed
  /// Two pools, and the register does not say which.
  case noSex
  case badgeTaken(Badge)
  case notCheckedIn
  /// A slip names this person: taking the check-in back would take picks away.
  case hasSlips
  /// The badge is of the other pool.
  case wrongPool(Badge)

  /// Stable, for scripts.
  public var code: String {
    switch self {
    case .alreadyIn: "already-in"
    case .waitlisted: "waitlisted"
    case .full: "full"
    case .notVerified: "not-verified"
    case .declined: "declined"
    case .notRegistered: "not-registered"
    case .closed: "event-closed"
    case .noSex: "no-sex"
    case .badgeTaken: "badge-taken"
    case .notCheckedIn: "not-checked-in"
    case .hasSlips: "has-slips"
    case .wrongPool: "wrong-pool"
    }
  }

  /// Whether the organizer may let the person in all the same.
  public var canBeOverridden: Bool {
    switch self {
    case .waitlisted, .full, .notVerified, .declined: true
    default: false
    }
  }
}
