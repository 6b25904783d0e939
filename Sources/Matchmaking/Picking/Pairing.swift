/// Two who picked each other: a is the man in two-pool evenings, else the lower badge.
public struct MutualPick: Hashable, Sendable {
  public let a: Badge
  public let b: Badge
  /// Where a put b, counted over all choices of a's slip. For the organizer's eyes only: a rank of
  /// 3 among fewer mutual picks tells of one that was not returned.
  public let aRank: Int
  /// Where b put a.
  public let bRank: Int

  public init(a: Badge, b: Badge, aRank: Int, bRank: Int) {
    self.a = a
    self.b = b
    self.aRank = aRank
    self.bRank = bRank
  }
}

/// A mutual pick that the rule selected.
public struct Pair: Hashable, Sendable {
  public let pick: MutualPick
  public let reason: PairReason

  public init(pick: MutualPick, reason: PairReason) {
    self.pick = pick
    self.reason = reason
  }
}

/// A mutual pick that the rule did not select.
public struct UnpairedPick: Hashable, Sendable {
  public let pick: MutualPick
  public let reason: UnpairedReason

  public init(pick: MutualPick, reason: UnpairedReason) {
    self.pick = pick
    self.reason = reason
  }
}

/// What a rule makes of an evening's ballots; everything in badge order of a, then b.
///
/// The rules order by ranks on the slip, counted over all its choices, as they are printed on the
/// slip; equal ranks of one person go in badge order. The order of the ballots makes no difference.
public struct Pairing: Hashable, Sendable {
  /// The rule the organizer chose.
  public let rule: PairingRule
  /// `best` where `stable` was chosen and a one-pool evening has no stable answer; else `rule`.
  public let usedRule: PairingRule
  public let mutual: [MutualPick]
  public let pairs: [Pair]
  /// The rest of `mutual`.
  public let unpaired: [UnpairedPick]

  public var fellBack: Bool { usedRule != rule }

  /// Makes the pairs of one picking round.
  ///
  /// Choices that no slip may carry (oneself, the own pool of two, a repetition) and choices of
  /// somebody without a ballot make no mutual pick.
  public static func make(
    ballots: [Ballot], pools: Pools, rule: PairingRule
  ) throws(PairingRefusal) -> Pairing {
    let graph = try MutualGraph(ballots: ballots, pools: pools)
    switch (rule, pools) {
    case (.all, _): return Pairing(graph, rule: rule, match: nil)
    case (.stable, .two): return Pairing(graph, rule: rule, match: graph.stableOfTwoPools())
    case (.stable, .one):
      if let match = StableRoommates.solve(graph) {
        return Pairing(graph, rule: rule, match: match)
      }
      return Pairing(graph, rule: rule, usedRule: .best, match: graph.bestFirst())
    case (.best, _): return Pairing(graph, rule: rule, match: graph.bestFirst())
    case (.most, .two): return Pairing(graph, rule: rule, match: MostPairs.solve(graph))
    case (.most, .one): throw .notYet(rule, pools)
    }
  }

  /// - Parameter match: nil where every mutual pick is a pair.
  private init(
    _ graph: MutualGraph, rule: PairingRule, usedRule: PairingRule? = nil, match: Matching?
  ) {
    self.rule = rule
    let usedRule = usedRule ?? rule
    self.usedRule = usedRule
    mutual = graph.edges.map(graph.pick)
    var pairs: [Pair] = []
    var unpaired: [UnpairedPick] = []
    for (edge, pick) in zip(graph.edges, mutual) {
      guard let match, match.entry[graph.owner[edge]] != edge else {
        pairs.append(Pair(pick: pick, reason: graph.reason(for: edge, by: usedRule)))
        continue
      }
      guard let reason = graph.reasonAgainst(edge, in: match, by: usedRule) else {
        preconditionFailure("a mutual pick left out for no reason that the rule knows")
      }
      unpaired.append(UnpairedPick(pick: pick, reason: reason))
    }
    self.pairs = pairs
    self.unpaired = unpaired
  }
}

extension MutualGraph {
  fileprivate func pick(_ edge: Int) -> MutualPick {
    MutualPick(
      a: people[owner[edge]], b: people[partner[edge]], aRank: rank[edge],
      bRank: rank[twin[edge]])
  }
}
