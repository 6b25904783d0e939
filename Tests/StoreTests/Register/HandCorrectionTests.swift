import GRDB
import Matchmaking
import Testing

@testable import Store

/// A field, what a roster says of it and what somebody corrects it to.
struct Correction: Sendable, CustomTestStringConvertible {
  let field: MemberField
  let roster: String
  let hand: String

  init(_ field: MemberField, _ roster: String, _ hand: String) {
    self.field = field
    self.roster = roster
    self.hand = hand
  }

  var testDescription: String { field.word }

  /// One for every field there is, and for a column that the program does not know.
  static let all: [Correction] =
    [
      Correction(.number, "A1", "A9"), Correction(.name, "王方", "王芳"),
      Correction(.sex, "M", "F"), Correction(.birth, "1992-05-04", "1993-05-04"),
      Correction(.phone, "13800010001", "13900010001"), Correction(.height, "156", "165"),
      Correction(.extra("血型"), "A", "AB"), Correction(.text(.residentDigits), "0012", "0021"),
    ]
    + MemberText.allCases.filter { $0 != .residentDigits }.map {
      Correction(.text($0), "名册的\($0.rawValue)", "手工的\($0.rawValue)")
    }
}

@Suite struct `A roster that comes again after corrections by hand` {
  let store: Store
  let row: MemberDraft

  init() throws {
    store = try Store.inMemory(context: .fixed())
    var row = MemberDraft(row: 2, number: "A1", name: "王方")
    row.sex = .man
    row.birth = BirthDate("1992-05-04")
    row.phone = PhoneNumber("13800010001")
    row.height = 156
    row.extras = ["血型": "A"]
    row.texts = Dictionary(
      uniqueKeysWithValues: MemberText.allCases.map { ($0, "名册的\($0.rawValue)") })
    row.texts[.residentDigits] = "0012"
    self.row = row
    try store.importDrafts([row])
  }

  private func only() throws -> Member {
    let members = try store.members(0..<9)
    try #require(members.count == 1)
    return members[0]
  }

  /// Brings the roster again, which must change nothing and say the same as the time before.
  @discardableResult
  private func again(
    _ drafts: [MemberDraft]? = nil, _ store: Store? = nil
  ) throws -> [FieldDifference] {
    let store = store ?? self.store
    let (before, act) = (try store.contents(), try store.acts(limit: 1).first?.sequence)
    let drafts = drafts ?? [row]
    let rehearsed = try store.importDrafts(drafts, rehearsing: true)
    let first = try store.importDrafts(drafts)
    #expect(rehearsed == first)
    #expect(first.unchanged == drafts.count && first.added + first.updated + first.refused == 0)
    #expect(try store.importDrafts(drafts) == first)
    #expect(try store.contents() == before)
    #expect(try store.acts(limit: 1).first?.sequence == act)
    #expect(first.changes.isEmpty && first.overruled == 0)
    #expect(first.problems.allSatisfy { $0.code == .handCorrected && $0.isLoss && !$0.isRefusal })
    return first.kept
  }

  @Test(arguments: Correction.all)
  func `leaves the field alone and tells both values, until the correction is taken back`(
    correction: Correction
  ) throws {
    let before = try only()
    #expect(before.text(of: correction.field) == correction.roster)
    try store.edit(before.id, [correction.field: correction.hand])
    let corrected = try only()
    let kept = try again()
    #expect(try only() == corrected)
    #expect(kept.map(\.field) == [.detail(correction.field)])
    #expect(kept.map(\.before) == [correction.hand] && kept.map(\.after) == [correction.roster])
    #expect(kept.map(\.row) == [2] && kept.map(\.name) == [corrected.name])
    #expect(kept.map(\.number) == [corrected.number] && kept.map(\.member) == [before.id])
    try store.undo()
    #expect(try again().isEmpty)
    #expect(try only() == before)
    try store.redo()
    #expect(try again() == kept)
    #expect(try only() == corrected)
  }

  @Test(arguments: Correction.all)
  func `takes the field where somebody says so, on record, and it is the roster's again`(
    correction: Correction
  ) throws {
    let id = try only().id
    try store.edit(id, [correction.field: correction.hand])
    let corrected = try only()
    let preference = RosterPreference(fields: [correction.field])
    let rehearsed = try store.importDrafts([row], rehearsing: true, taking: preference)
    #expect(try only() == corrected)
    let summary = try store.importDrafts([row], taking: preference)
    #expect(rehearsed == summary)
    #expect(summary.updated == 1 && summary.overruled == 1 && summary.problems.isEmpty)
    #expect(summary.changes.map(\.before) == [correction.hand])
    #expect(summary.changes.map(\.after) == [correction.roster])
    #expect(try only().text(of: correction.field) == correction.roster)
    #expect(try only().byHand.isEmpty)
    let act = try #require(try store.acts(limit: 1).first)
    #expect(act.summary.verb == .importMembers && act.summary.detail == "1")
    #expect(try again().isEmpty)
    var newer = row
    newer.height = 199
    #expect(try store.importDrafts([newer]).overruled == 0)
    try store.undo()
    try store.undo()
    #expect(try only() == corrected)
    #expect(try again().count == 1)
  }

  @Test(arguments: Correction.all.filter { $0.field != .name && $0.field != .number })
  func `leaves empty what was emptied by hand`(correction: Correction) throws {
    try store.edit(try only().id, [correction.field: ""])
    let kept = try again()
    #expect(kept.map(\.before) == [""] && kept.map(\.after) == [correction.roster])
    #expect(try only().text(of: correction.field).isEmpty)
  }

  @Test(arguments: Correction.all)
  func `that says what was corrected has no difference, and the next one has`(
    correction: Correction
  ) throws {
    let id = try only().id
    try store.edit(id, [correction.field: correction.hand])
    let mended = DraftBatch([row]).draft(0).saying(correction.hand, of: correction.field)
    let summary = try store.importDrafts([mended])
    #expect(summary.unchanged == 1 && summary.problems.isEmpty)
    #expect(try again().count == 1)
  }

  @Test func `still takes what nobody corrected, and tells it before and after`() throws {
    try store.edit(try only().id, [.text(.job): "钳工"])
    var newer = row
    newer.texts[.job] = "车工"
    newer.texts[.employer] = "港务局"
    newer.phone = PhoneNumber("13700010001")
    newer.extras["星座"] = "白羊"
    let summary = try store.importDrafts([newer])
    #expect(summary.updated == 1 && summary.kept.map(\.field) == [.text(.job)])
    #expect(summary.changes.map(\.field) == [.phone, .text(.employer), .extra("星座")])
    #expect(summary.changes.map(\.before) == ["13800010001", "名册的employer", ""])
    #expect(summary.changes.map(\.after) == ["13700010001", "港务局", "白羊"])
    #expect(summary.changesByField.map(\.count) == [1, 1, 1])
    #expect(try only().byHand == [.text(.job)])
    #expect(try store.acts(limit: 1)[0].summary.detail == nil)
  }

  @Test func `changes nothing of a birth date by saying less of it`() throws {
    var vague = row
    for text in ["1992", "1992-05"] {
      vague.birth = BirthDate(text)
      let summary = try store.importDrafts([vague])
      #expect(summary.unchanged == 1 && summary.problems.isEmpty)
    }
    #expect(try only().birth == BirthDate("1992-05-04"))
    try store.edit(try only().id, [.birth: "1992-05"])
    let kept = try again()
    #expect(kept.map(\.before) == ["1992-05"] && kept.map(\.after) == ["1992-05-04"])
    vague.birth = BirthDate("1992-06")
    #expect(try store.importDrafts([vague]).kept.map(\.after) == ["1992-06"])
  }

  @Test func `takes only the differences that somebody saw`() throws {
    let id = try only().id
    try store.edit(id, [.height: "165", .text(.job): "钳工"])
    let seen = try again()
    let chosen = Set(seen.filter { $0.field == .height })
    try store.edit(id, [.height: "170"])
    let late = try store.importDrafts([row], taking: RosterPreference(differences: chosen))
    #expect(late.overruled == 0 && late.kept.count == 2)
    try store.undo()
    let summary = try store.importDrafts([row], taking: RosterPreference(differences: chosen))
    #expect(summary.overruled == 1 && summary.kept.map(\.field) == [.text(.job)])
    #expect(try only().height == 156 && only().texts[.job] == "钳工")
  }

  @Test func `takes all where that is said`() throws {
    let before = try only()
    try store.edit(before.id, [.height: "165", .text(.job): "", .name: "王芳"])
    let summary = try store.importDrafts([row], taking: RosterPreference(isForAll: true))
    #expect(summary.overruled == 3 && summary.kept.isEmpty)
    #expect(try only() == before)
    #expect(try again().isEmpty)
  }

  @Test func `takes no verification, tells a contrary one and passes over one that waits`() throws {
    let id = try only().id
    try store.verify(id, .rejected())
    var bold = row
    bold.verification = .verified
    for preference in [.none, RosterPreference(isForAll: true)] {
      let summary = try store.importDrafts([bold], taking: preference)
      #expect(summary.unchanged == 1 && summary.kept.map(\.field) == [.verification])
      #expect(summary.kept.map(\.before) == ["rejected"])
    }
    bold.verification = .pending
    #expect(try again([bold]).isEmpty)
    #expect(try only().verification == .rejected)
    try store.undo()
    bold.verification = .verified
    let summary = try store.importDrafts([bold])
    #expect(summary.changes.map(\.field) == [.verification] && summary.problems.isEmpty)
  }

  @Test func `leaves what was read off the identity card`() throws {
    let store = try Store.inMemory(context: .fixed())
    var draft = MemberDraft(row: 2, number: "A1", name: "王方", birth: BirthDate("1992-05"))
    try store.importDrafts([draft])
    let id = try store.members(0..<1)[0].id
    let number = try #require(ResidentNumber(residentNumber("19920504", serial: "001")))
    try store.verify(id, .verified(), resident: number)
    #expect(try store.member(id).byHand == [.sex, .birth, .text(.residentDigits)])
    draft.sex = .woman
    draft.birth = BirthDate("1992-05-06")
    #expect(try again([draft], store).map(\.field) == [.sex, .birth])
  }

  @Test func `leaves what somebody typed of one who was entered by hand, and fills the rest`()
    throws
  {
    let id = try store.enter("李强", [.phone: "13800020002", .text(.employer): "港务局"]).id
    let draft = MemberDraft(
      row: 3, name: "李强", sex: .man, phone: PhoneNumber("13800020002"),
      texts: [.employer: "港务集团"])
    let summary = try store.importDrafts([draft])
    #expect(summary.added == 0 && summary.updated == 1)
    #expect(summary.kept.map(\.field) == [.text(.employer)])
    #expect(summary.changes.map(\.field) == [.sex])
    #expect(try store.member(id).texts[.employer] == "港务局")
    var other = draft
    other.sex = .woman
    #expect(try store.importDrafts([other]).updated == 1, "what a roster filled is the roster's")
  }

  @Test func `leaves what was said at the door`() throws {
    let (event, _) = try store.create(Store.form())
    let phone = PhoneNumber("13800030003")
    try store.walkIn(
      .stranger(name: "周敏", sex: .woman, phone: phone, employer: "三中"), to: event.id)
    let draft = MemberDraft(
      row: 3, name: "周敏", sex: .man, phone: phone, height: 160, texts: [.employer: "四中"])
    let summary = try store.importDrafts([draft])
    #expect(summary.added == 0 && summary.kept.map(\.field) == [.sex, .text(.employer)])
    #expect(summary.changes.map(\.field) == [.height])
  }

  @Test func `finds nothing of a correction in the file once the member is erased`() throws {
    let (event, _) = try store.create(Store.form())
    let id = try only().id
    try store.edit(id, [.phone: "13900010001", .text(.job): "钳工", .sex: "女"])
    let guest = try store.register([Enrolment(member: id)], for: event.id).0[0].get()
    try store.checkIn(guest.id)
    _ = try store.erase([id])
    #expect(try store.contents()["member_alias"] == [])
    let marks = try store.read { try String?.fetchAll($0, sql: "SELECT by_hand FROM member") }
    #expect(marks == [nil])
    let log = try store.read {
      try String.fetchAll($0, sql: "SELECT ifnull(before, '') || ifnull(after, '') FROM change")
    }
    #expect(!log.contains { $0.contains("by_hand") || $0.contains("13800010001") })
    #expect(try store.importDrafts([row]).added == 1)
  }
}

extension MemberDraft {
  /// The same row with another word in one field.
  fileprivate func saying(_ text: String, of field: MemberField) -> MemberDraft {
    var batch = DraftBatch([self])
    if case .extra(let head) = field {
      var draft = self
      draft.extras[head] = text
      batch = DraftBatch([draft])
    } else if let slot = batch.slot(.detail(field)) {
      batch.say(text, slot)
    }
    return batch.draft(0)
  }
}
