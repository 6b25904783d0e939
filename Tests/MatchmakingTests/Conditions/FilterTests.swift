import Matchmaking
import Testing

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
    var dice = PickingDice(seed: 11)
    for _ in 0..<4000 {
      let text = (0..<(1 + dice.roll(9))).map { _ in pieces[dice.roll(pieces.count)] }.joined()
      let draft = FilterDraft(text)
      for fault in draft.faults { _ = draft.text[fault.range] }
      let written = draft.filter.text(.chinese)
      #expect(FilterDraft(written).filter == draft.filter, "\(text) → \(written)")
    }
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
}
