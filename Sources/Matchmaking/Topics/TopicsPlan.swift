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

  /// As many as were asked for, in order; the past is not in it.
  public let rounds: [TopicRound]
  public let report: Report

  /// Plans tables, or those of the rounds that remain. One round is a plan of ice-breaker groups.
  ///
  /// Bad input gives an emptier plan and never fails; a size below 1 is taken for 1.
  public static func make(_ task: TopicsTask) -> TopicsPlan {
    let rounds = TopicsPlanning(task).plan
    return TopicsPlan(rounds: rounds, report: Report(rounds, task))
  }
}

extension TopicsPlan.Report {
  /// Counted from the rounds as they are, and not from how they were made.
  init(_ rounds: [TopicRound], _ task: TopicsTask) {
    let badges = Set(task.people)
    people = badges.count
    tables = rounds.first?.tables.count ?? 0
    self.rounds = rounds.count
    var met: [Meeting: Int] = [:]
    var (worst, forbidden) = (0, 0)
    for (place, round) in (task.past + rounds).enumerated() {
      let isPlanned = place >= task.past.count
      for table in round.tables {
        for (place, one) in table.enumerated() {
          for other in table[(place + 1)...] {
            let meeting = Meeting(one, other)
            met[meeting, default: 0] += 1
            if isPlanned, task.forbidden.contains(meeting) { forbidden += 1 }
          }
        }
      }
      guard isPlanned else { continue }
      for pool in Set(badges.map(\.pool)) {
        let counts = round.tables.map { $0.count { $0.pool == pool } }
        worst = max(worst, (counts.max() ?? 0) - (counts.min() ?? 0))
      }
    }
    repeats = met.values.reduce(0) { $0 + $1 - 1 }
    worstBalance = worst
    forbiddenTogether = forbidden
  }
}
