/// The programme of an evening with who sits where: what the one who runs it looks at.
public struct EveningProgramme: Hashable, Sendable {
  public var programme: Programme
  /// Of each kind by their numbers.
  public var rounds: [SeatedRound]
  public var plans: [SeatingKind: SeatingPlan]

  public init(
    programme: Programme = Programme(), rounds: [SeatedRound] = [],
    plans: [SeatingKind: SeatingPlan] = [:]
  ) {
    self.programme = programme
    self.rounds = rounds
    self.plans = plans
  }

  /// What comes next when somebody says so.
  public enum Turn: Hashable, Sendable {
    case segment
    case round(SeatingKind, Int)
  }

  /// Within a segment of rounds the next round, else the next segment; nil where all is over.
  public var turn: Turn? {
    if let kind = seating, !hasBrokenTheIce,
      let next = rounds(kind).first(where: { $0.phase == .waiting })
    {
      return .round(kind, next.number)
    }
    return programme.current != nil || programme.upcoming != nil ? .segment : nil
  }

  /// Groups that break the ice sit together once; the other rounds are those of the topics.
  private var hasBrokenTheIce: Bool {
    guard let current = programme.current, programme.segments[current].kind == .icebreaker,
      let since = programme.segments[current].phase.since
    else { return false }
    return rounds(.topics).contains { $0.phase.since.map { $0 >= since } ?? false }
  }

  /// What people sit together for now; nil where they do not.
  public var seating: SeatingKind? {
    programme.current.flatMap { programme.segments[$0].kind.seating }
  }

  public func rounds(_ kind: SeatingKind) -> [SeatedRound] { rounds.filter { $0.kind == kind } }

  /// The round that runs or is paused; within a segment one that belongs to it.
  public var currentRound: SeatedRound? {
    rounds.first {
      $0.phase.isUnderWay && (programme.current == nil || $0.kind == seating)
    }
  }

  /// What counts down: the round, or else the segment.
  public var phase: Phase? {
    let segment = programme.current.map { programme.segments[$0].phase }
    guard let round = currentRound?.phase else { return segment }
    switch round {
    case .running(_, nil), .paused(_, nil): return segment ?? round
    case .running, .paused, .waiting, .done: return round
    }
  }

  /// What people still sit together for: first that of now, then in the order of the programme, last what no
  /// segment is for.
  public var kindsToCome: [SeatingKind] {
    let kinds =
      programme.segments.filter { $0.phase.state != .done }.compactMap(\.kind.seating)
      + SeatingKind.allCases
    return kinds.enumerated().filter { !kinds.prefix($0.offset).contains($0.element) }
      .map(\.element)
  }

  /// Why the rounds that are to come are to be planned anew; nil where they are as they should be.
  public func changes(of kind: SeatingKind, at evening: Evening) -> SeatingChanges? {
    guard let next = rounds(kind).first(where: { $0.phase == .waiting }) else { return nil }
    let planned = Set(next.tables.flatMap(\.seats))
    let seated = Set(evening.guestsToSeat.map(\.id))
    var changes = SeatingChanges()
    for guest in evening.guests where seated.contains(guest.id) != planned.contains(guest.id) {
      switch guest.registration.status {
      case _ where seated.contains(guest.id): changes.came += 1
      case .registered: changes.missing += 1
      case .checkedIn, .left, .waitlisted, .declined, .noShow: changes.left += 1
      }
    }
    return changes == SeatingChanges() ? nil : changes
  }
}

/// How many came and went since rounds were planned.
public struct SeatingChanges: Hashable, Sendable {
  /// Here, and without a seat.
  public var came = 0
  /// With a seat, and here no more.
  public var left = 0
  /// With a seat, and not here yet.
  public var missing = 0

  public init(came: Int = 0, left: Int = 0, missing: Int = 0) {
    (self.came, self.left, self.missing) = (came, left, missing)
  }
}

/// What somebody does to a programme that runs.
public enum ProgrammeStep: Hashable, Sendable {
  case next, pause, resume, stop
  case extend(minutes: Int)
}

extension SegmentKind {
  /// What people sit together for in it.
  public var seating: SeatingKind? {
    switch self {
    case .rounds: .rounds
    case .topics, .icebreaker: .topics
    case .arrival, .opening, .hearts, .picks, .thread, .announcement, .closing, .free: nil
    }
  }
}

extension SegmentPlan {
  /// What most evenings go by, to begin with.
  public static let usual: [SegmentPlan] = [
    SegmentPlan(.arrival, minutes: 30), SegmentPlan(.opening, minutes: 10),
    SegmentPlan(.icebreaker, minutes: 15), SegmentPlan(.rounds, minutes: 48),
    SegmentPlan(.topics, minutes: 30), SegmentPlan(.picks, minutes: 15),
    SegmentPlan(.announcement, minutes: 20), SegmentPlan(.closing, minutes: 5),
  ]
}

extension Evening {
  /// Who is given a seat: everybody here; before anybody has come, who is expected and has a printed badge.
  public var guestsToSeat: [Guest] {
    let status: Registration.Status = hasArrivals ? .checkedIn : .registered
    return guests.filter { $0.badge != nil && $0.registration.status == status }
  }

  /// Whether anybody has come yet.
  public var hasArrivals: Bool { guests.contains { $0.registration.status.hasAttended } }
}
