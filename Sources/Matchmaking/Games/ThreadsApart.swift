/// As many pairs as can be had where some never meet.
struct ThreadsApart {
  private let people: [Badge]
  private let pools: Pools
  private let apart: Set<Meeting>

  init(_ people: [Badge], _ pools: Pools, _ apart: Set<Meeting>) {
    (self.people, self.pools, self.apart) = (people, pools, apart)
  }

  /// Who may be paired with somebody; the others are left over whatever is drawn.
  var pairable: [Badge] {
    people.filter { one in people.contains { mayMeet(one, $0) } }
  }

  /// One of the largest sets of pairs: of few people each as likely as any other, else by chance but not evenly.
  func most(_ dice: inout FairDice) -> RedThread {
    var order = people
    dice.shuffle(&order)
    let neighbours = order.map { one in order.indices.filter { mayMeet(one, order[$0]) } }
    let pairs: [(Int, Int)]
    if order.count <= EvenMatching.mostPeople {
      pairs = EvenMatching(neighbours).draw(&dice)
    } else {
      let graph = MutualGraph(order, neighbours: neighbours)
      pairs = MostInOnePool.solve(graph).pairs(in: graph)
    }
    let paired = Set(pairs.flatMap { [$0.0, $0.1] })
    return RedThread(
      pairs: pairs.map { Meeting(order[$0.0], order[$0.1]) },
      leftOver: order.indices.filter { !paired.contains($0) }.map { order[$0] })
  }

  private func mayMeet(_ one: Badge, _ other: Badge) -> Bool {
    guard one != other else { return false }
    guard pools == .one || one.pool != other.pool else { return false }
    return !apart.contains(Meeting(one, other))
  }
}

/// An even choice among all largest matchings of a few people.
///
/// The ways are counted for every set of people who are left: the lowest of them stays single, or goes with one of
/// the others. Beyond a few it is out of reach: counting them is #P-hard.
private struct EvenMatching {
  private struct Ways {
    /// How many pairs at most.
    var size = 0
    /// In how many ways; exact, for there are fewer than 2^53.
    var count = 1.0
  }

  static let mostPeople = 16
  private let neighbours: [[Int]]
  private var ways: [Ways]

  init(_ neighbours: [[Int]]) {
    self.neighbours = neighbours
    ways = [Ways()]
    for set in 1..<max(2, 1 << neighbours.count) where neighbours.count > 0 {
      let choices = Self.choices(of: set, neighbours).map { choice in
        (pairs: choice.mate == nil ? 0 : 1, rest: choice.rest)
      }
      let size = choices.map { $0.pairs + ways[$0.rest].size }.max() ?? 0
      let count = choices.reduce(0) {
        $1.pairs + ways[$1.rest].size == size ? $0 + ways[$1.rest].count : $0
      }
      ways.append(Ways(size: size, count: count))
    }
  }

  /// What may become of the lowest of a set, and who is left then.
  private static func choices(
    of set: Int, _ neighbours: [[Int]]
  ) -> [(mate: Int?, rest: Int)] {
    let first = set.trailingZeroBitCount
    let others = set & ~(1 << first)
    return [(nil, others)]
      + neighbours[first].filter { others >> $0 & 1 == 1 }.map { ($0, others & ~(1 << $0)) }
  }

  func draw(_ dice: inout FairDice) -> [(Int, Int)] {
    var set = (1 << neighbours.count) - 1
    var pairs: [(Int, Int)] = []
    while set > 0 {
      let best = ways[set].size
      var place = Double(dice.below(Int(ways[set].count)))
      for choice in Self.choices(of: set, neighbours) {
        let rest = ways[choice.rest]
        guard rest.size + (choice.mate == nil ? 0 : 1) == best else { continue }
        place -= rest.count
        guard place < 0 else { continue }
        if let mate = choice.mate { pairs.append((set.trailingZeroBitCount, mate)) }
        set = choice.rest
        break
      }
    }
    return pairs
  }
}

extension Matching {
  fileprivate func pairs(in graph: MutualGraph) -> [(Int, Int)] {
    entry.enumerated().compactMap { person, entry in
      guard entry >= 0, person < graph.partner[entry] else { return nil }
      return (person, graph.partner[entry])
    }
  }
}
