/// Tables for rounds whose meetings are settled: one pool keeps its seats where it can.
///
/// In each round, in this order: the table announced for it, the one of the round before, one's own, the
/// free one nearest to that.
struct TableKeeping {
  /// How many tables there are.
  let tables: Int
  /// Where each person who keeps a seat was last.
  private var last: [Badge: Int]
  private var home: [Badge: Int] = [:]

  /// - Parameters:
  ///   - keepers: who keep their seats, in the order of their tables.
  ///   - last: where people sat before the first of these rounds.
  init(keepers: [Badge], tables: Int, last: [Badge: Int]) {
    self.tables = max(1, tables)
    self.last = last
    let taken = Set(last.values)
    var free = (1...max(1, tables)).lazy.filter { !taken.contains($0) }.makeIterator()
    for keeper in keepers { home[keeper] = last[keeper] ?? free.next() }
  }

  /// - Parameters:
  ///   - pairs: the keeper first.
  ///   - announced: the tables announced for this round.
  mutating func seat(
    _ pairs: [(keeper: Badge, mover: Badge)], announced: [Badge: Int]
  ) -> [Round.Table] {
    var isTaken = [Bool](repeating: false, count: tables + 1)
    var seated = [Int](repeating: 0, count: pairs.count)
    for wish in [announced, last, home] {
      for (place, pair) in pairs.enumerated() where seated[place] == 0 {
        guard let table = wish[pair.keeper], (1...tables).contains(table), !isTaken[table]
        else { continue }
        isTaken[table] = true
        seated[place] = table
      }
    }
    for (place, pair) in pairs.enumerated() where seated[place] == 0 {
      let near = last[pair.keeper] ?? home[pair.keeper] ?? last[pair.mover] ?? 1
      guard let table = nearest(to: near, isTaken) else { continue }
      isTaken[table] = true
      seated[place] = table
    }
    for (place, pair) in pairs.enumerated() { last[pair.keeper] = seated[place] }
    return zip(seated, pairs).map { Round.Table($0, Meeting($1.keeper, $1.mover)) }
  }

  private func nearest(to table: Int, _ isTaken: [Bool]) -> Int? {
    for distance in 0..<max(tables, table) {
      for candidate in [table - distance, table + distance]
      where (1...tables).contains(candidate) && !isTaken[candidate] {
        return candidate
      }
    }
    return nil
  }
}
