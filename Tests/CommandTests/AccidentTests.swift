import Foundation
import TestSupport
import Testing

/// What happens to files between two commands, and the right sentence for each.
@Suite struct `A file that something happened to` {
  let home: Home

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 4, women: 0)
    try home.run("store", "backup")
    _ = try home.shell("cp store.sqlite older.sqlite; queqiao --store other.sqlite event list")
    try home.run("checkin", "QX", "T1000")
    // As a killed command leaves it: what was said last stands in the log alone.
    let door = try home.begin(["checkin", "QX", "--from", "-"], input: "")
    _ = door.line()
    try door.say("T1001\n")
    _ = door.line()
    door.kill()
    _ = try door.end()
    return home
  }

  init() throws { home = try Home(copyOf: Self.prepared.get()) }

  struct Accident: Sendable, CustomStringConvertible {
    let does: String
    let status: Int32
    let says: String
    /// How many are here afterwards, where the file can be used.
    var here = -1
    var description: String { does }

    init(_ does: String, _ status: Int32, _ says: String, here: Int = -1) {
      (self.does, self.status, self.says, self.here) = (does, status, says, here)
    }
  }

  static let accidents = [
    Accident("true", 0, "", here: 2), Accident("rm store.sqlite-shm", 0, "", here: 2),
    Accident("rm store.sqlite.seats", 0, "", here: 2),
    Accident("rm store.sqlite", 74, "restore it with queqiao store restore"),
    Accident("rm store.sqlite*", 74, "restore it with queqiao store restore"),
    Accident("mv store.sqlite x", 74, "is gone, but there is a backup"),
    Accident(": > store.sqlite", 74, "is empty, but there is a backup"),
    Accident("rm store.sqlite; touch store.sqlite", 74, "is empty"),
    Accident("rm -r store.sqlite backups", 74, "put the file back"),
    Accident("truncate -s 100 store.sqlite", 74, "is damaged"),
    Accident("truncate -s 4096 store.sqlite", 74, "store restore"),
    Accident("rm store.sqlite-*; truncate -s 8192 store.sqlite", 74, "is damaged"),
    Accident("head -c 4096 /dev/zero > store.sqlite", 74, "is damaged"),
    Accident("echo 名单 > store.sqlite", 74, "is damaged"),
    Accident("rm store.sqlite-wal", 0, "store.sqlite-wal is gone or cut", here: 1),
    Accident(": > store.sqlite-wal", 0, "store.sqlite-wal is gone or cut", here: 1),
    Accident("truncate -s 9000 store.sqlite-wal", 0, "store.sqlite-wal is gone or cut", here: 1),
    Accident("head -c 99999 /dev/zero > store.sqlite-wal", 0, "is gone or cut", here: 1),
    Accident("cp older.sqlite store.sqlite", 0, "a log of another file", here: 0),
    Accident("cp $(ls backups/* | head -1) store.sqlite", 0, "a log of another file"),
    Accident("mv older.sqlite store.sqlite", 0, "a log of another file", here: 0),
    Accident("cp older.sqlite store.sqlite; rm store.sqlite-* store.sqlite.seats", 0, "", here: 0),
    Accident("cp store.sqlite-shm store.sqlite-journal", 0, "", here: 2),
    Accident("chmod 400 store.sqlite; chmod 400 store.sqlite-*", 0, "", here: 2),
  ]

  @Test(arguments: accidents)
  func `is told in one sentence, and what is there can be used`(accident: Accident) throws {
    _ = try home.shell(accident.does)
    let ran = try home.run("checkin", "QX", "--list", "--format", "csv")
    let text = "\(accident): \(ran.status) \(ran.errors)"
    #expect(ran.status == accident.status || accident.here < 0 && ran.status == 1, "\(text)")
    #expect(accident.says.isEmpty || ran.errors.contains(accident.says), "\(text)")
    #expect(ran.errors.split(separator: "\n").count <= (accident.here < 0 ? 2 : 1), "\(text)")
    if accident.says.isEmpty { #expect(ran.errors.isEmpty, "\(text)") }
    if accident.here >= 0 {
      #expect(ran.lines.filter { $0.hasSuffix(",checked_in") }.count == accident.here, "\(text)")
      #expect(try home.run("store", "verify").output == "ok\n")
      #expect(try home.run("log").errors.isEmpty, "said once")
    } else if accident.status == 74 {
      // Nothing was made anew meanwhile, and the backup brings it back.
      let again = try home.run("log")
      #expect(again.status == 74 && again.output.isEmpty, "\(text): \(again.errors)")
      guard accident.says != "put the file back" else { return }
      let restored = try home.run("store", "restore")
      #expect(restored.status == 0, "\(restored.errors)")
      #expect(try home.run("store", "verify").output == "ok\n")
      #expect(try home.run("event", "show", "QX").status == 0)
    }
  }

  @Test func `a new one is begun by will alone, and the old backups stay`() throws {
    _ = try home.shell("rm store.sqlite*")
    #expect(try home.run("event", "list").status == 74)
    let begun = try home.run("store", "new")
    #expect(begun.status == 0 && begun.output == home.store + "\n", "\(begun.errors)")
    #expect(try home.run("event", "list", "--format", "csv").lines.count == 1)
    #expect(try home.run("store", "new").status == 73, "not over a file with something in it")
    let restored = try home.run("store", "restore")
    #expect(restored.status == 0 && restored.errors.contains("the file that was there is now"))
    #expect(try home.run("event", "show", "QX").status == 0)
  }

  @Test(arguments: [
    ["event", "create", "NEW", "--title", "x", "--date", "2026-12-01"],
    ["member", "add", "--name", "王芳"], ["member", "import", "r.csv"],
  ])
  func `what a file is begun with begins one, names the backup and keeps it`(words: [String]) throws
  {
    try home.write("姓名\n王芳\n", to: "r.csv")
    _ = try home.shell("rm store.sqlite store.sqlite-*")
    let ran = try home.begin(words).end()
    #expect(ran.status == 0 && ran.errors.contains("so a new one was begun; the backup "))
    #expect(ran.errors.contains("queqiao store restore"), "\(ran.errors)")
    #expect(try home.begin(words).end().errors.contains("begun") == false, "said once")
    #expect(try home.run("event", "show", "QX").status == 1)
    for _ in 0..<20 { try home.run("store", "backup") }
    let older = try home.shell("ls backups/*").output.split(separator: "\n").map(String.init)
    #expect(
      try older.contains { try home.run("--store", $0, "event", "show", "QX").status == 0 },
      "what was there stays, whatever comes after")
  }

  @Test(arguments: [": > store.sqlite", "rm store.sqlite; touch store.sqlite", "rm store.sqlite"])
  func `but not where it was emptied, or its log is there still`(accident: String) throws {
    _ = try home.shell(accident)
    let ran = try home.run("member", "add", "--name", "王芳")
    #expect(ran.status == 74 && ran.output.isEmpty, "\(ran.errors)")
  }

  @Test func `the doctor says so too`() throws {
    _ = try home.shell("rm store.sqlite*")
    let found = try home.run("doctor", "--format", "csv")
    #expect(found.output.contains("file,!,") && found.output.contains("store restore"))
  }

  // MARK: - A full disk

  static let readers = [
    ["event", "list"], ["event", "show", "QX"], ["member", "list"], ["member", "show", "T1000"],
    ["search", "T1002"], ["log"], ["pairs", "QX"], ["ballot", "missing", "QX"],
    ["checkin", "QX", "--list"], ["store", "verify"], ["member", "pending"],
  ]

  @Test(arguments: readers, ["true", "rm store.sqlite-shm", "queqiao log", "rm -r backups"])
  func `on a full disk it is read all the same`(words: [String], state: String) throws {
    _ = try home.shell(state)
    let full = try home.run(
      words + ["--format", "csv"].prefix(words[0] == "store" ? 0 : 2), struck: .full, at: 1)
    let roomy = try home.begin(words + ["--format", "csv"].prefix(words[0] == "store" ? 0 : 2))
      .end()
    #expect(full.status == roomy.status, "\(words): \(full.errors)")
    #expect(full.output == roomy.output && !full.output.isEmpty, "\(words): \(full.errors)")
  }

  @Test(arguments: [["checkin", "QX", "T1002"], ["undo"], ["store", "backup"]])
  func `on a full disk nothing is said to be saved`(words: [String]) throws {
    let before = try home.acts()
    let full = try home.run(words, struck: .full, at: 1)
    #expect(full.status == 74 && full.errors.contains("the disk is full"), "\(full.errors)")
    #expect(try home.acts() == before)
    #expect(try home.begin(words).end().status == 0, "with room it goes on")
  }

  // MARK: - Others

  @Test func `held by somebody, it is waited for, and then said by whom`() throws {
    let descriptor = open(home.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let ran = try home.run("event", "list")
    #expect(ran.status == 75 && ran.output.isEmpty)
    let lines = ran.errors.split(separator: "\n")
    #expect(lines.count == 2, "\(ran.errors)")
    #expect(lines.first?.hasPrefix("waiting for ") == true, "\(ran.errors)")
    #expect(lines.allSatisfy { $0.contains(" \(getpid()) ") }, "\(ran.errors)")
  }

  @Test(arguments: [3, 8, 10, 20, 39])
  func `with few descriptors there is a sentence`(count: Int) throws {
    // Three are what the loader itself takes.
    let ran = try home.shell("ulimit -n \(max(count, 5)); exec '\(Home.program)' event list")
    #expect(ran.status == 74 && ran.errors.contains("ulimit -n 256"), "\(ran.status) \(ran.errors)")
    #expect(ran.errors.split(separator: "\n").count == 1 && ran.output.isEmpty)
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser becomes somebody else"))
  func `a second user is told whose the seats are`() throws {
    _ = try home.shell("chmod 777 .; chmod 666 store.sqlite*; chmod 600 store.sqlite.seats")
    let ran = try home.shell(
      "setpriv --reuid nobody --clear-groups env HOME=/nonexistent '\(Home.program)' event list")
    #expect(ran.status == 77, "\(ran.errors)")
    #expect(ran.errors.contains("store.sqlite.seats belongs to root"), "\(ran.errors)")
  }

  @Test(
    .enabled(if: getuid() == 0, "only the superuser becomes somebody else"),
    arguments: ["700", "711", "2770", "750"])
  func `who may not look into a folder is told whose it is`(rights: String) throws {
    _ = try home.shell(
      """
      chmod 711 .; mkdir closed; queqiao --store closed/s.sqlite event list
      chmod 666 closed/s.sqlite*; chmod \(rights) closed
      """)
    for command in ["event list", "store restore", "event create A --title a --date 2026-01-01"] {
      let ran = try home.shell(
        "setpriv --reuid nobody --regid 65534 --clear-groups env HOME=/nonexistent '\(Home.program)' "
          + "--store '\(home.folder)/closed/s.sqlite' \(command)")
      #expect(ran.status == 77, "\(ran.errors)")
      #expect(ran.errors.contains("closed belongs to root"), "\(ran.errors)")
      #expect(!ran.errors.contains("chmod"), "\(ran.errors)")
    }
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser becomes somebody else"))
  func `a group works in a folder that is meant for it`() throws {
    _ = try home.shell(
      """
      mkdir team; chgrp 54321 team; chmod 2770 team; chmod 711 .
      queqiao --store team/s.sqlite event create A --title a --date 2026-01-01
      chgrp 54321 team/s.sqlite; chmod 660 team/s.sqlite
      queqiao --store team/s.sqlite event create B --title b --date 2026-01-01
      """)
    let member = "setpriv --reuid nobody --regid 54321 --clear-groups env HOME=/nonexistent"
    for code in ["C", "D"] {
      let ran = try home.shell(
        "\(member) '\(Home.program)' --store '\(home.folder)/team/s.sqlite' "
          + "event create \(code) --title x --date 2026-01-01 2>&1")
      #expect(ran.status == 0, "\(ran.output)")
      #expect(!ran.output.contains("backup"), "\(ran.output)")
    }
    let listed = try home.run("--store", "team/s.sqlite", "event", "list", "--format", "csv")
    #expect(listed.lines.count == 5 && listed.errors.isEmpty, "\(listed.errors)")
    #expect(try home.shell("stat -c %a team/s.sqlite").output == "660\n", "and stays theirs")
    // Whoever is not of the group is not let in.
    let other = try home.shell(
      "setpriv --reuid nobody --clear-groups env HOME=/nonexistent '\(Home.program)' "
        + "--store '\(home.folder)/team/s.sqlite' event list")
    #expect([73, 77].contains(other.status), "\(other.errors)")
  }
}
