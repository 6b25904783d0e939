import Foundation
import Testing

@Suite struct `Corrections by hand and the command line` {
  let home: Home
  static let roster = """
    编号,真实姓名,性别,手机号码,单位,班组
    A1,王芳,女,13800010001,能源动力厂,一班
    A2,李强,男,13800010002,第一医院,二班
    A3,张伟,男,13800010003,三中,

    """

  init() throws {
    home = try Home()
    try home.write(Self.roster, to: "roster.csv")
    try home.run("member", "import", "roster.csv")
    try home.run(
      "member", "edit", "A1", "--set", "phone=13900010009", "employer=", "extra:班组=三班")
    try home.run("member", "edit", "A2", "--set", "name=李蔷")
  }

  private func report(_ words: String...) throws -> (json: [String: Any], status: Int32) {
    let ran = try home.begin(["member", "import", "roster.csv", "--format", "json"] + words).end()
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any],
      "\(ran.output) \(ran.errors)")
    return (json, ran.status)
  }

  private func rows(_ json: [String: Any], _ list: String) throws -> [[String]] {
    try #require(json[list] as? [[String: Any]]).map { row in
      ["row", "number", "name", "field", "column", "before", "after"].map {
        row[$0].map { $0 is NSNull ? "-" : "\($0)" } ?? "?"
      }
    }
  }

  @Test func `an older roster changes nothing, says both values and ends in 65`() throws {
    let before = try home.run("member", "list", "--format", "json").output
    for _ in 0..<2 {
      let (json, status) = try report()
      #expect(status == 65)
      #expect(json["unchanged"] as? Int == 3 && json["updated"] as? Int == 0)
      #expect(
        try rows(json, "kept") == [
          ["2", "A1", "王芳", "phone", "手机号码", "139****0009", "138****0001"],
          ["2", "A1", "王芳", "employer", "单位", "-", "能源动力厂"],
          ["2", "A1", "王芳", "extra:班组", "班组", "三班", "一班"],
          ["3", "A2", "李蔷", "name", "真实姓名", "李蔷", "李强"],
        ])
      #expect(try rows(json, "changes").isEmpty)
      let problems = try #require(json["problems"] as? [[String: Any]])
      #expect(
        problems.map { $0["code"] as? String } == Array(repeating: "hand-corrected", count: 4))
      #expect(problems.map { $0["column"] as? String } == ["手机号码", "单位", "班组", "真实姓名"])
    }
    #expect(try home.run("member", "list", "--format", "json").output == before)
  }

  @Test func `what a newer one changes is told field by field, before and after`() throws {
    try home.write(
      Self.roster.replacing("13800010003", with: "13700010003").replacing("三中,", with: "四中,五班"),
      to: "roster.csv")
    let (json, _) = try report()
    #expect(
      try rows(json, "changes") == [
        ["4", "A3", "张伟", "phone", "手机号码", "138****0003", "137****0003"],
        ["4", "A3", "张伟", "employer", "单位", "三中", "四中"],
        ["4", "A3", "张伟", "extra:班组", "班组", "-", "五班"],
      ])
    let fields = try #require(json["fields"] as? [[String: Any]])
    let counts = fields.map {
      ["\($0["field"] ?? "")", "\($0["changed"] ?? "")", "\($0["kept"] ?? "")"]
    }
    #expect(counts.contains(["phone", "1", "1"]) && counts.contains(["name", "0", "1"]))
  }

  static let takings: [(words: String, fields: [String], status: Int32)] = [
    ("all", ["phone", "employer", "extra:班组", "name"], 0),
    ("phone", ["phone"], 65), ("联系电话，employer", ["phone", "employer"], 65),
    ("姓名、extra:班组", ["extra:班组", "name"], 65), ("height", [], 65),
    ("extra:班组, 姓名", [], 65),
  ]

  @Test(arguments: takings) func `the roster's word is taken where somebody says so`(
    words: String, fields: [String], status: Int32
  ) throws {
    let (rehearsed, _) = try report("--take-roster", words, "--dry-run")
    let (json, ended) = try report("--take-roster", words)
    #expect(ended == status)
    #expect(try Set(rows(json, "changes").map { $0[3] }) == Set(fields))
    #expect(json["overruled"] as? Int == fields.count)
    #expect(try rows(json, "changes") == rows(rehearsed, "changes"))
    #expect(try report().json["kept"].map { ($0 as? [Any])?.count } == 4 - fields.count)
    guard !fields.isEmpty else { return }
    let log = try home.run("log", "--limit", "1").output
    let overruled = fields.count == 1 ? "1 correction" : "\(fields.count) corrections"
    #expect(log.contains("\(overruled) by hand overruled"))
    try home.run("undo")
    #expect(try report().json["kept"].map { ($0 as? [Any])?.count } == 4)
  }

  @Test func `it may be said several times, and a head may have commas`() throws {
    try home.write(Self.roster.replacing("班组", with: "\"班组，岗位\""), to: "roster.csv")
    try home.run("member", "import", "roster.csv")
    try home.run("member", "edit", "A1", "--set", "extra:班组，岗位=九班")
    let (json, _) = try report("--take-roster", "phone", "--take-roster", "extra:班组，岗位")
    #expect(try rows(json, "changes").map { $0[3] } == ["phone", "extra:班组，岗位"])
    let (all, status) = try report("--take-roster", "phone", "--take-roster", "all")
    #expect(try rows(all, "kept").isEmpty && status == 0)
  }

  @Test(arguments: ["", "foo", "all,phone", "phone,foo", "extra:", ","])
  func `a column it does not know is usage, and nothing is imported`(words: String) throws {
    let ran = try home.begin(["member", "import", "roster.csv", "--take-roster", words]).end()
    #expect(ran.status == 64 && ran.output.isEmpty && ran.errors.contains("extra:HEAD"))
  }

  @Test(arguments: ["en", "zh"]) func `people read it in either language`(language: String) throws {
    try home.write(Self.roster.replacing("13800010003", with: "13700010003"), to: "roster.csv")
    let ran = try home.begin(["--lang", language, "member", "import", "roster.csv"]).end()
    #expect(ran.errors.contains("kept: hand-corrected: "))
    #expect(ran.errors.contains("138****0003 → 137****0003"))
    let words =
      language == "en"
      ? ["“139****0009” by hand stays; the roster says “138****0001”", "emptied by hand"]
      : ["手工填的是“139****0009”，名册写“138****0001”", "已手工清空"]
    for word in words { #expect(ran.errors.contains(word), "\(ran.errors)") }
    let counts =
      language == "en"
      ? ["changed: Phone 1", "4 corrections by hand kept", "--take-roster all"]
      : ["改动：联系电话 1", "4 处与手工更正不同", "--take-roster all"]
    for word in counts { #expect(ran.output.contains(word), "\(ran.output)") }
    #expect(!(ran.output + ran.errors).contains("13800010001"))
  }

  @Test func `the rows come back in the file to mend, with what stands`() throws {
    try home.run("member", "import", "roster.csv", "--problems", "mend.csv")
    let mend = try home.text(of: "mend.csv")
    #expect(mend.contains("A1,王芳") && mend.contains("A2,李强") && !mend.contains("A3,"))
    #expect(mend.contains("139****0009") && !mend.contains("13900010009"))
  }

  @Test func `one sees of a member what was changed by hand`() throws {
    let shown = try home.run("member", "show", "A1", "--format", "csv").output
    #expect(shown.contains("by_hand") && shown.contains("employer extra:班组 phone"))
    #expect(try !home.run("member", "show", "A3", "--format", "csv").output.contains("by_hand"))
    let export = try home.run("member", "export", "A1", "--to", "-").output
    #expect(export.contains(#""by_hand" : "employer extra:班组 phone""#), "\(export)")
  }
}
