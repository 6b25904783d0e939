/// Shows which characters of a name a query found.
///
/// Made once for a query, then asked for each name that is on the screen.
public struct Emphasis: Sendable {
  private let patterns: [NamePattern]

  public init(query: String, tolerant: Bool = false) {
    let query = Query(query)
    let spellings = tolerant ? Spellings.tolerant : Spellings.strict
    let queries = [query, query.nameAndLastFour?.name].compactMap { $0 }
    patterns = queries.filter(\.isSearchable).map { NamePattern($0, spellings: spellings) }
  }

  /// The characters of the best match, counted as `Character`s of the name; nil where the name
  /// is not what matched.
  public func range(in name: String) -> Range<Int>? {
    var units: [UInt32] = []
    var offsets: [Int] = []
    for (offset, character) in name.enumerated() {
      for scalar in character.unicodeScalars { Folding.append(scalar.value, to: &units) }
      while offsets.count < units.count { offsets.append(offset) }
    }
    let row = (0..<units.count).map { UInt16(truncatingIfNeeded: $0) }
    for pattern in patterns {
      let matcher = NameMatcher(pattern, units: units)
      let found = row.withUnsafeBufferPointer { matcher.best(in: $0) }
      if let found { return offsets[found.start]..<offsets[found.end - 1] + 1 }
    }
    return nil
  }
}
