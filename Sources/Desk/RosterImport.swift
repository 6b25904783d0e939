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

  /// - Parameters:
  ///   - preference: which corrections made by hand give way to the roster.
  ///   - progress: told the share of the file that is done, 0 to 1, a hundred times at most.
  /// - Throws: `FileFault` where the file cannot be read; what is wrong inside is in the summary.
  public func run(
    into store: Store, rehearsing: Bool = false, taking preference: RosterPreference = .none,
    progress: (Double) -> Void = { _ in }
  ) throws -> (ImportSummary, Act?) {
    let pump = try RosterPump(source(), choosing: choice)
    var told = 0
    var (summary, act) = try store.importMembers(rehearsing: rehearsing, taking: preference) {
      guard let piece = try pump.next() else { return nil }
      if Int(piece.share * 100) > told {
        told = Int(piece.share * 100)
        progress(piece.share)
      }
      return piece.batch
    }
    let reading = pump.report
    summary.rows += reading.refused
    summary.refused += reading.refused
    let own = summary.problems.map { reading.inTheFilesWords($0) }
    summary.problems = (reading.problems + own).enumerated()
      .sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
    for field in Set((summary.changes + summary.kept).map(\.field)) {
      summary.heads[field] = reading.name(of: field.detail?.column ?? field.word)
    }
    return (summary, act)
  }
}
