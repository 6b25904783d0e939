import Files
import Foundation
import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Opening a file` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Closed, so that everything is in the one file.
  private func makeStore(members: Int = 3) throws {
    let store = try scratch.open()
    try store.importDrafts((0..<members).map { MemberDraft(row: $0, name: "王\($0)") })
    try store.close()
  }

  @Test func `makes file and folders for their owner alone`() throws {
    let store = try scratch.open("one/two/store.sqlite", as: .command)
    defer { withExtendedLifetime(store) {} }
    #expect(scratch.rights("one") == 0o700 && scratch.rights("one/two") == 0o700)
    for name in ["", "-wal", "-shm", ".seats"] {
      #expect(scratch.rights("one/two/store.sqlite" + name) == 0o600, "\(name)")
    }
  }

  @Test func `narrows the rights of a file of ours`() throws {
    try makeStore()
    chmod(scratch.path, 0o644)
    _ = try scratch.open()
    #expect(scratch.rights("store.sqlite") == 0o600)
  }

  @Test func `a file of a newer version is refused and not touched`() throws {
    try makeStore()
    let queue = try DatabaseQueue(path: scratch.path)
    try queue.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 the future')")
    }
    try queue.close()
    chmod(scratch.path, 0o644)
    let before = try scratch.bytes()
    #expect(throws: StoreFault.newerVersion(path: scratch.path)) {
      try scratch.open(as: .command)
    }
    #expect(try scratch.bytes() == before)
    #expect(scratch.rights("store.sqlite") == 0o644)
    #expect(!scratch.names().contains { $0.hasSuffix(".seats") })
  }

  @Test func `another program's database is refused and not touched`() throws {
    let queue = try DatabaseQueue(path: scratch.path)
    try queue.write { db in try db.execute(sql: "CREATE TABLE theirs (a)") }
    try queue.close()
    chmod(scratch.path, 0o644)
    let before = try scratch.bytes()
    #expect(throws: StoreFault.notAStore(path: scratch.path)) { try scratch.open(as: .desk) }
    #expect(try scratch.bytes() == before)
    #expect(scratch.names() == ["store.sqlite"])
    #expect(scratch.rights("store.sqlite") == 0o644)
  }

  @Test(arguments: ["x", "姓名,性别\n王芳,女\n", String(repeating: "SQLite format 2", count: 999)])
  func `a text is refused and not touched`(text: String) throws {
    try scratch.write(Data(text.utf8))
    chmod(scratch.path, 0o644)
    #expect(throws: StoreFault.notAStore(path: scratch.path)) { try scratch.open() }
    #expect(try scratch.bytes() == Data(text.utf8))
    #expect(scratch.names() == ["store.sqlite"])
    #expect(scratch.rights("store.sqlite") == 0o644)
  }

  @Test(arguments: [
    ("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/", "/", ""), ("./a", ".", "a"),
    ("a//b", "a", "b"), ("/x/鹊桥/é", "/x/鹊桥", "é"), ("", ".", ""), ("//a", "/", "a"),
  ])
  func `a path has a folder and a name`(path: String, folder: String, name: String) {
    #expect(PathParts(path).folder == folder && PathParts(path).name == name)
  }

  @Test func `a folder or a pipe is no file`() throws {
    #expect(throws: StoreFault.notAStore(path: scratch.folder)) {
      try scratch.open(scratch.folder)
    }
    mkfifo(scratch.path, 0o600)
    #expect(throws: StoreFault.notAStore(path: scratch.path)) { try scratch.open() }
  }

  @Test func `a file where a folder should be is said`() throws {
    try scratch.write(Data("x".utf8), to: "file")
    #expect(throws: StoreFault.self) { try scratch.open("file/store.sqlite") }
  }

  @Test func `damage in the header offers the newest whole backup`() throws {
    try makeStore()
    let backup = try scratch.open().backUp()
    var bytes = try scratch.bytes()
    bytes.replaceSubrange(0..<64, with: repeatElement(0x5a, count: 64))
    try scratch.write(bytes)
    #expect(throws: StoreFault.damaged(path: scratch.path, backup: backup)) {
      try scratch.open()
    }
    #expect(try scratch.bytes() == bytes)
  }

  @Test func `a damaged backup is not offered`() throws {
    try makeStore(members: 2_000)
    let good = try scratch.open().backUp()
    let bad = good.replacing("store-2026", with: "store-2027")
    try FileManager.default.copyItem(atPath: good, toPath: bad)
    try scratch.damage(String(bad.dropFirst(scratch.folder.count + 1)))
    #expect(Backups(of: scratch.path).all() == [bad, good])
    #expect(Backups(of: scratch.path).newestWhole() == good)
  }

  @Test func `damage in the middle is told when it is met, and by the check`() throws {
    try makeStore(members: 3_000)
    let backup = try scratch.open().backUp()
    try scratch.damage()
    let bytes = try scratch.bytes()
    let damaged = StoreFault.damaged(path: scratch.path, backup: backup)
    #expect(throws: damaged) {
      let store = try scratch.open()
      _ = try store.members(0..<3_000)
      _ = try store.acts(limit: 10)
    }
    #expect(try scratch.bytes().count == bytes.count)
  }

  @Test(arguments: [1, 99, 100, 512, 4_096, 9_000])
  func `a file cut short is damaged or no file of ours, and stays so`(size: Int) throws {
    try makeStore(members: 500)
    let backup = try scratch.open().backUp()
    try scratch.write(try scratch.bytes().prefix(size))
    #expect(throws: StoreFault.damaged(path: scratch.path, backup: backup)) {
      let store = try scratch.open()
      _ = try store.members(0..<500)
    }
    #expect(try scratch.bytes().count == size)
  }

  @Test func `a file marked read-only may be looked at and not changed`() throws {
    try makeStore()
    chmod(scratch.path, 0o400)
    let before = try scratch.bytes()
    let store = try scratch.open(as: .desk)
    #expect(store.isReadOnly && store.seat == nil)
    #expect(try store.memberCount() == 3)
    #expect(throws: StoreFault.readOnly(path: scratch.path)) { try store.create(Store.form()) }
    try store.backUpOnceADay()
    #expect(try scratch.bytes() == before)
  }

  @Test func `a file that is freed again can be written again`() throws {
    try makeStore()
    chmod(scratch.path, 0o400)
    _ = try scratch.open().memberCount()
    chmod(scratch.path, 0o600)
    let store = try scratch.open(seed: 2)
    try store.create(Store.form())
    for suffix in ["", "-wal", "-shm"] {
      #expect(scratch.rights("store.sqlite" + suffix) == 0o600, "\(suffix)")
    }
  }

  @Test func `so may a file in a folder marked read-only`() throws {
    try makeStore()
    chmod(scratch.folder, 0o500)
    defer { chmod(scratch.folder, 0o700) }
    let store = try scratch.open(as: .command)
    #expect(store.isReadOnly)
    #expect(try store.memberCount() == 3)
  }

  @Test func `an empty file marked read-only is said to be so`() throws {
    try scratch.write(Data())
    chmod(scratch.path, 0o400)
    #expect(throws: StoreFault.readOnly(path: scratch.path)) { try scratch.open() }
  }

  @Test func `an empty file becomes a store`() throws {
    try scratch.write(Data())
    #expect(try scratch.open().memberCount() == 0)
  }

  @Test(arguments: [
    "with space.sqlite", "100%.sqlite", "what?.sqlite", "a#b.sqlite", "鹊桥 七夕.sqlite", "file:x",
    "quote'\".sqlite", "none", "x", "鹊", ".hidden", "%41.sqlite", "x?mode=memory",
  ])
  func `any name is the name of the file`(name: String) throws {
    let store = try scratch.open(name, as: .command)
    try store.create(Store.form())
    try store.backUp()
    try store.close()
    #expect(scratch.names().contains(name))
    chmod(scratch.folder + "/" + name, 0o400)
    #expect(try scratch.open(name).events().count == 1)
    #expect(Backups(of: scratch.folder + "/" + name).newestWhole() != nil)
  }

  @Test func `desks sit down one after the other and get up again`() throws {
    let first = try scratch.open(as: .desk)
    var second: Store? = try scratch.open(as: .desk)
    #expect(first.context.station == "A" && second?.context.station == "B")
    second = nil
    #expect(try scratch.open(as: .desk).context.station == "B")
    #expect(try scratch.open(as: .command).context.station == "A", "as it was given")
  }

  @Test func `a row holding another kind of value is damage, not a crash`() throws {
    try makeStore()
    let queue = try DatabaseQueue(path: scratch.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA writable_schema = ON")
      try db.execute(
        sql: "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'member'")
      try db.execute(
        sql: "UPDATE sqlite_master SET sql = replace(sql, 'name TEXT', 'name BLOB')")
      try db.execute(sql: "PRAGMA writable_schema = RESET")
      try db.execute(sql: "DROP TRIGGER member_updated")
      try db.execute(sql: "UPDATE member SET name = x'ff00ff'")
      try db.execute(sql: "UPDATE member SET verification = 'verified'")
    }
    try queue.close()
    #expect(throws: StoreFault.damaged(path: scratch.path, backup: nil)) {
      try scratch.open().members(0..<3)
    }
  }
}
