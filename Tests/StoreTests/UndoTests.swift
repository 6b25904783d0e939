import Matchmaking
import Testing

@testable import Store

@Suite struct `Undo and redo` {
  let store: Store
  let other: Store

  init() throws {
    store = try Store.inMemory(context: .fixed())
    other = store.secondDesk()
  }

  @Test func `a correction of a slip is taken back whole`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 3)
    for guest in guests { try store.checkIn(guest.id) }
    let first = Ballot(
      picker: Badge(.men, 1), choices: [Badge(.women, 3), Badge(.women, 1), Badge(.women, 2)])
    try store.save(first, for: event)
    let before = try store.contents()
    try store.save(
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 2)]), for: event, .correction)
    let after = try store.contents()
    try store.undo()
    #expect(try store.contents() == before)
    #expect(try store.evening(event).ballots == [first])
    try store.redo()
    #expect(try store.contents() == after)
  }

  @Test func `the summary taken back is told, and the log says so`() throws {
    _ = try store.makeEvening(Store.form(), men: 1, women: 0)
    let undone = try store.undo()
    #expect(undone.kind == .undo && undone.summary.verb == .register)
    let acts = try store.acts(limit: 2)
    #expect(acts.map(\.kind) == [.undo, .original])
    #expect(acts.map(\.isUndone) == [false, true])
  }

  @Test func `is refused where another desk changed the same thing since, naming what`() throws {
    let (_, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    try store.checkIn(guests[0].id)
    let (_, left) = try other.leave(guests[0].id)
    let before = try store.contents()
    #expect(throws: Refusal.history(.changedSince(left.summary))) { try store.undo(station: "A") }
    #expect(try store.contents() == before)
  }

  @Test func `is refused where something came to depend on it, naming what`() throws {
    try store.importDrafts([MemberDraft(name: "王芳", sex: .woman)])
    let (event, _) = try other.create(Store.form())
    let ids = try store.members(0..<1).map { Enrolment(member: $0.id) }
    let registering = try #require(try other.register(ids, for: event.id).1)
    #expect(throws: Refusal.history(.changedSince(registering.summary))) {
      try store.undo(station: "A")
    }
  }

  @Test func `a desk takes back only what it did`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try other.checkIn(guests[1].id)
    try store.undo(station: "A")
    let statuses = try store.evening(event).guests.map(\.registration.status)
    #expect(statuses == [.registered, .checkedIn])
    try other.undo(station: "B")
    #expect(throws: Refusal.history(.nothingToUndo)) { try other.undo(station: "B") }
  }

  @Test func `what another desk did again is not done twice`() throws {
    try store.create(Store.form())
    try store.undo(station: "A")
    try other.redo()
    let before = try store.contents()
    #expect(throws: Refusal.history(.nothingToRedo)) { try store.redo(station: "A") }
    #expect(try store.contents() == before)
  }

  @Test func `redo ends with the next new summary`() throws {
    try store.create(Store.form())
    try store.undo()
    try store.create(Store.form("QX2"))
    #expect(throws: Refusal.history(.nothingToRedo)) { try store.redo() }
  }

  @Test func `redo of one's own goes on though another desk did something`() throws {
    try store.create(Store.form())
    try store.undo(station: "A")
    try other.create(Store.form("QX2"))
    try store.redo(station: "A")
    #expect(try store.events().map(\.event.code) == ["QX", "QX2"])
  }

  @Test func `a refusal at the door stays on record and stands in nobody's way`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    #expect(throws: Refusal.self) { try store.checkIn(guests[1].id) }
    #expect(try store.undo().summary.verb == .checkIn)
    #expect(try store.redo().summary.verb == .checkIn)
    #expect(try store.contents()["refusal"]?.count == 1)
    #expect(try store.evening(event).headcount.present == 1)
  }

  @Test func `an event whose badges were handed out can be taken back and brought again`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    #expect(throws: Refusal.self) { try store.checkIn(guests[1].id) }
    let end = try store.contents()
    for _ in 0..<4 { try store.undo() }
    #expect(try store.contents().values.allSatisfy(\.isEmpty))
    for _ in 0..<4 { try store.redo() }
    #expect(try store.contents() == end)
    #expect(try store.checkIn(guests[1].id, overriding: true).0.badge == Badge(.men, 2))
    #expect(try store.evening(event).headcount.present == 2)
  }

  @Test func `nothing is written where there is nothing to take back`() throws {
    #expect(throws: Refusal.history(.nothingToUndo)) { try store.undo() }
    #expect(throws: Refusal.history(.nothingToRedo)) { try store.redo() }
    #expect(try store.acts(limit: 10).isEmpty)
  }

  @Test func `any number of acts may be asked for`() throws {
    try store.create(Store.form())
    #expect(try store.acts(limit: .max).count == 1)
  }

  @Test func `each act has the time that was told then, and the order is that of the summaries`()
    throws
  {
    var earlier = StoreContext.fixed()
    earlier.now = { Timestamp(milliseconds: 1_000) }
    let late = Store(
      path: store.path, context: earlier, isReadOnly: false, queue: store.queue)
    try store.create(Store.form())
    try late.create(Store.form("QX2"))
    try store.create(Store.form("QX3"))
    let acts = try store.acts(limit: 3)
    #expect(acts.map(\.summary.event) == ["QX3", "QX2", "QX"])
    #expect(acts[1].at.milliseconds == 1_000, "whatever a clock that ran ahead said before")
    #expect(acts[0].at > acts[2].at)
  }
}
