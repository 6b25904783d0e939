import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Importing a roster` {
  let store: Store
  private let roster = [
    MemberDraft(row: 2, number: "A1", name: "王芳", sex: .woman, texts: [.employer: "港务局"]),
    MemberDraft(row: 3, name: "李强", sex: .man, phone: PhoneNumber("13800010001")),
    MemberDraft(
      row: 4, name: "张伟", sex: .man, birth: BirthDate("1992"), texts: [.employer: "三中"],
      extras: ["血型": "O"]),
    MemberDraft(row: 5, name: "孙丽"),
  ]

  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `the same file again changes nothing and is no act`() throws {
    #expect(try store.importDrafts(roster).added == 4)
    let before = try store.contents()
    let summary = try store.importDrafts(roster)
    #expect(summary.rows == 4 && summary.unchanged == 4 && summary.problems.isEmpty)
    #expect(try store.contents() == before)
    #expect(try store.acts(limit: 10).count == 1)
  }

  @Test func `a longer one adds and updates only what changed`() throws {
    try store.importDrafts(roster)
    let last = try store.lastChange()
    var longer = roster
    longer[1].height = 178
    longer.append(MemberDraft(row: 6, name: "周敏", sex: .woman))
    let summary = try store.importDrafts(longer)
    #expect(summary.added == 1 && summary.updated == 1 && summary.unchanged == 3)
    #expect(try store.lastChange() == last + 2)
  }

  @Test(arguments: [("港务局一处", "港务局"), ("港务局", "港务局一处"), ("港务局", "海务局")])
  func `a text that begins or ends alike is another text`(before: String, after: String) throws {
    let draft = { MemberDraft(row: 2, number: "A1", name: "王芳", texts: [.employer: $0]) }
    try store.importDrafts([draft(before)])
    let summary = try store.importDrafts([draft(after)])
    #expect(summary.updated == 1 && summary.changes.map(\.after) == [after])
    #expect(try store.members(0..<1)[0].texts[.employer] == after)
  }

  @Test func `an empty cell takes nothing away`() throws {
    try store.importDrafts([
      MemberDraft(
        number: "A1", name: "王芳", sex: .woman, height: 165, verification: .verified,
        texts: [.employer: "港务局"], extras: ["血型": "O"])
    ])
    let before = try store.members(0..<1)
    #expect(try store.importDrafts([MemberDraft(number: "A1", name: "王芳")]).unchanged == 1)
    #expect(try store.members(0..<1) == before)
  }

  @Test func `a phone filled in later is no second person`() throws {
    try store.importDrafts(roster)
    var filled = roster[2]
    filled.phone = PhoneNumber("13900020002")
    #expect(try store.importDrafts([filled]).updated == 1)
    #expect(try store.importDrafts([roster[2]]).unchanged == 1, "nor one left out again")
    #expect(try store.memberCount() == 4)
  }

  @Test func `a name in capitals or without marks is the same person's`() throws {
    let phone = PhoneNumber("13800010009")
    let birth = BirthDate("1992-05-04")
    try store.importDrafts([
      MemberDraft(row: 2, name: "Jürgen Groß", sex: .man, phone: phone),
      MemberDraft(row: 3, name: "Ольга", birth: birth, texts: [.employer: "港务局"]),
      MemberDraft(row: 4, number: "Z1", name: "Zoë Hall"),
    ])
    let again = [
      MemberDraft(row: 2, name: "JURGEN GROSS", sex: .man, phone: phone),
      MemberDraft(row: 3, name: "ОЛЬГА", birth: birth, texts: [.employer: "港务局"]),
      MemberDraft(row: 4, number: "Z1", name: "Zoe Hall"),
    ]
    let summary = try store.importDrafts(again)
    #expect(summary.added == 0 && summary.problems.isEmpty)
    #expect(try store.memberCount() == 3)
  }

  @Test func `a member is named by phone as people write it, and by name in other letters`() throws
  {
    try store.importDrafts([
      MemberDraft(row: 2, name: "Jürgen Groß", phone: PhoneNumber("15400000001")),
      MemberDraft(row: 3, name: "阿卜杜拉·买买提"), MemberDraft(row: 4, name: "王芳"),
    ])
    for written in [
      "15400000001", "154 0000 0001", "+8615400000001", "+86 154-0000-0001", "008615400000001",
      "１５４０００００００１",
    ] {
      #expect(try store.members(named: written).map(\.name) == ["Jürgen Groß"], "\(written)")
    }
    #expect(try store.members(named: "JURGEN GROSS").isEmpty)
    for name in ["JURGEN GROSS", "juergen gross", "Jürgen-Groß"] {
      #expect(try store.members(calledLike: name).map(\.name) == ["Jürgen Groß"], "\(name)")
    }
    #expect(try store.members(calledLike: "阿卜杜拉买买提 ").map(\.name) == ["阿卜杜拉·买买提"])
    #expect(try store.members(calledLike: "王 芳").map(\.name) == ["王芳"])
    #expect(try store.members(calledLike: "Jürgen").isEmpty)
  }

  @Test func `a member entered twice in other letters is suspected`() throws {
    let birth = BirthDate("1992-05-04")
    try store.importDrafts([
      MemberDraft(row: 2, name: "Zoë Hall", birth: birth),
      MemberDraft(row: 3, name: "ZOE HALL", birth: birth, texts: [.employer: "港务局"]),
    ])
    #expect(try store.duplicateSuspects().map(\.grounds) == [[.nameAndBirth]])
  }

  @Test func `a phone alone does not make a namesake the same person`() throws {
    try store.importDrafts([MemberDraft(name: "孙丽")])
    let namesake = MemberDraft(name: "孙丽", phone: PhoneNumber("13900020002"))
    #expect(try store.importDrafts([namesake]).added == 1)
  }

  @Test func `another name under a number is refused, naming whose it is`() throws {
    try store.importDrafts(roster)
    let summary = try store.importDrafts([MemberDraft(row: 2, number: "A1", name: "赵云")])
    #expect(summary.refused == 1)
    #expect(
      summary.problems == [
        ImportProblem(
          row: 2, column: "number", code: .numberTaken, evidence: "A1 王芳", isRefusal: true)
      ])
    #expect(try store.members(0..<9).contains { $0.name == "赵云" } == false)
  }

  @Test func `the same person twice in a file is refused the second time`() throws {
    let twins = [MemberDraft(row: 2, name: "王伟"), MemberDraft(row: 3, name: "王伟", height: 180)]
    for _ in 0..<2 {
      let summary = try store.importDrafts(twins)
      #expect(summary.refused == 1)
      #expect(
        summary.problems == [
          ImportProblem(row: 3, column: "", code: .repeatedRow, evidence: "2", isRefusal: true)
        ])
    }
    #expect(try store.memberCount() == 1)
    #expect(try store.members(0..<1)[0].height == nil)
  }

  @Test func `a rehearsal counts and keeps nothing`() throws {
    #expect(try store.importDrafts(roster, rehearsing: true).added == 4)
    #expect(try store.memberCount() == 0 && store.acts(limit: 1).isEmpty)
  }

  @Test func `a rehearsal says what the import then does, whoever is writing meanwhile`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.importDrafts(roster)
    var messy = roster.map { draft in
      var draft = draft
      draft.row += 10
      return draft
    }
    messy[1].height = 178
    messy[2].phone = PhoneNumber("13900020002")
    messy += [
      MemberDraft(row: 20, number: "A1", name: "王芳", height: 160),
      MemberDraft(row: 21, number: "A1", name: "别人"), MemberDraft(row: 22, name: "新人"),
      MemberDraft(row: 23, name: "新人"), MemberDraft(row: 24, number: "100003", name: "占号"),
      MemberDraft(row: 25, name: "张伟", phone: PhoneNumber("13900020002")),
    ]
    let writer = try scratch.open(seed: 2)
    let version = try store.dataVersion()
    let rehearsed = try writer.queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      defer { try? db.execute(sql: "ROLLBACK") }
      return try store.importDrafts(messy, rehearsing: true)
    }
    #expect(try store.dataVersion() == version && store.memberCount() == 4)
    #expect(rehearsed.refused > 1 && rehearsed.updated > 1 && rehearsed.added > 0)
    #expect(try store.importDrafts(messy) == rehearsed)
  }

  @Test func `numbers handed out pass over those a roster brought`() throws {
    try store.importDrafts([
      MemberDraft(number: "100002", name: "甲"), MemberDraft(name: "乙"), MemberDraft(name: "丙"),
    ])
    #expect(try store.members(0..<3).map(\.number) == ["100001", "100002", "100003"])
  }

  @Test func `a number at the end of its row stops neither roster nor door`() throws {
    try store.importDrafts([MemberDraft(number: "999999", name: "末")])
    try store.importDrafts([MemberDraft(name: "一"), MemberDraft(name: "二")])
    let (event, _) = try store.create(Store.form())
    for _ in 0..<2 {
      try store.walkIn(
        .stranger(name: "来客", sex: .man, phone: nil, employer: ""), to: event.id)
    }
    #expect(
      try store.members(0..<5).map(\.number)
        == ["999999", "1000000", "1000001", "1000002", "1000003"])
  }

  @Test(arguments: ["'); DROP TABLE member; --", "𠀀𪚥", "阿卜杜拉·买买提", "\"%_\\", "𝄞e\u{301}"])
  func `any text comes out as it went in, also through undo and redo`(text: String) throws {
    let draft = MemberDraft(
      number: text, name: text, texts: [.employer: text, .note: text], extras: [text: text])
    try store.importDrafts([draft])
    let member = try store.members(0..<1)
    #expect(member[0].name == text && member[0].extras == [text: text])
    try store.importDrafts([MemberDraft(number: text, name: text, extras: [text: "x"])])
    try store.undo()
    #expect(try store.members(0..<1) == member)
    #expect(try store.members(named: text) == member)
  }

  @Test func `a very long text is kept whole`() throws {
    let long = String(repeating: "长", count: 400_000)
    try store.importDrafts([MemberDraft(name: "王", texts: [.introduction: long])])
    try store.undo()
    try store.redo()
    #expect(try store.members(0..<1)[0].texts[.introduction] == long)
  }

  @Test(arguments: [1, 2, .max])
  func `however many rows come at a time, the same comes of them`(size: Int) throws {
    var rows = roster + roster.map { MemberDraft(row: $0.row + 9, name: $0.name) }
    rows.append(MemberDraft(row: 30, number: "100001", name: "占号", extras: ["星座": "鱼", "血型": "B"]))
    let whole = try Store.inMemory(context: .fixed())
    #expect(
      try store.importDrafts(rows, inBatchesOf: size) == whole.importDrafts(rows))
    #expect(try store.members(0..<9).map(\.facts) == whole.members(0..<9).map(\.facts))
  }

  @Test func `what breaks off leaves nothing`() throws {
    try store.importDrafts(roster)
    let before = try store.contents()
    let last = try store.lastChange()
    var batches = 0
    #expect(throws: (any Error).self) {
      try store.importMembers {
        batches += 1
        guard batches < 3 else { throw CancellationError() }
        return DraftBatch((0..<5).map { MemberDraft(row: $0, name: "新\(batches)\($0)") })
      }
    }
    #expect(try store.contents() == before)
    #expect(try store.lastChange() == last && store.verify().isEmpty)
  }

  @Test func `a great roster leaves the schema as it was, also where it breaks off`() throws {
    let before = try store.schema()
    let many = { (name: String) in
      DraftBatch((0..<2_500).map { MemberDraft(row: $0, name: "\(name)\($0)") })
    }
    var batches = [many("一"), many("二")]
    #expect(throws: (any Error).self) {
      try store.importMembers {
        guard let batch = batches.popLast() else { throw CancellationError() }
        return batch
      }
    }
    #expect(try store.schema() == before && store.memberCount() == 0)
    batches = [many("一"), many("二")]
    #expect(try store.importMembers { batches.popLast() }.0.added == 5_000)
    #expect(try store.schema() == before)
    let last = try store.lastChange()
    try store.importDrafts(roster)
    #expect(try store.lastChange() == last + 1 && store.verify().isEmpty)
    try store.undo()
    try store.undo()
    #expect(try store.memberCount() == 0 && store.verify().isEmpty)
  }

  @Test func `a draft is the same row as a value and as bytes`() {
    let drafts =
      roster + [
        MemberDraft(
          row: 9, number: "N", name: "欧阳", sex: .woman, birth: BirthDate("1992-05-04"),
          phone: PhoneNumber("13800010001"), height: 165, verification: .verified,
          texts: [.note: "一\n二", .union: "工会"], extras: ["a": "1", "b": "2"])
      ]
    let batch = DraftBatch(drafts)
    #expect(drafts.indices.map(batch.draft) == drafts)
  }
}

extension Store {
  fileprivate func schema() throws -> Set<String> {
    try read { db in
      try Set(String.fetchAll(db, sql: "SELECT type || name || ifnull(sql, '') FROM sqlite_master"))
    }
  }
}

extension Member {
  /// All but the key.
  fileprivate var facts: MemberDraft {
    MemberDraft(
      number: number, name: name, sex: sex, birth: birth, phone: phone, height: height,
      verification: verification, texts: texts, extras: extras)
  }
}
