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

  @Test(arguments: ["男01", "女2", "男12", "M07", "7", "女 03", "男1号"])
  func `a badge at the beginning of a row is no total`(_ badge: String) throws {
    let guests = try RegistrationLine.read(source("badge,member\n\(badge),1001\n"))
    #expect(guests.rows.map(\.badge) == [badge] && guests.problems.isEmpty)
    let slips = try BallotLine.read(source("picker,choice1,choice2\n\(badge),,女02\n"))
    #expect(slips.rows.map(\.picker) == [badge] && slips.rows.map(\.choices) == [["", "女02"]])
    #expect(slips.problems.isEmpty)
  }

  static let heads: [String] = [
    "选票人,第一选择,第二选择,第三选择", "号牌,第1志愿,第2志愿,第3志愿", "填表人号牌,选择1,选择2,选择3",
    "1、您的号牌,2、第一位心动嘉宾,3、第二位心动嘉宾,4、第三位心动嘉宾", "选票人号牌,心动1,心动2,心动3",
    "本人胸牌号,心动对象①,心动对象②,心动对象③", "我的号码牌,意向一,意向二,意向三", "投票人,首选,第二选择,第三选择",
    "Badge No.,1st choice,2nd choice,3rd choice", "Voter,First pick,Second pick,Third pick",
    "picker,Choice 1,Choice 2,Choice 3", "胸牌号码,第1位,第2位,第3位", "号牌,1,2,3",
    "编号,号牌,志愿1,志愿2,志愿3", "picker_badge,choice_1,choice_2,choice_3", "填写人的号牌,第一人选,第二人选,第三人选",
    "您的胸牌号是？*,您选择的第1位嘉宾号牌,您选择的第2位嘉宾号牌,您选择的第3位嘉宾号牌", "选 票 人,选 择 1,选 择 2,选 择 3",
    "号牌（必填）,志愿１,志愿２,志愿３", "提交人,想牵手的第一位女生,想牵手的第二位女生,想牵手的第三位女生",
  ]

  @Test(arguments: heads)
  func `slips under the heads people write`(_ head: String) throws {
    let extra = head.hasPrefix("编号") ? "9," : ""
    let found = try BallotLine.read(source("\(head)\n\(extra)M07,3,,21\n"))
    #expect(found.problems.isEmpty)
    #expect(found.rows == [BallotLine(row: 2, picker: "M07", choices: ["3", "", "21"])])
  }

  @Test(arguments: [
    "号牌,选择", "选票人,互选", "我的号牌,我选择的号牌", "填表人号牌,心动对象", "picker,picks", "1.您的号牌,2.您心动的嘉宾号牌",
    "选票人号牌,所选号牌", "Badge,Choices",
  ])
  func `whole slips in one cell under the heads people write`(_ head: String) throws {
    let found = try BallotLine.read(source("\(head)\nM07,3 - 21\n"))
    #expect(found.rows == [BallotLine(row: 2, picker: "M07", choices: ["3", "", "21"])])
  }

  @Test(arguments: [
    "序号,姓名,单位", "picker,姓名,备注", "选择1,选择2", "号牌,身高1米,年龄2", "号牌,第一季度1,说明", "志愿,选择1",
  ])
  func `other heads are not taken for slips`(_ head: String) throws {
    let found = try BallotLine.read(source("\(head)\nM07,3,7\n"))
    #expect(found.rows.isEmpty)
    #expect(found.problems.map(\.code) == [.missingColumn])
  }

  @Test(arguments: [
    ("M07,3,,21", ["3", "", "21"]), ("M07,,,21", ["", "", "21"]), ("M07,3,7,", ["3", "7"]),
    ("M07,,,", []), ("M07,-,—,21", ["", "", "21"]), ("M07,/,无,21", ["", "", "21"]),
    ("M07,(空),(跳过),21", ["", "", "21"]), ("M07, ,　,21", ["", "", "21"]), ("M07,3", ["3"]),
  ])
  func `a blank choice keeps its place`(_ row: String, _ choices: [String]) throws {
    let found = try BallotLine.read(source("picker,choice1,choice2,choice3\n\(row)\n"))
    #expect(found.rows == [BallotLine(row: 2, picker: "M07", choices: choices)])
  }

  @Test func `two in one cell are refused, for those behind them would move`() throws {
    let found = try BallotLine.read(source("picker,choice1,choice2\nM07,3 7,21\nM08,\"3、7\",\n"))
    #expect(found.rows.isEmpty)
    #expect(found.problems.map(\.column) == ["choice1", "choice1"])
    #expect(found.problems.map(\.code) == [.unknownBadge, .unknownBadge])
  }

  @Test(arguments: [",M03,M07", " ,M03,", "-,3,7", "无,3,7", "/,女02,"])
  func `a slip of nobody is told without the numbers beside it`(_ row: String) throws {
    let found = try BallotLine.read(source("picker,choice1,choice2\n\(row)\nF13,1,\n"))
    #expect(found.rows == [BallotLine(row: 3, picker: "F13", choices: ["1"])])
    #expect(found.problems.map(\.code) == [.unknownBadge])
    #expect(found.problems.map(\.column) == ["picker"])
    #expect(found.problems.map(\.evidence) == [""])
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

  @Test func `slips leave blank what is no choice`() throws {
    let found = try BallotLine.read(source("号牌,志愿1,志愿2,备注\nF12,3,(空),x\nF13,/,7,\n"))
    #expect(found.rows.map(\.choices) == [["3"], ["", "7"]])
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

  @Test(arguments: [
    "七夕联谊会名单,,\n", "附件1\n某某市总工会七夕联谊会签到名单\n", "\n2026年8月19日,,\n", "第一批参加人员名单,,\n\n",
  ])
  func `titles may stand above the head of a list for the door`(_ titles: String) throws {
    let found = try NameLine.read(source(titles + "序号,姓名,手机\n1,李雷,15400000204\n"))
    #expect(found.rows.map(\.person).last == ListedPerson(name: "李雷", phone: "15400000204"))
    #expect(found.rows.last?.text == "李雷" && found.rows.count <= 2)
    #expect(found.problems.allSatisfy { $0.code == .passedOver && !$0.isRefusal })
  }

  @Test(arguments: ["李雷\n姓名\n王芳\n", "李雷\n会员\n王芳\n", "李雷\n王中心\n女生\n"])
  func `below names a single word is no head and no title`(_ list: String) throws {
    #expect(try NameLine.read(source(list)).rows.count == 3)
  }

  @Test func `a spoilt cell of a list for the door refuses whom it is about, and nobody else`()
    throws
  {
    let bytes =
      Array("姓名,备注\n李雷,".utf8) + [0xff, 0xfe, 0x01] + Array("\n".utf8) + [0xff, 0xfe]
      + Array(",x\n王芳,y\n".utf8)
    let found = try NameLine.read(ByteSource(bytes))
    #expect(found.rows.map(\.text) == ["李雷", "王芳"])
    #expect(found.problems.map(\.code) == [.notUTF8] && found.problems.map(\.row) == [3])
  }

  @Test func `the column that is named is the one that says who is meant`() throws {
    let found = try RegistrationLine.read(
      source("会员编号,姓名,手机号\nYL1,,\n,王芳,\n,,15400000001\n"))
    #expect(found.rows.map(\.heads.who) == ["会员编号", "姓名", "手机号"])
  }
}
