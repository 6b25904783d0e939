import Foundation
import Testing
import TestSupport

/// Evenings that differ in nothing but whom somebody picked in vain are told alike once they are archived: by
/// every command, in every form and language, and on all paper.
@Suite struct `Archived evenings that differ in picks nobody returned` {
  /// What is typed of two rounds: first, a second time by another clerk, by the paper, corrected, taken back.
  struct Variant: Sendable {
    let first: [String]
    let second: [String]
    let settled: [String]
    let corrected: [String]
    let takenBack: String
    let later: [String]
    /// The same slip at another laptop, and as it stands here.
    let elsewhere: String
    let here: String
  }

  /// M01 and F01, then M02 and F02 pick each other; M03, M04, F03 and F04 pick in vain. As many picks in each.
  static let variants = [
    Variant(
      first: ["M01 1 2", "F01 1", "M02 2", "F02 2", "M03 1 2", "F03 4", "F04 1"],
      second: ["M03 1 4", "F03 4"], settled: ["M03 1 2"], corrected: ["F04 2"],
      takenBack: "M05 1", later: ["M03 4", "F05 3"], elsewhere: "M06 1", here: "M06 2"),
    // The vain ones stand before the returned, and name others.
    Variant(
      first: ["M01 2 1", "F01 1", "M02 2", "F02 2", "M03 4 5", "F03 5", "F04 5"],
      second: ["M03 5 6", "F03 5"], settled: ["M03 5 6"], corrected: ["F04 6"],
      takenBack: "M05 6", later: ["M03 6", "F05 4"], elsewhere: "M06 5", here: "M06 6"),
    // One who picked in vain has a blank slip, and another picks more.
    Variant(
      first: ["M01 3 1", "F01 1", "M02 2", "F02 2", "M03", "F03 4 5 6", "F04 1"],
      second: ["M03 5", "F03 4 5 6"], settled: ["M03 6"], corrected: ["F04 3"],
      takenBack: "M05", later: ["M03 6", "F05 6"], elsewhere: "M06 2", here: "M06 1"),
  ]

  private func home(_ variant: Variant) throws -> Home {
    let home = try Home()
    func must(_ words: [String], _ status: Int32 = 0) throws {
      let ran = try home.run(words)
      #expect(ran.status == status, "\(words) \(ran.errors)")
    }
    try home.makeEvening(men: 6, women: 6)
    try must(["checkin", "QX", "--all"])
    try must(["event", "edit", "QX", "--show-names"])
    try FileManager.default.copyItem(atPath: home.store, toPath: home.folder + "/other.sqlite")
    try must(["--store", home.folder + "/other.sqlite", "ballot", "add", "QX", variant.elsewhere])
    try must(["--store", home.folder + "/other.sqlite", "bundle", "export", "--to", "other.qq"])
    try must(["ballot", "add", "QX", "--by", "Li"] + variant.first + [variant.here])
    try must(["ballot", "add", "QX", variant.takenBack])
    try must(["undo"])
    try must(["ballot", "add", "QX", "--second", "--by", "Wang"] + variant.second)
    try must(["ballot", "settle", "QX"] + variant.settled)
    try must(["ballot", "add", "QX", "--replace"] + variant.corrected)
    try must(["bundle", "merge", "other.qq"])
    let conflicts = try home.run("bundle", "conflicts", "--format", "csv")
    for line in conflicts.lines.dropFirst() {
      let id = String(line.split(separator: ",")[0])
      try must(["bundle", "conflicts", "--settle", id, "--keep", "theirs"])
    }
    try must(["picking", "close", "QX"])
    try must(["picking", "open", "QX", "--rule", "best", "--leave-out-paired"])
    try must(["ballot", "add", "QX"] + variant.later)
    try must(["store", "backup"])
    try must(["event", "close", "QX"])
    try must(["pairs", "announce", "QX", "M01", "F01"])
    try must(["pairs", "why", "QX", "M03"])
    try must(["event", "archive", "QX", "--yes", "--also-backups"])
    for name in ["other.qq", "other.sqlite", "other.sqlite-wal", "other.sqlite-shm"] {
      try? FileManager.default.removeItem(atPath: home.folder + "/" + name)
    }
    return home
  }

  private static let commands: [[String]] =
    [
      ["log", "--limit", "500"], ["event", "show", "QX"], ["event", "list"],
      ["event", "guests", "QX"], ["event", "invite", "QX"], ["pairs", "QX", "--why"],
      ["pairs", "QX", "--why", "--round", "1"], ["pairs", "QX", "--rule", "all"],
      ["pairs", "preview", "QX"], ["pairs", "gate", "QX"], ["pairs", "announced", "QX"],
      ["pairs", "graph", "QX"], ["pairs", "graph", "QX", "--round", "1"],
      ["pairs", "contacts", "QX"], ["couple", "list"], ["ballot", "missing", "QX"],
      ["ballot", "missing", "QX", "--round", "1"], ["ballot", "missing", "QX", "--second"],
      ["ballot", "compare", "QX"], ["ballot", "compare", "QX", "--all"],
      ["ballot", "accuracy", "QX"], ["picking", "list", "QX"], ["hearts", "scores", "QX"],
      ["hearts", "waiting", "QX"], ["thread", "show", "QX"], ["programme", "show", "QX"],
      ["checkin", "QX", "--list"], ["member", "list"], ["member", "show", "T1002"],
      ["member", "export", "T1002", "--to", "-"], ["member", "export", "T1009", "--to", "-"],
      ["bundle", "conflicts"], ["store", "copies"], ["store", "verify"], ["search", "王氏"],
    ]
    + (1...6).flatMap { [["pairs", "why", "QX", "M0\($0)"], ["pairs", "why", "QX", "F0\($0)"]] }
    + [["undo"], ["undo", "--older"], ["redo"]]

  /// All that a home tells, each with how it was asked; moments, keys and sizes of files left out.
  private func told(_ home: Home) throws -> [String: String] {
    let moment = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d[:.\d]*(Z|[+-][\d:]+)?|\b\d\d:\d\d\b/
    let copy = /\d{8}-\d{6}/
    let key = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    var told: [String: String] = [:]
    func tell(_ what: String, _ text: String) {
      told[what] = text.replacing(moment, with: "…").replacing(key, with: "…")
        .replacing(copy, with: "…")
        .replacing(home.folder, with: "~")
    }
    for words in Self.commands {
      for options in [["--format", "csv"], ["--format", "json"], []] {
        // The rest say nothing that Chinese would not.
        let languages = options.isEmpty ? ["zh", "en"] : ["en"]
        for language in languages {
          let ran = try home.run(["--lang", language] + words + options)
          tell((words + options + [language]).joined(separator: " "), ran.output + ran.errors)
        }
      }
    }
    try Missing.check(program: "pdftotext", package: "poppler-utils")
    for kind in ["badges", "doorlist", "ballots", "cards", "tables", "results"] {
      for options in kind == "results" ? [[], ["--everyone"]] : [[]] {
        let name = ([kind] + options).joined()
        let ran = try home.run(["print", kind, "QX", "--to", name + ".pdf"] + options)
        tell("print \(name)", ran.output + ran.errors)
        tell("paper \(name)", try home.shell("pdftotext -enc UTF-8 \(name).pdf -").output)
      }
    }
    _ = try home.run("pairs", "graph", "QX", "--to", "graph.svg")
    tell("svg", (try? home.text(of: "graph.svg")) ?? "")
    return told
  }

  @Test func `are told alike, by every command and on all paper`() throws {
    let homes = try Self.variants.map(home)
    let first = try told(homes[0])
    #expect(first["pairs QX --why --round 1 --format csv en"]?.contains("M01,F01,,,") == true)
    #expect(first["paper results"]?.contains("01") == true, "paper is read")
    for other in homes.dropFirst() {
      let second = try told(other)
      for (what, text) in first { #expect(second[what] == text, "\(what)") }
    }
  }

  @Test func `leave no slip in any file: log of writes, backups, bundles`() throws {
    let home = try home(Self.variants[0])
    try #require(try home.run("bundle", "export", "--to", "after.qq").status == 0)
    try #require(try home.run("store", "backup").status == 0)
    _ = try home.run("member", "edit", "T1000", "--set", "note=later")
    let words = ["\"chosen\":\"", "\"picker\":\""].map { Data($0.utf8) }
    var files = 0
    for case let path as String in FileManager.default.enumerator(atPath: home.folder)
      ?? FileManager.DirectoryEnumerator()
    {
      guard let data = FileManager.default.contents(atPath: home.folder + "/" + path) else {
        continue
      }
      files += 1
      for word in words { #expect(data.range(of: word) == nil, "\(path)") }
    }
    #expect(files > 3)
    #expect(try home.shell("sqlite3 store.sqlite 'SELECT count(*) FROM ballot'").output == "0\n")
    #expect(try home.shell("sqlite3 store.sqlite 'SELECT count(*) FROM pick'").output == "0\n")
  }
}
