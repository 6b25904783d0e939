/// The mutual picks as a picture: in groups that have nothing to do with one another, in each a row for
/// every pair and for everybody without one, those side by side who are joined.
///
/// Badges and lines are all it is made of. It follows from the mutual picks and the pairs, so whoever picked
/// or was picked in vain, and else nobody, is not in it, and looks like somebody without a slip.
public struct MutualPicture: Hashable, Sendable {
  /// The largest group first, equals by the lowest badge.
  public let groups: [Group]

  public struct Group: Hashable, Sendable {
    public let rows: [Row]
    /// Those that are no pair of one row: mutual picks left over, and second pairs under `all`.
    public let lines: [Line]
  }

  /// A pair, or somebody alone. In two pools men stand on the left.
  public struct Row: Hashable, Sendable {
    public let left: Badge?
    public let right: Badge?
  }

  public struct Line: Hashable, Sendable {
    public let a: Badge
    public let b: Badge
    public let isPair: Bool
  }

  public init(of pairing: Pairing) {
    groups = Self.parts(pairing.lines).map(Group.init).sorted {
      ($1.people.count, $0.lowest) < ($0.people.count, $1.lowest)
    }
  }

  public var people: Int { groups.reduce(0) { $0 + $1.people.count } }
  public var pairs: Int { everyLine.count { $0.isPair } }
  public var leftOver: Int { everyLine.count { !$0.isPair } }
  private var everyLine: [Line] { groups.flatMap(\.everyLine) }

  /// Lines that hang together, each part in badge order.
  private static func parts(_ lines: [Line]) -> [[Line]] {
    var number: [Badge: Int] = [:]
    var parts: [[Line]] = []
    for line in lines {
      switch (number[line.a], number[line.b]) {
      case (nil, nil):
        (number[line.a], number[line.b]) = (parts.count, parts.count)
        parts.append([line])
      case (let one?, nil):
        number[line.b] = one
        parts[one].append(line)
      case (nil, let other?):
        number[line.a] = other
        parts[other].append(line)
      case (let one?, let other?):
        parts[one].append(line)
        guard one != other else { continue }
        let (kept, gone) = parts[one].count < parts[other].count ? (other, one) : (one, other)
        for moved in parts[gone] { (number[moved.a], number[moved.b]) = (kept, kept) }
        parts[kept] += parts[gone]
        parts[gone] = []
      }
    }
    return parts.filter { !$0.isEmpty }.map { $0.sorted { ($0.a, $0.b) < ($1.a, $1.b) } }
  }
}

extension MutualPicture.Group {
  /// - Parameter lines: that hang together, in badge order.
  fileprivate init(_ lines: [MutualPicture.Line]) {
    var place: [Badge: Int] = [:]
    var rows: [[Badge]] = []
    for line in lines where line.isPair && place[line.a] == nil && place[line.b] == nil {
      (place[line.a], place[line.b]) = (rows.count, rows.count)
      rows.append([line.a, line.b])
    }
    for badge in lines.flatMap({ [$0.a, $0.b] }) where place[badge] == nil {
      place[badge] = rows.count
      rows.append([badge])
    }
    let across = lines.compactMap { line -> (Int, Int)? in
      guard let one = place[line.a], let other = place[line.b], one != other else { return nil }
      return (one, other)
    }
    let order = RowOrder.near(rows.map { $0.min() ?? $0[0] }, across)
    var sides = MutualPicture.Sides(lines)
    self.rows = order.map { sides.row(rows[$0]) }
    self.lines = lines.filter { place[$0.a] != place[$0.b] }
  }

  public var people: [Badge] { rows.flatMap { [$0.left, $0.right].compactMap(\.self) } }

  /// Those of the rows too, in badge order.
  public var everyLine: [MutualPicture.Line] {
    let pairs = rows.compactMap { row -> MutualPicture.Line? in
      guard let left = row.left, let right = row.right else { return nil }
      return MutualPicture.Line(a: min(left, right), b: max(left, right), isPair: true)
    }
    return (pairs + lines).sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  fileprivate var lowest: Badge { people.min() ?? Badge(.everyone, 0) }
}

extension Pairing {
  fileprivate var lines: [MutualPicture.Line] {
    pairs.map { MutualPicture.Line(a: $0.pick.a, b: $0.pick.b, isPair: true) }
      + unpaired.map { MutualPicture.Line(a: $0.pick.a, b: $0.pick.b, isPair: false) }
  }
}

extension MutualPicture {
  /// Who stands on which side: across from most of those joined to them who stand already.
  fileprivate struct Sides {
    private var friends: [Badge: [Badge]] = [:]
    private var isLeft: [Badge: Bool] = [:]

    init(_ lines: [Line]) {
      for line in lines {
        friends[line.a, default: []].append(line.b)
        friends[line.b, default: []].append(line.a)
      }
    }

    mutating func row(_ people: [Badge]) -> Row {
      var people = people
      // A pair as it is named, unless the other way round more of its lines go across.
      if people[0].pool == .everyone {
        let first = leaning(people[0]) - (people.count > 1 ? leaning(people[1]) : 0)
        if first < 0 { people.append(people.removeFirst()) }
        if people.count == 1, first < 0 { return put(nil, people[0]) }
      } else if people.count == 1, people[0].pool == .women {
        return put(nil, people[0])
      }
      return put(people[0], people.count > 1 ? people[1] : nil)
    }

    /// How many more of somebody's friends stand on the right than on the left.
    private func leaning(_ badge: Badge) -> Int {
      (friends[badge] ?? []).reduce(0) { sum, friend in
        sum + (isLeft[friend].map { $0 ? -1 : 1 } ?? 0)
      }
    }

    private mutating func put(_ left: Badge?, _ right: Badge?) -> Row {
      if let left { isLeft[left] = true }
      if let right { isLeft[right] = false }
      return Row(left: left, right: right)
    }
  }
}

/// Rows in an order in which those that are joined are near (Cuthill and McKee 1969).
private enum RowOrder {
  /// - Parameters:
  ///   - badges: the lowest of each row, by which equals go.
  ///   - across: which rows are joined; all hang together.
  static func near(_ badges: [Badge], _ across: [(Int, Int)]) -> [Int] {
    var friends = [Set<Int>](repeating: [], count: badges.count)
    for (one, other) in across {
      friends[one].insert(other)
      friends[other].insert(one)
    }
    func isBefore(_ one: Int, _ other: Int) -> Bool {
      (friends[one].count, badges[one]) < (friends[other].count, badges[other])
    }
    func walk(from first: Int) -> [Int] {
      var order = [first]
      var isSeen: Set<Int> = [first]
      var next = 0
      while next < order.count {
        let fresh = friends[order[next]].subtracting(isSeen).sorted(by: isBefore)
        isSeen.formUnion(fresh)
        order += fresh
        next += 1
      }
      return order
    }
    guard let first = badges.indices.min(by: isBefore) else { return [] }
    // Twice, so that it begins at an end.
    let order = walk(from: walk(from: first).last ?? first)
    return badges[order[0]] < badges[order[order.count - 1]] ? order : order.reversed()
  }
}
