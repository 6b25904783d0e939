import Testing

@testable import Matchmaking

/// What the rules make of one column of an invented member.
func facts(_ texts: [MemberText: String], extras: [String: String] = [:]) -> MemberFacts {
  MemberFacts(
    Member(
      id: MemberID(high: 1, low: 1), number: "100001", name: "样例", texts: texts, extras: extras))
}

@Suite struct `Facts read out of what was written` {
  @Test(arguments: [
    ("小学", Education.primary), ("初中毕业", .junior), ("高中", .senior), ("中专", .senior), ("职高", .senior),
    ("技校", .senior), ("大专", .college), ("专科", .college), ("高职", .college), ("大学专科", .college),
    ("本科", .bachelor), ("大学本科", .bachelor), ("统招本科", .bachelor), ("全日制本科（学士）", .bachelor),
    ("专升本", .bachelor), ("大学", .bachelor), ("Bachelor", .bachelor), ("ＢＡＣＨＥＬＯＲ", .bachelor),
    ("研究生", .master), ("硕士研究生", .master), ("硕士在读", .master), ("本科（硕士在读）", .bachelor),
    ("博士", .doctor), ("博士研究生", .doctor), ("PhD", .doctor), ("大专/本科", .bachelor),
  ])
  func `education in the ways people write it`(text: String, level: Education) {
    #expect(facts([.education: text]).education == .known(level))
  }

  @Test(arguments: ["其他", "哈佛", "没上过高中", "本科肄业", "bach", "？"])
  func `education that cannot be read is not guessed`(text: String) {
    #expect(facts([.education: text]).education == .notUnderstood)
  }

  @Test func `levels of education have an order`() {
    #expect(Education.allCases == Education.allCases.sorted())
    #expect(Education.college < .bachelor)
  }

  @Test(arguments: [
    ("6500", 6500, 6500), ("月入8k", 8000, 8000), ("8000-10000元", 8000, 10_000),
    ("８０００～１００００", 8000, 10_000), ("年薪15万", 12_500, 12_500), ("10万/年", 8333, 8333),
    ("5-8千", 5000, 8000), ("5千到8千", 5000, 8000), ("8K-12K", 8000, 12_000), ("1.2万", 12_000, 12_000),
    ("月薪一万二", 12_000, 12_000), ("8,000元", 8000, 8000), ("税后6千左右", 6000, 6000), ("八千", 8000, 8000),
    ("3000以下", 0, 3000), ("年收入12-18万", 10_000, 15_000), ("两万", 20_000, 20_000),
    ("1万5", 15_000, 15_000), ("七八千", 7000, 8000), ("月薪一万二三", 12_000, 13_000),
    ("五六千到一万", 5000, 10_000),
  ])
  func `income as a month's range`(text: String, low: Int, high: Int) {
    #expect(facts([.income: text]).income == .known(MonthlyIncome(low: low, high: high)))
  }

  @Test func `income without an upper end`() {
    #expect(facts([.income: "1万以上"]).income == .known(MonthlyIncome(low: 10_000, high: nil)))
    #expect(facts([.income: "8000+"]).income == .known(MonthlyIncome(low: 8000, high: nil)))
  }

  @Test(arguments: ["15万", "8", "还行", "150000", "3000 5000 8000", "10000-8000", "-"])
  func `income that is no month's figure is not guessed`(text: String) {
    #expect(facts([.income: text]).income.value == nil)
  }

  @Test func `what says nothing is unsaid`() {
    for text in ["面议", "保密", "—", "（空）", " "] {
      #expect(facts([.income: text]).income == .unsaid)
    }
    #expect(facts([:]).education == .unsaid)
  }

  @Test(arguments: [
    ("未婚", MaritalStatus.neverMarried), ("离异", .divorced), ("离异带孩", .divorced), ("离婚单身", .divorced),
    ("丧偶", .widowed), ("单身", .single), ("未婚单身", .neverMarried), ("已婚", .married), ("未离婚", .married),
  ])
  func `marital status`(text: String, status: MaritalStatus) {
    #expect(facts([.marital: text]).marital == .known(status))
  }

  @Test func `two marital statuses at once are not understood`() {
    #expect(facts([.marital: "未婚/离异"]).marital == .notUnderstood)
  }

  @Test func `children out of their own column or the marital status`() {
    #expect(facts([.children: "无"]).children == .known(.none))
    #expect(facts([.children: "有一女，归前妻"]).children == .known(.elsewhere))
    #expect(facts([.children: "有一孩"]).children == .known(.some))
    #expect(facts([.marital: "离异带孩"]).children == .known(.here))
    #expect(facts([.marital: "离异无孩"]).children == .known(.none))
    #expect(facts([.marital: "未婚"]).children == .unsaid)
  }

  @Test(arguments: [
    ("已购房", Housing.owned), ("有房", .owned), ("有房无贷", .owned), ("有房，按揭", .mortgaged),
    ("按揭中", .mortgaged),
    ("无", .none), ("暂无住房", .none), ("无房", .none), ("租房", .renting), ("单位宿舍", .dormitory),
    ("与父母同住", .withParents), ("和父母住", .withParents), ("准备买房", .planned), ("有房，与父母同住", .owned),
  ])
  func `housing`(text: String, housing: Housing) {
    #expect(facts([.housing: text]).housing == .known(housing))
  }

  @Test func `housing that contradicts itself is not understood`() {
    #expect(facts([.housing: "有房无房"]).housing == .notUnderstood)
    #expect(facts([.housing: "随缘"]).housing == .notUnderstood)
  }

  @Test func `car, only child, smoking, drinking`() {
    #expect(facts([.car: "有车"]).car == .known(true))
    #expect(facts([.car: "未购车"]).car == .known(false))
    #expect(facts([.car: "计划购车"]).car == .known(false))
    #expect(facts([.onlyChild: "是"]).onlyChild == .known(true))
    #expect(facts([.onlyChild: "非独生"]).onlyChild == .known(false))
    #expect(facts([.onlyChild: "有个妹妹"]).onlyChild == .known(false))
    #expect(facts([.introduction: "踏实稳重，不抽烟"]).smoking == .known(.never))
    #expect(facts([.introduction: "烟酒不沾"]).drinking == .known(.never))
    #expect(facts([.introduction: "偶尔喝酒"]).drinking == .known(.sometimes))
    #expect(facts([:], extras: ["是否吸烟": "否"]).smoking == .known(.never))
    #expect(facts([.introduction: "爱笑"]).smoking == .unsaid)
  }

  @Test func `weight, with its unit where it could be either`() {
    #expect(facts([.weight: "60"]).weight == .known(60))
    #expect(facts([.weight: "60kg"]).weight == .known(60))
    #expect(facts([.weight: "１２０斤"]).weight == .known(60))
    #expect(facts([.weight: "65公斤"]).weight == .known(65))
    #expect(facts([.weight: "120"]).weight == .notUnderstood)
    #expect(facts([.weight: "50-55kg"]).weight == .notUnderstood)
    #expect(facts([.weight: "600斤"]).weight == .notUnderstood)
  }

  @Test func `work out of sector and job`() {
    #expect(facts([.sector: "事业单位", .job: "护士"]).work == .known([.publicInstitution, .medical]))
    #expect(facts([.sector: "国有企业", .job: "会计"]).work == .known(.stateOwned))
    #expect(facts([.job: "快递员"]).work == .known(.driver))
    #expect(facts([.sector: "某某"]).work == .notUnderstood)
  }

  @Test func `being in the system is judged by the sector`() {
    #expect(Work.publicInstitution.meets(.inTheSystem) == true)
    #expect(Work([.privateFirm, .teacher]).meets(.inTheSystem) == false)
    #expect(Work.teacher.meets(.inTheSystem) == nil)
    #expect(Work.privateFirm.meets(.teacher) == nil)
    #expect(Work([.privateFirm, .driver]).meets(.teacher) == false)
  }

  @Test(arguments: [
    "", "，", "1", "十", "万", "99999999999999999999", "零零零", "\u{0}", "👨‍👩‍👧", "一二三四五六七八九十百千万", "1.", "k",
    "-",
    "1,000,000,000", "年年年", "本科本科本科", String(repeating: "八", count: 5000), "\u{202e}60",
  ])
  func `nothing that is written is too absurd to be read, and nothing sensible is read in it`(
    text: String
  ) {
    for column in MemberText.allCases {
      let facts = facts([column: text])
      #expect(
        facts.numbers.isEmpty || column == .weight && text == "\u{202e}60",
        "\(column): \(facts.numbers)")
      #expect([.unsaid, .notUnderstood].contains(facts.marital), "\(column)")
      #expect([.unsaid, .notUnderstood].contains(facts.residence), "\(column)")
      let isLevel = column == .education && text == "本科本科本科"
      #expect(isLevel == (facts.education == .known(.bachelor)), "\(column): \(facts.education)")
    }
  }
}

@Suite struct `Facts of many members` {
  @Test func `are those of each one by itself`() {
    var memory = FactMemory()
    let texts = ["本科", "有房", "泰安", "", " ", "8000", "无", "未婚", "教师", "鼓楼区", "其他", "面议"]
    for (place, text) in (texts + texts.reversed()).enumerated() {
      var member = Member(id: MemberID(high: 1, low: 1), number: "\(place)", name: "样例")
      for column in MemberText.allCases { member.texts[column] = text }
      #expect(MemberFacts(member, memory: &memory) == MemberFacts(member))
    }
  }
}

extension MemberFacts {
  /// What was read as a figure.
  fileprivate var numbers: [String] {
    var numbers: [String] = []
    if let height { numbers.append("\(height) cm") }
    if case .known(let weight) = weight { numbers.append("\(weight) kg") }
    if case .known(let income) = income { numbers.append("\(income)") }
    return numbers
  }
}

@Suite struct `A number in Han numerals` {
  @Test(arguments: ["十十", "二十十", "三十二十", "一百二百", "两千三千", "一万五千六千"])
  func `is none where its units do not fall`(text: String) {
    #expect(Numeral(Written(text), at: 0) == nil)
  }

  @Test(arguments: [
    ("十", 10), ("三十五", 35), ("一百十五", 115), ("一百零七", 107), ("一百七", 170), ("两千三百", 2_300),
    ("一万两千", 12_000), ("十二万三千", 123_000),
  ])
  func `is what they come to`(text: String, number: Int) {
    #expect(Numeral(Written(text), at: 0)?.whole == number)
  }
}
