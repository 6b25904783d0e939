/// A grid of people from which tables without repeats follow.
///
/// Who is in column c and row i sits, in round t, at table i + shift, the shift being that of the column
/// in the round. Two of one column never meet. Two of different columns meet once at most if, for any
/// two rounds, what the shift changes by is different for every column. Where the number of tables is a
/// power of a prime, c · t is such a shift (the lines of an affine plane, Bose 1938); for twelve tables six rounds are
/// known (`KnownShifts`); else one is searched for, round by round. Ten tables of ten have no such shifts and are a
/// net instead (`TopicNet`).
struct TopicGrid {
  let columns: Int
  private let group: TopicGroup
  private var tables: Int { group.order }
  /// Of each round, the shift of each column.
  private(set) var shifts: [[Int]] = []
  /// Two columns whose empty seats must not come together, by the shifts between them that would do.
  let apart: (one: Int, other: Int, differences: Set<Int>)?
  /// Of each round the table of each column and row; nil where it follows from the shifts.
  private let net: [[[Int]]]?

  /// How many shifts are tried for one round before less is asked for.
  private static let patience = 20_000

  init(
    tables: Int, columns: Int, rounds: Int,
    apart: (one: Int, other: Int, differences: Set<Int>)? = nil, dice: inout RoundsDice
  ) {
    group = TopicGroup(order: tables, isRing: apart != nil)
    self.columns = columns
    self.apart = apart
    net = nil
    guard tables > 0, columns > 0, rounds > 0 else { return }
    let isPlane = apart == nil && group.isField && columns <= tables
    if isPlane {
      shifts = (0..<min(rounds, tables)).map { round in
        (0..<columns).map { group.product($0, round) }
      }
    }
    let known = apart == nil ? KnownShifts.shifts(tables: tables, columns: columns) : []
    if !isPlane, known.count >= rounds { shifts = Array(known.prefix(rounds)) }
    // A dead end may be of an earlier round's making; so the longest of several beginnings is taken.
    var longest = shifts
    for _ in 0..<6 where longest.count < rounds && columns <= tables {
      var another = self
      if !isPlane { another.shifts = [] }
      while another.shifts.count < rounds, let next = another.next(&dice) {
        another.shifts.append(next)
      }
      if another.shifts.count > longest.count { longest = another.shifts }
    }
    shifts = known.count > longest.count ? known : longest
    while shifts.count < rounds { shifts.append(loose(&dice)) }
  }

  /// Ten tables of ten.
  init(netOf rounds: Int) {
    let net = TopicNet.tables(rounds: rounds)
    group = TopicGroup(order: TopicNet.tables, isRing: false)
    columns = TopicNet.tables
    apart = nil
    shifts = net.map { _ in Array(repeating: 0, count: TopicNet.tables) }
    self.net = net
  }

  /// Where somebody sits.
  func table(row: Int, column: Int, round: Int) -> Int {
    if let net { return net[round][column][row] }
    return group.sum(row, shifts[round][column])
  }

  private func suits(_ value: Int, _ column: Int, _ chosen: [Int]) -> Bool {
    guard let apart, column == max(apart.one, apart.other) else { return true }
    let one = column == apart.one ? value : chosen[apart.one]
    let other = column == apart.other ? value : chosen[apart.other]
    return apart.differences.contains(group.difference(one, other))
  }

  /// The shifts of one more round, column by column; back where a column has none left.
  private func next(_ dice: inout RoundsDice) -> [Int]? {
    var chosen: [Int] = []
    var left: [[Int]] = [candidates(&dice)]
    var isTaken = [Bool](repeating: false, count: shifts.count * tables)
    var patience = Self.patience
    while patience > 0 {
      patience -= 1
      guard let value = left[left.count - 1].popLast() else {
        guard takeBack(&chosen, &left, &isTaken) else { return nil }
        continue
      }
      let column = chosen.count
      let changes = shifts.indices.map { round in
        round * tables + group.difference(value, shifts[round][column])
      }
      guard suits(value, column, chosen), !changes.contains(where: { isTaken[$0] }) else {
        continue
      }
      for change in changes { isTaken[change] = true }
      chosen.append(value)
      if chosen.count == columns { return chosen }
      left.append(candidates(&dice))
    }
    return nil
  }

  private func candidates(_ dice: inout RoundsDice) -> [Int] {
    Array(0..<tables).shuffled(using: &dice)
  }

  /// Takes the last column back.
  ///
  /// - Returns: false where none is left.
  private func takeBack(
    _ chosen: inout [Int], _ left: inout [[Int]], _ isTaken: inout [Bool]
  ) -> Bool {
    guard let value = chosen.popLast() else { return false }
    left.removeLast()
    for round in shifts.indices {
      let change = group.difference(value, shifts[round][chosen.count])
      isTaken[round * tables + change] = false
    }
    return true
  }

  /// The shifts of one more round with few repeats, where none has no repeat.
  private func loose(_ dice: inout RoundsDice) -> [Int] {
    var chosen: [Int] = []
    var taken = [Int](repeating: 0, count: shifts.count * tables)
    for column in 0..<columns {
      func repeats(_ value: Int) -> Int {
        shifts.indices.reduce(suits(value, column, chosen) ? 0 : columns) { sum, round in
          sum + taken[round * tables + group.difference(value, shifts[round][column])]
        }
      }
      let best = candidates(&dice).map { ($0, repeats($0)) }.min { $0.1 < $1.1 }
      let value = best?.0 ?? 0
      for round in shifts.indices {
        taken[round * tables + group.difference(value, shifts[round][column])] += 1
      }
      chosen.append(value)
    }
    return chosen
  }
}
