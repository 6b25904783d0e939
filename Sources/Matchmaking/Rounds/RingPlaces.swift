/// Where each of two pools begins on its ring.
///
/// Planned anew, people stay where they would have been: who leaves leaves a gap, who comes takes one.
/// If sit-outs then come out less even than they could, gaps are spread anew.
struct RingPlaces {
  private(set) var keepers: [Badge]
  private(set) var movers: [Badge]
  private(set) var keeperPlaces: [Int]
  private(set) var moverPlaces: [Int]
  private(set) var size: Int

  init(_ people: RoundsPeople, columnsKeep: Bool) {
    keepers = columnsKeep ? people.columns : people.rows
    movers = columnsKeep ? people.rows : people.columns
    size = max(keepers.count, movers.count, 1)
    keeperPlaces = Rotation.spread(keepers.count, over: size)
    moverPlaces = Rotation.spread(movers.count, over: size)
    guard let first = people.task.announced.first else { return }
    let announced = Announced(
      first, people.task.announced, keepers: Set(keepers), movers: Set(movers))
    keepers.sort { (announced.keeper[$0] ?? .max, $0) < (announced.keeper[$1] ?? .max, $1) }
    movers.sort { (announced.mover[$0] ?? .max, $0) < (announced.mover[$1] ?? .max, $1) }
    guard let stayed = announced.staying(keepers, movers) else { return }
    let evenly = Self.spread(keeperPlaces, moverPlaces, size, keepers + movers, people)
    let staying = Self.spread(stayed.keepers, stayed.movers, stayed.size, keepers + movers, people)
    guard staying <= max(1, evenly) else { return }
    (keeperPlaces, moverPlaces, size) = (stayed.keepers, stayed.movers, stayed.size)
  }

  /// The most by which sit-outs of one pool would differ.
  private static func spread(
    _ keepers: [Int], _ movers: [Int], _ size: Int, _ badges: [Badge], _ people: RoundsPeople
  ) -> Int {
    let rotation = Rotation(keepers: keepers, movers: movers, ring: size, rounds: people.rounds)
    let past = people.sitOuts
    var sitOuts = badges.map { (past[$0] ?? 0) + people.rounds }
    for (one, other) in rotation.pairs.joined() {
      sitOuts[one] -= 1
      sitOuts[other] -= 1
    }
    return rotation.groups.map { group in
      (sitOuts[group].max() ?? 0) - (sitOuts[group].min() ?? 0)
    }.max() ?? 0
  }
}

extension RingPlaces {
  /// What rounds that were announced tell of the rings they came from.
  private struct Announced {
    var keeper: [Badge: Int] = [:]
    var mover: [Badge: Int] = [:]
    let size: Int

    init(_ first: Round, _ rounds: [Round], keepers: Set<Badge>, movers: Set<Badge>) {
      let pool = keepers.first?.pool ?? movers.first?.pool.opposite ?? .women
      let there = first.sittingOut + first.meetings.flatMap { [$0.a, $0.b] }
      let keeping = there.filter { $0.pool == pool }.count
      size = max(keeping, there.count - keeping, 1)
      let places = Rotation.spread(keeping, over: size)
      let tables = rounds.reduce(into: [Badge: Int]()) { tables, round in
        for table in round.tables {
          let keeper = table.meeting.a.pool == pool ? table.meeting.a : table.meeting.b
          if tables[keeper] == nil { tables[keeper] = table.number }
        }
      }
      for (place, entry) in zip(places, tables.sorted { ($0.value, $0.key) < ($1.value, $1.key) }) {
        keeper[entry.key] = place
      }
      for (passed, round) in rounds.enumerated() {
        for meeting in round.meetings {
          let (one, other) =
            meeting.a.pool == pool ? (meeting.a, meeting.b) : (meeting.b, meeting.a)
          guard let place = keeper[one], mover[other] == nil else { continue }
          mover[other] = (place - passed % size + size) % size
        }
      }
    }

    /// The places of these people with those who are new in gaps; nil where there are not enough.
    func staying(_ keepers: [Badge], _ movers: [Badge]) -> (
      keepers: [Int], movers: [Int], size: Int
    )? {
      guard let keepers = Self.fill(keepers, keeper, size),
        let movers = Self.fill(movers, mover, size)
      else { return nil }
      return (keepers, movers, size)
    }

    private static func fill(_ people: [Badge], _ known: [Badge: Int], _ size: Int) -> [Int]? {
      let places = people.compactMap { known[$0] }
      guard people.count <= size, Set(places).count == places.count else { return nil }
      var gaps = (0..<size).filter { !Set(places).contains($0) }.makeIterator()
      let filled = people.compactMap { known[$0] ?? gaps.next() }
      return filled.count == people.count ? filled : nil
    }
  }
}
