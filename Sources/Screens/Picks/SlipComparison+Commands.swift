import Canvas
import Wording

extension Command.ID {
  public static let compareSlips = Self("compareSlips")
  public static let takeFirst = Self("takeFirst")
  public static let takeSecond = Self("takeSecond")
  public static let settleSlip = Self("settleSlip")
}

extension Context {
  public static let slipComparison = Self(
    "slipComparison", Phrase("核对选票", "Comparing slips"), typing: .caret,
    home: .within(.compareSlips))
}

extension SlipComparison {
  static let commands: [Command] = [
    Command(
      .compareSlips, in: .picks, [.named(.f4)], Phrase("核对", "settle"),
      help: Phrase(
        "两次录得不一样的选票，对照纸票确认", "Slips typed differently the two times, to be settled by the paper"),
      at: 6, unless: Environment.nothingOpen),

    Command(
      .settleSlip, in: .slipComparison, [.named(.enter)], Phrase("按写的确认", "as typed"),
      help: Phrase("两次都不对：照纸票写出来", "Both are wrong: what was typed here is what the paper says"),
      at: 3),
    Command(
      .takeFirst, in: .slipComparison, [.named(.f3)], Phrase("第一次对", "first is right"),
      help: Phrase("纸票与第一次录的一样", "The paper says what was typed first"), at: 1),
    Command(
      .takeSecond, in: .slipComparison, [.named(.f4)], Phrase("第二次对", "second is right"),
      help: Phrase("纸票与第二次录的一样", "The paper says what was typed the second time"), at: 2),
    .close(.slipComparison, Phrase("返回", "back")),
  ]
}
