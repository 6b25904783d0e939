import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Where one is` {
  @Test func `in the list of members, above it`() {
    var hall = Hall(tab: .members)
    #expect(hall.rows()[2].contains("1/103,986"))
    hall.press(.down, .down)
    #expect(hall.rows()[2].contains("3/103,986"))
    hall.press(.end)
    #expect(hall.rows()[2].contains("103,986/103,986"))
  }

  @Test func `at the door, of all that are found`() {
    var hall = Hall()
    hall.type("1")
    let found = hall.rows().first { $0.contains("找人") } ?? ""
    hall.press(.down)
    let place = hall.rows()[2]
    let count = found.split(separator: " ").compactMap { Int($0) }.max() ?? 0
    #expect(count > 20)
    #expect(place.contains("/\(count)"), "\(place) \(found)")
  }

  @Test func `nothing is told where all is seen`() {
    var hall = Hall()
    hall.type("欧阳文博")
    #expect(!hall.rows()[2].contains("/"))
    #expect(!hall.rows().contains { $0.contains("┃") })
  }

  @Test(arguments: [Scene.help, .palette, .history, .memberColumns, .filterForm, .memberEdit])
  func `in a dialogue, in its border`(scene: Scene) {
    var hall = scene.hall(.chinese, Size(columns: 80, rows: 24))
    if scene == .palette { for _ in 0..<8 { hall.press(.backspace) } }
    let border = hall.rows().last { $0.contains("└") } ?? ""
    let isLong = scene != .history
    #expect(border.contains("/") == isLong, "\(border)")
    #expect(hall.rows().contains { $0.contains("┃") } == isLong)
  }

  @Test func `the bar is at the end only where the end is seen`() {
    var hall = Hall(tab: .members)
    func thumb(_ hall: Hall) -> [Int] {
      hall.rows().enumerated().filter { $0.element.hasSuffix("┃") }.map(\.offset)
    }
    #expect(thumb(hall).first == 6)
    for _ in 0..<10 { hall.press(.down) }
    #expect(thumb(hall).first.map { $0 > 6 } == true)
    hall.press(.end)
    #expect(thumb(hall).last == 21)
    hall.press(.up)
    #expect(thumb(hall).last == 21)
    for _ in 0..<12 { hall.press(.up) }
    #expect(thumb(hall).last.map { $0 < 21 } == true)
  }

  @Test func `the last page of the help stays full`() {
    var hall = Hall()
    hall.press(.f1)
    for _ in 0..<10 { hall.press(.pageDown) }
    let inside = hall.rows().filter { $0.hasPrefix("│") }
    #expect(inside.count(where: { $0.contains { $0 != "│" && $0 != " " && $0 != "┃" } }) > 10)
    hall.press(.pageUp)
    #expect(hall.rows().filter { $0.hasPrefix("│") } != inside)
  }

  @Test func `at the closing men and women stand on lines of their own`() {
    let hall = Scene.closing.hall(.chinese, Size(columns: 80, rows: 24))
    let rows = hall.rows()
    let men = rows.firstIndex { $0.contains("男 0") || $0.contains("男 1") }
    let women = rows.firstIndex { $0.contains("女 0") || $0.contains("女 1") }
    #expect(men != nil && women != nil && men != women)
  }

  @Test func `and where there is little room each has a line of it`() {
    let size = Size(columns: 40, rows: 12)
    let rows = Scene.closing.hall(.chinese, size).rows(size)
    #expect(rows.contains { $0.contains("│ 男 ") } && rows.contains { $0.contains("│ 女 ") })
    #expect(rows.filter { $0.contains("…") }.count == 2)
  }

  @Test(arguments: [80, 120, 200]) func `the history is as wide as the window`(columns: Int) {
    let size = Size(columns: columns, rows: 24)
    let hall = Scene.history.hall(.chinese, size)
    let top = hall.rows(size).first { $0.contains("┌") } ?? ""
    #expect(top.hasPrefix("┌") && top.hasSuffix("┐"))
  }

  @Test(arguments: Language.allCases) func `in the help no name runs into its sentence`(
    language: Language
  ) {
    for tab in Tab.allCases {
      var hall = Hall(SampleEvening.evening(slips: 60), language: language, tab: tab)
      hall.press(.f1)
      for _ in 0..<3 {
        for command in Command.all where !language.text(command.help).isEmpty {
          let (label, help) = (language.text(command.label), language.text(command.help))
          let glued = hall.rows().contains { $0.contains(label + help) }
          #expect(!glued || label.isEmpty, "\(label)")
        }
        hall.press(.pageDown)
      }
    }
  }
}

extension Language {
  fileprivate func text(_ phrase: Phrase) -> String {
    self == .chinese ? phrase.chinese : phrase.english
  }
}

@Suite struct `The age column` {
  private func row(_ birth: String?) -> String {
    var member = SampleEvening.member(at: 3)
    member.birth = birth.flatMap { BirthDate($0) }
    let size = Size(columns: 200, rows: 24)
    var hall = Hall(size: size, tab: .members)
    hall.register = ["某": [member]]
    hall.press(.f3)
    hall.type("某")
    return hall.rows(size).first { $0.contains("▸") && $0.contains("1004") } ?? ""
  }

  // The day is 2026-08-19.
  @Test(arguments: [
    ("1996-08-19", "30"), ("1996-08-20", "29"), ("1996-08-18", "30"), ("1996-05", "30"),
    ("1996-09", "29"), ("1996-08", "29/30"), ("1996", "29/30"), ("2000-02-29", "26"),
  ])
  func `tells the years on the day, two where the birthday is not known`(
    birth: String, age: String
  ) {
    #expect(row(birth).contains(" \(birth.prefix(4))  \(age) "), "\(row(birth))")
  }

  @Test func `is empty where the birth is not known`() {
    #expect(!row(nil).contains("29"))
  }

  @Test func `is hidden by whoever hides it`() {
    let size = Size(columns: 200, rows: 24)
    var hall = Hall(size: size, tab: .members)
    #expect(hall.shows("年龄", size))
    hall.press(.f6)
    hall.type("年龄")
    hall.type(" ")
    hall.type(" ")
    hall.press(.escape)
    #expect(!hall.shows("年龄", size))
  }

  @Test func `sorts by it, the youngest first`() {
    var hall = Hall(tab: .members)
    hall.press(.f6)
    hall.type("年龄")
    _ = hall.asked()
    hall.press(.enter)
    #expect(
      hall.questions().contains {
        if case .browse(let question) = $0 { question.sort?.column == .age } else { false }
      })
  }

  @Test func `a wide window shows more columns, and none that is empty`() {
    let size = Size(columns: 200, rows: 24)
    let hall = Hall(size: size, tab: .members)
    let head = hall.rows(size).first { $0.contains("编号") && $0.contains("姓名") } ?? ""
    for column in ["年龄", "手机", "学历", "岗位"] { #expect(head.contains(column)) }
    // Nobody of the sample has an income.
    #expect(!head.contains("月收入"))
    #expect(!Hall(tab: .members).shows("学历"))
  }
}
