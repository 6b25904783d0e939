import Matchmaking

extension Store {
  /// Does one thing to each of several, as one act; whatever is refused leaves the others done.
  ///
  /// The summary gets the name where one person alone is concerned, else how many are.
  ///
  /// - Parameter begin: what all of them need, found out within the act.
  /// - Returns: for each what became of it or the refusal, in the order given; the act is nil where all
  ///   were refused, and then nothing is in the log.
  func actOnEach<Thing, Means>(
    _ things: [Thing], _ summary: ActSummary,
    with begin: (ActWriter, inout ActSummary) throws -> Means,
    _ body: (inout Means, inout ActSummary, Thing) throws -> Guest
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    do {
      return try act(summary) { writer, summary in
        var means = try begin(writer, &summary)
        var results: [Result<Guest, Refusal>] = []
        for thing in things {
          do {
            results.append(.success(try body(&means, &summary, thing)))
          } catch let refusal as Refusal {
            results.append(.failure(refusal))
          }
        }
        let done = results.compactMap { try? $0.get() }
        if done.isEmpty { throw AllRefused(results: results) }
        summary.count = done.count
        if done.count == 1 { summary.name = done[0].name } else { summary.badge = nil }
        return results
      }
    } catch let refused as AllRefused {
      return (refused.results, nil)
    }
  }

  /// Puts on record who was turned away and why, as one act.
  ///
  /// What nobody could override is answered and not recorded: a second check-in turns nobody away.
  func record(_ away: [TurnedAway], at event: EventID, _ way: WayIn) throws {
    let away = away.filter(\.refusal.canBeOverridden)
    guard let first = away.first else { return }
    let verb: ActSummary.Verb =
      switch way {
      case .registration: .refuseRegistration
      case .door: .refuse
      }
    let codes = Set(away.map(\.refusal.code))
    let summary =
      away.count == 1
      ? ActSummary(verb, name: first.name, badge: first.badge, refusal: first.refusal.code)
      : ActSummary(verb, count: away.count, refusal: codes.count == 1 ? codes.first : nil)
    _ = try act(summary) { writer, summary in
      summary.event = try writer.event(event).code
      for one in away {
        let id: Identifier<DoorRefusal> = writer.identifier()
        try writer.run(
          """
          INSERT INTO refusal (id, event, member, code, at, station, way)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          [
            id.description, event.description, one.member?.description, one.refusal.code,
            writer.now.milliseconds, context.station, way.rawValue,
          ])
      }
    }
  }
}

/// Rolls the act back, so that a wholly refused list leaves no empty act.
private struct AllRefused: Error {
  let results: [Result<Guest, Refusal>]
}

extension ActSummary {
  /// Adds the codes of what the organizer let pass, each once.
  mutating func noteOverridden(_ refusals: [DoorRefusal]) {
    var codes = refusal?.split(separator: ",").map(String.init) ?? []
    for code in refusals.map(\.code) where !codes.contains(code) { codes.append(code) }
    refusal = codes.isEmpty ? nil : codes.joined(separator: ",")
  }
}
