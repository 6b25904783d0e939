import Foundation
import TestSupport
import Testing

@testable import Matchmaking

private typealias FilterTests = `A filter as typed text`

@Suite struct `A filter as typed text` {
  static let day = Day("2026-11-22") ?? .fallback

  /// 31 years old, 168 tall, of 泰安, with a bachelor's degree, verified.
  static let worker: MemberFacts = {
    var facts = facts([
      .education: "本科", .residence: "泰安市泰山区", .income: "8000-10000", .marital: "未婚",
      .housing: "有房，按揭", .job: "语文教师", .weight: "52kg",
    ])
    facts.sex = .woman
    facts.birth = BirthDate("1995-03")
    facts.height = 168
    facts.verification = .verified
    return facts
  }()

  private func admits(_ text: String, _ facts: MemberFacts = Self.worker) throws -> Bool {
    try Filter.check(text).admits(facts, day: Self.day)
  }

  @Test(arguments: [
    "sex=F age=25..32 height>=165 city=泰安 education>=本科 verified",
    "性别=女 年龄=25..32 身高>=165 居住地=泰安 学历>=本科 已核验", "ＡＧＥ＝３１", "age >= 25", "age：31", "年龄=25-32",
    "年龄=25至32", "年龄=25~32岁", "age=..32", "age=25..", "height=1.68", "height=168cm", "weight=104斤",
    "city=济南,泰安", "city=济南、 泰安市泰山区", "city!=济南", "not city=济南", "非 居住地=济南", "!city=济南",
    "education=bachelor", "education=大专..硕士", "education>大专", "income>=8k", "income>=0.8万",
    "born=95",
    "出生年>=1990", "marital=未婚", "marital=离异,未婚", "未婚", "女", "有房", "housing=own", "work=教师",
    "work=教师,医生", "car=?", "not income=?", "income!=?", "not not sex=F", "城市=山东", "", "   ", "；",
    "sex=F; verified", "status=looking", "单身",
  ])
  func `lets her through`(text: String) throws {
    #expect(try admits(text))
  }

  @Test(arguments: [
    "sex=M", "age>=32", "age<31", "height>168", "city=济南", "city!=泰安", "非 居住地=山东", "education<=大专",
    "education=?", "unverified", "有房无贷", "work=医生", "车=有", "not 车=有", "smoking=no",
    "not smoking=yes",
    "income>=9000", "income<=9000", "status=married", "verified sex=M", "not verified",
  ])
  func `keeps her out`(text: String) throws {
    #expect(try !admits(text))
  }

  /// The unknown is neither, so that "not a smoker" is only who says so.
  @Test func `meets neither a condition nor its contrary with what is unsaid`() throws {
    #expect(try !admits("smoking=yes") && !admits("smoking!=yes") && admits("smoking=?"))
  }

  /// A surname, or a given name, is typed at the door of the list; only the sexes are one character.
  @Test(arguments: ["有", "无", "是", "否", "没有", "偶尔", "不是", "回", "汉"])
  func `takes a single character, and what answers any question, for a name`(word: String) throws {
    for text in [word, "女 \(word)", "\(word) 女"] {
      let filter = try Filter.check(text)
      #expect(filter.names.map(\.word) == [word], "\(text)")
      #expect(filter.terms.count == (text == word ? 1 : 2), "\(text)")
    }
    #expect(try Filter.check("男").names.isEmpty && Filter.check("女").names.isEmpty)
  }

  @Test func `keeps other words as names`() throws {
    let filter = try Filter.check("王芳 wf sex=F not \"李 雷\" \"verified\"")
    #expect(filter.names.map(\.word) == ["王芳", "wf", "李 雷", "verified"])
    #expect(filter.names.map(\.isNegated) == [false, false, true, false])
    #expect(filter.admits(Self.worker, day: Self.day))
  }

  @Test(arguments: [
    ("aeg=25", "unknown-field", "aeg"), ("age", "missing-operator", ""),
    ("age=", "missing-value", ""),
    ("age= sex=F", "not-a-number", "sex=F"), ("age=abc", "not-a-number", "abc"),
    ("age=二十七八", "not-a-number", "二十七八"), ("weight=一百二三", "not-a-number", "一百二三"),
    ("age=170", "implausible", "170"), ("age=7", "implausible", "7"),
    ("age=32..25", "empty-range", "32..25"), ("age=..", "empty-range", ".."),
    ("sex=X", "unknown-value", "X"), ("sex>F", "no-order", "sex>F"),
    ("city>=泰安", "no-order", "city>=泰安"),
    ("city=鼓楼区", "ambiguous-place", "鼓楼区"), ("city=火星", "unknown-place", "火星"),
    ("age=25,28", "one-value-only", "28"), ("\"王", "unclosed-quote", "\"王"),
    ("not", "nothing-behind", "not"),
    ("older=3", "only-in-criteria", "older=3"), ("居住地=本地", "only-in-criteria", "居住地=本地"),
    ("prefer 有房", "misplaced", "prefer 有房"), ("city=泰安,", "missing-value", ""),
    ("=5", "unknown-field", "王"),
    ("edu=哈佛", "unknown-value", "哈佛"), ("height=1.7.5", "not-a-number", "1.7.5"),
    ("age>25..32", "one-value-only", "25..32"), ("!", "nothing-behind", "!"),
  ])
  func `names what is wrong and where`(text: String, code: String, place: String) throws {
    let draft = FilterDraft("王 " + text)
    let fault = try #require(draft.faults.first)
    #expect(fault.code == code)
    #expect(String(draft.text[fault.range]) == place)
    #expect(throws: ConditionFault.self) { try Filter.check("王 " + text) }
  }

  @Test(arguments: [
    ("性别=男 或 性别=女", ["或"]), ("sex=F or sex=M", ["or"]), ("性别=女 且 身高>=165", ["且"]),
    ("education=本科 OR education=硕士", ["OR"]), ("女 || 男", ["||"]), ("女 | 男", ["|"]),
    ("未婚 并且 已核验", ["并且"]), ("verified and sex=F & age>25", ["and", "&"]), ("女 或者", ["或者"]),
    ("或 女", ["或"]), ("张 or 李", ["or"]), ("ｏｒ 女", ["ｏｒ"]), ("not or 女", ["or"]),
    ("hieght=3 或 女", ["或"]),
  ])
  func `has no words that join conditions`(text: String, words: [String]) {
    let draft = FilterDraft(text)
    let joining = draft.faults.filter { $0.code == "joining-word" }
    #expect(joining.map(\.kind) == words.map { .joiningWord($0) })
    #expect(
      zip(draft.faults, draft.faults.dropFirst()).allSatisfy {
        $0.range.lowerBound <= $1.range.lowerBound
      })
  }

  @Test(arguments: ["or", "或", "且", "and", "女 \"or\"", "\"或\" 女", "女 ora", "女 order", "女 和"])
  func `takes what could join for a name where nothing is joined`(text: String) {
    let draft = FilterDraft(text)
    #expect(draft.faults.isEmpty)
    for words in [ConditionWords.english, .chinese] {
      let again = FilterDraft("女 " + draft.filter.text(words))
      #expect(again.faults.isEmpty, "as it is kept")
      #expect(again.filter.names.map(\.word) == draft.filter.names.map(\.word))
    }
  }

  @Test func `keeps what is right beside what is wrong`() {
    let draft = FilterDraft("sex=F aeg=3 verified")
    #expect(draft.filter == FilterDraft("sex=F verified").filter)
    #expect(draft.faults.count == 1 && draft.ranges.count == 2)
  }

  @Test func `guesses the field that was meant`() {
    let kind = FilterDraft("hieght=3").faults.first?.kind
    #expect(kind == .unknownField("hieght", nearest: .measure(.height)))
    #expect(FilterDraft("学厉=本科").faults.first?.kind == .unknownField("学厉", nearest: nil))
  }

  @Test(arguments: [
    "sex=F age=25..32 height>=165 city=泰安 education>=本科 verified", "not verified not age=30",
    "city!=泰安,济南",
    "housing=own,rent", "work=体制内,教师", "marital=single", "car=? income!=?", "王芳 \"未婚\" not wf",
    "children=none only=yes drinking=sometimes smoking=no status=seeing,married",
    "household=山东 hometown=北京朝阳",
    "education=大专..本科 income<=8000 weight>=50 born=1990..1995", "not \"age\" \"a b\" \"x=1\"",
  ])
  func `is written back so that it reads the same`(text: String) throws {
    let filter = try Filter.check(text)
    for words in ConditionWords.allCases {
      let written = filter.text(words)
      #expect(try Filter.check(written) == filter, "\(written)")
      #expect(try Filter.check(written).text(words) == written)
    }
  }

  @Test func `is canonical in both languages`() throws {
    let filter = try Filter.check("已核验 学历≥大学本科 身高：165cm..1.75m 居住地=山东泰安、济南市")
    #expect(filter.text(.english) == "verified education>=bachelor height=165..175 city=济南,泰安")
    #expect(filter.text(.chinese) == "已核验 学历>=本科 身高=165..175 居住地=济南,泰安")
  }

  /// Every demand that can be put together from the words of the language.
  @Test func `has a text for every demand`() throws {
    for field in ConditionField.allCases {
      guard case .trait(let trait) = field else { continue }
      for one in trait.values {
        for other in trait.values {
          let demand = Demand(.trait(trait, one.choices.union(other.choices)), isNegated: true)
          for words in ConditionWords.allCases {
            #expect(try Filter.check(demand.text(words)).terms == [.demand(demand)])
          }
        }
      }
    }
    for kind in Work.kinds + [
      .inTheSystem, [.teacher, .police], [.military, .inTheSystem, .driver],
    ] {
      for words in ConditionWords.allCases {
        let demand = Demand(.work(kind))
        #expect(try Filter.check(demand.text(words)).terms == [.demand(demand)])
      }
    }
  }

  @Test func `never fails on anything typed`() {
    let pieces = [
      "age", "=", ">=", "..", "25", "\"", " ", ",", "、", "非", "not", "泰安", "王", "!", "?", "；",
      "\u{301}",
      "👩‍🏭", "优先", ":", "本科", "-", "～", "<", "\n",
    ]
    var dice = Dice(seed: 11)
    for _ in 0..<4000 {
      let text = (0..<(1 + dice.roll(9))).map { _ in pieces[dice.roll(pieces.count)] }.joined()
      let draft = FilterDraft(text)
      for fault in draft.faults { _ = draft.text[fault.range] }
      let written = draft.filter.text(.chinese)
      #expect(FilterDraft(written).filter == draft.filter, "\(text) → \(written)")
    }
  }
}

/// Employer, union, sector, job, ethnicity, politics, interests, matchmaker.
@Suite struct `A filter by words` {
  static let teacher = facts([
    .employer: "泰安市人民医院（东院）", .union: "岱岳区总工会", .sector: "事业单位", .job: "语文教师",
    .ethnicity: "回族", .politics: "中共党员", .interests: "羽毛球┋阅读 旅行、Board Games",
    .matchmaker: "李红 娘",
  ])

  private func admits(_ text: String, _ facts: MemberFacts = Self.teacher) throws -> Bool {
    try Filter.check(text).admits(facts, day: FilterTests.day)
  }

  @Test(arguments: [
    // Somewhere in the text.
    "单位~人民医院", "employer~医院", "单位～银行,医院", "单位~银行、医院", "工作单位~东院", "company~泰安",
    "工会~岱岳", "union~总工会", "上级工会~岱岳区总工会", "岗位~教师", "job~教师", "职务~语文", "单位性质~事业", "行业~单位",
    "民族~回", "政治面貌~党员", "政治~党员", "兴趣~羽毛", "爱好~games", "红娘~李红", "介绍人~李红娘",
    "单位~（东院）", "单位~(东院)", "单位~泰安市 单位~医院", "单位=~医院", "单位~=医院",
    // The whole text; spaces, quotes, width and case do not matter.
    "岗位=语文教师", "job=语文教师", "单位=泰安市人民医院(东院)", "单位=\"泰安市 人民医院 （东院）\"", "民族=回", "民族=回族",
    "民族=汉,回", "政治面貌=中共党员", "单位性质=事业单位", "行业=事业单位", "红娘=李红娘", "红娘=\"李红 娘\"",
    // A list by any of its parts.
    "兴趣=阅读", "兴趣=羽毛球", "兴趣爱好=旅行", "兴趣=跑步,旅行",
    // The contrary.
    "单位!~银行", "非 单位~银行", "not employer~银行,学校", "!岗位~护士", "岗位!=教师", "民族!=汉", "不要 政治面貌~群众",
    "not 单位!~医院", "兴趣!=羽毛",
    // What is said at all.
    "单位!=?", "民族!=未知", "not 工会=?", "not 单位~?",
    "女 单位~医院 岗位~教师".replacing("女 ", with: ""),
  ])
  func `lets a teacher through`(text: String) throws {
    #expect(try admits(text))
  }

  @Test(arguments: [
    "单位~银行", "单位!~医院", "单位=人民医院", "岗位=教师", "岗位~护士,医生", "工会~泰山", "民族=汉", "民族~汉族",
    "政治面貌=党员", "兴趣=羽毛", "兴趣~跑步", "单位=?", "民族=未填", "工会~?", "not 岗位~教师", "红娘~王", "行业=事业",
    "单位~医院 岗位~护士", "单位~\"?\"", "岗位=\"未知\"",
  ])
  func `keeps a teacher out`(text: String) throws {
    #expect(try !admits(text))
  }

  /// Interests are a list, of which any part may be meant as a whole; nothing else is, however it is written.
  @Test(arguments: [
    ("单位=银行", "某银行"), ("单位=银行", "银行某部"), ("单位=泰安分行", "中国银行 泰安分行"),
    ("单位=招商银行", "工商银行、招商银行"), ("单位=银行", "某\u{1F}银行"), ("岗位=教师", "教师/班主任"),
    ("岗位=班主任", "教师；班主任"), ("工会=岱岳区总工会", "泰安市总工会，岱岳区总工会"), ("行业=金融", "金融|保险"),
    ("红娘=李红", "王芳、李红"), ("政治面貌=党员", "党员┋团干部"), ("民族=回", "回族 汉族"),
  ])
  func `as the whole text is not met by a part of one`(filter: String, text: String) throws {
    let kind = try #require(TextKind.allCases.first { filter.hasPrefix(Self.heads[$0] ?? "-") })
    let said = facts([kind.text: text])
    #expect(try !admits(filter, said))
    #expect(try admits(filter.replacing("=", with: "!="), said))
    #expect(try admits(filter.replacing("=", with: "~"), said))
    let value = try #require(filter.split(separator: "=").last)
    #expect(try admits("兴趣=\(value)", facts([.interests: "跑步、\(value)、阅读"])))
  }

  private static let heads: [TextKind: String] = [
    .employer: "单位", .union: "工会", .sector: "行业", .job: "岗位", .ethnicity: "民族", .politics: "政治",
    .matchmaker: "红娘",
  ]

  @Test(arguments: ["单位~医院", "单位!~医院", "民族=回", "民族!=回", "兴趣~读", "红娘!=李"])
  func `meets neither with what is unsaid`(text: String) throws {
    #expect(try !admits(text, facts([.employer: "-", .ethnicity: "保密", .interests: " "])))
    #expect(try admits("单位=? 民族=? 兴趣=? 红娘=?", facts([.employer: "暂无"])))
  }

  @Test(arguments: [
    ("单位~", "missing-value"), ("单位=", "missing-value"), ("单位~医院,", "missing-value"),
    ("单位~\"\"", "missing-value"), ("单位~\"  \"", "missing-value"), ("单位>=医院", "no-order"),
    ("民族<回", "no-order"), ("年龄~25", "no-words"), ("身高!~170", "no-words"),
    ("单位", "missing-operator"), ("单位~\"医院", "unclosed-quote"), ("单~医院", "unknown-field"),
    ("年龄25~32", "unknown-field"),
  ])
  func `names what is wrong`(text: String, code: String) {
    #expect(FilterDraft(text).faults.map(\.code) == [code])
  }

  @Test(arguments: ["居住地~泰安", "学历~本科", "婚况!~未婚", "工作~教师"])
  func `takes the sign of words for the equal sign where a detail has values`(text: String) throws {
    let plain = text.replacing("~", with: "=")
    #expect(try Filter.check(text) == Filter.check(plain))
  }

  @Test(arguments: [
    ("单位~医院,银行", "employer~医院,银行", "单位~医院,银行"),
    ("employer~银行、医院、医院", "employer~医院,银行", "单位~医院,银行"),
    ("岗位=教师", "job=教师", "岗位=教师"), ("not 岗位~教师", "job!~教师", "岗位!~教师"),
    ("非 民族!=回族", "ethnicity=回族", "民族=回族"), ("工会!=?", "union!=?", "工会!=?"),
    ("单位~\"a b\"", "employer~\"a b\"", "单位~\"a b\""),
    ("单位=“中国 银行”", "employer=\"中国 银行\"", "单位=\"中国 银行\""),
    ("单位~\"?\"", "employer~\"?\"", "单位~\"?\""), ("岗位=\"未知\"", "job=\"未知\"", "岗位=\"未知\""),
    ("岗位~\"Unknown\"", "job~\"Unknown\"", "岗位~\"Unknown\""),
    ("单位~\"a,b;c\"", "employer~\"a,b;c\"", "单位~\"a,b;c\""),
    ("单位~\"甲、乙；丙\",丁", "employer~丁,\"甲、乙；丙\"", "单位~丁,\"甲、乙；丙\""),
    ("单位~山东\"银行", "employer~山东银行", "单位~山东银行"),
    ("单位~=x", "employer~x", "单位~x"), ("单位~\"=x\"", "employer~\"=x\"", "单位~\"=x\""),
    ("单位=\"~x\"", "employer=\"~x\"", "单位=\"~x\""),
    ("单位~Bank,bank,ＢＡＮＫ", "employer~Bank", "单位~Bank"),
    ("政治面貌~>=党", "politics~>=党", "政治面貌~>=党"),
  ])
  func `reads back as the same in either language`(
    text: String, english: String, chinese: String
  ) throws {
    let filter = try Filter.check(text)
    #expect(filter.text(.english) == english)
    #expect(filter.text(.chinese) == chinese)
    for words in ConditionWords.allCases {
      #expect(try Filter.check(filter.text(words)) == filter)
    }
  }

  @Test func `whatever stands in a register can be asked for and reads back`() throws {
    let pieces = [
      "医院", " ", "\"", "“", ",", "、", "；", "?", "未知", "\n", "A", "（", "~", "=", "!", "　", "族", "回",
      "'",
    ]
    var dice = Dice(seed: 21)
    var asked = 0
    for _ in 0..<2_000 {
      let text = (0..<dice.roll(1...6)).map { _ in dice.pick(pieces) }.joined()
      for kind in TextKind.allCases where !kind.isList {
        for isWhole in [true, false] {
          guard let match = TextMatch(kind, [text], isWhole: isWhole) else { continue }
          asked += 1
          let demand = Demand(.text(match), isNegated: dice.roll(2) == 0)
          for words in ConditionWords.allCases {
            let written = demand.text(words)
            #expect(try Filter.check(written).terms == [.demand(demand)], "\(written)")
          }
          let member = facts([kind.text: text])
          if member.texts[kind] != nil {
            #expect(Demand(.text(match)).verdict(on: member, day: FilterTests.day) == .met)
          }
        }
      }
    }
    #expect(asked > 10_000)
  }

  @Test func `stands in typed criteria as well, as a limit or a preference`() throws {
    let criteria = try Criteria.check("岗位~教师,医生 优先 政治面貌~党员 非 民族=汉")
    #expect(criteria.limits.count == 2 && criteria.preferences.count == 1)
    #expect(try Criteria.check(criteria.text(.english)) == criteria)
    #expect(criteria.text(.english) == "job~医生,教师 prefer politics~党员 ethnicity!=汉")
    #expect(CriteriaDraft("岗位=?").faults.map(\.code) == ["misplaced"])
  }

  @Test func `work stays the kind of work, whatever words somebody has for it`() throws {
    let nurse = facts([.job: "护士", .sector: "民企"])
    #expect(try admits("work=医生", nurse) && admits("工作=民企", nurse) && !admits("岗位~医生", nurse))
  }
}

@Suite struct `A word that is nobody's name` {
  @Test(arguments: [
    ("教师", "岗位~教师"), ("人民医院", "单位~人民医院"), ("党员", "政治面貌~党员"), ("回族", "民族~回族"),
    ("羽毛球", "兴趣~羽毛球"), ("岱岳区总工会", "工会~岱岳区总工会"), ("事业单位", "单位性质~事业单位"),
    ("泰安", "居住地=泰安"), ("本科", "学历=本科"), ("教师", "工作=教师"), ("李红娘", "红娘~李红娘"),
    ("Ｂank Ltd", "单位~\"Ｂank Ltd\""),
  ])
  func `may be a condition`(word: String, text: String) {
    #expect(Filter.readings(of: word).map { $0.text(.chinese) }.contains(text))
  }

  @Test(arguments: ["", " ", "007", "13800000001", "-", "\"\"", "12 34"])
  func `is none where it is a number or nothing`(word: String) {
    #expect(Filter.readings(of: word).isEmpty)
  }

  @Test func `is offered by how many it meets, and not where it meets nobody`() {
    let counts = ["岗位~教师": 12, "工作=教师": 40, "单位~教师": 0, "工会~教师": 13]
    let found = Filter.readings(of: "教师") { counts[$0.text(.chinese)] }
    #expect(found.map { $0.demand.text(.chinese) } == ["工会~教师", "岗位~教师", "工作=教师"])
    #expect(found.map(\.count) == [13, 12, 40])
    let places = Filter.readings(of: "泰安") { $0.condition.field == .text(.union) ? 64 : 60 }
    #expect(places.first?.demand.text(.chinese) == "居住地=泰安")
  }

  private func completion(_ text: String, isNobody: Bool = true) -> FilterCompletion {
    var register = FilterCompletion.Register()
    register.isNobody = { _ in isNobody }
    register.count = { $0.condition.field == .text(.job) ? 12 : 0 }
    return FilterCompletion(text, caret: text.endIndex, words: .chinese, register: register)
  }

  @Test(arguments: ["教师", "女 教师", "not 教师", "年龄=25..32 教师"])
  func `is offered where it is typed`(text: String) {
    let found = completion(text)
    #expect(found.nobody == "教师")
    #expect(found.candidates.map(\.text) == ["岗位~教师"])
    #expect(found.candidates.map(\.count) == [12] && found.candidates[0].kind == .reading)
    #expect(text[found.range] == "教师")
    #expect(completion(text, isNobody: false).candidates.isEmpty)
  }

  @Test(arguments: ["\"教师\"", "教师 ", "女", "未婚", "学", "岗位=教师", "13800000001"])
  func `is not offered for names between quotes, conditions, and what is not being typed`(
    text: String
  ) {
    #expect(completion(text).nobody == nil)
  }
}

@Suite struct `Completing a filter` {
  private func complete(_ text: String, regions: [Region] = []) -> [String] {
    FilterCompletion(text, caret: text.endIndex, words: .chinese, regions: regions)
      .candidates.map(\.text)
  }

  @Test func `offers fields, comparisons and values in turn`() {
    #expect(complete("").contains("性别"))
    #expect(complete("sex=F 学").contains("学历"))
    #expect(complete("heig") == ["身高"])
    #expect(complete("身高") == ["=", ">=", "<=", "!="])
    #expect(complete("sex") == ["=", "!="])
    #expect(complete("性别=") == ["女", "男"])
    #expect(complete("education>=本") == ["本科"])
    #expect(complete("ver").last == "已核验")
  }

  @Test func `offers places by what is typed, those of the register first`() throws {
    let here = try #require(Region("泰安"))
    #expect(complete("city=", regions: [here]) == ["泰安"])
    #expect(complete("city=泰", regions: [here]).first == "泰安")
    #expect(complete("city=泰安,济").contains("济南"))
  }

  @Test func `replaces only the word at the caret and counts`() throws {
    let text = "性别=女 学历>=本 已核验"
    let caret = try #require(text.firstIndex(of: "本")).utf16Offset(in: text) + 1
    let completion = FilterCompletion(
      text, caret: String.Index(utf16Offset: caret, in: text), words: .chinese
    ) { demand in demand == Demand(.education(Bounds(.bachelor))) ? 42 : nil }
    #expect(String(text[completion.range]) == "本")
    #expect(completion.candidates.first?.count == 42)
  }

  private func register() -> FilterCompletion.Register {
    var register = FilterCompletion.Register()
    register.values = { kind, typed in
      let all: [TextKind: [String]] = [
        .ethnicity: ["汉族", "回族", "满族"], .employer: ["人民医院", "中国银行 泰安分行", "中心医院"],
      ]
      return (all[kind] ?? []).filter { typed.isEmpty || $0.contains(typed) }
    }
    return register
  }

  /// `|` is the caret; what Tab makes of it, first candidate first.
  private func tabbed(_ marked: String, candidate: Int = 0) -> String? {
    let caret = marked.firstIndex(of: "|") ?? marked.endIndex
    let text = marked.filter { $0 != "|" }
    let place = text.index(text.startIndex, offsetBy: marked[..<caret].count)
    let completion = FilterCompletion(text, caret: place, words: .chinese, register: register())
    guard completion.candidates.indices.contains(candidate) else { return nil }
    return text.replacingCharacters(
      in: completion.range, with: completion.candidates[candidate].text)
  }

  @Test(arguments: [
    // A value where the detail has some, and nothing where it has none: no word joins another.
    ("民族=回|", "民族=回族"), ("民族=|", "民族=汉族"), ("民族!=满|", "民族!=满族"), ("ethnicity=回|", "ethnicity=回族"),
    ("民族=外|", nil), ("年龄=25|", nil), ("年龄=|", nil), ("身高>=1|", nil), ("性别=女|", "性别=女"),
    ("单位~医院|", "单位~人民医院"), ("单位~分行|", "单位~\"中国银行 泰安分行\""),
    ("单位~\"分行|", "单位~\"中国银行 泰安分行"), ("单位~\"分行|\"", "单位~\"中国银行 泰安分行\""),
    ("单位~银行,中心|", "单位~银行,中心医院"), ("单位~银行, |", "单位~银行, 人民医院"),
    // In the middle of a word or a value all of it is replaced.
    ("学|厉", "学历"), ("身|高=170", "身高=170"), ("民族=回|民", "民族=回族"), ("民族=回|民 女", "民族=回族 女"),
    ("性|别 女", "性别 女"), ("学|历>=本科", "学历>=本科"), ("学历>=本|科", "学历>=本科"), ("单位~人|民,银行", "单位~人民医院,银行"),
    // Before a word nothing is written that would grow together with it.
    ("|王芳", nil), ("女 |王芳", nil), ("|性别=女", nil), ("王芳|", nil), ("\"王\"|", nil), ("|\"王\"", nil),
    ("女 not|", nil), ("非|", nil), ("单位~\"银行\"|", nil), ("性别|=女", nil), ("性别| =女", nil),
    // Where there is room a detail is offered.
    ("|", "性别"), ("女 |", "女 性别"), ("女;|", "女;性别"), ("女 | 王芳", "女 性别 王芳"), ("not |", "not 性别"),
    ("!|", "!性别"), ("女，|", nil), ("女 ，|", "女 ，性别"),
    // A comparison behind a detail, also with a space between.
    ("身高|", "身高="), ("身高 |", "身高 ="), ("单位|", "单位~"), ("民族|", "民族~"), ("sex|", "sex="),
    // What the sentence of the fault promises.
    ("国籍=中国|", "性别=中国"), ("国籍|=中国", nil), ("hieght>=170|", "身高>=170"), ("=5|", "性别=5"),
    ("性别>=女|", "性别=女"), ("性别>=|", "性别="), ("民族>回|", "民族~回"), ("年龄~25|", "年龄=25"),
    ("居住地=鼓楼区|", "居住地=南京市鼓楼区"),
    // Words that are conditions by themselves.
    ("未|", "未婚"), ("有|", "有孩"), ("女 已核|", "女 已核验"), ("体制|", "体制内"), ("恋|", "恋爱中"),
    ("女 不|", "女 不带孩"),
    // What stands there whole already is not offered again, only what goes on from it.
    ("未婚|", nil), ("女 未婚|", nil), ("not 离异|", nil), ("体制内|", nil), ("恋爱中|", nil), ("已退出|", nil),
    ("非独生|", nil), ("抽烟|", "抽烟="), ("偶尔抽烟|", nil), ("单身|", nil), ("有房|", "有房无贷"), ("女|", nil),
    ("男|", nil),
  ])
  func `writes what stands for itself, or stays`(marked: String, expected: String?) {
    #expect(tabbed(marked) == expected)
  }

  @Test(arguments: [
    "单位~\"银行\"|", "单位~“银行”|", "单位=\"\"|", "单位~\"a b\"|", "单位~医院,\"银行\"|", "民族=\"回\"|",
    "单位~\"银行\" |",
  ])
  func `asks the register for nothing behind the quote that closes a value`(marked: String) {
    let text = String(marked.dropLast())
    var register = FilterCompletion.Register()
    register.values = { _, _ in ["中国“银行”", "“银行”"] }
    let found = FilterCompletion(text, caret: text.endIndex, words: .chinese, register: register)
    #expect(!found.asksRegister)
    #expect(!found.candidates.contains { $0.kind == .value })
    // Before that quote it does, also where another value was closed.
    let open = FilterCompletion(
      "单位~\"医院\",\"银", caret: "单位~\"医院\",\"银".endIndex, words: .chinese, register: register)
    #expect(open.asksRegister && open.candidates.map(\.text).contains("中国银行"))
  }

  @Test(arguments: [
    ("性别=\"女\"|", nil), ("性别=“女”|", nil), ("学历>=\"本\"|", nil), ("居住地=\"泰\"|", nil),
    ("学历>=\"本|\"", "学历>=\"本科\""), ("性别=“|”", "性别=“女”"), ("居住地=\"泰安|\"", "居住地=\"泰安\""),
  ])
  func `of a value between quotes ends with the quote`(marked: String, expected: String?) {
    #expect(tabbed(marked) == expected)
  }

  @Test func `never lets two words grow together, whatever is typed and wherever`() {
    let pieces = [
      "性别", "=", "女", " ", "年龄", "25", "民族", "回", ",", "\"", "非", "not", "!", "~", ">=", "王芳", "；",
      "单位",
      "国籍", "：", "，", "有", "xyz",
    ]
    var dice = Dice(seed: 31)
    var written = 0
    for _ in 0..<4_000 {
      let text = (0..<dice.roll(1...6)).map { _ in dice.pick(pieces) }.joined()
      let caret = text.index(text.startIndex, offsetBy: dice.roll(0...text.count))
      let completion = FilterCompletion(text, caret: caret, words: .chinese, register: register())
      guard let candidate = dice.pickAny(completion.candidates) else { continue }
      written += 1
      let (head, tail) = (
        text[..<completion.range.lowerBound], text[completion.range.upperBound...]
      )
      let whole = head + candidate.text + tail
      // It is a term of its own, or a whole part of one: blanks put round it change nothing.
      if candidate.kind == .field || candidate.kind == .word {
        let apart = FilterDraft("\(head) \(candidate.text)\(tail)")
        #expect(FilterDraft(String(whole)).filter == apart.filter, "\(text) → \(whole)")
      }
      let isQuoted = head.last.map { "\"“”".contains($0) } ?? false
      if candidate.kind == .value, !isQuoted {
        let next = tail.first
        #expect(next == nil || " ,;，；、\n".contains(next ?? " "), "\(text) → \(whole)")
      }
    }
    #expect(written > 500)
  }
}
