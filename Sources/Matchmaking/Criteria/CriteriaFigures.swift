/// Reads one phrase with a number: `身高170以上`, `25到32岁`, `比我大3岁以内`, `95后`, `月薪5千+`.
struct CriteriaFigures {
  private let tokens: [CriteriaToken]
  private let text: Written
  private let end: Int
  private var place: Int

  private(set) var measure: Measure?
  private(set) var isYearly = false
  /// 月薪, 月收入.
  private(set) var isMonthly = false
  private(set) var gap: CriteriaWord.Gap?
  private(set) var lead: Comparison?
  /// 没有170: what is lacking is a figure that has an order of its own.
  private(set) var isShort = false
  /// 最好 between the detail and its figure.
  private(set) var isPreferred = false
  /// Two details were named before one figure.
  private(set) var isClashing = false

  /// - Parameter end: of the clause.
  init(_ tokens: [CriteriaToken], _ text: Written, from start: Int, to end: Int) {
    (self.tokens, self.text, self.end) = (tokens, text, end)
    place = start
  }

  private var word: CriteriaWord? { place < end ? tokens[place].word : nil }
  private var next: CriteriaWord? { place + 1 < end ? tokens[place + 1].word : nil }

  /// The item and where the phrase ends; open where the figure cannot be understood, nil where there
  /// is none.
  mutating func read() -> (item: CriteriaItem, end: Int)? {
    let start = place
    readLeads()
    let isNamed = measure != nil || gap != nil
    guard let first = quantity() else { return nil }
    var second: Quantity?
    var isReadable = !isClashing
    let isList = word == .pause
    if isJoined {
      place += 1
      skipFillers()
      second = quantity()
      // Of 170-180-190 nobody knows which two, and 80、95后 are no one range.
      isReadable = isReadable && second != nil && word != .to
      if isList, let second { isReadable = isReadable && first.touches(second) }
    }
    let slack = second == nil ? readSlack() : nil
    let behind = place
    let bound = readBound()
    let isInclusive = tokens[behind..<place].contains { $0.isInclusive(text) }
    var item = CriteriaItem(conditions: [], range: start..<place, mode: .open)
    item.isNamed = isNamed
    item.isBare = first.unit == nil && bound == nil && lead == nil
    guard isReadable, !isCutOff(start), second != nil || !isOfTwo else { return (item, place) }
    let found = slack.map { bounds(first, slack: $0) } ?? bounds(first, second, bound)
    guard case (let measure, let bounds)? = found else { return (item, place) }
    (item.conditions, item.mode) = ([.measure(measure, bounds)], .plain)
    item.sharesBoundary = bound != nil && slack == nil && !isInclusive
    item.isBare = bound == nil && lead == nil && second == nil && slack == nil
    item.isSeveral = isList || first.other != nil
    item.isLoose = item.isBare && first.unit == nil && first.part == nil
    return (item, place)
  }

  /// The -120 of 165-175,100-120: it ends something that was not understood.
  private func isCutOff(_ start: Int) -> Bool {
    guard start > 1, tokens[start - 1].word == .to else { return false }
    switch tokens[start - 2].word {
    case .stop, .space: return false
    default: return true
    }
  }

  /// 35岁之间 wants another figure.
  private var isOfTwo: Bool {
    place < end && ["之间", "范围", "范围内", "区间"].contains(text.substring(tokens[place].range))
  }

  private mutating func skipFillers() { while word == .filler { place += 1 } }

  /// `80、90后` is a range as well.
  private var isJoined: Bool {
    mutating get {
      if word == .filler, next == .to { place += 1 }
      return word == .to || isListOfDecades
    }
  }

  private var isListOfDecades: Bool {
    guard word == .pause, place > 0, place + 2 < end, case .number = tokens[place - 1].word,
      case .number = tokens[place + 1].word
    else { return false }
    return tokens[place + 2].word == .unit(.generation)
  }

  private mutating func readLeads() {
    let last = place + CriteriaClause.sight
    while let word, place < last {
      switch word {
      case .field(.measure(let field)):
        name(field)
        isMonthly = isMonthly || text[tokens[place].range.lowerBound] == 0x6708
      case .yearlyIncome:
        name(.income)
        isYearly = true
      case .lead(let comparison):
        lead = comparison
        isShort = text.substring(tokens[place].range).hasPrefix("没")
      case .gap(let direction): gap = direction
      case .says(.preferred, .ahead), .says(.preferred, .sentence), .says(.preferred, .either):
        isPreferred = true
      case .must, .filler: break
      default: return
      }
      place += 1
    }
  }

  private mutating func name(_ field: Measure) {
    isClashing = isClashing || measure != nil && measure != field
    measure = field
  }

  // MARK: Quantities

  struct Quantity {
    let numeral: Numeral
    var unit: CriteriaWord.Unit?
    /// Centimetres behind the metres, as of `1米75`.
    var centimetres: Int?
    var part: CriteriaWord.Part?
    /// 28 of 27、28岁, and 6 of 25、6岁.
    var other: Numeral?

    /// Whether decades leave none out: 80 and 90后, 85 and 90后.
    func touches(_ later: Quantity) -> Bool {
      guard let first = numeral.whole, let second = later.numeral.whole else { return false }
      let years = first % 10 == 0 ? 10 : 5
      return (second + 100 - first) % 100 <= years
    }
  }

  private mutating func quantity() -> Quantity? {
    guard case .number(let numeral)? = word else { return nil }
    place += 1
    var quantity = Quantity(numeral: numeral)
    if word == .pause || word == .or, case .number(let other)? = next, numeral.follows(other) {
      quantity.other = other
      place += 2
    }
    readPart(&quantity)
    if word == .filler, case .unit? = next { place += 1 }
    guard case .unit(let unit)? = word else { return quantity }
    quantity.unit = unit
    place += 1
    switch unit {
    case .metres: readCentimetres(&quantity)
    case .year: skipMonth()
    case .years: readPart(&quantity)
    default: break
    }
    return quantity
  }

  private mutating func readPart(_ quantity: inout Quantity) {
    guard quantity.part == nil, case .part(let part)? = word else { return }
    quantity.part = part
    place += 1
  }

  private mutating func readCentimetres(_ quantity: inout Quantity) {
    guard case .number(let rest)? = word, let value = rest.whole, value < 100 else { return }
    quantity.centimetres = rest.digits == 1 ? value * 10 : value
    place += 1
    if word == .unit(.centimetres) { place += 1 }
  }

  /// The month and day of `1990年6月1日以后`: the year alone can be asked for.
  private mutating func skipMonth() {
    for (mark, range) in [(["月", "月份"], 1...12), (["日", "号"], 1...31)] {
      guard case .number(let numeral)? = word, let value = numeral.whole, range.contains(value),
        place + 1 < end, mark.contains(String(text.substring(tokens[place + 1].range)))
      else { return }
      place += 2
    }
  }

  /// The 3 of `28±3岁`.
  private mutating func readSlack() -> Quantity? {
    guard word == .gap(.either), case .number? = next,
      ["±", "正负"].contains(text.substring(tokens[place].range))
    else { return nil }
    place += 1
    return quantity()
  }

  private mutating func readBound() -> CriteriaWord.BoundWord? {
    var ahead = place
    while ahead < end, tokens[ahead].word == .filler { ahead += 1 }
    guard ahead < end else { return nil }
    switch tokens[ahead].word {
    case .bound(let bound):
      place = ahead + 1
      return bound
    // 95年6月后.
    case .unit(.generation) where ahead == place:
      place += 1
      return .afterYear
    // 30<年龄<40.
    case .lead(let comparison) where lead == nil && isFlipped(at: ahead):
      lead = comparison.mirrored
      if case .field(.measure(let field)) = tokens[ahead + 1].word { name(field) }
      place = ahead + 1
      return nil
    // 170都不到.
    case .lead(.below) where lead == nil && !isFigure(behind: ahead):
      lead = .below
      place = ahead + 1
      return nil
    case .gap(.either) where ahead == place:
      let isAbout = text.substring(tokens[place].range) == "上下"
      if !isAbout { gap = .either }
      place += 1
      return isAbout ? .about : nil
    default: return nil
    }
  }

  /// A sign between a figure and its detail.
  private func isFlipped(at place: Int) -> Bool {
    guard place + 1 < end, case .field(.measure) = tokens[place + 1].word else { return false }
    return ["<", "≤", "<=", ">", "≥", ">="].contains(text.folded(tokens[place].range))
  }

  private func isFigure(behind place: Int) -> Bool {
    switch tokens[(place + 1)..<end].first(where: { $0.word != .filler })?.word {
    case .number, .education: true
    default: false
    }
  }
}

extension CriteriaToken {
  /// 及以下, (含)以下: what is refused so has the boundary in it.
  func isInclusive(_ text: Written) -> Bool {
    let word = text.substring(range)
    return word.hasPrefix("及") || word.hasPrefix("或") || word.contains("含")
  }
}

extension Comparison {
  /// With its two sides exchanged.
  fileprivate var mirrored: Comparison {
    switch self {
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .above: .below
    case .below: .above
    case .equal, .unequal, .has, .lacks: self
    }
  }
}
