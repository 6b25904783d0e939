extension MutualGraph {
  /// The mutual picks by the smaller sum of ranks, then the smaller worse rank, then badge order.
  ///
  /// Two counting sorts, the lesser key first, as both keep the order of equals.
  func edgesBestFirst() -> [Int] {
    sorted(sorted(edges, by: worse), by: sum)
  }

  /// Takes each mutual pick in that order whose two are still free.
  func bestFirst() -> Matching {
    var match = Matching(people: people.count)
    for edge in edgesBestFirst() where !match.has(owner[edge]) && !match.has(partner[edge]) {
      match.entry[owner[edge]] = edge
      match.entry[partner[edge]] = twin[edge]
    }
    return match
  }

  private func sorted(_ edges: [Int], by key: (Int) -> Int) -> [Int] {
    let keys = edges.map(key)
    guard let greatest = keys.max() else { return [] }
    var free = [Int](repeating: 0, count: greatest + 2)
    for key in keys { free[key + 1] += 1 }
    for key in 0...greatest { free[key + 1] += free[key] }
    var sorted = [Int](repeating: 0, count: edges.count)
    for (edge, key) in zip(edges, keys) {
      sorted[free[key]] = edge
      free[key] += 1
    }
    return sorted
  }
}
