/// Why two members may be one person.
public enum DuplicateGround: Int, Hashable, Sendable, CaseIterable, Comparable {
  case phone
  case residentDigitsAndName
  case nameAndBirth

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// Two members who may be one person; the lower number first.
public struct PossibleDuplicate: Hashable, Sendable {
  public let one: MemberID
  public let other: MemberID
  public let grounds: Set<DuplicateGround>
}

/// What somebody decided about two members, once and for all.
public struct DuplicateDecision: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// Two people: they are never shown as duplicates again.
    case keptApart
    /// One person; the other's details went into `into`.
    case merged(into: MemberID)
  }

  /// The pair in either order is the same.
  public let one: MemberID
  public let other: MemberID
  public let outcome: Outcome
  public let by: String
  public let on: Day

  public init(_ one: MemberID, _ other: MemberID, _ outcome: Outcome, by: String, on: Day) {
    self.one = min(one, other)
    self.other = max(one, other)
    self.outcome = outcome
    self.by = by
    self.on = on
  }
}

extension DuplicateDecision {
  /// The pairs somebody has decided on, carried over to whom one of them was merged into.
  static func settled(_ decisions: [DuplicateDecision]) -> Set<MemberPair> {
    var successors: [MemberID: MemberID] = [:]
    for decision in decisions {
      guard case .merged(let into) = decision.outcome else { continue }
      successors[decision.one == into ? decision.other : decision.one] = into
    }
    func today(_ id: MemberID) -> MemberID {
      var (id, steps) = (id, 0)
      while let next = successors[id], steps < decisions.count { (id, steps) = (next, steps + 1) }
      return id
    }
    return Set(
      decisions.flatMap {
        [MemberPair($0.one, $0.other), MemberPair(today($0.one), today($0.other))]
      })
  }
}

/// Two members in either order.
struct MemberPair: Hashable {
  let one: MemberID
  let other: MemberID

  init(_ one: MemberID, _ other: MemberID) {
    self.one = min(one, other)
    self.other = max(one, other)
  }
}

extension BirthDate {
  /// Whether both can be one date, as far as they are known.
  func canBe(_ other: BirthDate) -> Bool {
    guard year == other.year else { return false }
    if let month, let second = other.month, month != second { return false }
    if let day, let second = other.day, day != second { return false }
    return true
  }
}
