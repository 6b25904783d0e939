/// The rules that may give way where not all can hold, in the order in which they do.
///
/// Forbidden pairs and the number of tables never give way.
public enum RoundsRule: String, Sendable, CaseIterable, Codable {
  /// Sit-outs within one of each other, in each pool, past ones counted in.
  case evenSitOuts = "sit-outs"
  /// In every round as many meetings as the smaller pool and the tables allow.
  case fullRounds = "meetings"
  /// Nobody meets the same person twice. Gives way only in rounds that begin after everybody
  /// has met everyone they may.
  case noRepeats = "repeats"
}

/// What a plan is worth, and the proof.
public struct RoundsReport: Hashable, Sendable {
  /// The rounds that were planned; past ones are not counted.
  public let rounds: Int
  /// In the rounds that were planned.
  public let meetings: Int
  /// The fit of the meetings that were planned, added up.
  public let totalFit: Int
  /// No plan of as many meetings under the same rules adds up to more. From the dual solution alone,
  /// checked against every pair that may meet.
  public let bound: Int
  /// Whether the total is the bound, with the most meetings there can be.
  public let isOptimal: Bool
  /// Of those who are here, past rounds counted in: the fewest and the most sit-outs of one person in
  /// the pool in which they differ most; in the larger pool where both are alike.
  public let sitOutsLeast: Int
  public let sitOutsMost: Int
  /// Meetings of two who met before, past rounds counted in; each time beyond the first.
  public let repeats: Int
  /// How often somebody sits out in a round right after a round of sitting out.
  public let runningSitOuts: Int
  /// In the order of the rules.
  public let gaveWay: [RoundsRule]
}
