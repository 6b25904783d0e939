import Matchmaking
import TestSupport
import Testing

/// A task for rounds of random size, with the fit of each pair.
struct RandomRounds {
  var task: RoundsTask
  let weights: [Meeting: Int]

  func fit(_ one: Badge, _ other: Badge) -> Int { weights[Meeting(one, other)] ?? 0 }

  func plan() -> RoundsPlan { RoundsPlan.make(task, fit: fit) }

  /// - Parameters:
  ///   - most: of each pool.
  ///   - widest: the greatest fit; small ones make many ties.
  init(_ dice: inout Dice, pools: Pools, method: RoundsMethod, most: Int, widest: Int = 1000) {
    var people: [Badge]
    switch pools {
    case .two:
      people = (0..<dice.roll(0...most)).map { Badge(.men, $0 + 1) }
      people += (0..<dice.roll(0...most)).map { Badge(.women, $0 + 1) }
    case .one: people = (0..<dice.roll(0...most)).map { Badge(.everyone, $0 + 1) }
    }
    var forbidden = Set<Meeting>()
    if dice.roll(2) == 0, people.count > 1 {
      for _ in 0..<dice.roll(0...2 * people.count) {
        let (one, other) = (dice.pick(people), dice.pick(people))
        if one != other { forbidden.insert(Meeting(one, other)) }
      }
    }
    task = RoundsTask(
      people: people, rounds: dice.roll(0...6),
      tables: dice.roll(3) == 0 ? dice.roll(0...most) : nil, method: method,
      forbidden: forbidden, seed: dice.next())
    // Somebody who may come late has a fit as well.
    let all = people + [Pool.men, .women, .everyone].map { Badge($0, 99) }
    var weights: [Meeting: Int] = [:]
    for one in all {
      for other in all where one < other { weights[Meeting(one, other)] = dice.roll(0...widest) }
    }
    self.weights = weights
  }

  static func each(
    of count: Int, seed: UInt64, pools: Pools, method: RoundsMethod, most: Int = 6,
    _ check: (inout RandomRounds, inout Dice) throws -> Void
  ) rethrows {
    var dice = Dice(seed: seed)
    for number in 0..<count {
      var rounds = RandomRounds(
        &dice, pools: pools, method: method, most: most, widest: number % 3 == 0 ? 2 : 1000)
      try check(&rounds, &dice)
    }
  }

  /// What must hold of every plan, whatever gave way.
  func expectSound(_ plan: RoundsPlan, _ place: SourceLocation = #_sourceLocation) {
    let people = Set(task.people)
    #expect(plan.rounds.count == max(0, task.rounds), sourceLocation: place)
    for round in plan.rounds {
      let all = round.meetings.flatMap { [$0.a, $0.b] } + round.sittingOut
      #expect(all.count == people.count && Set(all) == people, sourceLocation: place)
      let numbers = round.tables.map(\.number)
      #expect(Set(numbers).count == numbers.count, sourceLocation: place)
      let most = task.tables ?? .max
      #expect(numbers.allSatisfy { $0 >= 1 && $0 <= most }, sourceLocation: place)
      #expect(task.forbidden.isDisjoint(with: round.meetings), sourceLocation: place)
      let isMixed = round.meetings.allSatisfy { $0.a.pool.opposite == $0.b.pool }
      #expect(isMixed, sourceLocation: place)
    }
    expectTold(plan, place)
  }

  /// The report is what is counted from the rounds.
  private func expectTold(_ plan: RoundsPlan, _ place: SourceLocation) {
    let meetings = plan.rounds.flatMap(\.meetings)
    let report = plan.report
    #expect(report.meetings == meetings.count, sourceLocation: place)
    #expect(report.totalFit == meetings.reduce(0) { $0 + fit($1.a, $1.b) }, sourceLocation: place)
    let all = task.past.flatMap(\.meetings) + meetings
    #expect(report.repeats == all.count - Set(all).count, sourceLocation: place)
    let before = Set(task.past.flatMap(\.meetings))
    let repeats = Set(meetings).count < meetings.count || !before.isDisjoint(with: meetings)
    #expect(report.gaveWay.contains(.noRepeats) == repeats, sourceLocation: place)
    let spread = Pool.allCases.map { self.spread(of: $0, plan) }.max() ?? 0
    #expect(report.gaveWay.contains(.evenSitOuts) == (spread > 1), sourceLocation: place)
    #expect(report.sitOutsMost - report.sitOutsLeast == spread, sourceLocation: place)
  }

  /// By how much sit-outs of a pool differ, past ones counted in.
  func spread(of pool: Pool, _ plan: RoundsPlan) -> Int {
    let counts = Set(task.people).filter { $0.pool == pool }.map { badge in
      (task.past + plan.rounds).count { $0.sittingOut.contains(badge) }
    }
    return (counts.max() ?? 0) - (counts.min() ?? 0)
  }

  /// Some rounds begin as planned; the others are to be planned anew.
  mutating func begin(_ begun: Int, of plan: RoundsPlan) {
    task.past = Array(plan.rounds.prefix(begun))
    task.announced = Array(plan.rounds.dropFirst(begun))
    task.rounds = plan.rounds.count - begun
  }

  /// Somebody leaves, somebody comes late, or both.
  mutating func change(_ dice: inout Dice) {
    if dice.roll(2) == 0, let leaver = dice.pickAny(task.people) {
      task.people.removeAll { $0 == leaver }
    }
    guard dice.roll(2) == 0 else { return }
    let isOne = task.people.contains { $0.pool == .everyone }
    task.people.append(Badge(isOne ? .everyone : dice.pick([.men, .women]), 99))
  }
}

/// Two pools of numbered badges.
func twoPools(_ men: Int, _ women: Int) -> [Badge] {
  (0..<men).map { Badge(.men, $0 + 1) } + (0..<women).map { Badge(.women, $0 + 1) }
}

/// A fit that follows from the badges alone, with people who are liked more than others.
func likedFit(_ one: Badge, _ other: Badge) -> Int {
  var dice = Dice(seed: UInt64(one.number * 4_001 + other.number))
  return one.number * 37 % 300 + other.number * 53 % 300 + dice.roll(400)
}
