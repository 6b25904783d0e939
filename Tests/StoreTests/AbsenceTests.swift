import Matchmaking
import Testing

@testable import Store

@Suite struct `Leaving and coming back` {
  let store: Store
  let event: EventID
  let guests: [Guest]

  init() throws {
    store = try Store.inMemory(context: .fixed())
    (event, guests) = try store.makeEvening(Store.form(capacity: 3), men: 2, women: 1)
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Refusal)?.code
    }
  }

  @Test func `is a log: each absence with when and where, and the first arrival stays`() throws {
    let id = guests[0].id
    let arrival = try store.checkIn(id).0.registration.arrival
    #expect(try store.absences(of: id).isEmpty)
    let other = store.secondDesk()
    for round in 1...3 {
      try store.leave(id)
      #expect(try store.absences(of: id).map { $0.back == nil }.filter { $0 }.count == 1)
      let (back, act) = try other.checkIn(id)
      #expect(back.registration.arrival == arrival && back.registration.leftAt == nil)
      #expect(act.summary.verb == .comeBack)
      let absences = try store.absences(of: id)
      #expect(absences.count == round)
      #expect(absences.allSatisfy { $0.left.station == "A" && $0.back?.station == "B" })
      #expect(absences.map(\.left.at) == absences.map(\.left.at).sorted())
    }
    #expect(try store.verify().isEmpty)
  }

  @Test func `each step is taken back and done again`() throws {
    let id = guests[0].id
    try store.checkIn(id)
    var seen = [try store.contents()]
    try store.leave(id)
    seen.append(try store.contents())
    _ = try store.comeBack([id], to: event)
    seen.append(try store.contents())
    for contents in seen.dropLast().reversed() {
      try store.undo()
      #expect(try store.contents() == contents)
    }
    for contents in seen.dropFirst() {
      try store.redo()
      #expect(try store.contents() == contents)
    }
  }

  @Test func `only who left comes back, as long as there is a place`() throws {
    let back = { (id: RegistrationID, overriding: Bool) throws -> String? in
      let result = try store.comeBack([id], to: event, overriding: overriding).0[0]
      return code { _ = try result.get() }
    }
    #expect(try back(guests[0].id, false) == "not-left")
    for guest in guests { try store.checkIn(guest.id) }
    #expect(try back(guests[0].id, false) == "already-in")
    try store.leave(guests[0].id)
    try store.walkIn(.stranger(name: "新人", sex: .man, phone: nil, employer: ""), to: event)
    #expect(try back(guests[0].id, false) == "full")
    #expect(try store.refusals(of: event).map(\.code) == ["full"])
    #expect(try back(guests[0].id, true) == nil)
    try store.leave(guests[0].id)
    try store.close(event)
    #expect(try back(guests[0].id, true) == "event-closed")
  }

  @Test func `several come back as one step, whoever is refused leaves the others in`() throws {
    for guest in guests.prefix(2) { try store.checkIn(guest.id) }
    _ = try store.leave(guests.prefix(2).map(\.id), from: event)
    let (results, act) = try store.comeBack(guests.map(\.id), to: event)
    #expect(results.map { (try? $0.get()) != nil } == [true, true, false])
    #expect(act?.summary.verb == .comeBack && act?.summary.count == 2)
    try store.undo()
    #expect(try store.evening(event).headcount.left == 2)
  }

  @Test func `a check-in that was a mistake takes its absences along, and so does cancelling`()
    throws
  {
    let id = guests[0].id
    try store.checkIn(id)
    try store.leave(id)
    try store.takeBackCheckIn(id)
    #expect(try store.absences(of: id).isEmpty)
    #expect(try store.evening(event).guest(id)?.registration.status == .registered)
    _ = try store.unregister([id], from: event)
    #expect(try store.verify().isEmpty)
  }
}

@Suite struct `Copying an event` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `takes its settings and its programme, and nobody of its people`() throws {
    var form = try Store.form(pools: .two, maxPicks: 3, capacity: 60, verifiedOnly: true)
    form.eligible = "age=25..35"
    form.details = EventDetails(
      theme: "七夕", place: "金沙湾", starts: "19:30", host: "总工会", hotline: "12351", showsNames: true)
    let (id, _) = try store.makeEvening(form, men: 0, women: 0)
    try store.setProgramme(
      [SegmentPlan(.arrival, minutes: 30), SegmentPlan(.rounds, title: "八分钟", minutes: 24)], of: id)
    _ = try store.run(.next, of: id)
    try store.close(id)
    let before = try store.contents()
    let day = Store.day("2027-08-08")
    let (copy, act) = try store.copy(id, as: "QX27", on: day)
    var expected = form
    expected.code = "QX27"
    expected.date = day
    #expect(EventForm(copy) == expected && copy.state == .open)
    #expect(try store.event(code: "QX27") == copy)
    let programme = try store.programme(of: copy.id)
    #expect(programme.segments.map(\.kind) == [.arrival, .rounds])
    #expect(programme.segments.allSatisfy { $0.phase == .waiting })
    #expect(act.summary == ActSummary(.createEvent, event: "QX27", name: "七夕"))
    try store.undo()
    #expect(try store.contents() == before)
  }

  @Test(arguments: [("QX", "code-taken"), ("a b", "bad-code"), ("", "bad-code")])
  func `needs a code of its own`(code: String, refusal: String) throws {
    let (event, _) = try store.create(Store.form())
    do {
      try store.copy(event.id, as: code, on: Store.day("2027-08-08"))
      Issue.record("copied")
    } catch let error as Refusal {
      #expect(error.code == refusal)
    }
    #expect(try store.events().count == 1)
  }

  @Test func `may have a title of its own, which is looked at as any`() throws {
    let (event, _) = try store.create(Store.form())
    let day = Store.day("2027-08-08")
    #expect(try store.copy(event.id, as: "B", on: day, title: "元宵").0.title == "元宵")
    #expect(throws: Refusal.event(.noTitle)) {
      try store.copy(event.id, as: "C", on: day, title: "")
    }
  }
}
