import Canvas
import Wording

extension Command.ID {
  public static let saveSlip = Self("saveSlip")
  public static let correctSlip = Self("correctSlip")
  public static let closePicking = Self("closePicking")
}

extension Context {
  public static let picks = Self("picks", Tab.picks.phrase, typing: .caret, home: .tab(.picks))
}

extension PicksScreen {
  static let commands: [Command] = [
    Command(
      .saveSlip, in: .picks, [.named(.enter)], Phrase("保存", "save"),
      help: Phrase(
        "保存这张选票，空着的一行写 -；有错不保存，只说明原因",
        "Saves the slip, - for a blank line; a wrong slip is not saved and says why"),
      at: 1),
    Command(
      .correctSlip, in: .picks, [.named(.f3)], Phrase("更正", "correct"),
      help: Phrase("更正录过的选票：先写号牌，再按此键", "Corrects a slip that is in: type the badge first"), at: 2),
    Command(
      .closePicking, in: .picks, [.named(.f5)], Phrase("结束互选", "close"),
      help: Phrase("不再收选票，算出牵手", "Takes no more slips and makes the pairs"), at: 4),
    Command(
      .clear, in: .picks, [.named(.escape)], Phrase("清空", "clear"),
      help: Phrase("清空输入", "Empties the line"), at: 7),
  ]
}
