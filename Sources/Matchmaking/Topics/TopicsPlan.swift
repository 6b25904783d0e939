/// Topic tables planned from now on, with what they are worth.
public struct TopicsPlan: Hashable, Sendable {
  public struct Report: Hashable, Sendable {
    public let people: Int
    /// In each round.
    public let tables: Int
    /// The rounds that were planned; past ones are not counted.
    public let rounds: Int
    /// Pairs who share a table more than once, past rounds counted in; each time beyond the first.
    public let repeats: Int
    /// The most by which two tables of one round differ in people of one pool; 1 is as good as even.
    public let worstBalance: Int
    /// Pairs at one table who should never be; each time.
    public let forbiddenTogether: Int
  }

  public let rounds: [TopicRound]
  public let report: Report

  public static func make(_ task: TopicsTask) -> TopicsPlan {
    TopicsPlan(
      rounds: [],
      report: Report(
        people: 0, tables: 0, rounds: 0, repeats: 0, worstBalance: 0, forbiddenTogether: 0))
  }
}
