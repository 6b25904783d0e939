/// Exchanges people of one pool between the seats of a grid, so that those who must not meet, or have met
/// in past rounds, do not come together. The grid stays as it is, and so nobody meets twice.
///
/// The best exchange for somebody in conflict each time (min-conflicts, Minton and others 1992).
struct TopicPlacing {
  /// Who is in each column and row.
  private(set) var cells: [[Int?]]
  private let grid: TopicGrid
  private let rounds: Int
  /// Whom each is better kept apart from, and how much it matters.
  private let bonds: [[(other: Int, weight: Int)]]
  private var seat: [(column: Int, row: Int)]

  init(_ cells: [[Int?]], _ grid: TopicGrid, people: Int, bonds: [[(other: Int, weight: Int)]]) {
    self.cells = cells
    self.grid = grid
    self.bonds = bonds
    rounds = grid.shifts.count
    seat = [(column: Int, row: Int)](repeating: (0, 0), count: people)
    for (column, rows) in cells.enumerated() {
      for (row, person) in rows.enumerated() {
        if let person { seat[person] = (column, row) }
      }
    }
  }

  private func meet(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (seat[one], seat[other])
    return (0..<rounds).contains { round in
      grid.table(row: first.row, column: first.column, round: round)
        == grid.table(row: second.row, column: second.column, round: round)
    }
  }

  private func cost(_ person: Int) -> Int {
    bonds[person].reduce(0) { $0 + (meet(person, $1.other) ? $1.weight : 0) }
  }

  private mutating func exchange(_ one: Int, _ other: Int) {
    seat.swapAt(one, other)
    cells[seat[one].column][seat[one].row] = one
    cells[seat[other].column][seat[other].row] = other
  }

  mutating func run(poolOf: [Int], _ dice: inout RoundsDice) {
    var dull = 0
    for _ in 0..<40 {
      let troubled = seat.indices.filter { cost($0) > 0 }.shuffled(using: &dice)
      guard !troubled.isEmpty, dull < 4 else { return }
      var isBetter = false
      for person in troubled where cost(person) > 0 {
        if improve(person, poolOf, &dice) { isBetter = true }
      }
      dull = isBetter ? 0 : dull + 1
    }
  }

  private mutating func improve(_ person: Int, _ poolOf: [Int], _ dice: inout RoundsDice) -> Bool {
    var best: (other: Int, gain: Int)?
    let start = dice.below(seat.count)
    for offset in seat.indices {
      let other = (start + offset) % seat.count
      guard other != person, poolOf[other] == poolOf[person] else { continue }
      let before = cost(person) + cost(other)
      exchange(person, other)
      let gain = before - cost(person) - cost(other)
      exchange(person, other)
      if gain > best?.gain ?? -1 { best = (other, gain) }
      if gain > 0, gain >= before { break }
    }
    guard let best else { return false }
    exchange(person, best.other)
    return best.gain > 0
  }
}
