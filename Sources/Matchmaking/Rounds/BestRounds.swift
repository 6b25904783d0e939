/// `best` for two pools: meetings chosen exactly, then put into rounds, then seated.
///
/// Where there are more rounds than everybody has partners, the rounds that are left are planned as
/// those of a new evening: two meet again only after all have met whom they may.
struct BestRounds {
  private let people: RoundsPeople
  /// How often what is new is put into rounds another way, to move few: a great evening fewer times, for each
  /// takes longer.
  private static func tries(_ people: Int, _ rounds: Int) -> Int {
    min(256, max(24, 400_000 / max(1, people * rounds)))
  }
  /// So many of them begin anew, the others go on from the best.
  private static let beginnings = 12
  private var table: MeetingTable
  private var sitOuts: (rows: [Int], columns: [Int])
  private var satOutLast: [Bool]
  private(set) var bound = 0
  /// The pairs of each round, the man first.
  private(set) var meetings: [[Meeting]] = []

  init(_ people: RoundsPeople, fit: (Badge, Badge) -> Int) {
    self.people = people
    table = MeetingTable(
      rows: people.rows, columns: people.columns, forbidden: people.task.forbidden,
      past: people.task.past, fit: fit)
    let counted = people.sitOuts
    sitOuts = (people.rows.map { counted[$0] ?? 0 }, people.columns.map { counted[$0] ?? 0 })
    let last = Set(people.task.past.last?.sittingOut ?? [])
    satOutLast = people.everyone.map { last.contains($0) }
    while meetings.count < people.rounds, plan(next: people.rounds - meetings.count) {}
    while meetings.count < people.rounds { meetings.append([]) }
  }

  /// Plans as many rounds as those who have met least can fill.
  ///
  /// - Returns: false where nobody may meet anybody.
  private mutating func plan(next left: Int) -> Bool {
    let table = self.table
    let width = table.width
    let atOnce = people.meetingsAtOnce
    let open = table.met.indices.filter { !table.isForbidden[$0] }
    guard atOnce > 0, let least = open.map({ table.met[$0] }).min() else { return false }
    var degrees = [Int](repeating: 0, count: table.rows.count + width)
    var pairs = 0
    for place in open where table.met[place] == least {
      degrees[place / width] += 1
      degrees[table.rows.count + place % width] += 1
      pairs += 1
    }
    let rounds = min(left, max(degrees.max() ?? 0, (pairs + atOnce - 1) / atOnce))
    let announced = announcedRounds(from: meetings.count, rounds)
    let choice = MeetingChoice.best(
      in: table, rounds: rounds, most: rounds * atOnce, past: sitOuts,
      isOpen: { !table.isForbidden[$0] && table.met[$0] == least },
      isAnnounced: { announced[$0] != nil })
    bound += choice.bound
    keep(choice, rounds, announced)
    return true
  }

  /// In which round of those that are planned next a pair was to meet, by its place in the table.
  private func announcedRounds(from first: Int, _ rounds: Int) -> [Int: Int] {
    let rowOf = Dictionary(uniqueKeysWithValues: table.rows.enumerated().map { ($1, $0) })
    let columnOf = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1, $0) })
    var announced: [Int: Int] = [:]
    for (round, meetings) in people.task.announced.dropFirst(first).prefix(rounds).enumerated() {
      for meeting in meetings.meetings {
        guard let row = rowOf[meeting.a], let column = columnOf[meeting.b] else { continue }
        announced[row * table.width + column] = round
      }
    }
    return announced
  }

  private mutating func keep(_ choice: MeetingChoice, _ rounds: Int, _ announced: [Int: Int]) {
    let rows = table.rows.count
    var kept = RoundColours(people: rows + table.width, rounds: rounds)
    var moved = choice.pairs.filter { pair in
      guard let round = announced[pair.row * table.width + pair.column] else { return true }
      return !kept.keep(pair.row, rows + pair.column, in: round)
    }
    var best: (colours: RoundColours, strayed: Int)?
    var dice = RoundsDice(seed: people.task.seed)
    // One order of putting in what is new moves fewer others than another; the later tries go on from the best.
    let isFree = announced.isEmpty || moved.isEmpty
    for order in 0..<(isFree ? 1 : Self.tries(rows + table.width, rounds)) {
      var colours: RoundColours
      if let found = best?.colours, order >= Self.beginnings {
        colours = found
        colours.putAnew(4 + order % 4 * 8, rows: rows, near: kept, &dice)
      } else {
        colours = kept
        colours.insert(
          moved.map { (one: $0.row, other: rows + $0.column) },
          near: announced.isEmpty ? nil : kept,
          lookingAt: order == 0 ? 24 : 1 + order % 6)
      }
      colours.evenSizes()
      colours.spreadSitOuts(satOutLast, near: announced.isEmpty ? nil : kept)
      if !announced.isEmpty { colours.goBack(to: kept, satOutLast) }
      let strayed = colours.strayed(from: kept)
      if strayed <= best?.strayed ?? .max { best = (colours, strayed) }
      moved.shuffle(using: &dice)
    }
    guard let colours = best?.colours else { return }
    for round in 0..<rounds { keep(colours, round) }
  }

  private mutating func keep(_ colours: RoundColours, _ round: Int) {
    let rows = table.rows.count
    var pairs: [Meeting] = []
    for row in 0..<rows {
      satOutLast[row] = colours.partner(of: row, in: round) == nil
      guard let partner = colours.partner(of: row, in: round) else {
        sitOuts.rows[row] += 1
        continue
      }
      table.met[row * table.width + partner - rows] &+= 1
      pairs.append(Meeting(table.rows[row], table.columns[partner - rows]))
    }
    for column in 0..<table.width {
      satOutLast[rows + column] = colours.partner(of: rows + column, in: round) == nil
      if satOutLast[rows + column] { sitOuts.columns[column] += 1 }
    }
    meetings.append(pairs)
  }
}
