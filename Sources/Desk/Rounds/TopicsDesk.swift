public import Matchmaking
public import Store

/// What an organizer asks of the topic tables, or of the groups that break the ice.
public struct TopicsWish: Hashable, Sendable {
  /// Of the whole evening: those that began count.
  public var rounds: Int
  /// How many sit at a table at most.
  public var size: Int
  public var topics: [String]
  /// Of each; 0 where somebody ends them.
  public var minutes: Int
  public var colleaguesApart: Bool
  public var seed: UInt64

  public init(
    rounds: Int, size: Int, topics: [String] = [], minutes: Int = 0,
    colleaguesApart: Bool = false, seed: UInt64 = 0
  ) {
    self.rounds = rounds
    self.size = size
    self.topics = topics
    self.minutes = minutes
    self.colleaguesApart = colleaguesApart
    self.seed = seed
  }

  /// As it was asked for before; nil where nothing was planned.
  public init?(_ plan: SeatingPlan?) {
    guard let plan, let size = plan.size else { return nil }
    self.init(
      rounds: plan.rounds, size: size, topics: plan.topics, minutes: plan.minutes,
      colleaguesApart: plan.colleaguesApart, seed: plan.seed)
  }

  public static let sizes = 2...100
  /// In characters; it is read on the wall.
  public static let longestTopic = 60
  public static let mostTopics = 1000
}

/// Plans topic tables from who is here and who has met.
public enum TopicsDesk {
  /// Plans what has not begun, as one act.
  @discardableResult
  public static func plan(
    _ wish: TopicsWish, at event: EventID, in store: Store
  ) throws -> (seating: Seating, act: Act) {
    guard (1...RoundsWish.mostRounds).contains(wish.rounds) else {
      throw Refusal.programme(.badRounds(wish.rounds))
    }
    guard TopicsWish.sizes.contains(wish.size) else {
      throw Refusal.programme(.badSize(wish.size))
    }
    guard wish.topics.count <= TopicsWish.mostTopics else {
      throw Refusal.programme(.tooLong(most: TopicsWish.mostTopics))
    }
    guard wish.topics.allSatisfy({ $0.count <= TopicsWish.longestTopic }) else {
      throw Refusal.programme(.longTitle(most: TopicsWish.longestTopic))
    }
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
