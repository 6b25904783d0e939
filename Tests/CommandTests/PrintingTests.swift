import Foundation
import TestSupport
import Testing

@Suite struct `Printing by command` {
  private let home: Home

  init() throws {
    home = try Home()
    try home.makeEvening(men: 3, women: 3)
  }

  private func text(_ name: String) throws -> String {
    try Missing.check(program: "pdftotext", package: "poppler-utils")
    return try home.shell("pdftotext -enc UTF-8 \(name) -").output
  }

  private func badges() throws -> [String] {
    try home.run("checkin", "QX", "--list", "--format", "csv").lines.dropFirst().map {
      String($0.split(separator: ",", omittingEmptySubsequences: false)[0])
    }
  }

  @Test func `badges give everybody a number, and a scan of each lets them in`() throws {
    try Missing.check(program: "zbarimg", package: "zbar-tools")
    let printed = try home.run("print", "badges", "QX", "--to", "b.pdf", "--format", "csv")
    #expect(printed.lines == ["printout,count,pages,numbered", "badges,6,1,6"])
    #expect(printed.status == 0)
    #expect(printed.errors.contains("100 %"))
    // One after the other, as a scanner sees them: the left upper parts of the labels, 90 mm by 54.
    let scanned = try home.shell(
      """
      for y in 106 531 956; do for x in 118 827; do
        pdftoppm -r 200 -png -singlefile -x $x -y $y -W 708 -H 425 b.pdf piece
        zbarimg -q --raw piece.png 2> /dev/null
      done; done
      """)
    let arrived = try home.run(
      "checkin", "QX", "--from", "-", "--format", "csv", input: scanned.output)
    #expect(arrived.status == 0)
    #expect(arrived.lines.count { $0.hasSuffix(",checked_in") } == 6)
  }

  @Test func `a printed number stays, and printing again is told`() throws {
    try home.run("print", "badges", "QX", "--to", "one.pdf")
    try home.run("event", "unregister", "QX", "T1000")
    try home.run("member", "add", "--name", "新来", "--sex", "M")
    try home.run("event", "register", "QX", "新来")
    let again = try home.run("print", "badges", "QX", "--to", "two.pdf")
    #expect(again.status == 0)
    #expect(again.errors.contains("printed 1 time before"))
    let text = try text("two.pdf")
    #expect(!text.contains("M01"))
    for badge in ["M02", "M03", "M04", "F01"] { #expect(text.contains(badge)) }
    let undone = try home.run("undo")
    #expect(undone.status == 65)
    #expect(undone.errors.contains("cannot-undo"))
  }

  @Test func `only those who are new, only those who are named`() throws {
    try home.run("print", "badges", "QX", "T1001", "--to", "one.pdf")
    #expect(try text("one.pdf").contains("M01"))
    let new = try home.run("print", "badges", "QX", "--new", "--to", "new.pdf", "--format", "csv")
    #expect(new.lines.last == "badges,5,1,5")
    #expect(try !text("new.pdf").contains("M01"))
    let none = try home.run("print", "badges", "QX", "--new", "--to", "none.pdf")
    #expect(none.status == 1)
    #expect(!FileManager.default.fileExists(atPath: home.folder + "/none.pdf"))
  }

  @Test func `a font that lacks a character is told with the name, and nobody has a number`() throws
  {
    try home.run("member", "add", "--name", "王\u{10fff0}", "--sex", "M")
    try home.run("event", "register", "QX", "王\u{10fff0}")
    let refused = try home.run("print", "badges", "QX", "--to", "b.pdf")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("refused: no-glyph"))
    #expect(refused.errors.contains("王\u{10fff0}"))
    #expect(!FileManager.default.fileExists(atPath: home.folder + "/b.pdf"))
    #expect(try badges().allSatisfy(\.isEmpty))
    #expect(try home.run("print", "badges", "QX", "--to", "b.pdf", "--allow-boxes").status == 0)
  }

  @Test func `without any Chinese font it says which to install`() throws {
    try home.write(
      "<?xml version=\"1.0\"?><fontconfig><dir>\(home.folder)/fonts</dir>"
        + "<cachedir>\(home.folder)/cache</cachedir></fontconfig>", to: "fonts.conf")
    let refused = try home.run(
      "print", "badges", "QX", "--to", "b.pdf",
      changes: ["FONTCONFIG_FILE": home.folder + "/fonts.conf"])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("refused: no-font"))
    #expect(refused.errors.contains("fonts-noto-cjk"))
  }

  @Test(arguments: ["libcairo.so.2", "libpangocairo-1.0.so.0", "libqrencode.so.4"])
  func `without its libraries the rest runs, and printing says what to install`(
    library: String
  ) throws {
    // Found first, and no library.
    try home.write("", to: library)
    let changes = ["LD_LIBRARY_PATH": home.folder]
    let refused = try home.run("print", "badges", "QX", "--to", "b.pdf", changes: changes)
    #expect(refused.status == 73)
    #expect(refused.errors.contains("sudo apt install"))
    #expect(try badges().allSatisfy(\.isEmpty))
    #expect(try home.run("checkin", "QX", "T1000", changes: changes).status == 0)
  }

  @Test func `what is printed on is never another file`() throws {
    try home.write("mine", to: "b.pdf")
    for place in ["b.pdf", "store.sqlite", ".", "no/where.pdf", "/dev/full", "/proc/b.pdf"] {
      let refused = try home.run("print", "badges", "QX", "--to", place)
      #expect(refused.status == 73, "\(place)")
    }
    #expect(try home.text(of: "b.pdf") == "mine")
    #expect(try badges().allSatisfy(\.isEmpty))
  }

  @Test(arguments: [
    [], ["badges"], ["badges", "QX"], ["badges", "QX", "--to", ""], ["posters", "QX", "--to", "b"],
    ["badges", "QX", "--to", "b", "--offset", "1"],
    ["badges", "QX", "--to", "b", "--offset", "nan,0"],
    ["badges", "QX", "--to", "b", "--offset", "0,999"],
    ["doorlist", "QX", "--to", "b", "--sheet", "a7"],
    ["badges", "QX", "--to", "b", "--sheet", "letter"], ["doorlist", "QX", "--to", "b", "--new"],
    ["badges", "QX", "--to", "b", "--blanks", "3"],
    ["ballots", "QX", "--to", "b", "--blanks", "-1"],
    ["tables", "QX", "--to", "b", "--tables", "0"], ["badges", "QX", "--to", "b", "--tables", "3"],
  ])
  func `what makes no sense is a matter of usage`(words: [String]) throws {
    #expect(try home.run(["print"] + words).status == 64)
  }

  @Test func `an offset may begin with a minus`() throws {
    let words = ["print", "badges", "QX", "--to", "b.pdf", "--offset", "-1.5,2"]
    #expect(try home.run(words).status == 0)
  }

  @Test func `the other papers`() throws {
    #expect(try home.run("print", "doorlist", "QX", "--to", "d.pdf").status == 0)
    #expect(try text("d.pdf").contains("王氏0"))
    #expect(try badges().allSatisfy(\.isEmpty))
    let ballots = try home.run(
      "print", "ballots", "QX", "--to", "v.pdf", "--blanks", "2", "--format", "csv")
    #expect(ballots.lines.last == "ballots,8,2,6")
    #expect(try text("v.pdf").contains("F03"))
    let signs = try home.run("print", "tables", "QX", "--tables", "3", "--to", "t.pdf")
    #expect(signs.status == 0)
    #expect(try text("t.pdf").contains("Table 3"))
    for kind in ["cards", "tables"] {
      let refused = try home.run("print", kind, "QX", "--to", "c.pdf")
      #expect(refused.status == 65)
      #expect(refused.errors.contains("refused: no-rounds"))
    }
  }

  @Test func `cards and signs follow what is planned`() throws {
    try home.run("print", "badges", "QX", "--to", "b.pdf")
    try home.run("rounds", "plan", "QX", "--rounds", "3", "--method", "circle")
    let cards = try home.run("print", "cards", "QX", "--to", "c.pdf", "--format", "csv")
    #expect(cards.lines.last == "cards,6,1,0")
    let shown = try home.run("rounds", "show", "QX", "--badge", "M01", "--format", "csv")
    #expect(shown.lines.count == 4)
    let text = try text("c.pdf")
    for word in ["Round 1", "Round 3", "Table 3", "M01", "F03"] { #expect(text.contains(word)) }
    let signs = try home.run("print", "tables", "QX", "--to", "t.pdf", "--format", "csv")
    #expect(signs.lines.last == "tables,3,2,0")
    #expect(try home.run("topics", "plan", "QX", "--rounds", "2", "--size", "3").status == 0)
    try home.run("print", "cards", "QX", "--to", "both.pdf")
    #expect(try self.text("both.pdf").contains("Topics 2"))
  }

  @Test func `sheets are listed`() throws {
    let all = try home.run("print", "--list-sheets", "--format", "csv")
    #expect(all.head == "sheet,columns,rows,width,height,prints")
    #expect(all.lines.contains("a6,2,2,105,148.5,badges ballots cards tables results"))
    #expect(all.lines.contains("80x50,2,5,80,50,badges cards"))
    #expect(try home.run("print", "badges", "--list-sheets").output.contains("90x54"))
  }

  @Test func `a list of nobody says so`() throws {
    try home.run("event", "create", "LEER", "--title", "空场", "--date", "2026-09-01")
    #expect(try home.run("print", "doorlist", "LEER", "--to", "d.pdf").status == 0)
    #expect(try text("d.pdf").contains("Nobody is registered yet"))
    #expect(try home.run("print", "badges", "LEER", "--to", "b.pdf").status == 1)
  }
}
