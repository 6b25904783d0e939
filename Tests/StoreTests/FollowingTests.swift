import Matchmaking
import Testing

@testable import Store

@Suite struct `Following another desk` {
  let store: Store
  let other: Store

  init() throws {
    store = try Store.inMemory(context: .fixed())
    other = store.secondDesk()
  }

  @Test(arguments: UInt64(1)...6)
  func `leads to exactly what is on file`(seed: UInt64) throws {
    var organizer = Organizer([store, other], seed: seed)
    for _ in 0..<40 { try organizer.act() }
    while try store.events().isEmpty { try organizer.act() }
    let event = try #require(try store.events().last?.event)
    var seen = try store.evening(event.id)
    var last = try store.lastAct()
    var reloads = 0
    for _ in 0..<60 {
      for _ in 0...organizer.roll(4) { try organizer.act(back: true) }
      let followed = try store.changes(after: last, in: event.id)
      last = followed.last
      if followed.isGone { break }
      if followed.needsReload {
        reloads += 1
        seen = try store.evening(event.id)
      }
      seen.take(followed)
      try expect(seen, toEqual: try store.evening(event.id))
    }
    #expect(reloads < 50, "most changes are followed without reading the evening anew")
  }

  @Test func `nothing is read where nothing happened`() throws {
    let (event, _) = try store.makeEvening(Store.form(), men: 1, women: 1)
    let followed = try store.changes(after: store.lastAct(), in: event)
    #expect(!followed.touchesEvents && !followed.touchesMembers && !followed.needsReload)
    #expect(followed.guests.isEmpty && followed.slips.isEmpty && followed.event == nil)
  }

  @Test func `a slip corrected in another event stays out of this one`() throws {
    let (event, _) = try store.makeEvening(Store.form(), men: 1, women: 0)
    let (elsewhere, _) = try store.create(Store.form("QX2"))
    let ids = try store.members(0..<1).map { Enrolment(member: $0.id) }
    let guest = try #require(try store.register(ids, for: elsewhere.id).0.first?.get())
    try store.checkIn(guest.id)
    try store.save(Ballot(picker: Badge(.men, 1), choices: []), for: elsewhere.id)
    let last = try store.lastAct()
    try other.save(
      Ballot(picker: Badge(.men, 1), choices: [], ranks: .unranked), for: elsewhere.id,
      .correction)
    #expect(try store.changes(after: last, in: event).slips.isEmpty)
  }

  @Test func `a slip taken back goes from the screen`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    try store.checkIn(guests[0].id)
    try store.save(Ballot(picker: Badge(.men, 1), choices: []), for: event)
    let last = try store.lastAct()
    try other.undo()
    let followed = try store.changes(after: last, in: event)
    #expect(followed.slips == [SlipKey(guests[0].id): SlipReadings()])
  }

  @Test func `an event that was taken back is told to be gone`() throws {
    let (event, _) = try store.create(Store.form())
    let last = try store.lastAct()
    try other.undo()
    #expect(try store.changes(after: last, in: event.id).isGone)
    #expect(throws: Refusal.history(.gone)) { try store.evening(event.id) }
    #expect(throws: Refusal.history(.gone)) { try store.close(event.id) }
  }

  @Test func `who comes back by an undo has the old place in the list`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 4, women: 0)
    var seen = try store.evening(event)
    var last = try store.lastAct()
    for step in [
      { _ = try other.unregister([guests[1].id], from: event) }, { _ = try other.undo() },
    ] {
      try step()
      let followed = try store.changes(after: last, in: event)
      last = followed.last
      if followed.needsReload { seen = try store.evening(event) }
      seen.take(followed)
      try expect(seen, toEqual: try store.evening(event))
    }
    #expect(seen.guests == guests)
  }

  @Test func `a sex corrected elsewhere moves the guest to the other pool`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    var seen = try store.evening(event)
    let last = try store.lastAct()
    try other.edit(guests[0].registration.member, [.sex: "女"])
    seen.take(try store.changes(after: last, in: event))
    try expect(seen, toEqual: try store.evening(event))
    #expect(seen.headcounts[.women]?.awaited == 1)
  }

  @Test func `another day of the event is another verdict on everybody`() throws {
    let member = try store.enter("王芳", [.sex: "男", .birth: "2004-08-20"])
    let (event, _) = try store.create(Store.form())
    _ = try store.register([.init(member: member.id)], for: event.id, overriding: true)
    let last = try store.lastAct()
    var form = try Store.form()
    form.title = "中秋"
    _ = try other.edit(event.id, form)
    let titled = try store.changes(after: last, in: event.id)
    #expect(!titled.needsReload && titled.event?.title == "中秋")
    form.date = Store.day("2026-08-20")
    _ = try other.edit(event.id, form)
    #expect(try store.changes(after: titled.last, in: event.id).needsReload)
    #expect(try store.evening(event.id).guests[0].credentials.isUnderAge == false)
  }

  @Test func `thousands of changes at once are read anew`() throws {
    let (event, _) = try store.create(Store.form())
    let last = try store.lastAct()
    try other.importDrafts((0..<2_100).map { MemberDraft(row: $0, name: "王\($0)") })
    let imported = try store.changes(after: last, in: event.id)
    #expect(imported.touchesMembers && !imported.needsReload, "new members are no guests yet")
    try other.importDrafts((0..<2_100).map { MemberDraft(row: $0, name: "王\($0)", height: 170) })
    let followed = try store.changes(after: last, in: event.id)
    #expect(followed.needsReload && followed.touchesMembers && followed.touchesEvents)
    #expect(followed.last == (try store.lastAct()))
  }

  private func expect(_ seen: Evening, toEqual fresh: Evening) throws {
    #expect(seen.event == fresh.event)
    #expect(seen.guests == fresh.guests)
    #expect(seen.slips == fresh.slips)
    #expect(seen.headcounts.filter { $1 != Headcount() } == fresh.headcounts)
    #expect(seen.missingSlips == fresh.missingSlips)
    for guest in fresh.guests {
      guard let badge = guest.badge else { continue }
      #expect(seen.guest(wearing: badge) == guest)
    }
  }
}

extension Evening {
  /// As a screen takes in what was followed.
  fileprivate mutating func take(_ changes: LogChanges) {
    take(changes.event ?? event, guests: changes.guests, slips: changes.slips)
  }
}
