import Canvas
import Wording

extension Command {
  /// The events and the register.
  static let register: [Command] =
    [
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
        .editEvent, in: .events, [.named(.f3), .character("e")], Phrase("修改", "edit"),
        help: Phrase("改名称、日期、规则、名额等；代号不变", "Changes title, day, rule, places; never the code"),
        at: 11),
      Command(
        .removeEvent, in: .events, [.named(.f4), .character("x")], Phrase("删去", "remove"),
        help: Phrase("删去还没有人报名的活动", "Takes away an event that nobody is registered for"), at: 12),
    ] + members + filtering + choices + fields(.filterForm, optionsAt: 3) + circles

  private static let members: [Command] = [
    Command(
      .showMember, in: .members, [.named(.enter)], Phrase("详情", "details"),
      help: Phrase("此人的全部资料", "All that is known of the member"), at: 1),
    Command(
      .filter, in: .members, [.named(.f3), .character("/")], Phrase("查找", "find"),
      help: Phrase(
        "写姓名、拼音、编号，或条件：女 年龄=25..32 居住地=泰安 学历>=本科 单位~医院,银行 已核验",
        "Names, pinyin, numbers, or conditions: sex=F age=25..32 city=泰安 employer~医院 verified"),
      at: 2),
    Command(
      .filterForm, in: .members, [.named(.f4), .character("f")], Phrase("按条件", "form"),
      help: Phrase("用表单选筛选条件", "The filter as a form to choose from"), at: 3),
    Command(
      .circle, in: .members, [.named(.f5), .character("c")], Phrase("缘分圈", "circle"),
      help: Phrase("和此人双方都合适的人，最合适的在前，附理由", "Who fits this member both ways, best first, and why"),
      at: 4),
    Command(
      .lonely, in: .members, [.control("n")], Phrase("暂无合适人选", "nobody fits"),
      help: Phrase("全名册里谁暂无合适人选，主要因为哪一条要求", "Whom nobody fits, and which limit rules out most")),
    Command(
      .listingCard, in: .members, [.control("l"), .character("v")], Phrase("刊登卡", "listing card"),
      help: Phrase("别人会看到的样子：没有姓名、电话、单位", "As others would see them: no name, phone or employer")),
    Command(
      .columns, in: .members, [.named(.f6), .character("o")], Phrase("列与排序", "columns"),
      help: Phrase("显示哪些列，按哪一列排", "Which columns are shown, and by which it is sorted"), at: 5),
    Command(
      .importRoster, in: .members, [.named(.f2)], Phrase("导入名册", "import"),
      help: Phrase("导入名册；重复导入不会重复添加", "Imports a roster; importing it again adds nobody twice"),
      at: 6),
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
  ]

  private static let filtering: [Command] = [
    Command(
      .showMember, in: .filtering, [.named(.enter)], Phrase("详情", "details"),
      help: Phrase("此人的全部资料", "All that is known of the member"), at: 1),
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

  /// What lies on the list of members.
  private static let choices: [Command] = [
    Command(
      .sortByColumn, in: .columns, [.named(.enter)], Phrase("按此列排", "sort by it"),
      help: Phrase("按这一列排；再选一次，顺序倒过来", "Sorts by the column; once more, the other way round"), at: 1
    ),
    Command(
      .toggleColumn, in: .columns, [.named(.f2), .character(" ")], Phrase("显示或隐藏", "show or hide"),
      help: Phrase("显示或隐藏这一列；空格也可", "Shows the column, or hides it; Space too"), at: 2),
    Command(
      .forgetSort, in: .columns, [.named(.f3)], Phrase("按编号", "by number"),
      help: Phrase("回到原来的顺序：找人时最像的在前", "Back to the first order: best match first"), at: 3),
    close(.columns, Phrase("返回", "back")),

    Command(
      .enterForm, in: .filterForm, [.named(.enter)], Phrase("下一项", "next"),
      help: Phrase("到下一项；在最后一项看结果", "To the next field; shows the list on the last"), at: 1),
    Command(
      .submitForm, in: .filterForm, [.named(.f2)], Phrase("看结果", "show"),
      help: Phrase("在哪一项都可以看结果", "Shows the list from any field"), at: 2),
    Command(
      .clear, in: .filterForm, [.named(.f3)], Phrase("清空", "clear"),
      help: Phrase("各项都不限", "Clears every field"), at: 4),
    close(.filterForm, Phrase("返回", "back")),
  ]
}
