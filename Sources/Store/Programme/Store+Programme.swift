import GRDB
public import Matchmaking

extension Store {
  /// The time by both clocks, as the programme counts it.
  public var clockReading: ClockReading {
    ClockReading(wall: context.now(), steady: context.steady())
  }

  public func programme(of event: EventID) throws -> Programme {
    try read { try Programme.fetch(event, in: $0) }
  }

  /// The programme and who sits where, of one moment.
  public func eveningProgramme(of event: EventID) throws -> EveningProgramme {
    try read { db in
      var plans: [SeatingKind: SeatingPlan] = [:]
      for kind in SeatingKind.allCases {
        plans[kind] = try SeatingPlan.fetch(kind, of: event, in: db)
      }
      return EveningProgramme(
        programme: try Programme.fetch(event, in: db), rounds: try SeatedRound.fetch(event, in: db),
        plans: plans)
    }
  }

  /// Puts a programme in the place of the one there is, as one act.
  ///
  /// - Throws: `Refusal.programme(.begun)` once it has begun; it would be gone from the record.
  @discardableResult
  public func setProgramme(_ plan: [SegmentPlan], of id: EventID) throws -> (Programme, Act) {
    try act(ActSummary(.setProgramme, count: plan.count)) { writer, summary in
      let event = try writer.openEvent(id, &summary)
      guard plan.count <= Segment.most else {
        throw Refusal.programme(.tooLong(most: Segment.most))
      }
      for segment in plan {
        do throws(ProgrammeRefusal) { try segment.check() } catch {
          throw Refusal.programme(error)
        }
      }
      guard try !writer.programme(of: event.id).hasBegun else { throw Refusal.programme(.begun) }
      try writer.replaceProgramme(of: event.id, by: plan)
      return try writer.programme(of: event.id)
    }
  }

  /// Goes on with the programme, as one act; every step can be taken back.
  @discardableResult
  public func run(_ step: ProgrammeStep, of id: EventID) throws -> (Programme, Act) {
    try act(ActSummary(step.verb)) { writer, summary in
      let event = try writer.openEvent(id, &summary)
      let before = try writer.programme(of: event.id)
      var after = before
      do throws(ProgrammeRefusal) {
        switch step {
        case .next: try after.next(at: writer.clockReading)
        case .pause: try after.pause(at: writer.clockReading)
        case .resume: try after.resume(at: writer.clockReading)
        case .stop: try after.stop(at: writer.clockReading)
        case .extend(let minutes): try after.extend(byMinutes: minutes, at: writer.clockReading)
        }
      } catch {
        throw Refusal.programme(error)
      }
      if case .extend(let minutes) = step { summary.count = minutes }
      // At the end of the programme the last segment is over, and nothing comes.
      if step == .next, after.current == nil { summary.verb = .stopSegment }
      let place = after.current ?? before.current
      if let segment = place.map({ after.segments[$0] }) {
        summary.detail = segment.title.isEmpty ? segment.kind.rawValue : segment.title
      }
      for (old, new) in zip(before.segments, after.segments) where old.phase != new.phase {
        try writer.write(new.phase, of: new)
      }
      try writer.carry(step, before, to: event)
      return after
    }
  }
}

extension ProgrammeStep {
  fileprivate var verb: ActSummary.Verb {
    switch self {
    case .next: .nextSegment
    case .pause: .pauseSegment
    case .resume: .resumeSegment
    case .stop: .stopSegment
    case .extend: .extendSegment
    }
  }
}

extension Programme {
  static func fetch(_ event: EventID, in db: Database) throws -> Programme {
    Programme(
      try Prepared(
        """
        SELECT id, kind, title, minutes, \(Phase.columns) FROM segment WHERE event = ?
        ORDER BY place, id
        """, in: db
      ).all([event.description]) { row in
        guard let id = SegmentID(row.text(0)), let kind = SegmentKind(rawValue: row.text(1)) else {
          throw UnreadableRow(description: "segment \(row.text(0))")
        }
        return Segment(
          id: id, kind: kind, title: row.text(2), minutes: row.int(3) ?? 0,
          phase: try Phase(row.from(4)))
      })
  }
}

extension ActWriter {
  func programme(of event: EventID) throws -> Programme { try Programme.fetch(event, in: db) }

  /// An event that still takes place; the summary is told.
  func openEvent(_ id: EventID, _ summary: inout ActSummary) throws -> Event {
    let event = try event(id)
    guard event.state == .open else { throw event.closedRefusal }
    summary.event = event.code
    return event
  }

  func replaceProgramme(of event: EventID, by plan: [SegmentPlan]) throws {
    try run("DELETE FROM segment WHERE event = ?", [event.description])
    for (place, segment) in plan.enumerated() {
      let id: SegmentID = identifier()
      try run(
        """
        INSERT INTO segment (id, event, place, kind, title, minutes, state)
        VALUES (?, ?, ?, ?, ?, ?, 'waiting')
        """,
        [
          id.description, event.description, place + 1, segment.kind.rawValue, segment.title,
          segment.minutes,
        ])
    }
  }

  fileprivate func write(_ phase: Phase, of segment: Segment) throws {
    try run(
      "UPDATE segment SET \(Phase.assignments) WHERE id = ?",
      phase.values + [segment.id.description])
  }

  /// What a step of the programme does to the round that is under way: it stands still with its segment, and
  /// is over with it, and more time is for both.
  fileprivate func carry(_ step: ProgrammeStep, _ before: Programme, to event: Event) throws {
    let current = before.current.map { before.segments[$0] }
    for round in try rounds(of: event.id) where round.phase.isUnderWay {
      let phase: Phase? =
        switch step {
        case .pause: round.phase.paused(at: clockReading)
        case .resume: round.phase.resumed(at: clockReading)
        case .next, .stop:
          current?.kind.seating == round.kind ? round.phase.ended(at: clockReading) : nil
        case .extend(let minutes): round.phase.extended(byMinutes: minutes, at: clockReading)
        }
      if let phase { try write(phase, of: round) }
    }
  }
}
