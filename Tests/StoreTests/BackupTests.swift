import Files
import Foundation
import GRDB
import Matchmaking
import Synchronization
import Testing

@testable import Store

@Suite struct `Backups and restoring` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A day for each call.
  private func store(on day: Int64) throws -> Store {
    var surroundings = Surroundings.fixed(seed: UInt64(day) + 1)
    surroundings.now = { Timestamp(milliseconds: 1_786_000_000_000 + day * 86_400_000) }
    return try Store.open(scratch.path, surroundings: surroundings)
  }

  @Test func `one is kept a day, the last fourteen`() throws {
    for day in 0..<20 {
      let store = try store(on: Int64(day))
      try store.backUpOnceADay()
      try store.backUpOnceADay()
    }
    let all = Backups(of: scratch.path).all()
    #expect(all.count == 14)
    #expect(all == all.sorted(by: >))
    #expect(all.allSatisfy(Backups(of: scratch.path).isWhole))
    #expect(scratch.names(in: "backups").count == 14, "and nothing else is left behind")
  }

  @Test func `are for their owner alone`() throws {
    try store(on: 0).backUp()
    #expect(scratch.rights("backups") == 0o700)
    #expect(try scratch.rights("backups/" + #require(scratch.names(in: "backups").first)) == 0o600)
  }

  @Test func `of two files in one folder stay apart`() throws {
    let names = ["store.sqlite", "store-2.sqlite", "store", "store.db"]
    for name in names { try scratch.open(name).backUp() }
    for name in names {
      let path = scratch.folder + "/" + name
      #expect(Backups(of: path).all().count == 1, "\(name)")
    }
    #expect(scratch.names(in: "backups").count == 4)
  }

  @Test func `of a damaged file is none and pushes no good one out`() throws {
    let store = try store(on: 0)
    try store.importDrafts((0..<3_000).map { MemberDraft(row: $0, name: "王\($0)") })
    let good = try store.backUp()
    try store.queue.close()
    try scratch.damage()
    #expect(throws: StoreFault.damaged(path: scratch.path, backup: good)) {
      try self.store(on: 1).backUpOnceADay()
    }
    #expect(Backups(of: scratch.path).all() == [good])
    #expect(scratch.names(in: "backups").count == 1)
  }

  @Test func `what a killed process left half done goes with the next one`() throws {
    let store = try store(on: 0)
    try store.backUp()
    let others = ["store-2-20260806-000000.sqlite.part", "store-notes.sqlite.part", "photo.part"]
    for end in [".part", ".part-journal", ".part-wal"] {
      try scratch.write(Data("half".utf8), to: "backups/store-20260806-000000.sqlite" + end)
    }
    for name in others { try scratch.write(Data(), to: "backups/" + name) }
    try self.store(on: 1).backUpOnceADay()
    let left = scratch.names(in: "backups").filter { $0.contains(".part") }
    #expect(left == others.sorted(), "but only what is surely ours")
    #expect(Backups(of: scratch.path).all().count == 2)
  }

  @Test func `a write does not wait for one, and one is of a single moment`() throws {
    let store = try store(on: 0)
    try store.importDrafts((0..<3_000).map { MemberDraft(row: $0, name: "王\($0)") })
    let steps = Mutex(0)
    let pace = BackupPace(pagesPerStep: 16) {
      // In the middle of the copy, on the thread that makes it: who waited would wait for ever.
      let step = steps.withLock {
        $0 += 1
        return $0
      }
      if step < 4 { _ = try? store.create(Store.form("E\(step)")) }
    }
    try store.backUpOnceADay(pace)
    #expect(steps.withLock { $0 } > 4)
    #expect(try store.events().count == 3)
    let backup = try #require(Backups(of: scratch.path).all().first)
    #expect(try scratch.open(backup).events().isEmpty)
    #expect(try scratch.open(backup).memberCount() == 3_000)
  }

  @Test func `who finds another making the day's one goes on without waiting`() throws {
    let store = try store(on: 0)
    try store.create(Store.form())
    let other = try self.store(on: 0)
    let pace = BackupPace(pagesPerStep: 1) { try? other.backUpOnceADay() }
    try store.backUpOnceADay(pace)
    #expect(scratch.names(in: "backups").count == 1)
  }

  @Test func `restoring brings back what was then, and keeps what was there`() throws {
    let store = try store(on: 0)
    try store.create(Store.form("THEN"))
    let backup = try store.backUp()
    try store.create(Store.form("NOW"))
    try store.queue.close()
    let now = Timestamp(milliseconds: 7)
    let (from, aside) = try Store.restore(scratch.path, now: now)
    #expect(from == backup && aside == scratch.path + ".before-7")
    #expect(try self.store(on: 1).events().map(\.event.code) == ["THEN"])
    #expect(scratch.rights("store.sqlite") == 0o600)
    let kept = try #require(aside)
    #expect(try scratch.open(kept).events().map(\.event.code) == ["NOW", "THEN"])
  }

  @Test func `what stands in a WAL is restored too`() throws {
    let store = try store(on: 0)
    try store.create(Store.form("ONE"))
    // As kill -9 leaves it: the change is in the WAL alone.
    for suffix in ["", "-wal"] {
      try scratch.write(try scratch.bytes("store.sqlite" + suffix), to: "aside.sqlite" + suffix)
    }
    let target = scratch.folder + "/other.sqlite"
    _ = try Store.restore(
      target, from: scratch.folder + "/aside.sqlite", now: Timestamp(milliseconds: 7))
    #expect(try scratch.open("other.sqlite").events().map(\.event.code) == ["ONE"])
  }

  @Test func `is refused while a desk or a command has the file open`() throws {
    for sitter in [Seat.Sitter.desk, .command] {
      let store = try scratch.open(as: sitter)
      try store.backUp()
      #expect(throws: StoreFault.busy(path: scratch.path)) {
        try Store.restore(scratch.path, now: Timestamp(milliseconds: 7))
      }
      try store.queue.close()
    }
  }

  @Test func `a file that is none of ours is not restored`() throws {
    try store(on: 0).queue.close()
    let before = try scratch.bytes()
    try scratch.write(Data("就是一段文字".utf8), to: "text")
    let text = scratch.folder + "/text"
    #expect(throws: StoreFault.notAStore(path: text)) {
      try Store.restore(scratch.path, from: text, now: Timestamp(milliseconds: 7))
    }
    #expect(throws: StoreFault.noBackup(path: scratch.path)) {
      try Store.restore(scratch.path, now: Timestamp(milliseconds: 7))
    }
    #expect(try scratch.bytes() == before)
    #expect(!scratch.names().contains { $0.contains("restoring") || $0.contains("before") })
  }

  @Test func `one is never written over the file, nor over another program's`() throws {
    let store = try store(on: 0)
    try scratch.write(Data("一张照片".utf8), to: "photo")
    for name in ["store.sqlite", "photo"] {
      let before = try scratch.bytes(name)
      #expect(throws: OutputRefusal.self) { try store.backUp(to: scratch.folder + "/" + name) }
      #expect(try scratch.bytes(name) == before)
    }
    let target = scratch.folder + "/copy.sqlite"
    #expect(try store.backUp(to: target) == target)
    #expect(try store.backUp(to: target) == target, "but over an older one it is")
  }
}

extension Scratch {
  /// Spoils pages in the middle of the file, but for the first.
  func damage(_ name: String = "store.sqlite") throws {
    var bytes = try bytes(name)
    for at in stride(from: 4_096 * 60, to: bytes.count - 64, by: 512) {
      bytes.replaceSubrange(at..<at + 64, with: repeatElement(0xa5, count: 64))
    }
    try write(bytes, to: name)
  }
}
