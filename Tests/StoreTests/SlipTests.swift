import Matchmaking
import Testing

@testable import Store

@Suite struct `Slips` {
  let store: Store
  let event: EventID
  let guests: [Guest]

  /// M01 to M03 and F01 to F03 are here, F04 is not.
  init() throws {
    store = try Store.inMemory(surroundings: .fixed())
    (event, guests) = try store.makeEvening(Store.form(maxPicks: 2), men: 3, women: 4)
    for guest in guests.dropLast() { try store.checkIn(guest.id) }
    try store.changeBadge(guests[6].id, to: 4)
  }

  private func slip(_ picker: Badge, _ women: Int..., ranks: Ballot.Ranks = .strict) -> Ballot {
    Ballot(picker: picker, choices: women.map { Badge(.women, $0) }, ranks: ranks)
  }

  static let refusals: [(Ballot, SlipRefusal)] = [
    (Ballot(picker: Badge(.men, 9), choices: []), .unknownBadge(Badge(.men, 9))),
    (Ballot(picker: Badge(.women, 4), choices: []), .absent(Badge(.women, 4))),
    (
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 9)]),
      .unknownBadge(Badge(.women, 9))
    ),
    (Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 4)]), .absent(Badge(.women, 4))),
    (Ballot(picker: Badge(.men, 1), choices: [Badge(.men, 2)]), .ownPool(Badge(.men, 2))),
    (Ballot(picker: Badge(.men, 1), choices: [Badge(.men, 1)]), .oneself(Badge(.men, 1))),
    (
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1), Badge(.women, 1)]),
      .repeated(Badge(.women, 1))
    ),
    (
      Ballot(
        picker: Badge(.men, 1), choices: [Badge(.women, 1), Badge(.women, 2), Badge(.women, 3)]),
      .tooMany(Badge(.women, 3), limit: 2)
    ),
  ]

  @Test(arguments: refusals)
  func `nothing of a refused one is stored`(ballot: Ballot, refusal: SlipRefusal) throws {
    let before = try store.contents()
    let acts = try store.acts(limit: 100).count
    #expect(throws: Refusal.slip(refusal)) { try store.save(ballot, for: event) }
    #expect(try store.contents() == before)
    #expect(try store.acts(limit: 100).count == acts)
  }

  @Test func `the same one again is no act`() throws {
    try store.save(slip(Badge(.men, 1), 2, 1), for: event)
    #expect(try store.save(slip(Badge(.men, 1), 2, 1), for: event) == nil)
    #expect(try store.save(slip(Badge(.men, 1), 2, 1), for: event, replacing: true) == nil)
  }

  @Test func `another one of the same person is refused unless it is a correction`() throws {
    try store.save(slip(Badge(.men, 1), 2, 1), for: event)
    #expect(throws: Refusal.slip(.alreadyIn(Badge(.men, 1)))) {
      try store.save(slip(Badge(.men, 1), 1, 2), for: event)
    }
    let act = try store.save(slip(Badge(.men, 1), 1, 2), for: event, replacing: true)
    #expect(act?.deed.verb == .correctSlip && act?.deed.badge == Badge(.men, 1))
    #expect(try store.evening(event).ballots == [slip(Badge(.men, 1), 1, 2)])
  }

  @Test func `the same picks without ranks are another slip`() throws {
    try store.save(slip(Badge(.men, 1), 2, 1), for: event)
    #expect(throws: Refusal.slip(.alreadyIn(Badge(.men, 1)))) {
      try store.save(slip(Badge(.men, 1), 2, 1, ranks: .unranked), for: event)
    }
    try store.save(slip(Badge(.men, 1), 2, 1, ranks: .unranked), for: event, replacing: true)
    #expect(try store.evening(event).ballots.first?.ranks == .unranked)
  }

  @Test func `a blank one is a slip`() throws {
    try store.save(slip(Badge(.men, 1)), for: event)
    let evening = try store.evening(event)
    #expect(evening.slips.count == 1 && evening.missingSlips.count == 5)
    #expect(try store.events().first?.slips == 1)
  }

  @Test func `who left early may pick and be picked`() throws {
    try store.leave(guests[0].id)
    try store.leave(guests[3].id)
    try store.save(slip(Badge(.men, 1), 1), for: event)
    #expect(try store.evening(event).ballots.count == 1)
  }

  @Test func `picks follow a person to another badge`() throws {
    try store.save(slip(Badge(.men, 1), 1), for: event)
    try store.changeBadge(guests[3].id, to: 30)
    #expect(try store.evening(event).ballots == [slip(Badge(.men, 1), 30)])
  }

  @Test func `a list takes in what is right and names the rest`() throws {
    let (results, act) = try store.save(
      [
        slip(Badge(.men, 1), 1), slip(Badge(.men, 2), 9), slip(Badge(.men, 1), 2),
        slip(Badge(.men, 1), 1), slip(Badge(.men, 3), 2),
      ], for: event)
    #expect(
      results == [
        .success(true), .failure(.slip(.unknownBadge(Badge(.women, 9)))),
        .failure(.slip(.alreadyIn(Badge(.men, 1)))), .success(false), .success(true),
      ])
    #expect(act?.deed.count == 2)
    try store.undo()
    #expect(try store.evening(event).slips.isEmpty, "a list is one act")
  }

  @Test func `a list that brings nothing new is no act`() throws {
    try store.save(slip(Badge(.men, 1), 1), for: event)
    #expect(try store.save([slip(Badge(.men, 1), 1)], for: event).1 == nil)
    #expect(try store.save([], for: event).1 == nil)
  }
}
