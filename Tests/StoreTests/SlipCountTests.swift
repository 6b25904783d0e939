import Matchmaking
import Testing

@testable import Store

/// The list of events, the desk and the wall count the slips of one round: the one that takes them, or the last.
@Suite struct `How many slips are in` {
  let store: Store
  let event: EventID

  init() throws {
    store = try Store.inMemory(context: .fixed())
    let (event, guests) = try store.makeEvening(Store.form(), men: 3, women: 3)
    for guest in guests { try store.checkIn(guest.id) }
    self.event = event
  }

  private func save(_ line: String, _ reading: SlipReading = .first) throws {
    let rules = SlipRules(try store.evening(event), correcting: nil)
    var lax = rules
    lax.hasBallot = { _ in false }
    try store.save(
      Ballot.check(line, rules: lax), for: event,
      SlipTyping(reading: reading, replacing: .nothing))
  }

  /// What all three say, which must be one number.
  private func expect(_ count: Int, _ location: SourceLocation = #_sourceLocation) throws {
    let evening = try store.evening(event)
    let shown = try #require(try store.showing(of: "QX"))
    #expect(
      evening.slips(round: evening.currentRound.number).count == count, sourceLocation: location)
    #expect(try store.events().first?.slips == count, sourceLocation: location)
    #expect(shown.slips == count, sourceLocation: location)
    #expect(try store.verify() == [], sourceLocation: location)
  }

  @Test func `is counted round by round, whatever was typed, settled, undone or done again`() throws
  {
    try expect(0)
    try save("M01 1")
    try save("F01 1")
    try save("F01 2", .second)
    try expect(2)
    try save("F01 2", .settled)
    try expect(2)
    try store.undo()
    try store.redo()
    try expect(2)
    try store.closePicking(of: event)
    try expect(2)
    try store.openPicking(of: event)
    try expect(0)
    try save("M01 2")
    try expect(1)
    try store.undo()
    try expect(0)
    try store.undo()
    try expect(2)
    try store.redo()
    try store.redo()
    try expect(1)
    try store.save(
      Ballot(picker: Badge(.men, 1), choices: []), for: event, .correction)
    try expect(1)
    try store.close(event)
    try expect(1)
    #expect(try store.events().first?.allSlips == 3, "what archiving deletes is of all rounds")
    try store.archive(event)
    try expect(0)
  }

  @Test func `is that of the tenth round, not of the second`() throws {
    for round in 1...10 {
      if round > 1 { try store.openPicking(of: event) }
      for man in 1...(round % 3 + 1) { try save("M0\(man) 1") }
      try expect(round % 3 + 1)
      try store.closePicking(of: event)
    }
  }

  @Test func `is the same where slips of a round came from another laptop`() throws {
    let laptops = try Laptops(2) { store in
      let (event, guests) = try store.makeEvening(Store.form(), men: 3, women: 3)
      for guest in guests { try store.checkIn(guest.id) }
      try store.closePicking(of: event)
      try store.openPicking(of: event)
    }
    let event = try #require(try laptops.stores[0].events().first).event.id
    try laptops.stores[1].save(Ballot(picker: Badge(.men, 1), choices: []), for: event)
    try laptops.stores[0].save(Ballot(picker: Badge(.men, 2), choices: []), for: event)
    try laptops.merge(1, into: 0)
    #expect(try laptops.stores[0].events().first?.slips == 2)
    #expect(try laptops.stores[0].showing(of: "QX")?.slips == 2)
    #expect(try laptops.stores[0].verify() == [])
  }
}
