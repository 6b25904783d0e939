import Matchmaking
import TestSupport
import Testing

@Suite struct `Pairs by rule, against trying everything` {
  @Test(arguments: RandomEvenings.all)
  func `all makes a pair of every mutual pick`(evenings: RandomEvenings) throws {
    try evenings.forEach { evening in
      let pairing = try evening.pairing(.all)
      #expect(pairing.mutual == evening.mutual)
      #expect(pairing.picks == evening.mutual)
      #expect(pairing.unpaired.isEmpty)
    }
  }

  @Test(arguments: RandomEvenings.all)
  func `best takes them in order`(evenings: RandomEvenings) throws {
    try evenings.forEach { evening in
      let pairing = try evening.pairing(.best)
      #expect(pairing.picks == evening.greedy)
    }
  }

  @Test(arguments: RandomEvenings.twoPools)
  func `stable is one side's optimum, the one with the smaller total`(
    evenings: RandomEvenings
  ) throws {
    try evenings.forEach { evening in
      let stable = evening.stableMatchings
      let men = try #require(optimum(of: stable, for: .men))
      let women = try #require(optimum(of: stable, for: .women))
      let expected = men.total < women.total ? men : women
      let pairing = try evening.pairing(.stable)
      #expect(pairing.picks == expected.inBadgeOrder)
      #expect(pairing.usedRule == .stable)
    }
  }

  /// The stable matching in which each of the pool has the best partner of any stable matching.
  private func optimum(of stable: [[MutualPick]], for pool: Pool) -> [MutualPick]? {
    stable.first { candidate in
      candidate.allSatisfy { pick in
        let person = pool == .men ? pick.a : pick.b
        return stable.joined().allSatisfy {
          !$0.has(person) || pick.place(for: person) <= $0.place(for: person)
        }
      }
    }
  }

  @Test(arguments: RandomEvenings.onePool)
  func `stable in one pool is stable, or says that nothing is`(evenings: RandomEvenings) throws {
    var fellBack = 0
    try evenings.forEach { evening in
      let pairing = try evening.pairing(.stable)
      let stable = evening.stableMatchings.map(\.inBadgeOrder)
      #expect(pairing.rule == .stable)
      #expect(pairing.fallback == (stable.isEmpty ? .noneExists : nil))
      if pairing.fellBack {
        fellBack += 1
        #expect(pairing.usedRule == .best)
        #expect(pairing.picks == evening.greedy)
      } else {
        #expect(stable.contains(pairing.picks))
      }
    }
    // Unranked throughout, any matching that leaves no two over is stable.
    #expect((fellBack > 0) == (evenings.unranked < 10))
  }

  @Test(arguments: RandomEvenings.all)
  func `most is the largest, then the smallest total`(evenings: RandomEvenings) throws {
    try evenings.forEach { evening in
      let picks = try evening.pairing(.most).picks
      let matchings = evening.matchings
      let size = try #require(matchings.map(\.count).max())
      #expect(picks.count == size)
      #expect(picks.total == matchings.filter { $0.count == size }.map(\.total).min())
    }
  }

  @Test(arguments: RandomEvenings.all)
  func `a pair is always mutual, and nobody is paired twice`(evenings: RandomEvenings) throws {
    try evenings.forEach(of: 150) { evening in
      for rule in PairingRule.allCases {
        let pairing = try evening.pairing(rule)
        let parts = pairing.picks + pairing.unpaired.map(\.pick)
        #expect(parts.inBadgeOrder == evening.mutual)
        #expect(pairing.picks == pairing.picks.inBadgeOrder)
        guard rule != .all else { continue }
        let people = pairing.picks.flatMap { [$0.a, $0.b] }
        #expect(Set(people).count == people.count)
      }
    }
  }

  @Test(arguments: RandomEvenings.all)
  func `the order of the ballots makes no difference`(evenings: RandomEvenings) throws {
    var dice = Dice(seed: 99)
    try evenings.forEach(of: 150) { evening in
      let shuffled = NaiveEvening(
        pools: evening.pools, ballots: evening.ballots.shuffled(using: &dice))
      for rule in PairingRule.allCases {
        let (one, other) = (try shuffled.pairing(rule), try evening.pairing(rule))
        #expect(one == other)
      }
    }
  }
}
