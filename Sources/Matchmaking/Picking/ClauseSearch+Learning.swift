extension ClauseSearch {
  /// Keeps the clause that would have kept the search from a contradiction, and goes back to where
  /// it would have.
  mutating func learn(from clause: Int32) {
    var (learnt, met) = firstCommonCause(of: clause)
    steps += learnt.count
    queue.moveToFront(met)
    var level = 0
    for place in learnt.indices.dropFirst() {
      let other = Int(levels[Int(learnt[place].variable)])
      guard other > level else { continue }
      level = other
      learnt.swapAt(1, place)
    }
    takeBack(to: level)
    guard learnt.count > 1 else { return take(learnt[0], because: Self.nowhere) }
    let kept = keep(learnt[0], learnt[1], size: Int32(learnt.count))
    for literal in learnt.dropFirst(2) { store.append(literal.code) }
    take(learnt[0], because: kept)
  }

  /// The literals of which one must be true, the only one of the last decision first; and every
  /// variable that had a part in the contradiction.
  private mutating func firstCommonCause(of clause: Int32) -> ([Literal], [Int32]) {
    var learnt: [Literal] = []
    var met: [Int32] = []
    var open = 0
    var clause = clause
    var place = trail.count
    while true {
      let first = Int(clause) + Self.headSize
      for at in first..<first + Int(store[first - 1]) {
        let literal = Literal(code: store[at])
        let variable = Int(literal.variable)
        guard !isSeen[variable], levels[variable] > 0, isFalse(literal) else { continue }
        isSeen[variable] = true
        met.append(literal.variable)
        if Int(levels[variable]) == decisions.count { open += 1 } else { learnt.append(literal) }
      }
      repeat { place -= 1 } while !isSeen[Int(trail[place].variable)]
      open -= 1
      guard open > 0 else { break }
      clause = reasons[Int(trail[place].variable)]
    }
    for variable in met { isSeen[Int(variable)] = false }
    return ([!trail[place]] + learnt, met)
  }
}
