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
    var context = StoreContext.fixed(seed: UInt64(day) + 1)
    context.now = { Timestamp(milliseconds: 1_786_000_000_000 + day * 86_400_000) }
    return try Store.open(scratch.path, context: context)
  }

  @Test func `one is kept a day, the last fourteen`() throws {
    try store(on: 0).create(Store.form("FIRST"))
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
    try store.close()
    try scratch.damage()
    #expect(throws: StoreFault.damaged(path: scratch.path, backup: good)) {
      try self.store(on: 1).backUpOnceADay()
    }
    #expect(Backups(of: scratch.path).all() == [good])
    #expect(scratch.names(in: "backups").count == 1)
  }

  @Test func `what a killed process left half done goes with the next one`() throws {
    let store = try store(on: 0)
    try store.create(Store.form("FIRST"))
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

  @Test func `none is kept of a file in which nothing was done, and the day's is the first after`()
    throws
  {
    let store = try store(on: 0)
    try store.backUpOnceADay()
    #expect(Backups(of: scratch.path).all().isEmpty)
    try store.create(Store.form("FIRST"))
    try store.backUpOnceADay()
    let all = Backups(of: scratch.path).all()
    #expect(all.count == 1 && Backups(of: scratch.path).best() == all.first)
    try store.create(Store.form("SECOND"))
    try store.backUpOnceADay()
    #expect(Backups(of: scratch.path).all() == all, "once that day")
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
    try store.close()
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
      try store.close()
    }
  }

  @Test func `a file that is none of ours is not restored`() throws {
    try store(on: 0).close()
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

/// Clocks at a venue are wrong as often as right: what a backup holds decides.
@Suite struct `Backups by what they hold` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let august: Int64 = 1_786_000_000_000

  /// A store whose clock is so many days off.
  private func store(daysOff: Int64, seed: UInt64 = 1) throws -> Store {
    var context = StoreContext.fixed(seed: seed)
    let ticks = Mutex<Int64>(0)
    context.now = {
      let tick = ticks.withLock {
        $0 += 1000
        return $0
      }
      return Timestamp(milliseconds: Self.august + daysOff * 86_400_000 + tick)
    }
    return try Store.open(scratch.path, context: context)
  }

  private func codes(_ path: String) throws -> Int {
    try scratch.open(path, seed: 77).events().count
  }

  @Test(arguments: [4_000, 1, -1, -4_000, -19_000] as [Int64])
  func `of a wrong clock push none out that holds more`(daysOff: Int64) throws {
    for day in 0..<14 {
      let store = try store(daysOff: daysOff + Int64(day), seed: UInt64(day) + 1)
      try store.create(Store.form("W\(day)"))
      try store.backUp()
    }
    let right = try store(daysOff: 0, seed: 50)
    try right.create(Store.form("NOW"))
    let made = try right.backUp()
    let backups = Backups(of: scratch.path)
    #expect(backups.all().count == 14)
    #expect(backups.best() == made)
    #expect(try codes(made) == 15)
    try right.create(Store.form("LATER"))
    let (from, _) = try Store.restore(scratch.path, now: Timestamp(milliseconds: 1))
    #expect(from == made)
  }

  @Test func `the one a desk makes anew is not counted and not let go`() throws {
    for day in 0..<20 {
      let store = try store(daysOff: Int64(day), seed: UInt64(day) + 1)
      try store.create(Store.form("D\(day)"))
      if day == 0 { try store.keepForRescue() }
      try store.backUp()
    }
    let backups = Backups(of: scratch.path)
    #expect(backups.all().contains(backups.latestPath))
    #expect(backups.all().count == 15)
  }

  @Test(arguments: [true, false])
  func `the one just made stays, though others hold all of it`(isDouble: Bool) throws {
    let outside = scratch.folder + "/outside.sqlite"
    do {
      let first = try store(daysOff: 0)
      try first.create(Store.form("FIRST"))
      try first.backUp(to: outside)
      if isDouble { try first.backUp() }
    }
    for day in 1..<(isDouble ? 14 : 15) {
      let store = try store(daysOff: Int64(day), seed: UInt64(day) + 1)
      try store.create(Store.form("D\(day)"))
      try store.backUp()
    }
    let now = Timestamp(milliseconds: Self.august)
    _ = try Store.restore(scratch.path, from: outside, now: now)
    // By its name and by what it holds it is the least of all.
    let made = try store(daysOff: -9, seed: 60).backUp()
    #expect(FileManager.default.fileExists(atPath: made))
    #expect(Backups(of: scratch.path).all().count == 14)
    #expect(try codes(made) == 1)
  }

  @Test func `the one just made is never let go, whatever its name`() throws {
    for day in 0..<30 {
      // Each day the clock stands earlier than the day before.
      let store = try store(daysOff: Int64(-day), seed: UInt64(day) + 1)
      try store.create(Store.form("D\(day)"))
      let made = try store.backUp()
      #expect(Backups(of: scratch.path).best() == made)
      #expect(try codes(made) == day + 1)
    }
    #expect(Backups(of: scratch.path).all().count == 14)
  }

  @Test func `a moment that comes twice takes no backup's place`() throws {
    let first = try store(daysOff: 0)
    try first.create(Store.form("A"))
    let one = try first.backUp()
    let again = try store(daysOff: 0, seed: 2)
    let two = try again.backUp()
    #expect(one != two && Backups(of: scratch.path).all().count == 2)
  }

  @Test func `the last good one stays, however long an empty file is used`() throws {
    let old = try store(daysOff: 0)
    try old.create(Store.form("OLD"))
    let good = try old.backUp()
    try old.close()
    try scratch.remove("store.sqlite")
    try Store.begin(scratch.path, context: .fixed(seed: 9))
    for day in 1..<40 {
      let store = try store(daysOff: Int64(day), seed: UInt64(day) + 9)
      if day > 20 { try store.create(Store.form("N\(day)")) }
      try store.backUpOnceADay()
    }
    #expect(Backups(of: scratch.path).all().contains(good))
    #expect(try codes(good) == 1)
    #expect(Backups(of: scratch.path).all().count <= 16)
  }

  @Test func `what one alone holds is not let go`() throws {
    // Restored again and again, each time to go another way.
    let start = try store(daysOff: 0)
    try start.create(Store.form("START"))
    let root = scratch.folder + "/root.sqlite"
    try start.backUp(to: root)
    try start.close()
    for way in 0..<18 {
      let store = try store(daysOff: Int64(way), seed: UInt64(way) + 2)
      try store.create(Store.form("WAY\(way)"))
      try store.backUp()
      try store.close()
      _ = try Store.restore(
        scratch.path, from: root, now: Timestamp(milliseconds: Int64(way) + 1))
    }
    let kept = Set(
      try Backups(of: scratch.path).all().flatMap {
        try scratch.open($0, seed: 66).events().map(\.event.code)
      })
    #expect(kept.isSuperset(of: (0..<18).map { "WAY\($0)" }))
  }

  @Test func `doubles go first`() throws {
    let store = try store(daysOff: 0)
    for number in 0..<10 {
      try store.create(Store.form("E\(number)"))
      try store.backUp()
    }
    for _ in 0..<20 { try store.backUp() }
    let all = Backups(of: scratch.path).all()
    #expect(all.count == 14)
    #expect(try Set(all.map(codes)) == Set(1...10))
  }

  @Test func `a clock that stands still still gets its backups`() throws {
    for round in 0..<3 {
      // Long before what the log says already.
      let store = try store(daysOff: round == 0 ? 0 : -9_000, seed: UInt64(round) + 1)
      for number in 0..<210 { try store.setMark("m", "\(number)") }
      for number in 0..<210 { try store.create(Store.form("R\(round)N\(number)")) }
      try store.backUpOnceADay()
    }
    let most = try #require(Backups(of: scratch.path).best())
    #expect(try codes(most) == 630)
  }

  @Test func `a damaged one that holds most gives way to the best that is whole`() throws {
    let store = try store(daysOff: 0)
    try store.importDrafts((0..<3_000).map { MemberDraft(row: $0, name: "王\($0)") })
    let good = try store.backUp()
    try store.create(Store.form("LATER"))
    let bad = try store.backUp()
    #expect(Backups(of: scratch.path).best() == bad)
    // A page of people in the middle; the log at the end can be read as before.
    let name = "backups/" + PathParts(bad).name
    var bytes = try scratch.bytes(name)
    let place = try #require(bytes.range(of: Data("王1500".utf8))).lowerBound / 4_096 * 4_096
    bytes.replaceSubrange(place..<place + 64, with: repeatElement(0xa5, count: 64))
    try scratch.write(bytes, to: name)
    #expect(BackupRank(bad).holdsSomething)
    #expect(Backups(of: scratch.path).best() == good)
    #expect(Backups(of: scratch.path).newestWhole() == good)
  }

  @Test func `a desk makes none of its own while another holds all there is`() throws {
    let store = try store(daysOff: 0)
    let backups = Backups(of: scratch.path)
    try store.keepForRescue()
    #expect(backups.all().isEmpty, "nothing was done yet")
    try store.create(Store.form("A"))
    let made = try store.backUp()
    try store.keepForRescue()
    #expect(backups.all() == [made])
    try store.create(Store.form("B"))
    try store.keepForRescue()
    #expect(Set(backups.all()) == [made, backups.latestPath])
    #expect(try codes(backups.latestPath) == 2)
  }

  @Test func `each has a number of its own, so that a log of the file fits none of them`() throws {
    let store = try store(daysOff: 0)
    try store.create(Store.form("A"))
    let made = try (0..<3).map { _ in try store.backUp() }
    try store.create(Store.form("B"))
    try store.keepForRescue()
    let log = try store.read { try Generation.read($0) }
    let numbers = try (made + [Backups(of: scratch.path).latestPath]).map {
      try DatabaseQueue(path: $0).read { try Generation.read($0) }
    }
    #expect(Set(numbers).count == 4)
    #expect(!numbers.contains { Generation.fits(log: log, file: $0) })
  }

  @Test func `a desk's own is kept when the file goes another way`() throws {
    let one = try store(daysOff: 0)
    try one.create(Store.form("A"))
    let root = try one.backUp()
    try one.create(Store.form("B"))
    try one.keepForRescue()
    try one.close()
    _ = try Store.restore(scratch.path, from: root, now: Timestamp(milliseconds: 3))
    let other = try store(daysOff: 1, seed: 5)
    try other.create(Store.form("C"))
    try other.keepForRescue()
    let kept = Set(
      try Backups(of: scratch.path).all().flatMap {
        try scratch.open($0, seed: 66).events().map(\.event.code)
      })
    #expect(kept == ["A", "B", "C"])
  }

  @Test func `one is made before the file is brought up to date`() throws {
    try store(daysOff: 0).create(Store.form("OLD"))
    // As a version before the last step left it.
    let queue = try DatabaseQueue(path: scratch.path)
    try queue.write { db in
      try db.execute(
        sql: """
          DELETE FROM grdb_migrations WHERE identifier = '2 search';
          DROP TABLE search_stretch;
          DROP TRIGGER member_unkept; DROP TRIGGER member_rekept;
          """)
    }
    try queue.close()
    #expect(try store(daysOff: 1, seed: 2).events().count == 1)
    let backup = try #require(Backups(of: scratch.path).all().first)
    let old = try DatabaseQueue(path: backup)
    #expect(try old.read { try !$0.tableExists("search_stretch") })
    #expect(try old.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") } == 1)
  }
}

@Suite struct `Somebody who holds the file` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `is waited for a while, then named or not, and nothing is saved`() throws {
    let store = try scratch.open()
    let other = try DatabaseQueue(path: scratch.path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      Waiting.$longest.withValue(.milliseconds(30)) {
        #expect(throws: StoreFault.busy(path: scratch.path)) { try store.create(Store.form()) }
      }
      // Reading goes on, and what is only kept for later does not wait at all.
      #expect(try store.events().isEmpty)
      store.preallocateLog()
      try db.execute(sql: "ROLLBACK")
    }
    try store.create(Store.form())
  }

  @Test func `is waited for on, as long as something is written`() throws {
    let path = scratch.folder + "/other"
    try Data([1]).write(to: URL(filePath: path + "-wal"))
    func waits(_ naps: inout Naps, size: off_t?) -> Bool {
      if let size { #expect(truncate(path + "-wal", size) == 0) }
      return naps.nap()
    }
    Waiting.$longest.withValue(.zero) {
      var naps = Naps(for: path, lockedBy: [], writing: path + "-wal")
      let waited = [2, 3, nil, 4].map { waits(&naps, size: $0) }
      #expect(waited == [true, true, false, true])
      // Who holds the folder writes nothing there.
      var folder = Naps(for: path, lockedBy: [])
      let stays = waits(&folder, size: 5)
      #expect(!stays)
    }
  }

  @Test func `of the folder too`() throws {
    let descriptor = open(scratch.folder, O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    try scratch.open().setMark("a", "b")
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    Waiting.$longest.withValue(.milliseconds(30)) {
      #expect(throws: StoreFault.busy(path: scratch.path)) { try scratch.open(seed: 2) }
    }
    #expect(flock(descriptor, LOCK_UN) == 0)
    #expect(try scratch.open(seed: 2).mark("a") == "b")
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
