import Canvas
import Wording

extension Command.ID {
  public static let showPair = Self("showPair")
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
    ] + gateCommands
}
