/// All picks of an evening as dense numbers, one-sided ones among them.
///
/// Nothing outside `MutualGraph` reads it, so no reason can come of a one-sided pick.
struct PickGraph {
  /// Everybody with a ballot, in badge order; who has none is in no mutual pick.
  let people: [Badge]
  /// Person p's picks are `start[p]..<start[p + 1]`, best first, ties in badge order.
  private(set) var start = [0]
  private(set) var picked: [Int] = []
  private(set) var rank: [Int] = []

  /// Choices that no slip may carry make no pick: oneself, the own pool of two, a repetition.
  init(ballots: [Ballot], pools: Pools) throws(PairingRefusal) {
    let ballots = ballots.sorted { $0.picker < $1.picker }
    people = ballots.map(\.picker)
    for badge in people where !Self.wears(badge, in: pools) { throw .foreignBallot(badge) }
    for (one, next) in zip(people, people.dropFirst()) where one == next { throw .twoBallots(one) }
    let places = Places(people)
    var pickedBy = [Int](repeating: -1, count: people.count)
    for (person, ballot) in ballots.enumerated() {
      pickedBy[person] = person
      for pick in ballot.picks where pick.person.pool == ballot.picker.pool.opposite {
        guard let other = places[pick.person], pickedBy[other] != person else { continue }
        pickedBy[other] = person
        picked.append(other)
        rank.append(ballot.ranks == .strict ? pick.place : 1)
      }
      if ballot.ranks == .unranked { picked[start[person]...].sort() }
      start.append(picked.count)
    }
  }

  /// Who picked each person, in badge order.
  func byPicked() -> Pickers {
    var first = [Int](repeating: 0, count: people.count + 1)
    for other in picked { first[other + 1] += 1 }
    for person in people.indices { first[person + 1] += first[person] }
    var free = first
    var pickers = [Int](repeating: 0, count: picked.count)
    for person in people.indices {
      for other in picked[start[person]..<start[person + 1]] {
        pickers[free[other]] = person
        free[other] += 1
      }
    }
    return Pickers(first: first, pickers: pickers)
  }

  private static func wears(_ badge: Badge, in pools: Pools) -> Bool {
    Badge.numbers.contains(badge.number) && (badge.pool == .everyone) == (pools == .one)
  }
}

/// The picks turned round.
struct Pickers {
  fileprivate let first: [Int]
  fileprivate let pickers: [Int]

  func of(_ person: Int) -> ArraySlice<Int> { pickers[first[person]..<first[person + 1]] }
}

/// A badge's index, by a table per pool: far quicker than hashing badges by the hundred thousand.
private struct Places {
  private var tables: [[Int]] = [[], [], []]

  /// - Parameter people: in badge order, with numbers among `Badge.numbers`.
  init(_ people: [Badge]) {
    for (person, badge) in people.enumerated() {
      let table = Self.table(badge.pool)
      let missing = badge.number + 1 - tables[table].count
      tables[table].append(contentsOf: repeatElement(-1, count: missing))
      tables[table][badge.number] = person
    }
  }

  subscript(badge: Badge) -> Int? {
    let table = tables[Self.table(badge.pool)]
    guard table.indices.contains(badge.number), table[badge.number] >= 0 else { return nil }
    return table[badge.number]
  }

  private static func table(_ pool: Pool) -> Int {
    switch pool {
    case .men: 0
    case .women: 1
    case .everyone: 2
    }
  }
}
