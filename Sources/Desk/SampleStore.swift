import Exchange
public import Matchmaking
public import Sample
public import Store

/// The sample evenings in a store: all of it goes through the same doors as real input.
public enum SampleStore {
  /// Marks a file as the sample, so that every screen can say so.
  public static let mark = "sample"
  public static let halfwayCode = "SAMPLE-2"

  /// Fills an empty store: the roster, an evening about to begin, and one halfway through.
  public static func fill(_ store: Store, on day: Day) throws {
    let roster = SampleRoster.workers()
    try importRoster(roster, into: store)
    let members = try numbers(of: store)
    let halfway = SampleEvening(roster: roster, men: 40, women: 40, waiting: 0, seed: 5)
    let second = EventForm(
      code: halfwayCode, title: "单身职工联谊（样例·进行到一半）", date: day,
      maxPicks: SampleEvening.picks)
    let (event, guests) = try open(second, halfway, members, in: store)
    for guest in guests.prefix(35) + guests.dropFirst(40).prefix(35) {
      try store.checkIn(guest.id)
    }
    _ = try take(Array(halfway.slips.dropFirst(12)), for: event, in: store)
    try begin(event, in: store)
    let first = SampleEvening(roster: roster)
    let form = EventForm(
      code: SampleEvening.code, title: SampleEvening.title, date: day,
      maxPicks: SampleEvening.picks, capacity: Capacity(first.capacity))
    let (coming, _) = try open(form, first, members, in: store)
    _ = try store.setProgramme(SegmentPlan.usual, of: coming.id)
    try store.setMark(mark, "1")
  }

  /// The rounds of a sample evening: six of eight minutes, which the usual programme has room for.
  public static let rounds = RoundsWish(rounds: 6, minutes: 8)

  /// The programme up to its rounds, of which the first is over and the second paused: whoever looks at the
  /// sample days later finds it as it was left, not long overdue.
  private static func begin(_ event: Event, in store: Store) throws {
    let plan = SegmentPlan.usual
    _ = try store.setProgramme(plan, of: event.id)
    _ = try RoundsDesk.plan(rounds, at: event.id, in: store)
    let segments = (plan.firstIndex { $0.kind == .rounds } ?? 0) + 1
    for _ in 0..<segments { _ = try store.run(.next, of: event.id) }
    for number in 1...2 { try store.startRound(number, of: event.id) }
    _ = try store.run(.pause, of: event.id)
  }

  public static func importRoster(_ roster: [SampleWorker], into store: Store) throws {
    let bytes = Array(SampleRoster.csv(roster).utf8)
    _ = try RosterImport(bytes: bytes).run(into: store)
  }

  /// The members of a store by their numbers.
  public static func numbers(of store: Store) throws -> [String: MemberID] {
    var members: [String: MemberID] = [:]
    try store.eachMemberKey { members[$0.number] = $0.id }
    return members
  }

  /// Makes the event and registers its guests with their printed badges.
  public static func open(
    _ form: EventForm, _ evening: SampleEvening, _ members: [String: MemberID], in store: Store
  ) throws -> (Event, [Guest]) {
    let (event, _) = try store.create(form)
    let enrolments = evening.registrations.compactMap { registration in
      members[registration.member].map { Enrolment(member: $0, badge: registration.badge) }
    }
    let (results, _) = try store.register(enrolments, for: event.id)
    return (event, try results.map { try $0.get() })
  }

  /// Stores the slips, with those picks that name somebody who is here.
  ///
  /// - Returns: how many went in.
  public static func take(
    _ slips: [SampleEvening.Slip], for event: Event, in store: Store
  ) throws -> Int {
    let evening = try store.evening(event.id)
    let isHere = { (badge: Badge) in
      evening.guest(wearing: badge)?.registration.presence.attended ?? false
    }
    let ballots = slips.filter { isHere($0.picker) }.map {
      Ballot(picker: $0.picker, choices: $0.choices.filter(isHere))
    }
    let (results, _) = try store.save(ballots, for: event.id)
    return results.count { result in
      if case .success(let outcome) = result { outcome != .unchanged } else { false }
    }
  }
}
