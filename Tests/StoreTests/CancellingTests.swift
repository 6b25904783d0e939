import Matchmaking
import Testing

@testable import Store

@Suite struct `Cancelling a registration` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  private func standing(_ event: EventID) throws -> [String] {
    try store.evening(event).guests.map { "\($0.name) \($0.registration.status.rawValue)" }
  }

  @Test func `gives the place to the first who waits`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 2), men: 4, women: 0)
    let before = try store.contents()
    let cancelled = try store.unregister([guests[0].id], from: event)
    #expect(try cancelled.results.map { try $0.get().name } == ["男甲0"])
    #expect(cancelled.movedUp.map(\.name) == ["男甲2"])
    #expect(cancelled.movedUp.map(\.registration.status) == [.registered])
    #expect(
      cancelled.act?.summary
        == ActSummary(.unregister, event: "QX", name: "男甲0", count: 1, detail: "1"))
    #expect(try standing(event) == ["男甲1 registered", "男甲2 registered", "男甲3 waitlisted"])
    let after = try store.contents()
    try store.undo()
    #expect(try store.contents() == before)
    #expect(try store.evening(event).guests == guests, "in the old order")
    try store.redo()
    #expect(try store.contents() == after)
    #expect(try store.verify().isEmpty)
  }

  @Test func `of several gives each place away, and tells all who moved up`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 3), men: 6, women: 0)
    let cancelled = try store.unregister([guests[0].id, guests[2].id, guests[3].id], from: event)
    // The third moved up by the first, and went in the same breath.
    #expect(cancelled.movedUp.map(\.name) == ["男甲4", "男甲5"])
    #expect(cancelled.act?.summary == ActSummary(.unregister, event: "QX", count: 3, detail: "2"))
    #expect(try standing(event) == ["男甲1", "男甲4", "男甲5"].map { "\($0) registered" })
  }

  @Test func `of who waits moves nobody up`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 3, women: 0)
    let cancelled = try store.unregister([guests[1].id], from: event)
    #expect(cancelled.movedUp.isEmpty && cancelled.act?.summary.detail == nil)
    #expect(try standing(event) == ["男甲0 registered", "男甲2 waitlisted"])
  }

  /// Who went home left a place that the door may give; a cancelling gives away only what it frees.
  @Test(arguments: [false, true])
  func `of who waits moves nobody up though somebody went home`(declining: Bool) throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 3, women: 0)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    let cancelled =
      declining
      ? try store.decline([guests[1].id], for: event)
      : try store.unregister([guests[1].id], from: event)
    #expect(cancelled.movedUp.isEmpty && cancelled.act?.summary.detail == nil)
    #expect(try store.evening(event).guest(guests[2].id)?.registration.status == .waitlisted)
    #expect(try store.checkIn(guests[2].id).0.registration.status == .checkedIn)
  }

  @Test func `of who was declined moves nobody up a second time`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 4, women: 0)
    #expect(try store.decline([guests[0].id], for: event).movedUp.map(\.id) == [guests[1].id])
    try store.checkIn(guests[1].id)
    try store.leave(guests[1].id)
    #expect(try store.unregister([guests[0].id], from: event).movedUp.isEmpty)
    #expect(try standing(event) == ["男甲1 left", "男甲2 waitlisted", "男甲3 waitlisted"])
  }

  @Test func `gives a woman's place to a woman before a man who waited longer`() throws {
    let people = try ["男", "女", "男", "女"].enumerated().map { place, sex in
      try store.enter("\(sex)\(place)", [.sex: sex])
    }
    let (event, _) = try store.create(Store.form(capacity: 2))
    let guests = try store.register(people.map { .init(member: $0.id) }, for: event.id).0
      .map { try $0.get() }
    #expect(try store.unregister([guests[1].id], from: event.id).movedUp.map(\.name) == ["女3"])
    #expect(try store.unregister([guests[3].id], from: event.id).movedUp.map(\.name) == ["男2"])
  }

  @Test func `passes over who may not come any more`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 3, women: 0)
    try store.setStatus(.seeing, of: guests[1].registration.member)
    #expect(try store.decline([guests[0].id], for: event).movedUp.map(\.id) == [guests[2].id])
  }

  @Test func `moves nobody up into a hall that is over full`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 2), men: 4, women: 0)
    for guest in guests.dropFirst(2) { try store.checkIn(guest.id, overriding: true) }
    let late = try store.enter("后来", [.sex: "男"])
    _ = try store.register([.init(member: late.id)], for: event)
    #expect(try store.unregister([guests[0].id], from: event).movedUp.isEmpty)
    #expect(try store.unregister([guests[1].id], from: event).movedUp.isEmpty)
    #expect(try store.events().first?.headcount.taken == 2)
  }

  @Test func `is refused for who has come, and leaves the others cancelled`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 4, women: 0)
    try store.checkIn(guests[0].id)
    try store.checkIn(guests[1].id)
    try store.leave(guests[1].id)
    let cancelled = try store.unregister(guests.map(\.id), from: event)
    #expect(
      Array(cancelled.results[..<2])
        == guests.prefix(2).map { .failure(.door(.hasCome, name: $0.name)) })
    #expect(cancelled.act?.summary == ActSummary(.unregister, event: "QX", count: 2))
    #expect(try standing(event) == ["男甲0 checked_in", "男甲1 left"])
    #expect(try store.decline([guests[0].id], for: event).act == nil)
    try store.takeBackCheckIn(guests[0].id)
    #expect(try store.unregister([guests[0].id], from: event).act != nil)
  }

  @Test func `keeps a printed badge out of use`() throws {
    try store.importDrafts((0..<3).map { MemberDraft(name: "男\($0)", sex: .man) })
    let (event, _) = try store.create(Store.form())
    let ids = try store.members(0..<3).map(\.id)
    let guest = try store.register(
      [.init(member: ids[0], badge: Badge(.men, 1))], for: event.id
    ).0[0].get()
    _ = try store.unregister([guest.id], from: event.id)
    let (results, _) = try store.register(
      [.init(member: ids[1], badge: Badge(.men, 1)), .init(member: ids[2])], for: event.id)
    #expect(results[0] == .failure(.door(.badgeTaken(Badge(.men, 1)), name: "男1")))
    #expect(try store.checkIn(try results[1].get().id).0.badge == Badge(.men, 2))
  }

  @Test func `of an evening that is over is refused`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    try store.close(event)
    let refusal = Refusal.door(.closed, name: guests[0].name)
    #expect(try store.unregister([guests[0].id], from: event).results == [.failure(refusal)])
    #expect(try store.decline([guests[0].id], for: event).results == [.failure(refusal)])
  }

  @Test func `that is gone already is said to be gone`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    _ = try store.unregister([guests[0].id], from: event)
    #expect(
      try store.unregister([guests[0].id], from: event).results == [.failure(.history(.gone))])
  }

  @Test func `declining keeps somebody in the list, and frees the place`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    let declined = try store.decline([guests[0].id], for: event)
    #expect(try declined.results[0].get().registration.status == .declined)
    #expect(try standing(event) == ["男甲0 declined", "男甲1 registered"])
    #expect(
      try store.decline([guests[0].id], for: event).results
        == [.failure(.door(.declined, name: "男甲0"))])
    try store.undo()
    #expect(try standing(event) == ["男甲0 registered", "男甲1 waitlisted"])
  }

  @Test func `who is registered after all takes one place, not two`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 2), men: 1, women: 0)
    _ = try store.decline([guests[0].id], for: event)
    let late = try store.enter("后来", [.sex: "男"])
    let (results, _) = try store.register(
      [.init(member: guests[0].registration.member), .init(member: late.id)], for: event)
    #expect(try results.map { try $0.get().registration.status } == [.registered, .registered])
  }

  @Test func `who is registered after all waits where there is no place left`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    _ = try store.decline([guests[0].id], for: event)
    let again = Enrolment(member: guests[0].registration.member)
    #expect(try store.register([again], for: event).0[0].get().registration.status == .waitlisted)
    #expect(
      try store.register([again], for: event).0
        == [.failure(.person(.alreadyRegistered(name: "男甲0")))])
  }
}

@Suite struct `Changing and taking away an event` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `more places move the waiting list up, in one act`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 4, women: 0)
    let before = try store.contents()
    var form = try Store.form(capacity: 3)
    let (edited, movedUp, act) = try store.edit(event, form)
    #expect(edited.capacity == Capacity(3) && movedUp.map(\.id) == guests[1...2].map(\.id))
    #expect(act?.summary == ActSummary(.editEvent, event: "QX", name: "七夕", detail: "2"))
    #expect(try store.events().first?.headcount == Headcount(awaited: 3, waitlisted: 1))
    form.capacity = .unlimited
    #expect(try store.edit(event, form).movedUp.map(\.id) == [guests[3].id])
    form.capacity = Capacity(2)
    #expect(try store.edit(event, form).movedUp.isEmpty)
    #expect(try store.events().first?.headcount.awaited == 4, "nobody loses a place")
    for _ in 0..<3 { try store.undo() }
    #expect(try store.contents() == before)
  }

  @Test func `an evening that is over moves nobody up any more`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    try store.close(event)
    var form = try Store.form(capacity: 1)
    form.title = "七夕（补）"
    #expect(try store.edit(event, form).movedUp.isEmpty)
    #expect(try store.evening(event).guests[1].registration.status == .waitlisted)
  }

  @Test(arguments: [2, 3, nil])
  func `nor does it get other places, which pairs and lists came of`(capacity: Int?) throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 3, women: 0)
    try store.checkIn(guests[0].id)
    try store.close(event)
    let before = try store.contents()
    #expect(throws: Refusal.event(.alreadyClosed("QX"))) {
      try store.edit(event, Store.form(capacity: capacity))
    }
    #expect(try store.contents() == before)
    // Opened again it does, and then the list moves up.
    try store.undo()
    #expect(try store.edit(event, Store.form(capacity: 2)).movedUp.map(\.id) == [guests[1].id])
  }

  @Test func `what changes nothing leaves nothing in the log`() throws {
    let (event, _) = try store.create(Store.form())
    let (same, movedUp, act) = try store.edit(event.id, Store.form())
    #expect(same == event && movedUp.isEmpty && act == nil)
    #expect(try store.acts(limit: 9).count == 1)
  }

  @Test func `pools stay once somebody is registered, picks once slips are in`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 2)
    var form = try Store.form()
    form.pools = .one
    #expect(throws: Refusal.event(.poolsFixed(count: 3))) { try store.edit(event, form) }
    for guest in guests { try store.checkIn(guest.id) }
    try store.save(
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1), Badge(.women, 2)]), for: event)
    form = try Store.form(maxPicks: 1)
    #expect(throws: Refusal.event(.slipsTooLong(limit: 1, count: 1))) {
      try store.edit(event, form)
    }
    form = try Store.form(maxPicks: 2)
    form.rule = .best
    #expect(try store.edit(event, form).event.rule == .best)
  }

  @Test func `an edit from before the closing is not undone after it, one from after it is`() throws
  {
    let (event, _) = try store.create(Store.form())
    let other = store.secondDesk()
    var form = try Store.form()
    form.rule = .best
    _ = try store.edit(event.id, form)
    try other.close(event.id)
    let closing = ActSummary(.closeEvent, event: "QX", name: "七夕")
    #expect(throws: Refusal.history(.changedSince(closing))) { try store.undo(station: "A") }
    form.title = "七夕（补）"
    _ = try store.edit(event.id, form)
    #expect(try store.undo(station: "A").summary.verb == .editEvent)
    #expect(try store.event(code: "QX")?.title == "七夕")
  }

  @Test func `an event that nobody is registered for goes, and comes back`() throws {
    let (event, _) = try store.create(Store.form())
    let member = try store.enter("王芳", [.sex: "女"])
    try store.setStatus(.married, of: member.id)
    _ = try store.register([.init(member: member.id)], for: event.id)
    let before = try store.contents()
    try store.remove(event.id)
    #expect(try store.events().isEmpty)
    #expect(try store.verify().isEmpty)
    #expect(throws: Refusal.history(.gone)) { try store.remove(event.id) }
    try store.undo()
    #expect(try store.contents() == before)
    #expect(try store.refusals(of: event.id).map(\.code) == ["married"])
    try store.redo()
    #expect(try store.events().isEmpty)
  }

  @Test func `with a registration it stays, in whatever state that is`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    #expect(throws: Refusal.event(.hasGuests("QX", count: 2))) { try store.remove(event) }
    // Of a closed event nothing can be cancelled first.
    try store.close(event)
    #expect(throws: Refusal.event(.alreadyClosed("QX"))) { try store.remove(event) }
    try store.undo()
    _ = try store.unregister([guests[0].id], from: event)
    _ = try store.decline([guests[1].id], for: event)
    #expect(throws: Refusal.event(.hasGuests("QX", count: 1))) { try store.remove(event) }
    _ = try store.unregister([guests[1].id], from: event)
    try store.remove(event)
    #expect(try store.events().isEmpty)
  }

  @Test func `numbers that were worn stay taken though the event went and came back`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.takeBackCheckIn(guests[0].id)
    _ = try store.unregister(guests.map(\.id), from: event)
    try store.remove(event)
    try store.undo()
    try store.undo()
    #expect(try store.checkIn(guests[1].id).0.badge == Badge(.men, 2))
  }
}
