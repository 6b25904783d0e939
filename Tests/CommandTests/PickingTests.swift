import Matchmaking
import Store
import Testing

@Suite struct `Picks and pairs by command` {
  let home: Home

  /// Two men and two women are here, as M01, M02, F01, F02.
  init() throws { home = try Home(copyOf: Self.prepared.get()) }

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 2, women: 2, "--rule", "best")
    try home.run("checkin", "QX", "--all")
    return home
  }

  @Test func `a blank line of a list keeps its place`() throws {
    try home.write(
      "picker,choice1,choice2,choice3\nM01,F02,,F01\nM02,F01,,\nF01,M01,M02,\n", to: "s.csv")
    #expect(try home.run("ballot", "import", "QX", "s.csv").status == 0)
    let ran = try home.run("pairs", "QX", "--format", "csv", "--why")
    #expect(ran.lines[1].hasPrefix("M02,F01,1,2,"))
    #expect(ran.errors.contains("no pair: M01 F01: F01 is paired with M02, whose turn came first"))
    #expect(try home.run("ballot", "import", "QX", "s.csv").output.contains("unchanged"))
  }

  @Test func `a blank line is typed as a dash, and takes one of the picks`() throws {
    #expect(try home.run("ballot", "add", "QX", "M01 - 1", "F01 - - 1").status == 0)
    let ran = try home.run("pairs", "QX", "--format", "csv")
    #expect(ran.lines == ["a_badge,b_badge,a_rank,b_rank", "M01,F01,2,3"])
    let over = try home.run("ballot", "add", "QX", "M02 - - - - - 1")
    #expect(over.status == 65 && over.errors.hasPrefix("refused: too-many: "))
  }

  @Test func `Chinese heads make slips`() throws {
    try home.write("选票人号牌,第一选择,第二选择\n男01,,女02\n女02,男01,\n", to: "s.csv")
    #expect(try home.run("ballot", "import", "QX", "s.csv").status == 0)
    #expect(try home.run("pairs", "QX", "--format", "csv").lines.last == "M01,F02,2,1")
  }

  @Test(arguments: ["M01", "男1", "m01"])
  func `whoever types an old number is told the new one`(old: String) throws {
    try changeBadge()
    for words in [
      ["checkin", "QX", old], ["checkin", "QX", "--left", old], ["ballot", "add", "QX", "F01 1"],
      ["ballot", "add", "QX", old],
    ] {
      let ran = try home.begin(words).end()
      #expect(ran.status == 65)
      #expect(ran.errors.hasPrefix("refused: badge-changed: M01 was changed to M88"), "\(words)")
    }
    try home.write("picker,choice1\nF01,1\nF02,M88\n", to: "s.csv")
    let list = try home.run("ballot", "import", "QX", "s.csv")
    #expect(list.errors.hasPrefix("refused: badge-changed: row 2: M01 was changed to M88"))
    #expect(list.output.contains("F02"))
    #expect(try home.run("ballot", "add", "QX", "F01 9").errors.contains("nobody wears M09"))
    #expect(try home.run("checkin", "QX", "--left", "M88").status == 0)
  }

  /// M01 to M88, as the desk does it: there is no command for it.
  private func changeBadge() throws {
    let context = StoreContext(
      station: "A", operatorName: "", now: { Timestamp(milliseconds: 1_800_000_000_000) },
      random: { 7 })
    let store = try Store.open(home.store, as: .command, context: context)
    let event = try #require(try store.event(code: "QX"))
    let guest = try #require(try store.evening(event.id).guest(wearing: Badge(.men, 1)))
    try store.changeBadge(guest.id, to: 88)
  }

  @Test func `pairs of an open picking are called provisional where they stand`() throws {
    try home.run("ballot", "add", "QX", "M01 1", "F01 1")
    let table = try home.run("pairs", "QX")
    #expect(table.status == 0 && table.errors.isEmpty)
    #expect(
      table.lines.last?.hasPrefix(
        "provisional, may change: picking is still open, slips missing: 2") == true)
    let csv = try home.run("pairs", "QX", "--format", "csv")
    #expect(csv.lines == ["a_badge,b_badge,a_rank,b_rank", "M01,F01,1,1"])
    #expect(csv.errors.hasPrefix("provisional, may change: "))
    #expect(
      try home.run("pairs", "QX", "--format", "json").output.contains(#""provisional": true"#))
    let final = try home.run("pairs", "QX", "--final")
    #expect(
      final.status == 75 && final.output.isEmpty && final.errors.contains("no pairs stand yet"))
    #expect(try home.run("pairs", "QX", changes: ["QUEQIAO_LANG": "zh"]).output.contains("暂定"))
  }

  @Test func `pairs of a closed picking stand`() throws {
    try home.run("ballot", "add", "QX", "M01 1", "F01 1")
    try home.run("event", "close", "QX")
    let table = try home.run("pairs", "QX", "--final")
    #expect(table.status == 0 && table.errors.isEmpty && table.lines.count == 2)
    let json = try home.run("pairs", "QX", "--format", "json").output
    #expect(json.contains(#""provisional": false"#))
  }

  @Test func `one slip without an order does not hide the stable answer of one pool`() throws {
    try home.run("event", "create", "S", "--title", "s", "--date", "2026-12-01", "--pools", "one")
    try home.run("event", "register", "S", "T1000", "T1001", "T1002", "T1003")
    try home.run("checkin", "S", "--all")
    try home.run("ballot", "add", "S", "G02 3 4", "G03 1 4 2")
    try home.run("ballot", "import", "S", "-", "--unranked", input: "picker,choices\nG04,3 2\n")
    let ran = try home.run("pairs", "S", "--why", "--format", "csv")
    #expect(ran.lines.last?.hasPrefix("G03,G04,2,1,") == true)
    #expect(!ran.errors.contains("no stable answer"))
  }

  @Test func `of three in a ring it is said that there is no stable answer`() throws {
    try home.run("event", "create", "S", "--title", "s", "--date", "2026-12-01", "--pools", "one")
    try home.run("event", "register", "S", "T1000", "T1001", "T1002")
    try home.run("checkin", "S", "--all")
    try home.run("ballot", "add", "S", "G01 2 3", "G02 3 1", "G03 1 2")
    let ran = try home.run("pairs", "S", "--format", "csv")
    #expect(ran.errors.contains("there is no stable answer; best was used"))
    #expect(ran.lines.last == "G01,G02,1,2")
  }
}
