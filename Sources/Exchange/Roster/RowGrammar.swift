import Characters
import Matchmaking

/// What a cell says that speaks of no person: 合计, 填表人：, 注：, 示例, 第 1 页.
struct RowGrammar: Hashable, Sendable {
  let kind: RowKind
  /// Whether nobody can be called so: `合计` may be a name as far as it goes, `合计：20人` is none.
  let isPlain: Bool

  private init(_ kind: RowKind, isPlain: Bool) {
    self.kind = kind
    self.isPlain = isPlain
  }

  /// Nil where nothing of the kind is said.
  init?(_ cell: String) {
    guard cell.utf8.count <= 1200 else { return nil }
    let text = Self.folded(cell)
    guard !text.isEmpty else { return nil }
    let ways = [Self.page, Self.example, Self.total, Self.signature, Self.note]
    for way in ways {
      if let found = way(text) {
        self = found
        return
      }
    }
    return nil
  }

  /// Half-width, small, without blanks.
  static func folded(_ cell: String) -> String {
    var plain = ""
    for scalar in cell.unicodeScalars.lazy.map(\.narrowed) where !scalar.isBlank {
      plain.unicodeScalars.append(scalar)
    }
    return plain.lowercased()
  }

  // MARK: - Pages

  private static func page(_ text: String) -> RowGrammar? {
    guard let first = text.first, "第共p-—–(".contains(first) else { return nil }
    let bare = text.filter { !"-—–()".contains($0) }
    let isPage =
      bare.hasPrefix("第") && bare.contains("页") && bare.dropFirst().prefix { $0 != "页" }.isFigure
      || bare.hasPrefix("共") && bare.hasSuffix("页") && bare.dropFirst().dropLast().isFigure
      || bare.hasPrefix("page") && bare.dropFirst(4).first?.isNumber == true
    return isPage ? RowGrammar(.page, isPlain: true) : nil
  }

  // MARK: - Totals

  private static let totals = Set(
    HeadWords.words(
      """
      合计 合計 总计 總計 小计 小計 共计 累计 总数 总人数 人数 合计人数 人数合计 汇总 總數 总和 \
      总共 平均 平均值 计数 求和 最大值 最小值 本页合计 本页小计 本页人数 本表合计 以上合计 \
      人数总计 人数小计 报名总人数 报名人数 total totals subtotal sub-total grandtotal sum count \
      average totalnumber totalpeople headcount
      """))

  private static func total(_ text: String) -> RowGrammar? {
    let whole = text.filter { !"【】[]()*".contains($0) }
    if totals.contains(whole) { return RowGrammar(.total, isPlain: false) }
    if whole.last == ":", totals.contains(String(whole.dropLast())) {
      return RowGrammar(.total, isPlain: true)
    }
    // 男12人女8人, 男:12女:8, 共20人, 20人.
    let (tail, hasUnit) = withoutCounts(whole)
    guard tail.count < whole.count else { return nil }
    let rest = tail.filter { !":,，、;；。.=/".contains($0) }
    let isTotal =
      switch rest {
      case "": hasUnit
      // 男12 is a badge.
      case "男", "女": hasUnit || tail.contains(":")
      case "男女", "女男": true
      default: isWordOfTotal(rest) || isWordOfTotal(rest.trimmedOfSexes)
      }
    return isTotal ? RowGrammar(.total, isPlain: true) : nil
  }

  private static func isWordOfTotal(_ text: some StringProtocol) -> Bool {
    totals.contains(String(text)) || counters.contains(String(text))
  }

  /// What may stand around counts where no word for a total does.
  private static let counters: Set<String> = [
    "共", "总共", "其中男女", "共男女", "共其中男女", "合计男女", "总计男女", "计", "总计其中男女", "合计其中男女",
    "全部", "以上共",
    "本页共", "本表共", "男职工女职工", "男嘉宾女嘉宾", "男士女士", "男性女性", "报名共",
  ]

  /// Without figures that have a word for people or rows behind them, stand behind a colon, a sex or a word
  /// for a total, or at the end.
  private static func withoutCounts(_ text: String) -> (rest: String, hasUnit: Bool) {
    var rest = text[...]
    var plain = ""
    var hasUnit = false
    while !rest.isEmpty {
      let figure = rest.prefix { $0.isFigure }
      guard !figure.isEmpty else {
        plain.append(rest.removeFirst())
        continue
      }
      rest = rest.dropFirst(figure.count)
      if let unit = rest.first, "人名位条行份个对".contains(unit) {
        rest = rest.dropFirst()
        hasUnit = true
      } else {
        let isCount =
          plain.last.map { ":男女".contains($0) } ?? false || isWordOfTotal(plain)
        let isAtEnd = rest.isEmpty && !plain.isEmpty
        if !figure.allSatisfy(\.isASCII) || !isCount && !isAtEnd { plain += figure }
      }
    }
    return (plain, hasUnit)
  }

  // MARK: - Signatures

  private static let signatures = Beginnings(
    HeadWords.words(
      """
      填表人 制表人 填报人 制表 填表 填报 审核人 审核 审批人 审批 复核人 复核 校对 负责人 \
      单位负责人 部门负责人 工会负责人 分管领导 主管领导 领导签字 领导 主管 经办人 经办 经手人 \
      联系人 联系电话 电话 日期 填表日期 制表日期 填报日期 填表时间 制表时间 报送日期 报送时间 \
      签字 签名 签章 签收 签收人 盖章 公章 单位盖章 工会盖章 单位公章 主席 工会主席 填报单位 \
      报送单位 制表单位 填表单位 单位名称 单位 年月日 负责人签字 审核人签字 填表人签字 单位意见 \
      工会意见 preparedby reviewedby approvedby signedby signature date checkedby contactperson
      """))
  private static let stamps = ["(盖章)", "(公章)", "(签字)", "(签章)", "(签名)", "(章)", "盖章:", "签字:"]

  private static func signature(_ text: String) -> RowGrammar? {
    if text.contains(where: { ":)".contains($0) }), stamps.contains(where: text.contains) {
      return RowGrammar(.signature, isPlain: true)
    }
    if isDate(text) { return RowGrammar(.signature, isPlain: true) }
    guard let label = signatures.longest(before: text) else { return nil }
    let rest = text.dropFirst(label.count)
    if rest.isEmpty { return RowGrammar(.signature, isPlain: label.count > 4) }
    return rest.first == ":" || rest.allSatisfy({ "_-—".contains($0) })
      ? RowGrammar(.signature, isPlain: true) : nil
  }

  /// `2026年9月3日`, or the form for it, `年月日`.
  private static func isDate(_ text: String) -> Bool {
    guard text.hasSuffix("日"), let year = text.firstIndex(of: "年"),
      let month = text.firstIndex(of: "月"), year < month
    else { return false }
    return text.allSatisfy { $0.isFigure || "年月日_".contains($0) }
  }

  // MARK: - Notes

  private static let notes = Beginnings(
    HeadWords.words(
      """
      注 备注 備註 说明 說明 注意 注意事项 填表说明 填写说明 填报说明 填表须知 填写须知 填写要求 \
      填报要求 要求 提示 温馨提示 特别说明 特别提示 附 附件 附注 备注说明 注释 声明 note notes \
      remark remarks nb p.s. instructions
      """))
  private static let instructions = Set(
    HeadWords.words(
      """
      必填 选填 必填项 下拉选择 请选择 文本 文本格式 数字 日期格式 与身份证一致 真实姓名 \
      required optional
      """))

  private static func note(_ text: String) -> RowGrammar? {
    let bare = text.drop { "※*★●▲【[(（".contains($0) }
    if instructions.contains(String(bare)) { return RowGrammar(.note, isPlain: false) }
    if let label = notes.longest(before: String(bare)) {
      let rest = bare.dropFirst(label.count).drop { "】])".contains($0) }
      if rest.isEmpty { return RowGrammar(.note, isPlain: false) }
      let digits = rest.drop { $0.isASCII && $0.isNumber }
      if digits.count < rest.count, digits.first.map({ ":.、".contains($0) }) ?? true {
        return RowGrammar(.note, isPlain: true)
      }
      if rest.first == ":" || rest.first == "." || rest.first == "、" {
        return RowGrammar(.note, isPlain: true)
      }
    }
    if text.hasPrefix("以上"), text.count > 4 { return RowGrammar(.note, isPlain: text.count > 6) }
    if text.hasPrefix("请"), text.count > 6 { return RowGrammar(.note, isPlain: text.count > 8) }
    return isSentence(text) ? RowGrammar(.note, isPlain: false) : nil
  }

  /// Long, and with what sentences have; not a row whose cells are parted by another mark than the file's.
  private static func isSentence(_ text: String) -> Bool {
    guard text.count >= 12 else { return false }
    let parts = text.split { ",;；，。！|、".contains($0) }
    return (parts.count > 1 || text.last.map { "。！;".contains($0) } ?? false)
      && text.contains { "，。；！,;".contains($0) } && !parts.contains(where: isOfPerson)
  }

  private static func isOfPerson(_ part: Substring) -> Bool {
    FieldReading.phone(String(part)) != nil || FieldReading.sex(String(part)) != nil
  }

  // MARK: - Examples

  private static let examples = Set(
    HeadWords.words(
      """
      例 例子 例如 举例 示例 样例 范例 范本 模板 样本 填写示例 填表示例 填写样例 填写范例 \
      填报示例 示例行 样例行 范例行 例行 此行示例 示例数据 样例数据 example examples sample e.g. \
      eg e.g demo
      """))
  private static let remarks = [
    "此行为示例", "本行为示例", "此行是示例", "该行为示例", "示例请勿删除", "请删除此行", "示例请删除", "示例,请", "填写时请删除", "仅供参考填写",
    "deletethisrow", "thisisanexample",
  ]

  /// `(例)张三`, `张三(示例)`; `示例：张三` only before a name.
  private static let exampleEnds = examples.flatMap {
    ["(\($0))", "[\($0)]", "【\($0)】", "<\($0)>"]
  }
  private static let exampleStarts = Beginnings(exampleEnds + examples.map { $0 + ":" })
  /// `张三（样例，请删除）`.
  private static let exampleInside = ["示例", "样例", "范例", "例子", "例", "样本", "模板"].flatMap {
    ["(\($0),", "(\($0):", "(\($0)。", "(\($0);", "(\($0)请", "(\($0)勿", "(\($0)行", "(\($0)数据"]
  }

  /// Whether a cell of any column says that its row only shows how the form is filled in.
  static func isExample(_ cell: String) -> Bool {
    guard cell.utf8.count <= 120 else { return false }
    let text = folded(cell)
    return examples.contains(text.filter { !"()[]【】<>*:".contains($0) })
      || saysSo(text)
  }

  /// Most texts hold none of the characters that each of the remarks has.
  private static func saysSo(_ text: String) -> Bool {
    text.unicodeScalars.contains { "例删供hw".unicodeScalars.contains($0) }
      && remarks.contains(where: text.contains)
  }

  private static func example(_ text: String) -> RowGrammar? {
    let bare = text.filter { !"()[]【】<>*".contains($0) }
    if examples.contains(bare.filter { $0 != ":" }) {
      return RowGrammar(.example, isPlain: text != bare || bare.count > 2)
    }
    if saysSo(text) { return RowGrammar(.example, isPlain: true) }
    let isMarked =
      exampleStarts.longest(before: text) != nil
      || (text.last.map { ")]】>".contains($0) } ?? false)
        && exampleEnds.contains(where: text.hasSuffix)
      || text.unicodeScalars.contains("(") && exampleInside.contains(where: text.contains)
    if isMarked { return RowGrammar(.example, isPlain: true) }
    if isNobody(text) { return RowGrammar(.example, isPlain: true) }
    let isPrefixed = ["示例", "样例", "范例", "填写示例"].contains { text.hasPrefix($0) }
    return isPrefixed ? RowGrammar(.example, isPlain: true) : nil
  }
}

extension RowGrammar {
  /// What a form writes where a name would stand: 某某, 某某某, XXX, ×××, ***.
  private static func isNobody(_ text: String) -> Bool {
    guard let first = text.first, text.count > 1, text.count < 6, "某x×*＊○".contains(first) else {
      return false
    }
    return text.allSatisfy { $0 == first } && (first != "x" || text.count > 2)
  }
}

/// Words that texts may begin with, found by their first character.
private struct Beginnings: Sendable {
  private let words: [Character: [String]]

  var all: [String] { words.values.flatMap(\.self) }

  /// The longest is found first.
  init(_ words: [String]) {
    self.words = Dictionary(grouping: words) { $0.first ?? " " }
      .mapValues { $0.sorted { $1.count < $0.count } }
  }

  func longest(before text: String) -> String? {
    guard let first = text.first else { return nil }
    return words[first]?.first(where: text.hasPrefix)
  }
}

extension RowGrammar {
  /// Every word that is known here.
  static var words: [String] {
    Array(totals.union(instructions).union(examples)) + signatures.all + notes.all
  }

  /// Whether the only cell of a row is a title or the name of the group that follows, not of a person.
  static func isTitle(_ cell: String) -> Bool {
    let text = folded(cell)
    let bare = (text.split(separator: "(").first.map(String.init) ?? text).filter { $0 != ":" }
    if sexes.contains(bare) { return true }
    if bare.count > 4, tables.contains(where: bare.hasSuffix) { return true }
    if bare.count >= 4, bare.count <= 40, groups.contains(where: bare.hasSuffix) { return true }
    let isCounted =
      ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、"].contains { text.hasPrefix($0) }
      || text.hasPrefix("(") && text.dropFirst().prefix { $0 != ")" }.isFigure
    if isCounted, text.count > 3 { return true }
    let isOrdinal = text.hasPrefix("第") && text.dropFirst().first.map(\.isFigure) == true
    if isOrdinal, text.count > 2 { return true }
    return text.count > 6 && text.contains("20") && text.contains("年")
  }

  private static let sexes: Set<String> = [
    "男", "女", "男士", "女士", "男嘉宾", "女嘉宾", "男方", "女方", "男生", "女生", "男职工", "女职工", "男性", "女性",
  ]
  private static let tables = HeadWords.words(
    """
    表 名单 名册 登记册 花名册 统计 明细 信息 通知 台账 清单 报名册 list roster form register
    """)
  private static let groups = HeadWords.words(
    """
    公司 工会 医院 学校 学院 中学 小学 大学 集团 分会 委员会 街道 银行 车间 科室 中心 机关 \
    系统 支队 分局 研究院 研究所 总局 管理局 教育局 公安局 卫健委 组 专场 嘉宾 男嘉宾 女嘉宾 \
    职工 人员
    """)
}

extension Character {
  /// A digit of either script.
  fileprivate var isFigure: Bool { isNumber || "〇零一二三四五六七八九十百两".contains(self) }
}

extension String {
  /// `合计` of `合计男女` and `总计其中男`.
  fileprivate var trimmedOfSexes: Substring {
    var rest = self[...]
    while let end = ["其中", "男", "女"].first(where: rest.hasSuffix) { rest.removeLast(end.count) }
    return rest
  }
}

extension Collection where Element == Character {
  /// Nothing but digits, and some.
  fileprivate var isFigure: Bool { !isEmpty && allSatisfy(\.isFigure) }
}
