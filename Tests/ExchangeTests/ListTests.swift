import Matchmaking
import Testing

@testable import Exchange

@Suite struct `Reading short lists` {
  func source(_ text: String) -> ByteSource { ByteSource(Array(text.utf8)) }

  @Test func `registrations with and without badges`() throws {
    let found = try RegistrationLine.read(source("member,badge\n张三,M07\nLC2\n,M08\n"))
    #expect(found.rows.map(\.row) == [2, 3])
    #expect(found.rows.map(\.person) == [ListedPerson(member: "张三"), ListedPerson(member: "LC2")])
    #expect(found.rows.map(\.badge) == ["M07", nil])
    #expect(found.problems.map(\.row) == [4])
    #expect(found.problems.map(\.code) == [.unknownMember])
    #expect(found.count == 3)
  }

  @Test(arguments: [
    "picker,choice1,choice2,choice3\nF12,3,7,21\n", "picker,choices\nF12,3 7 21\n",
    "choice2,picker,choice10,choice1\n7,F12,21,3\n", "picker,choices\nF12,3、7　21\n",
    "选择人,选择1,选择2,选择3\nF12,3,7,21,\n", "picker;choices\nF12;\"3 7 21\"\n",
  ])
  func `slips in either form`(_ text: String) throws {
    let found = try BallotLine.read(source(text))
    #expect(found.rows == [BallotLine(row: 2, picker: "F12", choices: ["3", "7", "21"])])
    #expect(found.problems.isEmpty)
  }

  @Test(arguments: [
    ("F12,3,7,21", ImportProblem.Code.cellCount), ("F12,\"3\"1,7", .brokenQuotes),
    ("F12,3\u{200b}1,7", .controlCharacters), (",3,7", .unknownBadge),
  ])
  func `a slip with any doubt is refused whole`(
    _ row: String, _ code: ImportProblem.Code
  ) throws {
    let found = try BallotLine.read(source("picker,choice1,choice2\n\(row)\nF13,1\n"))
    #expect(found.rows == [BallotLine(row: 3, picker: "F13", choices: ["1"])])
    #expect(found.problems.map(\.code) == [code])
    #expect(found.problems.map(\.isRefusal) == [true])
  }

  @Test(arguments: ["F12,3,7\n", "picker,x\n1,2\n"])
  func `ballots without their head are refused`(_ text: String) throws {
    let found = try BallotLine.read(source(text))
    #expect(found.rows.isEmpty)
    #expect(found.problems.map(\.code) == [.missingColumn])
  }

  @Test func `one name a line`() throws {
    let found = try NameLine.read(source("\u{feff}张三\r\n\r\n  M07 \nJohn, Jr.\r李\0四"))
    #expect(found.rows.map(\.text) == ["张三", "M07", "John, Jr."])
    #expect(found.rows.map(\.row) == [1, 3, 4])
    #expect(found.problems.map(\.row) == [5])
  }

  @Test(arguments: [
    "badge", "号牌", "胸牌", "胸牌号", "号码牌", "徽章", "徽章号", "号牌号码", "胸卡号", "嘉宾编号", "嘉宾号", "Badge No",
    "Badge No.", "badge number",
    "Badge #", "badge_no", "参会号", "3、胸牌号", "号牌（必填）", "胸牌號", "Tag No",
  ])
  func `badges under any head for them`(_ head: String) throws {
    let found = try RegistrationLine.read(source("姓名,\(head)\n王芳,F07\n"))
    #expect(found.rows.map(\.badge) == ["F07"], "\(head)")
    #expect(found.columns.map(\.field) == ["name", "badge"])
  }

  @Test(arguments: ["桌号", "座位", "备注", "号码", "Table", "是否素食"])
  func `a column that is not read is told`(_ head: String) throws {
    let found = try RegistrationLine.read(source("姓名,\(head)\n王芳,7\n"))
    #expect(found.columns.map(\.fate) == [.read("name"), .passedOver(.unread)])
    #expect(found.columns[1].head == head && found.rows.map(\.badge) == [nil])
  }

  @Test func `a bad cell in a column nobody reads refuses nobody`() throws {
    let found = try RegistrationLine.read(source("姓名,备注\n王芳,a\u{200b}b\n李四,5'10\"\n"))
    #expect(found.rows.map(\.row) == [2, 3] && found.problems.isEmpty)
    let read = try RegistrationLine.read(source("姓名,备注\n王\u{200b}芳,a\n"))
    #expect(read.problems.map(\.column) == ["姓名"] && read.rows.isEmpty)
  }

  @Test func `names with blanks in them, phones and employers`() throws {
    let found = try RegistrationLine.read(
      source("嘉宾姓名,手机号码,单位\n王 芳,15400000001,港务局\n李　四,/,无\n"))
    #expect(
      found.rows.map(\.person) == [
        ListedPerson(name: "王芳", phone: "15400000001", employer: "港务局"), ListedPerson(name: "李四"),
      ])
    #expect(found.rows[0].heads.phone == "手机号码" && found.rows[0].heads.who == "嘉宾姓名")
  }

  @Test func `titles, totals and signatures are passed over, and a row of nobody shows no phone`()
    throws
  {
    let found = try RegistrationLine.read(
      source("七夕联谊名单,,\n序号,姓名,号牌\n1,王芳,F07\n合计,1人,\n填表人：甲,,\n2,,15400000001\n"))
    #expect(found.rows.map(\.row) == [3])
    #expect(found.problems.map(\.code) == [.titleRow, .passedOver, .passedOver, .unknownMember])
    #expect(found.problems.last?.evidence == "2, 154****0001")
    #expect(found.passedOver == 2 && found.count == 2)
  }

  @Test func `slips leave out what is no choice`() throws {
    let found = try BallotLine.read(source("号牌,志愿1,志愿2,备注\nF12,3,(空),x\nF13,/,7,\n"))
    #expect(found.rows.map(\.choices) == [["3"], ["7"]])
    #expect(found.columns.map(\.fate).last == .passedOver(.unread))
  }

  @Test func `a list for the door may have a head`() throws {
    let found = try NameLine.read(source("姓名,手机号,备注\n王芳,15400000001,x\n\"李四\",,\n合计,2人,\n"))
    #expect(found.rows.map(\.text) == ["王芳", "李四"])
    #expect(found.rows.first?.person == ListedPerson(name: "王芳", phone: "15400000001"))
    #expect(found.problems.map(\.code) == [.passedOver])
    #expect(found.columns.map(\.head) == ["姓名", "手机号", "备注"])
    let badges = try NameLine.read(source("号牌\nF07\n"))
    #expect(badges.rows.map(\.text) == ["F07"])
  }
}
