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
  var pool = CirclePool()
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
    for (place, member) in members.enumerated() {
      facts.append(CircleFacts(member.facts, place: place, day: rules.day))
      gates.append(
        CircleGate(member, day: rules.day, demands: &demands, pool: &pool))
    }
    pool.fillTables(members)
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
  func fit(_ one: Int, _ other: Int) -> Bool { withView { $0.fit(one, other) } }

  func withView<Result>(_ body: (CircleView) -> Result) -> Result {
    facts.withUnsafeBufferPointer { facts in
      gates.withUnsafeBufferPointer { gates in
        demands.withUnsafeBufferPointer { demands in
          pool.withView { pool in
            body(CircleView(facts: facts, gates: gates, demands: demands, pool: pool))
          }
        }
      }
    }
  }

  /// The fate circle of one member: everybody who fits both ways, best first, equals by number.
  public func circle(of place: Int, limit: Int = .max) -> [Suggestion] {
    withView { view in
      var keys: [UInt64] = []
      for other in candidates(of: place) where Int(other) != place && view.fit(place, Int(other)) {
        let other = Int(other)
        let (own, theirs) = (view.score(place, of: other), view.score(other, of: place))
        keys.append(key(CircleScore.mutual(own, theirs), other))
      }
      return keys.sorted(by: >).prefix(limit).map { key in
        let other = member(of: key)
        return Suggestion(
          member: other, score: Int(key >> 32), own: view.score(place, of: other),
          theirs: view.score(other, of: place))
      }
    }
  }

  /// Whom a key stands for.
  func member(of key: UInt64) -> Int {
    Int(byRank[Int(UInt32.max - UInt32(truncatingIfNeeded: key))])
  }

  /// Greater for who stands further up.
  func key(_ score: Int, _ place: Int) -> UInt64 {
    UInt64(score) << 32 | UInt64(UInt32.max - UInt32(ranks[place]))
  }
}
