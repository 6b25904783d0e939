import Matchmaking
import Testing

@testable import Store

@Suite struct `The same roster after the office has worked` {
  let store: Store
  let roster = [
    MemberDraft(
      row: 2, name: "王强", sex: .man, birth: BirthDate("1992-05-04"),
      phone: PhoneNumber("13800010001"), verification: .pending, texts: [.job: "钳工"]),
    MemberDraft(
      row: 3, name: "王强", sex: .man, birth: BirthDate("1992-05"),
      phone: PhoneNumber("13800010002"), verification: .pending, texts: [.job: "车工"]),
    MemberDraft(row: 4, name: "王芳", sex: .woman, verification: .pending),
  ]

  init() throws {
    store = try Store.inMemory(context: .fixed())
    try store.importDrafts(roster)
  }

  private func expectNothingNew(_ drafts: [MemberDraft]) throws {
    let before = try store.contents()
    let summary = try store.importDrafts(drafts)
    #expect(summary.unchanged == drafts.count && summary.added == 0 && summary.updated == 0)
    #expect(summary.problems.isEmpty)
    #expect(try store.contents() == before)
  }

  @Test func `brings back nobody who was merged`() throws {
    let suspect = try #require(try store.duplicateSuspects().first)
    try store.merge(keeping: suspect.one, suspect.other)
    try expectNothingNew(roster)
    try expectNothingNew(roster.reversed())
    try expectNothingNew([roster[1]])
    #expect(try store.member(suspect.one).texts[.job] == "钳工")
    #expect(try store.duplicateSuspects().isEmpty)
  }

  @Test func `adds to a merged member what nobody said yet`() throws {
    let suspect = try #require(try store.duplicateSuspects().first)
    try store.merge(keeping: suspect.one, suspect.other)
    var longer = roster
    longer[1].height = 175
    longer[1].texts[.job] = "铣工"
    let summary = try store.importDrafts(longer)
    #expect(summary.updated == 1 && summary.added == 0)
    let member = try store.member(suspect.one)
    #expect(member.height == 175 && member.texts[.job] == "钳工")
  }

  @Test func `takes no verification away and gives none back`() throws {
    let members = try store.members(0..<9)
    try store.verify(members[0].id, .verified())
    try store.verify(members[2].id, .rejected())
    try expectNothingNew(roster)
    var bold = roster
    bold[1].verification = .verified
    bold[2].verification = .verified
    try store.importDrafts(bold)
    #expect(
      try store.members(0..<9).map(\.verification) == [.verified, .verified, .rejected])
  }
}
