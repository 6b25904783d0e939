/// Who is suggested to whom at all.
public struct CircleRules: Hashable, Sendable {
  /// Two pools: men and women to each other; one pool: everybody to everybody.
  public var pools: Pools
  /// Suggest verified members only, and to verified members only.
  public var verifiedOnly: Bool
  /// The day ages are counted on.
  public var day: Day

  public init(pools: Pools = .two, verifiedOnly: Bool = false, day: Day) {
    self.pools = pools
    self.verifiedOnly = verifiedOnly
    self.day = day
  }

  /// Why a member takes no part; nil for one who does.
  public func exclusion(of facts: MemberFacts) -> CircleExclusion? {
    if !facts.status.isLooking { return .notLooking(facts.status) }
    if facts.marital == .known(.married) { return .notLooking(.married) }
    if verifiedOnly, facts.verification != .verified { return .notVerified(facts.verification) }
    if pools == .two, facts.sex == nil { return .sexUnknown }
    return nil
  }
}

/// Why somebody is suggested to nobody, and nobody to them.
public enum CircleExclusion: Hashable, Sendable {
  case notLooking(MemberStatus)
  case notVerified(Verification)
  /// In two pools somebody without a sex belongs to none.
  case sexUnknown
}

/// A member as the fate circle sees them.
public struct CircleMember: Hashable, Sendable {
  public let id: MemberID
  public let number: String
  public let facts: MemberFacts
  public let criteria: Criteria

  public init(id: MemberID, number: String, facts: MemberFacts, criteria: Criteria) {
    self.id = id
    self.number = number
    self.facts = facts
    self.criteria = criteria
  }

  /// Reads texts and criteria.
  public init(_ member: Member) {
    var memory = FactMemory()
    self.init(member, memory: &memory)
  }

  /// For many members one after the other.
  public init(_ member: Member, memory: inout FactMemory) {
    self.init(
      id: member.id, number: member.number, facts: MemberFacts(member, memory: &memory),
      criteria: CriteriaReading(member.texts[.criteria] ?? "", of: member.sex).criteria)
  }
}

/// Somebody who fits both ways, and how well.
public struct Suggestion: Hashable, Sendable {
  /// The place in the index.
  public let member: Int
  /// Per mille: the harmonic mean of both.
  public let score: Int
  /// How well the other fits the member's hopes.
  public let own: Int
  /// How well the member fits the other's.
  public let theirs: Int
}
