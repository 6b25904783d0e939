import Foundation
import Testing

/// What `store`, `doctor`, `undo` and their like say of files that are none.
@Suite struct `A file that is not as it should be` {
  let home: Home

  init() throws { home = try Home() }

  /// Each makes `x` something that is no store.
  static let oddities: [(makes: String, status: Int32, word: String)] = [
    ("mkdir x", 65, "not a file of Queqiao"), ("mkfifo x", 65, "not a file of Queqiao"),
    ("ln -s /dev/zero x", 65, "not a file of Queqiao"), ("ln -s x x", 73, "symbolic links"),
    ("ln -s nowhere/x x", 73, "there is no such folder"),
    ("echo text > x", 65, "not a file of Queqiao"),
    ("head -c 9000 /dev/zero > x", 65, "not a file of Queqiao"),
    ("mkdir y; touch y/z; ln -s y/z/x x", 73, "there is no such folder"),
  ]

  @Test(arguments: oddities)
  func `is refused by every command in one sentence`(
    makes: String, status: Int32, word: String
  ) throws {
    _ = try home.shell(makes)
    let before = try home.shell("ls -lA --time-style=+ | grep -v errors")
    for command in ["log", "undo", "redo", "store verify", "store backup", "event list", "demo"] {
      let ran = try home.shell("timeout 20 '\(Home.program)' \(command) --store x")
      #expect(ran.status == status, "\(makes): \(command): \(ran.status) \(ran.errors)")
      #expect(ran.errors.contains(word), "\(makes): \(command): \(ran.errors)")
      #expect(ran.errors.split(separator: "\n").count == 1 && ran.output.isEmpty)
    }
    let doctor = try home.shell("timeout 20 '\(Home.program)' doctor --store x --format csv")
    #expect(doctor.status == 0 && doctor.output.contains(",!,"), "\(doctor.output)")
    #expect(try home.shell("ls -lA --time-style=+ | grep -v errors").output == before.output)
  }

  @Test(arguments: oddities)
  func `is no backup to restore from, nor a place for one`(
    makes: String, status: Int32, word: String
  ) throws {
    try home.makeEvening(men: 1, women: 0)
    _ = try home.shell(makes)
    let restored = try home.shell("timeout 20 '\(Home.program)' store restore x")
    #expect([65, 66, 73, 74].contains(restored.status), "\(restored.status) \(restored.errors)")
    #expect(restored.errors.split(separator: "\n").count == 1, "\(restored.errors)")
    let kept = try home.shell("timeout 20 '\(Home.program)' store backup --to x")
    #expect([73, 74].contains(kept.status), "\(kept.status) \(kept.errors)")
    #expect(kept.errors.split(separator: "\n").count == 1, "\(kept.errors)")
    _ = try home.run("store", "backup", "--to", "good.sqlite")
    let over = try home.shell("timeout 20 '\(Home.program)' store restore good.sqlite --store x")
    if word != "not a file of Queqiao" || !makes.hasPrefix("echo") && !makes.hasPrefix("head") {
      #expect([65, 73].contains(over.status), "\(over.status) \(over.errors)")
      #expect(over.errors.split(separator: "\n").count == 1, "\(over.errors)")
    }
    #expect(try home.run("search", "T1000").status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: home.folder)
    #expect(!left.contains { $0.contains(".part") || $0.contains("restoring") }, "\(left)")
  }

  @Test func `is looked at by the doctor before opening puts it right`() throws {
    try home.makeEvening(men: 1, women: 0)
    _ = try home.shell("chmod 644 store.sqlite")
    let ran = try home.run("doctor", "--format", "csv")
    #expect(ran.output.contains("rights,!,644,chmod 600"), "\(ran.output)")
    #expect(try home.run("doctor", "--format", "csv").output.contains("rights,ok,600,"))
  }

  @Test func `with a folder that takes no files may be looked at`() throws {
    try home.makeEvening(men: 1, women: 0)
    _ = try home.shell("mkdir shut && cp store.sqlite shut/ && chmod 555 shut")
    defer { _ = try? home.shell("chmod 755 shut") }
    let shut = ["--store", "shut/store.sqlite"]
    for words in [["log"], ["event", "list"], ["store", "verify"], ["member", "list"]] {
      let ran = try home.begin(words + shut).end()
      #expect(ran.status == 0 && ran.errors.isEmpty, "\(words) \(ran.errors)")
    }
    for words in [["undo"], ["store", "backup"], ["store", "restore"], ["demo"]] {
      let ran = try home.begin(words + shut).end()
      #expect([66, 73, 77].contains(ran.status), "\(words) \(ran.status) \(ran.errors)")
    }
    let doctor = try home.begin(["doctor", "--format", "csv"] + shut).end()
    #expect(doctor.output.contains("folder,!,"), "\(doctor.output)")
  }

  @Test func `that counts wrong is told with the event, and mended`() throws {
    try home.makeEvening(men: 2, women: 0)
    try Tampering.run("UPDATE tally SET registered = 9 WHERE pool IN ('M', 'F')", in: home.store)
    let told = try home.run("store", "verify")
    #expect(
      told.status == 74 && told.errors.contains("the counts of event QX are off"), "\(told.errors)")
    #expect(told.errors.contains("--mend"))
    #expect(try home.run("doctor", "--format", "csv").output.contains("--mend"))
    let mended = try home.run("store", "verify", "--mend")
    #expect(mended.status == 0 && mended.output == "ok\n", "\(mended.errors)")
    #expect(try home.run("store", "verify").errors.isEmpty)
  }

  @Test func `a demo is not mixed into real data`() throws {
    try home.makeEvening(men: 1, women: 0)
    let before = try home.run("log", "--format", "csv").output
    let ran = try home.run("--store", home.store, "demo")
    #expect(ran.status == 73 && ran.errors.contains("real data") && ran.output.isEmpty)
    #expect(try home.run("log", "--format", "csv").output == before)
    #expect(try home.run("--store", "new.sqlite", "demo", "--people", "4").status == 0)
    let again = try home.run("--store", "new.sqlite", "demo", "--people", "4")
    #expect(again.status == 65 && again.errors.hasPrefix("refused: code-taken: "))
  }

  @Test func `a backup on a full disk leaves no half behind`() throws {
    try home.makeEvening(men: 60, women: 0)
    let ran = try home.shell("ulimit -f 20; queqiao store backup --to copy.sqlite")
    #expect(ran.status == 74 && ran.errors.contains("the disk is full"), "\(ran.errors)")
    let restored = try home.shell("queqiao store backup; ulimit -f 20; queqiao store restore")
    #expect(restored.status == 74 && restored.errors.contains("full"), "\(restored.errors)")
    let left = try home.shell("ls . backups").output
    #expect(!left.contains("copy") && !left.contains("part") && !left.contains("before"), "\(left)")
    #expect(try home.run("store", "verify").status == 0)
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser becomes somebody else"))
  func `of somebody else's is said to be theirs`() throws {
    let home = try Home(isForOthers: true)
    try home.makeEvening(men: 1, women: 0)
    let stranger = try Stranger(home)
    for command in ["log", "undo", "store verify", "store backup", "store restore", "demo"] {
      let ran = try stranger.run(command)
      #expect([66, 73, 77].contains(ran.status), "\(command) \(ran.status) \(ran.errors)")
      #expect(ran.errors.split(separator: "\n").count == 1, "\(ran.errors)")
    }
    let doctor = try stranger.run("doctor --format csv")
    #expect(doctor.output.contains("owner,!,root,"), "\(doctor.output) \(doctor.errors)")
  }
}
