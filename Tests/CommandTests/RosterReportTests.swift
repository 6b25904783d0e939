import Foundation
import Testing

/// What an import says of a file's columns and rows, and what was said of them before.
@Suite struct `The report of a roster` {
  let home: Home
  init() throws { home = try Home() }

  private func report(_ text: String, _ words: String..., name: String = "r.csv") throws -> (
    json: [String: Any], status: Int32
  ) {
    try home.write(text, to: name)
    let ran = try home.begin(["member", "import", name, "--format", "json"] + words).end()
    let json = try JSONSerialization.jsonObject(with: Data(ran.output.utf8))
    return (try #require(json as? [String: Any], "\(ran.errors)"), ran.status)
  }

  private func columns(_ json: [String: Any]) throws -> [[String: Any]] {
    try #require(json["columns"] as? [[String: Any]])
  }

  @Test func `names every column and what became of it, in JSON`() throws {
    let (json, status) = try report("序号,姓名,Gender,体重(斤),星座,备注\n1,张三,F,120,双鱼,\n")
    #expect(status == 0)
    let columns = try columns(json)
    #expect(columns.map { $0["head"] as? String } == ["序号", "姓名", "Gender", "体重(斤)", "星座", "备注"])
    #expect(
      columns.map { $0["became"] as? String }
        == ["passed-over", "read", "read", "read", "kept", "empty"])
    #expect(columns.map { $0["field"] as? String } == [nil, "name", "sex", "weight", nil, "note"])
    #expect(columns[3]["unit"] as? String == "斤" && columns[0]["reason"] as? String == "serial")
  }

  @Test func `and in words, in both languages`() throws {
    try home.write("序号,姓名,星座,备注,是否同意上大屏\n1,张三,双鱼,,同意\n", to: "r.csv")
    let english = try home.run("member", "import", "r.csv")
    #expect(english.output.contains("columns read: 姓名 as Name"))
    #expect(english.output.contains("empty columns: 备注"))
    #expect(english.output.contains("columns passed over: 序号"))
    #expect(english.errors.contains("not understood, kept as they are: 星座; 是否同意上大屏"))
    #expect(english.errors.contains("--column '是否同意上大屏=consent:big-screen'"))
    let chinese = try home.run("member", "import", "r.csv", "--lang", "zh")
    #expect(chinese.output.contains("各列认作：姓名→姓名"))
    #expect(chinese.errors.contains("不认识、保留原样的列：星座；是否同意上大屏"))
  }

  @Test func `a file of which everything was understood leaves standard error empty`() throws {
    try home.write("序号,姓名,性别,备注\n1,张三,女,\n", to: "r.csv")
    #expect(try home.run("member", "import", "r.csv").errors.isEmpty)
    try home.write("姓名,号牌\n张三,F07\n", to: "list.csv")
    try home.run("event", "create", "E", "--title", "e", "--date", "2026-12-01")
    let list = try home.run("event", "register", "E", "--from", "list.csv")
    #expect(list.status == 0 && list.errors.isEmpty, "\(list.errors)")
  }

  @Test func `rows that are no people are told and make no 65`() throws {
    let (json, status) = try report("序号,姓名,性别\n例,示例：张三,男\n1,甲一,男\n合计,1人,\n")
    #expect(status == 0)
    #expect(
      json["rows"] as? Int == 1 && json["added"] as? Int == 1 && json["passed_over"] as? Int == 2)
    let problems = try #require(json["problems"] as? [[String: Any]])
    #expect(problems.map { $0["row"] as? Int } == [2, 4])
    #expect(problems.allSatisfy { $0["code"] as? String == "passed-over" })
  }

  @Test func `a later answer replaces the earlier, by both rows`() throws {
    let (json, status) = try report(
      "提交答卷时间,姓名,手机,学历\n2026/9/3 8:00,张三,15400000001,本科\n2026/9/4 8:00,张三,15400000001,硕士\n")
    #expect(status == 0 && json["rows"] as? Int == 2 && json["replaced"] as? Int == 1)
    let problems = try #require(json["problems"] as? [[String: Any]])
    #expect(problems.first?["row"] as? Int == 2)
    #expect((problems.first?["message"] as? String)?.contains("row 3") == true)
    let list = try home.run("member", "list", "--columns", "name,education", "--format", "csv")
    #expect(list.lines == ["name,education", "张三,硕士"])
  }

  @Test func `what is said behind the command holds for that import`() throws {
    let text = "姓名,所在部门,口味\n张三,财务科,甜\n"
    let (json, _) = try report(text, "--column", "所在部门=employer", "--column", "口味=skip")
    #expect(try columns(json).map { $0["became"] as? String } == ["read", "read", "passed-over"])
    #expect(try columns(json)[1]["told"] as? Bool == true)
    let again = try report(text)
    #expect(try columns(again.json)[1]["became"] as? String == "kept")
    let missing = try home.run(
      "member", "import", "r.csv", "--lang", "en", "--column", "部门=employer")
    #expect(
      missing.status == 0 && missing.errors.contains("no column is called \u{201c}部门\u{201d}"))
    #expect(missing.errors.contains("姓名, 所在部门, 口味"))
    for wrong in ["所在部门", "所在部门=nonsense"] {
      #expect(try home.run("member", "import", "r.csv", "--column", wrong).status == 64)
    }
  }

  @Test func `a consent needs to be said, and is on record from the day of the answer`() throws {
    let text = "提交时间,姓名,是否同意信息公开\n2026/9/3 8:00,张三,同意\n2026/9/3 8:00,李四,不同意\n"
    _ = try report(text)
    #expect(try home.run("member", "consent", "张三", "--format", "csv").lines.count == 1)
    let (json, status) = try report(text, "--column", "是否同意信息公开=consent:listing")
    #expect(status == 0 && json["updated"] as? Int == 2)
    let consent = try home.run("member", "consent", "张三", "--format", "csv").lines
    #expect(consent.count == 2 && consent[1].hasPrefix("listing,2026-09-03,"))
    #expect(try home.run("member", "consent", "李四", "--format", "csv").lines.count == 1)
    #expect(!(try home.run("member", "show", "张三").output.contains("是否同意信息公开")))
  }

  @Test func `a name too long leaves the row out, a text too long the cell`() throws {
    try home.write(
      "姓名,性别,学历\n\(String(repeating: "王", count: 300)),女,\n甲,男,\(String(repeating: "长", count: 300))\n",
      to: "l.csv")
    let ran = try home.run("member", "import", "l.csv")
    #expect(ran.errors.contains("refused: too-long: row 2, 姓名: too long, so the row was left out"))
    #expect(
      ran.errors.contains("doubtful: too-long: row 3, 学历: too long, so the cell was left out"))
    #expect(try home.run("member", "list", "--format", "csv").lines.count == 2)
  }
}

@Suite struct `Guest lists` {
  let home: Home

  init() throws {
    home = try Home()
    try home.write(
      "编号,姓名,性别,手机,工作单位\nA1,王芳,女,15400000001,一厂\nA2,王芳,女,15400000002,二厂\nA3,李四,男,15400000003,一厂\nA4,赵云,男,,三厂\n",
      to: "roster.csv")
    try home.run("member", "import", "roster.csv")
    try home.run("event", "create", "QX", "--title", "七夕", "--date", "2026-12-01")
  }

  private func register(_ text: String) throws -> Ran {
    try home.write(text, to: "list.csv")
    return try home.run("event", "register", "QX", "--from", "list.csv", "--format", "csv")
  }

  @Test(arguments: [
    ("姓名,手机号\n王芳,15400000002\n", "A2"), ("姓名,联系电话,胸牌号\n王 芳,154 0000 0001,F07\n", "A1"),
    ("member,手机\n王芳,15400000001\n", "A1"), ("姓名,单位\n王芳,二厂\n", "A2"),
    ("姓名,手机\n赵　云,15400000009\n", "A4"),
    ("手机\n15400000003\n", "A3"), ("编号,姓名,手机\n7,王芳,15400000002\n", "A2"),
    ("姓名,备注\n李四,a\u{200b}\n", "A3"),
    ("Name,Phone Number\n李四,15400000003\n", "A3"),
  ])
  func `tell namesakes apart by phone or employer`(_ text: String, _ number: String) throws {
    let ran = try register(text)
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(ran.lines.count == 2 && ran.lines[1].contains(",\(number),"), "\(ran.output)")
  }

  @Test(arguments: [
    ("姓名\n王芳\n", "refused: ambiguous"),
    ("姓名,手机\n王芳,15400000009\n", "refused: member-differs: row 2, 姓名"),
    ("姓名,手机\n李四,15400000001\n", "member-differs"), ("编号,姓名\nA1,李四\n", "member-differs"),
    ("嘉宾姓名,号牌\n孙丽,F01\n", "refused: unknown-member: row 2, 嘉宾姓名"),
    ("姓名,胸牌号\n李四,X9\n", "refused: unknown-badge: row 2, 胸牌号"),
    ("手机号,备注\n15400000088,x\n", "154****0088"),
  ])
  func `refuse what is not surely one person, by the file's own heads`(
    _ text: String, _ said: String
  ) throws {
    let ran = try register(text)
    #expect(ran.status == 65 && ran.lines.count == 1, "\(ran.output)")
    #expect(ran.errors.contains(said), "\(ran.errors)")
    for phone in ["15400000001", "15400000009", "15400000088", "15400000002"] {
      #expect(!ran.errors.contains(phone), "\(ran.errors)")
    }
  }

  @Test func `what is not read is named, and rows that are no people are told`() throws {
    let ran = try register("七夕名单,,\n姓名,胸牌号,桌号\n李四,M07,3\n合计,1人,\n")
    #expect(ran.status == 0 && ran.lines[1].hasPrefix("M07,A3"))
    #expect(ran.errors.contains("columns read: 姓名 as Name; 胸牌号 as Badge"))
    #expect(ran.errors.contains("columns not read: 桌号"))
    #expect(ran.errors.contains("passed-over: row 4"))
  }

  @Test func `for the door may have a head too`() throws {
    _ = try register("编号\nA1\nA2\nA3\n")
    try home.write("姓名,手机号,桌号\n王芳,15400000002,1\n李 四,,2\n王芳,15400000099,3\n", to: "door.csv")
    let ran = try home.run("checkin", "QX", "--from", "door.csv", "--format", "csv")
    #expect(ran.status == 65)
    #expect(ran.lines.count == 3 && ran.lines[1].contains(",A2,") && ran.lines[2].contains(",A3,"))
    #expect(
      ran.errors.contains("columns not read: 桌号") && ran.errors.contains("member-differs: row 4"))
    #expect(!ran.errors.contains("15400000099"))
  }

  @Test func `nobody is found under a phone that is shown whole`() throws {
    let ran = try home.run("checkin", "QX", "15499990000")
    #expect(ran.status == 1 && ran.errors.contains("154****0000"), "\(ran.errors)")
  }

  @Test func `slips tell their columns`() throws {
    _ = try register("编号,号牌\nA1,F01\nA3,M01\n")
    try home.run("checkin", "QX", "--all")
    try home.write("号牌,志愿1,桌号\nF01,M01,2\n", to: "slips.csv")
    let ran = try home.run("ballot", "import", "QX", "slips.csv", "--format", "csv")
    #expect(ran.status == 0 && ran.lines.count == 2, "\(ran.errors)")
    #expect(ran.errors.contains("columns not read: 桌号"))
  }
}
