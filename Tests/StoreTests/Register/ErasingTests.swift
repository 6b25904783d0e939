import Foundation
import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Erasing a member` {
  let scratch: Scratch
  let store: Store
  /// Texts that stood somewhere in the file and must be nowhere.
  let secrets = ["阿卜杜拉", "买买提", "13812345678", "13887654321", "秘密备注", "旧备注", "一号厂", "看过证件"]

  init() throws {
    scratch = try Scratch()
    store = try scratch.open()
  }

  /// Somebody with a history: entered twice, merged, changed, verified, here with a slip.
  private func liveAWhile() throws -> (Member, EventID) {
    try store.enter("王芳", [.sex: "女", .phone: "13900000001"])
    let other = try store.enter("阿卜杜拉", [.phone: "13887654321", .text(.note): "旧备注"])
    let member = try store.enter(
      "阿卜杜拉·买买提", [.sex: "男", .phone: "13812345678", .text(.employer): "一号厂"])
    try store.merge(keeping: member.id, other.id, choices: [.detail(.phone): .other])
    try store.edit(member.id, [.phone: "13812345678", .text(.note): "秘密备注"])
    try store.verify(
      member.id,
      VerificationRecord(
        .verified, by: "市总工会", on: Store.day("2026-08-01"), evidence: Set(Evidence.allCases),
        note: "看过证件"))
    try store.giveConsent(.listing, by: member.id)
    let (event, _) = try store.create(Store.form())
    let ids = try store.members(0..<9).map { Enrolment(member: $0.id) }
    for guest in try store.register(ids, for: event.id).0 {
      try store.checkIn(try guest.get().id)
    }
    try store.save(
      Ballot(picker: Badge(.men, 1), choices: [Badge(.women, 1)]), for: event.id)
    _ = try store.export(member.id)
    try store.register([], for: event.id)
    return (member, event.id)
  }

  private func expectNowhere() throws {
    for name in scratch.names() where !name.hasSuffix(".seats") && name != "backups" {
      let bytes = try scratch.bytes(name)
      for secret in secrets {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
      }
    }
  }

  @Test func `leaves nothing of them in the file, its log or its write-ahead log`() throws {
    let (member, event) = try liveAWhile()
    let erasure = try store.erase([member.id])
    #expect(erasure.isWiped)
    #expect(erasure.act.summary == ActSummary(.eraseMembers, count: 1))
    try expectNowhere()
    #expect(try store.verify().isEmpty)
    #expect(try store.memberCount() == 1)
    #expect(try store.members(0..<9).map(\.name) == ["王芳"])
    #expect(throws: Refusal.history(.gone)) { try store.member(member.id) }
    let guests = try store.evening(event).guests
    #expect(guests.count == 2 && guests.contains { $0.name == "〓" && $0.badge == Badge(.men, 1) })
    #expect(try store.events().first?.headcount.present == 2)
    let backup = try store.backUp()
    for secret in secrets {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
      #expect(bytes.range(of: Data(secret.utf8)) == nil)
    }
  }

  @Test func `cannot be undone, and undo stops there unless it is told to go past`() throws {
    let (member, _) = try liveAWhile()
    let other = try #require(try store.members(named: "王芳").first)
    try store.enter("李娜")
    let erasure = try store.erase([member.id])
    try store.edit(other.id, [.height: "165"])
    #expect(try store.undo().summary.verb == .editMember)
    let before = try store.contents()
    #expect(throws: Refusal.history(.irrevocable(erasure.act.summary))) { try store.undo() }
    #expect(try store.contents() == before, "nothing older was taken back")
    #expect(try store.undo(older: true).summary.name == "李娜")
    // The check-in of the other was before.
    while let act = try? store.undo(older: true) { #expect(act.summary.name != Store.erasedName) }
    #expect(try store.memberCount() == 1)
    try expectNowhere()
    #expect(try store.verify().isEmpty)
  }

  @Test func `nor is a roster undone that brought somebody who was erased`() throws {
    try store.importDrafts([
      MemberDraft(row: 2, name: "阿卜杜拉", phone: PhoneNumber("13812345678")),
      MemberDraft(row: 3, name: "王芳"),
    ])
    let erasure = try store.erase([try #require(try store.members(named: "阿卜杜拉").first).id])
    #expect(throws: Refusal.history(.irrevocable(erasure.act.summary))) { try store.undo() }
    #expect(throws: Refusal.history(.changedSince(erasure.act.summary))) {
      try store.undo(older: true)
    }
    #expect(try store.memberCount() == 1)
    try expectNowhere()
  }

  @Test
  func `leaves of one who was here a key, a number of its own and what they are to the counts`()
    throws
  {
    let (member, _) = try liveAWhile()
    try store.verify(member.id, .verified(until: Store.day("2027-03-08")))
    _ = try store.erase([member.id])
    let row = try store.read {
      try Row.fetchOne($0, sql: "SELECT * FROM member WHERE id = ?", arguments: ["\(member.id)"])
    }
    let left = try #require(row).filter { !$0.1.isNull }.map(\.0)
    #expect(Set(left) == ["id", "number", "name", "verification", "status", "erased_on"])
  }

  @Test func `of one who was never registered leaves no row`() throws {
    let member = try store.enter("阿卜杜拉", [.phone: "13812345678"])
    _ = try store.erase([member.id])
    #expect(try store.contents()["member"] == [])
    try expectNowhere()
    #expect(try store.purgeCandidates(PurgeRule(before: Store.day("2026-01-01"))).isEmpty)
  }

  @Test func `gives up the places they had not come to, and the waiting list moves up`() throws {
    let people = try (0..<4).map { try store.enter("甲\($0)", [.sex: "男"]) }
    let (event, _) = try store.create(Store.form(capacity: 2))
    let (closed, _) = try store.create(Store.form("OVER"))
    let guests = try store.register(
      [.init(member: people[0].id, badge: Badge(.men, 7))]
        + people[1...].map { .init(member: $0.id) }, for: event.id
    ).0.map { try $0.get() }
    try store.register([.init(member: people[1].id)], for: closed.id)
    try store.checkIn(guests[1].id)
    try store.close(closed.id)
    let erasure = try store.erase([people[0].id, people[2].id])
    #expect(erasure.act.summary == ActSummary(.eraseMembers, count: 2, detail: "1"))
    let left = try store.evening(event.id).guests
    #expect(left.map(\.id) == [guests[1].id, guests[3].id])
    #expect(left.map(\.registration.status) == [.checkedIn, .registered])
    #expect(try store.contents()["member"]?.count == 2, "nothing hangs on them any more")
    #expect(throws: Refusal.door(.badgeTaken(Badge(.men, 7)), name: "甲3")) {
      try store.changeBadge(guests[3].id, to: 7)
    }
    // Who has come stays counted, and so does who was awaited at an evening that is over.
    _ = try store.erase([people[1].id])
    #expect(try store.events().map(\.headcount.all).sorted() == [1, 2])
    #expect(try store.verify().isEmpty)
  }

  @Test(arguments: [false, true])
  func `cancels nothing of an evening that is over, and moves nobody up there`(waits: Bool) throws {
    let (event, guests) = try store.makeEvening(Store.form(capacity: 1), men: 3, women: 0)
    try store.close(event)
    let before = try store.evening(event).guests.map(\.registration.status)
    let erasure = try store.erase([guests[waits ? 1 : 0].registration.member])
    #expect(erasure.act.summary == ActSummary(.eraseMembers, count: 1))
    let after = try store.evening(event).guests
    #expect(after.map(\.id) == guests.map(\.id))
    #expect(after.map(\.registration.status) == before)
    #expect(after.map { $0.name == "〓" } == (waits ? [false, true, false] : [true, false, false]))
    #expect(try store.events().first?.headcount == Headcount(awaited: 1, waitlisted: 2))
  }

  @Test func `names nobody else and is refused for who is gone`() throws {
    let (member, _) = try liveAWhile()
    _ = try store.erase([member.id])
    #expect(try store.acts(limit: 50).contains { $0.summary.name == "王芳" })
    #expect(throws: Refusal.history(.gone)) { _ = try store.erase([member.id]) }
  }

  @Test func `the search forgets them and keeps the others`() throws {
    let (member, _) = try liveAWhile()
    var names: [String] = []
    func walk() throws {
      names = []
      let fresh = try store.eachStretch(form: 1) { _ in
      } kept: { _ in
        false
      } made: { keys in
        names += keys.map(\.name)
        return [1]
      }
      try store.keep(fresh)
    }
    try walk()
    #expect(names.count == 2)
    _ = try store.erase([member.id])
    try walk()
    #expect(names == ["王芳"])
  }
}

@Suite struct `Purging by age` {
  let store: Store
  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `shows first whom it would erase, then does`() throws {
    let old = try store.enter("王芳")
    let today = store.context.today
    #expect(throws: Refusal.register(.purgeTooYoung(days: 30))) {
      try store.purgeCandidates(PurgeRule(before: today))
    }
    let later = store.at(today.adding(months: 26))
    try later.enter("李娜")
    let rule = PurgeRule(before: today.adding(months: 24))
    #expect(try later.purgeCandidates(rule).map(\.member.id) == [old.id])
    #expect(try later.purgeCandidates(rule).first?.lastActive == today)
    #expect(try store.memberCount() == 2)
    #expect(
      try later.purgeCandidates(PurgeRule(before: rule.before, statuses: [.married])).isEmpty)
    let erasure = try #require(try later.purge(rule))
    #expect(erasure.act.summary.count == 1)
    #expect(try store.members(0..<9).map(\.name) == ["李娜"])
    #expect(try later.purge(rule) == nil)
  }

  @Test func `who came to an event or was changed since stays`() throws {
    let today = store.context.today
    let (changed, verified) = (try store.enter("王芳"), try store.enter("李娜"))
    let later = store.at(today.adding(months: 25))
    try later.edit(changed.id, [.height: "165"])
    try later.verify(verified.id, .verified())
    #expect(
      try later.purgeCandidates(PurgeRule(before: today.adding(months: 24))).isEmpty)
  }
}

extension Store {
  /// The same file on another day.
  func at(_ day: Day) -> Store {
    let days = Int64((day.year - 1970) * 365 + day.year / 4 - 492 + day.month * 30 + day.day)
    let chance = Chance(seed: 99)
    return Store(
      path: path,
      context: StoreContext(
        station: "B", operatorName: "tester",
        now: { Timestamp(milliseconds: days * 86_400_000) }, random: { chance.random() }),
      isReadOnly: false, queue: queue)
  }
}
