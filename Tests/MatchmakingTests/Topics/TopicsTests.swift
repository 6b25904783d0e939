import Matchmaking
import TestSupport
import Testing

@Suite struct `Topic tables` {
  private func plan(_ men: Int, _ women: Int, size: Int, rounds: Int) -> TopicsPlan {
    TopicsPlan.make(TopicsTask(people: twoPools(men, women), rounds: rounds, size: size))
  }

  /// What must hold of every plan.
  private func expectSound(
    _ plan: TopicsPlan, _ people: [Badge], size: Int, _ place: SourceLocation = #_sourceLocation
  ) {
    for round in plan.rounds {
      #expect(round.tables.joined().sorted() == people.sorted(), sourceLocation: place)
      let sizes = round.tables.map(\.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1, sourceLocation: place)
      #expect((sizes.max() ?? 0) <= max(1, size), sourceLocation: place)
    }
  }

  @Test(arguments: [
    (150, 150, 10, 8), (145, 155, 10, 8), (100, 200, 10, 8), (150, 147, 10, 8),
    (0, 300, 10, 8), (120, 120, 10, 8), (100, 100, 10, 8), (48, 48, 8, 5), (55, 55, 10, 11),
    (65, 65, 10, 13), (80, 80, 10, 16), (32, 32, 8, 8), (10, 10, 4, 5), (30, 30, 6, 6),
    (3, 3, 2, 3),
    // The best that is known of tables of ten.
    (50, 50, 10, 4), (60, 60, 10, 6), (70, 70, 10, 5), (75, 75, 10, 5), (85, 85, 10, 17),
    // Twelve tables otherwise, and ten that are not quite even or quite full.
    (40, 80, 10, 6), (0, 144, 12, 6), (72, 72, 12, 6), (58, 50, 9, 6), (50, 50, 10, 3),
    (45, 55, 10, 4), (60, 40, 10, 4), (20, 80, 10, 4), (70, 30, 10, 4), (0, 100, 10, 4),
    (100, 0, 10, 4), (48, 47, 10, 4), (46, 45, 10, 4), (50, 41, 10, 4), (29, 70, 10, 4),
    (30, 65, 10, 4), (51, 49, 10, 4), (50, 49, 10, 4), (0, 93, 10, 4), (33, 67, 10, 4),
  ])
  func `nobody shares a table twice with anybody`(men: Int, women: Int, size: Int, rounds: Int) {
    let plan = plan(men, women, size: size, rounds: rounds)
    expectSound(plan, twoPools(men, women), size: size)
    #expect(plan.report.repeats == 0)
    #expect(plan.report.worstBalance <= 1)
    #expect(plan.report.tables == (men + women + size - 1) / size)
  }

  @Test(arguments: 2...20)
  func `every shape has even tables and a share of each pool`(tables: Int) {
    for size in 2...12 {
      for people in Set([tables * size, tables * size - 1, tables * (size - 1) + 1]) {
        let (men, women) = (people / 2, people - people / 2)
        for rounds in [1, 2] {
          let plan = plan(men, women, size: size, rounds: rounds)
          expectSound(plan, twoPools(men, women), size: size)
          #expect(plan.report.worstBalance <= 1)
          if rounds == 1 || size <= tables { #expect(plan.report.repeats == 0) }
        }
      }
    }
  }

  @Test func `tables of as many as there are tables, where these are a power of a prime`() {
    for tables in [2, 3, 4, 5, 7, 8, 9, 11] {
      let plan = plan(tables * tables, 0, size: tables, rounds: tables)
      #expect(plan.report.repeats == 0)
    }
  }

  @Test func `those who must not meet are kept apart`() {
    let forbidden = Set(
      (1...20).map { Meeting(Badge(.men, $0), Badge(.women, 3 * $0)) }
        + (1...25).map { Meeting(Badge(.men, $0), Badge(.men, $0 + 25)) })
    let plan = TopicsPlan.make(
      TopicsTask(people: twoPools(80, 80), rounds: 6, size: 10, forbidden: forbidden))
    #expect(plan.report.forbiddenTogether == 0)
    #expect(plan.report.repeats == 0)
    #expect(plan.report.worstBalance <= 1)
  }

  @Test func `planned anew the past counts and few are moved`() {
    var task = TopicsTask(people: twoPools(80, 80), rounds: 6, size: 10)
    let first = TopicsPlan.make(task)
    task.past = Array(first.rounds.prefix(3))
    task.announced = Array(first.rounds.dropFirst(3))
    task.rounds = 3
    #expect(TopicsPlan.make(task).rounds == task.announced)
    task.people.removeAll { [3, 30].contains($0.number) && $0.pool == .men }
    task.people.append(Badge(.women, 99))
    let anew = TopicsPlan.make(task)
    expectSound(anew, task.people, size: 10)
    #expect(anew.report.repeats <= 4)
    #expect(anew.report.worstBalance <= 1)
    let moved = zip(task.announced, anew.rounds).reduce(0) { sum, pair in
      sum + zip(pair.0.tables, pair.1.tables).reduce(0) { $0 + Set($1.1).subtracting($1.0).count }
    }
    // Three new places of the one who came, and a few exchanges.
    #expect(moved <= 30)
  }

  @Test func `who comes late takes the seats of one who left, and nobody else moves`() {
    var task = TopicsTask(people: twoPools(80, 80), rounds: 6, size: 10)
    let first = TopicsPlan.make(task)
    task.past = Array(first.rounds.prefix(2))
    task.announced = Array(first.rounds.dropFirst(2))
    task.rounds = 4
    let (gone, came) = (Badge(.men, 12), Badge(.men, 99))
    task.people = task.people.filter { $0 != gone } + [came]
    let anew = TopicsPlan.make(task)
    #expect(anew.report.repeats == 0)
    #expect(
      anew.rounds
        == task.announced.map { TopicRound($0.tables.map { $0.map { $0 == gone ? came : $0 } }) })
  }

  @Test func `ice-breaker groups are one round`() {
    let plan = plan(23, 31, size: 6, rounds: 1)
    #expect(plan.report.tables == 9)
    #expect(plan.report.worstBalance <= 1)
    #expect(plan.report.repeats == 0)
  }

  @Test func `absurd wishes give an answer`() {
    for (men, women, size, rounds) in [
      (0, 0, 5, 3), (1, 0, 5, 3), (5, 5, 100, 3), (5, 5, 0, 2), (5, 5, -1, 2), (5, 5, 1, 2),
      (4, 4, 4, 0), (4, 4, 4, -1), (3, 2, 2, 9),
    ] {
      let plan = plan(men, women, size: size, rounds: rounds)
      #expect(plan.rounds.count == max(0, rounds))
      expectSound(plan, twoPools(men, women), size: size)
    }
    let all = Set(
      (1...4).flatMap { man in (1...4).map { Meeting(Badge(.men, man), Badge(.women, $0)) } })
    let plan = TopicsPlan.make(
      TopicsTask(people: twoPools(4, 4), rounds: 2, size: 4, forbidden: all))
    #expect(plan.rounds.count == 2)
  }

  @Test func `the same seed gives the same tables`() {
    #expect(plan(37, 41, size: 7, rounds: 5) == plan(37, 41, size: 7, rounds: 5))
  }
}
