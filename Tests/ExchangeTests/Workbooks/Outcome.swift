import Matchmaking

@testable import Exchange

/// What a reader makes of a file.
struct Outcome {
  var rows: [TextRow] = []
  var reader: RowReader

  init(_ bytes: [UInt8], choosing choice: ReadingChoice = ReadingChoice()) throws {
    reader = try RowReader(ByteSource(bytes), choosing: choice) { row in
      row.cells.contains("姓名")
    }
    while let row = try reader.next() { rows.append(row) }
  }

  var cells: [[String]] { rows.map(\.cells) }
  var codes: [String] { reader.problems.map(\.code.rawValue) }
}
