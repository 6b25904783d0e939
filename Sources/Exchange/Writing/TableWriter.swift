import Characters

/// Writes a table row by row: each piece is whole lines, to be flushed once its change is on disk.
///
/// - `table`: for people, so heads and machine's words in their language; columns two blanks apart, none at a line's end; what is wider than its column moves the
///   rest of its row, and nothing is cut.
/// - `csv`: RFC 4180, so lines end in CRLF; machine names in the head; cells that a spreadsheet would
///   take for a formula are armoured (see `CellArmour`).
/// - `json`: one array of objects, an object a line, keys in the order of the columns.
///
/// Characters that can drive a terminal or deceive a reader are taken out of everything (`PlainText`).
public struct TableWriter {
  private let columns: [TableColumn]
  private let format: TableFormat
  private let bom: Bool
  private let widths: [Int]
  private let width: (String) -> Int
  private var count = 0

  /// - Parameters:
  ///   - widths: of each column on the screen; where nil, the expected ones and those of the heads.
  ///   - width: how many columns of the screen a text takes.
  public init(
    _ columns: [TableColumn], as format: TableFormat, bom: Bool = false, widths: [Int]? = nil,
    width: @escaping (String) -> Int
  ) {
    self.columns = columns
    self.format = format
    self.bom = bom
    self.width = width
    self.widths = widths ?? columns.map { max($0.expectedWidth, width(Self.head($0))) }
  }

  /// What stands before the first row.
  public func head() -> String {
    switch format {
    case .table: line(columns.map(Self.head))
    case .csv: (bom ? "\u{feff}" : "") + CSVWriting.line(columns.map { .text($0.name) })
    case .json: "[\n"
    }
  }

  /// One row; cells that are missing are taken for `none`.
  public mutating func row(_ cells: [TableCell]) -> String {
    var text = ""
    add(cells, to: &text)
    return text
  }

  /// What stands behind the last row.
  public func foot() -> String { format == .json ? "]\n" : "" }

  mutating func add(_ cells: [TableCell], to text: inout String) {
    let cells = whole(cells)
    switch format {
    case .table: text += line(columns.indices.map { Self.plain(cells, $0) })
    case .csv: text += CSVWriting.line(cells)
    case .json:
      text += count == 0 ? "  " : ", "
      text += JSONWriting.object(zip(columns.lazy.map(\.name), cells))
      text += "\n"
    }
    count += 1
  }

  func whole(_ cells: [TableCell]) -> [TableCell] {
    cells.count == columns.count
      ? cells : columns.indices.map { $0 < cells.count ? cells[$0] : .none }
  }

  private func line(_ texts: [String]) -> String {
    var line = ""
    // A missing blank is not put before the text that would need it, so that no line ends in blanks.
    var owed = 0
    for (index, text) in texts.enumerated() {
      let room = max(0, widths[index] - width(text))
      if columns[index].side == .right { owed += room }
      if !text.isEmpty {
        line += String(repeating: " ", count: owed) + text
        owed = 0
      }
      owed += columns[index].side == .right ? 2 : room + 2
    }
    return line + "\n"
  }

  static func head(_ column: TableColumn) -> String {
    PlainText(column.head ?? column.name, lines: .joined).text
  }

  static func plain(_ cells: [TableCell], _ index: Int) -> String {
    guard index < cells.count else { return "" }
    return switch cells[index] {
    case .text(let text), .coded(_, shown: let text): PlainText(text, lines: .joined).text
    case .number(let number): "\(number)"
    case .decimal(let value, let places): Decimals.text(value, places: places) ?? ""
    case .flag(let flag): flag ? "✓" : "–"
    case .none: ""
    }
  }
}
