/// Where and how a member is housed.
public enum Housing: Int, Hashable, Sendable, CaseIterable {
  /// Owns a home and says nothing of a loan, or that there is none.
  case owned
  case mortgaged
  /// Means to buy.
  case planned
  case none
  case renting
  case dormitory
  /// With the parents: this does not say whether the member owns a home.
  case withParents

  public var isOwner: Bool { self == .owned || self == .mortgaged }

  private static let lexicon = Lexicon<Housing>([
    ("有房贷 按揭 贷款 有贷款 月供 还贷 有房有贷 还房贷 mortgage", .mortgaged),
    ("有房 已购房 自有住房 有住房 自有房 自购 自购房 商品房 全款 全款房 有婚房 婚房 已买房 有自己的房子 有独立住房", .owned),
    ("有独立产权 有房产 无房贷 无贷 无贷款 没有房贷 没有贷款 自有 买房了 拆迁房 own_home homeowner", .owned),
    ("有一套 有两套 一套 两套 有1套 有2套 1套 2套 自建房 回迁房 自住房", .owned),
    ("计划购房 准备购房 准备买房 考虑购房 打算买房 拟购房 计划买房 待购房 婚后购房 需要时购房 看情况购房", .planned),
    ("无房 没房 没有房 未购房 暂未购房 暂无房 暂无住房 无住房 无房产 没买房 没有房子 尚未购房", .none),
    ("租房 租住 合租 整租 出租房 renting rent", .renting),
    ("宿舍 单位宿舍 集体宿舍 公寓 公租房 单位住房 员工宿舍 dormitory", .dormitory),
    ("与父母同住 和父母同住 跟父母同住 父母同住 与家人同住 和家人同住 和父母住 跟父母住 住父母家 住家里 with_parents", .withParents),
  ])

  private static let cells: [String: Housing] = [
    "有": .owned, "是": .owned, "无": .none, "否": .none, "没有": .none, "暂无": .none, "none": .none,
    "yes": .owned, "no": .none,
  ]

  /// The plainest word first: a loan on a home, a home, a plan, none; where one lives counts last.
  static func read(_ text: Written) -> Housing? {
    if let whole = cells[text.text.filter { !$0.isWhitespace }.lowercased()] { return whole }
    let found = Set(lexicon.all(in: text).map(\.meaning))
    if found.contains(.none), !found.isDisjoint(with: [.owned, .mortgaged]) { return nil }
    return allCases.sorted { rank($0) < rank($1) }.first(where: found.contains)
  }

  private static func rank(_ housing: Housing) -> Int {
    housing == .mortgaged ? 0 : housing == .owned ? 1 : housing.rawValue + 1
  }
}

/// Facts that are yes or no.
enum YesNo {
  static func car(_ text: Written) -> Bool? {
    read(
      text, no: ["无", "没", "未", "否", "不", "计划", "准备", "打算", "no"],
      yes: ["有", "已购", "车", "是", "yes"])
  }

  static func onlyChild(_ text: Written) -> Bool? {
    read(
      text, no: ["非", "否", "不是", "兄", "弟", "姐", "妹", "no"],
      yes: ["是", "独生", "独子", "独女", "yes"])
  }

  /// Whatever denies wins: `未购车`, `不是独生子女`.
  private static func read(_ text: Written, no: [String], yes: [String]) -> Bool? {
    if text.containsAny(no) { return false }
    return text.containsAny(yes) ? true : nil
  }
}

/// How often somebody smokes or drinks.
public enum Habit: Int, Hashable, Sendable, CaseIterable {
  case never, sometimes, often

  private static let smoke = Lexicon<Habit>([
    ("不抽烟 不吸烟 从不抽烟 从不吸烟 烟酒不沾 不沾烟酒 无烟酒 不烟不酒 不抽烟不喝酒 不抽 不吸 戒烟 已戒烟 无吸烟 没有抽烟 无烟酒嗜好", .never),
    ("偶尔抽烟 偶尔吸烟 很少抽烟 很少吸烟 少量吸烟 社交抽烟", .sometimes),
    ("抽烟 吸烟 经常抽烟 烟民", .often),
  ])
  private static let drink = Lexicon<Habit>([
    ("不喝酒 不饮酒 从不喝酒 从不饮酒 滴酒不沾 烟酒不沾 不沾烟酒 无烟酒 不烟不酒 不抽烟喝酒 不酗酒 戒酒 无烟酒嗜好", .never),
    ("偶尔喝酒 偶尔饮酒 很少喝酒 少量饮酒 小酌 偶尔小酌 社交饮酒 应酬喝酒 偶尔喝点", .sometimes),
    ("喝酒 饮酒 经常喝酒 爱喝酒 好酒", .often),
  ])

  static func smoking(_ text: Written) -> Habit? { one(smoke, text) }
  static func drinking(_ text: Written) -> Habit? { one(drink, text) }

  private static func one(_ lexicon: Lexicon<Habit>, _ text: Written) -> Habit? {
    let found = Set(lexicon.all(in: text).map(\.meaning))
    return found.count == 1 ? found.first : nil
  }
}
