/// Reads one phrase with a number: `身高170以上`, `25到32岁`, `比我大3岁以内`, `95后`, `月薪5千+`.
struct CriteriaFigures {
  private let tokens: [CriteriaToken]
  private let text: Written
  private let end: Int
  private var place: Int

  private var measure: Measure?
  private var isYearly = false
  private var gap: CriteriaWord.Gap?
  private var lead: Comparison?
  /// 最好 between the detail and its figure.
  private(set) var isPreferred = false

  /// - Parameter end: of the clause.
  init(_ tokens: [CriteriaToken], _ text: Written, from start: Int, to end: Int) {
    (self.tokens, self.text, self.end) = (tokens, text, end)
    place = start
  }

  private var word: CriteriaWord? { place < end ? tokens[place].word : nil }

  /// The item and where the phrase ends; open where the figure cannot be understood, nil where there
  /// is none.
  mutating func read() -> (item: CriteriaItem, end: Int)? {
    let start = place
    readLeads()
    guard let first = quantity() else { return nil }
    var second: Quantity?
    var isReadable = true
    if isJoined {
      place += 1
      skipFillers()
      second = quantity()
      isReadable = second != nil
    }
    let slack = second == nil ? readSlack() : nil
    let bound = readBound()
    if let slack, let (measure, bounds) = bounds(first, slack: slack) {
      let item = CriteriaItem(conditions: [.measure(measure, bounds)], range: start..<place)
      return (item, place)
    }
    guard isReadable, slack == nil, let (measure, bounds) = bounds(first, second, bound) else {
      return (CriteriaItem(conditions: [], range: start..<place, mode: .open), place)
    }
    let item = CriteriaItem(
      conditions: [.measure(measure, bounds)], range: start..<place,
      sharesBoundary: bound != nil, isBare: bound == nil && lead == nil && second == nil)
    return (item, place)
  }

  private mutating func skipFillers() { while word == .filler { place += 1 } }

  /// `80、90后` is a range as well.
  private var isJoined: Bool {
    mutating get {
      if word == .filler, place + 1 < end, tokens[place + 1].word == .to { place += 1 }
      return word == .to || isListOfDecades
    }
  }

  private var isListOfDecades: Bool {
    guard word == .pause, place + 2 < end, case .number = tokens[place + 1].word else {
      return false
    }
    return tokens[place + 2].word == .unit(.generation)
  }

  private mutating func readLeads() {
    while let word {
      switch word {
      case .field(.measure(let field)): measure = field
      case .yearlyIncome: (measure, isYearly) = (.income, true)
      case .lead(let comparison): lead = comparison
      case .gap(let direction): gap = direction
      case .prefer(.clause), .prefer(.sentence), .prefer(.either): isPreferred = true
      case .must, .filler: break
      default: return
      }
      place += 1
    }
  }

  // MARK: Quantities

  private struct Quantity {
    let numeral: Numeral
    var unit: CriteriaWord.Unit?
    /// Centimetres behind the metres, as of `1米75`.
    var centimetres: Int?
  }

  private mutating func quantity() -> Quantity? {
    guard case .number(let numeral)? = word else { return nil }
    place += 1
    var quantity = Quantity(numeral: numeral)
    if word == .filler, place + 1 < end, case .unit = tokens[place + 1].word { place += 1 }
    guard case .unit(let unit)? = word else { return quantity }
    quantity.unit = unit
    place += 1
    if unit == .metres, case .number(let rest)? = word, let value = rest.whole, value < 100 {
      quantity.centimetres = rest.digits == 1 ? value * 10 : value
      place += 1
      if word == .unit(.centimetres) { place += 1 }
    }
    return quantity
  }

  /// The 3 of `28±3岁`.
  private mutating func readSlack() -> Quantity? {
    guard word == .gap(.either), place + 1 < end, case .number = tokens[place + 1].word,
      ["±", "正负"].contains(text.substring(tokens[place].range))
    else { return nil }
    place += 1
    return quantity()
  }

  private func bounds(_ first: Quantity, slack: Quantity) -> (Measure, Bounds<Int>)? {
    var first = first
    first.unit = first.unit ?? slack.unit
    guard bounds(first, nil, nil) != nil, let measure = measure(first, nil, nil),
      let middle = value(first, first.unit, measure, nil, 1)?.lowerBound,
      let more = slack.numeral.whole, more <= 15,
      measure.plausible.contains(middle - more), measure.plausible.contains(middle + more)
    else { return nil }
    return (measure, Bounds(low: middle - more, high: middle + more))
  }

  private mutating func readBound() -> CriteriaWord.BoundWord? {
    if word == .filler, place + 1 < end, case .bound = tokens[place + 1].word { place += 1 }
    guard let word else { return nil }
    switch word {
    case .bound(let bound):
      place += 1
      return bound
    case .gap(.either):
      let isAbout = text.substring(tokens[place].range) == "上下"
      if !isAbout { gap = .either }
      place += 1
      return isAbout ? .about : nil
    default: return nil
    }
  }

  // MARK: Meaning

  private func bounds(
    _ first: Quantity, _ second: Quantity?, _ bound: CriteriaWord.BoundWord?
  ) -> (Measure, Bounds<Int>)? {
    guard let measure = measure(first, second, bound) else { return nil }
    let unit = first.unit ?? second?.unit
    let scale = second.map { CriteriaFigures.scale(first.numeral, $0.numeral) } ?? 1
    guard let low = value(first, unit, measure, bound, scale) else { return nil }
    var high = low
    if let second {
      guard let value = value(second, second.unit ?? unit, measure, bound, 1) else { return nil }
      high = value
    }
    guard low.lowerBound <= high.upperBound else { return nil }
    let span = low.lowerBound...high.upperBound
    let isRange = second != nil
    if measure == .older { return older(span, isRange, bound).map { (.older, $0) } }
    // Nobody looks for a child: so many years are a difference.
    if measure == .age, span.upperBound <= 15 {
      guard !isRange, unit == .years, bound != .atLeast, lead != .atLeast else { return nil }
      return (.older, Bounds(low: -span.upperBound, high: span.upperBound))
    }
    guard measure.plausible.contains(span.lowerBound), measure.plausible.contains(span.upperBound)
    else { return nil }
    return (measure, bounds(span, measure, isRange, bound))
  }

  private func bounds(
    _ span: ClosedRange<Int>, _ measure: Measure, _ isRange: Bool, _ bound: CriteriaWord.BoundWord?
  ) -> Bounds<Int> {
    let both = Bounds(low: span.lowerBound, high: span.upperBound)
    if isRange { return both }
    switch (lead, bound) {
    case (.atLeast?, _): return Bounds(low: span.lowerBound)
    case (.atMost?, _): return Bounds(high: span.upperBound)
    case (.above?, _): return Bounds(low: span.lowerBound + 1)
    case (.below?, _): return Bounds(high: span.upperBound - 1)
    case (_, .atLeast?), (_, .afterYear?): return Bounds(low: span.lowerBound)
    case (_, .atMost?), (_, .within?), (_, .beforeYear?): return Bounds(high: span.upperBound)
    case (_, .about?):
      return Bounds(low: span.lowerBound - measure.slack, high: span.upperBound + measure.slack)
    case (_, nil): break
    }
    // Who writes `身高170` or `月薪5000` means the least.
    return measure == .height || measure == .income ? Bounds(low: span.lowerBound) : both
  }

  /// By how many years the other may be older.
  private func older(
    _ span: ClosedRange<Int>, _ isRange: Bool, _ bound: CriteriaWord.BoundWord?
  ) -> Bounds<Int>? {
    let (least, most) = (span.lowerBound, span.upperBound)
    guard most <= 30 else { return nil }
    let bounds: Bounds<Int>
    switch (bound, lead) {
    case (.atLeast?, _), (_, .atLeast?), (_, .above?): bounds = Bounds(low: least)
    case (.about?, _): bounds = Bounds(low: max(0, least - 1), high: most + 1)
    case (.within?, _), (.atMost?, _), (_, .atMost?), (_, .below?):
      bounds = Bounds(low: 0, high: most)
    default: bounds = Bounds(low: least, high: most)
    }
    switch gap {
    case .older: return bounds
    case .younger: return Bounds(low: bounds.high.map { -$0 }, high: bounds.low.map { -$0 })
    // Both ways: only how far at most can be said.
    case .either, nil: return bounds.high.map { Bounds(low: -$0, high: $0) }
    }
  }

  /// What the number is about: what was named, what the unit says, and else what only one detail can
  /// be.
  private func measure(
    _ first: Quantity, _ second: Quantity?, _ bound: CriteriaWord.BoundWord?
  ) -> Measure? {
    let byUnit = (first.unit ?? second?.unit)?.measure
    if gap != nil { return byUnit == nil || byUnit == .age ? .older : nil }
    if bound == .afterYear || bound == .beforeYear { return .birthYear }
    if let measure {
      // `年龄 90后` and `年龄在1990年`.
      if measure == .age, byUnit == .birthYear { return .birthYear }
      return byUnit == nil || byUnit == measure ? measure : nil
    }
    if let byUnit { return byUnit }
    if first.numeral.isMultiplied || second?.numeral.isMultiplied ?? false { return .income }
    return Measure.only(
      first.numeral, isBounded: second != nil || bound != nil || lead != nil)
  }

  /// In `5-8千` the multiplier speaks of both.
  private static func scale(_ first: Numeral, _ second: Numeral) -> Int {
    guard second.isMultiplied, !first.isMultiplied, first.thousandths < 1_000_000 else { return 1 }
    return second.thousandths >= 10_000_000 ? 10_000 : 1000
  }

  private func value(
    _ quantity: Quantity, _ unit: CriteriaWord.Unit?, _ measure: Measure,
    _ bound: CriteriaWord.BoundWord?, _ scale: Int
  ) -> ClosedRange<Int>? {
    let numeral = quantity.numeral
    let thousandths = numeral.thousandths * scale
    let whole = thousandths % 1000 == 0 ? thousandths / 1000 : nil
    // 三五岁 is three to five.
    if numeral.isSpelled, measure != .height, measure != .birthYear { return nil }
    switch measure {
    case .age, .older: return whole.map { $0...$0 }
    case .height:
      if unit == .metres { return one((thousandths + 5) / 10 + (quantity.centimetres ?? 0)) }
      return thousandths < 3000 ? one((thousandths + 5) / 10) : whole.map { $0...$0 }
    case .weight:
      if unit == .jin { return one(thousandths / 2000) }
      return unit == .kilograms || thousandths <= 85_000 ? whole.map { $0...$0 } : nil
    case .income: return one(thousandths / 1000 / (isYearly ? 12 : 1))
    case .birthYear: return whole.flatMap { year($0, numeral, unit, bound) }
    }
  }

  private func one(_ value: Int) -> ClosedRange<Int> { value...value }

  /// 90后 are the ten years from 1990, 95后 the five from 1995.
  private func year(
    _ value: Int, _ numeral: Numeral, _ unit: CriteriaWord.Unit?, _ bound: CriteriaWord.BoundWord?
  ) -> ClosedRange<Int>? {
    var year = value
    if value < 100 {
      guard numeral.digits == 2 else { return nil }
      year += value < 30 ? 2000 : 1900
    }
    guard unit == .generation, bound == nil else { return year...year }
    return year % 5 == 0 ? year...(year + (year % 10 == 0 ? 9 : 4)) : nil
  }
}

extension CriteriaWord.Unit {
  fileprivate var measure: Measure {
    switch self {
    case .years: .age
    case .centimetres, .metres: .height
    case .kilograms, .jin: .weight
    case .yuan: .income
    case .year, .generation: .birthYear
    }
  }
}

extension Measure {
  /// What 左右 allows on either side.
  fileprivate var slack: Int {
    switch self {
    case .age, .birthYear: 2
    case .older: 1
    case .height: 3
    case .weight: 5
    case .income: 1000
    }
  }

  /// What a number without a word can only be: 140 to 210 a height, 18 to 60 with a bound an age,
  /// from 2,000 with a bound an income.
  fileprivate static func only(_ numeral: Numeral, isBounded: Bool) -> Measure? {
    if (1400...2100).contains(numeral.thousandths), numeral.whole == nil { return .height }
    guard let value = numeral.whole, !numeral.isSpelled || numeral.digits == 3 else { return nil }
    if (140...210).contains(value), numeral.digits == 3 { return .height }
    if (18...60).contains(value), isBounded { return .age }
    if (1960...2010).contains(value) { return nil }
    return (2000...100_000).contains(value) && isBounded ? .income : nil
  }
}
