public import Matchmaking

/// What became of one row of a roster, as a value.
public struct RosterRow: Hashable, Sendable {
  /// Counted from 1 as a spreadsheet shows them; the head is row 1.
  public let number: Int
  /// Nil where the row was refused; then one of the problems is a refusal.
  public internal(set) var draft: MemberDraft?
  public internal(set) var problems: [ImportProblem]
}

/// What became of one row of a roster whose draft went into a batch.
public struct RosterRowReport: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case taken
    /// One of the problems says why.
    case refused
    /// The same person's later answer stands.
    case replaced
    /// It is no person.
    case passedOver
  }

  public let number: Int
  public internal(set) var problems: [ImportProblem]
  public internal(set) var outcome: Outcome
  /// The row of an earlier answer of the same person, which this one replaces.
  public internal(set) var replaces: Int?

  /// Otherwise the batch holds nothing of it.
  public var isTaken: Bool { outcome == .taken }
}
