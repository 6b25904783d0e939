import Characters
public import Matchmaking

/// One line of a plain list, as for check-in: a badge, number, phone or name.
public struct NameLine: Hashable, Sendable {
  /// Counted from 1.
  public let row: Int
  public let text: String
  /// Where the list has a head: whom the line means, in all its columns; the badge is in `text` then.
  public var person: ListedPerson?
  /// The head of the column that says who is meant; empty where the list has none.
  public var head = ""

  /// A word that stands in no file.
  public init(_ text: String) { self.init(row: 0, text: text) }

  init(row: Int, text: String, person: ListedPerson? = nil, head: String = "") {
    self.row = row
    self.text = text
    self.person = person
    self.head = head
  }

  /// Reads one name a line; blank lines are passed over.
  public static func read(_ source: ByteSource) throws(FileFault) -> Reading<NameLine> {
    var reading = Reading<NameLine>()
    var lines = NameLines(source)
    while let line = try lines.next() {
      switch line {
      case .name(let line): reading.rows.append(line)
      case .problem(let problem): reading.problems.append(problem)
      case .columns(let columns): reading.columns = columns
      }
    }
    return reading
  }
}

/// A plain list read line by line as it comes, so that a scanner at the door is answered at once.
///
/// Where its first line is a head (姓名,手机号), the others are rows of a table, each on a line of its own.
public struct NameLines {
  public enum Line: Hashable, Sendable {
    case name(NameLine)
    case problem(ImportProblem)
    /// What the columns of a table are taken for, once, before its rows.
    case columns([ColumnReport])
  }

  /// The head of a list that has one.
  private struct Head {
    let columns: GuestColumns
    let judge: RowJudge
    let separator: Unicode.Scalar
  }

  private let source: ByteSource
  private var waiting: [UInt8] = []
  private var start = 0
  private var row = 0
  private var isAtEnd = false
  private var isJudged = false
  /// Whether no line was looked at yet that might be a head.
  private var isFirst = true
  /// The last line ended in CR; an LF that follows belongs to it.
  private var owesLineFeed = false
  private var head: Head?

  public init(_ source: ByteSource) { self.source = source }

  /// The next line that is not blank, or what is wrong with it; nil at the end.
  public mutating func next() throws(FileFault) -> Line? {
    while let line = try line() {
      if !isJudged {
        // Blank lines say nothing of the kind of file.
        let isTelling = line.contains { $0 > 0x20 && ![0xef, 0xbb, 0xbf].contains($0) }
        guard isTelling || (isAtEnd && start >= waiting.count) else { continue }
        if let problem = judge(line) { return .problem(problem) }
      }
      if head == nil, row <= HeadSearch.depth, let columns = takeHead(line) {
        return .columns(columns)
      }
      if let result = head.map({ Self.row($0, line, row) }) ?? Self.name(in: line, row: row) {
        return result
      }
    }
    guard !isJudged else { return nil }
    isJudged = true
    return .problem(.emptyFile)
  }

  /// Looks once whether it is text at all; nothing is read of a file that is not.
  private mutating func judge(_ line: ArraySlice<UInt8>) -> ImportProblem? {
    isJudged = true
    let kind = FileKind(line + waiting[start...].prefix(1 << 16))
    guard kind != .text else { return nil }
    isAtEnd = true
    start = waiting.count
    return kind == .empty
      ? .emptyFile
      : ImportProblem(
        row: 0, column: "", code: .unsupportedFile, evidence: kind.name, isRefusal: true)
  }

  /// LF, CRLF or CR between them; without the byte-order mark. Nil at the end.
  private mutating func line() throws(FileFault) -> ArraySlice<UInt8>? {
    var at = start
    while true {
      while at < waiting.count {
        let byte = waiting[at]
        if owesLineFeed {
          owesLineFeed = false
          if byte == CSVScanner.newline {
            at += 1
            start = at
            continue
          }
        }
        if byte == CSVScanner.newline || byte == CSVScanner.carriageReturn {
          owesLineFeed = byte == CSVScanner.carriageReturn
          defer { start = at + 1 }
          return take(waiting[start..<at])
        }
        at += 1
      }
      if isAtEnd {
        guard start < waiting.count else { return nil }
        defer { start = waiting.count }
        return take(waiting[start...])
      }
      at -= start
      waiting.removeFirst(start)
      start = 0
      let piece = try source.next()
      isAtEnd = piece.isEmpty
      waiting += piece
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    row += 1
    return row == 1 && line.starts(with: [0xef, 0xbb, 0xbf]) ? line.dropFirst(3) : line
  }

  /// Whether a line is a head, as names of people are none: the first, or below titles one of several
  /// columns.
  private mutating func takeHead(_ line: ArraySlice<UInt8>) -> [ColumnReport]? {
    guard let text = TextEncoding.text(of: line) else { return nil }
    let separators: [Unicode.Scalar] = [",", "\t", ";", "，", "|"]
    let separator = separators.first { text.unicodeScalars.contains($0) } ?? ","
    let columns = GuestColumns(Self.cells(text, separator))
    let isHead = columns.tellsWho || columns.badge != nil
    guard isFirst ? isHead : columns.tellsWho && columns.used.count > 1 else {
      isFirst = false
      return nil
    }
    head = Head(columns: columns, judge: columns.judge, separator: separator)
    return columns.reports
  }

  /// Cells of one line; quotes may stand around each.
  private static func cells(_ line: String, _ separator: Unicode.Scalar) -> [String] {
    var cells: [String] = [""]
    var isQuoted = false
    for scalar in line.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == separator, !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells.map { ListReading.withoutArtefacts(PlainText($0, lines: .joined).text.trimmed) }
  }

  /// The cells of a line; nil where one that is read is in no encoding that is known.
  private static func readable(_ line: ArraySlice<UInt8>, _ head: Head) -> [String]? {
    if let text = TextEncoding.text(of: line) { return cells(text, head.separator) }
    guard head.separator.isASCII, !line.contains(UInt8(ascii: "\"")) else { return nil }
    let mark = UInt8(head.separator.value)
    var cells: [String] = []
    for (index, cell) in line.split(separator: mark, omittingEmptySubsequences: false).enumerated()
    {
      let text = TextEncoding.text(of: cell)
      if text == nil, head.columns.used.contains(index) { return nil }
      cells.append(Self.cells(text ?? "", head.separator)[0])
    }
    return cells
  }

  /// Nil for a blank line.
  private static func row(_ head: Head, _ line: ArraySlice<UInt8>, _ row: Int) -> Line? {
    guard let cells = readable(line, head) else {
      return refused(row, .notUTF8, String(decoding: line, as: UTF8.self))
    }
    if cells.allSatisfy(\.isEmpty) { return nil }
    if case .passedOver(let kind) = head.judge.verdict(cells) {
      return .problem(
        ImportProblem(
          row: row, column: "", code: .passedOver, evidence: RowsPassedOver.evidence(cells),
          isRefusal: false, kind: kind))
    }
    let badge = head.columns.badge.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
    let person = head.columns.person(cells)
    if !FieldReading.isBlank(badge) {
      return .name(NameLine(row: row, text: badge, person: person))
    }
    guard let word = person.word else {
      return refused(row, .unknownMember, RowsPassedOver.evidence(cells))
    }
    return .name(NameLine(row: row, text: word, person: person))
  }

  private static func refused(_ row: Int, _ code: ImportProblem.Code, _ text: String) -> Line {
    let evidence = PlainText(text, lines: .joined).text.trimmed.shortened(to: 40)
    return .problem(
      ImportProblem(row: row, column: "", code: code, evidence: evidence, isRefusal: true))
  }

  /// Nil for a blank line.
  private static func name(
    in line: ArraySlice<UInt8>, row: Int
  ) -> Line? {
    guard let raw = TextEncoding.text(of: line) else {
      return refused(row, .notUTF8, String(decoding: line, as: UTF8.self))
    }
    let plain = PlainText(raw, lines: .joined)
    if plain.lostCharacters { return refused(row, .controlCharacters, raw) }
    let text = plain.text.trimmed
    if text.isEmpty { return nil }
    if text.utf8.count > 400 { return refused(row, .tooLong, text) }
    if let kind = kind(of: text) {
      return .problem(
        ImportProblem(
          row: row, column: "", code: .passedOver, evidence: text.shortened(to: 40),
          isRefusal: false, kind: kind))
    }
    return .name(NameLine(row: row, text: text))
  }

  /// What a line is that is no name, a title above the head among them; nil for one that may be.
  private static func kind(of text: String) -> RowKind? {
    if let found = RowGrammar(text), found.isPlain { return found.kind }
    let cells = text.split { ",;\t".contains($0) }
    guard cells.count == 1, cells[0].count < text.count || text.count > 6 else { return nil }
    return RowGrammar.isTitle(String(cells[0])) ? .title : nil
  }
}
