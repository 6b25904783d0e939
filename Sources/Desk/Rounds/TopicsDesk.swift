public import Matchmaking
public import Store

/// Plans topic tables from who is here and who has met.
public enum TopicsDesk {
  /// Plans what has not begun, as one act.
  @discardableResult
  public static func plan(
    _ wish: TopicsWish, at event: EventID, in store: Store
  ) throws -> (seating: Seating, act: Act) {
    do { try wish.check() } catch { throw Refusal.programme(error) }
    return try store.plan(.topics, of: event) { evening, before in
      let people = SeatedPeople(evening)
      let (past, announced) = people.topicRounds(before.rounds)
      let plan = TopicsPlan.make(
        TopicsTask(
          people: try people.toSeat(), rounds: max(0, wish.rounds - past.count), size: wish.size,
          forbidden: people.forbidden(before.forbidden, colleaguesApart: wish.colleaguesApart),
          past: past, announced: announced, seed: wish.seed))
      return (
        wish.plan(plan.report),
        plan.rounds.enumerated().map { place, round in
          (
            number: past.count + 1 + place,
            tables: round.tables(topics: wish.topics, people.registration)
          )
        }
      )
    }
  }
}

extension TopicsWish {
  fileprivate func plan(_ report: TopicsPlan.Report) -> SeatingPlan {
    SeatingPlan(
      method: .groups, rounds: rounds, size: size, minutes: minutes,
      colleaguesApart: colleaguesApart, seed: seed, topics: topics,
      figures: [
        "people": report.people, "tables": report.tables, "rounds": report.rounds,
        "repeats": report.repeats, "worst_balance": report.worstBalance,
        "forbidden_together": report.forbiddenTogether,
      ])
  }
}
