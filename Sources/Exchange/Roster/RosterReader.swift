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
  /// is read.
  public let problems: [ImportProblem]
  public private(set) var tally = Tally()

  /// The size of the file, where it is known.
  public var total: Int? { csv.total }
  /// How far the rows reach that were given out.
  public var bytesDone: Int { csv.bytesDone }

  private var csv: CSVReader
  private var repeats: RepeatedRows

  public init(
    _ source: ByteSource, columns: RosterColumns = .standard, limits: CSVLimits = CSVLimits()
  ) throws(FileFault) {
    csv = try CSVReader(source, limits: limits)
    // A row with a dozen cells takes some 200 bytes; growing the tables anew costs more than room.
    repeats = RepeatedRows(expecting: min(200_000, (source.total ?? 0) / 200))
    if let problem = csv.wholeFileProblem {
      head = nil
      problems = [problem]
    } else if let first = try csv.next() {
      let found = RosterHead(first, columns: columns)
      head = found.isRefused ? nil : found
      problems = found.problems
    } else {
      head = nil
      problems = [.emptyFile]
    }
  }

  /// The next row that is not blank; nil at the end and for a file that is refused as a whole.
  public mutating func next() throws(FileFault) -> RosterRow? {
    guard let head else { return nil }
    while let cells = try csv.next() {
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

extension CSVReader {
  /// Why nothing of the file can be read.
  var wholeFileProblem: ImportProblem? {
    if isEmpty { return .emptyFile }
    return mistaken.map {
      ImportProblem(row: 0, column: "", code: .unsupportedFile, evidence: $0, isRefusal: true)
    }
  }
}

extension ImportProblem {
  static let emptyFile = ImportProblem(
    row: 0, column: "", code: .emptyFile, evidence: "", isRefusal: true)
}
