import Characters

internal import Matchmaking

/// Finds the head of a roster, below the titles that often stand above it.
///
/// A head may take two lines, where cells were merged (see ``HeadLines``).
struct HeadSearch {
  /// How many rows are looked at before the first is taken for the head after all.
  static let depth = 20

  /// Nil for a file without rows.
  private(set) var head: RosterHead?
  private(set) var problems: [ImportProblem] = []
  /// Rows behind the head that were read already.
  private(set) var waiting: [TextRow] = []

  init(_ rows: inout RowReader, columns: RosterColumns) throws(FileFault) {
    var seen: [TextRow] = []
    while seen.count < Self.depth, let row = try rows.next() {
      if row.isBlank { continue }
      seen.append(row)
      if RosterHead.isRecognised(row, columns: columns) { break }
    }
    guard let last = seen.last else {
      if !rows.problems.contains(where: \.isRefusal) { problems = [.emptyFile] }
      return
    }
    guard RosterHead.isRecognised(last, columns: columns) else {
      take(RosterHead(Self.likeliest(seen, columns), columns: columns))
      return
    }
    problems = seen.dropLast().map(Self.title)
    let lines = HeadLines(columns)
    let first = seen.dropLast().last.map { lines.grouped(last, below: $0) } ?? last
    var judge = LineJudge(RosterHead(first, columns: columns), columns: columns)
    rows.judgeLines { judge.isRow($0) }
    guard let next = try rows.next() else {
      take(RosterHead(first, columns: columns))
      return
    }
    if let whole = lines.joined(first, next) {
      take(RosterHead(whole, columns: columns))
    } else {
      take(RosterHead(first, columns: columns))
      waiting = [next]
    }
  }

  /// Where no row has a column of names, the first with several heads that are known, below the titles.
  private static func likeliest(_ seen: [TextRow], _ columns: RosterColumns) -> TextRow {
    seen.first { columns.fields(of: $0.cells).count { $0 != nil } > 1 } ?? seen[0]
  }

  private mutating func take(_ head: RosterHead) {
    self.head = head
    problems += head.problems
  }

  static func title(_ row: TextRow) -> ImportProblem {
    let text = row.cells.lazy.map { PlainText($0, lines: .joined).text.trimmed }
      .filter { !$0.isEmpty }.prefix(3).joined(separator: ", ")
    return ImportProblem(
      row: row.number, column: "", code: .titleRow, evidence: text.shortened(to: 40),
      isRefusal: false)
  }
}
