import Matchmaking
import TestSupport
import Testing

@Suite struct `Rounds by moving one table` {
  @Test(arguments: [UInt64](31...36))
  func `nobody is at two tables, and what is told is what is planned`(seed: UInt64) {
    for pools in Pools.allCases {
      RandomRounds.each(of: pools == .two ? 60 : 12, seed: seed, pools: pools, method: .circle) {
        rounds, _ in rounds.expectSound(rounds.plan())
      }
    }
  }

  @Test(arguments: [
    (30, 30, 8), (30, 34, 8), (34, 30, 8), (5, 60, 12), (60, 5, 12), (13, 17, 17), (1, 1, 1),
    (2, 9, 4), (9, 2, 9), (20, 31, 3), (12, 12, 12),
  ])
  func `sit-outs are even and nobody meets twice`(men: Int, women: Int, rounds: Int) {
    let task = RoundsTask(people: twoPools(men, women), rounds: rounds, method: .circle)
    let report = RoundsPlan.make(task, fit: likedFit).report
    #expect(report.gaveWay == [])
    #expect(report.meetings == rounds * min(men, women))
    #expect(report.totalFit <= report.bound)
  }

  @Test func `one pool keeps its seats and the other moves by one table`() {
    let plan = RoundsPlan.make(
      RoundsTask(people: twoPools(10, 10), rounds: 5, method: .circle), fit: likedFit)
    for (round, next) in zip(plan.rounds, plan.rounds.dropFirst()) {
      for table in round.tables {
        let (man, woman) = (table.meeting.a, table.meeting.b)
        #expect(next.tables.first { $0.meeting.b == woman }?.number == table.number)
        #expect(next.tables.first { $0.meeting.a == man }?.number == table.number % 10 + 1)
      }
    }
  }

  @Test func `forbidden pairs begin where they do not come together`() {
    let forbidden = Set((1...20).map { Meeting(Badge(.men, $0), Badge(.women, ($0 + 1) % 20 + 1)) })
    let plan = RoundsPlan.make(
      RoundsTask(people: twoPools(20, 20), rounds: 8, method: .circle, forbidden: forbidden),
      fit: likedFit)
    #expect(plan.report.meetings == 160)
    #expect(plan.report.gaveWay == [])
  }

  @Test func `with few tables both pools take turns`() {
    for (men, women, tables, rounds) in [(10, 10, 4, 10), (12, 15, 9, 7), (15, 12, 1, 12)] {
      let report = RoundsPlan.make(
        RoundsTask(
          people: twoPools(men, women), rounds: rounds, tables: tables, method: .circle),
        fit: likedFit
      ).report
      #expect(report.meetings == tables * rounds)
      #expect(report.gaveWay == [])
    }
  }

  @Test(arguments: [2, 3, 4, 5, 6, 9, 10, 23])
  func `in one pool all meet all in a turn`(people: Int) {
    let badges = (1...people).map { Badge(.everyone, $0) }
    let turn = people % 2 == 0 ? people - 1 : people
    let plan = RoundsPlan.make(
      RoundsTask(people: badges, rounds: turn, method: .circle), fit: likedFit)
    #expect(Set(plan.rounds.flatMap(\.meetings)).count == people * (people - 1) / 2)
    #expect(plan.report.gaveWay == [])
  }
}
