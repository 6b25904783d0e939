import Canvas
import Matchmaking
import Pinyin
import Screens
import Testing
import Wording

@Suite struct `The gate at the desk` {
  private let size = Size(columns: 120, rows: 40)
  private var hall: Hall

  init() {
    hall = Hall(
      SampleEvening.evening(of: SampleEvening.event(state: .closed), slips: 60),
      language: .chinese, size: Size(columns: 120, rows: 40), tab: .pairs)
  }

  private var made: [PairedBadges] {
    ((try? hall.evening.gate())?.entries ?? []).map(\.badges)
  }

  @Test mutating func `one key announces the next, and F9 takes it back`() throws {
    #expect(made.count > 3)
    hall.press(.f2)
    #expect(hall.evening.announced.compactMap(hall.evening.badges) == [made[0]])
    #expect(hall.shows("已公布 \(made[0].a.phrase.chinese)、\(made[0].b.phrase.chinese)"))
    hall.press(.f2, .f2)
    #expect(hall.evening.announced.count == 3)
    #expect(Set(hall.evening.announced.compactMap(hall.evening.badges)) == Set(made.prefix(3)))
    hall.press(.f9, .f9, .f9)
    #expect(hall.evening.announced.isEmpty)
    #expect(try hall.evening.gate().next == made[0])
  }

  @Test mutating func `whichever is marked, the next is the first that waits`() throws {
    hall.press(.end, .f2)
    #expect(hall.evening.announced.compactMap(hall.evening.badges) == [made[0]])
  }

  @Test mutating func `a pair held back is passed over until it is let go`() throws {
    hall.press(.control("x"))
    hall.type("等家人")
    hall.press(.enter)
    #expect(try hall.evening.gate().entries[0].state == .held(note: "等家人"))
    #expect(hall.shows("‖") && hall.shows("等家人"))
    hall.press(.f2)
    #expect(hall.evening.announced.compactMap(hall.evening.badges) == [made[1]])
    hall.press(.control("x"))
    #expect(try hall.evening.gate().next == made[0])
  }

  @Test mutating func `without a reason nothing is held back, and Escape leaves all as it was`()
    throws
  {
    hall.press(.control("x"), .named(.enter))
    hall.type("   ")
    hall.press(.enter, .escape)
    #expect(try hall.evening.gate().entries.allSatisfy { $0.state == .waiting })
  }

  @Test mutating func `from its card a pair goes before those above it`() throws {
    hall.press(.down, .down, .enter, .f2)
    #expect(hall.evening.announced.compactMap(hall.evening.badges) == [made[2]])
    #expect(try hall.evening.gate().next == made[0])
  }

  @Test mutating func `when all are announced the key says so and does nothing`() throws {
    for _ in made { hall.press(.f2) }
    let count = hall.acts.count
    hall.press(.f2)
    #expect(hall.acts.count == count && hall.shows("没有待公布的了"))
  }

  @Test mutating func `while picking is open there is no gate`() {
    var open = Hall(SampleEvening.evening(slips: 60), language: .chinese, size: size, tab: .pairs)
    for key in [Key.named(.f2), .control("x"), .control("n"), .control("t")] { open.press(key) }
    #expect(open.acts.isEmpty && open.evening.announcements.isEmpty)
  }

  @Test mutating func `names are offered only where the event shows them`() {
    hall.press(.control("n"))
    #expect(hall.shows("本场大屏不显示姓名"))
    var event = SampleEvening.event(state: .closed)
    event.details.showsNames = true
    var named = Hall(
      SampleEvening.evening(of: event, slips: 60), language: .english, size: size, tab: .pairs)
    named.press(.control("n"), .named(.f2))
    #expect(named.evening.announced.map(\.shownAs) == [.name])
    #expect(named.evening.event.details.shownAs == .name, "it is the event's, for every desk")
    named.press(.control("t"))
    #expect(named.shows("Names are shown where both consent"))
    named.press(.escape)
    named.press(.control("n"), .named(.f2))
    #expect(named.evening.announced.map(\.shownAs) == [.name, .number])
  }

  /// On the list and on the host's card.
  @Test(arguments: [false, true])
  func `where a consent is missing the same key announces the numbers`(onCard: Bool) throws {
    var event = SampleEvening.event(state: .closed)
    (event.details.showsNames, event.details.announcesAs) = (true, .name)
    var hall = Hall(
      SampleEvening.evening(of: event, slips: 60), language: .chinese, size: size, tab: .pairs)
    if onCard { hall.press(.control("t")) }
    hall.isSlow = true
    hall.press(.f2)
    let asked = try #require(hall.log.last { $0.change != nil })
    guard case .gate(_, _, .announce(let pair, as: .name))? = asked.change else {
      Issue.record("no name was asked for")
      return
    }
    let refusal = Refusal.announcing(.noConsent(pair.a, .missing(.bigScreen)))
    hall.send(.done(asked.id, .refused(refusal)))
    #expect(hall.shows("没有授权") || hall.shows("不能上大屏"))
    #expect(hall.shows("F2只公布号牌"))
    hall.isSlow = false
    hall.press(.f2)
    #expect(hall.evening.announced.map(\.shownAs) == [.number])
    #expect(!hall.shows("F2只公布号牌"), "the next pair is asked about anew")
    hall.press(.f2)
    #expect(hall.evening.announced.map(\.shownAs) == [.number, .name])
  }

  @Test
  mutating func `the host's card has the names as they are said, and neither ranks nor reasons`()
    throws
  {
    hall.press(.control("t"))
    for badge in [made[0].a, made[0].b] {
      let name = try #require(hall.evening.guest(wearing: badge)).name
      #expect(hall.shows(Reading.spoken(name)) && hall.shows(badge.phrase.chinese))
    }
    let rows = hall.rows(size).joined()
    for sign in ["①", "②", "互为", "排在"] { #expect(!rows.contains(sign), "\(sign)") }
    hall.press(.f2)
    let next = try #require(hall.evening.guest(wearing: made[1].a)).name
    #expect(hall.shows(Reading.spoken(next)) && hall.shows("刚公布"))
    #expect(hall.evening.announced.count == 1)
  }

  @Test mutating func `the host's card on another desk shows what the organizer chose last`() {
    var event = SampleEvening.event(state: .closed)
    event.details.showsNames = true
    hall = Hall(
      SampleEvening.evening(of: event, slips: 60), language: .chinese, size: size, tab: .pairs)
    hall.press(.control("t"))
    #expect(hall.shows("请也只念号牌"))
    event.details.announcesAs = .name
    let evening = SampleEvening.evening(of: event, slips: 60)
    hall.send(.evening(evening, SampleEvening.index(of: evening)))
    #expect(hall.shows("双方同意的，大屏显示姓名"))
    hall.press(.f2)
    guard case .gate(_, _, .announce(_, let shownAs))? = hall.changes().last else {
      Issue.record("nothing was announced")
      return
    }
    #expect(shownAs == .name)
    // Where the event shows no names any more the choice is none.
    event.details.showsNames = false
    let plain = SampleEvening.evening(of: event, slips: 60)
    hall.send(.evening(plain, SampleEvening.index(of: plain)))
    #expect(hall.shows("请也只念号牌"))
  }

  @Test mutating func `a host's card on another desk follows what is announced here`() throws {
    hall.press(.control("t"))
    var evening = hall.evening
    let (one, other) = (
      try #require(evening.guest(wearing: made[0].a)),
      try #require(evening.guest(wearing: made[0].b))
    )
    evening.announcements = [
      Announcement(
        id: Identifier(high: 9, low: 1), round: 1, one: one.id, other: other.id,
        decision: .announced(.number), at: Hall.now)
    ]
    hall.send(.evening(evening, SampleEvening.index(of: evening)))
    let next = try #require(evening.guest(wearing: made[1].a)).name
    #expect(hall.shows(Reading.spoken(next)) && hall.shows("已公布 1/"))
  }
}
