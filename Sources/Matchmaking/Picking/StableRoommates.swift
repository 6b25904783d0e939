/// Stable roommates with incomplete lists (Irving 1985; Gusfield and Irving 1989, chapter 4).
///
/// The shrinking table of possible partners is known from `last` alone: an entry is in it while
/// neither it nor its twin lies behind the last place of its list. Pointers only move on, so the
/// whole takes time proportional to the lists. Of several stable answers, the one reached by
/// following rotations from the lowest badge on.
///
/// Equals on a list stand in badge order here. Where a part without equals has no answer that is a
/// proof; where a part with equals has none, another order of them may have one.
struct StableRoommates {
  private let graph: MutualGraph
  /// The first entry of each list still in the table, once `settleFirst` has passed over the rest.
  private var first: [Int]
  private var second: [Int]
  /// The last entry of each list still in the table; in the end, the partner.
  private var last: [Int]
  /// Whether somebody proposes to this person; then `last` names the one who does.
  private var isHeld: [Bool]
  /// While a part is being settled, where each stands on the path; -1 for who is not on it.
  private var place: [Int]

  init(_ graph: MutualGraph) {
    self.graph = graph
    first = Array(graph.start.dropLast())
    second = first
    last = graph.start.dropFirst().map { $0 - 1 }
    isHeld = [Bool](repeating: false, count: first.count)
    place = [Int](repeating: -1, count: first.count)
    propose()
  }

  /// Answers for the people of one part.
  ///
  /// - Returns: false where equals in badge order have no stable answer; `match` stays as it was.
  mutating func settle(_ part: [Int], into match: inout Matching) -> Bool {
    guard eliminateRotations(of: part) else { return false }
    for person in part where first[person] <= last[person] { match.entry[person] = first[person] }
    return true
  }

  private func isOpen(_ entry: Int) -> Bool {
    entry <= last[graph.owner[entry]] && graph.twin[entry] <= last[graph.partner[entry]]
  }

  /// False for an empty list.
  private mutating func settleFirst(of person: Int) -> Bool {
    while first[person] <= last[person], !isOpen(first[person]) { first[person] += 1 }
    return first[person] <= last[person]
  }

  /// False for a list of one or none.
  private mutating func settleSecond(of person: Int) -> Bool {
    second[person] = max(second[person], first[person] + 1)
    while second[person] <= last[person], !isOpen(second[person]) { second[person] += 1 }
    return second[person] <= last[person]
  }

  /// Phase 1: everybody proposes down their list until somebody holds the proposal.
  ///
  /// Whose list runs out is single in every stable answer.
  private mutating func propose() {
    for person in graph.people.indices {
      var proposer = person
      while settleFirst(of: proposer) {
        let asked = graph.partner[first[proposer]]
        let refused = isHeld[asked] ? graph.partner[last[asked]] : nil
        last[asked] = graph.twin[first[proposer]]
        isHeld[asked] = true
        guard let refused else { break }
        proposer = refused
      }
    }
  }
}

extension StableRoommates {
  /// Phase 2: while a list holds two, finds a rotation and has each in it move to their second.
  ///
  /// - Returns: false once a list that held a proposal runs out: then there is no stable answer.
  private mutating func eliminateRotations(of part: [Int]) -> Bool {
    var path: [Int] = []
    for person in part {
      while true {
        if path.isEmpty {
          guard settleFirst(of: person), settleSecond(of: person) else { break }
          place[person] = 0
          path.append(person)
        }
        guard let cycle = followPath(&path) else { continue }
        guard eliminate(cycle) else { return false }
      }
    }
    return true
  }

  /// Walks on from the end of the path, to the last of one's second, until somebody comes again.
  ///
  /// - Returns: the rotation, taken off the path; what led to it stays for the next search. Nil
  ///   when an elimination has outdated the path, which is then shortened.
  private mutating func followPath(_ path: inout [Int]) -> [Int]? {
    while let end = path.last {
      guard settleFirst(of: end), settleSecond(of: end) else {
        place[end] = -1
        path.removeLast()
        return nil
      }
      let next = successor(of: end)
      guard place[next] >= 0 else {
        place[next] = path.count
        path.append(next)
        continue
      }
      let cycle = Array(path[place[next]...])
      path.removeSubrange(place[next]...)
      for person in cycle { place[person] = -1 }
      return isRotation(cycle) ? cycle : nil
    }
    return nil
  }

  private func successor(of person: Int) -> Int {
    graph.partner[last[graph.partner[second[person]]]]
  }

  /// Whether each still leads to the next: an elimination may have changed a part of the path.
  private mutating func isRotation(_ cycle: [Int]) -> Bool {
    for (index, person) in cycle.enumerated() {
      guard settleFirst(of: person), settleSecond(of: person) else { return false }
      guard successor(of: person) == cycle[(index + 1) % cycle.count] else { return false }
    }
    return true
  }

  private mutating func eliminate(_ rotation: [Int]) -> Bool {
    for person in rotation {
      last[graph.partner[second[person]]] = graph.twin[second[person]]
    }
    for person in rotation {
      guard settleFirst(of: person) else { return false }
    }
    return true
  }
}
