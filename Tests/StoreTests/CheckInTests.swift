import Foundation
import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Check-in at the door` {
  let store: Store

  init() throws { store = try Store.inMemory(surroundings: .fixed()) }

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
    #expect(try store.acts(limit: 1).first?.deed.verb == .refuse)
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

  @Test func `a change is on disk before it is answered`() throws {
    let synchronous = try store.queue.read { db in
      try Int.fetchOne(db, sql: "PRAGMA synchronous")
    }
    #expect(synchronous == 2)
  }

  @Test func `undoing a check-in never takes picks away`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 1)
    for guest in guests { try store.checkIn(guest.id) }
    let ballot = Ballot(picker: Badge(.women, 1), choices: [Badge(.men, 1)])
    try store.save(ballot, for: event)
    let before = try store.evening(event).ballots
    #expect(throws: Refusal.door(.hasSlips, name: guests[0].name)) {
      try store.takeBackCheckIn(guests[0].id)
    }
    #expect(throws: (any Error).self) {
      try store.queue.write { db in
        try db.execute(sql: "UPDATE registration SET badge = NULL, status = 'registered'")
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

  @Test func `a printed number that was changed is given to nobody else`() throws {
    let (_, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.changeBadge(guests[0].id, to: 1)
    try store.changeBadge(guests[0].id, to: 70)
    #expect(try store.checkIn(guests[1].id).0.badge == Badge(.men, 2))
  }

  @Test func `nothing is saved into a file that was taken away`() throws {
    let folder = NSTemporaryDirectory() + "queqiao-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/store.sqlite"
    let onDisk = try Store.open(path, surroundings: .fixed())
    let (_, guests) = try onDisk.makeEvening(Store.form(), men: 1, women: 0)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: StoreFault.self) { try onDisk.checkIn(guests[0].id) }
    let rescued = try #require(onDisk.rescued)
    let found = try Store.open(rescued, surroundings: .fixed())
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
