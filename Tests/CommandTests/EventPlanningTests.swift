import Foundation
import Testing

/// Events with all that is told of them, and their guests, as somebody would type it.
@Suite struct `Planning an event, by commands` {
  let home: Home

  init() throws {
    home = try Home()
    try home.run(
      "event", "create", "ZC", "--title", "专场", "--date", "2026-12-05", "--kind", "special",
      "--eligible", "sex=F", "--starts", "9:30", "--place", "金沙湾", "--theme", "七夕", "--host", "总工会",
      "--hotline", "12351", "--capacity", "2")
  }

  private func rows(_ words: String...) throws -> [String] {
    try home.begin(words + ["--format", "csv"]).end().lines
  }

  @Test func `what is told of an event stands behind what stood there before`() throws {
    let shown = try rows("event", "show", "ZC")
    #expect(
      shown == [
        "code,title,date,kind,pools,max_picks,rule,capacity,verified_only,state,registered,"
          + "waitlisted,arrived,slips,theme,place,starts,host,hotline,eligible,shows_names,"
          + "purged,slips_purged,picks_purged,capacity_men,capacity_women",
        "ZC,专场,2026-12-05,special,two,5,stable,2,false,open,0,0,0,0,七夕,金沙湾,09:30,总工会,12351,"
          + "sex=F,false,,,,,",
      ])
    #expect(try rows("event", "list")[1].hasSuffix(",0,七夕,金沙湾,09:30"))
    try home.run("event", "edit", "ZC", "--place", "", "--eligible", "", "--show-names")
    #expect(try rows("event", "show", "ZC")[1].hasSuffix(",七夕,,09:30,总工会,12351,,true,,,,,"))
    let nothing = try home.run("event", "edit", "ZC", "--theme", "七夕")
    #expect(nothing.status == 0 && nothing.errors.contains("nothing"))
  }

  @Test(arguments: [
    (["--eligible", "agee=3"], "bad-condition"), (["--eligible", "王芳"], "bad-condition"),
    (["--starts", "25:00"], "bad-time"), (["--starts", "now"], "bad-time"),
    (["--place", String(repeating: "长", count: 81)], "too-long"),
    (["--capacity", "130 M60 F60"], "bad-capacity"), (["--capacity", "5 M6"], "bad-capacity"),
  ])
  func `what cannot be is refused, made or changed`(words: [String], code: String) throws {
    let made = try home.run(
      ["event", "create", "B", "--title", "x", "--date", "2026-12-05"] + words)
    #expect(made.status == 65 && made.errors.hasPrefix("refused: \(code): "))
    let changed = try home.run(["event", "edit", "ZC"] + words)
    #expect(changed.status == 65 && changed.errors.hasPrefix("refused: \(code): "))
    #expect(try rows("event", "list").count == 2)
  }

  @Test func `places by pool are told with what they come to`() throws {
    func places(_ capacity: String) throws -> String {
      let ran = try home.run("event", "edit", "ZC", "--capacity", capacity)
      #expect(ran.status == 0, "\(ran.errors)")
      let cells = try rows("event", "show", "ZC")[1].split(
        separator: ",", omittingEmptySubsequences: false)
      return ([cells[7]] + cells.suffix(2)).joined(separator: ",")
    }
    #expect(try places("60+50") == "110,60,50")
    #expect(try places("M30,F20") == "50,30,20")
    #expect(try places("女40") == ",,40")
    #expect(try places("100 F40") == "100,,40")
    #expect(try places("unlimited") == ",,")
    #expect(try places("7") == "7,,")
  }

  @Test(arguments: ["0", "-1", "60/60", "1.5", "男女60", "0+3", "many", "99999999999999999999"])
  func `places that are none are a slip of the keyboard`(capacity: String) throws {
    let words = ["event", "create", "B", "--title", "x", "--date", "2026-12-05"]
    let made = try home.run(words + ["--capacity=\(capacity)"])
    #expect(made.status == 64 && made.errors.contains("--capacity"), "\(made.errors)")
  }

  @Test func `an event of one pool has one number of places`() throws {
    let words = ["event", "create", "B", "--title", "x", "--date", "2026-12-05", "--pools", "one"]
    let made = try home.run(words + ["--capacity", "30+30"])
    #expect(made.status == 65 && made.errors.hasPrefix("refused: bad-capacity: "))
    #expect(try home.run(words + ["--capacity", "60"]).status == 0)
  }

  @Test func `guests stand in order of registration with their places on the waiting list`() throws
  {
    for (number, sex) in [("A1", "F"), ("A2", "M"), ("A3", "F"), ("A4", "F"), ("A5", "F")] {
      try home.run("member", "add", "--name", "甲\(number)", "--sex", sex, "--number", number)
    }
    let ran = try home.run("event", "register", "ZC", "A1", "A2", "A3", "A4", "A5")
    #expect(ran.status == 65 && ran.errors.hasPrefix("refused: not-eligible: 甲A2 "))
    #expect(
      try rows("event", "guests", "ZC") == [
        "number,name,pool,badge,status,place", "A1,甲A1,F,,registered,", "A3,甲A3,F,,registered,",
        "A4,甲A4,F,,waitlisted,1", "A5,甲A5,F,,waitlisted,2",
      ])
    try home.run("event", "decline", "ZC", "A3")
    #expect(
      try rows("event", "guests", "ZC").dropFirst(2) == [
        "A3,甲A3,F,,declined,", "A4,甲A4,F,,registered,", "A5,甲A5,F,,waitlisted,1",
      ])
    try home.run("checkin", "ZC", "A1")
    #expect(try rows("checkin", "ZC", "--left", "A1")[1].hasSuffix(",left"))
    #expect(try rows("checkin", "ZC", "--back", "A1")[1].hasSuffix(",checked_in"))
    let again = try home.run("checkin", "ZC", "--back", "A1", "A4")
    #expect(again.status == 64 || again.errors.contains("already-in"))
    let never = try home.run("checkin", "ZC", "--back", "A4")
    #expect(never.status == 65 && never.errors.hasPrefix("refused: not-left: "))
  }

  @Test func `a copy is a new event of the same kind, and its programme waits`() throws {
    try home.write("kind,minutes,title\narrival,30,\nrounds,24,八分钟\n", to: "programme.csv")
    try home.run("programme", "set", "ZC", "--from", "programme.csv")
    try home.run("programme", "next", "ZC")
    #expect(
      try rows("event", "copy", "ZC", "ZC2", "--date", "2027-08-08", "--title", "又一场")[1]
        == "ZC2,又一场,2027-08-08,special,two,5,stable,2,false,open,0,0,0,0,七夕,金沙湾,09:30,总工会,12351,"
        + "sex=F,false,,,,,")
    #expect(
      try rows("programme", "show", "ZC2").dropFirst().map { $0.contains(",waiting,") } == [
        true, true,
      ])
    let taken = try home.run("event", "copy", "ZC", "ZC2", "--date", "2027-08-08")
    #expect(taken.status == 65 && taken.errors.hasPrefix("refused: code-taken: "))
    #expect(try home.run("event", "copy", "NO", "N2", "--date", "2027-08-08").status == 1)
    #expect(try home.run("event", "copy", "ZC", "N2").status == 64)
  }

  @Test func `whom to invite are verified singles whom the event is for and who are on no list`()
    throws
  {
    try home.run(
      "event", "create", "QX", "--title", "七夕", "--date", "2026-12-12", "--eligible", "age=25..40")
    var roster = "编号,姓名,性别,出生年月,审核意见,婚姻状况\n"
    for (number, sex, birth, stamp, marital) in [
      ("M1", "男", "1995", "通过", ""), ("F1", "女", "1996", "通过", ""), ("F2", "女", "1960", "通过", ""),
      ("F3", "女", "1995", "", ""), ("F4", "女", "1995", "通过", "已婚"), ("F5", "女", "1995", "通过", ""),
      ("F6", "女", "1995", "通过", ""), ("F7", "女", "1995", "通过", ""), ("M2", "男", "1995", "通过", ""),
    ] { roster += "\(number),甲\(number),\(sex),\(birth),\(stamp),\(marital)\n" }
    try home.write(roster, to: "roster.csv")
    try home.run("member", "import", "roster.csv")
    try home.run("member", "status", "F6", "seeing")
    try home.run("event", "register", "QX", "M1", "F7")
    try home.run("event", "decline", "QX", "F7")
    let found = try rows("event", "invite", "QX", "--limit", "5")
    #expect(found[0] == "number,name,pool,reason")
    #expect(found.dropFirst().map { $0.prefix(6) }.first?.hasPrefix("F1,") == true)
    #expect(found[1].contains("women are 1 short"))
    let numbers = found.dropFirst().map { String($0.prefix(2)) }
    #expect(numbers == ["F1", "M2", "F5"] || numbers == ["F1", "F5", "M2"])
    #expect(try home.run("event", "invite", "QX", "--limit", "0").status == 64)
    #expect(try home.run("event", "invite", "NO").status == 1)
    try home.run(
      "event", "create", "TALK", "--title", "x", "--date", "2026-12-12", "--kind", "talk")
    #expect(try home.run("event", "invite", "TALK").status == 1)
  }

  @Test func `a year's festivals, with its events behind them where they are asked for`() throws {
    let year = try rows("calendar", "2026")
    #expect(year.count == 13 && year[0] == "date,festival")
    #expect(year.contains("2026-08-19,qixi") && year.contains("2026-03-03,lantern"))
    let events = try rows("calendar", "2026", "--events")
    #expect(events[0] == "date,festival,code,title" && events.count == 14)
    #expect(events.last == "2026-12-05,,ZC,专场")
    #expect(try rows("calendar", "2027", "--events").count == 13)
    for year in ["1900", "2100", "0", "-1", "MMXX", "", "99999999999999999999"] {
      #expect(try home.run("calendar", year).status == 64, "\(year)")
    }
  }
}
