import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Changing an event at the desk` {
  var hall = Hall()

  private mutating func edited() -> EventForm? {
    let change = hall.changes().last
    guard case .editEvent(hall.evening.event.id, let form)? = change else { return nil }
    return form
  }

  @Test mutating func `the form has what there is, and F2 saves what was changed`() {
    hall.press(.alt("2"))
    hall.press(.f3)
    #expect(hall.shows("修改活动 · qixi"))
    #expect(hall.shows("七夕联谊·金沙湾") && hall.shows("2026-08-19"))
    #expect(!hall.shows("分组"), "with people registered the pools stay")
    hall.press(.control("u"))
    hall.type("七夕之夜")
    hall.press(.f2)
    var expected = EventForm(SampleEvening.event())
    expected.title = "七夕之夜"
    #expect(edited() == expected)
    #expect(hall.evening.event.title == "七夕之夜")
    #expect(hall.shows("修改活动 七夕之夜，已保存"))
  }

  @Test mutating func `a day that is past and too few places are told beside them, and taken`() {
    hall.press(.alt("2"))
    hall.press(.f3, .enter)
    hall.press(.control("u"))
    hall.type("2026-08-01")
    #expect(hall.shows("已经过去"))
    hall.press(.control("u"))
    hall.type("2026-08-19")
    #expect(!hall.shows("已经过去"))
    let taken = hall.evening.headcount.taken
    hall.press(.tab, .tab, .tab, .tab)
    hall.press(.control("u"))
    hall.type("\(taken)")
    #expect(!hall.shows("已有 "))
    hall.press(.control("u"))
    hall.type("\(taken - 1)")
    #expect(hall.shows("已有 \(taken) 人，都不受影响"))
    hall.press(.f2)
    #expect(hall.evening.event.capacity == Capacity(taken - 1))
  }

  @Test mutating func `places by pool are told as they were understood, and what they are not`() {
    hall.press(.alt("2"))
    hall.press(.f3, .enter, .tab, .tab, .tab, .tab)
    func type(_ places: String) {
      hall.press(.control("u"))
      hall.type(places)
    }
    for wrong in ["60/60", "0", "男女90", "130 M60 F60", "M0"] {
      type(wrong)
      #expect(hall.shows("✗"), "\(wrong)")
      hall.press(.f2)
      #expect(hall.shows("修改活动"), "nothing is saved: \(wrong)")
    }
    let counts = hall.evening.headcounts.mapValues(\.taken)
    let men = counts[.men] ?? 0
    type("男\(men - 1)女90")
    #expect(hall.shows("男组已有 \(men) 人，都不受影响"))
    type("70＋90")
    #expect(hall.shows("= 男70 女90，共 160") && !hall.shows("✗"))
    hall.press(.f2)
    #expect(hall.evening.event.capacity == Capacity(men: 70, women: 90))
  }

  @Test mutating func `a start is taken as it is said, and shown as the clock has it`() {
    hall.press(.alt("2"))
    hall.press(.f3, .enter)
    for _ in 0..<6 { hall.press(.tab) }
    hall.type("7点半")
    #expect(hall.shows("请写成 19:30 或 晚上7点半"))
    hall.press(.control("u"))
    hall.type("晚上7点半")
    #expect(hall.shows("= 19:30"))
    hall.press(.f2)
    #expect(hall.evening.event.details.starts == "19:30")
  }

  @Test mutating func `the code does not follow the date`() {
    hall.press(.alt("2"))
    hall.press(.f3, .enter)
    hall.press(.control("u"))
    hall.type("9月5日")
    hall.press(.f2)
    let form = edited()
    #expect(form?.code == "qixi" && form?.date == Day("2026-09-05"))
  }

  @Test mutating func `what cannot be is said in the form, and nothing is lost`() {
    hall = Hall(SampleEvening.evening(slips: 60))
    hall.press(.alt("2"))
    hall.press(.f3, .down, .down, .down)
    hall.press(.control("u"))
    hall.type("1")
    hall.press(.f2)
    #expect(hall.rows().contains { $0.contains("张选了不止 1 人；请先更正，或放宽上限") })
    #expect(hall.shows("修改活动"))
  }

  @Test mutating func `of a closed one only title, day and kind are asked`() {
    hall = Hall(SampleEvening.evening(of: SampleEvening.event(state: .closed)))
    hall.press(.alt("2"))
    hall.press(.f3)
    #expect(hall.shows("类型") && !hall.shows("最多选") && !hall.shows("名额 "))
    hall.press(.control("u"))
    hall.type("七夕（补）")
    hall.press(.f2)
    let form = edited()
    #expect(form?.title == "七夕（补）" && form?.rule == SampleEvening.event().rule)
  }

  @Test mutating func `without a change nothing is saved and the form goes`() {
    hall.isSlow = true
    hall.press(.alt("2"))
    hall.isSlow = false
    hall.press(.f3)
    hall.isSlow = true
    hall.press(.f2)
    hall.finish(.unchanged)
    #expect(!hall.shows("修改活动 ·"))
    hall.isSlow = false
    hall.press(.f1)
    #expect(hall.shows("帮助"), "keys wait no longer")
  }

  @Test mutating func `one with people in it is not taken away, an empty one after a question`() {
    hall.press(.alt("2"))
    hall.press(.f4)
    #expect(hall.shows("七夕联谊·金沙湾 已有 120 人报名，不能删去；请先取消报名"))
    hall = Hall(SampleEvening.evening(people: 0))
    hall.press(.alt("2"))
    #expect(hall.rows().contains { $0.contains("F4删去") })
    hall.press(.f4)
    #expect(hall.shows("删去这场活动？"))
    hall.press(.escape)
    #expect(!hall.changes().contains(.removeEvent(hall.evening.event.id)))
    hall.press(.f4, .enter)
    #expect(hall.changes().contains(.removeEvent(hall.evening.event.id)))
  }
}

@Suite struct `Everybody a filter found` {
  var hall = Hall()

  private mutating func find(_ filter: String) {
    hall.press(.alt("1"))
    hall.press(.f3)
    hall.type(filter)
  }

  @Test mutating func `is registered with one command, after a question that names how many`() {
    find("女 年龄=25..32")
    hall.press(.control("y"))
    let count = hall.rows().first { $0.contains("把现在列出的") }
    #expect(count?.contains("人登记到“七夕联谊·金沙湾”") == true)
    hall.press(.enter)
    #expect(hall.changes().isEmpty, "Enter is no answer to it")
    hall.press(.f8)
    let change = hall.changes().last
    guard case .registerFound(hall.evening.event.id, let question)? = change else {
      Issue.record("nobody was registered")
      return
    }
    #expect(question.filter == "女 年龄=25..32" && question.rows.lowerBound == 0)
    #expect(hall.shows("62 人：登记 50，候补 8，早已报名 2，未登记 2"))
    #expect(hall.rows().contains { $0.contains("✗ 李强 在名册里是已婚") })
    #expect(!hall.shows("整个文件"))
    hall.press(.escape)
    #expect(hall.shows("女 年龄=25..32"), "back at the list")
  }

  @Test mutating func `is a command outside of the line as well, and in the palette`() {
    hall.press(.alt("1"))
    hall.type("r")
    #expect(hall.shows("把现在列出的 103,986 人登记到"))
    hall.press(.escape)
    hall.press(.f8)
    hall.type("全部报名")
    hall.press(.enter)
    #expect(hall.shows("全部登记报名？"))
  }

  @Test mutating func `needs an event that is open`() {
    hall = Hall(SampleEvening.evening(of: SampleEvening.event(state: .closed)))
    hall.press(.alt("1"))
    hall.press(.control("y"))
    #expect(hall.shows("活动已结束；要改动，先撤销“结束互选”"))
  }

  @Test mutating func `needs somebody who is found`() {
    find("尉迟恭恭")
    hall.press(.control("y"))
    #expect(hall.shows("没有人可以登记"))
  }
}
