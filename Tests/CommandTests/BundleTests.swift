import Foundation
import Testing

/// `bundle` and `store replica`, as a script meets them.
@Suite struct `Files made apart` {
  let home: Home

  /// The store, and a copy of it beside it that an organizer took along.
  init() throws {
    home = try Home()
    try home.makeEvening(men: 3, women: 3)
    try FileManager.default.copyItem(atPath: home.store, toPath: home.folder + "/b.sqlite")
  }

  private func inCopy(_ words: String...) throws -> Ran {
    try home.run(["--store", home.folder + "/b.sqlite"] + words)
  }

  private var contents: String {
    get throws { try home.shell("sqlite3 store.sqlite .dump").output }
  }

  @Test func `become one, and a second time nothing is new`() throws {
    _ = try inCopy("checkin", "QX", "T1000", "T1001")
    let exported = try inCopy("bundle", "export", "--to", "b.bundle", "--format", "csv")
    #expect(exported.status == 0 && exported.head == "acts,rows,bytes", "\(exported)")
    let before = try contents
    let tried = try home.run("bundle", "merge", "b.bundle", "--dry-run", "--format", "csv")
    #expect(try contents == before)
    let merged = try home.run("bundle", "merge", "b.bundle", "--format", "csv")
    #expect(tried.lines == merged.lines && merged.status == 0)
    #expect(merged.head == "acts,rows,conflicts" && merged.lines.last?.hasSuffix(",0") == true)
    for words in [["bundle", "merge", "b.bundle"], ["bundle", "merge", "b.bundle", "--dry-run"]] {
      let again = try home.run(words + ["--format", "json"])
      #expect(again.status == 0)
      #expect(again.output.contains("{\"acts\": 0, \"rows\": 0, \"conflicts\": 0}"))
    }
    #expect(try home.run("checkin", "QX", "--list").output.contains("T1000"))
    #expect(try home.run("undo").status == 0)
    #expect(try !home.run("checkin", "QX", "--list").output.contains("checked"))
    #expect(try home.run("store", "verify").status == 0)
  }

  @Test func `list what they say differently, until somebody settles it`() throws {
    _ = try inCopy("member", "edit", "T1000", "--set", "note=theirs")
    _ = try home.run("member", "edit", "T1000", "--set", "note=ours")
    _ = try inCopy("bundle", "export", "--to", "b.bundle")
    _ = try home.run("bundle", "merge", "b.bundle")
    let listed = try home.run("bundle", "conflicts", "--format", "csv")
    #expect(listed.head == "id,table,what,ours,theirs,code")
    let conflict = try #require(listed.lines.dropFirst().first)
    #expect(conflict.hasSuffix("edited-apart") && conflict.contains("ours,theirs"))
    let id = String(conflict.prefix(36))
    #expect(try home.run("bundle", "conflicts", "--settle", id).status == 64)
    #expect(try home.run("bundle", "conflicts", "--settle", id, "--keep", "both").status == 64)
    let none = try home.run("bundle", "conflicts", "--settle", "zz", "--keep", "ours")
    #expect(none.status == 65 && none.errors.hasPrefix("refused: no-conflict: "))
    #expect(
      try home.run("bundle", "conflicts", "--settle", id, "--keep", "theirs").status == 0)
    #expect(try home.run("bundle", "conflicts", "--format", "csv").lines.count == 1)
    #expect(try home.run("member", "show", "T1000").output.contains("theirs"))
  }

  /// Whoever wrote last; what stands is the later value everywhere, and `ours` is what was written here.
  @Test(arguments: [true, false], ["ours", "theirs"])
  func `tell which of two values was written here`(isOursLater: Bool, keep: String) throws {
    let edits = [
      { try inCopy("member", "edit", "T1000", "--set", "note=there") },
      { try home.run("member", "edit", "T1000", "--set", "note=here") },
    ]
    for edit in isOursLater ? edits : edits.reversed() { _ = try edit() }
    _ = try inCopy("bundle", "export", "--to", "b.bundle")
    _ = try home.run("bundle", "merge", "b.bundle")
    let stands = try home.run("member", "show", "T1000").output
    #expect(stands.contains(isOursLater ? "here" : "there"))
    let conflict = try #require(
      home.run("bundle", "conflicts", "--format", "csv").lines.dropFirst().first)
    #expect(conflict.hasSuffix("here,there,edited-apart"), "\(conflict)")
    let settled = try home.run(
      "bundle", "conflicts", "--settle", String(conflict.prefix(36)), "--keep", keep)
    #expect(settled.status == 0)
    let shown = try home.run("member", "show", "T1000").output
    #expect(shown.contains(keep == "ours" ? "here" : "there"))
    #expect(!shown.contains(keep == "ours" ? "there" : " here"))
    #expect(try home.run("store", "verify").status == 0)
  }

  /// Each makes `x`.
  static let oddities = [
    ("mkdir x", "not-a-bundle"), ("mkfifo x", "not-a-bundle"), (": > x", "not-a-bundle"),
    ("truncate -s 2G x", "not-a-bundle"), ("ln -s /dev/zero x", "not-a-bundle"),
    ("head -1 b.bundle > x; truncate -s 2G x", "bundle-cut-short"),
    ("head -n -1 b.bundle > x", "bundle-cut-short"),
    ("head -c 900 b.bundle > x", "bundle-cut-short"),
    ("cat b.bundle b.bundle > x", "bundle-altered"),
    ("sed s/QX/QY/ b.bundle > x", "bundle-altered"),
    ("sed 's/$/\\r/' b.bundle > x", "not-a-bundle"), ("true", "no-bundle"),
  ]

  @Test(arguments: oddities)
  func `are not touched by what is no bundle`(makes: String, code: String) throws {
    _ = try inCopy("checkin", "QX", "T1000")
    _ = try inCopy("bundle", "export", "--to", "b.bundle")
    _ = try home.shell(makes)
    let before = try contents
    for more in [[], ["--dry-run"]] {
      let ran = try home.run(["bundle", "merge", "x"] + more)
      #expect(ran.status == 65 && ran.output.isEmpty, "\(ran)")
      #expect(ran.errors.hasPrefix("refused: \(code): "), "\(ran.errors)")
      #expect(ran.errors.split(separator: "\n").count == 1, "\(ran.errors)")
    }
    #expect(try contents == before)
  }

  @Test func `are all as they were where a merge is killed`() throws {
    _ = try inCopy("checkin", "QX", "--all")
    _ = try inCopy("bundle", "export", "--to", "b.bundle")
    for tenths in 0..<6 {
      _ = try home.shell("timeout -s KILL 0.0\(tenths)1 '\(Home.program)' bundle merge b.bundle")
      #expect(try home.run("store", "verify").status == 0)
    }
    #expect(try home.run("bundle", "merge", "b.bundle").status == 0)
    #expect(try home.run("bundle", "merge", "b.bundle", "--format", "csv").lines.last == "0,0,0")
  }

  @Test func `are replicas of their own once they are written to`() throws {
    let first = try home.run("store", "replica", "--format", "csv")
    #expect(first.head == "replica,acts,copied")
    #expect(
      try inCopy("store", "replica", "--format", "csv").output.contains(first.lines[1].prefix(36)))
    _ = try inCopy("checkin", "QX", "T1000")
    let other = try inCopy("store", "replica", "--format", "csv")
    #expect(!other.output.contains(first.lines[1].prefix(36)))
    #expect(try home.run("store", "replica", "--format", "csv").output == first.output)
  }
}
