import Canvas
import Matchmaking
import Screens

extension Hall {
  /// Lets so many seconds pass, as far as the desk looks.
  mutating func wait(seconds: Int64) {
    clock = clock.advanced(by: seconds * 1000)
    desk.now = clock
  }

  /// Goes on with the programme by its own rules, as the store does.
  mutating func goOn(_ change: Change, _ id: RequestID) -> [Message] {
    desk.now = clock
    do throws(ProgrammeRefusal) {
      let summary = try doing(change)
      return [.programmeChanged, .done(id, .saved(record(.original, summary)))]
    } catch {
      return [.done(id, .refused(.programme(error)))]
    }
  }

  private mutating func doing(_ change: Change) throws(ProgrammeRefusal) -> ActSummary {
    switch change {
    case .setProgramme(_, let plan):
      for segment in plan { try segment.check() }
      running.programme = Programme(
        plan.enumerated().map { place, segment in
          Segment(
            id: SegmentID(milliseconds: Int64(place), random: (0, 0)), kind: segment.kind,
            title: segment.title, minutes: segment.minutes)
        })
      return ActSummary(.setProgramme, event: "qixi", count: plan.count)
    case .runProgramme(_, .next):
      try running.programme.next(at: clock)
      return ActSummary(.nextSegment, event: "qixi", detail: now)
    case .runProgramme(_, .pause):
      try running.programme.pause(at: clock)
      return ActSummary(.pauseSegment, event: "qixi", detail: now)
    case .runProgramme(_, .resume):
      try running.programme.resume(at: clock)
      return ActSummary(.resumeSegment, event: "qixi", detail: now)
    case .runProgramme(_, .stop):
      try running.programme.stop(at: clock)
      return ActSummary(.stopSegment, event: "qixi")
    case .runProgramme(_, .extend(let minutes)):
      try running.programme.extend(byMinutes: minutes, at: clock)
      return ActSummary(.extendSegment, event: "qixi", count: minutes, detail: now)
    case .startRound(_, let kind, let number):
      for place in running.rounds.indices {
        if running.rounds[place].phase.isUnderWay {
          running.rounds[place].phase = running.rounds[place].phase.ended(at: clock)
        }
        if running.rounds[place].kind == kind, running.rounds[place].number == number {
          running.rounds[place].phase = .begun(at: clock, minutes: running.rounds[place].minutes)
        }
      }
      return ActSummary(.startRound, event: "qixi", count: number)
    case .planRounds(_, let wish):
      running.plans[.rounds] = SeatingPlan(
        method: .best, rounds: wish.rounds, tables: wish.tables, minutes: wish.minutes)
      running.rounds =
        (1...wish.rounds).map { round($0, minutes: wish.minutes) } + running.rounds(.topics)
      return ActSummary(.planRounds, event: "qixi", count: wish.rounds)
    case .planTopics(_, let wish, _):
      running.plans[.topics] = SeatingPlan(
        method: .groups, rounds: wish.rounds, size: wish.size, minutes: wish.minutes,
        topics: wish.topics)
      running.rounds =
        running.rounds(.rounds) + (1...wish.rounds).map { group($0, wish) }
      return ActSummary(.planTopics, event: "qixi", count: wish.rounds)
    default: throw .empty
    }
  }

  /// The first few who are here leave, as another desk notes.
  mutating func leave(_ count: Int) {
    for guest in evening.guests.filter({ $0.registration.status == .checkedIn }).prefix(count) {
      var left = guest
      left.registration.status = .left
      _ = evening.take(left)
      send(.eveningChanged(EveningChange(event: evening.event, guests: [left])))
    }
  }

  private var now: String? {
    running.programme.current.map { running.programme.segments[$0].kind.rawValue }
  }

  /// Whoever is here, in their order, so many to a table.
  private func group(_ number: Int, _ wish: TopicsWish) -> SeatedRound {
    let here = evening.guests.filter { $0.registration.status == .checkedIn }.map(\.id)
    let tables = stride(from: 0, to: here.count, by: wish.size).enumerated().map { place, start in
      SeatedTable(
        number: place + 1,
        topic: wish.topics.isEmpty ? nil : wish.topics[place % wish.topics.count],
        seats: Array(here[start..<min(start + wish.size, here.count)]))
    }
    return SeatedRound(
      id: RoundID(milliseconds: Int64(100 + number), random: (0, 0)), kind: .topics,
      number: number, minutes: wish.minutes, tables: tables)
  }

  /// Whoever is here, the women moved on by a table each round.
  private func round(_ number: Int, minutes: Int) -> SeatedRound {
    let here = evening.guests.filter { $0.registration.status == .checkedIn }
      .sorted { ($0.badge ?? Badge(.men, 0)) < ($1.badge ?? Badge(.men, 0)) }
    let men = here.filter { $0.badge?.pool == .men }
    let women = here.filter { $0.badge?.pool == .women }
    let count = min(men.count, women.count)
    var tables = (0..<count).map { place in
      SeatedTable(
        number: place + 1, seats: [men[place].id, women[(place + number - 1) % count].id])
    }
    tables += (men + women).filter { guest in !tables.contains { $0.seats.contains(guest.id) } }
      .map { SeatedTable(number: nil, seats: [$0.id]) }
    return SeatedRound(
      id: RoundID(milliseconds: Int64(number), random: (1, 0)), kind: .rounds, number: number,
      minutes: minutes, tables: tables)
  }
}
