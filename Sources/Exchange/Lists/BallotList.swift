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
    var list = try ListReading(source)
    var reading = Reading<BallotLine>()
    let heads = list.heads.map(BallotHead.init)
    let picker = list.column(["picker"] + heads.pickers, isNeeded: true)
    let single = heads.lines
    let joined =
      single.isEmpty ? list.column(["choices"] + heads.whole, isNeeded: picker != nil) : nil
    while let picker, let row = try list.next() {
      if row.cells[picker].isEmpty {
        list.refuse(row.number, picker, .unknownBadge, row.cells.joined(separator: ","))
        continue
      }
      // Two in one cell would move whoever stands behind them.
      if let column = single.first(where: { parts(row.cells[$0]).count > 1 }) {
        list.refuse(row.number, column, .unknownBadge, row.cells[column])
        continue
      }
      let cells = single.map { row.cells[$0] } + (joined.map { parts(row.cells[$0]) } ?? [])
      reading.rows.append(
        BallotLine(
          row: row.number, picker: row.cells[picker],
          choices: withoutBlankEnd(cells.map { isBlank($0) ? "" : $0 })))
    }
    reading.problems = list.problems
    return reading
  }

  private static func withoutBlankEnd(_ choices: [String]) -> [String] {
    Array(choices.prefix((choices.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }

  private static func isBlank(_ text: String) -> Bool {
    text.isBlankLine
      || ["", "--", "/", "无", "空", "空白", "未选", "弃选", "(空)", "（空）", "(跳过)", "（跳过）"].contains(text)
  }

  private static func parts(_ text: String) -> [String] {
    text.unicodeScalars.split {
      $0.isBlank || $0 == "、" || $0 == "┋" || $0 == "，" || $0 == "," || $0 == ";" || $0 == "；"
    }.map(String.init)
  }
}
