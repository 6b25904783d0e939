extension MeetingFlow {
  /// What one search remembers.
  struct Search {
    var rowDistance: [Int]
    var columnDistance: [Int]
    var queue = MinQueue()
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
