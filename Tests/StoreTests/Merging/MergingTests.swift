import Foundation
import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite("Files that were worked on apart")
struct MergingTests {
  private func evening(_ count: Int = 2, men: Int = 4, women: Int = 4) throws -> Laptops {
    try Laptops(count) { _ = try $0.makeEvening(Store.form(), men: men, women: women) }
  }

  private func guests(of store: Store) throws -> [Guest] {
    let event = try #require(try store.events().first).event
    return try store.evening(event.id).guests
  }

  private func exchange(_ laptops: Laptops) throws {
    try laptops.merge(0, into: 1)
    try laptops.merge(1, into: 0)
  }

  private func expectSame(_ laptops: Laptops) throws {
    let all = try laptops.stores.map { try $0.wholeContents() }
    for other in all.dropFirst() { #expect(Laptops.differences(other, all[0]) == []) }
  }

  @Test("three doors that checked people in apart end with one evening")
  func threeDoors() throws {
    let laptops = try evening(3, men: 30, women: 30)
    for (place, store) in laptops.stores.enumerated() {
      for (index, guest) in try guests(of: store).enumerated() where index % 3 == place {
        try store.checkIn(guest.id)
      }
      try store.walkIn(
        .stranger(name: "新人\(place)", sex: .man, phone: nil, employer: ""),
        to: try #require(try store.events().first).event.id)
    }
    for (one, other) in [(0, 1), (1, 2), (2, 0), (0, 1)] { try laptops.merge(one, into: other) }
    try expectSame(laptops)
    for store in laptops.stores {
      let guests = try guests(of: store)
      #expect(guests.count == 63 && guests.allSatisfy { $0.registration.status == .checkedIn })
      #expect(Set(guests.compactMap(\.badge)).count == 63)
      #expect(try store.conflicts().isEmpty)
      #expect(try store.verify() == [])
    }
  }

  @Test(
    "the earlier check-in of somebody checked in at both doors stands, and the other badge is told")
  func checkedInTwice() throws {
    let laptops = try evening()
    let guest = try guests(of: laptops.stores[0])[0].id
    let earlier = try laptops.stores[0].checkIn(guest).0
    _ = try laptops.stores[1].addMember([.name: "隔着一会儿"])
    let later = try laptops.stores[1].checkIn(guest).0
    try #require(earlier.badge != later.badge)
    try exchange(laptops)
    try expectSame(laptops)
    for store in laptops.stores {
      let found = try #require(try guests(of: store).first { $0.id == guest })
      #expect(found.badge == earlier.badge)
      #expect(found.registration.arrival == earlier.registration.arrival)
      #expect(try store.conflicts().map(\.column) == ["badge"])
    }
  }

  @Test("a badge given twice stays with who wore it longer; the other gets a new one")
  func badgeTwice() throws {
    let laptops = try evening()
    let all = try guests(of: laptops.stores[0])
    try laptops.stores[0].checkIn(all[0].id)
    try laptops.stores[0].changeBadge(all[0].id, to: 50)
    try laptops.stores[1].addMember([.name: "隔着一会儿"])
    try laptops.stores[1].addMember([.name: "再一会儿"])
    try laptops.stores[1].checkIn(all[1].id)
    try laptops.stores[1].changeBadge(all[1].id, to: 50)
    try exchange(laptops)
    try expectSame(laptops)
    for store in laptops.stores {
      let found = try guests(of: store)
      #expect(found.first { $0.id == all[0].id }?.badge?.number == 50)
      #expect(found.first { $0.id == all[1].id }?.badge == nil)
      #expect(found.first { $0.id == all[1].id }?.registration.status == .checkedIn)
      #expect(try store.conflicts().map(\.code) == ["badge-twice"])
    }
    // A new badge settles it, everywhere.
    try laptops.stores[1].changeBadge(all[1].id, to: 51)
    #expect(try laptops.stores[1].conflicts().isEmpty)
    try exchange(laptops)
    try expectSame(laptops)
    #expect(try laptops.stores[0].conflicts().isEmpty)
  }

  @Test("the badge can be given to the other instead")
  func badgeToTheOther() throws {
    let laptops = try evening()
    let all = try guests(of: laptops.stores[0])
    for (store, guest) in zip(laptops.stores, all) {
      try store.checkIn(guest.id)
      try store.changeBadge(guest.id, to: 50)
    }
    try exchange(laptops)
    let conflict = try #require(try laptops.stores[0].conflicts().first)
    let act = try laptops.stores[0].settleConflict(String(conflict.id.prefix(8)), keeping: .theirs)
    #expect(act.summary.verb == .settleConflict)
    let badges = try guests(of: laptops.stores[0]).prefix(2).map(\.badge?.number)
    #expect(Set(badges) == [50, nil])
    #expect(try laptops.stores[0].conflicts().isEmpty)
    try exchange(laptops)
    try expectSame(laptops)
    try laptops.stores[0].undo()
    let again = try guests(of: laptops.stores[0]).prefix(2).map(\.badge?.number)
    #expect(again == badges.reversed())
  }

  @Test("one field edited apart: the later stands, the other is kept and can be had")
  func editedApart() throws {
    let laptops = try Laptops(2) { try $0.addMember([.name: "甲", .text(.job): "钳工"]) }
    let member = try #require(try laptops.stores[0].members(0..<1).first).id
    try laptops.stores[0].edit(member, [.text(.job): "焊工"])
    try laptops.stores[1].addMember([.name: "隔着一会儿"])
    try laptops.stores[1].edit(member, [.text(.job): "电工", .text(.note): "只有一边"])
    try exchange(laptops)
    try expectSame(laptops)
    for (store, own) in zip(laptops.stores, ["焊工", "电工"]) {
      #expect(try store.member(member).texts[.job] == "电工")
      #expect(try store.member(member).texts[.note] == "只有一边")
      let conflicts = try store.conflicts()
      #expect(conflicts.map(\.code) == ["edited-apart"])
      #expect(
        conflicts.first?.ours == own && conflicts.first?.theirs == (own == "焊工" ? "电工" : "焊工"))
      #expect(conflicts.first?.standing == (own == "电工" ? .ours : .theirs))
    }
    let id = try laptops.stores[1].conflicts()[0].id
    try laptops.stores[1].settleConflict(id, keeping: .theirs)
    #expect(try laptops.stores[1].member(member).texts[.job] == "焊工")
    try exchange(laptops)
    try expectSame(laptops)
    #expect(try laptops.stores[0].conflicts().isEmpty)
    #expect(throws: Refusal.bundle(.noConflict(id))) {
      try laptops.stores[0].settleConflict(id, keeping: .ours)
    }
  }

  @Test("the same written apart is no conflict")
  func sameApart() throws {
    let laptops = try Laptops(2) { try $0.addMember([.name: "甲"]) }
    let member = try #require(try laptops.stores[0].members(0..<1).first).id
    for store in laptops.stores { try store.edit(member, [.text(.job): "电工"]) }
    try exchange(laptops)
    try expectSame(laptops)
    #expect(try laptops.stores[0].conflicts().isEmpty)
  }

  @Test("one code of two events gets a number behind it")
  func codeTwice() throws {
    let laptops = try Laptops(2) { try $0.addMember([.name: "甲"]) }
    for store in laptops.stores { try store.create(Store.form("QX")) }
    try exchange(laptops)
    try expectSame(laptops)
    for store in laptops.stores {
      #expect(Set(try store.events().map(\.event.code)) == ["QX", "QX-2"])
      #expect(try store.conflicts().map(\.code) == ["code-twice"])
    }
    let conflict = try laptops.stores[0].conflicts()[0]
    let second = try #require(try laptops.stores[0].events().first { $0.event.code == "QX-2" })
    try laptops.stores[0].settleConflict(conflict.id, keeping: .theirs)
    #expect(try laptops.stores[0].evening(second.event.id).event.code == "QX")
    try exchange(laptops)
    try expectSame(laptops)
  }

  @Test("one person registered at both for one event is registered once")
  func registeredTwice() throws {
    let laptops = try Laptops(2) {
      try $0.addMember([.name: "甲", .sex: "M"])
      try $0.create(Store.form())
    }
    for store in laptops.stores {
      let member = try #require(try store.members(0..<1).first).id
      let event = try #require(try store.events().first).event.id
      let (results, _) = try store.register([Enrolment(member: member)], for: event)
      try store.checkIn(results[0].get().id)
    }
    try exchange(laptops)
    try expectSame(laptops)
    #expect(try guests(of: laptops.stores[0]).count == 1)
    let summary = try #require(try laptops.stores[0].events().first)
    #expect(try summary.headcount == laptops.stores[0].evening(summary.event.id).headcount)
  }

  @Test(
    "a slip typed differently in two places holds up the closing until it is settled",
    arguments: ConflictRecord.Side.allCases)
  func slips(side: ConflictRecord.Side) throws {
    let laptops = try Laptops(2) { store in
      let (_, guests) = try store.makeEvening(Store.form(), men: 2, women: 3)
      for guest in guests { try store.checkIn(guest.id) }
    }
    let event = try #require(try laptops.stores[0].events().first).event.id
    let picker = Badge(.men, 1)
    let slips: [[Badge]] = [[Badge(.women, 1)], [Badge(.women, 2), Badge(.women, 1)]]
    for (store, choices) in zip(laptops.stores, slips) {
      try store.save(Ballot(picker: picker, choices: choices), for: event)
    }
    try exchange(laptops)
    try expectSame(laptops)
    #expect(throws: Refusal.event(.slipsDiffer([picker]))) { try laptops.stores[0].close(event) }
    let conflict = try #require(try laptops.stores[0].conflicts().first)
    #expect(conflict.code == "slip-differs")
    #expect(Set([conflict.ours, conflict.theirs]) == ["F1", "F2 F1"])
    try laptops.stores[0].settleConflict(conflict.id, keeping: side)
    let kept = side == .ours ? conflict.ours : conflict.theirs
    #expect(
      try laptops.stores[0].evening(event).slips.values.first?.picks.count
        == kept?.split(separator: " ").count)
    try laptops.stores[0].close(event)
    try exchange(laptops)
    try expectSame(laptops)
  }

  @Test("a slip that is corrected by the paper is settled by that")
  func correctedSlip() throws {
    let laptops = try Laptops(2) { store in
      let (_, guests) = try store.makeEvening(Store.form(), men: 2, women: 3)
      for guest in guests { try store.checkIn(guest.id) }
    }
    let event = try #require(try laptops.stores[0].events().first).event.id
    for (store, number) in zip(laptops.stores, 1...) {
      try store.save(Ballot(picker: Badge(.men, 1), choices: [Badge(.women, number)]), for: event)
    }
    try exchange(laptops)
    try laptops.stores[0].save(
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 3)]), for: event, .correction)
    #expect(try laptops.stores[0].conflicts().isEmpty)
    try laptops.stores[0].close(event)
    try exchange(laptops)
    try expectSame(laptops)
    #expect(try laptops.stores[1].evening(event).slips.count == 1)
  }

  @Test(
    "slips differ per round and per typing, and each is settled for itself",
    arguments: [(1, SlipReading.first), (1, .second), (2, .first), (2, .second)])
  func readings(round: Int, reading: SlipReading) throws {
    let laptops = try Laptops(2) { store in
      let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 3)
      for guest in guests { try store.checkIn(guest.id) }
      if round == 2 {
        try store.closePicking(of: event)
        try store.openPicking(of: event)
      }
    }
    let event = try #require(try laptops.stores[0].events().first).event.id
    let picker = Badge(.men, 1)
    let slip = { Ballot(picker: picker, choices: [Badge(.women, $0)]) }
    let other: SlipReading = reading == .first ? .second : .first
    try laptops.stores[0].save(slip(1), for: event, SlipTyping(round: round, reading: reading))
    try laptops.stores[1].save(slip(2), for: event, SlipTyping(round: round, reading: reading))
    try laptops.stores[1].save(slip(2), for: event, SlipTyping(round: round, reading: other))
    try exchange(laptops)
    try expectSame(laptops)
    let conflicts = try laptops.stores[0].conflicts()
    #expect(conflicts.map(\.code) == ["slip-differs"])
    #expect(throws: Refusal.self) { try laptops.stores[0].close(event) }
    // What the paper says settles both: the two typings, and what each laptop had.
    try laptops.stores[0].save(slip(3), for: event, SlipTyping(round: round, reading: .settled))
    #expect(try laptops.stores[0].conflicts().isEmpty)
    try laptops.stores[0].close(event)
    try exchange(laptops)
    try expectSame(laptops)
    let evening = try laptops.stores[1].evening(event)
    #expect(evening.ballots(round: round) == [slip(3)])
    #expect(evening.rounds.allSatisfy { !$0.isOpen })
  }

  @Test("a round closed on one laptop is closed, whatever the other did to it")
  func rounds() throws {
    let laptops = try Laptops(2) { store in
      let (_, guests) = try store.makeEvening(Store.form(), men: 2, women: 3)
      for guest in guests { try store.checkIn(guest.id) }
    }
    let event = try #require(try laptops.stores[0].events().first).event.id
    for store in laptops.stores { try store.closePicking(of: event) }
    try laptops.stores[0].openPicking(of: event, PickingRoundWish(rule: .best))
    try laptops.stores[1].openPicking(of: event, PickingRoundWish(rule: .best))
    try laptops.stores[1].save(
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1)]), for: event)
    try laptops.stores[0].closePicking(2, of: event)
    try exchange(laptops)
    try expectSame(laptops)
    let evening = try laptops.stores[0].evening(event)
    #expect(evening.rounds.map(\.isOpen) == [false, false])
    #expect(evening.ballots(round: 2).count == 1)
  }

  @Test("an erasing takes the member out wherever it is heard of, and nobody brings them back")
  func erasing() throws {
    let laptops = try Laptops(3) { try $0.addMember([.name: "尉迟恭敬", .text(.wechat): "wx_erased"]) }
    let member = try #require(try laptops.stores[0].members(0..<1).first).id
    try laptops.stores[1].edit(member, [.text(.note): "尉迟恭敬的手记"])
    _ = try laptops.stores[0].erase([member])
    // Heard of before what the other did is.
    for (one, other) in [(0, 2), (1, 2), (0, 1), (1, 0), (2, 0), (2, 1)] {
      try laptops.merge(one, into: other)
    }
    try expectSame(laptops)
    for (place, store) in laptops.stores.enumerated() {
      #expect(try store.memberCount() == 0)
      var text = ""
      _ = try store.exportBundle { text += $0 }
      #expect(!text.contains("尉迟恭敬") && !text.contains("wx_erased"))
      let bytes = try laptops.folder.bytes("laptop\(place).sqlite")
      #expect(bytes.range(of: Data("wx_erased".utf8)) == nil)
      #expect(bytes.range(of: Data("尉迟恭敬".utf8)) == nil)
    }
  }

  @Test("a merge that brought an erasing is not taken back, and undoing can go past it")
  func undoingAnErasing() throws {
    let laptops = try Laptops(2) { try $0.addMember([.name: "甲"]) }
    let member = try #require(try laptops.stores[0].members(0..<1).first).id
    try laptops.stores[1].addMember([.name: "乙"])
    _ = try laptops.stores[0].erase([member])
    try laptops.merge(0, into: 1)
    let contents = try laptops.stores[1].wholeContents()
    #expect(throws: Refusal.history(.irrevocable(ActSummary(.eraseMembers)))) {
      try laptops.stores[1].undo()
    }
    #expect(Laptops.differences(try laptops.stores[1].wholeContents(), contents) == [])
    try laptops.stores[1].undo(older: true)
    #expect(try laptops.stores[1].memberCount() == 0)
  }

  @Test("is taken back as one act, and done again; what was built upon it stays")
  func undoing() throws {
    let laptops = try evening()
    let before = try laptops.stores[0].wholeContents()
    try laptops.stores[1].addMember([.name: "乙"])
    for guest in try guests(of: laptops.stores[1]) { try laptops.stores[1].checkIn(guest.id) }
    try laptops.merge(1, into: 0)
    let merged = try laptops.stores[0].wholeContents()
    #expect(try laptops.stores[0].undo().kind == .undo)
    var left = before
    left["retired_badge"] = try laptops.stores[0].wholeContents()["retired_badge"]
    #expect(Laptops.differences(try laptops.stores[0].wholeContents(), left) == [])
    try laptops.stores[0].redo()
    #expect(Laptops.differences(try laptops.stores[0].wholeContents(), merged) == [])
    try laptops.stores[0].undo()
    #expect(try laptops.merge(1, into: 0).acts > 0)
    #expect(Laptops.differences(try laptops.stores[0].wholeContents(), merged) == [])
    let new = try #require(try laptops.stores[0].members(0..<20).first { $0.name == "乙" })
    try laptops.stores[0].edit(new.id, [.text(.job): "电工"])
    try laptops.stores[0].edit(new.id, [.text(.job): "焊工"])
    try laptops.stores[0].undo()
    try laptops.stores[0].undo()
    try laptops.stores[0].undo()
    #expect(try laptops.stores[0].memberCount() == 8)
    #expect(try laptops.stores[0].verify() == [])
  }

  @Test("is not taken back where somebody went on with what it brought")
  func builtUpon() throws {
    let laptops = try evening()
    try laptops.stores[1].addMember([.name: "乙", .sex: "M"])
    let outcome = try laptops.merge(1, into: 0)
    let new = try #require(try laptops.stores[0].members(0..<20).first { $0.name == "乙" })
    let event = try #require(try laptops.stores[0].events().first).event.id
    let store = laptops.stores[0]
    _ = try store.register([Enrolment(member: new.id)], for: event)
    let merge = try #require(outcome.act)
    #expect(throws: Refusal.self) {
      try store.act(.undo, target: merge.sequence, merge.summary) { writer, _ in
        try MergeReversal(of: merge, writer: writer).run(.undo)
      }
    }
    #expect(try store.verify() == [])
  }

  @Test("a rehearsal tells the same and changes nothing")
  func rehearsing() throws {
    let laptops = try evening()
    for guest in try guests(of: laptops.stores[1]) { try laptops.stores[1].checkIn(guest.id) }
    let before = try laptops.stores[0].wholeContents()
    let bundle = try laptops.bundle(of: laptops.stores[1])
    let tried = try laptops.stores[0].merge(bundle, rehearsing: true)
    #expect(Laptops.differences(try laptops.stores[0].wholeContents(), before) == [])
    let done = try laptops.stores[0].merge(bundle)
    #expect((tried.acts, tried.rows, tried.conflicts) == (done.acts, done.rows, done.conflicts))
    #expect(tried.acts == 8 && tried.act == nil)
    #expect(try laptops.stores[0].merge(bundle) == MergeOutcome())
    #expect(try laptops.stores[1].merge(bundle) == MergeOutcome())
  }

  @Test("a rehearsal waits for nobody who writes, and nobody waits for it")
  func rehearsingBesideOthers() throws {
    let laptops = try evening()
    for guest in try guests(of: laptops.stores[1]) { try laptops.stores[1].checkIn(guest.id) }
    let bundle = try laptops.bundle(of: laptops.stores[1])
    let store = laptops.stores[0]
    let writer = try Store.open(
      store.path, as: .command, context: .fixed(station: "B", seed: 9))
    let tried = try writer.queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      defer { try? db.execute(sql: "ROLLBACK") }
      return try store.merge(bundle, rehearsing: true)
    }
    #expect(tried.acts == 8 && tried.act == nil)
    // It is a copy that is changed, and while it stands the file can be.
    let copy = try store.copyForTrial()
    try copy.write { db in
      try store.checkIn(try guests(of: store)[0].id)
      try db.execute(sql: "DELETE FROM change")
    }
    #expect(try guests(of: copy).allSatisfy { $0.badge == nil })
    #expect(try store.verify() == [])
  }

  @Test("clocks hours apart bring nothing out of order, and what is done next comes last")
  func clocks() throws {
    let laptops = try Laptops(2) { try $0.addMember([.name: "甲"]) }
    let member = try #require(try laptops.stores[0].members(0..<1).first).id
    let ahead = try Store.open(
      laptops.folder.folder + "/laptop1.sqlite", as: .command,
      context: StoreContext(
        station: "A", operatorName: "tester",
        now: { Timestamp(milliseconds: 1_786_000_000_000 + 9 * 3_600_000) }, random: { 5 }))
    try ahead.edit(member, [.text(.job): "电工"])
    try laptops.stores[0].merge(laptops.bundle(of: ahead))
    try laptops.stores[0].edit(member, [.text(.job): "焊工"])
    try ahead.merge(laptops.bundle(of: laptops.stores[0]))
    #expect(try ahead.member(member).texts[.job] == "焊工")
    #expect(try ahead.conflicts().isEmpty)
  }
}
