/// Who is to be seated, and what the past and the announcements say of them.
struct RoundsPeople {
  let task: RoundsTask
  let pools: Pools
  /// In badge order; all people of one pool are rows, and nobody is a column.
  let rows: [Badge]
  let columns: [Badge]

  init(_ task: RoundsTask) {
    self.task = task
    let people = Set(task.people).sorted()
    pools = people.contains { $0.pool == .everyone } ? .one : .two
    rows = pools == .one ? people : people.filter { $0.pool == .men }
    columns = pools == .one ? [] : people.filter { $0.pool == .women }
  }

  var everyone: [Badge] { rows + columns }
  var rounds: Int { max(0, task.rounds) }

  /// How many meetings a round has room for.
  var meetingsAtOnce: Int {
    let most = pools == .one ? rows.count / 2 : min(rows.count, columns.count)
    return min(most, max(0, task.tables ?? most))
  }

  /// Whether tables, and not people, are what a round has too few of.
  var hasFewTables: Bool {
    meetingsAtOnce < (pools == .one ? rows.count / 2 : min(rows.count, columns.count))
  }

  /// Whether what was announced is for these people and may stand as it is.
  var isAsAnnounced: Bool {
    let everyone = Set(everyone)
    return task.announced.count == rounds
      && task.announced.allSatisfy { round in
        Set(round.places.keys) == everyone && round.tables.count <= meetingsAtOnce
          && round.tables.allSatisfy { $0.number <= task.tables ?? .max }
          && task.forbidden.isDisjoint(with: round.meetings)
      }
  }

  /// How many sit-outs each has had.
  var sitOuts: [Badge: Int] {
    var sitOuts: [Badge: Int] = [:]
    for round in task.past { for badge in round.sittingOut { sitOuts[badge, default: 0] += 1 } }
    return sitOuts
  }

  /// How many tables are numbered: those there are, or those needed and those named already.
  ///
  /// - Parameter seats: how many are to have a seat of their own if they can.
  func tables(for seats: Int) -> Int {
    if let tables = task.tables { return max(0, tables) }
    let named = (task.past.suffix(1) + task.announced).flatMap { $0.tables.map(\.number) }
    return max(meetingsAtOnce, seats, named.max() ?? 0)
  }

  /// The pool that keeps its seats is the one that has kept them; at first the smaller, or the women.
  var columnsKeep: Bool {
    let (men, women) = Self.kept(in: task.past.suffix(2) + task.announced)
    return men == women ? columns.count <= rows.count : women > men
  }

  /// How many men and women stay at a table from one round to the next.
  private static func kept(in rounds: [Round]) -> (men: Int, women: Int) {
    var kept = (men: 0, women: 0)
    for (one, next) in zip(rounds, rounds.dropFirst()) {
      let meetings = Dictionary(
        one.tables.map { ($0.number, $0.meeting) }, uniquingKeysWith: { first, _ in first })
      for table in next.tables {
        if meetings[table.number]?.a == table.meeting.a { kept.men += 1 }
        if meetings[table.number]?.b == table.meeting.b { kept.women += 1 }
      }
    }
    return kept
  }
}

extension Round {
  /// The table of each person who has one.
  var tableOf: [Badge: Int] {
    var tableOf: [Badge: Int] = [:]
    for table in tables {
      tableOf[table.meeting.a] = table.number
      tableOf[table.meeting.b] = table.number
    }
    return tableOf
  }
}
