import Canvas
import Matchmaking
import Screens
import Testing

@Suite("Bundles at the desk")
struct BundleTests {
  private var hall: Hall {
    var hall = Hall()
    _ = hall.asked()
    return hall
  }

  @Test("what a bundle would change is told before it is taken in, by the same key again")
  func merging() {
    var hall = hall
    hall.press(.alt("b"))
    hall.press(.enter)
    let asked = hall.asked()
    #expect(asked.compactMap(\.question).contains(.rehearseBundle(path: "~/2号机.qqb")))
    #expect(asked.compactMap(\.change).isEmpty)
    #expect(hall.shows("会并入 58 步操作"))
    hall.press(.enter)
    #expect(hall.changes() == [.mergeBundle(path: "~/2号机.qqb")])
    // What is to be looked at comes up by itself.
    #expect(hall.shows("号牌发了两次"))
  }

  @Test("another file typed after that is asked about anew")
  func another() {
    var hall = hall
    hall.press(.alt("b"))
    hall.press(.enter)
    hall.type("x")
    hall.press(.enter)
    #expect(hall.changes().isEmpty)
  }

  @Test("a bundle that is refused says why, and nothing is changed")
  func refused() throws {
    var hall = hall
    hall.press(.alt("b"))
    hall.isSlow = true
    hall.press(.enter)
    let asked = hall.log.last
    guard case .ask(.rehearseBundle, let id)? = asked else {
      Issue.record("nothing was asked: \(String(describing: asked))")
      return
    }
    hall.send(.answered(id, .bundleTried(.failure(.bundle(.cutShort)))))
    #expect(hall.shows("数据包不完整"))
    #expect(hall.changes().isEmpty)
  }

  @Test(
    "what two laptops say differently is settled by one key each",
    arguments: [
      (Key.Named.f2, ConflictRecord.Side.ours), (.f3, .theirs),
    ])
  func settling(key: Key.Named, side: ConflictRecord.Side) {
    var hall = hall
    hall.press(.alt("c"))
    #expect(hall.shows("同一项改得不同"))
    hall.press(.down, key)
    #expect(hall.changes() == [.settleConflict(Hall.someConflicts[1].id, side)])
    #expect(!hall.shows("李娜"))
    hall.press(key, key)
    #expect(hall.shows("没有要确认的地方"))
    #expect(hall.changes().count == 2)
    hall.press(key)
    #expect(hall.changes().isEmpty)
  }

  @Test("a bundle is written under the name that was typed")
  func writing() {
    var hall = hall
    hall.press(.alt("w"))
    hall.press(.enter)
    #expect(
      hall.questions().contains { question in
        if case .writeBundle(let path, _) = question { path.hasSuffix(".qqb") } else { false }
      })
    #expect(hall.shows("已写好"))
  }
}
