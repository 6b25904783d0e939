import Matchmaking

/// What stands on the wall, one thing at a time.
enum Card: Hashable {
  /// Nothing could be read yet.
  case waiting
  case welcome(Countdown?)
  /// A part of the evening, with what is left of it.
  case segment(Segment, Countdown?)
  /// A round that runs, or that is to begin: its tables page by page, then its time.
  case round(ShownRound, Countdown?)
  case picks(Segment, Countdown?)
  case pairs
  /// The red thread: its seed, then its pairs one by one.
  case thread(ShownThread)
  /// What the hall is asked.
  case question(ShownQuestion)
  /// Between two parts.
  case next(Segment)
  case closing
}

extension Showing {
  func card(at time: WallTime) -> Card {
    let current = programme.current.map { programme.segments[$0] }
    let left = current.flatMap { Countdown($0.phase, at: time) }
    if isToldLast { return .pairs }
    if let round = rounds.first(where: { $0.phase.isUnderWay }) {
      return .round(round, Countdown(round.phase, at: time) ?? left)
    }
    if let current { return card(of: current, left) }
    guard programme.hasBegun else { return event.state == .open ? .welcome(nil) : .closing }
    return programme.upcoming.map { .next(programme.segments[$0]) } ?? .closing
  }

  /// Whether a pair was announced after whatever else began or ended: what was said last stands there.
  private var isToldLast: Bool {
    guard let told = pairs.last?.at else { return false }
    return (programme.segments.map(\.phase) + rounds.map(\.phase)).allSatisfy { phase in
      switch phase {
      case .waiting: true
      case .running(let since, _), .paused(let since, _): since <= told
      case .done(_, let ended): ended <= told
      }
    }
  }

  private func card(of segment: Segment, _ left: Countdown?) -> Card {
    switch segment.kind {
    case .arrival: .welcome(left)
    case .rounds: coming(.rounds).map { .round($0, left) } ?? .segment(segment, left)
    case .topics, .icebreaker: coming(.topics).map { .round($0, left) } ?? .segment(segment, left)
    case .picks: .picks(segment, left)
    case .announcement: pairs.isEmpty ? .segment(segment, left) : .pairs
    case .closing: .closing
    case .thread: thread.map { .thread($0) } ?? .segment(segment, left)
    case .hearts: question.map { .question($0) } ?? .segment(segment, left)
    case .opening, .free: .segment(segment, left)
    }
  }

  /// People are to find their places before it begins.
  private func coming(_ kind: SeatingKind) -> ShownRound? {
    rounds.first { $0.kind == kind && $0.phase == .waiting }
  }
}

extension Card {
  /// What runs down on it.
  var countdown: Countdown? {
    switch self {
    case .welcome(let left), .segment(_, let left), .round(_, let left), .picks(_, let left): left
    case .waiting, .pairs, .thread, .question, .next, .closing: nil
    }
  }
}
