/// A value that may be a range: `25..32`, `25-32`, `25~32`, `25至32`, `..32`, `25..`.
struct RangeText {
  /// The places of both ends, either of which may be empty; nil where it is one value.
  let ends: (low: Range<Int>, high: Range<Int>)?

  /// - Parameter isSigned: a `-` is a sign then, and joins nothing.
  init(_ text: Written, _ value: Range<Int>, isSigned: Bool = false) {
    for place in value {
      let length: Int
      switch text[place] {
      case 0x2e where text[place + 1] == 0x2e: length = text[place + 2] == 0x2e ? 3 : 2
      case 0x2026: length = 1  // …
      case 0x7e, 0x81f3, 0x5230: length = 1  // ~ 至 到
      case 0x2d where !isSigned && place > value.lowerBound: length = 1
      default: continue
      }
      let end = min(place + length, value.upperBound)
      ends = (value.lowerBound..<place, end..<value.upperBound)
      return
    }
    ends = nil
  }
}

/// Numbers with the units people put behind them.
enum MeasureText {
  static func number(_ text: Written, _ range: Range<Int>, _ measure: Measure) -> Int? {
    let isNegative = text[range.lowerBound] == 0x2d
    let start = range.lowerBound + (isNegative || text[range.lowerBound] == 0x2b ? 1 : 0)
    guard start < range.upperBound, let numeral = Numeral(text, at: start),
      numeral.end <= range.upperBound, !numeral.isSpelled, numeral.upper == nil
    else { return nil }
    let unit = String(text.substring(numeral.end..<range.upperBound)).lowercased()
    guard let value = value(numeral, unit, measure) else { return nil }
    return isNegative ? -value : value
  }

  private static func value(_ numeral: Numeral, _ unit: String, _ measure: Measure) -> Int? {
    switch (measure, unit) {
    case (.height, "m"), (.height, "米"): numeral.thousandths / 10
    case (.height, "") where numeral.thousandths < 3000: numeral.thousandths / 10
    case (.height, ""), (.height, "cm"), (.height, "厘米"), (.height, "公分"): numeral.whole
    case (.weight, "斤"): numeral.thousandths / 2000
    case (.weight, ""), (.weight, "kg"), (.weight, "公斤"): numeral.whole
    case (.age, ""), (.age, "岁"), (.older, ""), (.older, "岁"): numeral.whole
    case (.birthYear, ""), (.birthYear, "年"):
      // 95 is 1995, and 03 is 2003.
      numeral.whole.map { $0 < 100 && numeral.digits == 2 ? $0 + ($0 < 30 ? 2000 : 1900) : $0 }
    case (.income, ""), (.income, "元"), (.income, "块"): numeral.whole
    default: nil
    }
  }
}
