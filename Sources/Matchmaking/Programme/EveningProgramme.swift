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

  /// Who came and who went since the rounds that are to come were planned.
  public func changes(
    of kind: SeatingKind, at evening: Evening
  ) -> (come: [Badge], gone: [Badge])? {
    guard let next = rounds(kind).first(where: { $0.phase == .waiting }) else { return nil }
    let planned = Set(next.tables.flatMap(\.seats))
    let seated = Set(evening.guestsToSeat.map(\.id))
    var (come, gone): ([Badge], [Badge]) = ([], [])
    for guest in evening.guests {
      let isHere = seated.contains(guest.id)
      guard let badge = guest.badge, isHere != planned.contains(guest.id) else { continue }
      if isHere { come.append(badge) } else { gone.append(badge) }
    }
    return come.isEmpty && gone.isEmpty ? nil : (come.sorted(), gone.sorted())
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
    let isOpen = guests.contains { $0.registration.status.hasAttended }
    return guests.filter {
      $0.badge != nil && $0.registration.status == (isOpen ? .checkedIn : .registered)
    }
  }
}
