import Matchmaking
import Testing

@testable import Store

@Suite struct `Slips` {
  let store: Store
  let event: EventID
  let guests: [Guest]

  /// M01 to M03 and F01 to F03 are here, F04 is not.
  init() throws {
    store = try Store.inMemory(context: .fixed())
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
    #expect(try store.save(slip(Badge(.men, 1), 2, 1), for: event, .correction) == nil)
  }

  @Test func `another one of the same person is refused unless it is a correction`() throws {
    try store.save(slip(Badge(.men, 1), 2, 1), for: event)
    #expect(throws: Refusal.slip(.alreadyIn(Badge(.men, 1)))) {
      try store.save(slip(Badge(.men, 1), 1, 2), for: event)
    }
    let act = try store.save(slip(Badge(.men, 1), 1, 2), for: event, .correction)
    #expect(act?.act.summary.verb == .correctSlip && act?.act.summary.badge == Badge(.men, 1))
    #expect(try store.evening(event).ballots == [slip(Badge(.men, 1), 1, 2)])
  }

  @Test func `the same picks without ranks are another slip`() throws {
    try store.save(slip(Badge(.men, 1), 2, 1), for: event)
    #expect(throws: Refusal.slip(.alreadyIn(Badge(.men, 1)))) {
      try store.save(slip(Badge(.men, 1), 2, 1, ranks: .unranked), for: event)
    }
    try store.save(slip(Badge(.men, 1), 2, 1, ranks: .unranked), for: event, .correction)
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

  @Test func `a blank line keeps its place in the file`() throws {
    let gap = Ballot(picker: Badge(.men, 1), picks: [Pick(Badge(.women, 2), at: 2)])
    try store.save(gap, for: event)
    #expect(try store.evening(event).ballots == [gap])
    #expect(try store.save(gap, for: event) == nil)
    #expect(throws: Refusal.slip(.alreadyIn(Badge(.men, 1)))) {
      try store.save(slip(Badge(.men, 1), 2), for: event)
    }
    let seen = try #require(try store.evening(event).slips[guests[0].id])
    try store.save(slip(Badge(.men, 1), 2), for: event, .correcting(seen))
    #expect(try store.evening(event).ballots == [slip(Badge(.men, 1), 2)])
    try store.undo()
    #expect(try store.evening(event).ballots == [gap])
  }

  @Test func `a line beyond the slip's last is refused, though others are blank`() throws {
    let beyond = Ballot(picker: Badge(.men, 1), picks: [Pick(Badge(.women, 2), at: 3)])
    #expect(throws: Refusal.slip(.tooMany(Badge(.women, 2), limit: 2))) {
      try store.save(beyond, for: event)
    }
  }

  @Test func `an old number names the new one`() throws {
    try store.changeBadge(guests[4].id, to: 88)
    let changed = SlipRefusal.badgeChanged(Badge(.women, 2), now: Badge(.women, 88))
    #expect(throws: Refusal.slip(changed)) {
      try store.save(slip(Badge(.men, 1), 2), for: event)
    }
    #expect(throws: Refusal.slip(changed)) {
      try store.save(Ballot(picker: Badge(.women, 2), choices: []), for: event)
    }
    let evening = try store.evening(event)
    #expect(evening.successor(of: Badge(.women, 2)) == Badge(.women, 88))
    #expect(evening.successor(of: Badge(.women, 1)) == nil)
    try store.changeBadge(guests[4].id, to: 2)
    #expect(try store.evening(event).successor(of: Badge(.women, 88)) == Badge(.women, 2))
    #expect(try store.evening(event).successor(of: Badge(.women, 2)) == nil)
  }

  @Test func `a printed number changed before its owner came names the new one as well`() throws {
    #expect(try store.evening(event).successor(of: Badge(.women, 4)) == nil)
    try store.changeBadge(guests[6].id, to: 40)
    #expect(try store.evening(event).successor(of: Badge(.women, 4)) == Badge(.women, 40))
  }

  @Test func `an evening in memory learns of a changed number without being read again`() throws {
    var evening = try store.evening(event)
    evening.take(try store.changeBadge(guests[4].id, to: 88).0)
    #expect(evening.successor(of: Badge(.women, 2)) == Badge(.women, 88))
    evening.take(try store.changeBadge(guests[4].id, to: 89).0)
    #expect(evening.successor(of: Badge(.women, 2)) == Badge(.women, 89))
    #expect(evening.successor(of: Badge(.women, 88)) == Badge(.women, 89))
  }

  @Test func `a list takes in what is right and names the rest`() throws {
    let (results, act) = try store.save(
      [
        slip(Badge(.men, 1), 1), slip(Badge(.men, 2), 9), slip(Badge(.men, 1), 2),
        slip(Badge(.men, 1), 1), slip(Badge(.men, 3), 2),
      ], for: event)
    #expect(
      results == [
        .success(.saved), .failure(.slip(.unknownBadge(Badge(.women, 9)))),
        .failure(.slip(.alreadyIn(Badge(.men, 1)))), .success(.unchanged), .success(.saved),
      ])
    #expect(act?.summary.count == 2)
    try store.undo()
    #expect(try store.evening(event).slips.isEmpty, "a list is one act")
  }

  @Test func `a list that brings nothing new is no act`() throws {
    try store.save(slip(Badge(.men, 1), 1), for: event)
    #expect(try store.save([slip(Badge(.men, 1), 1)], for: event).1 == nil)
    #expect(try store.save([], for: event).1 == nil)
  }
}
