import Matchmaking
import Testing

@testable import Store

@Suite struct `A badge as the log keeps it` {
  @Test(arguments: ["M7", "F12", "G100"])
  func `is read as it is written`(text: String) throws {
    let badge = try #require(Badge(stored: text))
    #expect("\(badge.pool.rawValue)\(badge.number)" == text)
  }

  @Test(arguments: ["", "F", "F-2", "F+2", "F0", "F 2", "X2", "F2a", "F２", "F99999999999999999999"])
  func `is none where it is written otherwise`(text: String) {
    #expect(Badge(stored: text) == nil)
  }
}
