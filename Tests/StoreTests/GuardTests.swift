import GRDB
import Matchmaking
import Testing

@testable import Store

/// Each write breaks one guard of the schema and no other, so that no guard hides behind the next.
@Suite struct `Each guard of the schema by itself` {
  let store: Store
  let event: EventID
  let guests: [Guest]

  /// Two men and two women here; the first woman's slip picks the first man.
  init() throws {
    store = try Store.inMemory(context: .fixed())
    (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 2)
    for guest in guests { try store.checkIn(guest.id) }
    try store.save(Ballot(picker: Badge(.women, 1), choices: [Badge(.men, 1)]), for: event)
  }

  private func write(_ sql: String, _ guest: Guest) throws {
    _ = try store.act(ActSummary(.createSample)) { writer, _ in
      try writer.db.execute(
        sql: "UPDATE registration SET \(sql) WHERE id = ?", arguments: [guest.id.description])
    }
  }

  /// As a check-in is taken back, with nothing else wrong.
  private static let takenBack =
    "status = 'registered', arrived_at = NULL, arrived_station = NULL, left_at = NULL"

  @Test func `nobody whom a slip names loses the check-in or the badge`() throws {
    let before = try store.contents()
    for guest in [guests[0], guests[2]] {
      #expect(throws: BrokenConstraint.self) { try write(Self.takenBack, guest) }
      #expect(throws: BrokenConstraint.self) {
        try write(Self.takenBack + ", badge = NULL", guest)
      }
    }
    #expect(try store.contents() == before)
    try write(Self.takenBack + ", badge = NULL", guests[1])
    try write(Self.takenBack, guests[3])
  }

  @Test func `nobody is here without a badge, an arrival and its desk`() throws {
    let free = guests[1]
    for sql in [
      "badge = NULL", "arrived_at = NULL, arrived_station = NULL", "arrived_station = NULL",
      "status = 'left'", "left_at = 5", "status = 'left', left_at = 5, badge = NULL",
    ] {
      #expect(throws: BrokenConstraint.self, "\(sql)") { try write(sql, free) }
    }
    try write("status = 'left', left_at = 5", free)
  }

  @Test func `the order of registration is a number from 1 on, and what is waived is something`()
    throws
  {
    for sql in ["ordinal = 0", "ordinal = NULL", "waived = ''"] {
      #expect(throws: BrokenConstraint.self, "\(sql)") { try write(sql, guests[1]) }
    }
    try write("ordinal = 9, waived = 'married'", guests[1])
  }

  @Test func `undo at another desk takes no badge from who was picked`() throws {
    let other = store.secondDesk()
    let late = try store.enter("后来", [.sex: "女"])
    let guest = try store.register([.init(member: late.id)], for: event).0[0].get()
    try store.checkIn(guest.id)
    let ballot = Ballot(picker: Badge(.men, 2), choices: [Badge(.women, 3)])
    let saving = try #require(try other.save(ballot, for: event))
    let before = try store.evening(event)
    #expect(throws: Refusal.history(.changedSince(saving.act.summary))) {
      try store.undo(station: "A")
    }
    let now = try store.evening(event)
    #expect(now.guests == before.guests && now.ballots == before.ballots)
  }
}
