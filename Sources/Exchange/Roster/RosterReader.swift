import Characters
public import Matchmaking

/// Reads a roster row by row: every row comes out as a draft or as a refusal, with its problems.
///
/// ```
/// var reader = try RosterReader(ByteSource(path: path))
/// while let row = try reader.next() { … }
/// ```
public struct RosterReader {
  /// How many rows came out that may be people; blank rows and those passed over are not counted.
  public struct Tally: Hashable, Sendable {
    public internal(set) var rows = 0
    public internal(set) var refused = 0
    /// Rows whose person answered again later.
    public internal(set) var replaced = 0
    /// Rows that are no people; not among `rows`.
    public internal(set) var passedOver = 0
  }

  /// Nil where the file has none that can be read.
  public let head: RosterHead?
  /// The heads as they stand, also where no column has names; somebody can say then which one has.
  public let heads: [String]
  /// Where they stand; 0 in a file without rows.
  public let headRow: Int
  /// What is wrong with the file as a whole or with its head. A refusal among them means that no row
  /// is read; some are known only once all rows are.
  public var problems: [ImportProblem] { rows.problems + headProblems + mergedProblems }
  public private(set) var tally = Tally()
  /// What became of each column, as far as the rows were read.
  public var columns: [ColumnReport] {
    head.map { $0.reports(filled: reading?.filled ?? []) } ?? []
  }
  /// The sheet that is read; nil for text.
  public var sheet: String? { rows.sheet }

  /// Whether the days of the file are counted from 1904.
  var is1904: Bool { rows.is1904 }
  /// The size of the file, where it is known.
  public var total: Int? { rows.total }
  /// How far the rows reach that were given out.
  public var bytesDone: Int { rows.bytesDone }

  private var rows: RowReader
  private var repeats: RepeatedRows
  private var reading: RosterRowReading?
  private var row = RawRow()
  /// Of a text; in a workbook every cell says where it stands.
  private var judge: LineJudge?
  /// Rows that were read to see how one goes on that ends early.
  private var ahead: [RawRow] = []
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
    heads = search.head?.names ?? []
    headRow = search.head?.row ?? 0
    waiting = search.waiting
    headProblems = search.problems
    rows.width = head?.columns.count ?? 0
    reading = head.map { [is1904 = rows.is1904] in
      RosterRowReading($0, on: choice.day, is1904: is1904, columns: columns)
    }
    guard let head, rows.sheet == nil else { return }
    var judge = LineJudge(head, columns: columns)
    self.judge = judge
    rows.judgeLines { judge.isRow($0) }
  }

  /// Reads the next row that is not blank; nil at the end and for a file that is refused as a whole.
  ///
  /// Unless it was refused, its draft waits with those before it; `takeBatch` fetches them.
  public mutating func read() throws(FileFault) -> RosterRowReport? {
    while reading != nil, try nextRow() {
      if row.isBlank { continue }
      let isTotal = rows.totalsRows.contains(row.number)
      guard var report = reading?.read(row, isTotal: isTotal) else { return nil }
      if report.isTaken { reading?.settle(&report, by: &repeats) }
      count(report)
      return report
    }
    return nil
  }

  private mutating func count(_ report: RosterRowReport) {
    if report.replaces != nil { tally.replaced += 1 }
    switch report.outcome {
    case .passedOver:
      tally.passedOver += 1
      return
    case .refused: tally.refused += 1
    case .replaced: tally.replaced += 1
    case .taken: break
    }
    tally.rows += 1
  }

  /// Whether a later row may replace an earlier one, so that no draft is sure before the last row.
  public var mayReplace: Bool {
    guard let head else { return false }
    return head.index(of: .answered) != nil
      && (head.index(of: .phone) ?? head.index(of: .contact) ?? head.index(of: .number)) != nil
  }

  /// How many drafts wait.
  public var waitingDrafts: Int { reading?.batch.count ?? 0 }

  /// The drafts that were read since this was asked last.
  public mutating func takeBatch() -> DraftBatch {
    reading?.takeBatch() ?? DraftBatch([])
  }

  /// The next row as a value; what it replaces was given out before it.
  public mutating func next() throws(FileFault) -> RosterRow? {
    reading?.forgetDrafts()
    guard let report = try read() else { return nil }
    let draft = report.isTaken ? reading?.takeDraft() : nil
    return RosterRow(number: report.number, draft: draft, problems: report.problems)
  }

  private mutating func nextRow() throws(FileFault) -> Bool {
    if !ahead.isEmpty {
      row = ahead.removeFirst()
    } else if try !fetch() {
      return false
    }
    if judge != nil, let width = head?.columns.count, row.count < width, row.faults.isEmpty {
      try lookForRest(width)
    }
    return true
  }

  private mutating func fetch() throws(FileFault) -> Bool {
    if waiting.isEmpty { return try rows.next(into: &row) }
    guard let cells = try nextCells() else { return false }
    row.take(cells)
    return true
  }

  /// Looks whether the rows behind one that ends early are the rest of it; then all of them are marked.
  private mutating func lookForRest(_ width: Int) throws(FileFault) {
    if row.isBlank { return }
    var count = row.count
    var others = 0
    while count < width, others + 1 < LineJudge.lines {
      if ahead.count == others, try !fetchAhead() { break }
      let next = ahead[others]
      guard next.faults.isEmpty, next.count < width, !next.isBlank else { break }
      count += next.count - 1
      others += 1
    }
    guard count == width, others > 0,
      judge?.areOneRow([row.texts] + ahead[..<others].map(\.texts)) == true
    else { return }
    row.markAsCut(width)
    for index in 0..<others { ahead[index].markAsCut(width) }
  }

  private mutating func fetchAhead() throws(FileFault) -> Bool {
    var next = RawRow()
    swap(&row, &next)
    let isThere = try fetch()
    swap(&row, &next)
    if isThere { ahead.append(next) }
    return isThere
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

  /// The heads of a roster, and the same roster from its beginning.
  ///
  /// None where it comes through a pipe and is too large to be held.
  public static func heads(
    of source: ByteSource, choosing choice: ReadingChoice
  ) throws(FileFault) -> (heads: [String], source: ByteSource) {
    if let again = source.again {
      return (try RosterReader(again, choosing: choice).heads, source)
    }
    let (bytes, source) = try source.gathered(upTo: heldBytes)
    guard let bytes else { return ([], source) }
    return (try RosterReader(ByteSource(bytes), choosing: choice).heads, ByteSource(bytes))
  }

  /// Files of more bytes are not held in memory as a whole.
  static let heldBytes = 64 << 20

  /// Everything at once, for files that are known to be small.
  public static func readAll(
    _ bytes: [UInt8], columns: RosterColumns = .standard
  ) -> (drafts: [MemberDraft], problems: [ImportProblem]) {
    // Bytes that are in memory already cannot fail to be read.
    guard var reader = try? RosterReader(ByteSource(bytes), columns: columns) else {
      return ([], [])
    }
    var problems = reader.problems
    while let row = try? reader.read() { problems += row.problems }
    let batch = reader.takeBatch()
    return ((0..<batch.count).map(batch.draft), problems)
  }
}

extension RawRow {
  fileprivate mutating func markAsCut(_ width: Int) {
    faults.append(CellFault(kind: .cutRow, column: nil, evidence: "\(count)/\(width)"))
  }
}

extension ImportProblem {
  static let emptyFile = ImportProblem(
    row: 0, column: "", code: .emptyFile, evidence: "", isRefusal: true)
}
