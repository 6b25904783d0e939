import Foundation
import Testing

@Suite struct `Several processes at one file` {
  let home: Home

  init() throws { home = try Home() }

  private func numbers(_ range: Range<Int>) -> String {
    range.map { "T\(1_000 + $0)\n" }.joined()
  }

  private func badges() throws -> [String] {
    try home.run("checkin", "QX", "--list", "--format", "csv").lines.dropFirst()
      .filter { $0.hasSuffix(",checked_in") }.map { String($0.prefix { $0 != "," }) }
  }

  @Test func `two doors check in sixty people each and give no badge twice`() throws {
    try home.makeEvening(men: 120, women: 0)
    let doors = try [0..<60, 60..<120].map {
      try home.begin(["checkin", "QX", "--from", "-", "--format", "csv"], input: numbers($0))
    }
    let said = try doors.map { try $0.end() }
    #expect(said.map(\.status) == [0, 0])
    #expect(said.map(\.errors) == ["", ""])
    let printed = said.flatMap { $0.lines.dropFirst() }.map { String($0.prefix { $0 != "," }) }
    #expect(Set(printed).count == 120)
    #expect(try Set(badges()) == Set(printed))
    #expect(try home.run("store", "verify").status == 0)
  }

  @Test func `four writers wait for one another and never fail`() throws {
    try home.makeEvening(men: 40, women: 40)
    let doors = try (0..<4).map { door in
      try home.begin(
        ["checkin", "QX", "--from", "-", "--format", "csv"],
        input: numbers(door * 20..<door * 20 + 20))
    }
    for door in doors {
      let ran = try door.end()
      #expect(ran.status == 0 && ran.errors.isEmpty, "\(ran.errors)")
    }
    #expect(try badges().count == 80)
  }

  @Test func `many find the day's first run and the file missing at once`() throws {
    let deep = "a/b/store.sqlite"
    let runs = try (0..<8).map { place in
      try home.begin([
        "--store", deep, "event", "create", "E\(place)", "--title", "x", "--date", "2026-08-19",
      ])
    }
    for run in runs {
      let ran = try run.end()
      // That the day is past, and on a slow machine whom it waits for.
      let told = ran.errors.split(separator: "\n").filter {
        !$0.hasPrefix("mind: 2026-08-19") && !$0.hasPrefix("waiting for queqiao")
      }
      #expect(ran.status == 0 && told.isEmpty, "\(ran.errors)")
    }
    let events = try home.run("--store", deep, "event", "list", "--format", "csv")
    #expect(events.lines.count == 9)
    let backups = try FileManager.default.contentsOfDirectory(
      atPath: home.folder + "/a/b/backups")
    #expect(backups.count == 1)
  }

  @Test func `several undo at once, each another act`() throws {
    try home.makeEvening(men: 6, women: 0)
    try home.run("checkin", "QX", "--from", "-", input: numbers(0..<6))
    let runs = try (0..<4).map { _ in try home.begin(["undo", "--format", "csv"]) }
    let said = try runs.map { try $0.end() }
    #expect(said.map(\.status) == [0, 0, 0, 0])
    #expect(try badges().count == 2)
  }

  @Test(arguments: [3, 17, 40])
  func `kill -9 loses nothing that was answered`(after: Int) throws {
    try home.makeEvening(men: 60, women: 0)
    let door = try home.begin(
      ["checkin", "QX", "--from", "-", "--format", "csv"], input: numbers(0..<60))
    var printed: [String] = []
    _ = door.line()
    while printed.count < after, let line = door.line() { printed.append(line) }
    door.kill()
    while let line = door.line() { printed.append(line) }
    #expect(try door.end().status != 0 || printed.count == 60)
    let kept = Set(
      try home.run("checkin", "QX", "--list", "--format", "csv").output
        .split(whereSeparator: \.isNewline).map(String.init))
    for line in printed where line.hasSuffix("checked_in") { #expect(kept.contains(line)) }
    #expect(try home.run("store", "verify").status == 0)
    #expect(try home.run("checkin", "QX", "--all").status == 0)
    #expect(try Set(badges()).count == 60)
  }

  @Test func `a scanner is answered line by line`() throws {
    try home.makeEvening(men: 2, women: 0)
    let door = try home.begin(["checkin", "QX", "--from", "-", "--format", "csv"], input: "")
    #expect(door.line() == "badge,number,name,at,status")
    for (number, badge) in [("T1001", "M01"), ("T1000", "M02")] {
      try door.say(number + "\n")
      #expect(door.line()?.hasPrefix("\(badge),\(number),") == true)
    }
    try door.hush()
    #expect(try door.end().status == 0)
  }

  @Test func `a list from standard input knows badges and guests that came meanwhile`() throws {
    try home.makeEvening(men: 2, women: 0)
    let door = try home.begin(["checkin", "QX", "--from", "-", "--format", "csv"], input: "")
    _ = door.line()
    try home.write("编号,姓名,性别\nT2000,后来,男\n", to: "late.csv")
    try home.write("member,badge\nT2000,M77\n", to: "badge.csv")
    try home.run("member", "import", "late.csv")
    try home.run("event", "register", "QX", "--from", "badge.csv")
    try home.run("checkin", "QX", "T1000")
    for (typed, number) in [("M77", "T2000"), ("wangshi1", "T1001")] {
      try door.say(typed + "\n")
      #expect(door.line()?.contains(",\(number),") == true)
    }
    try door.say("M01\n")
    try door.hush()
    let ran = try door.end()
    #expect(ran.status == 65 && ran.errors.hasPrefix("refused: already-in: "), "\(ran.errors)")
  }

  @Test func `two badges in one line are nobody`() throws {
    try home.makeEvening(men: 2, women: 0)
    try home.run("checkin", "QX", "--all")
    #expect(try home.run("checkin", "QX", "--left", "M01 M02").status == 1)
  }

  @Test func `nothing is restored under a running command`() throws {
    try home.makeEvening(men: 1, women: 0)
    try home.run("store", "backup")
    let door = try home.begin(["checkin", "QX", "--from", "-"], input: "")
    _ = door.line()
    let refused = try home.run("store", "restore")
    #expect(refused.status == 75 && refused.errors.contains("queqiao \(door.process) is using"))
    try door.hush()
    _ = try door.end()
    #expect(try home.run("store", "restore").status == 0)
  }
}
