import Matchmaking
import Testing

@testable import Store

@Suite struct `Two clerks at one pile` {
  let store: Store
  let other: Store
  let event: EventID
  let guests: [Guest]
  private let picker = Badge(.men, 1)

  /// M01 to M03 and F01 to F03 are here.
  init() throws {
    store = try Store.inMemory(context: .fixed())
    other = store.secondDesk()
    (event, guests) = try store.makeEvening(Store.form(maxPicks: 3), men: 3, women: 3)
    for guest in guests { try store.checkIn(guest.id) }
  }

  private func slip(_ women: Int...) -> Ballot {
    Ballot(picker: picker, choices: women.map { Badge(.women, $0) })
  }

  private let second = SlipTyping(reading: .second)
  private let atDesk = SlipTyping(isShared: true)

  private func readings() throws -> SlipReadings {
    try store.evening(event).readings(of: guests[0].id)
  }

  @Test func `the same slip at the same moment is a comparison`() throws {
    try store.save(slip(1, 2), for: event, atDesk)
    let act = try other.save(slip(1, 2), for: event, atDesk)
    #expect(act?.act.summary.slipOutcome == .same && act?.act.summary.verb == .compareSlip)
    #expect(try readings().isTypedTwice && !readings().isUnsettled)
    #expect(try store.events().first?.slips == 1, "one slip, however often it was typed")
    #expect(try store.verify().isEmpty)
  }

  @Test func `another slip at the same moment waits for the paper, and the first counts meanwhile`()
    throws
  {
    try store.save(slip(1, 2), for: event, atDesk)
    let act = try other.save(slip(2), for: event, atDesk)
    #expect(act?.act.summary.slipOutcome == .differs)
    #expect(act?.act.summary.count == nil, "how many somebody picked is not told by comparing")
    #expect(try store.evening(event).ballots == [slip(1, 2)])
    #expect(throws: Refusal.round(.differing(1, [picker]))) { try store.close(event) }
    #expect(throws: Refusal.round(.differing(1, [picker]))) { try store.closePicking(of: event) }
    try store.save(slip(2), for: event, SlipTyping(reading: .settled, clerk: "李梅"))
    #expect(try store.evening(event).ballots == [slip(2)])
    #expect(try readings().settled?.clerk == "李梅")
    #expect(try readings().differs, "as it was typed, it stays")
    try store.close(event)
  }

  @Test func `a second clerk may be quicker than the first`() throws {
    let alone = try other.save(slip(3), for: event, second)
    #expect(alone?.act.summary.slipOutcome == .saved && alone?.act.summary.count == nil)
    #expect(try store.evening(event).ballots.isEmpty && store.evening(event).slips.isEmpty)
    #expect(try store.events().first?.slips == 0)
    let first = try store.save(slip(3), for: event, atDesk)
    #expect(first?.act.summary.slipOutcome == .same)
  }

  @Test func `a correction after both is what the paper says, and leaves the rate as it was`()
    throws
  {
    try store.save(slip(1), for: event)
    try other.save(slip(1), for: event, second)
    let act = try store.save(slip(2), for: event, .correction)
    #expect(act?.act.summary.verb == .settleSlip && act?.act.summary.slipOutcome == .settled)
    let accuracy = try store.evening(event).accuracy
    #expect(accuracy.typedTwice == 1 && accuracy.differing == 0)
    #expect(try store.evening(event).ballots == [slip(2)])
    try store.undo()
    #expect(try store.evening(event).ballots == [slip(1)])
  }

  @Test func `whatever is undone leaves what the others typed`() throws {
    try store.save(slip(1), for: event)
    try other.save(slip(2), for: event, second)
    try store.save(slip(2), for: event, SlipTyping(reading: .settled))
    try store.undo()
    #expect(try readings().isUnsettled)
    try other.undo()
    #expect(try readings() == SlipReadings(first: readings().first))
    try store.redo()
    try store.redo()
    #expect(try store.evening(event).ballots == [slip(2)])
    #expect(try store.verify().isEmpty)
  }

  @Test func `a follower hears of every reading`() throws {
    let last = try store.lastAct()
    try store.save(slip(1), for: event)
    try other.save(slip(2), for: event, second)
    let changes = try store.changes(after: last, in: event)
    #expect(try changes.slips == [SlipKey(guests[0].id): readings()])
  }

  @Test func `a refused slip is on record without whom it picks`() throws {
    let act = try store.record(.unknownBadge(Badge(.women, 77)), of: picker, for: event)
    #expect(act?.summary.verb == .refuseSlip && act?.summary.badge == picker)
    #expect(act?.summary.refusal == "unknown-badge" && act?.summary.detail == nil)
    #expect(try store.record(.alreadyIn(picker), of: picker, for: event) == nil)
    #expect(try store.record(.oneself(picker), of: Badge(.men, 99), for: event) == nil)
    try store.save(slip(1), for: event)
    try store.undo()
    #expect(try store.evening(event).slips.isEmpty, "a record is passed over")
  }
}

@Suite struct `Rounds of picks in the file` {
  let store: Store
  let event: EventID
  let guests: [Guest]

  init() throws {
    store = try Store.inMemory(context: .fixed())
    (event, guests) = try store.makeEvening(Store.form(maxPicks: 3), men: 3, women: 3)
    for guest in guests { try store.checkIn(guest.id) }
  }

  private func pick(_ man: Int, _ woman: Int, round: Int? = nil, at store: Store? = nil) throws {
    let typing = SlipTyping(round: round)
    let (his, hers) = (Badge(.men, man), Badge(.women, woman))
    let store = store ?? self.store
    try store.save(Ballot(picker: his, choices: [hers]), for: event, typing)
    try store.save(Ballot(picker: hers, choices: [his]), for: event, typing)
  }

  @Test func `the next opens when the one before is closed, with its own rule and picks`() throws {
    #expect(throws: Refusal.round(.stillOpen(1))) { try store.openPicking(of: event) }
    try pick(1, 1)
    try store.closePicking(of: event)
    #expect(throws: Refusal.round(.alreadyClosed(1))) { try store.closePicking(1, of: event) }
    #expect(throws: Refusal.slip(.pickingClosed)) { try pick(2, 2) }
    let (round, _) = try store.openPicking(
      of: event, PickingRoundWish(rule: .all, maxPicks: .unlimited))
    #expect(round == PickingRound(number: 2, rule: .all, maxPicks: nil))
    try pick(2, 2)
    #expect(throws: Refusal.slip(.pickingClosed)) { try pick(3, 3, round: 1) }
    #expect(throws: Refusal.round(.unknown(3, of: 2))) { try pick(3, 3, round: 3) }
    #expect(throws: Refusal.round(.unknown(0, of: 2))) { try pick(3, 3, round: 0) }
    let evening = try store.evening(event)
    #expect(evening.ballots(round: 1).count == 2 && evening.ballots(round: 2).count == 2)
    #expect(try evening.pairing(round: 2).rule == .all)
  }

  @Test func `whoever is paired is refused in the next, at every desk`() throws {
    try pick(1, 1)
    try store.closePicking(of: event)
    try store.openPicking(of: event, PickingRoundWish(leavesOutPaired: true))
    #expect(throws: Refusal.slip(.paired(Badge(.men, 1)))) { try pick(1, 2) }
    #expect(throws: Refusal.slip(.paired(Badge(.women, 1)))) {
      try pick(2, 1, at: store.secondDesk())
    }
    try pick(2, 2)
    #expect(try store.evening(event).missingSlips(round: 2).count == 2)
  }

  @Test func `closing the event closes every round, and undoing opens what was open`() throws {
    try store.closePicking(of: event)
    try store.openPicking(of: event)
    try store.close(event)
    #expect(try store.evening(event).rounds.map(\.isOpen) == [false, false])
    #expect(throws: Refusal.event(.alreadyClosed("QX"))) { try store.openPicking(of: event) }
    try store.undo()
    #expect(try store.evening(event).rounds.map(\.isOpen) == [false, true])
  }

  @Test func `a round with slips, or with one after it, is not taken back`() throws {
    try store.closePicking(of: event)
    let desk = store.secondDesk()
    try desk.openPicking(of: event)
    // The closing of the first is the older act of this desk.
    #expect(throws: Refusal.self) { try store.undo(station: "A") }
    try pick(2, 2)
    #expect(throws: Refusal.self) { try desk.undo(station: "B") }
    #expect(try store.evening(event).rounds.map(\.isOpen) == [false, true])
    #expect(try store.evening(event).ballots(round: 2).count == 2)
  }

  @Test func `slips of a closed round stay, also by undoing`() throws {
    try pick(1, 1)
    try store.secondDesk().closePicking(of: event)
    #expect(throws: Refusal.self) { try store.undo(station: "A") }
    #expect(try store.evening(event).ballots.count == 2)
    try store.undo(station: "B")
    try store.undo(station: "A")
    #expect(try store.evening(event).ballots.count == 1)
  }

  @Test func `everything is undone to the start and done again`() throws {
    let start = try store.contents()
    try pick(1, 1)
    try store.closePicking(of: event)
    try store.openPicking(of: event)
    try pick(2, 2)
    try store.closePicking(of: event)
    let end = try store.contents()
    for _ in 0..<7 { try store.undo() }
    #expect(try store.contents() == start)
    for _ in 0..<7 { try store.redo() }
    #expect(try store.contents() == end)
    #expect(try store.verify().isEmpty)
  }

  @Test func `an event without guests goes with its rounds`() throws {
    let (empty, _) = try store.create(Store.form("LEER"))
    try store.closePicking(of: empty.id)
    try store.remove(empty.id)
    #expect(try store.event(code: "LEER") == nil)
  }
}
