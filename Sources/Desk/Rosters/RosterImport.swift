public import Exchange
public import Matchmaking
public import Store

/// A roster was stopped on its way into the register, and nothing of it is in there.
public struct RosterStopped: Error {}

/// Brings a roster file into the register.
///
/// What somebody said at the desk of a file's columns holds for every later file with the same heads,
/// wherever it is brought in; what is said now comes before that.
public struct RosterImport {
  private let source: () throws -> ByteSource
  private let choice: ReadingChoice
  private let remembers: Bool

  /// - Parameter remembers: whether what was said of such columns before holds.
  public init(
    path: String, choosing choice: ReadingChoice = ReadingChoice(),
    remembering remembers: Bool = true
  ) {
    source = { try ByteSource(path: path) }
    self.choice = choice
    self.remembers = remembers
  }

  public init(bytes: [UInt8], choosing choice: ReadingChoice = ReadingChoice()) {
    source = { ByteSource(bytes) }
    self.choice = choice
    remembers = true
  }

  /// - Parameters:
  ///   - preference: which corrections made by hand give way to the roster.
  ///   - isWanted: asked some thousand rows apart whether to go on.
  ///   - progress: told the share of the file that is done, 0 to 1, a hundred times at most.
  /// - Throws: `RosterStopped`, and `FileFault` where the file cannot be read; what is wrong inside is in the summary.
  public func run(
    into store: Store, rehearsing: Bool = false, taking preference: RosterPreference = .none,
    while isWanted: () -> Bool = { true }, progress: (Double) -> Void = { _ in }
  ) throws -> (ImportSummary, Act?) {
    guard isWanted() else { throw RosterStopped() }
    let (choice, source) = try remembering(try source(), in: store)
    let pump = try RosterPrefetcher(source, choosing: choice)
    var told = 0
    var (summary, act) = try store.importMembers(rehearsing: rehearsing, taking: preference) {
      let piece = try pump.next()
      guard isWanted() else { throw RosterStopped() }
      guard let piece else { return nil }
      if Int(piece.share * 100) > told {
        told = Int(piece.share * 100)
        progress(piece.share)
      }
      return piece.batch
    }
    let reading = pump.report
    summary.rows += reading.tally.refused + reading.tally.replaced
    summary.refused += reading.tally.refused
    summary.replaced = reading.tally.replaced
    summary.passedOver = reading.tally.passedOver
    summary.columns = reading.columns
    var own = summary.problems.map { reading.inTheFilesWords($0) }
    if summary.unlisted > 0 {
      own.append(
        ImportProblem(
          row: 0, column: "", code: .moreProblems, evidence: String(summary.unlisted),
          isRefusal: true))
    }
    summary.problems = (reading.problems + own).enumerated()
      .sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
    for field in Set((summary.changes + summary.kept).map(\.field)) {
      summary.heads[field] = reading.name(of: field.detail?.column ?? field.word)
    }
    return (summary, act)
  }
}

extension RosterImport {
  /// How the file is read with what was said of its columns before.
  public func choice(in store: Store) throws -> ReadingChoice {
    try remembering(try source(), in: store).0
  }

  private func remembering(
    _ source: ByteSource, in store: Store
  ) throws -> (ReadingChoice, ByteSource) {
    var choice = choice
    choice.day = store.context.today
    guard remembers, try store.remembersColumns() else { return (choice, source) }
    let (heads, again) = try RosterReader.heads(of: source, choosing: choice)
    let known = try ColumnMemory(store).decisions(for: heads)
    choice.columns = known.merging(choice.columns) { _, now in now }
    return (choice, again)
  }
}

/// What somebody said of the columns of rosters, by the whole of a file's heads.
struct ColumnMemory {
  private let store: Store

  init(_ store: Store) { self.store = store }

  /// The machine's word for each column of which something was said; nil where nothing was.
  func words(for heads: [String]) throws -> [String: String]? {
    try store.rememberedColumns(for: Self.fingerprint(heads))
  }

  func decisions(for heads: [String]) throws -> [String: ColumnDecision] {
    (try words(for: heads) ?? [:]).mapValues { ColumnDecision(word: $0) }
  }

  func keep(_ words: [String: String], for heads: [String]) throws {
    try store.rememberColumns(words, for: Self.fingerprint(heads))
  }

  private static func fingerprint(_ heads: [String]) -> String { heads.joined(separator: "\u{1f}") }
}
