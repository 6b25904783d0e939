/// What somebody earns in a month, in yuan; both ends are there, and equal where one figure was given.
public struct MonthlyIncome: Hashable, Sendable {
  public let low: Int
  /// Nil for "and more".
  public let high: Int?

  public init(low: Int, high: Int?) {
    self.low = low
    self.high = high
  }

  static let yearly = ["年薪", "年收入", "年入", "/年", "每年", "一年", "年底", "年终", "全年", "per year", "a year"]
  private static let monthly = ["月", "month"]
  /// Other money than yuan is not converted.
  private static let foreign = [
    "美元", "美金", "港元", "港币", "欧元", "日元", "英镑", "澳元", "新台币", "usd", "hkd", "eur", "jpy", "gbp", "$",
    "€",
    "£",
  ]

  /// `月入8k`, `8000-10000元`, `年薪15万`, `10万/年`, `1万以上`, `5-8千`.
  ///
  /// A figure without a word for month or year is a month's, as the column says, if it lies between
  /// 500 and 60,000; otherwise it is not understood.
  static func read(_ text: Written) -> MonthlyIncome? {
    guard !text.containsAny(foreign), var (low, high) = figures(in: text) else { return nil }
    let perYear = text.containsAny(yearly)
    if perYear { (low, high) = (low / 12, high.map { $0 / 12 }) }
    let saysMonthOrYear = perYear || text.containsAny(monthly)
    let plausible = saysMonthOrYear ? 100...1_000_000 : 500...60_000
    guard plausible.contains(max(low, high ?? 0)), low <= high ?? low else { return nil }
    return MonthlyIncome(low: low, high: high)
  }

  /// The one figure or the two of a range, in yuan, with what is said about more or less.
  private static func figures(in text: Written) -> (Int, Int?)? {
    var found: [Numeral] = []
    var place = 0
    while place < text.count {
      if let numeral = Numeral(text, at: place) {
        // `一年` is no figure.
        if !(numeral.digits == 1 && text[numeral.end] == 0x5e74) { found.append(numeral) }
        place = numeral.end
      } else {
        place += 1
      }
    }
    guard let last = found.last, found.count <= 2, !found.contains(where: \.isSpelled) else {
      return nil
    }
    if let upper = last.upper {
      return found.count == 1 ? (last.thousandths / 1000, upper / 1000) : nil
    }
    var values = found.map { $0.thousandths / 1000 }
    // In `5-8千` the multiplier speaks of both.
    if found.count == 2, last.isMultiplied, !found[0].isMultiplied, values[0] < 1000 {
      let factor = values[1] >= 10_000 ? 10_000 : 1000
      values[0] = found[0].thousandths * factor / 1000
    }
    if values.count == 2 { return (values[0], values[1]) }
    if text.containsAny(["以上", "+", "起", "多于", "超过", "不低于", ">"]) { return (values[0], nil) }
    if text.containsAny(["以下", "以内", "不到", "不足", "<"]) { return (0, values[0]) }
    return (values[0], values[0])
  }
}
