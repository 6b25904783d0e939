import Characters

internal import Matchmaking

/// Finds the head of a roster, below the titles that often stand above it.
///
/// A head may take two lines, where cells were merged: `联系方式` over `手机` and `微信`. The lower line
/// then has nothing below `姓名`, which no row of a roster lacks, and holds heads that are known.
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
    var judge = LineJudge(RosterHead(last, columns: columns), columns: columns)
    rows.judgeLines { judge.isRow($0) }
    guard let next = try rows.next() else {
      take(RosterHead(last, columns: columns))
      return
    }
    if let whole = Self.joined(last, next, columns) {
      take(RosterHead(whole, columns: columns))
    } else {
      take(RosterHead(last, columns: columns))
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

  /// The two lines as one head; nil where the second is no part of it.
  private static func joined(
    _ upper: TextRow, _ lower: TextRow, _ columns: RosterColumns
  ) -> TextRow? {
    let known = columns.fields(of: upper.cells)
    let names = columns.fields(of: lower.cells)
    guard names.contains(where: { $0 != nil }), let name = known.firstIndex(of: .name),
      name < lower.cells.count, lower.cells[name].allBlank
    else { return nil }
    var whole = TextRow(number: lower.number, cells: [], faults: upper.faults + lower.faults)
    for column in 0..<max(upper.cells.count, lower.cells.count) {
      let below = column < lower.cells.count ? lower.cells[column] : ""
      let above = column < upper.cells.count ? upper.cells[column] : ""
      whole.cells.append(below.allBlank ? above : below)
    }
    return whole
  }
}
