import Matchmaking
import TestSupport
import Testing

@Suite struct `The mutual picks as a picture` {
  @Test(arguments: RandomEvenings.all)
  func `has everybody with a mutual pick once, and every mutual pick once`(
    evenings: RandomEvenings
  ) throws {
    try evenings.forEach(of: 100) { evening in
      for rule in PairingRule.allCases {
        let pairing = try evening.pairing(rule)
        let picture = MutualPicture(of: pairing)
        let people = picture.groups.flatMap(\.people)
        #expect(people.sorted() == Set(evening.mutual.flatMap { [$0.a, $0.b] }).sorted())
        let lines = picture.groups.flatMap(\.everyLine)
        #expect(
          lines.map { [$0.a, $0.b] }.sorted(by: isBefore)
            == evening.mutual.map { [$0.a, $0.b] }.sorted(by: isBefore))
        #expect(picture.pairs == pairing.pairs.count)
        #expect(picture.leftOver == pairing.unpaired.count)
        #expect(picture.people == people.count)
      }
    }
  }

  private func isBefore(_ one: [Badge], _ other: [Badge]) -> Bool {
    (one[0], one[1]) < (other[0], other[1])
  }

  @Test(arguments: RandomEvenings.all)
  func `puts a pair in one row, and the men on the left`(evenings: RandomEvenings) throws {
    try evenings.forEach(of: 100) { evening in
      let pairing = try evening.pairing(.most)
      let rows = MutualPicture(of: pairing).groups.flatMap(\.rows)
      let together = rows.filter { $0.left != nil && $0.right != nil }
      #expect(together.count == pairing.pairs.count)
      guard evening.pools == .two else { return }
      #expect(rows.allSatisfy { $0.left?.pool != .women && $0.right?.pool != .men })
    }
  }

  @Test(arguments: RandomEvenings.all)
  func `does not depend on the order of the slips`(evenings: RandomEvenings) throws {
    var dice = Dice(seed: 8)
    try evenings.forEach(of: 60) { evening in
      let shuffled = NaiveEvening(
        pools: evening.pools, ballots: evening.ballots.shuffled(using: &dice))
      for rule in PairingRule.allCases {
        let (one, other) = (try evening.pairing(rule), try shuffled.pairing(rule))
        #expect(MutualPicture(of: one) == MutualPicture(of: other))
      }
    }
  }

  @Test func `groups have nothing to do with one another, the largest first`() throws {
    let ballots = [(1, [2]), (2, [1]), (5, [6]), (6, [5, 7]), (7, [6]), (8, [9]), (9, [])].map {
      Ballot(picker: guest($0), choices: $1.map(guest))
    }
    let pairing = try Pairing.make(ballots: ballots, pools: .one, rule: .best)
    let groups = MutualPicture(of: pairing).groups
    #expect(groups.map { $0.people.map(\.number).sorted() } == [[5, 6, 7], [1, 2]])
  }

  @Test func `a large evening in one piece is drawn with short lines where it can be`() throws {
    // A chain of pairs: whoever is left over is the neighbour.
    let ballots = (1...200).map { number in
      Ballot(
        picker: guest(number),
        choices: [number - 1, number + 1].filter { (1...200).contains($0) }.map(guest))
    }
    let pairing = try Pairing.make(ballots: ballots, pools: .one, rule: .most)
    let groups = MutualPicture(of: pairing).groups
    #expect(groups.count == 1)
    var place: [Badge: Int] = [:]
    for (number, row) in groups[0].rows.enumerated() {
      for badge in [row.left, row.right].compactMap(\.self) { place[badge] = number }
    }
    #expect(groups[0].lines.allSatisfy { abs((place[$0.a] ?? 0) - (place[$0.b] ?? 999)) <= 2 })
  }
}
