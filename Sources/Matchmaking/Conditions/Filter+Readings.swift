import Characters

extension Filter {
  /// The conditions that a word may have been meant for which is nobody's name: 教师 is a job, 泰安 a
  /// place, 党员 says something of politics.
  ///
  /// Nothing is counted here: whoever knows the register leaves out what meets nobody.
  public static func readings(of word: String) -> [Demand] {
    let written = Written(word.trimmed)
    // Numbers and phones are no values of these.
    guard !written.scalars.allSatisfy({ !Written.isLetter($0) && $0 < 0x80 }) else { return [] }
    let kinds: [TextKind] = [
      .job, .employer, .union, .sector, .politics, .ethnicity, .interests, .matchmaker,
    ]
    // A place or a level of education means just that; then the details that have the word; the kind of
    // work last, for it takes other words for the same.
    var found: [Condition] = []
    if let region = Region(written.text) { found.append(.region(.residence, [region])) }
    if let match = Education.lexicon.match(written, at: 0), match.length == written.count {
      found.append(.education(Bounds(match.meaning)))
    }
    found += kinds.compactMap { TextMatch($0, [written.text]).map(Condition.text) }
    if let match = Work.lexicon.match(written, at: 0), match.length == written.count {
      found.append(.work(match.meaning))
    }
    return found.map { Demand($0) }
  }

  /// Those readings that meet somebody, the likeliest first: what the word says as such, then the details
  /// that have it, most members first.
  public static func ranked(
    _ readings: [(demand: Demand, count: Int)]
  ) -> [(demand: Demand, count: Int)] {
    func rank(_ condition: Condition) -> Int {
      switch condition {
      case .region, .education: 0
      case .text: 1
      case .work, .trait, .measure, .nearby: 2
      }
    }
    return readings.filter { $0.count > 0 }.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      return (rank(first.demand.condition), -first.count, one.offset)
        < (rank(second.demand.condition), -second.count, other.offset)
    }.map(\.element)
  }

  /// The readings of a word that meet somebody, the likeliest first.
  ///
  /// - Parameter count: how many a demand meets; nil where that is not known.
  public static func readings(
    of word: String, count: (Demand) -> Int?
  ) -> [(demand: Demand, count: Int)] {
    ranked(readings(of: word).compactMap { demand in count(demand).map { (demand, $0) } })
  }

  /// Words of the filter that are searched for among the names, none of those left out.
  public var wantedNames: [String] { names.filter { !$0.isNegated }.map(\.word) }
}

extension Condition {
  /// The same words somewhere in the text, of a condition that asks for the whole of it.
  public var inPart: Condition? {
    guard case .text(let match) = self, match.isWhole else { return nil }
    return TextMatch(match.kind, match.words).map(Condition.text)
  }
}
