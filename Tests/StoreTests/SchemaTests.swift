import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `The schema` {
  let store: Store
  let guest: Guest

  init() throws {
    store = try Store.inMemory(surroundings: .fixed())
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 2)
    for guest in guests { try store.checkIn(guest.id) }
    try store.save(
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1)]), for: event)
    guest = guests[0]
  }

  @Test(arguments: [
    "UPDATE member SET name = ''",
    "UPDATE member SET number = ''",
    "UPDATE member SET sex = 'X'",
    "UPDATE member SET phone = '1380000'",
    "UPDATE member SET height = 17",
    "UPDATE member SET height = 'tall'",
    "UPDATE member SET verification = 'maybe'",
    "UPDATE member SET extras = '{'",
    "UPDATE member SET birth = 'spring'",
    "UPDATE member SET resident_digits = '370102199001011234'",
    "UPDATE member SET number = 'same'",
    "UPDATE member SET id = '018f3c1e-0000-7000-8000-000000000000'",
    "UPDATE event SET code = ''",
    "UPDATE event SET date = '2026-8-19'",
    "UPDATE event SET pools = 'three'",
    "UPDATE event SET max_picks = 0",
    "UPDATE event SET capacity = 0",
    "UPDATE event SET state = 'begun'",
    "UPDATE event SET rule = 'fair'",
    "UPDATE registration SET badge = 1",
    "UPDATE registration SET badge = 0",
    "UPDATE registration SET badge = 100000",
    "UPDATE registration SET badge = NULL",
    "UPDATE registration SET arrived_at = NULL",
    "UPDATE registration SET arrived_station = NULL",
    "UPDATE registration SET status = 'left'",
    "UPDATE registration SET status = 'registered'",
    "UPDATE registration SET pool = 'X'",
    "UPDATE registration SET member = '018f3c1e-0000-7000-8000-000000000000'",
    "DELETE FROM member",
    "DELETE FROM event",
    "DELETE FROM registration",
    "DELETE FROM ballot",
    "INSERT INTO retired_badge SELECT event, 'X', 7, id FROM registration LIMIT 1",
    "UPDATE pick SET place = 0",
    "UPDATE pick SET chosen = '018f3c1e-0000-7000-8000-000000000000'",
    "UPDATE ballot SET is_unranked = 2",
    "INSERT INTO ballot SELECT 'x' || substr(id, 2), event, picker, round, reading, 0, 0 FROM ballot",
    "INSERT INTO pick SELECT 'x' || substr(id, 2), ballot, place, chosen FROM pick",
    "INSERT INTO pick SELECT 'x' || substr(id, 2), ballot, 2, chosen FROM pick",
    "UPDATE act SET kind = 'think'",
    "UPDATE act SET deed = 'did it'",
  ])
  func `forbids what must never be, whoever writes`(sql: String) throws {
    let before = try store.contents()
    #expect(throws: BrokenConstraint.self) {
      try store.act(Deed(.createSample)) { pen, _ in try pen.db.execute(sql: sql) }
    }
    #expect(try store.contents() == before)
  }

  @Test(arguments: Store.tables)
  func `takes no write outside of an act`(table: String) throws {
    #expect(throws: DatabaseError.self) {
      try store.queue.write { db in
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        try db.execute(sql: "INSERT INTO \(table) (id) VALUES ('x')")
      }
    }
  }

  @Test func `an update that changes nothing leaves nothing in the log`() throws {
    let last = try store.lastChange()
    _ = try store.act(Deed(.createSample)) { pen, _ in
      try pen.db.execute(sql: "UPDATE member SET name = name")
    }
    #expect(try store.lastChange() == last)
  }

  @Test func `every table but the log itself is logged`() throws {
    let tables = try store.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'grdb*'")
    }
    #expect(
      Set(tables).subtracting(Store.tables)
        == ["meta", "act", "change", "tally", "retired_badge", "search_stretch"])
  }

  @Test func `every table is strict`() throws {
    let loose = try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND type = 'table' AND NOT strict
            AND name NOT GLOB 'grdb*' AND name NOT GLOB 'sqlite*'
          """)
    }
    #expect(loose == [])
  }
}
