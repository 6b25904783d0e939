/// `best` for one pool: from the circle method, or from what was announced, by exchanges.
///
/// To put a general graph into rounds is NP-complete (Holyer 1981), so nothing exact is promised: two pairs
/// of a round, or a pair and somebody who sits out, exchange partners, also for the worse as long as the
/// search is warm (simulated annealing, Kirkpatrick and others 1983). All begins without anybody meeting
/// twice and stays so. What it is worth is told beside a bound: everybody as man and as woman, with the
/// exact choice of two pools, is at least twice of what one pool can have.
struct OnePoolRounds {
  private(set) var meetings: [[Meeting]] = []
  private(set) var bound = 0
  /// No more meetings can be had.
  private(set) var most = 0

  init(_ people: RoundsPeople, fit: (Badge, Badge) -> Int) {
    let table = MeetingTable(
      everyone: people.rows, forbidden: people.task.forbidden, past: people.task.past, fit: fit)
    let announced = people.task.announced.prefix(people.rounds).map(\.meetings)
    let isNew = announced.count < people.rounds || !Self.mayStand(people)
    let start = isNew ? CircleRounds(people).meetings : Self.kept(announced, in: table)
    var search = ExchangeSearch(table, people, start)
    search.run(steps: min(people.rows.count * people.rounds * 3_000, 6_000_000), isWarm: isNew)
    meetings = search.meetings
    findBound(table, people)
  }

  /// Whether what was announced is a beginning: repeats may not be called for any more if somebody came.
  private static func mayStand(_ people: RoundsPeople) -> Bool {
    let rounds = people.task.announced
    let there = Set(rounds.flatMap { $0.sittingOut + $0.meetings.flatMap { [$0.a, $0.b] } })
    let meetings = (people.task.past + rounds).flatMap(\.meetings)
    return there == Set(people.rows) || Set(meetings).count == meetings.count
  }

  /// Of what was announced, the meetings of people who are here and may meet.
  private static func kept(_ announced: [[Meeting]], in table: MeetingTable) -> [[Meeting]] {
    let numberOf = Dictionary(uniqueKeysWithValues: table.rows.enumerated().map { ($1, $0) })
    return announced.map { meetings in
      meetings.filter { meeting in
        guard let a = numberOf[meeting.a], let b = numberOf[meeting.b] else { return false }
        return !table.isForbidden[a * table.width + b]
      }
    }
  }

  /// Where nobody meets twice, a bound of all rounds together; else each round for itself.
  private mutating func findBound(_ table: MeetingTable, _ people: RoundsPeople) {
    let planned = Set(meetings.joined())
    let repeats =
      planned.count < meetings.reduce(0) { $0 + $1.count }
      || people.task.past.contains { $0.meetings.contains(where: planned.contains) }
    let counted = people.sitOuts
    let past = people.rows.map { counted[$0] ?? 0 }
    func choice(_ meetings: Int, in rounds: Int, isEven: Bool) -> MeetingChoice {
      MeetingChoice.best(
        in: table, rounds: rounds, most: 2 * meetings, past: (past, past), isEven: isEven,
        isOpen: { !table.isForbidden[$0] && (repeats || table.met[$0] == 0) },
        isAnnounced: { _ in false })
    }
    guard !repeats else {
      bound = meetings.reduce(0) { $0 + choice($1.count, in: 1, isEven: false).halfBound }
      most = people.rounds * people.meetingsAtOnce
      return
    }
    let full = choice(people.rounds * people.meetingsAtOnce, in: people.rounds, isEven: true)
    (most, bound) = (full.pairs.count / 2, full.halfBound)
    let count = planned.count
    guard 2 * count < full.pairs.count || !isEven(past, people) else { return }
    // Fewer meetings, or uneven sit-outs, are bounded by others of their kind.
    bound = choice(count, in: people.rounds, isEven: isEven(past, people)).halfBound
  }

  private func isEven(_ past: [Int], _ people: RoundsPeople) -> Bool {
    var sitOuts = Dictionary(uniqueKeysWithValues: zip(people.rows, past))
    for round in meetings {
      for meeting in round {
        sitOuts[meeting.a, default: 0] -= 1
        sitOuts[meeting.b, default: 0] -= 1
      }
    }
    return (sitOuts.values.max() ?? 0) - (sitOuts.values.min() ?? 0) <= 1
  }
}

extension MeetingChoice {
  /// Half of the bound, rounded down.
  fileprivate var halfBound: Int { bound >> 1 }
}
