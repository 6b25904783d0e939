/// A stable answer of a one-pool evening in which some put several as high as each other.
///
/// Stable is weakly stable: no two who picked each other would both strictly rather be together.
/// Whether there is such an answer is NP-complete (Ronn 1990), but the evenings are small. Each
/// part is asked for itself: equals in badge order first (`StableRoommates`); where that fails and
/// the part has equals, a search over all orders of them, which finds an answer, proves that there
/// is none, or gives up after a set number of steps.
struct StableSearch {
  enum Outcome {
    case found(Matching)
    /// Proved: some part has no stable answer.
    case impossible
    case gaveUp
  }

  /// So many steps of `ClauseSearch` in all, some 30 ms: evenings of hundreds are settled in a
  /// hundredth of them. Steps and not time, so that every machine gives the same answer.
  static let steps = 1_200_000

  static func solve(_ graph: MutualGraph, steps: Int = steps) -> Outcome {
    var match = Matching(people: graph.people.count)
    var roommates = StableRoommates(graph)
    var open: [[Int]] = []
    for part in graph.parts where !roommates.settle(part, into: &match) {
      guard graph.hasTies(in: part) else { return .impossible }
      open.append(part)
    }
    return open.isEmpty ? .found(match) : search(open, of: graph, steps: steps, into: match)
  }

  /// Looks through all orders of equals in some parts.
  ///
  /// - Parameter match: what is settled of other parts.
  static func search(
    _ parts: [[Int]], of graph: MutualGraph, steps: Int, into match: Matching
  ) -> Outcome {
    var match = match
    var search = StableSearch(graph)
    var left = steps
    var gaveUp = false
    for part in parts {
      switch search.settle(part, steps: &left, into: &match) {
      case .found: continue
      case .impossible: return .impossible
      case .gaveUp: gaveUp = true
      }
    }
    return gaveUp ? .gaveUp : .found(match)
  }

  private let graph: MutualGraph
  private var table: TiedTable
  /// By entry: whether these two are together; the same for its twin.
  private var joins: [Int32]
  /// By entry: whether its owner is with somebody of the list up to here.
  private var reaches: [Int32]
  /// The same for the last of those the owner puts as high, and for the last before them; -1 where
  /// nobody stands before.
  private var reachesTie: [Int32]
  private var reachesAbove: [Int32]
  private var isTied: [Bool]
  private var count: Int32 = 0

  private init(_ graph: MutualGraph) {
    self.graph = graph
    table = TiedTable(graph)
    let none = [Int32](repeating: -1, count: graph.owner.count)
    (joins, reaches, reachesTie, reachesAbove) = (none, none, none, none)
    isTied = Array(repeating: false, count: graph.owner.count)
  }

  private mutating func settle(
    _ part: [Int], steps: inout Int, into match: inout Matching
  ) -> ClauseSearch.Outcome {
    table.propose(part)
    let lists = part.map { graph.list(of: $0).filter(table.isOpen) }
    count = 0
    for list in lists { number(list) }
    var search = ClauseSearch(count: Int(count))
    for list in lists { demand(list, of: &search) }
    let outcome = search.run(most: steps)
    steps = max(0, steps - search.steps)
    if outcome == .found {
      for entry in lists.joined() where search.isTrue(Literal(joins[entry])) {
        match.entry[graph.owner[entry]] = entry
      }
    }
    return outcome
  }

  /// Gives the entries of a list their variables.
  private mutating func number(_ list: [Int]) {
    var above: Int32 = -1
    for tie in list.split(by: { table.tieStarts[$0] }) {
      for entry in tie {
        reaches[entry] = count
        count += 1
        if graph.owner[entry] < graph.partner[entry] {
          joins[entry] = count
          joins[graph.twin[entry]] = count
          count += 1
        }
      }
      let last = tie.last.map { reaches[$0] } ?? -1
      for entry in tie {
        (reachesTie[entry], reachesAbove[entry]) = (last, above)
        isTied[entry] = tie.count > 1
      }
      above = last
    }
  }
}

// MARK: - Stability as clauses

extension StableSearch {
  /// What a person's list demands. `reaches` climbs along the list, so that two conditions say
  /// whom somebody is with, however long the list is.
  private func demand(_ list: [Int], of search: inout ClauseSearch) {
    var before: Literal?
    for entry in list {
      let (here, join) = (Literal(reaches[entry]), Literal(joins[entry]))
      search.demand(!join, here)
      if let before {
        search.demand(!here, join, before)
        search.demand(!join, !before)
        search.demand(!before, here)
      } else {
        search.demand(!here, join)
      }
      demandStability(entry, of: &search)
      before = here
    }
  }

  /// Two who picked each other do not both rather want to be together.
  ///
  /// Where the owner puts nobody as high as the partner, the owner is with somebody strictly higher,
  /// or else the partner is with the owner or somebody as high. That says more to the search than
  /// "one of the two is with somebody as high": proposals follow from it.
  private func demandStability(_ entry: Int, of search: inout ClauseSearch) {
    let twin = graph.twin[entry]
    if !isTied[entry] {
      let (above, theirs) = (reachesAbove[entry], Literal(reachesTie[twin]))
      if above < 0 { search.demand(theirs) } else { search.demand(Literal(above), theirs) }
    } else if isTied[twin], entry < twin {
      search.demand(Literal(reachesTie[entry]), Literal(reachesTie[twin]))
    }
  }
}

extension [Int] {
  /// The neighbours that have one key, together.
  fileprivate func split(by key: (Int) -> Int) -> [ArraySlice<Int>] {
    var parts: [ArraySlice<Int>] = []
    var start = 0
    for place in indices where place + 1 == count || key(self[place + 1]) != key(self[place]) {
      parts.append(self[start...place])
      start = place + 1
    }
    return parts
  }
}
