import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

/// What is wrong with one cell costs that cell.
@Suite struct `A cell at fault` {
  /// The third of five columns of the second of three rows is what is tried.
  private func outcome(_ cell: String, strings: String? = "<si><t>甲</t></si>") throws -> Outcome {
    let row = { (number: Int, cell: String) in
      "<row r=\"\(number)\"><c r=\"A\(number)\"><v>\(number)</v></c>\(cell)"
        + "<c r=\"E\(number)\"><v>9</v></c></row>"
    }
    let cells = ["<c r=\"C1\"><v>5</v></c>", cell, "<c r=\"C3\"><v>7</v></c>"]
    let data = cells.enumerated().map { row($0.offset + 1, $0.element) }.joined()
    return try Outcome(WorkbookMaker(data, strings: strings).bytes)
  }

  static let faults: [(String, CellFault.Kind, Int?)] = [
    ("<c r=\"C2\" t=\"s\"><v>-1</v></c>", CellFault.Kind.unreadable, 2),
    ("<c r=\"C2\" t=\"s\"><v>1</v></c>", .unreadable, 2),
    ("<c r=\"C2\" t=\"s\"><v>99999999999</v></c>", .unreadable, 2),
    ("<c r=\"C2\" t=\"s\"><v>0.5</v></c>", .unreadable, 2),
    ("<c r=\"C2\" t=\"s\"><v>甲</v></c>", .unreadable, 2),
    ("<c r=\"C2\" t=\"s\"><v> 4294967296 </v></c>", .unreadable, 2),
    ("<c r=\"C2\" t=\"b\"><v>2</v></c>", .unreadable, 2),
    ("<c r=\"C2\" t=\"b\"><v>maybe</v></c>", .unreadable, 2),
    ("<c r=\"C2\"><v>1e999</v></c>", .unreadable, 2),
    ("<c r=\"C2\"><v>1</v><v>2</v></c>", .unreadable, 2),
    ("<c r=\"C2\" t=\"inlineStr\"><is><t>a</t></is><is><t>b</t></is></c>", .unreadable, 2),
    ("<c r=\"C2\"><v>1</v></c><c r=\"C2\"><v>2</v></c>", .unreadable, 2),
    ("<c r=\"C2\"><v>1</v></c><c r=\"C2\"><v>2</v></c><c r=\"C2\"><v>3</v></c>", .unreadable, 2),
    ("<c r=\"C2\" t=\"s\"><v>-1</v></c><c r=\"C2\"><v>2</v></c>", .unreadable, 2),
    ("<c r=\"?\"><v>1</v></c><c r=\"!\"><v>2</v></c>", .unreadable, nil),
    ("<c r=\"C2\" t=\"e\"><v>#REF!</v></c>", .formulaError, 2),
    ("<c r=\"C0\"><v>1</v></c>", .unreadable, nil),
    ("<c r=\"$\"><v>1</v></c>", .unreadable, nil),
    ("<c r=\"C$2$\"><v>1</v></c>", .unreadable, nil),
    ("<c r=\"R2C3\"><v>1</v></c>", .unreadable, nil),
    ("<c r=\"Sheet1!C2\"><v>1</v></c>", .unreadable, nil),
    ("<c r=\"C2:D2\"><v>1</v></c>", .unreadable, nil),
    ("<c r=\"3\"><v>1</v></c><c><v>2</v></c>", .unreadable, nil),
    ("<c r=\"XFD2\"><v>1</v></c>", .tooWide, nil),
  ]

  @Test(arguments: faults)
  func `is left out and reported, and the rest is read`(
    _ cell: String, _ kind: CellFault.Kind, _ column: Int?
  ) throws {
    let found = try outcome(cell)
    #expect(found.reader.problems.isEmpty)
    #expect(found.rows.map(\.number) == [1, 2, 3])
    #expect(
      found.cells == [["1", "", "5", "", "9"], ["2", "", "", "", "9"], ["3", "", "7", "", "9"]])
    #expect(Set(found.rows[1].faults.map(\.kind)) == [kind])
    #expect(found.rows[1].faults.count == 1)
    #expect(found.rows[1].faults.allSatisfy { $0.column == column && !$0.ruinsRow })
    #expect(found.rows[0].faults.isEmpty && found.rows[2].faults.isEmpty)
  }

  @Test(arguments: [
    ("<c r=\"C2\" t=\"s\"><v></v></c>", ""), ("<c r=\"C2\" t=\"s\"><v/></c>", ""),
    ("<c r=\"C2\" t=\"s\"/>", ""), ("<c r=\"C2\"><v></v></c>", ""),
    ("<c r=\"C2\" t=\"b\"><v></v></c>", ""),
    ("<c r=\"C2\" t=\"inlineStr\"><is/></c>", ""), ("<c r=\"C2\" t=\"inlineStr\"></c>", ""),
    ("<c r=\"C2\" t=\"d\"><v></v></c>", ""), ("<c r=\"C2\" t=\"s\"><v> 0 </v></c>", "甲"),
    ("<c r=\"$C$2\" t=\"s\"><v>0</v></c>", "甲"), ("<c r=\"$C2\"><v>4</v></c>", "4"),
    ("<c r=\"C$2\"><v>4</v></c>", "4"), ("<c r=\"c2\"><v>4</v></c>", "4"),
    ("<c r=\"C\"><v>4</v></c>", "4"),
    ("<c r=\"C2\" s=\"x\"><v>4</v></c>", "4"), ("<c r=\"C2\" s=\"-1\"><v>4</v></c>", "4"),
    ("<c r=\"C2\" s=\"99999999999\"><v>4</v></c>", "4"), ("<c r=\"C2\" t=\"?\"><v>4</v></c>", "4"),
    ("<c r=\"C2\" t=\"b\"><v>true</v></c>", "TRUE"),
    ("<c r=\"C2\" t=\"b\"><v>false</v></c>", "FALSE"),
    ("<c r=\"C2\" t=\"inlineStr\"><v>9</v><is><t>甲</t></is></c>", "甲"),
    ("<c r=\"C2\" t=\"inlineStr\"><is><t>甲</t></is><v>9</v></c>", "甲"),
    ("<c r=\"C2\" t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r></is><v>9</v></c>", "甲乙"),
    ("<c r=\"C2\" t=\"str\"><v>9</v><is><t>甲</t></is></c>", "甲"),
    ("<c r=\"C2\" t=\"s\"><v>7</v><is><t>甲</t></is></c>", "甲"),
    ("<c r=\"C2\" t=\"n\"><v>9</v><is><t>甲</t></is></c>", "甲"),
    ("<c r=\"C2\" t=\"inlineStr\"><v>甲</v></c>", "甲"),
    ("<c r=\"C2\"><f>1+1</f><v>2</v></c>", "2"),
    ("<c r=\"C2\"><v>4</v></c><c r=\"C2\"><v>4</v></c>", "4"),
    ("<c r=\"C2\"><v>4</v><extLst><ext><v>5</v></ext></extLst></c>", "4"),
    ("<c r=\"C2\"><x:v xmlns:x=\"urn:x\">5</x:v><v>4</v></c>", "4"),
    ("<c r=\"C2\" x:r=\"A1\" x:t=\"s\" xmlns:x=\"urn:x\"><v>4</v></c>", "4"),
  ])
  func `is none where only one thing can be meant`(_ cell: String, _ text: String) throws {
    let found = try outcome(cell)
    #expect(found.codes.isEmpty && found.rows.allSatisfy(\.faults.isEmpty))
    #expect(found.cells[1] == ["2", "", text, "", "9"])
  }

  @Test func `without texts at all is reported cell by cell`() throws {
    let found = try outcome("<c r=\"C2\" t=\"s\"><v>0</v></c>", strings: nil)
    #expect(found.rows[1].faults.map(\.kind) == [.unreadable])
  }

  @Test func `in a roster is told by row and column, and the person comes in`() throws {
    let data =
      WorkbookMaker.row(1, ["姓名", "性别", "备注"])
      + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>王一一</t></is></c>"
      + "<c r=\"B2\" t=\"inlineStr\"><is><t>男</t></is></c><c r=\"C2\" t=\"s\"><v>-1</v></c>"
      + "<c r=\"??\"><v>1</v></c></row>"
    let found = RosterReader.readAll(WorkbookMaker(data).bytes)
    #expect(found.drafts.map(\.name) == ["王一一"] && found.drafts.first?.sex == .man)
    #expect(found.problems.map(\.code) == [.unreadableCell, .unreadableCell])
    #expect(Set(found.problems.map(\.column)) == ["备注", ""])
    #expect(found.problems.allSatisfy { $0.row == 2 && !$0.isRefusal })
  }

  @Test func `behind the last column costs the row its order`() throws {
    let data =
      WorkbookMaker.row(1, ["姓名", "备注"])
      + "<row r=\"2\"><c t=\"inlineStr\"><is><t>王一一</t></is></c><c r=\"D2\" t=\"e\"><v>#N/A</v></c></row>"
    let found = RosterReader.readAll(WorkbookMaker(data).bytes)
    #expect(found.drafts.isEmpty && found.problems.map(\.code) == [.cellCount])
  }

  @Test func `of many megabytes is too long, and no more`() throws {
    let long = String(repeating: "长", count: 2_000_000)
    for cell in [
      "<c r=\"C2\" t=\"inlineStr\"><is><t>\(long)</t></is></c>",
      "<c r=\"C2\" t=\"str\"><v>\(long)&amp;\r\n\(long)</v></c>",
    ] {
      let found = try outcome(cell)
      #expect(found.codes.isEmpty)
      #expect(found.rows.map { $0.faults.map(\.kind) } == [[], [.tooLong], []])
    }
  }
}
