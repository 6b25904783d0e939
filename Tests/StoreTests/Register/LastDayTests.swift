import GRDB
import Matchmaking
import Testing

@testable import Store

/// A limit counts on its very day as it is said to, and what is given until a day holds on it.
@Suite struct `The last day` {
  let store: Store
  let member: Member
  let today: Day

  init() throws {
    store = try Store.inMemory(context: .fixed())
    member = try store.enter("王强", [.sex: "男"])
    today = store.context.today
  }

  @Test func `of a verification puts nobody into the queue, the day after does`() throws {
    try store.verify(member.id, .verified(on: today.adding(months: -2), until: today))
    #expect(try store.member(member.id).verification == .verified)
    #expect(try store.verificationQueue().isEmpty)
    let yesterday = today.adding(days: -1)
    try store.verify(member.id, .verified(on: today.adding(months: -2), until: yesterday))
    #expect(try store.member(member.id).verification == .expired)
    #expect(try store.verificationQueue().map(\.id) == [member.id])
  }

  @Test func `of a consent may be its first, and lies never before it`() throws {
    let before = try store.contents()
    #expect(throws: Refusal.consent(.expired(.photo, on: today.adding(days: -1)))) {
      try store.giveConsent(.photo, by: member.id, until: today.adding(days: -1))
    }
    #expect(throws: Refusal.consent(.expired(.photo, on: today))) {
      try store.giveConsent(.photo, by: member.id, on: today.adding(days: 1), until: today)
    }
    #expect(try store.contents() == before)
    try store.giveConsent(.photo, by: member.id, on: today, until: today)
    #expect(try store.consents(of: member.id).allows(.photo, on: today))
    #expect(try !store.consents(of: member.id).allows(.photo, on: today.adding(days: 1)))
  }

  @Test func `somebody was heard of is not before itself`() throws {
    let chance = Chance(seed: 5)
    let muchLater = Timestamp(
      milliseconds: store.context.now().milliseconds + 200 * 86_400_000)
    let later = Store(
      path: store.path,
      context: StoreContext(
        station: "B", operatorName: "tester", now: { muchLater }, random: { chance.random() }),
      isReadOnly: false, queue: store.queue)
    #expect(try later.purgeCandidates(PurgeRule(before: today)).isEmpty)
    #expect(
      try later.purgeCandidates(PurgeRule(before: today.adding(days: 1))).map(\.member.id)
        == [member.id])
    #expect(try later.purge(PurgeRule(before: today)) == nil)
    #expect(try store.memberCount() == 1)
  }
}

@Suite struct `What erasing leaves` {
  @Test func `is no page of the file that is not in use`() throws {
    let store = try Store.inMemory(context: .fixed())
    let note = String(repeating: "很长的备注", count: 200)
    let many = try (0..<60).map { try store.enter("甲\($0)", [.text(.note): note]) }
    let pages = try store.pragma("page_count")
    _ = try store.erase(many.map(\.id))
    #expect(try store.pragma("freelist_count") == 0)
    let left = try store.pragma("page_count")
    #expect(left + 50 < pages)
  }

  /// Whose rows were emptied is brought back by no undo of what was done about others as well.
  @Test func `is not undone with what a roster changed of others`() throws {
    let store = try Store.inMemory(context: .fixed())
    let row = { (number: Int, height: Int) in
      MemberDraft(
        row: number, name: "甲\(number)", sex: .man, phone: PhoneNumber("1380000000\(number)"),
        height: height)
    }
    try store.importDrafts([row(2, 170), row(3, 171)])
    let (event, _) = try store.create(Store.form())
    let gone = try store.members(0..<1)[0]
    let guest = try store.register([.init(member: gone.id)], for: event.id).0[0].get()
    try store.checkIn(guest.id)
    try store.importDrafts([row(2, 175), row(3, 176)])
    _ = try store.secondDesk().erase([gone.id])
    let before = try store.contents()
    #expect(throws: Refusal.history(.changedSince(ActSummary(.eraseMembers, count: 1)))) {
      try store.undo(station: "A")
    }
    #expect(try store.contents() == before)
    #expect(try store.members(0..<9).map(\.height) == [176])
  }
}

extension Store {
  fileprivate func pragma(_ name: String) throws -> Int {
    try read { try Int.fetchOne($0, sql: "PRAGMA \(name)") ?? 0 }
  }
}

extension Day {
  fileprivate func adding(days: Int) -> Day {
    let (year, month, day) = Day.calendar(daysAfter1899: daysAfter1899 + days)
    return Day(year: year, month: month, day: day) ?? self
  }
}
