import Foundation
import Sample

/// Tables as good-enough-golfers makes them, from the description it publishes: round after round, the
/// fittest of some groupings have children by exchanges between the tables that meet again most.
struct GeneticTables {
  private let people: Int
  private let size: Int
  private var met: [Int]
  private var dice = Dice(seed: 9)
  private static let parents = 30
  private static let children = 5

  init(people: Int, size: Int) {
    (self.people, self.size) = (people, size)
    met = [Int](repeating: 0, count: people * people)
  }

  /// Meetings beyond the first.
  var repeats: Int {
    (0..<people).reduce(0) { sum, one in
      sum + (one + 1..<max(people, one + 1)).reduce(0) { $0 + max(0, met[one * people + $1] - 1) }
    }
  }

  /// Everybody in a row, a table after the other, and what meeting again costs.
  private struct Grouping {
    var seats: [Int]
    var cost = 0
  }

  private func cost(_ table: Int, _ seats: [Int]) -> Int {
    var cost = 0
    for one in table * size..<(table + 1) * size {
      for other in one + 1..<max(one + 1, (table + 1) * size) {
        let times = met[seats[one] * people + seats[other]]
        cost += times * times
      }
    }
    return cost
  }

  private func costs(_ grouping: Grouping) -> [Int] {
    (0..<people / size).map { cost($0, grouping.seats) }
  }

  mutating func run(rounds: Int, milliseconds time: Double) {
    for _ in 0..<rounds {
      let end = milliseconds() + time / Double(rounds)
      var best = (0..<Self.parents).map { _ in random() }
      while milliseconds() < end, best[0].cost > 0 {
        best += best.flatMap { children(of: $0) }
        best.sort { $0.cost < $1.cost }
        best.removeLast(max(0, best.count - Self.parents))
      }
      take(best[0])
    }
  }

  private mutating func random() -> Grouping {
    var seats = Array(0..<people)
    for place in stride(from: people - 1, to: 0, by: -1) {
      seats.swapAt(place, dice.below(place + 1))
    }
    var grouping = Grouping(seats: seats)
    grouping.cost = costs(grouping).reduce(0, +)
    return grouping
  }

  private mutating func children(of parent: Grouping) -> [Grouping] {
    let costs = costs(parent)
    let worst = costs.indices.sorted { costs[$0] > costs[$1] }
    return (0..<Self.children).map { place in
      var child = parent
      let (from, to) = (worst[place], dice.below(people / size))
      child.seats.swapAt(from * size + dice.below(size), to * size + dice.below(size))
      child.cost += cost(from, child.seats) - costs[from]
      if to != from { child.cost += cost(to, child.seats) - costs[to] }
      return child
    }
  }

  private mutating func take(_ grouping: Grouping) {
    for (place, one) in grouping.seats.enumerated() {
      for other in place / size * size..<(place / size + 1) * size where other != place {
        met[one * people + grouping.seats[other]] += 1
      }
    }
  }
}
