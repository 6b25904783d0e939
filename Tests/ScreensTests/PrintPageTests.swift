import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Printing from the desk` {
  private func hall(_ language: Language = .chinese) -> Hall {
    var hall = Hall(language: language)
    _ = hall.asked()
    hall.press(.alt("p"))
    return hall
  }

  private func request(
    _ kind: PrintKind, in hall: Hall, isOnlyNew: Bool = false, path: String
  ) -> Change {
    .print(
      PaperRequest(
        event: hall.evening.event.id, kind: kind, isOnlyNew: isOnlyNew, path: path,
        language: .chinese))
  }

  @Test func `one key and Enter print badges, and the file is told`() {
    var hall = hall()
    hall.press(.enter)
    let code = hall.evening.event.code
    #expect(hall.changes() == [request(.badges, in: hall, path: "~/\(code)-号牌.pdf")])
    #expect(hall.shows("已写好：~/\(code)-号牌.pdf"))
    #expect(hall.shows("100%"))
    hall.press(.enter)
    #expect(!hall.shows("已写好"))
    #expect(hall.changes().isEmpty)
  }

  @Test func `Tab takes another paper and names its file`() {
    var hall = hall()
    let code = hall.evening.event.code
    let others: [(PrintKind, String)] = [
      (.doorList, "签到名单"), (.ballots, "选票"), (.cards, "座位卡"), (.tables, "桌牌"),
    ]
    for (kind, word) in others {
      hall.press(.tab)
      hall.press(.enter)
      #expect(hall.changes() == [request(kind, in: hall, path: "~/\(code)-\(word).pdf")])
      #expect(hall.shows("已写好"))
    }
    hall.press(.tab)
    #expect(hall.shows("\(code)-号牌.pdf"))
  }

  @Test func `badges that were printed are printed again only by F8`() {
    var hall = hall()
    hall.press(.enter, .escape)
    _ = hall.asked()
    hall.press(.alt("p"))
    hall.press(.enter)
    #expect(hall.shows("已打印过 1 次"))
    hall.press(.enter, .enter)
    #expect(hall.changes().isEmpty)
    hall.press(.f8)
    #expect(hall.changes().count == 1)
    #expect(hall.shows("已写好"))
  }

  @Test func `F3 prints only who is new, and is not asked about`() {
    var hall = hall()
    hall.press(.enter)
    _ = hall.asked()
    hall.press(.f3)
    let code = hall.evening.event.code
    #expect(
      hall.changes() == [
        request(.badges, in: hall, isOnlyNew: true, path: "~/\(code)-号牌.pdf")
      ])
  }

  @Test func `F3 does nothing for the door list, which is of everybody`() {
    var hall = hall()
    hall.press(.tab, .f3)
    #expect(hall.changes().isEmpty)
  }

  @Test func `what cannot be printed says why, and can be tried again`() {
    var hall = hall()
    hall.isSlow = true
    hall.press(.enter)
    hall.finish(.failed(.said("没有打印：这台电脑缺少 libcairo2")))
    #expect(hall.shows("缺少 libcairo2"))
    hall.press(.enter)
    #expect(hall.changes().count == 2)
  }

  @Test(arguments: [
    ("QX-号牌.pdf", "QX-号牌-2.pdf"), ("QX-号牌-2.pdf", "QX-号牌-3.pdf"), ("号牌", "号牌-2"),
    ("一-9.PDF", "一-10.PDF"), ("2026-10-01.pdf", "2026-10-01-2.pdf"),
  ])
  func `where a file is already the next name is there to be taken`(name: String, next: String) {
    var hall = hall()
    hall.isSlow = true
    for _ in 0..<40 { hall.press(.backspace) }
    hall.type(name)
    hall.press(.enter)
    hall.finish(.failed(.fileExists(name)))
    #expect(hall.shows("已存在"))
    hall.press(.enter)
    let paths = hall.sent.compactMap { change in
      if case .print(let request) = change { request.path } else { nil }
    }
    #expect(paths == [name, next])
  }

  @Test func `a printer's drift is typed below and goes with every paper`() {
    var hall = hall()
    let code = hall.evening.event.code
    hall.press(.down)
    hall.type("1.5,-2")
    hall.press(.down)
    hall.type("102")
    hall.press(.tab)
    hall.press(.enter)
    var wanted = PaperRequest(
      event: hall.evening.event.id, kind: .doorList, path: "~/\(code)-签到名单.pdf", language: .chinese)
    (wanted.offset, wanted.scale) = ("1.5,-2", "102")
    #expect(hall.changes() == [.print(wanted)])
    hall.press(.up)
    hall.press(.up)
    for _ in 0..<60 { hall.press(.backspace) }
    hall.type("x.pdf")
    hall.press(.enter)
    wanted.path = "x.pdf"
    #expect(hall.changes() == [.print(wanted)])
  }

  @Test func `without a name nothing is printed`() {
    var hall = hall()
    for _ in 0..<40 { hall.press(.backspace) }
    hall.press(.enter)
    #expect(hall.shows("请写文件名"))
    #expect(hall.changes().isEmpty)
  }

  @Test func `where no event is open it says so`() {
    var hall = Hall(emptyIn: .chinese)
    hall.press(.alt("p"))
    #expect(!hall.shows("90×54"))
  }
}
