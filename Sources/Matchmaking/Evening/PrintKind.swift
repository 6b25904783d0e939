/// What is printed for an evening; the words are those of the command line and of the log.
public enum PrintKind: String, Sendable, CaseIterable {
  case badges
  case doorList = "doorlist"
  case ballots, cards, tables
  /// Slips that tell a pair of each other.
  case results
}
