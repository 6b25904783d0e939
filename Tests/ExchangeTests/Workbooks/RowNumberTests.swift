import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

@Suite struct `Rows of a sheet by their numbers` {
  private func cell(_ reference: String, _ value: Int) -> String {
    let place = reference.isEmpty ? "" : " r=\"\(reference)\""
    return "<c\(place)><v>\(value)</v></c>"
  }

  private func outcome(_ rows: [(tag: String, cells: [(String, Int)])]) throws -> Outcome {
    let data = rows.map { row in
      let tag = row.tag.isEmpty ? "<row>" : "<row r=\"\(row.tag)\">"
      return tag + row.cells.map { cell($0.0, $0.1) }.joined() + "</row>"
    }
    return try Outcome(WorkbookMaker(data.joined()).bytes)
  }

  @Test func `elements of one number are one row, as far as they fill different cells`() throws {
    let found = try outcome([
      ("1", [("A1", 1)]), ("1", [("B1", 2), ("C1", 3)]), ("1", [("E1", 5)]), ("2", [("A2", 6)]),
      ("2", [("B2", 7)]), ("4", [("C4", 8)]), ("4", [("A4", 9)]),
    ])
    #expect(found.cells == [["1", "2", "3", "", "5"], ["6", "7"], ["9", "", "8"]])
    #expect(found.rows.map(\.number) == [1, 2, 4])
  }

  @Test func `an empty element of the same number changes nothing`() throws {
    let data =
      "<row r=\"1\"/><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"/>"
      + "<row r=\"1\"><c r=\"B1\"><v>2</v></c></row><row r=\"2\"><c><v>3</v></c></row>"
    let found = try Outcome(WorkbookMaker(data).bytes)
    #expect(found.cells == [["1", "2"], ["3"]])
  }

  @Test func `rows that all have one number are rows by themselves`() throws {
    let found = try outcome([
      ("1", [("A1", 1), ("B1", 2)]), ("1", [("A1", 3), ("B1", 4)]), ("1", [("A1", 5), ("B1", 6)]),
    ])
    #expect(found.cells == [["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(found.rows.map(\.number) == [1, 2, 3])
  }

  @Test func `rows of one number whose cells know better are told apart by them`() throws {
    let found = try outcome([("1", [("A1", 1)]), ("1", [("B2", 2)]), ("1", [("A3", 3)])])
    #expect(found.cells == [["1"], ["", "2"], ["3"]])
    #expect(found.rows.map(\.number) == [1, 2, 3])
  }

  @Test func `torn rows of people with one number are joined person by person`() throws {
    let found = try outcome([
      ("2", [("A2", 1)]), ("2", [("B2", 2)]), ("2", [("A2", 3)]), ("2", [("B2", 4)]),
    ])
    #expect(found.cells == [["1", "2"], ["3", "4"]])
  }

  @Test func `a row without a number has that of its cells`() throws {
    let found = try outcome([
      ("", [("A5", 1)]), ("", [("", 2)]), ("x", [("B9", 3)]), ("3", [("A3", 4)]),
    ])
    #expect(found.rows.map(\.number) == [5, 6, 9, 10])
  }

  @Test func `the same value twice is that value`() throws {
    let found = try outcome([("1", [("A1", 1)]), ("1", [("A1", 1), ("B1", 2)])])
    #expect(found.cells == [["1", "2"]])
  }

  @Test func `a value for a cell that was at fault before is another row's`() throws {
    let fault = "<c r=\"B1\" t=\"s\"><v>-1</v></c>"
    let tag = "<row r=\"1\">"
    for (first, second) in [(fault, cell("B1", 2)), (cell("B1", 2), fault)] {
      let data = "\(tag)\(cell("A1", 1))\(first)</row>\(tag)\(second)</row>"
      let found = try Outcome(WorkbookMaker(data).bytes)
      #expect(found.rows.map(\.number) == [1, 2])
      #expect(found.rows.flatMap(\.faults).count == 1)
    }
  }

  @Test func `a sheet that breaks off behind a row still gives it out`() throws {
    let data = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"B1\"><v>2</v></c>"
    var zip = ZipMaker()
    for part in WorkbookMaker(data).parts {
      let xml = part.name.contains("s0") ? "<worksheet><sheetData>" + data : part.xml
      zip.parts.append(ZipMaker.Part(name: part.name, bytes: Array(xml.utf8)))
    }
    let found = try Outcome(zip.bytes)
    #expect(found.cells == [["1"]])
    #expect(found.codes == ["damaged-file"] && found.reader.problems.map(\.row) == [2])
  }
}
