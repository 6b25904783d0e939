/// What an import did, row by row where something was wrong.
public struct ImportSummary: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case members
    /// Registrations for an event: `added` are those with a place, `updated` went on the waiting
    /// list, `unchanged` were registered already.
    case registrations
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

  public init(_ kind: Kind = .members) { self.kind = kind }
}
