/// The most pairs of a two-pool evening, and among such choices the smallest sum of ranks.
///
/// Minimum-cost flow by successive shortest augmenting paths, with potentials that keep reduced
/// costs from being negative (Edmonds and Karp 1972), all shortest paths of one length being used
/// before the next search, as in the primal-dual method. Every intermediate matching is the
/// cheapest of its size, so the last one is the cheapest of the largest. Where several are equally
/// good, the one found by asking men and then women in badge order.
struct MostPairs {
  private let graph: MutualGraph
  private let men: Range<Int>
  private var match: Matching
  /// Distances from the source with the matching as it is; every free woman's is the sink's.
  private var potential: [Int]
  /// The greatest of them.
  private var sinkPotential = 0
  /// Far beyond any distance, yet safe to add to.
  private static let nowhere = Int.max / 4

  private init(_ graph: MutualGraph) {
    self.graph = graph
    men = 0..<graph.menCount
    match = Matching(people: graph.people.count)
    potential = [Int](repeating: 0, count: graph.people.count)
  }

  static func solve(_ graph: MutualGraph) -> Matching {
    var search = MostPairs(graph)
    while search.raisePotentials() {
      while search.augment() {}
    }
    return search.match
  }

  private func reducedCost(_ entry: Int) -> Int {
    graph.sum(entry) + potential[graph.owner[entry]] - potential[graph.partner[entry]]
  }

  /// False for an entry and all behind it that cost as much or more: lists ascend in rank, no
  /// rank is below 1, and no potential exceeds the sink's.
  private func mayReach(_ entry: Int, within cost: Int) -> Bool {
    graph.rank[entry] + potential[graph.owner[entry]] - sinkPotential < cost
  }

  /// One search for the length of the shortest augmenting path (Dijkstra 1959).
  ///
  /// - Returns: false when there is none: no larger matching exists.
  private mutating func raisePotentials() -> Bool {
    var distance = [Int](repeating: Self.nowhere, count: potential.count)
    var reach = Self.nowhere
    var queue = MinQueue()
    for man in men where !match.has(man) {
      distance[man] = 0
      queue.push(man, at: 0)
    }
    while let (man, at) = queue.pop(), at < reach {
      guard at == distance[man] else { continue }
      for entry in graph.list(of: man) {
        guard mayReach(entry, within: reach - at) else { break }
        let woman = graph.partner[entry]
        let through = at + reducedCost(entry)
        guard through < min(distance[woman], reach) else { continue }
        distance[woman] = through
        if match.has(woman) {
          let next = graph.partner[match.entry[woman]]
          distance[next] = through
          queue.push(next, at: through)
        } else {
          reach = through
        }
      }
    }
    guard reach < Self.nowhere else { return false }
    for person in potential.indices { potential[person] += min(distance[person], reach) }
    sinkPotential += reach
    return true
  }

  /// Augments along paths of reduced cost 0 that share nobody.
  ///
  /// - Returns: false when there was none.
  private mutating func augment() -> Bool {
    var next = graph.start
    var isSeen = [Bool](repeating: false, count: potential.count)
    var found = false
    for man in men where !match.has(man) {
      if augment(from: man, &next, &isSeen) { found = true }
    }
    return found
  }

  /// Depth first, on a stack of its own: a path may be as long as there are people.
  private mutating func augment(
    from free: Int, _ next: inout [Int], _ isSeen: inout [Bool]
  ) -> Bool {
    var path: [Int] = []
    var man = free
    while true {
      guard next[man] < graph.start[man + 1], mayReach(next[man], within: 1) else {
        guard let back = path.popLast() else { return false }
        man = graph.owner[back]
        continue
      }
      let entry = next[man]
      next[man] += 1
      let woman = graph.partner[entry]
      guard !isSeen[woman], reducedCost(entry) == 0 else { continue }
      isSeen[woman] = true
      if match.has(woman) {
        path.append(entry)
        man = graph.partner[match.entry[woman]]
      } else {
        take(path + [entry])
        return true
      }
    }
  }

  private mutating func take(_ path: [Int]) {
    for entry in path {
      match.entry[graph.owner[entry]] = entry
      match.entry[graph.partner[entry]] = graph.twin[entry]
    }
  }
}
