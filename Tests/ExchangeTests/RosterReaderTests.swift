import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

@Suite struct `Reading a roster` {
  @Test func `a row of the union's own form becomes a draft`() throws {
    let found = try rosterRows(
      """
      编号,姓名,性别,出生年月,联系电话,身高(cm),学历,备注,星座
      LC001,王　芳,女,1992年5月,138 0001 0007,165,本科,,双鱼
      """)
    let draft = MemberDraft(
      row: 2, number: "LC001", name: "王芳", sex: .woman, birth: BirthDate("1992-05"),
      phone: PhoneNumber("13800010007"), height: 165, texts: [.education: "本科"],
      extras: ["星座": "双鱼"])
    #expect(found == [RosterRow(number: 2, draft: draft, problems: [])])
  }

  @Test func `our own machine names are understood`() throws {
    let heads = RosterField.all.map(\.machineName)
    #expect(RosterColumns.standard.fields(of: heads) == RosterField.all.map(Optional.some))
    #expect(RosterField.everyOne.allSatisfy { RosterField(machineName: $0.machineName) == $0 })
  }

  @Test func `every detail of a member has a column, under its own name and with its own limit`()
    throws
  {
    for field in MemberField.all {
      let column = try #require(RosterField(machineName: field.column))
      #expect(column.canonicalHead == field.canonicalHead)
      #expect(column.said == .detail(field) && column.longest == field.longest)
    }
    #expect(Set(RosterField.all.compactMap(\.said)) == Set(DraftField.known))
    #expect(Set(MemberField.all.map(\.column)).count == MemberField.all.count)
  }

  @Test(arguments: [(MemberField.number, 32), (.text(.union), 200), (.text(.note), 4000)])
  func `a text as long as a form takes it is taken, and one longer is not`(
    _ field: MemberField, _ most: Int
  ) throws {
    for (length, isTaken) in [(most, true), (most + 1, false)] {
      let text = "7" + String(repeating: "a", count: length - 1)
      let row = try #require(
        try rosterRows("姓名,\(field.column)\n王芳,\(text)\n").first)
      #expect((row.problems.map(\.code) == [.tooLong]) == !isTaken, "\(row.problems)")
      #expect((field.fault(of: text) == nil) == isTaken)
    }
  }

  @Test(arguments: [
    ("3、您的手机号码是？", RosterField.phone), ("9、对另一半的期望", .text(.criteria)),
    ("*姓名", .name), (" 姓 名 ", .name), ("姓名＊", .name),
    ("身高（米）", .height), ("ＮＡＭＥ", .name), ("Name", .name), ("1.真实姓名", .name),
    ("最高学历", .text(.education)), ("\u{feff}姓名", .name), ("出生日期", .birth),
  ])
  func `heads as people write them`(_ head: String, _ field: RosterField) {
    #expect(RosterColumns.standard.fields(of: [head]) == [field])
  }

  @Test func `a canonical head comes before a synonym, which is kept beside it`() throws {
    let found = try rosterRows("姓名,手机,联系电话\n张三,13900010007,13800010007\n")
    #expect(found[0].draft?.phone?.digits == "13800010007")
    #expect(found[0].draft?.extras == ["手机": "13900010007"])
  }

  @Test func `the same head twice is reported and both are kept`() throws {
    let reader = try RosterReader(ByteSource(Array("姓名,备注,备注\n张三,a,b\n".utf8)))
    #expect(reader.problems.map(\.code) == [.repeatedColumn])
    let found = try rosterRows("姓名,备注,备注\n张三,a,b\n")
    #expect(found[0].draft?.texts == [.note: "a"])
    #expect(found[0].draft?.extras == ["备注 (2)": "b"])
  }

  @Test func `however many columns have one head, it is told once`() throws {
    func told(_ heads: String) throws -> [[String]] {
      try RosterReader(ByteSource(Array("\(heads)\n张三\n".utf8))).problems.map {
        [$0.code.rawValue, $0.column, $0.evidence]
      }
    }
    let code = ImportProblem.Code.repeatedColumn.rawValue
    #expect(try told("姓名,b,b,b") == [[code, "b", "b (2), b (3)"]])
    #expect(try told("姓名,a,b,a,b") == [[code, "a", "a (2)"], [code, "b", "b (2)"]])
    let many = try told("姓名" + String(repeating: ",b", count: 400))
    #expect(many == [[code, "b", "b (2) … b (400)"]])
    #expect(try told("姓名,,,") == [])
  }

  @Test func `a file without names is refused, with the heads it has`() throws {
    var reader = try RosterReader(ByteSource(Array("a,性别\n张三,男\n".utf8)))
    let problem = ImportProblem(
      row: 0, column: "姓名", code: .missingColumn, evidence: "a, 性别", isRefusal: true)
    #expect(reader.problems == [problem])
    #expect(try reader.next() == nil)
  }

  static let head = "姓名,性别,出生年月,联系电话,身高,核验,身份证号,编号,备注\n"

  @Test(arguments: [
    ("张三,不详,,,,,,,", ImportProblem.Code.unknownSex, "性别", "不详"),
    ("张三,,92后,,,,,,", .unknownBirth, "出生年月", "92后"),
    ("张三,,1992.1,,,,,,", .unknownBirth, "出生年月", "1992.1 → 1992"),
    ("张三,,,12345,,,,,", .unknownPhone, "联系电话", "12345"),
    ("张三,,,,90,,,,", .unknownHeight, "身高", "90"),
    ("张三,,,,,也许,,,", .unknownVerification, "核验", "也许"),
    ("张三,,,,,,3.70102E+17,,", .residentNumber, "身份证号", "3.70102E+17"),
    ("张三,,,,,,370102199205040000,,", .residentNumber, "身份证号", "**************0000"),
    ("张三,,,,,,11010519491231002X,,110105199001011234", .residentNumber, "备注", "**************1234"),
    ("张三,男,,,,,11010519491231002X,,", .residentMismatch, "身份证号", "M ≠ F"),
    ("张三,,1949-11,,,,11010519491231002X,,", .residentMismatch, "身份证号", "1949-11 ≠ 1949-12-31"),
    ("张三,,,,,,,2.02609E+11,", .spoiltNumber, "编号", "2.02609E+11"),
    ("张\u{202e}三,,,,,,,,", .controlCharacters, "姓名", "张三"),
    ("张\0三,,,,,,,,", .controlCharacters, "姓名", "张三"),
    ("张三,,,,,,,,5'10\"", .brokenQuotes, "备注", "5'10\""),
  ])
  func `a doubtful cell is reported and its row kept`(
    _ row: String, _ code: ImportProblem.Code, _ column: String, _ evidence: String
  ) throws {
    let found = try rosterRows(Self.head + row + "\n")
    #expect(
      found.first?.problems == [
        ImportProblem(row: 2, column: column, code: code, evidence: evidence, isRefusal: false)
      ])
    #expect(found.first?.draft?.name == "张三")
  }

  @Test(arguments: [
    (",男,,,,,,7,", ImportProblem.Code.missingName, "姓名", "男, 7"),
    ("---,,,,,,,,", .missingName, "姓名", "---"),
    ("张三,男,,,,,,,,多", .cellCount, "", "10/9"),
    ("张三,\"男,女\"x,,,,,,,", .brokenQuotes, "", "张三,\"男,女\"x,,,,,,,"),
    ("张\"三,,,,,,,,", .brokenQuotes, "姓名", "张\"三"),
  ])
  func `a row that cannot be trusted is refused`(
    _ row: String, _ code: ImportProblem.Code, _ column: String, _ evidence: String
  ) throws {
    let found = try rosterRows(Self.head + row + "\n李四,,,,,,,,\n")
    #expect(
      found[0].problems == [
        ImportProblem(row: 2, column: column, code: code, evidence: evidence, isRefusal: true)
      ])
    #expect(found[0].draft == nil)
    #expect(found[1].draft?.name == "李四")
  }

  @Test func `of a resident number the last four characters are kept`() throws {
    let found = try rosterRows("姓名,身份证号,证件\n张三,11010519491231002x,11010519491231002X\n")
    #expect(found[0].draft?.texts == [.residentDigits: "002X"])
    #expect(found[0].draft?.extras == [:])
    #expect(found[0].problems.map(\.column) == ["证件"])
  }

  @Test func `titles above the head are passed over and told`() throws {
    let text = "2026年单身职工登记表,,\n\n填表人：,工会,\n姓名,性别,备注\n张三,男,a\n"
    let reader = try RosterReader(ByteSource(Array(text.utf8)))
    #expect(reader.problems.map(\.code) == [.titleRow, .titleRow])
    #expect(reader.problems.map(\.row) == [1, 3])
    #expect(reader.problems.map(\.evidence) == ["2026年单身职工登记表", "填表人：, 工会"])
    #expect(try rosterRows(text).map { $0.draft?.texts } == [[.note: "a"]])
  }

  @Test func `a head of two lines, as merged cells leave it, is one head`() throws {
    let found = try rosterRows("姓名,性别,联系方式,,备注\n,,手机,微信,\n张三,男,13800010007,zs,a\n")
    #expect(found.map { $0.draft?.phone?.digits } == ["13800010007"])
    #expect(found[0].draft?.texts == [.wechat: "zs", .note: "a"])
  }

  @Test func `a first row without a name is no part of the head`() throws {
    let found = try rosterRows("姓名,性别,备注\n,男,x\n张三,女,\n")
    #expect(found.map(\.number) == [2, 3])
    #expect(found.map { $0.draft?.name } == [nil, "张三"])
  }

  @Test func `a sheet becomes drafts, rows that end early among them`() throws {
    var maker = WorkbookMaker(
      WorkbookMaker.row(1, ["名单"]) + WorkbookMaker.row(2, ["姓名", "出生年月", "联系电话", "备注"])
        + "<row r=\"3\"><c t=\"inlineStr\"><is><t>张三</t></is></c><c s=\"1\"><v>33728</v></c>"
        + "<c><v>13800010007</v></c></row><row r=\"4\"><c r=\"D4\"><v>5</v></c></row>"
        + "<row r=\"5\"><c t=\"inlineStr\"><is><t>李四</t></is></c><c t=\"e\"><v>#N/A</v></c></row>",
      styles: "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>")
    maker.sheets[0].behind =
      "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"D3:D5\"/></mergeCells>"
    var reader = try RosterReader(ByteSource(maker.bytes))
    var found: [RosterRow] = []
    while let row = try reader.next() { found.append(row) }
    #expect(found.map(\.number) == [3, 4, 5])
    #expect(found[0].draft?.birth == BirthDate("1992-05-04"))
    #expect(found[0].draft?.phone?.digits == "13800010007")
    #expect(found[0].problems.isEmpty)
    #expect(found[1].problems.map(\.code) == [.missingName])
    #expect(found[2].problems.map(\.code) == [.formulaError])
    #expect(reader.problems.map(\.code) == [.titleRow, .mergedCells])
    #expect(reader.problems.map(\.row) == [1, 3])
    #expect(reader.problems.map(\.column) == ["", "备注"])
  }

  @Test func `rows of blanks are no rows`() throws {
    #expect(try rosterRows("姓名,性别\n\n,\n , \n张三,男\n,\n\n").map(\.number) == [5])
  }

  @Test func `the same person twice is refused, another with the same phone reported`() throws {
    var reader = try RosterReader(
      ByteSource(
        Array(
          """
          编号,姓名,联系电话
          1,张三,13800010007
          1,李四,13900010007
          2,张三,13800010007
          3,王五,13800010007
          """.utf8)))
    var found: [RosterRow] = []
    while let row = try reader.next() { found.append(row) }
    #expect(found.map { $0.draft?.number } == ["1", nil, nil, "3"])
    #expect(found.flatMap(\.problems).map(\.evidence) == ["2", "2", "2"])
    #expect(found.flatMap(\.problems).map(\.column) == ["编号", "联系电话", "联系电话"])
    #expect(reader.tally.rows == 4)
    #expect(reader.tally.refused == 2)
    #expect(reader.bytesDone == reader.total)
  }
}
