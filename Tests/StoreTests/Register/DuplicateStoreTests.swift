import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Members entered twice` {
  let store: Store
  let one: Member
  let other: Member

  init() throws {
    store = try Store.inMemory(context: .fixed())
    one = try store.enter("王强", [.sex: "男", .birth: "1992-05-04", .text(.job): "钳工"])
    other = try store.enter(
      "王强",
      [.sex: "男", .birth: "1992-05", .phone: "13800010007", .text(.job): "车工", .height: "175"])
    try store.enter("王芳", [.phone: "13900010007"])
  }

  @Test func `are found by phone and by name with birth date`() throws {
    let found = try store.duplicateSuspects()
    #expect(found.map(\.grounds) == [[.nameAndBirth]])
    #expect(found.first?.one == one.id && found.first?.other == other.id)
    let twin = try store.enter("李四", [.phone: "13900010007"])
    #expect(
      try store.duplicateSuspects().contains { $0.other == twin.id && $0.grounds == [.phone] })
  }

  @Test func `kept apart they are never shown again, until that is taken back`() throws {
    try store.keepApart(other.id, one.id)
    #expect(try store.duplicateSuspects().isEmpty)
    #expect(try store.duplicateDecisions().first?.outcome == .keptApart)
    try store.undo()
    #expect(try store.duplicateSuspects().count == 1)
  }

  @Test func `merged they are one, with everything that was the other's`() throws {
    let (event, _) = try store.create(Store.form())
    let (results, _) = try store.register([Enrolment(member: other.id)], for: event.id)
    let guest = try results[0].get()
    #expect(guest.registration.member == other.id)
    try store.giveConsent(.photo, by: other.id)
    try store.verify(other.id, .verified(until: Store.day("2027-08-01")))
    let before = try store.contents()
    let (merge, act) = try store.merge(keeping: one.id, other.id)
    #expect(act.summary == ActSummary(.mergeMembers, name: "王强"))
    #expect(merge.conflicts.map(\.field) == [.detail(.text(.job))])
    let kept = try store.member(one.id)
    #expect(kept.number == one.number && kept.height == 175 && kept.texts[.job] == "钳工")
    #expect(kept.verification == .verified)
    #expect(try store.verifiedUntil(one.id) == Day("2027-08-01"))
    #expect(try store.consents(of: one.id).all.count == 1)
    #expect(try store.evening(event.id).guests.map(\.registration.member) == [one.id])
    #expect(throws: Refusal.history(.gone)) { try store.member(other.id) }
    #expect(try store.duplicateSuspects().isEmpty)
    #expect(try store.verify().isEmpty)
    try store.undo()
    #expect(try store.contents() == before)
    try store.redo()
    #expect(try store.member(one.id) == kept)
  }

  @Test func `the other's word stands where it is chosen`() throws {
    try store.merge(keeping: one.id, other.id, choices: [.detail(.text(.job)): .other])
    #expect(try store.member(one.id).texts[.job] == "车工")
  }

  @Test func `by what a roster knows the other goes along, from one merge to the next`() throws {
    let third = try store.enter("王强", [.phone: "13700010007"])
    try store.merge(keeping: one.id, other.id)
    try store.merge(keeping: third.id, one.id)
    let aliases = try store.read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT DISTINCT number FROM member_alias WHERE member = ? AND ground = 'merged'",
        arguments: [third.id.description]
      ).map { $0["number"] as String }
    }
    #expect(Set(aliases) == [other.number, one.number])
    #expect(try store.enter("新人").number == "100005")
    _ = try store.erase([third.id])
    #expect(try store.contents()["member_alias"] == [])
  }

  @Test func `who is registered twice for one event is not merged`() throws {
    let (event, _) = try store.create(Store.form("QX"))
    try store.register([one, other].map { Enrolment(member: $0.id) }, for: event.id)
    let refusal = Refusal.register(
      .bothRegistered(event: "QX", kept: one.number, other: other.number))
    #expect(throws: refusal) { try store.merge(keeping: one.id, other.id) }
    #expect(try store.memberCount() == 3)
  }

  @Test func `one entry is neither merged with itself nor kept apart`() throws {
    let refusal = Refusal.register(.sameMember("王强"))
    #expect(throws: refusal) { try store.merge(keeping: one.id, one.id) }
    #expect(throws: refusal) { try store.keepApart(one.id, one.id) }
  }
}
