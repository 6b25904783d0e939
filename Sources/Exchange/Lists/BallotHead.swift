/// What a column of a list of ballots holds, by its head as people and survey sites write it.
///
/// `选票人号牌` and `您的胸牌号` say whose slip it is; `第一志愿`, `心动对象2` and `2nd choice` have a line
/// of it each; `选择的号牌` has all of them.
struct BallotHead {
  enum Kind: Hashable {
    case picker
    /// The line of the slip.
    case choice(Int)
    case choices
  }

  /// Without what surveys put around it.
  let plain: String
  let kind: Kind?

  init(_ head: String) {
    let text = HeadText(head)
    plain = text.bases.first ?? ""
    // As it stands first, for `1志愿` is no numbered question.
    kind = ([RowGrammar.folded(head)] + text.names).lazy.compactMap(Self.kind(of:)).first
  }

  private static func kind(of name: String) -> Kind? {
    let words = name.without(["的", "_", "-", "/", "#"])
    guard let (rest, number) = HeadNumeral.taken(out: words) else { return kind(words) }
    return number > 0 && isWish(rest.without(ordinals)) ? .choice(number) : nil
  }

  private static func kind(_ words: String) -> Kind? {
    if words == "首选" { return .choice(1) }
    let bare = words.without(badges)
    if fillers.contains(bare) || bare.isEmpty && !words.isEmpty { return .picker }
    return isWish(words) && !words.isEmpty ? .choices : nil
  }

  private static func isWish(_ words: String) -> Bool {
    let wish = words.without(badges).without(people).without(["我", "本人", "您", "想"])
    // A bare number, or 第二位嘉宾.
    if wish.isEmpty { return words.isEmpty || words.without(people).isEmpty }
    return wishes.contains(wish) || wishes.contains(words)
  }

  /// Who fills a slip in.
  private static let fillers = [
    "picker", "voter", "选择人", "投票人", "选票人", "填票人", "填表人", "填写人", "填报人", "提交人", "答题人", "选择者",
    "投票者", "填写者", "本人", "自己", "我", "my", "your", "own",
  ]
  /// What is worn, and stands behind words of either kind.
  private static let badges = [
    "号码牌", "胸牌号码", "胸牌号", "胸牌", "号牌", "牌号", "号码", "编号", "号", "badge", "number", "no.", "no",
  ]
  /// What naming somebody on a slip is called.
  private static let wishes = [
    "choice", "choices", "pick", "picks", "preference", "vote", "rank", "选择", "选项", "志愿", "心动",
    "心仪",
    "互选", "意向", "意中", "中意", "选", "所选", "喜欢", "牵手",
  ]
  private static let people = ["对象", "嘉宾", "人选", "女生", "男生", "异性", "人"]
  private static let ordinals = ["第", "顺位", "位", "个", "st", "nd", "rd", "th"]

  /// The surest first: a column may be called 编号 that only counts the rows.
  fileprivate var certainty: Int {
    if Self.fillers.contains(where: plain.contains) { return 0 }
    return plain.contains("牌") || plain.contains("badge") ? 1 : 2
  }
}

extension [BallotHead] {
  /// The column that says whose slip it is: the surest, and the first of several.
  var picker: Int? {
    indices.filter { self[$0].kind == .picker }.min { self[$0].certainty < self[$1].certainty }
  }

  /// The column that holds whole slips.
  var whole: Int? { firstIndex { $0.kind == .choices } }

  /// The columns of single lines in the order of their numbers.
  var lines: [Int] {
    enumerated().compactMap { index, head -> (index: Int, number: Int)? in
      guard case .choice(let number) = head.kind else { return nil }
      return (index, number)
    }.sorted { ($0.number, $0.index) < ($1.number, $1.index) }.map(\.index)
  }
}

/// A number in a head: `3`, `三`, `十二`, `③`, `first`.
private enum HeadNumeral {
  /// The head without its only number; nil where there is none, or several.
  static func taken(out head: String) -> (rest: String, number: Int)? {
    for (place, word) in words.enumerated() where head.hasPrefix(word) {
      return (String(head.dropFirst(word.count)), place + 1)
    }
    guard let start = head.firstIndex(where: isPart) else { return nil }
    let end = head[start...].firstIndex { !isPart($0) } ?? head.endIndex
    guard !head[end...].contains(where: isPart), let number = value(head[start..<end]) else {
      return nil
    }
    return (String(head[..<start] + head[end...]), number)
  }

  private static let words = ["first", "second", "third", "fourth", "fifth"]
  private static let digits = Array("零一二三四五六七八九")
  private static let circled = Array("①②③④⑤⑥⑦⑧⑨⑩")

  private static func isPart(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || character == "十" || digits.contains(character)
      || circled.contains(character)
  }

  /// Below a thousand: a slip has not so many lines.
  private static func value(_ text: Substring) -> Int? {
    if let number = Int(text) { return number < 1000 ? number : nil }
    if text.count == 1, let place = text.first.flatMap(circled.firstIndex) { return place + 1 }
    guard let ten = text.firstIndex(of: "十") else { return text.count == 1 ? digit(text) : nil }
    guard let tens = text[..<ten].isEmpty ? 1 : digit(text[..<ten]) else { return nil }
    let rest = text[text.index(after: ten)...]
    guard let units = rest.isEmpty ? 0 : digit(rest) else { return nil }
    return 10 * tens + units
  }

  private static func digit(_ text: Substring) -> Int? {
    text.count == 1 ? text.first.flatMap(digits.firstIndex) : nil
  }
}

extension String {
  /// Without these words, in their order.
  fileprivate func without(_ words: [String]) -> String {
    words.reduce(self) { $0.replacing($1, with: "") }
  }
}
