import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

@Suite struct `Choosing and opening workbooks` {
  static let head = WorkbookMaker.row(1, ["姓名", "性别"])
  static let roster = head + WorkbookMaker.row(2, ["张三", "男"])

  func maker(_ sheets: [(String, String, String)]) -> WorkbookMaker {
    var maker = WorkbookMaker()
    maker.sheets = sheets.map { WorkbookMaker.Sheet(name: $0.0, data: $0.1, state: $0.2) }
    return maker
  }

  @Test func `the first visible sheet with a head is read, and others with one are told`() throws {
    let found = try Outcome(
      maker([
        ("说明", WorkbookMaker.row(1, ["请填写"]), ""), ("旧", Self.roster, "hidden"),
        ("机密", Self.roster, "veryHidden"), ("名册", Self.roster, ""), ("二月", Self.roster, ""),
      ]).bytes)
    #expect(found.reader.sheet == "名册")
    #expect(found.reader.sheets == ["说明", "名册", "二月"])
    #expect(found.cells == [["姓名", "性别"], ["张三", "男"]])
    #expect(found.reader.problems.map(\.code) == [.otherSheets])
    #expect(found.reader.problems.map(\.evidence) == ["二月"])
  }

  @Test(arguments: ["二月", " 二月 "])
  func `a sheet is read by its name`(_ name: String) throws {
    let book = maker([("名册", Self.head, ""), ("二月", Self.roster, "hidden")])
    let found = try Outcome(book.bytes, choosing: ReadingChoice(sheet: name))
    #expect(found.reader.sheet == "二月")
    #expect(found.rows.count == 2)
  }

  @Test func `a sheet that is not there is refused with those that are`() throws {
    let book = maker([("名册", Self.head, ""), ("二月", Self.roster, "hidden")])
    let found = try Outcome(book.bytes, choosing: ReadingChoice(sheet: "三月"))
    #expect(found.rows.isEmpty)
    #expect(found.codes == ["unknown-sheet"])
    #expect(found.reader.problems.map(\.evidence) == ["名册, 二月"])
  }

  @Test func `a workbook of empty sheets is empty`() throws {
    #expect(try Outcome(maker([("a", "", ""), ("b", "", "")]).bytes).codes == ["empty-file"])
    #expect(try Outcome(maker([("a", "", ""), ("b", "", "hidden")]).bytes).codes == ["empty-file"])
  }

  @Test func `parts are found wherever relationships say`() throws {
    var absolute = WorkbookMaker(Self.roster)
    absolute.targetPrefix = "/xl/"
    #expect(try Outcome(absolute.bytes).rows.count == 2)
    var elsewhere = WorkbookMaker(Self.roster)
    elsewhere.folder = "book/"
    elsewhere.targetPrefix = "../book/./"
    #expect(try Outcome(elsewhere.bytes).rows.count == 2)
  }

  @Test func `strict workbooks, prefixed names and other letter cases are read`() throws {
    var zip = ZipMaker()
    for part in WorkbookMaker(Self.roster).parts {
      let xml = part.xml
        .replacing(
          "http://schemas.openxmlformats.org/officeDocument/2006",
          with: "http://purl.oclc.org/ooxml/officeDocument"
        )
        .replacing("<sheetData>", with: "<x:sheetData>").replacing(
          "</sheetData>", with: "</x:sheetData>"
        )
        .replacing("<row ", with: "<x:row ").replacing("</row>", with: "</x:row>")
      let name =
        part.name.contains("worksheets")
        ? part.name.uppercased().replacing("/", with: "\\") : part.name
      zip.parts.append(ZipMaker.Part(name: name, bytes: [0xef, 0xbb, 0xbf] + Array(xml.utf8)))
    }
    #expect(try Outcome(zip.bytes).cells == [["姓名", "性别"], ["张三", "男"]])
  }

  @Test func `stored parts, 64-bit fields, a comment and bytes in front are no hindrance`() throws {
    var book = WorkbookMaker(Self.roster)
    book.zip.isWide = true
    #expect(try Outcome(book.bytes).rows.count == 2)
    book = WorkbookMaker(Self.roster)
    book.zip.comment = Array("made by hand PK\u{5}\u{6} oh".utf8)
    #expect(try Outcome(book.bytes).rows.count == 2)
    var zip = ZipMaker()
    zip.before = [0x50, 0x4b, 3, 4] + Array(repeating: 7, count: 1000)
    zip.parts = WorkbookMaker(Self.roster).parts.map {
      ZipMaker.Part(name: $0.name, bytes: Array($0.xml.utf8), isDeflated: false)
    }
    #expect(try Outcome(zip.bytes).rows.count == 2)
  }

  @Test func `a sheet of many pieces is read whole`() throws {
    let rows = (1...20_000).map { WorkbookMaker.row($0, ["姓名", "第\($0)行", "&amp;"]) }
    let found = try Outcome(WorkbookMaker(rows.joined()).bytes)
    #expect(found.rows.count == 20_000)
    #expect(found.rows.last?.cells == ["姓名", "第20000行", "&"])
    #expect(found.reader.bytesDone == found.reader.total)
  }
}
