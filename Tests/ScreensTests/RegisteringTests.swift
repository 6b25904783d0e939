import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Registering for an evening` {
  var hall = Hall()

  @Test mutating func `a few letters and Enter register a member, who is not checked in`() {
    hall.press(.f5)
    #expect(hall.shows("登记报名 · 七夕联谊·金沙湾"))
    hall.type("wang")
    hall.press(.down, .enter)
    let member = SampleEvening.member(131)
    #expect(hall.changes().contains(.register(hall.evening.event.id, member)))
    #expect(hall.evening.guests.last?.registration.status == .registered)
    #expect(hall.shows("刚才登记的 1 人"))
    #expect(hall.shows("已报名，已保存"))
  }

  @Test mutating func `the next one is typed at once, and F9 takes the last back`() {
    hall.press(.f5)
    hall.type("wang")
    hall.press(.enter)
    hall.type("li")
    hall.press(.down, .down, .enter)
    #expect(hall.shows("刚才登记的 2 人"))
    hall.press(.f9)
    #expect(hall.shows("刚才登记的 1 人"))
  }

  @Test mutating func `who is a guest already is not registered again`() {
    hall.register["sz"] = [SampleEvening.member(at: 12)]
    hall.press(.f5)
    hall.type("sz")
    #expect(hall.shows("已签到 男07"))
    hall.press(.enter)
    #expect(!hall.changes().contains { if case .register = $0 { true } else { false } })
    #expect(hall.shows("（已签到 男07）"))
  }

  @Test mutating func `Enter before the register has answered registers nobody`() {
    hall.press(.f5)
    hall.isSlow = true
    hall.type("wang")
    hall.press(.enter)
    #expect(!hall.changes().contains { if case .register = $0 { true } else { false } })
    #expect(hall.shows("请再按一次回车"))
  }

  @Test mutating func `a list registers by its path and tells every row that was left out`() {
    hall.press(.f5, .f2)
    #expect(hall.shows("按名单登记报名"))
    hall.type("~/今晚.csv")
    hall.press(.enter)
    #expect(hall.changes().contains(.registerList(hall.evening.event.id, path: "~/今晚.csv")))
    #expect(hall.shows("62 行：登记 58，早已报名 2，未登记 2"))
    #expect(hall.shows("第 9 行"))
    #expect(hall.rows().contains { $0.contains("第 30 行") && $0.contains("男07 已有人用") })
  }

  @Test mutating func `the list is chosen from the folder, as a roster is`() {
    hall.press(.f5, .f2)
    #expect(hall.shows("报名表.xlsx") && hall.shows("泰山区各单位名册.csv"))
    hall.press(.down, .enter)
    #expect(hall.shows("~/名册/"))
    hall.press(.f2)
    hall.type("报")
    hall.press(.tab)
    #expect(hall.shows("~/报名表.xlsx"))
    hall.press(.enter)
    #expect(hall.changes().contains(.registerList(hall.evening.event.id, path: "~/报名表.xlsx")))
    #expect(hall.shows("没有读的列：桌号"))
  }

  @Test mutating func `another event that is marked is opened first`() {
    hall.press(.alt("2"))
    hall.press(.f5)
    #expect(hall.shows("登记报名 · 七夕联谊·金沙湾"))
    hall.press(.escape)
    hall.press(.alt("2"))
    hall.press(.down, .f5)
    #expect(hall.shows("活动已结束；要改动，先撤销“结束互选”"))
  }
}
