import Matchmaking
import TestSupport
import Testing

@Suite struct `Rounds planned anew` {
  @Test(arguments: RoundsMethod.allCases)
  func `where nobody came or left nothing changes`(method: RoundsMethod) {
    for pools in Pools.allCases {
      RandomRounds.each(of: pools == .two ? 80 : 15, seed: 41, pools: pools, method: method) {
        rounds, dice in
        let plan = rounds.plan()
        rounds.begin(dice.roll(0...plan.rounds.count), of: plan)
        #expect(
          rounds.plan().rounds.map { Set($0.meetings) }
            == rounds.task.announced.map { Set($0.meetings) })
      }
    }
  }

  @Test(arguments: RoundsMethod.allCases)
  func `what happened counts, whoever comes and goes`(method: RoundsMethod) {
    for pools in Pools.allCases {
      RandomRounds.each(of: pools == .two ? 80 : 15, seed: 42, pools: pools, method: method) {
        rounds, dice in
        let plan = rounds.plan()
        rounds.begin(dice.roll(0...plan.rounds.count), of: plan)
        rounds.change(&dice)
        let anew = rounds.plan()
        rounds.expectSound(anew)
        if method == .best, pools == .two { #expect(anew.report.isOptimal) }
      }
    }
  }

  @Test(arguments: RoundsMethod.allCases)
  func `one leaver in the middle moves few`(method: RoundsMethod) {
    var task = RoundsTask(people: twoPools(30, 30), rounds: 8, method: method)
    let plan = RoundsPlan.make(task, fit: likedFit)
    task.past = Array(plan.rounds.prefix(4))
    task.announced = Array(plan.rounds.dropFirst(4))
    task.rounds = 4
    task.people.removeAll { $0 == Badge(.men, 11) }
    let anew = RoundsPlan.make(task, fit: likedFit)
    #expect(anew.report.gaveWay == [])
    #expect(anew.report.meetings == 4 * 29)
    #expect(anew.report.repeats == 0)
    let changes = RoundsChange.between(task.announced, and: anew.rounds, first: 5)
    // Of 240 places.
    #expect(changes.count <= 80)
    #expect(changes.contains { $0.badge == Badge(.men, 11) && $0.after == nil && $0.round == 5 })
    #expect(changes.allSatisfy { (5...8).contains($0.round) && $0.before != $0.after })
  }

  /// What has to change: the meetings of who left, the new ones, and what must make room for these.
  @Test(arguments: [(20, 30, 8), (28, 30, 8), (30, 30, 12), (40, 25, 6)])
  func `nobody is moved needlessly`(men: Int, women: Int, rounds: Int) {
    var task = RoundsTask(people: twoPools(men, women), rounds: rounds)
    let plan = RoundsPlan.make(task, fit: likedFit)
    task.past = Array(plan.rounds.prefix(rounds / 2))
    task.announced = Array(plan.rounds.dropFirst(rounds / 2))
    task.rounds -= rounds / 2
    task.people.removeAll { $0 == Badge(.men, 5) }
    let anew = RoundsPlan.make(task, fit: likedFit)
    let before = Set(task.announced.flatMap(\.meetings))
    let new = anew.rounds.flatMap(\.meetings).count { !before.contains($0) }
    let changes = RoundsChange.between(task.announced, and: anew.rounds, first: 1)
    #expect(anew.report.isOptimal)
    #expect(changes.count <= 4 * task.rounds + 10 * new, "\(changes.count) for \(new)")
  }

  @Test func `one who comes late takes the place that is free`() {
    var task = RoundsTask(people: twoPools(10, 9), rounds: 6, method: .circle)
    let plan = RoundsPlan.make(task, fit: likedFit)
    task.past = Array(plan.rounds.prefix(2))
    task.announced = Array(plan.rounds.dropFirst(2))
    task.rounds = 4
    task.people.append(Badge(.women, 10))
    let anew = RoundsPlan.make(task, fit: likedFit)
    #expect(anew.report.meetings == 40)
    #expect(anew.report.repeats == 0)
    let met = anew.rounds.flatMap(\.meetings).count { $0.b == Badge(.women, 10) }
    #expect(met == 4)
  }

  @Test func `past sit-outs are made good`() {
    // M1 sat out three rounds that M2 to M4 did not.
    let women = (1...3).map { Badge(.women, $0) }
    let past = (0..<3).map { round in
      Round(
        tables: (0..<3).map {
          Round.Table($0 + 1, Meeting(Badge(.men, $0 + 2), women[($0 + round) % 3]))
        },
        sittingOut: [Badge(.men, 1)])
    }
    let plan = RoundsPlan.make(
      RoundsTask(people: twoPools(4, 4), rounds: 1, past: past), fit: likedFit)
    #expect(plan.rounds.first?.meetings.contains { $0.a == Badge(.men, 1) } == true)
    #expect(plan.report.gaveWay.contains(.evenSitOuts))
  }
}

@Suite struct `Rounds that cannot be had` {
  @Test(arguments: RoundsMethod.allCases)
  func `without partners, tables, people or rounds nobody meets and nothing breaks`(
    method: RoundsMethod
  ) {
    let everybody = twoPools(4, 4)
    let all = Set(
      (1...4).flatMap { man in
        (1...4).map { Meeting(Badge(.men, man), Badge(.women, $0)) }
      })
    for task in [
      RoundsTask(people: twoPools(0, 30), rounds: 5),
      RoundsTask(people: twoPools(30, 0), rounds: 5),
      RoundsTask(people: [], rounds: 3), RoundsTask(people: everybody, rounds: 3, tables: 0),
      RoundsTask(people: everybody, rounds: 3, tables: -2),
      RoundsTask(people: everybody, rounds: 3, forbidden: all),
      RoundsTask(people: [Badge(.everyone, 1)], rounds: 2),
    ] {
      var task = task
      task.method = method
      let plan = RoundsPlan.make(task, fit: likedFit)
      #expect(plan.rounds.count == task.rounds)
      #expect(plan.report.meetings == 0)
      #expect(plan.report.gaveWay.contains(.fullRounds))
      #expect(plan.rounds.allSatisfy { $0.sittingOut == Set(task.people).sorted() })
    }
    for rounds in [0, -3] {
      let plan = RoundsPlan.make(
        RoundsTask(people: everybody, rounds: rounds, method: method), fit: likedFit)
      #expect(plan.rounds == [])
      #expect(plan.report.gaveWay == [])
    }
  }

  @Test(arguments: RoundsMethod.allCases)
  func `a badge given twice is one person, and strangers in past and forbidden are no trouble`(
    method: RoundsMethod
  ) {
    let stranger = Badge(.men, 77)
    let task = RoundsTask(
      people: twoPools(3, 3) + twoPools(3, 3), rounds: 2, method: method,
      forbidden: [Meeting(stranger, Badge(.women, 1)), Meeting(stranger, stranger)],
      past: [Round(tables: [.init(9, Meeting(stranger, Badge(.women, 2)))], sittingOut: [stranger])]
    )
    let plan = RoundsPlan.make(task, fit: likedFit)
    #expect(plan.report.meetings == 6)
    #expect(plan.report.gaveWay == [])
  }

  @Test func `far more rounds than partners`() {
    for method in RoundsMethod.allCases {
      for people in [twoPools(2, 3), (1...5).map { Badge(.everyone, $0) }] {
        let plan = RoundsPlan.make(
          RoundsTask(people: people, rounds: 40, method: method), fit: likedFit)
        #expect(plan.rounds.count == 40)
        #expect(plan.report.meetings == 80)
        #expect(plan.report.gaveWay.contains(.noRepeats))
        #expect(plan.report.sitOutsMost - plan.report.sitOutsLeast <= 1)
      }
    }
  }
}
