/// What a rule would make of the slips, in numbers that name nobody.
public struct RulePreview: Hashable, Sendable {
  public let rule: PairingRule
  /// Why `best` would stand in for `stable`.
  public let fallback: Pairing.Fallback?
  public let pairs: Int
  /// Both ranks of all pairs together.
  public let totalRank: Int
  /// Mutual picks that would be no pair.
  public let leftOver: Int

  public init(of pairing: Pairing) {
    rule = pairing.rule
    fallback = pairing.fallback
    pairs = pairing.pairs.count
    totalRank = pairing.pairs.reduce(0) { $0 + $1.pick.aRank + $1.pick.bRank }
    leftOver = pairing.unpaired.count
  }

  /// Of every rule, in the order in which rules are offered.
  public static func all(
    ballots: [Ballot], pools: Pools
  ) throws(PairingRefusal) -> [RulePreview] {
    var previews: [RulePreview] = []
    for rule in PairingRule.allCases {
      previews.append(
        RulePreview(of: try Pairing.make(ballots: ballots, pools: pools, rule: rule)))
    }
    return previews
  }
}
