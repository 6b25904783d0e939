import Characters
import Matchmaking

/// What a head says: which detail stands below it, and how bare cells there are meant.
struct HeadMeaning: Hashable, Sendable {
  var field: RosterField
  var sense: HeadSense?
}

extension HeadText {
  /// The meaning, and which of the names has it.
  ///
  /// - Parameter table: by the plain form of a head.
  func meaning(_ table: [String: HeadMeaning]) -> (HeadMeaning, name: String)? {
    for base in bases {
      if let known = table[base] { return allowed(known, besides: []).map { ($0, base) } }
    }
    for name in names {
      guard let (known, unit) = Self.meaning(of: name, table) else { continue }
      return allowed(known, besides: [unit]).map { ($0, name) }
    }
    return nil
  }

  /// How bare cells are meant below a head of which somebody said what it is.
  func sense(for field: RosterField) -> HeadSense? {
    allowed(HeadMeaning(field: field), besides: Array(bases.prefix(1)))?.sense
  }

  private static func meaning(
    of name: String, _ table: [String: HeadMeaning]
  ) -> (meaning: HeadMeaning, unit: String)? {
    if let known = table[name] { return (known, "") }
    for unit in units where name.count > unit.count && name.hasSuffix(unit) {
      var rest = name.dropLast(unit.count)
      for joint in ["/", "per", "in"] where rest.hasSuffix(joint) {
        rest = rest.dropLast(joint.count)
      }
      let asked = ["是多少", "多少", "是", ""].first { rest.hasSuffix($0) } ?? ""
      for name in [String(rest), String(rest.dropLast(asked.count))] {
        if let known = table[name], known.field.takes(unit: unit) { return (known, unit) }
      }
    }
    return compound(name, table).map { ($0, "") }
  }

  /// The longest first.
  private static let units = [
    "centimetres", "centimeters", "kilograms", "inches", "pounds", "metres", "meters", "厘米", "公分",
    "英尺", "英寸",
    "公斤", "千克", "市斤", "万元", "千元", "周岁", "feet", "inch", "yuan", "years", "rmb", "cny", "usd", "lbs",
    "cm",
    "kg", "lb", "ft", "in", "米", "斤", "磅", "元", "万", "千", "岁", "m", "k", "w",
  ]

  // MARK: - Two details under one head

  /// `手机号/微信号` and the like: one of both stands below. Other pairs are read where both names are
  /// those of one detail.
  private static func compound(_ name: String, _ table: [String: HeadMeaning]) -> HeadMeaning? {
    for joint in ["/", "、", "或者", "或", "以及", "及", "和", "与", "&", "+", "and", "or"] {
      let parts = name.components(joint)
      guard parts.count == 2 else { continue }
      let fields = parts.compactMap { table[$0] }
      guard fields.count == 2 else { continue }
      if fields[0] == fields[1] { return fields[0] }
      let pair = Set(fields.map(\.field))
      if pair == [.phone, .text(.wechat)] { return HeadMeaning(field: .contact) }
      if pair == [.text(.employer), .text(.job)] { return HeadMeaning(field: .text(.employer)) }
    }
    return nil
  }

  // MARK: - What stands beside the name

  /// - Parameter unit: what else may name a unit.
  private func allowed(_ known: HeadMeaning, besides units: [String]) -> HeadMeaning? {
    var meaning = known
    let words = asides + units
    func says(_ any: String...) -> Bool {
      any.contains { word in words.contains { $0.contains(word) } }
    }
    switch meaning.field {
    case .name, .familyName, .givenName:
      if says("拼音", "pinyin", "英文", "english", "父", "母", "配偶", "家长", "紧急") { return nil }
    case .phone, .contact:
      if says("紧急", "家长", "父", "母", "配偶", "家属", "座机", "办公", "固定") { return nil }
    case .birth:
      if says("农历", "阴历", "旧历", "lunar") { return nil }
    case .age:
      if says("虚") { return nil }
    case .height:
      if words.contains(where: { ["in", "inch", "inches", "英寸"].contains($0) }) {
        meaning.sense = .inches
      }
    case .text(.weight): meaning.sense = Self.weight(words)
    case .text(.income): meaning.sense = Self.money(words, meaning.sense)
    default: break
    }
    return meaning
  }

  private static func weight(_ words: [String]) -> HeadSense? {
    if words.contains(where: { $0.contains("kg") || $0.contains("公斤") || $0.contains("千克") }) {
      return .weight("kg")
    }
    if words.contains(where: { $0.contains("斤") }) { return .weight("斤") }
    return words.contains { $0.contains("磅") || $0.contains("lb") || $0.contains("pound") }
      ? .weight("磅") : nil
  }

  private static func money(_ words: [String], _ known: HeadSense?) -> HeadSense? {
    var perYear = false
    if case .money(_, let isYearly)? = known { perYear = isYearly }
    let all = words.joined(separator: " ")
    if ["/年", "每年", "年薪", "年收入", "year", "annual", "p.a"].contains(where: all.contains) {
      perYear = true
    }
    let units = ["万元", "千元", "美元", "港元", "港币", "欧元", "usd", "hkd", "万", "千", "元"]
    var unit = units.first(where: all.contains) ?? ""
    if unit.isEmpty, words.contains(where: { $0 == "k" || $0.hasPrefix("k/") || $0 == "rmbk" }) {
      unit = "k"
    }
    if unit.isEmpty, words.contains(where: { $0 == "w" || $0.hasPrefix("w/") }) { unit = "万" }
    if unit == "元", !perYear { unit = "" }
    return unit.isEmpty && !perYear ? nil : .money(unit, perYear: perYear)
  }
}

extension RosterField {
  fileprivate func takes(unit: String) -> Bool {
    switch self {
    case .height:
      ["厘米", "公分", "英尺", "英寸", "米", "cm", "m", "ft", "in", "feet", "inch", "inches"].contains(unit)
        || unit.hasSuffix("metres") || unit.hasSuffix("meters")
    case .text(.weight):
      ["公斤", "千克", "市斤", "斤", "磅", "kg", "lb", "lbs", "kilograms", "pounds"].contains(unit)
    case .text(.income):
      ["万元", "千元", "元", "万", "千", "k", "w", "yuan", "rmb", "cny", "usd"].contains(unit)
    case .age: ["岁", "周岁", "years"].contains(unit)
    default: false
    }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map(String.init)
  }
}
