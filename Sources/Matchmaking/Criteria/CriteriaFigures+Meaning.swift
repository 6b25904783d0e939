extension CriteriaFigures {
  func bounds(
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
  func measure(
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

  func value(
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
