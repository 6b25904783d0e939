import Foundation
import Testing

/// The commands of an evening's door and of registering, as somebody would type them.
@Suite struct `Who may come, by commands` {
  let home: Home

  init() throws {
    home = try Home()
    try home.run("event", "create", "QX", "--title", "七夕", "--date", "2026-12-01")
  }

  private func enter(_ number: String, _ sex: String = "M", _ details: String...) throws {
    let ran = try home.begin(
      ["member", "add", "--name", "甲\(number)", "--sex", sex, "--number", number]
        + (details.isEmpty ? [] : ["--set"] + details)
    ).end()
    #expect(ran.status == 0, "\(ran.errors)")
  }

  private func rows(_ words: String...) throws -> [String] {
    Array(try home.begin(words + ["--format", "csv"]).end().lines.dropFirst())
  }

  @Test func `married and withdrawn are refused when registering and at the door, on record`()
    throws
  {
    try enter("A1")
    try enter("A2", "F")
    try home.run("member", "status", "A1", "married")
    try home.run("member", "status", "A2", "withdrawn")
    let registering = try home.run("event", "register", "QX", "A1", "A2")
    #expect(registering.status == 65)
    let refused = registering.errors.split(separator: "\n")
    #expect(refused.count == 2 && refused[0].hasPrefix("refused: married: 甲A1 "))
    #expect(refused[1].hasPrefix("refused: withdrawn: 甲A2 "))
    #expect(try home.run("checkin", "QX", "A1", "--walk-in").errors.hasPrefix("refused: married: "))
    #expect(
      try rows("log").prefix(2).map { $0.contains(",refuse") } == [true, true], "on record")
    let overridden = try home.run("event", "register", "QX", "A1", "A2", "--override")
    #expect(overridden.status == 0)
    #expect(try rows("log")[0].contains("married, withdrawn"))
    #expect(try home.run("checkin", "QX", "--all").status == 0)
    #expect(try home.run("undo").status == 0)
    #expect(
      try rows("checkin", "QX", "--list").map { $0.hasSuffix(",registered") } == [true, true])
  }

  @Test func `a mistaken check-in taken back is no way around the places`() throws {
    try home.run("event", "edit", "QX", "--capacity", "1")
    for number in ["A1", "A2"] { try enter(number) }
    try home.run("event", "register", "QX", "A1", "A2")
    try home.run("checkin", "QX", "A1")
    try home.run("checkin", "QX", "--left", "A1")
    try home.run("checkin", "QX", "A2")
    #expect(try rows("checkin", "QX", "--undo", "A1")[0].hasSuffix(",waitlisted"))
    let again = try home.run("checkin", "QX", "A1")
    #expect(again.status == 65 && again.errors.hasPrefix("refused: waitlisted: "))
  }

  @Test func `who waits is told to have moved up by whoever registers next`() throws {
    try home.run("event", "edit", "QX", "--capacity", "1")
    for number in ["A1", "A2", "A3"] { try enter(number) }
    try home.run("event", "register", "QX", "A1", "A2")
    try home.run("checkin", "QX", "A1")
    try home.run("checkin", "QX", "--left", "A1")
    let ran = try home.run("event", "register", "QX", "A3", "--format", "csv")
    #expect(ran.status == 0 && ran.lines.last == ",A3,甲A3,waitlisted")
    #expect(ran.errors == "1 moved up from the waiting list\n")
    #expect(try rows("log")[0].contains("甲A3 registered, 1 moved up from the waiting list"))
  }

  @Test func `somebody named twice walks in once and is told so`() throws {
    try enter("A1")
    let ran = try home.run("checkin", "QX", "A1", "A1", "--walk-in", "--format", "csv")
    #expect(ran.status == 65 && ran.lines.count == 2)
    #expect(ran.errors.hasPrefix("refused: already-in: 甲A1 "))
  }

  @Test func `one undo takes back several walk-ins, leavings, and check-ins taken back`() throws {
    for number in ["A1", "A2", "A3"] { try enter(number) }
    try home.run("member", "status", "A3", "married")
    let ran = try home.run("checkin", "QX", "A1", "A2", "A3", "--walk-in", "--format", "csv")
    #expect(ran.status == 65 && ran.lines.count == 3)
    #expect(ran.errors.hasPrefix("refused: married: 甲A3 "))
    #expect(try rows("log")[1].contains("2 people joined QX at the door"))
    let statuses = { try rows("checkin", "QX", "--list").map { $0.split(separator: ",").last } }
    for (option, after, words) in [
      ("--left", "left", "2 people left QX"),
      ("--undo", "registered", "took back 2 check-ins at QX"),
    ] {
      try home.run("checkin", "QX", option, "A1", option, "A2")
      #expect(try statuses().allSatisfy { $0 == Substring(after) } && statuses().count == 2)
      #expect(try rows("log")[0].contains(words))
      try home.run("undo")
      #expect(try statuses() == ["checked_in", "checked_in"])
    }
    try home.run("undo")
    #expect(try statuses().isEmpty)
  }

  @Test func `a badge that a roster or a merging makes wrong is told`() throws {
    try home.write("姓名,性别,手机\n王芳,男,13900000001\n", to: "r.csv")
    try home.run("member", "import", "r.csv")
    try home.run("event", "register", "QX", "13900000001", "--badge", "M07")
    try home.write("姓名,性别,手机\n王芳,女,13900000001\n", to: "r.csv")
    let ran = try home.run("member", "import", "r.csv")
    #expect(ran.errors.contains("badge M07 of 王芳 at QX no longer fits"))
    let dry = try home.run("member", "import", "r.csv", "--dry-run")
    #expect(!dry.errors.contains("no longer fits"))
    try home.run("undo")
    try enter("B1", "F")
    try home.run("member", "edit", "B1", "--set", "name=王芳")
    let merged = try home.run("member", "duplicates", "--merge", "B1", "13900000001")
    #expect(merged.errors.contains("badge M07 of 王芳 at QX no longer fits"), "\(merged.errors)")
  }

  @Test func `a roster's married are told by row, new ones left out`() throws {
    try home.write(
      "编号,姓名,性别,手机,您的婚姻状况\nB1,张一,男,13900000001,未婚\nB2,张二,男,13900000002,已婚\n"
        + "B3,张三,男,13900000003,已婚已育\n", to: "r.csv")
    let ran = try home.run("member", "import", "r.csv", "--format", "json")
    #expect(ran.status == 65)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any])
    #expect(report["added"] as? Int == 1 && report["refused"] as? Int == 2)
    let problems = try #require(report["problems"] as? [[String: Any]])
    #expect(problems.map { $0["row"] as? Int } == [3, 4])
    #expect(problems.allSatisfy { $0["code"] as? String == "not-single" })
    #expect(problems.allSatisfy { $0["column"] as? String == "您的婚姻状况" })
    #expect(try rows("member", "list", "--columns", "number") == ["B1"])
  }

  @Test func `one undo takes back everybody of --all, of several and of a file`() throws {
    for number in ["A1", "A2", "A3"] { try enter(number) }
    try home.run("event", "register", "QX", "A1", "A2", "A3")
    try home.write("A1\nA2\nA3\n", to: "names.txt")
    for words in [["--all"], ["A1", "A2", "A3"], ["--from", "names.txt"]] {
      let ran = try home.begin(["checkin", "QX", "--format", "csv"] + words).end()
      #expect(ran.status == 0 && ran.lines.count == 4, "\(ran.errors)")
      #expect(try home.run("undo", "--format", "csv").output.contains("checked in 3 people at QX"))
      #expect(try rows("event", "show", "QX")[0].contains(",open,3,0,0,0,"))
    }
    let streamed = try home.run("checkin", "QX", "--from", "-", input: "A1\nA2\nA3\n")
    #expect(streamed.status == 0)
    try home.run("undo")
    #expect(try rows("event", "show", "QX")[0].contains(",open,3,0,2,0,"))
  }

  @Test func `who left comes back into a full hall only by the organizer's word`() throws {
    for number in ["A1", "A2"] { try enter(number) }
    try home.run("event", "edit", "QX", "--capacity", "1")
    try home.run("event", "register", "QX", "A1", "A2")
    try home.run("checkin", "QX", "A1")
    try home.run("checkin", "QX", "--left", "A1")
    #expect(try home.run("checkin", "QX", "A2").status == 0)
    let back = try home.run("checkin", "QX", "A1")
    #expect(back.status == 65 && back.errors.hasPrefix("refused: full: "))
    #expect(try home.run("checkin", "QX", "A1", "--override").status == 0)
  }

  @Test
  func `a sex corrected before arrival gives a badge of the right pool, and no pair of women`()
    throws
  {
    try enter("S1")
    try enter("S2", "F")
    try home.run("event", "register", "QX", "S1", "S2")
    try home.run("member", "edit", "S1", "--set", "sex=女")
    #expect(
      try rows("checkin", "QX", "--all").map { String($0.prefix(6)) } == ["F01,S1", "F02,S2"])
    #expect(try home.run("ballot", "add", "QX", "M01 1").errors.hasPrefix("refused: unknown-badge"))
    #expect(try rows("pairs", "QX").isEmpty)
  }

  @Test func `a printed badge that fits no longer is refused, exchanged, and corrected back`()
    throws
  {
    try enter("S1")
    try home.run("event", "register", "QX", "S1", "--badge", "M05")
    let edited = try home.run("member", "edit", "S1", "--set", "sex=女")
    #expect(edited.errors.contains("M05") && edited.errors.contains("event badge QX S1"))
    let door = try home.run("checkin", "QX", "S1", "--override")
    #expect(door.status == 65 && door.errors.hasPrefix("refused: wrong-pool: "))
    #expect(
      try home.run("event", "badge", "QX", "S1", "M06").errors.hasPrefix("refused: wrong-pool"))
    #expect(try rows("event", "badge", "QX", "S1", "6") == ["F06,S1,甲S1,registered"])
    #expect(try rows("checkin", "QX", "S1")[0].hasPrefix("F06,S1,"))
    try home.run("member", "edit", "S1", "--set", "sex=")
    #expect(try home.run("event", "close", "QX").status == 0, "nothing says that it is wrong")
  }

  @Test func `the picking is not closed over a badge of the wrong pool`() throws {
    try enter("S1")
    try enter("S2", "F")
    try home.run("event", "register", "QX", "S1", "S2")
    try home.run("checkin", "QX", "--all")
    try home.run("ballot", "add", "QX", "M01 1", "F01 1")
    #expect(try rows("pairs", "QX") == ["M01,F01,1,1"])
    try home.run("member", "edit", "S1", "--set", "sex=女")
    let pairs = try home.run("pairs", "QX", "--format", "csv")
    #expect(pairs.lines.count == 1 && pairs.errors.contains("M01 甲S1"))
    #expect(try home.run("event", "close", "QX").errors.hasPrefix("refused: wrong-pool: M01"))
    #expect(try home.run("ballot", "add", "QX", "F01 1").errors.hasPrefix("refused: wrong-pool: "))
    #expect(try rows("event", "badge", "QX", "M01", "F09")[0].hasPrefix("F09,S1,"))
    #expect(try home.run("event", "close", "QX").status == 0)
    #expect(try rows("pairs", "QX").isEmpty)
  }

  @Test func `a member without a sex walks in with one`() throws {
    try home.run("member", "add", "--name", "无名", "--number", "N1")
    #expect(try home.run("checkin", "QX", "N1", "--walk-in").errors.hasPrefix("refused: no-sex"))
    #expect(try rows("checkin", "QX", "N1", "--walk-in", "--sex", "女")[0].hasPrefix("F01,N1,"))
    #expect(try rows("member", "list", "--columns", "number,sex") == ["N1,F"])
    try home.run("undo")
    #expect(try rows("member", "list", "--columns", "number,sex") == ["N1,"])
    #expect(try home.run("checkin", "QX", "N1", "--sex", "女").status == 64)
  }
}

@Suite struct `Events and registrations, by commands` {
  let home: Home

  init() throws {
    home = try Home()
    try home.makeEvening(men: 3, women: 2, "--capacity", "4")
  }

  private func rows(_ words: String...) throws -> [String] {
    Array(try home.begin(words + ["--format", "csv"]).end().lines.dropFirst())
  }

  @Test func `a cancelled registration moves the waiting list up`() throws {
    #expect(try rows("event", "show", "QX")[0].contains(",open,4,1,0,0,"))
    #expect(
      try rows("event", "unregister", "QX", "T1000")
        == [",T1000,王氏0,unregistered", ",T1004,李氏4,registered"])
    #expect(try rows("event", "decline", "QX", "李氏3") == [",T1003,李氏3,declined"])
    #expect(try rows("event", "show", "QX")[0].contains(",open,3,0,0,0,"))
    try home.run("undo")
    try home.run("undo")
    #expect(try rows("event", "show", "QX")[0].contains(",open,4,1,0,0,"))
    let list = try rows("checkin", "QX", "--list").map { $0.split(separator: ",")[0] }
    #expect(list.first == "T1000", "in the old place")
  }

  @Test func `who has come or is nobody is told, and the others are cancelled`() throws {
    try home.run("checkin", "QX", "T1000")
    let ran = try home.run("event", "unregister", "QX", "T1000", "T1001", "nobody")
    #expect(ran.status == 65 && ran.errors.contains("refused: has-come: 王氏0"))
    #expect(ran.errors.contains("nobody found for nobody"))
    #expect(ran.output.contains("T1001"))
    let none = try home.run("event", "decline", "QX", "nobody")
    #expect(none.status == 1)
    #expect(
      try home.run("event", "unregister", "QX", "T1001").errors.hasPrefix(
        "refused: not-registered: "))
  }

  @Test func `an event is changed in what is named`() throws {
    #expect(
      try rows(
        "event", "edit", "QX", "--title", "中秋", "--date", "2026-09-25", "--kind", "special",
        "--max-picks", "unlimited", "--rule", "best", "--capacity", "unlimited", "--verified-only")
        == ["QX,中秋,2026-09-25,special,two,unlimited,best,,true,open,5,0,0,0,,,,,,,false,,,,,"])
    #expect(
      try rows("event", "edit", "QX", "--no-verified-only", "--max-picks", "3")
        == ["QX,中秋,2026-09-25,special,two,3,best,,false,open,5,0,0,0,,,,,,,false,,,,,"])
    try home.run("undo")
    try home.run("undo")
    #expect(
      try rows("event", "show", "QX")
        == ["QX,七夕,2026-08-19,mixer,two,5,stable,4,false,open,4,1,0,0,,,,,,,false,,,,,"])
    let same = try home.run("event", "edit", "QX", "--title", "七夕")
    #expect(same.status == 0 && same.errors.contains("nothing changed"))
  }

  @Test(arguments: [
    (["event", "edit", "QX", "--pools", "one"], "pools-fixed"),
    (["event", "edit", "QX", "--title", " "], "no-title"),
    (["event", "remove", "QX"], "has-registrations"),
  ])
  func `what cannot be is refused with a code`(words: [String], code: String) throws {
    let ran = try home.begin(words).end()
    #expect(ran.status == 65 && ran.errors.hasPrefix("refused: \(code): "), "\(ran.errors)")
  }

  @Test func `picks cannot be fewer than slips have, nor rules change once it is closed`() throws {
    try home.run("checkin", "QX", "--all")
    try home.run("ballot", "add", "QX", "M01 1 2", "F01 1 2")
    let long = try home.run("event", "edit", "QX", "--max-picks", "1")
    #expect(long.status == 65 && long.errors.hasPrefix("refused: slips-too-long: "))
    #expect(try home.run("event", "edit", "QX", "--max-picks", "2").status == 0)
    try home.run("event", "close", "QX")
    #expect(
      try home.run("event", "edit", "QX", "--rule", "best").errors.hasPrefix(
        "refused: already-closed: "))
    #expect(try home.run("event", "edit", "QX", "--title", "七夕（补）").status == 0)
    #expect(
      try home.run("event", "unregister", "QX", "T1004").errors.hasPrefix("refused: event-closed: ")
    )
  }

  @Test func `an empty event is taken away and brought back`() throws {
    try home.run("event", "create", "E2", "--title", "空", "--date", "2026-08-20")
    #expect(try rows("event", "remove", "E2")[0].hasPrefix("E2,空,"))
    #expect(try home.run("event", "show", "E2").status == 1)
    #expect(try home.run("undo").status == 0)
    #expect(try home.run("event", "show", "E2").status == 0)
  }

  @Test func `everybody a filter finds is registered at once, whoever is refused named`() throws {
    try home.run("event", "create", "E2", "--title", "空", "--date", "2026-08-20")
    try home.run("member", "status", "T1001", "seeing")
    let ran = try home.run("event", "register", "E2", "--where", "sex=M", "--format", "csv")
    #expect(ran.status == 65 && ran.errors.hasPrefix("refused: seeing: 王氏1 "))
    #expect(ran.lines.dropFirst().map { $0.split(separator: ",")[0] } == ["T1000", "T1002"])
    let again = try home.run("event", "register", "E2", "--where", "sex=M", "--override")
    #expect(again.status == 0 && again.errors.contains("already registered: 2"))
    let all = try home.run("event", "register", "E2", "--where", "not sex=M")
    #expect(all.status == 0 && all.errors.isEmpty)
    try home.run("undo")
    #expect(try rows("event", "show", "E2")[0].contains(",open,3,0,0,0,"))
    #expect(try home.run("event", "register", "E2", "--where", "age=90..").status == 1)
    #expect(try home.run("event", "register", "E2", "--where", "age=").status == 64)
    #expect(try home.run("event", "register", "E2", "T1000", "--where", "sex=M").status == 64)
  }

  @Test func `undo stops at an erasing, and goes past it when told to`() throws {
    try home.run("member", "add", "--name", "要删的", "--number", "Z1")
    try home.run("event", "create", "E2", "--title", "空", "--date", "2026-08-20")
    try home.run("member", "erase", "Z1", "--yes")
    for _ in 0..<2 {
      let ran = try home.run("undo")
      #expect(ran.status == 65 && ran.errors.hasPrefix("refused: cannot-undo: "))
      #expect(ran.errors.contains("erased 1 person"))
    }
    #expect(try home.run("event", "show", "E2").status == 0, "nothing older was touched")
    #expect(try home.run("undo", "--older", "--format", "csv").output.contains("create-event"))
    #expect(try home.run("event", "show", "E2").status == 1)
    #expect(try home.run("redo").status == 0)
  }

  static let statuses: [(words: [String], status: Int32)] = [
    (["event", "edit", "QX"], 64), (["event", "edit", "NO", "--title", "x"], 1),
    (["event", "edit", "QX", "--capacity", "0"], 64), (["event", "remove", "NO"], 1),
    (["event", "unregister", "QX"], 64), (["event", "decline", "NO", "T1000"], 1),
    (["event", "badge", "QX", "nobody", "7"], 1), (["event", "badge", "QX", "T1000", "x"], 65),
    (["event", "badge", "QX", "T1000", "G07"], 65),
    (["event", "edit", "QX", "--kind", "party"], 64),
  ]

  @Test(arguments: statuses)
  func `tells by its exit status how it went`(words: [String], status: Int32) throws {
    let ran = try home.begin(words).end()
    #expect(ran.status == status && !ran.errors.isEmpty, "\(ran.errors)")
  }
}
