import Canvas
import Wording

extension Command.ID {
  public static let openEvent = Self("openEvent")
  public static let editEvent = Self("editEvent")
  public static let removeEvent = Self("removeEvent")
  public static let archiveEvent = Self("archiveEvent")
}

extension Context {
  public static let events = Self("events", Tab.events.phrase, typing: .none, home: .tab(.events))
}

extension EventsScreen {
  static let commands: [Command] = [
    Command(
      .openEvent, in: .events, [.named(.enter)], Phrase("打开", "open"),
      help: Phrase("打开这场活动，进签到；已结束的看牵手", "Opens the event: its door, or its pairs"), at: 1),
    Command(
      .register, in: .events, [.named(.f5), .character("r")], Phrase("登记报名", "register"),
      help: Phrase("从名册里选人登记，也可用一份名单", "Registers members, one by one or by a list"), at: 3),
    Command(
      .editEvent, in: .events, [.named(.f3), .character("e")], Phrase("修改", "edit"),
      help: Phrase("改名称、日期、规则、名额等；代号不变", "Changes title, day, rule, places; never the code"),
      at: 11),
    Command(
      .removeEvent, in: .events, [.named(.f4), .character("x")], Phrase("删去", "remove"),
      help: Phrase("删去还没有人报名的活动", "Takes away an event that nobody is registered for"), at: 12),
    Command(
      .archiveEvent, in: .events, [.alt("a")], Phrase("归档", "archive"),
      help: Phrase(
        "永久清除已结束活动的选票，留下互选和牵手的结果", "Deletes a closed event's slips for good; its pairs stay")),
  ]
}
