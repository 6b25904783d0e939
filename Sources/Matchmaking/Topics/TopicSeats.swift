/// The columns of a grid filled with people: men and women each in columns of their own, what is over in
/// one or two more, so that every table has its share of both.
struct TopicSeats {
  /// Who is in each column and row; nil for an empty seat.
  private(set) var cells: [[Int?]] = []
  /// The two columns with empty seats which must not meet at a table, and the shifts that keep them apart.
  private(set) var apart: (one: Int, other: Int, differences: Set<Int>)?
  private let tables: Int

  /// - Parameters:
  ///   - pools: the people of each pool, by number.
  ///   - bonds: whom each is better never to meet; as far as it goes they share a column.
  init(pools: [[Int]], tables: Int, bonds: [[Int]]) {
    self.tables = tables
    var over: [[Int]] = []
    for pool in pools {
      let full = pool.count / tables
      let columns = Self.columns(of: pool, tables, full, bonds)
      cells += columns.prefix(full).map { $0.map(Optional.some) }
      over.append(columns.dropFirst(full).joined().map { $0 })
    }
    over.removeAll(where: \.isEmpty)
    guard let first = over.first else { return }
    if over.count == 1 || over.joined().count <= tables {
      cells.append(filled(over.joined().map { $0 }))
    } else {
      // Two stretches of empty seats; each of these shifts would bring one over the other.
      let empty = over.map { tables - $0.count }
      apart = (
        cells.count, cells.count + 1,
        Set(0..<tables).subtracting(
          (1 - empty[0]..<empty[1]).map { ($0 + tables) % tables })
      )
      // Empty seats at the beginning: rows 0 up to their number.
      cells.append(Array(repeating: nil, count: empty[0]) + first.map(Optional.some))
      cells.append(Array(repeating: nil, count: empty[1]) + over[1].map(Optional.some))
    }
  }

  private func filled(_ people: [Int]) -> [Int?] {
    people.map(Optional.some) + Array(repeating: nil, count: tables - people.count)
  }

  /// People in columns, the last of which may be short: those bound to each other in one if they fit.
  private static func columns(
    of pool: [Int], _ tables: Int, _ full: Int, _ bonds: [[Int]]
  ) -> [[Int]] {
    var columns = [[Int]](repeating: [], count: full + 1)
    let room = [Int](repeating: tables, count: full) + [pool.count - full * tables]
    let inPool = Set(pool)
    var isPlaced = Set<Int>()
    var parts: [[Int]] = []
    for person in pool where !isPlaced.contains(person) {
      var part = [person]
      isPlaced.insert(person)
      var next = 0
      while next < part.count {
        for other in bonds[part[next]] where inPool.contains(other) && !isPlaced.contains(other) {
          isPlaced.insert(other)
          part.append(other)
        }
        next += 1
      }
      parts.append(part)
    }
    for part in parts.enumerated().sorted(by: {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }) {
      var rest = part.element[...]
      while !rest.isEmpty {
        let free = columns.indices.map { room[$0] - columns[$0].count }
        let fits = free.firstIndex { $0 >= rest.count }
        guard let column = fits ?? free.indices.max(by: { free[$0] < free[$1] }), free[column] > 0
        else { break }
        columns[column] += rest.prefix(free[column])
        rest = rest.dropFirst(free[column])
      }
    }
    return columns
  }
}
