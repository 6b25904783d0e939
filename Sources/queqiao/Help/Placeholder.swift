import Wording

/// What stands in `<…>` for a value.
///
/// The parser writes the English word into its sentences, where the Chinese one takes its place.
enum Placeholder: String, CaseIterable {
  case badge, backup, centimetres, clock, code, column, columns, condition, count, date, encoding,
    evidence, file
  case format, kind, name, number, people, period, phone, pools, purpose, query, reason, rule,
    screen, seed, sex
  case offset, paper, percent, printout, sheet, shell, slip, status, subcommand, text, who, width,
    year
  case setting = "column=value"
  case columnDecision = "head=field"
  case pair = "a b"

  var word: Phrase { Phrase(chinese, rawValue) }

  private var chinese: String {
    switch self {
    case .badge: "号牌"
    case .backup: "备份"
    case .centimetres: "厘米"
    case .clock: "时间"
    case .code: "代号"
    case .column: "列名"
    case .columns: "列名"
    case .columnDecision: "表头=字段"
    case .condition: "条件"
    case .count: "个数"
    case .date: "日期"
    case .encoding: "编码"
    case .file: "文件"
    case .format: "格式"
    case .kind: "类型"
    case .name: "名称"
    case .number: "编号"
    case .offset: "右,下"
    case .pair: "甲 乙"
    case .paper: "纸"
    case .percent: "百分数"
    case .printout: "印品"
    case .people: "人数"
    case .period: "时长"
    case .phone: "手机号"
    case .pools: "分组"
    case .purpose: "用途"
    case .query: "内容"
    case .reason: "原因"
    case .rule: "规则"
    case .seed: "种子"
    case .sex: "性别"
    case .sheet: "工作表"
    case .shell: "shell"
    case .slip: "选票"
    case .status: "状态"
    case .subcommand: "子命令"
    case .screen: "页"
    case .text: "文字"
    case .evidence: "凭据"
    case .who: "人员"
    case .width: "宽窄"
    case .year: "年份"
    case .setting: "列名=内容"
    }
  }

  /// The text with the words in `<…>` in the language.
  static func translated(in text: String, _ language: Language) -> String {
    guard language != .english else { return text }
    return allCases.reduce(text) { text, placeholder in
      text.replacing("<\(placeholder.rawValue)>", with: "<\(placeholder.word(language))>")
    }
  }
}
