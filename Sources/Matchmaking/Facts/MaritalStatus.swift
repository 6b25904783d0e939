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

  /// What is denied stands here as a word of its own, for the longest at a place is the one that is read:
  /// 没有配偶 is not 有配偶. Who is still being divorced, or lives apart, is married.
  static let lexicon = Lexicon<MaritalStatus>([
    ("未婚 从未结婚 没结过婚 没结婚 未结过婚 无婚史 未曾结婚 无婚姻史 还没结婚 没有结婚 未结婚", .neverMarried),
    ("never_married unmarried not_yet_married un-married", .neverMarried),
    ("离异 離異 離婚 离婚 离过婚 已离婚 已离异 短婚 离异单身 离婚单身 已离 现离 已離 divorced", .divorced),
    ("丧偶 喪偶 丧妻 丧夫 widowed", .widowed),
    ("单身 single 非已婚 不是已婚 并非已婚 没有配偶 没配偶 无配偶 未有配偶 没离过婚 未离过婚 没有离过婚", .single),
    ("没离过 未离过 已婚过 结婚过 结过婚 无离婚史 无离异史 not_married non-married", .single),
    ("not_currently_married never_been_married", .single),
    ("previously_married formerly_married once_married was_married", .single),
    ("已婚 己婚 巳婚 在婚 已结婚 已結婚 结婚了 结了婚 已领证 领证了 领了证 已成家 成家了 有配偶 配偶健在", .married),
    ("已经结婚 已登记结婚 已领结婚证 领了结婚证 有老公 有老婆 有妻子 有丈夫 有家室 有夫之妇 隐婚 重婚", .married),
    ("已嫁 已娶 婚内 分居 married remarried re-married separated", .married),
    ("未离婚 没离婚 还没离婚 尚未离婚 没有离婚 未办离婚 离婚中 離婚中 正在离婚 离婚冷静期 办理离婚中", .married),
    ("离婚办理中 离婚手续办理中 离婚手续中 离婚诉讼中 诉讼离婚中 准备离婚 打算离婚 闹离婚 还没离 尚未离", .married),
  ])

  /// What says it only where it is all that is said.
  private static let cells: Set<String> = ["结婚", "已结", "已登记", "有家庭", "已有家庭", "新婚", "军婚"]

  /// Nil where nothing or more than one thing is said; 单身 adds nothing to another.
  static func read(_ text: Written) -> MaritalStatus? {
    if isMarriedAgain(text) || cells.contains(text.folded.filter { !$0.isWhitespace }) {
      return .married
    }
    var found = Set(
      lexicon.all(in: text).map { word in
        word.meaning == .married
          && (isDenied(before: word.range, in: text) || isDenied(after: word.range, in: text))
          ? .single : word.meaning
      })
    if found.count > 1 { found.remove(.single) }
    return found.count == 1 ? found.first : nil
  }

  /// Whether a text says that somebody is married now.
  public static func isMarried(_ text: String) -> Bool {
    // What nearly everybody writes.
    guard text != "未婚" else { return false }
    return Fact.read(text, read) == .known(.married)
  }

  private static let negators: Set<Unicode.Scalar> = ["没", "未", "无", "非", "不", "沒", "無"]

  /// 没有老公, 从未已婚, 不曾已婚; what is denied by a word of its own (没离婚) stands in the lexicon.
  private static func isDenied(before word: Range<Int>, in text: Written) -> Bool {
    let joints: Set<Unicode.Scalar> = ["曾", "是", "有"]
    var place = word.lowerBound - 1
    if let joint = Unicode.Scalar(text[place]), joints.contains(joint) { place -= 1 }
    return Unicode.Scalar(text[place]).map(negators.contains) ?? false
  }

  /// `已婚：否`, `已婚 ×`: the answer to a question that stands in the cell too.
  private static func isDenied(after word: Range<Int>, in text: Written) -> Bool {
    let rest = text.text[text.places[word.upperBound]...].lowercased()
      .filter { !$0.isWhitespace && !$0.isPunctuation && $0 != "=" && $0 != "|" }
    return ["否", "不是", "不", "×", "✗", "✘", "x", "no", "n", "无", "没有"].contains(rest)
  }

  /// 再婚 and 复婚 as a state, and not as a wish or denied: 离异未再婚, 有意再婚.
  private static func isMarriedAgain(_ text: Written) -> Bool {
    let words = ["再婚", "复婚"].map { $0.unicodeScalars.map(\.value) }
    for place in 0..<max(0, text.count - 1) where words.contains([text[place], text[place + 1]]) {
      let before = place == 0 ? nil : Unicode.Scalar(text[place - 1])
      let after = Unicode.Scalar(text[place + 2])
      if isEnd(before, or: "已现又后异偶婚"), isEnd(after, or: "有家了已育未无带") { return true }
    }
    return false
  }

  private static func isEnd(_ scalar: Unicode.Scalar?, or words: String) -> Bool {
    guard let scalar, scalar.value != 0 else { return true }
    return !scalar.properties.isAlphabetic && !scalar.properties.isIdeographic
      || words.unicodeScalars.contains(scalar)
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
