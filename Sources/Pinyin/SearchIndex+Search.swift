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
    // Filled up to whole words of eight, for counting.
    var kinds = [UInt8](repeating: Self.noMatch, count: (count + 7) / 8 * 8)
    // Lent once: a check for a shared array at every entry would cost as much as the search.
    kinds.withUnsafeMutableBufferPointer { kinds in
      findNamesAndLastFour(query, spellings, into: kinds)
      matcher(query, spellings)?.scan(names, into: kinds)
      CodePattern(query)?.scan(self, into: kinds)
    }
    return Self.best(of: kinds, limit: max(limit, 0))
  }

  /// `kinds` must be empty still.
  private func findNamesAndLastFour(
    _ query: Query, _ spellings: Spellings, into kinds: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let both = query.nameAndLastFour, let matcher = matcher(both.name, spellings) else {
      return
    }
    matcher.scan(names, into: kinds)
    for ordinal in 0..<count {
      let isFound = kinds[ordinal] != Self.noMatch && lastFours[ordinal] == both.lastFour
      kinds[ordinal] = isFound ? MatchKind.nameAndLastFour.rawValue : Self.noMatch
    }
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
    var total = 0
    var byKind = [[Int]](repeating: [], count: MatchKind.allCases.count)
    // As soon as one kind fills the result, neither it nor a worse one is of interest.
    var ceiling = limit > 0 ? noMatch : 0
    kinds.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 8) {
        // Mostly nothing is found, and eight entries are passed over at once.
        if bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self) == .max { continue }
        for ordinal in start..<start + 8 where bytes[ordinal] != noMatch {
          total += 1
          guard bytes[ordinal] < ceiling else { continue }
          let kind = Int(bytes[ordinal])
          byKind[kind].append(ordinal)
          if byKind[kind].count == limit { ceiling = bytes[ordinal] }
        }
      }
    }
    let best = MatchKind.allCases.lazy.flatMap { kind in
      byKind[Int(kind.rawValue)].lazy.map { Match(ordinal: $0, kind: kind) }
    }
    return Matches(total: total, best: Array(best.prefix(limit)))
  }
}
