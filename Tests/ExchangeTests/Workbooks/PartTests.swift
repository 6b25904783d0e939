import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

/// Parts of a workbook: how they are written, where they lie, whose elements count.
@Suite struct `Parts of a workbook` {
  static let roster = WorkbookMaker.row(1, ["姓名", "备注"]) + WorkbookMaker.row(2, ["张三", "一&amp;二"])
  static let cells = [["姓名", "备注"], ["张三", "一&二"]]

  private func maker(_ sheets: [(String, String, String)]) -> WorkbookMaker {
    var maker = WorkbookMaker()
    maker.sheets = sheets.map { WorkbookMaker.Sheet(name: $0.0, data: $0.1, state: $0.2) }
    return maker
  }

  @Test(arguments: [
    "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16", "UTF-32", "GB18030", "GBK", "UTF-8",
  ])
  func `may be written in any encoding that XML has`(_ name: String) throws {
    let bytes = WorkbookMaker(Self.roster).bytes { part, xml in
      let body = xml.replacing("<?xml version=\"1.0\"?>", with: "")
        .replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", with: "")
      let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?>" + body
      return (try? EncodingsOfTextFiles.encoded(text, name)) ?? []
    }
    #expect(try Outcome(bytes).cells == Self.cells)
  }

  @Test(arguments: [1, 2, 3, 5, 100])
  func `in pieces of any size`(_ size: Int) throws {
    let xml = "<sst><si><t>王一\u{20087}</t></si><si><t>a&#13;b\r\nc_x000D_\r\nd</t></si></sst>"
    for bytes in [
      Array(xml.utf8), [0xff, 0xfe] + WorkbookKind.wide(xml),
      WorkbookKind.wide(xml, isBigEndian: true),
    ] {
      var rest = bytes[...]
      var scanner = try XMLScanner { () throws(WorkbookFault) in
        defer { rest = rest.dropFirst(size) }
        return Inflater.Piece(bytes: Array(rest.prefix(size)))
      }
      let strings = try SharedStrings(&scanner)
      #expect(String(decoding: strings.bytes, as: UTF8.self) == "王一\u{20087}a\rb\nc\r\nd")
    }
  }

  @Test(arguments: [
    ("a_x000D_\r\nb", "a\nb"), ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\nb", "a\nb"),
    ("a&#13;&#10;b", "a\nb"), ("a&#10;b", "a\nb"), ("a_x000D__x000A_b", "a\nb"),
    ("a\r\n\r\nb", "a\n\nb"),
    ("a\r\r\nb", "a\n\nb"), ("<![CDATA[a\r\nb]]>", "a\nb"), ("a_x000D_\nb", "a\nb"),
    ("a_x005F_x000D_b", "a_x000D_b"),
  ])
  func `have one kind of line end`(_ raw: String, _ text: String) throws {
    for data in [
      WorkbookMaker.row(1, ["姓名", "备注"]) + WorkbookMaker.row(2, ["张三", raw]),
      WorkbookMaker.row(1, ["姓名", "备注"])
        + "<row r=\"2\"><c t=\"inlineStr\"><is><t>张三</t></is></c><c t=\"s\"><v>0</v></c></row>",
    ] {
      let book = WorkbookMaker(data, strings: "<si><t xml:space=\"preserve\">\(raw)</t></si>")
      let found = RosterReader.readAll(book.bytes)
      #expect(found.drafts.first?.texts == [.note: text] && found.problems.isEmpty)
    }
  }

  @Test(arguments: [
    ("show", true), ("visible", true), ("", true), ("Visible", true), ("normal", true), ("1", true),
    ("hidden", false), ("veryHidden", false), ("Hidden", false), (" hidden ", false),
  ])
  func `are hidden by two words only`(_ state: String, _ isVisible: Bool) throws {
    let found = try Outcome(maker([("名册", Self.roster, state)]).bytes)
    #expect(found.codes == (isVisible ? [] : ["hidden-sheets"]))
    #expect(found.reader.sheets == ["名册"] && found.rows.count == (isVisible ? 2 : 0))
  }

  @Test func `that are hidden are named where nothing else has rows`() throws {
    let hidden = try Outcome(
      maker([("空", "", ""), ("旧", Self.roster, "hidden"), ("机密", "", "veryHidden")]).bytes)
    #expect(hidden.codes == ["hidden-sheets"])
    #expect(hidden.reader.problems.map(\.evidence) == ["旧"])
    #expect(hidden.reader.problems.allSatisfy(\.isRefusal) && hidden.reader.sheets == ["旧"])
    let other = WorkbookMaker.row(1, ["说明"])
    let beside = try Outcome(maker([("说明", other, ""), ("名册", Self.roster, "hidden")]).bytes)
    #expect(beside.cells == [["说明"]] && beside.codes == ["hidden-sheets"])
    #expect(beside.reader.problems.allSatisfy { !$0.isRefusal })
    let asked = try Outcome(
      maker([("空", "", ""), ("旧", Self.roster, "hidden")]).bytes,
      choosing: ReadingChoice(sheet: "旧"))
    #expect(asked.cells == Self.cells && asked.codes.isEmpty)
  }

  @Test(arguments: [
    "worksheets/%E5%90%8D%E5%86%8C%201.xml", "worksheets/名册 1.xml",
    "/xl/worksheets/%e5%90%8d册%201.xml",
    "../xl/./worksheets/名册%201.xml", "worksheets\\名册 1.xml", "%77orksheets/名册 1.xml",
    "WORKSHEETS/名册 1.XML",
  ])
  func `are found by targets however they are written`(_ target: String) throws {
    for stored in ["xl/worksheets/名册 1.xml", "xl/worksheets/%E5%90%8D%E5%86%8C%201.xml"] {
      var zip = ZipMaker()
      for part in WorkbookMaker(Self.roster).parts {
        let xml = part.xml.replacing("Target=\"worksheets/s0.xml\"", with: "Target=\"\(target)\"")
        let name = part.name == "xl/worksheets/s0.xml" ? stored : part.name
        zip.parts.append(ZipMaker.Part(name: name, bytes: Array(xml.utf8)))
      }
      #expect(try Outcome(zip.bytes).cells == Self.cells)
    }
  }

  @Test func `that are not there make the file damaged, never empty`() throws {
    for missing in ["worksheets/s0.xml", "workbook.xml.rels", "sharedStrings.xml"] {
      var zip = ZipMaker()
      for part in WorkbookMaker(Self.roster, strings: "<si><t>a</t></si>").parts
      where !part.name.hasSuffix(missing) {
        zip.parts.append(ZipMaker.Part(name: part.name, bytes: Array(part.xml.utf8)))
      }
      #expect(try Outcome(zip.bytes).codes == ["damaged-file"], "\(missing)")
    }
    let two = maker([("a", "", ""), ("b", Self.roster, "")])
    var zip = ZipMaker()
    for part in two.parts where !part.name.hasSuffix("s0.xml") {
      zip.parts.append(ZipMaker.Part(name: part.name, bytes: Array(part.xml.utf8)))
    }
    #expect(try Outcome(zip.bytes).cells == Self.cells)
  }

  /// What stands around `<workbookPr date1904="1"/>`, which makes of 32265 the third of May.
  static let books = [
    "<extLst><ext xmlns:x15=\"urn:x15\"><x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst>",
    "<extLst><ext><workbookPr/></ext></extLst>",
    "<x15:workbookPr xmlns:x15=\"urn:x15\" date1904=\"0\"/>",
    "<x:ext xmlns:x=\"urn:x\" xmlns=\"urn:y\"><workbookPr date1904=\"0\"/></x:ext>",
    "<extLst><ext><x15:workbookPr date1904=\"false\"/></ext></extLst>",
    "<workbookPr/>", "<workbookPr date1904=\"0\"/>",
    "<mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice Requires=\"x\"><workbookPr date1904=\"0\"/></mc:Choice></mc:AlternateContent>",
    "<fileRecoveryPr/><extLst><ext><a><b><workbookPr/></b></a></ext></extLst><x/>", "",
  ]

  @Test(arguments: books, ["s=\"1\"", ""])
  func `of other namespaces change no date`(_ behind: String, _ style: String) throws {
    let data =
      WorkbookMaker.row(1, ["姓名", "出生年月"])
      + "<row r=\"2\"><c t=\"inlineStr\"><is><t>张三</t></is></c><c \(style)><v>32265</v></c></row>"
    var book = WorkbookMaker(data, styles: "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>")
    book.is1904 = true
    book.behind = behind
    let found = RosterReader.readAll(book.bytes)
    #expect(found.drafts.first?.birth == BirthDate("1992-05-03") && found.problems.isEmpty)
    book.is1904 = false
    book.behind = behind.replacing("\"0\"", with: "\"1\"").replacing(
      "<workbookPr date", with: "<a:workbookPr xmlns:a=\"urn:a\" date")
    let plain = RosterReader.readAll(book.bytes)
    #expect(plain.drafts.first?.birth == BirthDate("1988-05-02"))
  }

  @Test func `hold elements by the namespace that is declared where they stand`() throws {
    let cell = { (name: String, value: Int) in "<c r=\"\(name)1\"><v>\(value)</v></c>" }
    let other = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    for (inside, cells) in [
      ("<ext xmlns=\"urn:x\">\(cell("A", 8))</ext>\(cell("B", 2))", ["", "2"]),
      ("<ext xmlns=\"urn:x\"/>\(cell("A", 1))\(cell("B", 2))", ["1", "2"]),
      ("<x:c xmlns:x=\"urn:x\" r=\"A1\"><v>8</v></x:c>\(cell("A", 1))", ["1"]),
      ("<s:c xmlns:s=\"\(other)\" r=\"A1\"><s:v>1</s:v></s:c>\(cell("B", 2))", ["1", "2"]),
      ("<x:c r=\"A1\"><x:v>1</x:v></x:c>", ["1"]),
      (
        "<ext xmlns=\"urn:x\"><c xmlns=\"\(WorkbookMaker.names)\" r=\"A1\"><v>1</v></c></ext>",
        ["1"]
      ),
    ] {
      let book = WorkbookMaker("<row r=\"1\">\(inside)</row>")
      #expect(try Outcome(book.bytes).cells == [cells], "\(inside)")
    }
  }

  @Test func `are passed over with all that lies in them, however deep`() throws {
    let cell = "<c r=\"A1\"><v>1</v></c>"
    let deep = String(repeating: "<extLst>", count: 100_000) + "<c/>"
    let ends = String(repeating: "</extLst>", count: 100_000)
    for inside in [
      "<extLst/>\(cell)", "<extLst/><extLst/>\(cell)<extLst/>", "<extLst>\(cell)</extLst>\(cell)",
      "<extLst><extLst/><a/></extLst>\(cell)", "\(deep)\(ends)\(cell)",
    ] {
      let data = "<row r=\"1\">\(inside)</row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"
      #expect(try Outcome(WorkbookMaker(data).bytes).cells == [["1"], ["2"]])
    }
  }

  @Test func `of one name count by the first`() throws {
    var zip = ZipMaker()
    for part in WorkbookMaker(Self.roster).parts {
      var xml = part.xml
      if part.name.hasSuffix("workbook.xml.rels") {
        let again = WorkbookMaker.relation("rId0", "worksheet", "worksheets/none.xml")
        xml = xml.replacing("</Relationships>", with: again + "</Relationships>")
      }
      zip.parts.append(ZipMaker.Part(name: part.name, bytes: Array(xml.utf8)))
    }
    let other = WorkbookMaker(WorkbookMaker.row(1, ["x"])).parts.first { $0.name.contains("s0") }
    zip.parts.append(
      ZipMaker.Part(name: "xl/Worksheets/S0.xml", bytes: Array((other?.xml ?? "").utf8)))
    #expect(try Outcome(zip.bytes).cells == Self.cells)
  }

  @Test func `have sheets by the relationship's own attribute`() throws {
    var zip = ZipMaker()
    for part in WorkbookMaker(Self.roster).parts {
      let xml = part.xml.replacing(
        " r:id=\"rId0\"", with: " x:id=\"no\" xmlns:x=\"urn:x\" x:name=\"no\" r:id=\"rId0\"")
      zip.parts.append(ZipMaker.Part(name: part.name, bytes: Array(xml.utf8)))
    }
    #expect(try Outcome(zip.bytes).reader.sheet == "Sheet1")
  }

  @Test func `with namespaces without end are damaged, not a burden`() throws {
    let many = (0..<5000).map { "xmlns:n\($0)=\"urn:\($0)\"" }.joined(separator: " ")
    let bytes = WorkbookMaker(Self.roster).bytes { name, xml in
      Array(
        (name.contains("s0") ? xml.replacing("<sheetData>", with: "<sheetData \(many)>") : xml).utf8
      )
    }
    #expect(try Outcome(bytes).codes == ["damaged-file"])
  }

  @Test(arguments: [
    ("1992-05-04", "1992-05-04"), ("1992-05-04T00:00:00", "1992-05-04"),
    ("1992-05-04T08:30", "1992-05-04 08:30:00"),
    ("2026-05-04T08:30:00.00000020954757600", "2026-05-04 08:30:00"),
    ("1992-05-03T23:59:59.9999998", "1992-05-04"), ("1992-05-03T23:59:59.5", "1992-05-04"),
    ("1992-12-31T23:59:59.99999", "1993-01-01"),
    ("1992-05-04T08:30:59.9999999", "1992-05-04 08:31:00"),
    ("1992-05-04T00:00:00.000Z", "1992-05-04"), ("1992-05-03T16:00:00Z", "1992-05-04"),
    ("1990-05-03T15:00:00Z", "1990-05-04"), ("1992-05-04T08:30:00+08:00", "1992-05-04 08:30:00"),
    ("1899-12-30T08:30:00", "08:30:00"), ("T08:30:00", "08:30:00"),
    ("08:30:00.0000001", "08:30:00"),
    ("1992-02-30T00:00:00", "1992-02-30T00:00:00"), ("gestern", "gestern"),
    ("1992-05-04 08:30:00", "1992-05-04 08:30:00"),
  ])
  func `have ISO dates read as moments`(_ raw: String, _ text: String) throws {
    let book = WorkbookMaker("<row><c t=\"d\"><v>\(raw)</v></c></row>")
    #expect(try Outcome(book.bytes).cells == [[text]])
  }

  @Test func `have ISO dates shown as their format has them`() {
    let text = { (shown: SerialDate.Shown) in
      SerialDate.text(iso: "1992-05-04T00:00:00", as: .date(shown))
    }
    #expect(text(.month) == "1992-05" && text(.year) == "1992")
    #expect(text(.moment) == "1992-05-04 00:00:00" && text(.day) == "1992-05-04")
  }
}
