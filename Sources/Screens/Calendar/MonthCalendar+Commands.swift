import Canvas
import Wording

extension Command.ID {
  public static let calendar = Self("calendar")
}

extension Context {
  public static let calendar = Self(
    "calendar", Phrase("月历", "Calendar"), typing: .none, home: .within(.calendar))
}

extension MonthCalendar {
  static let commands: [Command] = [
    Command(
      .calendar, in: .events, [.named(.f6), .character("c")], Phrase("月历", "calendar"),
      help: Phrase(
        "看一个月的节日和活动，选一天新建", "A month with its festivals and events; choose a day for one"),
      at: 13, does: { [.open(MonthCalendar(in: $0))] }),
    Command(
      .choose, in: .calendar, [.named(.enter)], Phrase("新建或打开", "new or open"),
      help: Phrase("在这一天新建活动，或打开已有的", "A new event on that day, or the one there"), at: 1),
    Command(
      .previousOption, in: .calendar, [.named(.left), .character("h")], Phrase("前一天", "day before"),
      help: Phrase("前一天；↑ 上一周", "The day before; up goes by weeks")),
    Command(
      .nextOption, in: .calendar, [.named(.right), .character("l")], Phrase("后一天", "day after"),
      help: Phrase("后一天；↓ 下一周", "The day after; down goes by weeks"), at: 2),
    Command(
      .pageDown, in: .calendar, [.named(.pageDown), .control("f")], Phrase("下个月", "next month"),
      help: Phrase("下个月；PgUp 上个月", "The next month; PgUp the one before"), at: 3),
    .close(.calendar, Phrase("返回", "back")),
  ]
}
