import Canvas
import Wording

extension Command.ID {
  public static let help = Self("help")
  public static let undo = Self("undo")
  public static let redo = Self("redo")
  public static let language = Self("language")
  public static let suspend = Self("suspend")
  public static let leave = Self("leave")
  public static let nextTab = Self("nextTab")
  public static let previousTab = Self("previousTab")
  public static let members = Self("members")
  public static let events = Self("events")
  public static let door = Self("door")
  public static let programme = Self("programme")
  public static let picks = Self("picks")
  public static let pairs = Self("pairs")
  public static let quit = Self("quit")
}

extension Command {
  /// What holds for all tabs, and everywhere.
  static let desk: [Command] = [
    Command(
      .nextTab, in: .desk, [.named(.tab)], Phrase("切换", "tabs"),
      help: Phrase("下一页", "Next tab"), at: 6),
    Command(
      .previousTab, in: .desk, [.named(.backTab)], Phrase("上一页", "previous tab"),
      help: Phrase("上一页", "Previous tab")),
    tab(.members, "1"), tab(.events, "2"), tab(.door, "3"),
    tab(.programme, "4"), tab(.picks, "5"), tab(.pairs, "6"),
    Command(
      .quit, in: .desk, [.control("q"), .character("q")], Phrase("退出", "quit"),
      help: Phrase("退出；做过的都已保存", "Quits; everything is saved already")),
  ]

  static let everywhere: [Command] = [
    Command(
      .help, in: .everywhere, [.named(.f1), .character("?")], Phrase("帮助", "help"),
      help: Phrase("这里能用的每个键", "Every key that works here"), at: 99),
    Command(
      .palette, in: .everywhere, [.named(.f8), .character(":")], Phrase("命令", "commands"),
      help: Phrase(
        "按名称找任何命令，去那里执行；汉字、拼音、英文都可以", "Finds any command by name, goes there and runs it"),
      at: 10),
    Command(
      .undo, in: .everywhere, [.named(.f9), .character("u")], Phrase("撤销", "undo"),
      help: Phrase("撤销本台做的上一步", "Takes back what this desk did last")),
    Command(
      .redo, in: .everywhere, [.named(.f10), .control("r")], Phrase("重做", "redo"),
      help: Phrase("重做刚撤销的一步", "Does again what was undone")),
    Command(
      .language, in: .everywhere, [.named(.f12)], Phrase("English", "中文"),
      help: Phrase("换成英文", "Switches to Chinese")),
    Command(
      .suspend, in: .everywhere, [.control("z")], Phrase("挂起", "suspend"),
      help: Phrase("暂时回到命令行，输入 fg 回来", "To the shell; fg brings it back")),
    Command(
      .leave, in: .everywhere, [.control("c")], Phrase("退出", "quit"),
      help: Phrase("确认后退出", "Asks, then quits")),
  ]

  private static func tab(_ tab: Tab, _ digit: Character) -> Command {
    let id: ID =
      switch tab {
      case .members: .members
      case .events: .events
      case .door: .door
      case .programme: .programme
      case .picks: .picks
      case .pairs: .pairs
      }
    return Command(
      id, in: .desk, [.alt(digit)], tab.phrase,
      help: Phrase("到“\(tab.phrase.chinese)”页", "To the tab \(tab.phrase.english)"))
  }
}
