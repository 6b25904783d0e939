import Foundation
import Matchmaking
import Testing

@testable import Store

@Suite struct `A file that something happens to while it is open` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Each is done to the file while a desk has it open.
  static let accidents: [(name: String, does: @Sendable (Scratch) throws -> Void)] = [
    ("the file removed", { try $0.remove("store.sqlite") }),
    ("the file renamed", { try $0.move("store.sqlite", to: "elsewhere") }),
    ("another file moved over it", { try $0.move("other.sqlite", to: "store.sqlite") }),
    ("a backup moved over it", { try $0.move($0.backup(), to: "store.sqlite") }),
    ("another file copied over it", { try $0.pour("other.sqlite", into: "store.sqlite") }),
    ("a backup copied over it", { try $0.pour($0.backup(), into: "store.sqlite") }),
    ("an older state of it copied over it", { try $0.pour("older.sqlite", into: "store.sqlite") }),
    ("a text copied over it", { try $0.write(Data("张三\n".utf8), into: "store.sqlite") }),
    ("zeros written over it", { try $0.write(Data(count: 500_000), into: "store.sqlite") }),
    ("it emptied", { try $0.cut("store.sqlite", to: 0) }),
    ("it cut to a byte", { try $0.cut("store.sqlite", to: 1) }),
    ("it cut to its header", { try $0.cut("store.sqlite", to: 100) }),
    ("it cut to two pages", { try $0.cut("store.sqlite", to: 8_192) }),
    ("its last page cut off", { try $0.cut("store.sqlite", to: $0.size("store.sqlite") - 4_096) }),
    ("the log removed", { try $0.remove("store.sqlite-wal") }),
    ("the log renamed", { try $0.move("store.sqlite-wal", to: "wal") }),
    ("the log emptied", { try $0.cut("store.sqlite-wal", to: 0) }),
    ("the log cut", { try $0.cut("store.sqlite-wal", to: 5_000) }),
    (
      "another log copied over it", { try $0.write(Data(count: 300_000), into: "store.sqlite-wal") }
    ),
    ("another log moved over it", { try $0.move("other.sqlite", to: "store.sqlite-wal") }),
    ("the index of the log removed", { try $0.remove("store.sqlite-shm") }),
    ("the seats removed", { try $0.remove("store.sqlite.seats") }),
    (
      "all of it removed",
      { scratch in
        for name in scratch.names() where name.hasPrefix("store.sqlite") {
          try scratch.remove(name)
        }
      }
    ),
  ]

  /// A desk with an evening, a backup from before it, and one guest here.
  private func desk(_ scratch: Scratch) throws -> (Store, [Guest]) {
    try scratch.open("other.sqlite").create(Store.form("OTHER"))
    do {
      let store = try scratch.open()
      try store.backUp()
      _ = try store.makeEvening(Store.form(), men: 6, women: 6)
    }
    try FileManager.default.copyItem(atPath: scratch.path, toPath: scratch.folder + "/older.sqlite")
    let store = try scratch.open(as: .desk, seed: 2)
    try store.keepForRescue()
    let guests = try store.evening(#require(try store.events().first).event.id).guests
    try store.checkIn(guests[0].id)
    #expect(try !store.remember())
    return (store, guests)
  }

  @Test(arguments: accidents.map(\.name), [false, true])
  func `is never said to be saved, and all that was is in a file of its own`(
    name: String, isTidy: Bool
  ) throws {
    let accident = try #require(Self.accidents.first { $0.name == name })
    // Before anything was moved into the file, its older state is its state.
    if name == "an older state of it copied over it", !isTidy { return }
    let (store, guests) = try desk(scratch)
    if isTidy { store.tidy() }
    try store.checkIn(guests[1].id)
    _ = try store.remember()
    try accident.does(scratch)
    var told: StoreFault?
    do { try store.checkIn(guests[2].id) } catch { told = error as? StoreFault }
    guard case .lost(scratch.path, _, let rescued?)? = told else {
      Issue.record("\(name): told \(told.map { "\($0)" } ?? "nothing")")
      return
    }
    #expect(rescued.hasPrefix(scratch.folder + "/store-rescued-"))
    let found = try scratch.open(rescued, seed: 3)
    #expect(try found.verify().isEmpty)
    let evening = try found.evening(guests[0].registration.event)
    #expect(evening.guests.map(\.name) == guests.map(\.name), "in the order they came")
    let here = evening.guests.filter { $0.registration.presence.attended }.map(\.name)
    #expect(Set(here).isSuperset(of: guests.prefix(2).map(\.name)))
    // It goes on where it was: nobody's badge is given twice, and the log can be walked back.
    for guest in evening.guests where !guest.registration.presence.attended {
      try found.checkIn(guest.id)
    }
    #expect(Set(try found.evening(evening.event.id).guests.compactMap(\.badge)).count == 12)
    for _ in 0..<12 { try found.undo() }
    #expect(try found.verify().isEmpty)
  }

  @Test(arguments: accidents.map(\.name))
  func `is noticed without anything being written`(name: String) throws {
    let accident = try #require(Self.accidents.first { $0.name == name })
    let (store, _) = try desk(scratch)
    store.tidy()
    try store.vouch()
    let before = store.stamp()
    try accident.does(scratch)
    #expect(store.stamp() != before, "from outside")
    #expect(throws: StoreFault.self) { try store.vouch() }
    #expect(store.rescued != nil)
  }

  /// What happens to a file every day.
  static let harmless: [(name: String, does: @Sendable (Scratch) throws -> Void)] = [
    ("nothing", { _ in }),
    ("its own bytes copied over it", { try $0.pour("older.sqlite", into: "store.sqlite") }),
    ("it touched", { utimes($0.path, nil) }),
    ("its rights changed", { chmod($0.path, 0o640) }),
    ("it copied elsewhere", { try $0.pour("store.sqlite", into: "copy.sqlite") }),
    ("a second name", { link($0.path, $0.folder + "/second") }),
    (
      "it moved away and back",
      {
        try $0.move("store.sqlite", to: "x")
        try $0.move("x", to: "store.sqlite")
      }
    ),
    ("another desk's summary", { try $0.open(seed: 9).create(Store.form("NEW")) }),
    (
      "another desk tidying up",
      { scratch in
        let other = try scratch.open(seed: 9)
        try other.create(Store.form("NEW"))
        other.tidy()
      }
    ),
    ("another desk writing it anew", { try $0.open(seed: 9).wipe() }),
    ("a backup", { try $0.open(seed: 9).backUp() }),
    ("the log made ready", { try $0.open(seed: 9).preallocateLog() }),
  ]

  @Test(arguments: harmless.map(\.name))
  func `is no loss where it is nothing of the kind`(name: String) throws {
    let event = try #require(Self.harmless.first { $0.name == name })
    let (store, guests) = try desk(scratch)
    for round in 1...3 {
      try event.does(scratch)
      try store.vouch()
      try store.checkIn(guests[round].id)
      store.tidy()
      guard name == "nothing" || name == "it touched" else { break }
    }
    #expect(store.rescued == nil)
    #expect(try scratch.open(seed: 5).verify().isEmpty)
  }

  @Test func `put back where it was, it goes on`() throws {
    let (store, guests) = try desk(scratch)
    try scratch.move("store.sqlite", to: "x")
    #expect(throws: StoreFault.self) { try store.checkIn(guests[1].id) }
    try scratch.move("x", to: "store.sqlite")
    try store.checkIn(guests[1].id)
    #expect(try scratch.open(seed: 5).evening(guests[0].registration.event).headcount.arrived == 2)
  }

  @Test func `what was not said to be saved is not written into another's file`() throws {
    let (store, guests) = try desk(scratch)
    try scratch.pour("other.sqlite", into: "store.sqlite")
    let before = try scratch.bytes()
    for guest in guests.dropFirst() {
      #expect(throws: StoreFault.self) { try store.checkIn(guest.id) }
    }
    store.tidy()
    store.preallocateLog()
    #expect(throws: StoreFault.self) { try store.wipe() }
    #expect(try scratch.bytes() == before)
    #expect(scratch.names().count { $0.contains("rescued") } == 1, "and it is rescued once")
  }

  @Test func `after a roster and after an erasing it is remembered from a new backup`() throws {
    let (store, guests) = try desk(scratch)
    try store.importDrafts((0..<50).map { MemberDraft(name: "新\($0)", sex: .man) })
    #expect(try store.remember(), "a roster is not in the log row by row")
    try store.keepForRescue()
    _ = try store.erase([try #require(store.members(0..<1).first).id])
    #expect(try store.remember())
    try store.keepForRescue()
    try store.checkIn(guests[3].id)
    #expect(try !store.remember())
    try scratch.cut("store.sqlite", to: 0)
    #expect(throws: StoreFault.self) { try store.checkIn(guests[4].id) }
    let found = try scratch.open(try #require(store.rescued), seed: 5)
    #expect(try found.memberCount() == 12 + 50 - 1)
    #expect(try found.acts(limit: 1).first?.summary.verb == .checkIn)
  }

  @Test func `without a backup and without its pages nothing is called rescued`() throws {
    let store = try scratch.open(as: .command)
    try store.importDrafts((0..<9_000).map { MemberDraft(name: "王\($0)", sex: .man) })
    try store.wipe()
    try scratch.cut("store.sqlite", to: 0)
    #expect(throws: StoreFault.lost(path: scratch.path, .overwritten, rescued: nil)) {
      try store.create(Store.form())
    }
    #expect(!scratch.names().contains { $0.contains("rescued") })
  }
}

extension Scratch {
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder + "/" + name)
  }

  /// As `mv` does: the name leads to another file.
  func move(_ name: String, to other: String) throws {
    guard rename(folder + "/" + name, folder + "/" + other) == 0 else {
      throw CocoaError(.fileNoSuchFile)
    }
  }

  /// As `cp` does: the same file with other contents.
  func pour(_ name: String, into other: String) throws { try write(bytes(name), into: other) }

  func write(_ bytes: Data, into name: String) throws {
    let file = fopen(folder + "/" + name, "w")
    defer { fclose(file) }
    _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  }

  func cut(_ name: String, to size: Int) throws { truncate(folder + "/" + name, off_t(size)) }

  func size(_ name: String) -> Int {
    var status = stat()
    return stat(folder + "/" + name, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The first backup by name.
  func backup() -> String { "backups/" + (names(in: "backups").first ?? "") }
}
