import Characters
internal import Matchmaking

/// One slip of a list of ballots: whose it is, and the picks in their order.
public struct BallotLine: Hashable, Sendable {
  /// Counted from 1; the head is row 1.
  public let row: Int
  /// As written.
  public let picker: String
  /// As written, the first line of the slip first; empty where a line before the last is blank.
  public let choices: [String]

  /// Reads columns `picker,choice1,choice2,…`, or `picker,choices` with badges between blanks.
  public static func read(_ source: ByteSource) throws(FileFault) -> Reading<BallotLine> {
    var list = try ListReading(source) { BallotColumns($0).isHead }
    let columns = BallotColumns(list.heads)
    var reading = Reading<BallotLine>()
    if columns.picker == nil {
      list.miss("picker")
    } else if !columns.isHead {
      list.miss("choices")
    }
    let (used, judge) = (columns.used, columns.judge)
    while let picker = columns.picker, let row = try list.next(used: used, judge: judge) {
      if isBlank(row.cells[picker]) {
        // Without evidence: the picks beside it are badges, and right.
        list.refuse(row.number, picker, .unknownBadge, "")
        continue
      }
      // Two in one cell would move whoever stands behind them.
      if let column = columns.single.first(where: { parts(row.cells[$0]).count > 1 }) {
        list.refuse(row.number, column, .unknownBadge, row.cells[column])
        continue
      }
      let cells = columns.single.map { row.cells[$0] } + columns.joined.parts(of: row.cells)
      reading.rows.append(
        BallotLine(
          row: row.number, picker: row.cells[picker],
          choices: withoutBlankEnd(cells.map { isBlank($0) ? "" : $0 })))
    }
    reading.problems = list.problems
    reading.columns = list.reports(columns.reports)
    return reading
  }

  private static func withoutBlankEnd(_ choices: [String]) -> [String] {
    Array(choices.prefix((choices.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }

  /// A line of a slip that was left out; 弃选 is said of nothing else.
  private static func isBlank(_ text: String) -> Bool {
    text.isBlankLine || FieldReading.isBlank(text) || text == "弃选"
  }

  fileprivate static func parts(_ text: String) -> [String] {
    text.unicodeScalars.split(whereSeparator: \.partsSlip).map(String.init)
  }
}

extension Int? {
  /// The picks in the one cell that has them all.
  fileprivate func parts(of cells: [String]) -> [String] {
    map { BallotLine.parts(cells[$0]) } ?? []
  }
}

/// What the columns of a list of slips are.
private struct BallotColumns {
  let picker: Int?
  /// The columns of single lines in the order of their numbers.
  let single: [Int]
  let joined: Int?
  private let heads: [String]

  init(_ heads: [String]) {
    self.heads = heads
    let read = heads.map(BallotHead.init)
    picker = read.picker ?? heads.firstIndex { HeadText.isOne(of: GuestColumns.badgeWords, $0) }
    single = read.lines
    joined = single.isEmpty ? read.whole : nil
  }

  var isHead: Bool { picker != nil && (joined != nil || !single.isEmpty) }

  var used: Set<Int> { Set([picker, joined].compactMap(\.self) + single) }

  var judge: RowJudge {
    var columns = RowJudge.Columns()
    columns.name = picker
    return RowJudge(columns)
  }

  var reports: [ColumnReport] {
    heads.indices.map { index in
      let role: String? =
        index == picker
        ? "picker"
        : index == joined ? "choices" : single.firstIndex(of: index).map { "choice\($0 + 1)" }
      return ColumnReport(
        place: index + 1, head: heads[index], fate: role.map { .read($0) } ?? .passedOver(.unread))
    }
  }
}
