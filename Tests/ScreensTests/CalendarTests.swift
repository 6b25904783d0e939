import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `The month calendar` {
  var hall = Hall()

  init() { hall.press(.alt("2"), .named(.f6)) }

  @Test mutating func `begins at today, and goes by days, weeks and months`() {
    #expect(hall.shows("2026 年 8 月") && hall.shows("2026-08-19 星期三"))
    let steps: [(Key.Named, String)] = [
      (.right, "2026-08-20"), (.left, "2026-08-19"), (.down, "2026-08-26"), (.down, "2026-09-02"),
      (.up, "2026-08-26"), (.pageDown, "2026-09-26"), (.pageUp, "2026-08-26"), (.end, "2026-08-31"),
      (.pageDown, "2026-09-30"), (.pageDown, "2026-10-30"), (.home, "2026-08-19"),
    ]
    for (key, day) in steps {
      hall.press(key)
      #expect(hall.shows(day + " 星期"), "\(day)")
    }
  }

  @Test mutating func `tells festivals and what is planned, in words`() {
    #expect(hall.shows("七夕") && hall.shows("●"))
    hall.press(.pageDown)
    #expect(hall.shows("中秋节"))
    for _ in 0..<5 { hall.press(.pageDown) }
    #expect(hall.shows("2027 年 2 月") && hall.shows("春节") && hall.shows("元宵节") && hall.shows("情人节"))
  }

  @Test mutating func `Enter on an empty day begins an event there`() {
    hall.press(.right, .enter)
    hall.type("中秋")
    hall.press(.f2)
    guard case .createEvent(let form)? = hall.changes().last else {
      Issue.record("no event was asked for")
      return
    }
    #expect(form.date == Day("2026-08-20") && form.code == "2026-08-20")
  }

  @Test mutating func `Enter on a day with an event opens it, on one with several lets choose`() {
    let size = Size(columns: 80, rows: 24)
    let there = SampleEvening.summaries(hall.evening).filter {
      $0.event.date == SampleEvening.today
    }
    hall.press(.enter)
    #expect(hall.rows(size)[1].contains("签到"))
    #expect(there.count == 1 ? !hall.shows("2026 年 8 月") : hall.shows("请选一场"))
  }

  @Test mutating func `stays within what the program knows as days`() {
    for _ in 0..<4_000 { hall.press(.pageDown) }
    #expect(hall.shows("2199 年"))
    for _ in 0..<8_000 { hall.press(.pageUp) }
    #expect(hall.shows("1900 年"))
    hall.press(.up, .left, .right)
    #expect(hall.shows("1900 年"))
  }

  @Test(arguments: [
    Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 60, rows: 15),
  ])
  mutating func `shows every day of a month of six weeks`(size: Size) {
    hall.send(.resized(size))
    hall.press(.end)
    let text = hall.rows(size).dropFirst(2).joined(separator: " ")
    for day in 1...31 { #expect(text.contains(" \(day)") || text.contains("▸\(day)"), "\(day)") }
  }
}

@Suite struct `The form of an event` {
  var hall = Hall()

  init() { hall.press(.alt("2"), .named(.f2)) }

  /// Goes to a field by its label, and types.
  private mutating func fill(_ steps: Int, _ text: String) {
    for _ in 0..<steps { hall.press(.tab) }
    hall.type(text)
  }

  @Test mutating func `asks when, where, by whom and for whom`() {
    hall.type("专场")
    fill(9, "９：30")
    fill(1, "金沙湾")
    fill(1, "七夕")
    fill(1, "总工会")
    fill(1, "12351")
    fill(1, "年龄=25..35 已核验")
    hall.press(.tab, .right, .f2)
    guard case .createEvent(let form)? = hall.changes().last else {
      Issue.record("no event was asked for")
      return
    }
    #expect(
      form.details
        == EventDetails(
          theme: "七夕", place: "金沙湾", starts: "09:30", host: "总工会", hotline: "12351",
          showsNames: true))
    #expect(form.eligible == "年龄=25..35 已核验")
  }

  @Test mutating func `says what is wrong with a condition or a time, and keeps it`() {
    hall.type("专场")
    fill(9, "25:00")
    #expect(hall.shows("请写成 19:30"))
    fill(5, "年龄")
    hall.press(.f2)
    #expect(hall.changes().isEmpty)
    #expect(hall.shows("25:00"))
  }
}
