import Foundation
import Testing

/// Where outputs may go: a plain file of one's own, and nothing that matters.
@Suite struct `A file that is made for somebody` {
  let home: Home

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 3, women: 0)
    try home.write("编号,姓名,性别\r\nA1,林一,男\r\nA2,,女\r\n", to: "bad.csv")
    _ = try home.shell(
      """
      mkdir folder; echo 论文 > thesis.txt; cp store.sqlite other.sqlite
      ln -s store.sqlite to-store; ln -s thesis.txt to-thesis; ln -s nowhere to-nothing
      ln -s store.sqlite-wal to-log; ln -s bad.csv to-input
      ln -s . here; cp "$(ls backups/*)" old-backup.sqlite
      """)
    return home
  }

  init() throws {
    home = try Home(copyOf: Self.prepared.get())
    link(home.store, home.folder + "/second-name")
  }

  /// Places nothing may be written to, whoever asks, with what is said of them.
  static let refused: [(place: String, word: String)] = [
    ("store.sqlite", "the data file"), ("./store.sqlite", "the data file"),
    ("here/store.sqlite", "the data file"), ("folder/../store.sqlite", "the data file"),
    ("store.sqlite-wal", "the data file"), ("store.sqlite-shm", "the data file"),
    ("store.sqlite-journal", "the data file"), ("store.sqlite.seats", "the data file"),
    ("here/store.sqlite-journal", "the data file"), ("to-store", "the data file"),
    ("second-name", "the data file"), ("to-nothing", "link"), ("to-thesis", "link"),
    ("to-log", ""), ("folder", "folder"), ("folder/", "folder"), (".", "folder"),
    ("/", "folder"), ("pipe", "no ordinary file"), ("/dev/null", "no ordinary file"),
    ("/dev/full", "no ordinary file"), ("/dev/stdout", ""), ("/proc/self/mem", ""),
    ("other.sqlite-wal", "belongs to one"), ("other.sqlite.seats", "belongs to one"),
    ("nowhere/x", "no such folder"), ("thesis.txt/x", "no such folder"),
  ]

  /// Whatever makes a file; the place comes last.
  static let makers = [
    ["member", "import", "bad.csv", "--problems"], ["member", "export", "T1000", "--to"],
    ["store", "backup", "--to"],
  ]

  @Test(arguments: refused.map(\.place), makers)
  func `takes no place that matters`(place: String, words: [String]) throws {
    let word = try #require(Self.refused.first { $0.place == place }).word
    // Not in the home that is copied: whoever copies a pipe waits for ever.
    mkfifo(home.folder + "/pipe", 0o600)
    let before = try fingerprint()
    let ran = try home.begin(words + [place]).end()
    #expect(ran.status == 73, "\(words) \(place): \(ran.status) \(ran.errors)")
    #expect(word.isEmpty || ran.errors.contains(word), "\(place): \(ran.errors)")
    #expect(ran.errors.split(separator: "\n").count == 1 && ran.output.isEmpty, "\(ran.errors)")
    #expect(try fingerprint() == before, "\(words) \(place)")
    let log = try home.run("log", "--limit", "1", "--format", "csv").output
    #expect(log.contains("register"), "and nothing is done: \(log)")
  }

  /// Every file with what it holds; what only follows from being open is left out.
  private func fingerprint() throws -> String {
    try home.shell(
      """
      find . -type f ! -name '*-wal' ! -name '*-shm' ! -name '*.seats' ! -name '*.errors' \
        -exec sha256sum {} + | sort -k2; find . ! -type f -printf '%p %y %l\\n' | sort
      """
    ).output
  }

  @Test(arguments: ["bad.csv", "to-input", "here/bad.csv"])
  func `is never the roster it is about`(place: String) throws {
    let before = try home.text(of: "bad.csv")
    let ran = try home.run("member", "import", "bad.csv", "--problems", place)
    #expect(ran.status == 73, "\(ran.errors)")
    #expect(try home.text(of: "bad.csv") == before)
  }

  @Test(arguments: ["other.sqlite", "old-backup.sqlite", "thesis.txt"])
  func `is a new file for who exports and no database for who mends`(place: String) throws {
    let before = try home.shell("sha256sum \(place)").output
    for words in Self.makers.dropLast() {
      if place == "thesis.txt", words[1] == "import" { continue }
      #expect(try home.begin(words + [place]).end().status == 73, "\(words) \(place)")
    }
    #expect(try home.shell("sha256sum \(place)").output == before)
    // A backup gives way to a backup, and nothing else does.
    let backup = try home.run("store", "backup", "--to", place)
    #expect(backup.status == (place == "old-backup.sqlite" || place == "other.sqlite" ? 0 : 73))
  }

  @Test(arguments: ["-wal", "-shm", "-journal", ".seats"])
  func `another store that is in use, or was, is no place for a backup`(end: String) throws {
    _ = try home.shell("echo x > other.sqlite\(end)")
    let before = try home.shell("sha256sum other.sqlite").output
    let ran = try home.run("store", "backup", "--to", "other.sqlite")
    #expect(ran.status == 73 && ran.errors.contains("database"), "\(ran.errors)")
    #expect(try home.shell("sha256sum other.sqlite").output == before)
  }

  @Test(arguments: ["mend.csv", "mend.xlsx", "MEND.XLSX", "-x.csv", "名 单.csv", "a"])
  func `is its owner's alone, also over an older one that was not`(place: String) throws {
    _ = try home.shell(
      "echo old > '\(place)' 2>/dev/null || echo old > './\(place)'; chmod 666 ./'\(place)'")
    let ran = try home.run("member", "import", "bad.csv", "--problems=\(place)")
    #expect(ran.status == 65, "\(ran.errors)")
    #expect(try home.shell("stat -c %a ./'\(place)'").output == "600\n")
    #expect(try home.shell("ls -A").output.contains(".part") == false)
    if !place.lowercased().hasSuffix("xlsx") {
      #expect(try home.text(of: place).contains("A2,,女"))
    }
  }

  @Test func `goes to standard output where that is asked for`() throws {
    let ran = try home.run("member", "import", "bad.csv", "--problems", "-")
    #expect(ran.status == 65 && ran.output.contains("A2,,女"), "\(ran.errors)")
    #expect(ran.errors.contains("2 rows"))
    #expect(try home.run("member", "export", "T1000", "--to", "-").output.hasPrefix("{"))
    let both = try home.run("member", "import", "bad.csv", "--problems", "-", "--format", "json")
    #expect(both.status == 64)
    #expect(!FileManager.default.fileExists(atPath: home.folder + "/-"))
  }

  @Test func `takes away what a killed one left, and nobody else's`() throws {
    let left = ".queqiao-0123456789abcdef0123456789abcdef.part"
    _ = try home.shell(
      "touch \(left) .queqiao-1.part .queqiao-notes x.part; touch \(left)-journal")
    try home.run("member", "export", "T1000", "--to", "one.json")
    let names = try home.shell("ls -A").output
    #expect(!names.contains(left))
    #expect(names.contains(".queqiao-1.part") && names.contains("x.part"))
  }

  @Test func `a backup's neighbours are let alone`() throws {
    _ = try home.shell("for n in part part-journal part-wal; do echo mine > copy.sqlite.$n; done")
    try home.run("store", "backup", "--to", "copy.sqlite")
    #expect(try home.shell("cat copy.sqlite.part*").output == "mine\nmine\nmine\n")
  }

  @Test(arguments: [
    "store.sqlite", "to-store", "second-name", "store.sqlite.seats", "here/store.sqlite",
  ])
  func `the file itself is no roster to read`(name: String) throws {
    for words in [["member", "import", name], ["event", "register", "QX", "--from", name]] {
      let ran = try home.begin(words).end()
      #expect(ran.status == 66 && ran.errors.contains("the data file itself"), "\(ran.errors)")
    }
    #expect(try home.run("store", "verify").status == 0)
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser has files of somebody else"))
  func `somebody else's file is let alone`() throws {
    _ = try home.shell("chown nobody thesis.txt; chmod 666 thesis.txt")
    for words in Self.makers {
      let ran = try home.begin(words + ["thesis.txt"]).end()
      #expect(ran.status == 73 && ran.errors.contains("nobody"), "\(ran.errors)")
    }
    #expect(try home.text(of: "thesis.txt") == "论文\n")
  }
}
