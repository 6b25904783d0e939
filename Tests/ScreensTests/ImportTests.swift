import Canvas
import Matchmaking
import Screens
import Testing

@Suite struct `Bringing in a roster` {
  var hall = Hall()

  init() {
    hall.press(.alt("1"))
    hall.press(.f2)
  }

  private var looked: [RosterChoice] {
    hall.questioned.compactMap { if case .lookAtRoster(let choice) = $0 { choice } else { nil } }
  }

  @Test mutating func `the file is chosen from the folder, folders are gone into`() {
    #expect(hall.shows("报名表.xlsx"))
    hall.press(.down, .enter)
    #expect(hall.shows("~/名册/"))
    hall.press(.enter)
    #expect(looked.map(\.path) == ["~/名册/报名表.xlsx"])
  }

  @Test mutating func `a path is typed, completed, or dropped into the window`() {
    hall.type("泰山")
    #expect(!hall.shows("报名表"))
    hall.press(.tab)
    #expect(hall.shows("~/泰山区各单位名册.csv"))
    hall.press(.control("u"))
    hall.press(.paste("'/media/usb/名 单.csv' "))
    hall.press(.enter)
    #expect(looked.map(\.path) == ["/media/usb/名 单.csv"])
  }

  @Test mutating func `a path of one's own takes the place of the folder that stands there`() {
    hall.type("/media/usb/名单.csv")
    hall.press(.enter)
    #expect(looked.map(\.path) == ["/media/usb/名单.csv"])
  }

  @Test mutating func `the columns are shown as they were understood, and the dry run's counts`() {
    hall.press(.down, .down, .enter)
    #expect(hall.shows("王志超"))
    #expect(hall.shows("保留原样"))
    #expect(hall.shows("新增 571"))
    #expect(!hall.sent.contains { if case .importRoster = $0 { true } else { false } })
    hall.press(.enter)
    #expect(hall.shows("新增 571，更新 12"))
  }

  @Test mutating func `a column is corrected, and one that had the field gives it up`() {
    hall.press(.down, .down, .enter)
    hall.press(.down, .down, .down, .down, .down, .f3, .down, .down, .enter)
    #expect(looked.last?.corrections == ["8、所在部门": "name", "3、您的姓名是？": ""])
    #expect(hall.shows("姓名 *"))
    hall.press(.enter)
    let imported = hall.sent.compactMap { effect -> RosterChoice? in
      if case .importRoster(let choice) = effect { choice } else { nil }
    }
    #expect(imported.last?.corrections["8、所在部门"] == "name")
  }

  @Test mutating func `another sheet is another head`() {
    hall.press(.down, .down, .enter, .f4)
    #expect(looked.last?.sheet == "说明")
  }

  @Test mutating func `an answer to an older question is passed over`() {
    hall.press(.down, .down, .enter)
    hall.isSlow = true
    hall.press(.f4)
    hall.answer(.rehearsed(ImportSummary()))
    #expect(!hall.shows("新增 0"))
  }

  @Test mutating func `the rows to mend are written where they can be found`() {
    hall.press(.down, .down, .enter, .enter, .f2)
    #expect(hall.shows("待改.xlsx"))
  }

  @Test mutating func `a file that cannot be read is said, and another can be chosen`() {
    hall.isSlow = true
    hall.press(.down, .down, .enter)
    hall.answer(.failed(.noSuchFile("~/报名表.xlsx")))
    #expect(hall.shows("✗"))
    hall.isSlow = false
    hall.press(.enter)
    #expect(hall.shows("新增 571"))
  }

  @Test mutating func `every column is shown with what became of it`() {
    hall.press(.down, .down, .enter)
    for word in ["3、您的姓名是？", "年收入（万元）", "保留原样（“手机”另有一列）", "不导入（序号）", "空列"] {
      #expect(hall.shows(word), "\(word)")
    }
    hall.press(.end)
    #expect(hall.shows("答卷时间") && hall.shows("不导入（问卷附带）"))
    hall.press(.enter)
    #expect(hall.shows("不认识、保留原样的列：8、所在部门"))
  }

  @Test mutating func `a column that asks for a consent is pointed out, and is one only when said`()
  {
    hall.press(.down, .down, .enter)
    #expect(!hall.shows("像授权"))
    for _ in 0..<9 { hall.press(.down) }
    #expect(hall.shows("像授权·每周单身信息"))
    hall.press(.f3)
    for _ in 0..<15 { hall.press(.down) }
    hall.press(.enter)
    #expect(looked.last?.corrections == ["14、是否同意信息公开": "consent:listing"])
    #expect(hall.shows("授权·每周单身信息 *"))
  }

  @Test mutating func `Home and End go to the ends of what a column can be`() {
    hall.press(.down, .down, .enter)
    hall.press(.down, .down, .down, .down, .down, .f3, .end)
    #expect(hall.rows().contains { $0.contains("▸") && $0.contains("身份证后四位") })
    hall.press(.home)
    #expect(hall.rows().contains { $0.contains("▸") && $0.contains("保留原样") })
  }

  @Test mutating func `a column can be left out`() {
    hall.press(.down, .down, .enter)
    hall.press(.down, .down, .down, .down, .down, .f3, .down, .enter)
    #expect(looked.last?.corrections == ["8、所在部门": "skip"])
    #expect(hall.shows("不导入 *"))
    hall.press(.f3)
    #expect(hall.rows().contains { $0.contains("▸") && $0.contains("不导入") })
  }

  /// What a look at a file came to that cannot be imported.
  private mutating func show(
    _ code: ImportProblem.Code, _ evidence: String, sheets: [String] = [],
    columns: [RosterSketch.Column] = []
  ) {
    hall.isSlow = true
    hall.press(.down, .down, .enter)
    let problem = ImportProblem(
      row: 0, column: "姓名", code: code, evidence: evidence, isRefusal: true)
    hall.answer(
      .rosterSeen(
        RosterSketch(
          choice: RosterChoice(path: "~/报名表.xlsx"), sheet: nil, sheets: sheets, columns: columns,
          problems: [problem])))
  }

  @Test mutating func `a file of hidden sheets says so once, and Enter says which key helps`() {
    show(.hiddenSheets, "名单", sheets: ["名单"])
    #expect(hall.rows().count { $0.contains("看得见的工作表都是空的") } == 1)
    hall.press(.enter)
    #expect(hall.shows("这张表导不了，按 F4 换一张工作表"))
  }

  @Test mutating func `a file that is no table says so once, and Enter says to take another`() {
    show(.emptyFile, "")
    #expect(hall.rows().count { $0.contains("文件是空的") } == 1)
    hall.press(.enter)
    #expect(hall.shows("这个文件导不了，按 Esc 换一个"))
  }

  @Test mutating func `where only the names are missing, Enter asks which column has them`() {
    let column = ColumnReport(
      place: 1, head: "某栏", fate: .kept, unit: "", isDecided: false, filled: 3)
    show(.missingColumn, "某栏", columns: [RosterSketch.Column(column, samples: ["甲"])])
    #expect(hall.shows("没有“姓名”这一列"))
    hall.press(.enter)
    #expect(hall.shows("请先在“认作”里指明哪一列是姓名"))
  }

  @Test(arguments: [
    (ImportProblem.Code.titleRow, false), (.passedOver, false), (.unknownPhone, true),
  ])
  mutating func `rows are offered to be written only where one is to be mended`(
    _ code: ImportProblem.Code, _ isOffered: Bool
  ) {
    hall.press(.down, .down, .enter)
    hall.isSlow = true
    var summary = ImportSummary()
    summary.note(ImportProblem(row: 2, column: "", code: code, evidence: "x", isRefusal: false))
    hall.press(.enter)
    hall.finish(.imported(summary, nil))
    #expect(hall.shows("写出问题行") == isOffered)
  }
}
