/// Who may still come together in a part in which some put several as high as each other.
///
/// Phase 1 of `StableRoommates` as far as ties let it go: whoever has one person alone at the top is
/// at that person's disposal, who so never has to take somebody put lower. Nothing that is struck
/// out is in a stable answer or stands in the way of one.
struct TiedTable {
  let graph: MutualGraph
  /// For every entry the first and the last of those that its owner puts as high.
  let tieStarts: [Int]
  private let tieEnds: [Int]
  private var first: [Int]
  private var second: [Int]
  /// An entry behind it, or whose twin is behind its own, is struck out.
  private var last: [Int]

  init(_ graph: MutualGraph) {
    self.graph = graph
    let starts = graph.tieStarts
    tieStarts = starts
    var ends = Array(starts.indices)
    for entry in starts.indices.reversed().dropFirst() where starts[entry + 1] == starts[entry] {
      ends[entry] = ends[entry + 1]
    }
    tieEnds = ends
    first = Array(graph.start.dropLast())
    second = first
    last = graph.start.dropFirst().map { $0 - 1 }
  }

  func isOpen(_ entry: Int) -> Bool {
    entry <= last[graph.owner[entry]] && graph.twin[entry] <= last[graph.partner[entry]]
  }

  /// Strikes out what it can among the people of a part.
  mutating func propose(_ part: [Int]) {
    var waiting = Array(part.reversed())
    while let person = waiting.popLast() {
      guard let entry = onlyFirst(of: person) else { continue }
      let asked = graph.partner[entry]
      let end = tieEnds[graph.twin[entry]]
      guard end < last[asked] else { continue }
      let struck = end + 1...last[asked]
      last[asked] = end
      // Those who lost it may have one alone at the top now.
      for entry in struck { waiting.append(graph.partner[entry]) }
    }
  }

  /// Whom a person puts first, where it is one alone. Pointers only move on.
  private mutating func onlyFirst(of person: Int) -> Int? {
    while first[person] <= last[person], !isOpen(first[person]) { first[person] += 1 }
    let entry = first[person]
    guard entry <= last[person] else { return nil }
    second[person] = max(second[person], entry + 1)
    while second[person] <= tieEnds[entry], !isOpen(second[person]) { second[person] += 1 }
    return second[person] <= tieEnds[entry] ? nil : entry
  }
}
