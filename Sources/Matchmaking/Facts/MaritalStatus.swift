/// What a member says of marriage so far.
public enum MaritalStatus: Int, Hashable, Sendable, CaseIterable {
  /// 未婚.
  case neverMarried
  case divorced
  case widowed
  /// 单身: not married now, and no word about before.
  case single
  /// 已婚: does not belong into the register, and is kept as it was written.
  case married

  static let lexicon = Lexicon<MaritalStatus>([
    ("未婚 从未结婚 没结过婚 没结婚 未结过婚 无婚史 未曾结婚 无婚姻史 never_married unmarried", .neverMarried),
    ("离异 离婚 离过婚 已离婚 已离异 短婚 离异单身 离婚单身 divorced", .divorced),
    ("丧偶 丧妻 丧夫 widowed", .widowed),
    ("单身 single", .single),
    ("已婚 在婚 未离婚 有配偶 married", .married),
  ])

  /// Nil where nothing or more than one thing is said; 单身 adds nothing to another.
  static func read(_ text: Written) -> MaritalStatus? {
    var found = Set(lexicon.all(in: text).map(\.meaning))
    if found.count > 1 { found.remove(.single) }
    return found.count == 1 ? found.first : nil
  }
}

/// Children of a member.
public enum Children: Int, Hashable, Sendable, CaseIterable {
  case none
  /// There are some, who live with somebody else.
  case elsewhere
  /// There are some, who live with the member.
  case here
  /// There are some, and nothing is said of where.
  case some

  private static let lexicon = Lexicon<Children>([
    ("无孩 无子女 未育 无小孩 没有孩子 没孩子 无子 无孩子 没有小孩 没小孩 没有子女 未生育 短婚未育 no_children childless", .none),
    ("不带孩 孩子归前妻 孩子归前夫 孩子归对方 归前妻 归前夫 归对方 孩子随前妻 孩子随前夫 随前妻 随前夫 前夫抚养", .elsewhere),
    ("前妻抚养 对方抚养 不在身边 孩子跟前妻 孩子跟前夫 跟前妻 跟前夫 不抚养", .elsewhere),
    ("带孩 带娃 带小孩 带孩子 带一孩 带一女 带一子 带一娃 带个孩子 归自己 归我 归本人 自己抚养 本人抚养 我抚养", .here),
    ("跟我 随我 孩子随我 在身边 自己带", .here),
    ("有孩 有孩子 有小孩 有子女 有一孩 有一子 有一女 有一个 一儿 一女 一子 一个孩子 一个女儿 一个儿子 一男 两个", .some),
    ("有两孩 二孩 育有 有女儿 有儿子 女儿 儿子 一儿一女", .some),
  ])

  /// What the whole cell means where it is one word, as survey sites offer it.
  private static let cells: [String: Children] = [
    "无": .none, "没有": .none, "否": .none, "0": .none, "无。": .none, "没": .none, "暂无": .none,
    "none": .none, "有": .some,
    "是": .some, "1": .some, "2": .some, "1个": .some, "2个": .some, "一个": .some,
  ]

  static func read(_ text: Written) -> Children? {
    if let whole = cells[text.text.filter { !$0.isWhitespace }] { return whole }
    return inside(text)
  }

  /// Where the children live says more than that there are some.
  static func inside(_ text: Written) -> Children? {
    var found = Set(lexicon.all(in: text).map(\.meaning))
    if found.count > 1 { found.remove(.some) }
    return found.count == 1 ? found.first : nil
  }
}
