import Matchmaking

/// What a head says of the cells below it besides which detail they are: 年收入(万元), 体重(斤).
///
/// A bare figure means what its head says, so the register keeps it with that: `12` under 年收入(万元) as
/// `12万元/年`. Texts that say their unit themselves stay as they are.
enum HeadSense: Hashable, Sendable {
  /// What stands behind a bare figure of money, `万元` or nothing, and whether it is a year's.
  case money(String, perYear: Bool)
  /// `斤`, `kg`.
  case weight(String)
  case inches
  /// What yes and no mean below a question: 是否已婚.
  case question(yes: String, no: String)
  /// 婚史, whose 无 says more than that there is nothing.
  case marriages

  /// As a report shows it.
  var unit: String {
    switch self {
    case .money(let unit, let perYear):
      unit.isEmpty && perYear ? "/年" : unit + (perYear ? "/年" : "")
    case .weight(let unit): unit
    case .inches: "in"
    case .question, .marriages: ""
    }
  }

  /// The text as it is meant below such a head.
  func completing(_ text: String) -> String {
    switch self {
    case .money(let unit, let perYear): Self.money(text, unit, perYear)
    case .weight(let unit): Self.isBareFigure(text, besides: "") ? text + unit : text
    case .inches: text
    case .marriages: Silence.read(text) == .noneOfIt ? "无婚史" : text
    case .question(let yes, let no): FieldReading.agreement(text).map { $0 ? yes : no } ?? text
    }
  }

  private static func money(_ text: String, _ unit: String, _ perYear: Bool) -> String {
    guard hasFigure(text) else { return text }
    let saysPeriod = ["年", "月", "year", "month", "annual"].contains {
      text.lowercased().contains($0)
    }
    let isBare = isBareFigure(text, besides: "元块¥￥万千kKwW")
    let saysUnit = text.contains { "元块万千kKwW".contains($0) }
    var whole = text
    if isBare, !saysUnit { whole = insert(unit, into: text) }
    guard perYear, !saysPeriod else { return whole }
    return isBare ? whole + "/年" : whole + "（年收入）"
  }

  /// Behind the last digit, so that `10以上` becomes `10万元以上`.
  private static func insert(_ unit: String, into text: String) -> String {
    guard let last = text.lastIndex(where: { $0.isNumber }) else { return text + unit }
    var whole = text
    whole.insert(contentsOf: unit, at: text.index(after: last))
    return whole
  }

  private static func hasFigure(_ text: String) -> Bool {
    text.contains { $0.isNumber || "一二两三四五六七八九十百".contains($0) }
  }

  /// Digits, and what people put around them: a range, 以上, 左右.
  private static func isBareFigure(_ text: String, besides units: String) -> Bool {
    var rest = text
    for word in ["以上", "以下", "以内", "左右", "上下", "多于", "大约", "不到", "至", "到", "约", "多", "余", "+", "+"]
    {
      rest = rest.replacing(word, with: "")
    }
    return text.contains(where: \.isNumber)
      && rest.allSatisfy { $0.isNumber || ".,，-~–—－～ ≥≤<>".contains($0) || units.contains($0) }
  }
}
