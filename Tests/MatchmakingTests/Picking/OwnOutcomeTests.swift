import Matchmaking
import TestSupport
import Testing

@Suite struct `Why somebody has no partner` {
  private func outcome(_ badge: Badge, _ pairing: Pairing, _ evening: NaiveEvening) -> OwnOutcome {
    pairing.outcome(of: badge, hasSlip: evening.ballots.contains { $0.picker == badge })
  }

  @Test(arguments: RandomEvenings.all)
  func `is true`(evenings: RandomEvenings) throws {
    var seen: Set<String> = []
    try evenings.forEach(of: 150) { evening in
      for rule in PairingRule.allCases {
        let pairing = try evening.pairing(rule)
        for badge in evening.everybody {
          let outcome = outcome(badge, pairing, evening)
          seen.insert(outcome.code)
          expectTrue(outcome, of: badge, pairing, evening)
        }
      }
    }
    #expect(seen.isSuperset(of: ["paired", "no-slip", "no-mutual-pick", "others-earlier"]))
  }

  private func expectTrue(
    _ outcome: OwnOutcome, of badge: Badge, _ pairing: Pairing, _ evening: NaiveEvening
  ) {
    let own = evening.mutual.filter { $0.has(badge) }
    let partners = pairing.picks.filter { $0.has(badge) }.map { $0.other(than: badge) }
    switch outcome {
    case .paired(let told):
      #expect(told == partners.sorted())
      #expect(!told.isEmpty)
      #expect(told.count == 1 || pairing.rule == .all)
    case .noSlip: #expect(!evening.ballots.contains { $0.picker == badge })
    case .notCounted: Issue.record("nobody's badge is wrong")
    case .leftOut: Issue.record("there is one round")
    case .noMutualPick:
      #expect(own.isEmpty)
      #expect(partners.isEmpty)
    case .othersPaired(let ground):
      #expect(!own.isEmpty)
      #expect(partners.isEmpty)
      for pick in own { expectTrue(ground, of: pick, but: badge, pairing) }
    }
  }

  private func expectTrue(
    _ ground: OwnOutcome.Ground, of pick: MutualPick, but badge: Badge, _ pairing: Pairing
  ) {
    let other: Badge = pick.other(than: badge)
    guard let held = pairing.picks.first(where: { $0.has(other) }) else {
      Issue.record("\(other) is free")
      return
    }
    let (theirs, own) = (held.place(for: other).rank, pick.place(for: other).rank)
    switch ground {
    case .preferred:
      #expect(pairing.usedRule == .stable)
      #expect(theirs < own)
    case .notBehind:
      #expect(pairing.usedRule == .stable)
      #expect(theirs <= own)
    case .earlier:
      #expect(pairing.usedRule == .best)
      #expect(held.order < pick.order)
    case .outweighed: #expect(pairing.usedRule == .most)
    }
  }

  @Test func `whoever picked nobody is told what whoever picked in vain is told`() throws {
    let ballots = [
      Ballot(picker: man(1), choices: [woman(1)]), Ballot(picker: man(2), choices: []),
      Ballot(picker: woman(1), choices: []), Ballot(picker: woman(2), choices: [man(1), man(2)]),
    ]
    for rule in PairingRule.allCases {
      let pairing = try Pairing.make(ballots: ballots, pools: .two, rule: rule)
      for picker in ballots.map(\.picker) {
        #expect(pairing.outcome(of: picker, hasSlip: true) == .noMutualPick)
      }
    }
  }
}

/// Slips that differ in nothing but picks that were not returned look the same in everything.
@Suite struct `Picks in vain` {
  @Test(arguments: RandomEvenings.all)
  func `show in no pair, reason, answer, picture or preview`(evenings: RandomEvenings) throws {
    var dice = Dice(seed: 17)
    var changed = 0
    try evenings.forEach(of: 120) { evening in
      let other = evening.withOtherPicksInVain(&dice)
      if other.ballots != evening.ballots { changed += 1 }
      #expect(other.mutual == evening.mutual)
      let previews = [evening, other].map {
        try? RulePreview.all(ballots: $0.ballots, pools: $0.pools)
      }
      #expect(previews[0] == previews[1])
      for rule in PairingRule.allCases {
        let (one, two) = (try evening.pairing(rule), try other.pairing(rule))
        #expect(one == two)
        #expect(MutualPicture(of: one) == MutualPicture(of: two))
        for badge in evening.everybody {
          let hasSlip = evening.ballots.contains { $0.picker == badge }
          #expect(
            one.outcome(of: badge, hasSlip: hasSlip) == two.outcome(of: badge, hasSlip: hasSlip))
        }
      }
    }
    #expect(changed > 40)
  }
}

extension NaiveEvening {
  /// Whoever has a slip or stands on one.
  fileprivate var everybody: [Badge] {
    Set(ballots.map(\.picker) + ballots.flatMap(\.choices)).sorted()
  }

  /// The same mutual picks on the same lines; every other line is blank now, or names somebody else who
  /// does not return it.
  fileprivate func withOtherPicksInVain(_ dice: inout Dice) -> NaiveEvening {
    let pickers = ballots.map(\.picker)
    return NaiveEvening(
      pools: pools,
      ballots: ballots.map { ballot in
        let returned = Set(
          mutual.filter { $0.has(ballot.picker) }.map { $0.other(than: ballot.picker) })
        // Who neither is returned nor names the picker may be named in vain.
        var strangers = pickers.filter { other in
          other.pool == ballot.picker.pool.opposite && ballot.picker.mayName(other)
            && !ballots.contains { $0.picker == other && $0.choices.contains(ballot.picker) }
        }
        let picks = ballot.picks.compactMap { pick -> Pick<Badge>? in
          if returned.contains(pick.person) { return pick }
          guard dice.roll(2) == 0, !strangers.isEmpty else { return nil }
          return Pick(strangers.remove(at: dice.roll(strangers.count)), at: pick.place)
        }
        return Ballot(picker: ballot.picker, picks: picks, ranks: ballot.ranks)
      })
  }
}

extension Badge {
  /// Of two people at most one may, so that no pick is returned that was not before.
  fileprivate func mayName(_ other: Badge) -> Bool {
    number != other.number && (number < other.number) == ((number + other.number) % 2 == 0)
  }
}
