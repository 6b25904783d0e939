/// What can be typed at the caret of a filter or of typed criteria.
public struct FilterCompletion: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case field, comparison, value, word }

  public struct Candidate: Hashable, Sendable {
    public let kind: Kind
    /// What replaces `range`.
    public let text: String
    /// How many it would leave, where that was asked for.
    public let count: Int?
  }

  /// The part of the text that a candidate replaces.
  public let range: Range<String.Index>
  public let candidates: [Candidate]

  /// - Parameters:
  ///   - caret: where one types; what stands behind it is left alone.
  ///   - words: in which language fields and values are offered; both are completed.
  ///   - regions: those that occur in the register, offered for places.
  ///   - count: how many a demand would leave; nil where that is not known.
  public init(
    _ text: String, caret: String.Index, words: ConditionWords, regions: [Region] = [],
    count: (Demand) -> Int? = { _ in nil }
  ) {
    let before = Written(String(text[..<caret]))
    var scanner = ConditionScanner(before)
    var last: RawTerm?
    while let term = scanner.next() { last = term }
    let isInside = last.map { $0.range.upperBound == before.count } ?? false
    let start: Int
    if let term = last, isInside, term.comparison != nil, let value = term.values.last,
      let field = ConditionField(String(before.substring(term.word)).lowercased())
    {
      start = value.lowerBound
      candidates = Self.values(
        of: field, typed: String(before.substring(value)), words, regions, count)
    } else if let term = last, isInside, term.comparison == nil, !term.isQuoted, !term.word.isEmpty
    {
      let typed = String(before.substring(term.word))
      if let field = ConditionField(typed.lowercased()) {
        start = before.count
        candidates = Self.comparisons(field)
      } else {
        start = term.word.lowerBound
        candidates = Self.fields(typed: typed, words, count)
      }
    } else {
      start = before.count
      candidates = Self.fields(typed: "", words, count)
    }
    let place = before.places[start]
    let offset = before.text.unicodeScalars.distance(from: before.text.startIndex, to: place)
    range = text.unicodeScalars.index(text.startIndex, offsetBy: offset)..<caret
  }

  private static func comparisons(_ field: ConditionField) -> [Candidate] {
    (field.isOrdered ? ["=", ">=", "<=", "!="] : ["=", "!="]).map {
      Candidate(kind: .comparison, text: $0, count: nil)
    }
  }

  private static func fields(
    typed: String, _ words: ConditionWords, _ count: (Demand) -> Int?
  ) -> [Candidate] {
    let typed = typed.lowercased()
    var found = ConditionField.allCases.compactMap { field -> Candidate? in
      guard field != .measure(.older) else { return nil }
      let fits = typed.isEmpty || field.names.contains { $0.hasPrefix(typed) }
      return fits ? Candidate(kind: .field, text: field.name(words), count: nil) : nil
    }
    let verified = Demand(.trait(.verification, Choices(Verification.verified)))
    let name = verified.text(words)
    if typed.isEmpty || "verified".hasPrefix(typed) || "已核验".hasPrefix(typed) {
      found.append(Candidate(kind: .word, text: name, count: count(verified)))
    }
    return found
  }

  private static func values(
    of field: ConditionField, typed: String, _ words: ConditionWords, _ regions: [Region],
    _ count: (Demand) -> Int?
  ) -> [Candidate] {
    func candidate(_ text: String, _ condition: Condition) -> Candidate {
      Candidate(kind: .value, text: text, count: count(Demand(condition)))
    }
    let lower = typed.lowercased()
    switch field {
    case .trait(let trait):
      return trait.values.filter { value in
        lower.isEmpty
          || ([value.english.lowercased(), value.chinese] + value.also).contains {
            $0.hasPrefix(lower)
          }
      }.map {
        candidate(words == .english ? $0.english : $0.chinese, .trait(trait, $0.choices))
      }
    case .education:
      return Education.allCases.filter { level in
        ConditionWords.allCases.contains { level.word($0).hasPrefix(lower) }
      }.map { candidate($0.word(words), .education(Bounds($0))) }
    case .work:
      return ([.inTheSystem] + Work.kinds).filter { kind in
        ConditionWords.allCases.contains { kind.words($0).joined().hasPrefix(lower) }
      }.map { candidate($0.words(words).joined(), .work($0)) }
    case .place(let kind):
      let known =
        lower.isEmpty ? regions : regions + RegionTable.shared.codes.map(Region.init(known:))
      var seen: Set<Region> = []
      let fitting = known.filter { $0.begins(lower) && seen.insert($0).inserted }
      return fitting.prefix(12).map { candidate($0.shortName, .region(kind, [$0])) }
    case .measure: return []
    }
  }
}

extension Region {
  fileprivate func begins(_ typed: String) -> Bool {
    typed.isEmpty || fullName.hasPrefix(typed) || name.hasPrefix(typed)
  }
}
