public import Matchmaking

extension Capacity {
  /// The places in a word: `120`, `男60 女60`; nil where there is no limit.
  public var phrase: Phrase? {
    guard self != .unlimited else { return nil }
    return Phrase(
      parts.map(\.chinese).joined(separator: " "), parts.map(\.english).joined(separator: " "))
  }

  /// The same with what both pools come to.
  public var phraseWithTotal: Phrase? {
    guard let phrase, all == nil, let total else { return phrase }
    return phrase + Phrase("，共 \(total)", ", \(total) in all")
  }

  /// In the little room of a list: how many in all, else of the pool that is limited.
  public var brief: Phrase? { total.map { .verbatim("\($0)") } ?? phrase }

  /// Whose places a sentence is about, before it; empty where it is about all.
  public static func whose(_ pool: Pool?) -> Phrase {
    pool.map { Phrase("\($0.phrase.chinese)组", "\($0.phrase.english): ") } ?? .empty
  }

  private var parts: [Phrase] {
    [
      all.map { .verbatim("\($0)") }, men.map { Phrase("男\($0)", "M\($0)") },
      women.map { Phrase("女\($0)", "F\($0)") },
    ].compactMap(\.self)
  }
}

extension CapacityFault {
  public var phrase: Phrase {
    switch self {
    case .unreadable(let text):
      Phrase(
        "名额“\(text)”看不懂：请写 120，或男女各多少，如 60+60、女60",
        "\u{201c}\(text)\u{201d} says no places: write 120, or men and women as in 60+60, or F60")
    case .outOfRange:
      Phrase(
        "名额写 1 到 \(Capacity.numbers.upperBound)，不限就空着（命令行写 unlimited）",
        "places are 1 to \(Capacity.numbers.upperBound); for no limit write nothing, or unlimited in a command"
      )
    case .noPools:
      Phrase(
        "不分组的活动没有男女名额，请写一个总数，如 120",
        "an event of one pool has no places for men or women; write one number, as in 120")
    case .wholeOutOfReach(let whole, let sum):
      Phrase(
        "男女名额加起来只有 \(sum)，到不了 \(whole)；请改其中一个",
        "men's and women's places are \(sum) together and never \(whole); change one of them")
    case .poolOutOfReach(let pool, let places, let whole):
      Phrase(
        "\(pool.phrase.chinese)组 \(places) 个名额比总数 \(whole) 还多；请改其中一个",
        "\(places) places for \(pool.inSentence.english) are more than \(whole) in all; change one of them"
      )
    }
  }
}
