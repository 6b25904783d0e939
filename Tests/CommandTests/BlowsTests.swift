import Foundation
import TestSupport
import Testing

/// The real program, struck at its calls that write: whatever was acknowledged is stored, nothing is half
/// there, the file is whole, and the next command works.
@Suite(.serialized) struct `A program that is struck while it writes` {
  /// What is struck, each in a copy of one home with an evening, some guests in, and a backup.
  static let commands: [[String]] = [
    ["checkin", "QX", "T1003", "T1004", "T1005"],
    ["member", "import", "more.csv"],
    ["member", "import", "more.csv", "--problems", "mend.csv"],
    ["member", "import", "more.csv", "--problems", "mend.xlsx"],
    ["event", "create", "NEW", "--title", "新", "--date", "2026-09-09"],
    ["event", "register", "QX", "T1010"],
    ["ballot", "add", "QX", "M01 "],
    ["undo"],
    ["redo"],
    ["event", "close", "QX"],
    ["member", "export", "T1000", "--to", "one.json"],
    ["member", "erase", "T1007", "--yes"],
    ["store", "backup"],
    ["store", "backup", "--to", "copy.sqlite"],
    ["store", "tidy"],
    ["search", "T1001"],
  ]

  static let evening = Result {
    let home = try Home()
    try home.makeEvening(men: 10, women: 4)
    try home.write("编号,姓名,性别\r\nM1,林一,男\r\nM2,,女\r\nM3,林三,女\r\n", to: "more.csv")
    try home.run("checkin", "QX", "T1000", "T1001", "T1002")
    try home.run("event", "create", "GONE", "--title", "x", "--date", "2026-01-01")
    try home.run("undo")
    return home
  }

  private func strike(_ words: [String], _ blow: Blow, at place: Int) throws {
    let home = try Home(copyOf: Self.evening.get())
    let before = try home.acts()
    let text = "\(blow.rawValue) at call \(place) of \(words.joined(separator: " "))"
    let ran = try home.run(words, struck: blow, at: place)
    // A full disk and a bad one are a sentence; the rest of them the program does not live to say.
    if blow == .full || blow == .bad {
      #expect([0, 1, 65, 73, 74, 77].contains(ran.status), "\(text): \(ran.status) \(ran.errors)")
    } else {
      #expect(ran.status == 137 || [0, 1, 65].contains(ran.status), "\(text): \(ran.status)")
    }
    let after = try home.acts()
    try expectWhole(home, text, since: before)
    try expectKept(ran, words, home, text)
    if ran.status == 0, words.first == "event" {
      #expect(after.count == before.count + 1, "\(text): acknowledged, not stored")
    }
    try expectNothingHalf(home, text)
  }

  /// The file is whole, the old log stands in it, and it takes the next change.
  private func expectWhole(_ home: Home, _ text: String, since before: [String]) throws {
    let verified = try home.run("store", "verify")
    #expect(verified.status == 0 && verified.output == "ok\n", "\(text): \(verified.errors)")
    let after = try home.acts()
    let isErasing = text.contains("erase")
    if !isErasing {
      #expect(Array(after.prefix(before.count)) == before, "\(text): the log changed")
    }
    let next = try home.run("event", "create", "NEXT", "--title", "x", "--date", "2099-01-02")
    #expect(next.status == 0 && next.errors.isEmpty, "\(text): then \(next.status) \(next.errors)")
    try home.run("undo")
  }

  /// What was printed as done is done.
  private func expectKept(_ ran: Ran, _ words: [String], _ home: Home, _ text: String) throws {
    guard words.first == "checkin" else { return }
    let said = ran.lines.dropFirst().compactMap { $0.split(separator: " ").dropFirst().first }
    let kept = try home.run("checkin", "QX", "--list", "--format", "csv").lines.filter {
      $0.hasSuffix(",checked_in")
    }
    for number in said {
      #expect(kept.contains { $0.contains(",\(number),") }, "\(text): \(number) was acknowledged")
    }
    #expect(kept.count >= 3 && kept.count <= 6, "\(text)")
  }

  /// Files that were to be made are there whole or not at all, and nothing else is after the next output.
  private func expectNothingHalf(_ home: Home, _ text: String) throws {
    if let json = try? home.text(of: "one.json") { #expect(json.hasSuffix("}\n"), "\(text)") }
    if let csv = try? home.text(of: "mend.csv") { #expect(csv.hasSuffix("\r\n"), "\(text)") }
    let copies = try home.shell("ls copy.sqlite backups/*.sqlite 2>/dev/null").lines
    for copy in copies {
      let whole = try home.run("--store", copy, "store", "verify")
      #expect(whole.status == 0, "\(text): \(copy): \(whole.errors)")
    }
    try home.run("member", "export", "T1000", "--to", "after.json")
    try home.run("store", "backup")
    let left = try home.shell("ls -A . backups").output
    #expect(!left.contains(".part"), "\(text): \(left)")
  }

  @Test(arguments: commands) func `loses nothing`(words: [String]) throws {
    let count = try Home(copyOf: Self.evening.get()).calls(words).filter { $0.call != "say" }.count
    #expect(count > 4, "\(words)")
    let one = Blow.allCases.randomElement() ?? .kill
    for blow in Blow.allCases {
      let share = blow == .kill || blow == .half ? 0.02 : 0.005
      let places = Torture.places(of: count, share: share, least: blow == one ? 2 : 0)
      for place in places { try strike(words, blow, at: place) }
    }
  }

  @Test func `restoring puts one whole file in the place of another, or does nothing`() throws {
    let whole = try Home(copyOf: Self.evening.get())
    let count = try whole.calls(["store", "restore"]).filter { $0.call != "say" }.count
    // What the backup has; it was made on the first day of all, when the evening had just begun.
    let kept = try whole.acts()
    #expect(try Home(copyOf: Self.evening.get()).acts().starts(with: kept))
    for place in Torture.places(of: count, share: 0.1, least: 4) {
      let home = try Home(copyOf: Self.evening.get())
      let acts = try home.acts()
      let ran = try home.run(["store", "restore"], struck: .kill, at: place)
      let text = "restore, killed at call \(place)"
      #expect(ran.status == 137 || ran.status == 0, "\(text)")
      let verified = try home.run("store", "verify")
      #expect(verified.output == "ok\n", "\(text): \(verified.errors)")
      #expect(try [acts, kept].contains(home.acts()), "\(text)")
      #expect(try home.run("store", "restore").status == 0, "\(text)")
    }
  }

  @Test func `a first run leaves nothing that is refused`() throws {
    let first = ["event", "create", "A", "--title", "x", "--date", "2026-01-02"]
    let count = try Home().calls(first).filter { $0.call != "say" }.count
    for blow in [Blow.kill, .half, .full] {
      for place in Torture.places(of: count, share: 0.15, least: 5) {
        let home = try Home()
        let ran = try home.run(first, struck: blow, at: place)
        let text = "first run, \(blow.rawValue) at call \(place)"
        let again = try home.run("event", "list", "--format", "csv")
        #expect(again.status == 0, "\(text): \(again.errors)")
        #expect(again.lines.count >= (ran.status == 0 ? 2 : 1), "\(text)")
        #expect(try home.run("store", "verify").output == "ok\n", "\(text)")
        let other = try home.run("event", "create", "B", "--title", "x", "--date", "2026-01-03")
        #expect(other.status == 0, "\(text): \(other.errors)")
        let left = try home.shell("ls -A").output
        #expect(!left.contains(".part") || ran.status == 137, "\(text): \(left)")
      }
    }
  }
}

@Suite struct `The order in which the disk is written` {
  let home: Home

  init() throws {
    home = try Home()
    try home.makeEvening(men: 4, women: 0)
  }

  @Test func `a check-in is said only after the log is on the disk`() throws {
    let calls = try home.calls(["checkin", "QX", "T1000", "T1001", "T1002"])
    var isWritten = false
    var said = 0
    for call in calls {
      switch call.call {
      case "pwrite" where call.path.hasSuffix("-wal"): isWritten = true
      case "fdatasync" where call.path.hasSuffix("-wal"), "fsync" where call.path.hasSuffix("-wal"):
        isWritten = false
      case "say":
        #expect(!isWritten, "said while the log was only written")
        said += 1
      default: break
      }
    }
    #expect(said >= 4 && calls.contains { $0.path.hasSuffix("-wal") })
  }

  /// Each makes a file that takes its place by a new name.
  static let makers: [(words: [String], place: String)] = [
    (["store", "backup", "--to", "copy.sqlite"], "copy.sqlite"),
    (["member", "export", "T1000", "--to", "one.json"], "one.json"),
    (["member", "import", "bad.csv", "--problems", "mend.csv"], "mend.csv"),
    (["member", "import", "bad.csv", "--problems", "mend.xlsx"], "mend.xlsx"),
    (["store", "restore"], "/store.sqlite"),
    (["--store", "new/new.sqlite", "event", "list"], "/new.sqlite"),
  ]

  @Test(arguments: makers)
  func `a file takes its place when it is on the disk, and then its name is`(
    words: [String], place: String
  ) throws {
    try home.write("编号,姓名,性别\r\nX1,,男\r\n", to: "bad.csv")
    let calls = try home.calls(words)
    let naming = try #require(
      calls.lastIndex {
        ($0.call == "rename" || $0.call == "link") && $0.path.hasSuffix(place)
      }, "\(calls.map { "\($0.call) \($0.path)" })")
    // A library that writes workbooks does so past the calls that are told.
    let writing = try #require(
      calls[..<naming].lastIndex {
        ["create", "write", "pwrite"].contains($0.call) && $0.path.hasSuffix(".part")
      })
    let sync = try #require(
      calls[writing..<naming].firstIndex { $0.call == "fsync" && $0.path.hasSuffix(".part") },
      "not on the disk before it has its name")
    #expect(sync > writing)
    #expect(
      calls[naming...].contains { $0.call == "fsync" && !$0.path.contains(".") },
      "the folder is on the disk afterwards")
  }
}
