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

/// Finds members who may be entered twice.
///
/// The same phone; the same name with birth dates that can be the same, one of them to the month at
/// least; the same name with the same last four of the resident number. A different sex or resident
/// digits that differ rule the last two out. Time grows with the members and the pairs found.
public enum Duplicates {
  /// At most so many pairs from one key: a phone that fifty people share is a switchboard.
  static let mostPerKey = 200

  public static func find(
    in members: [Member], decided: some Sequence<DuplicateDecision> = []
  ) -> [PossibleDuplicate] {
    let settled = settledPairs(Array(decided))
    var grounds: [Pair: Set<DuplicateGround>] = [:]
    for ground in DuplicateGround.allCases {
      var groups: [String: [Int]] = [:]
      for (place, member) in members.enumerated() {
        if let key = ground.key(member) { groups[key, default: []].append(place) }
      }
      for group in groups.values where group.count > 1 {
        for (one, other) in pairs(of: group)
        where ground.fits(members[one], members[other]) {
          let pair = Pair(members[one].id, members[other].id)
          if !settled.contains(pair) { grounds[pair, default: []].insert(ground) }
        }
      }
    }
    let numbers = Dictionary(
      members.map { ($0.id, $0.number) }, uniquingKeysWith: { one, _ in one })
    return ordered(grounds, numbers)
  }

  /// The pairs somebody has decided on, carried over to whom one of them was merged into.
  private static func settledPairs(_ decisions: [DuplicateDecision]) -> Set<Pair> {
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
      decisions.flatMap { [Pair($0.one, $0.other), Pair(today($0.one), today($0.other))] })
  }

  /// Neighbours only, where the group is too large to show every pair.
  private static func pairs(of group: [Int]) -> [(Int, Int)] {
    if group.count * (group.count - 1) / 2 > mostPerKey {
      return zip(group, group.dropFirst()).map { ($0, $1) }
    }
    return group.indices.flatMap { one in
      group[(one + 1)...].map { (group[one], $0) }
    }
  }

  private static func ordered(
    _ grounds: [Pair: Set<DuplicateGround>], _ numbers: [MemberID: String]
  ) -> [PossibleDuplicate] {
    func number(_ id: MemberID) -> String { numbers[id] ?? "" }
    func precedes(_ one: MemberID, _ other: MemberID) -> Bool {
      number(one) == number(other)
        ? one < other : MemberNumber.precedes(number(one), number(other))
    }
    let found = grounds.map { pair, grounds in
      let isOrdered = precedes(pair.one, pair.other)
      return PossibleDuplicate(
        one: isOrdered ? pair.one : pair.other, other: isOrdered ? pair.other : pair.one,
        grounds: grounds)
    }
    return found.sorted {
      $0.one == $1.one ? precedes($0.other, $1.other) : precedes($0.one, $1.one)
    }
  }

  private struct Pair: Hashable {
    let one: MemberID
    let other: MemberID

    init(_ one: MemberID, _ other: MemberID) {
      self.one = min(one, other)
      self.other = max(one, other)
    }
  }
}

extension DuplicateGround {
  /// What both must have the same.
  fileprivate func key(_ member: Member) -> String? {
    switch self {
    case .phone: member.phone?.digits
    case .nameAndBirth: member.birth.map { "\(NameKey(member.name).text) \($0.year)" }
    case .residentDigitsAndName:
      member.texts[.residentDigits].map { "\(NameKey(member.name).text) \($0)" }
    }
  }

  fileprivate func fits(_ one: Member, _ other: Member) -> Bool {
    if self == .phone { return true }
    if let first = one.sex, let second = other.sex, first != second { return false }
    if let first = one.birth, let second = other.birth, !first.canBe(second) { return false }
    guard self == .nameAndBirth else { return true }
    if let first = one.texts[.residentDigits], let second = other.texts[.residentDigits],
      first != second
    {
      return false
    }
    return one.birth?.month != nil || other.birth?.month != nil
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
