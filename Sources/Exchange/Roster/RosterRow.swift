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
  public let number: Int
  public internal(set) var problems: [ImportProblem]
  /// Otherwise it was refused, and the batch holds nothing of it.
  public internal(set) var isTaken: Bool
}
