import Matchmaking
import Testing

@testable import Store

@Suite struct `Corrections of slips` {
  let store: Store
  let event: EventID
  let guests: [Guest]

  init() throws {
    store = try Store.inMemory(context: .fixed())
    (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 3)
    for guest in guests { try store.checkIn(guest.id) }
  }

  private func slip(_ women: Int..., ranks: Ballot.Ranks = .strict) -> Ballot {
    Ballot(picker: Badge(.men, 1), choices: women.map { Badge(.women, $0) }, ranks: ranks)
  }

  private func seen() throws -> SlipRecord {
    try #require(try store.evening(event).slips[guests[0].id])
  }

  @Test func `the slip that was seen is replaced`() throws {
    try store.save(slip(2, 1), for: event)
    let act = try store.save(slip(3), for: event, .correcting(try seen()))
    #expect(act?.act.summary.verb == .correctSlip)
    #expect(try seen().choices == [guests[4].id])
  }

  @Test func `another desk's correction is not written over`() throws {
    try store.save(slip(2, 1), for: event)
    let old = try seen()
    try store.secondDesk().save(slip(3), for: event, .correcting(old))
    let contents = try store.contents()
    #expect(throws: Refusal.slip(.changedMeanwhile(Badge(.men, 1)))) {
      try store.save(slip(1), for: event, .correcting(old))
    }
    #expect(try store.contents() == contents)
    #expect(try seen().choices == [guests[4].id])
  }

  @Test func `a slip that was taken back is not corrected into being`() throws {
    try store.save(slip(2, 1), for: event)
    let old = try seen()
    try store.undo()
    #expect(throws: Refusal.slip(.changedMeanwhile(Badge(.men, 1)))) {
      try store.save(slip(1), for: event, .correcting(old))
    }
    #expect(try store.evening(event).slips.isEmpty)
  }

  @Test func `the same picks in another slip are another slip`() throws {
    try store.save(slip(2, 1), for: event)
    let old = try seen()
    try store.save(slip(3), for: event, .correcting(old))
    try store.save(slip(2, 1), for: event, .correcting(try seen()))
    #expect(try seen().choices == old.choices)
    #expect(throws: Refusal.slip(.changedMeanwhile(Badge(.men, 1)))) {
      try store.save(slip(1), for: event, .correcting(old))
    }
  }

  @Test func `a correction that was undone can be made again`() throws {
    try store.save(slip(2, 1), for: event)
    let old = try seen()
    try store.save(slip(3), for: event, .correcting(old))
    try store.undo()
    #expect(try store.save(slip(1), for: event, .correcting(old)) != nil)
  }
}

@Suite struct `What is on record` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `those turned away are told with name, reason and desk, newest first`() throws {
    let (event, guests) = try store.makeEvening(
      Store.form(verifiedOnly: true), men: 1, women: 0)
    #expect(throws: Refusal.self) { try store.checkIn(guests[0].id) }
    let stranger = WalkIn.stranger(name: "来客", sex: .man, phone: nil, employer: "")
    #expect(throws: Refusal.self) { try store.secondDesk().walkIn(stranger, to: event) }
    let records = try store.refusals(of: event)
    #expect(records.map(\.name).sorted() == [guests[0].name, "来客"].sorted())
    #expect(records.map(\.code) == ["not-verified", "not-verified"])
    #expect(Set(records.map(\.station)) == ["A", "B"])
    #expect(records.first { $0.name == "来客" }?.member == nil)
    #expect(records.contains { $0.member == guests[0].registration.member })
    #expect(zip(records, records.dropFirst()).allSatisfy { $0.at >= $1.at })
  }

  @Test func `those of another event are not among them`() throws {
    let (_, guests) = try store.makeEvening(Store.form(verifiedOnly: true), men: 1, women: 0)
    #expect(throws: Refusal.self) { try store.checkIn(guests[0].id) }
    let (other, _) = try store.create(Store.form("QY"))
    #expect(try store.refusals(of: other.id).isEmpty)
  }

  @Test func `an act says whose hand it was`() throws {
    try store.create(Store.form())
    #expect(try store.acts(limit: 1).first?.operatorName == "tester")
  }
}
