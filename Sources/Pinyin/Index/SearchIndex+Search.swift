extension SearchIndex {
  /// Finds the entries that match, the best of them in order.
  ///
  /// - Parameters:
  ///   - query: Han characters, pinyin, initials or any mixture; a badge, a member number, the last
  ///     four digits; a name followed by the last four digits.
  ///   - limit: how many of the best to return; `total` counts all.
  ///   - tolerant: do not tell zh from z, n from l, ang from an and so on.
  public func search(_ query: String, limit: Int = 100, tolerant: Bool = false) -> Matches {
    let query = Query(query)
    guard query.isSearchable else { return Matches() }
    let spellings = tolerant ? Spellings.tolerant : Spellings.strict
    // Filled up to whole vectors.
    let room = (count + Numbers.lanes - 1) / Numbers.lanes * Numbers.lanes
    var kinds = [UInt8](repeating: MatchKind.none, count: room)
    // Lent once: a check for a shared array at every entry would cost as much as the search.
    return kinds.withUnsafeMutableBufferPointer { kinds in
      if var automaton = automaton(query, spellings) { automaton.scan(names, into: kinds) }
      findNamesAndLastFour(query, spellings, into: kinds)
      CodePattern(query)?.scan(self, into: kinds)
      return Matches(kinds: UnsafeRawBufferPointer(kinds), limit: max(limit, 0))
    }
  }

  private func findNamesAndLastFour(
    _ query: Query, _ spellings: Spellings, into kinds: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let both = query.nameAndLastFour, var automaton = automaton(both.name, spellings) else {
      return
    }
    // The digits leave so few that their names can be looked at one by one.
    for ordinal in lastFours.indices where lastFours[ordinal] == both.lastFour {
      guard automaton.kind(of: ordinal, in: names) != MatchKind.none else { continue }
      kinds[ordinal] = min(kinds[ordinal], MatchKind.nameAndLastFour.rawValue)
    }
  }

  /// Nil where no name can match.
  private func automaton(_ query: Query, _ spellings: Spellings) -> NameAutomaton? {
    let isUnknown = query.units.contains { !Query.isLetter($0) && glyphs.number(of: $0) == 0 }
    if isUnknown { return nil }
    return NameAutomaton(NamePattern(query, spellings: spellings), glyphs)
  }
}
