import Foundation
import Testing

/// `programme`, `rounds` and `topics`, as a script meets them.
@Suite struct `The programme of an evening` {
  let home: Home

  /// Five men and four women, all here.
  init() throws { home = try Home(copyOf: Self.prepared.get()) }

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 5, women: 4)
    try home.run("checkin", "QX", "--all")
    try home.write(
      "kind,minutes,title\narrival,30,\nrounds,24,Eight minutes each\nclosing,,\n", to: "p.csv")
    return home
  }

  private func csv(_ words: String...) throws -> [[String]] {
    let ran = try home.run(words + ["--format", "csv"])
    #expect(ran.status == 0, "\(words) \(ran.errors)")
    return ran.lines.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `goes from segment to segment, and undo goes back`() throws {
    let set = try csv("programme", "set", "QX", "--from", "p.csv")
    #expect(
      set.first?.joined(separator: ",")
        == "order,kind,title,minutes,state,started,ends,remaining")
    #expect(
      set.dropFirst().map { Array($0[1...4]) } == [
        ["arrival", "", "30", "waiting"], ["rounds", "Eight minutes each", "24", "waiting"],
        ["closing", "", "0", "waiting"],
      ])
    let running = try csv("programme", "next", "QX")
    #expect(running[1][4] == "running" && (1790...1800).contains(Int(running[1][7]) ?? 0))
    let paused = try csv("programme", "pause", "QX")
    #expect(paused[1][4] == "paused" && paused[1][6].isEmpty)
    #expect(try csv("programme", "show", "QX")[1][7] == paused[1][7])
    let extended = try csv("programme", "extend", "QX", "-5")
    let left = try #require(Int(paused[1][7]))
    #expect(extended[1][7] == "\(left - 300)")
    #expect(try csv("programme", "resume", "QX")[1][4] == "running")
    #expect(
      try csv("programme", "next", "QX").map { $0[4] } == ["state", "done", "running", "waiting"])
    let last = try csv("programme", "next", "QX")
    #expect(last[3][4] == "running" && last[3][7].isEmpty)
    #expect(try csv("programme", "stop", "QX")[3][4] == "done")
    for _ in 0..<3 { try home.run("undo") }
    #expect(
      try csv("programme", "show", "QX").map { $0[4] } == [
        "state", "running", "waiting", "waiting",
      ])
  }

  static let programmes: [(text: String, status: Int32, code: String)] = [
    ("类型,分钟,名称\n入场,３０分钟,\n轮换,24,\n", 0, ""),
    ("minutes,kind\n5,free\n", 0, ""),
    ("名称,环节,时长\n跳舞,自由交流,10 min\n", 0, ""),
    ("kind,minutes,title\nparty,5,\n", 65, "bad-line"),
    ("kind,minutes,title\nfree,-5,\n", 65, "bad-line"),
    ("kind,minutes,title\nfree,5.5,\n", 65, "bad-line"),
    ("kind,minutes,title\nfree,soon,\n", 65, "bad-line"),
    ("kind,minutes,title\nfree,1441,\n", 65, "bad-minutes"),
    ("kind,minutes,title\nfree,99999999999999999999,\n", 65, "bad-line"),
    ("free,5\n", 65, "bad-line"),
    ("", 65, "empty-file"),
  ]

  @Test(arguments: programmes)
  func `is read as people write it, or refused as a whole`(
    text: String, status: Int32, code: String
  ) throws {
    try home.write(text, to: "odd.csv")
    let ran = try home.run("programme", "set", "QX", "--from", "odd.csv")
    #expect(ran.status == status, "\(ran)")
    if status != 0 {
      #expect(ran.errors.hasPrefix("refused: \(code): "), "\(ran.errors)")
      #expect(try home.run("programme", "show", "QX", "--format", "csv").lines.count == 1)
    }
  }

  @Test func `has rounds with their proof, and what began stays`() throws {
    let report = try csv("rounds", "plan", "QX", "--rounds", "5", "--minutes", "8")
    #expect(
      report.first?.joined(separator: ",")
        == "rounds,meetings,total_fit,bound,is_optimal,sit_outs_least,sit_outs_most,repeats,gave_way"
    )
    #expect(Array(report[1][...1]) == ["5", "20"] && report[1][2] == report[1][3])
    #expect(Array(report[1][4...]) == ["true", "1", "1", "0", ""])
    let shown = try csv("rounds", "show", "QX")
    #expect(shown[0] == ["round", "table", "a_badge", "b_badge"] && shown.count == 26)
    for round in 1...5 {
      let seats = shown.filter { $0[0] == "\(round)" }.flatMap { $0[2...] }.filter { !$0.isEmpty }
      #expect(Set(seats).count == 9 && seats.count == 9)
    }
    let meetings = shown.dropFirst().filter { !$0[1].isEmpty }.map { $0[2] + $0[3] }
    #expect(Set(meetings).count == 20)
    let fits = try csv("rounds", "fit", "QX")
    #expect(fits.count == 21 && fits[0] == ["a_badge", "b_badge", "fit"])
    let fit = Dictionary(
      uniqueKeysWithValues: fits.dropFirst().map { ($0[0] + $0[1], Int($0[2]) ?? 0) })
    #expect(meetings.reduce(0) { $0 + (fit[$1] ?? -1) } == Int(report[1][2]))
    #expect(try home.run("rounds", "start", "QX", "2").errors.hasPrefix("refused: round-order"))
    #expect(try home.run("rounds", "start", "QX", "1").status == 0)
    #expect(try home.run("rounds", "start", "QX", "2").status == 0)
    #expect(try home.run("rounds", "finish", "QX", "1").errors.hasPrefix("refused: round-done"))
    #expect(try home.run("rounds", "start", "QX", "1").errors.hasPrefix("refused: round-done"))
    #expect(try home.run("rounds", "start", "QX", "9").errors.hasPrefix("refused: no-round"))
    try home.run("checkin", "QX", "--left", "M05")
    #expect(try csv("rounds", "plan", "QX", "--rounds", "5")[1][0] == "3")
    let again = try csv("rounds", "show", "QX")
    #expect(
      again.filter { ["1", "2"].contains($0[0]) } == shown.filter { ["1", "2"].contains($0[0]) })
    #expect(again.contains { $0.contains("M05") && ($0[0] == "1" || $0[0] == "2") })
    #expect(!again.contains { $0.contains("M05") && Int($0[0]) ?? 0 > 2 })
    try home.run("undo")
    #expect(try csv("rounds", "show", "QX") == shown)
    #expect(try home.run("store", "verify").status == 0)
  }

  @Test func `keeps apart whom the organizer wants apart, by badge, number or name`() throws {
    for who in [["M01", "F01"], ["T1001", "f2"], ["王氏2", "女3"]] {
      #expect(try home.run(["rounds", "forbid", "QX"] + who).status == 0)
    }
    #expect(try home.run("rounds", "forbid", "QX", "M01", "F01").status == 0)
    _ = try csv("rounds", "plan", "QX", "--rounds", "4")
    let meetings = try csv("rounds", "show", "QX").map { $0[2] + $0[3] }
    for pair in ["M01F01", "M02F02", "M03F03"] { #expect(!meetings.contains(pair)) }
    #expect(try csv("rounds", "fit", "QX").count == 18)
    try home.run("rounds", "forbid", "QX", "F01", "M01", "--undo")
    #expect(try csv("rounds", "fit", "QX").count == 19)
    for words in [["M01", "M01"], ["M01", "M99"], ["M01", "nobody"], ["M01", ""]] {
      let ran = try home.run(["rounds", "forbid", "QX"] + words)
      #expect(ran.status == 65 && ran.errors.hasPrefix("refused: "), "\(words) \(ran)")
    }
  }

  @Test(arguments: [
    (["rounds", "plan", "QX", "--rounds", "0"], "bad-rounds"),
    (["rounds", "plan", "QX", "--rounds", "101"], "bad-rounds"),
    (["rounds", "plan", "QX", "--rounds", "2", "--tables", "0"], "bad-tables"),
    (["rounds", "plan", "QX", "--rounds", "2", "--minutes", "1441"], "bad-minutes"),
    (["rounds", "report", "QX"], "no-rounds"), (["rounds", "start", "QX", "1"], "no-rounds"),
    (["rounds", "show", "QX", "--round", "1"], "no-rounds"),
    (["rounds", "show", "QX", "--badge", "M77"], "no-badge"),
    (["topics", "plan", "QX", "--rounds", "2", "--size", "1"], "bad-size"),
    (["topics", "plan", "QX", "--rounds", "0", "--size", "4"], "bad-rounds"),
    (["topics", "report", "QX"], "no-rounds"),
    (["programme", "next", "QX"], "no-programme"), (["programme", "stop", "QX"], "no-programme"),
  ])
  func `says in one sentence what cannot be`(words: [String], code: String) throws {
    let ran = try home.run(words)
    #expect(ran.status == 65 && ran.errors.hasPrefix("refused: \(code): "), "\(ran)")
    #expect(ran.errors.split(separator: "\n").count == 1 && ran.output.isEmpty)
  }

  @Test func `has topic tables with topics in turn`() throws {
    try home.write("话题\n旅行\n\n电影，还有书\n", to: "topics.txt")
    let report = try csv(
      "topics", "plan", "QX", "--rounds", "2", "--size", "3", "--topics", "topics.txt")
    #expect(report[0].joined(separator: ",") == "people,tables,rounds,repeats,worst_balance")
    #expect(report[1] == ["9", "3", "2", "0", "1"])
    let shown = try csv("topics", "show", "QX")
    #expect(shown[0] == ["round", "table", "topic", "badge"] && shown.count == 19)
    #expect(Set(shown.dropFirst().map { $0[2] }) == ["旅行", "电影，还有书"])
    for round in 1...2 {
      #expect(Set(shown.filter { $0[0] == "\(round)" }.map { $0[3] }).count == 9)
    }
  }
}
