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
    var list = try ListReading(source) { BallotColumns($0).picker != nil }
    let columns = BallotColumns(list.heads)
    var reading = Reading<BallotLine>()
    if columns.picker == nil {
      list.miss("picker")
    } else if columns.single.isEmpty, columns.joined == nil {
      list.miss("choices")
    }
    let (used, judge) = (columns.used, columns.judge)
    while let picker = columns.picker, let row = try list.next(used: used, judge: judge) {
      let said = { (column: Int) in FieldReading.isBlank(row.cells[column]) ? "" : row.cells[column]
      }
      let choices = columns.single.map(said) + (columns.joined.map { parts(said($0)) } ?? [])
      if said(picker).isEmpty {
        let rest = row.cells.lazy.filter { !$0.isEmpty }.prefix(3).joined(separator: ", ")
        list.refuse(row.number, picker, .unknownBadge, rest)
        continue
      }
      reading.rows.append(
        BallotLine(
          row: row.number, picker: row.cells[picker], choices: choices.filter { !$0.isEmpty }))
    }
    reading.problems = list.problems
    reading.columns = list.reports(columns.reports)
    return reading
  }

  private static func parts(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.isBlank || $0 == "、" || $0 == "┋" || $0 == "，" || $0 == ";" }
      .map(String.init)
  }
}

/// What the columns of a list of slips are.
private struct BallotColumns {
  var picker: Int?
  /// The columns `choice1`, `choice2`… (选择1, 志愿1) in the order of their numbers.
  var single: [Int] = []
  var joined: Int?
  private let heads: [String]

  private static let pickers: Set<String> = [
    "picker", "选择人", "投票人", "填票人", "本人", "本人号牌", "选择人号牌", "投票人号牌", "voter", "chooser",
  ]
  private static let choices: Set<String> = [
    "choices", "选择", "互选", "心动对象", "picks", "所选号牌", "选择号牌",
  ]

  init(_ heads: [String]) {
    self.heads = heads
    let named = { (words: Set<String>) in heads.firstIndex { HeadText.isOne(of: words, $0) } }
    picker = named(Self.pickers) ?? named(GuestColumns.badgeWords)
    single = Self.numbered(heads)
    if single.isEmpty { joined = named(Self.choices) }
  }

  private static func numbered(_ heads: [String]) -> [Int] {
    let numbered = heads.enumerated().compactMap { index, head -> (index: Int, rank: Int)? in
      let plain = RosterColumns.normalised(head)
      let starts = ["choice", "选择", "志愿", "第", "pick", "心动", "互选"]
      guard let start = starts.first(where: plain.hasPrefix) else { return nil }
      let rest = plain.dropFirst(start.count).prefix { $0.isNumber && $0.isASCII }
      let behind = plain.dropFirst(start.count + rest.count)
      guard let rank = Int(rest), rank > 0,
        start == "第" ? ["志愿", "选择"].contains(behind) : behind.isEmpty
      else { return nil }
      return (index, rank)
    }
    return numbered.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
  }

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
