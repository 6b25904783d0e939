import Matchmaking
import Testing

@testable import Store

@Suite struct `Who may come in` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  private func refusals() throws -> Int { try store.contents()["refusal"]?.count ?? 0 }

  @Test func `the waiting list comes in once somebody went home`() throws {
    let (_, guests) = try store.makeEvening(Store.form(capacity: 2), men: 3, women: 0)
    try store.checkIn(guests[0].id)
    #expect(throws: Refusal.door(.waitlisted(capacity: 2), name: guests[2].name)) {
      try store.checkIn(guests[2].id)
    }
    try store.leave(guests[0].id)
    #expect(try store.checkIn(guests[2].id).0.registration.status == .checkedIn)
  }

  @Test func `who was let in against the rule waits again when it is taken back`() throws {
    let (_, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    try store.checkIn(guests[1].id, overriding: true)
    try store.leave(guests[1].id)
    #expect(try store.takeBackCheckIn(guests[1].id).0.registration.status == .waitlisted)
  }

  @Test func `who was let in stands as before when that was a mistake, waiting or declined`() throws
  {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 3, women: 0)
    _ = try store.decline([guests[2].id], for: event)
    for (guest, status) in [(guests[1], Registration.Status.waitlisted), (guests[2], .declined)] {
      try store.checkIn(guest.id, overriding: true)
      #expect(try store.takeBackCheckIn(guest.id).0.registration.status == status)
    }
  }

  @Test func `whoever is not verified is refused where the event asks for it`() throws {
    let (event, guests) = try store.makeEvening(
      Store.form(verifiedOnly: true), men: 1, women: 0)
    #expect(throws: Refusal.door(.ineligible(.notVerified), name: guests[0].name)) {
      try store.checkIn(guests[0].id)
    }
    #expect(try refusals() == 1)
    try store.importDrafts([
      MemberDraft(number: guests[0].number, name: guests[0].name, verification: .verified)
    ])
    #expect(try store.checkIn(guests[0].id).0.registration.status == .checkedIn)
    let stranger = WalkIn.stranger(name: "来客", sex: .man, phone: nil, employer: "")
    #expect(throws: Refusal.door(.ineligible(.notVerified), name: "来客")) {
      try store.walkIn(stranger, to: event)
    }
    #expect(try store.memberCount() == 1, "a refused stranger is not in the register")
    #expect(try refusals() == 2)
  }

  @Test func `a full hall takes no walk-in but the organizer's`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 1, women: 0)
    try store.checkIn(guests[0].id)
    let stranger = WalkIn.stranger(name: "来客", sex: .woman, phone: nil, employer: "港务局")
    #expect(throws: Refusal.door(.full(capacity: 1), name: "来客")) {
      try store.walkIn(stranger, to: event)
    }
    let (guest, act) = try store.walkIn(stranger, to: event, overriding: true)
    #expect(guest.badge == Badge(.women, 1) && guest.employer == "港务局")
    #expect(
      act.summary
        == ActSummary(.walkIn, event: "QX", name: "来客", badge: Badge(.women, 1), refusal: "full"))
    #expect(try store.memberCount() == 2)
  }

  @Test func `a member walks in once only`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    #expect(throws: Refusal.person(.alreadyRegistered(name: guests[0].name))) {
      try store.walkIn(.member(guests[0].registration.member), to: event)
    }
  }

  @Test func `a member without a sex has no pool of two`() throws {
    try store.importDrafts([MemberDraft(name: "无名")])
    let (event, _) = try store.create(Store.form())
    let (other, _) = try store.create(Store.form("ONE", pools: .one))
    let member = try store.members(0..<1)[0]
    let refusal = Refusal.door(.noSex, name: "无名")
    #expect(throws: refusal) { try store.walkIn(.member(member.id), to: event.id) }
    #expect(
      try store.register([Enrolment(member: member.id)], for: event.id).0 == [.failure(refusal)])
    #expect(try store.walkIn(.member(member.id), to: other.id).0.badge == Badge(.everyone, 1))
  }

  @Test func `a closed event takes nobody, not even the organizer's`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.close(event)
    let before = try store.contents()
    #expect(throws: Refusal.door(.closed, name: guests[1].name)) {
      try store.checkIn(guests[1].id, overriding: true)
    }
    #expect(throws: Refusal.slip(.pickingClosed)) {
      try store.save(Ballot(picker: Badge(.men, 1), choices: []), for: event)
    }
    #expect(throws: Refusal.event(.alreadyClosed("QX"))) { try store.close(event) }
    #expect(try store.contents() == before, "and such a refusal is answered, not recorded")
  }

  @Test func `who left may come back and has left no more`() throws {
    let (_, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    let arrival = try store.checkIn(guests[0].id).0.registration.arrival
    try store.leave(guests[0].id)
    let (back, _) = try store.checkIn(guests[0].id)
    #expect(back.registration.status == .checkedIn && back.registration.leftAt == nil)
    #expect(back.registration.arrival == arrival, "the first arrival is the one that counts")
  }

  @Test func `whose place was taken meanwhile does not come back, but by the organizer's word`()
    throws
  {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    try store.checkIn(guests[1].id)
    #expect(throws: Refusal.door(.full(capacity: 1), name: guests[0].name)) {
      try store.checkIn(guests[0].id)
    }
    #expect(try store.refusals(of: event).map(\.code) == ["full"])
    #expect(try store.checkIn(guests[0].id, overriding: true).1.summary.refusal == "full")
    #expect(try store.evening(event).headcount.present == 2)
  }

  @Test func `whose place was taken waits when the check-in was a mistake`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    try store.checkIn(guests[1].id)
    #expect(try store.takeBackCheckIn(guests[0].id).0.registration.status == .waitlisted)
    #expect(throws: Refusal.door(.waitlisted(capacity: 1), name: guests[0].name)) {
      try store.checkIn(guests[0].id)
    }
    #expect(try store.evening(event).headcount.present == 1)
  }

  @Test func `whose place nobody took has it again when the check-in was a mistake`() throws {
    let (_, guests) = try store.makeEvening(Store.form(capacity: 1), men: 1, women: 0)
    try store.checkIn(guests[0].id)
    #expect(try store.takeBackCheckIn(guests[0].id).0.registration.status == .registered)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    #expect(try store.takeBackCheckIn(guests[0].id).0.registration.status == .registered)
  }

  @Test func `who waits goes before who registers later, though a place is free`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 2), men: 3, women: 0)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    let late = try store.enter("后来", [.sex: "男"])
    let (results, act) = try store.register([.init(member: late.id)], for: event)
    #expect(try results[0].get().registration.status == .waitlisted)
    #expect(act?.summary == ActSummary(.register, event: "QX", name: "后来", count: 1, detail: "1"))
    #expect(try store.checkIn(guests[2].id).0.registration.status == .checkedIn)
    try store.undo()
    try store.undo()
    #expect(try store.evening(event).guest(guests[2].id)?.registration.status == .waitlisted)
  }

  @Test func `who may come again moves up with the next who registers`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    try store.setStatus(.seeing, of: guests[1].registration.member)
    #expect(try store.unregister([guests[0].id], from: event).movedUp.isEmpty)
    let late = try store.enter("后来", [.sex: "男"])
    try store.setStatus(.single, of: guests[1].registration.member)
    let waiting = try store.register([.init(member: late.id)], for: event).0[0].get()
    #expect(waiting.registration.status == .waitlisted)
    #expect(try store.evening(event).guest(guests[1].id)?.registration.status == .registered)
    // Whoever may not come holds nobody up.
    try store.setStatus(.seeing, of: late.id)
    _ = try store.unregister([guests[1].id], from: event)
    let last = try store.enter("最后", [.sex: "女"])
    let placed = try store.register([.init(member: last.id)], for: event).0[0].get()
    #expect(placed.registration.status == .registered)
  }

  @Test func `the place of who stepped out is theirs while nobody takes it`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 2), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    // The other is still awaited, and that place is kept.
    #expect(try store.checkIn(guests[0].id).0.registration.status == .checkedIn)
    try store.leave(guests[0].id)
    let walkIn = WalkIn.stranger(name: "来客", sex: .man, phone: nil, employer: "")
    try store.walkIn(walkIn, to: event)
    #expect(throws: Refusal.door(.full(capacity: 2), name: guests[0].name)) {
      try store.checkIn(guests[0].id)
    }
    #expect(try store.checkIn(guests[1].id).0.registration.status == .checkedIn)
  }

  @Test func `who left a verified-only evening comes back to it`() throws {
    let (_, guests) = try store.makeEvening(Store.form(verifiedOnly: true), men: 1, women: 0)
    try store.checkIn(guests[0].id, overriding: true)
    try store.leave(guests[0].id)
    #expect(try store.checkIn(guests[0].id).0.registration.status == .checkedIn)
  }

  @Test func `walk-ins take no places of people still awaited`() throws {
    let (event, _) = try store.makeEvening(Store.form(capacity: 2), men: 2, women: 0)
    let walkIn = WalkIn.stranger(name: "来客", sex: .man, phone: nil, employer: "")
    #expect(throws: Refusal.door(.full(capacity: 2), name: "来客")) {
      try store.walkIn(walkIn, to: event)
    }
  }

  @Test func `who is not here neither leaves nor is taken back`() throws {
    let (_, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    let refusal = Refusal.door(.notCheckedIn, name: guests[0].name)
    #expect(throws: refusal) { try store.leave(guests[0].id) }
    #expect(throws: refusal) { try store.takeBackCheckIn(guests[0].id) }
  }

  @Test func `registering again is refused by name and leaves the others in`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    try store.importDrafts([MemberDraft(name: "后来", sex: .woman)])
    let ids = try store.members(0..<2).map { Enrolment(member: $0.id) }
    let (results, act) = try store.register(ids, for: event)
    #expect(results[0] == .failure(.person(.alreadyRegistered(name: guests[0].name))))
    #expect(try results[1].get().name == "后来")
    #expect(act?.summary.count == 1 && act?.summary.name == "后来")
  }

  @Test func `guests stand in the order of registration`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 40, women: 40)
    #expect(try store.evening(event).guests.map(\.id) == guests.map(\.id))
  }

  @Test func `a member taken back meanwhile is gone, not a bug`() throws {
    let (event, _) = try store.create(Store.form())
    try store.importDrafts([MemberDraft(name: "王芳", sex: .woman)])
    let member = try store.members(0..<1)[0]
    try store.undo()
    #expect(throws: Refusal.history(.gone)) { try store.walkIn(.member(member.id), to: event.id) }
    #expect(
      try store.register([Enrolment(member: member.id)], for: event.id).0
        == [.failure(.history(.gone))])
  }
}
