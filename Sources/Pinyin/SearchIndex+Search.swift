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
    var kinds = [UInt8](repeating: Self.noMatch, count: count)
    if let both = query.nameAndLastFour, let matcher = matcher(both.name, spellings) {
      matcher.scan(names, into: &kinds)
      for ordinal in kinds.indices where kinds[ordinal] != Self.noMatch {
        let isSame = lastFours[ordinal] == both.lastFour
        kinds[ordinal] = isSame ? MatchKind.nameAndLastFour.rawValue : Self.noMatch
      }
    }
    matcher(query, spellings)?.scan(names, into: &kinds)
    CodePattern(query)?.scan(self, into: &kinds)
    return Self.best(of: kinds, limit: max(limit, 0))
  }

  private static let noMatch = UInt8.max

  /// Nil where no name can match.
  private func matcher(_ query: Query, _ spellings: Spellings) -> NameMatcher? {
    let isUnknown = query.units.contains { !Query.isLetter($0) && glyphs.number(of: $0) == 0 }
    if isUnknown { return nil }
    let matcher = NameMatcher(
      NamePattern(query, spellings: spellings), sets: glyphs.sets, passing: Glyphs.more,
      numbers: { [glyphs] in [Int(glyphs.number(of: $0))].filter { $0 > 0 } })
    return matcher.isPossible ? matcher : nil
  }

  /// Takes the first ordinals of each kind, kind after kind: nothing is sorted.
  private static func best(of kinds: [UInt8], limit: Int) -> Matches {
    let total = kinds.reduce(0) { $0 + ($1 == noMatch ? 0 : 1) }
    var byKind = [[Int]](repeating: [], count: MatchKind.allCases.count)
    // As soon as one kind fills the result, neither it nor a worse one is of interest.
    var ceiling = limit > 0 ? noMatch : 0
    for ordinal in kinds.indices where kinds[ordinal] < ceiling {
      let kind = Int(kinds[ordinal])
      byKind[kind].append(ordinal)
      if byKind[kind].count == limit { ceiling = kinds[ordinal] }
    }
    let best = MatchKind.allCases.lazy.flatMap { kind in
      byKind[Int(kind.rawValue)].lazy.map { Match(ordinal: $0, kind: kind) }
    }
    return Matches(total: total, best: Array(best.prefix(limit)))
  }
}
