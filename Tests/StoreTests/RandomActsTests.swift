import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Any sequence of acts` {
  @Test(arguments: UInt64(1)...8)
  func `is undone to the very start and redone to the very end`(seed: UInt64) throws {
    let store = try Store.inMemory(context: .fixed())
    var organizer = Organizer([store, store.secondDesk()], seed: seed, announces: true)
    let start = try store.contents()
    for _ in 0..<300 { try organizer.act() }
    let end = try store.contents()
    let done = try everything { try store.undo(station: $0) }
    #expect(done > 40)
    #expect(try store.contents() == start)
    let again = try everything { try store.redo(station: $0) }
    #expect(again == done)
    #expect(try store.contents() == end)
    #expect(try store.verify().isEmpty)
  }

  @Test(arguments: UInt64(1)...4)
  func `gives no number to two people of an evening`(seed: UInt64) throws {
    let store = try Store.inMemory(context: .fixed())
    var organizer = Organizer([store, store.secondDesk()], seed: seed, announces: true)
    var worn: [EventID: [Badge: RegistrationID]] = [:]
    for turn in 0..<300 {
      try organizer.act(back: true)
      guard turn % 10 == 0 else { continue }
      for event in try store.events() {
        for guest in try store.evening(event.id).guests
        where guest.registration.status.hasAttended {
          let badge = try #require(guest.badge)
          let first = worn[event.id, default: [:]][badge, default: guest.id]
          #expect(first == guest.id, "\(badge) was worn by another")
          worn[event.id]?[badge] = first
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...4)
  func `leaves exactly the changes of every row in the log`(seed: UInt64) throws {
    let store = try Store.inMemory(context: .fixed())
    var organizer = Organizer([store, store.secondDesk()], seed: seed, announces: true)
    var before = try store.images()
    var last = try store.lastChange()
    for _ in 0..<120 {
      try organizer.act(back: true)
      let after = try store.images()
      let logged = try store.rowsChanged(since: last)
      for key in Set(before.keys).union(after.keys) where before[key] != after[key] {
        #expect(logged.contains(key), "a change to \(key) was not logged")
      }
      before = after
      last = try store.lastChange()
    }
  }

  /// - Returns: how often it could be done.
  private func everything(_ step: (String?) throws -> Act) throws -> Int {
    var steps = 0
    while true {
      do {
        _ = try step(nil)
        steps += 1
      } catch Refusal.history(.nothingToUndo), Refusal.history(.nothingToRedo) {
        return steps
      }
    }
  }
}

extension Store {
  /// Every row by table and key.
  fileprivate func images() throws -> [String: String] {
    var images: [String: String] = [:]
    for (table, rows) in try contents() {
      for row in rows {
        let key = row.drop { $0 != ":" }.dropFirst(2).prefix(36)
        images["\(table) \(key)"] = row
      }
    }
    return images
  }

  fileprivate func rowsChanged(since last: Int64) throws -> Set<String> {
    try read { db in
      try Set(
        String.fetchAll(
          db,
          sql: """
            SELECT "table" || ' ' || row FROM change WHERE id > ?1 AND last IS NULL
            UNION ALL SELECT 'member ' || member.id FROM change JOIN member
              ON \(Schema.isStretch(around: "member.id"))
              WHERE change.id > ?1
            """, arguments: [last]))
    }
  }
}
