import Matchmaking
import Store
import Testing

@Suite struct `The red thread and hearts in step by command` {
  let home: Home

  /// M01 to M03 and F01 to F03 are here.
  init() throws { home = try Home(copyOf: Self.prepared.get()) }

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 3, women: 3)
    try home.run("checkin", "QX", "--all")
    try home.write("question,a,b,c\n周末,在家,爬山,看电影\n口味,甜,咸\n", to: "q.csv")
    return home
  }

  private func draw(_ list: String, _ options: String...) throws -> Ran {
    try home.begin(
      ["thread", "draw", "QX", "--from", "-", "--format", "csv"] + options, input: list
    ).end()
  }

  @Test func `the same people and seed give the same draw, however they are written`() throws {
    let first = try draw("badge\nM01\nM02\nF01\nF02\nF03\n", "--seed", "7")
    #expect(first.status == 0 && first.head == "a_badge,b_badge" && first.lines.count == 3)
    #expect(first.errors.hasPrefix("seed 7\n") && first.errors.contains("left over: F0"))
    for list in [
      "F03\nf2\nＭ０２\n男1\n女01\n", "号牌,姓名\n女03,甲\n男02,乙\nF01,丙\nM1,丁\nF02,\n",
      "name,badge\na,M02\nb,M01\nc,F01\nd,F03\ne,F02\n\n",
    ] {
      #expect(try draw(list, "--seed", "7").lines == first.lines, "\(list)")
    }
    let shown = try home.run("thread", "show", "QX", "--format", "csv")
    #expect(shown.lines == first.lines && shown.errors.hasPrefix("seed 7\n"))
  }

  @Test func `without a seed one is told before the draw, and draws the same again`() throws {
    let first = try draw("M01\nM02\nM03\nF01\nF02\nF03\n")
    let seed = try #require(first.errors.split(separator: "\n").first?.split(separator: " ").last)
    #expect(UInt64(seed) != nil)
    #expect(try draw("M01\nM02\nM03\nF01\nF02\nF03\n", "--seed", String(seed)).lines == first.lines)
  }

  @Test(arguments: [
    ("M01\nM09\nF01\n", "unknown-badge: row 2"), ("badge\nM01\nF01\nM01\n", "repeated: row 4"),
    ("M01\nxx\nF01\n", "not-a-badge: row 2"), ("M01\n1\nF01\n", "not-a-badge: row 2"),
    ("M01\nG01\n", "not-a-badge: row 2"), ("M01\nM02\n", "nobody-to-pair: "),
    ("\n", "bad-file: "), ("badge\n", "nobody-to-pair: "), ("M01\n", "nobody-to-pair: "),
  ])
  func `a badge that will not do is named, and nothing is stored`(list: String, code: String) throws
  {
    let ran = try draw(list)
    #expect(ran.status == 65 && ran.errors.contains("refused: \(code)"), "\(ran.errors)")
    #expect(try home.run("thread", "show", "QX").status == 1)
  }

  @Test func `who left or never came is not drawn`() throws {
    try home.run("checkin", "QX", "--left", "M02")
    try home.run("checkin", "QX", "--undo", "F03")
    let ran = try draw("M01\nM02\nF01\nF03\n")
    #expect(ran.errors.contains("refused: left: row 2: M02"))
    #expect(ran.errors.contains("refused: absent: row 4: F03") || ran.errors.contains("row 4"))
  }

  @Test func `who never meets is not drawn together`() throws {
    try home.run("rounds", "forbid", "QX", "M01", "F01")
    for seed in 0..<12 {
      let ran = try draw("M01\nM02\nF01\nF02\n", "--seed", "\(seed)")
      #expect(ran.lines == ["a_badge,b_badge", "M01,F02", "M02,F01"])
    }
    let ran = try draw("M01\nF01\n")
    #expect(ran.errors.contains("refused: nobody-to-pair: "))
  }

  @Test func `equal answers count, of pairs and of the thread, highest first`() throws {
    _ = try draw("M01\nF01\n", "--seed", "1")
    try home.run("ballot", "add", "QX", "M02 2", "F02 2")
    #expect(try home.run("hearts", "questions", "QX", "--from", "q.csv").status == 0)
    let ran = try home.run(
      "hearts", "answer", "QX", "M01 A B", "F01 a －", "M02 CB", "女02　Ｃ　Ｂ")
    #expect(ran.status == 0, "\(ran.errors)")
    let scores = try home.run("hearts", "scores", "QX", "--format", "csv")
    #expect(scores.lines == ["a_badge,b_badge,score,of", "M02,F02,2,2", "M01,F01,1,2"])
  }

  @Test(arguments: [
    ("F01 A", "answer-count: F01: 2 questions, 1 answer"), ("F01 A B A", "answer-count: F01"),
    ("F01 D B", "bad-answer: F01, question 1"), ("F01 A C", "bad-answer: F01, question 2"),
    ("F09 A B", "unknown-badge: "), ("A B", "not-a-badge: "), ("1 A B", "not-a-badge: "),
  ])
  func `answers that will not do are refused with the number and the place`(
    line: String, said: String
  ) throws {
    try home.run("hearts", "questions", "QX", "--from", "q.csv")
    let ran = try home.run("hearts", "answer", "QX", line, "F02 A A")
    #expect(ran.status == 65 && ran.errors.contains("refused: \(said)"), "\(ran.errors)")
    #expect(ran.output.contains("F02"))
  }

  @Test func `answers are corrected where somebody says so, and questions stay then`() throws {
    #expect(
      try home.run("hearts", "answer", "QX", "F01 A A").errors.contains("refused: no-questions: "))
    try home.run("hearts", "questions", "QX", "--from", "q.csv")
    try home.run("hearts", "answer", "QX", "F01 A A")
    #expect(try home.run("hearts", "answer", "QX", "F01 A A").output.contains("unchanged"))
    #expect(try home.run("hearts", "answer", "QX", "F01 A B").errors.contains("already-in"))
    #expect(try home.run("hearts", "answer", "QX", "--replace", "F01 A B").status == 0)
    let again = try home.run("hearts", "questions", "QX", "--from", "q.csv")
    #expect(again.status == 65 && again.errors.contains("refused: answers-in: "))
    #expect(try home.run("hearts", "ask", "QX", "3").errors.contains("refused: no-question: "))
    #expect(try home.run("hearts", "ask", "QX", "2").status == 0)
  }

  @Test(arguments: [
    "question,a,b\n,甜,咸\n", "question,a,b\n口味,甜\n", "question,a,b,c\n口味,甜,,咸\n",
    "question,a,b\n口味,甜,甜\n", "口味\n", "", "question,a,b\n",
  ])
  func `half a list of questions is none`(list: String) throws {
    try home.write("口味,甜,咸\n", to: "good.csv")
    try home.run("hearts", "questions", "QX", "--from", "good.csv")
    try home.write(list, to: "bad.csv")
    #expect(try home.run("hearts", "questions", "QX", "--from", "bad.csv").status == 65)
    #expect(try home.run("hearts", "questions", "QX", "--format", "csv").lines.count == 2)
  }

  @Test func `who has nobody yet is told by mutual picks alone, and on record`() throws {
    try home.run("ballot", "add", "QX", "M01 1 2", "F01 1", "M02 1", "F02 3")
    let first = try home.run("hearts", "waiting", "QX", "--format", "csv")
    #expect(first.lines.dropFirst().map { $0.prefix(3) } == ["M02", "M03", "F02", "F03"])
    // Picks that nobody returned make no difference.
    try home.run("ballot", "add", "QX", "M03 1 3", "F03 1")
    #expect(try home.run("hearts", "waiting", "QX", "--format", "csv").lines != [])
    try home.run("ballot", "add", "QX", "--replace", "M02 3")
    #expect(try home.run("hearts", "waiting", "QX", "--format", "csv").lines.count == 5)
    #expect(try home.run("log", "--format", "csv").output.contains("see-waiting"))
  }
}
