extension ClauseSearch {
  /// Takes whatever follows from what is taken.
  ///
  /// - Returns: a clause that is false all through.
  mutating func follow() -> Int32? {
    while followed < trail.count {
      let gone = !trail[followed]
      followed += 1
      if let clause = follow(gone) { return clause }
    }
    return nil
  }

  /// Looks at every clause that watches a literal which has become false.
  private mutating func follow(_ gone: Literal) -> Int32? {
    var clause = watching[gone.index]
    watching[gone.index] = Self.nowhere
    while clause != Self.nowhere {
      steps += 1
      let at = Int(clause)
      if store[at + Self.headSize] == gone.code { swapWatches(at) }
      let next = store[at + 1]
      let other = Literal(code: store[at + Self.headSize])
      if isTrue(other) || !moveSecondWatch(at, clause) {
        store[at + 1] = watching[gone.index]
        watching[gone.index] = clause
        if isFalse(other) {
          putBack(next, watching: gone)
          return clause
        }
        if !isTrue(other) { take(other, because: clause) }
      }
      clause = next
    }
    return nil
  }

  private mutating func swapWatches(_ at: Int) {
    store.swapAt(at, at + 1)
    store.swapAt(at + Self.headSize, at + Self.headSize + 1)
  }

  /// Finds a literal that is not false for the second place; false where there is none.
  private mutating func moveSecondWatch(_ at: Int, _ clause: Int32) -> Bool {
    let first = at + Self.headSize
    for place in first + 2..<max(first + 2, first + Int(store[at + 2])) {
      let literal = Literal(code: store[place])
      guard !isFalse(literal) else { continue }
      store.swapAt(first + 1, place)
      store[at + 1] = watching[literal.index]
      watching[literal.index] = clause
      return true
    }
    return false
  }

  /// The rest of a list goes back before what was kept of it.
  private mutating func putBack(_ rest: Int32, watching literal: Literal) {
    guard rest != Self.nowhere else { return }
    let kept = watching[literal.index]
    watching[literal.index] = rest
    var clause = Int(rest)
    while true {
      let slot = store[clause + Self.headSize] == literal.code ? clause : clause + 1
      guard store[slot] != Self.nowhere else { return store[slot] = kept }
      clause = Int(store[slot])
    }
  }

  mutating func takeBack(to level: Int) {
    guard decisions.count > level else { return }
    for literal in trail[decisions[level]...] {
      values[literal.index] = 0
      values[(!literal).index] = 0
      queue.reopen(literal.variable)
    }
    trail.removeSubrange(decisions[level]...)
    decisions.removeSubrange(level...)
    followed = trail.count
  }
}
