import Canvas
import Wording

extension Command.ID {
  public static let filter = Self("filter")
  public static let registerFound = Self("registerFound")
  public static let tolerant = Self("tolerant")
  public static let endFilter = Self("endFilter")
}

extension Context {
  public static let members = Self(
    "members", Tab.members.phrase, typing: .none, home: .tab(.members))
  /// The line of the filter has the keys.
  public static let filtering = Self(
    "filtering", Phrase("筛选", "Filter"), typing: .caret, home: .within(.filter))
}

extension MembersScreen {
  static let commands: [Command] = [
    Command(
      .filter, in: .members, [.named(.f3), .character("/")], Phrase("查找", "find"),
      help: Phrase(
        "写姓名、拼音、编号，或条件：女 年龄=25..32 居住地=泰安 学历>=本科 单位~医院,银行 已核验",
        "Names, pinyin, numbers, or conditions: sex=F age=25..32 city=泰安 employer~医院 verified"),
      at: 2),
    Command(
      .registerFound, in: .members, [.control("y"), .character("r")],
      Phrase("全部报名", "register all"),
      help: Phrase(
        "把列出的人全部登记到打开的活动，会先请您确认",
        "Registers everybody who is listed for the open event, and asks first")),
    Command(
      .tolerant, in: .members, [.control("t"), .character("~")], Phrase("读音相近", "sounds alike"),
      help: Phrase(
        "不分 zh/z、ch/c、sh/s、n/l、in/ing、v/u；也可在姓名前写 ~",
        "Also zh for z, n for l, ing for in; or write ~ before the name")),
    Command(
      .endFilter, in: .members, [.named(.escape)], Phrase("看全部", "show all"),
      help: Phrase("去掉筛选，回到整个名册", "Drops the filter, back to everybody"), at: 7),
    Command(
      .completeNext, in: .filtering, [.named(.tab)], Phrase("补全", "complete"),
      help: Phrase(
        "补上下面列出的词；再按换下一个，没有列出就不动",
        "Completes with what is offered below; again for the next one"),
      at: 2
    ),
    Command(
      .completePrevious, in: .filtering, [.named(.backTab)], Phrase("上一个", "previous"),
      help: Phrase("换回上一个", "The one before")),
    Command(
      .endFilter, in: .filtering, [.named(.escape)], Phrase("完成", "done"),
      help: Phrase("保留筛选；再按 Esc 看全部", "The filter stays; Esc once more shows everybody"), at: 3),
  ]
}
