import TestWorkbooks
import Testing

@testable import Exchange

@Suite("Reading a sheet") struct SheetReadingTests {
  func outcome(
    _ data: String, strings: String? = nil, styles: String? = nil
  ) throws -> Outcome {
    try Outcome(WorkbookMaker(data, strings: strings, styles: styles).bytes)
  }

  /// The text of one cell.
  func cell(_ xml: String, strings: String? = nil, styles: String? = nil) throws -> String? {
    try outcome("<row r=\"1\">\(xml)</row>", strings: strings, styles: styles).rows.first?.cells
      .first
  }

  @Test(arguments: [
    ("<c><v>1</v></c>", "1"), ("<c><v>1.0</v></c>", "1"), ("<c><v>007</v></c>", "7"),
    ("<c><v>13800000000</v></c>", "13800000000"), ("<c><v>1.38E10</v></c>", "13800000000"),
    ("<c><v>1.3800000000000000E+10</v></c>", "13800000000"),
    ("<c><v>202609000001</v></c>", "202609000001"), ("<c><v>-5</v></c>", "-5"),
    ("<c><v>3.7010219920504E+17</v></c>", "3.70102E+17"),
    ("<c><v>370102199205040000</v></c>", "3.70102E+17"),
    ("<c><v>999999999999999</v></c>", "999999999999999"),
    ("<c><v>1234567890123456</v></c>", "1.23457E+15"), ("<c><v>-1E15</v></c>", "-1E+15"),
    ("<c><v>1.75</v></c>", "1.75"), ("<c><v>1.7500000000000002</v></c>", "1.75"),
    ("<c><v>0.1</v></c>", "0.1"), ("<c><v>1992.1</v></c>", "1992.1"), ("<c><v>0</v></c>", "0"),
    ("<c><v>1E-7</v></c>", "1E-07"), ("<c t=\"n\"><v> 3 </v></c>", "3"),
    ("<c><v>0x10</v></c>", "0x10"), ("<c><v>nan</v></c>", "nan"), ("<c><v>--</v></c>", "--"),
    ("<c t=\"b\"><v>1</v></c>", "TRUE"), ("<c t=\"b\"><v>0</v></c>", "FALSE"),
    ("<c t=\"str\"><f>A1</f><v>a&amp;b</v></c>", "a&b"), ("<c><f>1+1</f><v>2</v></c>", "2"),
    ("<c t=\"d\"><v>1992-05-04T00:00:00.000</v></c>", "1992-05-04"),
    ("<c t=\"d\"><v>1992-05-04T12:30:00Z</v></c>", "1992-05-04 20:30:00"),
    ("<c t=\"inlineStr\"><is><t>张三</t></is></c>", "张三"),
    ("<c t=\"inlineStr\"><is><r><t>张</t></r><r><t>三</t></r></is></c>", "张三"),
    ("<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 张 </t></is></c>", " 张 "),
    ("<c t=\"inlineStr\"><is><t>&lt;&#24352;&#x4E09;&gt;&quot;&apos;</t></is></c>", "<张三>\"'"),
    ("<c t=\"inlineStr\"><is><t>a<!-- no --><![CDATA[<&b]]>c</t></is></c>", "a<&bc"),
    ("<c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x000D_</t></is></c>", "a\rb_x000D_"),
    ("<c t=\"inlineStr\"><is><t>张</t><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></is></c>", "张"),
    ("<c t=\"inlineStr\"><is><t>&nbsp;&#0;&#xD800;&;</t></is></c>", "&nbsp;\u{fffd}\u{fffd}&;"),
    ("<x:c t=\"inlineStr\"><x:is><x:t>张三</x:t></x:is></x:c>", "张三"),
    ("<c\n t='inlineStr' ><is><t>'>'</t></is></c >", "'>'"),
  ])
  func `a cell is what a spreadsheet shows`(_ xml: String, _ text: String) throws {
    #expect(try cell(xml) == text)
  }

  @Test func `shared texts, with runs and without pronunciations`() throws {
    let strings =
      "<si><t>姓名</t></si><si/><si><r><rPr/><t>张</t></r><r><t xml:space=\"preserve\"> 三</t></r>"
      + "<rPh sb=\"0\" eb=\"1\"><t>zhāng</t></rPh></si><si><t>a_x000A_b</t></si>"
    let found = try outcome(
      "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
        + "<c t=\"s\"><v>3</v></c></row>", strings: strings)
    #expect(found.cells == [["姓名", "", "张 三", "a\nb"]])
  }

  @Test func `a shared text that does not end leaves nothing behind`() throws {
    var pieces: [[UInt8]] = [Array("<si><t>a</t></si><si><t>b".utf8) + [0x80]]
    var scanner = try XMLScanner { () throws(WorkbookFault) in
      Inflater.Piece(bytes: pieces.popLast() ?? [])
    }
    let strings = try SharedStrings(&scanner)
    #expect(strings.count == 1)
    #expect(strings.bytes == Array("a".utf8))
  }

  static let styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
    + "<numFmt numFmtId=\"165\" formatCode=\"000000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
    + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"165\"/>"
    + "<xf numFmtId=\"1\"/><xf numFmtId=\"2\"/><xf numFmtId=\"9\"/><xf numFmtId=\"49\"/></cellXfs>"

  @Test(arguments: [
    ("s=\"1\"><v>33728</v>", "1992-05-04"), ("s=\"1\"><v>33728.5</v>", "1992-05-04 12:00:00"),
    ("s=\"2\"><v>33725</v>", "1992-05"), ("s=\"3\"><v>33728</v>", "1992-05-04 00:00:00"),
    ("s=\"1\"><v>33727.9999999</v>", "1992-05-04"),
    ("s=\"3\"><v>33727.999999</v>", "1992-05-04 00:00:00"),
    ("s=\"1\"><v>33727.99999</v>", "1992-05-03 23:59:59"),
    ("s=\"1\"><v>60</v>", "1900-02-29"), ("s=\"1\"><v>1</v>", "1900-01-01"),
    ("s=\"1\"><v>61</v>", "1900-03-01"), ("s=\"1\"><v>2958465</v>", "9999-12-31"),
    ("s=\"1\"><v>-1</v>", "-1"), ("s=\"1\"><v>2958466</v>", "2958466"),
    ("s=\"4\"><v>7</v>", "000007"), ("s=\"5\"><v>370102199205040000</v>", "370102199205040000"),
    ("s=\"6\"><v>1992.1</v>", "1992.10"), ("s=\"7\"><v>0.5</v>", "50%"),
    ("s=\"8\"><v>33728</v>", "33728"), ("s=\"99\"><v>33728</v>", "33728"),
  ])
  func `a number is shown by its format`(_ xml: String, _ text: String) throws {
    #expect(try cell("<c \(xml)</c>", styles: Self.styles) == text)
  }

  @Test func `in workbooks that count from 1904 dates are four years later`() throws {
    var maker = WorkbookMaker("<row><c s=\"1\"><v>32266</v></c></row>", styles: Self.styles)
    maker.is1904 = true
    #expect(try Outcome(maker.bytes).cells == [["1992-05-04"]])
  }

  @Test func `rows and cells stand where they say, or behind one another`() throws {
    let found = try outcome(
      "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"><v>2</v></c></row>"
        + "<row><c><v>3</v></c><c><v>4</v></c></row><row r=\"3\"/><row r=\"9\"/>"
        + "<row r=\"20\"><c r=\"A20\" s=\"1\"/><c r=\"C20\"><v>5</v></c></row><row r=\"4\"><c><v>6</v></c></row>"
    )
    #expect(found.cells == [["", "1", "", "2"], ["3", "4"], ["", "", "5"], ["6"]])
    #expect(found.rows.map(\.number) == [2, 3, 20, 21])
  }

  @Test(arguments: [
    ("<c t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>", CellFault.Kind.formulaError, "#DIV/0!"),
    ("<c t=\"e\"><v>#N/A</v></c>", .formulaError, "#N/A"),
    ("<c><f>A1+1</f></c>", .formulaWithoutValue, ""),
    ("<c><f>A1+1</f><v></v></c>", .formulaWithoutValue, ""),
    ("<c><f>A1</f><v/></c>", .formulaWithoutValue, ""),
  ])
  func `a formula without a result is reported`(
    _ xml: String, _ kind: CellFault.Kind, _ evidence: String
  ) throws {
    let found = try outcome("<row r=\"1\">\(xml)<c><v>2</v></c></row>")
    #expect(found.cells == [["", "2"]])
    #expect(found.rows[0].faults == [CellFault(kind: kind, column: 0, evidence: evidence)])
  }

  @Test func `a formula that comes to an empty text is an empty cell`() throws {
    let found = try outcome("<row r=\"1\"><c t=\"str\"><f>\"\"</f><v></v></c><c><v>2</v></c></row>")
    #expect(found.cells == [["", "2"]])
    #expect(found.rows[0].faults.isEmpty)
  }

  @Test func `merged cells are told, with their value in the first`() throws {
    var maker = WorkbookMaker("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")
    maker.sheets[0].behind =
      "<mergeCells count=\"2\"><mergeCell ref=\"A2:A5\"/><mergeCell ref=\"nonsense\"/></mergeCells>"
    let found = try Outcome(maker.bytes)
    #expect(found.reader.merged.map(\.name) == ["A2:A5"])
    #expect(found.reader.merged.map(\.rows) == [2...5])
  }

  @Test(arguments: [
    ("yyyy\\-mm\\-dd", NumberFormat.date(.day)), ("yyyy/m/d h:mm;@", .date(.moment)),
    ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", .date(.day)),
    ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date(.day)),
    ("mmm-yy", .date(.month)), ("yyyy", .date(.year)), ("h:mm:ss AM/PM", .date(.timeOfDay)),
    ("[h]:mm:ss", .date(.timeOfDay)), ("m\"月\"d\"日\"", .date(.day)), ("aaaa", .date(.day)),
    ("General", .general), ("0.00E+00", .general),
    ("#,##0.00_);[Red](#,##0.00)", .digits(whole: 1, places: 2)),
    ("0%", .percent), ("@", .text), ("\"day \"0", .digits(whole: 1, places: 0)), ("", .general),
    ("mm:ss.0", .date(.timeOfDay)), ("00000", .digits(whole: 5, places: 0)), ("\"", .general),
    ("[", .general), ("\\", .general), ("0\"岁\"", .digits(whole: 1, places: 0)),
  ])
  func `formats are understood by their codes`(_ code: String, _ format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test(
    arguments: [
      (0, .general), (1, .digits(whole: 1, places: 0)), (2, .digits(whole: 1, places: 2)),
      (3, .digits(whole: 1, places: 0)), (4, .digits(whole: 1, places: 2)), (9, .percent),
      (10, .percent), (14, .date(.day)), (15, .date(.day)), (17, .date(.month)),
      (18, .date(.timeOfDay)), (21, .date(.timeOfDay)), (22, .date(.moment)), (27, .date(.month)),
      (28, .date(.day)), (29, .date(.day)), (30, .date(.day)), (31, .date(.day)),
      (32, .date(.timeOfDay)), (36, .date(.month)), (45, .date(.timeOfDay)), (49, .text),
      (50, .date(.month)), (51, .date(.day)), (55, .date(.timeOfDay)), (57, .date(.month)),
      (58, .date(.day)), (11, nil), (48, nil), (59, nil), (164, nil), (-1, nil),
    ] as [(Int, NumberFormat?)])
  func `formats that need no code are known`(_ id: Int, _ format: NumberFormat?) {
    #expect(NumberFormat(builtIn: id) == format)
  }

  @Test func `every day of four centuries is counted right`() {
    var (year, month, day) = (1900, 3, 1)
    for serial in 61...(61 + 146_097) {
      let text = SerialDate.text(Double(serial), shown: .day, is1904: false)
      let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      guard text == "\(year)-\(pad(month))-\(pad(day))" else {
        Issue.record("\(serial) is \(text ?? "nothing")")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > days[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: [
    ("c", XMLName.cell), ("sheetData", .sheetData), ("formatCode", .formatCode), ("r", .reference),
    ("mergeCell", .mergeCell), ("Relationship", .relationship), ("date1904", .date1904),
    ("x:row", .row), ("Id", .relationID), ("id", .id), ("TargetMode", .targetMode),
    ("rPh", .rPh), ("si", .sharedString), ("numFmtId", .numFmtId), ("workbookPr", .workbookPr),
    ("cellXfs", .cellXfs), ("xf", .xf), ("ref", .ref), ("state", .state), ("sheet", .sheet),
    ("Target", .target), ("Type", .type), ("name", .name), ("numFmt", .numFmt), ("t", .text),
    ("v", .value), ("is", .inline), ("extLst", .extensions), ("Choice", .choice),
    ("xmlns", .namespace), ("f", .formula), ("s", .style),
  ])
  func `the numbers of names are those of their letters`(_ text: String, _ name: XMLName) {
    let bytes = Array(text.utf8)
    let found = XMLName(bytes.span, 0..<bytes.count)
    #expect(found.own == name)
    #expect(found.isPrefixed == text.contains(":"))
    #expect(XMLName.foreignChoice == XMLName.choice.foreign)
  }
}
