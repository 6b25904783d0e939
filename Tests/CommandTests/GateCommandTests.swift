import Foundation
import TestSupport
import Testing

/// `pairs announce` and its like, `couple` and `print results`, as a script meets them.
@Suite struct `Pairs that are announced` {
  let home: Home

  /// M1 and F1, M2 and F2 pick each other; M3 picks F3 in vain. Picking is closed.
  init() throws { home = try Home(copyOf: Self.prepared.get()) }

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 3, women: 3, "--show-names")
    try home.run("checkin", "QX", "--all")
    for slip in ["M1 1", "F1 1", "M2 2", "F2 2", "M3 3", "F3 1"] {
      try home.run("ballot", "add", "QX", slip)
    }
    try home.run("event", "close", "QX")
    return home
  }

  private func csv(_ words: String...) throws -> [String] {
    let ran = try home.run(words + ["--format", "csv"])
    #expect(ran.status == 0, "\(words) \(ran.errors)")
    return ran.lines
  }

  @Test func `are listed in their order, with what the hall saw`() throws {
    #expect(try csv("pairs", "announced", "QX") == ["order,a_badge,b_badge,shown_as,at"])
    let second = try csv("pairs", "announce", "QX", "女2", "m2")
    #expect(second[0] == "order,a_badge,b_badge,shown_as,at")
    #expect(second[1].hasPrefix("1,M02,F02,number,20"))
    let first = try csv("pairs", "announce", "QX", "M01", "F1")
    #expect(first[1].hasPrefix("2,M01,F01,number,"))
    #expect(try csv("pairs", "announce", "QX", "M02", "F02")[1] == second[1])
    #expect(try csv("pairs", "announced", "QX") == second + first.dropFirst())
    try home.run("undo")
    #expect(try csv("pairs", "announced", "QX") == second)
  }

  @Test func `are still shown by the event's code alone`() throws {
    let rows = try csv("pairs", "QX")
    #expect(rows == ["a_badge,b_badge,a_rank,b_rank", "M01,F01,1,1", "M02,F02,1,1"])
    #expect(try csv("pairs", "show", "QX") == rows)
    #expect(try home.run("pairs", "NOWHERE").status == 1)
  }

  static let refusals: [(String, String)] = [
    ("M3 F3", "no-such-pair"), ("M1 F2", "no-such-pair"), ("M1 M2", "no-such-pair"),
    ("M1 F9", "unknown-badge"), ("M9 F1", "unknown-badge"), ("F1 F1", "same-badge-twice"),
    ("x F1", "unknown-badge"), ("1 F1", "unknown-badge"), ("G1 F1", "unknown-badge"),
    ("M0 F1", "unknown-badge"), ("M1 F1 --as name", "consent-missing"),
    ("M1 F1 --round 2", "no-such-round"),
  ]

  @Test(arguments: refusals)
  func `are refused with the number named`(words: String, code: String) throws {
    let ran = try home.run(
      ["pairs", "announce", "QX"] + words.split(separator: " ").map(String.init))
    #expect(ran.status == 65)
    #expect(ran.errors.contains("refused: \(code): "), "\(ran.errors)")
    #expect(try csv("pairs", "announced", "QX").count == 1)
  }

  @Test func `wait while they are held back, and go when they are released`() throws {
    try home.run("pairs", "hold", "QX", "M1", "F1", "--note", "等家人")
    #expect(
      try csv("pairs", "gate", "QX") == [
        "a_badge,b_badge,state,note", "M01,F01,held,等家人", "M02,F02,waiting,",
      ])
    let refused = try home.run("pairs", "announce", "QX", "M1", "F1")
    #expect(refused.status == 65 && refused.errors.contains("refused: held: "))
    #expect(try home.run("pairs", "hold", "QX", "M1", "F1").status == 64)
    try home.run("pairs", "release", "QX", "F1", "M1")
    #expect(try csv("pairs", "announce", "QX", "M1", "F1").count == 2)
    let late = try home.run("pairs", "hold", "QX", "M1", "F1", "--note", "x")
    #expect(late.errors.contains("refused: already-announced: "))
  }

  @Test func `keep picking closed until they are taken back`() throws {
    try home.run("pairs", "announce", "QX", "M1", "F1")
    #expect(try home.run("event", "edit", "QX", "--rule", "all").status == 65)
    #expect(try home.run("ballot", "add", "QX", "M3 1").status == 65)
    try home.run("undo")
    #expect(try home.run("undo").status == 0)
    let open = try home.run("pairs", "announce", "QX", "M1", "F1")
    #expect(open.status == 65 && open.errors.contains("refused: picking-open: "))
  }

  @Test func `are followed up as couples, step by step`() throws {
    try home.run("pairs", "announce", "QX", "M1", "F1")
    let head = "a_number,a_name,b_number,b_name,stage,on,event,evidence"
    let paired = try csv("couple", "list")
    #expect(paired == [head, "T1000,王氏0,T1003,李氏3,paired,2026-08-19,QX,"])
    for (words, code) in [
      ("T1003 T1000 paired --on 2026-09-01 --evidence x", "already-there"),
      ("T1003 T1000 married --on 2026-08-18 --evidence x", "before-the-last"),
      ("T1003 T1000 married --on 2199-01-01 --evidence x", "in-the-future"),
      ("T1003 T1000 married --on 2026-09-01", "no-evidence"),
      ("T1003 T1001 married --on 2026-09-01 --evidence x", "no-couple"),
      ("T1003 T1003 married --on 2026-09-01 --evidence x", "same-twice"),
    ] {
      let ran = try home.run(["couple", "advance"] + words.split(separator: " ").map(String.init))
      #expect(ran.status == 65 && ran.errors.contains("refused: \(code): "), "\(ran.errors)")
    }
    let married = try csv(
      "couple", "advance", "T1003", "T1000", "married", "--on", "2026-09-01", "--evidence",
      "证 13800001234")
    #expect(
      married == [head, "T1000,王氏0,T1003,李氏3,married,2026-09-01,QX,证 138****1234"])
    let back = try home.run(
      "couple", "advance", "T1003", "T1000", "engaged", "--on", "2026-10-01", "--evidence", "x")
    #expect(back.errors.contains("refused: goes-back: "))
    #expect(try csv("couple", "list", "--stage", "married") == married)
    #expect(try csv("couple", "list", "--stage", "paired") == [head])
    #expect(try home.run("couple", "advance", "T1", "T2", "nonsense", "--on", "x").status == 64)
    try home.run("event", "create", "Q2", "--title", "二", "--date", "2026-12-01")
    let again = try home.run("event", "register", "Q2", "T1000")
    #expect(again.errors.contains("refused: already-a-couple: "), "\(again.errors)")
    #expect(try home.run("event", "register", "Q2", "T1000", "--override").status == 0)
  }

  @Test func `go to the office with whole numbers, on record`() throws {
    let none = try home.run("pairs", "contacts", "QX")
    #expect(none.status == 1 && none.output.isEmpty)
    try home.run("pairs", "announce", "QX", "M1", "F1")
    let rows = try csv("pairs", "contacts", "QX")
    #expect(
      rows == [
        "a_badge,a_name,a_employer,a_phone,b_badge,b_name,b_employer,b_phone",
        "M01,王氏0,,13800010000,F01,李氏3,,13800010003",
      ])
    #expect(try csv("log", "--limit", "1")[1].contains("list-contacts"))
    #expect(try home.run("undo").status == 65)
  }

  @Test func `have a slip each, with the partner's contact where both consent`() throws {
    try Missing.check(program: "pdftotext", package: "poppler-utils")
    #expect(try home.run("print", "results", "QX", "--to", "none.pdf").status == 1)
    try home.run("pairs", "announce", "QX", "M1", "F1")
    func slips(_ name: String, _ options: String...) throws -> (count: String, text: String) {
      let ran = try home.run(
        ["print", "results", "QX", "--to", name, "--format", "csv", "--lang", "zh"] + options)
      #expect(ran.status == 0, "\(ran.errors)")
      let text = try home.shell("pdftotext -enc UTF-8 \(name) -").output
      return (ran.lines.last ?? "", text)
    }
    let bare = try slips("a.pdf")
    #expect(bare.count == "results,2,1,0")
    #expect(bare.text.contains("女01") && !bare.text.contains("1380001"))
    for member in ["T1000", "T1003"] {
      try home.run("member", "consent", member, "--give", "contact")
    }
    let whole = try slips("b.pdf")
    #expect(whole.text.contains("13800010003") && whole.text.contains("13800010000"))
    let all = try slips("c.pdf", "--everyone")
    #expect(all.count == "results,6,2,0")
    // Of M3, who picked F3 in vain, each tells as of anybody without a pair.
    #expect(all.text.split(separator: "今晚没有牵手").count == 5)
    #expect(try csv("log", "--limit", "1")[1].contains("print"))
  }
}
