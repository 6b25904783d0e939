/// Reads one phrase with a number: `身高170以上`, `25到32岁`, `比我大3岁以内`, `95后`, `月薪5千+`.
struct CriteriaFigures {
  private let tokens: [CriteriaToken]
  private let text: Written
  private let end: Int
  private var place: Int

  private(set) var measure: Measure?
  private(set) var isYearly = false
  private(set) var gap: CriteriaWord.Gap?
  private(set) var lead: Comparison?
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

  struct Quantity {
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
}
