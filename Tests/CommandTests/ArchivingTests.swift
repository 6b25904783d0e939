import Foundation
import Matchmaking
import Store
import Testing

/// Everything that can be shown, printed or written of an archived evening, searched for whom somebody picked in
/// vain.
@Suite struct `An archived evening` {
  let home: Home

  /// M11 and F33 picked each other; M22 picked F33 and F44, who picked M11: nobody returned these.
  init() throws {
    home = try Home(copyOf: Self.prepared.get())
  }

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 2, women: 2)
    for (who, badge) in [("T1000", "M11"), ("T1001", "M22"), ("T1002", "F33"), ("T1003", "F44")] {
      _ = try home.run("event", "unregister", "QX", who)
      _ = try home.run("event", "register", "QX", who, "--badge", badge)
    }
    try home.run("checkin", "QX", "--all")
    try home.run("ballot", "add", "QX", "M11 33", "F33 11 22", "M22 44", "F44 11")
    try home.run("ballot", "add", "QX", "--replace", "M22 44 33")
    return home
  }

  /// Two who did not both pick each other, by number and by name.
  private let inVain = [
    (["11", "44"], ["王氏0", "李氏3"]), (["22", "44"], ["王氏1", "李氏3"]),
  ]

  /// Whatever a person can get to see: each with what it says.
  private func told() throws -> [(String, String)] {
    var told: [(String, String)] = []
    for words in [
      ["pairs", "QX", "--why"], ["pairs", "QX", "--why", "--format", "json"],
      ["event", "show", "QX"],
      ["event", "guests", "QX"], ["event", "list"], ["log"], ["log", "--format", "json"],
      ["ballot", "missing", "QX"], ["bundle", "conflicts"], ["member", "show", "T1001"],
      ["member", "export", "T1001", "--to", "-"], ["store", "copies"], ["store", "verify"],
      ["hearts", "scores", "QX"], ["thread", "show", "QX"], ["programme", "show", "QX"],
      ["rounds", "show", "QX"], ["member", "list"], ["undo"], ["undo", "--older"],
    ] {
      let ran = try home.run(words)
      for line in (ran.output + "\n" + ran.errors).split(whereSeparator: \.isNewline) {
        told.append((words.joined(separator: " "), String(line)))
      }
    }
    return told
  }

  @Test func `tells nobody whom somebody picked in vain`() throws {
    try home.run("event", "close", "QX")
    let bundle = { (name: String) in
      try home.run("bundle", "export", "--to", name)
      return try home.text(of: name)
    }
    // Able to fail: while they are there, the file and its bundles tell.
    let before = try bundle("before.qq")
    #expect(before.contains("\"chosen\""))
    #expect(try bytesTell())
    let ran = try home.run("event", "archive", "QX", "--yes", "--also-backups")
    #expect(ran.status == 0 && ran.errors.contains("4 slips with 6 picks deleted"), "\(ran.errors)")
    try FileManager.default.removeItem(atPath: home.folder + "/before.qq")
    // A moment has any two numbers sooner or later.
    let moment = /\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-][\d:]+)?|\d{8}-\d{6}/
    for (command, told) in try told() {
      let line = told.replacing(moment, with: "")
      for (badges, names) in inVain {
        #expect(!badges.allSatisfy(line.contains), "\(command): \(line)")
        #expect(!names.allSatisfy(line.contains), "\(command): \(line)")
      }
    }
    let after = try bundle("after.qq")
    #expect(!after.contains("\"chosen\"") && !after.contains("\"picker\""))
    try home.run("store", "backup")
    #expect(!(try bytesTell()))
  }

  /// Whether any file of this home, its backups among them, holds a slip's words.
  private func bytesTell() throws -> Bool {
    let words = ["\"chosen\":\"", "\"picker\":\""]
    let named = "F44"
    var tells = false
    for case let path as String in FileManager.default.enumerator(atPath: home.folder)
      ?? FileManager.DirectoryEnumerator()
    {
      guard let data = FileManager.default.contents(atPath: home.folder + "/" + path) else {
        continue
      }
      for word in words where data.range(of: Data(word.utf8)) != nil { tells = true }
      // What an act told of a slip: whose it was, and how many.
      let slip = Data("\"badge\":\"\(named)\",\"count\":1".utf8)
      if data.range(of: slip) != nil { tells = true }
    }
    return tells
  }

  @Test func `keeps its pairs without ranks, and says what went`() throws {
    try home.run("event", "close", "QX")
    let before = try home.run("pairs", "QX", "--why", "--format", "csv")
    #expect(before.lines.count == 2 && before.lines[1].hasPrefix("M11,F33,1,1,"))
    try home.run("event", "archive", "QX", "--yes")
    let after = try home.run("pairs", "QX", "--why", "--format", "csv")
    #expect(after.lines[0] == before.lines[0])
    #expect(after.lines[1] == before.lines[1].replacing("F33,1,1,", with: "F33,,,"))
    let shown = try home.run("event", "show", "QX", "--format", "json")
    #expect(shown.output.contains("\"slips_purged\": 4, \"picks_purged\": 6"))
    #expect(shown.errors.contains("4 slips with 6 picks deleted, for good"))
  }

  @Test(arguments: [
    (["event", "archive", "QX", "--yes"], "still-open"),
    (["event", "archive", "QX"], "still-open"),
  ])
  func `is not made while slips are taken`(words: [String], code: String) throws {
    let ran = try home.run(words)
    #expect(ran.status == 65 && ran.errors.hasPrefix("refused: \(code): "))
  }

  @Test(arguments: [
    ["ballot", "compare"], ["ballot", "accuracy"], ["ballot", "missing"],
    ["ballot", "add", "M11 33"],
    ["ballot", "settle", "M11 33"],
  ])
  func `says in one sentence that its slips are gone`(words: [String]) throws {
    try home.run("event", "close", "QX")
    try home.run("event", "archive", "QX", "--yes")
    let ran = try home.run(Array(words.prefix(2)) + ["QX"] + words.dropFirst(2))
    #expect(ran.status == 65 && ran.output.isEmpty)
    #expect(
      ran.errors == "refused: already-archived: QX is archived already; its slips are deleted\n")
  }

  @Test func `says that its gate lists decisions alone`() throws {
    try home.run("event", "close", "QX")
    try home.run("event", "archive", "QX", "--yes")
    let ran = try home.run("pairs", "gate", "QX", "--format", "csv")
    #expect(ran.status == 0 && ran.lines.count == 1, "\(ran.output)")
    #expect(ran.errors.contains("archived: this lists what was announced or held back"))
  }

  @Test func `is only made where somebody says yes, and once`() throws {
    try home.run("event", "close", "QX")
    let asked = try home.run("event", "archive", "QX")
    #expect(asked.status == 64 && asked.errors.contains("4 slips with 6 picks would be deleted"))
    #expect(asked.errors.contains("1 pair would stay"))
    #expect(try home.run("pairs", "QX", "--format", "csv").lines[1] == "M11,F33,1,1")
    #expect(try home.run("event", "archive", "QX", "--yes").status == 0)
    let again = try home.run("event", "archive", "QX", "--yes")
    #expect(again.status == 65 && again.errors.hasPrefix("refused: already-archived: "))
    #expect(try home.run("event", "archive", "NO", "--yes").status != 0)
    let rule = try home.run("pairs", "QX", "--rule", "all")
    #expect(rule.status == 65 && rule.errors.hasPrefix("refused: archived: "))
    let undone = try home.run("undo")
    #expect(undone.status == 65 && undone.errors.hasPrefix("refused: cannot-undo: "))
  }
}
