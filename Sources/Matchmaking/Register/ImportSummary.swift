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
  /// Rows below the head.
  public var rows = 0
  public var added = 0
  public var updated = 0
  public var unchanged = 0
  public var refused = 0
  public var problems: [ImportProblem] = []

  public init(_ kind: Kind = .members) { self.kind = kind }
}
