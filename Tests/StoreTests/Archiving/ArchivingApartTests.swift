import Foundation
import Matchmaking
import Testing

@testable import Store

@Suite("An event archived in one of several files")
struct ArchivingApartTests {
  /// Two or three laptops that know the evening, and what was picked at the first.
  private func laptops(_ count: Int = 2) throws -> (Laptops, EventID) {
    let laptops = try Laptops(count) { _ = try PickedEvening.make($0) }
    let event = try #require(try laptops.stores[0].events().first).event.id
    return (laptops, event)
  }

  private func expectPurged(_ laptops: Laptops, _ event: EventID) throws {
    let all = try laptops.stores.map { try $0.wholeContents() }
    for other in all.dropFirst() { #expect(Laptops.differences(other, all[0]) == []) }
    for store in laptops.stores {
      let evening = try store.evening(event)
      #expect(evening.event.state == .archived && evening.slips.isEmpty)
      let text = try store.logText()
      #expect(!text.contains("chosen") && !text.contains("picker"))
      #expect(try store.verify() == [])
      #expect(try store.conflicts().isEmpty)
    }
  }

  private func archive(_ store: Store, _ event: EventID) throws {
    try store.close(event)
    try store.archive(event)
  }

  @Test("a file that has its slips purges them when it hears of it")
  func slipsFirst() throws {
    let (laptops, event) = try laptops()
    try PickedEvening.typeSlips(laptops.stores[0], event)
    try laptops.merge(0, into: 1)
    let picks = try laptops.stores[1].knownPicks()
    #expect(picks.count == 9)
    try archive(laptops.stores[0], event)
    try laptops.merge(0, into: 1)
    try laptops.merge(1, into: 0)
    try expectPurged(laptops, event)
    let bytes = try [laptops.stores[1].path, laptops.stores[1].path + "-wal"].map {
      try Data(contentsOf: URL(fileURLWithPath: $0))
    }
    #expect(PickedEvening.traces(of: picks, in: bytes) == [])
  }

  @Test("slips that it had typed itself and nobody knew of go too", arguments: [false, true])
  func ownSlips(closes: Bool) throws {
    let (laptops, event) = try laptops()
    try PickedEvening.typeSlips(laptops.stores[0], event, Array(PickedEvening.slips.prefix(2)))
    try PickedEvening.typeSlips(laptops.stores[1], event, Array(PickedEvening.slips.dropFirst(2)))
    // Whoever closes it later than it was archived elsewhere takes nothing back.
    try archive(laptops.stores[0], event)
    if closes { try laptops.stores[1].close(event) }
    let picks = try laptops.stores[1].knownPicks()
    try laptops.merge(0, into: 1)
    try laptops.merge(1, into: 0)
    try expectPurged(laptops, event)
    #expect(try laptops.stores[1].evening(event).pairing().pairs.count == 1)
    for store in laptops.stores {
      let bytes = try [store.path, store.path + "-wal"].map {
        try Data(contentsOf: URL(fileURLWithPath: $0))
      }
      #expect(PickedEvening.traces(of: picks, in: bytes) == [])
    }
  }

  @Test("slips that come later from a file that had not heard are not taken in, however often")
  func late() throws {
    let (laptops, event) = try laptops(3)
    try PickedEvening.typeSlips(laptops.stores[0], event, Array(PickedEvening.slips.prefix(2)))
    try archive(laptops.stores[0], event)
    try laptops.merge(0, into: 2)
    try PickedEvening.typeSlips(laptops.stores[1], event)
    let picks = try laptops.stores[1].knownPicks()
    let late = try laptops.bundle(of: laptops.stores[1])
    for store in [laptops.stores[0], laptops.stores[2]] {
      #expect(try store.merge(late).acts > 0)
      #expect(try store.merge(late).acts == 0)
      #expect(try store.evening(event).slips.isEmpty)
      let bytes = try [store.path, store.path + "-wal"].map {
        try Data(contentsOf: URL(fileURLWithPath: $0))
      }
      #expect(PickedEvening.traces(of: picks, in: bytes) == [])
    }
    // Nor do they come back by taking the merge back and doing it again.
    try laptops.stores[2].undo()
    try laptops.stores[2].redo()
    try laptops.merge(0, into: 1)
    try laptops.merge(1, into: 0)
    try laptops.merge(1, into: 2)
    try expectPurged(laptops, event)
  }

  @Test("a file that never had the slips learns that they are gone, then meets them")
  func stranger() throws {
    let (laptops, event) = try laptops()
    try PickedEvening.typeSlips(laptops.stores[0], event)
    let before = try laptops.bundle(of: laptops.stores[0])
    try archive(laptops.stores[0], event)
    let after = try laptops.bundle(of: laptops.stores[0])
    for (name, bundles) in [("ab", [after, before]), ("ba", [before, after]), ("a", [after])] {
      let store = try Store.open(
        laptops.folder.folder + "/\(name).sqlite", as: .command, context: .fixed(seed: 500))
      for bundle in bundles { try store.merge(bundle) }
      let differences = Laptops.differences(
        try store.wholeContents(), try laptops.stores[0].wholeContents())
      #expect(differences == [])
      #expect(!(try store.logText()).contains("chosen"))
    }
  }

  @Test("of two that archived it apart the one that knew more slips stands")
  func twice() throws {
    let (laptops, event) = try laptops(3)
    try PickedEvening.typeSlips(laptops.stores[0], event, Array(PickedEvening.slips.prefix(2)))
    try PickedEvening.typeSlips(laptops.stores[1], event, ["M02 2", "F02 2", "M03 3", "F03 3"])
    try archive(laptops.stores[0], event)
    try archive(laptops.stores[1], event)
    try laptops.merge(0, into: 1)
    try laptops.merge(1, into: 0)
    try laptops.merge(1, into: 2)
    try laptops.merge(2, into: 0)
    try laptops.merge(0, into: 2)
    try laptops.merge(0, into: 1)
    try expectPurged(laptops, event)
    for store in laptops.stores {
      #expect(try store.picksPurge(of: event)?.slips == 4)
      let pairs = try store.evening(event).pairing().pairs.map { "\($0.pick.a) \($0.pick.b)" }
      #expect(pairs == ["M02 F02", "M03 F03"])
    }
  }

  @Test("one slip typed differently in two places is not archived before it is settled")
  func unsettled() throws {
    let (laptops, event) = try laptops()
    try PickedEvening.typeSlips(laptops.stores[0], event, ["M01 1"])
    try PickedEvening.typeSlips(laptops.stores[1], event, ["M01 2"])
    try laptops.stores[0].close(event)
    try laptops.merge(1, into: 0)
    #expect(throws: Refusal.event(.slipsDiffer([Badge(.men, 1)]))) {
      try laptops.stores[0].archive(event)
    }
    let conflict = try #require(try laptops.stores[0].conflicts().first)
    try laptops.stores[0].settleConflict(conflict.id, keeping: .ours)
    try laptops.stores[0].archive(event)
    try laptops.merge(0, into: 1)
    try expectPurged(laptops, event)
  }

  @Test("the merge that told of it is not taken back")
  func undo() throws {
    let (laptops, event) = try laptops()
    try PickedEvening.typeSlips(laptops.stores[0], event)
    try archive(laptops.stores[0], event)
    try laptops.merge(0, into: 1)
    #expect(throws: Refusal.history(.irrevocable(ActSummary(.archiveEvent)))) {
      try laptops.stores[1].undo()
    }
    _ = try? laptops.stores[1].undo(older: true)
    #expect(try laptops.stores[1].evening(event).event.state == .archived)
  }
}
