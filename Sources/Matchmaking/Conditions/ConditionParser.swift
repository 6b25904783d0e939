/// Reads the little language of filters and typed criteria.
///
///     sex=F age=25..32 height>=165 city=泰安,济南 education>=本科 verified not smoking=yes
///
/// Fields and values in both languages; `=`, `!=`, `>=`, `<=`, `>`, `<`, and of texts `~` and `!~` for words
/// that stand somewhere in them; lists between commas, ranges
/// with `..`, `-`, `~`, `至` or `到`, open at either end; `not`, `非`, `!` before a term; `prefer`, `优先`
/// before a term of criteria; `field=?` for what is unsaid; other words are names to search for.
struct ConditionParser {
  enum Dialect { case filter, criteria }

  enum Body: Hashable {
    case demand(Condition)
    case unsaid(ConditionField)
    case words(String)
  }

  struct Term {
    var body: Body
    var isNegated: Bool
    var isPreferred: Bool
    var range: Range<Int>
  }

  let text: Written
  let dialect: Dialect
  private(set) var terms: [Term] = []
  private(set) var faults: [ConditionFault] = []

  /// Characters (scalars) and terms that are read; each term is asked of each member, so that a file pasted
  /// as a filter would be read for hours.
  static let longest = 4_000
  static let most = 200

  init(_ text: String, _ dialect: Dialect) {
    self.dialect = dialect
    let scalars = text.unicodeScalars
    if let end = scalars.index(
      scalars.startIndex, offsetBy: Self.longest, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    {
      self.text = Written("")
      faults = [ConditionFault(kind: .tooLong(most: Self.longest), range: end..<end)]
      return
    }
    self.text = Written(text)
    var scanner = ConditionScanner(self.text)
    var joining: [Range<Int>] = []
    while let raw = scanner.next() {
      guard terms.count + faults.count < Self.most else {
        let range = self.text.range(raw.range)
        terms = []
        faults = [ConditionFault(kind: .tooMany(most: Self.most), range: range)]
        return
      }
      do throws(Fault) {
        terms.append(try term(raw))
        if joins(raw) { joining.append(raw.word) }
      } catch {
        faults.append(ConditionFault(kind: error.kind, range: self.text.range(error.range)))
      }
    }
    refuse(joining)
  }

  /// Words that join conditions in sentences. As names they would find nobody, and a wrong answer is worse than
  /// none; alone, or between quotes, they are names.
  private static let joiningWords: Set<String> = [
    "或", "或者", "or", "|", "||", "且", "并且", "而且", "and", "&", "&&",
  ]

  static func joins(_ word: String) -> Bool {
    let written = Written(word)
    return joiningWords.contains(written.folded(0..<written.count))
  }

  private func joins(_ raw: RawTerm) -> Bool {
    raw.comparison == nil && !raw.isQuoted && Self.joiningWords.contains(word(raw.word))
  }

  private mutating func refuse(_ joining: [Range<Int>]) {
    guard terms.count + faults.count > 1 else { return }
    for word in joining {
      let kind = ConditionFault.Kind.joiningWord(String(text.substring(word)))
      faults.append(ConditionFault(kind: kind, range: text.range(word)))
    }
    faults.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private struct Fault: Error {
    let kind: ConditionFault.Kind
    let range: Range<Int>
  }

  private func term(_ raw: RawTerm) throws(Fault) -> Term {
    if raw.isUnclosed { throw Fault(kind: .unclosedQuote, range: raw.range) }
    let isPreferred = raw.prefixes.contains(.prefer)
    if isPreferred, dialect == .filter { throw Fault(kind: .onlyInTheOther, range: raw.range) }
    let isTwice = raw.prefixes.count { $0 == .not } % 2 == 0
    var term = Term(
      body: .words(""), isNegated: !isTwice, isPreferred: isPreferred, range: raw.range)
    guard let comparison = raw.comparison else {
      term.body = try bare(raw)
      return term
    }
    let field = try field(raw)
    if comparison.isNegated { term.isNegated.toggle() }
    if let value = raw.values.first, raw.values.count == 1, isQuestion(value) {
      guard dialect == .filter else { throw Fault(kind: .onlyInTheOther, range: raw.range) }
      term.body = .unsaid(field)
    } else {
      let condition = try condition(field, comparison, raw)
      term.body = .demand(condition)
      if case .measure(.older, _) = condition { try criteriaOnly(raw) }
      if case .nearby = condition { try criteriaOnly(raw) }
    }
    return term
  }

  private func criteriaOnly(_ raw: RawTerm) throws(Fault) {
    if dialect == .filter { throw Fault(kind: .onlyInCriteria, range: raw.range) }
  }

  private func isQuestion(_ value: Range<Int>) -> Bool {
    !isQuoted(value) && ConditionValue.questions.contains(word(value))
  }

  /// The places of a value between quotes are those between them.
  private func isQuoted(_ value: Range<Int>) -> Bool {
    value.lowerBound > 0 && ConditionScanner.isQuote(text[value.lowerBound - 1])
  }

  /// As it was typed, half-width and in lower case.
  private func word(_ range: Range<Int>) -> String { text.folded(range) }

  // MARK: Words without a comparison

  private func bare(_ raw: RawTerm) throws(Fault) -> Body {
    let written = String(text.substring(raw.word))
    if raw.isQuoted {
      if dialect == .criteria { throw Fault(kind: .notACondition(written), range: raw.word) }
      return .words(written)
    }
    if raw.word.isEmpty { throw Fault(kind: .nothingBehind, range: raw.range) }
    let word = word(raw.word)
    if let condition = BareWords.condition(word) {
      if case .nearby = condition { try criteriaOnly(raw) }
      return .demand(condition)
    }
    if let field = ConditionField(word) {
      let end = raw.word.upperBound
      throw Fault(kind: .missingOperator(field), range: end..<end)
    }
    if dialect == .criteria { throw Fault(kind: .notACondition(written), range: raw.word) }
    return .words(written)
  }

  // MARK: Fields and values

  private func field(_ raw: RawTerm) throws(Fault) -> ConditionField {
    let name = word(raw.word)
    if let field = ConditionField(name) { return field }
    throw Fault(
      kind: .unknownField(String(text.substring(raw.word)), nearest: ConditionField.nearest(name)),
      range: raw.word.isEmpty ? raw.range : raw.word)
  }

  private func condition(
    _ field: ConditionField, _ comparison: Comparison, _ raw: RawTerm
  ) throws(Fault) -> Condition {
    if !field.takes(comparison) {
      throw Fault(kind: comparison.isOrder ? .noOrder(field) : .noWords(field), range: raw.range)
    }
    if let missing = raw.values.first(where: \.isEmpty) {
      throw Fault(kind: .missingValue(field), range: missing)
    }
    switch field {
    case .trait(let trait):
      var choices: Choices = []
      for value in raw.values { choices.formUnion(try choice(trait, value)) }
      return .trait(trait, choices)
    case .work:
      var work: Work = []
      for value in raw.values { work.formUnion(try kindOfWork(value)) }
      return .work(work)
    case .text(let kind):
      let words = raw.values.map { String(text.substring($0)) }
      let isWhole = comparison == .equal || comparison == .unequal
      guard let match = TextMatch(kind, words, isWhole: isWhole) else {
        throw Fault(kind: .missingValue(field), range: raw.values.last ?? raw.range)
      }
      return .text(match)
    case .place(let kind): return try places(kind, raw.values)
    case .measure(let measure):
      return .measure(measure, try bounds(measure, comparison, try single(field, raw)))
    case .education: return .education(try levels(comparison, try single(field, raw)))
    }
  }

  private func single(_ field: ConditionField, _ raw: RawTerm) throws(Fault) -> Range<Int> {
    guard let value = raw.values.first, raw.values.count == 1 else {
      throw Fault(kind: .oneValueOnly(field), range: raw.values.last ?? raw.range)
    }
    return value
  }

  private func choice(_ trait: Trait, _ value: Range<Int>) throws(Fault) -> Choices {
    guard let found = trait.value(word(value)) ?? trait.value(String(text.substring(value))) else {
      throw Fault(
        kind: .unknownValue(.trait(trait), String(text.substring(value))), range: value)
    }
    return found.choices
  }

  private func kindOfWork(_ value: Range<Int>) throws(Fault) -> Work {
    let written = Written(String(text.substring(value)))
    guard let match = Work.lexicon.match(written, at: 0), match.length == written.count else {
      throw Fault(kind: .unknownValue(.work, written.text), range: value)
    }
    return match.meaning
  }

  private func places(_ kind: PlaceKind, _ values: [Range<Int>]) throws(Fault) -> Condition {
    if values.count == 1, let nearby = Nearby(word: word(values[0])) {
      return .nearby(kind, nearby)
    }
    var regions: [Region] = []
    for value in values {
      let written = String(text.substring(value))
      guard let region = Region(written) else {
        let isKnown = !RegionTable.shared.regions(named: written).isEmpty
        throw Fault(
          kind: isKnown ? .ambiguousPlace(written) : .unknownPlace(written), range: value)
      }
      if !regions.contains(region) { regions.append(region) }
    }
    return .region(kind, regions.sorted())
  }

  private func levels(
    _ comparison: Comparison, _ value: Range<Int>
  ) throws(Fault) -> Bounds<Education> {
    let parts = RangeText(text, value)
    func level(_ range: Range<Int>) throws(Fault) -> Education? {
      if range.isEmpty { return nil }
      let written = Written(String(text.substring(range)))
      guard let match = Education.lexicon.match(written, at: 0), match.length == written.count
      else { throw Fault(kind: .unknownValue(.education, written.text), range: range) }
      return match.meaning
    }
    let bounds: Bounds<Education>
    if let (low, high) = parts.ends {
      bounds = Bounds(low: try level(low), high: try level(high))
    } else {
      let one = try level(value)
      bounds =
        switch comparison {
        case .equal, .unequal, .has, .lacks: Bounds(low: one, high: one)
        case .atLeast: Bounds(low: one)
        case .atMost: Bounds(high: one)
        case .above: Bounds(low: one.flatMap { Education(rawValue: $0.rawValue + 1) } ?? .doctor)
        case .below: Bounds(high: one.flatMap { Education(rawValue: $0.rawValue - 1) } ?? .primary)
        }
    }
    if bounds.isEmpty || bounds.isOpen { throw Fault(kind: .emptyRange, range: value) }
    return bounds
  }

  private func bounds(
    _ measure: Measure, _ comparison: Comparison, _ value: Range<Int>
  ) throws(Fault) -> Bounds<Int> {
    func number(_ range: Range<Int>) throws(Fault) -> Int? {
      if range.isEmpty { return nil }
      guard let number = MeasureText.number(text, range, measure) else {
        throw Fault(kind: .notANumber(String(text.substring(range))), range: range)
      }
      guard measure.plausible.contains(number) else {
        throw Fault(kind: .implausible(measure, number), range: range)
      }
      return number
    }
    var bounds: Bounds<Int>
    if let (low, high) = RangeText(text, value, isSigned: measure == .older).ends {
      guard comparison == .equal || comparison == .unequal else {
        throw Fault(kind: .oneValueOnly(.measure(measure)), range: value)
      }
      bounds = Bounds(low: try number(low), high: try number(high))
    } else {
      let one = try number(value)
      bounds =
        switch comparison {
        case .equal, .unequal, .has, .lacks: Bounds(low: one, high: one)
        case .atLeast: Bounds(low: one)
        case .atMost: Bounds(high: one)
        case .above: Bounds(low: one.map { $0 + 1 })
        case .below: Bounds(high: one.map { $0 - 1 })
        }
    }
    if bounds.isEmpty || bounds.isOpen { throw Fault(kind: .emptyRange, range: value) }
    return bounds
  }
}

/// Values as they are written.
enum ConditionValue {
  /// What asks for the unsaid.
  static let questions: Set<String> = ["?", "未知", "未填", "unknown"]

  /// Between quotes where the bare word would end early or mean something else.
  static func quoted(_ word: String) -> String {
    let written = Written(word)
    // `~=` and `=~` are read as one sign.
    let isPlain =
      !questions.contains(written.folded) && written[0] != 0x3d && written[0] != 0x7e
      && written.scalars.allSatisfy { !ConditionScanner.isGap($0) && !ConditionScanner.isComma($0) }
    return isPlain ? word : "\"\(word)\""
  }
}
