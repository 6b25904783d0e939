/// What the register will not do with a member, with the evidence.
public enum RegisterRefusal: Error, Hashable, Sendable {
  case numberTaken(String, holder: String)
  /// Two members who are one and the same entry.
  case sameMember(String)
  /// Both are registered for an event, so that one of them would be there twice.
  case bothRegistered(event: String, kept: String, other: String)
  /// The resident number is not this member's, or no resident number at all.
  case resident(ResidentFault)
  case filterName
  case noFilter(String)
  /// A rule that would erase members who are still looked after.
  case purgeTooYoung(days: Int)

  public var code: String {
    switch self {
    case .numberTaken: "number-taken"
    case .sameMember: "same-member"
    case .bothRegistered: "both-registered"
    case .resident(let fault): fault.code
    case .filterName: "filter-name"
    case .noFilter: "no-filter"
    case .purgeTooYoung: "too-young"
    }
  }
}
