/// What an import did, row by row where something was wrong.
public struct ImportSummary: Hashable, Sendable {
  /// Rows below the head.
  public var rows = 0
  public var added = 0
  public var updated = 0
  public var unchanged = 0
  public var refused = 0
  public var problems: [ImportProblem] = []

  public init() {}
}
