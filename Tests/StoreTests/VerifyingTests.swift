import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Checking the whole file` {
  let store: Store
  let event: EventID
  let guests: [Guest]

  init() throws {
    store = try Store.inMemory(context: .fixed())
    (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 2)
    for guest in guests { try store.checkIn(guest.id) }
    try store.save(Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1)]), for: event)
  }

  private func spoil(_ sql: String) throws {
    try store.queue.write { try $0.execute(sql: sql) }
  }

  @Test func `finds nothing wrong with a sound one`() throws {
    #expect(try store.verify().isEmpty)
  }

  @Test func `says which event counts wrong, and counts anew`() throws {
    let log = try store.lastChange()
    try spoil("UPDATE tally SET checked_in = 7 WHERE pool = 'M'")
    try spoil("DELETE FROM tally WHERE pool = '1'")
    try spoil("INSERT INTO tally (event, pool, \"left\") VALUES ('nowhere', 'F', 3)")
    #expect(
      Set(try store.verify()) == [
        .miscounted(event: "QX", what: "M checked_in", said: 7, real: 2),
        .miscounted(event: "QX", what: "slips of round 1", said: 0, real: 1),
        .miscounted(event: "nowhere", what: "F left", said: 3, real: 0),
      ])
    try store.recount()
    #expect(try store.verify().isEmpty)
    #expect(try store.events().first?.headcounts[.men]?.arrived == 2)
    #expect(try store.lastChange() == log, "no act: it follows from what the log has")
  }

  @Test func `with the counts gone nobody gets a number that is taken`() throws {
    try spoil("DELETE FROM tally")
    let stranger = WalkIn.stranger(name: "林若曦", sex: .man, phone: nil, employer: "")
    let badge = try store.walkIn(stranger, to: event).0.badge
    #expect(badge == Badge(.men, 3))
  }

  @Test func `a row that refers to nobody is told`() throws {
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; DROP TRIGGER member_deleted")
      try db.execute(
        sql: "DELETE FROM member WHERE id = ?",
        arguments: [guests[0].registration.member.description])
    }
    #expect(try store.verify().contains { if case .orphan = $0 { true } else { false } })
  }

  @Test func `a second reading of a slip counts for nothing until it is compared`() throws {
    let (_, _) = try store.act(ActSummary(.saveSlip)) { writer, _ in
      let id: Identifier<Ballot> = writer.identifier()
      try writer.run(
        "INSERT INTO ballot SELECT ?, event, picker, round, 2, 0, at, station, NULL FROM ballot",
        [id.description])
      try writer.run(
        "INSERT INTO pick SELECT ?, ?, 1, ? FROM pick",
        [
          (writer.identifier() as Identifier<SlipRecord>).description, id.description,
          guests[3].id.description,
        ])
    }
    #expect(try store.events().first?.slips == 1)
    #expect(try store.evening(event).slips[guests[0].id]?.choices == [guests[2].id])
    #expect(try store.verify().isEmpty)
    // A correction is what the paper says by now, and the second goes, without a count going wrong.
    try store.save(
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 2)]), for: event, .correction)
    #expect(try store.evening(event).slips[guests[0].id]?.choices == [guests[3].id])
    let (_, _) = try store.act(ActSummary(.saveSlip)) { writer, _ in
      try writer.run(
        "DELETE FROM pick WHERE ballot IN (SELECT id FROM ballot WHERE reading = 2)", [])
      try writer.run("DELETE FROM ballot WHERE reading = 2", [])
    }
    #expect(try store.events().first?.slips == 1)
    #expect(try store.verify().isEmpty)
  }
}
