/// Which seats of the net are whose pool's, so that every table of every round has its share.
struct TopicNetShare {
  /// Of each seat the pool that sits there, by number; nil for an empty one.
  private(set) var pools: [Int?]
  private let counts: [Int]
  /// Of each round and table, how many of the first pool sit there, and how many may.
  private var here: [[Int]] = []
  private var bounds: [[ClosedRange<Int>]] = []

  private static let seats = TopicNet.seats
  /// How many exchanges are made before it is given up; most shares take twenty.
  private static let patience = 600

  /// - Parameters:
  ///   - counts: how many there are of each pool, one or two.
  ///   - empty: how many seats nobody has; fewer than ten.
  init?(_ counts: [Int], empty: Int, dice: inout RoundsDice) {
    self.counts = counts
    pools = Array(repeating: nil, count: Self.seats.count)
    let exact = counts.count == 1 ? nil : counts.firstIndex { $0 % TopicNet.tables == 0 }
    if let exact {
      guard let own = Self.seats(withEvery: counts[exact] / TopicNet.tables) else { return nil }
      for seat in own { pools[seat] = exact }
    }
    var free = Self.seats.indices.filter { pools[$0] == nil }
    guard let gone = Self.apart(empty, of: free, &dice) else { return nil }
    free.removeAll { gone.contains($0) }
    guard exact == nil, counts.count == 2 else {
      let other = exact.map { 1 - $0 } ?? 0
      for seat in free { pools[seat] = other }
      return
    }
    for (place, seat) in free.shuffled(using: &dice).enumerated() {
      pools[seat] = place < counts[0] ? 0 : 1
    }
    count(gone)
    guard even(free, &dice) else { return nil }
  }

  /// Seats no two of which ever share a table.
  private static func apart(_ count: Int, of seats: [Int], _ dice: inout RoundsDice) -> Set<Int>? {
    guard count > 0 else { return [] }
    for _ in 0..<2_000 {
      var chosen: [Int] = []
      for seat in seats.shuffled(using: &dice)
      where chosen.allSatisfy({ other in
        zip(Self.seats[seat], Self.seats[other]).allSatisfy { $0 != $1 }
      }) {
        chosen.append(seat)
        if chosen.count == count { return Set(chosen) }
      }
    }
    return nil
  }

  private mutating func count(_ empty: Set<Int>) {
    let tables = TopicNet.tables
    let shares = counts.map { $0 / tables...($0 + tables - 1) / tables }
    here = Array(repeating: Array(repeating: 0, count: tables), count: TopicNet.rounds)
    var sizes = here.map { $0.map { _ in tables } }
    for (place, seat) in Self.seats.enumerated() {
      for (round, table) in seat.enumerated() {
        if pools[place] == 0 { here[round][table] += 1 }
        if empty.contains(place) { sizes[round][table] -= 1 }
      }
    }
    bounds = sizes.map { round in
      round.map { size in
        let least = max(shares[0].lowerBound, size - shares[1].upperBound)
        return least...max(least, min(shares[0].upperBound, size - shares[1].lowerBound))
      }
    }
  }

  private func excess(_ round: Int, _ table: Int, adding step: Int = 0) -> Int {
    let (count, bounds) = (here[round][table] + step, bounds[round][table])
    return max(0, count - bounds.upperBound) + max(0, bounds.lowerBound - count)
  }

  /// What it changes that somebody of the first pool gives a seat to somebody of the second.
  private func change(_ own: Int, _ other: Int) -> Int {
    var change = 0
    for round in 0..<TopicNet.rounds {
      let (from, to) = (Self.seats[own][round], Self.seats[other][round])
      guard from != to else { continue }
      change += excess(round, from, adding: -1) - excess(round, from)
      change += excess(round, to, adding: 1) - excess(round, to)
    }
    return change
  }

  /// Exchanges of a seat at a table that has too many or too few, the best each time, and what was exchanged
  /// is left alone for a while (tabu search, Glover 1986).
  private mutating func even(_ free: [Int], _ dice: inout RoundsDice) -> Bool {
    var left = [Int](repeating: 0, count: Self.seats.count)
    for step in 1...Self.patience {
      let uneven = here.indices.flatMap { round in
        here[round].indices.filter { excess(round, $0) > 0 }.map { (round, $0) }
      }
      guard !uneven.isEmpty else { return true }
      let (round, table) = uneven[dice.below(uneven.count)]
      let isOver = here[round][table] > bounds[round][table].upperBound
      var best: (own: Int, other: Int, change: Int)?
      for own in free where pools[own] == 0 && left[own] < step {
        for other in free where pools[other] == 1 && left[other] < step {
          let isAt = (Self.seats[own][round] == table, Self.seats[other][round] == table)
          guard isAt == (isOver, !isOver) else { continue }
          let change = change(own, other)
          if change < best?.change ?? .max { best = (own, other, change) }
        }
      }
      guard let best else { continue }
      for round in 0..<TopicNet.rounds {
        here[round][Self.seats[best.own][round]] -= 1
        here[round][Self.seats[best.other][round]] += 1
      }
      pools.swapAt(best.own, best.other)
      left[best.own] = step + 5 + dice.below(8)
      left[best.other] = step + 5 + dice.below(8)
    }
    return false
  }
}

extension TopicNetShare {
  /// Seats of which every table has as many in every round; nil where there are none such.
  ///
  /// They were found by integer programming, which also told that there are none with one at each table: these
  /// squares have no common transversal.
  private static func seats(withEvery count: Int) -> [Int]? {
    guard let marks = even[min(count, TopicNet.tables - count)] else { return nil }
    // Of the halves the other has nine seats that never share a table, for those that stay empty.
    let own: Character = count >= 5 ? "0" : "1"
    return marks.enumerated().filter { $0.element == own }.map(\.offset)
  }

  private static let even: [Int: String] = [
    2:
      "00000100010010010000000001100000100010010000001001"
      + "00110000000001000000100000100000000000001011010000",
    3:
      "01110000010010000101011000000010100000100001011010"
      + "00000100010110000100110000000000111100000001000101",
    4:
      "01000110100111011010001100010010101000111000011000"
      + "01010010011011100101001000100101010100110000000100",
    5:
      "11100100110110100111010011100010101011001111010111"
      + "01110100100101011001100010001100000110011011010000",
  ]
}
