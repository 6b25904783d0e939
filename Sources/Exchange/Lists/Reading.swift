import Characters
public import Matchmaking

/// What a short list holds: its rows as raw texts, and what was wrong with the others.
public struct Reading<Row: Hashable & Sendable>: Hashable, Sendable {
  public internal(set) var rows: [Row] = []
  public internal(set) var problems: [ImportProblem] = []
  /// What became of each column.
  public internal(set) var columns: [ColumnReport] = []

  /// How many rows the file has that are not blank, without the head and what is passed over.
  public var count: Int {
    rows.count + Set(problems.lazy.filter { $0.isRefusal && $0.row > 0 }.map(\.row)).count
  }

  /// How many rows are no people.
  public var passedOver: Int { problems.count { $0.code == .passedOver } }
}

/// Reads a list with a head, one row at a time; a row with any doubt about a cell that is read is refused
/// whole.
struct ListReading {
  let heads: [String]
  private(set) var problems: [ImportProblem] = []
  /// How many rows have something in each column.
  private(set) var filled: [Int]
  private var table: RowReader
  /// Rows that were read while the head was looked for.
  private var waiting: [TextRow] = []

  /// Titles may stand above the head, as they do above a roster's.
  ///
  /// - Parameter isHead: whether the cells of a row are the head that is wanted.
  init(_ source: ByteSource, isHead: @escaping ([String]) -> Bool) throws(FileFault) {
    table = try RowReader(source) { isHead($0.cells) }
    var seen: [TextRow] = []
    if !table.problems.contains(where: \.isRefusal) {
      while seen.count < HeadSearch.depth, let row = try table.next() {
        if row.isBlank { continue }
        seen.append(row)
        if isHead(row.cells) { break }
      }
    }
    let isFound = seen.last.map { isHead($0.cells) } ?? false
    let head = isFound ? seen.last : seen.first
    heads = head?.cells.map { RosterColumns.cleaned($0) } ?? []
    filled = Array(repeating: 0, count: heads.count)
    problems = table.problems
    if isFound {
      problems += seen.dropLast().map(HeadSearch.title)
    } else {
      waiting = Array(seen.dropFirst())
    }
    if head == nil, !problems.contains(where: \.isRefusal) { problems.append(.emptyFile) }
  }

  /// To be said where the file lacks a column without which nothing can be read.
  mutating func miss(_ column: String) {
    guard !problems.contains(where: \.isRefusal) else { return }
    problems.append(
      ImportProblem(
        row: 0, column: column, code: .missingColumn,
        evidence: heads.joined(separator: ", ").shortened(to: 200), isRefusal: true))
  }

  /// The next row that can be trusted, its cells cleaned and as many as the heads.
  ///
  /// - Parameter used: columns whose cells matter.
  mutating func next(
    used: Set<Int>, judge: RowJudge?
  ) throws(FileFault) -> (number: Int, cells: [String])? {
    guard !problems.contains(where: { $0.row == 0 && $0.isRefusal }) else { return nil }
    while let row = try nextRow() {
      if row.isBlank { continue }
      let plain = row.cells.map { PlainText($0, lines: .joined) }
      let cells = plain.map { Self.withoutArtefacts($0.text.trimmed) }
      if passesOver(row.number, cells, judge) { continue }
      if let problem = problem(with: row, plain, used) {
        problems.append(problem)
        continue
      }
      for index in filled.indices where index < cells.count && !cells[index].isEmpty {
        filled[index] += 1
      }
      let missing = max(0, heads.count - cells.count)
      return (row.number, cells.prefix(heads.count) + Array(repeating: "", count: missing))
    }
    return nil
  }

  /// What stands in a list are numbers and names; several picks may stand in one cell.
  static func withoutArtefacts(_ text: String) -> String {
    let bare = CellArmour.bare(text)
    return bare.contains(",") ? bare : SpreadsheetNumber.undone(bare)
  }

  private mutating func nextRow() throws(FileFault) -> TextRow? {
    waiting.isEmpty ? try table.next() : waiting.removeFirst()
  }

  /// Totals, signatures and notes are in lists too; a head with other columns is refused there.
  private mutating func passesOver(_ row: Int, _ cells: [String], _ judge: RowJudge?) -> Bool {
    switch judge?.verdict(cells) {
    case .passedOver(let kind)?:
      problems.append(
        ImportProblem(
          row: row, column: "", code: .passedOver, evidence: RowsPassedOver.evidence(cells),
          isRefusal: false, kind: kind))
      return true
    case .otherHead?, .person?, nil: return false
    }
  }

  mutating func refuse(_ row: Int, _ column: Int?, _ code: ImportProblem.Code, _ evidence: String) {
    problems.append(
      ImportProblem(
        row: row, column: column.map(head) ?? "", code: code,
        evidence: ResidentNumber.masked(evidence).shortened(to: 40), isRefusal: true))
  }

  func head(_ column: Int) -> String { heads.indices.contains(column) ? heads[column] : "" }

  /// What became of the columns, with what was counted.
  func reports(_ reports: [ColumnReport]) -> [ColumnReport] {
    reports.enumerated().map { index, report in
      var report = report
      report.filled = filled.indices.contains(index) ? filled[index] : 0
      return report
    }
  }

  private func problem(
    with row: TextRow, _ plain: [PlainText], _ used: Set<Int>
  ) -> ImportProblem? {
    func refusal(_ column: Int?, _ code: ImportProblem.Code, _ evidence: String) -> ImportProblem {
      ImportProblem(
        row: row.number, column: column.map(head) ?? "", code: code,
        evidence: ResidentNumber.masked(evidence).shortened(to: 40), isRefusal: true)
    }
    let matters = { (column: Int?) in column.map(used.contains) ?? true }
    if let fault = row.faults.first(where: { !$0.kind.isHarmless && matters($0.column) }) {
      return refusal(fault.column, fault.kind.code, fault.evidence)
    }
    let lost = plain.indices.first { used.contains($0) && plain[$0].lostCharacters }
    if let lost { return refusal(lost, .controlCharacters, plain[lost].text) }
    if plain.dropFirst(heads.count).contains(where: { !$0.text.allBlank }) {
      return refusal(nil, .cellCount, "\(plain.count)/\(heads.count)")
    }
    return nil
  }
}
