/// What an import did, row by row where something was wrong.
public struct ImportSummary: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case members
    /// Registrations for an event: `added` are those with a place, `updated` went on the waiting
    /// list, `unchanged` were registered already.
    case registrations
    /// The same of those whom a filter found: people and not rows.
    case found
  }

  public var kind: Kind
  /// Rows below the head that are people: `added`, `updated`, `unchanged`, `refused` and `replaced` of them.
  public var rows = 0
  public var added = 0
  public var updated = 0
  public var unchanged = 0
  public var refused = 0
  /// Rows whose person answered again later: that answer stands.
  public var replaced = 0
  /// Rows that are no people; not among `rows`.
  public var passedOver = 0
  /// What became of each column, in the order of the file.
  public var columns: [ColumnReport] = []
  public var problems: [ImportProblem] = []
  /// Problems that are counted only.
  public private(set) var unlisted = 0
  /// What became, or would become, another of members who were known, in the order of the rows.
  public var changes: [FieldDifference] = []
  /// How many of the changes took the place of what somebody had corrected by hand.
  public var overruled = 0
  /// What the file calls the columns of fields, where that is not their own name.
  public var heads: [DraftField: String] = [:]

  public init(_ kind: Kind = .members) { self.kind = kind }

  /// Keeps a problem, or counts it where there are more than anybody reads (see `ProblemLog`).
  public mutating func note(_ problem: ImportProblem) {
    if problems.count < ProblemLog.most { problems.append(problem) } else { unlisted += 1 }
  }
}
