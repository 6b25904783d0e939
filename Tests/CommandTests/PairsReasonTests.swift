import Testing

@Suite struct `Rules, reasons and the picture by command` {
  let home: Home

  /// M01 and M02 both have a mutual pick with F01, who puts M01 first; M03 picks F03 in vain; F02's slip is
  /// blank; F03 picks nobody who is here; M04's slip is not in.
  init() throws { home = try Home(copyOf: Self.prepared.get()) }

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 4, women: 3, "--rule", "stable")
    try home.run("checkin", "QX", "--all")
    try home.run(
      "ballot", "add", "QX", "M01 1", "M02 1 3", "M03 3", "F01 1 2", "F02", "F03 1")
    return home
  }

  @Test func `a preview tells of every rule, and of nobody`() throws {
    let ran = try home.run("pairs", "preview", "QX", "--format", "csv")
    #expect(
      ran.lines == [
        "rule,pairs,total_rank,mutual_left_over", "all,2,5,0", "stable,1,2,1", "best,1,2,1",
        "most,1,2,1",
      ])
    #expect(ran.status == 0)
    let table = try home.run("pairs", "preview", "QX")
    #expect(table.output.contains("provisional"))
    for badge in ["M0", "F0"] { #expect(!table.output.contains(badge)) }
  }

  @Test(arguments: [
    ("M01", "paired", "M01 is paired with F01"), ("F01", "paired", "F01 is paired with M01"),
    (
      "M02", "others-preferred",
      "whoever has a mutual pick with M02 is paired with somebody they ranked higher"
    ), ("M03", "no-mutual-pick", "M03 has no mutual pick"),
    ("F02", "no-mutual-pick", "F02 has no mutual pick"),
    ("F03", "no-mutual-pick", "F03 has no mutual pick"), ("M04", "no-slip", "no slip of M04 is in"),
  ])
  func `why somebody has no partner, on record`(who: String, code: String, sentence: String) throws
  {
    try home.run("event", "close", "QX")
    let ran = try home.run("pairs", "why", "QX", who)
    #expect(ran.status == 0 && ran.output == sentence + "\n" && ran.errors.isEmpty)
    let csv = try home.run("pairs", "why", "QX", who, "--format", "csv")
    #expect(csv.head == "badge,outcome,partners,reason")
    #expect(csv.lines[1].hasPrefix("\(who),\(code),"))
    #expect(csv.lines[1].hasSuffix(sentence))
    let log = try home.run("log", "--limit", "2", "--format", "csv")
    #expect(log.lines.dropFirst().allSatisfy { $0.contains("see-outcome") })
    #expect(log.output.contains(who))
    // It changed nothing, so undo takes back what was done before.
    let undone = try home.run("undo")
    #expect(undone.output.contains("closed") || undone.output.contains("close"))
  }

  @Test func `why is told in Chinese, and of nobody without a badge`() throws {
    let ran = try home.run("--lang", "zh", "pairs", "why", "QX", "男2")
    #expect(ran.lines.first == "凡与 男02 互选的，都已和自己排得更靠前的人牵手")
    #expect(ran.output.contains("暂定结果"))
    let none = try home.run("pairs", "why", "QX", "M77")
    #expect(none.status == 65 && none.errors.hasPrefix("refused: no-badge: "))
    #expect(try home.run("pairs", "why", "NO", "M01").status == 1)
    #expect(try !home.run("log", "--format", "csv").output.contains("M77"))
  }

  @Test func `a picture is drawn of mutual picks alone`() throws {
    try home.run("event", "close", "QX")
    let ran = try home.run("pairs", "graph", "QX")
    #expect(ran.lines.prefix(2) == ["M01 ═ F01 ┄ M02", "M02 ┄ F01"])
    for badge in ["M03", "M04", "F02", "F03"] { #expect(!ran.output.contains(badge)) }
    let csv = try home.run("pairs", "graph", "QX", "--format", "csv")
    #expect(csv.lines == ["group,a_badge,b_badge,is_pair", "1,M01,F01,true", "1,M02,F01,false"])
  }

  @Test func `a picture is a file that is not written over`() throws {
    let ran = try home.run("pairs", "graph", "QX", "--to", "g.svg", "--format", "csv")
    #expect(ran.lines == ["people,pairs,mutual_left_over", "3,1,1"])
    let text = try home.text(of: "g.svg")
    #expect(text.contains(">M01</text>") && text.contains(#"class="left""#))
    for badge in ["M03", "M04", "F02", "F03", "T10"] { #expect(!text.contains(badge)) }
    #expect(try home.run("pairs", "graph", "QX", "--to", "g.svg").status == 73)
    #expect(try home.run("pairs", "graph", "QX", "--to", "").status == 64)
    #expect(try home.text(of: "g.svg") == text)
    #expect(try home.run("pairs", "graph", "QX", "--to", "h.svg").status == 0)
    #expect(try home.text(of: "h.svg") == text)
  }

  /// What differs is told to nobody: M03 picks F02 in place of F03, F02 picks M04 and F03 nobody.
  @Test func `slips that differ only in picks in vain give the same answers`() throws {
    let other = try Home(copyOf: Self.prepared.get())
    try other.run(
      "ballot", "add", "QX", "--replace", "M03 2", "M02 1 2", "F02 4", "F03")
    for words in [
      ["pairs", "QX", "--why", "--format", "csv"], ["pairs", "preview", "QX"],
      ["pairs", "graph", "QX"],
    ] + ["M01", "M02", "M03", "M04", "F01", "F02", "F03"].map({ ["pairs", "why", "QX", $0] }) {
      let (one, two) = (try home.run(words), try other.run(words))
      #expect(one.output == two.output && one.errors == two.errors, "\(words)")
    }
  }

  /// M01 and F01 are both paired, and only F01 was when their turn came: which of them, no reason tells.
  @Test func `where both are paired with others, neither is said to have come first`() throws {
    let other = try Home(copyOf: Self.prepared.get())
    try other.run(
      "ballot", "add", "QX", "--replace", "M01 1 2", "M02 1", "F01 2 1", "F02 3 1")
    let ran = try other.run("pairs", "QX", "--rule", "best", "--why", "--format", "csv")
    #expect(ran.lines.count == 3)
    #expect(
      ran.errors.contains(
        "M01 F01: M01 is paired with F02; F01 is paired with M02; at least one of these had its turn first"
      ))
    let most = try other.run("--lang", "zh", "pairs", "QX", "--rule", "most", "--why")
    #expect(most.errors.contains("女01 与 男02 牵手，这样牵手的最多，名次之和最小"))
  }

  @Test func `whoever is erased is in no record of what was asked`() throws {
    try home.run("pairs", "why", "QX", "M03")
    let number = try home.run("checkin", "QX", "--list", "--format", "csv").lines
      .first { $0.hasPrefix("M03,") }?.split(separator: ",").dropFirst().first
    let who = try #require(number.map(String.init))
    let name = try #require(
      try home.run("member", "list", "--format", "csv").lines
        .first { $0.hasPrefix(who + ",") }?.split(separator: ",").dropFirst().first
        .map(String.init))
    #expect(try home.run("log", "--format", "csv").output.contains(name))
    #expect(try home.run("member", "erase", who, "--yes").status == 0)
    #expect(try !home.run("log", "--format", "csv").output.contains(name))
  }

  @Test(arguments: [("F99", "女99"), ("f99", "女99"), ("Ｍ９９", "男99"), ("女99", "女99")])
  func `a badge of nobody is called in Chinese as badges are`(typed: String, told: String) throws {
    try home.run("event", "close", "QX")
    for words in [["pairs", "why", "QX", typed], ["pairs", "announce", "QX", typed, "M01"]] {
      let ran = try home.run(["--lang", "zh"] + words)
      #expect(ran.status == 65 && ran.errors.contains(" \(told)"), "\(ran.errors)")
    }
  }

  @Test func `most is there for one pool`() throws {
    let made = try home.run(
      "event", "create", "ONE", "--title", "同城", "--date", "2026-12-01", "--pools", "one", "--rule",
      "most")
    #expect(made.status == 0)
    #expect(try home.run("pairs", "ONE", "--format", "csv").status == 0)
  }

  @Test(arguments: [
    ["pairs"], ["pairs", "why", "QX"], ["pairs", "wyh", "QX"], ["pairs", "preview"],
  ])
  func `what is missing or too much is a matter of usage`(words: [String]) throws {
    #expect(try home.run(words).status == 64)
  }
}
