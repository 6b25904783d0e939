import Canvas
import Wording

extension Command.ID {
  public static let startSample = Self("startSample", isStep: true)
  public static let startImport = Self("startImport", isStep: true)
  public static let startEmpty = Self("startEmpty", isStep: true)
}

extension Context {
  public static let firstRun = Self(
    "firstRun", Phrase("开始", "First run"), typing: .none, home: .nowhere)
}

extension FirstRun {
  static let commands: [Command] = [
    Command(
      .choose, in: .firstRun, [.named(.enter)], Phrase("选定", "choose"),
      help: Phrase("执行选中的这一项", "Does what is marked"), at: 1),
    Command(
      .startSample, in: .firstRun, [.character("1"), .named(.f2)], Phrase("看样例", "sample"),
      help: Phrase("打开样例之夜", "Opens the sample evening")),
    Command(
      .startImport, in: .firstRun, [.character("2"), .named(.f3)], Phrase("导入名册", "import"),
      help: Phrase("从 Excel 或 CSV 导入名册", "Imports a roster from Excel or CSV")),
    Command(
      .startEmpty, in: .firstRun, [.character("3"), .named(.f4)], Phrase("从空白开始", "empty"),
      help: Phrase("先建活动，人以后再加", "Starts with an event; people come later")),
    .close(.firstRun, Phrase("先看看", "not now")),
    Command(
      .quit, in: .firstRun, [.control("q"), .character("q")], Phrase("退出", "quit"),
      help: Phrase("退出；什么都没有建", "Leaves; nothing was made"), at: 91),
  ]
}
