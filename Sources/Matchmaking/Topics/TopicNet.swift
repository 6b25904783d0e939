/// Ten tables of ten in four rounds without a repeat, which no shifts of columns come to.
///
/// A seat is a cell of a square of ten by ten; its tables are its row, its column and what stands there in two
/// Latin squares that are orthogonal, so that two seats have one table in common at most. The squares are those of
/// Bose, Shrikhande and Parker ("Further results on the construction of mutually orthogonal Latin squares", 1960),
/// over seven residues and three more marks. A share of each pool at every table is not in their nature: seats are given
/// so that it is.
struct TopicNet {
  static let tables = 10
  static let rounds = 4
  /// Of each seat its table in each round.
  static let seats: [[Int]] = {
    var seats: [[Int]] = []
    for mark in 0..<3 {
      let (a, b, c, x) = (0, mark + 1, 6 - mark, 7 + mark)
      for line in [[a, b, c, x], [b, a, x, c], [c, x, a, b], [x, c, b, a]] {
        seats += (0..<7).map { shift in line.map { $0 < 7 ? ($0 + shift) % 7 : $0 } }
      }
      // The three marks have squares of their own.
      seats += (0..<3).map { [7 + mark, 7 + $0, 7 + (mark + $0) % 3, 7 + (mark + 2 * $0) % 3] }
    }
    return seats + (0..<7).map { Array(repeating: $0, count: 4) }
  }()

  /// Who has each seat; nil for an empty one.
  private(set) var sitting: [Int?]

  /// - Parameter pools: the people of one pool or of two, by number; ninety-one to a hundred.
  /// - Returns: nil where no seats are found that give each table its share of both pools and no two empty seats.
  init?(pools: [[Int]], dice: inout RoundsDice) {
    let pools = pools.filter { !$0.isEmpty }
    let empty = Self.seats.count - pools.joined().count
    guard (1...2).contains(pools.count), (0..<Self.tables).contains(empty) else { return nil }
    guard let share = TopicNetShare(pools.map(\.count), empty: empty, dice: &dice) else {
      return nil
    }
    var left = pools.map { $0[...] }
    sitting = share.pools.map { pool in pool.flatMap { left[$0].popFirst() } }
  }

  /// By column and row, as a grid has them.
  var cells: [[Int?]] {
    var cells = [[Int?]](
      repeating: Array(repeating: nil, count: Self.tables), count: Self.tables)
    for (seat, person) in zip(Self.seats, sitting) { cells[seat[1]][seat[0]] = person }
    return cells
  }

  /// Of each round the table of each column and row.
  static func tables(rounds: Int) -> [[[Int]]] {
    (0..<min(rounds, Self.rounds)).map { round in
      var tables = [[Int]](repeating: Array(repeating: 0, count: 10), count: 10)
      for seat in seats { tables[seat[1]][seat[0]] = seat[round] }
      return tables
    }
  }
}
