/// Ties, and the parts of an evening that have nothing to do with one another.
extension MutualGraph {
  /// For every entry the first of those that its owner puts as high; its own number where alone.
  var tieStarts: [Int] {
    var starts = Array(rank.indices)
    for entry in rank.indices.dropFirst()
    where owner[entry - 1] == owner[entry] && rank[entry - 1] == rank[entry] {
      starts[entry] = starts[entry - 1]
    }
    return starts
  }

  /// People whom chains of mutual picks join, without those who have none: by size, equals by the
  /// lowest badge; within each in badge order.
  ///
  /// Nobody of one part is on a list of another, so each is answered for itself.
  var parts: [[Int]] {
    var isSeen = [Bool](repeating: false, count: people.count)
    var parts: [[Int]] = []
    for person in people.indices where !isSeen[person] && !list(of: person).isEmpty {
      isSeen[person] = true
      var part = [person]
      var next = 0
      while next < part.count {
        for entry in list(of: part[next]) where !isSeen[partner[entry]] {
          isSeen[partner[entry]] = true
          part.append(partner[entry])
        }
        next += 1
      }
      parts.append(part.sorted())
    }
    return parts.sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
  }

  /// Whether somebody of the part puts two as high as each other.
  func hasTies(in part: [Int]) -> Bool {
    part.contains { person in
      list(of: person).dropFirst().contains { rank[$0 - 1] == rank[$0] }
    }
  }
}
