import Foundation
import TestSupport
import Testing

/// A roster in which phones stand where they do not belong, in every spelling.
@Suite struct `Phones that stand in any text` {
  private let home: Home
  private static let whole = ["1391234567", "139-1234-567", "139 1234 567", "１３９１２３４５６７"]

  init() throws {
    home = try Home()
    try home.write(
      """
      编号,姓名,性别,出生年月,联系电话,工作单位,备注,微信号,紧急联系人
      A1,王芳,女,1995-03-04,13912345678,灯塔 139 1234 5678,找１３９１２３４５６７８,13912345678,139-1234-5678
      A2,李雷,男,13912345678,1391234567,医院13912345678,x,y,z
      A3,,男,1990-01-01,13912345678,x,13912345678,y,z
      """, to: "r.csv")
  }

  private func isMasked(_ ran: Ran) -> Bool {
    !Self.whole.contains { ran.output.contains($0) || ran.errors.contains($0) }
  }

  @Test func `are in no report of an import`() throws {
    for language in ["zh", "en"] {
      for format in ["table", "json"] {
        let ran = try home.run(
          "--lang", language, "member", "import", "r.csv", "--dry-run", "--format", format)
        #expect(isMasked(ran), "\(ran.output) \(ran.errors)")
      }
    }
  }

  @Test(
    arguments: [
      ["member", "list"], ["member", "list", "--columns", "name,employer,note,wechat,phone"],
      ["member", "list", "--format", "json"], ["member", "list", "--format", "csv"],
      ["member", "show", "A1"], ["member", "show", "A1", "--format", "json"],
      ["member", "show", "A2"], ["search", "13912345678"], ["search", "5678"],
      ["member", "pending"], ["member", "duplicates"], ["member", "status", "A1", "single"],
      ["member", "show", "13912345670"], ["member", "erase", "A1"], ["member", "purge", "A1"],
      ["event", "register", "QX", "A1", "A2"], ["checkin", "QX", "A1"],
      ["checkin", "QX", "13912345679"], ["member", "filters"], ["log"],
    ])
  func `are in no list`(words: [String]) throws {
    try home.run("member", "import", "r.csv")
    try home.run("event", "create", "QX", "--title", "七夕", "--date", "2026-08-19")
    try home.run("member", "list", "--where", "13912345678", "--save", "找人")
    let ran = try home.run(words)
    #expect(isMasked(ran), "\(ran.output) \(ran.errors)")
  }

  @Test func `are whole where somebody asks, which goes on record and is no step to undo`() throws {
    try home.run("member", "import", "r.csv")
    #expect(try home.run("member", "show", "A1", "--whole").output.contains("13912345678"))
    let list = try home.run(
      "member", "list", "--columns", "number,phone", "--whole", "--format", "csv")
    #expect(list.output.contains("A1,13912345678"))
    let log = try home.run("log", "--format", "csv").output
    #expect(log.components(separatedBy: "see-details").count == 3)
    try home.run("undo")
    #expect(try home.run("member", "list", "--format", "csv").lines.count == 1)
  }

  @Test func `are on record only where somebody was shown`() throws {
    try home.run("member", "import", "r.csv")
    #expect(try home.run("member", "show", "A9", "--whole").status == 1)
    #expect(try home.run("member", "list", "--where", "sex=F age=90", "--whole").status == 1)
    #expect(try !home.run("log", "--format", "csv").output.contains("see-details"))
  }
}
