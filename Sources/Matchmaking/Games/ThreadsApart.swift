/// As many pairs as can be had where some never meet; by chance, but not each way as likely as any other.
///
/// Source: Edmonds, "Paths, trees, and flowers" (1965): from each who is single, a breadth-first search for a path
/// that ends at another, odd circles on the way drawn together to one place.
struct ThreadsApart {
  private let people: [Badge]
  private let pools: Pools
  private let apart: Set<Meeting>

  init(_ people: [Badge], _ pools: Pools, _ apart: Set<Meeting>) {
    (self.people, self.pools, self.apart) = (people, pools, apart)
  }

  func most(_ dice: inout FairDice) -> RedThread {
    var order = people
    dice.shuffle(&order)
    var search = PathSearch(
      neighbours: order.map { one in
        order.indices.filter { mayMeet(one, order[$0]) }
      })
    for place in order.indices where search.mate[place] == nil { search.grow(from: place) }
    var pairs: [Meeting] = []
    for (place, mate) in search.mate.enumerated() {
      if let mate, place < mate { pairs.append(Meeting(order[place], order[mate])) }
    }
    let single = order.indices.filter { search.mate[$0] == nil }.map { order[$0] }
    return RedThread(pairs: pairs, leftOver: single)
  }

  private func mayMeet(_ one: Badge, _ other: Badge) -> Bool {
    guard one != other else { return false }
    guard pools == .one || one.pool != other.pool else { return false }
    return !apart.contains(Meeting(one, other))
  }
}

private struct PathSearch {
  let neighbours: [[Int]]
  private(set) var mate: [Int?]
  /// From where somebody was reached, against the way of the pair.
  private var came: [Int?] = []
  /// Where the circle begins into which somebody was drawn; themselves for the others.
  private var base: [Int] = []
  private var isOuter: [Bool] = []
  private var queue: [Int] = []

  init(neighbours: [[Int]]) {
    self.neighbours = neighbours
    mate = Array(repeating: nil, count: neighbours.count)
  }

  mutating func grow(from root: Int) {
    came = Array(repeating: nil, count: mate.count)
    base = Array(mate.indices)
    isOuter = Array(repeating: false, count: mate.count)
    isOuter[root] = true
    queue = [root]
    var next = 0
    while next < queue.count {
      let one = queue[next]
      next += 1
      for other in neighbours[one] where base[one] != base[other] && mate[one] != other {
        if other == root || mate[other].map({ came[$0] != nil }) ?? false {
          drawTogether(one, other)
        } else if came[other] == nil {
          came[other] = one
          guard let mate = mate[other] else { return turn(other) }
          isOuter[mate] = true
          queue.append(mate)
        }
      }
    }
  }

  /// Everybody on the path to the root changes partners.
  private mutating func turn(_ end: Int) {
    var place: Int? = end
    while let one = place, let partner = came[one] {
      place = mate[partner]
      mate[one] = partner
      mate[partner] = one
    }
  }

  private mutating func drawTogether(_ one: Int, _ other: Int) {
    let first = meeting(one, other)
    var drawn: Set<Int> = []
    mark(from: one, to: first, child: other, &drawn)
    mark(from: other, to: first, child: one, &drawn)
    for place in base.indices where drawn.contains(base[place]) {
      base[place] = first
      guard !isOuter[place] else { continue }
      isOuter[place] = true
      queue.append(place)
    }
  }

  private mutating func mark(
    from start: Int, to first: Int, child: Int, _ drawn: inout Set<Int>
  ) {
    var (place, child) = (start, child)
    while base[place] != first {
      guard let partner = mate[place] else { return }
      drawn.insert(base[place])
      drawn.insert(base[partner])
      came[place] = child
      child = partner
      guard let before = came[partner] else { return }
      place = before
    }
  }

  /// The first place that lies on both ways to the root.
  private func meeting(_ one: Int, _ other: Int) -> Int {
    var seen: Set<Int> = []
    var place = base[one]
    seen.insert(place)
    while let partner = mate[place], let before = came[partner] {
      place = base[before]
      seen.insert(place)
    }
    place = base[other]
    while !seen.contains(place), let partner = mate[place], let before = came[partner] {
      place = base[before]
    }
    return place
  }
}
