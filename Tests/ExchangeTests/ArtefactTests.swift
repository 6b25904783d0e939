import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

/// What programs put around the values of cells.
@Suite struct `Artefacts of spreadsheets` {
  static let head = "编号,姓名,出生年月,联系电话,身高,微信号,体重,备注,学号"

  /// As CSV has a row of the same cells, and as a sheet has them as texts.
  private func drafts(_ cells: [String]) throws -> [MemberDraft] {
    let quoted = cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
    let csv = RosterReader.readAll(Array((Self.head + "\n" + quoted.joined(separator: ",")).utf8))
    let escaped = cells.map { $0.replacing("&", with: "&amp;") }
    let heads = Self.head.split(separator: ",").map(String.init)
    let sheet = WorkbookMaker(WorkbookMaker.row(1, heads) + WorkbookMaker.row(2, escaped))
    let book = RosterReader.readAll(sheet.bytes)
    #expect(csv.problems.isEmpty && book.problems.isEmpty, "\(csv.problems) \(book.problems)")
    return csv.drafts + book.drafts
  }

  @Test(arguments: [
    ("1001.0", "19920504.0", "13800000001.0", "175.0", "60.0"),
    ("1001.00", "33728.0", "13800000001.000", "175.00", "60.0"),
    ("1.001E3", "1.9920504E7", "1.3800000001E10", "175.0", "60"),
    ("1001,0", "1992-05-04", "1,3800000001E10", "175", "60"),
    ("1,001", "19920504", "13,800,000,001", "175", "60"),
    ("'1001", "'1992-05-04", "'13800000001", "'175", "'60"),
    ("=\"1001\"", "=\"1992-05-04\"", "=\"13800000001\"", "=\"175\"", "=\"60\""),
    ("=1001", "=19920504", "=13800000001", "=175", "=60"),
    ("'1001'", "'1992年5月4日'", "'13800000001'", "'1.75米", "60"),
    ("\u{2018}1001", "\u{2019}1992/5/4", "\u{ff07}13800000001", "`175", "60"),
    ("1001\t", "1992-05-04\t", "\t13800000001", "175\t", "60\t"),
    ("１００１．０", "１９９２０５０４．０", "１３８００００００１．０".replacing("１３８０", with: "１３８００"), "175", "60"),
    ("1001.0", "33728.5", "1.3800000001e+10", "175", "60"),
    ("''1001", "''1992.5.4", "''13800000001", "175", "60"),
  ])
  func `are undone in every column that holds figures`(
    _ number: String, _ birth: String, _ phone: String, _ height: String, _ weight: String
  ) throws {
    for draft in try drafts([number, "甲一", birth, phone, height, phone, weight, "", ""]) {
      #expect(draft.number == "1001")
      #expect(draft.birth == BirthDate("1992-05-04"))
      #expect(draft.phone?.digits == "13800000001" && draft.height == 175)
      #expect(draft.texts[.weight] == "60")
      if !phone.contains("800,") { #expect(draft.texts[.wechat] == "13800000001") }
    }
  }

  @Test func `leave alone what people write`() throws {
    let note = "'90后，视力 5.0"
    for draft in try drafts(["A1.0", "甲一", "", "", "", "'abc", "", note, "5.0"]) {
      #expect(draft.number == "A1.0" && draft.texts[.note] == note)
      #expect(draft.extras == ["学号": "5.0"] && draft.texts[.wechat] == "abc")
    }
    for draft in try drafts(["", "甲一", "", "", "", "", "", "1.0", "'20260001"]) {
      #expect(draft.texts[.note] == "1.0" && draft.extras == ["学号": "20260001"])
    }
  }

  @Test(arguments: [
    "1.38E+10", "1.38E10", "1.3800E10", "1.380000e+10", "13800000001.5", "1.38123457e+10",
  ])
  func `with lost digits stay reported`(_ phone: String) {
    let found = RosterReader.readAll(Array("姓名,联系电话\n甲一,\(phone)\n".utf8))
    #expect(found.problems.map(\.code) == [.unknownPhone])
  }

  @Test func `a text as a formula needs no quotes of CSV around it`() throws {
    let found = try rows("a,b,c\n1,=\"13800000001\",2\n=\"a\",=\"say \"\"x\"\"\",=\"b\"\n")
    #expect(found.allSatisfy { $0.faults.isEmpty && $0.cells.count == 3 })
    #expect(found[1].cells[1] == "=\"13800000001\"")
    let odd = try rows("a,b\n=\"1\"x,2\n=\"1,2\n3,4\n")
    #expect(odd[1].faults.map(\.kind) == [.strayQuote] && odd.last?.cells == ["3", "4"])
  }

  @Test(arguments: [
    ("'007", "007"), ("''007", "'007"), ("=\"a\"", "a"), ("=\"a\"\"b\"", "a\"b"), ("='a'", "='a'"),
    ("=A1", "=A1"), ("=\"a\"&\"b\"", "=\"a\"&\"b\""), ("=\"", "=\""), ("=", "="), ("'", "'"),
    ("'1992-05-04", "1992-05-04"), ("'=\"a\"", "=\"a\""),
    ("'11010519491231002X", "11010519491231002X"),
  ])
  func `are taken off any cell where nothing else can be meant`(_ raw: String, _ text: String) {
    #expect(CellArmour.removed(raw) == text)
  }

  @Test(arguments: ["'007", "''007", "'", "'a", "=\"a\"", "=1", "007", "'-5", "''=x", "'1a", "5.0"])
  func `and our own writing is read back as it was`(_ text: String) {
    #expect(CellArmour.removed(CellArmour.added(text)) == text)
  }

  @Test func `lists of guests and slips are read without them too`() throws {
    let list = Array("member,badge\n1001.0,12.0\n'1002,=\"13\"\n".utf8)
    let guests = try RegistrationLine.read(ByteSource(list))
    #expect(
      guests.rows.map(\.person.member) == ["1001", "1002"]
        && guests.rows.map(\.badge) == ["12", "13"])
    let slips = try BallotLine.read(
      ByteSource(Array("picker,choice1,choice2\nF12,3.0,7.0\n".utf8)))
    #expect(slips.rows.map(\.choices) == [["3", "7"]])
  }
}
