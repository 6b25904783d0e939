import Foundation
import Testing

@Suite struct `The command line as a contract` {
  let home: Home

  /// Two men and two women; all here but the last, two slips that pick each other.
  init() throws { home = try Home(copyOf: Self.prepared.get()) }

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 2, women: 2)
    try home.run("checkin", "QX", "T1000", "T1001", "T1002")
    try home.run("ballot", "add", "QX", "M01 1", "F01 1")
    try home.write("姓名,性别,工作单位\n孪生,男,一厂\n孪生,男,二厂\n", to: "twins.csv")
    try home.run("member", "import", "twins.csv")
    return home
  }

  static let heads: [(words: [String], head: String)] = [
    (["member", "list"], "number,name,sex,birth,"),
    (["member", "show", "T1000"], "field,value"),
    (["search", "T1000"], "number,name,sex,employer"),
    (["event", "list"], "code,title,date,kind,"),
    (["event", "show", "QX"], "code,title,date,kind,"),
    (["checkin", "QX", "--list"], "badge,number,name,at,status"),
    (["checkin", "QX", "T1003"], "badge,number,name,at,status"),
    (["checkin", "QX", "--left", "M02"], "badge,number,name,at,status"),
    (["checkin", "QX", "--undo", "M02"], "badge,number,name,at,status"),
    (["ballot", "add", "QX", "M02"], "picker,choices,status"),
    (["ballot", "missing", "QX"], "badge,number,name"),
    (["pairs", "QX"], "a_badge,b_badge,a_rank,b_rank"),
    (["pairs", "QX", "--why"], "a_badge,b_badge,a_rank,b_rank,reason"),
    (["pairs", "show", "QX"], "a_badge,b_badge,a_rank,b_rank"),
    (["pairs", "preview", "QX"], "rule,pairs,total_rank,mutual_left_over"),
    (["pairs", "graph", "QX"], "group,a_badge,b_badge,is_pair"),
    (["log"], "act,at,station,kind,verb,event,what,undone"),
    (["undo"], "act,at,station,kind,verb,event,what,undone"),
    (["doctor"], "check,state,found,mend"),
  ]

  @Test(arguments: heads)
  func `what lists has machine names in CSV and the same in JSON`(
    words: [String], head: String
  ) throws {
    for language in ["en", "zh"] {
      // A fresh home each: what changes something has nothing to list the second time.
      let csv = try Home(copyOf: home).begin(
        words + ["--format", "csv"], changes: ["QUEQIAO_LANG": language]
      ).end()
      #expect(csv.head.hasPrefix(head), "\(csv.head) \(csv.errors)")
      #expect(csv.lines.count > 1 && csv.output.contains("\r\n"))
    }
    let json = try home.begin(words + ["--format", "json"]).end()
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    let row = try #require(rows.first)
    #expect(head.split(separator: ",").allSatisfy { row.keys.contains(String($0)) })
  }

  @Test func `a byte-order mark stands before CSV where it is asked for`() throws {
    #expect(
      try home.run("member", "list", "--format", "csv", "--bom").output.hasPrefix("\u{feff}n"))
  }

  private static func long(_ count: Int) -> String { String(repeating: "鹊", count: count) }

  static let refusals: [(words: [String], code: String)] = [
    (["checkin", "QX", "T1000"], "already-in"),
    (["checkin", "QX", "--left", "T1003"], "not-checked-in"),
    (["member", "show", "孪生"], "ambiguous"),
    (["ballot", "add", "QX", "M01"], "already-in"),
    (["ballot", "add", "QX", "M02 9"], "unknown-badge"),
    (["ballot", "add", "QX", "7"], "no-picker"),
    (["event", "register", "QX", "T1000"], "already-registered"),
    (["event", "register", "QX", "nobody"], "unknown-member"),
    (["event", "create", "QX", "--title", "x", "--date", "2026-08-19"], "code-taken"),
    (["event", "create", "a b", "--title", "x", "--date", "2026-08-19"], "bad-code"),
    (["event", "create", "Q2", "--title", " ", "--date", "2026-08-19"], "no-title"),
    (
      ["event", "create", "Q2", "--title", long(81), "--date", "2026-08-19"],
      "too-long"
    ),
    (["event", "edit", "QX", "--title", long(20_000)], "too-long"),
    (["event", "create", long(33), "--title", "x", "--date", "2026-08-19"], "bad-code"),
    (["member", "add", "--name", long(31)], "too-long"),
    (["member", "edit", "T1000", "--set", "employer=" + long(201)], "too-long"),
    (["member", "edit", "T1000", "--set", "note=" + long(4_001)], "too-long"),
    (["member", "edit", "T1000", "--set", "extra:\(long(61))=x"], "unknown-column"),
    (["member", "verify", "T1000", "--reject", "--reason", long(501)], "too-long"),
    (["member", "verify", "T1000", "--reject", "--reason", "x", "--by", long(61)], "too-long"),
    (["member", "list", "--where", "sex=F", "--save", long(41)], "filter-name"),
    (["redo"], "nothing-to-redo"),
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
    (["--help"], 0), (["--version"], 0), (["event", "--help"], 0), (["store", "path"], 0),
    (["search", "没有此人"], 1), (["event", "show", "NO"], 1), (["pairs", "NO"], 1),
    (["member", "show", "没有此人"], 1), (["checkin", "QX", "没有此人"], 1),
    (["checkin", "NO", "T1000"], 1), (["ballot", "add", "NO", "M01"], 1),
    (["no-such-command"], 64), (["event"], 0), (["event", "create"], 64), (["checkin", "QX"], 64),
    (["event", "create", "Q2", "--title", "x", "--date", "2026-02-30"], 64),
    (["event", "create", "Q2", "--title", "x", "--date", "2026-08-19", "--max-picks", "0"], 64),
    (["event", "create", "Q2", "--title", "x", "--date", "2026-08-19", "--capacity", "0"], 64),
    (["search", "x", "--limit", "0"], 64), (["log", "--limit", "99999999999999999999"], 64),
    (["search", "王", "--limit", "9223372036854775807"], 0),
    (["log", "--limit", "9223372036854775807"], 0),
    (["--lang", "fr", "event", "list"], 64), (["--store"], 64),
    (["--store=", "event", "list"], 64),
    (["event", "list", "--format", "xml"], 64), (["desk"], 64), ([], 64),
    (["member", "import", "missing.csv"], 66), (["checkin", "QX", "--from", "missing"], 66),
    (["ballot", "import", "QX", "missing"], 66), (["store", "restore", "missing"], 66),
    (["event", "register", "QX", "--from", "missing"], 66),
    (["--store", "/proc/queqiao/x", "event", "list"], 73),
    (["store", "backup", "--to", "roster.csv"], 73),
    (["member", "import", "."], 74),
  ]

  @Test(arguments: statuses)
  func `tells by its exit status how it went`(words: [String], status: Int32) throws {
    let ran = try home.begin(words).end()
    #expect(ran.status == status, "\(ran.errors)")
    if status != 0 { #expect(!ran.errors.isEmpty && ran.lines.count <= 1) }
  }

  @Test func `the report of an import is one document`() throws {
    try home.write("姓名,性别,手机\n赵云,男,13900000001\n,女,\n孙丽,不详,\n", to: "more.csv")
    let ran = try home.run(
      "member", "import", "more.csv", "--format", "json", "--problems", "problems.csv")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any])
    #expect(
      Set(report.keys)
        .isSuperset(of: ["rows", "added", "updated", "unchanged", "refused", "problems"]))
    #expect(report["rows"] as? Int == 3 && report["refused"] as? Int == 1)
    let problems = try #require(report["problems"] as? [[String: Any]])
    #expect(problems.first.map { Set($0.keys) } == ["row", "column", "code", "message"])
    #expect(ran.status == 65)
    let mend = try home.text(of: "problems.csv").split(separator: "\r\n")
    #expect(mend.count == 3 && mend[0].contains("姓名,性别,手机,"))
    #expect(mend[1].hasPrefix(",女,,") && mend[2].hasPrefix("孙丽,不详,,"))
    let again = try home.run("member", "import", "more.csv", "--format", "json")
    #expect(again.output.contains("\"added\": 0, \"updated\": 0, \"unchanged\": 2"))
  }

  @Test func `whatever of a roster is not in as it stood makes 65`() throws {
    for (rows, status) in [
      ("T9,甲,男,13900000009\n", 0), ("T9,甲,男,1390000\n", 65), ("T9,甲,不详,\n", 65),
      ("T9,,男,\n", 65), ("T9,甲,男,13900000009\nT10,乙,女,13900000009\n", 0),
    ] as [(String, Int32)] {
      try home.write("编号,姓名,性别,手机\n" + rows, to: "some.csv")
      #expect(try home.run("member", "import", "some.csv", "--dry-run").status == status, "\(rows)")
    }
    try home.write("2026年七夕报名表\n编号,姓名,性别\nT9,甲,男\n", to: "titled.csv")
    #expect(try home.run("member", "import", "titled.csv", "--dry-run").status == 0)
  }

  @Test func `a problem names the column as the file does`() throws {
    try home.write("会员编号,真实姓名,3、您的性别是？\nT1000,别人,男\nT9,甲,未知\n", to: "odd.csv")
    let ran = try home.run("member", "import", "odd.csv", "--format", "json")
    #expect(ran.output.contains(#""row": 2, "column": "会员编号", "code": "number-taken""#))
    #expect(ran.output.contains(#""row": 3, "column": "3、您的性别是？", "code": "unknown-sex""#))
  }

  @Test func `a dry run reads where nothing can be written`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: home.store)
    try home.write("姓名\n新人\n", to: "new.csv")
    let ran = try home.run("member", "import", "new.csv", "--dry-run", "--format", "json")
    #expect(ran.status == 0 && ran.output.contains("\"added\": 1"), "\(ran.errors)")
    #expect(try home.run("member", "import", "new.csv").status == 77)
  }

  @Test func `the options stand before or behind the command, and beat the environment`() throws {
    for words in [
      ["--store", "other.sqlite", "event", "list", "--format", "csv"],
      ["event", "list", "--format", "csv", "--store=other.sqlite"],
      ["event", "--store", "other.sqlite", "list", "--format", "csv"],
    ] {
      #expect(try home.begin(words).end().lines.count == 1, "an empty store of its own")
    }
    let zh = try home.run("search", "没有此人", "--lang", "zh")
    #expect(zh.errors.contains("没有找到"))
    #expect(try home.run("store", "path").output == home.store + "\n")
    #expect(
      try home.run("store", "path", changes: ["QUEQIAO_STORE": nil, "XDG_DATA_HOME": "/x"]).output
        == "/x/queqiao/store.sqlite\n")
    #expect(
      try home.run("store", "path", changes: ["QUEQIAO_STORE": nil]).output
        == home.folder + "/.local/share/queqiao/store.sqlite\n")
  }

  @Test func `without a home it still knows a place`() throws {
    let ran = try home.run("store", "path", changes: ["QUEQIAO_STORE": nil, "HOME": nil])
    #expect(ran.status == 0 && ran.output.hasSuffix("/.local/share/queqiao/store.sqlite\n"))
  }

  @Test func `the locale decides the language where nothing else does`() throws {
    for (locale, word) in [("zh_CN.UTF-8", "没有找到"), ("C.UTF-8", "nobody"), ("", "nobody")] {
      let ran = try home.run(
        "search", "没有此人", changes: ["QUEQIAO_LANG": nil, "LANG": locale, "LC_ALL": nil])
      #expect(ran.errors.contains(word), "\(locale): \(ran.errors)")
    }
  }

  @Test func `the desk needs a terminal and makes no file without one`() throws {
    let ran = try home.run("desk", "--store", "none.sqlite")
    #expect(ran.status == 64 && ran.errors.contains("needs a terminal"))
    #expect(!FileManager.default.fileExists(atPath: home.folder + "/none.sqlite"))
  }

  @Test func `a badge is told in the hall's time`() throws {
    let line = try #require(
      try home.run("checkin", "QX", "--list", "--format", "csv").lines.dropFirst().first)
    #expect(line.contains("+08:00,checked_in"))
    let west = try home.run(
      "checkin", "QX", "--list", "--format", "csv", changes: ["TZ": "America/St_Johns"])
    #expect(west.output.contains("-02:30,") || west.output.contains("-03:30,"))
  }

  @Test func `a closed event is shown closed, and not closed twice`() throws {
    let ran = try home.run("event", "close", "QX", "--format", "csv")
    #expect(ran.status == 0 && ran.lines.last?.contains(",closed,") == true)
    #expect(try home.run("event", "close", "QX").errors.hasPrefix("refused: already-closed: "))
    #expect(try home.run("ballot", "add", "QX", "M02").errors.hasPrefix("refused: picking-closed"))
    #expect(try home.run("checkin", "QX", "T1003").errors.hasPrefix("refused: event-closed: "))
  }

  @Test func `pairs of an event without slips are an empty list`() throws {
    try home.run("event", "create", "Q2", "--title", "x", "--date", "2026-08-19")
    let ran = try home.run("pairs", "Q2", "--format", "csv", "--why")
    #expect(ran.status == 0 && ran.lines == ["a_badge,b_badge,a_rank,b_rank,reason"])
    #expect(try home.run("pairs", "Q2", "--format", "json").output == "[\n]\n")
  }
}
