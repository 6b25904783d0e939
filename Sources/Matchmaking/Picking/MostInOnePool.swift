/// The most pairs of a one-pool evening, and among such choices the smallest sum of ranks.
///
/// Matching in general graphs by Edmonds's primal-dual method (Edmonds 1965; Galil 1986). Everybody
/// who is free is the root of a tree, all trees grow together, and of all paths between two of them
/// those that share nobody and cost the least are used before the next search (Gabow and Tarjan
/// 1991). Every intermediate matching of a part is the cheapest of its size, so the last is the
/// cheapest of the largest. Where several are equally good, the one found by asking in badge order.
///
/// A person has a price, a blossom a rebate. No mutual pick costs less than both prices, without the
/// rebates of blossoms that hold both; where it costs just that it is tight, and nothing else is
/// used. Prices and costs are doubled, so that all stay whole: outer people are dearer by one with
/// each step of `now`, inner ones cheaper.
struct MostInOnePool {
  /// What a node is in a search.
  enum Role {
    /// In no tree.
    case outside
    /// A root, or at an even distance from one.
    case outer
    /// At an odd distance.
    case inner
  }

  let graph: MutualGraph
  var match: Matching
  var blossoms: Blossoms
  /// How far the search has come, in steps of prices.
  var now = 0
  /// By person: the price when `now` was 0, had it always gone as it does.
  private var offset: [Int]
  private var pace: [Int]
  /// The same of rebates, by node.
  private var rebateOffset: [Int]
  private var role: [Role]
  /// By outermost node that is in a tree: the tree's root.
  var root: [Int]
  /// By outermost node that is in a tree: the entry of somebody in the node before it that names
  /// somebody in it; -1 for a root.
  var reached: [Int]
  /// By root: whether its tree was used for a path in this search.
  var isUsed: [Bool]
  /// By person: the outermost node when it last changed; by node, the blossom that took it in since.
  var around: [Int]
  var takenIn: [Int]
  /// Marks of the latest walk.
  var seen: [Int]
  var walk = 0

  /// By person who is outer: the first entry that nobody has looked at.
  var next: [Int]
  /// By person who is outside: when the earliest entry known so far becomes tight.
  var earliest: [Int]
  /// What free people pay, who pay most.
  private var highest = 0
  var toLookAt: [Int] = []
  var tight: [Int] = []
  var events = MinQueue()
  /// Far beyond any cost, yet safe to add to.
  static let never = Int.max / 4

  private init(_ graph: MutualGraph) {
    self.graph = graph
    let count = graph.people.count
    match = Matching(people: count)
    blossoms = Blossoms(people: count)
    let nodes = blossoms.nodes
    offset = Array(repeating: 0, count: count)
    (pace, isUsed) = (offset, Array(repeating: false, count: count))
    rebateOffset = Array(repeating: 0, count: nodes)
    role = Array(repeating: .outside, count: nodes)
    (root, reached, seen) = (rebateOffset, rebateOffset, rebateOffset)
    around = Array(0..<count)
    takenIn = Array(0..<nodes)
    next = graph.start
    earliest = offset
  }

  static func solve(_ graph: MutualGraph) -> Matching {
    var search = MostInOnePool(graph)
    for part in graph.parts { search.settle(part) }
    return search.match
  }

  /// Searches until nobody of the part, or one alone, is free, or no path is left.
  private mutating func settle(_ part: [Int]) {
    highest = part.lazy.flatMap(graph.list).map(graph.sum).min() ?? 0
    for person in part { offset[person] = highest }
    var isGoing = true
    while isGoing {
      let free = part.filter { !match.has($0) }
      guard free.count > 1 else { return }
      begin(part, free: free)
      isGoing = grow()
      end(part)
    }
  }

  private mutating func begin(_ part: [Int], free: [Int]) {
    for person in part {
      next[person] = graph.start[person]
      earliest[person] = Self.never
    }
    for person in free {
      isUsed[person] = false
      let node = around[person]
      root[node] = person
      becomeOuter(node, by: -1)
    }
  }

  /// - Returns: whether a path was found and used.
  private mutating func grow() -> Bool {
    var isFound = false
    while true {
      lookAtAll()
      while !tight.isEmpty {
        let batch = tight
        tight.removeAll(keepingCapacity: true)
        for entry in batch where follow(entry) { isFound = true }
        lookAtAll()
      }
      // Once a path is used, only what is tight as well may be.
      guard let time = events.first, !isFound || time == now else { return isFound }
      take(time)
    }
  }

  private mutating func take(_ time: Int) {
    guard let (code, _) = events.pop() else { return }
    now = time
    switch MatchingEvent(code: code) {
    case .tight(let entry): tight.append(entry)
    case .look(let person): toLookAt.append(person)
    case .open(let blossom): open(blossom)
    }
  }

  /// Lets prices stand as they are, and blossoms without a rebate fall apart.
  private mutating func end(_ part: [Int]) {
    events.removeAll()
    for person in part { around[person] = top(of: person) }
    for person in part {
      let node = around[person]
      if role[node] != .outside { setRole(node, .outside) }
    }
    for person in part {
      setPace(of: person, 0)
      while blossoms.isBlossom(around[person]), rebate(around[person]) == 0 {
        dissolve(around[person])
      }
    }
    highest += now
    now = 0
  }
}

// MARK: - Prices and roles

extension MostInOnePool {
  func price(_ person: Int) -> Int { offset[person] + pace[person] * now }

  /// What is missing until a mutual pick of two nodes is tight.
  func slack(_ entry: Int) -> Int {
    2 * graph.sum(entry) - price(graph.owner[entry]) - price(graph.partner[entry])
  }

  /// The least that an entry and all behind it in the list can miss: lists ascend in rank, no rank is
  /// below 1, and nobody pays more than who is free.
  func leastSlack(_ entry: Int) -> Int {
    2 * (graph.rank[entry] + 1) - price(graph.owner[entry]) - (highest + now)
  }

  func isOuter(_ person: Int) -> Bool { pace[person] > 0 }
  func isInner(_ person: Int) -> Bool { pace[person] < 0 }

  mutating func setPace(of person: Int, _ new: Int) {
    offset[person] += (pace[person] - new) * now
    pace[person] = new
  }

  func role(of node: Int) -> Role { role[node] }

  func rebate(_ node: Int) -> Int { rebateOffset[node] + 2 * role[node].pace * now }

  mutating func setRole(_ node: Int, _ new: Role) {
    rebateOffset[node] += 2 * (role[node].pace - new.pace) * now
    role[node] = new
  }

  /// For a blossom just formed: the number may have been another's.
  mutating func clearRebate(_ node: Int) {
    role[node] = .outside
    rebateOffset[node] = 0
  }

  /// The outermost node somebody is in.
  mutating func top(of person: Int) -> Int {
    var node = around[person]
    while takenIn[node] != node {
      takenIn[node] = takenIn[takenIn[node]]
      node = takenIn[node]
    }
    return node
  }
}

extension MostInOnePool.Role {
  fileprivate var pace: Int {
    switch self {
    case .outside: 0
    case .outer: 1
    case .inner: -1
    }
  }
}

/// What happens at a later moment of a search, as one number.
enum MatchingEvent {
  /// An entry of somebody outer becomes tight.
  case tight(Int)
  /// The rest of an outer person's list may have become so.
  case look(Int)
  /// An inner blossom has no rebate left.
  case open(Int)

  init(code: Int) {
    switch code % 3 {
    case 0: self = .tight(code / 3)
    case 1: self = .look(code / 3)
    default: self = .open(code / 3)
    }
  }

  var code: Int {
    switch self {
    case .tight(let entry): 3 * entry
    case .look(let person): 3 * person + 1
    case .open(let blossom): 3 * blossom + 2
    }
  }
}
