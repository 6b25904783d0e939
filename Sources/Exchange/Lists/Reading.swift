import Characters
public import Matchmaking

/// What a short list holds: its rows as raw texts, and what was wrong with the others.
public struct Reading<Row: Hashable & Sendable>: Hashable, Sendable {
  public internal(set) var rows: [Row] = []
  public internal(set) var problems: [ImportProblem] = []

  /// How many rows the file has that are not blank, without the head.
  public var count: Int {
    rows.count + Set(problems.lazy.filter { $0.isRefusal && $0.row > 0 }.map(\.row)).count
  }
}

/// Reads a list with a head, one row at a time; a row with any doubt about its cells is refused whole.
struct ListReading {
  let heads: [String]
  private(set) var problems: [ImportProblem] = []
  private var table: RowReader

  init(_ source: ByteSource) throws(FileFault) {
    table = try RowReader(source)
    if !table.problems.isEmpty {
      heads = []
      problems = table.problems
    } else if let head = try table.next() {
      heads = head.cells.map { PlainText($0, lines: .joined).text.trimmed }
    } else {
      heads = []
      problems = [.emptyFile]
    }
  }

  /// Where each column stands, by any of its names; nil where the file has none.
  mutating func column(_ names: [String], isNeeded: Bool) -> Int? {
    let plain = heads.map(RosterColumns.normalised)
    for name in names {
      if let index = plain.firstIndex(of: name) { return index }
    }
    if isNeeded, problems.isEmpty {
      problems.append(
        ImportProblem(
          row: 0, column: names[0], code: .missingColumn,
          evidence: heads.joined(separator: ", ").shortened(to: 200), isRefusal: true))
    }
    return nil
  }

  /// The next row that can be trusted, its cells cleaned and as many as the heads.
  mutating func next() throws(FileFault) -> (number: Int, cells: [String])? {
    guard !problems.contains(where: { $0.row == 0 }) else { return nil }
    while let row = try table.next() {
      if row.isBlank { continue }
      let plain = row.cells.map { PlainText($0, lines: .joined) }
      if let problem = problem(with: row, plain) {
        problems.append(problem)
        continue
      }
      let missing = max(0, heads.count - plain.count)
      let cells = plain.prefix(heads.count).map {
        let text = CellArmour.bare($0.text.trimmed)
        // Several picks may stand in one cell.
        return text.contains(",") ? text : SpreadsheetNumber.undone(text)
      }
      return (row.number, cells + Array(repeating: "", count: missing))
    }
    return nil
  }

  mutating func refuse(_ row: Int, _ column: Int?, _ code: ImportProblem.Code, _ evidence: String) {
    problems.append(
      ImportProblem(
        row: row, column: column.map(head) ?? "", code: code, evidence: evidence.shortened(to: 40),
        isRefusal: true))
  }

  private func head(_ column: Int) -> String { heads.indices.contains(column) ? heads[column] : "" }

  private func problem(with row: TextRow, _ plain: [PlainText]) -> ImportProblem? {
    func refusal(_ column: Int?, _ code: ImportProblem.Code, _ evidence: String) -> ImportProblem {
      ImportProblem(
        row: row.number, column: column.map(head) ?? "", code: code, evidence: evidence,
        isRefusal: true)
    }
    if let fault = row.faults.first(where: { !$0.kind.isHarmless }) {
      return refusal(fault.column, fault.kind.code, fault.evidence)
    }
    if let column = plain.firstIndex(where: \.lostCharacters) {
      return refusal(column, .controlCharacters, plain[column].text.shortened(to: 40))
    }
    if plain.dropFirst(heads.count).contains(where: { !$0.text.allBlank }) {
      return refusal(nil, .cellCount, "\(plain.count)/\(heads.count)")
    }
    return nil
  }
}
