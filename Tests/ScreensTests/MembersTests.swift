import Canvas
import Matchmaking
import Screens
import Testing

@Suite struct `Looking for somebody in the register` {
  var hall = Hall()

  init() { hall.press(.alt("1")) }

  private var filters: [String] {
    hall.questioned.compactMap {
      if case .browse(let question) = $0 { question.filter } else { nil }
    }
  }

  @Test mutating func `every key asks for what is typed so far, and the count follows`() {
    hall.press(.f3)
    hall.type("女 ")
    #expect(filters.last == "女 ")
    #expect(hall.shows("200 人"))
    hall.type("年龄=25..27")
    #expect(!hall.shows("200 人"))
  }

  @Test mutating func `Tab writes what is offered, again the next, and one typed on goes on`() {
    hall.press(.f3)
    hall.type("学")
    hall.press(.tab)
    #expect(hall.shows("筛选  学历"))
    hall.type(">=")
    hall.press(.tab, .tab, .tab, .tab, .tab)
    #expect(filters.last == "学历>=本科")
    hall.press(.backTab)
    #expect(filters.last == "学历>=大专")
  }

  @Test(
    arguments: ["年龄=25", "王芳", "国籍", "\"王\"", "身高>=170", "非", "xyz=1 年龄=3"],
    [Key.Named.tab, .backTab])
  mutating func `with nothing to complete Tab stays, and joins no word`(
    typed: String, key: Key.Named
  ) {
    hall.press(.f3)
    hall.type(typed)
    hall.press(.named(key))
    #expect(hall.shows("筛选  \(typed)"))
    #expect(filters.last == typed)
    #expect(hall.shows("这里没有可补全的"))
    hall.press(.escape, .tab)
    #expect(!hall.shows("筛选"))
  }

  @Test mutating func `what is unknown before an equal sign is put right where it stands`() {
    hall.press(.f3)
    hall.type("女 国籍=泰安")
    #expect(hall.shows("没有“国籍”这一项，按 Tab 看有哪些"))
    hall.press(.tab)
    #expect(hall.shows("性别  年龄  出生年"))
    hall.press(.backTab)
    hall.press(.tab, .tab)
    #expect(filters.last == "女 年龄=泰安")
    hall.type("岁")
    #expect(filters.last == "女 年龄=泰安岁")
  }

  @Test mutating func `a word that is nobody's name is offered as a condition`() {
    hall.press(.f3)
    hall.type("动力厂")
    #expect(hall.shows("没有叫“动力厂”的人；Tab 单位含“动力厂”"))
    #expect(hall.shows("按 Tab 写成 单位~动力厂"))
    hall.press(.escape)
    #expect(hall.shows("没有叫“动力厂”的人；单位含“动力厂”的有") && hall.shows("请写 单位~动力厂"))
    hall.press(.f3, .tab)
    #expect(filters.last == "单位~动力厂")
    #expect(!hall.shows(" 0 人"))
    // Who is called so is found by the name and nothing is offered.
    hall.press(.control("u"))
    hall.type("王")
    #expect(!hall.shows("没有叫"))
  }

  @Test mutating func `the form asks for words in employer, job and union`() {
    hall.press(.f4)
    hall.press(.down, .down, .down, .down, .down, .down)
    hall.type("动力,银行")
    #expect(filters.last == "单位~动力,银行")
    hall.press(.down)
    hall.type("=教师")
    #expect(filters.last == "单位~动力,银行 岗位=教师")
    hall.press(.down, .down, .down)
    hall.type("!回")
    #expect(filters.last == "单位~动力,银行 岗位=教师 民族!~回")
    hall.press(.down)
    hall.type("？")
    #expect(
      filters.last == "单位~动力,银行 岗位=教师 政治面貌=? 民族!~回".replacing("政治面貌=? 民族!~回", with: "民族!~回 政治面貌=?"))
    hall.press(.f2, .f4)
    hall.press(.down, .down, .down, .down, .down, .down)
    hall.type("厂")
    #expect(filters.last?.contains("单位~动力,银行厂") == true)
  }

  @Test mutating func `what is wrong is named, and the rest counts all the same`() {
    hall.press(.f3)
    hall.type("年龄=170 女 ")
    #expect(hall.shows("年龄 170 不合理"))
    #expect(hall.shows("200 人"))
  }

  @Test mutating func `a condition that is only begun does not empty the list`() {
    hall.press(.f3)
    hall.type("女 年")
    #expect(hall.shows("200 人"))
    hall.type("夜")
    #expect(hall.shows("0 人"))
  }

  @Test mutating func `Escape keeps the filter, a second one shows everybody`() {
    hall.press(.f3)
    hall.type("女 ")
    hall.press(.escape)
    #expect(hall.shows("200 人"))
    #expect(hall.shows("女"))
    hall.press(.escape)
    #expect(hall.shows("103,986 人"))
  }

  @Test mutating func `the form writes the same filter, and Escape leaves it as it was`() {
    hall.press(.f3)
    hall.type("女 籍贯=济南 ")
    hall.press(.f4, .down)
    hall.type("男")
    #expect(filters.last == "性别=男 籍贯=济南")
    hall.press(.down)
    hall.type("25..30")
    #expect(filters.last == "性别=男 年龄=25..30 籍贯=济南")
    hall.press(.escape)
    #expect(filters.last == "女 籍贯=济南 ")
    hall.press(.f4, .f3, .f2)
    #expect(hall.shows("103,986 人"))
  }

  @Test mutating func `the order is chosen by the column, and turned by choosing it again`() throws
  {
    hall.press(.f6, .down, .down, .down, .enter)
    #expect(hall.shows("出生↑"))
    hall.press(.f6, .down, .down, .down, .enter)
    #expect(hall.shows("出生↓"))
    #expect(hall.shows("2000"))
    hall.press(.f6, .f3)
    #expect(!hall.shows("出生↓"))
  }

  @Test mutating func `a click on the head of a column sorts by it`() {
    hall.press(.mouse(.press, Point(column: 11, row: 5)))
    #expect(hall.shows("姓名↑"))
  }

  @Test mutating func `columns stay as they were chosen`() {
    hall.press(.f6, .down, .down, .down, .down, .down, .f2, .escape)
    #expect(hall.shows("身高"))
    hall.press(.alt("2"))
    hall.press(.alt("1"))
    #expect(hall.shows("身高"))
    // A list without names is nobody's.
    hall.press(.f6, .down, .f2, .escape)
    #expect(hall.shows("姓名"))
  }

  @Test mutating func `Ctrl-T asks for names that sound alike`() {
    hall.press(.f3)
    hall.type("zhang")
    hall.press(.control("t"))
    #expect(filters.last == "~zhang")
    hall.press(.control("t"))
    #expect(filters.last == "zhang")
  }

  @Test mutating func `while the facts are read it says how far`() {
    hall.press(.f3)
    hall.isSlow = true
    hall.type("女")
    hall.answer(.readingRegister(0.4))
    #expect(hall.shows("正在读名册 40%"))
  }
}
