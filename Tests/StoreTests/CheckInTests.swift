import Foundation
import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Check-in at the door` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `badges are handed out in order, by pool`() throws {
    let (_, guests) = try store.makeEvening(Store.form(), men: 2, women: 2)
    let badges = try guests.map { try store.checkIn($0.id).0.badge }
    #expect(badges == [Badge(.men, 1), Badge(.men, 2), Badge(.women, 1), Badge(.women, 2)])
  }

  @Test func `a second check-in says when and where the first was and changes nothing`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    let (first, act) = try store.checkIn(guests[0].id)
    let arrival = try #require(first.registration.arrival)
    #expect(throws: Refusal.door(.alreadyIn(arrival, first.badge), name: first.name)) {
      try store.checkIn(guests[0].id)
    }
    #expect(try store.evening(event).guests == [first])
    #expect(try store.acts(limit: 1).first?.sequence == act.sequence)
  }

  @Test func `a number once handed out is never given to another`() throws {
    let (_, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.undo()
    #expect(try store.checkIn(guests[1].id).0.badge == Badge(.men, 2))
    #expect(try store.checkIn(guests[0].id).0.badge == Badge(.men, 1))
  }

  @Test func `undo and redo lead back and forth`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 3, women: 0)
    let before = try store.evening(event)
    for guest in guests { try store.checkIn(guest.id) }
    let after = try store.evening(event)
    for _ in guests { try store.undo() }
    #expect(try store.evening(event).guests == before.guests)
    for _ in guests { try store.redo() }
    #expect(try store.evening(event).guests == after.guests)
    #expect(throws: Refusal.history(.nothingToRedo)) { try store.redo() }
  }

  @Test func `a full hall puts people on the waiting list and turns them away on record`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 2), men: 3, women: 0)
    #expect(guests.map(\.registration.status) == [.registered, .registered, .waitlisted])
    #expect(throws: Refusal.door(.waitlisted(capacity: 2), name: guests[2].name)) {
      try store.checkIn(guests[2].id)
    }
    #expect(try store.acts(limit: 1).first?.summary.verb == .refuse)
    let (admitted, _) = try store.checkIn(guests[2].id, overriding: true)
    #expect(admitted.registration.status == .checkedIn)
    #expect(try store.evening(event).headcount.present == 1)
  }

  @Test func `undo is refused where somebody changed the same thing since`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.leave(guests[0].id)
    try store.undo()
    try store.undo()
    #expect(try store.evening(event).headcount.present == 0)
    try store.redo()
    #expect(try store.evening(event).headcount.present == 1)
  }

  @Test func `a write outside of an act fails`() throws {
    _ = try store.makeEvening(Store.form(), men: 1, women: 0)
    #expect(throws: (any Error).self) {
      try store.queue.write { db in try db.execute(sql: "UPDATE member SET name = 'x'") }
    }
  }

  @Test func `guests stand in the order they were registered`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 30, women: 0)
    #expect(try store.evening(event).guests == guests)
    #expect(guests.map(\.id) == guests.map(\.id).sorted())
  }

  @Test func `undoing a check-in never takes picks away`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 1)
    for guest in guests { try store.checkIn(guest.id) }
    let ballot = Ballot(picker: Badge(.women, 1), choices: [Badge(.men, 1)])
    try store.save(ballot, for: event)
    let before = try store.evening(event).ballots
    for guest in guests {
      #expect(throws: Refusal.door(.hasSlips, name: guest.name)) {
        try store.takeBackCheckIn(guest.id)
      }
    }
    #expect(try store.evening(event).ballots == before)
  }

  @Test func `once the picking is closed only the closing is undone`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 1)
    let (admitted, _) = try store.checkIn(guests[0].id)
    try store.close(event)
    #expect(throws: Refusal.door(.closed, name: admitted.name)) {
      try store.changeBadge(guests[0].id, to: 9)
    }
    #expect(throws: Refusal.door(.closed, name: admitted.name)) {
      try store.takeBackCheckIn(guests[0].id)
    }
    try store.undo()
    #expect(try store.evening(event).event.state == .open)
  }

  @Test func `who went home after the closing is taken back, and nothing that came before it`()
    throws
  {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    for guest in guests { try store.checkIn(guest.id) }
    let other = store.secondDesk()
    try other.close(event)
    #expect(throws: Refusal.history(.changedSince(ActSummary(.closeEvent, event: "QX")))) {
      try store.undo(station: "A")
    }
    try store.leave(guests[0].id)
    #expect(try store.undo(station: "A").summary.verb == .leave)
    #expect(try store.evening(event).headcount.present == 2)
  }

  @Test func `what was done after the closing is taken back and done again`() throws {
    let (event, _) = try store.create(Store.form())
    try store.setProgramme(Array(SegmentPlan.usual.prefix(3)), of: event.id)
    try store.close(event.id)
    try store.remove(event.id)
    let verbs = [ActSummary.Verb.removeEvent, .closeEvent, .setProgramme]
    for _ in 0..<2 {
      for verb in verbs { #expect(try store.undo().summary.verb == verb) }
      for verb in verbs.reversed() { #expect(try store.redo().summary.verb == verb) }
    }
    #expect(try store.events().isEmpty)
  }

  @Test func `several are one act, refused ones left out`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 3, women: 1)
    try store.setStatus(.married, of: guests[1].registration.member)
    let before = try store.contents(besides: ["refusal"])
    let ids = guests.map(\.id) + [guests[0].id]
    let (results, act) = try store.checkIn(ids, to: event)
    #expect(
      results.map { (try? $0.get())?.badge }
        == [Badge(.men, 1), nil, Badge(.men, 2), Badge(.women, 1), nil])
    #expect(act?.summary == ActSummary(.checkIn, event: "QX", count: 3))
    #expect(try store.refusals(of: event).map(\.code) == ["married"])
    let after = try store.contents()
    #expect(try store.undo().summary.verb == .checkIn)
    #expect(try store.contents(besides: ["refusal"]) == before)
    try store.redo()
    #expect(try store.contents() == after)
  }

  @Test func `several of whom nobody comes in leave no act but the record`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.close(event)
    let before = try store.contents()
    let (results, act) = try store.checkIn(guests.map(\.id), to: event)
    #expect(act == nil && results == guests.map { .failure(.door(.closed, name: $0.name)) })
    #expect(try store.contents() == before)
    #expect(try store.acts(limit: 1).first?.summary.verb == .closeEvent)
  }

  @Test func `one of several is told by name and badge`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    let (_, act) = try store.checkIn([guests[0].id, guests[0].id], to: event)
    #expect(
      act?.summary
        == ActSummary(.checkIn, event: "QX", name: guests[0].name, badge: Badge(.men, 1), count: 1))
  }

  @Test func `a printed number that was changed is given to nobody else`() throws {
    let (_, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.changeBadge(guests[0].id, to: 1)
    try store.changeBadge(guests[0].id, to: 70)
    #expect(try store.checkIn(guests[1].id).0.badge == Badge(.men, 2))
  }

  @Test func `nothing is saved into a file that was taken away`() throws {
    let scratch = try Scratch()
    let path = scratch.path
    let onDisk = try scratch.open()
    let (_, guests) = try onDisk.makeEvening(Store.form(), men: 1, women: 0)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: StoreFault.self) { try onDisk.checkIn(guests[0].id) }
    let rescued = try #require(onDisk.rescued)
    let found = try Store.open(rescued, context: .fixed())
    #expect(try found.evening(guests[0].registration.event).headcount.arrived == 0)
  }

  @Test func `the list of events counts as the evening itself does`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 5), men: 4, women: 3)
    for guest in guests.prefix(5) { try store.checkIn(guest.id) }
    try store.leave(guests[0].id)
    try store.save(Ballot(picker: Badge(.women, 1), choices: [Badge(.men, 2)]), for: event)
    for step in [{}, { _ = try store.undo() }, { _ = try store.undo() }, { _ = try store.redo() }] {
      try step()
      let evening = try store.evening(event)
      let summary = try #require(try store.events().first)
      #expect(summary.headcount == evening.headcount)
      #expect(summary.slips == evening.slips.count)
    }
  }
}
