import Matchmaking
import Testing

@testable import Exchange

@Suite struct `Heads of rosters` {
  /// A note may be as long as a page; the name stands before it, and marks around it change nothing.
  @Test(arguments: [150, 190, 197, 198, 199, 200, 201, 560, 590, 600, 700, 5000])
  func `a head with a long note is known by its name`(_ length: Int) {
    let note = String(repeating: "填", count: length)
    for (head, field) in [
      ("身高（\(note)", RosterField.height), ("身高（\(note)）", .height), ("姓名\n\(note)", .name),
      ("手机号【\(note)】", .phone), ("自我介绍（\(note)）", .text(.introduction)),
    ] {
      #expect(RosterColumns.standard.fields(of: [head]) == [field], "\(length)")
      #expect(RosterColumns.standard.fields(of: [" *\(head)： "]) == [field], "\(length)")
    }
    #expect(RosterColumns.standard.fields(of: [note]) == [nil])
  }

  @Test(
    arguments: [
      (
        RosterField.name,
        [
          "姓名", "职工姓名", "员工姓名", "参与人姓名", "报名人姓名", "1、您的姓名", "Q1.您的姓名是？", "姓名（必填）", "姓名*",
          "Full Name", "full_name",
          "Your name", "真实姓名（与身份证一致）", "姓　名", "第1题 姓名", "【必填】姓名", "中文名", "2.请填写您的真实姓名：",
          "Participant's Name",
        ]
      ),
      (
        .sex,
        ["性別", "Gender", "男/女", "性别（男/女）", "3、您的性别是【单选题】", "性别：男/女", "sex", "您的性别", "员工性别", "姓别"]
      ),
      (
        .birth,
        [
          "Date of Birth", "date_of_birth", "DOB", "Birthday", "公历生日", "出生时间", "出生",
          "出生年月\n格式：1992-05-04",
          "出生\n年月", "您的出生日期是？", "出生日期（格式：1992-05-04）", "出生年月 例如1995-08", "出生年月日(公历)", "出生年/月/日",
          "生日", "您的生日是哪天？", "您的出生日期是哪一天",
        ]
      ),
      (
        .phone,
        [
          "Mobile", "Cell", "Tel.", "Phone Number", "phone_no", "Contact", "本人电话", "手機號碼", "聯絡電話",
          "联系电话（手机）",
          "手机号(同微信)", "您的联系方式", "4、您的手机号码是多少？", "联系\n电话", "手机号/电话", "行動電話", "mobile phone",
        ]
      ),
      (.contact, ["手机号/微信号", "联系电话/微信", "手机或微信", "微信/手机", "手机号、微信号", "手机号及微信号", "phone/wechat"]),
      (
        .height,
        [
          "身高（单位：cm）", "身高 单位：厘米", "身高单位cm", "您的身高大概是多少", "身高cm", "身高/cm", "height_cm", "净身高",
          "Height (cm)", "身高（厘米）", "您的身高是多少cm？", "身高\n(cm)",
          "Height in cm",
        ]
      ),
      (.text(.weight), ["體重", "体重kg", "体重(斤)", "Weight (kg)", "体重/公斤"]),
      (.text(.education), ["学历/学位", "最高学历", "學歷", "Education Level", "您的学历", "degree", "学历学位"]),
      (
        .text(.employer),
        [
          "工作单位及职务", "单位", "公司名称", "Company", "Employer", "Organization", "organisation", "工作單位",
          "所在单位（全称）", "您的工作单位是", "工作单位：", "工作单位:（全称）", "工作单位：请填写全称", "您所在的单位及职务",
          "您的工作的单位", "您所在的单位名称", "所在工作单位",
        ]
      ),
      (.text(.job), ["您从事的职业是什么？", "目前从事的职业", "职务/职称", "岗位", "Job Title", "occupation", "您的职业"]),
      (
        .text(.income),
        [
          "年收入", "年收入(万元)", "月薪(k)", "Salary", "年薪", "您的月收入大概是多少？", "annual income", "月收入（元）",
          "税后月收入", "月薪k",
        ]
      ),
      (.text(.marital), ["婚姻狀況", "婚姻状态", "Marital Status", "婚姻情况", "是否已婚", "婚史"]),
      (.text(.residence), ["现居住地", "现居地址", "City", "您目前的居住地", "所在城市", "常住地"]),
      (.text(.note), ["备注", "備註", "Notes", "Remarks", "其他"]),
      (.text(.interests), ["兴趣爱好", "Hobbies", "您的兴趣爱好是什么？", "興趣愛好"]),
      (.text(.criteria), ["择偶要求", "对另一半的期望", "擇偶要求", "您的择偶标准是什么", "对Ta的要求"]),
      (.text(.matchmaker), ["推荐人姓名", "介绍人", "红娘姓名"]),
      (.resident, ["身份证号", "身份證號", "ID Number", "公民身份号码", "您的身份证号码"]),
      (.age, ["年龄", "年龄(岁)", "Age", "年齡", "您的年龄是多少？"]),
      (.answered, ["提交答卷时间", "Timestamp", "提交时间（自动）", "Submitted at"]),
      (.number, ["编号", "会员编号", "Member No."]),
    ] as [(RosterField, [String])])
  func `are known as people write them`(_ field: RosterField, _ heads: [String]) {
    for head in heads { #expect(RosterColumns.standard.fields(of: [head]) == [field], "\(head)") }
  }

  @Test(arguments: [
    "姓名拼音", "姓名（拼音）", "父亲姓名", "紧急联系人电话", "联系电话（紧急联系人）", "农历生日", "出生日期（农历）", "单位电话", "员工编号", "工号",
    "对方年龄要求",
    "期望身高", "家庭年收入", "身高/体重", "12、您从哪里得知", "入职时间", "虚岁", "年龄段", "联系人", "星座", "血型", "Nickname",
    "是否同意公开信息",
    "姓名/性别", "QQ", "E-mail", "第一志愿", "嘉宾编号", "是否单身",
  ])
  func `that mean something else are kept as they are`(_ head: String) {
    #expect(RosterColumns.standard.fields(of: [head]) == [nil])
  }

  @Test func `the words of the tables are as a head is taken apart, and none means two things`() {
    var seen: [String: String] = [:]
    let texts = HeadWords.texts.map { ("\($0)", $1) }
    let fields =
      HeadWords.fields.map { ("\($0)", $1) } + HeadWords.meaningful.map { ("\($0.0)", $0.2) }
    for (field, words) in fields + texts {
      for word in HeadWords.words(words) {
        #expect(HeadText.plain(word) == word, "\(word)")
        #expect(seen[word] == nil, "\(word)")
        seen[word] = field
      }
    }
    for word in HeadWords.serials.union(HeadWords.survey).union(HeadWords.surveyBesides)
      .union(GuestColumns.badgeWords)
    {
      #expect(HeadText.plain(word) == word, "\(word)")
    }
  }

  private func columns(_ text: String) throws -> [ColumnReport] {
    var reader = try RosterReader(ByteSource(Array(text.utf8)))
    while try reader.read() != nil {}
    return reader.columns
  }

  @Test func `every column of a file is told, and what became of it`() throws {
    let found = try columns(
      """
      序号,提交答卷时间,来源,1、您的姓名,手机,联系电话,身高(cm),星座,备注,导入问题
      1,2026/09/03 12:00:00,微信,张三,,15400000001,175,双鱼,,x
      """)
    #expect(
      found.map(\.became) == [
        "passed-over", "read", "passed-over", "read", "empty", "read", "read", "kept", "empty",
        "passed-over",
      ])
    #expect(
      found.map(\.field) == [
        nil, "answered", nil, "name", nil, "phone", "height", nil, "note", nil,
      ])
    #expect(found[0].fate == .passedOver(.serial) && found[2].fate == .passedOver(.survey))
    #expect(found[4].fate == .repeated("phone") && found[9].fate == .passedOver(.complaints))
    #expect(found.map(\.place) == Array(1...10) && found[7].filled == 1)
  }

  @Test func `what a survey adds is not kept, and 来源 of a form of one's own is`() throws {
    let survey = try rosterRows("序号,来源,来自IP,姓名\n1,微信,127.0.0.1,张三\n")
    #expect(survey[0].draft?.extras == [:])
    let own = try rosterRows("来源,姓名\n市直,张三\n")
    #expect(own[0].draft?.extras == ["来源": "市直"])
  }

  @Test(arguments: [
    ("年收入(万元)", "12", "12万元/年"), ("年收入（万元）", "10-15", "10-15万元/年"), ("年薪", "12万", "12万/年"),
    ("年收入", "15万以上", "15万以上/年"), ("年收入", "120000", "120000/年"), ("年收入(万元)", "20以上", "20万元以上/年"),
    ("年收入", "月薪8000", "月薪8000"), ("年收入", "五万左右吧", "五万左右吧（年收入）"), ("年收入", "面议", "面议"),
    ("月薪(k)", "8", "8k"), ("月薪（K）", "8-10", "8-10k"), ("月收入(元)", "8000", "8000"),
    ("月收入", "8000", "8000"),
    ("月收入(万元)", "1.2", "1.2万元"), ("Annual Income (USD)", "50000", "50000usd/年"),
  ])
  func `a unit in a head of money goes with the bare figure`(
    _ head: String, _ cell: String, _ text: String
  ) throws {
    #expect(try rosterRows("姓名,\(head)\n张三,\(cell)\n")[0].draft?.texts[.income] == text)
  }

  @Test(arguments: [
    ("体重(斤)", "120", "120斤", 60), ("体重(kg)", "60", "60kg", 60), ("体重（公斤）", "120", "120kg", 120),
    ("体重(斤)", "60公斤", "60公斤", 60), ("体重", "120", "120", nil), ("Weight (lbs)", "150", "150磅", 68),
  ])
  func `a unit in a head of weights does`(
    _ head: String, _ cell: String, _ text: String, _ kilograms: Int?
  ) throws {
    let draft = try rosterRows("姓名,\(head)\n张三,\(cell)\n")[0].draft
    #expect(draft?.texts[.weight] == text)
    let member = Member(
      id: MemberID(high: 0, low: 1), number: "1", name: "张三", texts: draft?.texts ?? [:])
    #expect(MemberFacts(member).weight.value == kilograms)
  }

  @Test func `what is stored of money is understood as a month's`() throws {
    for (head, cell, month) in [
      ("年收入(万元)", "12", 10_000), ("月薪(k)", "8", 8_000), ("月收入(万元)", "1.2", 12_000),
      ("年薪", "9.6万", 8_000),
    ] {
      let draft = try rosterRows("姓名,\(head)\n张三,\(cell)\n")[0].draft
      let member = Member(
        id: MemberID(high: 0, low: 1), number: "1", name: "张三", texts: draft?.texts ?? [:])
      #expect(MemberFacts(member).income.value?.low == month, "\(head) \(cell)")
    }
    let member = Member(
      id: MemberID(high: 0, low: 1), number: "1", name: "张三", texts: [.income: "12万美元/年"])
    #expect(MemberFacts(member).income == .notUnderstood)
  }

  @Test(arguments: [
    ("是否已婚", "否", "单身"), ("是否已婚", "是", "已婚"), ("婚史", "无", "无婚史"), ("婚姻状况", "未婚", "未婚"),
  ])
  func `an answer below a question about marriage is kept with its meaning`(
    _ head: String, _ cell: String, _ text: String
  ) throws {
    #expect(try rosterRows("姓名,\(head)\n张三,\(cell)\n")[0].draft?.texts[.marital] == text)
  }

  @Test(
    arguments: [
      ("13800010007", "13800010007", nil), ("zs_1990", nil, "zs_1990"),
      ("13800010007/zs_1990", "13800010007", "zs_1990"), ("微信：zs_1990", nil, "zs_1990"),
      ("手机13800010007 微信zs_1990", "13800010007", "zs_1990"), ("138 0001 0007", "13800010007", nil),
    ] as [(String, String?, String?)])
  func `of phone and WeChat under one head the one that stands there is read`(
    _ cell: String, _ phone: String?, _ wechat: String?
  ) throws {
    let draft = try rosterRows("姓名,手机号/微信号\n张三,\(cell)\n")[0].draft
    #expect(draft?.phone?.digits == phone && draft?.texts[.wechat] == wechat)
  }

  @Test func `digits that are no phone are no WeChat name`() throws {
    let found = try rosterRows("姓名,手机号/微信号\n张三,138000100\n")[0]
    #expect(found.problems.map(\.code) == [.unknownPhone] && found.draft?.texts == [:])
  }

  @Test(arguments: [
    ("姓,名", "王,芳", "王芳"), ("First Name,Last Name", "Alice,Smith", "Alice Smith"),
    ("Surname,Given Name", "Zhang,San", "San Zhang"), ("First Name", "Alice", "Alice"),
    ("姓氏,名字", "王,王芳", "王芳"), ("First Name,Last Name", "Alice,", "Alice"),
  ])
  func `a name in two columns is put together`(
    _ heads: String, _ cells: String, _ name: String
  ) throws {
    #expect(try rosterRows("\(heads),性别\n\(cells),女\n")[0].draft?.name == name)
  }

  @Test func `a decision comes before the tables, by whatever the column is called`() throws {
    let text = "姓名,备注,备注,年度收入合计(万)\n张三,a,港务局,12\n"
    let choice = ReadingChoice(columns: [
      "备注": .passedOver, "备注 (2)": .field(.text(.employer)), "年度收入合计(万)": .field(.text(.income)),
    ])
    var reader = try RosterReader(ByteSource(Array(text.utf8)), choosing: choice)
    let draft = try #require(try reader.next()?.draft)
    #expect(draft.texts[.employer] == "港务局" && draft.texts[.note] == nil)
    #expect(draft.texts[.income] == "12万" && draft.extras.isEmpty)
  }

  @Test func `a consent is read only where somebody said the column is one`() throws {
    let text = "姓名,是否同意公开信息\n甲,同意\n乙,不同意\n丙,看情况\n丁,A.同意\n"
    #expect(try rosterRows(text).allSatisfy { $0.draft?.consents.isEmpty == true })
    #expect(try columns(text)[1].likelyConsent == .listing)
    let choice = ReadingChoice(columns: ["是否同意公开信息": .field(.consent(.listing))])
    var reader = try RosterReader(ByteSource(Array(text.utf8)), choosing: choice)
    var found: [RosterRow] = []
    while let row = try reader.next() { found.append(row) }
    #expect(found.map { $0.draft?.consents[.listing]?.agrees } == [true, false, nil, true])
    #expect(found[2].problems.map(\.code) == [.unknownConsent])
  }

  @Test(arguments: [
    ("是否同意上大屏", ConsentPurpose.bigScreen), ("肖像授权", .photo), ("同意参加直播", .broadcast),
    ("是否同意信息公开发布", .listing),
    ("您是否愿意照片用于宣传", .photo),
  ])
  func `a head that asks for a consent is pointed out`(
    _ head: String, _ purpose: ConsentPurpose
  ) throws {
    #expect(try columns("姓名,\(head)\n甲,同意\n")[1].likelyConsent == purpose)
  }

  @Test func `a colon behind a head is no part of it`() {
    let words = HeadWords.fields.map(\.1) + HeadWords.texts.map(\.1)
    let heads = RosterField.everyOne.map(\.canonicalHead) + words.flatMap(HeadWords.words)
    for head in heads {
      let fields = RosterColumns.standard.fields(of: [head])
      #expect(RosterColumns.standard.fields(of: [" *\(head)： "]) == fields, "\(head)")
    }
  }
}
