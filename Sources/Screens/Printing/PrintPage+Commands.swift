import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let print = Self("print")
  public static let nextPaper = Self("nextPaper", isStep: true)
  public static let printNew = Self("printNew", isStep: true)
}

extension Context {
  public static let printing = Self(
    "printing", Phrase("打印", "Printing"), typing: .caret, home: .within(.print))
}

extension PrintPage {
  static let commands: [Command] = [
    Command(
      .print, in: .desk, [.alt("p")], Phrase("打印", "print"),
      help: Phrase("把号牌、签到名单、选票做成 PDF", "Makes badges, the door list or ballots as PDF"),
      unless: Environment.nothingOpen, does: { $0.atEvening { PrintPage(for: $0.event) } }),

    Command(
      .choose, in: .printing, [.named(.enter)], Phrase("打印", "print"),
      help: Phrase(
        "写成 PDF；打印号牌和选票时，还没有号的人都发号", "Writes the PDF; badges and ballots number all who have none"),
      at: 1),
    Command(
      .nextPaper, in: .printing, [.named(.tab)], Phrase("换一种", "another paper"),
      help: Phrase("号牌、签到名单、选票，换下一种", "Badges, door list, ballots: the next"), at: 2),
    Command(
      .printNew, in: .printing, [.named(.f3)], Phrase("只印新的", "only new"),
      help: Phrase("只印还没有号牌的人，现在发号", "Only those who have no number yet and get one now"), at: 3),
    Command(
      .nextField, in: .printing, [.named(.down)], Phrase("校准", "adjust"),
      help: Phrase(
        "打印机印偏、印小的，在下面写偏移和缩放", "Makes good of a printer's drift: offset and scale below"), at: 4),
    Command(
      .previousField, in: .printing, [.named(.up)], Phrase("上一项", "previous field"),
      help: Phrase("上一项", "Previous field")),
    .close(.printing, Phrase("返回", "back")),
  ]
}

extension Confirmation {
  /// Two badges of one number confuse an evening.
  static func reprinting(_ times: Int, _ change: Change) -> Confirmation {
    Confirmation(
      title: Phrase("号牌再打印一次？", "Print the badges again?"),
      lines: [
        Phrase(
          "这场活动的号牌已打印过 \(times) 次。号码不变，旧的号牌请收回。",
          "The badges of this event were printed \(times.counted("time")). Numbers stay; collect the old ones."
        ),
        Phrase(
          "按 F8 全部再打印；Esc 返回，F3 只印新报名的人。",
          "F8 prints all again; Esc goes back, where F3 prints only who is new."),
      ], yes: Phrase("再打印", "print again"), intent: .change(change), isGrave: true)
  }
}
