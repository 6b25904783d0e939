import Matchmaking
import Testing

@testable import Store

@Suite struct `One rule for every way in` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  /// What the register says of somebody, and the code of the refusal.
  static let people: [([MemberField: String], MemberStatus, String)] = [
    ([:], .married, "married"), ([.text(.marital): "已婚"], .single, "married"),
    ([.text(.marital): "离异再婚"], .single, "married"), ([:], .seeing, "seeing"),
    ([:], .withdrawn, "withdrawn"), ([.birth: "2004-08-20"], .single, "under-age"),
    ([.birth: "2005"], .single, "under-age"),
  ]

  private func refusals(of event: EventID) throws -> [(String, WayIn)] {
    try store.refusals(of: event).map { ($0.code, $0.way) }
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Refusal)?.code
    }
  }

  @Test(arguments: people)
  func `registering, walking in and checking in are refused alike, and on record`(
    details: [MemberField: String], status: MemberStatus, expected: String
  ) throws {
    let member = try store.enter("王芳", [.sex: "男"])
    let (event, _) = try store.create(Store.form())
    let (later, _) = try store.create(Store.form("LATER"))
    let registered = try store.register([.init(member: member.id)], for: later.id).0[0].get()
    try store.edit(member.id, details, status: status)
    let (results, act) = try store.register([.init(member: member.id)], for: event.id)
    #expect(code { _ = try results[0].get() } == expected && act == nil)
    #expect(code { try store.walkIn(.member(member.id), to: event.id) } == expected)
    #expect(code { try store.checkIn(registered.id) } == expected)
    #expect(try store.evening(event.id).guests.isEmpty)
    let record = try refusals(of: event.id)
    #expect(record.map(\.0) == [expected, expected])
    #expect(record.map(\.1) == [.door, .registration])
    #expect(try refusals(of: later.id).map(\.0) == [expected])
    #expect(
      try store.acts(limit: 3).map(\.summary.verb) == [.refuse, .refuse, .refuseRegistration])
    #expect(try store.acts(limit: 1).first?.summary.refusal == expected)
  }

  @Test(arguments: people)
  func `the organizer may override each of them, told in the log with the rule`(
    details: [MemberField: String], status: MemberStatus, expected: String
  ) throws {
    let member = try store.enter("王芳", [.sex: "男"])
    try store.edit(member.id, details, status: status)
    let (event, _) = try store.create(Store.form())
    let (results, act) = try store.register(
      [.init(member: member.id)], for: event.id, overriding: true)
    let guest = try results[0].get()
    #expect(
      act?.summary == ActSummary(.register, event: "QX", name: "王芳", count: 1, refusal: expected))
    #expect(guest.registration.waived.map(\.rawValue) == [expected])
    // What was let pass is not asked again at the door.
    #expect(try store.checkIn(guest.id).1.summary.refusal == nil)
    let (other, _) = try store.create(Store.form("OTHER"))
    let (_, walking) = try store.walkIn(.member(member.id), to: other.id, overriding: true)
    #expect(walking.summary.refusal == expected)
    #expect(try refusals(of: event.id).isEmpty)
  }

  @Test func `what was let pass at the door is not asked again when the check-in was a mistake`()
    throws
  {
    let member = try store.enter("王芳", [.sex: "女"])
    let (event, _) = try store.create(Store.form())
    let guest = try store.register([.init(member: member.id)], for: event.id).0[0].get()
    try store.setStatus(.seeing, of: member.id)
    #expect(try store.checkIn(guest.id, overriding: true).0.registration.waived == [.seeing])
    try store.takeBackCheckIn(guest.id)
    let (again, act) = try store.checkIn(guest.id)
    #expect(again.registration.waived == [.seeing] && act.summary.refusal == nil)
    #expect(try store.evening(event.id).guests == [again])
  }

  @Test(arguments: [EventKind.wedding, .talk])
  func `a wedding and a talk are for the married too`(kind: EventKind) throws {
    let member = try store.enter("王芳", [.sex: "女", .text(.marital): "已婚"])
    try store.setStatus(.married, of: member.id)
    var form = try Store.form()
    form.kind = kind
    let (event, _) = try store.create(form)
    let guest = try store.register([.init(member: member.id)], for: event.id).0[0].get()
    #expect(try store.checkIn(guest.id).0.badge == Badge(.women, 1))
  }

  @Test func `a verification counts on the day of the event`() throws {
    let member = try store.enter("王芳", [.sex: "女"])
    let (event, _) = try store.create(Store.form(verifiedOnly: true))
    let guest = try store.register([.init(member: member.id)], for: event.id).0[0].get()
    #expect(code { try store.checkIn(guest.id) } == "not-verified")
    try store.verify(member.id, .rejected())
    #expect(code { try store.checkIn(guest.id) } == "verification-rejected")
    try store.verify(member.id, .verified(until: Store.day("2026-08-18")))
    #expect(code { try store.checkIn(guest.id) } == "verification-expired")
    #expect(try store.evening(event.id).guests[0].credentials.verification == .expired)
    try store.verify(member.id, .verified(until: Store.day("2026-08-19")))
    #expect(try store.checkIn(guest.id).0.badge == Badge(.women, 1))
  }

  @Test func `the age is that of the event's day`() throws {
    let member = try store.enter("王芳", [.sex: "男", .birth: "2004-08-20"])
    let (event, _) = try store.create(Store.form())
    #expect(code { try store.walkIn(.member(member.id), to: event.id) } == "under-age")
    var form = try Store.form()
    form.date = Store.day("2026-08-20")
    #expect(try store.edit(event.id, form).act != nil)
    #expect(try store.walkIn(.member(member.id), to: event.id).0.badge == Badge(.men, 1))
  }

  @Test func `a stranger is nobody of whom anything is known`() throws {
    let (event, _) = try store.create(Store.form())
    let stranger = WalkIn.stranger(name: "来客", sex: .woman, phone: nil, employer: "")
    #expect(try store.walkIn(stranger, to: event.id).0.credentials == Credentials())
  }

  @Test func `of a list only who may come is registered, in one act, the others in one record`()
    throws
  {
    let members = try (0..<4).map { try store.enter("男\($0)", [.sex: "男"]) }
    try store.setStatus(.married, of: members[1].id)
    try store.setStatus(.seeing, of: members[2].id)
    let (event, _) = try store.create(Store.form())
    let (results, act) = try store.register(
      members.map { .init(member: $0.id) }, for: event.id)
    #expect(results.map { (try? $0.get()) != nil } == [true, false, false, true])
    #expect(act?.summary == ActSummary(.register, event: "QX", count: 2))
    #expect(try store.refusals(of: event.id).map(\.name).sorted() == ["男1", "男2"])
    #expect(
      try store.acts(limit: 1).map(\.summary) == [
        ActSummary(.refuseRegistration, event: "QX", count: 2)
      ])
    // The record stays and stands in nobody's way.
    #expect(try store.undo().summary.verb == .register)
    #expect(try store.evening(event.id).guests.isEmpty)
    #expect(try store.refusals(of: event.id).count == 2)
    #expect(try store.redo().summary.verb == .register)
    let (all, overriding) = try store.register(
      members.map { .init(member: $0.id) }, for: event.id, overriding: true)
    #expect(all.count { (try? $0.get()) != nil } == 2)
    #expect(overriding?.summary.refusal == "married,seeing")
  }

  @Test func `what cannot be overridden stands though something else is`() throws {
    let member = try store.enter("王芳")
    try store.setStatus(.married, of: member.id)
    let (event, _) = try store.create(Store.form())
    let (results, _) = try store.register(
      [.init(member: member.id)], for: event.id, overriding: true)
    #expect(results == [.failure(.door(.noSex, name: "王芳"))])
    try store.close(event.id)
    #expect(
      code { try store.walkIn(.member(member.id, sex: .man), to: event.id, overriding: true) }
        == "event-closed")
  }

  @Test func `who was declined comes in by the organizer's word, or is registered after all`()
    throws
  {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    for guest in guests { #expect(try store.decline([guest.id], for: event).act != nil) }
    #expect(code { try store.checkIn(guests[0].id) } == "declined")
    #expect(try store.refusals(of: event).map(\.code) == ["declined"])
    #expect(try store.checkIn(guests[0].id, overriding: true).1.summary.refusal == "declined")
    let (results, _) = try store.register(
      [.init(member: guests[1].registration.member, badge: Badge(.men, 9))], for: event)
    let back = try results[0].get()
    #expect(back.id == guests[1].id && back.badge == Badge(.men, 9))
    #expect(try store.checkIn(back.id).0.badge == Badge(.men, 9))
  }

  @Test func `what was let pass before somebody was declined stays so when they are registered`()
    throws
  {
    let (event, _) = try store.create(Store.form())
    let member = try store.enter("甲", [.sex: "男"])
    try store.setStatus(.seeing, of: member.id)
    let guest = try store.register([.init(member: member.id)], for: event.id, overriding: true)
      .0[0].get()
    _ = try store.decline([guest.id], for: event.id)
    try store.setStatus(.married, of: member.id)
    let back = try store.register([.init(member: member.id)], for: event.id, overriding: true)
      .0[0].get()
    #expect(back.registration.waived == [.seeing, .married])
    try store.setStatus(.seeing, of: member.id)
    #expect(try store.checkIn(back.id).0.registration.status == .checkedIn)
  }
}

@Suite struct `Who is married in a roster` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  private func draft(_ row: Int, _ name: String, _ marital: String, _ phone: String) -> MemberDraft
  {
    MemberDraft(
      row: row, name: name, sex: .man, phone: PhoneNumber(phone), texts: [.marital: marital])
  }

  @Test(arguments: [true, false])
  func `is not entered, and told by row`(rehearsing: Bool) throws {
    let summary = try store.importDrafts(
      [
        draft(2, "甲", "未婚", "13800000001"), draft(3, "乙", "已婚", "13800000002"),
        draft(4, "丙", "离异", "13800000003"), draft(5, "丁", "再婚", "13800000004"),
        draft(6, "戊", "", "13800000005"),
      ], rehearsing: rehearsing)
    #expect((summary.rows, summary.added, summary.refused) == (5, 3, 2))
    #expect(summary.problems.map(\.row) == [3, 5])
    #expect(summary.problems.map(\.code) == [.notSingle, .notSingle])
    #expect(summary.problems.map(\.evidence) == ["已婚", "再婚"])
    #expect(summary.problems.allSatisfy { $0.isRefusal && $0.isLoss && $0.column == "marital" })
    #expect(try store.members(0..<9).map(\.name) == (rehearsing ? [] : ["甲", "丙", "戊"]))
  }

  @Test(arguments: [
    (2, nil), (39, nil), (40, nil), (41, 39), (42, 39), (400, 39),
  ])
  func `is told in their own words, cut only where those are more than forty characters`(
    length: Int, kept: Int?
  ) throws {
    let text = "已婚" + String(repeating: "。", count: length - 2)
    let expected = kept.map { text.prefix($0) + "…" } ?? text
    let summary = try store.importDrafts([draft(2, "甲", text, "13800000001")])
    #expect(summary.problems.map(\.evidence) == [expected] && expected.count <= 40)
    #expect(summary.problems.map(\.code) == [.notSingle])
  }

  @Test func `and known as a member is told, and kept out until that is settled`() throws {
    try store.importDrafts([draft(2, "甲", "未婚", "13800000001")])
    let member = try store.members(0..<1)[0]
    let (event, _) = try store.create(Store.form())
    let guest = try store.register([.init(member: member.id)], for: event.id).0[0].get()
    let summary = try store.importDrafts([draft(2, "甲", "已婚", "13800000001")])
    #expect(summary.refused == 0 && summary.updated == 1)
    #expect(summary.problems.map(\.code) == [.notSingle])
    #expect(summary.problems.allSatisfy { !$0.isRefusal && $0.isLoss })
    #expect(throws: Refusal.door(.ineligible(.married), name: "甲")) { try store.checkIn(guest.id) }
    // Told again as long as it stands so, and no longer.
    #expect(try store.importDrafts([draft(2, "甲", "已婚", "13800000001")]).problems.count == 1)
    try store.edit(member.id, [.text(.marital): "离异"])
    #expect(try store.checkIn(guest.id).0.badge == Badge(.men, 1))
  }

  @Test func `whose marital status was put right by hand is told once, and comes in`() throws {
    try store.importDrafts([draft(2, "甲", "未婚", "13800000001")])
    let member = try store.members(0..<1)[0]
    try store.edit(member.id, [.text(.marital): "离异"])
    for rehearsing in [true, false] {
      let summary = try store.importDrafts(
        [draft(2, "甲", "已婚", "13800000001")], rehearsing: rehearsing)
      #expect(summary.problems.map(\.code) == [.handCorrected])
    }
    let taken = try store.importDrafts(
      [draft(2, "甲", "已婚", "13800000001")], taking: RosterPreference(fields: [.text(.marital)]))
    #expect(taken.problems.map(\.code) == [.notSingle])
  }

  @Test func `whose hand-corrected status says so too is still to be settled`() throws {
    try store.importDrafts([draft(2, "甲", "未婚", "13800000001")])
    let member = try store.members(0..<1)[0]
    try store.edit(member.id, [.text(.marital): "已婚"])
    let summary = try store.importDrafts([draft(2, "甲", "再婚", "13800000001")])
    #expect(summary.problems.map(\.code) == [.handCorrected, .notSingle])
    try store.setStatus(.married, of: member.id)
    for text in ["再婚", "已婚"] {
      let settled = try store.importDrafts([draft(2, "甲", text, "13800000001")])
      #expect(!settled.problems.contains { $0.code == .notSingle }, "\(text)")
    }
  }

  @Test(arguments: [("未婚", false), ("", true)])
  func `in the row of an entry that was merged counts where nothing else is said`(
    known: String, counts: Bool
  ) throws {
    try store.importDrafts([
      draft(2, "甲", known, "13800000001"), draft(3, "甲", "", "13800000002"),
    ])
    let members = try store.members(0..<2)
    try store.merge(keeping: members[0].id, members[1].id)
    let problems = try store.importDrafts([draft(3, "甲", "已婚", "13800000002")]).problems
    #expect(problems.map(\.code) == (counts ? [.notSingle] : []))
    #expect(try store.member(members[0].id).saysMarried == counts)
  }

  @Test func `of rows of one file each is judged by itself`() throws {
    let summary = try store.importDrafts(
      (0..<2_100).map { draft($0 + 2, "男\($0)", $0 % 7 == 0 ? "已婚" : "未婚", "") },
      inBatchesOf: 500)
    #expect(summary.refused == 300 && summary.added == 1_800)
  }
}
