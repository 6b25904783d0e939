import Foundation
import Testing

/// Evenings that cannot go as they should: what is wrong is one sentence, and nothing is lost.
@Suite struct `Evenings that cannot go as they should` {
  let home: Home

  init() throws { home = try Home() }

  /// An event whose guests are all here.
  private func evening(men: Int, women: Int, _ words: String...) throws {
    let people = [("M", men), ("F", women)].flatMap { sex, count in
      (0..<count).map { "\(sex)\($0),王\(sex)\($0),\(sex),1990-01" }
    }
    try home.write((["number,name,sex,birth"] + people).joined(separator: "\n"), to: "r.csv")
    try home.run("member", "import", "r.csv")
    try home.run(["event", "create", "QX", "--title", "七夕", "--date", "2099-12-05"] + words)
    try home.run(["event", "register", "QX"] + people.map { String($0.prefix { $0 != "," }) })
    try home.run("checkin", "QX", "--all")
  }

  private func plan(_ words: String..., of kind: String = "rounds") throws -> [String] {
    let ran = try home.begin([kind, "plan", "QX"] + words + ["--format", "csv"]).end()
    #expect(ran.status == 0)
    return ran.errors.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [(0, 30), (30, 0)], ["best", "circle"])
  func `of one side alone nobody meets`(sides: (Int, Int), method: String) throws {
    try evening(men: sides.0, women: sides.1)
    let told = try plan("--rounds", "3", "--method", method)
    #expect(told.count == 1 && told[0].contains("nobody can meet anybody"))
    #expect(try plan("--rounds", "2", "--size", "8", of: "topics").isEmpty)
  }

  @Test func `few and many sit out in turn, without a word more`() throws {
    try evening(men: 5, women: 60)
    #expect(try plan("--rounds", "6").isEmpty)
  }

  @Test(arguments: [(4, 3), (8, 15), (3, 0)])
  func `more rounds than partners meet again`(rounds: Int, repeats: Int) throws {
    try evening(men: 3, women: 3)
    let told = try plan("--rounds", "\(rounds)")
    #expect(told.count == (repeats == 0 ? 0 : 1))
    if let line = told.first {
      #expect(line.contains("\(repeats) meetings are with somebody met before"))
    }
  }

  @Test func `everybody forbidden sits out, and who shares a table all the same is counted`() throws
  {
    try evening(men: 2, women: 2)
    for pair in [("M1", "F1"), ("M1", "F2"), ("M2", "F1"), ("M2", "F2")] {
      try home.run("rounds", "forbid", "QX", pair.0, pair.1)
    }
    #expect(try plan("--rounds", "2").first?.contains("nobody can meet anybody") == true)
    let topics = try plan("--rounds", "1", "--size", "4", of: "topics")
    #expect(topics.count == 1 && topics[0].contains("share a table 4 times"))
    #expect(try plan("--rounds", "1", "--size", "2", of: "topics").isEmpty)
  }

  @Test func `places fewer than those who are here are told, and nobody loses theirs`() throws {
    try evening(men: 3, women: 3)
    let edited = try home.run("event", "edit", "QX", "--capacity", "2")
    #expect(
      edited.status == 0 && edited.errors.contains("6 people have a place already, more than 2"))
    #expect(try home.run("event", "edit", "QX", "--capacity", "6").errors.isEmpty)
    #expect(try home.begin(["event", "guests", "QX", "--format", "csv"]).end().lines.count == 7)
  }

  @Test func `a day that is past is told and taken`() throws {
    let made = try home.run("event", "create", "ALT", "--title", "x", "--date", "2020-01-01")
    #expect(made.status == 0 && made.errors.contains("2020-01-01 is past"))
    #expect(
      try home.run("event", "copy", "ALT", "B", "--date", "2019-02-03").errors.contains("is past"))
    #expect(try home.run("event", "edit", "ALT", "--date", "2099-01-01").errors.isEmpty)
    #expect(try home.run("event", "edit", "ALT", "--title", "y").errors.isEmpty)
  }

  @Test(arguments: ["rounds", "topics"])
  func `nobody here is nothing to plan`(kind: String) throws {
    try evening(men: 0, women: 0)
    let words = kind == "rounds" ? ["--rounds", "2"] : ["--rounds", "2", "--size", "4"]
    let ran = try home.run([kind, "plan", "QX"] + words)
    #expect(ran.status == 65 && ran.errors.contains("nobody is here yet"))
  }

  @Test(arguments: [
    ("kind,minutes\nfoo,3\n", "bad-line", "kind (arrival, opening"),
    ("kind,minutes\nrounds,-3\n", "bad-line", "0 to 1440"), ("a,b\n1,2\n", "bad-line", "row 1"),
    ("%PDF-1.7\n1 0 obj\n", "unsupported-file", "document"),
  ])
  func `a file that is no programme says what one is`(text: String, code: String, told: String)
    throws
  {
    try evening(men: 2, women: 2)
    try home.write(text, to: "p.csv")
    let ran = try home.run("programme", "set", "QX", "--from", "p.csv")
    #expect(
      ran.status == 65 && ran.errors.hasPrefix("refused: \(code): ") && ran.errors.contains(told))
  }

  @Test func `topics start and end by their numbers, one round at a time`() throws {
    try evening(men: 4, women: 4)
    #expect(try home.run("topics", "start", "QX", "1").errors.hasPrefix("refused: no-rounds"))
    try home.run("topics", "plan", "QX", "--rounds", "2", "--size", "4")
    #expect(try home.run("topics", "start", "QX", "2").errors.hasPrefix("refused: round-order"))
    #expect(try home.run("topics", "start", "QX", "1").status == 0)
    #expect(try home.run("topics", "finish", "QX", "1").status == 0)
    #expect(try home.run("topics", "start", "QX", "1").errors.hasPrefix("refused: round-done"))
    try home.write(String(repeating: "长", count: 61), to: "t.txt")
    let long = try home.run(
      "topics", "plan", "QX", "--rounds", "2", "--size", "4", "--topics", "t.txt")
    #expect(long.status == 65 && long.errors.contains("a topic is too long"))
  }
}
