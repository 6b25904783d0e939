import Matchmaking
import TestSupport
import Testing

@Suite struct `Rounds by the best meetings` {
  @Test(arguments: [UInt64](1...6))
  func `nobody is at two tables, and what is told is what is planned`(seed: UInt64) {
    for pools in Pools.allCases {
      RandomRounds.each(of: pools == .two ? 60 : 12, seed: seed, pools: pools, method: .best) {
        rounds, _ in rounds.expectSound(rounds.plan())
      }
    }
  }

  @Test(arguments: [UInt64](11...16))
  func `the total is the bound that the prices prove`(seed: UInt64) {
    RandomRounds.each(of: 60, seed: seed, pools: .two, method: .best, most: 9) { rounds, _ in
      let report = rounds.plan().report
      #expect(report.bound == report.totalFit)
      #expect(report.isOptimal)
    }
  }

  @Test(arguments: [UInt64](21...26))
  func `meetings, sit-outs and total are the best of all choices`(seed: UInt64) {
    RandomRounds.each(of: 60, seed: seed, pools: .two, method: .best, most: 4) { rounds, dice in
      if dice.roll(2) == 0 {
        let plan = rounds.plan()
        rounds.begin(dice.roll(0...plan.rounds.count), of: plan)
        rounds.change(&dice)
      }
      guard let best = EveryChoice(rounds) else { return }
      let plan = rounds.plan()
      #expect(plan.report.meetings == best.meetings)
      guard best.isEven else { return }
      #expect(!plan.report.gaveWay.contains(.evenSitOuts))
      #expect(plan.report.totalFit == best.fit)
    }
  }

  @Test(arguments: [
    (30, 30, 8, nil), (30, 34, 8, nil), (34, 30, 8, nil), (30, 34, 8, 20), (12, 12, 12, nil),
    (5, 60, 12, nil), (60, 5, 12, nil), (1, 1, 1, nil), (7, 7, 7, 3), (40, 41, 1, nil),
    (20, 40, 6, nil), (13, 17, 17, nil),
  ])
  func `where all rules can hold, all hold`(men: Int, women: Int, rounds: Int, tables: Int?) {
    let task = RoundsTask(people: twoPools(men, women), rounds: rounds, tables: tables)
    let report = RoundsPlan.make(task, fit: likedFit).report
    #expect(report.gaveWay == [])
    #expect(report.repeats == 0)
    #expect(report.meetings == rounds * min(men, women, tables ?? .max))
    #expect(report.sitOutsMost - report.sitOutsLeast <= 1)
    #expect(report.isOptimal)
  }

  @Test func `nobody sits out twice running where that can be had`() {
    for (men, women) in [(30, 34), (34, 30), (28, 40), (20, 21)] {
      let task = RoundsTask(people: twoPools(men, women), rounds: 8)
      #expect(RoundsPlan.make(task, fit: likedFit).report.runningSitOuts == 0)
    }
  }

  @Test func `the smaller pool keeps its seats all evening`() {
    let plan = RoundsPlan.make(RoundsTask(people: twoPools(12, 15), rounds: 6), fit: likedFit)
    for man in 1...12 {
      let tables = Set(plan.rounds.map { $0.tables.first { $0.meeting.a.number == man }?.number })
      #expect(tables.count == 1)
    }
  }

  @Test func `one who may meet only one other does not take that one's evening`() {
    // Nobody else may meet F10, so he sits out; she goes on.
    let forbidden = Set((1...9).map { Meeting(Badge(.men, 1), Badge(.women, $0)) })
    let plan = RoundsPlan.make(
      RoundsTask(people: twoPools(10, 10), rounds: 6, forbidden: forbidden), fit: likedFit)
    #expect(plan.report.repeats == 0)
    #expect(plan.report.meetings == 55)
    #expect(plan.report.gaveWay == [.evenSitOuts, .fullRounds])
  }

  @Test func `two meet again only once all have met all`() {
    let plan = RoundsPlan.make(RoundsTask(people: twoPools(5, 5), rounds: 8), fit: likedFit)
    #expect(Set(plan.rounds.prefix(5).flatMap(\.meetings)).count == 25)
    #expect(plan.report.repeats == 15)
    #expect(plan.report.meetings == 40)
    #expect(plan.report.gaveWay == [.noRepeats])
  }

  @Test func `fits far apart, below 0 and beyond all measure are no trouble`() {
    for fits in [[0], [7], [-5, 3], [-1_000_000, 1_000_000], [Int.min, Int.max], [999, 1000]] {
      let plan = RoundsPlan.make(RoundsTask(people: twoPools(6, 7), rounds: 4)) {
        fits[($0.number + $1.number) % fits.count]
      }
      #expect(plan.report.meetings == 24)
      #expect(plan.report.isOptimal)
    }
  }

  @Test(arguments: [(24, 6), (25, 6), (4, 3), (6, 5), (7, 7), (2, 1)])
  func `one pool meets without repeats, and tells how far from the bound`(
    people: Int, rounds: Int
  ) {
    let badges = (1...people).map { Badge(.everyone, $0) }
    let report = RoundsPlan.make(RoundsTask(people: badges, rounds: rounds), fit: likedFit).report
    #expect(report.meetings == people / 2 * rounds)
    #expect(report.gaveWay == [])
    #expect(report.totalFit <= report.bound)
    #expect(report.totalFit * 100 >= report.bound * 90)
  }
}

/// All choices of meetings of a small task, one after the other.
struct EveryChoice {
  private(set) var meetings = -1
  private(set) var isEven = false
  private(set) var fit = 0

  /// nil where there are too many, or rounds that can only be repeats.
  init?(_ rounds: RandomRounds) {
    let task = rounds.task
    let met = Set(task.past.flatMap(\.meetings))
    let men = task.people.filter { $0.pool == .men }
    let women = task.people.filter { $0.pool == .women }
    let open = men.flatMap { man in women.map { Meeting(man, $0) } }
      .filter { !task.forbidden.contains($0) && !met.contains($0) }
    let atOnce = min(men.count, women.count, task.tables ?? .max)
    let widest = task.people.map { one in open.count { $0.partner(of: one) != nil } }.max() ?? 0
    guard open.count <= 10, atOnce > 0, task.rounds > 0,
      task.rounds <= max(widest, (open.count + atOnce - 1) / atOnce)
    else { return nil }
    for choice in 0..<1 << open.count {
      let chosen = open.indices.filter { choice >> $0 & 1 == 1 }.map { open[$0] }
      guard chosen.count <= task.rounds * atOnce else { continue }
      let degrees = task.people.map { one in chosen.count { $0.partner(of: one) != nil } }
      guard degrees.allSatisfy({ $0 <= task.rounds }) else { continue }
      let isEven = [Pool.men, .women].allSatisfy { pool in
        let sitOuts = zip(task.people, degrees).filter { $0.0.pool == pool }.map { badge, degree in
          task.past.count { $0.sittingOut.contains(badge) } + task.rounds - degree
        }
        return (sitOuts.max() ?? 0) - (sitOuts.min() ?? 0) <= 1
      }
      take(chosen.count, isEven, chosen.reduce(0) { $0 + rounds.fit($1.a, $1.b) })
    }
  }

  private mutating func take(_ meetings: Int, _ isEven: Bool, _ fit: Int) {
    let here = (meetings, isEven ? 1 : 0, fit)
    guard here > (self.meetings, self.isEven ? 1 : 0, self.fit) else { return }
    (self.meetings, self.isEven, self.fit) = (meetings, isEven, fit)
  }
}
