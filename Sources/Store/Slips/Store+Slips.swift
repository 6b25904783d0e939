import GRDB
public import Matchmaking

extension Store {
  /// Stores a slip that was typed, checked once more against what is in the file now.
  ///
  /// The same slip typed again changes nothing. A different one is refused unless it is meant as a
  /// correction.
  ///
  /// - Returns: the act; nil where the same slip was in already.
  @discardableResult
  public func save(_ ballot: Ballot, for id: EventID, replacing: Bool = false) throws -> Act? {
    let (results, act) = try save(
      [ballot], for: id, replacing: replacing, verb: replacing ? .correctSlip : .saveSlip)
    for result in results { _ = try result.get() }
    return act
  }

  /// Stores a correction of one certain slip, and nothing where that slip is another by now.
  ///
  /// - Parameter old: the slip as whoever corrects it saw it.
  /// - Returns: the act; nil where the slip says the same already.
  @discardableResult
  public func correct(_ old: SlipRecord, with ballot: Ballot, for id: EventID) throws -> Act? {
    let (results, act) = try save(
      [ballot], for: id, replacing: .exactly(old), verb: .correctSlip)
    for result in results { _ = try result.get() }
    return act
  }

  /// Stores several slips as one act; whichever is refused leaves the others in.
  ///
  /// - Returns: for each slip whether it was new, or why it was refused; the act is nil where
  ///   nothing was stored.
  public func save(
    _ ballots: [Ballot], for id: EventID, replacing: Bool = false,
    verb: ActSummary.Verb = .importSlips
  ) throws -> ([Result<Bool, Refusal>], Act?) {
    try save(ballots, for: id, replacing: replacing ? .whatever : .nothing, verb: verb)
  }

  private func save(
    _ ballots: [Ballot], for id: EventID, replacing: Replaced, verb: ActSummary.Verb
  ) throws -> ([Result<Bool, Refusal>], Act?) {
    do {
      let (results, act) = try act(ActSummary(verb)) { writer, summary in
        let event = try writer.event(id)
        summary.event = event.code
        var results: [Result<Bool, Refusal>] = []
        for ballot in ballots {
          do {
            let picker = try writer.write(
              ballot, for: event, replacing: replacing, station: context.station)
            results.append(.success(picker != nil))
            guard verb != .importSlips, let picker else { continue }
            summary.name = picker.name
            summary.badge = picker.badge
            summary.count = ballot.choices.count
          } catch let refusal as Refusal {
            results.append(.failure(refusal))
          }
        }
        let written = results.count { (try? $0.get()) == true }
        if written == 0 { throw NothingNew(results: results) }
        if verb == .importSlips { summary.count = written }
        return results
      }
      return (results, act)
    } catch let nothing as NothingNew {
      return (nothing.results, nil)
    }
  }

  static func slips(
    of event: EventID, in db: Database
  ) throws -> [RegistrationID: SlipRecord] {
    try slips(where: "b.event = ?", event.description, in: db)
  }

  static func slips(
    where condition: String, _ key: String, in db: Database
  ) throws -> [RegistrationID: SlipRecord] {
    var slips: [RegistrationID: SlipRecord] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT b.picker, b.is_unranked, b.at, p.chosen, p.place
          FROM ballot b LEFT JOIN pick p ON p.ballot = b.id
          WHERE b.reading = 1 AND \(condition) ORDER BY b.id, p.place
          """), arguments: [key])
    while let row = try rows.next() {
      let picker: RegistrationID = try row.identifier("picker")
      let at = try row.time("at") ?? Timestamp(milliseconds: 0)
      let isUnranked: Bool = try row.needed("is_unranked")
      var slip = slips[picker] ?? SlipRecord(picks: [], isUnranked: isUnranked, at: at)
      if try row.value("chosen") as String? != nil { slip.picks.append(try row.pick) }
      slips[picker] = slip
    }
    return slips
  }
}

/// What a slip may take the place of.
private enum Replaced {
  case nothing, whatever
  case exactly(SlipRecord)
}

/// Rolls the act back, so that nothing new leaves no empty act.
private struct NothingNew: Error {
  let results: [Result<Bool, Refusal>]
}

extension ActWriter {
  /// - Returns: whose slip it is; nil where the same slip is in already.
  fileprivate func write(
    _ ballot: Ballot, for event: Event, replacing: Replaced, station: String
  ) throws -> Guest? {
    let named = try wearers(of: [ballot.picker] + ballot.choices, in: event.id)
    var rules = SlipRules(event) { badge in named[badge]?.presence(at: event) ?? .unknown }
    var successors: [Badge: Badge] = [:]
    for badge in [ballot.picker] + ballot.choices where named[badge] == nil {
      successors[badge] = try formerWearer(of: badge, in: event.id)?.badge
    }
    rules.successor = { [successors] in successors[$0] }
    do {
      try ballot.check(rules)
    } catch {
      throw Refusal.slip(error)
    }
    let picks = ballot.picks.compactMap { pick in
      named[pick.person].map { Pick($0.id, at: pick.place) }
    }
    guard let picker = named[ballot.picker], picks.count == ballot.picks.count else {
      throw Refusal.slip(.unknownBadge(ballot.picker))
    }
    let isUnranked = ballot.ranks == .unranked
    let old = try row(
      "SELECT id, is_unranked, at FROM ballot WHERE picker = ? AND reading = 1",
      [picker.id.description])
    if case .exactly = replacing, old == nil {
      throw Refusal.slip(.changedMeanwhile(ballot.picker))
    }
    if let old {
      let id: String = try old.needed("id")
      let before = try Row.fetchAll(
        db, sql: "SELECT chosen, place FROM pick WHERE ballot = ? ORDER BY place", arguments: [id]
      ).map { try $0.pick }
      if before == picks, try old.needed("is_unranked") == isUnranked { return nil }
      switch replacing {
      case .nothing: throw Refusal.slip(.alreadyIn(ballot.picker))
      case .whatever: break
      case .exactly(let seen):
        let now = SlipRecord(
          picks: before, isUnranked: try old.needed("is_unranked"),
          at: try old.time("at") ?? Timestamp(milliseconds: 0))
        guard now == seen else { throw Refusal.slip(.changedMeanwhile(ballot.picker)) }
      }
      try dropOthers(giveWayTo: id)
      try run("DELETE FROM pick WHERE ballot = ?", [id])
      try run("DELETE FROM ballot WHERE id = ?", [id])
    }
    try insert(picks, of: picker, isUnranked: isUnranked, station: station)
    return picker
  }

  /// Whoever corrects a slip looked at the paper: what somebody typed of it elsewhere does not come back.
  private func dropOthers(giveWayTo id: String) throws {
    let others = try Prepared(
      "SELECT row FROM deviation WHERE stands = ? AND \"table\" = 'ballot'", in: db
    ).all([id]) { $0.text(0) }
    for other in others {
      let key: Identifier<Conflict> = identifier()
      try run(
        "INSERT INTO conflict_decision (id, conflict, dropped) VALUES (?, ?, ?)",
        [key.description, other, other])
    }
  }

  /// Those of the badges that somebody wears.
  private func wearers(of badges: [Badge], in event: EventID) throws -> [Badge: Guest] {
    var wearers: [Badge: Guest] = [:]
    for badge in badges { wearers[badge] = try wearer(of: badge, in: event) }
    return wearers
  }

  private func formerWearer(of badge: Badge, in event: EventID) throws -> Guest? {
    try Guest.find(
      """
      r.id = (SELECT registration FROM retired_badge WHERE event = ? AND pool = ? AND number = ?)
      """, [event.description, badge.pool.rawValue, badge.number], in: db)
  }

  private func insert(
    _ picks: [Pick<RegistrationID>], of picker: Guest, isUnranked: Bool, station: String
  ) throws {
    let id: Identifier<Ballot> = identifier()
    try run(
      """
      INSERT INTO ballot (id, event, picker, round, reading, is_unranked, at, station)
      VALUES (?, ?, ?, 1, 1, ?, ?, ?)
      """,
      [
        id.description, picker.registration.event.description, picker.id.description, isUnranked,
        now.milliseconds, station,
      ])
    for pick in picks {
      let key: Identifier<SlipRecord> = identifier()
      try run(
        "INSERT INTO pick (id, ballot, place, chosen) VALUES (?, ?, ?, ?)",
        [key.description, id.description, pick.place, pick.person.description])
    }
  }

  func wearer(of badge: Badge, in event: EventID) throws -> Guest? {
    try Guest.find(
      "r.event = ? AND r.pool = ? AND r.badge = ?",
      [event.description, badge.pool.rawValue, badge.number], in: db)
  }
}

extension Row {
  /// A line of a slip.
  fileprivate var pick: Pick<RegistrationID> {
    get throws {
      let place: Int = try needed("place")
      guard Badge.numbers.contains(place) else {
        throw UnreadableRow(description: "place: no line of a slip")
      }
      return Pick(try identifier("chosen"), at: place)
    }
  }
}
