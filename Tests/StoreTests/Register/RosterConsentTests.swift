import Matchmaking
import Testing

@testable import Store

@Suite struct `Consents that come with a roster` {
  let store: Store
  init() throws { store = try Store.inMemory(context: .fixed()) }

  private func draft(
    _ agrees: Bool, on day: String? = nil, name: String = "王芳", job: String? = nil
  ) -> MemberDraft {
    MemberDraft(
      row: 5, name: name, phone: PhoneNumber("13800010001"), texts: job.map { [.job: $0] } ?? [:],
      consents: [.listing: ConsentAnswer(agrees: agrees, day: day.flatMap { Day($0) })])
  }

  private var id: MemberID { get throws { try store.members(0..<1)[0].id } }
  private var consents: [Consent] { get throws { try store.consents(of: id).all } }
  private var today: Day { store.context.today }

  @Test func `a yes is a consent from the day of the answer, in the act of the import`() throws {
    #expect(try store.importDrafts([draft(true, on: "2026-03-01")]).added == 1)
    #expect(try consents == [Consent(.listing, granted: Store.day("2026-03-01"))])
    _ = try store.proof(of: ListingUse.self, by: id)
    #expect(try store.acts(limit: 9).count == 1)
    try store.undo()
    #expect(try store.memberCount() == 0 && store.contents()["consent"] == [])
    try store.redo()
    #expect(try consents.count == 1)
  }

  @Test func `without a day it is from the day of the import, and again it changes nothing`() throws
  {
    try store.importDrafts([draft(true)])
    #expect(try consents == [Consent(.listing, granted: today)])
    let before = try store.contents()
    #expect(try store.importDrafts([draft(true)]).unchanged == 1)
    #expect(try store.contents() == before)
  }

  @Test func `a day yet to come is today`() throws {
    try store.importDrafts([draft(true, on: "2199-01-01")])
    #expect(try consents.map(\.granted) == [today])
  }

  @Test func `somebody who is known gives it too, and that is an update`() throws {
    try store.importDrafts([MemberDraft(name: "王芳", phone: PhoneNumber("13800010001"))])
    let summary = try store.importDrafts([draft(true)])
    #expect(summary.updated == 1 && summary.unchanged == 0 && summary.problems.isEmpty)
    #expect(try consents.count == 1)
  }

  @Test func `a roster does not bring back what was taken back`() throws {
    try store.importDrafts([draft(true, on: "2026-03-01")])
    try store.revokeConsent(.listing, by: id)
    for old in [draft(true), draft(true, on: "2026-03-01")] {
      let summary = try store.importDrafts([old])
      #expect(summary.unchanged == 1)
      #expect(summary.problems.map(\.code) == [.consentStaysEnded] && summary.problems[0].isLoss)
    }
    #expect(throws: Refusal.self) { try store.proof(of: ListingUse.self, by: id) }
  }

  @Test func `a later yes than the taking back is a new consent`() throws {
    try store.importDrafts([draft(true, on: "2026-03-01")])
    try store.revokeConsent(.listing, by: id, on: Store.day("2026-04-01"))
    #expect(try store.importDrafts([draft(true, on: "2026-05-01")]).updated == 1)
    #expect(try consents.map(\.granted.description) == ["2026-03-01", "2026-05-01"])
  }

  @Test func `a no ends what was given before it and is told`() throws {
    try store.importDrafts([draft(true, on: "2026-03-01")])
    let summary = try store.importDrafts([draft(false, on: "2026-05-01")])
    #expect(summary.updated == 1)
    #expect(
      summary.problems == [
        ImportProblem(
          row: 5, column: "consent:listing", code: .consentEnded, evidence: "2026-03-01",
          isRefusal: false)
      ])
    #expect(try consents.map(\.revoked) == [Store.day("2026-05-01")])
    #expect(try store.importDrafts([draft(false, on: "2026-05-01")]).unchanged == 1)
    try store.undo()
    #expect(try consents.map(\.revoked) == [nil])
  }

  @Test func `an older no says nothing about a newer consent, one without a day ends it`() throws {
    try store.importDrafts([draft(true, on: "2026-05-01")])
    #expect(try store.importDrafts([draft(false, on: "2026-03-01")]).unchanged == 1)
    #expect(try store.importDrafts([draft(false)]).problems.map(\.code) == [.consentEnded])
    #expect(try consents.map(\.revoked) == [today])
  }

  @Test func `a no about somebody new is no consent`() throws {
    try store.importDrafts([draft(false)])
    #expect(try consents.isEmpty)
  }

  @Test func `a rehearsal says the same and writes none`() throws {
    try store.importDrafts([draft(true, on: "2026-03-01")])
    let no = draft(false, on: "2026-05-01", job: "教师")
    let rehearsed = try store.importDrafts([no], rehearsing: true)
    #expect(try consents.map(\.revoked) == [nil])
    #expect(try store.importDrafts([no]) == rehearsed)
  }
}

@Suite struct `A column that is read as a field from now on` {
  let store: Store
  init() throws {
    store = try Store.inMemory(context: .fixed())
    try store.importDrafts([
      MemberDraft(
        name: "王芳", phone: PhoneNumber("13800010001"), extras: ["所在部门": "财务科", "血型": "O"]),
      MemberDraft(name: "李四", phone: PhoneNumber("13800010002"), extras: ["所在部门": "综合办"]),
    ])
  }

  private func batch(_ drafts: [MemberDraft]) -> DraftBatch {
    var batch = DraftBatch(
      [.name, .phone, .text(.employer)], settling: ["所在部门": .text(.employer), "姓名": .name])
    for draft in drafts {
      batch.begin(row: 2)
      batch.say(draft.name, 0)
      batch.say(draft.phone?.digits ?? "", 1)
      if let employer = draft.texts[.employer] { batch.say(employer, 2) }
    }
    return batch
  }

  private func take(_ drafts: [MemberDraft]) throws -> ImportSummary {
    var batches = [batch(drafts)]
    return try store.importMembers { batches.popLast() }.0
  }

  @Test func `leaves no raw copy with whom it says something of`() throws {
    let drafts = [
      MemberDraft(name: "王芳", phone: PhoneNumber("13800010001"), texts: [.employer: "财务科"]),
      MemberDraft(name: "李四", phone: PhoneNumber("13800010002")),
    ]
    let summary = try take(drafts)
    #expect(summary.updated == 1 && summary.unchanged == 1)
    let members = try store.members(0..<2)
    #expect(members[0].extras == ["血型": "O"] && members[0].texts[.employer] == "财务科")
    // Nothing stands in the field, so the copy is all there is.
    #expect(members[1].extras == ["所在部门": "综合办"])
    #expect(try take(drafts).unchanged == 2)
    try store.undo()
    #expect(try store.members(0..<1)[0].extras == ["所在部门": "财务科", "血型": "O"])
  }

  @Test func `also where the field said the same before`() throws {
    try store.edit(store.members(0..<1)[0].id, [.text(.employer): "财务科"])
    let draft = MemberDraft(
      name: "王芳", phone: PhoneNumber("13800010001"), texts: [.employer: "财务科"])
    #expect(try take([draft]).updated == 1)
    #expect(try store.members(0..<1)[0].extras == ["血型": "O"])
  }

  /// What came in before anybody said what the column is.
  private func late(_ head: String, _ field: DraftField, _ copy: String, _ said: String) throws
    -> (ImportSummary, [Member])
  {
    let store = try Store.inMemory(context: .fixed())
    try store.importDrafts([
      MemberDraft(name: "甲一", extras: [head: copy]), MemberDraft(name: "乙二", extras: [head: "x"]),
    ])
    var batch = DraftBatch([.name, field], settling: [head: field])
    batch.begin(row: 2)
    batch.say("甲一", 0)
    batch.say(said, 1)
    var batches = [batch]
    let summary = try store.importMembers { batches.popLast() }.0
    return (summary, try store.members(0..<9))
  }

  @Test(arguments: [
    ("电话本", DraftField.phone, "15400000001（微信同号）", "15400000001"),
    ("电话本", .phone, "154 0000 0001", "15400000001"), ("生于", .birth, "95年8月", "1995-08"),
    ("科室", .text(.employer), "财务科", "财务科"),
  ])
  func `enters nobody a second time who came in while it was kept as it stood`(
    _ head: String, _ field: DraftField, _ copy: String, _ said: String
  ) throws {
    let (summary, members) = try late(head, field, copy, said)
    #expect(summary.updated == 1 && summary.added == 0)
    #expect(members.count == 2 && members[0].extras.isEmpty && members[1].extras == [head: "x"])
    #expect(summary.changes.map(\.after).contains(said))
  }

  /// What the register knows of somebody goes before what a column once said besides.
  @Test func `nor is somebody met by a copy who is known otherwise`() throws {
    let store = try Store.inMemory(context: .fixed())
    var known = MemberDraft(name: "甲一", extras: ["生于": "95年8月"])
    known.birth = BirthDate("1996-08")
    try store.importDrafts([known])
    var batch = DraftBatch([.name, .birth], settling: ["生于": .birth])
    batch.begin(row: 2)
    batch.say("甲一", 0)
    batch.say("1995-08", 1)
    var batches = [batch]
    let summary = try store.importMembers { batches.popLast() }.0
    #expect(summary.added == 1 && summary.updated == 0)
    #expect(try store.members(0..<9).map { $0.birth?.description } == ["1996-08", "1995-08"])
  }

  @Test(arguments: [
    ("电话本", DraftField.phone, "15400000009", "15400000001"), ("生于", .birth, "96年8月", "1995-08"),
    ("科室", .text(.employer), "综合办", "财务科"),
  ])
  func `but a namesake of whom it said something else is somebody else`(
    _ head: String, _ field: DraftField, _ copy: String, _ said: String
  ) throws {
    let (summary, members) = try late(head, field, copy, said)
    #expect(summary.added == 1 && summary.updated == 0 && members.count == 3)
    #expect(members[0].extras == [head: copy])
  }

  @Test func `of numbers finds them too, and leaves the copy while another number stands`() throws {
    let (summary, members) = try late("工号", .number, "YL001", "YL001")
    #expect(summary.added == 0 && summary.problems.map(\.code) == [.handCorrected])
    #expect(members.count == 2 && members[0].extras == ["工号": "YL001"])
  }
}
