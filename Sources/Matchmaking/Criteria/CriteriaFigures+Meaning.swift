extension CriteriaFigures {
  func bounds(
    _ first: Quantity, _ second: Quantity?, _ bound: CriteriaWord.BoundWord?
  ) -> (Measure, Bounds<Int>)? {
    guard let measure = measure(first, second, bound), isOrdered(measure), !isCrossed(bound)
    else { return nil }
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
    // 不到25-30岁 is on neither side of a range.
    if isRange, lead != nil { return nil }
    // Nobody looks for a child: so many years at most are a difference.
    if measure == .age, span.upperBound <= 15 {
      guard !isRange, unit == .years, bound == .within || bound == .atMost || lead == .atMost
      else { return nil }
      return (.older, Bounds(low: -span.upperBound, high: span.upperBound))
    }
    guard measure.hoped.contains(span.lowerBound), measure.hoped.contains(span.upperBound)
    else { return nil }
    return (measure, bounds(span, measure, isRange, bound))
  }

  func bounds(_ first: Quantity, slack: Quantity) -> (Measure, Bounds<Int>)? {
    var first = first
    first.unit = first.unit ?? slack.unit
    guard bounds(first, nil, nil) != nil, let measure = measure(first, nil, nil),
      let middle = value(first, first.unit, measure, nil, 1)?.lowerBound,
      let more = slack.numeral.whole, more <= 15,
      measure.hoped.contains(middle - more), measure.hoped.contains(middle + more)
    else { return nil }
    return (measure, Bounds(low: middle - more, high: middle + more))
  }

  /// 没有90后 is not "before 1990": only what grows can be lacking.
  private func isOrdered(_ measure: Measure) -> Bool {
    !isShort || measure != .birthYear && measure != .older
  }

  /// 不低于170以下, 没有170以下: two words that draw into different directions.
  private func isCrossed(_ bound: CriteriaWord.BoundWord?) -> Bool {
    switch (lead, bound) {
    case (.atLeast?, .atMost?), (.atLeast?, .within?), (.atLeast?, .beforeYear?),
      (.above?, .atMost?), (.above?, .within?), (.above?, .beforeYear?),
      (.atMost?, .atLeast?), (.atMost?, .afterYear?), (.below?, .afterYear?):
      true
    case (.below?, .atLeast?): !isShort
    case (.below?, .atMost?), (.below?, .within?): isShort
    default: false
    }
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
    guard most <= 20 else { return nil }
    let bounds: Bounds<Int>
    switch (bound, lead) {
    case (.atLeast?, _), (_, .atLeast?): bounds = Bounds(low: least)
    case (_, .above?): bounds = Bounds(low: least + 1)
    case (.about?, _): bounds = Bounds(low: max(0, least - 1), high: most + 1)
    case (.within?, _), (.atMost?, _), (_, .atMost?): bounds = Bounds(low: 0, high: most)
    case (_, .below?): bounds = Bounds(low: 0, high: max(0, most - 1))
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
  /// be. A unit of something else makes it a figure of nobody's.
  func measure(
    _ first: Quantity, _ second: Quantity?, _ bound: CriteriaWord.BoundWord?
  ) -> Measure? {
    if first.unit == .foreign || second?.unit == .foreign { return nil }
    let byUnit = (first.unit ?? second?.unit)?.measure
    if gap != nil {
      return (measure ?? .age) == .age && byUnit ?? .age == .age ? .older : nil
    }
    if bound == .afterYear || bound == .beforeYear {
      if byUnit == .age { return bound == .beforeYear ? .age : nil }
      return byUnit ?? .birthYear == .birthYear && isOf(.birthYear) ? .birthYear : nil
    }
    if let measure {
      // `年龄 90后`, `年龄在1990年` and `年龄93-98`.
      if measure == .age, byUnit == .birthYear { return .birthYear }
      if measure == .age, byUnit == nil, isOfYears(first, second, bound) { return .birthYear }
      return byUnit == nil || byUnit == measure ? measure : nil
    }
    if let byUnit { return byUnit }
    if first.numeral.isMultiplied || second?.numeral.isMultiplied ?? false { return .income }
    return Measure.only(
      first.numeral, isBounded: second != nil || bound != nil || lead != nil || first.part != nil)
  }

  private func isOf(_ other: Measure) -> Bool {
    measure == nil || measure == other || measure == .age
  }

  /// Nobody is 93, so that `年龄93-98` are years of birth; which side `年龄93以下` means is not said.
  private func isOfYears(
    _ first: Quantity, _ second: Quantity?, _ bound: CriteriaWord.BoundWord?
  ) -> Bool {
    let isLone = second == nil && (bound == nil || bound == .about) && lead == nil
    guard second != nil || isLone, let value = first.numeral.whole else { return false }
    return [first, second].compactMap(\.self).allSatisfy { $0.numeral.digits == 2 }
      && Measure.age.hoped.upperBound < value
  }

  /// In `5-8千` the multiplier speaks of both.
  private static func scale(_ first: Numeral, _ second: Numeral) -> Int {
    guard second.isMultiplied, !first.isMultiplied, first.thousandths < 1_000_000 else { return 1 }
    return second.thousandths >= 10_000_000 ? 10_000 : 1000
  }
}

extension CriteriaWord.Unit {
  fileprivate var measure: Measure? {
    switch self {
    case .years: .age
    case .centimetres, .metres: .height
    case .kilograms, .jin: .weight
    case .yuan: .income
    case .year, .generation: .birthYear
    case .foreign: nil
    }
  }
}

extension Measure {
  /// What somebody can be looked for by; other figures are about something else.
  fileprivate var hoped: ClosedRange<Int> {
    switch self {
    case .age: 18...70
    case .birthYear: 1945...2009
    case .income: 500...10_000_000
    case .older, .height, .weight: plausible
    }
  }

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
