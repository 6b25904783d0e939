import Matchmaking

/// Tells whether lines of a text are rows of a roster, by what stands in the columns of sexes, births,
/// phones and heights.
struct LineJudge {
  private var reading: RosterRowReading
  private var row = RawRow()
  private let canTell: Bool

  /// A cell without quotes may go over so many lines.
  static let lines = 8

  init(_ head: RosterHead, columns: RosterColumns) {
    reading = RosterRowReading(head, columns: columns)
    let telling: Set<RosterHead.Column> = [
      .field(.sex), .field(.birth), .field(.phone), .field(.height),
    ]
    canTell = head.columns.contains(where: telling.contains)
  }

  /// Nil where the head has no such column.
  mutating func isRow(_ line: TextRow) -> Bool? {
    guard canTell else { return nil }
    let (report, draft) = read(line)
    guard let draft, !report.problems.contains(where: \.isWrongPlace) else { return false }
    return draft.sex != nil || draft.birth != nil || draft.phone != nil || draft.height != nil
  }

  /// Whether lines that all end early are one row, cut by the line ends in a cell without quotes: joined they
  /// read well, and behind the first something stands in the wrong place.
  mutating func areOneRow(_ lines: [TextRow]) -> Bool {
    guard canTell, var whole = lines.first else { return false }
    for line in lines.dropFirst() {
      whole.cells[whole.cells.count - 1] += "\n" + (line.cells.first ?? "")
      whole.cells += line.cells.dropFirst()
    }
    guard isRow(whole) == true else { return false }
    return lines.dropFirst().contains { line in
      let (report, draft) = read(line)
      return draft == nil || report.problems.contains(where: \.isWrongPlace)
    }
  }

  private mutating func read(_ line: TextRow) -> (RosterRowReport, MemberDraft?) {
    reading.batch.removeAll()
    row.take(line)
    let report = reading.read(row)
    return (report, report.isTaken ? reading.batch.draft(0) : nil)
  }
}

extension ImportProblem {
  /// Whether a cell cannot mean what its column is about.
  fileprivate var isWrongPlace: Bool {
    switch code {
    case .unknownSex, .unknownBirth, .unknownPhone, .unknownHeight: true
    default: false
    }
  }
}
