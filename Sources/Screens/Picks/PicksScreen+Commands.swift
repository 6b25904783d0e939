import Canvas
import Wording

extension Command.ID {
  public static let saveSlip = Self("saveSlip")
  public static let correctSlip = Self("correctSlip")
  public static let closePicking = Self("closePicking")
  public static let nextWord = Self("nextWord")
  public static let typeAgain = Self("typeAgain")
}

extension Context {
  public static let picks = Self("picks", Tab.picks.phrase, typing: .caret, home: .tab(.picks))
}

extension PicksScreen {
  static let commands: [Command] = [
    Command(
      .saveSlip, in: .picks, [.named(.enter)], Phrase("保存", "save"),
      help: Phrase(
        "保存这张选票，空着的一行写 -；有错不保存，只说明原因。只有号牌时先到下一个号码，再按存为空白",
        "Saves the slip, - for a blank line; a wrong one is not saved and says why. After a badge alone it goes on to the picks; again: a blank slip"
      ),
      at: 1),
    Command(
      .correctSlip, in: .picks, [.named(.f3)], Phrase("更正", "correct"),
      help: Phrase("更正录过的选票：先写号牌，再按此键", "Corrects a slip that is in: type the badge first"), at: 2),
    Command(
      .closePicking, in: .picks, [.named(.f5)], Phrase("结束互选", "close"),
      help: Phrase("不再收选票，算出牵手", "Takes no more slips and makes the pairs"), at: 4),
    Command(
      .typeAgain, in: .picks, [.named(.f2)], Phrase("第二次录入", "second typing"),
      help: Phrase(
        "换人把选票再录一遍，看不到第一次录的，当场核对；再按换回第一次",
        "Another clerk types the slips again without seeing the first; compared at once. Again: back"
      ),
      at: 5),
    Command(
      .nextWord, in: .picks, [.named(.tab)], Phrase("下一格", "next number"),
      help: Phrase("写完一个号码到下一个，与空格相同", "After a number to the next one, as Space does")),
    Command(
      .clear, in: .picks, [.named(.escape)], Phrase("清空", "clear"),
      help: Phrase("清空输入", "Empties the line"), at: 7),
  ]
}
