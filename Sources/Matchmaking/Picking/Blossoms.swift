/// Which odd circles of people stand for one, circles within circles (Edmonds 1965: blossoms).
///
/// A node is a person, by number, or a blossom, numbered behind them. Child 0 of a blossom holds its
/// base, the one person who is matched outside of it, or not at all; from there on children are
/// matched two by two, 1 with 2, 3 with 4. Link i is an entry from child i to the next one around.
struct Blossoms {
  let people: Int
  private(set) var children: [[Int]]
  private(set) var links: [[Int]]
  /// By node; a person's is the person.
  private(set) var base: [Int]
  /// By node: the blossom around it; -1 for none.
  private(set) var parent: [Int]
  private var free: [Int]

  init(people: Int) {
    self.people = people
    // Of sets that lie within one another and are odd there are no more than half as many.
    let nodes = people + people / 2 + 1
    children = Array(repeating: [], count: nodes)
    links = children
    base = Array(0..<nodes)
    parent = Array(repeating: -1, count: nodes)
    free = Array((people..<nodes).reversed())
  }

  var nodes: Int { base.count }

  func isBlossom(_ node: Int) -> Bool { node >= people }

  /// - Returns: the new blossom, whose base is the first child's.
  mutating func form(_ nodes: [Int], links entries: [Int]) -> Int {
    guard let blossom = free.popLast() else {
      preconditionFailure("more blossoms than odd sets within one another")
    }
    children[blossom] = nodes
    links[blossom] = entries
    base[blossom] = base[nodes[0]]
    for node in nodes { parent[node] = blossom }
    return blossom
  }

  /// - Returns: the children, which stand alone now.
  mutating func dissolve(_ blossom: Int) -> [Int] {
    let nodes = children[blossom]
    for node in nodes { parent[node] = -1 }
    children[blossom] = []
    links[blossom] = []
    free.append(blossom)
    return nodes
  }

  /// Everybody in a node.
  func persons(of node: Int) -> [Int] {
    guard isBlossom(node) else { return [node] }
    var persons: [Int] = []
    var waiting = [node]
    while let next = waiting.popLast() {
      if isBlossom(next) { waiting += children[next] } else { persons.append(next) }
    }
    return persons
  }

  /// At which place among the children of a blossom somebody is.
  func place(of person: Int, in blossom: Int) -> Int {
    var node = person
    while parent[node] != blossom { node = parent[node] }
    guard let place = children[blossom].firstIndex(of: node) else {
      preconditionFailure("a child that its blossom does not know")
    }
    return place
  }

  /// Makes somebody the base of a node, and matches the others in it anew.
  ///
  /// From the child that holds the person to child 0 the even way round, what was matched is free
  /// and what was free is matched. On a list of its own: blossoms may lie thousands deep.
  mutating func turn(_ node: Int, to person: Int, in graph: MutualGraph, _ match: inout Matching) {
    var waiting = [(node, person)]
    while let (blossom, person) = waiting.popLast() {
      guard isBlossom(blossom), base[blossom] != person else { continue }
      let place = place(of: person, in: blossom)
      waiting.append((children[blossom][place], person))
      let count = children[blossom].count
      let turned =
        place % 2 == 1
        ? stride(from: place + 1, to: count, by: 2) : stride(from: 0, to: place, by: 2)
      for link in turned {
        let entry = links[blossom][link]
        let (one, other) = (graph.owner[entry], graph.partner[entry])
        waiting.append((children[blossom][link], one))
        waiting.append((children[blossom][(link + 1) % count], other))
        match.entry[one] = entry
        match.entry[other] = graph.twin[entry]
      }
      rotate(blossom, to: place)
      base[blossom] = person
    }
  }

  private mutating func rotate(_ blossom: Int, to place: Int) {
    children[blossom] = Array(children[blossom][place...] + children[blossom][..<place])
    links[blossom] = Array(links[blossom][place...] + links[blossom][..<place])
  }
}
