import GRDB
import Testing

@testable import Store

@Suite struct `Durability in a real file` {
  @Test func `a commit waits for the disk, and the log is written ahead`() throws {
    let scratch = try Scratch()
    // Once for a new file and once for one that is there: both are opened in their own way.
    for _ in 0..<2 {
      let store = try scratch.open()
      let (synchronous, mode) = try store.queue.read { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA synchronous"),
          try String.fetchOne(db, sql: "PRAGMA journal_mode")
        )
      }
      #expect(synchronous == 2)
      #expect(mode == "wal")
    }
  }
}
