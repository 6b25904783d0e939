/// How tables are filled.
public enum RoundsMethod: String, Sendable, CaseIterable, Codable {
  /// One pool keeps its seats, the other moves by one table: easy to announce.
  case circle
  /// The most meetings, and among those the highest total of reciprocal fit.
  case best
}

/// What rounds are to be planned from: who is here now, what happened, and what is asked for.
///
/// At the start of an evening nothing happened. When somebody comes late or leaves, the same is asked
/// again for the rounds that remain, with those that have begun as `past`.
public struct RoundsTask: Sendable {
  /// Who is here and is to be seated. Men and women are two pools; where anybody is of the pool
  /// `everyone`, all are one pool. The order does not matter, nor does a badge given twice.
  public var people: [Badge]
  /// How many rounds are to be planned.
  public var rounds: Int
  /// How many tables there are; nil for as many as are needed.
  public var tables: Int?
  public var method: RoundsMethod
  /// Who never meets: relatives, whom the organizer chose, colleagues where asked for.
  public var forbidden: Set<Meeting>
  /// The rounds that have begun, in order. Their meetings and sit-outs count; they may name people who
  /// are gone. A round somebody was not there for is no sit-out of theirs.
  public var past: [Round]
  /// What was announced for the rounds that are planned now, in order: nobody is moved needlessly.
  /// Empty where they are to be planned by another method than they were.
  public var announced: [Round]
  /// Settles what nothing else settles; the same task and seed give the same plan on every machine.
  public var seed: UInt64

  public init(
    people: [Badge], rounds: Int, tables: Int? = nil, method: RoundsMethod = .best,
    forbidden: Set<Meeting> = [], past: [Round] = [], announced: [Round] = [], seed: UInt64 = 0
  ) {
    self.people = people
    self.rounds = rounds
    self.tables = tables
    self.method = method
    self.forbidden = forbidden
    self.past = past
    self.announced = announced
    self.seed = seed
  }
}
