/// What an organizer asks of the rounds.
public struct RoundsWish: Hashable, Sendable {
  /// Of the whole evening: those that began count.
  public var rounds: Int
  public var method: RoundsMethod
  public var tables: Int?
  /// Of each; 0 where somebody ends them.
  public var minutes: Int
  public var colleaguesApart: Bool
  public var seed: UInt64

  public init(
    rounds: Int, method: RoundsMethod = .best, tables: Int? = nil, minutes: Int = 0,
    colleaguesApart: Bool = false, seed: UInt64 = 0
  ) {
    self.rounds = rounds
    self.method = method
    self.tables = tables
    self.minutes = minutes
    self.colleaguesApart = colleaguesApart
    self.seed = seed
  }

  /// As it was asked for before; nil where nothing was planned.
  public init?(_ plan: SeatingPlan?) {
    guard let plan, let method = RoundsMethod(rawValue: plan.method.rawValue) else { return nil }
    self.init(
      rounds: plan.rounds, method: method, tables: plan.tables, minutes: plan.minutes,
      colleaguesApart: plan.colleaguesApart, seed: plan.seed)
  }

  public static let mostRounds = 100
  public static let mostTables = 10_000

  /// - Throws: what cannot be asked for.
  public func check() throws(ProgrammeRefusal) {
    guard (1...Self.mostRounds).contains(rounds) else {
      throw .badRounds(rounds)
    }
    if let tables, !(1...Self.mostTables).contains(tables) {
      throw .badTables(tables)
    }
    guard (0...Segment.mostMinutes).contains(minutes) else {
      throw .badMinutes(minutes)
    }
  }
}

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

  /// - Throws: what cannot be asked for.
  public func check() throws(ProgrammeRefusal) {
    guard (1...RoundsWish.mostRounds).contains(rounds) else {
      throw .badRounds(rounds)
    }
    guard TopicsWish.sizes.contains(size) else {
      throw .badSize(size)
    }
    guard topics.count <= TopicsWish.mostTopics else {
      throw .tooManyTopics(most: TopicsWish.mostTopics)
    }
    guard topics.allSatisfy({ $0.count <= TopicsWish.longestTopic }) else {
      throw .longTopic(most: TopicsWish.longestTopic)
    }
    guard (0...Segment.mostMinutes).contains(minutes) else { throw .badMinutes(minutes) }
  }
}
