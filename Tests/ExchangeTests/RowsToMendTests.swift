import Files
import Foundation
import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

@Suite struct `Rows to mend` {
  static let roster = "编号,姓名,性别,备注\r\n007,张三,男,=1+1\r\n8,,女,\r\n9,李四,不详,\"a\nb\"\r\n10,王五,男,x,多\r\n"

  func rows(_ text: String = roster) throws -> RowsToMend {
    var complaints: [Int: RowsToMend.Complaint] = [:]
    for (row, columns, reason) in [(2, [], "why"), (4, ["性别"], "不是男或女"), (5, [""], "格数")] {
      complaints[row] = RowsToMend.Complaint()
      complaints[row]?.columns = Set(columns)
      complaints[row]?.reason = reason
    }
    return try #require(try RowsToMend(ByteSource(Array(text.utf8)), complaints: complaints))
  }

  static func place(_ path: String) throws -> OutputPlace {
    try OutputPlace(path, over: .replaced, sparing: SparedFiles())
  }

  static let expected = [
    ["编号", "姓名", "性别", "备注", "", "导入问题"], ["007", "张三", "男", "=1+1", "", "why"],
    ["9", "李四", "不详", "a\nb", "", "不是男或女"], ["10", "王五", "男", "x", "多", "格数"],
  ]

  @Test func `as CSV they are what they were, with why`() throws {
    let found = try Outcome(Array(try rows().csv(title: "导入问题").utf8))
    #expect(found.cells.map { $0.map(CellArmour.removed) } == Self.expected)
  }

  @Test func `as a workbook they are read again as text, cell for cell`() throws {
    let path = URL.temporaryDirectory.appending(path: UUID().uuidString + ".xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try rows().writeWorkbook(at: Self.place(path), title: "导入问题")
    let found = try Outcome([UInt8](Data(contentsOf: URL(filePath: path))))
    #expect(found.reader.problems.isEmpty)
    #expect(
      found.cells.map { row in row + Array(repeating: "", count: 6 - row.count) } == Self.expected)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `mended and imported again, the column that says why is passed over`() throws {
    let text = try rows().csv(title: "导入问题").replacing("不详", with: "女")
    let found = RosterReader.readAll(Array(text.utf8))
    #expect(found.drafts.map(\.name) == ["张三", "李四", "王五"])
    #expect(found.drafts.allSatisfy { !$0.extras.keys.contains("导入问题") })
    // What is wrong the second time does not grow a second column.
    #expect(try rows(text).heads == ["编号", "姓名", "性别", "备注", "#5"])
  }

  @Test(arguments: [(32_767, 32_767), (32_768, 16_001), (40_000, 16_001)])
  func `a text that no cell has room for is cut`(_ length: Int, _ kept: Int) throws {
    let path = URL.temporaryDirectory.appending(path: UUID().uuidString + ".xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = "姓名,备注\n张三,\(String(repeating: "x", count: length))\n"
    let complaints = [2: RowsToMend.Complaint()]
    let rows = try RowsToMend(ByteSource(Array(text.utf8)), complaints: complaints)
    try rows?.writeWorkbook(at: Self.place(path), title: "导入问题")
    let found = try Outcome([UInt8](Data(contentsOf: URL(filePath: path))))
    #expect(found.rows.last?.cells.dropFirst().first?.count == kept)
  }

  @Test func `births counted from 1904 are days of their own in another file`() throws {
    let data =
      WorkbookMaker.row(1, ["姓名", "出生年月", "备注"])
      + "<row r=\"2\"><c t=\"inlineStr\"><is><t>张三</t></is></c><c><v>32266</v></c><c><v>32266</v></c></row>"
    var book = WorkbookMaker(data)
    book.is1904 = true
    let complaints = [2: RowsToMend.Complaint()]
    let rows = try #require(try RowsToMend(ByteSource(book.bytes), complaints: complaints))
    let found = try Outcome(Array(rows.csv(title: "导入问题").utf8))
    #expect(found.cells.last == ["张三", "1992-05-04", "32266", ""])
  }

  /// The same moment in days from 1904, as the file counts, and as it must be written into another.
  @Test func `times of answers counted from 1904 are read so, and are moments in another file`()
    throws
  {
    let cell = { (value: String) in "<c><v>\(value)</v></c>" }
    let row = { (number: Int, time: String) in
      "<row r=\"\(number)\"><c t=\"inlineStr\"><is><t>张三</t></is></c>\(cell("15400000001"))"
        + "\(cell(time))\(cell("30"))</row>"
    }
    let data =
      WorkbookMaker.row(1, ["姓名", "手机", "提交答卷时间", "年龄"]) + row(2, "44700.5") + row(3, "44700.25")
    var book = WorkbookMaker(data)
    book.is1904 = true
    let found = RosterReader.readAll(book.bytes)
    #expect(found.drafts.map(\.birth) == [BirthDate(year: 1996)])
    #expect(found.problems.map(\.code) == [.replaced] && found.problems[0].row == 3)
    let complaints = [2: RowsToMend.Complaint()]
    let rows = try #require(try RowsToMend(ByteSource(book.bytes), complaints: complaints))
    let outcome = try Outcome(Array(rows.csv(title: "导入问题").utf8))
    #expect(outcome.cells.last == ["张三", "15400000001", "2026-05-20 12:00:00", "30", ""])
  }

  @Test func `a workbook that cannot be created says so`() throws {
    let rows = try rows()
    #expect(throws: OutputRefusal.self) {
      try rows.writeWorkbook(at: Self.place("/no/such/folder/a.xlsx"), title: "x")
    }
  }

  /// `libc` is a library, and none that writes workbooks.
  @Test(arguments: ["libqueqiao-none.so.9", "libc.so.6", "/dev/null", ""])
  func `without the library that writes workbooks nothing is created`(library: String) throws {
    let path = NSTemporaryDirectory() + "no-workbook-\(UUID()).xlsx"
    let rows = try rows()
    #expect(throws: NoWorkbooks(library: library)) {
      try rows.writeWorkbook(at: Self.place(path), title: "x", by: library)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(RowsToMend.canWriteWorkbooks)
  }

  @Test func `of a file without names there is nothing to mend`() throws {
    let rows = try RowsToMend(ByteSource(Array("a,b\n1,2\n".utf8)), complaints: [:])
    #expect(rows == nil)
  }
}
