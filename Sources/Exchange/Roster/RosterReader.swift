import Characters
public import Matchmaking

/// Reads a roster row by row: every row comes out as a draft or as a refusal, with its problems.
///
/// ```
/// var reader = try RosterReader(ByteSource(path: path))
/// while let row = try reader.next() { … }
/// ```
public struct RosterReader {
  /// How many rows came out; blank rows are not counted.
  public struct Tally: Hashable, Sendable {
    public internal(set) var rows = 0
    public internal(set) var refused = 0
  }

  /// Nil where the file has none that can be read.
  public let head: RosterHead?
  /// What is wrong with the file as a whole or with its head. A refusal among them means that no row
  /// is read; some are known only once all rows are.
  public var problems: [ImportProblem] { rows.problems + headProblems + mergedProblems }
  public private(set) var tally = Tally()
  /// The sheet that is read; nil for text.
  public var sheet: String? { rows.sheet }

  /// The size of the file, where it is known.
  public var total: Int? { rows.total }
  /// How far the rows reach that were given out.
  public var bytesDone: Int { rows.bytesDone }

  private var rows: RowReader
  private var repeats: RepeatedRows
  private let headProblems: [ImportProblem]
  /// Read while the head was looked for.
  private var waiting: [TextRow]

  public init(
    _ source: ByteSource, choosing choice: ReadingChoice = ReadingChoice(),
    columns: RosterColumns = .standard, limits: CSVLimits = CSVLimits()
  ) throws(FileFault) {
    let columns = columns.deciding(choice.columns)
    rows = try RowReader(source, choosing: choice, limits: limits) {
      RosterHead.isRecognised($0, columns: columns)
    }
    // A row with a dozen cells takes some 200 bytes; growing the tables anew costs more than room.
    repeats = RepeatedRows(expecting: min(200_000, (source.total ?? 0) / 200))
    let search = try HeadSearch(&rows, columns: columns)
    head = search.head.flatMap { $0.isRefused ? nil : $0 }
    waiting = search.waiting
    headProblems = search.problems
    rows.width = head?.columns.count ?? 0
  }

  /// The next row that is not blank; nil at the end and for a file that is refused as a whole.
  public mutating func next() throws(FileFault) -> RosterRow? {
    guard let head else { return nil }
    while let cells = try nextCells() {
      if cells.isBlank { continue }
      var reading = RosterRowReading(cells, head: head)
      var row = reading.result()
      repeats.check(&row, head: head)
      tally.rows += 1
      if row.draft == nil { tally.refused += 1 }
      return row
    }
    return nil
  }

  /// The next row as it stands in the file.
  mutating func nextCells() throws(FileFault) -> TextRow? {
    guard !waiting.isEmpty else { return try rows.next() }
    var row = waiting.removeFirst()
    while row.cells.count < rows.width, rows.sheet != nil { row.cells.append("") }
    return row
  }

  /// Cells below the head that were made one: all but the first are empty, whatever is meant.
  private var mergedProblems: [ImportProblem] {
    guard let head else { return [] }
    return rows.merged.filter { $0.rows.upperBound > head.row }.map { cells in
      let column = cells.columns.lowerBound
      return ImportProblem(
        row: cells.rows.lowerBound, column: column < head.names.count ? head.names[column] : "",
        code: .mergedCells, evidence: cells.name, isRefusal: false)
    }
  }

  /// Everything at once, for files that are known to be small.
  public static func readAll(
    _ bytes: [UInt8], columns: RosterColumns = .standard
  ) -> (drafts: [MemberDraft], problems: [ImportProblem]) {
    // Bytes that are in memory already cannot fail to be read.
    guard var reader = try? RosterReader(ByteSource(bytes), columns: columns) else {
      return ([], [])
    }
    var drafts: [MemberDraft] = []
    var problems = reader.problems
    while let row = try? reader.next() {
      if let draft = row.draft { drafts.append(draft) }
      problems += row.problems
    }
    return (drafts, problems)
  }
}

extension ImportProblem {
  static let emptyFile = ImportProblem(
    row: 0, column: "", code: .emptyFile, evidence: "", isRefusal: true)
}
