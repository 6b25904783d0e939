import Matchmaking
import TestSupport
import Testing

/// An evening small enough to try everything, by definitions rather than by algorithms.
struct NaiveEvening: Sendable {
  let pools: Pools
  let ballots: [Ballot]
  let mutual: [MutualPick]

  init(pools: Pools, ballots: [Ballot]) {
    self.pools = pools
    self.ballots = ballots
    mutual = Self.mutual(of: ballots.sorted { $0.picker < $1.picker })
  }

  /// Everybody of one pool picks `picks` others, half of them people of near numbers; one ballot in
  /// five carries no order.
  init(one people: Int, picks: Int, dice: inout Dice) {
    let roll = (1...people).map { Badge(.everyone, $0) }
    let ballots = roll.map { picker -> Ballot in
      var choices: [Badge] = []
      while choices.count < min(picks, people - 1) {
        let near = (picker.number + dice.roll(16) + people - 9) % people
        let other = roll[dice.roll(2) == 0 ? near : dice.roll(people)]
        if other != picker, !choices.contains(other) { choices.append(other) }
      }
      return Ballot(
        picker: picker, choices: choices, ranks: dice.roll(5) == 0 ? .unranked : .strict)
    }
    self.init(pools: .one, ballots: ballots)
  }

  /// Everybody picks up to `people` others at random; `unranked` of ten ballots carry no order.
  init(pools: Pools, people: Int, unranked: Int, dice: inout Dice) {
    let groups: [Pool] = pools == .two ? [.men, .women] : [.everyone]
    // Gaps in the numbers, and M2 before M10.
    let roll = groups.flatMap { pool in (0..<people).map { Badge(pool, $0 * 3 + 2) } }
    let ballots = roll.compactMap { picker -> Ballot? in
      guard dice.roll(20) > 0 else { return nil }
      let others = roll.filter { $0.pool == picker.pool.opposite && $0 != picker }
      let count = dice.roll(3) > 0 ? others.count : dice.roll(others.count + 1)
      return Ballot(
        picker: picker, choices: Array(others.shuffled(using: &dice).prefix(count)),
        ranks: dice.roll(10) < unranked ? .unranked : .strict)
    }
    self.init(pools: pools, ballots: ballots)
  }

  private static func mutual(of ballots: [Ballot]) -> [MutualPick] {
    ballots.flatMap { one in
      ballots.compactMap { other -> MutualPick? in
        guard one.picker < other.picker else { return nil }
        guard let aRank = one.rank(of: other.picker) else { return nil }
        guard let bRank = other.rank(of: one.picker) else { return nil }
        return MutualPick(a: one.picker, b: other.picker, aRank: aRank, bRank: bRank)
      }
    }
  }

  /// Every way to choose mutual picks of which no two share anybody.
  var matchings: [[MutualPick]] {
    mutual.reduce(into: [[]]) { all, pick in
      all += all.filter { $0.allSatisfy { !$0.shares(with: pick) } }.map { $0 + [pick] }
    }
  }

  var stableMatchings: [[MutualPick]] {
    matchings.filter { pairs in !mutual.contains { blocks($0, pairs) } }
  }

  /// Whether these two would both rather be together than as they are.
  func blocks(_ pick: MutualPick, _ pairs: [MutualPick]) -> Bool {
    [pick.a, pick.b].allSatisfy { person in
      guard let own = pairs.first(where: { $0.has(person) }) else { return true }
      return isBefore(pick, own, for: person)
    }
  }

  /// Whether somebody rather has the one than the other: among equals in two pools by badge, in
  /// one neither.
  func isBefore(_ one: MutualPick, _ other: MutualPick, for person: Badge) -> Bool {
    switch pools {
    case .two: one.place(for: person) < other.place(for: person)
    case .one: one.place(for: person).rank < other.place(for: person).rank
    }
  }

  /// Whether nobody of two who picked each other would both strictly rather be together: the least
  /// that `stable` promises, ties or not.
  func isWeaklyStable(_ pairs: [MutualPick]) -> Bool {
    var own: [Badge: MutualPick] = [:]
    for pick in pairs { (own[pick.a], own[pick.b]) = (pick, pick) }
    return mutual.allSatisfy { pick in
      [pick.a, pick.b].contains { person in
        own[person].map { $0.place(for: person).rank <= pick.place(for: person).rank } ?? false
      }
    }
  }

  /// `best` as the organizer is told it.
  var greedy: [MutualPick] {
    var taken: [MutualPick] = []
    for pick in mutual.sorted(by: { $0.order < $1.order })
    where !taken.contains(where: pick.shares) {
      taken.append(pick)
    }
    return taken.inBadgeOrder
  }

  func pairing(_ rule: PairingRule) throws -> Pairing {
    try Pairing.make(ballots: ballots, pools: pools, rule: rule)
  }
}

extension MutualPick {
  /// What a person prefers is smaller: the rank they gave, then the badge.
  func place(for person: Badge) -> Place {
    person == a ? Place(rank: aRank, badge: b) : Place(rank: bRank, badge: a)
  }

  struct Place: Comparable {
    let rank: Int
    let badge: Badge

    static func < (one: Self, other: Self) -> Bool {
      (one.rank, one.badge) < (other.rank, other.badge)
    }
  }

  var sum: Int { aRank + bRank }
  var order: (Int, Int, Badge, Badge) { (sum, max(aRank, bRank), a, b) }

  func has(_ person: Badge) -> Bool { a == person || b == person }
  func shares(with other: MutualPick) -> Bool { has(other.a) || has(other.b) }
  func other(than person: Badge) -> Badge { person == a ? b : a }
}

extension [MutualPick] {
  var inBadgeOrder: [MutualPick] { sorted { ($0.a, $0.b) < ($1.a, $1.b) } }
  var total: Int { reduce(0) { $0 + $1.sum } }
}

extension Pairing {
  var picks: [MutualPick] { pairs.map(\.pick) }
}

/// Hundreds of random evenings of one kind, numbered by seed.
struct RandomEvenings: Sendable, CustomTestStringConvertible {
  let pools: Pools
  let people: Int
  let unranked: Int

  var testDescription: String { "\(pools.rawValue) pools of \(people), \(unranked)/10 unranked" }

  static let twoPools = [
    RandomEvenings(pools: .two, people: 3, unranked: 0),
    RandomEvenings(pools: .two, people: 4, unranked: 0),
    RandomEvenings(pools: .two, people: 4, unranked: 3),
    RandomEvenings(pools: .two, people: 3, unranked: 10),
  ]
  static let onePool = [
    RandomEvenings(pools: .one, people: 4, unranked: 0),
    RandomEvenings(pools: .one, people: 6, unranked: 0),
    RandomEvenings(pools: .one, people: 7, unranked: 3),
    RandomEvenings(pools: .one, people: 5, unranked: 10),
    RandomEvenings(pools: .one, people: 6, unranked: 1),
    RandomEvenings(pools: .one, people: 6, unranked: 5),
  ]
  static let all = twoPools + onePool

  func forEach(of count: Int = 400, _ body: (NaiveEvening) throws -> Void) throws {
    for seed in 0..<count {
      var dice = Dice(seed: UInt64(seed))
      try body(NaiveEvening(pools: pools, people: people, unranked: unranked, dice: &dice))
    }
  }
}
