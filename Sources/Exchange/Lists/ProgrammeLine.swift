import Characters
public import Matchmaking

/// One segment of a list that holds a programme: its kind, its minutes, its title.
public struct ProgrammeLine: Hashable, Sendable {
  /// Counted from 1; the head is row 1.
  public let row: Int
  public let plan: SegmentPlan

  /// Reads columns `kind,minutes,title` in any order; the title may be missing. Kinds are the words of scripts
  /// or the ones on screen.
  ///
  /// - Throws: `Refusal.programme(.badLine)` for the first line that is no segment: half a programme is none.
  public static func read(_ source: ByteSource) throws -> [ProgrammeLine] {
    var list = try ListReading(source) { ProgrammeColumns($0).isHead }
    let columns = ProgrammeColumns(list.heads)
    guard let kind = columns.kind, let minutes = columns.minutes else {
      if let problem = list.problems.first(where: \.isRefusal) {
        throw Refusal.programme(.badFile(problem))
      }
      throw Refusal.programme(
        .badLine(row: 1, text: list.heads.joined(separator: ",").trimmed))
    }
    let used = Set([kind, minutes, columns.title].compactMap(\.self))
    var lines: [ProgrammeLine] = []
    while let row = try list.next(used: used, judge: nil) {
      let cells = row.cells
      guard let segment = SegmentKind(typed: cells[kind]),
        let length = Self.minutes(cells[minutes])
      else {
        let text = [kind, minutes].map { cells[$0] }.joined(separator: ",")
        throw Refusal.programme(.badLine(row: row.number, text: text))
      }
      let title = columns.title.map { cells[$0].cleaned().trimmed } ?? ""
      lines.append(
        ProgrammeLine(
          row: row.number, plan: SegmentPlan(segment, title: title, minutes: length)))
    }
    if let problem = list.problems.first(where: \.isRefusal) {
      throw Refusal.programme(.badFile(problem))
    }
    return lines
  }

  /// `20`, `20分钟`, `20 min`; an empty cell is a segment without an end.
  private static func minutes(_ text: String) -> Int? {
    var rest = text.narrowedLine[...]
    for unit in ["分钟", "minutes", "minute", "mins", "min", "分", "'"] where rest.hasSuffix(unit) {
      rest = rest.dropLast(unit.count)
      break
    }
    let digits = String(rest).trimmed
    if digits.isEmpty { return text.trimmed.isEmpty ? 0 : nil }
    guard digits.utf8.count <= 6, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}

/// What the columns of a programme are.
private struct ProgrammeColumns {
  let kind: Int?
  let minutes: Int?
  let title: Int?

  init(_ heads: [String]) {
    func place(_ words: String) -> Int? {
      let words = Set(HeadWords.words(words))
      return heads.firstIndex { HeadText.isOne(of: words, $0) }
    }
    kind = place("kind 类型 环节类型 种类 环节")
    minutes = place("minutes min 分钟 时长 分钟数 时间")
    title = place("title 名称 环节名称 标题 内容 说明")
  }

  var isHead: Bool { kind != nil && minutes != nil }
}

extension SegmentKind {
  /// Nil for what is no kind.
  public init?(typed text: String) {
    let word = text.narrowedLine.lowercased()
    guard let kind = SegmentKind(rawValue: word) ?? Self.words[word] else { return nil }
    self = kind
  }

  private static let words: [String: SegmentKind] = [
    "入场": .arrival, "签到": .arrival, "签到入场": .arrival, "到场": .arrival,
    "开场": .opening, "致辞": .opening, "开幕": .opening, "开场致辞": .opening,
    "破冰": .icebreaker, "破冰游戏": .icebreaker, "热身": .icebreaker,
    "轮换": .rounds, "轮换交流": .rounds, "轮桌": .rounds, "轮流交谈": .rounds, "八分钟交友": .rounds,
    "话题交流": .topics, "话题": .topics, "话题桌": .topics,
    "心心相映": .hearts, "心动互选": .picks, "互选": .picks, "投票": .picks,
    "姻缘一线牵": .thread, "红线": .thread, "牵手公布": .announcement, "牵手": .announcement,
    "公布": .announcement, "公布牵手": .announcement, "结束": .closing, "闭幕": .closing,
    "合影": .closing, "自由交流": .free, "自由": .free, "茶歇": .free, "休息": .free, "游戏": .free,
  ]
}

extension String {
  /// With half-width letters and digits, and without blanks around it.
  fileprivate var narrowedLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map(\.narrowed))).trimmed
  }
}
