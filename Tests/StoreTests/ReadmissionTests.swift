import Matchmaking
import Testing

@testable import Store

@Suite struct `Undo and redo are no way around the door` {
  let store: Store
  let other: Store

  init() throws {
    store = try Store.inMemory(context: .fixed())
    other = store.secondDesk()
  }

  @Test func `a check-in is not done again into a place that is taken`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 2), men: 3, women: 0)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    try store.checkIn(guests[0].id)
    try store.undo(station: "A")
    try other.checkIn(guests[2].id)
    let before = try store.contents()
    #expect(throws: Refusal.door(.full(capacity: 2), name: guests[0].name)) {
      try store.redo(station: "A")
    }
    #expect(try store.contents() == before)
    try other.leave(guests[2].id)
    try store.redo(station: "A")
    #expect(try store.events().first?.headcount == Headcount(awaited: 1, present: 1, left: 1))
    _ = event
  }

  @Test func `nor is a leaving taken back`() throws {
    let (_, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    try other.checkIn(guests[1].id)
    #expect(throws: Refusal.door(.full(capacity: 1), name: guests[0].name)) {
      try store.undo(station: "A")
    }
    try other.undo(station: "B")
    #expect(try store.undo(station: "A").summary.verb == .leave)
  }

  @Test func `nor a cancelling`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 1, women: 0)
    _ = try store.unregister([guests[0].id], from: event)
    let late = try other.enter("后来", [.sex: "男"])
    _ = try other.register([.init(member: late.id)], for: event)
    #expect(throws: Refusal.door(.full(capacity: 1), name: guests[0].name)) {
      try store.undo(station: "A")
    }
  }

  @Test func `where the hall was over full by the organizer's word undoing leads back there`()
    throws
  {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 3, women: 0)
    for guest in guests { try store.checkIn(guest.id, overriding: true) }
    try store.leave(guests[0].id)
    try store.undo()
    #expect(try store.evening(event).headcount.present == 3)
    for _ in 0..<3 { try store.undo() }
    for _ in 0..<3 { try store.redo() }
    #expect(try store.evening(event).headcount.present == 3)
  }

  @Test func `what speaks against somebody since is asked when their check-in is done again`()
    throws
  {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 1)
    try store.checkIn(guests[0].id)
    try store.undo(station: "A")
    try other.setStatus(.married, of: guests[0].registration.member)
    #expect(throws: Refusal.door(.ineligible(.married), name: guests[0].name)) {
      try store.redo(station: "A")
    }
    try other.setStatus(.single, of: guests[0].registration.member)
    try store.redo(station: "A")
    #expect(try store.evening(event).headcount.present == 1)
  }

  @Test func `also when a registration or a walk-in is`() throws {
    let member = try store.enter("王芳", [.sex: "女"])
    let (event, _) = try store.create(Store.form())
    for way in [
      { _ = try store.register([.init(member: member.id)], for: event.id) },
      { _ = try store.walkIn(.member(member.id), to: event.id) },
    ] {
      try way()
      try store.undo(station: "A")
      try other.setStatus(.withdrawn, of: member.id)
      #expect(throws: Refusal.door(.ineligible(.withdrawn), name: "王芳")) {
        try store.redo(station: "A")
      }
      try other.setStatus(.single, of: member.id)
    }
  }

  @Test func `nor does the waiting list move up again for who may not come any more`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    let wider = try Store.form(capacity: 2)
    let ways: [() throws -> Void] = [
      { _ = try store.unregister([guests[0].id], from: event) },
      { _ = try store.decline([guests[0].id], for: event) },
      { _ = try store.edit(event, wider) },
    ]
    for way in ways {
      try way()
      try store.undo(station: "A")
      try other.setStatus(.married, of: guests[1].registration.member)
      #expect(throws: Refusal.door(.ineligible(.married), name: guests[1].name)) {
        try store.redo(station: "A")
      }
      try other.setStatus(.single, of: guests[1].registration.member)
      try store.redo(station: "A")
      #expect(try store.evening(event).guest(guests[1].id)?.registration.status == .registered)
      try store.undo(station: "A")
    }
  }

  @Test func `nor is somebody put on the waiting list again who may not come any more`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 2, women: 0)
    let member = guests[1].registration.member
    // Once from nowhere, once from being declined.
    for declines in [false, true] {
      let before = declines ? try store.decline([guests[1].id], for: event) : nil
      if before == nil { _ = try store.unregister([guests[1].id], from: event) }
      let (results, _) = try store.register([.init(member: member)], for: event)
      #expect(try results.map { try $0.get().registration.status } == [.waitlisted])
      try store.undo(station: "A")
      try other.setStatus(.seeing, of: member)
      #expect(throws: Refusal.door(.ineligible(.seeing), name: guests[1].name)) {
        try store.redo(station: "A")
      }
      try other.setStatus(.single, of: member)
      try store.redo(station: "A")
      #expect(try store.evening(event).headcount == Headcount(awaited: 1, waitlisted: 1))
      for _ in 0..<2 { try store.undo(station: "A") }
    }
  }

  @Test func `what was overridden is overridden again`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    try store.setStatus(.seeing, of: guests[0].registration.member)
    try store.checkIn(guests[0].id, overriding: true)
    try store.undo()
    try store.redo()
    #expect(try store.evening(event).headcount.present == 1)
  }

  @Test func `a badge that fits no longer is not put on again`() throws {
    let (_, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    try store.checkIn(guests[0].id)
    try store.undo(station: "A")
    try other.edit(guests[0].registration.member, [.sex: "女"])
    #expect(throws: Refusal.self) { try store.redo(station: "A") }
    #expect(try store.checkIn(guests[0].id).0.badge == Badge(.women, 1))
  }

  /// Somebody whose number was printed and whose sex was corrected since, and a place that is taken.
  private func misprinted() throws -> (EventID, guest: Guest) {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 2), men: 2, women: 0)
    let member = guests[1].registration.member
    _ = try store.unregister([guests[1].id], from: event)
    let (results, _) = try store.register(
      [.init(member: member, badge: Badge(.men, 9))], for: event)
    let guest = try #require(try results.first?.get())
    try store.edit(member, [.sex: "女"])
    return (event, guest)
  }

  @Test func `a printed badge that fits no longer waits for the door, not for redoing`() throws {
    let (event, guest) = try misprinted()
    let member = guest.registration.member
    _ = try store.decline([guest.id], for: event)
    _ = try store.register([.init(member: member)], for: event)
    for _ in 0..<2 { try store.undo() }
    for _ in 0..<2 { try store.redo() }
    #expect(try store.evening(event).guest(guest.id)?.registration.status == .registered)
    #expect(throws: Refusal.door(.wrongPool(Badge(.men, 9)), name: guest.name)) {
      try store.checkIn(guest.id)
    }
  }

  @Test func `nor does it keep the waiting list from moving up again`() throws {
    let (event, guest) = try misprinted()
    let member = guest.registration.member
    _ = try store.decline([guest.id], for: event)
    let late = try store.enter("后来", [.sex: "男"])
    _ = try store.register([.init(member: late.id), .init(member: member)], for: event)
    #expect(try store.evening(event).guest(guest.id)?.registration.status == .waitlisted)
    _ = try store.edit(event, Store.form(capacity: 3))
    try store.undo()
    #expect(try store.redo().summary.verb == .editEvent)
    #expect(try store.evening(event).guest(guest.id)?.registration.status == .registered)
  }

  @Test func `the door asks about it when a check-in is done again`() throws {
    let (_, guest) = try misprinted()
    let member = guest.registration.member
    try store.edit(member, [.sex: "男"])
    try store.checkIn(guest.id)
    try store.undo(station: "A")
    try other.edit(member, [.sex: "女"])
    #expect(throws: Refusal.door(.wrongPool(Badge(.men, 9)), name: guest.name)) {
      try store.redo(station: "A")
    }
  }
}

@Suite struct `Where undo stops` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `at somebody who was handed out as a file`() throws {
    let member = try store.enter("王芳")
    _ = try store.export(member.id)
    let before = try store.contents()
    #expect(
      throws: Refusal.history(
        .irrevocable(ActSummary(.exportMember, name: "王芳", detail: member.id.description)))
    ) { try store.undo() }
    #expect(try store.contents() == before)
    #expect(try store.undo(older: true).summary.verb == .addMember)
  }

  @Test func `at a purge`() throws {
    let old = try store.enter("王芳")
    let kept = try store.enter("李娜")
    _ = try store.erase([old.id])
    #expect(throws: Refusal.history(.irrevocable(ActSummary(.eraseMembers, count: 1)))) {
      try store.undo()
    }
    #expect(try store.member(kept.id).name == "李娜")
  }

  @Test func `at what was done about somebody who was erased since, at the desk that did it`()
    throws
  {
    let other = store.secondDesk()
    let (kept, gone) = (try store.enter("李娜"), try store.enter("王芳"))
    _ = try other.erase([gone.id])
    #expect(throws: Refusal.history(.irrevocable(ActSummary(.addMember, name: Store.erasedName)))) {
      try store.undo(station: "A")
    }
    #expect(try store.member(kept.id).name == "李娜")
    #expect(try store.undo(station: "A", older: true).summary.name == "李娜")
  }

  @Test func `not at a refusal on record, of the door or of registering`() throws {
    let member = try store.enter("王芳", [.sex: "女"])
    let (event, _) = try store.create(Store.form())
    try store.setStatus(.married, of: member.id)
    _ = try store.register([.init(member: member.id)], for: event.id)
    #expect(throws: Refusal.self) { try store.walkIn(.member(member.id), to: event.id) }
    #expect(try store.undo().summary.verb == .setStatus)
    #expect(try store.redo().summary.verb == .setStatus)
    #expect(try store.refusals(of: event.id).count == 2)
  }

  @Test func `redo ends with an erasing, and not with a file handed out`() throws {
    let (one, two) = (try store.enter("李娜"), try store.enter("王芳"))
    try store.edit(one.id, [.height: "165"])
    try store.undo()
    _ = try store.export(one.id)
    #expect(try store.redo().summary.verb == .editMember)
    try store.undo(older: true)
    _ = try store.erase([two.id])
    #expect(throws: Refusal.history(.nothingToRedo)) { try store.redo() }
  }
}
