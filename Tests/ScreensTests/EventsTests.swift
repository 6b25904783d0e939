import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `The events` {
  var hall = Hall()

  @Test func `where an event stands is said in words, by its date and its state`() {
    let today = SampleEvening.today
    func stage(_ date: String, _ state: EventState) -> Phrase {
      let event = Event(
        id: EventID(high: 1, low: 2), code: "x", title: "x", date: Day(date) ?? today, state: state)
      return event.stage(on: today)
    }
    #expect(stage("2026-08-20", .open) == Phrase("未开始", "upcoming"))
    #expect(stage("2026-08-19", .open) == Phrase("进行中", "today"))
    #expect(stage("2026-08-18", .open) == Phrase("未结束", "not closed"))
    #expect(stage("2026-08-20", .closed) == Phrase("已结束", "over"))
  }

  @Test(arguments: [
    "2026-9-5", "2026/9/5", "2026.9.5", "20260905", "2026年9月5日", "9月5日", "9/5", "２０２６－９－５",
  ]) mutating func `a date is taken as people write it and shown back`(written: String) {
    hall.press(.alt("2"))
    hall.press(.f2)
    hall.type("中秋")
    hall.press(.enter)
    hall.press(.control("u"))
    hall.type(written)
    #expect(hall.shows("= 2026-09-05 星期六"), "\(written)")
    hall.press(.f2)
    guard case .createEvent(let form)? = hall.changes().last else {
      Issue.record("no event was asked for")
      return
    }
    #expect(form.date == Day("2026-09-05"))
    // The code proposed goes with the date.
    #expect(form.code == "2026-09-05")
  }

  @Test(arguments: ["26-8-19", "2026-13-1", "2026-2-30", "8", "明天", "2026-8-19-1", "", "2026--8"])
  mutating func `what is no date for certain is none`(written: String) {
    #expect(Day(written: written, today: SampleEvening.today) == nil)
  }

  @Test mutating func `what was typed is not lost to one Escape`() {
    hall.press(.alt("2"))
    hall.press(.f2, .escape)
    #expect(!hall.shows("┌─ 新建活动"))
    hall.press(.f2)
    hall.type("中秋")
    hall.press(.escape)
    #expect(hall.shows("┌─ 新建活动") && hall.shows("再按 Esc 放弃"))
    hall.type("节")
    #expect(!hall.shows("再按 Esc 放弃"))
    hall.press(.escape, .escape)
    #expect(!hall.shows("┌─ 新建活动"))
    // A choice counts too.
    hall.press(.f2, .down, .down, .down, .right, .escape)
    #expect(hall.shows("┌─ 新建活动"))
  }

  @Test mutating func `each field of an event says what it is good for, in the least window too`() {
    hall.press(.alt("2"))
    hall.press(.f2)
    var told: Set<String> = []
    for _ in 0..<16 {
      let rows = hall.rows()
      if let end = rows.firstIndex(where: { $0.contains("└──") }) { told.insert(rows[end - 1]) }
      hall.press(.down)
    }
    #expect(told.count >= 9 && told.contains { $0.contains("稳定匹配 = ") })
    #expect(!told.contains { $0.contains("…") })
  }

  @Test func `a day without a year is the next one`() {
    let today = SampleEvening.today
    #expect(Day(written: "8月19日", today: today) == today)
    #expect(Day(written: "8月18日", today: today) == Day("2027-08-18"))
    #expect(Day(written: "2月29日", today: today) == Day("2028-02-29"))
  }

  @Test func `weekdays are those of the calendar`() {
    #expect(Day("2026-08-19")?.weekday == 3)
    #expect(Day("2000-02-29")?.weekday == 2)
    #expect(Day("2026-01-04")?.weekday == 0)
  }

  @Test mutating func `an event is told by its title, not by its code`() {
    hall.press(.alt("5"))
    hall.press(.f5)
    #expect(hall.shows("七夕联谊·金沙湾"))
    hall.press(.f8)
    #expect(hall.shows("七夕联谊·金沙湾 互选已结束，已保存"))
    hall.press(.f7)
    #expect(!hall.rows().contains { $0.contains("qixi") })
  }

  @Test mutating func `a hand that is not this desk's own is named in the history`() {
    func act(_ sequence: Int64, by hand: String) -> Act {
      Act(
        sequence: sequence, at: SampleEvening.doors, station: "B", operatorName: hand,
        kind: .original,
        summary: ActSummary(.checkIn, event: "qixi", name: "周文博"), isUndone: false)
    }
    hall.press(.f7)
    hall.answer(.history([act(2, by: "lina"), act(1, by: "")]))
    #expect(hall.rows().count { $0.contains("lina B台") } == 1)
  }
}

@Suite struct `What is said stays no longer than it is true` {
  var hall = Hall()

  @Test mutating func `a refusal goes with the next letter`() {
    hall.press(.f3)
    #expect(hall.shows("先输入两三个字找人"))
    hall.type("w")
    #expect(!hall.shows("先输入两三个字找人"))
  }

  @Test mutating func `moving in the list does not take it away`() {
    hall.type("m7")
    hall.press(.enter)
    #expect(hall.shows("已于 18:38 在 B台 签到"))
    hall.press(.down)
    #expect(hall.rows()[22].contains("已于 18:38 在 B台 签到"))
    hall.press(.escape)
    #expect(!hall.rows()[22].contains("已于 18:38"))
  }

  @Test mutating func `what was saved stays with the way to take it back`() {
    hall.type("1100")
    hall.press(.enter)
    hall.type("m4")
    #expect(hall.shows("F9 撤销"))
  }

  @Test mutating func `keys typed ahead do not take away what nobody has read`() {
    hall.isSlow = true
    hall.type("1100")
    hall.press(.enter)
    hall.type("m4")
    hall.finish(.failed(.store(.busy(path: "store.sqlite"))))
    #expect(hall.shows("另一个程序正占用数据文件"))
    hall.type("6")
    #expect(!hall.shows("另一个程序正占用数据文件"))
  }
}
