import Matchmaking
import TestSupport
import Testing

@Suite struct `The reason of every mutual pick` {
  @Test(arguments: RandomEvenings.all)
  func `is true of a pair`(evenings: RandomEvenings) throws {
    try evenings.forEach(of: 150) { evening in
      for rule in PairingRule.allCases {
        let pairing = try evening.pairing(rule)
        for pair in pairing.pairs { expectTrue(pair, in: pairing, of: evening) }
      }
    }
  }

  @Test(arguments: RandomEvenings.all)
  func `is true of one that is no pair`(evenings: RandomEvenings) throws {
    try evenings.forEach(of: 150) { evening in
      for rule in PairingRule.allCases {
        let pairing = try evening.pairing(rule)
        for unpaired in pairing.unpaired { expectTrue(unpaired, in: pairing, of: evening) }
      }
    }
  }

  /// A reason that were made of ranks on the slip would change, and so tell of the new pick.
  @Test(arguments: RandomEvenings.all)
  func `says nothing of picks that were not returned`(evenings: RandomEvenings) throws {
    var dice = Dice(seed: 5)
    var compared = 0
    try evenings.forEach(of: 150) { evening in
      let stranger = Badge(evening.pools == .two ? .women : .everyone, 90)
      let picker = evening.pools == .two ? Badge(.men, 2) : Badge(.everyone, 2)
      let ballots = evening.ballots.map { ballot in
        guard ballot.picker == picker else { return ballot }
        var choices = ballot.choices
        choices.insert(stranger, at: dice.roll(choices.count + 1))
        return Ballot(picker: picker, choices: choices, ranks: ballot.ranks)
      }
      let other = NaiveEvening(
        pools: evening.pools, ballots: ballots + [Ballot(picker: stranger, choices: [])])
      for rule in PairingRule.allCases {
        let (one, two) = (try evening.pairing(rule), try other.pairing(rule))
        guard one.pairs.map(\.pick.ends) == two.pairs.map(\.pick.ends) else { continue }
        compared += 1
        #expect(one.pairs.map(\.reason) == two.pairs.map(\.reason))
        #expect(one.unpaired.map(\.reason) == two.unpaired.map(\.reason))
      }
    }
    #expect(compared > 150)
  }

  private func expectTrue(_ pair: Pair, in pairing: Pairing, of evening: NaiveEvening) {
    let pick = pair.pick
    let (aOther, bOther) = (
      pairing.others(than: pick, of: pick.a), pairing.others(than: pick, of: pick.b)
    )
    switch (pair.reason, pairing.usedRule) {
    case (.everyMutualPick, .all), (.most, .most), (.best, .best): break
    case (.onlyMutualPick, .stable), (.onlyMutualPick, .best), (.onlyMutualPick, .most):
      #expect(aOther.isEmpty && bOther.isEmpty)
    case (.firstOfBoth, .stable):
      #expect(aOther.allSatisfy { $0.place(for: pick.a).rank > pick.aRank })
      #expect(bOther.allSatisfy { $0.place(for: pick.b).rank > pick.bRank })
    case (.stable(let aBefore, let bBefore), .stable):
      let held =
        expectHeld(aBefore, before: pick, of: pick.a, in: pairing, of: evening)
        + expectHeld(bBefore, before: pick, of: pick.b, in: pairing, of: evening)
      #expect(held.allSatisfy { $0 })
    case (.stableWithTies(let aBefore, let bBefore), .stable):
      let held =
        expectHeld(aBefore, before: pick, of: pick.a, in: pairing, of: evening)
        + expectHeld(bBefore, before: pick, of: pick.b, in: pairing, of: evening)
      #expect(!held.allSatisfy { $0 })
    default: Issue.record("\(pair.reason) under \(pairing.usedRule)")
    }
  }

  /// Each is with somebody whom they do not put behind `person`.
  ///
  /// - Returns: for each whether all of it is told by ranks alone.
  private func expectHeld(
    _ rivals: [Rival], before pick: MutualPick, of person: Badge, in pairing: Pairing,
    of evening: NaiveEvening
  ) -> [Bool] {
    let expected = pairing.others(than: pick, of: person)
      .filter { evening.isBefore($0, pick, for: person) }
      .sorted { $0.place(for: person) < $1.place(for: person) }
    #expect(rivals.map(\.badge) == expected.map { $0.other(than: person) })
    return zip(rivals, expected).map { rival, wished in
      let isTie = wished.place(for: person).rank == pick.place(for: person).rank
      #expect(rival.ground == (isTie ? .badgeOrder : .rank))
      guard let theirs = pairing.pick(of: rival.badge) else {
        Issue.record("\(rival.badge) is free")
        return false
      }
      #expect(!evening.isBefore(wished, theirs, for: rival.badge))
      let (own, other) = (theirs.place(for: rival.badge), wished.place(for: rival.badge))
      return !isTie && own.rank < other.rank
    }
  }

  private func expectTrue(
    _ unpaired: UnpairedPick, in pairing: Pairing, of evening: NaiveEvening
  ) {
    let pick = unpaired.pick
    let (aPick, bPick) = (pairing.pick(of: pick.a), pairing.pick(of: pick.b))
    switch (unpaired.reason, pairing.usedRule) {
    case (.preferred(let sides), .stable):
      for (rival, own, person) in [(sides.a, aPick, pick.a), (sides.b, bPick, pick.b)] {
        let keeps = own.map { !evening.isBefore(pick, $0, for: person) } ?? false
        #expect((rival != nil) == keeps)
        guard let rival, let own else { continue }
        #expect(rival.badge == own.other(than: person))
        let isTie = own.place(for: person).rank == pick.place(for: person).rank
        let equal: Rival.Ground = evening.pools == .two ? .badgeOrder : .alike
        #expect(rival.ground == (isTie ? equal : .rank))
      }
    case (.earlier(let sides), .best):
      #expect([aPick, bPick].contains { $0.map { $0.order < pick.order } ?? false })
      #expect(sides.a == aPick?.other(than: pick.a))
      #expect(sides.b == bPick?.other(than: pick.b))
    case (.outweighed(let sides), .most):
      #expect(sides.a == aPick?.other(than: pick.a))
      #expect(sides.b == bPick?.other(than: pick.b))
    default: Issue.record("\(unpaired.reason) under \(pairing.usedRule)")
    }
  }
}

extension MutualPick {
  fileprivate var ends: [Badge] { [a, b] }
}

extension Pairing {
  fileprivate func pick(of person: Badge) -> MutualPick? { picks.first { $0.has(person) } }

  fileprivate func others(than pick: MutualPick, of person: Badge) -> [MutualPick] {
    mutual.filter { $0 != pick && $0.has(person) }
  }
}
