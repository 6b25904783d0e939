import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `What was asked is answered to whoever asked` {
  var hall = Hall()

  private func withdrawn(_ effects: [Effect]) -> [RequestID] {
    effects.compactMap { if case .withdraw(let id) = $0 { id } else { nil } }
  }

  private func asked(_ isIt: (Question) -> Bool) -> [RequestID] {
    hall.log.filter { $0.question.map(isIt) ?? false }.map(\.id)
  }

  @Test mutating func `no number is used twice`() {
    hall.type("1100")
    hall.press(.enter)
    hall.press(.alt("1"), .named(.f5), .named(.escape), .control("d"), .named(.escape), .alt("2"))
    let ids = hall.log.map(\.id)
    #expect(ids.count > 6 && Set(ids).count == ids.count)
  }

  @Test
  mutating func `what comes late for a dialogue that was closed reaches no other of its kind`() {
    hall.isSlow = true
    hall.press(.f2)
    hall.type("尉")
    hall.press(.escape)
    hall.press(.f2)
    let old = asked { if case .loadMembers = $0 { true } else { false } }.first
    let page = MemberPage(total: 1, rows: [SampleEvening.namesake(98)])
    if let old { hall.send(.answered(old, .members(page))) }
    #expect(old != nil && !hall.shows("阿卜杜拉"))
  }

  @Test
  mutating func `the answer to an older word is passed over, the answer to the last is taken`() {
    hall.isSlow = true
    hall.press(.f5)
    hall.type("wa")
    let ids = asked { if case .loadMembers = $0 { true } else { false } }
    let old = MemberPage(total: 1, rows: [SampleEvening.namesake(98)])
    let new = MemberPage(total: 1, rows: [SampleEvening.member(at: 131)])
    for (id, page) in zip(ids.suffix(2), [old, new]) { hall.send(.answered(id, .members(page))) }
    #expect(!hall.shows("阿卜杜拉") && hall.shows(SampleEvening.member(at: 131).name))
  }

  @Test
  mutating func `a circle that nobody looks at any more is withdrawn, one that is there is not`() {
    hall.press(.alt("1"))
    hall.isSlow = true
    hall.press(.f5)
    let id = asked { if case .loadCircle = $0 { true } else { false } }.last
    _ = hall.asked()
    hall.press(.escape)
    #expect(withdrawn(hall.asked()) == [id].compactMap(\.self))
    hall.isSlow = false
    hall.press(.f5)
    _ = hall.asked()
    hall.press(.escape)
    #expect(withdrawn(hall.asked()) == [])
  }

  @Test mutating func `a rehearsal is withdrawn by another sheet and by leaving`() {
    hall.press(.alt("1"))
    hall.press(.f2, .down, .down)
    hall.press(.enter)
    hall.isSlow = true
    hall.press(.f4)
    hall.answer(.rosterSeen(Hall.sketch(RosterChoice(path: "~/报名表.xlsx", sheet: "说明"))))
    let tried = asked { if case .rehearseRoster = $0 { true } else { false } }.last
    _ = hall.asked()
    hall.press(.f4)
    #expect(withdrawn(hall.asked()) == [tried].compactMap(\.self))
    hall.answer(.rosterSeen(Hall.sketch(RosterChoice(path: "~/报名表.xlsx"))))
    _ = hall.asked()
    hall.press(.escape)
    #expect(withdrawn(hall.asked()).count == 1)
  }

  @Test mutating func `what became of a change is told once, though its dialogue went away`() {
    hall.type("m7")
    hall.isSlow = true
    hall.press(.f4, .enter)
    hall.send(.eveningGone)
    hall.press(.control("c"))
    hall.finish(.refused(.door(.full(capacity: 3), name: "王志超")))
    #expect(hall.shows("退出？") && !hall.desk.isBusy)
    hall.finish(.failed(.store(.diskFull(path: "store.sqlite"))))
    #expect(!hall.shows("磁盘已满"))
  }
}

@Suite struct `Why a key does nothing` {
  private static let closed = SampleEvening.evening(
    of: SampleEvening.event(state: .closed), slips: 60)

  @Test(arguments: [
    (Tab.door, Key.named(.enter), "活动已结束"), (.door, .named(.f2), "活动已结束"),
    (.door, .named(.f3), "活动已结束"), (.door, .named(.f5), "活动已结束"),
    (.picks, .named(.f3), "互选已结束"), (.picks, .named(.f6), "互选已结束"),
    (.members, .named(.escape), "现在没有筛选"), (.members, .control("y"), "活动已结束"),
    (.events, .named(.f4), "已有"), (.events, .named(.f5), "活动已结束"),
    (.pairs, .named(.f5), "互选已结束"),
  ])
  func `is said, told in the help, and the line of keys leaves it out`(
    tab: Tab, key: Key, reason: String
  ) {
    let size = Size(columns: 200, rows: 60)
    var hall = Hall(Self.closed, size: size, tab: tab)
    let command = Command.all.first {
      $0.keys.contains(key) && $0.context.phrase == tab.phrase
    }
    let label = command?.label.chinese ?? "?"
    #expect(hall.rows(size).last?.contains(label) == false, "\(label)")
    hall.press(key)
    #expect(hall.shows(reason, size))
    hall.press(.f1)
    #expect(hall.rows(size).contains { $0.contains("✗") && $0.contains(reason) }, "\(label)")
  }

  @Test(arguments: [
    (Scene.duplicates, Key.named(.f5)), (.savedFilters, .named(.f4)),
    (.verificationQueue, .named(.enter)), (.importColumns, .named(.f2)),
  ])
  func `holds only while there is nothing it could be of use for`(scene: Scene, key: Key) {
    var hall = scene.hall(.chinese, Size(columns: 200, rows: 60))
    _ = hall.asked()
    hall.press(key)
    #expect(!hall.rows(Size(columns: 200, rows: 60)).contains { $0.contains(" · 没有") })
  }

  @Test func `is nobody waiting, or no filter kept, in an empty register`() {
    let size = Size(columns: 120, rows: 40)
    for (open, key, reason) in [
      (Key.control("v"), Key.named(.f2), "没有待核验的人"), (.control("d"), .named(.f2), "没有疑似重复的人"),
      (.control("o"), .named(.f4), "还没有常用筛选"),
    ] {
      var hall = Hall(size: size, tab: .members)
      hall.isSlow = true
      hall.press(open)
      hall.press(key)
      #expect(hall.shows(reason, size), "\(reason)")
    }
  }
}
