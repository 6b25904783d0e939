public typealias RoundID = Identifier<SeatedRound>

/// What people sit together for.
public enum SeatingKind: String, Sendable, CaseIterable {
  /// Two at a table who meet (轮换).
  case rounds
  /// Groups with a topic (话题交流), or to break the ice.
  case topics
}

/// Who sits together at one table in one round.
public struct SeatedTable: Hashable, Sendable {
  /// Nil for who sits out.
  public var number: Int?
  public var topic: String?
  /// Two for a meeting, the man first where there are two pools; one for who sits out.
  public var seats: [RegistrationID]

  public init(number: Int?, topic: String? = nil, seats: [RegistrationID]) {
    self.number = number
    self.topic = topic
    self.seats = seats
  }
}

/// One round as it is planned, runs or was.
public struct SeatedRound: Hashable, Sendable {
  public let id: RoundID
  public let kind: SeatingKind
  /// From 1.
  public let number: Int
  /// As planned; 0 until somebody ends it.
  public var minutes: Int
  public var phase: Phase
  public var tables: [SeatedTable]

  public init(
    id: RoundID, kind: SeatingKind, number: Int, minutes: Int, phase: Phase = .waiting,
    tables: [SeatedTable]
  ) {
    self.id = id
    self.kind = kind
    self.number = number
    self.minutes = minutes
    self.phase = phase
    self.tables = tables
  }
}

/// How the rounds of one kind were asked for, so that they can be planned anew in the same way.
public struct SeatingPlan: Hashable, Sendable {
  public enum Method: String, Sendable, CaseIterable { case circle, best, groups }

  public var method: Method
  public var rounds: Int
  /// Tables there are, or nil for as many as it takes; people at a table for groups.
  public var tables: Int?
  public var size: Int?
  public var minutes: Int
  public var colleaguesApart: Bool
  public var seed: UInt64
  public var topics: [String]
  /// What the plan came to, by the names of its report.
  public var figures: [String: Int]
  /// Which rules gave way, by their codes.
  public var gaveWay: [String]

  public init(
    method: Method, rounds: Int, tables: Int? = nil, size: Int? = nil, minutes: Int = 0,
    colleaguesApart: Bool = false, seed: UInt64 = 0, topics: [String] = [],
    figures: [String: Int] = [:], gaveWay: [String] = []
  ) {
    self.method = method
    self.rounds = rounds
    self.tables = tables
    self.size = size
    self.minutes = minutes
    self.colleaguesApart = colleaguesApart
    self.seed = seed
    self.topics = topics
    self.figures = figures
    self.gaveWay = gaveWay
  }
}
