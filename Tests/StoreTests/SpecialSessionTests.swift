import Matchmaking
import Testing

@testable import Store

@Suite struct `A special session` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  private func session(_ condition: String?, capacity: Int? = nil) throws -> Event {
    var form = try Store.form(capacity: capacity)
    form.eligible = condition
    return try store.create(form).0
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Refusal)?.code
    }
  }

  /// Conditions, and whether 王芳 meets them: a woman born in 1995, a worker of 一厂, verified until the
  /// day before the event.
  static let conditions: [(String, Bool)] = [
    ("sex=F", true), ("sex=M", false), ("性别=女", true), ("age=31", true), ("age=30..31", true),
    ("age<=30", false), ("height>=150", false), ("height=?", true), ("employer~一厂", true),
    ("employer~二厂", false), ("not employer~二厂", true), ("verified", false), ("not verified", true),
    ("sex=F age>=18", true), ("sex=F age>=40", false), ("status=single", true),
  ]

  @Test(arguments: conditions)
  func `is for whom its condition names, by the register as it is on the event's day`(
    condition: String, isMet: Bool
  ) throws {
    let member = try store.enter(
      "王芳", [.sex: "女", .birth: "1995-08-19", .text(.employer): "一厂"])
    try store.verify(
      member.id, .verified(by: "甲", on: Store.day("2025-09-01"), until: Store.day("2026-08-18")))
    let event = try session(condition)
    let expected = isMet ? nil : "not-eligible"
    let results = try store.register([.init(member: member.id)], for: event.id).0
    #expect(code { _ = try results[0].get() } == expected)
    if isMet { try store.undo() }
    #expect(code { try store.walkIn(.member(member.id), to: event.id) } == expected)
    #expect(
      try store.refusals(of: event.id).map(\.code)
        == (isMet ? [] : ["not-eligible", "not-eligible"]))
  }

  @Test func `refuses at the door who was registered before the condition, unless that is waived`()
    throws
  {
    let one = try store.enter("王芳", [.sex: "女"])
    let other = try store.enter("李强", [.sex: "男"])
    var event = try session(nil)
    let guests = try store.register([one, other].map { .init(member: $0.id) }, for: event.id).0
      .map { try $0.get() }
    var form = EventForm(event)
    form.eligible = "sex=F"
    event = try store.edit(event.id, form).event
    #expect(code { try store.checkIn(guests[0].id) } == nil)
    #expect(code { try store.checkIn(guests[1].id) } == "not-eligible")
    let (here, act) = try store.checkIn(guests[1].id, overriding: true)
    #expect(here.registration.waived == [.notEligible] && act.summary.refusal == "not-eligible")
    try store.takeBackCheckIn(guests[1].id)
    #expect(code { try store.checkIn(guests[1].id) } == nil)
    try store.leave(guests[1].id)
    #expect(code { try store.checkIn(guests[1].id) } == nil)
    #expect(try store.evening(event.id).guests.map(\.credentials.isOutside) == [false, false])
    #expect(try store.verify().isEmpty)
  }

  @Test func `passes over on its waiting list who does not meet the condition any more`() throws {
    let people = try ["甲一", "甲二", "甲三", "甲四"].map { try store.enter($0, [.sex: "女"]) }
    let event = try session("sex=F", capacity: 1)
    let guests = try store.register(people.map { .init(member: $0.id) }, for: event.id).0
      .map { try $0.get() }
    try store.edit(people[1].id, [.sex: "男"])
    let evening = try store.evening(event.id)
    #expect(try store.waitingPlaces(at: evening) == [guests[2].id: 1, guests[3].id: 2])
    let moved = try store.unregister([guests[0].id], from: event.id).movedUp
    #expect(moved.map(\.id) == [guests[2].id])
  }

  @Test func `is no way around by redoing`() throws {
    let member = try store.enter("王芳", [.sex: "女"])
    let event = try session("sex=F")
    try store.register([.init(member: member.id)], for: event.id)
    try store.undo()
    try store.edit(member.id, [.sex: "男"])
    try store.undo()
    try store.redo()
    #expect(try store.evening(event.id).guests.isEmpty)
  }

  @Test func `asks strangers who walk in as well`() throws {
    let event = try session("sex=F")
    let man = WalkIn.stranger(name: "新人", sex: .man, phone: nil, employer: "")
    let woman = WalkIn.stranger(name: "新来", sex: .woman, phone: nil, employer: "")
    #expect(code { try store.walkIn(man, to: event.id) } == "not-eligible")
    #expect(try store.memberCount() == 0)
    #expect(code { try store.walkIn(woman, to: event.id) } == nil)
    #expect(code { try store.walkIn(man, to: event.id, overriding: true) } == nil)
  }

  @Test(arguments: [
    "age=", "agee=30", "verifed", "王芳", "not 王芳", "sex=X", "\"", "age=40..30", "prefer age=30",
    "not",
    "residence=哪里也不是", "height=9",
  ])
  func `with a condition that says nothing is not made, and not changed to`(condition: String)
    throws
  {
    #expect(code { _ = try session(condition) } == "bad-condition")
    let event = try session(nil)
    var form = EventForm(event)
    form.eligible = condition
    #expect(code { _ = try store.edit(event.id, form) } == "bad-condition")
    #expect(try store.event(code: "QX")?.eligible == nil)
  }

  @Test func `whose condition cannot be read lets in whom the organizer lets in`() throws {
    let member = try store.enter("王芳", [.sex: "女"])
    let event = try session("sex=F")
    _ = try store.act(ActSummary(.editEvent)) { writer, _ in
      try writer.run("UPDATE event SET eligible = 'from=tomorrow'", [])
    }
    let refused = try store.register([.init(member: member.id)], for: event.id).0[0]
    #expect(code { _ = try refused.get() } == "not-eligible")
    _ = try store.register([.init(member: member.id)], for: event.id, overriding: true).0[0].get()
  }
}
