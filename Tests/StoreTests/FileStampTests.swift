import Foundation
import Matchmaking
import Testing

@testable import Store

@Suite struct `The stamp of a file` {
  @Test func `stays while nobody writes, and changes with another process's commit`() throws {
    let scratch = try Scratch()
    let one = try scratch.open()
    let other = try scratch.open()
    let before = one.stamp()
    #expect(one.stamp() == before)
    try other.setMark("a", "b")
    #expect(one.stamp() != before)
  }

  @Test func `is not settled right after a write, when a second one might look the same`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.setMark("a", "b")
    #expect(!store.stamp().isSettled)
    // As if it had been written a minute ago.
    for path in [scratch.path, scratch.path + "-wal"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: path)
    }
    #expect(store.stamp().isSettled)
  }
}
