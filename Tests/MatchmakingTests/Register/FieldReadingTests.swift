import Matchmaking
import Testing

@Suite struct `Facts as people write them` {
  @Test(arguments: [
    ("1992", "1992"), ("1992年", "1992"), ("1992-05", "1992-05"), ("1992/5/4", "1992-05-04"),
    ("1992年5月", "1992-05"), ("1992年5月4日", "1992-05-04"), ("1992 年 05 月 04 号", "1992-05-04"),
    ("1992.5.4", "1992-05-04"), ("1992.05", "1992-05"), ("19920504", "1992-05-04"),
    ("199205", "1992-05"), ("１９９２－０５", "1992-05"), ("1992/05/04 12:00:00", "1992-05-04"),
    ("1992-05-04T00:00:00", "1992-05-04"),
    ("1992-13", nil), ("1992-02-30", nil), ("92-05", nil), ("33728", "1992-05-04"),
    ("10000", "1927-05-18"),
    ("42369", "2015-12-31"), ("42370", nil), ("99999", nil), ("May-92", nil),
    ("1992--05", nil), ("-1992", nil), ("1992-", nil), ("约1992", nil),
    ("99999999999999999999", nil),
  ])
  func `birth dates`(_ text: String, _ expected: String?) {
    #expect(FieldReading.birth(text)?.description == expected)
  }

  @Test(arguments: [
    ("175", 175), ("175cm", 175), ("175 CM", 175), ("175厘米", 175), ("175公分", 175), ("1.75", 175),
    ("1.75m", 175), ("1.75米", 175), ("1米75", 175), ("1米7", 170), ("1m68", 168), ("175.5", 176),
    ("１７５", 175), ("1.7", 170), ("120", 120), ("230", 230),
    ("119", nil), ("231", nil), ("17", nil), ("1750", nil), ("170-175", nil), ("高", nil),
    ("1.", nil),
    ("", nil), ("1.75.5", nil), ("五尺", nil),
  ])
  func `heights in centimetres`(_ text: String, _ expected: Int?) {
    #expect(FieldReading.height(text) == expected)
  }

  @Test(arguments: [
    ("A001", "A001"), (" 007 ", "007"), ("ｎ１", "n1"), ("1.2E+11", nil), ("C++", "C++"),
    ("1+1", "1+1"),
  ])
  func `member numbers`(_ text: String, _ expected: String?) {
    #expect(FieldReading.number(text) == expected)
  }

  static let today = Day(year: 2026, month: 11, day: 27)

  @Test(
    arguments: [
      ("95年8月", "1995-08"), ("95年8月12日", "1995-08-12"), ("95年", "1995"), ("95.8.12", "1995-08-12"),
      ("95-8-12", "1995-08-12"),
      ("95/8", "1995-08"), ("92-05", "1992-05"), ("92年", "1992"), ("05年8月", "2005-08"),
      ("1995年8月生", "1995-08"),
      ("1995年8月12日出生", "1995-08-12"), ("生于1995年8月", "1995-08"), ("1995.8生", "1995-08"),
      ("公历1995年8月12日", "1995-08-12"),
      ("九五年", "1995"), ("九五年八月", "1995-08"), ("一九九五年", "1995"), ("一九九五年八月十二日", "1995-08-12"),
      ("1995年八月", "1995-08"),
      ("1995年十二月", "1995-12"), ("1995年八月二十一日", "1995-08-21"), ("1995年元月", "1995-01"),
      ("二〇〇一年", "2001"),
      ("二零零一年三月", "2001-03"), ("二○○一年", "2001"), ("1995 8 12", "1995-08-12"),
      ("1995，8，12", "1995-08-12"),
      ("1995、8", "1995-08"), ("1995。8。12", "1995-08-12"), ("920504", "1992-05-04"),
      ("12 May 1992", "1992-05-12"),
      ("May 12, 1992", "1992-05-12"), ("May 1992", "1992-05"), ("1992-May-12", "1992-05-12"),
      ("4th Sept 1992", "1992-09-04"),
      ("25/12/1995", "1995-12-25"), ("12/25/1995", "1995-12-25"), ("8/8/1995", "1995-08-08"),
      ("1995 年 8 月", "1995-08"),
      ("May-92", "1992-05"), ("12-May-92", "1992-05-12"), ("Aug-95", "1995-08"),
      ("Sept 95", "1995-09"),
      ("5/13/95", "1995-05-13"), ("13.5.95", "1995-05-13"), ("8/8/95", "1995-08-08"),
      ("民国84年8月12日", "1995-08-12"), ("民国八十四年八月", "1995-08"), ("民國84年", "1995"),
      ("民国84.8.12", "1995-08-12"),
      ("９５年８月", "1995-08"),
      ("08/12/1995", nil), ("95后", nil), ("90后", nil), ("80年代", nil), ("31岁", nil), ("约1995", nil),
      ("1995年左右", nil), ("1995年前", nil),
      ("12年8月", nil), ("95", nil), ("01.8.12", nil), ("95.1", nil), ("农历1995年八月", nil), ("属猪", nil),
      ("1995年13月", nil),
      ("95年2月30日", nil), ("九五", nil), ("八月", nil), ("1995年8月至9月", nil), ("May-12", nil),
      ("12-May-12", nil), ("May-92-93", nil),
      ("民国", nil), ("民国115年12月", nil), ("民国0年", nil), ("5/13/25", nil), ("5/6/95", nil),
      ("95/96/97", nil),
      ("1995--8", nil), ("1995年8月12日生日快乐", nil),
      ("2030-01-01", nil), ("2026-11-28", nil), ("2026-11-27", "2026-11-27"), ("2027年", nil),
      ("27年", nil), ("99年", "1999"),
    ] as [(String, String?)])
  func `births as they are said, none after today`(_ text: String, _ expected: String?) {
    #expect(FieldReading.birth(text, on: Self.today)?.description == expected)
  }

  @Test(
    arguments: [
      ("一米八", 180), ("一米七五", 175), ("一米六八", 168), ("一米七十五", 175), ("一米七十", 170), ("1米8", 180),
      ("1米七", 170), ("180CM", 180),
      ("一百八", 180), ("一百七十五", 175), ("一百七十五厘米", 175), ("一七五", 175), ("两米", 200), ("1.8m", 180),
      ("１.８米", 180),
      ("净身高175", 175), ("175（净身高）", 175), ("裸高1.75米", 175), ("5'11\"", 180), ("5′11″", 180),
      ("5ft11in", 180),
      ("71 in", 180), ("71\"", 180), ("71inches", 180), ("71英寸", 180), ("5 in", nil),
      ("175in", nil),
      ("5英尺11英寸", 180), ("6呎", 183), ("178 公分", 178), ("1米78cm", 178),
      ("五尺六", nil), ("5尺6", nil), ("一米", nil), ("一米零五", nil), ("三米", nil), ("175-178", nil),
      ("175mm", nil), ("高", nil),
      ("5'13\"", nil), ("9'1\"", nil), ("一八", nil), ("中等", nil),
    ] as [(String, Int?)])
  func `heights as they are said`(_ text: String, _ expected: Int?) {
    #expect(FieldReading.spokenHeight(text) == expected)
  }

  @Test(arguments: [("71", 180), ("65.5", 166), ("175", nil), ("5", nil)] as [(String, Int?)])
  func `inches, below a head that says so`(_ text: String, _ expected: Int?) {
    #expect(FieldReading.height(inches: text) == expected)
  }

  @Test(
    arguments: [
      ("同意", true), ("是", true), ("A.同意", true), ("√", true), ("Yes", true), ("愿意。", true),
      ("不同意", false), ("否", false),
      ("B、不同意", false), ("No", false), ("×", false), ("看情况", nil), ("", nil), ("同意部分公开", nil),
      ("不", nil),
    ] as [(String, Bool?)])
  func `an agreement is a plain yes or no`(_ text: String, _ expected: Bool?) {
    #expect(FieldReading.agreement(text) == expected)
  }

  @Test(
    arguments: [
      ("手机：15400000001", true), ("15400000001（微信同号）", true), ("15400000001(同微信)", true),
      ("15400000001微信同号", true), ("电话 154 0000 0001", true), ("Tel. 15400000001", true),
      ("本人手机15400000001", true), ("+86 15400000001（本人）", true),
      ("15400000001/15400000002", false), ("15400000001（母亲）", false), ("家长电话：15400000001", false),
      ("1540000000（微信同号）", false), ("微信同号", false), ("0538-8224567", false), ("手机：无", false),
    ] as [(String, Bool)])
  func `a phone with what people say beside it`(_ text: String, _ isOne: Bool) {
    #expect(FieldReading.phone(text)?.digits == (isOne ? "15400000001" : nil))
  }

  @Test(arguments: [
    ("A.女", "女"), ("B、已婚", "已婚"), ("①男", "男"), ("C、8000-10000元", "8000-10000元"),
    ("D.5万以下", "5万以下"), ("Ｂ．3000～5000", "3000～5000"), ("A.阅读┋B.跑步", "阅读┋跑步"),
    ("B.1个", "1个"), ("A、3室", "3室"), ("C)2-", "2-"),
    ("B.A.", "B.A."), ("1.75", "1.75"), ("1、8000-10000", "1、8000-10000"), ("C.5", "C.5"),
    ("A.12", "A.12"),
    ("I.8000元", "I.8000元"), ("A8000元", "A8000元"),
  ])
  func `the letter of an option is no part of what was chosen`(_ text: String, _ chosen: String) {
    #expect(FieldReading.withoutOptionLetter(text) == chosen)
  }

  @Test(arguments: [
    ("手机15400000001", "手机154****0001"), ("154 0000 0001", "154 **** 0001"),
    ("１５４０００００００１", "１５４****０００１"),
    ("8224567", "****567"), ("19920504", "19920504"), ("2026-09-03 12:00", "2026-09-03 12:00"),
    ("LC001", "LC001"),
    ("甲 15400000001 乙 15400000002", "甲 154****0001 乙 154****0002"), ("", ""),
    ("0538-8224567", "0538-****567"),
  ])
  func `whole phone numbers are hidden`(_ text: String, _ shown: String) {
    #expect(Masking.numbers(in: text) == shown)
  }
}

@Suite struct `What is typed of a member` {
  private let today = Day(year: 2026, month: 11, day: 27) ?? .fallback
  private let entered = Member(id: MemberID(high: 0, low: 1), number: "1", name: "张三")

  @Test func `no birth is taken that lies ahead`() throws {
    var member = entered
    #expect(throws: FieldFault.unknownBirth("2031-01-01")) {
      try member.set(.birth, to: "2031-01-01", on: today)
    }
    try member.set(.birth, to: "95年8月", on: today)
    #expect(member.birth?.description == "1995-08")
  }

  @Test func `a whole resident number fills sex and birth where they are not known`() throws {
    var member = entered
    try member.set(.text(.residentDigits), to: "110101199205040021", on: today)
    #expect(member.sex == .woman && member.birth == BirthDate("1992-05-04"))
    #expect(member.texts[.residentDigits] == "0021")
    #expect(throws: FieldFault.self) {
      try member.set(.text(.residentDigits), to: "11010519491231002X", on: today)
    }
  }

  @Test(arguments: ["(跳过)", "无", "/", " N/A "])
  func `a word for nothing takes a text away`(_ word: String) throws {
    var member = entered
    member.texts[.job] = "教师"
    try member.set(.text(.job), to: word, on: today)
    #expect(member.texts[.job] == nil)
  }

  @Test func `of a car there may be none`() throws {
    var member = entered
    try member.set(.text(.car), to: "无", on: today)
    #expect(member.texts[.car] == "无")
    #expect(MemberFacts(member).car == .known(false))
    #expect(throws: FieldFault.noName) { try member.set(.name, to: "(空)", on: today) }
  }
}
