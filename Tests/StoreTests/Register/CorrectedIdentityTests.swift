import Matchmaking
import Testing

@testable import Store

/// By what a roster tells who its rows are about.
enum Telling: CaseIterable, Sendable {
  case number, phone, birthAndEmployer, everything

  func row(_ whole: MemberDraft) -> MemberDraft {
    var row = whole
    if self == .phone || self == .birthAndEmployer { row.number = nil }
    if self == .number || self == .birthAndEmployer { row.phone = nil }
    if self == .phone || self == .number { row.texts[.employer] = nil }
    return row
  }
}

@Suite struct `Who was corrected by hand is found by what a roster knows` {
  let store: Store
  static let whole = MemberDraft(
    row: 2, number: "A1", name: "王方", sex: .woman, birth: BirthDate("1992-05-04"),
    phone: PhoneNumber("13800010001"), texts: [.employer: "港务局"])

  init() throws { store = try Store.inMemory(context: .fixed()) }

  static let corrections: [[MemberField: String]] = [
    [.number: "B7"], [.name: "王芳"], [.phone: "13900010001"], [.phone: ""], [.birth: "1993-05-04"],
    [.birth: ""], [.text(.employer): "港务集团"], [.text(.employer): ""],
    [.name: "王芳", .phone: "13900010001"], [.number: "B7", .name: "王芳"],
    [.number: "B7", .phone: "13900010001"], [.name: "王芳", .birth: "1993"],
    [.number: "B7", .name: "王芳", .phone: "13900010001", .birth: "", .text(.employer): ""],
  ]

  @Test(arguments: corrections, Telling.allCases)
  func `so that nobody is entered a second time`(
    correction: [MemberField: String], telling: Telling
  ) throws {
    let row = telling.row(Self.whole)
    try store.importDrafts([row])
    let id = try store.members(0..<1)[0].id
    try store.edit(id, correction)
    let corrected = try store.member(id)
    for _ in 0..<2 {
      let summary = try store.importDrafts([row])
      #expect(summary.added == 0 && summary.refused == 0 && summary.unchanged == 1)
      #expect(try store.member(id) == corrected)
    }
    #expect(try store.memberCount() == 1 && store.verify().isEmpty)
    try store.undo()
    #expect(try store.importDrafts([row]).problems.isEmpty)
  }

  @Test(arguments: Telling.allCases)
  func `also where they were corrected one after the other, and back`(telling: Telling) throws {
    let row = telling.row(Self.whole)
    try store.importDrafts([row])
    let id = try store.members(0..<1)[0].id
    for (field, text) in [
      (MemberField.name, "王芳"), (.phone, "13900010001"), (.name, "王昉"), (.birth, "1993"),
      (.name, "王方"), (.name, "王芳"), (.text(.employer), "三中"),
    ] {
      try store.edit(id, [field: text])
      #expect(try store.importDrafts([row]).added == 0, "\(field) \(text)")
    }
    #expect(try store.memberCount() == 1)
    // What was so before is not kept twice.
    let former = try #require(try store.contents()["member_alias"])
    try store.edit(id, [.name: "王方"])
    try store.edit(id, [.name: "王芳"])
    try store.edit(id, [.name: "王方"])
    #expect(try store.contents()["member_alias"]?.count == former.count + 2)
  }

  /// The union has mended one of two.
  @Test func `also where the roster has taken over some of it`() throws {
    var row = Telling.phone.row(Self.whole)
    try store.importDrafts([row])
    let id = try store.members(0..<1)[0].id
    try store.edit(id, [.name: "王芳", .phone: "13900010001"])
    row.phone = PhoneNumber("13900010001")
    #expect(try store.importDrafts([row]).kept.map(\.field) == [.name])
    row = Telling.phone.row(Self.whole)
    row.name = "王芳"
    #expect(try store.importDrafts([row]).kept.map(\.field) == [.phone])
    #expect(try store.memberCount() == 1)
  }

  @Test func `also where the roster has mended the name and has the old phone still`() throws {
    var row = Telling.number.row(Self.whole)
    row.phone = Self.whole.phone
    try store.importDrafts([row])
    let id = try store.members(0..<1)[0].id
    try store.edit(id, [.phone: "13900010001"])
    row.name = "王芳"
    let summary = try store.importDrafts([row])
    #expect(summary.changes.map(\.field) == [.name] && summary.kept.map(\.field) == [.phone])
    #expect(try store.member(id).name == "王芳" && store.memberCount() == 1)
  }

  @Test func `a number goes from hand to hand and back only where somebody says so`() throws {
    try store.importDrafts([Self.whole])
    let id = try store.members(0..<1)[0].id
    try store.edit(id, [.number: "B7"])
    try store.edit(id, [.number: "A1"])
    var other = Self.whole
    other.number = "B7"
    #expect(try store.importDrafts([other]).kept.map(\.field) == [.number])
    let taken = try store.importDrafts([other], taking: RosterPreference(fields: [.number]))
    #expect(taken.overruled == 1)
    #expect(try store.member(id).number == "B7")
    // It is in nobody's hand any more, and still no roster changes it by itself.
    #expect(try store.importDrafts([Self.whole]).kept.map(\.field) == [.number])
    #expect(try store.member(id).number == "B7" && store.memberCount() == 1)
  }

  /// One file with the old row and the mended one.
  @Test func `and two rows of one file, as before and as corrected, are one person twice`() throws {
    let old = Telling.phone.row(Self.whole)
    try store.importDrafts([old])
    let id = try store.members(0..<1)[0].id
    try store.edit(id, [.phone: "13900010001"])
    var mended = old
    mended.row = 3
    mended.height = 165
    mended.phone = PhoneNumber("13900010001")
    let summary = try store.importDrafts([mended, old])
    #expect(summary.updated == 1 && summary.added == 0)
    #expect(summary.problems.map(\.code) == [.repeatedRow])
    #expect(try store.memberCount() == 1)
  }

  @Test func `a namesake with another phone is another person and overwrites nothing`() throws {
    try store.importDrafts([Self.whole])
    let before = try store.members(0..<1)
    var namesake = Telling.phone.row(Self.whole)
    namesake.texts = Self.whole.texts
    namesake.row = 3
    namesake.phone = PhoneNumber("13700010009")
    namesake.height = 170
    #expect(try store.importDrafts([namesake]).added == 1)
    #expect(try store.members(0..<9).first { $0.id == before[0].id } == before[0])
    // Nor where a correction took the phone away: what the member had is not this one's.
    try store.undo()
    try store.edit(before[0].id, [.phone: "13900010001"])
    #expect(try store.importDrafts([namesake]).added == 1)
  }

  @Test(arguments: [("1992-05-04", ""), ("", "港务局")])
  func `a phone fills in nobody of whom only the name and one thing more are the same`(
    birth: String, employer: String
  ) throws {
    var row = MemberDraft(row: 2, name: "王方", birth: BirthDate(birth))
    if !employer.isEmpty { row.texts[.employer] = employer }
    try store.importDrafts([row])
    row.phone = PhoneNumber("13700010009")
    #expect(try store.importDrafts([row]).added == 1)
  }

  @Test func `a number that was theirs can be somebody else's by now`() throws {
    try store.importDrafts([Self.whole])
    let id = try store.members(0..<1)[0].id
    try store.edit(id, [.number: "B7"])
    let stranger = MemberDraft(
      row: 3, number: "A1", name: "赵云", phone: PhoneNumber("13600010001"))
    #expect(try store.importDrafts([stranger]).added == 1, "the number is free")
    let newcomer = try #require(try store.members(named: "A1").first)
    #expect(newcomer.name == "赵云" && newcomer.id != id)
    // Each row goes to whom it is about, whatever the numbers say.
    var longer = [Self.whole, stranger]
    longer[0].height = 165
    longer[1].height = 180
    let summary = try store.importDrafts(longer)
    #expect(summary.updated == 2 && summary.refused == 0)
    #expect(summary.kept.map(\.field) == [.number])
    #expect(try store.member(id).height == 165 && store.member(id).number == "B7")
    #expect(try store.member(newcomer.id).height == 180)
    // The number cannot be taken back from the roster while it is another's.
    let taking = try store.importDrafts(longer, taking: RosterPreference(isForAll: true))
    #expect(taking.overruled == 0 && taking.kept.map(\.field) == [.number])
  }

  @Test func `nor a namesake's who has the number by now`() throws {
    try store.importDrafts([Self.whole])
    let id = try store.members(0..<1)[0].id
    try store.edit(id, [.number: "B7"])
    let corrected = try store.member(id)
    let namesake = try store.enter("王方", [.number: "A1", .phone: "13700010009"])
    var row = MemberDraft(
      row: 3, number: "A1", name: "王方", phone: PhoneNumber("13700010009"), height: 171)
    #expect(try store.importDrafts([row]).updated == 1)
    #expect(try store.member(namesake.id).height == 171)
    row.phone = nil
    row.height = 172
    #expect(
      try store.importDrafts([row]).updated == 1, "the number decides where nothing else does")
    #expect(try store.member(namesake.id).height == 172)
    #expect(try store.member(id) == corrected)
  }

  @Test func `a number beyond six digits that was theirs is handed out to nobody either`() throws {
    try store.importDrafts([MemberDraft(row: 2, number: "999999", name: "末")])
    let member = try store.enter("王方")
    #expect(member.number == "1000000")
    try store.edit(member.id, [.number: "B7"])
    try store.importDrafts([MemberDraft(row: 2, name: "新人")])
    #expect(try store.members(named: "新人").map(\.number) == ["1000001"])
    #expect(try store.enter("又一个").number == "1000002")
    #expect(try store.importDrafts([MemberDraft(row: 2, number: "1000000", name: "王方")]).added == 0)
  }

  @Test func `a number that was theirs is handed out to nobody`() throws {
    let member = try store.enter("王方")
    #expect(member.number == "100001")
    try store.edit(member.id, [.number: "B7"])
    try store.importDrafts([MemberDraft(row: 2, name: "新人")])
    #expect(try store.enter("又一个").number == "100003")
    #expect(try store.members(named: "新人").map(\.number) == ["100002"])
  }

  @Test func `another's number under another name and phone is still refused`() throws {
    try store.importDrafts([Self.whole])
    let id = try store.members(0..<1)[0].id
    try store.edit(id, [.name: "王芳", .phone: "13900010001"])
    let stranger = MemberDraft(row: 3, number: "A1", name: "赵云", height: 190)
    let summary = try store.importDrafts([stranger])
    #expect(summary.problems.map(\.code) == [.numberTaken])
    #expect(summary.problems.map(\.evidence) == ["A1 王芳"])
    #expect(try store.member(id).height == nil)
  }

  @Test func `who is called so now comes before who was called so once`() throws {
    try store.importDrafts([Telling.phone.row(Self.whole)])
    let old = try store.members(0..<1)[0].id
    try store.edit(old, [.phone: "13900010001"])
    let owner = try store.enter("王方", [.phone: "13800010001"])
    var row = Telling.phone.row(Self.whole)
    row.height = 177
    #expect(try store.importDrafts([row]).updated == 1)
    #expect(try store.member(owner.id).height == 177)
    #expect(try store.member(old).height == nil)
  }

  @Test(arguments: [1, 2, 3])
  func `the right one of several`(chosen: Int) throws {
    var rows = (1...3).map { place in
      MemberDraft(
        row: place + 1, name: "王\(place)", phone: PhoneNumber("1380001000\(place)"),
        texts: [.job: "钳工"])
    }
    try store.importDrafts(rows)
    let id = try #require(try store.members(named: "王\(chosen)").first).id
    try store.edit(id, [.name: "新\(chosen)"])
    rows[chosen - 1].texts[.job] = "车工"
    #expect(try store.importDrafts(rows).updated == 1)
    #expect(try store.member(id).texts[.job] == "车工" && store.memberCount() == 3)
  }
}

@Suite struct `What a row of a roster changed counts for the rows below` {
  let store: Store
  private let known = MemberDraft(
    row: 2, number: "A1", name: "王方", birth: BirthDate("1992-05-04"),
    phone: PhoneNumber("13800010001"), texts: [.employer: "港务局"])

  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `a phone that was somebody's a row before is not theirs any more`() throws {
    try store.importDrafts([known])
    var moved = known
    moved.phone = PhoneNumber("13900010001")
    let other = MemberDraft(row: 3, name: "王方", phone: known.phone)
    let summary = try store.importDrafts([moved, other])
    #expect(summary.updated == 1 && summary.added == 1 && summary.problems.isEmpty)
  }

  @Test func `who got a phone a row before is not found by another`() throws {
    var bare = known
    bare.phone = nil
    try store.importDrafts([bare])
    var other = known
    other.row = 3
    other.number = nil
    other.phone = PhoneNumber("13900010001")
    let summary = try store.importDrafts([known, other])
    #expect(summary.updated == 1 && summary.added == 1 && summary.problems.isEmpty)
  }

  @Test func `who is called otherwise since the row before is not found as before`() throws {
    var bare = known
    bare.phone = nil
    bare.number = nil
    try store.importDrafts([bare])
    var moved = known
    moved.number = "100001"
    moved.texts[.employer] = "三中"
    bare.row = 3
    let summary = try store.importDrafts([moved, bare])
    #expect(summary.updated == 1 && summary.added == 1 && summary.problems.isEmpty)
  }

  /// Under any of the names, with the phone that the row above brought.
  @Test(arguments: ["王方", "王芳"])
  func `who was corrected is found by what the row before changed`(name: String) throws {
    try store.importDrafts([known])
    try store.edit(try store.members(0..<1)[0].id, [.name: "王芳"])
    var moved = known
    moved.phone = PhoneNumber("13900010001")
    let again = MemberDraft(row: 3, name: name, phone: moved.phone)
    let summary = try store.importDrafts([moved, again])
    #expect(summary.updated == 1 && summary.added == 0)
    #expect(summary.problems.map(\.code) == [.handCorrected, .repeatedRow])
  }
}

@Suite struct `A roster after two entries were made one` {
  let store: Store
  let roster = [
    MemberDraft(
      row: 2, name: "王强", sex: .man, birth: BirthDate("1992-05-04"), height: 170,
      texts: [.job: "钳工", .employer: "三中"]),
    MemberDraft(
      row: 3, name: "王强", sex: .man, birth: BirthDate("1992-05"),
      phone: PhoneNumber("13800010002"), texts: [.job: "车工", .employer: "四中"]),
  ]
  let kept: MemberID

  init() throws {
    store = try Store.inMemory(context: .fixed())
    try store.importDrafts(roster)
    kept = try store.members(0..<1)[0].id
  }

  private func merge(_ choices: [MemberMerge.Field: MemberMerge.Side] = [:]) throws {
    let other = try store.members(0..<2)[1].id
    try store.merge(keeping: kept, other, choices: choices)
  }

  @Test func `leaves what was settled, whichever row comes first, and enters nobody again`() throws
  {
    try merge([.detail(.text(.employer)): .other])
    let merged = try store.member(kept)
    #expect(merged.texts == [.job: "钳工", .employer: "四中"])
    #expect(merged.phone == PhoneNumber("13800010002"))
    for rows in [roster, roster.reversed(), [roster[0]], [roster[1]]] {
      for _ in 0..<2 {
        let summary = try store.importDrafts(rows)
        #expect(summary.unchanged == rows.count && summary.refused == 0)
        #expect(summary.problems.allSatisfy { $0.code == .handCorrected })
        #expect(try store.member(kept) == merged)
      }
    }
    // The row of the kept one says another employer than was chosen.
    let told = try store.importDrafts([roster[0]]).kept
    #expect(told.map(\.field) == [.text(.employer)] && told.map(\.after) == ["三中"])
    #expect(try store.importDrafts([roster[1]]).kept.map(\.field) == [.text(.job)])
  }

  @Test func `takes over what is by hand of either`() throws {
    let other = try store.members(0..<2)[1].id
    try store.edit(kept, [.height: ""])
    try store.edit(other, [.text(.residence): "泰安"])
    try merge()
    let merged = try store.member(kept)
    #expect(
      merged.byHand == [.height, .text(.residence), .text(.job), .text(.employer)])
    var newer = roster[0]
    newer.texts[.residence] = "济南"
    newer.height = 180
    let summary = try store.importDrafts([newer])
    #expect(summary.kept.map(\.field) == [.height, .text(.residence)])
    #expect(try store.member(kept) == merged)
  }

  @Test func `fills nothing that was emptied since, and what it fills can be chosen`() throws {
    try merge()
    try store.edit(kept, [.text(.car): "有"])
    try store.edit(kept, [.text(.car): ""])
    var row = roster[1]
    row.texts[.car] = "有车"
    row.texts[.housing] = "有房"
    // Under the number of the entry that was made one with the other.
    row.number = "100002"
    let summary = try store.importDrafts([row])
    #expect(summary.changes.map(\.field) == [.text(.housing)])
    #expect(summary.kept.map(\.field) == [.text(.car)])
    let taken = try store.importDrafts([row], taking: RosterPreference(fields: [.text(.car)]))
    #expect(taken.overruled == 1)
    #expect(try store.member(kept).texts[.car] == "有车")
  }

  @Test func `what the other was called once is told as theirs, not as the kept one's`() throws {
    let other = try store.members(0..<2)[1].id
    try store.edit(other, [.name: "王刚", .phone: "13900010002"])
    try merge([.detail(.name): .kept])
    let merged = try store.member(kept)
    let summary = try store.importDrafts([roster[1]])
    #expect(summary.unchanged == 1 && summary.problems.isEmpty)
    #expect(try store.member(kept) == merged && store.memberCount() == 1)
    try store.undo()
    #expect(try store.importDrafts([roster[1]]).kept.map(\.field) == [.name, .phone])
  }

  @Test func `a name chosen from the other is no reason to enter the kept one again`() throws {
    let other = try store.members(0..<2)[1].id
    try store.edit(other, [.name: "王刚"])
    try merge([.detail(.name): .other])
    #expect(try store.member(kept).name == "王刚")
    let summary = try store.importDrafts(roster)
    #expect(summary.added == 0 && summary.unchanged == 2)
    #expect(summary.kept.contains { $0.field == .name && $0.after == "王强" })
  }
}
