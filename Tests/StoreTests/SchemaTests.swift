import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `The schema` {
  let store: Store
  let guest: Guest

  init() throws {
    store = try Store.inMemory(context: .fixed())
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 2)
    for guest in guests { try store.checkIn(guest.id) }
    try store.save(
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1)]), for: event)
    guest = guests[0]
  }

  @Test func `has a column for each detail of a member, and each column of it is known`() throws {
    let columns = try store.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('member')")
    }
    // What stands there besides is decided, not said.
    #expect(
      Set(columns).subtracting(["verified_until", "status", "erased_on"])
        == Set(ActWriter.memberColumns))
    #expect(ActWriter.memberColumns.count == Set(ActWriter.memberColumns).count)
  }

  /// Each breaks the guard that is named, and no other lets it through or stops it first.
  @Test(arguments: [
    ("UPDATE member SET name = ''", "CHECK constraint failed: name <> ''"),
    ("UPDATE member SET number = '' WHERE rowid = 1", "CHECK constraint failed: number <> ''"),
    ("UPDATE member SET sex = 'X' WHERE rowid = 1", "sex IN ('M', 'F')"),
    ("UPDATE member SET phone = '1380000'", "length(phone) = 11"),
    ("UPDATE member SET height = 17", "height BETWEEN 100 AND 250"),
    (
      "UPDATE member SET height = 'tall'",
      "cannot store TEXT value in INTEGER column member.height"
    ),
    ("UPDATE member SET verification = 'maybe'", "verification = 'pending'"),
    ("UPDATE member SET status = 'gone'", "status = 'single'"),
    ("UPDATE member SET extras = '{'", "json_valid(extras)"),
    ("UPDATE member SET by_hand = '{'", "json_valid(by_hand)"),
    ("UPDATE member SET birth = 'spring'", "birth GLOB"),
    ("UPDATE member SET verified_until = 'soon'", "verified_until GLOB"),
    ("UPDATE member SET erased_on = 'today'", "erased_on GLOB"),
    ("UPDATE member SET resident_digits = '370102199001011234'", "length(resident_digits) = 4"),
    ("UPDATE member SET number = 'same'", "UNIQUE constraint failed: member.number"),
    (
      "UPDATE member SET id = '018f3c1e-0000-7000-8000-000000000000' WHERE rowid = 1",
      "a key never changes"
    ),
    ("UPDATE event SET code = ''", "code <> ''"),
    ("UPDATE event SET title = ''", "title <> ''"),
    ("UPDATE event SET date = '2026-8-19'", "date GLOB"),
    ("UPDATE event SET kind = 'ball'", "kind = 'mixer'"),
    ("UPDATE event SET pools = 'three'", "pools IN ('two', 'one')"),
    ("UPDATE event SET max_picks = 0", "max_picks > 0"),
    ("UPDATE event SET capacity = 0", "capacity > 0"),
    ("UPDATE event SET verified_only = 2", "verified_only IN (0, 1)"),
    ("UPDATE event SET state = 'begun'", "state = 'open'"),
    ("UPDATE event SET rule = 'fair'", "rule = 'all'"),
    (
      "UPDATE registration SET badge = 2 WHERE badge = 1 AND pool = 'M'",
      "UNIQUE constraint failed: registration.event, registration.pool, registration.badge"
    ),
    ("UPDATE registration SET badge = 0 WHERE rowid = 1", "badge BETWEEN 1 AND 99999"),
    ("UPDATE registration SET badge = 100000 WHERE rowid = 1", "badge BETWEEN 1 AND 99999"),
    ("UPDATE registration SET pool = 'X' WHERE rowid = 1", "pool = 'M'"),
    ("UPDATE registration SET status = 'lost' WHERE rowid = 4", "status = 'registered'"),
    (
      "UPDATE registration SET member = '018f3c1e-0000-7000-8000-000000000000' WHERE rowid = 1",
      "FOREIGN KEY constraint failed"
    ),
    (
      "UPDATE registration SET member = (SELECT id FROM member WHERE rowid = 2) WHERE rowid = 1",
      "UNIQUE constraint failed: registration.member, registration.event"
    ),
    (
      "UPDATE registration SET event = '018f3c1e-0000-7000-8000-000000000000' WHERE rowid = 1",
      "FOREIGN KEY constraint failed"
    ),
    ("DELETE FROM member", "FOREIGN KEY constraint failed"),
    ("DELETE FROM event", "FOREIGN KEY constraint failed"),
    ("DELETE FROM registration", "FOREIGN KEY constraint failed"),
    ("DELETE FROM ballot", "FOREIGN KEY constraint failed"),
    (
      "INSERT INTO retired_badge SELECT event, 'X', 7, id FROM registration LIMIT 1",
      "pool = 'M'"
    ),
    (
      "INSERT INTO retired_badge SELECT event, 'M', 0, id FROM registration LIMIT 1",
      "number BETWEEN 1 AND 99999"
    ),
    ("UPDATE pick SET place = 0", "place > 0"),
    (
      "UPDATE pick SET chosen = '018f3c1e-0000-7000-8000-000000000000'",
      "FOREIGN KEY constraint failed"
    ),
    ("UPDATE ballot SET is_unranked = 2", "is_unranked IN (0, 1)"),
    ("UPDATE ballot SET round = 0", "round > 0"),
    ("UPDATE ballot SET reading = 4", "reading IN (1, 2, 3)"),
    (
      "INSERT INTO ballot SELECT 'x' || substr(id, 2), event, picker, round, reading, 0, 0, 'A', NULL FROM ballot",
      "UNIQUE constraint failed: ballot.picker, ballot.round, ballot.reading"
    ),
    (
      "INSERT INTO pick SELECT 'x' || substr(id, 2), ballot, place, (SELECT id FROM registration WHERE rowid = 4) FROM pick",
      "UNIQUE constraint failed: pick.ballot, pick.place"
    ),
    (
      "INSERT INTO pick SELECT 'x' || substr(id, 2), ballot, 2, chosen FROM pick",
      "UNIQUE constraint failed: pick.ballot, pick.chosen"
    ),
    ("UPDATE act SET kind = 'think'", "kind = 'do'"),
    (
      "UPDATE act SET kind = 'undo' WHERE sequence = 1",
      "(kind IN ('do', 'merge')) = (target IS NULL)"
    ),
    ("UPDATE act SET summary = 'did it'", "json_valid(summary)"),
  ])
  func `forbids what must never be, whoever writes`(sql: String, guarded: String) throws {
    let before = try store.contents()
    let broken = #expect(throws: BrokenConstraint.self) {
      try store.act(ActSummary(.createSample)) { writer, _ in try writer.db.execute(sql: sql) }
    }
    #expect(broken?.message.contains(guarded) == true, "\(broken?.message ?? "")")
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
    _ = try store.act(ActSummary(.createSample)) { writer, _ in
      try writer.db.execute(sql: "UPDATE member SET name = name")
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
        == [
          "meta", "act", "change", "replica", "row_image", "tally", "retired_badge",
          "search_stretch",
          "fact_stretch", "deviation", "deviation_link", "conflict", "erased_member",
        ])
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
