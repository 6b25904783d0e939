import Matchmaking
import Testing

@testable import Store

@Suite struct `The pool of a corrected sex` {
  let store: Store
  let event: EventID
  let member: Member
  let guest: Guest

  /// A woman entered as a man and registered before that was noticed.
  init() throws {
    store = try Store.inMemory(context: .fixed())
    member = try store.enter("甲一", [.sex: "男"])
    event = try store.create(Store.form()).0.id
    guest = try store.register([.init(member: member.id)], for: event).0[0].get()
  }

  private func now() throws -> Guest { try #require(try store.evening(event).guest(guest.id)) }

  private func counts() throws -> [Pool: Headcount] {
    try #require(try store.events().first).headcounts.filter { $1 != Headcount() }
  }

  @Test func `is that of the sex at once, while no badge is printed`() throws {
    #expect(try counts() == [.men: Headcount(awaited: 1)])
    try store.edit(member.id, [.sex: "女"])
    #expect(try now().registration.pool == .women)
    #expect(try counts() == [.women: Headcount(awaited: 1)])
    #expect(try store.checkIn(guest.id).0.badge == Badge(.women, 1))
    #expect(try counts() == [.women: Headcount(present: 1)])
    #expect(try store.verify().isEmpty)
  }

  @Test func `goes back with the correction`() throws {
    let before = try store.contents()
    try store.edit(member.id, [.sex: "女"])
    let after = try store.contents()
    try store.undo()
    #expect(try store.contents() == before)
    try store.redo()
    #expect(try store.contents() == after)
  }

  @Test func `is corrected by a roster as well`() throws {
    try store.importDrafts(
      [MemberDraft(number: member.number, name: "甲一", sex: .woman)],
      taking: RosterPreference(fields: [.sex]))
    #expect(try store.checkIn(guest.id).0.badge == Badge(.women, 1))
  }

  @Test func `is that of who was kept when two were made one`() throws {
    let other = try store.enter("甲一", [.sex: "女"])
    let before = try store.contents()
    try store.merge(keeping: other.id, member.id)
    #expect(try now().registration.pool == .women && now().sex == .woman)
    #expect(try counts() == [.women: Headcount(awaited: 1)])
    try store.undo()
    #expect(try store.contents() == before)
    try store.merge(keeping: other.id, member.id, choices: [.detail(.sex): .other])
    #expect(try now().registration.pool == .men && now().sex == .man)
    #expect(try store.checkIn(guest.id).0.badge == Badge(.men, 1))
    #expect(try store.verify().isEmpty)
  }

  @Test func `stays with who is here, and in an evening that is over, when two are made one`()
    throws
  {
    let badge = try store.checkIn(guest.id).0.badge
    let later = try store.create(Store.form("LATER")).0.id
    let there = try store.register([.init(member: member.id)], for: later).0[0].get()
    try store.close(later)
    let other = try store.enter("甲一", [.sex: "女"])
    try store.merge(keeping: other.id, member.id)
    #expect(try now().badge == badge && badge == Badge(.men, 1))
    #expect(try store.evening(later).guest(there.id)?.registration.pool == .men)
    let wrong = try store.misplacedBadges(of: other.id)
    #expect(wrong.map(\.badge) == [badge] && wrong.map(\.event.id) == [event])
  }

  @Test func `whose correction was undone meanwhile is looked at again at the door`() throws {
    // Another desk registers her as the woman she is corrected back from.
    try store.edit(member.id, [.sex: "男", .height: "170"])
    let woman = try store.enter("乙二", [.sex: "男"])
    try store.edit(woman.id, [.sex: "女"])
    let guest = try store.secondDesk().register([.init(member: woman.id)], for: event).0[0].get()
    try store.undo(station: "A")
    let found = try #require(try store.evening(event).guest(guest.id))
    #expect(found.registration.pool == .women && found.sex == .man)
    #expect(try store.checkIn(guest.id).0.badge == Badge(.men, 1))
  }

  @Test func `of somebody corrected while the evening was over is looked at again at the door`()
    throws
  {
    try store.close(event)
    try store.secondDesk().edit(member.id, [.sex: "女"])
    try store.undo(station: "A")
    #expect(try now().registration.pool == .men && now().sex == .woman)
    let (admitted, act) = try store.checkIn(guest.id)
    #expect(admitted.badge == Badge(.women, 1) && admitted.registration.pool == .women)
    #expect(act.summary.badge == Badge(.women, 1))
    #expect(try now() == admitted)
    #expect(try counts() == [.women: Headcount(present: 1)])
    try store.undo()
    #expect(try counts() == [.men: Headcount(awaited: 1)])
    // The number once worn stays hers in that pool.
    #expect(try store.checkIn(guest.id).0.badge == Badge(.women, 1))
    let walkIn = WalkIn.stranger(name: "来客", sex: .man, phone: nil, employer: "")
    #expect(try store.walkIn(walkIn, to: event).0.badge == Badge(.men, 1))
    let second = WalkIn.stranger(name: "来客", sex: .woman, phone: nil, employer: "")
    #expect(try store.walkIn(second, to: event).0.badge == Badge(.women, 2))
  }

  @Test func `takes the next number of the other pool, not the one worn in the wrong one`() throws {
    let man = try store.enter("乙二", [.sex: "男"])
    let other = try store.register([.init(member: man.id)], for: event).0[0].get()
    try store.checkIn(other.id)
    #expect(try store.checkIn(guest.id).0.badge == Badge(.men, 2))
    try store.undo()
    try store.edit(member.id, [.sex: "女"])
    #expect(try store.checkIn(guest.id).0.badge == Badge(.women, 1))
  }

  @Test func `with a printed badge is refused until somebody settles it`() throws {
    try store.changeBadge(guest.id, to: 7)
    try store.edit(member.id, [.sex: "女"])
    #expect(try now().registration.pool == .men)
    let refusal = Refusal.door(.wrongPool(Badge(.men, 7)), name: "甲一")
    #expect(throws: refusal) { try store.checkIn(guest.id) }
    #expect(throws: refusal) { try store.checkIn(guest.id, overriding: true) }
    let badges = try store.misplacedBadges(of: member.id)
    #expect(badges.map(\.badge) == [Badge(.men, 7)] && badges.map(\.event.code) == ["QX"])
    #expect(try store.changeBadge(guest.id, to: 7).0.badge == Badge(.women, 7))
    #expect(try store.misplacedBadges(of: member.id).isEmpty)
    #expect(try store.checkIn(guest.id).0.badge == Badge(.women, 7))
    // The printed one lies on the table, and is nobody else's.
    let man = try store.enter("乙二", [.sex: "男"])
    let other = try store.register([.init(member: man.id)], for: event).0[0].get()
    #expect(throws: Refusal.door(.badgeTaken(Badge(.men, 7)), name: "乙二")) {
      try store.changeBadge(other.id, to: 7)
    }
  }

  @Test func `with a printed badge fits again once the register is corrected back`() throws {
    try store.changeBadge(guest.id, to: 7)
    try store.edit(member.id, [.sex: "女"])
    try store.edit(member.id, [.sex: "男"])
    #expect(try store.checkIn(guest.id).0.badge == Badge(.men, 7))
  }

  @Test func `that is gone lets nobody in`() throws {
    try store.edit(member.id, [.sex: ""])
    let refusal = Refusal.door(.noSex, name: "甲一")
    #expect(throws: refusal) { try store.checkIn(guest.id) }
    #expect(throws: refusal) { try store.checkIn(guest.id, overriding: true) }
    #expect(try store.refusals(of: event).isEmpty)
  }

  @Test func `of who is here makes no pair of two women, and has to be settled`() throws {
    let woman = try store.enter("乙二", [.sex: "女"])
    let other = try store.register([.init(member: woman.id)], for: event).0[0].get()
    for id in [guest.id, other.id] { try store.checkIn(id) }
    try store.save(Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1)]), for: event)
    try store.save(Ballot(picker: Badge(.women, 1), choices: [Badge(.men, 1)]), for: event)
    #expect(try store.evening(event).pairing().pairs.count == 1)
    try store.edit(member.id, [.sex: "女"])
    #expect(try store.evening(event).pairing().pairs.isEmpty)
    for ballot in [
      Ballot(picker: Badge(.men, 1), choices: []),
      Ballot(picker: Badge(.women, 1), choices: [Badge(.men, 1)], ranks: .unranked),
    ] {
      #expect(throws: Refusal.slip(.misplaced(Badge(.men, 1)))) {
        try store.save(ballot, for: event, .correction)
      }
    }
    #expect(throws: Refusal.event(.misplaced([Badge(.men, 1)]))) { try store.close(event) }
    #expect(try store.changeBadge(guest.id, to: 2).0.badge == Badge(.women, 2))
    #expect(try store.evening(event).slips.count == 2, "the slips stay, and count for nothing")
    try store.close(event)
    #expect(try store.evening(event).pairing().pairs.isEmpty)
    #expect(try store.verify().isEmpty)
  }

  @Test func `changes nothing of an evening that is over`() throws {
    try store.close(event)
    try store.edit(member.id, [.sex: "女"])
    #expect(try now().registration.pool == .men)
  }

  @Test func `of one pool is everybody's`() throws {
    let one = try store.create(Store.form("ONE", pools: .one)).0
    let known = try store.register([.init(member: member.id)], for: one.id).0[0].get()
    try store.edit(member.id, [.sex: "女"])
    #expect(try store.checkIn(known.id).0.badge == Badge(.everyone, 1))
  }

  @Test
  func `a badge exchanged for the same number of the other pool is worn by nobody after an undo`()
    throws
  {
    try store.checkIn(guest.id)
    try store.edit(member.id, [.sex: "女"])
    #expect(try store.changeBadge(guest.id, to: 1).0.badge == Badge(.women, 1))
    #expect(try counts() == [.women: Headcount(present: 1)])
    try store.undo()
    #expect(try now().badge == Badge(.men, 1))
    let woman = WalkIn.stranger(name: "来客", sex: .woman, phone: nil, employer: "")
    #expect(try store.walkIn(woman, to: event).0.badge == Badge(.women, 2))
  }
}

@Suite struct `A walk-in of whom the register has no sex` {
  let store: Store
  let event: Event
  let member: Member

  init() throws {
    store = try Store.inMemory(context: .fixed())
    member = try store.enter("无名")
    event = try store.create(Store.form()).0
  }

  @Test func `is given one at the door, in the same act`() throws {
    let before = try store.contents()
    let (guest, act) = try store.walkIn(.member(member.id, sex: .woman), to: event.id)
    #expect(guest.badge == Badge(.women, 1) && guest.sex == .woman)
    #expect(act.summary.verb == .walkIn)
    #expect(try store.member(member.id).sex == .woman)
    try store.undo()
    #expect(try store.contents() == before)
    try store.redo()
    #expect(try store.member(member.id).sex == .woman)
  }

  @Test func `is refused without one, and keeps none where the door says no`() throws {
    #expect(throws: Refusal.door(.noSex, name: "无名")) {
      try store.walkIn(.member(member.id), to: event.id)
    }
    try store.setStatus(.married, of: member.id)
    #expect(throws: Refusal.door(.ineligible(.married), name: "无名")) {
      try store.walkIn(.member(member.id, sex: .man), to: event.id)
    }
    #expect(try store.member(member.id).sex == nil)
  }

  @Test func `of several keeps none where the door says no, and the others come in`() throws {
    let seeing = try store.enter("乙二", [:])
    try store.setStatus(.seeing, of: seeing.id)
    let welcome = try store.enter("丙三", [:])
    let (results, act) = try store.walkIn(
      [(seeing.id, .man), (welcome.id, .woman), (welcome.id, .woman)], to: event.id)
    #expect(throws: Refusal.door(.ineligible(.seeing), name: "乙二")) { try results[0].get() }
    #expect(try results[1].get().badge == Badge(.women, 1))
    #expect(throws: Refusal.person(.alreadyRegistered(name: "丙三"))) { try results[2].get() }
    #expect(
      act?.summary
        == ActSummary(.walkIn, event: "QX", name: "丙三", badge: Badge(.women, 1), count: 1))
    #expect(try store.member(seeing.id).sex == nil && store.member(welcome.id).sex == .woman)
    #expect(try store.refusals(of: event.id).map(\.code) == ["seeing"])
    try store.undo()
    #expect(try store.member(welcome.id).sex == nil && store.verify().isEmpty)
  }

  @Test func `who has one is not given the other`() throws {
    try store.edit(member.id, [.sex: "男"])
    #expect(throws: Refusal.person(.otherSex(name: "无名", known: .man))) {
      try store.walkIn(.member(member.id, sex: .woman), to: event.id)
    }
    #expect(try store.walkIn(.member(member.id, sex: .man), to: event.id).0.sex == .man)
  }
}
