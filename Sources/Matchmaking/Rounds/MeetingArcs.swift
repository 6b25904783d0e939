/// Who may meet whom in a plan, each row's list by cost, the cheapest first.
///
/// A cost is what is lost against the best pair, after what anybody could expect is taken off: some are
/// well liked by all, and their pairs would stand first in every list though few can have them. What
/// is taken off is estimated and settles nothing, for it only moves the prices of the flow; but lists in
/// such an order need be read only at their beginning.
struct MeetingArcs {
  let rows: Int
  let columns: Int
  /// Rows take `columns` places each, of which the first `count` are filled.
  private(set) var count: [Int]
  private(set) var column: [Int32]
  /// `top - worth + rowOffset + columnOffset`: 0 or more, rising along a list.
  private(set) var cost: [Int]
  private(set) var rowOffset: [Int]
  private(set) var columnOffset: [Int]
  private(set) var top = 0

  func list(of row: Int) -> Range<Int> { row * columns..<row * columns + count[row] }

  func row(of arc: Int) -> Int { arc / columns }

  /// - Parameters:
  ///   - meetings: how many are wanted, for the estimate; nil to take nothing off.
  ///   - worth: of a pair by its place, row by row; nil for one that may not meet.
  init(rows: Int, columns: Int, meetings: Int?, worth: (Int) -> Int?) {
    self.rows = rows
    self.columns = columns
    count = [Int](repeating: 0, count: rows)
    column = [Int32](repeating: 0, count: rows * columns)
    cost = [Int](repeating: 0, count: rows * columns)
    rowOffset = [Int](repeating: 0, count: rows)
    columnOffset = [Int](repeating: 0, count: columns)
    for row in 0..<rows {
      let start = row * columns
      for place in 0..<columns {
        guard let worth = worth(start + place) else { continue }
        column[start + count[row]] = Int32(place)
        cost[start + count[row]] = worth
        count[row] += 1
      }
    }
    if let meetings, rows > 0, columns > 0 {
      takeOffColumns(each: max(1, meetings / columns))
      takeOffRows(each: max(1, meetings / rows))
    }
    sort()
  }

  /// Of each column, the worth of its last pair if everybody had their wish.
  private mutating func takeOffColumns(each: Int) {
    var wishes = [Wishes](repeating: Wishes(most: each), count: columns)
    for row in 0..<rows {
      for arc in list(of: row) { wishes[Int(column[arc])].add(cost[arc]) }
    }
    columnOffset = wishes.map(\.last)
    for row in 0..<rows {
      for arc in list(of: row) { cost[arc] -= columnOffset[Int(column[arc])] }
    }
  }

  private mutating func takeOffRows(each: Int) {
    for row in 0..<rows {
      var wishes = Wishes(most: each)
      for arc in list(of: row) { wishes.add(cost[arc]) }
      rowOffset[row] = wishes.last
      for arc in list(of: row) { cost[arc] -= wishes.last }
    }
  }

  private mutating func sort() {
    var (low, high) = (Int.max, Int.min)
    for row in 0..<rows {
      for arc in list(of: row) { (low, high) = (min(low, cost[arc]), max(high, cost[arc])) }
    }
    guard low <= high else { return }
    top = high
    let width = Int.bitWidth - (high - low).leadingZeroBitCount
    var sorter = RadixSorter(columns: columns)
    for row in 0..<rows {
      for arc in list(of: row) { cost[arc] = top - cost[arc] }
      sorter.sort(&cost, &column, list(of: row), bits: width)
    }
  }
}

/// The greatest of some numbers, no more than so many.
private struct Wishes {
  let most: Int
  /// Falling.
  private var values: [Int] = []

  init(most: Int) { self.most = most }

  /// The smallest of them; 0 where there are none.
  var last: Int { values.last ?? 0 }

  mutating func add(_ value: Int) {
    if values.count == most {
      guard value > last else { return }
      values.removeLast()
    }
    var place = values.count
    while place > 0, values[place - 1] < value { place -= 1 }
    values.insert(value, at: place)
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
