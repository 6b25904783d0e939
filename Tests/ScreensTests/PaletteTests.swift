import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `The palette` {
  /// Tabs and dialogues of every kind; a question that waits for its answer has none.
  static let places: [Scene] = [
    .doorEmpty, .doorSearch, .walkIn, .badge, .absentees, .refusals, .registering, .picksEmpty,
    .picksTyping, .pairs, .pairCard, .events, .newEvent, .members, .membersFilter, .memberCard,
    .memberColumns, .filterForm, .memberEdit, .verificationQueue, .verification, .duplicates,
    .consents, .savedFilters, .circle, .criteria, .circleReasons, .listingCard, .help, .history,
    .importPath, .importColumns, .importMeaning, .importReport,
  ]

  /// Steps within what lies open are nothing to look for by name.
  private static let steps: Set<Command.ID> = [
    .up, .down, .pageUp, .pageDown, .first, .last, .close, .nextField, .previousField,
    .previousOption, .nextOption, .enterForm, .submitForm, .choose, .confirm, .confirmGrave, .clear,
    .completeNext, .completePrevious, .leaveFolder, .palette, .startSample, .startImport,
    .startEmpty, .nextPaper, .printNew, .nextRound, .previousRound,
    .nextQuestion, .previousQuestion, .noQuestion,
    .otherSeats, .startRound,
  ]

  private func listed(_ hall: Hall) -> String {
    var hall = hall
    let size = Size(columns: 120, rows: 40)
    hall.send(.resized(size))
    hall.press(.f8)
    var text = ""
    for _ in 0..<8 {
      text += hall.rows(size).joined(separator: "\n")
      hall.press(.pageDown)
    }
    return text
  }

  @Test(arguments: places) func `finds every command from everywhere`(scene: Scene) {
    let text = listed(scene.hall(.chinese, Size(columns: 80, rows: 24)))
    let wanted = Command.all.filter { command in
      let isAnswer =
        [.list, .form, .entry, .walkIn, .choice, .reading, .palette, .confirmation].contains(
          command.context)
        || command.context == .locked || [.graveConfirmation, .firstRun].contains(command.context)
      return !Self.steps.contains(command.id) && !isAnswer
    }
    #expect(wanted.count > 40)
    // One line for each, though it may be called otherwise elsewhere.
    let missing = Dictionary(grouping: wanted, by: \.id).filter { _, commands in
      !commands.contains { text.contains($0.label.chinese) }
    }.keys.map(\.rawValue)
    #expect(missing.isEmpty)
  }

  @Test(arguments: [
    (Scene.members, "未到名单", "未到 32 人"), (.picksEmpty, "导入名册", "导入名册"),
    (.doorEmpty, "新建活动", "新建活动"), (.memberCard, "结束互选", "结束互选？"),
    (.circle, "疑似重复", "疑似重复"), (.help, "现场报名", "现场报名"), (.consents, "历史", "记录"),
    (.pairCard, "列与排序", "列与排序"), (.importColumns, "按条件", "按条件筛选"),
    (.filterForm, "wdmd", "未到 32 人"), (.history, "walk-in", "现场报名"),
  ])
  func `goes where a command counts and runs it there`(scene: Scene, typed: String, shown: String) {
    var hall = scene.hall(.chinese, Size(columns: 80, rows: 24))
    hall.press(.f8)
    hall.type(typed == "历史" ? "jilu" : typed)
    hall.press(.enter)
    #expect(hall.shows(shown), "\(hall.rows().joined(separator: "\n"))")
  }

  @Test func `the tab it went to is the one that lies below`() {
    var hall = Hall(tab: .members)
    hall.press(.f8)
    hall.type("未到名单")
    hall.press(.enter)
    hall.press(.escape)
    #expect(hall.shows("找人"))
    #expect(!hall.shows("按 F3 或 /"))
  }

  @Test func `where no event is open it says so, and goes where one is opened`() {
    var hall = Hall(emptyIn: .chinese)
    hall.press(.escape)
    hall.press(.f8)
    hall.type("未到名单")
    #expect(hall.shows("请先在“活动”页打开一场活动"))
    _ = hall.asked()
    hall.press(.enter)
    #expect(hall.shows("请先在“活动”页打开一场活动"))
    #expect(hall.changes().isEmpty)
  }

  @Test func `what can be done stands before what cannot be done now`() {
    var hall = Hall()
    hall.press(.f8)
    let rows = hall.rows()
    let done = rows.lastIndex { $0.contains("│") && $0.contains("现场报名") }
    let barred = rows.firstIndex { $0.contains("✗") }
    if let done, let barred { #expect(done < barred) }
    #expect(rows.contains { $0.contains("▸ 现场报名") })
    hall.type("离场")
    let isSaid = hall.shows("✗ 请先输入两三个字")
    #expect(isSaid)
  }

  @Test func `typed work is not lost to it`() {
    var hall = Hall(tab: .members)
    hall.press(.control("e"))
    hall.type("某")
    hall.press(.f8)
    hall.type("新建活动")
    hall.press(.enter)
    #expect(hall.shows("改了 1 项") || hall.shows("还没有保存") || hall.shows("没保存"))
    #expect(!hall.shows("┌─ 新建活动"))
  }

  @Test func `a question is answered before anything else`() {
    var hall = Hall(tab: .door)
    hall.press(.control("c"))
    hall.press(.f8)
    #expect(!hall.shows("┌─ 命令"))
  }

  @Test(arguments: Language.allCases)
  func `a command of a later step leads as far as it can and names the key`(language: Language) {
    var hall = Hall(language: language, tab: .door)
    hall.press(.f8)
    hall.type(language == .chinese ? "是同一人" : "one person")
    hall.press(.enter)
    #expect(hall.shows("F2"))
    #expect(hall.shows(language == .chinese ? "疑似重复" : "duplicate") || hall.shows("Entered twice"))
  }
}
