import GRDB
public import Matchmaking

/// The rounds of one kind as they stand, with how they were asked for.
public struct Seating: Sendable {
  /// Nil where nothing was planned.
  public var plan: SeatingPlan?
  /// By their numbers.
  public var rounds: [SeatedRound]
  /// Who never meets whom.
  public var forbidden: [[RegistrationID]]
}

extension Store {
  public func seating(_ kind: SeatingKind, of event: EventID) throws -> Seating {
    try read { db in
      Seating(
        plan: try SeatingPlan.fetch(kind, of: event, in: db),
        rounds: try SeatedRound.fetch(event, in: db).filter { $0.kind == kind },
        forbidden: try ActWriter.forbidden(event, in: db))
    }
  }

  /// Plans what has not begun, as one act: rounds that began are history and stay.
  ///
  /// - Parameter make: from what is there, the plan and the tables of each round that is to come, with their
  ///   numbers. It runs within the act, so nothing changes in between.
  @discardableResult
  public func plan(
    _ kind: SeatingKind, of id: EventID,
    _ make: (Evening, Seating) throws -> (SeatingPlan, [(number: Int, tables: [SeatedTable])])
  ) throws -> (Seating, Act) {
    let verb: ActSummary.Verb = kind == .rounds ? .planRounds : .planTopics
    return try act(ActSummary(verb)) { writer, summary in
      let event = try writer.openEvent(id, &summary)
      let before = Seating(
        plan: try SeatingPlan.fetch(kind, of: id, in: writer.db),
        rounds: try writer.rounds(of: id).filter { $0.kind == kind },
        forbidden: try ActWriter.forbidden(id, in: writer.db))
      let (plan, rounds) = try make(try Self.evening(event, in: writer.db), before)
      summary.count = plan.rounds
      try writer.put(plan, kind, of: id)
      try writer.replace(before.rounds, by: rounds, minutes: plan.minutes, kind, of: id)
      return Seating(
        plan: plan, rounds: try writer.rounds(of: id).filter { $0.kind == kind },
        forbidden: before.forbidden)
    }
  }

  /// Begins a round; the one before it is over with that.
  @discardableResult
  public func startRound(_ number: Int, _ kind: SeatingKind = .rounds, of id: EventID) throws -> Act
  {
    try act(ActSummary(.startRound, count: number)) { writer, summary in
      _ = try writer.openEvent(id, &summary)
      let all = try writer.rounds(of: id)
      let rounds = all.filter { $0.kind == kind }
      guard !rounds.isEmpty else { throw Refusal.programme(.noRounds) }
      guard let round = rounds.first(where: { $0.number == number }) else {
        throw Refusal.programme(.noRound(number))
      }
      guard round.phase == .waiting else { throw Refusal.programme(.roundDone(number)) }
      if let next = rounds.first(where: { $0.phase == .waiting }), next.number < number {
        throw Refusal.programme(.roundOrder(next: next.number))
      }
      // People sit at one table at a time, whatever for.
      for other in all where other.phase.isUnderWay {
        try writer.write(other.phase.ended(at: writer.clockReading), of: other)
      }
      try writer.write(.begun(at: writer.clockReading, minutes: round.minutes), of: round)
    }.1
  }

  @discardableResult
  public func finishRound(
    _ number: Int, _ kind: SeatingKind = .rounds, of id: EventID
  ) throws -> Act {
    try act(ActSummary(.finishRound, count: number)) { writer, summary in
      _ = try writer.openEvent(id, &summary)
      let rounds = try writer.rounds(of: id).filter { $0.kind == kind }
      guard let round = rounds.first(where: { $0.number == number }) else {
        throw Refusal.programme(rounds.isEmpty ? .noRounds : .noRound(number))
      }
      guard round.phase.isUnderWay else {
        throw Refusal.programme(
          round.phase == .waiting ? .roundNotRunning(number) : .roundDone(number))
      }
      try writer.write(round.phase.ended(at: writer.clockReading), of: round)
    }.1
  }

  /// Two people who never sit together; the act is nil where that was so already.
  @discardableResult
  public func forbid(
    _ one: RegistrationID, _ other: RegistrationID, at id: EventID, allowing: Bool = false
  ) throws -> Act? {
    do {
      return try act(ActSummary(allowing ? .allowPair : .forbidPair)) { writer, summary in
        let event = try writer.openEvent(id, &summary)
        let badges = try [one, other].compactMap { try writer.guest($0).badge?.description }
        summary.detail = badges.count == 2 ? badges.joined(separator: " ") : nil
        let known = try writer.row(
          "SELECT id FROM forbidden_pair WHERE (one = ?1 AND other = ?2) OR (one = ?2 AND other = ?1)",
          [one.description, other.description])
        guard (known == nil) != allowing else { throw NothingChanged() }
        if let known {
          try writer.run("DELETE FROM forbidden_pair WHERE id = ?", [known.needed("id") as String])
        } else {
          let id: Identifier<Seating> = writer.identifier()
          let pair = [one, other].sorted().map(\.description)
          try writer.run(
            "INSERT INTO forbidden_pair (id, event, one, other) VALUES (?, ?, ?, ?)",
            [id.description, event.id.description, pair[0], pair[1]])
        }
      }.1
    } catch is NothingChanged {
      return nil
    }
  }
}

extension SeatedRound {
  /// Of both kinds, by their numbers.
  static func fetch(_ event: EventID, in db: Database) throws -> [SeatedRound] {
    try Prepared(selection + " WHERE event = ? ORDER BY kind, number", in: db)
      .all([event.description], SeatedRound.init)
  }
}

extension SeatingPlan {
  static func fetch(_ kind: SeatingKind, of event: EventID, in db: Database) throws -> SeatingPlan?
  {
    try Prepared(
      "SELECT settings, report FROM seating_plan WHERE event = ? AND kind = ?", in: db
    ).first([event.description, kind.rawValue]) {
      try SeatingPlan(settings: $0.text(0), report: $0.text(1))
    }
  }
}

extension ActWriter {
  func rounds(of event: EventID) throws -> [SeatedRound] { try SeatedRound.fetch(event, in: db) }

  func write(_ phase: Phase, of round: SeatedRound) throws {
    try run(
      "UPDATE seating_round SET \(Phase.assignments) WHERE id = ?",
      phase.values + [round.id.description])
  }

  static func forbidden(_ event: EventID, in db: Database) throws -> [[RegistrationID]] {
    try Prepared("SELECT one, other FROM forbidden_pair WHERE event = ? ORDER BY id", in: db)
      .all([event.description]) { row in
        [row.text(0), row.text(1)].compactMap { RegistrationID($0) }
      }.filter { $0.count == 2 && $0[0] != $0[1] }
  }

  fileprivate func put(_ plan: SeatingPlan, _ kind: SeatingKind, of event: EventID) throws {
    let known = try row(
      "SELECT id FROM seating_plan WHERE event = ? AND kind = ?",
      [event.description, kind.rawValue])
    if let known {
      try run(
        "UPDATE seating_plan SET settings = ?, report = ? WHERE id = ?",
        [plan.settings, plan.report, known.needed("id") as String])
    } else {
      let id: Identifier<SeatingPlan> = identifier()
      try run(
        "INSERT INTO seating_plan (id, event, kind, settings, report) VALUES (?, ?, ?, ?, ?)",
        [id.description, event.description, kind.rawValue, plan.settings, plan.report])
    }
  }

  fileprivate func replace(
    _ before: [SeatedRound], by rounds: [(number: Int, tables: [SeatedTable])], minutes: Int,
    _ kind: SeatingKind, of event: EventID
  ) throws {
    let begun = Set(before.filter { $0.phase != .waiting }.map(\.number))
    for round in before where round.phase == .waiting {
      try run("DELETE FROM seating_round WHERE id = ?", [round.id.description])
    }
    for round in rounds where !begun.contains(round.number) {
      let id: RoundID = identifier()
      try run(
        """
        INSERT INTO seating_round (id, event, kind, number, minutes, tables, state)
        VALUES (?, ?, ?, ?, ?, ?, 'waiting')
        """,
        [
          id.description, event.description, kind.rawValue, round.number, minutes,
          round.tables.json,
        ])
    }
  }
}
