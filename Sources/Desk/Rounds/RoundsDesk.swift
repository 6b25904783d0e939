public import Matchmaking
public import Store

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

  func check() throws {
    guard (1...Self.mostRounds).contains(rounds) else {
      throw Refusal.programme(.badRounds(rounds))
    }
    if let tables, !(1...Self.mostTables).contains(tables) {
      throw Refusal.programme(.badTables(tables))
    }
    guard (0...Segment.mostMinutes).contains(minutes) else {
      throw Refusal.programme(.badMinutes(minutes))
    }
  }
}

/// Plans rounds from who is here, what happened and how well people fit.
public enum RoundsDesk {
  /// Plans what has not begun, as one act.
  ///
  /// - Returns: the rounds as they are now, and what changes for whom of what was announced before.
  public static func plan(
    _ wish: RoundsWish, at event: EventID, in store: Store
  ) throws -> (seating: Seating, changes: [RoundsChange], act: Act) {
    try wish.check()
    // Read before the act, which has the file to itself; who comes in between fits nobody yet.
    let fits = try Fits(SeatedPeople(store.evening(event)), store)
    var changes: [RoundsChange] = []
    let (seating, act) = try store.plan(.rounds, of: event) { evening, before in
      let people = SeatedPeople(evening)
      let (past, announced) = people.rounds(before.rounds)
      let task = RoundsTask(
        people: try people.toSeat(), rounds: max(0, wish.rounds - past.count), tables: wish.tables,
        method: wish.method,
        forbidden: people.forbidden(before.forbidden, colleaguesApart: wish.colleaguesApart),
        past: past, announced: announced, seed: wish.seed)
      let plan = RoundsPlan.make(task) { fits[$0, $1] }
      changes =
        announced.isEmpty
        ? [] : RoundsChange.between(announced, and: plan.rounds, first: past.count + 1)
      return (
        wish.plan(plan.report),
        plan.rounds.enumerated().map { place, round in
          (number: past.count + 1 + place, tables: round.tables(people.registration))
        }
      )
    }
    return (seating, changes, act)
  }

  /// How well two fit each other, for every pair that may meet, in badge order.
  public static func fits(
    at event: EventID, in store: Store
  ) throws -> [(meeting: Meeting, fit: Int)] {
    let evening = try store.evening(event)
    let seating = try store.seating(.rounds, of: event)
    let people = SeatedPeople(evening)
    let here = try people.toSeat()
    let forbidden = people.forbidden(
      seating.forbidden, colleaguesApart: seating.plan?.colleaguesApart ?? false)
    let fits = try Fits(people, store)
    var found: [(meeting: Meeting, fit: Int)] = []
    for (place, one) in here.enumerated() {
      for other in here[(place + 1)...]
      where one.pool == .everyone || one.pool != other.pool {
        let meeting = Meeting(one, other)
        if !forbidden.contains(meeting) { found.append((meeting, fits[one, other])) }
      }
    }
    return found.sorted { $0.meeting < $1.meeting }
  }
}

extension RoundsWish {
  fileprivate func plan(_ report: RoundsReport) -> SeatingPlan {
    SeatingPlan(
      method: method == .circle ? .circle : .best, rounds: rounds, tables: tables,
      minutes: minutes, colleaguesApart: colleaguesApart, seed: seed,
      figures: [
        "rounds": report.rounds, "meetings": report.meetings, "total_fit": report.totalFit,
        "bound": report.bound, "is_optimal": report.isOptimal ? 1 : 0,
        "sit_outs_least": report.sitOutsLeast, "sit_outs_most": report.sitOutsMost,
        "repeats": report.repeats,
      ], gaveWay: report.gaveWay.map(\.rawValue))
  }
}

/// How well each two of an evening fit.
private struct Fits {
  private let index: CircleIndex
  private var places: [Badge: Int] = [:]

  init(_ people: SeatedPeople, _ store: Store) throws {
    let badges = people.badges
    let members = badges.compactMap { people.guest($0)?.registration.member }
    var byID: [MemberID: Member] = [:]
    for member in try store.members(members) { byID[member.id] = member }
    var found: [CircleMember] = []
    for badge in badges {
      guard let member = people.guest(badge).flatMap({ byID[$0.registration.member] }) else {
        continue
      }
      places[badge] = found.count
      found.append(CircleMember(member))
    }
    index = CircleIndex(found, rules: CircleRules(pools: .one, day: people.evening.event.date))
  }

  subscript(_ one: Badge, _ other: Badge) -> Int {
    guard let one = places[one], let other = places[other] else { return 0 }
    return index.mutualFit(one, other)
  }
}
