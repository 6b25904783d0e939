/// Everybody's facts and hopes, packed for finding who fits whom.
///
/// For one member the time grows with the members, for all with the pairs of both pools.
public struct CircleIndex: Sendable {
  public let rules: CircleRules
  public let members: [CircleMember]

  var facts: [CircleFacts] = []
  var gates: [CircleGate] = []
  /// Limits of each member that the gate does not decide, then preferences, in one run.
  var demands: [CircleDemand] = []
  var pool: [ClosedRange<Int32>] = []
  /// Those who take part: men, women, or everybody.
  var pools: (first: [Int32], second: [Int32]) = ([], [])
  /// The place of each member in the order of numbers, and back.
  var ranks: [Int32] = []
  var byRank: [Int32] = []

  public init(_ members: [CircleMember], rules: CircleRules) {
    self.members = members
    self.rules = rules
    facts.reserveCapacity(members.count)
    gates.reserveCapacity(members.count)
    for member in members {
      facts.append(CircleFacts(member.facts, day: rules.day))
      gates.append(
        CircleGate(member, day: rules.day, demands: &demands, pool: &pool))
    }
    for (place, member) in members.enumerated() where rules.exclusion(of: member.facts) == nil {
      if rules.pools == .two, member.facts.sex == .woman {
        pools.second.append(Int32(place))
      } else {
        pools.first.append(Int32(place))
      }
    }
    rank()
  }

  private mutating func rank() {
    byRank = members.indices.sorted {
      let (one, other) = (members[$0], members[$1])
      return one.number == other.number
        ? one.id < other.id : MemberNumber.precedes(one.number, other.number)
    }.map { Int32($0) }
    ranks = [Int32](repeating: 0, count: members.count)
    for (rank, place) in byRank.enumerated() { ranks[Int(place)] = Int32(rank) }
  }

  /// Whom a member may be suggested; nil with the reason where the member takes no part.
  func candidates(of place: Int) -> [Int32] {
    guard rules.exclusion(of: members[place].facts) == nil else { return [] }
    if rules.pools == .one { return pools.first }
    return members[place].facts.sex == .woman ? pools.first : pools.second
  }

  /// Whether neither misses a limit of the other.
  @inline(__always)
  func fit(_ one: Int, _ other: Int) -> Bool {
    gates[one].admits(facts[other]) && gates[other].admits(facts[one])
      && admitsTheRest(one, other) && admitsTheRest(other, one)
  }

  /// Limits that the gate only sifts.
  @inline(__always)
  func admitsTheRest(_ one: Int, _ other: Int) -> Bool {
    for place in gates[one].rest
    where demands[Int(place)].verdict(facts[other], pool) == .missed {
      return false
    }
    return true
  }

  /// How well another fits a member's hopes.
  func score(_ one: Int, of other: Int) -> Int {
    var score = CircleScore()
    let gate = gates[one]
    for place in gate.limits where demands[Int(place)].verdict(facts[other], pool) == .unknown {
      score.addUnknownLimit()
    }
    for place in gate.preferences {
      score.add(preference: demands[Int(place)].verdict(facts[other], pool))
    }
    let (own, theirs) = (facts[one], facts[other])
    if !gate.saysAge {
      let isKnown = own.birthYear > 0 && theirs.birthYear > 0
      score.add(
        nearness: isKnown ? Nearness.ages(Int(own.birthYear - theirs.birthYear)) : Nearness.unknown)
    }
    if !gate.saysPlace {
      let isKnown = own.residence > 0 && theirs.residence > 0
      score.add(
        nearness: isKnown ? Nearness.places(own.residence, theirs.residence) : Nearness.unknown)
    }
    if !gate.saysEducation {
      let isKnown = own.education > 0 && theirs.education > 0
      score.add(
        nearness: isKnown
          ? Nearness.education(Int(own.education - theirs.education)) : Nearness.unknown)
    }
    return score.value
  }

  /// The fate circle of one member: everybody who fits both ways, best first, equals by number.
  public func circle(of place: Int, limit: Int = .max) -> [Suggestion] {
    var found: [(key: UInt64, suggestion: Suggestion)] = []
    for other in candidates(of: place) where Int(other) != place && fit(place, Int(other)) {
      let (own, theirs) = (score(place, of: Int(other)), score(Int(other), of: place))
      let score = CircleScore.mutual(own, theirs)
      found.append(
        (
          key(score, Int(other)),
          Suggestion(member: Int(other), score: score, own: own, theirs: theirs)
        ))
    }
    return found.sorted { $0.key > $1.key }.prefix(limit).map(\.suggestion)
  }

  /// Greater for who stands further up.
  func key(_ score: Int, _ place: Int) -> UInt64 {
    UInt64(score) << 32 | UInt64(UInt32.max - UInt32(ranks[place]))
  }
}
