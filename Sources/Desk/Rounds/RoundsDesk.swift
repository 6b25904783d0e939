public import Matchmaking
public import Store

/// Plans rounds from who is here, what happened and how well people fit.
public enum RoundsDesk {
  /// Plans what has not begun, as one act.
  ///
  /// - Returns: the rounds as they are now, and what changes for whom of what was announced before.
  public static func plan(
    _ wish: RoundsWish, at event: EventID, in store: Store
  ) throws -> (seating: Seating, changes: [RoundsChange], act: Act) {
    do { try wish.check() } catch { throw Refusal.programme(error) }
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
        past: past,
        // Planned another way, what was announced holds nobody.
        announced: before.plan?.method.rawValue == wish.method.rawValue ? announced : [],
        seed: wish.seed)
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
    return index.tableFit(one, other)
  }
}
