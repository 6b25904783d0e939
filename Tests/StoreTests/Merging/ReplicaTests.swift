import Foundation
import Matchmaking
import Testing

@testable import Store

@Suite("A copy of the file")
struct ReplicaTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func open(_ name: String = "store.sqlite", seed: UInt64 = 1) throws -> Store {
    try scratch.open(name, as: .command, seed: seed)
  }

  private func copy(_ name: String, to other: String) throws {
    try scratch.write(scratch.bytes(name), to: other)
  }

  private func id(_ name: String = "store.sqlite", seed: UInt64 = 1) throws -> String? {
    try open(name, seed: seed).replicaStatus().id
  }

  @Test("is the same replica until it is written to, and another from then on")
  func becomesAnother() throws {
    try open().addMember([.name: "甲"])
    let first = try id()
    try copy("store.sqlite", to: "copy.sqlite")
    #expect(try open("copy.sqlite").replicaStatus().isCopy)
    #expect(try id("copy.sqlite") == first)
    try open("copy.sqlite", seed: 7).addMember([.name: "乙"])
    #expect(try id("copy.sqlite") != first)
    #expect(try !open("copy.sqlite").replicaStatus().isCopy)
    try open(seed: 3).addMember([.name: "丙"])
    #expect(try id() == first)
  }

  @Test("stays one replica however often it is opened and written to, also under another name")
  func stays() throws {
    try open().addMember([.name: "甲"])
    let first = try id()
    for number in 1...3 {
      try open(seed: UInt64(number)).addMember([.name: "人\(number)"])
      #expect(try id() == first)
    }
    for end in ["", ".seats"] {
      try FileManager.default.moveItem(
        atPath: scratch.path + end, toPath: scratch.folder + "/moved.sqlite" + end)
    }
    try open("moved.sqlite", seed: 9).addMember([.name: "丁"])
    #expect(try id("moved.sqlite") == first)
    #expect(try open("moved.sqlite").replicaStatus().acts == 5)
  }

  @Test("that is put back over a newer one gives no ordinal twice", arguments: [true, false])
  func putBack(inPlace: Bool) throws {
    try open().addMember([.name: "甲"])
    let early = try scratch.bytes()
    try open(seed: 2).addMember([.name: "乙"])
    let first = try id()
    if !inPlace { try FileManager.default.removeItem(atPath: scratch.path) }
    for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: scratch.path + end) }
    if inPlace {
      let handle = try #require(FileHandle(forWritingAtPath: scratch.path))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: early)
      try handle.close()
    } else {
      try early.write(to: URL(fileURLWithPath: scratch.path))
    }
    let store = try open(seed: 5)
    try store.addMember([.name: "丙"])
    #expect(try store.replicaStatus().id != first)
    #expect(try store.replicaStatus().acts == 1)
  }

  @Test("restored by ourselves is another replica too")
  func restored() throws {
    try open().addMember([.name: "甲"])
    let backup = try open().backUp(to: scratch.folder + "/kept.sqlite")
    try open(seed: 2).addMember([.name: "乙"])
    let first = try id()
    _ = try Store.restore(
      scratch.path, from: backup, now: Timestamp(milliseconds: 1_786_000_900_000))
    let store = try open(seed: 5)
    try store.addMember([.name: "丙"])
    #expect(try store.replicaStatus().id != first)
  }

  @Test("hands out member numbers that no other copy hands out")
  func memberNumbers() throws {
    let (first, _) = try open().addMember([.name: "甲"])
    #expect(first.number == "100001")
    var numbers: Set<String> = [first.number]
    for (place, name) in ["b.sqlite", "c.sqlite"].enumerated() {
      try copy("store.sqlite", to: name)
      let store = try open(name, seed: UInt64(40 + place))
      for person in ["乙", "丙", "丁"] {
        let (member, _) = try store.addMember([.name: person])
        #expect(numbers.insert(member.number).inserted)
        #expect(member.number.contains("-"))
      }
    }
    #expect(try open(seed: 3).addMember([.name: "戊"]).0.number == "100002")
  }

  @Test("hands out badges of a block of its own where the event was made elsewhere")
  func badges() throws {
    let guests = try open().makeEvening(Store.form(), men: 3, women: 0).1
    try copy("store.sqlite", to: "door.sqlite")
    let store = try open(seed: 8)
    let other = try open("door.sqlite", seed: 50)
    let badge = try other.checkIn(guests[0].id).0.badge
    #expect((badge?.number ?? 0) >= 10_000)
    #expect(try store.checkIn(guests[1].id).0.badge?.number == 1)
    let next = try other.checkIn(guests[2].id).0.badge
    #expect(next?.number == (badge?.number ?? 0) + 1)
    // What is made here begins with 1 here.
    let (own, _) = try other.create(Store.form("OWN"))
    let (member, _) = try other.addMember([.name: "己", .sex: "M"])
    let (results, _) = try other.register([Enrolment(member: member.id)], for: own.id)
    #expect(try other.checkIn(results[0].get().id).0.badge?.number == 1)
  }

  @Test("goes on from block to block at a second door, not in that of the copy it came from")
  func blocks() throws {
    let guests = try open().makeEvening(Store.form(), men: 130, women: 0).1
    try copy("store.sqlite", to: "door.sqlite")
    var numbers: [Int] = []
    do {
      let door = try open("door.sqlite", seed: 50)
      for guest in guests.prefix(120) {
        numbers.append(try #require(try door.checkIn(guest.id).0.badge?.number))
      }
    }
    #expect(Set(numbers).count == 120)
    #expect(Set(numbers.map { ($0 - 10_000) / 50 }).count == 3)
    #expect(numbers[..<50].elementsEqual(numbers[0]..<numbers[0] + 50))
    try copy("door.sqlite", to: "third.sqlite")
    let third = try open("third.sqlite", seed: 60)
    let next = try #require(try third.checkIn(guests[120].id).0.badge?.number)
    #expect(!Set(numbers.map { ($0 - 10_000) / 50 }).contains((next - 10_000) / 50))
    // A number that was given by hand is passed over.
    try third.changeBadge(guests[0].id, to: next + 1)
    #expect(try third.checkIn(guests[121].id).0.badge?.number == next + 2)
  }
}
