import Canvas
import Matchmaking
import Screens
import Testing

@Suite struct `Keeping the register` {
  var hall = Hall()

  init() { hall.press(.alt("1")) }

  private var changes: [RegisterChange] {
    hall.sent.compactMap { if case .keep(let change) = $0 { change } else { nil } }
  }

  @Test mutating func `a member is entered with what was typed and nothing else`() {
    hall.press(.insert)
    hall.type("林若曦")
    hall.press(.down)
    hall.type("女")
    hall.press(.down)
    hall.type("1995年3月")
    hall.press(.f2)
    #expect(changes == [.add([.name: "林若曦", .sex: "F", .birth: "1995年3月"])])
    #expect(hall.shows("已保存"))
    #expect(!hall.shows("新增单身职工"))
  }

  @Test mutating func `a wrong field keeps the form open with the focus on it`() {
    hall.press(.insert)
    hall.type("林若曦")
    for _ in 0..<3 { hall.press(.down) }
    hall.type("1380")
    hall.press(.up, .up)
    hall.press(.f2)
    #expect(changes.isEmpty)
    #expect(hall.shows("不是手机号"))
    hall.type("0001234")
    hall.press(.f2)
    #expect(changes == [.add([.name: "林若曦", .phone: "13800001234"])])
  }

  @Test mutating func `without a name nobody is saved`() {
    hall.press(.insert, .f2)
    #expect(changes.isEmpty)
    #expect(hall.shows("请填写姓名"))
  }

  @Test mutating func `editing sends what differs, and nothing where nothing does`() throws {
    hall.press(.control("e"), .named(.f2))
    #expect(changes.isEmpty)
    #expect(!hall.shows("修改 ·"))
    hall.press(.control("e"), .named(.up), .named(.up))
    // From the name over the number to the status, the last field.
    hall.press(.named(.right), .named(.f2))
    #expect(changes == [.edit(SampleEvening.member(0), [:], status: .seeing)])
  }

  @Test mutating func `a long text goes through the editor`() {
    hall.press(.control("e"))
    let down = Int(17)
    for _ in 0..<down { hall.press(.down) }
    hall.press(.f4)
    let asked = hall.programmed.last
    guard case .compose(let text)? = asked else {
      Issue.record("no editor was asked for")
      return
    }
    hall.answer(.composed(text + "，爱笑"))
    hall.press(.f2)
    #expect(changes.count == 1)
  }

  @Test mutating func `with all three seen one key verifies, and the next stands there`() throws {
    hall.press(.control("v"))
    #expect(hall.shows("12 人待核验"))
    hall.press(.f2)
    guard case .verify(let first, let record, nil)? = changes.first else {
      Issue.record("nobody was verified")
      return
    }
    #expect(first == SampleEvening.member(3))
    #expect(record.outcome == .verified && record.evidence == Set(Evidence.allCases))
    #expect(hall.shows("11 人待核验"))
    hall.press(.f2)
    #expect(changes.count == 2)
  }

  @Test mutating func `what was not seen is asked for, and a rejection says why`() {
    hall.press(.control("v"), .named(.enter), .named(.f2))
    #expect(changes.isEmpty)
    #expect(hall.shows("还缺"))
    hall.press(.f6)
    #expect(changes.isEmpty)
    #expect(hall.shows("写明不通过的原因"))
    hall.type("单位查无此人")
    hall.press(.f6)
    guard case .verify(_, let record, nil)? = changes.first else {
      Issue.record("nobody was rejected")
      return
    }
    #expect(record.outcome == .rejected && record.note == "单位查无此人")
  }

  @Test mutating func `a resident number of somebody else is refused while it is typed`() {
    hall.press(.control("v"), .named(.enter), .named(.down), .named(.down), .named(.down))
    hall.type("11010519491231002X")
    #expect(hall.shows("请核对"))
  }

  @Test mutating func `two who are one are merged with the values that were chosen`() {
    hall.press(.control("d"))
    #expect(hall.shows("姓名和出生年月相同"))
    hall.press(.right)
    hall.press(.f2)
    guard case .merge(_, _, let choices)? = changes.first else {
      Issue.record("nobody was merged")
      return
    }
    #expect(choices.count == 1 && choices.values.first == .other)
    #expect(hall.shows("没有疑似重复"))
  }

  @Test mutating func `two who are two are not asked about again`() {
    hall.press(.control("d"), .named(.f3))
    #expect(changes == [.keepApart(SampleEvening.member(4), SampleEvening.member(900))])
    #expect(hall.shows("没有疑似重复"))
  }

  @Test mutating func `a consent is given with Enter and taken back with Enter`() {
    hall.press(.control("g"), .named(.enter))
    #expect(changes == [.revokeConsent(.listing, SampleEvening.member(0))])
    hall.press(.down, .enter)
    #expect(changes.last == .giveConsent(.broadcast, SampleEvening.member(0)))
  }

  @Test mutating func `a filter gets a name, and a saved one is applied`() {
    hall.press(.f3)
    hall.type("女 ")
    hall.press(.named(.escape), .control("o"))
    hall.type("女职工")
    hall.press(.enter)
    guard case .saveFilter(_, "女职工")? = changes.first else {
      Issue.record("nothing was saved")
      return
    }
    hall.press(.enter)
    #expect(hall.shows("性别=女 学历>=本科"))
  }
}
