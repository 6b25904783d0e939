/// Why the programme, or the rounds, do not go on as somebody wants.
public enum ProgrammeRefusal: Error, Hashable, Sendable {
  /// There is no programme.
  case empty
  /// All segments are done.
  case over
  case notRunning
  case alreadyPaused
  case notPaused
  /// What is under way has no end that could be moved.
  case noEnd
  case badMinutes(Int)
  case longTitle(most: Int)
  case tooLong(most: Int)
  case longTopic(most: Int)
  case tooManyTopics(most: Int)
  /// It has begun, so it is not put in the place of by another.
  case begun
  /// A line of a file is no segment.
  case badLine(row: Int, text: String)
  /// A file cannot be read, or not to its end.
  case badFile(ImportProblem)
  /// Nothing is planned.
  case noRounds
  case noRound(Int)
  /// Rounds go in their order; the first that has not begun is named.
  case roundOrder(next: Int)
  case roundDone(Int)
  case roundNotRunning(Int)
  case badRounds(Int)
  case badTables(Int)
  case badSize(Int)
  /// Fewer people are here than it takes.
  case tooFew(here: Int)
  /// A badge that nobody who is registered wears.
  case noBadge(String)
  /// One person is named as both.
  case sameTwice(String)

  /// Stable, for scripts.
  public var code: String {
    switch self {
    case .empty: "no-programme"
    case .over: "programme-over"
    case .notRunning: "not-running"
    case .alreadyPaused: "already-paused"
    case .notPaused: "not-paused"
    case .noEnd: "no-end"
    case .badMinutes: "bad-minutes"
    case .longTitle, .tooLong, .longTopic, .tooManyTopics: "too-long"
    case .begun: "already-begun"
    case .badLine: "bad-line"
    case .badFile(let problem): problem.code.rawValue
    case .noRounds: "no-rounds"
    case .noRound: "no-round"
    case .roundOrder: "round-order"
    case .roundDone: "round-done"
    case .roundNotRunning: "round-not-running"
    case .badRounds: "bad-rounds"
    case .badTables: "bad-tables"
    case .badSize: "bad-size"
    case .tooFew: "too-few"
    case .noBadge: "no-badge"
    case .sameTwice: "same-twice"
    }
  }
}
