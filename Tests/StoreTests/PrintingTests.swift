import Matchmaking
import Testing

@testable import Store

@Suite struct `Numbers that are printed` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  private func numbers(_ event: EventID) throws -> [Badge?] {
    try store.evening(event).guests.map(\.badge)
  }

  /// As a printer does: a rehearsal, then for good.
  @discardableResult
  private func print(
    _ event: EventID, only chosen: Set<RegistrationID>? = nil,
    select: (Numbering) -> [Guest] = \.guests
  ) throws -> (Numbering, Act?) {
    let (rehearsed, none) = try store.number(
      .badges, for: event, only: chosen, agreed: nil, select: select)
    #expect(none == nil)
    return try store.number(
      .badges, for: event, only: chosen, agreed: select(rehearsed), select: select)
  }

  @Test func `all who are awaited get them, in the order of registration`() throws {
    let (event, _) = try store.makeEvening(Store.form(), men: 2, women: 3)
    let (numbering, act) = try print(event)
    #expect(
      try numbers(event) == [
        Badge(.men, 1), Badge(.men, 2), Badge(.women, 1), Badge(.women, 2), Badge(.women, 3),
      ])
    #expect(numbering.newlyNumbered.count == 5)
    #expect(act?.summary == ActSummary(.print, event: "QX", count: 5, detail: "badges"))
  }

  @Test func `a rehearsal tells them and changes nothing`() throws {
    let (event, _) = try store.makeEvening(Store.form(), men: 1, women: 1)
    let before = (try store.contents(), try store.acts(limit: 99))
    let (numbering, act) = try store.number(.badges, for: event, agreed: nil)
    #expect(numbering.guests.map(\.badge) == [Badge(.men, 1), Badge(.women, 1)])
    #expect(act == nil)
    #expect(try store.contents() == before.0)
    #expect(try store.acts(limit: 99) == before.1)
  }

  @Test func `where somebody registered meanwhile the paper is not the one agreed`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 1)
    let (rehearsed, _) = try store.number(.badges, for: event, agreed: nil)
    try store.checkIn(guests[1].id)
    let (now, act) = try store.number(.badges, for: event, agreed: rehearsed.guests)
    #expect(act == nil)
    #expect(now.guests.map(\.badge) == [Badge(.men, 2), Badge(.men, 1), Badge(.women, 1)])
    #expect(try numbers(event) == [nil, Badge(.men, 1), nil])
  }

  @Test func `they stay through everything that comes after`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 4, women: 1)
    try print(event)
    _ = try store.decline([guests[0].id], for: event)
    _ = try store.unregister([guests[1].id], from: event)
    try store.importDrafts([MemberDraft(name: "后来", sex: .man)])
    let newcomer = try store.members(5..<6)[0]
    try store.register([Enrolment(member: newcomer.id)], for: event)
    try store.checkIn(guests[3].id)
    let (again, _) = try print(event)
    // Who went keeps the number to themselves; it is given to nobody else.
    #expect(
      again.guests.map(\.badge) == [
        Badge(.men, 3), Badge(.men, 4), Badge(.women, 1), Badge(.men, 5),
      ])
    #expect(again.newlyNumbered.count == 1)
  }

  @Test func `undo stops at them, for paper keeps its numbers`() throws {
    let (event, _) = try store.makeEvening(Store.form(), men: 1, women: 1)
    let (_, act) = try print(event)
    let summary = try #require(act?.summary)
    #expect(throws: Refusal.history(.irrevocable(summary))) { try store.undo() }
    // What is older stands too, since the numbers stand upon it.
    #expect(throws: Refusal.history(.changedSince(summary))) { try store.undo(older: true) }
    #expect(try numbers(event) == [Badge(.men, 1), Badge(.women, 1)])
  }

  @Test func `printing again changes no number and is counted`() throws {
    let (event, _) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try print(event)
    let before = try numbers(event)
    let (again, act) = try print(event)
    #expect(again.newlyNumbered.isEmpty)
    #expect(act != nil)
    #expect(try numbers(event) == before)
    #expect(try store.printings(.badges, for: "QX").map(\.summary.count) == [2, 2])
    #expect(try store.printings(.ballots, for: "QX").isEmpty)
    #expect(try store.printings(.badges, for: "OTHER").isEmpty)
  }

  @Test func `who waits or was declined gets none`() throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 2), men: 2, women: 2)
    _ = try store.decline([guests[0].id], for: event)
    let (numbering, _) = try print(event)
    #expect(numbering.guests.count == 2)
    #expect(try numbers(event)[0] == nil)
    #expect(try numbers(event)[3] == nil)
  }

  @Test func `one person's alone can be printed`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 3, women: 0)
    let (_, act) = try print(event, only: [guests[2].id])
    #expect(try numbers(event) == [nil, nil, Badge(.men, 1)])
    #expect(act?.summary.name == "男甲2")
    #expect(act?.summary.badge == Badge(.men, 1))
  }

  @Test func `those who are new alone can be printed, and if nobody is nothing is done`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    let new = { (numbering: Numbering) in
      numbering.guests.filter { numbering.newlyNumbered.contains($0.id) }
    }
    #expect(try print(event, select: new).1?.summary.count == 1)
    #expect(try print(event, select: new).1 == nil)
  }

  @Test func `numbers that were printed elsewhere and worn are passed over`() throws {
    try store.importDrafts((0..<4).map { MemberDraft(name: "男\($0)", sex: .man) })
    let (event, _) = try store.create(Store.form())
    let badges = [nil, Badge(.men, 1), nil, Badge(.men, 3)]
    try store.register(
      zip(try store.members(0..<4), badges).map { Enrolment(member: $0.id, badge: $1) },
      for: event.id)
    try print(event.id)
    #expect(
      try numbers(event.id) == [Badge(.men, 2), Badge(.men, 1), Badge(.men, 4), Badge(.men, 3)])
  }

  @Test func `once the picking is closed nobody gets one, and what is there is printed`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    try store.close(event)
    let (numbering, _) = try print(event)
    #expect(numbering.guests.map(\.badge) == [Badge(.men, 1)])
    #expect(try numbers(event) == [Badge(.men, 1), nil])
  }

  @Test func `of one pool there is one row of numbers`() throws {
    let (event, _) = try store.makeEvening(Store.form(pools: .one), men: 1, women: 2)
    try print(event)
    #expect(try numbers(event) == (1...3).map { Badge(.everyone, $0) })
  }
}
