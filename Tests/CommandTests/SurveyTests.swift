import Foundation
import Testing

/// One kind of dirt that a survey export arrives with, and what is to become of its row.
struct Dirt: Sendable {
  enum Outcome: Sendable {
    /// In, as it is meant; the cell then reads so in the list.
    case clean
    /// In, without the doubtful cell, which is reported with this code.
    case doubtful(String)
    /// In, and mentioned with this code though nothing is lost.
    case mentioned(String)
    /// Left out, reported with this code.
    case refused(String)
  }

  let name: String
  let outcome: Outcome
  /// Spoils the cells of a row.
  let spoil: @Sendable (inout SurveyRow) -> Void

  init(_ name: String, _ outcome: Outcome, _ spoil: @escaping @Sendable (inout SurveyRow) -> Void) {
    self.name = name
    self.outcome = outcome
    self.spoil = spoil
  }
}

extension Dirt {
  static let kinds: [Dirt] = [
    Dirt("full-width phone", .clean) { $0.phone = $0.phone.fullWidth },
    Dirt("phone in groups", .clean) { $0.phone = $0.phone.prefix(3) + " " + $0.phone.dropFirst(3) },
    Dirt("phone with +86", .clean) { $0.phone = "+86-" + $0.phone },
    Dirt("phone as a decimal", .clean) { $0.phone += ".0" },
    Dirt("phone cut short", .doubtful("unknown-phone")) { $0.phone = "1380000" },
    Dirt("blank inside a name", .clean) { $0.name.insert("\u{3000}", at: $0.name.middle) },
    Dirt("another middle dot", .clean) { $0.name = "阿依•" + $0.name },
    Dirt("bidirectional control in a name", .doubtful("control-characters")) {
      $0.name.insert("\u{202e}", at: $0.name.middle)
    },
    Dirt("no name", .refused("missing-name")) { $0.name = "" },
    Dirt("a dash for a name", .refused("missing-name")) { $0.name = "——" },
    Dirt("name of many characters", .refused("too-long")) {
      $0.name = String(repeating: "长", count: 31)
    },
    Dirt("rare character", .clean) { $0.name = "\u{20bb7}" + $0.name },
    Dirt("sex in other words", .clean) { $0.sex = $0.sex == "女" ? "女士" : "Male" },
    Dirt("no sex at all", .doubtful("unknown-sex")) { $0.sex = "保密" },
    Dirt("birth in Chinese", .clean) { $0.birth = "1992年5月4日" },
    Dirt("birth with a time", .clean) { $0.birth = "1992/5/4 0:00:00" },
    Dirt("birth as six digits", .clean) { $0.birth = "199205" },
    Dirt("impossible birth", .doubtful("unknown-birth")) { $0.birth = "1992-13-40" },
    Dirt("height in metres", .clean) { $0.height = "1.75" },
    Dirt("height in words", .clean) { $0.height = "1米75" },
    Dirt("height that cannot be", .doubtful("unknown-height")) { $0.height = "17" },
    Dirt("resident number spoilt to 000", .doubtful("resident-number")) {
      $0.resident = "990000199205040000"
    },
    Dirt("resident number as a float", .doubtful("resident-number")) {
      $0.resident = "9.90000E+17"
    },
    Dirt("resident number in the note", .doubtful("resident-number")) {
      $0.note = "证号990000199605040024"
    },
    Dirt("skipped answers", .clean) { $0.height = "(跳过)" },
    Dirt("quotes and commas in a text", .clean) { $0.note = "爱说\"你好,世界\"" },
    Dirt("line end in a text", .clean) { $0.note = "第一行\n第二行" },
    Dirt("NUL byte in a text", .doubtful("control-characters")) { $0.note = "有\u{0}空" },
    Dirt("blanks around everything", .clean) { row in
      row.name = "  \(row.name) "
      row.sex = " \(row.sex)\u{3000}"
    },
    Dirt("row that ends early", .clean) { $0.isShort = true },
    Dirt("several answers in one", .clean) { $0.interests = "阅读┋羽毛球┋烹饪" },
    Dirt("the same person again", .refused("repeated-row")) { $0.isRepeated = true },
  ]
}

/// The answers of one invented person.
struct SurveyRow {
  var name: String
  var sex: String
  var birth: String
  var phone: String
  var height = "170"
  var education = "本科"
  var resident = ""
  var interests = "阅读"
  var criteria = "身高160以上"
  var note = ""
  var isShort = false
  var isRepeated = false

  init(_ ordinal: Int) {
    let given = ["建", "文", "秀", "志", "明", "丽", "海", "晓", "国", "玉"]
    let surnames = ["王", "李", "张", "刘", "陈", "杨", "黄", "周", "吴", "徐", "孙"]
    name =
      surnames[ordinal % 11] + given[ordinal / 11 % 10] + given[ordinal / 110 % 10]
    sex = ordinal % 2 == 0 ? "男" : "女"
    birth = "\(1985 + ordinal % 17)-0\(1 + ordinal % 9)"
    phone = "154\(10_000_000 + ordinal * 137)"
  }

  static let head = [
    "序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、您的姓名", "2、您的性别是？", "3、您的出生年月",
    "4、您的手机号码是？", "5、您的身高(cm)", "6、学历", "7、身份证号码", "8、兴趣爱好", "9、择偶要求", "10、其他",
  ]

  func line(_ number: Int) -> String {
    var cells = [
      "\(number)", "2026/09/03 12:00:00", "95秒", "微信", "N/A", "127.0.0.1", name, sex, birth, phone,
      height, education, resident, interests, criteria, note,
    ]
    if isShort { cells.removeLast(2) }
    return cells.map { cell in
      cell.contains { "\",\n".contains($0) }
        ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",")
  }
}

extension String {
  fileprivate var fullWidth: String {
    String(
      String.UnicodeScalarView(unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xfee0) }))
  }

  fileprivate var middle: Index { index(startIndex, offsetBy: count / 2) }
}

/// The whole way of a survey's answers: a file, a report, members who can be found and are verified.
@Suite struct `A survey of 600 answers` {
  let home: Home
  /// By the row in the file, what was done to it.
  let dirt: [Int: Dirt]
  let rows = 600

  init() throws {
    home = try Home()
    var text = "\u{feff}" + SurveyRow.head.joined(separator: ",") + "\r\n"
    var dirt: [Int: Dirt] = [:]
    var line = 1
    for ordinal in 0..<rows {
      line += 1
      var row = SurveyRow(ordinal)
      // Every ninth answer is spoilt, each kind in turn, so that each comes twice.
      if ordinal % 9 == 4 {
        let kind = Dirt.kinds[ordinal / 9 % Dirt.kinds.count]
        kind.spoil(&row)
        if row.isRepeated { row = SurveyRow(ordinal - 1) }
        dirt[line] = kind
      }
      text += row.line(ordinal + 1) + "\r\n"
    }
    try home.write(text, to: "survey.csv")
    self.dirt = dirt
  }

  private func importIt() throws -> (report: [String: Any], status: Int32) {
    let ran = try home.run(
      "member", "import", "survey.csv", "--format", "json", "--problems", "mend.csv")
    let report = try JSONSerialization.jsonObject(with: Data(ran.output.utf8))
    return (try #require(report as? [String: Any], "\(ran.errors)"), ran.status)
  }

  @Test func `every kind of dirt is mended or reported by its row`() throws {
    #expect(Set(dirt.values.map(\.name)).count >= 30)
    let (report, status) = try importIt()
    #expect(status == 65)
    let refused = dirt.values.count { if case .refused = $0.outcome { true } else { false } }
    #expect(report["refused"] as? Int == refused)
    #expect(report["added"] as? Int == rows - refused)
    let problems = try #require(report["problems"] as? [[String: Any]])
    var codes: [Int: Set<String>] = [:]
    for problem in problems {
      let row = try #require(problem["row"] as? Int)
      codes[row, default: []].insert(try #require(problem["code"] as? String))
    }
    for (row, kind) in dirt {
      switch kind.outcome {
      case .clean: #expect(codes[row] == nil, "\(kind.name): \(codes[row] ?? [])")
      case .doubtful(let code), .mentioned(let code), .refused(let code):
        #expect(codes[row]?.contains(code) == true, "\(kind.name): \(codes[row] ?? [])")
      }
    }
    #expect(Set(codes.keys).isSubset(of: dirt.keys), "rows without dirt are reported")
  }

  @Test func `goes from the file to verified members who are found, and changes nothing again`()
    throws
  {
    let added = try #require(try importIt().report["added"] as? Int)
    let pending = try home.run("member", "pending", "--format", "csv").lines.dropFirst()
    #expect(pending.count == added)
    let numbers = pending.map { String($0.prefix { $0 != "," }) }
    try home.write(numbers.joined(separator: "\n"), to: "stamped.txt")
    let verified = try home.run(
      "member", "verify", "--from", "stamped.txt", "--evidence", "stamp,real-name,pledge", "--by",
      "单位工会")
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(try home.run("member", "pending", "--format", "csv").lines.count == 1)
    let list = try home.run(
      "member", "list", "--where", "sex=F height>=165 verified", "--format", "csv")
    #expect(list.lines.count > 200)
    for (query, name) in [("wangjianjian", "王建建"), ("阿依", "阿依·"), ("\u{20bb7}", "\u{20bb7}")] {
      let found = try home.run("search", query, "--format", "csv")
      #expect(found.status == 0 && found.output.contains(name), "\(query): \(found.output)")
    }
    #expect(try home.run("circle", numbers[0], "--format", "csv").lines.count > 1)

    let (again, _) = try importIt()
    #expect(again["added"] as? Int == 0 && again["updated"] as? Int == 0)
    #expect(again["unchanged"] as? Int == added)
    let still = try home.run("member", "list", "--where", "verified", "--format", "csv")
    #expect(still.lines.count == added + 1)
    #expect(try home.run("log", "--limit", "1").output.contains("verify"))
  }
}
