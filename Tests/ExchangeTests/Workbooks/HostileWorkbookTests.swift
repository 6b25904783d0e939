import Matchmaking
import TestSupport
import TestWorkbooks
import Testing

@testable import Exchange

@Suite struct `Hostile and broken workbooks` {
  static let roster = WorkbookMaker.row(1, ["姓名"]) + WorkbookMaker.row(2, ["张三"])

  static func cell(_ reference: String) -> String { "<c r=\"\(reference)\"><v>1</v></c>" }

  @Test func `a cell at the far corner takes no room and is reported`() throws {
    let found = try Outcome(
      WorkbookMaker(
        "<row r=\"1\">\(Self.cell("A1"))</row><row r=\"1048576\">\(Self.cell("XFD1048576"))\(Self.cell("B1"))</row>"
      ).bytes)
    #expect(found.cells == [["1"], ["", "1"]])
    #expect(
      found.rows[1].faults == [CellFault(kind: .tooWide, column: nil, evidence: "16384 > 1000")])
  }

  @Test(arguments: ["ZZZZZZ1", "A99999999999999999999", "", "1A", "A-1", "é1", "A1:B2"])
  func `an absurd reference stops nothing`(_ reference: String) throws {
    let found = try Outcome(
      WorkbookMaker(
        "<row r=\"\(reference)\">\(Self.cell(reference))</row><row><c><v>2</v></c></row>"
      ).bytes)
    #expect(found.rows.last?.cells.last == "2")
  }

  @Test func `a document type is refused, and with it entities of entities`() throws {
    var zip = ZipMaker()
    for part in WorkbookMaker(Self.roster).parts {
      let bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"
      let xml = part.name.contains("s0") ? bomb + part.xml : part.xml
      zip.parts.append(ZipMaker.Part(name: part.name, bytes: Array(xml.utf8)))
    }
    let found = try Outcome(zip.bytes)
    #expect(found.rows.isEmpty)
    #expect(found.codes == ["damaged-file"])
  }

  @Test func `a bomb is let lie`() throws {
    let huge = Array(repeating: UInt8(ascii: " "), count: 80 << 20)
    var book = WorkbookMaker(Self.roster)
    book.zip.parts = [ZipMaker.Part(name: "xl/sharedStrings.xml", bytes: huge)]
    #expect(try Outcome(book.bytes).rows.count == 2)
    var zip = ZipMaker()
    zip.parts = WorkbookMaker(Self.roster).parts.map {
      let start = Array($0.xml.utf8)
      return ZipMaker.Part(name: $0.name, bytes: $0.name.contains("s0") ? start + huge : start)
    }
    let found = try Outcome(zip.bytes)
    #expect(found.codes == ["oversized-file"])
  }

  @Test func `sizes and checksums that lie are found out`() throws {
    for lie in 0..<3 {
      var zip = ZipMaker()
      zip.parts = WorkbookMaker(Self.roster).parts.map {
        var part = ZipMaker.Part(name: $0.name, bytes: Array($0.xml.utf8))
        guard $0.name.contains("s0") else { return part }
        if lie == 0 { part.claimedSize = 10 }
        if lie == 1 { part.claimedSize = 1 << 30 }
        if lie == 2 { part.claimedChecksum = 7 }
        return part
      }
      #expect(try Outcome(zip.bytes).codes == ["damaged-file"])
    }
  }

  @Test func `an archive behind a password says so`() throws {
    var zip = ZipMaker()
    zip.parts = WorkbookMaker(Self.roster).parts.map {
      ZipMaker.Part(name: $0.name, bytes: Array($0.xml.utf8), isEncrypted: true)
    }
    #expect(try Outcome(zip.bytes).codes == ["encrypted-file"])
  }

  @Test(arguments: [
    ("word/document.xml", "docx"), ("xl/workbook.bin", "xlsb"), ("a.txt", "zip"),
    ("Index/Document.iwa", "numbers"),
  ])
  func `other archives are named`(_ name: String, _ kind: String) throws {
    var zip = ZipMaker()
    zip.parts = [ZipMaker.Part(name: name, bytes: [1, 2, 3])]
    let found = try Outcome(zip.bytes)
    #expect(found.codes == ["unsupported-file"])
    #expect(found.reader.problems.map(\.evidence) == [kind])
  }

  /// A compound file whose directory has such names.
  static func compound(_ names: [String]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(0..<8, with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    header[30] = 9
    header[48] = 1
    var directory: [UInt8] = []
    for name in names {
      var entry = [UInt8](repeating: 0, count: 128)
      for (index, unit) in name.utf16.enumerated() {
        entry[index * 2] = UInt8(unit & 0xff)
        entry[index * 2 + 1] = UInt8(unit >> 8)
      }
      entry[64] = UInt8(name.utf16.count * 2 + 2)
      directory += entry
    }
    directory += [UInt8](repeating: 0, count: (512 - directory.count % 512) % 512)
    var table = [UInt8](repeating: 0xff, count: 512)
    // Sector 1 goes on in sector 2.
    table.replaceSubrange(4..<8, with: [2, 0, 0, 0])
    return header + table + directory
  }

  @Test(arguments: [
    (["Root Entry", "Workbook"], "unsupported-file", "xls"),
    (["Root Entry", "Book"], "unsupported-file", "xls"),
    (
      ["Root Entry", "a", "b", "c", "EncryptionInfo", "EncryptedPackage"], "encrypted-file",
      "encrypted"
    ),
    (["Root Entry", "WordDocument"], "unsupported-file", "ole"),
  ])
  func `an old workbook and one behind a password are told apart`(
    _ names: [String], _ code: String, _ evidence: String
  ) throws {
    let found = try Outcome(Self.compound(names))
    #expect(found.codes == [code])
    #expect(found.reader.problems.map(\.evidence) == [evidence])
  }

  @Test(arguments: [
    (Array("%PDF-1.7\n".utf8), "pdf"), (Array("<html><table>".utf8), "html"),
    (Array("\u{feff}\n<!DOCTYPE html>".utf8), "html"), (Array(repeating: 0, count: 64), "binary"),
    ([0xd0, 0xcf, 0x11, 0xe0, 0xa1], "ole"),
  ])
  func `what is no table is named`(_ bytes: [UInt8], _ kind: String) throws {
    let found = try Outcome(bytes)
    #expect(found.codes == ["unsupported-file"])
    #expect(found.reader.problems.map(\.evidence) == [kind])
  }

  @Test func `wherever a workbook is cut off, that is said and no row made up`() throws {
    let rows = (1...30).map { WorkbookMaker.row($0, ["姓名", "行\($0)"]) }
    let whole = WorkbookMaker(rows.joined()).bytes
    for length in stride(from: 4, to: whole.count, by: 7) {
      let found = try Outcome(Array(whole.prefix(length)))
      #expect(found.reader.problems.contains { $0.isRefusal })
      #expect(found.rows.isEmpty)
    }
  }

  @Test func `a sheet whose XML breaks off is read up to there`() throws {
    var zip = ZipMaker()
    for part in WorkbookMaker(Self.roster + "<row r=\"3\"><c><v>1").parts {
      let xml = part.name.contains("s0") ? String(part.xml.prefix { $0 != "!" }) : part.xml
      let bytes = Array(xml.utf8)
      let cut = part.name.contains("s0") ? bytes.count - 30 : bytes.count
      zip.parts.append(ZipMaker.Part(name: part.name, bytes: Array(bytes.prefix(cut))))
    }
    let found = try Outcome(zip.bytes)
    #expect(found.cells == [["姓名"], ["张三"]])
    #expect(found.codes == ["damaged-file"])
    #expect(found.reader.problems.map(\.row) == [3])
  }

  @Test func `spoilt bytes never crash, and nothing that was read right changes`() throws {
    var dice = Dice(seed: 41)
    let rows = (1...12).map { WorkbookMaker.row($0, ["姓名", "行\($0)"]) }
    let whole = WorkbookMaker(rows.joined(), strings: "<si><t>a</t></si>").bytes
    let bytes: [UInt8] = [0, 1, 8, 0x3c, 0x3e, 0x26, 0x50, 0xff]
    for _ in 0..<3000 {
      let found = try Outcome(MutationTests.mutated(whole, with: &dice, by: bytes))
      let isWhole = found.reader.problems.isEmpty
      // A checksum guards every part, so that what comes out is right as far as it goes.
      if isWhole { #expect(found.rows.map { $0.cells.last } == (1...12).map { "行\($0)" }) }
    }
  }

  @Test func `spoilt XML never crashes`() throws {
    var dice = Dice(seed: 43)
    let rows = (1...6).map { WorkbookMaker.row($0, ["姓名", "a&amp;b", "<![CDATA[x]]><!-- y -->"]) }
    let parts = WorkbookMaker(
      rows.joined(), strings: "<si><t>a</t></si>", styles: SheetReadingTests.styles
    ).parts
    for _ in 0..<2000 {
      var zip = ZipMaker()
      for part in parts {
        let bytes = Array(part.xml.utf8)
        zip.parts.append(
          ZipMaker.Part(
            name: part.name,
            bytes: dice.next() % 3 == 0
              ? MutationTests.mutated(bytes, with: &dice, by: Array("<>&;\"'/!?-[]=rcs0".utf8))
              : bytes,
            isDeflated: false))
      }
      let found = try Outcome(zip.bytes)
      #expect(found.rows.count < 100)
    }
  }
}
