import Foundation
import Matchmaking
import Testing

@testable import Store

/// How a big screen has the file open.
@Suite struct `A store for looking alone` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func look() throws -> Store? {
    try Store.look(at: scratch.path, context: .fixed(seed: 9))
  }

  /// Closed, so that everything is in the one file.
  private func makeEvening(men: Int = 3, women: Int = 2) throws -> (EventID, [Guest]) {
    let store = try scratch.open()
    let made = try store.makeEvening(Store.form(), men: men, women: women)
    try store.close()
    return made
  }

  @Test func `changes nothing, takes no seat, and keeps nobody from writing`() throws {
    _ = try makeEvening()
    let before = try scratch.bytes()
    let names = Set(scratch.names())
    let looking = try #require(try look())
    _ = try looking.showing(of: "QX")
    #expect(try scratch.bytes() == before)
    // SQLite's own, without which it could not look.
    #expect(
      Set(scratch.names()).subtracting(names).isSubset(of: ["store.sqlite-shm", "store.sqlite-wal"])
    )
    #expect(!scratch.names().contains("store.sqlite.seats"))
    #expect(looking.isReadOnly && looking.seat == nil)
    #expect(throws: (any Error).self) { try looking.create(Store.form("ZZ")) }
    let desk = try scratch.open(as: .desk)
    #expect(desk.seat?.letter == "A")
    try desk.create(Store.form("YY"))
    #expect(try looking.event(code: "YY") != nil)
  }

  @Test func `makes no file where there is none`() throws {
    #expect(try look() == nil)
    #expect(scratch.names().isEmpty)
  }

  @Test func `several look at once and see what others write`() throws {
    let (event, guests) = try makeEvening()
    let looking = try (0..<4).map { _ in try #require(try look()) }
    let versions = try looking.map { try $0.dataVersion() }
    let desk = try scratch.open(as: .desk)
    for guest in guests.prefix(3) { _ = try desk.checkIn(guest.id) }
    for (place, one) in looking.enumerated() {
      #expect(try one.dataVersion() != versions[place])
      let showing = try #require(try one.showing(of: "QX"))
      #expect(showing.headcount.arrived == 3 && showing.headcount.expected == 5)
    }
    _ = event
  }

  @Test func `sees what is in the log of who was killed`() throws {
    let (_, guests) = try makeEvening()
    let desk = try scratch.open(as: .desk)
    _ = try desk.checkIn(guests[0].id)
    let showing = try #require(try look()?.showing(of: "QX"))
    #expect(showing.headcount.arrived == 1)
  }

  @Test func `knows when the file is gone, and when another stands there`() throws {
    _ = try makeEvening()
    let looking = try #require(try look())
    #expect(looking.isInPlace)
    let aside = scratch.folder + "/aside"
    try FileManager.default.moveItem(atPath: scratch.path, toPath: aside)
    #expect(!looking.isInPlace)
    try FileManager.default.copyItem(atPath: aside, toPath: scratch.path)
    #expect(!looking.isInPlace)
    try FileManager.default.removeItem(atPath: scratch.path)
    try FileManager.default.moveItem(atPath: aside, toPath: scratch.path)
    #expect(looking.isInPlace)
  }

  @Test(arguments: ["", "x", String(repeating: "no database ", count: 100)])
  func `another file is refused and not touched`(text: String) throws {
    try scratch.write(Data(text.utf8))
    if text.isEmpty {
      #expect(try look() == nil)
    } else {
      #expect(throws: StoreFault.self) { try look() }
    }
    #expect(try scratch.bytes() == Data(text.utf8))
  }

  @Test func `shows the tables of rounds by badges, of those alone that run or come next`() throws {
    let scratch = scratch
    let desk = try scratch.open(as: .desk)
    let (id, guests) = try desk.makeEvening(Store.form(), men: 2, women: 2)
    for guest in guests { _ = try desk.checkIn(guest.id) }
    _ = try desk.plan(.rounds, of: id) { evening, _ in
      let men = evening.guests.filter { $0.registration.pool == .men }.map(\.id)
      let women = evening.guests.filter { $0.registration.pool == .women }.map(\.id)
      return (
        SeatingPlan(method: .circle, rounds: 3),
        (1...3).map { number in
          (
            number,
            [
              SeatedTable(number: 1, seats: [men[0], women[number % 2]]),
              SeatedTable(number: nil, seats: [men[1]]),
            ]
          )
        }
      )
    }
    try desk.startRound(1, of: id)
    let showing = try #require(try look()?.showing(of: "QX"))
    #expect(showing.rounds.map(\.tables.count) == [2, 2, 0])
    #expect(showing.rounds[0].phase.isUnderWay)
    #expect(showing.rounds[0].tables[0].badges.map(\.pool) == [.men, .women])
    #expect(showing.rounds[0].tables[1].number == nil)
    #expect(showing.pairs.isEmpty)
    #expect(try look()?.showing(of: "none") == nil)
  }
}
