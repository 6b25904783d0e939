import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `The red thread and hearts in step at the desk` {
  var hall = Hall(language: .chinese)

  init() {
    hall.wait(seconds: 0)
    hall.press(.alt("4"))
  }

  @Test mutating func `the willing are typed like a slip, and the draw is told with its seed`() {
    hall.press(.alt("t"))
    #expect(hall.shows("还没有抽过红线"))
    let here = hall.evening.guests.filter { $0.presence(at: hall.evening.event) == .present }
      .compactMap(\.badge).sorted()
    let (men, women) = (here.filter { $0.pool == .men }, here.filter { $0.pool == .women })
    hall.type("男\(men[0].number) \(men[1].number)，女\(women[0].number) \(women[1].number)")
    hall.press(.enter)
    hall.type("42")
    hall.press(.enter)
    #expect(
      hall.changes().last
        == .drawThread(hall.evening.event.id, Array(men.prefix(2) + women.prefix(2)), seed: 42))
    #expect(hall.shows("第 1 次：种子 42，2 对"))
  }

  @Test mutating func `a word that is no badge and a seed that is no number draw nothing`() {
    hall.press(.alt("t"))
    hall.type("7")
    hall.press(.f2)
    #expect(hall.shows("“7”不是号牌"))
    hall.press(.backspace)
    hall.type("男1")
    hall.press(.tab)
    hall.type("x")
    hall.press(.f2)
    #expect(hall.shows("种子“x”不是整数"))
    #expect(hall.changes().isEmpty)
  }

  @Test mutating func `questions go on the big screen with the arrows, answers in with Enter`()
    throws
  {
    hall.games.questions = [
      HeartsQuestion("周末", ["在家", "爬山"]), HeartsQuestion("口味", ["甜", "咸"]),
    ]
    hall.press(.alt("h"))
    hall.press(.up)
    #expect(hall.changes().isEmpty)
    hall.press(.down, .down, .down)
    #expect(
      hall.changes() == [1, 2].map { .askQuestion(hall.evening.event.id, $0) })
    hall.press(.up, .f4)
    #expect(hall.games.shown == nil)
    let badge = try #require(
      hall.evening.guests.first { $0.presence(at: hall.evening.event) == .present }?.badge)
    hall.type("\(badge) a c")
    hall.press(.enter)
    #expect(hall.shows("第 2 题“c”不是选项"))
    hall.press(.backspace)
    hall.type("b")
    hall.press(.enter)
    #expect(hall.games.answers.values.map { $0 } == ["AB"])
    hall.type("\(badge) aa")
    hall.press(.enter)
    #expect(hall.shows("再按回车更正") && hall.games.answers.values.first == "AB")
    hall.press(.enter)
    #expect(hall.games.answers.values.first == "AA")
  }

  @Test mutating func `who has nobody yet is asked for on the tab of picks`() {
    hall.press(.alt("5"))
    hall.press(.alt("h"))
    #expect(hall.shows("还没有互选的人") && hall.shows("这次查看已留记录"))
    #expect(hall.shows("合适：") && hall.shows("当中没有合适的"))
  }
}

@Suite struct `Archiving at the desk` {
  var hall = Hall(language: .chinese)

  @Test mutating func `is asked twice, and only of a closed event`() {
    hall.press(.alt("2"))
    hall.press(.alt("a"))
    #expect(hall.shows("互选还没有结束，请先结束互选再归档"))
    var event = SampleEvening.event()
    event.state = .closed
    hall = Hall(SampleEvening.evening(of: event), language: .chinese)
    hall.press(.alt("2"))
    hall.press(.alt("a"))
    #expect(hall.shows("归档，清除选票？"))
    hall.press(.enter, .escape)
    #expect(!hall.changes().contains(.archiveEvent(hall.evening.event.id)))
    hall.press(.alt("a"))
    hall.press(.f8)
    #expect(hall.changes().contains(.archiveEvent(hall.evening.event.id)))
    #expect(hall.shows("已归档，选票已清除"))
  }
}
