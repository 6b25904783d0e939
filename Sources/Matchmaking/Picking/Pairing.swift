/// Two who picked each other: a is the man in two-pool evenings, else the lower badge.
public struct MutualPick: Hashable, Sendable {
  public let a: Badge
  public let b: Badge
  /// Where a put b, counted over all choices of a's slip. For the organizer's eyes only: a rank of
  /// 3 among fewer mutual picks tells of one that was not returned. 0 once the event is archived.
  public let aRank: Int
  /// Where b put a; 0 once the event is archived.
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
/// The rules order by ranks on the slip, which are the places printed on it. Equal ranks of one person
/// go in badge order, but under `stable` in one pool, where they are equal and whichever gives a
/// stable answer will do. The order of the ballots makes no difference.
public struct Pairing: Hashable, Sendable {
  /// The rule the organizer chose.
  public let rule: PairingRule
  /// Why `best` stands in for `stable`; nil where the rule itself was used.
  public let fallback: Fallback?
  public let mutual: [MutualPick]
  public let pairs: [Pair]
  /// The rest of `mutual`.
  public let unpaired: [UnpairedPick]

  public enum Fallback: Hashable, Sendable {
    /// It is proved that the evening has no stable answer.
    case noneExists
    /// None was found in as many steps as the search may take; there may be one.
    case noneFound
  }

  public var fellBack: Bool { fallback != nil }

  public var usedRule: PairingRule { fallback == nil ? rule : .best }

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
    case (.stable, .one): return stableOfOnePool(graph, steps: StableSearch.steps)
    case (.best, _): return Pairing(graph, rule: rule, match: graph.bestFirst())
    case (.most, .two): return Pairing(graph, rule: rule, match: MostPairs.solve(graph))
    case (.most, .one): return Pairing(graph, rule: rule, match: MostInOnePool.solve(graph))
    }
  }

  /// - Parameter steps: after how many the search for an answer gives up.
  static func stableOfOnePool(_ graph: MutualGraph, steps: Int) -> Pairing {
    func fallBack(_ fallback: Fallback) -> Pairing {
      Pairing(graph, rule: .stable, fallback: fallback, match: graph.bestFirst())
    }
    return switch StableSearch.solve(graph, steps: steps) {
    case .found(let match): Pairing(graph, rule: .stable, match: match)
    case .impossible: fallBack(.noneExists)
    case .gaveUp: fallBack(.noneFound)
    }
  }

  /// - Parameter match: nil where every mutual pick is a pair.
  private init(
    _ graph: MutualGraph, rule: PairingRule, fallback: Fallback? = nil, match: Matching?
  ) {
    self.rule = rule
    self.fallback = fallback
    let usedRule = fallback == nil ? rule : .best
    mutual = graph.edges.map(graph.pick)
    var pairs: [Pair] = []
    var unpaired: [UnpairedPick] = []
    for (edge, pick) in zip(graph.edges, mutual) {
      guard let match, match.entry[graph.owner[edge]] != edge else {
        pairs.append(Pair(pick: pick, reason: graph.reason(for: edge, in: match, by: usedRule)))
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

extension Pairing {
  /// What stays when the slips are gone.
  init(of outcomes: [PickOutcome], rule: PairingRule, badge: (RegistrationID) -> Badge?) {
    self.rule = rule
    fallback = nil
    var pairs: [Pair] = []
    var unpaired: [UnpairedPick] = []
    for outcome in outcomes {
      guard let a = badge(outcome.one), let b = badge(outcome.other) else { continue }
      let pick = MutualPick(a: a, b: b, aRank: 0, bRank: 0)
      switch outcome.verdict {
      case .pair(let reason): pairs.append(Pair(pick: pick, reason: reason))
      case .unpaired(let reason): unpaired.append(UnpairedPick(pick: pick, reason: reason))
      }
    }
    self.pairs = pairs.sorted { ($0.pick.a, $0.pick.b) < ($1.pick.a, $1.pick.b) }
    self.unpaired = unpaired.sorted { ($0.pick.a, $0.pick.b) < ($1.pick.a, $1.pick.b) }
    mutual = (pairs.map(\.pick) + unpaired.map(\.pick)).sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}

extension MutualGraph {
  fileprivate func pick(_ edge: Int) -> MutualPick {
    MutualPick(
      a: people[owner[edge]], b: people[partner[edge]], aRank: rank[edge],
      bRank: rank[twin[edge]])
  }
}
