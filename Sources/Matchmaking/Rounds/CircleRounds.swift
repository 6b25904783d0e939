/// `circle`: people move by one table each round, and meetings follow from where they began.
///
/// Who must not meet begin where they do not come together; where no beginning is found that keeps all
/// apart, the two sit out that round. People who met before count among those until nobody of a round
/// would meet anybody new.
struct CircleRounds {
  /// The pairs of each round, the man first.
  private(set) var meetings: [[Meeting]] = []
  /// Everyone's place in the order of tables.
  private(set) var keepers: [Badge] = []

  private let people: RoundsPeople
  private let badges: [Badge]
  private let numberOf: [Badge: Int]
  private var met: [Meeting: Int] = [:]
  private var sitOuts: [Int]

  init(_ people: RoundsPeople) {
    self.people = people
    let columnsKeep = people.columnsKeep
    let ring = RingPlaces(people, columnsKeep: columnsKeep)
    let rotation =
      people.pools == .one
      ? Rotation(people: people.rows.count, rounds: people.rounds)
      : Rotation(
        keepers: ring.keeperPlaces, movers: ring.moverPlaces, ring: ring.size,
        rounds: people.rounds)
    badges = people.pools == .one ? people.rows : ring.keepers + ring.movers
    numberOf = Dictionary(uniqueKeysWithValues: badges.enumerated().map { ($1, $0) })
    let counted = people.sitOuts
    sitOuts = badges.map { counted[$0] ?? 0 }
    for meeting in people.task.past.flatMap(\.meetings) { met[meeting, default: 0] += 1 }
    var search = SlotSearch(
      rotation, person: Array(badges.indices), isBlocked: blocked(),
      unevenness: unevenness(rotation))
    var dice = RoundsDice(seed: people.task.seed)
    search.run(&dice)
    if people.pools == .two { keepers = search.person[rotation.groups[0]].map { badges[$0] } }
    for pairs in rotation.pairs {
      add(pairs.map { (search.person[$0.one], search.person[$0.other]) })
    }
  }

  private func blocked() -> (Int, Int) -> Bool {
    let apart = people.task.forbidden.union(met.keys)
    let count = badges.count
    var isBlocked = [Bool](repeating: false, count: count * count)
    for meeting in apart {
      guard let one = numberOf[meeting.a], let other = numberOf[meeting.b] else { continue }
      isBlocked[one * count + other] = true
      isBlocked[other * count + one] = true
    }
    return { isBlocked[$0 * count + $1] }
  }

  /// Where there is a table for each meeting, a place settles how often one sits out.
  private func unevenness(_ rotation: Rotation) -> (Int, Int) -> Int {
    guard rotation.pairs.allSatisfy({ $0.count <= people.meetingsAtOnce }) else {
      return { _, _ in 0 }
    }
    var bounds: [ClosedRange<Int>] = []
    for group in rotation.groups {
      let meetings = rotation.pairs.reduce(0) { $0 + $1.count } * (people.pools == .one ? 2 : 1)
      bounds += SitOutLevel.bounds(
        of: group.map { SitOutLevel.Person(past: sitOuts[$0], partners: .max) },
        rounds: people.rounds, meetings: meetings)
    }
    let shares = bounds
    return { max(0, shares[$0].lowerBound - $1, $1 - shares[$0].upperBound) }
  }

  /// One round of those who would come together.
  private mutating func add(_ pairs: [(Int, Int)]) {
    let allowed = pairs.map { Meeting(badges[$0.0], badges[$0.1]) }
      .filter { !people.task.forbidden.contains($0) }
    let fresh = allowed.filter { met[$0] == nil }
    let all = fresh.isEmpty ? allowed : fresh
    // Who has sat out most often has a table first.
    let urgency = all.map { meeting in
      let waited = [meeting.a, meeting.b].map { numberOf[$0].map { sitOuts[$0] } ?? 0 }
      return (max(waited[0], waited[1]), waited[0] + waited[1])
    }
    let first = all.indices.sorted {
      urgency[$0] == urgency[$1] ? $0 < $1 : urgency[$0] > urgency[$1]
    }
    let seated = Set(first.prefix(people.meetingsAtOnce))
    let round = all.indices.filter { seated.contains($0) }.map { all[$0] }
    for number in badges.indices { sitOuts[number] += 1 }
    for meeting in round {
      met[meeting, default: 0] += 1
      if let one = numberOf[meeting.a] { sitOuts[one] -= 1 }
      if let other = numberOf[meeting.b] { sitOuts[other] -= 1 }
    }
    meetings.append(round)
  }
}
