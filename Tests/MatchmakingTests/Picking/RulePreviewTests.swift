import Matchmaking
import TestSupport
import Testing

@Suite struct `What each rule would give` {
  @Test(arguments: RandomEvenings.all)
  func `is what it gives`(evenings: RandomEvenings) throws {
    try evenings.forEach(of: 100) { evening in
      let previews = try RulePreview.all(ballots: evening.ballots, pools: evening.pools)
      #expect(previews.map(\.rule) == PairingRule.allCases)
      for preview in previews {
        let pairing = try evening.pairing(preview.rule)
        #expect(preview.pairs == pairing.pairs.count)
        #expect(preview.totalRank == pairing.picks.total)
        #expect(preview.pairs + preview.leftOver == evening.mutual.count)
        #expect(preview.fallback == pairing.fallback)
      }
    }
  }

  @Test(arguments: RandomEvenings.all)
  func `no rule of one partner gives more than most, and none beats it among as many`(
    evenings: RandomEvenings
  ) throws {
    try evenings.forEach(of: 100) { evening in
      let previews = try RulePreview.all(ballots: evening.ballots, pools: evening.pools)
      let most = try #require(previews.first { $0.rule == .most })
      for other in previews where other.rule != .all {
        #expect((-most.pairs, most.totalRank) <= (-other.pairs, other.totalRank))
      }
    }
  }

  @Test func `says so of a ring that has no stable answer`() throws {
    let ring = [(1, [2, 3]), (2, [3, 1]), (3, [1, 2])].map { picker, whom in
      Ballot(picker: guest(picker), choices: whom.map(guest))
    }
    let previews = try RulePreview.all(ballots: ring, pools: .one)
    #expect(previews.map(\.fallback) == [nil, .noneExists, nil, nil])
    #expect(previews.map(\.pairs) == [3, 1, 1, 1])
    #expect(previews.map(\.leftOver) == [0, 2, 2, 2])
    #expect(previews.map(\.totalRank) == [9, 3, 3, 3])
  }

  @Test func `of nobody's slips is nothing`() throws {
    for pools in Pools.allCases {
      let previews = try RulePreview.all(ballots: [], pools: pools)
      #expect(previews.allSatisfy { $0.pairs == 0 && $0.totalRank == 0 && $0.leftOver == 0 })
    }
  }
}
