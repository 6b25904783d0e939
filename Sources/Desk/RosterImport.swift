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
    var reader = try RosterReader(source(), choosing: choice)
    var told = 0
    var (summary, act) = try store.importMembers(rehearsing: rehearsing) { summary in
      while let row = try reader.next() {
        summary.problems += row.problems
        if let total = reader.total, total > 0, reader.bytesDone * 100 / total > told {
          told = reader.bytesDone * 100 / total
          progress(Double(told) / 100)
        }
        if let draft = row.draft { return draft }
        summary.rows += 1
        summary.refused += 1
      }
      return nil
    }
    summary.problems = reader.problems + summary.problems
    return (summary, act)
  }
}
