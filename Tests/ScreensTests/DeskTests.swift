import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `The desk` {
  var hall = Hall()

  @Test mutating func `Tab goes round, Alt and a digit go straight`() {
    hall.press(.tab)
    #expect(hall.shows("还没有流程"))
    hall.press(.tab)
    #expect(hall.shows("录入"))
    hall.press(.backTab, .backTab, .backTab)
    #expect(hall.shows("到/报"))
    hall.press(.alt("1"))
    #expect(hall.shows("103,986 人"))
  }

  @Test mutating func `the language changes while it runs and is remembered`() {
    hall.press(.f12)
    #expect(hall.shows("Members   Events   Door"))
    #expect(hall.programs().contains(.remember(.english)))
  }

  @Test(arguments: [Key.control("q"), .character("q")])
  mutating func `the welcome box leaves where asked to`(key: Key) {
    hall = Hall(emptyIn: .chinese)
    #expect(hall.shows("欢迎使用鹊桥") && hall.shows("退出"))
    hall.press(key)
    #expect(hall.programs().contains(.quit))
  }

  @Test mutating func `Ctrl-C asks, Escape stays, Enter leaves`() {
    hall.press(.control("c"))
    #expect(hall.shows("退出？"))
    hall.press(.escape)
    #expect(!hall.shows("退出？"))
    hall.press(.control("c"))
    hall.press(.enter)
    #expect(hall.programs().contains(.quit))
  }

  @Test mutating func `Ctrl-C leaves even while the disk hangs`() {
    hall.isSlow = true
    hall.type("1100")
    hall.press(.enter)
    hall.press(.control("c"))
    #expect(hall.shows("退出？"))
    hall.press(.control("c"))
    #expect(hall.programs().contains(.quit))
  }

  @Test mutating func `full-width signs are commands outside of text fields`() {
    hall.press(.alt("2"))
    hall.type("？")
    #expect(hall.shows("帮助"))
    hall.press(.escape)
    hall.type("：")
    #expect(hall.shows("命令"))
    hall.press(.escape)
    hall.press(.alt("1"))
    hall.type("、")
    hall.type("wang")
    #expect(hall.shows("wang"))
  }

  @Test mutating func `the palette finds commands by pinyin and runs them`() {
    hall.press(.f8)
    hall.type("wdmd")
    hall.press(.enter)
    #expect(hall.shows("未到 32 人"))
  }

  @Test(arguments: ["还没有到场", "not here yet", "registered here", "Wdmd"])
  mutating func `the palette finds commands by what they do, in either language`(typed: String) {
    hall.press(.f8)
    hall.type(typed)
    #expect(hall.rows().contains { $0.contains("▸ 未到名单") }, "\(typed)")
  }

  @Test mutating func `the ways in are left by Escape and are not offered twice`() {
    hall = Hall(emptyIn: .chinese)
    hall.press(.escape)
    #expect(!hall.shows("看看样例之夜"))
    #expect(!hall.shows("代号"))
    #expect(hall.shows("还没有活动"))
    hall.send(.events([]))
    #expect(!hall.shows("看看样例之夜"))
  }

  @Test mutating func `after an import the register is read anew, though it was empty`() {
    hall = Hall(emptyIn: .chinese)
    hall.type("2")
    hall.memberCount = 571
    hall.type("a.csv")
    hall.press(.enter, .enter, .enter)
    hall.press(.alt("1"))
    #expect(hall.shows("571 人"))
    #expect(!hall.shows("看看样例之夜"))
  }

  @Test func `a file that cannot be changed is said to be so in words`() {
    let setting = Setting(
      language: .chinese, station: "–", isReadOnly: true, today: SampleEvening.today)
    let frame = Workspace(setting).view(Size(columns: 80, rows: 24))
    #expect(frame.transcript.contains("只读，不能改"))
  }

  @Test mutating func `a command that cannot be done says why`() {
    hall.press(.f3)
    #expect(hall.shows("先输入两三个字找人"))
  }

  @Test mutating func `a full disk is said with the next step, and nothing shows as saved`() {
    hall.isSlow = true
    hall.type("1100")
    hall.press(.enter)
    hall.finish(.failed(.store(.diskFull(path: "store.sqlite"))))
    #expect(hall.shows("磁盘已满，这一步没有保存"))
    #expect(hall.shows("孙月"))
  }

  @Test mutating func `the mouse finds tabs, rows and keys`() {
    hall.press(.mouse(.press, Point(column: 33, row: 1)))
    #expect(hall.shows("录入"))
    hall.press(.mouse(.press, Point(column: 2, row: 23)))
    hall.press(.mouse(.press, Point(column: 18, row: 1)))
    hall.type("wan")
    hall.press(.mouse(.press, Point(column: 10, row: 7)))
    #expect(hall.rows()[7].contains("▸ 王志超"))
    hall.press(.mouse(.scrollDown, Point(column: 10, row: 7)))
    #expect(hall.rows()[10].contains("▸ 王强"))
  }

  @Test mutating func `an empty file offers three ways in`() {
    hall = Hall(emptyIn: .chinese)
    #expect(hall.shows("看看样例之夜"))
    hall.type("1")
    #expect(hall.programs().contains(.openSample))
    hall = Hall(emptyIn: .chinese)
    hall.type("2")
    #expect(hall.shows("导入名册"))
    hall = Hall(emptyIn: .chinese)
    hall.press(.down, .down, .enter)
    #expect(hall.shows("新建活动"))
  }

  @Test mutating func `a roster is imported by its path and its problems are told by row`() {
    hall.press(.alt("1"))
    hall.press(.f2)
    hall.press(.paste("'/home/li/报名 表.csv' "))
    hall.press(.enter, .enter)
    #expect(hall.changes().contains(.importRoster(RosterChoice(path: "/home/li/报名 表.csv"))))
    #expect(hall.shows("第 57 行"))
    #expect(hall.shows("与第 57 行是同一人"))
  }

  @Test mutating func `what became of one change is not taken for another`() {
    hall.isSlow = true
    hall.type("1100")
    hall.press(.enter)
    let act = Act(
      sequence: 9, at: SampleEvening.doors, station: "A", kind: .original,
      summary: ActSummary(.importMembers, count: 571), isUndone: false)
    hall.send(.done(RequestID(0), .saved(act)))
    #expect(hall.shows("孙月"))
    #expect(hall.desk.isBusy)
  }

  @Test mutating func `a new event needs a title and F2`() {
    hall.press(.alt("2"))
    hall.press(.f2)
    hall.type("中秋月圆夜")
    hall.press(.f2)
    #expect(
      hall.changes().last
        == .createEvent(
          EventForm(code: "2026-08-19", title: "中秋月圆夜", date: SampleEvening.today)))
  }

  @Test mutating func `a date typed with an input method on is a date`() {
    hall.press(.alt("2"))
    hall.press(.f2)
    hall.type("中秋")
    hall.press(.enter)
    hall.press(.control("u"))
    hall.type("２０２６－０９－２５")
    hall.press(.f2)
    guard case .createEvent(let form)? = hall.changes().last else {
      Issue.record("no event was asked for")
      return
    }
    #expect(form.date == Day("2026-09-25"))
  }

  @Test mutating func `a new event is refused in its field`() {
    hall.press(.alt("2"))
    hall.press(.f2, .f2)
    #expect(hall.shows("请写上活动名称"))
    hall.press(.tab)
    hall.press(.backspace, .backspace)
    #expect(hall.shows("写成 2026-08-19 或 8月19日"))
  }

  @Test mutating func `the register is read by windows`() {
    hall.press(.alt("1"))
    for effect in hall.questions() {
      if case .browse(let question) = effect { #expect(question.rows.count < 200) }
    }
    hall.press(.end)
    #expect(hall.shows("104986"))
    hall.press(.up)
    #expect(hall.rows().contains { $0.contains("▸ 104985") })
  }

  @Test mutating func `an answer that comes late does not replace a newer one`() {
    hall.press(.alt("1"))
    hall.press(.f3)
    hall.type("wang")
    let first = RegisterQuestion(filter: "", rows: 0..<1, today: SampleEvening.today)
    let page = RegisterPage(first, total: 103_986, rows: [SampleEvening.member(at: 7)])
    for case .ask(.browse, let id) in hall.log.dropLast() {
      hall.send(.answered(id, .browsed(page)))
    }
    #expect(hall.shows("3 人"))
  }

  @Test mutating func `Escape goes one level back, wherever one is`() {
    hall.press(.f1, .escape, .f7, .escape, .f8, .escape, .f6, .escape)
    #expect(hall.rows()[3].contains("找人"))
    #expect(hall.desk.view(Size(columns: 80, rows: 24)).cursor != nil)
  }

  @Test(arguments: [(0, 0), (1, 1), (10, 3), (39, 12), (40, 11), (40, 12), (300, 90)])
  func `any size is drawn`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    for scene in [Scene.doorSearch, .picksTyping, .pairs, .newEvent, .help, .closing] {
      let frame = scene.hall(.chinese, size).desk.view(size)
      #expect(frame.size == size)
    }
  }
}

@Suite struct `The commands` {
  @Test func `every command has a key that is no bare letter`() {
    for command in Command.all {
      #expect(
        command.keys.contains {
          switch $0 {
          case .named, .control, .alt: true
          case .character, .paste, .mouse: false
          }
        }, "\(command.id)")
    }
  }

  @Test func `no key means two things in one place`() {
    for (context, commands) in Dictionary(grouping: Command.all, by: \.context) {
      let keys = commands.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(context)")
    }
  }

  @Test func `the help says everything whole at eighty columns`() {
    for language in Language.allCases {
      for tab in Tab.allCases {
        var hall = Hall(SampleEvening.evening(slips: 60), language: language, tab: tab)
        hall.press(.f1)
        for _ in 0..<4 {
          let cut = hall.rows().dropFirst(3).dropLast(3).filter {
            $0.contains("…") && $0.contains("│ ")
          }
          let inside = cut.filter {
            $0.split(separator: "│").dropFirst().first?.contains("…") == true
          }
          #expect(inside.isEmpty, "\(inside)")
          hall.press(.pageDown)
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `the last line of the help is reached in a small window`(language: Language) {
    let size = Size(columns: 40, rows: 12)
    var hall = Hall(language: language, size: size)
    hall.press(.f1)
    for _ in 0..<40 { hall.press(.pageDown) }
    #expect(hall.shows("End", size))
  }

  @Test func `every command is named in both languages`() {
    for command in Command.all {
      #expect(!command.label.chinese.isEmpty && !command.label.english.isEmpty)
      #expect(command.help.chinese.isEmpty == command.help.english.isEmpty)
    }
  }
}
