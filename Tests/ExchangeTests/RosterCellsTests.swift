import Matchmaking
import Testing

@testable import Exchange

@Suite struct `Cells of a roster` {
  static let today = Day(year: 2026, month: 11, day: 27)

  private func row(_ text: String, on day: Day? = Self.today) throws -> RosterRow {
    var reader = try RosterReader(ByteSource(Array(text.utf8)), choosing: ReadingChoice(day: day))
    return try #require(try reader.next())
  }

  // MARK: - Nothing

  static let silent = [
    "(跳过)", "（跳过）", "(空)", "（空）", "/", "-", "--", "——", "N/A", "n/a", "null", "NULL", "未填写", "略",
    ".", "...", "#N/A", "【空】",
  ]

  @Test(arguments: silent)
  func `words for nothing are nothing in every column`(_ word: String) throws {
    let heads =
      ["姓名", "性别", "出生年月", "联系电话", "身高", "核验", "身份证号", "编号"]
      + MemberText.allCases.map(\.canonicalHead) + ["星座", "宗教信仰"]
    let cells = ["张三"] + Array(repeating: word, count: heads.count - 1)
    let found = try row(heads.joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n")
    #expect(found.draft == MemberDraft(row: 2, name: "张三"))
    #expect(found.problems.isEmpty)
  }

  @Test(
    arguments: [
      ("微信号", nil), ("自我介绍", nil), ("择偶要求", nil), ("备注", nil), ("兴趣爱好", nil), ("工作单位", nil),
      ("星座", nil), ("学历", nil),
      ("红娘", nil), ("岗位", nil), ("民族", nil), ("子女情况", "无"), ("购车", "无"), ("住房", "无"), ("独生子女", "无"),
      ("政治面貌", "无"),
      ("宗教信仰", "无"), ("不良嗜好", "无"), ("是否吸烟", "无"), ("病史", "无"),
    ] as [(String, String?)])
  func `无 is an answer where a column asks whether there is something`(
    _ head: String, _ kept: String?
  ) throws {
    let draft = try #require(try row("姓名,\(head)\n张三,无\n").draft)
    let said = draft.extras[head] ?? draft.texts.values.first
    #expect(said == kept)
  }

  @Test(arguments: ["(空)", "(跳过)", "无", "——", "N/A", "未填"])
  func `a word for nothing is no name`(_ word: String) throws {
    let found = try row("姓名,性别,手机\n\(word),男,15400000001\n")
    #expect(found.draft == nil && found.problems.map(\.code) == [.missingName])
  }

  @Test(arguments: ["Na", "Null", "Nan", "空明", "无忌"])
  func `a name that looks like one is a name`(_ name: String) throws {
    #expect(try row("姓名,性别\n\(name),男\n").draft?.name == name)
  }

  // MARK: - Options

  @Test(arguments: [
    ("A.女", Sex.woman), ("A、男", .man), ("B. 女", .woman), ("①男", .man), ("(A)男", .man),
    ("1.女", .woman),
    ("A．男", .man), ("B: Female", .woman), ("女士", .woman), ("A.男┋A.男", .man), ("男嘉宾", .man),
  ])
  func `the letter of an option is read past`(_ cell: String, _ sex: Sex) throws {
    #expect(try row("姓名,性别\n张三,\(cell)\n").draft?.sex == sex)
  }

  @Test(arguments: ["A.男┋B.女", "A", "1", "男/女", "A.其他"])
  func `what is not one of both stays doubtful`(_ cell: String) throws {
    let found = try row("姓名,性别\n张三,\(cell)\n")
    #expect(found.draft?.sex == nil && found.problems.map(\.code) == [.unknownSex])
  }

  @Test(arguments: [
    ("婚姻状况", "B. 已婚", "已婚"), ("学历", "C、本科", "本科"), ("兴趣爱好", "A.阅读┋B.旅行", "阅读┋旅行"),
    ("住房", "A.有", "有"),
    ("子女情况", "B.无", "无"), ("自我介绍", "A.我爱旅行", "A.我爱旅行"), ("学历", "B.Sc", "B.Sc"), ("购车", "①有", "有"),
  ])
  func `of texts too, but of whole sentences`(
    _ head: String, _ cell: String, _ text: String
  ) throws {
    #expect(try row("姓名,\(head)\n张三,\(cell)\n").draft?.texts.values.first == text)
  }

  // MARK: - Births and heights

  @Test(arguments: [
    ("95年8月", "1995-08"), ("1995年8月生", "1995-08"), ("95.8.12", "1995-08-12"), ("九五年", "1995"),
    ("1995年八月", "1995-08"),
  ])
  func `births as they are said`(_ cell: String, _ birth: String) throws {
    #expect(try row("姓名,出生年月\n张三,\(cell)\n").draft?.birth?.description == birth)
  }

  @Test(arguments: [
    "2035-01-01", "2026-11-28", "2026-12", "2027", "2027年", "20351231", "27年", "2030.5.1",
  ])
  func `nobody is born after today`(_ cell: String) throws {
    let found = try row("姓名,出生年月\n张三,\(cell)\n")
    #expect(found.draft?.birth == nil)
    #expect(found.problems.map(\.code) == [.unknownBirth])
  }

  @Test(arguments: ["2026-11-27", "2026-11", "2026"])
  func `today is not too late`(_ cell: String) throws {
    #expect(try row("姓名,出生年月\n张三,\(cell)\n").draft?.birth?.description == cell)
  }

  @Test(arguments: [
    ("一米八", 180), ("1米8", 180), ("180CM", 180), ("一米七五", 175), ("5'11\"", 180), ("一百七十五", 175),
  ])
  func `heights as they are said`(_ cell: String, _ height: Int) throws {
    let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
    #expect(try row("姓名,身高\n张三,\(quoted)\n").draft?.height == height)
  }

  @Test func `a resident number of somebody yet to be born is wrong`() throws {
    let number = Self.resident("20350101", serial: "121")
    let found = try row("姓名,身份证号\n张三,\(number)\n")
    #expect(found.problems.map(\.code) == [.residentNumber] && found.draft?.birth == nil)
  }

  // MARK: - Resident numbers

  static func resident(_ birth: String, serial: String) -> String {
    let digits = ("110101" + birth + serial).compactMap(\.wholeNumberValue)
    let check = ResidentNumber.checkDigit(digits)
    return "110101\(birth)\(serial)" + (check == 10 ? "X" : "\(check)")
  }

  @Test(
    arguments: [
      ("姓名,身份证号\n乙二,110101199205040021", "F", "1992-05-04"),
      ("姓名,性别,身份证号\n乙二,,110101199205040021", "F", "1992-05-04"),
      ("姓名,性别,出生年月,身份证号\n乙二,女,1992,110101199205040021", "F", "1992"),
      ("姓名,性别,身份证号\n乙二,不详,110101199205040021", "F", "1992-05-04"),
      ("姓名,身份证后四位\n乙二,0021", nil, nil), ("姓名,身份证号\n乙二,110101199205040022", nil, nil),
      ("姓名,身份证号,性别\n乙二,110101199205040021,男", "M", nil),
    ] as [(String, String?, String?)])
  func `a whole number that is right fills sex and birth where they are empty`(
    _ text: String, _ sex: String?, _ birth: String?
  ) throws {
    let draft = try row(text + "\n").draft
    #expect(draft?.sex?.rawValue == sex && draft?.birth?.description == birth)
  }

  // MARK: - Ages

  @Test func `an age gives a year of birth with the day of the answer, and is kept`() throws {
    let dated = try row("提交时间,姓名,年龄(岁)\n2026/9/3 12:00,张三,30岁\n").draft
    #expect(dated?.birth == BirthDate("1996"))
    #expect(dated?.extras == ["提交时间": "2026/9/3 12:00", "年龄(岁)": "30岁"])
    let bare = try row("姓名,年龄\n张三,30\n").draft
    #expect(bare?.birth == nil && bare?.extras == ["年龄": "30"])
    let both = try row("提交时间,姓名,年龄,出生年月\n2026/9/3,张三,30,1995-05\n").draft
    #expect(both?.birth == BirthDate("1995-05"))
  }

  // MARK: - Masks

  @Test(arguments: [
    ("138000100071", "138*****0071"), ("138 0001 00071", "138 **** *0071"),
    ("0538-8224567x", "0538-****567x"),
    ("1380000", "****000"), ("12345", "12345"),
  ])
  func `no report has a whole phone number`(_ cell: String, _ shown: String) throws {
    #expect(try row("姓名,手机\n张三,\(cell)\n").problems.map(\.evidence) == [shown])
  }

  @Test func `nor has it a row without a name, or one that is passed over`() throws {
    let nameless = try row("姓名,性别,手机\n,女,15400000001\n")
    #expect(nameless.problems.map(\.evidence) == ["女, 154****0001"])
    let example = try row("姓名,性别,手机\n示例：张三,女,15400000001\n")
    #expect(example.problems.map(\.evidence) == ["示例：张三, 女, 154****0001"])
  }
}

@Suite struct `Answered twice` {
  private func read(_ rows: String, head: String = "提交答卷时间,姓名,手机,学历\n")
    -> (drafts: [MemberDraft], problems: [ImportProblem])
  {
    RosterReader.readAll(Array((head + rows).utf8))
  }

  @Test func `the later answer stands, and both rows are named`() {
    let found = read(
      """
      2026/09/03 12:00:00,张三,15400000001,本科
      2026/09/03 13:00:00,李四,15400000002,本科
      2026/09/04 09:00:00,张 三,15400000001,硕士
      """)
    #expect(found.drafts.map(\.row) == [3, 4])
    #expect(found.drafts.last?.texts == [.education: "硕士"])
    #expect(found.drafts.last?.extras == ["提交答卷时间": "2026/09/04 09:00:00"])
    let problem = ImportProblem(
      row: 2, column: "提交答卷时间", code: .replaced, evidence: "4", isRefusal: false)
    #expect(found.problems == [problem] && !problem.isLoss)
  }

  @Test func `also where the newest stands first, and of three the last`() {
    let found = read(
      """
      2026/09/05 09:00:00,张三,15400000001,博士
      2026/09/03 12:00:00,张三,15400000001,本科
      2026/09/04 12:00:00,张三,15400000001,硕士
      """)
    #expect(found.drafts.map { $0.texts[.education] } == ["博士"])
    #expect(found.problems.map(\.row) == [3, 4])
    #expect(found.problems.allSatisfy { $0.code == .replaced && $0.evidence == "2" })
    let rising = read(
      """
      2026/09/03 12:00:00,张三,15400000001,本科
      2026/09/04 12:00:00,张三,15400000001,硕士
      2026/09/05 09:00:00,张三,15400000001,博士
      """)
    #expect(rising.drafts.map { $0.texts[.education] } == ["博士"])
    #expect(rising.problems.map(\.evidence) == ["3", "4"])
  }

  @Test func `what the later leaves empty is not kept of the earlier`() {
    let found = read("2026/9/3 8:00,张三,15400000001,本科\n2026/9/3 9:00,张三,15400000001,\n")
    #expect(found.drafts.map(\.texts) == [[:]])
  }

  @Test(arguments: [
    "2026/9/3 8:00,张三,15400000001,a\n2026/9/3 8:00,张三,15400000001,b\n",
    ",张三,15400000001,a\n,张三,15400000001,b\n",
    "昨天,张三,15400000001,a\n今天,张三,15400000001,b\n",
    ",张三,15400000001,a\n2026/9/3 8:00,张三,15400000001,b\n",
    "2026/9/3 8:00,张三,15400000001,a\n,张三,15400000001,b\n",
  ])
  func `without a time that tells, the first stands and the second is refused`(_ rows: String) {
    let found = read(rows)
    #expect(found.drafts.map { $0.texts[.education] } == ["a"])
    #expect(found.problems.map(\.code) == [.repeatedRow] && found.problems[0].isRefusal)
  }

  @Test func `two people who share a phone are two`() {
    let found = read("2026/9/3 8:00,张三,15400000001,a\n2026/9/3 9:00,李四,15400000001,b\n")
    #expect(found.drafts.map(\.name) == ["张三", "李四"])
    #expect(found.problems.map(\.code) == [.repeatedRow] && !found.problems[0].isRefusal)
  }

  @Test func `a number with another name is not answered again`() {
    let found = read(
      "2026/9/3 8:00,1,张三\n2026/9/3 9:00,1,李四\n2026/9/3 10:00,1,张三\n", head: "提交时间,编号,姓名\n")
    // 编号 is what the site counts its answers by only where it stands first.
    #expect(found.drafts.map(\.name) == ["张三"])
    #expect(found.problems.map(\.code) == [.repeatedRow, .replaced])
  }

  @Test(arguments: [
    ("2026/09/03 12:00:00", "2026/9/3 12:00:01"), ("2026-09-03T11:59", "2026年9月3日 下午3:05"),
    ("2026/9/3", "2026/9/4"), ("2026/9/3 9:05:00 AM", "2026/9/3 1:05:00 PM"),
    ("2026/9/3 下午12:05", "2026/9/3 下午1:05"), ("2026/9/3 12:59:59 PM", "2026/9/3 1:00:00 PM"),
    ("2026/9/3 上午12:30", "2026/9/3 上午8:00"), ("2026/9/3 12:30:00 AM", "2026/9/3 1:00:00 AM"),
    ("2026/9/3 上午11:59", "2026/9/3 下午12:00"), ("46268.5", "2026/9/3 12:00:01"),
    ("2026/9/3 11:59:59", "46268.5"), ("46268", "46268.000012"), ("46267.99999", "46268"),
    ("46268.0", "2026/9/3 0:00:01"),
  ])
  func `times are told apart as forms write them`(_ earlier: String, _ later: String) throws {
    let (one, other) = (try #require(AnswerTime(earlier)), try #require(AnswerTime(later)))
    #expect(one.ordinal < other.ordinal)
  }

  @Test func `a moment whose format got lost is counted as its workbook counts`() throws {
    let day = try #require(Day("2026-05-20"))
    #expect(AnswerTime("46162.5")?.day == day && AnswerTime("46162.5")?.seconds == 43_200)
    #expect(AnswerTime("44700.5", is1904: true) == AnswerTime("46162.5"))
    #expect(AnswerTime("46161.9999999")?.day == day)
    #expect(AnswerTime("46162.35416666667")?.seconds == 8 * 3600 + 1800)
  }

  @Test(arguments: [
    "12345", "99999", "461625", "4616.5", "46162.5.1", "46162,5", "-46162.5", "46162分", "",
  ])
  func `figures that can be no moment tell none`(_ text: String) {
    #expect(AnswerTime(text) == nil)
  }

  @Test func `answers of a sheet that lost its formats are told apart as well`() {
    let found = read("46268.5,张三,15400000001,a\n46268.25,张三,15400000001,b\n")
    #expect(found.drafts.map { $0.texts[.education] } == ["a"])
    #expect(found.problems.map(\.code) == [.replaced])
  }

  @Test(arguments: [
    ("13", nil), ("3", nil), ("14", "2012"), ("30", "1996"), ("99", "1927"), ("100", nil),
    ("0", nil),
    ("-30", nil), ("三十", nil), ("30岁", "1996"),
  ])
  func `an age tells a year of birth only where it can be one`(_ age: String, _ birth: String?) {
    let found = read("46268.5,张三,\(age)\n", head: "提交答卷时间,姓名,年龄\n")
    #expect(found.drafts.map { $0.birth?.description } == [birth])
    #expect(found.drafts[0].extras["年龄"] == age)
  }

  @Test func `what a site counts its answers by is nobody's number`() {
    let found = read(
      "1,2026/9/3 8:00,张三,15400000001\n2,2026/9/3 9:00,李四,15400000002\n", head: "编号,提交答卷时间,姓名,手机\n")
    #expect(found.drafts.map(\.number) == [nil, nil])
    #expect(found.problems.isEmpty)
  }
}
