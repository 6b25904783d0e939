import Canvas
import Matchmaking
import Screens
import Testing

@Suite struct `The fate circle on the screen` {
  var hall = Hall()

  init() { hall.press(.alt("1")) }

  @Test mutating func `F5 shows who fits both ways, with reasons and never a bare number`() {
    hall.press(.f5)
    #expect(hall.shows("缘分圈 · 王志超"))
    #expect(hall.shows("双方都合适"))
    #expect(!hall.rows().joined().contains("‰"))
    hall.press(.enter)
    #expect(hall.shows("合适之处"))
  }

  @Test mutating func `what was not understood is said, and can be corrected and tried`() {
    hall.press(.f5)
    #expect(hall.shows("没能识别"))
    hall.press(.f6)
    #expect(hall.shows("必须"))
    #expect(hall.shows("优先"))
    hall.type(" 身高>=")
    hall.press(.f2)
    #expect(hall.shows("请先更正有误的要求"))
    hall.type("170")
    hall.press(.f2)
    #expect(hall.shows("没有存入名册"))
    let corrected = hall.questioned.compactMap { effect -> String? in
      if case .loadCircle(_, let corrected, _) = effect { corrected } else { nil }
    }
    #expect(corrected.last?.hasSuffix("身高>=170") == true)
  }

  @Test mutating func `where nobody fits it says which limit keeps most away`() {
    hall.press(.down, .down, .f5)
    #expect(hall.shows("因本人要求排除的"))
  }

  @Test mutating func `looking at every pair is stopped by Escape`() {
    hall.isSlow = true
    hall.press(.control("n"))
    hall.progress(0.5)
    #expect(hall.shows("正在两两比对"))
    let asked = hall.asked().last
    hall.press(.escape)
    #expect(hall.asked().last == asked.map { .withdraw($0.id) })
  }

  @Test mutating func `whoever has nobody is listed, and Enter tells all about one`() {
    hall.press(.control("n"))
    #expect(hall.shows("暂无合适人选"))
    hall.press(.enter)
    #expect(hall.shows("缘分圈 · "))
    hall.press(.escape)
    #expect(hall.shows("暂无合适人选的人"))
  }

  @Test mutating func `an answer to an older question is passed over`() {
    hall.isSlow = true
    hall.press(.f5)
    hall.send(.answered(RequestID(0), .circle(hall.circle(of: SampleEvening.member(0), nil))))
    #expect(hall.shows("正在找"))
  }
}

@Suite struct `The listing card on the screen` {
  @Test(arguments: [Key.control("l"), .character("v")])
  func `it shows a member as others would see them`(key: Key) {
    var hall = Hall()
    hall.press(.alt("1"))
    hall.press(.enter)
    hall.press(key)
    #expect(hall.shows("刊登卡"))
    // Neither employer nor phone; the list behind the card is another matter.
    #expect(!hall.rows().contains { $0.contains("手机") })
    #expect(hall.shows("1988年"))
    #expect(hall.shows("本人授权"))
    hall.press(.escape)
    #expect(hall.shows("单身职工"))
  }
}
