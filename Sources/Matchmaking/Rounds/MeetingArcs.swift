/// Who may meet whom in a plan, each row's list by worth, the best first.
struct MeetingArcs {
  let rows: Int
  let columns: Int
  /// Rows take `columns` places each, of which the first `count` are filled.
  private(set) var count: [Int]
  private(set) var column: [Int32]
  /// What is lost against the best pair of all; 0 or more, rising along a list.
  private(set) var cost: [Int]
  /// The worth of a pair that costs nothing.
  let top: Int

  func list(of row: Int) -> Range<Int> { row * columns..<row * columns + count[row] }

  func row(of arc: Int) -> Int { arc / columns }

  /// The greatest cost of a pair.
  var widest: Int {
    var widest = 0
    for row in 0..<rows where count[row] > 0 {
      widest = max(widest, cost[row * columns + count[row] - 1])
    }
    return widest
  }

  /// - Parameter worth: of a pair by row and column; nil for one that may not meet.
  init(rows: Int, columns: Int, worth: (Int) -> Int?) {
    self.rows = rows
    self.columns = columns
    count = [Int](repeating: 0, count: rows)
    column = [Int32](repeating: 0, count: rows * columns)
    cost = [Int](repeating: 0, count: rows * columns)
    var (top, bottom) = (Int.min, Int.max)
    for row in 0..<rows {
      let start = row * columns
      for place in 0..<columns {
        guard let worth = worth(start + place) else { continue }
        let next = start + count[row]
        column[next] = Int32(place)
        cost[next] = worth
        count[row] += 1
        top = max(top, worth)
        bottom = min(bottom, worth)
      }
    }
    self.top = top == .min ? 0 : top
    guard top > bottom else {
      for arc in cost.indices { cost[arc] = 0 }
      return
    }
    let width = Int.bitWidth - (top - bottom).leadingZeroBitCount
    var sorter = RadixSorter(columns: columns)
    for row in 0..<rows {
      for arc in list(of: row) { cost[arc] = top - cost[arc] }
      sorter.sort(&cost, &column, list(of: row), bits: width)
    }
  }
}

/// Sorts a stretch by cost, equal costs in the order they had, eleven bits at a time.
private struct RadixSorter {
  private static let digit = 11
  private var spareCost: [Int]
  private var spareColumn: [Int32]
  private var counts = [Int](repeating: 0, count: 1 << digit)

  init(columns: Int) {
    spareCost = [Int](repeating: 0, count: columns)
    spareColumn = [Int32](repeating: 0, count: columns)
  }

  mutating func sort(
    _ cost: inout [Int], _ column: inout [Int32], _ range: Range<Int>, bits: Int
  ) {
    for shift in stride(from: 0, to: bits, by: Self.digit) {
      let mask = (1 << Self.digit) - 1
      for place in counts.indices { counts[place] = 0 }
      for arc in range { counts[cost[arc] >> shift & mask] += 1 }
      var start = 0
      for place in counts.indices {
        let here = counts[place]
        counts[place] = start
        start += here
      }
      for arc in range {
        let place = cost[arc] >> shift & mask
        spareCost[counts[place]] = cost[arc]
        spareColumn[counts[place]] = column[arc]
        counts[place] += 1
      }
      for (offset, arc) in range.enumerated() {
        cost[arc] = spareCost[offset]
        column[arc] = spareColumn[offset]
      }
    }
  }
}
