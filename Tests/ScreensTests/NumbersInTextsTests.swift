import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Numbers inside texts of forms` {
  private static let size = Size(columns: 120, rows: 60)

  private func text(_ hall: Hall) -> String { hall.rows(Self.size).joined(separator: "\n") }

  private static let note = "班组长推荐，家里电话 0538-8123456，急事打 139 0538 7766"

  /// The form of a member some of whose texts were changed, opened by Ctrl-E.
  private func form(_ change: (inout Member) -> Void) -> Hall {
    var member = SampleEvening.member(at: 7)
    change(&member)
    var hall = Hall(size: Self.size, tab: .members)
    hall.register = ["某": [member]]
    hall.press(.f3)
    hall.type("某")
    hall.press(.named(.escape), .control("e"))
    _ = hall.asked()
    return hall
  }

  private func saved(_ hall: inout Hall) -> [[MemberField: String]] {
    hall.press(.f2)
    return hall.changes().compactMap {
      if case .keep(.edit(_, let changes, _)) = $0 { changes } else { nil }
    }
  }

  private func go(_ hall: inout Hall, to label: String) {
    for _ in 0..<50 {
      let row = hall.desk.view(Self.size).cursor?.row ?? 0
      if hall.rows(Self.size)[row].contains(label) { return }
      hall.press(.down)
    }
    Issue.record("no field \(label)")
  }

  @Test(
    arguments: [
      (MemberText.note, "联系 13905387766"), (.employer, "泰山医院(13905387766)"),
      (.criteria, "身高170以上，合适请打13905387766"), (.wechat, "wx13905387766"),
      (.introduction, "爱爬山。\n电话１３９０５３８７７６６"), (.interests, "爬山 139-0538-7766"),
      (.note, "家里 0538-8127766"), (.note, "139\n0538 7766"), (.job, "调度 8127766"),
      (.residence, "泰安，(0538) 812-7766"),
    ])
  func `are masked, whatever text they stand in, until F5`(field: MemberText, said: String) {
    var hall = form { $0.texts[field] = said }
    let plain = TextField(said.split(whereSeparator: \.isNewline).joined(separator: " ")).text
    #expect(!text(hall).contains(plain))
    hall.press(.f5)
    #expect(text(hall).contains(plain))
  }

  @Test func `also in a column of the roster's own`() {
    var hall = form { $0.extras["介绍人"] = "王姐 13905387766" }
    #expect(text(hall).contains("王姐 139****7766"))
    hall.press(.f5)
    #expect(text(hall).contains("王姐 13905387766"))
  }

  @Test func `days, heights and short numbers stay`() {
    let hall = form { $0.texts[.note] = "2019-05-04 入职，工号 10021，20260819 复核" }
    #expect(text(hall).contains("2019-05-04 入职，工号 10021，20260819 复核"))
  }

  @Test func `another field is changed and the text behind the mask is not`() {
    var hall = form { $0.texts[.note] = Self.note }
    go(&hall, to: "岗位")
    hall.type("甲")
    let changes = saved(&hall)
    #expect(changes.count == 1)
    #expect(changes.first?.keys.sorted { "\($0)" < "\($1)" } == [.text(.job)])
  }

  @Test(arguments: [
    Key.character("甲"), .paste("甲乙"), .named(.backspace), .named(.delete), .control("u"),
    .control("k"), .control("w"), .named(.left), .named(.home),
  ])
  func `a key in it changes nothing of it, and says what to do`(key: Key) {
    var hall = form { $0.texts[.note] = Self.note }
    go(&hall, to: "备注")
    hall.press(key)
    #expect(!text(hall).contains("甲"))
    #expect(text(hall).contains("8123456") == false)
    switch key {
    case .named(.left), .named(.home): break
    default: #expect(text(hall).contains("按 F5 看全了再改"))
    }
    #expect(saved(&hall).isEmpty)
  }

  @Test func `after F5 it is changed around its number`() {
    var hall = form { $0.texts[.note] = Self.note }
    go(&hall, to: "备注")
    hall.press(.f5)
    hall.type("（夜班）")
    let changes = saved(&hall)
    #expect(changes.first?[.text(.note)] == Self.note + "（夜班）")
  }

  @Test func `F4 opens no editor on what is hidden, and one on what is shown`() {
    var hall = form { $0.texts[.note] = Self.note }
    go(&hall, to: "备注")
    hall.press(.f4)
    #expect(hall.programs().isEmpty)
    #expect(text(hall).contains("按 F5 看全了再改"))
    hall.press(.f5)
    _ = hall.asked()
    hall.press(.f4)
    #expect(hall.programs() == [.compose(Self.note)])
  }

  @Test func `looking is one change on its way, and nothing is shown before it is on the disk`() {
    let member = SampleEvening.member(at: 7)
    var hall = form { $0.texts[.note] = Self.note }
    hall.isSlow = true
    hall.press(.f5)
    let asked = hall.changes()
    #expect(asked == [.keep(.seeDetails([member.id]))])
    #expect(!text(hall).contains("8123456"))
    // Keys wait in order.
    hall.type("甲")
    #expect(!text(hall).contains("甲"))
    hall.isSlow = false
    hall.carryOut()
    #expect(text(hall).contains("8123456"))
    #expect(text(hall).contains("甲"))
    #expect(text(hall).contains("这次查看已留记录"))
    // What changed nothing is not what is taken back next.
    #expect(!text(hall).contains("^Z"))
  }

  @Test func `what could not be put on record is not shown`() {
    var hall = form { $0.texts[.note] = Self.note }
    hall.isSlow = true
    hall.press(.f5)
    hall.finish(.failed(.store(.diskFull(path: "store.sqlite"))))
    #expect(!text(hall).contains("8123456"))
    hall.isSlow = false
    hall.press(.f5)
    #expect(text(hall).contains("8123456"))
  }

  @Test func `F5 once more asks nothing, and neither where nothing is hidden`() {
    var hall = form { _ in }
    hall.press(.f5)
    #expect(hall.asked().count == 1)
    hall.press(.f5)
    #expect(hall.asked().isEmpty)
    var plain = form {
      $0.phone = nil
      $0.texts[.wechat] = nil
    }
    plain.press(.f5)
    #expect(plain.asked().isEmpty)
  }

  @Test func `who leaves the form while it is put on record is shown nothing elsewhere`() {
    var hall = form { $0.texts[.note] = Self.note }
    hall.isSlow = true
    hall.press(.f5)
    hall.isSlow = false
    hall.press(.escape)
    hall.carryOut()
    #expect(!text(hall).contains("8123456"))
    hall.press(.control("e"))
    #expect(!text(hall).contains("8123456"))
  }

  private func duplicates(_ one: String, _ other: String, extra: Bool = false) -> Hall {
    var first = SampleEvening.member(at: 4)
    var second = SampleEvening.member(at: 9)
    (first.phone, second.phone, second.name) = (nil, nil, first.name)
    (first.texts[.wechat], second.texts[.wechat]) = (nil, nil)
    if extra {
      (first.extras["介绍人"], second.extras["介绍人"]) = (one, other)
    } else {
      (first.texts[.note], second.texts[.note]) = (one, other)
    }
    var hall = Hall(size: Self.size, tab: .members)
    hall.press(.control("d"))
    hall.answer(.register(.duplicates([Suspects(first, second, grounds: [.nameAndBirth])])))
    _ = hall.asked()
    return hall
  }

  @Test(arguments: [false, true])
  func `of duplicates are masked in texts too, and F5 is on record for whom it shows`(extra: Bool) {
    var hall = duplicates("急事打 13905387766", "没有", extra: extra)
    #expect(text(hall).contains("急事打 139****7766"))
    hall.press(.f5)
    #expect(hall.changes() == [.keep(.seeDetails([SampleEvening.member(at: 4).id]))])
    #expect(text(hall).contains("急事打 13905387766"))
  }

  @Test func `of both where both have one; texts that look alike are said to be two`() {
    var hall = duplicates("打 13905387766", "打 13911117766")
    #expect(text(hall).contains("打 139****7766（中间几位不同）"))
    hall.press(.f5)
    #expect(
      hall.changes() == [
        .keep(.seeDetails([SampleEvening.member(at: 4).id, SampleEvening.member(at: 9).id]))
      ])
    #expect(text(hall).contains("打 13911117766"))
    #expect(!text(hall).contains("中间几位不同"))
  }

  @Test func `of a pair that is not looked at any more stay hidden when the answer comes`() {
    var hall = duplicates("打 13905387766", "打 13911117766")
    hall.isSlow = true
    hall.press(.f5)
    var (two, three) = (SampleEvening.member(at: 9), SampleEvening.member(at: 11))
    two.texts[.note] = "打 13722225555"
    three.texts[.note] = "打 13733336666"
    hall.answer(.register(.duplicates([Suspects(two, three, grounds: [.nameAndBirth])])))
    hall.isSlow = false
    hall.carryOut()
    #expect(text(hall).contains("137****5555") && text(hall).contains("137****6666"))
    #expect(!text(hall).contains("13722225555") && !text(hall).contains("13733336666"))
  }

  @Test func `in the names of filters and of what was done are masked everywhere`() {
    var hall = Hall(size: Self.size, tab: .members)
    hall.press(.control("o"))
    hall.answer(
      .register(
        .savedFilters([KeptFilter(name: "问 13905387766", text: "note~13905387766")])))
    if hall.shows("常用筛选", Self.size) {
      #expect(text(hall).contains("问 139****7766"))
      #expect(!text(hall).contains("13905387766"))
    } else {
      Issue.record("no saved filters")
    }
    let summary = ActSummary(.saveFilter, detail: "问 13905387766")
    #expect(!summary.phrase(.chinese).contains("13905387766"))
    #expect(summary.phrase(.english).contains("139****7766"))
  }
}
