/// Rounds planned from now on, with what they are worth.
public struct RoundsPlan: Hashable, Sendable {
  /// As many as were asked for, in order; the past is not in it.
  public let rounds: [Round]
  public let report: RoundsReport

  /// Plans rounds, or what remains of them.
  ///
  /// Bad input gives an emptier plan and never fails: without partners everybody sits out.
  ///
  /// - Parameter fit: how well two fit each other, a whole number, the same in either order; asked for
  ///   pairs that may meet. Kept within a million of 0.
  public static func make(_ task: RoundsTask, fit: (Badge, Badge) -> Int) -> RoundsPlan {
    let people = RoundsPeople(task)
    let (best, most, bound) = best(people, fit)
    let rounds: [Round]
    switch task.method {
    case .best: rounds = seated(best, keepers: nil, people)
    // Nobody came, nobody left: what was announced stands.
    case .circle where people.isAsAnnounced: rounds = task.announced
    case .circle where people.hasFewTables:
      // All take turns at sitting out, so nothing turns evenly; any fair choice is as good.
      rounds = seated(Self.best(people) { _, _ in 0 }.meetings, keepers: nil, people)
    case .circle:
      let circle = CircleRounds(people)
      rounds = seated(circle.meetings, keepers: circle.keepers, people)
    }
    return RoundsPlan(
      rounds: rounds, report: RoundsReport(rounds, people, most: most, bound: bound, fit: fit))
  }

  private static func best(
    _ people: RoundsPeople, _ fit: (Badge, Badge) -> Int
  ) -> (meetings: [[Meeting]], most: Int, bound: Int) {
    switch people.pools {
    case .two:
      let best = BestRounds(people, fit: fit)
      return (best.meetings, best.meetings.reduce(0) { $0 + $1.count }, best.bound)
    case .one:
      let best = OnePoolRounds(people, fit: fit)
      return (best.meetings, best.most, best.bound)
    }
  }

  /// Gives the meetings of each round their tables.
  ///
  /// - Parameter keepers: who keep their seats, in the order of their tables; nil for badge order.
  private static func seated(
    _ meetings: [[Meeting]], keepers: [Badge]?, _ people: RoundsPeople
  ) -> [Round] {
    let columnsKeep = people.columnsKeep
    let inOrder = columnsKeep ? people.columns : people.rows
    var keeping = TableKeeping(
      keepers: keepers ?? inOrder, tables: people.tables(for: keepers?.count ?? 0),
      last: people.task.past.last?.tableOf ?? [:])
    return meetings.enumerated().map { place, meetings in
      let announced =
        place < people.task.announced.count ? people.task.announced[place].tableOf : [:]
      let pairs = meetings.map { columnsKeep ? ($0.b, $0.a) : ($0.a, $0.b) }
      let tables = keeping.seat(pairs, announced: announced)
      let seated = Set(meetings.flatMap { [$0.a, $0.b] })
      return Round(tables: tables, sittingOut: people.everyone.filter { !seated.contains($0) })
    }
  }
}
