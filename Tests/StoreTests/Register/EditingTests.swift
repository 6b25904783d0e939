import Matchmaking
import Testing

@testable import Store

@Suite struct `Entering and editing members` {
  let store: Store
  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `a member entered by hand has a number and what was typed`() throws {
    let (member, act) = try store.addMember([
      .name: "欧阳 文博", .sex: "男", .birth: "1992年5月4日", .phone: "138 0001 0007", .height: "1.75米",
      .text(.education): " 本科 ", .extra("血型"): "A",
    ])
    #expect(member.number == "100001" && member.name == "欧阳文博" && member.height == 175)
    #expect(member.birth?.description == "1992-05-04" && member.phone?.digits == "13800010007")
    #expect(member.texts[.education] == "本科" && member.extras == ["血型": "A"])
    #expect(act.summary == ActSummary(.addMember, name: "欧阳文博"))
    #expect(try store.members(named: "100001") == [member])
    try store.undo()
    #expect(try store.memberCount() == 0)
  }

  @Test func `only what is named changes, and what changes nothing is no act`() throws {
    let member = try store.enter("王芳", [.sex: "女", .text(.job): "护士"])
    let (edited, act) = try store.edit(member.id, [.text(.job): "护士长", .height: "165"])
    #expect(edited.texts[.job] == "护士长" && edited.height == 165 && edited.sex == .woman)
    #expect(act != nil)
    #expect(try store.edit(member.id, [.text(.job): "护士长 "]).1 == nil)
    #expect(try store.edit(member.id, [.text(.job): ""]).0.texts[.job] == nil)
    try store.undo()
    try store.undo()
    #expect(try store.member(member.id) == member)
  }

  static let faults: [([MemberField: String], FieldFault)] = [
    ([.name: "  "], .noName), ([.name: "\u{202e}\u{7}"], .noName), ([.name: "12345"], .noName),
    ([.name: String(repeating: "长", count: 31)], .tooLong(.name, most: 30)),
    ([.sex: "x"], .unknownSex("x")), ([.birth: "1992-13-01"], .unknownBirth("1992-13-01")),
    ([.phone: "12345"], .unknownPhone("12345")), ([.height: "17"], .unknownHeight("17")),
    ([.number: " "], .noNumber), ([.text(.residentDigits): "12345"], .residentDigits),
    ([.text(.note): residentNumber("19920504", serial: "121")], .residentInside(.text(.note))),
    ([.text(.job): String(repeating: "字", count: 201)], .tooLong(.text(.job), most: 200)),
    (
      [.sex: "女", .text(.residentDigits): residentNumber("19920504", serial: "121")],
      .resident(.otherSex(inside: .man, known: .woman))
    ),
  ]

  @Test(arguments: faults)
  func `what cannot stand in its field is refused and changes nothing`(
    details: [MemberField: String], fault: FieldFault
  ) throws {
    let member = try store.enter("王芳", [.text(.job): "护士"])
    #expect(throws: Refusal.field(fault)) { try store.edit(member.id, details) }
    #expect(try store.member(member.id) == member)
    #expect(try store.acts(limit: 9).count == 1)
  }

  @Test func `a whole resident number becomes its last four`() throws {
    let whole = residentNumber("19920504", serial: "121")
    let member = try store.enter("王强", [.birth: "1992", .text(.residentDigits): whole])
    #expect(member.texts[.residentDigits] == String(whole.suffix(4)))
  }

  @Test func `a number belongs to one member`() throws {
    try store.enter("王芳", [.number: "A7"])
    let refusal = Refusal.register(.numberTaken("A7", holder: "王芳"))
    #expect(throws: refusal) { try store.enter("李娜", [.number: "A7"]) }
    let other = try store.enter("李娜")
    #expect(throws: refusal) { try store.edit(other.id, [.number: "A7"]) }
    #expect(try store.edit(other.id, [.number: "A8"]).0.number == "A8")
  }

  @Test func `a status is kept, and taken back`() throws {
    let member = try store.enter("王芳")
    #expect(member.status == .single)
    let (married, act) = try store.setStatus(.married, of: member.id)
    #expect(married.status == .married)
    #expect(act?.summary == ActSummary(.setStatus, name: "王芳", detail: "married"))
    #expect(try store.setStatus(.married, of: member.id).1 == nil)
    try store.undo()
    #expect(try store.member(member.id).status == .single)
  }

  @Test func `a roster leaves a status alone`() throws {
    let member = try store.enter("王芳", [.phone: "13800010007"])
    try store.setStatus(.withdrawn, of: member.id)
    try store.importDrafts([
      MemberDraft(row: 2, name: "王芳", phone: PhoneNumber("13800010007"), height: 165)
    ])
    let now = try store.member(member.id)
    #expect(now.height == 165 && now.status == .withdrawn)
  }

  @Test func `nobody edits a member who is gone`() throws {
    let member = try store.enter("王芳")
    try store.undo()
    #expect(throws: Refusal.history(.gone)) { try store.edit(member.id, [.height: "165"]) }
    #expect(throws: Refusal.history(.gone)) { try store.setStatus(.married, of: member.id) }
  }
}

@Suite struct `Walking over the register` {
  @Test func `tells of every member what asking for them tells`() throws {
    let store = try Store.inMemory(context: .fixed())
    var details: [MemberField: String] = [
      .sex: "男", .birth: "1992-05", .phone: "13800010007", .height: "175", .extra("血型"): "\"A\"\n型",
    ]
    for text in MemberText.allCases where text != .residentDigits {
      details[.text(text)] = "\(text)，\u{20bb7}"
    }
    details[.text(.residentDigits)] = "121X"
    let whole = try store.enter("欧阳文博", details)
    let bare = try store.enter("王芳")
    try store.verify(
      whole.id, .verified(on: Store.day("2025-01-01"), until: Store.day("2025-12-31")))
    try store.verify(bare.id, .verified())
    try store.setStatus(.seeing, of: bare.id)
    _ = try store.erase([try store.enter("李娜").id])
    var walked: [Member] = []
    try store.eachMember { walked.append($0) }
    #expect(try walked == store.members(0..<9))
    #expect(walked.map(\.verification) == [.expired, .verified])
  }
}
