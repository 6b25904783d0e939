import Foundation
import TestSupport
import Testing

@Suite struct `Erasing at the command line` {
  private let home: Home
  private static let roster = """
    编号,姓名,性别,联系电话,工作单位,备注
    A1,尉迟恭敬,男,13912345678,孤山灯塔,静
    A2,李雷,男,13800000002,市一院,x

    """

  init() throws {
    home = try Home()
    try home.write(Self.roster, to: "r.csv")
    try home.run("member", "import", "r.csv")
  }

  private func isLeft(in file: String) throws -> Bool {
    let bytes = try #require(FileManager.default.contents(atPath: home.folder + "/" + file))
    return ["尉迟恭敬", "13912345678", "孤山灯塔"].contains { bytes.range(of: Data($0.utf8)) != nil }
  }

  @Test(arguments: [
    "尉迟恭敬", "13912345678", "139 1234 5678", "+86 139-1234-5678", "A1", "１３９１２３４５６７８",
  ])
  func `reaches somebody whose import was undone, by whatever they are known by`(
    word: String
  ) throws {
    try home.run("undo")
    #expect(try isLeft(in: "store.sqlite"))
    #expect(try home.run("member", "erase", word).status == 64)
    let ran = try home.run("member", "erase", word, "--yes")
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(try !isLeft(in: "store.sqlite"))
    #expect(try home.run("member", "erase", word, "--yes").status == 1)
    #expect(try home.run("store", "verify").status == 0)
  }

  @Test func `takes filters that ask for them along, and says so`() throws {
    try home.run("member", "list", "--where", "尉迟恭敬", "--save", "一")
    try home.run("member", "list", "--where", "sex=M", "--save", "给尉迟恭敬")
    try home.run("member", "list", "--where", "sex=M", "--save", "三")
    let ran = try home.run("member", "erase", "A1", "--yes")
    #expect(ran.errors.contains("一") && ran.errors.contains("给尉迟恭敬"))
    let kept = try home.run("member", "filters", "--format", "csv")
    #expect(kept.lines.count == 2 && kept.lines.last?.hasPrefix("三,") == true)
    #expect(try !isLeft(in: "store.sqlite"))
    #expect(try !home.run("log", "--format", "csv").output.contains("尉迟"))
  }

  @Test func `names every other file of the folder that tells of them, and leaves it alone`() throws
  {
    try home.write("无关\n", to: "others.txt")
    #expect(try home.shell("iconv -f UTF-8 -t GB18030 r.csv > gbk.csv").status == 0)
    try home.run("member", "export", "A1", "--to", "export.json")
    try home.write("姓名,性别,手机\n尉迟恭敬,不知,13912345678\n", to: "doubtful.csv")
    try home.run("member", "import", "doubtful.csv", "--problems", "mend.xlsx")
    for words in [["member", "erase", "A1"], ["member", "erase", "A1", "--yes"]] {
      let said = try home.run(words).errors
      for name in ["r.csv", "gbk.csv", "export.json", "mend.xlsx"] {
        #expect(said.contains("/\(name)\n"), "\(name): \(said)")
        #expect(FileManager.default.fileExists(atPath: home.folder + "/" + name))
      }
      #expect(!said.contains("others.txt") && !said.contains("/store.sqlite\n"))
    }
  }

  @Test func `takes copies away where asked to, once a new one is made`() throws {
    let first = try home.run("store", "backup").output.trimmingCharacters(in: .newlines)
    try home.run("store", "restore")
    let ran = try home.run("member", "erase", "A1", "--yes", "--also-backups")
    #expect(ran.status == 0 && ran.errors.contains(first), "\(ran.errors)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: home.folder)
    for file in files where file.hasPrefix("backups/") || file.hasPrefix("store") {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: home.folder + "/" + file, isDirectory: &isFolder)
      #expect(try isFolder.boolValue || !isLeft(in: file), "\(file)")
    }
    #expect(files.contains { $0.hasPrefix("backups/store-") && $0.hasSuffix(".sqlite") })
  }

  @Test func `a purge reaches who was entered today only where they are named`() throws {
    #expect(try home.run("member", "purge", "--older-than", "30d", "--yes").lines.count == 1)
    #expect(try home.run("member", "purge", "--yes").status == 64)
    #expect(try home.run("member", "purge", "--older-than", "1d", "--yes").status == 65)
    try home.run("member", "purge", "A1")
    #expect(try isLeft(in: "store.sqlite"))
    #expect(try home.run("member", "purge", "A1", "--yes").status == 0)
    #expect(try !isLeft(in: "store.sqlite"))
    #expect(try home.run("member", "list", "--format", "csv").lines.count == 2)
  }
}

@Suite struct `What is printed of a path or a file somebody meddled with` {
  private static let hostile: [Unicode.Scalar] = [
    "\u{1b}", "\u{7}", "\u{8}", "\u{9b}", "\u{202e}", "\u{2066}", "\u{200b}", "\u{200f}", "\u{7f}",
    "\u{85}",
  ]

  private func isClean(_ ran: Ran) -> Bool {
    !(ran.output + ran.errors).unicodeScalars.contains(where: Self.hostile.contains)
  }

  @Test(arguments: hostile)
  func `has nothing that drives a terminal`(scalar: Unicode.Scalar) throws {
    let home = try Home()
    let path = home.folder + "/a\(scalar)[31mb.sqlite"
    for words in [
      ["store", "path"], ["store", "backup"], ["store", "restore"], ["store", "new"],
      ["member", "import", "n\(scalar).csv"], ["store", "backup", "--to", "/x\(scalar)/y"],
      ["doctor"], ["event", "show", "x\(scalar)"], ["member", "show", "x\(scalar)"],
    ] {
      let ran = try home.begin(words, changes: ["QUEQIAO_STORE": path]).end()
      #expect(isClean(ran), "\(words)")
    }
  }

  @Test func `nor has an export`() throws {
    let home = try Home()
    try home.run("member", "add", "--name", "王芳", "--number", "A1", "--set", "note=x", "extra:a=b")
    try Tampering.run(
      """
      UPDATE act SET operator = 'o' || char(27), summary = json_set(summary, '$.name', char(8238));
      DROP TRIGGER member_updated;
      UPDATE member SET employer = 'e' || char(27) || '[2J', note = char(8238) || char(155) || 'n',
        extras = json_object('h' || char(27), 'v' || char(8238));
      """, in: home.store)
    let ran = try home.run("member", "export", "A1", "--to", "-")
    #expect(ran.status == 0 && isClean(ran) && !ran.output.contains("u001b"))
  }
}
