import TestSupport
import Testing

@testable import Matchmaking

@Suite struct `Ties in one pool` {
  private func ballot(_ picker: Int, _ choices: Int..., ranks: Ballot.Ranks = .strict) -> Ballot {
    Ballot(picker: guest(picker), choices: choices.map(guest), ranks: ranks)
  }

  private func pairs(_ ballots: [Ballot]) throws -> Pairing {
    try Pairing.make(ballots: ballots, pools: .one, rule: .stable)
  }

  /// G04 puts G02 and G03 alike; by badge order G02 would come first, and no answer be stable.
  private var oneTie: [Ballot] {
    [ballot(2, 3, 4), ballot(3, 1, 4, 2), ballot(4, 3, 2, ranks: .unranked)]
  }

  @Test func `one slip without an order does not hide the stable answer`() throws {
    let pairing = try pairs(oneTie)
    #expect(pairing.fallback == nil)
    #expect(pairing.picks == [MutualPick(a: guest(3), b: guest(4), aRank: 2, bRank: 1)])
    #expect(pairing.pairs.map(\.reason) == [.stable(aBefore: [], bBefore: [])])
    #expect(
      pairing.unpaired.map(\.reason) == [
        .preferred(.b(Rival(guest(4), by: .rank))), .preferred(.b(Rival(guest(3), by: .alike))),
      ])
  }

  @Test func `a ring of three is no answer, with a tied slip outside of it neither`() throws {
    let ring = [ballot(1, 2, 3), ballot(2, 3, 1), ballot(3, 1, 2)]
    #expect(try pairs(ring).fallback == .noneExists)
    let apart = [ballot(5, 6, 7, ranks: .unranked), ballot(6, 5), ballot(7, 5)]
    let pairing = try pairs(ring + apart)
    #expect(pairing.fallback == .noneExists)
    #expect(pairing.usedRule == .best)
  }

  @Test func `a tied slip inside a ring opens it`() throws {
    let ring = [ballot(1, 2, 3, ranks: .unranked), ballot(2, 3, 1), ballot(3, 1, 2)]
    #expect(try pairs(ring).fallback == nil)
    let deaf = [
      ballot(1, 2, 3), ballot(2, 3, 1), ballot(3, 1, 2), ballot(4, 5, 6, ranks: .unranked),
      ballot(5, 4), ballot(6, 4), ballot(7, 4, 1),
    ]
    #expect(try pairs(deaf).fallback == .noneExists)
  }

  @Test func `a search that may take no steps says that none was found`() throws {
    let graph = try MutualGraph(ballots: oneTie, pools: .one)
    let pairing = Pairing.stableOfOnePool(graph, steps: 0)
    #expect(pairing.fallback == .noneFound)
    #expect(pairing.usedRule == .best)
    #expect(pairing.picks == NaiveEvening(pools: .one, ballots: oneTie).greedy)
  }

  @Test func `what is proved of one part stands, though another was given up`() throws {
    let ring = [ballot(11, 12, 13), ballot(12, 13, 11), ballot(13, 11, 12)]
    let graph = try MutualGraph(ballots: oneTie + ring, pools: .one)
    #expect(Pairing.stableOfOnePool(graph, steps: 0).fallback == .noneExists)
  }

  /// Small parts come first, or the steps would be spent on a great one that comes before them.
  @Test func `a great part does not keep a small one from being proved to have no answer`() throws {
    let small = [
      ballot(501, 502, 503), ballot(502, 503, 501), ballot(503, 501, 502, 504),
      ballot(504, 503, 505, 506), ballot(505, 504), ballot(506, 504, 507, ranks: .unranked),
      ballot(507, 506),
    ]
    #expect(try pairs(small).fallback == .noneExists)
    var dice = Dice(seed: 9)
    var great: [Ballot] = []
    repeat {
      great = NaiveEvening(one: 60, picks: 59, dice: &dice).ballots
    } while try Pairing.stableOfOnePool(
      MutualGraph(ballots: great, pools: .one), steps: 0
    ).fallback != .noneFound
    let graph = try MutualGraph(ballots: great + small, pools: .one)
    #expect(Pairing.stableOfOnePool(graph, steps: 400).fallback == .noneExists)
    #expect(Pairing.stableOfOnePool(graph, steps: 0).fallback == .noneFound)
  }

  @Test(arguments: [(120, 119), (140, 139), (150, 149), (150, 40), (120, 12), (150, 5)])
  func `of an evening with a fifth of the slips without order an answer is found`(
    people: Int, picks: Int
  ) throws {
    for seed in 1...3 {
      var dice = Dice(seed: UInt64(seed * people + picks))
      let evening = NaiveEvening(one: people, picks: picks, dice: &dice)
      let pairing = try evening.pairing(.stable)
      #expect(pairing.fallback == nil)
      #expect(evening.isWeaklyStable(pairing.picks))
      #expect(Set(pairing.picks.flatMap { [$0.a, $0.b] }).count == 2 * pairing.picks.count)
    }
  }

  @Test func `slips without an order throughout leave nobody who could still have somebody`() throws
  {
    for people in [7, 40, 151] {
      let roll = (1...people).map(guest)
      let ballots = roll.map { picker in
        Ballot(picker: picker, choices: roll.filter { $0 != picker }, ranks: .unranked)
      }
      #expect(try pairs(ballots).pairs.count == people / 2)
    }
  }

  /// Without badge order first, so that the search has to settle everything; on some slips a few are
  /// put alike, on some all, on some nobody.
  @Test(arguments: [4, 5, 6, 7])
  func `the search alone comes to what trying everything comes to`(people: Int) throws {
    var dice = Dice(seed: UInt64(people))
    var found = 0
    for _ in 0..<500 {
      let evening = NaiveEvening(
        pools: .one,
        ballots: NaiveEvening(pools: .one, people: people, unranked: 3, dice: &dice).ballots.map {
          levelled($0, &dice)
        })
      let graph = try MutualGraph(ballots: evening.ballots, pools: .one)
      let outcome = StableSearch.search(
        graph.parts, of: graph, steps: .max, into: Matching(people: graph.people.count))
      switch outcome {
      case .found(let match):
        found += 1
        let pairs = graph.edges.filter { match.entry[graph.owner[$0]] == $0 }.map { edge in
          MutualPick(
            a: graph.people[graph.owner[edge]], b: graph.people[graph.partner[edge]],
            aRank: graph.rank[edge], bRank: graph.rank[graph.twin[edge]])
        }
        #expect(match.entry.count { $0 >= 0 } == 2 * pairs.count)
        #expect(evening.isWeaklyStable(pairs))
      case .impossible: #expect(evening.stableMatchings.isEmpty)
      case .gaveUp: Issue.record("nothing limits it")
      }
      let pairing = try evening.pairing(.stable)
      #expect(pairing.fallback == (evening.stableMatchings.isEmpty ? .noneExists : nil))
    }
    #expect((100..<500).contains(found))
  }

  /// The same slip with some neighbours on one line.
  private func levelled(_ ballot: Ballot, _ dice: inout Dice) -> Ballot {
    guard ballot.ranks == .strict, dice.roll(2) == 0 else { return ballot }
    var place = 1
    let picks = ballot.choices.map { badge in
      place += dice.roll(2)
      return Pick(badge, at: place)
    }
    return Ballot(picker: ballot.picker, picks: picks)
  }

  @Test(arguments: RandomEvenings.twoPools)
  func `in two pools equals in badge order are stable`(evenings: RandomEvenings) throws {
    try evenings.forEach { evening in
      let pairing = try evening.pairing(.stable)
      #expect(evening.isWeaklyStable(pairing.picks))
    }
  }

  @Test func `the answer of one part does not depend on others`() throws {
    var dice = Dice(seed: 40)
    for _ in 0..<60 {
      let one = NaiveEvening(pools: .one, people: 6, unranked: 4, dice: &dice)
      let alone = try one.pairing(.stable)
      let others = [ballot(90, 91, ranks: .unranked), ballot(91, 90), ballot(92, 90)]
      let together = try NaiveEvening(pools: .one, ballots: one.ballots + others).pairing(.stable)
      #expect(together.fallback == alone.fallback)
      #expect(together.picks.filter { $0.a.number < 90 } == alone.picks)
    }
  }
}
