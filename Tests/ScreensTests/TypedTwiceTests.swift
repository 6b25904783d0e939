import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Typing slips the second time` {
  var hall = Hall(SampleEvening.evening(slips: 60), language: .chinese, tab: .picks)
  private let picker = Badge(.women, 33)

  private func id(_ badge: Badge) -> RegistrationID {
    hall.evening.guest(wearing: badge)?.id ?? SampleEvening.registration(0)
  }

  private func slip(_ men: Int..., at station: String = "B") -> SlipRecord {
    SlipRecord(
      picks: .inOrder(men.map { id(Badge(.men, $0)) }),
      at: Timestamp(milliseconds: 1_787_140_000_000), station: station)
  }

  private mutating func hear(_ readings: SlipReadings, of badge: Badge) {
    hall.send(
      .eveningChanged(
        EveningChange(event: hall.evening.event, slips: [SlipKey(id(badge)): readings])))
  }

  private mutating func typed() -> (Ballot, SlipTyping)? {
    guard case .saveSlip(_, let ballot, let typing)? = hall.changes().last else { return nil }
    return (ballot, typing)
  }

  @Test mutating func `is another state of the page, which says so`() {
    hall.press(.f2)
    #expect(hall.shows("第二次录入  ") && hall.shows("复核") && hall.shows("F2换回第一次"))
    hall.type("F12 3 7")
    hall.press(.enter)
    #expect(typed()?.1 == SlipTyping(round: 1, reading: .second))
    #expect(hall.shows("两次录得不一样，请对照纸票"))
    hall.press(.f2)
    #expect(!hall.shows("F2换回第一次") && hall.shows("F2第二次录入"))
  }

  @Test mutating func `shows nothing of the first`() {
    // F12 picked M12, M11, M09, M07 and M10.
    hall.press(.f2)
    hall.type("F12")
    hall.press(.f3)
    for number in ["男12", "男11", "男09", "五人", "5"] { #expect(!hall.shows("女12 \(number)")) }
    #expect(!hall.shows("男11") && !hall.shows("原来的选票"))
    hall.type(" 12 11 9 7 10")
    hall.press(.enter)
    #expect(hall.shows("女12 两次录得一致"))
    #expect(!hall.shows("五人"))
  }

  @Test mutating func `may go before the first, and tells nobody what it says`() {
    hall.press(.f2)
    hall.type("F33 3 7")
    hall.press(.enter)
    #expect(hall.shows("女33 第二次已录"))
    hall.press(.f2)
    hall.type("F33")
    #expect(!hall.shows("男03"))
    hall.type(" 3 7")
    hall.press(.enter)
    #expect(typed()?.1.reading == .first)
    #expect(hall.shows("女33 两次录得一致"))
  }

  @Test mutating func `of the same slip at the same moment is a comparison`() {
    hall.type("F33 3 ")
    hear(SlipReadings(first: slip(3, 7)), of: picker)
    #expect(hall.shows("别的台刚录了这张选票；按回车与它核对"))
    #expect(!hall.shows("男07"))
    hall.type("21")
    hall.press(.enter)
    let saved = typed()
    #expect(saved?.0 == Ballot(picker: picker, choices: [Badge(.men, 3), Badge(.men, 21)]))
    #expect(saved?.1 == SlipTyping(round: 1, isShared: true))
  }

  @Test mutating func `is no way around whoever is not here, which is on record once`() {
    let absent = Badge(.men, 3)
    guard var guest = hall.evening.guest(wearing: absent) else { return }
    guest.registration.status = .registered
    hall.send(.eveningChanged(EveningChange(event: hall.evening.event, guests: [guest])))
    hall.type("F33 3")
    hall.press(.enter, .enter)
    let refusal = SlipRefusal.absent(absent)
    #expect(
      hall.changes() == [.recordRefusedSlip(hall.evening.event.id, picker, refusal)])
  }

  @Test mutating func `of a slip that was in before it was begun is refused as ever`() {
    hear(SlipReadings(first: slip(3, 7)), of: picker)
    hall.type("F33 3")
    #expect(hall.shows("女33 的选票已录"))
    hall.press(.enter)
    #expect(typed() == nil)
  }

  @Test mutating func `ends in a list of what differs, which is settled by a key or by typing`() {
    hear(SlipReadings(first: slip(3, 7), second: slip(3, 21, at: "C")), of: picker)
    hear(SlipReadings(first: slip(3), second: slip(at: "C")), of: Badge(.women, 12))
    #expect(hall.shows("待核对 2（F4）"))
    hall.press(.f5)
    #expect(hall.shows("有 2 张选票两次录得不一样，请先按 F4 对照纸票确认"))
    hall.press(.f4)
    #expect(hall.shows("F3 第一次") && hall.shows("男03") && hall.shows("空白"))
    hall.press(.down)
    #expect(hall.shows("男03 男07") && hall.shows("男03 男21"))
    hall.press(.enter)
    #expect(hall.shows("请写纸票上的号码"))
    hall.type("3 99")
    hall.press(.enter)
    #expect(typed() == nil && hall.shows("没有 男99 这个号"))
    hall.press(.control("u"))
    hall.type("3 21 7")
    hall.press(.enter)
    let saved = typed()
    #expect(saved?.0 == Ballot(picker: picker, choices: [3, 21, 7].map { Badge(.men, $0) }))
    #expect(saved?.1 == SlipTyping(round: 1, reading: .settled))
  }

  @Test(arguments: [(Key.Named.f3, [3, 7]), (.f4, [3, 21])])
  mutating func `is settled as one of the two`(key: Key.Named, men: [Int]) {
    hear(SlipReadings(first: slip(3, 7), second: slip(3, 21, at: "C")), of: picker)
    hall.press(.f4)
    hall.press(key)
    let saved = typed()
    #expect(saved?.0 == Ballot(picker: picker, choices: men.map { Badge(.men, $0) }))
    #expect(saved?.1.reading == .settled)
  }

  @Test mutating func `a blank paper is a dash`() {
    hear(SlipReadings(first: slip(3, 7), second: slip(3, 21, at: "C")), of: picker)
    hall.press(.f4)
    hall.type("-")
    hall.press(.enter)
    #expect(typed()?.0 == Ballot(picker: picker, choices: []))
  }
}

@Suite struct `A clerk at the page of picks` {
  var hall = Hall(SampleEvening.evening(slips: 60), language: .chinese, tab: .picks)

  @Test mutating func `looks through what was typed here, and corrects it`() {
    hall.type("F33 4 8")
    hall.press(.enter)
    hall.type("F34 1")
    hall.press(.enter)
    #expect(!hall.shows("男04 男08"))
    hall.press(.alt("v"))
    #expect(hall.shows("本台录过的选票") && hall.shows("男04 男08"))
    #expect(!hall.shows("男12 男11"), "what another desk typed is not its own")
    hall.press(.down)
    hall.press(.enter)
    #expect(hall.shows("更正") && hall.shows("原来的选票"))
  }

  @Test
  mutating func `goes to the next number by Tab, and to the next page where nothing is typed`() {
    hall.type("F33")
    hall.press(.tab)
    hall.press(.tab)
    hall.type("3")
    hall.press(.enter)
    guard case .saveSlip(_, let ballot, _)? = hall.changes().last else {
      Issue.record("nothing was saved")
      return
    }
    #expect(ballot.choices == [Badge(.men, 3)])
    hall.press(.tab)
    #expect(hall.shows("规则"))
  }

  @Test mutating func `scans a badge, and it is no blank slip`() {
    hall.press(.paste("F33\n"))
    #expect(hall.changes().isEmpty)
    hall.type("3")
    hall.press(.enter, .enter)
    guard case .saveSlip(_, let ballot, _)? = hall.changes().last else {
      Issue.record("nothing was saved")
      return
    }
    #expect(ballot == Ballot(picker: Badge(.women, 33), choices: [Badge(.men, 3)]))
    hall.press(.paste("F34 1 3\n"))
    guard case .saveSlip(_, let scanned, _)? = hall.changes().last else {
      Issue.record("nothing was saved")
      return
    }
    #expect(scanned.choices.count == 2, "a slip scanned whole is saved")
  }

  @Test mutating func `closes a round and opens the next, which leaves out the paired`() {
    hall.press(.alt("r"))
    #expect(hall.shows("第 1 轮"))
    hall.press(.f2)
    #expect(hall.shows("先结束第 1 轮（F5）"))
    hall.press(.f5)
    #expect(hall.changes().last == .closePicking(hall.evening.event.id, round: 1))
    hall.press(.f3, .f4)
    hall.press(.f2)
    guard case .openPicking(_, let wish)? = hall.changes().last else {
      Issue.record("no round was opened")
      return
    }
    #expect(wish.leavesOutPaired && wish.rule == .best)
    #expect(hall.shows("第 2 轮 录入"))
    let paired = hall.evening.leftOut(of: 2)
    #expect(!paired.isEmpty)
    guard let badge = hall.evening.guests.first(where: { paired.contains($0.id) })?.badge else {
      return
    }
    hall.type(badge.description)
    #expect(hall.shows("前面已牵手，本轮不参加"))
  }

  @Test mutating func `looks back at a round that is closed`() {
    hall.press(.alt("r"))
    hall.press(.f5)
    hall.press(.f2)
    hall.press(.alt("r"))
    hall.press(.up)
    hall.press(.enter)
    #expect(hall.shows("第 1 轮互选已结束，不再收它的选票"))
  }
}
