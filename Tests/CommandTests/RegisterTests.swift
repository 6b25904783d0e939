import Foundation
import Testing

@Suite struct `The register by commands` {
  let home: Home

  init() throws { home = try Home(copyOf: Self.prepared.get()) }

  /// Two men and two women, T1000 to T1003; T1003 has details.
  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 2, women: 2)
    try home.run(
      "member", "edit", "T1003", "--set", "birth=1996-05-04", "height=168", "学历=本科",
      "residence=泰安市泰山区", "criteria=身高170以上，未婚")
    return home
  }

  /// - before: what makes something to be listed.
  /// What is listed, its head, and what is done before so that there is something to list.
  static let heads: [(words: [String], head: String, before: [String])] = [
    (["member", "list", "--where", "sex=F", "--sort", "age"], "number,name,sex,birth,", []),
    (["member", "list", "--columns", "name,age"], "name,age", []),
    (["member", "add", "--name", "新人"], "number,name,sex,birth,", []),
    (["member", "edit", "T1003", "--set", "job=护士"], "number,name,sex,birth,", []),
    (["member", "status", "T1003", "seeing"], "number,name,sex,birth,", []),
    (["member", "pending"], "number,name,sex,birth,verification,until,employer,union", []),
    (
      ["member", "verify", "T1003", "--evidence", "stamp,real-name", "pledge"],
      "number,name,sex,birth,verification,until,", []
    ),
    (
      ["member", "duplicates"],
      "a_number,a_name,a_birth,a_phone,a_employer,b_number,b_name,",
      ["member", "add", "--name", "李氏3", "--birth", "1996-05"]
    ),
    (
      ["member", "consent", "T1003", "--give", "listing"],
      "purpose,granted,until,revoked,holds", []
    ),
    (
      ["member", "filters"], "name,filter",
      ["member", "list", "--where", "sex=F", "--save", "女"]
    ),
    (["circle", "T1003"], "number,name,score,reasons", []),
    (
      ["circle", "--all"], "number,name,candidates,meeting_own,why",
      ["member", "add", "--name", "无性别"]
    ),
  ]

  @Test(arguments: heads)
  func `what lists has machine names in CSV and the same in JSON`(
    words: [String], head: String, before: [String]
  ) throws {
    if !before.isEmpty {
      let ran = try home.begin(before).end()
      #expect(ran.status == 0, "\(ran.errors)")
    }
    let csv = try Home(copyOf: home).begin(words + ["--format", "csv"]).end()
    #expect(csv.head.hasPrefix(head) && csv.output.contains("\r\n"), "\(csv.head) \(csv.errors)")
    let json = try home.begin(words + ["--format", "json"]).end()
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    let row = try #require(rows.first, "\(json.errors)")
    #expect(head.split(separator: ",").allSatisfy { row.keys.contains(String($0)) })
  }

  @Test func `nobody is silent for two years in a home that was made just now`() throws {
    let words = ["member", "purge", "--older-than", "2y", "--format"]
    let csv = try home.begin(words + ["csv"]).end()
    #expect(csv.lines == ["number,name,status,last_active"], "\(csv.errors)")
    #expect(try home.begin(words + ["json"]).end().output == "[\n]\n")
  }

  static let refusals: [(words: [String], code: String)] = [
    (["member", "edit", "T1003", "--set", "xyz=3"], "unknown-column"),
    (["member", "edit", "T1003", "--set", "phone=12"], "unknown-phone"),
    (["member", "edit", "T1003", "--set", "number=T1000"], "number-taken"),
    (["member", "add", "--name", " "], "missing-name"),
    (["member", "verify", "T1003", "--evidence", "stamp"], "missing-evidence"),
    (["member", "verify", "T1003", "--reject"], "no-reason"),
    (["member", "consent", "T1003", "--revoke", "photo"], "consent-missing"),
    (["member", "duplicates", "--merge", "T1000", "T1001"], "both-registered"),
    (["member", "duplicates", "--apart", "T1000", "T1000"], "same-member"),
    (["member", "list", "--saved", "没有"], "no-filter"),
    (["member", "purge", "--older-than", "3d"], "too-young"),
    (["listing", "show", "T1003"], "consent-missing"),
  ]

  @Test(arguments: refusals)
  func `a refusal is one line with a code, and 65`(words: [String], code: String) throws {
    for language in ["en", "zh"] {
      let ran = try home.begin(words, changes: ["QUEQIAO_LANG": language]).end()
      #expect(ran.status == 65)
      #expect(ran.errors.hasPrefix("refused: \(code): "), "\(ran.errors)")
      #expect(ran.errors.split(separator: "\n").count == 1)
    }
  }

  static let statuses: [(words: [String], status: Int32)] = [
    (["member", "list", "--where", "hight=3"], 64), (["member", "list", "--sort", "x"], 64),
    (["member", "list", "--columns", "x"], 64), (["member", "list", "--where", "sex=M age=90"], 1),
    (["member", "edit", "T1003"], 64), (["member", "edit", "T1003", "--set", "x"], 64),
    (["member", "edit", "没有此人", "--set", "job=x"], 1), (["member", "verify"], 64),
    (["member", "verify", "T1003", "--evidence", "copy"], 64),
    (["member", "verify", "--from", "missing", "--evidence", "stamp,real-name,pledge"], 66),
    (["member", "status", "T1003", "x"], 64), (["member", "consent", "T1003", "--give", "x"], 64),
    (["member", "erase", "T1003"], 64), (["member", "purge", "--older-than", "0d"], 64),
    (["member", "export", "T1003", "--to", "roster.csv"], 73), (["circle"], 64),
    (["member", "duplicates", "--merge", "T1000"], 64), (["circle", "没有此人"], 1),
  ]

  @Test(arguments: statuses)
  func `tells by its exit status how it went`(words: [String], status: Int32) throws {
    let ran = try home.begin(words).end()
    #expect(ran.status == status, "\(ran.errors)")
    #expect(!ran.errors.isEmpty)
  }

  @Test func `filters combine, sort, and are kept by name`() throws {
    try home.run("member", "edit", "T1002", "--set", "birth=1990", "height=160")
    let list = try home.run(
      "member", "list", "--where", "sex=F", "身高>=150 age=20..60", "--sort", "age", "--columns",
      "number,age", "--save", "女职工", "--format", "csv")
    #expect(list.lines.dropFirst().map { String($0.prefix(5)) } == ["T1003", "T1002"])
    let again = try home.run(
      "member", "list", "--saved", "女职工", "--where", "height>=165", "--format", "csv")
    #expect(again.lines.count == 2)
    #expect(try home.run("member", "list", "--where", "王shi").lines.count == 3)
    #expect(try home.run("member", "filters", "--delete", "女职工").lines.count == 1)
  }

  /// Two men and two women: T1000 has a job, T1001 an employer.
  @Test(arguments: [
    ("教师", "'岗位~教师'", "'job~教师'", "1"), ("人民医院", "'单位~人民医院'", "'employer~人民医院'", "1"),
    ("党员", "'政治面貌~党员'", "'politics~党员'", "2"), ("男 教师", "'岗位~教师'", "'job~教师'", "1"),
    ("泰山区", "'居住地=泰山'", "'city=泰山'", "1"), ("岗位=教师", "'岗位~教师'", "'job~教师'", "1"),
    ("政治面貌=党员 男", "'政治面貌~党员'", "'politics~党员'", "1"),
  ])
  func `a word that is nobody's name is told by the condition to use`(
    typed: String, chinese: String, english: String, count: String
  ) throws {
    try home.run("member", "edit", "T1000", "--set", "job=语文教师", "politics=中共党员")
    try home.run("member", "edit", "T1001", "--set", "employer=泰安市人民医院")
    try home.run("member", "edit", "T1002", "--set", "politics=中共预备党员")
    for (language, text) in [("zh", chinese), ("en", english)] {
      let ran = try home.run(
        "member", "list", "--where", typed, "--format", "csv", changes: ["QUEQIAO_LANG": language])
      #expect(ran.status == 1 && ran.lines.count == 1)
      #expect(ran.errors.contains("--where \(text)"), "\(ran.errors)")
      #expect(ran.errors.contains(count) && ran.errors.split(separator: "\n").count == 1)
      let condition = String(text.dropFirst().dropLast())
      #expect(try home.run("member", "list", "--where", condition).status == 0)
    }
  }

  @Test(arguments: ["无此人", "女 教师", "not 教师", "\"教师\" 女", "岗位~护士", "13912345678", "李氏3 教师"])
  func `and nothing is told where no condition would meet anybody`(typed: String) throws {
    try home.run("member", "edit", "T1000", "--set", "job=语文教师")
    let ran = try home.run("member", "list", "--where", typed)
    #expect(!ran.errors.contains("--where"), "\(ran.errors)")
  }

  @Test(arguments: [
    ("单位~银行,医院", 2), ("employer=人民医院", 1), ("岗位!~教师", 1), ("not 岗位~教师", 1), ("民族=回", 1),
    ("ethnicity=回族", 1), ("单位=?", 2), ("单位!=?", 2), ("单位~医院 岗位~教师", 0), ("岗位~教师,护士", 2),
  ])
  func `filters by words meet whom they should`(typed: String, count: Int) throws {
    try home.run("member", "edit", "T1000", "--set", "job=语文教师", "employer=工商银行", "ethnicity=回族")
    try home.run("member", "edit", "T1001", "--set", "job=护士", "employer=人民医院", "ethnicity=汉")
    let list = try home.run("member", "list", "--where", typed, "--format", "csv")
    #expect(list.lines.count == count + 1, "\(list.errors)")
  }

  @Test func `from pending over consent to a card, and out again`() throws {
    #expect(try home.run("member", "pending", "--format", "csv").lines.count == 5)
    try home.run(
      "member", "verify", "T1003", "--evidence", "stamp", "real-name", "pledge", "--until",
      "2199-01-31")
    try home.run("member", "consent", "T1003", "--give", "listing")
    let card = try home.run("listing", "show", "T1003", "--format", "csv")
    #expect(card.status == 0 && card.output.contains("birth_year,1996"))
    #expect(!card.output.contains("李氏") && !card.output.contains("138"))
    try home.run("member", "status", "T1003", "married")
    #expect(try home.run("listing", "show", "T1003").errors.hasPrefix("refused: not-looking: "))
    #expect(try home.run("circle", "T1003").status == 1)
    #expect(try !home.run("circle", "T1000").output.contains("T1003"))
    let show = try home.run("member", "show", "T1003", "--format", "csv").output
    #expect(show.contains("status,married") && show.contains("verified_until,2199-01-31"))
  }

  @Test func `a resident number is read from standard input and kept in no file`() throws {
    // Made for this test: the place is none that exists.
    let whole = "990000199605040024"
    let words = [
      "member", "verify", "T1003", "--evidence", "stamp,real-name,pledge", "--resident",
    ]
    let wrong = try home.begin(words, input: "990000199605040025\n").end()
    #expect(wrong.errors.contains("refused: resident-number: "))
    let ran = try home.begin(words, input: whole + "\n").end()
    let outcome = ran.status == 0 ? ran.output : ran.errors
    #expect(!outcome.contains(whole), "\(outcome)")
    for name in try FileManager.default.contentsOfDirectory(atPath: home.folder) {
      let bytes = FileManager.default.contents(atPath: home.folder + "/" + name) ?? Data()
      #expect(bytes.range(of: Data(whole.utf8)) == nil)
    }
  }

  @Test func `entered twice, made one, with the registration`() throws {
    let added = try home.run(
      "member", "add", "--name", "李氏3", "--birth", "1996-05", "--set", "job=护士", "--format", "csv")
    let number = String(added.lines.last?.prefix { $0 != "," } ?? "")
    let found = try home.run("member", "duplicates", "--format", "csv")
    #expect(found.lines.count == 2 && found.output.contains("T1003"))
    let merged = try home.run("member", "duplicates", "--merge", number, "T1003")
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(try home.run("member", "duplicates", "--format", "csv").lines.count == 1)
    #expect(
      try home.run("checkin", "QX", number, "--format", "csv").output.contains("\(number),"))
    #expect(try home.run("member", "show", "T1003").status == 1)
  }

  @Test func `everything about a member goes into a file of its owner's, then out of the store`()
    throws
  {
    try home.run("checkin", "QX", "T1003")
    #expect(try home.run("member", "export", "T1003", "--to", "her.json").status == 0)
    let file = home.folder + "/her.json"
    let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(home.text(of: "her.json").utf8))
        as? [String: Any])
    #expect((document["member"] as? [String: String])?["phone"] == "13800010003")
    #expect((document["events"] as? [[String: Any]])?.first?["event"] as? String == "QX")
    let backup = try home.run("store", "backup").output.trimmingCharacters(in: .newlines)
    let erased = try home.run("member", "erase", "T1003", "--yes")
    #expect(erased.status == 0 && erased.errors.contains("  \(backup)\n"), "\(erased.errors)")
    #expect(try home.run("store", "copies", "--format", "csv").output.contains("\(backup),backup,"))
    #expect(try home.run("store", "copies", "--forget").errors.contains("  \(backup)\n"))
    #expect(!FileManager.default.fileExists(atPath: backup))
    let bytes = try #require(FileManager.default.contents(atPath: home.store))
    for secret in ["李氏3", "13800010003"] {
      #expect(bytes.range(of: Data(secret.utf8)) == nil)
    }
    #expect(try home.run("member", "list", "--format", "csv").lines.count == 4)
    #expect(try home.run("search", "T1003").status == 1)
    #expect(try home.run("event", "list", "--format", "json").output.contains("\"QX\""))
    #expect(try home.run("checkin", "QX", "--list", "--format", "csv").lines.count == 5)
    #expect(try home.run("store", "verify").status == 0)
  }

  static let texts = [
    "\u{1b}[31mred", "a\u{202e}b", "\u{200b}\u{feff}", "line\nline", "-", "--", "", "=",
    "'; DROP TABLE member", "\"", "%s%n", String(repeating: "鹊", count: 20_000),
  ]

  @Test(arguments: texts)
  func `no argument drives the terminal or stops the program`(text: String) throws {
    for words in [
      ["member", "add", "--name=\(text)"], ["member", "edit", "T1003", "--set=\(text)"],
      ["member", "edit", "T1003", "--set=job=\(text)"],
      ["member", "edit", "T1003", "--set=extra:\(text)=\(text)"], ["member", "show", "T1003"],
      ["member", "list", "--where=\(text)"], ["member", "list", "--where=\"\(text)\""],
      ["member", "list", "--where=王", "--save=\(text)"], ["member", "filters"],
      ["member", "list", "--columns=\(text)"], ["member", "purge", "--older-than=\(text)"],
      ["member", "verify", text, "--reject", "--reason=\(text)"],
      ["member", "export", "T1003", "--to=\(text)/x"], ["circle", text],
      ["listing", "show", "T1003", "--code=\(text)"],
      ["member", "duplicates", "--apart=\(text)"], ["member", "erase", text],
    ] {
      let ran = try home.begin(words).end()
      #expect([0, 1, 64, 65, 73].contains(ran.status), "\(words) \(ran.errors.prefix(300))")
      let harmful = (ran.output + ran.errors).unicodeScalars.first {
        $0 != "\n" && $0 != "\r" && ($0.value < 0x20 || $0.value == 0x7f || $0 == "\u{202e}")
      }
      #expect(harmful == nil, "\(words.prefix(2))")
    }
  }
}
