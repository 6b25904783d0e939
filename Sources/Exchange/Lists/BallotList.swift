import Characters
internal import Matchmaking

/// One slip of a list of ballots: whose it is, and the picks in their order.
public struct BallotLine: Hashable, Sendable {
  /// Counted from 1; the head is row 1.
  public let row: Int
  /// As written.
  public let picker: String
  /// As written, the first choice first; blank cells are no choices.
  public let choices: [String]

  /// Reads columns `picker,choice1,choice2,…`, or `picker,choices` with badges between blanks.
  public static func read(_ source: ByteSource) throws(FileFault) -> Reading<BallotLine> {
    var list = try ListReading(source)
    var reading = Reading<BallotLine>()
    let picker = list.column(["picker", "选择人", "投票人", "号牌"], isNeeded: true)
    let single = choiceColumns(list.heads)
    let joined =
      single.isEmpty ? list.column(["choices", "选择", "互选"], isNeeded: picker != nil) : nil
    while let picker, let row = try list.next() {
      let choices = single.map { row.cells[$0] } + (joined.map { parts(row.cells[$0]) } ?? [])
      if row.cells[picker].isEmpty {
        list.refuse(row.number, picker, .unknownBadge, row.cells.joined(separator: ","))
        continue
      }
      reading.rows.append(
        BallotLine(
          row: row.number, picker: row.cells[picker], choices: choices.filter { !$0.isEmpty }))
    }
    reading.problems = list.problems
    return reading
  }

  /// The columns `choice1`, `choice2`… (选择1, 志愿1) in the order of their numbers.
  private static func choiceColumns(_ heads: [String]) -> [Int] {
    let numbered = heads.enumerated().compactMap { index, head -> (index: Int, rank: Int)? in
      let plain = RosterColumns.normalised(head)
      guard let start = ["choice", "选择", "志愿"].first(where: plain.hasPrefix),
        let rank = Int(plain.dropFirst(start.count)), rank > 0
      else { return nil }
      return (index, rank)
    }
    return numbered.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
  }

  private static func parts(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.isBlank || $0 == "、" || $0 == "┋" || $0 == "，" || $0 == ";" }
      .map(String.init)
  }
}
