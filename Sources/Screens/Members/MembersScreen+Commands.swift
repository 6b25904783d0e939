import Canvas
import Wording

extension Command.ID {
  public static let listingCard = Self("listingCard")
  public static let showMember = Self("showMember")
  public static let filter = Self("filter")
  public static let filterForm = Self("filterForm")
  public static let columns = Self("columns")
  public static let importRoster = Self("importRoster")
  public static let registerFound = Self("registerFound")
  public static let tolerant = Self("tolerant")
  public static let endFilter = Self("endFilter")
  public static let addMember = Self("addMember")
  public static let editMember = Self("editMember")
  public static let verifications = Self("verifications")
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
    Command(
      .addMember, in: .members, [.named(.insert), .character("a")], Phrase("新增", "add"),
      help: Phrase("新增一名单身职工", "Enters a member by hand"), at: 11),
    Command(
      .editMember, in: .members, [.control("e"), .character("e")], Phrase("修改", "edit"),
      help: Phrase("修改此人的资料和状态", "Changes details and status of the member"), at: 12),
    Command(
      .verifications, in: .members, [.control("v"), .character("h")], Phrase("待核验", "to verify"),
      help: Phrase("等待核验的人，逐个看", "Who waits to be verified, one after another"), at: 13),
    Command(
      .duplicates, in: .members, [.control("d"), .character("d")], Phrase("疑似重复", "duplicates"),
      help: Phrase("可能登记了两次的人，合并或分开", "Who may be entered twice: merged, or kept apart")),
    Command(
      .consents, in: .members, [.control("g"), .character("s")], Phrase("授权", "consents"),
      help: Phrase(
        "此人同意的用途：刊登、直播、大屏、照片", "What the member consents to: listing, broadcast, screen, photo")),
    Command(
      .savedFilters, in: .members, [.control("o"), .character("m")],
      Phrase("常用筛选", "saved filters"),
      help: Phrase("存下现在的筛选，或用存过的", "Saves the filter under a name, or applies a saved one")),
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
}
