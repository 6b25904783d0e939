import Matchmaking
import TestSupport
import Testing

@Suite struct `Most pairs in one pool` {
  @Test(arguments: KnownMatching.all)
  func `comes to what is published`(known: KnownMatching) throws {
    for evening in [known.evening(dearest: 0), known.evening(dearest: 200)] {
      let pairing = try evening.pairing(.most)
      #expect(pairing.picks.map(\.numbers) == known.answer)
    }
  }

  @Test(arguments: [(8, 3), (9, 4), (10, 2), (10, 9), (12, 5)])
  func `is the largest, then the smallest total, of all there are`(
    people: Int, picks: Int
  ) throws {
    for seed in 0..<150 {
      var dice = Dice(seed: UInt64(1_000 * people + 200 * picks + seed))
      let evening = NaiveEvening(one: people, picks: picks, dice: &dice)
      let pairing = try evening.pairing(.most)
      let expected = evening.most(people: people)
      #expect(pairing.pairs.count == expected.count)
      #expect(pairing.picks.total == expected.total)
    }
  }

  /// Odd circles hang together by single picks, so blossoms form, lie in one another and fall apart.
  @Test(arguments: [7, 9, 11, 13])
  func `finds its way through odd circles`(people: Int) throws {
    for seed in 0..<200 {
      var dice = Dice(seed: UInt64(people * 1_000 + seed))
      let evening = NaiveEvening(circles: people, dice: &dice)
      let pairing = try evening.pairing(.most)
      let expected = evening.most(people: people)
      #expect(pairing.pairs.count == expected.count)
      #expect(pairing.picks.total == expected.total)
    }
  }

  @Test func `one more than a chain has room for is left over where it costs the most`() throws {
    // G1 – G2 – … – G1001: whoever is over is at an odd place, and the picks beside G501 are dear.
    let ballots = (1...1_001).map { number in
      Ballot(
        picker: guest(number),
        picks: [number - 1, number + 1].filter { (1...1_001).contains($0) }.enumerated().map {
          let isDear = number == 501 || $1 == 501
          return Pick(guest($1), at: (isDear ? 40 : 1) + $0)
        })
    }
    let pairing = try Pairing.make(ballots: ballots, pools: .one, rule: .most)
    #expect(pairing.pairs.count == 500)
    #expect(!pairing.picks.contains { $0.a == guest(501) || $0.b == guest(501) })
  }

  /// Each circle of three has a corner in common with the next.
  @Test func `circles hang together by the hundred`() throws {
    let depth = 600
    var friends: [Int: [Int]] = [:]
    func join(_ one: Int, _ other: Int) {
      friends[one, default: []].append(other)
      friends[other, default: []].append(one)
    }
    for level in 0..<depth {
      let corner = 2 * level + 1
      join(corner, corner + 1)
      join(corner, corner + 2)
      join(corner + 1, corner + 2)
    }
    let evening = NaiveEvening(pools: .one, friends: friends)
    let pairing = try evening.pairing(.most)
    #expect(pairing.pairs.count == depth)
    #expect(pairing.usedRule == .most)
  }

  @Test func `everybody who picks everybody is paired, but for one of an odd number`() throws {
    for people in [2, 3, 60, 61] {
      let roll = (1...people).map(guest)
      let ballots = roll.map { picker in
        Ballot(picker: picker, choices: roll.filter { $0 != picker })
      }
      let pairing = try Pairing.make(ballots: ballots, pools: .one, rule: .most)
      #expect(pairing.pairs.count == people / 2)
    }
  }

  @Test func `of slips without an order as many are paired as can be`() throws {
    // A star of circles: one corner of each circle is friends with G1.
    var friends: [Int: [Int]] = [:]
    for circle in 0..<20 {
      let first = 2 + 3 * circle
      for (one, other) in [
        (first, first + 1), (first, first + 2), (first + 1, first + 2), (1, first),
      ] {
        friends[one, default: []].append(other)
        friends[other, default: []].append(one)
      }
    }
    let evening = NaiveEvening(pools: .one, friends: friends, ranks: .unranked)
    // One circle gives its corner to G1.
    #expect(try evening.pairing(.most).pairs.count == 21)
  }
}

/// What networkx publishes in `algorithms/tests/test_matching.py` (BSD): the answers are the same for
/// the greatest and the smallest weight.
struct KnownMatching: Sendable, CustomTestStringConvertible {
  let name: String
  let weights: [[Int]]
  let answer: [[Int]]

  var testDescription: String { name }

  /// - Parameter dearest: where above 0, the heaviest cost the least.
  func evening(dearest: Int) -> NaiveEvening {
    var picks: [Int: [(place: Int, whom: Int)]] = [:]
    for edge in weights {
      let cost = dearest == 0 ? 2 + edge[2] : dearest - edge[2]
      picks[edge[0], default: []].append((1, edge[1]))
      picks[edge[1], default: []].append((cost - 1, edge[0]))
    }
    return NaiveEvening(
      pools: .one,
      ballots: picks.map { picker, picks in
        Ballot(
          picker: guest(picker),
          picks: picks.sorted { $0.place < $1.place }.map { Pick(guest($0.whom), at: $0.place) })
      })
  }

  private init(_ name: String, _ weights: [[Int]], _ answer: [[Int]]) {
    self.name = name
    self.weights = weights
    self.answer = answer
  }

  static let all = [
    Self("blossom", [[1, 2, 8], [1, 3, 9], [2, 3, 10], [3, 4, 7]], [[1, 2], [3, 4]]),
    Self(
      "longer blossom",
      [[1, 2, 8], [1, 3, 9], [2, 3, 10], [3, 4, 7], [1, 6, 5], [4, 5, 6]],
      [[1, 6], [2, 3], [4, 5]]),
    Self(
      "blossom that becomes inner",
      [[1, 2, 9], [1, 3, 8], [2, 3, 10], [1, 4, 5], [4, 5, 4], [1, 6, 3]],
      [[1, 6], [2, 3], [4, 5]]),
    Self(
      "the same, with other ends",
      [[1, 2, 9], [1, 3, 8], [2, 3, 10], [1, 4, 5], [4, 5, 3], [3, 6, 4]],
      [[1, 2], [3, 6], [4, 5]]),
    Self(
      "nested",
      [[1, 2, 9], [1, 3, 9], [2, 3, 10], [2, 4, 8], [3, 5, 8], [4, 5, 10], [5, 6, 6]],
      [[1, 3], [2, 4], [5, 6]]),
    Self(
      "nested, outer again",
      [
        [1, 2, 10], [1, 7, 10], [2, 3, 12], [3, 4, 20], [3, 5, 20], [4, 5, 25], [5, 6, 10],
        [6, 7, 10], [7, 8, 8],
      ], [[1, 2], [3, 4], [5, 6], [7, 8]]),
    Self(
      "nested, expanded",
      [
        [1, 2, 8], [1, 3, 8], [2, 3, 10], [2, 4, 12], [3, 5, 12], [4, 5, 14], [4, 6, 12],
        [5, 7, 12], [6, 7, 14], [7, 8, 12],
      ], [[1, 2], [3, 5], [4, 6], [7, 8]]),
    Self(
      "inner, expanded",
      [
        [1, 2, 23], [1, 5, 22], [1, 6, 15], [2, 3, 25], [3, 4, 22], [4, 5, 25], [4, 8, 14],
        [5, 7, 13],
      ], [[1, 6], [2, 3], [4, 8], [5, 7]]),
    Self(
      "nested, inner, expanded",
      [
        [1, 2, 19], [1, 3, 20], [1, 8, 8], [2, 3, 25], [2, 4, 18], [3, 5, 18], [4, 5, 13],
        [4, 7, 7], [5, 6, 7],
      ], [[1, 8], [2, 3], [4, 7], [5, 6]]),
    Self("nasty", nasty([35, 26]), [[1, 6], [2, 3], [4, 8], [5, 7], [9, 10]]),
    Self("nasty, another way", nasty([26, 40]), [[1, 6], [2, 3], [4, 8], [5, 7], [9, 10]]),
    Self("nasty, least slack", nasty([28, 26]), [[1, 6], [2, 3], [4, 8], [5, 7], [9, 10]]),
    Self(
      "nasty, inner blossom on the path",
      [
        [1, 2, 45], [1, 7, 45], [2, 3, 50], [3, 4, 45], [4, 5, 95], [4, 6, 94], [5, 6, 94],
        [6, 7, 50], [1, 8, 30], [3, 11, 35], [5, 9, 36], [7, 10, 26], [11, 12, 5],
      ], [[1, 8], [2, 3], [4, 6], [5, 9], [7, 10], [11, 12]]),
    Self(
      "nasty, expanded again and again",
      [
        [1, 2, 40], [1, 3, 40], [2, 3, 60], [2, 4, 55], [3, 5, 55], [4, 5, 50], [1, 8, 15],
        [5, 7, 30], [7, 6, 10], [8, 10, 10], [4, 9, 30],
      ], [[1, 2], [3, 5], [4, 9], [6, 7], [8, 10]]),
  ]

  private static func nasty(_ ends: [Int]) -> [[Int]] {
    [
      [1, 2, 45], [1, 5, 45], [2, 3, 50], [3, 4, 45], [4, 5, 50], [1, 6, 30], [3, 9, 35],
      [4, 8, ends[0]], [5, 7, ends[1]], [9, 10, 5],
    ]
  }
}

extension MutualPick {
  fileprivate var numbers: [Int] { [a.number, b.number] }
}

extension NaiveEvening {
  /// By trying every set of people: whoever has the lowest number is over, or is with somebody.
  fileprivate func most(people: Int) -> (count: Int, total: Int) {
    var costs: [Int: Int] = [:]
    for pick in mutual { costs[pick.a.number * 64 + pick.b.number] = pick.sum }
    var known = [(count: Int, total: Int)](repeating: (0, 0), count: 1 << people)
    for set in 1..<(1 << people) {
      let first = set.trailingZeroBitCount
      let rest = set & (set - 1)
      var best = known[rest]
      for other in (first + 1)..<max(people, first + 1) where rest & (1 << other) != 0 {
        guard let cost = costs[(first + 1) * 64 + other + 1] else { continue }
        let less = known[rest & ~(1 << other)]
        let with = (count: less.count + 1, total: less.total + cost)
        if (-with.count, with.total) < (-best.count, best.total) { best = with }
      }
      known[set] = best
    }
    return known[known.count - 1]
  }

  /// Circles of three and five, each hung on somebody before it.
  fileprivate init(circles people: Int, dice: inout Dice) {
    var friends: [Int: [Int]] = [:]
    var first = 1
    while first <= people {
      let last = min(people, first + (dice.roll(2) == 0 ? 2 : 4))
      var pairs = (first..<last).map { ($0, $0 + 1) }
      if last > first + 1 { pairs.append((first, last)) }
      if first > 1 {
        pairs.append((dice.roll(1...first - 1), dice.roll(first...last)))
      }
      for (one, other) in pairs {
        friends[one, default: []].append(other)
        friends[other, default: []].append(one)
      }
      first = last + 1
    }
    let ballots = friends.map { picker, whom in
      Ballot(
        picker: guest(picker), choices: whom.sorted().map(guest).shuffled(using: &dice),
        ranks: dice.roll(5) == 0 ? .unranked : .strict)
    }
    self.init(pools: .one, ballots: ballots)
  }

  fileprivate init(pools: Pools, friends: [Int: [Int]], ranks: Ballot.Ranks = .strict) {
    self.init(
      pools: pools,
      ballots: friends.map { Ballot(picker: guest($0), choices: $1.map(guest), ranks: ranks) })
  }
}
