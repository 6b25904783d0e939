extension CriteriaFigures {
  /// The number in whole units of what it measures; two ends where it says two, as 二十七八 does.
  func value(
    _ quantity: Quantity, _ unit: CriteriaWord.Unit?, _ measure: Measure,
    _ bound: CriteriaWord.BoundWord?, _ scale: Int
  ) -> ClosedRange<Int>? {
    let numeral = quantity.numeral
    if let part = quantity.part { return measure == .age ? decade(numeral, part) : nil }
    if quantity.other != nil { return list(quantity, unit, measure, bound) }
    let low = numeral.thousandths * scale
    let high = numeral.upper.map { $0 * scale } ?? low
    // 两三岁 is two to three, and 三五岁 nobody knows.
    if numeral.isSpelled, measure != .height, measure != .birthYear {
      return pair(numeral, measure)
    }
    switch measure {
    case .birthYear: return whole(low, high).flatMap { year($0.lowerBound, numeral, unit, bound) }
    case .age, .older: return whole(low, high)
    case .height:
      guard unit == .metres || low < 3000 else { return whole(low, high) }
      return one((low + 5) / 10 + (quantity.centimetres ?? 0))
    case .weight:
      if unit == .jin { return low / 2000...high / 2000 }
      return unit == .kilograms || high <= 85_000 ? whole(low, high) : nil
    case .income:
      let months = isYearly ? 12 : 1
      // 收入20万以上 is said of a year, 20w以上 perhaps of something else.
      guard isYearly || isMonthly || high < CriteriaFigures.doubtfulIncome else { return nil }
      return low / 1000 / months...high / 1000 / months
    }
  }

  /// In thousandths of a yuan: nobody knows of which time.
  private static let doubtfulIncome = 30_000_000

  private func one(_ value: Int) -> ClosedRange<Int> { value...value }

  private func whole(_ low: Int, _ high: Int) -> ClosedRange<Int>? {
    low % 1000 == 0 && high % 1000 == 0 && low <= high ? low / 1000...high / 1000 : nil
  }

  private func pair(_ numeral: Numeral, _ measure: Measure) -> ClosedRange<Int>? {
    guard numeral.digits == 2, let value = numeral.whole, measure == .age || measure == .older,
      value / 10 > 0, value % 10 == value / 10 + 1
    else { return nil }
    return (value / 10)...(value % 10)
  }

  /// 三十多岁 are the nine years behind thirty, 三十出头 the first of them, 三十来岁 those around.
  private func decade(_ numeral: Numeral, _ part: CriteriaWord.Part) -> ClosedRange<Int>? {
    guard let value = numeral.whole, value % 10 == 0, numeral.upper == nil else { return nil }
    return switch part {
    case .beyond: value + 1...value + 9
    case .around: value - 2...value + 2
    case .little: value...value + 3
    }
  }

  /// 27、28岁, 25、6岁, 95、96年.
  private func list(
    _ quantity: Quantity, _ unit: CriteriaWord.Unit?, _ measure: Measure,
    _ bound: CriteriaWord.BoundWord?
  ) -> ClosedRange<Int>? {
    var first = quantity
    first.other = nil
    guard let low = value(first, unit, measure, bound, 1), low.count == 1 else { return nil }
    return low.lowerBound...low.lowerBound + 1
  }

  /// 90后 are the ten years from 1990, 95后 the five from 1995.
  private func year(
    _ value: Int, _ numeral: Numeral, _ unit: CriteriaWord.Unit?, _ bound: CriteriaWord.BoundWord?
  ) -> ClosedRange<Int>? {
    var year = value
    if value < 100 {
      // 10年 are so long, and no year of birth.
      guard numeral.digits == 2, value < 10 || value > 45 else { return nil }
      year += value < 10 ? 2000 : 1900
    }
    // Of 92年以上 and 90后以内 nobody knows who is meant, the older or the younger.
    switch bound {
    case .atLeast, .atMost, .within: return nil
    case .about where unit == .generation: return nil
    case .about, .afterYear, .beforeYear, nil: break
    }
    guard unit == .generation, bound == nil else { return year...year }
    return year % 5 == 0 ? year...(year + (year % 10 == 0 ? 9 : 4)) : nil
  }
}
