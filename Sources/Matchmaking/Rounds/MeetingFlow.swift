/// The choice of meetings: as many as are asked for, as evenly spread as can be, of the highest worth.
///
/// A bipartite subgraph of bounded degree and maximum weight as a flow of minimum cost: source → row
/// → column → sink, each pair carrying one. Successive shortest paths with potentials (Edmonds and
/// Karp 1972), all shortest paths of one length being used before the next search, as in the
/// primal-dual method. What a row or a column costs rises with its degree (a convex cost, as parallel
/// arcs): nothing below its lower bound, much between the bounds, more with each one beyond. So the
/// bounds are kept where they can be, and are overstepped least where not.
///
/// Lists are by worth, and no column's potential exceeds the greatest; so of a list only the beginning
/// is looked at.
struct MeetingFlow {
  let arcs: MeetingArcs
  let rounds: Int
  let rowBounds: [ClosedRange<Int>]
  let columnBounds: [ClosedRange<Int>]
  /// What a step over a bound costs: more than all meetings together.
  let penalty: Int
  /// Whether an arc is used.
  private(set) var isUsed: [Bool]
  private(set) var rowDegree: [Int]
  private(set) var columnDegree: [Int]
  private(set) var meetings = 0
  /// Distances from the source in the network as it is.
  private(set) var rowPotential: [Int]
  private(set) var columnPotential: [Int]
  private(set) var sinkPotential = 0
  /// The arcs used at each column, `rounds` places each.
  private var usedAt: [Int32]
  private var greatest = 0
  private var search: Search

  /// Far beyond any distance, yet safe to add to.
  static let nowhere = Int.max / 4

  init(
    _ arcs: MeetingArcs, rounds: Int, rowBounds: [ClosedRange<Int>],
    columnBounds: [ClosedRange<Int>], penalty: Int
  ) {
    self.arcs = arcs
    self.rounds = rounds
    self.rowBounds = rowBounds
    self.columnBounds = columnBounds
    self.penalty = penalty
    isUsed = [Bool](repeating: false, count: arcs.column.count)
    rowDegree = [Int](repeating: 0, count: arcs.rows)
    columnDegree = [Int](repeating: 0, count: arcs.columns)
    rowPotential = [Int](repeating: 0, count: arcs.rows)
    columnPotential = [Int](repeating: 0, count: arcs.columns)
    usedAt = [Int32](repeating: 0, count: arcs.columns * rounds)
    search = Search(rows: arcs.rows, columns: arcs.columns)
  }

  /// - Parameter most: no more meetings than that are made.
  mutating func run(upTo most: Int) {
    var before = -1
    // A search that finds a length finds a path of it; were that ever wrong, this must still end.
    while before < meetings, meetings < most, raisePotentials() {
      before = meetings
      while meetings < most, augment(upTo: most) {}
    }
  }

  /// What one more meeting costs somebody who has `degree`.
  static func price(
    _ degree: Int, _ bounds: ClosedRange<Int>, _ penalty: Int
  ) -> Int {
    degree < bounds.lowerBound
      ? 0 : degree < bounds.upperBound ? penalty : penalty * (degree - bounds.upperBound + 2)
  }

  // What was taken off the costs of somebody's pairs is given back with each meeting beyond the lower
  // bound. Below it, where all end alike, it would only settle who comes first.

  private func rowPrice(_ row: Int) -> Int {
    let price = Self.price(rowDegree[row], rowBounds[row], penalty)
    return price == 0 ? 0 : price - arcs.rowOffset[row]
  }

  private func columnPrice(_ column: Int) -> Int {
    let price = Self.price(columnDegree[column], columnBounds[column], penalty)
    return price == 0 ? 0 : price - arcs.columnOffset[column]
  }

  /// Whether somebody has fewer meetings than they should; then what was taken off did settle something.
  var fallsShort: Bool {
    zip(rowDegree, rowBounds).contains { $0 < $1.lowerBound }
      || zip(columnDegree, columnBounds).contains { $0 < $1.lowerBound }
  }

  /// One search for the length of the shortest augmenting path (Dijkstra 1959).
  ///
  /// - Returns: false when there is none: there are no more meetings to be had.
  private mutating func raisePotentials() -> Bool {
    search.restart()
    greatest = columnPotential.max() ?? 0
    var reach = Self.nowhere
    for row in 0..<arcs.rows where rowDegree[row] < rounds {
      search.improve(row, to: rowPrice(row) - rowPotential[row])
    }
    while let (row, at) = search.queue.pop(), at < reach {
      guard at == search.rowDistance[row] else { continue }
      scan(row, at, &reach)
    }
    guard reach < Self.nowhere else { return false }
    for row in 0..<arcs.rows { rowPotential[row] += min(search.rowDistance[row], reach) }
    for column in 0..<arcs.columns {
      columnPotential[column] += min(search.columnDistance[column], reach)
    }
    sinkPotential += reach
    return true
  }

  private mutating func scan(_ row: Int, _ at: Int, _ reach: inout Int) {
    let base = at + rowPotential[row]
    for arc in arcs.list(of: row) {
      let cost = arcs.cost[arc]
      guard base + cost - greatest < reach else { break }
      let column = Int(arcs.column[arc])
      let through = base + cost - columnPotential[column]
      guard through < search.columnDistance[column], through < reach, !isUsed[arc] else { continue }
      search.columnDistance[column] = through
      if columnDegree[column] < rounds {
        let end = through + columnPrice(column) + columnPotential[column] - sinkPotential
        reach = min(reach, end)
      }
      let start = column * rounds
      for place in start..<start + columnDegree[column] {
        let back = Int(usedAt[place])
        let next = arcs.row(of: back)
        let there = through + columnPotential[column] - arcs.cost[back] - rowPotential[next]
        if there < reach { search.improve(next, to: there) }
      }
    }
  }

  /// Augments along paths of reduced cost 0.
  ///
  /// - Returns: false when there was none.
  private mutating func augment(upTo most: Int) -> Bool {
    greatest = columnPotential.max() ?? 0
    search.restartWalk(arcs)
    let before = meetings
    for row in 0..<arcs.rows {
      while meetings < most, rowDegree[row] < rounds, rowPrice(row) == rowPotential[row],
        walk(from: row)
      {}
    }
    return meetings > before
  }

  /// Depth first, on a stack of its own: a path may be as long as there are people.
  private mutating func walk(from first: Int) -> Bool {
    guard !search.isRowSeen[first] else { return false }
    search.isRowSeen[first] = true
    var (forward, back): ([Int], [Int]) = ([], [])
    var row = first
    while true {
      if let arc = nextArc(of: row) {
        forward.append(arc)
        if endsHere(Int(arcs.column[arc])) {
          take(forward, back)
          search.forget(forward, back, first, arcs)
          return true
        }
      } else {
        // Back to the column this row was come to by, for another way on from there.
        guard back.popLast() != nil else { return false }
      }
      // A way on from the last column; columns without one are left behind.
      guard let last = forward.last else { return false }
      if let used = nextUsed(at: Int(arcs.column[last])) {
        back.append(used)
        row = arcs.row(of: used)
      } else {
        forward.removeLast()
        row = arcs.row(of: last)
      }
    }
  }

  private func endsHere(_ column: Int) -> Bool {
    columnDegree[column] < rounds
      && columnPrice(column) + columnPotential[column] == sinkPotential
  }

  private mutating func nextArc(of row: Int) -> Int? {
    let potential = rowPotential[row]
    let end = arcs.list(of: row).upperBound
    while search.next[row] < end, arcs.cost[search.next[row]] + potential <= greatest {
      let arc = search.next[row]
      search.next[row] += 1
      let column = Int(arcs.column[arc])
      if !search.isColumnSeen[column], !isUsed[arc],
        arcs.cost[arc] + potential == columnPotential[column]
      {
        search.isColumnSeen[column] = true
        return arc
      }
    }
    return nil
  }

  private mutating func nextUsed(at column: Int) -> Int? {
    let start = column * rounds
    for place in start..<start + columnDegree[column] {
      let arc = Int(usedAt[place])
      let row = arcs.row(of: arc)
      if !search.isRowSeen[row], columnPotential[column] == arcs.cost[arc] + rowPotential[row] {
        search.isRowSeen[row] = true
        return arc
      }
    }
    return nil
  }

  private mutating func take(_ forward: [Int], _ back: [Int]) {
    // Each column of the way but the last gives up the arc it was left by for the one it was
    // come to by.
    for (place, arc) in forward.enumerated() {
      isUsed[arc] = true
      let column = Int(arcs.column[arc])
      let start = column * rounds
      if place < back.count {
        isUsed[back[place]] = false
        for slot in start..<start + columnDegree[column] where usedAt[slot] == back[place] {
          usedAt[slot] = Int32(arc)
        }
      } else {
        usedAt[start + columnDegree[column]] = Int32(arc)
        columnDegree[column] += 1
      }
    }
    if let first = forward.first { rowDegree[arcs.row(of: first)] += 1 }
    meetings += 1
  }
}
