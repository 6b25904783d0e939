import Canvas
import Wording

extension Command {
  /// The events and the register.
  static let register: [Command] = [
    Command(
      .openEvent, in: .events, [.named(.enter)], Phrase("打开", "open"),
      help: Phrase("打开这场活动，进签到；已结束的看牵手", "Opens the event: its door, or its pairs"), at: 1),
    Command(
      .newEvent, in: .events, [.named(.f2), .character("n")], Phrase("新建活动", "new event"),
      help: Phrase("新建一场活动", "Creates an event"), at: 2),
    Command(
      .register, in: .events, [.named(.f5), .character("r")], Phrase("登记报名", "register"),
      help: Phrase("从名册里选人登记，也可用一份名单", "Registers members, one by one or by a list"), at: 3),

    Command(
      .showMember, in: .members, [.named(.enter)], Phrase("详情", "details"),
      help: Phrase("此人的全部资料", "All that is known of the member"), at: 1),
    Command(
      .filter, in: .members, [.named(.f3), .character("/")], Phrase("查找", "find"),
      help: Phrase("按姓名、拼音、编号或手机尾号查找", "Finds by name, pinyin, number, last four"), at: 2),
    Command(
      .importRoster, in: .members, [.named(.f2)], Phrase("导入名册", "import"),
      help: Phrase("导入 CSV 名册；重复导入不会重复添加", "Brings in a CSV; twice adds nobody twice"), at: 3),
    Command(
      .showMember, in: .filtering, [.named(.enter)], Phrase("详情", "details"),
      help: Phrase("此人的全部资料", "All that is known of the member"), at: 1),
    Command(
      .endFilter, in: .filtering, [.named(.escape)], Phrase("看全部", "show all"),
      help: Phrase("清空查找，回到整个名册", "Empties the search, back to everybody"), at: 2),
  ]
}
