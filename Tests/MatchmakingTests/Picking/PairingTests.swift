import Matchmaking
import TestSupport
import Testing

@Suite struct `Pairs of an evening` {
  private func ballot(_ picker: Badge, _ choices: [Badge]) -> Ballot {
    Ballot(picker: picker, choices: choices)
  }

  /// Two stable answers, each the first wish of one side.
  private var crossed: [Ballot] {
    [
      ballot(man(1), [woman(1), woman(2)]), ballot(man(2), [woman(2), woman(1)]),
      ballot(woman(1), [man(2), man(1)]), ballot(woman(2), [man(1), man(2)]),
    ]
  }

  @Test func `when both sides' answers total the same, the women propose`() throws {
    let pairing = try Pairing.make(ballots: crossed, pools: .two, rule: .stable)
    #expect(
      pairing.picks == [
        MutualPick(a: man(1), b: woman(2), aRank: 2, bRank: 1),
        MutualPick(a: man(2), b: woman(1), aRank: 2, bRank: 1),
      ])
    #expect(
      pairing.pairs[0].reason == .stable(aBefore: [Rival(woman(1), by: .rank)], bBefore: []))
  }

  @Test func `ranks count every choice of the slip, returned or not`() throws {
    let nobody = [man(7), man(8), man(9)]
    var ballots = crossed
    ballots[2] = ballot(woman(1), nobody + [man(2), man(1)])
    let pairing = try Pairing.make(ballots: ballots, pools: .two, rule: .all)
    #expect(pairing.mutual.map(\.aRank) == [1, 2, 2, 1])
    #expect(pairing.mutual.map(\.bRank) == [5, 1, 4, 2])
  }

  @Test func `the men's answer stands when it totals less`() throws {
    // A stranger between the women's wishes and the men makes the women's answer dearer for men.
    let ballots = [
      ballot(man(1), [woman(1), woman(9), woman(2)]),
      ballot(man(2), [woman(2), woman(9), woman(1)]), crossed[2], crossed[3],
    ]
    let pairing = try Pairing.make(ballots: ballots, pools: .two, rule: .stable)
    #expect(pairing.picks.map(\.b) == [woman(1), woman(2)])
    #expect(pairing.picks.map(\.a) == [man(1), man(2)])
  }

  /// M01 left the second line blank: 3 + 1 is more than M02's 1 + 2.
  @Test func `a blank line counts as a place`() throws {
    let ballots = [
      Ballot(picker: man(1), picks: [Pick(woman(2), at: 1), Pick(woman(1), at: 3)]),
      ballot(man(2), [woman(1)]), ballot(woman(1), [man(1), man(2)]),
    ]
    for rule in [PairingRule.best, .most] {
      let pairing = try Pairing.make(ballots: ballots, pools: .two, rule: rule)
      #expect(pairing.picks == [MutualPick(a: man(2), b: woman(1), aRank: 1, bRank: 2)])
      #expect(pairing.unpaired.map(\.pick.aRank) == [3])
    }
  }

  @Test func `badge order is by number, two before ten`() throws {
    let ballots = [2, 10].flatMap { [ballot(man($0), [woman($0)]), ballot(woman($0), [man($0)])] }
    let pairing = try Pairing.make(ballots: ballots.reversed(), pools: .two, rule: .stable)
    #expect(pairing.picks.map(\.a) == [man(2), man(10)])
    #expect(pairing.pairs.allSatisfy { $0.reason == .onlyMutualPick })
  }

  @Test func `three in a ring have no stable answer, and best says whose turn came first`() throws {
    let ring = [
      ballot(guest(1), [guest(2), guest(3)]), ballot(guest(2), [guest(3), guest(1)]),
      ballot(guest(3), [guest(1), guest(2)]),
    ]
    let pairing = try Pairing.make(ballots: ring, pools: .one, rule: .stable)
    #expect(pairing.fellBack)
    #expect(pairing.usedRule == .best)
    #expect(pairing.picks.map(\.b) == [guest(2)])
    #expect(pairing.unpaired.map(\.reason) == [.earlier(.a(guest(2))), .earlier(.a(guest(1)))])
  }

  @Test func `unranked ballots go by badge order and say so`() throws {
    let ballots = [
      Ballot(picker: man(1), choices: [woman(2), woman(1)], ranks: .unranked),
      ballot(woman(1), [man(1)]), ballot(woman(2), [man(1)]),
    ]
    let pairing = try Pairing.make(ballots: ballots, pools: .two, rule: .stable)
    #expect(pairing.picks == [MutualPick(a: man(1), b: woman(1), aRank: 1, bRank: 1)])
    #expect(
      pairing.unpaired.map(\.reason) == [.preferred(.a(Rival(woman(1), by: .badgeOrder)))])
    #expect(pairing.pairs.map(\.reason) == [.stable(aBefore: [], bBefore: [])])
  }

  @Test func `choices that no slip may carry make no mutual pick`() throws {
    let ballots = [
      ballot(man(1), [man(1), man(2), woman(1), woman(1), Badge(.women, -4), guest(1)]),
      ballot(man(2), [man(1), Badge(.women, .max)]), ballot(woman(1), [man(1), woman(1)]),
    ]
    let pairing = try Pairing.make(ballots: ballots, pools: .two, rule: .all)
    #expect(pairing.mutual == [MutualPick(a: man(1), b: woman(1), aRank: 3, bRank: 1)])
  }

  @Test(arguments: PairingRule.allCases)
  func `nobody's ballots make nobody's pairs`(rule: PairingRule) throws {
    #expect(try Pairing.make(ballots: [], pools: .two, rule: rule).mutual.isEmpty)
    let blank = [ballot(man(1), []), ballot(woman(1), [man(1)])]
    #expect(try Pairing.make(ballots: blank, pools: .two, rule: rule).pairs.isEmpty)
  }

  @Test func `what cannot be paired is refused with its reason`() {
    let one = ballot(man(1), [woman(1)])
    #expect(throws: PairingRefusal.twoBallots(man(1))) {
      try Pairing.make(ballots: [one, one], pools: .two, rule: .all)
    }
    #expect(throws: PairingRefusal.foreignBallot(man(1))) {
      try Pairing.make(ballots: [one], pools: .one, rule: .all)
    }
    #expect(throws: PairingRefusal.foreignBallot(Badge(.men, 0))) {
      try Pairing.make(ballots: [ballot(man(0), [])], pools: .two, rule: .all)
    }
  }

  @Test(arguments: Pools.allCases)
  func `nobody of a large evening would rather be with another`(pools: Pools) throws {
    var dice = Dice(seed: 11)
    var stable = 0
    for _ in 0..<6 {
      let evening = NaiveEvening(pools: pools, people: 30, unranked: 1, dice: &dice)
      let pairing = try evening.pairing(.stable)
      guard !pairing.fellBack else { continue }
      stable += 1
      #expect(!evening.mutual.contains { evening.blocks($0, pairing.picks) })
    }
    #expect(stable > 0)
  }

  @Test(arguments: PairingRule.allCases)
  func `everybody may pick everybody`(rule: PairingRule) throws {
    let numbers = Array(1...80)
    let ballots = numbers.flatMap {
      [ballot(man($0), numbers.map(woman)), ballot(woman($0), numbers.map(man))]
    }
    let pairing = try Pairing.make(ballots: ballots, pools: .two, rule: rule)
    #expect(pairing.mutual.count == 6_400)
    #expect(pairing.pairs.count == (rule == .all ? 6_400 : 80))
  }

  /// Each man's first wish is the woman before, so one proposal displaces all; the paths of `most`
  /// are as long as the evening is large.
  @Test(arguments: PairingRule.allCases)
  func `a chain through everybody is followed to its end`(rule: PairingRule) throws {
    let length = 2_000
    let ballots =
      (1...length).map { ballot(man($0), [woman($0), woman($0 + 1)]) }
      + (1...length + 1).map { ballot(woman($0), [man($0 - 1), man($0)]) }
    let pairing = try Pairing.make(ballots: ballots, pools: .two, rule: rule)
    #expect(pairing.pairs.count == (rule == .all ? 2 * length : length))
  }
}
