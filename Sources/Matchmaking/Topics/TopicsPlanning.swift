/// From who is here to tables: by a grid, or from what was announced, and then by exchanges.
struct TopicsPlanning {
  private let task: TopicsTask
  private let badges: [Badge]
  private let numberOf: [Badge: Int]
  private let poolOf: [Int]
  private let tables: Int
  private var dice: RoundsDice
  /// Of each round, who sits at each table.
  private(set) var rounds: [[[Int]]] = []

  /// How many exchanges are looked at for each person and round; far more than most shapes need.
  private static let patience = 2_000
  private static let most = 40_000_000

  init(_ task: TopicsTask) {
    self.task = task
    badges = Set(task.people).sorted()
    numberOf = Dictionary(uniqueKeysWithValues: badges.enumerated().map { ($1, $0) })
    let pools = Set(badges.map(\.pool)).sorted()
    poolOf = badges.map { badge in pools.firstIndex(of: badge.pool) ?? 0 }
    let size = max(1, task.size)
    tables = (badges.count + size - 1) / size
    dice = RoundsDice(seed: task.seed)
    guard tables > 0, task.rounds > 0 else {
      rounds = Array(repeating: [], count: max(0, task.rounds))
      return
    }
    let (met, isForbidden) = (met(), forbidden())
    rounds = announced() ?? fresh(met, isForbidden)
    var search = TopicSearch(
      rounds: rounds, people: badges.count, poolOf: poolOf, met: met, isForbidden: isForbidden,
      dice: dice)
    search.run(work: min(Self.most, Self.patience * badges.count * task.rounds))
    rounds = search.rounds
  }

  var plan: [TopicRound] { rounds.map { TopicRound($0.map { $0.map { badges[$0] } }) } }

  private func fresh(_ met: [UInt16], _ isForbidden: [Bool]) -> [[[Int]]] {
    var dice = dice
    let pools = (0...(poolOf.max() ?? 0)).map { pool in
      badges.indices.filter { poolOf[$0] == pool }.shuffled(using: &dice)
    }
    var bonds = [[Int]](repeating: [], count: badges.count)
    for meeting in task.forbidden.sorted() {
      guard let one = numberOf[meeting.a], let other = numberOf[meeting.b] else { continue }
      bonds[one].append(other)
      bonds[other].append(one)
    }
    let (seated, grid) = net(pools, &dice) ?? columns(pools, bonds, &dice)
    var placing = TopicPlacing(
      seated, grid, people: badges.count, bonds: keptApart(isForbidden, met))
    placing.run(poolOf: poolOf, &dice)
    let cells = placing.cells
    return grid.shifts.indices.map { number in
      var round = [[Int]](repeating: [], count: tables)
      for (column, cells) in cells.enumerated() {
        for (row, person) in cells.enumerated() {
          if let person {
            round[grid.table(row: row, column: column, round: number)].append(person)
          }
        }
      }
      return evened(round)
    }
  }

  private func columns(
    _ pools: [[Int]], _ bonds: [[Int]], _ dice: inout RoundsDice
  ) -> (cells: [[Int?]], grid: TopicGrid) {
    let seats = TopicSeats(pools: pools, tables: tables, bonds: bonds)
    let grid = TopicGrid(
      tables: tables, columns: seats.cells.count, rounds: task.rounds, apart: seats.apart,
      dice: &dice)
    return (seats.cells, grid)
  }

  /// Ten tables of ten; nil for every other shape, and for so few rounds that columns will do.
  private func net(
    _ pools: [[Int]], _ dice: inout RoundsDice
  ) -> (cells: [[Int?]], grid: TopicGrid)? {
    guard tables == TopicNet.tables, badges.count > (TopicNet.tables - 1) * TopicNet.tables,
      (3...TopicNet.rounds).contains(task.rounds), let net = TopicNet(pools: pools, dice: &dice)
    else { return nil }
    return (net.cells, TopicGrid(netOf: task.rounds))
  }

  /// The rounds as they were announced, without those who are gone and with those who came; nil where
  /// there are other tables now.
  private func announced() -> [[[Int]]]? {
    guard task.announced.count == task.rounds,
      task.announced.allSatisfy({ $0.tables.count == tables })
    else { return nil }
    let heir = heirs()
    return task.announced.map { round in
      var tables = round.tables.map { $0.compactMap { numberOf[$0] ?? heir[$0] } }
      let seated = Set(tables.joined())
      for person in badges.indices where !seated.contains(person) {
        let pool = poolOf[person]
        let place = tables.indices.min { one, other in
          let counts = [one, other].map { table in
            (tables[table].count, tables[table].count { poolOf[$0] == pool })
          }
          return counts[0] < counts[1]
        }
        tables[place ?? 0].append(person)
      }
      return evened(tables)
    }
  }

  /// Who came, in the place of somebody who left: it is one among people who do not meet twice.
  private func heirs() -> [Badge: Int] {
    let were = Set(task.announced.flatMap { $0.tables.joined() })
    var came = badges.filter { !were.contains($0) }
    var heir: [Badge: Int] = [:]
    for isOfPool in [true, false] {
      for leaver in were.sorted() where numberOf[leaver] == nil && heir[leaver] == nil {
        guard let place = came.firstIndex(where: { !isOfPool || $0.pool == leaver.pool })
        else { continue }
        heir[leaver] = numberOf[came.remove(at: place)]
      }
    }
    return heir
  }

  /// Sizes within one: from the largest table to the smallest, somebody of the pool it can spare.
  private func evened(_ round: [[Int]]) -> [[Int]] {
    var round = round
    while let large = round.indices.max(by: { round[$0].count < round[$1].count }),
      let small = round.indices.min(by: { round[$0].count < round[$1].count }),
      round[large].count > round[small].count + 1
    {
      func surplus(_ person: Int) -> Int {
        round[large].count { poolOf[$0] == poolOf[person] }
          - round[small].count { poolOf[$0] == poolOf[person] }
      }
      guard
        let place = round[large].indices.max(by: {
          surplus(round[large][$0]) < surplus(round[large][$1])
        })
      else { break }
      round[small].append(round[large].remove(at: place))
    }
    return round
  }

  private func keptApart(
    _ isForbidden: [Bool], _ met: [UInt16]
  ) -> [[(other: Int, weight: Int)]] {
    let count = badges.count
    return badges.indices.map { person in
      badges.indices.compactMap { other in
        let place = person * count + other
        if isForbidden[place] { return (other, TopicSearch.forbiddenCost) }
        return met[place] > 0 ? (other, 1) : nil
      }
    }
  }

  private func met() -> [UInt16] {
    let count = badges.count
    var met = [UInt16](repeating: 0, count: count * count)
    for table in task.past.flatMap(\.tables) {
      let seated = table.compactMap { numberOf[$0] }
      for one in seated {
        for other in seated where one != other { met[one * count + other] &+= 1 }
      }
    }
    return met
  }

  private func forbidden() -> [Bool] {
    let count = badges.count
    var isForbidden = [Bool](repeating: false, count: count * count)
    for meeting in task.forbidden {
      guard let one = numberOf[meeting.a], let other = numberOf[meeting.b] else { continue }
      isForbidden[one * count + other] = true
      isForbidden[other * count + one] = true
    }
    return isForbidden
  }
}
