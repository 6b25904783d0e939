/// What topic tables, or ice-breaker groups, are to be planned from.
public struct TopicsTask: Sendable {
  /// Who is here and is to be seated; the order does not matter, nor does a badge given twice.
  public var people: [Badge]
  /// How many rounds are to be planned.
  public var rounds: Int
  /// How many sit at a table at most; tables are as few as that allows, and of sizes within one.
  public var size: Int
  /// Who is never put at one table while that can be had.
  public var forbidden: Set<Meeting>
  /// The rounds that have begun, in order: the people of each table. Who met there has met.
  public var past: [TopicRound]
  /// What was announced for the rounds that are planned now, in order: whoever need not move stays.
  public var announced: [TopicRound]
  /// Settles what nothing else settles; the same task and seed give the same plan on every machine.
  public var seed: UInt64

  public init(
    people: [Badge], rounds: Int, size: Int, forbidden: Set<Meeting> = [],
    past: [TopicRound] = [], announced: [TopicRound] = [], seed: UInt64 = 0
  ) {
    self.people = people
    self.rounds = rounds
    self.size = size
    self.forbidden = forbidden
    self.past = past
    self.announced = announced
    self.seed = seed
  }
}

/// One round of topic tables.
public struct TopicRound: Hashable, Sendable {
  /// The people of each table, in badge order; the first table has number 1.
  public let tables: [[Badge]]

  public init(_ tables: [[Badge]]) { self.tables = tables.map { $0.sorted() } }
}
