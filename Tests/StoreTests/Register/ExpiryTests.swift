import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `An expired verification` {
  static let lastDays: [String?] = [
    nil, "2026-08-18", "2026-08-19", "2026-08-20", "2025-12-31", "2027-01-01", "2024-02-29",
  ]

  @Test(arguments: Verification.allCases, lastDays)
  func `is one in a statement as in the program`(
    _ verification: Verification, _ until: String?
  ) throws {
    let store = try Store.inMemory(context: .fixed())
    let day = try #require(Day("2026-08-19"))
    let found = try store.read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT \(Verification.standing(of: "m.", on: "?"))
          FROM (SELECT ? AS verification, ? AS verified_until) m
          """, arguments: [day.description, verification.rawValue, until])
    }
    #expect(found == verification.standing(until: until.flatMap { Day($0) }, on: day).rawValue)
  }
}
