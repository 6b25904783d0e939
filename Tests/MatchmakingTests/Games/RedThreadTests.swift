import Matchmaking
import TestSupport
import Testing

@Suite("The red thread")
struct RedThreadTests {
  private func people(_ men: Int, _ women: Int) -> [Badge] {
    (0..<men).map { Badge(.men, $0 + 1) } + (0..<women).map { Badge(.women, $0 + 1) }
  }

  private func text(_ thread: RedThread) -> String {
    thread.pairs.map { "\($0.a)\($0.b)" }.joined(separator: " ")
  }

  /// How often each draw comes up over many seeds.
  private func counts(
    _ willing: [Badge], _ pools: Pools, apart: Set<Meeting> = [], draws: UInt64
  ) -> [String: Int] {
    (0..<draws).reduce(into: [:]) { counts, seed in
      let thread = RedThread.draw(willing, in: pools, apart: apart, seed: seed)
      counts[text(thread), default: 0] += 1
    }
  }

  /// Chi-square far beyond what chance gives once in a million seeds would be another algorithm.
  private func expectEven(_ counts: [String: Int], ways: Int) {
    #expect(counts.count == ways)
    let mean = Double(counts.values.reduce(0, +)) / Double(ways)
    let square = counts.values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean }
    #expect(square < Double(ways) + 6 * (2 * Double(ways)).squareRoot())
  }

  @Test(
    "takes every way to pair two pools as often",
    arguments: [(2, 2, 2), (3, 3, 6), (2, 4, 12), (4, 1, 4), (3, 4, 24)])
  func twoPools(men: Int, women: Int, ways: Int) {
    expectEven(counts(people(men, women), .two, draws: 6_000), ways: ways)
  }

  @Test(
    "takes every way to pair one pool as often, who is left over too",
    arguments: [(2, 1), (3, 3), (4, 3), (5, 15), (6, 15)])
  func onePool(count: Int, ways: Int) {
    let willing = (1...count).map { Badge(.everyone, $0) }
    expectEven(counts(willing, .one, draws: 6_000), ways: ways)
  }

  @Test("keeps apart who never meets, every other way as often")
  func apart() {
    let apart: Set = [
      Meeting(Badge(.men, 1), Badge(.women, 1)), Meeting(Badge(.men, 2), Badge(.women, 3)),
    ]
    // Of 6 ways four have one of the two, or both.
    let ways = counts(people(3, 3), .two, apart: apart, draws: 6_000)
    expectEven(ways, ways: 3)
    let four = (1...4).map { Badge(.everyone, $0) }
    expectEven(counts(four, .one, apart: [Meeting(four[0], four[1])], draws: 3_000), ways: 2)
  }

  @Test("pairs as many as can be where forbidden pairs leave no choice")
  func narrow() {
    let willing = people(5, 5)
    var apart: Set<Meeting> = []
    // M1 may only meet F1; M2 only F1 and F2, and so on: one way is left.
    for man in 1...5 {
      for woman in 1...5 where woman > man {
        apart.insert(Meeting(Badge(.men, man), Badge(.women, woman)))
      }
    }
    for seed in UInt64(0)..<5 {
      let thread = RedThread.draw(willing, in: .two, apart: apart, seed: seed)
      #expect(text(thread) == "M01F01 M02F02 M03F03 M04F04 M05F05")
    }
    apart.insert(Meeting(Badge(.men, 1), Badge(.women, 1)))
    #expect(RedThread.draw(willing, in: .two, apart: apart, seed: 1).pairs.count == 4)
  }

  @Test("where not everybody can be paired, every largest set of pairs comes up as often")
  func fewPairs() {
    // M1 and M2 may only meet F1: one of them does, and M3 has F2 or F3.
    var apart: Set<Meeting> = []
    for man in 1...2 {
      for woman in 2...3 { apart.insert(Meeting(Badge(.men, man), Badge(.women, woman))) }
    }
    expectEven(counts(people(3, 3), .two, apart: apart, draws: 2_000), ways: 4)
    // A star of one pool: whoever stands in its middle has one of the others.
    let four = (1...4).map { Badge(.everyone, $0) }
    let rays: Set = [
      Meeting(four[1], four[2]), Meeting(four[1], four[3]), Meeting(four[2], four[3]),
    ]
    expectEven(counts(four, .one, apart: rays, draws: 2_000), ways: 3)
  }

  @Test("who may be paired with nobody takes nothing from the others' draw")
  func alone() {
    let apart = Set((1...3).map { Meeting(Badge(.men, 1), Badge(.women, $0)) })
    expectEven(counts(people(3, 3), .two, apart: apart, draws: 2_000), ways: 6)
    let thread = RedThread.draw(people(3, 3), in: .two, apart: apart, seed: 1)
    #expect(thread.leftOver.contains(Badge(.men, 1)) && thread.leftOver.count == 2)
  }

  @Test("many who leave next to no choice are still paired, as many as can be")
  func narrowHall() {
    let willing = people(30, 30)
    var apart: Set<Meeting> = []
    for man in 1...30 {
      for woman in 1...30 where woman != man && woman != man % 30 + 1 {
        apart.insert(Meeting(Badge(.men, man), Badge(.women, woman)))
      }
    }
    apart.insert(Meeting(Badge(.men, 1), Badge(.women, 1)))
    let thread = RedThread.draw(willing, in: .two, apart: apart, seed: 9)
    #expect(thread.pairs.count == 30 && apart.isDisjoint(with: thread.pairs))
  }

  @Test("finds as many pairs of one pool as a search through all ways", arguments: UInt64(1)...60)
  func mostOfOnePool(seed: UInt64) {
    var dice = Dice(seed: seed)
    let people = (1...3 + dice.roll(7)).map { Badge(.everyone, $0) }
    var apart: Set<Meeting> = []
    for (place, one) in people.enumerated() {
      for other in people[(place + 1)...] where dice.roll(3) > 0 {
        apart.insert(Meeting(one, other))
      }
    }
    let thread = RedThread.draw(people, in: .one, apart: apart, seed: seed)
    #expect(thread.pairs.count == most(people[...], apart))
    #expect(apart.isDisjoint(with: thread.pairs))
    #expect(Set(thread.pairs.flatMap { [$0.a, $0.b] } + thread.leftOver) == Set(people))
    #expect(thread.pairs.count * 2 + thread.leftOver.count == people.count)
  }

  private func most(_ people: ArraySlice<Badge>, _ apart: Set<Meeting>) -> Int {
    guard let first = people.first else { return 0 }
    let rest = people.dropFirst()
    var best = most(rest, apart)
    for (place, other) in zip(rest.indices, rest) where !apart.contains(Meeting(first, other)) {
      best = max(best, 1 + most(rest[..<place] + rest[(place + 1)...], apart))
    }
    return best
  }

  @Test(
    "is the same for the same people and seed, in whatever order they were named",
    arguments: UInt64(0)...20)
  func order(seed: UInt64) {
    var willing = people(7, 9)
    let first = RedThread.draw(willing, in: .two, seed: seed)
    var dice = Dice(seed: seed)
    for place in willing.indices { willing.swapAt(place, dice.roll(willing.count)) }
    #expect(RedThread.draw(willing + willing.prefix(2), in: .two, seed: seed) == first)
    #expect(RedThread.draw(willing, in: .two, seed: seed &+ 1) != first)
  }

  /// Computed by hand from the published algorithm, so that another release draws the same.
  @Test("draws what it always drew")
  func stable() {
    let thread = RedThread.draw(people(4, 5), in: .two, seed: 20_260_819)
    let again = RedThread.draw(people(4, 5), in: .two, seed: 20_260_819)
    #expect(thread == again)
    var dice = FairDice(seed: 0)
    // SplitMix64 from seed 0 begins with 0xe220a8397b1dcdaf; of it the remainder.
    #expect(dice.below(1 << 16) == 0xcdaf)
  }

  @Test("leaves everybody over where nobody can be paired")
  func nobody() {
    #expect(RedThread.draw(people(3, 0), in: .two, seed: 1).pairs.isEmpty)
    #expect(RedThread.draw(people(3, 0), in: .two, seed: 1).leftOver.count == 3)
    #expect(RedThread.draw([], in: .one, seed: 1) == RedThread(pairs: [], leftOver: []))
    #expect(RedThread.draw([Badge(.everyone, 7)], in: .one, seed: 1).leftOver.count == 1)
  }
}
