import Canvas
import Matchmaking
import Screens
import Testing

@Suite struct `What a roster changes` {
  var hall = Hall()

  init() { open() }

  private mutating func open(_ size: Size = Size(columns: 80, rows: 24), isPlain: Bool = false) {
    hall = Hall(size: size, isPlain: isPlain)
    hall.press(.alt("1"))
    hall.press(.f2, .down, .down, .enter)
    hall.seeCorrections()
  }

  /// Where the roster's word was asked for with the last import.
  private var taken: Set<FieldDifference>? {
    hall.sent.compactMap { if case .importRoster(let choice) = $0 { choice.taken } else { nil } }
      .last
  }

  private var kept: [FieldDifference] { Hall.corrected.kept }

  @Test mutating func `is told by field under the columns, and what stands by hand`() {
    #expect(hall.shows("手工更正与名册不同 4 处；改动：性别 1，联系电话 2，"))
  }

  @Test mutating func `is listed before and after, with the phones masked`() {
    hall.press(.f5)
    #expect(hall.shows("139****0007"))
    #expect(hall.shows("138****0007"))
    #expect(!hall.shows("13800010007"))
    #expect(hall.shows("城市建设投资集团"))
    // Where two look alike with the middle hidden, that they are two is said.
    hall.press(.end)
    #expect(hall.shows("中间几位不同"))
    #expect(!hall.shows("13811110007") && !hall.shows("13822220007"))
    #expect(!hall.shows("15000010031"))
  }

  @Test mutating func `shows of long texts where they part`() {
    hall.press(.f5, .down, .down)
    #expect(hall.shows("会弹钢琴") && hall.shows("最近在学吉他"))
  }

  @Test mutating func `overrules nothing that was corrected, unless somebody ticks it`() {
    hall.press(.f5, .escape, .enter)
    #expect(taken == [])
    open()
    hall.press(.f5, .down, .enter)
    #expect(hall.shows("1/3"))
    hall.press(.escape)
    #expect(hall.shows("1 处用名册的"))
    hall.press(.enter)
    #expect(taken == [kept[1]])
  }

  @Test mutating func `is ticked and unticked by Enter, by Space and all at once`() {
    hall.press(.f5, .enter)
    #expect(hall.shows("☑"))
    hall.send(.key(.character(" ")))
    #expect(!hall.shows("☑"))
    hall.press(.f2)
    #expect(hall.shows("3/3"))
    hall.press(.f2)
    #expect(hall.shows("0/3"))
    hall.press(.f2, .escape, .enter)
    // A verification is decided anew on evidence only.
    #expect(taken == Set(kept.prefix(3)))
  }

  @Test mutating func `says why a row is not to be chosen`() {
    hall.press(.f5, .down, .down, .down, .enter)
    #expect(hall.shows("重新核验"))
    hall.press(.down, .enter)
    #expect(hall.shows("没有手工更正过"))
    #expect(hall.shows("0/3"))
  }

  @Test mutating func `is asked for again when the roster is tried anew, for what still differs`() {
    hall.press(.f5, .f2, .escape)
    var fewer = Hall.corrected
    fewer.problems.removeFirst()
    hall.seeCorrections(fewer)
    hall.press(.enter)
    #expect(taken == Set(kept[1...2]))
  }

  @Test mutating func `of another file nothing is ticked`() {
    hall.press(.f5, .f2, .escape, .escape)
    hall.press(.alt("1"))
    hall.press(.f2)
    hall.type("泰山")
    hall.press(.tab, .enter)
    hall.seeCorrections()
    hall.press(.enter)
    #expect(taken == [])
  }

  @Test mutating func `can be read afterwards, when there is nothing to choose any more`() {
    hall.isSlow = true
    hall.press(.enter)
    hall.finish(.imported(Hall.corrected, nil))
    hall.press(.f5)
    #expect(hall.shows("导入改了什么") && hall.shows("原来"))
    #expect(!hall.shows("☐"))
    hall.press(.enter, .f2)
    #expect(!hall.shows("☑"))
  }

  @Test mutating func `is told to be on its way while the roster is still tried`() {
    hall = Hall()
    hall.press(.alt("1"))
    hall.press(.f2, .down, .down)
    hall.isSlow = true
    hall.press(.enter)
    for case .lookAtRoster(let choice) in hall.questioned.suffix(1) {
      hall.answer(.rosterSeen(Hall.sketch(choice)))
    }
    hall.press(.f5)
    #expect(hall.shows("还在试算"))
  }

  @Test mutating func `is not offered where nothing changes`() {
    hall.seeCorrections(ImportSummary())
    #expect(!hall.shows("F5"))
    hall.press(.f5)
    #expect(!hall.shows("会改什么"))
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 40), (200, 60)])
  mutating func `fits every window, in ASCII too`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    open(size, isPlain: true)
    hall.press(.f5, .enter)
    #expect(hall.shows("[x]", size) && hall.shows("[ ]", size))
    hall.press(.end)
    #expect(hall.shows("吴敏", size))
  }
}
