public import Exchange
public import Matchmaking
public import Store

/// Brings a roster file into the register.
public struct RosterImport {
  private let source: () throws -> ByteSource
  private let choice: ReadingChoice

  public init(path: String, choosing choice: ReadingChoice = ReadingChoice()) {
    source = { try ByteSource(path: path) }
    self.choice = choice
  }

  public init(bytes: [UInt8], choosing choice: ReadingChoice = ReadingChoice()) {
    source = { ByteSource(bytes) }
    self.choice = choice
  }

  /// - Parameter progress: told the share of the file that is done, 0 to 1, a hundred times at most.
  /// - Throws: `FileFault` where the file cannot be read; what is wrong inside is in the summary.
  public func run(
    into store: Store, rehearsing: Bool = false, progress: (Double) -> Void = { _ in }
  ) throws -> (ImportSummary, Act?) {
    // Read first, written then: whoever is at the door does not wait for a slow stick or a pipe.
    var reading = try RosterReading(source(), choosing: choice) { progress(0.3 * $0) }
    let count = max(1, reading.drafts.count)
    var (summary, act) = try store.importMembers(rehearsing: rehearsing) { _ in
      let left = reading.drafts.count
      if left % (count / 70 + 1) == 0 { progress(1 - 0.7 * Double(left) / Double(count)) }
      return reading.drafts.popLast()
    }
    summary.rows += reading.refused
    summary.refused += reading.refused
    let own = summary.problems.map { reading.inTheFilesWords($0) }
    summary.problems = (reading.problems + own).enumerated()
      .sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
    return (summary, act)
  }
}

/// All of a file, before anything of it is written.
private struct RosterReading {
  /// Last row first.
  var drafts: [MemberDraft] = []
  var problems: [ImportProblem]
  var refused = 0
  private let head: RosterHead?

  init(_ source: ByteSource, choosing choice: ReadingChoice, progress: (Double) -> Void) throws {
    var reader = try RosterReader(source, choosing: choice)
    head = reader.head
    problems = []
    var told = 0
    while let row = try reader.next() {
      problems += row.problems
      if let draft = row.draft { drafts.append(draft) } else { refused += 1 }
      if let total = reader.total, total > 0, reader.bytesDone * 100 / total > told {
        told = reader.bytesDone * 100 / total
        progress(Double(told) / 100)
      }
    }
    problems += reader.problems
    drafts.reverse()
  }

  /// The store calls a column by its own name; whoever has to mend the file looks for the file's.
  func inTheFilesWords(_ problem: ImportProblem) -> ImportProblem {
    guard let name = head?.name(of: problem.column) else { return problem }
    return ImportProblem(
      row: problem.row, column: name, code: problem.code, evidence: problem.evidence,
      isRefusal: problem.isRefusal, refusal: problem.refusal)
  }
}
