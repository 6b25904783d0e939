/// Who picked one another, as dense numbers: a person is an index in badge order, an entry is one
/// line of somebody's list of mutual picks.
///
/// Person p's list is `start[p]..<start[p + 1]`, from the most to the least preferred, ties in
/// badge order. Every entry e of p naming q has a `twin` in q's list naming p, so "does q prefer
/// p to p2" is a comparison of two entry numbers. Men come before women, hence an entry whose owner
/// is less than its partner belongs to a pair's `a`.
struct MutualGraph {
  let people: [Badge]
  /// Whether equals of one list go in badge order under `stable`: in two pools that is stable, in one
  /// another order may be, where this is not.
  let tiesGoByBadge: Bool
  let start: [Int]
  let owner: [Int]
  let partner: [Int]
  /// The owner's rank of the partner on the slip, over all choices and not the mutual ones alone.
  let rank: [Int]
  let twin: [Int]
  /// The a-side entry of every mutual pick, in badge order of a, then b.
  let edges: [Int]

  /// Runs in time proportional to the number of choices on all slips.
  init(ballots: [Ballot], pools: Pools) throws(PairingRefusal) {
    let picks = try PickGraph(ballots: ballots, pools: pools)
    people = picks.people
    tiesGoByBadge = pools == .two
    let pickers = picks.byPicked()
    var start = [0]
    var owner: [Int] = []
    var partner: [Int] = []
    var rank: [Int] = []
    var pickedBy = [Int](repeating: -1, count: people.count)
    for person in people.indices {
      for picker in pickers.of(person) { pickedBy[picker] = person }
      for pick in picks.start[person]..<picks.start[person + 1]
      where pickedBy[picks.picked[pick]] == person {
        owner.append(person)
        partner.append(picks.picked[pick])
        rank.append(picks.rank[pick])
      }
      start.append(owner.count)
    }
    (twin, edges) = Self.twins(start: start, owner: owner, partner: partner)
    self.start = start
    self.owner = owner
    self.partner = partner
    self.rank = rank
  }

  /// Who may be paired with whom, all as gladly.
  ///
  /// - Parameter neighbours: ascending, and each stands in the other's.
  init(_ people: [Badge], neighbours: [[Int]]) {
    self.people = people
    tiesGoByBadge = false
    start = neighbours.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    owner = neighbours.enumerated().flatMap { Array(repeating: $0, count: $1.count) }
    partner = Array(neighbours.joined())
    rank = Array(repeating: 1, count: partner.count)
    (twin, edges) = Self.twins(start: start, owner: owner, partner: partner)
  }

  /// An entry sorted by whom it names stands in that person's range, since picks are mutual.
  private static func twins(start: [Int], owner: [Int], partner: [Int]) -> ([Int], [Int]) {
    var free = start
    var naming = [Int](repeating: 0, count: owner.count)
    for (entry, person) in partner.enumerated() {
      naming[free[person]] = entry
      free[person] += 1
    }
    var twin = [Int](repeating: 0, count: owner.count)
    var edges: [Int] = []
    edges.reserveCapacity(owner.count / 2)
    var entryNaming = [Int](repeating: 0, count: start.count)
    for person in 0..<start.count - 1 {
      let range = start[person]..<start[person + 1]
      for entry in range { entryNaming[partner[entry]] = entry }
      for other in naming[range] {
        twin[other] = entryNaming[owner[other]]
        if person < owner[other] { edges.append(twin[other]) }
      }
    }
    return (twin, edges)
  }
}

extension MutualGraph {
  func list(of person: Int) -> Range<Int> { start[person]..<start[person + 1] }

  /// Both ranks of the mutual pick together.
  func sum(_ entry: Int) -> Int { rank[entry] + rank[twin[entry]] }

  func worse(_ entry: Int) -> Int { max(rank[entry], rank[twin[entry]]) }

  /// How many of `people` are men: they come first.
  var menCount: Int { people.firstIndex { $0.pool != .men } ?? people.count }

  func total(of match: Matching) -> Int {
    match.entry.reduce(0) { $1 < 0 ? $0 : $0 + rank[$1] }
  }
}

/// Who is with whom under a rule of one partner each.
struct Matching: Equatable {
  /// For every person the entry of their own list that names the partner; -1 for nobody.
  var entry: [Int]

  init(people: Int) { entry = [Int](repeating: -1, count: people) }

  func has(_ person: Int) -> Bool { entry[person] >= 0 }
}
