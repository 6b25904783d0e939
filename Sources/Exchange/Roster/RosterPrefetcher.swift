public import Matchmaking

/// Reads a roster some thousand rows ahead of whoever takes them.
///
/// A file that fits in memory is fetched first and read on a thread of its own then, while its first
/// rows are taken already. A larger one, or a pipe that brings more, is read to its end before the first row
/// is given out: whoever takes them may hold a lock, and nobody shall wait for a slow stick.
public final class RosterPrefetcher {
  public struct Piece: Sendable {
    public let batch: DraftBatch
    /// How much of the file was read with it, 0 to 1.
    public let share: Double
  }

  /// What is said about a roster besides its drafts.
  public struct Report: Sendable {
    public var problems: [ImportProblem] { log.problems }
    fileprivate var log = ProblemLog()
    public fileprivate(set) var tally = RosterReader.Tally()
    public fileprivate(set) var columns: [ColumnReport] = []
    fileprivate var head: RosterHead?

    /// The store calls a column by its own name; whoever has to mend the file looks for the file's.
    public func inTheFilesWords(_ problem: ImportProblem) -> ImportProblem {
      guard let name = self.name(of: problem.column) else { return problem }
      return ImportProblem(
        row: problem.row, column: name, code: problem.code, evidence: problem.evidence,
        isRefusal: problem.isRefusal, refusal: problem.refusal, difference: problem.difference,
        kind: problem.kind)
    }

    /// What the file calls the column of a field; nil where it has none.
    ///
    /// - Parameter machineName: the register's name of the field.
    public func name(of machineName: String) -> String? {
      // The last digits may come out of the whole number.
      head?.name(of: machineName)
        ?? (machineName == MemberText.residentDigits.rawValue ? head?.name(of: "resident") : nil)
    }
  }

  private enum Step: Sendable {
    case piece(Piece)
    case end(Report)
  }

  /// So many rows are no burden to memory and enough that the threads seldom wait.
  private static let rows = 2048

  /// Complete when there is no next piece.
  public private(set) var report = Report()
  private let conveyor: BoundedChannel<Step, FileFault>?
  /// The last first.
  private var steps: [Step] = []

  public convenience init(
    _ source: ByteSource, choosing choice: ReadingChoice = ReadingChoice()
  ) throws(FileFault) {
    try self.init(source, choosing: choice, holding: RosterReader.heldBytes)
  }

  init(_ source: ByteSource, choosing choice: ReadingChoice, holding limit: Int) throws(FileFault) {
    let (bytes, source) = try source.gathered(upTo: limit)
    if let bytes {
      conveyor = BoundedChannel("queqiao.reading", room: 8) { line throws(FileFault) in
        try Self.read(ByteSource(bytes), choice) { line.put($0) }
      }
    } else {
      conveyor = nil
      var steps: [Step] = []
      try Self.read(source, choice) {
        steps.append($0)
        return true
      }
      self.steps = steps.reversed()
    }
  }

  /// Waits for the next rows; nil at the end.
  public func next() throws(FileFault) -> Piece? {
    let step = if let conveyor { try conveyor.next() } else { steps.popLast() }
    switch step {
    case .piece(let piece): return piece
    case .end(let report):
      self.report = report
      return nil
    case nil: return nil
    }
  }

  /// - Parameter give: answers whether to go on.
  private static func read(
    _ source: ByteSource, _ choice: ReadingChoice, give: (Step) -> Bool
  ) throws(FileFault) {
    var reader = try RosterReader(source, choosing: choice)
    var report = Report()
    report.head = reader.head
    let holds = reader.mayReplace
    var replaced: Set<Int> = []
    while let row = try reader.read() {
      if !row.problems.isEmpty { report.log.append(row.problems) }
      if let earlier = row.replaces { replaced.insert(earlier) }
      if !holds, reader.waitingDrafts == Self.rows, !give(.piece(piece(&reader))) { return }
    }
    if reader.waitingDrafts > 0, !give(.piece(piece(&reader))) { return }
    // What was wrong with an answer that does not stand is nobody's concern.
    report.log.removeAll { replaced.contains($0.row) && $0.code != .replaced }
    report.log.append(reader.problems)
    report.tally = reader.tally
    report.columns = reader.columns
    _ = give(.end(report))
  }

  private static func piece(_ reader: inout RosterReader) -> Piece {
    let total = max(1, reader.total ?? reader.bytesDone)
    return Piece(
      batch: reader.takeBatch(), share: min(1, Double(reader.bytesDone) / Double(total)))
  }
}
