/// Why the door, or whoever registers, says no; each refusal of a person is on record.
public enum DoorRefusal: Error, Hashable, Sendable {
  case alreadyIn(Arrival, Badge?)
  /// The pool is told where its own places are taken.
  case waitlisted(capacity: Int, of: Pool? = nil)
  case full(capacity: Int, of: Pool? = nil)
  /// The register speaks against it.
  case ineligible(Objection)
  case declined
  case notRegistered
  case closed
  /// Two pools, and the register does not say which.
  case noSex
  case badgeTaken(Badge)
  case notCheckedIn
  /// Who never left does not come back.
  case notLeft
  /// A slip names this person: taking the check-in back would take picks away.
  case hasSlips
  /// The badge is of the other pool.
  case wrongPool(Badge)
  /// A registration cannot be cancelled any more.
  case hasCome

  /// Stable, for scripts.
  public var code: String {
    switch self {
    case .alreadyIn: "already-in"
    case .waitlisted: "waitlisted"
    case .full: "full"
    case .ineligible(let objection): objection.rawValue
    case .declined: "declined"
    case .notRegistered: "not-registered"
    case .closed: "event-closed"
    case .noSex: "no-sex"
    case .badgeTaken: "badge-taken"
    case .notCheckedIn: "not-checked-in"
    case .notLeft: "not-left"
    case .hasSlips: "has-slips"
    case .wrongPool: "wrong-pool"
    case .hasCome: "has-come"
    }
  }

  /// Whether the organizer may let the person in all the same.
  public var canBeOverridden: Bool {
    switch self {
    case .waitlisted, .full, .ineligible, .declined: true
    case .alreadyIn, .notRegistered, .closed, .noSex, .badgeTaken, .notCheckedIn, .notLeft,
      .hasSlips, .wrongPool, .hasCome:
      false
    }
  }

  public var objection: Objection? {
    if case .ineligible(let objection) = self { objection } else { nil }
  }
}
