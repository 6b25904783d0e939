import Foundation
import Matchmaking
import Testing

@testable import Store

@Suite("Archiving an event")
struct ArchivingTests {
  let store: Store
  let event: EventID

  init() throws {
    store = try Store.inMemory(context: .fixed())
    event = try PickedEvening.make(store)
    try PickedEvening.typeSlips(store, event)
  }

  @Test("waits until the picking is closed")
  func open() throws {
    let before = try store.wholeContents()
    #expect(throws: Refusal.event(.stillOpen("QX"))) { try store.archive(event) }
    #expect(throws: Refusal.event(.stillOpen("QX"))) { try store.rehearseArchiving(event) }
    #expect(Laptops.differences(try store.wholeContents(), before) == [])
  }

  @Test("keeps pairs, mutual picks and reasons, and no rank", arguments: PairingRule.allCases)
  func outcomes(rule: PairingRule) throws {
    var form = EventForm(try store.evening(event).event)
    form.rule = rule
    _ = try store.edit(event, form)
    try store.close(event)
    let before = try store.evening(event).pairing()
    try #require(!before.pairs.isEmpty)
    try store.archive(event)
    let after = try store.evening(event).pairing()
    #expect(after.pairs.map(\.reason) == before.pairs.map(\.reason))
    #expect(
      after.pairs.map { [$0.pick.a, $0.pick.b] } == before.pairs.map { [$0.pick.a, $0.pick.b] })
    #expect(after.unpaired.map(\.reason) == before.unpaired.map(\.reason))
    #expect(after.mutual.count == before.mutual.count)
    #expect(after.mutual.allSatisfy { $0.aRank == 0 && $0.bRank == 0 })
  }

  @Test("says how many slips and picks went, before and after")
  func counts() throws {
    try store.close(event)
    let meant = try store.rehearseArchiving(event)
    #expect((meant.purge.slips, meant.purge.picks, meant.pairs) == (6, 9, 1))
    #expect(try store.picksPurge(of: event) == nil)
    let done = try store.archive(event)
    let purge = try #require(try store.picksPurge(of: event))
    #expect((purge.slips, purge.picks) == (6, 9))
    #expect(done.purge.slips == 6)
    #expect(try store.events().first?.purge == purge)
    #expect(try store.events().first?.slips == 0)
    #expect(try store.verify() == [])
  }

  @Test("takes every pick out of rows, images and what acts tell")
  func nothingLeft() throws {
    // Corrections, an undone slip and one done again leave images of every kind.
    try store.save(
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1), Badge(.women, 2)]), for: event,
      .correction)
    try store.undo()
    try store.redo()
    let picks = try store.knownPicks()
    try store.close(event)
    let told = try store.logText()
    #expect(picks.contains { told.contains("chosen:\"\($0.chosen)\"") })
    #expect(told.contains("\\\"chosen\\\"") || told.contains("\"chosen\""))
    try store.archive(event)
    let left = try store.logText()
    #expect(!left.contains("chosen") && !left.contains("picker"))
    let summaries = try store.acts(limit: 100).map(\.summary)
    for summary in summaries where [.saveSlip, .correctSlip].contains(summary.verb) {
      #expect(summary.name.isEmpty && summary.badge == nil && summary.count == nil)
    }
  }

  @Test("is not undone, nor is a slip that was typed before")
  func undo() throws {
    try store.close(event)
    try store.archive(event)
    let after = try store.wholeContents()
    let summary = ActSummary(.archiveEvent, event: "QX", name: "七夕")
    #expect(throws: Refusal.history(.irrevocable(summary))) { try store.undo() }
    #expect(throws: Refusal.self) { try store.undo(older: true) }
    for _ in 0..<12 { _ = try? store.undo(older: true) }
    #expect(throws: Refusal.history(.nothingToRedo)) { try store.redo() }
    #expect(Laptops.differences(try store.wholeContents(), after) == [])
  }

  @Test("ends the taking of slips for good")
  func afterwards() throws {
    try store.close(event)
    try store.archive(event)
    let slip = Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1)])
    #expect(throws: Refusal.slip(.pickingClosed)) { try store.save(slip, for: event) }
    #expect(throws: Refusal.event(.alreadyArchived("QX"))) { try store.archive(event) }
    #expect(throws: Refusal.event(.alreadyArchived("QX"))) { try store.close(event) }
    #expect(throws: Refusal.event(.alreadyArchived("QX"))) { try store.openPicking(of: event) }
    var form = EventForm(try store.evening(event).event)
    form.rule = .all
    #expect(throws: Refusal.event(.alreadyArchived("QX"))) { try store.edit(event, form) }
    #expect(try store.evening(event).missingSlips == [])
    #expect(throws: PairingRefusal.archived) { try store.evening(event).pairing(by: .all) }
  }

  @Test("an event without a slip is archived too")
  func empty() throws {
    let other = try store.create(Store.form("LEER")).0.id
    try store.close(other)
    try store.archive(other)
    let purge = try #require(try store.picksPurge(of: other))
    #expect((purge.slips, purge.picks) == (0, 0))
    #expect(try store.evening(other).pairing().mutual.isEmpty)
    // The slips of another evening are left alone.
    #expect(try store.evening(event).slips.count == 6)
    // The closing of an archived event stands, and what is older with it.
    let summary = ActSummary(.archiveEvent, event: "LEER", name: "七夕")
    #expect(throws: Refusal.history(.changedSince(summary))) { try store.undo(older: true) }
  }

  @Test("whoever follows sees the slips go")
  func following() throws {
    try store.close(event)
    let desk = store.secondDesk()
    var follower = try EveningFollower(desk)
    _ = try follower.open(event, in: desk)
    try store.archive(event)
    let news = try follower.catchUp(desk)
    guard case .readAnew(let evening) = news.change else {
      Issue.record("not read anew")
      return
    }
    #expect(
      evening.slips.isEmpty && evening.outcomes.count == 2 && evening.event.state == .archived)
  }
}

@Suite("What is left of the picks of an archived event in files")
struct ArchivedTraceTests {
  private func bytes(_ scratch: Scratch, besides left: String? = nil) throws -> [Data] {
    try scratch.names().filter { $0 != "backups" && $0 != left }.map { try scratch.bytes($0) }
  }

  @Test("is nothing in its bytes, its log and later bundles; before there is")
  func bytesOfTheFile() throws {
    let scratch = try Scratch()
    let store = try scratch.open(as: .command)
    let event = try PickedEvening.make(store)
    try PickedEvening.typeSlips(store, event)
    let picks = try store.knownPicks()
    try store.save(
      Ballot(picker: Badge(.men, 3), choices: [Badge(.women, 3)]), for: event,
      .correction)
    try store.close(event)
    try #require(picks.count == 9)
    // Able to fail: everything is found as long as it is there.
    for pick in picks {
      #expect(!PickedEvening.traces(of: [pick], in: try bytes(scratch)).isEmpty)
    }
    var bundle = ""
    _ = try store.exportBundle { bundle += $0 }
    #expect(picks.allSatisfy { bundle.contains("\"chosen\":\"\($0.chosen)\"") })
    let archiving = try store.archive(event)
    #expect(archiving.isWiped)
    #expect(PickedEvening.traces(of: picks, in: try bytes(scratch)) == [])
    bundle = ""
    _ = try store.exportBundle { bundle += $0 }
    #expect(!bundle.contains("\"chosen\"") && !bundle.contains("\"picker\""))
    let backup = try store.backUp()
    #expect(
      PickedEvening.traces(
        of: picks, in: [try Data(contentsOf: URL(fileURLWithPath: backup))]) == [])
  }

  @Test("stands in backups made before, which are told and can be forgotten; later ones are not")
  func copies() throws {
    let scratch = try Scratch()
    let store = try scratch.open(as: .command)
    let event = try PickedEvening.make(store)
    let empty = try store.backUp()
    try PickedEvening.typeSlips(store, event)
    let full = try store.backUp()
    try store.close(event)
    let archiving = try store.archive(event)
    #expect(archiving.copies.map(\.copy.path) == [full])
    let later = try store.backUp()
    #expect(try store.copiesWithSlips(of: event).map(\.copy.path) == [full])
    let told = try store.copies().filter { $0.holdsErased == true }.map(\.copy.path)
    #expect(told == [full] && empty != full && later != full)
    let (gone, left) = try store.forget(archiving.copies)
    #expect(gone.map(\.path) == [full] && left.isEmpty)
    #expect(try store.copiesWithSlips(of: event).isEmpty)
  }
}
