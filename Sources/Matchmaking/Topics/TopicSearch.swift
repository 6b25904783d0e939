/// Makes tables better by exchanging two people of one round, wherever a grid does not fit: people who
/// met in past rounds, who must be kept apart, who came late, and shapes no grid has.
///
/// From somebody in trouble the best exchange is made, or one as good; what was exchanged is left alone
/// for a while (tabu search, Glover 1986; for groups of this kind Dotú and Van Hentenryck 2005). The best
/// tables seen are what is kept.
struct TopicSearch {
  /// Of each round, who sits at each table.
  private(set) var rounds: [[[Int]]]
  private let people: Int
  private let poolOf: [Int]
  private let shares: [ClosedRange<Int>]
  /// How often two share a table, past rounds counted in.
  private var met: [UInt16]
  private let isForbidden: [Bool]
  private var tableOf: [[Int]]
  /// Where each round has each pool: round, table, pool.
  private var counts: [[[Int]]]
  private var tabu: [[Int]]
  private var dice: RoundsDice

  static let forbiddenCost = 40
  static let balanceCost = 12

  init(
    rounds: [[[Int]]], people: Int, poolOf: [Int], met: [UInt16], isForbidden: [Bool],
    dice: RoundsDice
  ) {
    self.rounds = rounds
    self.people = people
    self.poolOf = poolOf
    self.met = met
    self.isForbidden = isForbidden
    self.dice = dice
    let pools = (poolOf.max() ?? 0) + 1
    let tables = max(1, rounds.first?.count ?? 1)
    shares = (0..<pools).map { pool in
      let count = poolOf.count { $0 == pool }
      return count / tables...(count + tables - 1) / tables
    }
    tableOf = rounds.map { round in
      var tableOf = [Int](repeating: 0, count: people)
      for (table, seated) in round.enumerated() { for person in seated { tableOf[person] = table } }
      return tableOf
    }
    counts = rounds.map { round in
      round.map { seated in (0..<pools).map { pool in seated.count { poolOf[$0] == pool } } }
    }
    tabu = rounds.map { _ in [Int](repeating: 0, count: people) }
    for round in rounds { for table in round { Self.count(table, people, 1, &self.met) } }
  }

  private static func count(_ table: [Int], _ people: Int, _ by: Int, _ met: inout [UInt16]) {
    for (place, one) in table.enumerated() {
      for other in table[(place + 1)...] {
        met[one * people + other] = UInt16(clamping: Int(met[one * people + other]) + by)
        met[other * people + one] = met[one * people + other]
      }
    }
  }

  /// What it costs somebody to sit with these, not counting one of them.
  private func cost(_ person: Int, with table: [Int], but gone: Int, adding: Int) -> Int {
    var cost = 0
    for other in table where other != person && other != gone {
      let times = Int(met[person * people + other]) + adding
      if times > 1 { cost += 1 }
      if isForbidden[person * people + other] { cost += Self.forbiddenCost }
    }
    return cost
  }

  private func trouble(_ round: Int, _ person: Int) -> Int {
    let table = tableOf[round][person]
    let own = cost(person, with: rounds[round][table], but: person, adding: 0)
    let pool = poolOf[person]
    // Too many of one's own pool, or too few of another for whom one might make room.
    let isUneven = shares.indices.contains { other in
      let count = counts[round][table][other]
      return other == pool ? count > shares[other].upperBound : count < shares[other].lowerBound
    }
    return own + (isUneven ? Self.balanceCost : 0)
  }

  private func imbalance(_ count: Int, _ pool: Int) -> Int {
    Self.balanceCost * max(0, shares[pool].lowerBound - count, count - shares[pool].upperBound)
  }

  /// Repeats, forbidden pairs and tables out of balance, added up.
  private var total: Int {
    var total = 0
    for round in rounds.indices {
      for (table, seated) in rounds[round].enumerated() {
        for (pool, count) in counts[round][table].enumerated() { total += imbalance(count, pool) }
        for (place, one) in seated.enumerated() {
          for other in seated[(place + 1)...] where isForbidden[one * people + other] {
            total += Self.forbiddenCost
          }
        }
      }
    }
    for one in 0..<people {
      for other in one + 1..<max(people, one + 1) {
        total += max(0, Int(met[one * people + other]) - 1)
      }
    }
    return total
  }

  /// No tables have fewer repeats: a table of more people than there are tables has some who meet in the
  /// next round as well, and there are only so many pairs.
  private var leastRepeats: Int {
    guard let sizes = rounds.first?.map(\.count), !sizes.isEmpty else { return 0 }
    let tables = sizes.count
    let again = sizes.reduce(0) { sum, size in
      let (each, over) = (size / tables, size % tables)
      return sum + over * each * (each + 1) / 2 + (tables - over) * each * (each - 1) / 2
    }
    let pairs = sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    return max(again * (rounds.count - 1), pairs * rounds.count - people * (people - 1) / 2, 0)
  }

  /// - Parameter work: how many exchanges are looked at, about.
  mutating func run(work: Int) {
    var (now, left, step) = (total, work, 0)
    var best = (total: now, rounds: rounds)
    // No better for so long: it is as good as it gets.
    var since = 0
    let least = leastRepeats
    while now > least, left > 0 {
      let troubled = troubles()
      guard !troubled.isEmpty else { break }
      let start = best.total
      for _ in 0..<max(8, troubled.count / 3) where left > 0 {
        let (round, person) = troubled[dice.below(troubled.count)]
        guard trouble(round, person) > 0 else { continue }
        step += 1
        left -= people
        guard let exchange = bestExchange(round, person, step, now - best.total) else { continue }
        make(exchange.other, person, round)
        now += exchange.change
        tabu[round][person] = step + 5 + dice.below(10)
        tabu[round][exchange.other] = step + 5 + dice.below(10)
        if now < best.total { best = (now, rounds) }
      }
      since = best.total < start ? 0 : since + 1
      if since > 300 { break }
    }
    rounds = best.rounds
  }

  private func troubles() -> [(round: Int, person: Int)] {
    rounds.indices.flatMap { round in
      (0..<people).filter { trouble(round, $0) > 0 }.map { (round, $0) }
    }
  }

  private mutating func bestExchange(
    _ round: Int, _ person: Int, _ step: Int, _ above: Int
  ) -> (other: Int, change: Int)? {
    let from = tableOf[round][person]
    let leaving = cost(person, with: rounds[round][from], but: person, adding: 0)
    var best: (other: Int, change: Int)?
    var equals = 0
    for (to, seated) in rounds[round].enumerated() where to != from {
      let coming = cost(person, with: seated, but: person, adding: 1)
      for other in seated {
        let both = Int(met[person * people + other])
        var change = coming - leaving
        if both + 1 > 1 { change -= 1 }
        if isForbidden[person * people + other] { change -= Self.forbiddenCost }
        // Without somebody's own exchange being any good, the other's cannot make it much better.
        guard change < (best?.change ?? 4) + 4 else { continue }
        change += cost(other, with: rounds[round][from], but: person, adding: 1)
        change -= cost(other, with: seated, but: other, adding: 0)
        change += balanceChange(round, from, to, person, other)
        let isTabu = tabu[round][person] > step || tabu[round][other] > step
        if isTabu, change >= -above { continue }
        if change > best?.change ?? .max { continue }
        equals = change == best?.change ? equals + 1 : 1
        if equals == 1 || dice.below(equals) == 0 { best = (other, change) }
      }
    }
    return best
  }

  private func balanceChange(
    _ round: Int, _ from: Int, _ to: Int, _ person: Int, _ other: Int
  ) -> Int {
    let (one, two) = (poolOf[person], poolOf[other])
    guard one != two else { return 0 }
    var change = 0
    for (table, gained, lost) in [(from, two, one), (to, one, two)] {
      let count = counts[round][table]
      change += imbalance(count[gained] + 1, gained) - imbalance(count[gained], gained)
      change += imbalance(count[lost] - 1, lost) - imbalance(count[lost], lost)
    }
    return change
  }

  private mutating func make(_ other: Int, _ person: Int, _ round: Int) {
    let (from, to) = (tableOf[round][person], tableOf[round][other])
    for table in [from, to] { Self.count(rounds[round][table], people, -1, &met) }
    for place in rounds[round][from].indices where rounds[round][from][place] == person {
      rounds[round][from][place] = other
    }
    for place in rounds[round][to].indices where rounds[round][to][place] == other {
      rounds[round][to][place] = person
    }
    for table in [from, to] { Self.count(rounds[round][table], people, 1, &met) }
    tableOf[round][person] = to
    tableOf[round][other] = from
    counts[round][from][poolOf[person]] -= 1
    counts[round][to][poolOf[person]] += 1
    counts[round][to][poolOf[other]] -= 1
    counts[round][from][poolOf[other]] += 1
  }
}
