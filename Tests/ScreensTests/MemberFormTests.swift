import Canvas
import Matchmaking
import Screens
import Testing

@Suite struct `The form of a member` {
  var hall = Hall()

  init() { hall.press(.alt("1")) }

  private var changes: [RegisterChange] {
    hall.sent.compactMap { if case .keep(let change) = $0 { change } else { nil } }
  }

  @Test mutating func `a text of several lines that nobody touched keeps its lines`() {
    var member = SampleEvening.member(at: 0)
    member.texts[.introduction] = "爱爬山\n会做饭"
    hall.register["王志超"] = [member]
    hall.press(.f3)
    hall.type("王志超")
    hall.press(.escape)
    hall.press(.control("e"))
    hall.press(.down, .down)
    hall.press(.control("u"))
    hall.type("1992-05-04")
    hall.press(.f2)
    #expect(changes == [.edit(member.id, [.birth: "1992-05-04"], status: nil)])
  }

  @Test mutating func `what an editor wrote is saved with its lines`() {
    hall.press(.control("e"))
    // Back from the name over the number and the status to a column of the roster.
    hall.press(.up, .up, .up)
    hall.press(.f4)
    hall.answer(.composed("第一行\n第二行"))
    hall.press(.f2)
    guard case .edit(_, let details, nil)? = changes.last else {
      Issue.record("nothing was saved")
      return
    }
    #expect(Array(details.values) == ["第一行\n第二行"])
  }

  @Test mutating func `typed work is not lost to one Escape`() {
    hall.press(.control("e"))
    hall.type("一")
    hall.press(.escape)
    #expect(hall.shows("还没有保存"))
    hall.press(.escape)
    #expect(!hall.shows("修改 ·"))
    #expect(changes.isEmpty)
  }

  @Test mutating func `a small window says all that is wrong below the fields`() {
    let small = Size(columns: 40, rows: 12)
    hall.send(.resized(small))
    hall.press(.insert)
    hall.press(.down, .down)
    hall.type("属猴")
    #expect(hall.shows("不是出生日期", small))
  }
}
