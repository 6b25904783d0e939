import Matchmaking
import Testing

@Suite struct `An evening` {
  @Test func `misses the slips of those who are here, not of who left or never came`() {
    let here = EveningPeople.guest(1, .checkedIn, badge: 1)
    let done = EveningPeople.guest(2, .checkedIn, badge: 2)
    let guests = [
      here, done, EveningPeople.guest(3, .left, badge: 3), EveningPeople.guest(4, .registered),
      EveningPeople.guest(5, .waitlisted), EveningPeople.guest(6, .declined),
    ]
    let evening = Evening(
      event: EveningPeople.event(), guests: guests,
      slips: [
        SlipKey(done.id): SlipReadings(
          first: SlipRecord(choices: [], at: Timestamp(milliseconds: 0)))
      ])
    #expect(evening.missingSlips == [here])
  }

  @Test func `keeps counts while people change pools`() {
    var guest = EveningPeople.guest(1, .registered, sex: .man)
    var evening = Evening(event: EveningPeople.event(), guests: [guest])
    guest.sex = .woman
    guest.registration.pool = .women
    evening.take(guest)
    #expect(evening.headcounts[.men]?.awaited == 0 && evening.headcounts[.women]?.awaited == 1)
    #expect(evening.headcount.all == 1)
  }

  @Test(arguments: Registration.Status.allCases)
  func `counts everybody who is registered, in whatever state`(status: Registration.Status) {
    let evening = Evening(
      event: EveningPeople.event(), guests: [EveningPeople.guest(1, status, badge: 1)])
    #expect(evening.headcount.all == 1)
    #expect(evening.headcount.taken == ([.registered, .checkedIn].contains(status) ? 1 : 0))
  }
}

@Suite struct `The waiting list` {
  private func list(_ guests: Guest...) -> WaitingList {
    WaitingList(guests, for: EveningPeople.event())
  }

  @Test func `moves up in the order in which people registered`() {
    var list = list(
      EveningPeople.guest(1, .registered), EveningPeople.guest(2, .waitlisted),
      EveningPeople.guest(3, .waitlisted, sex: .woman), EveningPeople.guest(4, .waitlisted))
    #expect(
      [list.next(), list.next(), list.next(), list.next()].map { $0?.number } == [
        "A2", "A3", "A4", nil,
      ])
  }

  @Test func `gives a free place first to who waits for its pool, else to whoever waits`() {
    var list = list(
      EveningPeople.guest(2, .waitlisted), EveningPeople.guest(3, .waitlisted, sex: .woman),
      EveningPeople.guest(4, .waitlisted))
    #expect(list.next(in: .women)?.number == "A3")
    #expect(list.next(in: .women)?.number == "A2")
    #expect(list.next(in: .men)?.number == "A4")
    #expect(list.next(in: .men) == nil)
  }

  @Test func `passes over who may not come any more, unless the organizer let it pass`() {
    let married = Credentials(status: .married)
    var list = list(
      EveningPeople.guest(1, .waitlisted, credentials: married),
      EveningPeople.guest(2, .waitlisted, credentials: married, waived: [.married]),
      EveningPeople.guest(3, .waitlisted, credentials: Credentials(isUnderAge: true)))
    #expect([list.next(), list.next()].map { $0?.number } == ["A2", nil])
  }
}

@Suite struct `Changing an event` {
  private func edit(
    _ event: Event, guests: Int = 0, longSlips: Int = 0, _ change: (inout EventForm) -> Void
  ) throws -> Event {
    var form = EventForm(event)
    change(&form)
    return try event.edited(to: form, guests: guests, slipsOver: { _ in longSlips })
  }

  @Test func `everything but the code may change while it is open`() throws {
    let event = EveningPeople.event()
    let day = try #require(Day("2026-09-05"))
    let edited = try edit(event) { form in
      form = EventForm(
        code: "QX", title: "中秋", date: day, kind: .talk, pools: .one, maxPicks: nil, rule: .best,
        capacity: Capacity(9), verifiedOnly: true)
    }
    #expect(
      edited
        == Event(
          id: event.id, code: "QX", title: "中秋", date: day, kind: .talk, pools: .one,
          maxPicks: nil, rule: .best, capacity: Capacity(9), verifiedOnly: true))
    #expect(throws: Refusal.event(.codeTaken("QY"))) { try edit(event) { $0.code = "QY" } }
    #expect(throws: Refusal.event(.noTitle)) { try edit(event) { $0.title = "" } }
  }

  @Test func `pools change only while nobody is registered`() throws {
    #expect(throws: Refusal.event(.poolsFixed(count: 3))) {
      try edit(EveningPeople.event(), guests: 3) { $0.pools = .one }
    }
    #expect(
      try edit(EveningPeople.event(), guests: 3) { $0.capacity = Capacity(9) }.capacity
        == Capacity(9))
  }

  @Test func `slips that are in must fit the new limit`() throws {
    let event = EveningPeople.event(maxPicks: 5)
    #expect(throws: Refusal.event(.slipsTooLong(limit: 3, count: 2))) {
      try edit(event, longSlips: 2) { $0.maxPicks = 3 }
    }
    #expect(throws: Refusal.event(.slipsTooLong(limit: 3, count: 1))) {
      try edit(EveningPeople.event(maxPicks: nil), longSlips: 1) { $0.maxPicks = 3 }
    }
    for limit in [5, 6, nil] as [Int?] {
      #expect(try edit(event, longSlips: 2) { $0.maxPicks = limit }.maxPicks == limit)
    }
  }

  @Test func `once it is closed only title, day and kind may be put right`() throws {
    let event = EveningPeople.event(capacity: 5, state: .closed)
    let edited = try edit(event) { form in
      form.title = "七夕（补）"
      form.date = Day("2026-08-20") ?? form.date
      form.kind = .special
    }
    #expect(edited.title == "七夕（补）" && edited.kind == .special && edited.state == .closed)
    let changes: [(inout EventForm) -> Void] = [
      { $0.rule = .best }, { $0.maxPicks = 4 }, { $0.capacity = .unlimited },
      { $0.verifiedOnly = true },
      { $0.pools = .one },
    ]
    for change in changes {
      #expect(throws: Refusal.event(.alreadyClosed("QX"))) { try edit(event, change) }
    }
  }
}
