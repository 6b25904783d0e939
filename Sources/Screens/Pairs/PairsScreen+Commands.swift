import Canvas
import Wording

extension Command.ID {
  public static let showPair = Self("showPair")
  public static let compareRules = Self("compareRules")
  public static let askOutcome = Self("askOutcome")
  public static let showPicture = Self("showPicture")
}

extension Context {
  public static let pairs = Self("pairs", Tab.pairs.phrase, typing: .none, home: .tab(.pairs))
}

extension PairsScreen {
  static let commands: [Command] =
    [
      Command(
        .showPair, in: .pairs, [.named(.enter)], Phrase("详情", "details"),
        help: Phrase("这一对的名次和理由", "Ranks and reason of the marked pair"), at: 1),
      Command(
        .closePicking, in: .pairs, [.named(.f5)], Phrase("结束互选", "close picking"),
        help: Phrase("不再收选票，算出牵手", "Takes no more slips and makes the pairs"), at: 2),
      Command(
        .compareRules, in: .pairs, [.named(.f6)], Phrase("比较规则", "compare rules"),
        help: Phrase("各种规则会有几对，不显示是谁", "How many pairs each rule would give, without who"), at: 3),
      Command(
        .showPicture, in: .pairs, [.named(.f4)], Phrase("互选图", "picture"),
        help: Phrase("把互选画成图，只有号牌", "The mutual picks as a picture, badges only"), at: 4),
      Command(
        .askOutcome, in: .pairs, [.named(.f3)], Phrase("为什么", "why"),
        help: Phrase(
          "某人为什么没有牵手；谁看过会留下记录", "Why somebody has no partner; that it was asked goes on record"),
        at: 5),
    ] + gateCommands
}
