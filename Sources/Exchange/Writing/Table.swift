/// How the results of a command are written (`--format`).
public enum TableFormat: String, Sendable, CaseIterable {
  case table, csv, json
}

/// One value of a table, with its type, so that JSON keeps numbers numbers.
public enum TableCell: Hashable, Sendable {
  case text(String)
  /// A machine's word, and what people read in its place.
  case coded(String, shown: String)
  case number(Int)
  /// Rounded to so many places after the point, 0 to 9.
  case decimal(Double, places: Int)
  case flag(Bool)
  case none

  /// Nil becomes `none`.
  public static func text(_ text: String?) -> TableCell { text.map { .text($0) } ?? .none }
  public static func number(_ number: Int?) -> TableCell { number.map { .number($0) } ?? .none }
}

extension TableCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral text: String) { self = .text(text) }
  public init(integerLiteral number: Int) { self = .number(number) }
  public init(booleanLiteral flag: Bool) { self = .flag(flag) }
  public init(nilLiteral: ()) { self = .none }
}

public struct TableColumn: Hashable, Sendable {
  public enum Side: Sendable { case left, right }

  /// The machine's name: the head of CSV and the key of JSON.
  public let name: String
  /// The head for people; the name where there is none.
  public let head: String?
  /// Numbers stand on the right.
  public let side: Side
  /// How many columns of the screen to keep free where rows are written before all are known.
  public let expectedWidth: Int

  public init(
    _ name: String, head: String? = nil, side: Side = .left, expectedWidth: Int = 8
  ) {
    self.name = name
    self.head = head
    self.side = side
    self.expectedWidth = expectedWidth
  }
}

/// The result of a command that lists: columns, and rows with a cell for each.
public struct Table: Hashable, Sendable {
  public var columns: [TableColumn]
  public var rows: [[TableCell]]

  public init(_ columns: [TableColumn], rows: [[TableCell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The whole output, ending in a line end.
  ///
  /// - Parameters:
  ///   - bom: puts a byte-order mark before CSV, for Excel.
  ///   - width: how many columns of the screen a text takes.
  public func written(
    as format: TableFormat, bom: Bool = false, width: @escaping (String) -> Int
  ) -> String {
    var widths: [Int]?
    if format == .table {
      widths = columns.indices.map { index in
        let cells = rows.lazy.map { TableWriter.plain($0, index) }
        return cells.reduce(width(TableWriter.head(columns[index]))) { max($0, width($1)) }
      }
    }
    var writer = TableWriter(columns, as: format, bom: bom, widths: widths, width: width)
    var text = writer.head()
    for row in rows { writer.add(row, to: &text) }
    text += writer.foot()
    return text
  }

  /// The same as bytes, which for CSV is faster.
  public func bytes(
    as format: TableFormat, bom: Bool = false, width: @escaping (String) -> Int
  ) -> [UInt8] {
    guard format == .csv else { return Array(written(as: format, bom: bom, width: width).utf8) }
    let writer = TableWriter(columns, as: format, bom: bom) { $0.count }
    var bytes = Array(writer.head().utf8)
    for row in rows { CSVWriting.add(writer.whole(row), to: &bytes) }
    return bytes
  }

  /// CSV or JSON of more rows than should stand in memory at once.
  ///
  /// - Parameter give: gets the text in pieces, in order.
  public static func write(
    _ columns: [TableColumn], _ rows: some Sequence<[TableCell]>, as format: TableFormat,
    bom: Bool = false, _ give: (String) throws -> Void
  ) rethrows {
    var writer = TableWriter(columns, as: format, bom: bom) { $0.count }
    var text = writer.head()
    for row in rows {
      writer.add(row, to: &text)
      guard text.utf8.count > 1 << 16 else { continue }
      try give(text)
      text = ""
    }
    try give(text + writer.foot())
  }
}
