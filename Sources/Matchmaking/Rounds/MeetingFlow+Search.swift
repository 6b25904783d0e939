extension MeetingFlow {
  /// What one search remembers.
  struct Search {
    var rowDistance: [Int]
    var columnDistance: [Int]
    var queue = RowQueue()
    var next: [Int] = []
    var isRowSeen: [Bool]
    var isColumnSeen: [Bool]

    init(rows: Int, columns: Int) {
      rowDistance = [Int](repeating: 0, count: rows)
      columnDistance = [Int](repeating: 0, count: columns)
      next = [Int](repeating: 0, count: rows)
      isRowSeen = [Bool](repeating: false, count: rows)
      isColumnSeen = [Bool](repeating: false, count: columns)
    }

    mutating func restart() {
      for row in rowDistance.indices { rowDistance[row] = MeetingFlow.nowhere }
      for column in columnDistance.indices { columnDistance[column] = MeetingFlow.nowhere }
      queue.removeAll()
    }

    mutating func improve(_ row: Int, to distance: Int) {
      guard distance < rowDistance[row] else { return }
      rowDistance[row] = distance
      queue.push(row, at: distance)
    }

    mutating func restartWalk(_ arcs: MeetingArcs) {
      for row in next.indices {
        next[row] = arcs.list(of: row).lowerBound
        isRowSeen[row] = false
      }
      for column in isColumnSeen.indices { isColumnSeen[column] = false }
    }

    /// Who was on a way to the sink may be on the next as well; dead ends stay seen.
    mutating func forget(_ forward: [Int], _ back: [Int], _ first: Int, _ arcs: MeetingArcs) {
      isRowSeen[first] = false
      for arc in forward { isColumnSeen[Int(arcs.column[arc])] = false }
      for arc in back { isRowSeen[arcs.row(of: arc)] = false }
    }
  }
}

/// A binary heap of rows by distance; the lower row first among equals.
struct RowQueue {
  private var heap: [(at: Int, row: Int)] = []

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

  mutating func push(_ row: Int, at distance: Int) {
    heap.append((distance, row))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (row: Int, at: Int)? {
    guard let top = heap.first, let end = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return (top.row, top.at) }
    heap[0] = end
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(parent, child)
      parent = child
    }
    return (top.row, top.at)
  }
}
