import Files
import Foundation
import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `What was left of a file` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func makeStore(_ codes: String...) throws {
    for code in codes {
      try scratch.open(seed: UInt64(code.utf8.first ?? 0)).create(Store.form(code))
    }
  }

  private func codes(_ name: String = "store.sqlite") throws -> [String] {
    try scratch.open(name, seed: 8).events().map(\.event.code).sorted()
  }

  // MARK: - A change that was broken off without a log

  /// As a program leaves it that writes without a write-ahead log and dies in the middle: the file
  /// half changed, and a journal with what stood there.
  private func breakOff(_ name: String = "store.sqlite") throws {
    let path = scratch.folder + "/" + name
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
      try db.execute(sql: "PRAGMA cache_size = 1")
      try db.execute(sql: "PRAGMA cache_spill = 1")
      try db.execute(sql: "BEGIN IMMEDIATE")
      try db.execute(sql: "CREATE TABLE junk (a)")
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
          INSERT INTO junk SELECT randomblob(500) FROM n
          """)
      for end in ["", "-journal"] {
        try scratch.write(try scratch.bytes(name + end), to: "half.sqlite" + end)
      }
      try db.execute(sql: "ROLLBACK")
    }
    try queue.close()
    for end in ["", "-journal"] { try scratch.move("half.sqlite" + end, to: name + end) }
    #expect(scratch.size(name + "-journal") > 512)
  }

  @Test func `a change broken off without a log is taken back by opening`() throws {
    try makeStore("A", "B")
    try breakOff()
    #expect(try codes() == ["A", "B"])
    #expect(try scratch.open().verify().isEmpty)
    #expect(!scratch.names().contains("store.sqlite-journal"))
    // And it is written ahead again.
    #expect(try scratch.bytes()[18] == 2)
  }

  @Test func `so is one in a backup that is restored`() throws {
    try makeStore("A")
    try FileManager.default.copyItem(atPath: scratch.path, toPath: scratch.folder + "/b.sqlite")
    try breakOff("b.sqlite")
    _ = try Store.restore(
      scratch.path, from: scratch.folder + "/b.sqlite", now: Timestamp(milliseconds: 7))
    #expect(try codes() == ["A"])
  }

  @Test func `another program's is left to it`() throws {
    let queue = try DatabaseQueue(path: scratch.path)
    try queue.write { db in
      try db.execute(sql: "PRAGMA application_id = 77; CREATE TABLE theirs (a)")
    }
    try queue.close()
    try breakOff()
    let before = try scratch.bytes()
    #expect(throws: StoreFault.self) { try scratch.open() }
    #expect(try scratch.bytes() == before)
    #expect(scratch.names().contains("store.sqlite-journal"))
  }

  @Test func `a restored file has nothing of the old one beside it`() throws {
    try makeStore("A")
    let backup = try scratch.open().backUp()
    for end in ["-wal", "-shm", "-journal", ".seats"] {
      try scratch.write(Data("old\(end)".utf8), to: "store.sqlite" + end)
    }
    try scratch.write(Data("no database at all".utf8))
    let (_, aside) = try Store.restore(
      scratch.path, from: backup, now: Timestamp(milliseconds: 7))
    #expect(aside == scratch.path + ".before-7")
    for end in ["-wal", "-shm", "-journal", ".seats"] {
      #expect(try scratch.bytes("store.sqlite.before-7" + end) == Data("old\(end)".utf8), "\(end)")
      #expect(!scratch.names().contains("store.sqlite" + end), "\(end)")
    }
    #expect(try scratch.bytes()[18] == 2, "written ahead before it takes its place")
    #expect(try codes() == ["A"])
  }

  @Test func `what stands in the old file's log goes with it`() throws {
    try makeStore("A")
    let backup = try scratch.open().backUp()
    let store = try scratch.open(seed: 98)
    try store.create(Store.form("B"))
    try scratch.leave(store)
    let (_, aside) = try Store.restore(
      scratch.path, from: backup, now: Timestamp(milliseconds: 7))
    #expect(try codes() == ["A"])
    #expect(try codes(try #require(aside)) == ["A", "B"])
  }

  // MARK: - A file that is missing or empty

  @Test(arguments: [false, true])
  func `a file that is missing or emptied beside a backup is not begun anew`(isEmptied: Bool) throws
  {
    try makeStore("A")
    let backup = try scratch.open().backUp()
    try scratch.remove("store.sqlite")
    if isEmptied { try scratch.write(Data()) }
    for _ in 0..<2 {
      #expect(
        throws: StoreFault.missing(path: scratch.path, isEmptied: isEmptied, backup: backup)
      ) { try scratch.open(as: .command) }
    }
    #expect(scratch.names().contains("store.sqlite") == isEmptied)
    _ = try Store.restore(scratch.path, now: Timestamp(milliseconds: 7))
    #expect(try codes() == ["A"])
  }

  @Test func `begun anew by will, it leaves what there was`() throws {
    try makeStore("A")
    let backup = try scratch.open().backUp()
    #expect(throws: StoreFault.exists(path: scratch.path)) {
      try Store.begin(scratch.path, context: .fixed())
    }
    try scratch.remove("store.sqlite")
    try Store.begin(scratch.path, context: .fixed())
    #expect(try codes().isEmpty)
    #expect(try codes(backup) == ["A"])
  }

  @Test(arguments: ["-wal", "-journal"])
  func `a file that is missing beside what belonged to it is not begun anew`(end: String) throws {
    try makeStore("A")
    if end == "-wal" {
      let store = try scratch.open(seed: 98)
      try store.create(Store.form("B"))
      try scratch.leave(store)
    } else {
      try breakOff()
    }
    let left = try scratch.bytes("store.sqlite" + end)
    try scratch.remove("store.sqlite")
    #expect(
      throws: StoreFault.missing(path: scratch.path, isEmptied: false, backup: nil)
    ) { try scratch.open(as: .command) }
    try Store.begin(scratch.path, context: .fixed())
    #expect(try codes().isEmpty)
    #expect(
      scratch.names().contains { name in
        name.hasSuffix(end) && name.contains("before") && (try? scratch.bytes(name)) == left
      })
  }

  @Test func `backups in which nothing was ever done hold nobody up`() throws {
    try scratch.open().backUp()
    try scratch.remove("store.sqlite")
    #expect(try codes().isEmpty)
  }

  @Test func `what was rescued counts as a backup`() throws {
    try makeStore("A")
    try scratch.move("store.sqlite", to: "store-rescued-20260101-000000.sqlite")
    #expect(throws: StoreFault.self) { try scratch.open() }
    _ = try Store.restore(scratch.path, now: Timestamp(milliseconds: 7))
    #expect(try codes() == ["A"])
  }

  // MARK: - A log without its file, a file without its log

  @Test(arguments: ["older", "backup", "newer", "another"])
  func `a log is not poured into a file that was put in the place of its own`(kind: String) throws {
    try makeStore("A")
    let backup = try scratch.open().backUp()
    try FileManager.default.copyItem(atPath: scratch.path, toPath: scratch.folder + "/older")
    try makeStore("B")
    try makeStore("C")
    if kind == "newer" {
      try FileManager.default.copyItem(atPath: scratch.path, toPath: scratch.folder + "/newer")
    }
    try scratch.open("another", seed: 44).create(Store.form("X"))
    let store = try scratch.open(seed: 99)
    try store.create(Store.form("D"))
    store.tidy()
    try store.create(Store.form("E"))
    try scratch.leave(store)
    let log = try scratch.bytes("store.sqlite-wal")
    let from = kind == "backup" ? String(backup.dropFirst(scratch.folder.count + 1)) : kind
    try scratch.pour(from, into: "store.sqlite")
    let opened = try scratch.open(as: .command, seed: 8)
    guard case .strangeLog(let kept)? = opened.notes.first else {
      Issue.record("nothing was said")
      return
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == log)
    #expect(try opened.verify().isEmpty)
    let right = ["older": ["A"], "backup": ["A"], "newer": ["A", "B", "C"], "another": ["X"]]
    #expect(try opened.events().map(\.event.code).sorted() == right[kind])
  }

  @Test func `a log that was left by a killed process is taken in`() throws {
    for round in 0..<6 {
      let store = try scratch.open(seed: UInt64(round) + 2)
      try store.create(Store.form("E\(round)"))
      if round % 2 == 0 { store.tidy() }
      try store.create(Store.form("F\(round)"))
      try scratch.leave(store)
      let opened = try scratch.open(as: .command, seed: 90)
      #expect(opened.notes.isEmpty)
      #expect(try opened.events().count == 2 * (round + 1))
    }
  }

  @Test(arguments: ["removed", "emptied", "cut"])
  func `a log that is gone or cut is told once`(how: String) throws {
    try makeStore("A")
    let store = try scratch.open(as: .command, seed: 97)
    try store.create(Store.form("B"))
    try store.create(Store.form("C"))
    try scratch.leave(store, seats: true)
    switch how {
    case "removed": try scratch.remove("store.sqlite-wal")
    case "emptied": try scratch.cut("store.sqlite-wal", to: 0)
    default: try scratch.cut("store.sqlite-wal", to: scratch.size("store.sqlite-wal") / 2)
    }
    do {
      let opened = try scratch.open(as: .command, seed: 8)
      #expect(opened.notes == [.lostLog(path: scratch.path + "-wal")])
      #expect(try opened.verify().isEmpty)
    }
    #expect(try scratch.open(as: .command, seed: 8).notes.isEmpty)
  }

  @Test func `who closed in order has nothing to be told`() throws {
    for round in 0..<5 {
      do {
        let store = try scratch.open(as: .command, seed: UInt64(round) + 2)
        #expect(store.notes.isEmpty)
        try store.create(Store.form("E\(round)"))
        if round == 2 { store.tidy() }
        if round == 3 { try store.wipe() }
      }
      // The index and the seats may go while nobody sits here.
      for end in ["-shm", "-wal"] { unlink(scratch.path + end) }
    }
    #expect(try codes().count == 5)
  }
}

extension Scratch {
  /// Leaves the files as a process does that is killed: nothing is moved or taken away at its end.
  func leave(_ store: Store, seats: Bool = false) throws {
    let ends = ["", "-wal", "-shm"] + (seats ? [".seats"] : [])
    for end in ends { try write(bytes("store.sqlite" + end), to: "left" + end) }
    try store.close()
    for end in ends { try move("left" + end, to: "store.sqlite" + end) }
  }
}
