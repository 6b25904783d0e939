import Matchmaking
import Store
import Testing

@Suite struct `Slips typed twice, by command` {
  let home: Home

  /// Three men and three women are here, as M01 to M03 and F01 to F03.
  init() throws { home = try Home(copyOf: Self.prepared.get()) }

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 3, women: 3)
    try home.run("checkin", "QX", "--all")
    return home
  }

  private func csv(_ words: String...) throws -> [String] {
    try home.begin(words + ["--format", "csv"]).end().lines
  }

  @Test func `two clerks, a difference, the paper, the rate`() throws {
    try home.run("ballot", "add", "QX", "F01 1 2", "F02 1", "F03 2", "--by", "李梅")
    let same = try csv("ballot", "add", "QX", "F01 1 2", "--second", "--by", "王芳")
    #expect(same.last == "F01,2,same")
    let differs = try home.run("ballot", "add", "QX", "F02 2", "--second", "--by", "王芳")
    #expect(differs.status == 0 && differs.output.contains("differs"))
    #expect(differs.errors.contains("F02") && !differs.errors.contains("M01"))
    #expect(try csv("ballot", "compare", "QX") == ["picker,first,second", "F02,M01,M02"])
    #expect(try csv("ballot", "missing", "QX", "--second").count == 2)
    let closing = try home.run("event", "close", "QX")
    #expect(closing.status == 65 && closing.errors.hasPrefix("refused: slips-differ: "))
    #expect(closing.errors.contains("F02"))
    #expect(try csv("ballot", "settle", "QX", "F02 2").last == "F02,1,settled")
    #expect(try csv("ballot", "compare", "QX") == ["picker,first,second"])
    #expect(
      try csv("ballot", "accuracy", "QX") == [
        "slips,typed_twice,differing,rate", "3,2,1,0.5000",
      ])
    #expect(try home.run("event", "close", "QX").status == 0)
    let late = try home.run("ballot", "settle", "QX", "F02 1")
    #expect(late.status == 65 && late.errors.hasPrefix("refused: picking-closed: "))
  }

  @Test func `nothing of a slip typed once is told to the second clerk`() throws {
    try home.run("ballot", "add", "QX", "F01 1 2")
    for words in [
      ["ballot", "compare", "QX"], ["ballot", "compare", "QX", "--all"],
      ["ballot", "missing", "QX", "--second"], ["ballot", "settle", "QX", "F01 3"],
      ["ballot", "add", "QX", "F02 3", "--second"], ["ballot", "accuracy", "QX"],
    ] {
      let ran = try home.begin(words + ["--format", "json"]).end()
      #expect(!(ran.output + ran.errors).contains("M01"), "\(words)")
      #expect(!(ran.output + ran.errors).contains("M02"), "\(words)")
    }
    #expect(try csv("ballot", "accuracy", "QX").last == "1,0,0,")
  }

  @Test(arguments: [
    (["F01 1 2", "--second"], "differs"), (["F01 2 1", "--second"], "same"),
    (["F01 2 1"], "unchanged"), (["F01", "--second"], "differs"),
    (["F01 2 - 1", "--second"], "differs"),
    (["F01 ２、１", "--second"], "same"), (["女01；2；1", "--second"], "same"),
  ])
  func `the second typing is judged like the first`(words: [String], status: String) throws {
    try home.run("ballot", "add", "QX", "F01 2 1")
    let ran = try home.begin(["ballot", "add", "QX"] + words + ["--format", "csv"]).end()
    #expect(ran.lines.last?.hasSuffix(",\(status)") == true)
  }

  @Test(arguments: [
    (["ballot", "settle", "QX", "F01 1"], "typed-once"),
    (["ballot", "settle", "QX", "F02 1"], "typed-once"),
    (["ballot", "add", "QX", "F01 9", "--second"], "unknown-badge"),
    (["ballot", "add", "QX", "F01 F02", "--second"], "own-pool"),
    (["ballot", "add", "QX", "F01 F01", "--second"], "self"),
    (["ballot", "add", "QX", "F01 2 2", "--second"], "repeated"),
    (["ballot", "add", "QX", "F01 1", "--second", "--by", "李梅"], "same-clerk"),
    (["ballot", "add", "QX", "F01 1"], "already-in"),
    (["ballot", "add", "QX", "F01 1", "--round", "2"], "no-such-round"),
    (["ballot", "compare", "QX", "--round", "9"], "no-such-round"),
    (["ballot", "missing", "QX", "--round", "0"], "no-such-round"),
    (["pairs", "QX", "--round", "2"], "no-such-round"),
    (["picking", "open", "QX"], "round-open"), (["picking", "close", "QX", "4"], "no-such-round"),
  ])
  func `what cannot be is refused by its code`(words: [String], code: String) throws {
    try home.run("ballot", "add", "QX", "F01 2", "--by", "李梅")
    let ran = try home.begin(words).end()
    #expect(ran.status == 65)
    #expect(ran.errors.contains("refused: \(code): "), "\(words): \(ran.errors)")
  }

  @Test func `a list with unknown badges in the middle drops nothing silently`() throws {
    try home.write(
      "picker,choice1,choice2\nF01,1,2\nF09,1,\nF02,77,1\nF03,2,\nM01,M02,\nM02,F01,F01\nM03,,\n",
      to: "s.csv")
    let ran = try home.run("ballot", "import", "QX", "s.csv", "--format", "csv")
    #expect(ran.status == 65)
    #expect(ran.lines == ["picker,choices,status", "F01,2,saved", "F03,1,saved", "M03,0,saved"])
    for said in ["row 3: nobody wears F09", "row 4: nobody wears M77", "row 6: ", "row 7: "] {
      #expect(ran.errors.contains(said))
    }
    // Whose slips are out is on record, and nothing of whom they pick.
    let log = try home.run("log", "--format", "csv")
    for badge in ["F02", "M01", "M02"] { #expect(log.output.contains("\(badge) ")) }
    #expect(log.output.split(separator: "refuse-slip").count == 4)
    #expect(!log.output.contains("M77"))
  }

  @Test func `a list can be the second typing`() throws {
    try home.run("ballot", "add", "QX", "F01 1", "F02 1")
    try home.write("picker,choices\nF01,1\nF02,1；2\nF03,3\n", to: "s.csv")
    let lines = try csv("ballot", "import", "QX", "s.csv", "--second")
    #expect(lines == ["picker,choices,status", "F01,1,same", "F02,2,differs", "F03,1,saved"])
    #expect(try csv("ballot", "missing", "QX").contains { $0.hasPrefix("F03,") })
  }

  @Test func `rounds have slips, rules and pairs of their own`() throws {
    try home.run("ballot", "add", "QX", "M01 1", "F01 1", "M02 1")
    #expect(try home.run("picking", "close", "QX").status == 0)
    #expect(try home.run("pairs", "QX", "--final").status == 0)
    let opened = try csv(
      "picking", "open", "QX", "--rule", "all", "--max-picks", "2", "--leave-out-paired")
    #expect(
      opened == [
        "round,rule,max_picks,leaves_out_paired,state,slips,missing,typed_twice,unsettled",
        "1,stable,5,false,closed,3,3,0,0", "2,all,2,true,open,0,4,0,0",
      ])
    let left = try home.run("ballot", "add", "QX", "M02 1", "M01 2", "M02 2 3", "F02 2")
    #expect(left.status == 65)
    #expect(
      left.errors.contains("already-paired: F01") && left.errors.contains("already-paired: M01"))
    #expect(try csv("pairs", "QX", "--round", "2").last == "M02,F02,1,1")
    #expect(try csv("pairs", "QX", "--round", "1").last == "M01,F01,1,1")
    #expect(try csv("ballot", "missing", "QX").count == 3)
    #expect(try home.run("event", "close", "QX").status == 0)
    #expect(try csv("picking", "list", "QX").dropFirst().allSatisfy { $0.contains(",closed,") })
  }
}
