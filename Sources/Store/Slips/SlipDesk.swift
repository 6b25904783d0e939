import GRDB
import Matchmaking

/// Takes slips into one round of an event, each judged by what the file says now.
struct SlipDesk {
  let event: Event
  private let round: PickingRound
  private let leftOut: Set<RegistrationID>
  private let typing: SlipTyping
  private let station: String
  private let writer: ActWriter

  /// - Throws: `Refusal.round(.unknown)`.
  init(_ id: EventID, _ typing: SlipTyping, in store: Store, writer: ActWriter) throws {
    event = try writer.event(id)
    round = try Store.rounds(of: event, in: writer.db).wanted(typing.round)
    leftOut = try store.leftOut(of: round, at: event, in: writer.db)
    self.typing = typing
    station = store.context.station
    self.writer = writer
  }

  /// - Returns: what became of it, whose slip it is, and all that is typed of it now.
  func write(_ ballot: Ballot) throws -> (SlipOutcome, Guest, SavedSlip) {
    let (picker, picks) = try judge(ballot)
    let slip = SlipRecord(
      picks: picks, isUnranked: ballot.ranks == .unranked, at: writer.now, station: station,
      clerk: typing.clerk)
    var typed = SavedSlip(
      key: SlipKey(picker.id, in: round.number),
      readings: try Store.slips(of: picker.id, round: round.number, in: writer.db))
    let step: SlipStep
    do {
      step = try typing.step(slip, beside: typed.readings, of: ballot.picker)
    } catch {
      throw Refusal.slip(error)
    }
    guard case .write(let reading, let outcome) = step else { return (.unchanged, picker, typed) }
    if !typed.readings.isEmpty {
      try writer.clear(reading, of: picker, round: round.number)
    }
    try writer.insert(slip, of: picker, round: round.number, as: reading)
    typed.readings[reading] = slip
    return (outcome, picker, typed)
  }

  private func judge(_ ballot: Ballot) throws -> (Guest, [Pick<RegistrationID>]) {
    let badges = [ballot.picker] + ballot.choices
    var named: [Badge: Guest] = [:]
    var successors: [Badge: Badge] = [:]
    for badge in badges {
      named[badge] = try writer.wearer(of: badge, in: event.id)
      if named[badge] == nil {
        successors[badge] = try writer.formerWearer(of: badge, in: event.id)?.badge
      }
    }
    var rules = SlipRules(event, round) { [named, event] badge in
      named[badge]?.presence(at: event) ?? .unknown
    }
    rules.successor = { [successors] in successors[$0] }
    rules.isLeftOut = { [named, leftOut] badge in
      named[badge].map { leftOut.contains($0.id) } ?? false
    }
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
    return (picker, picks)
  }
}

extension ActWriter {
  /// Makes room for a slip where something was typed that time.
  ///
  /// What another laptop typed differently does not come back: whoever corrects a slip, or settles what it
  /// says, looked at the paper.
  fileprivate func clear(_ reading: SlipReading, of picker: Guest, round: Int) throws {
    let readings = try Prepared(
      "SELECT id, reading FROM ballot WHERE picker = ? AND round = ?", in: db
    ).all([picker.id.description, round]) { (id: $0.text(0), reading: $0.int(1)) }
    for other in readings where other.reading == reading.rawValue || reading == .settled {
      try dropOthers(giveWayTo: other.id)
    }
    if let old = readings.first(where: { $0.reading == reading.rawValue }) {
      try run("DELETE FROM pick WHERE ballot = ?", [old.id])
      try run("DELETE FROM ballot WHERE id = ?", [old.id])
    }
  }

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

  fileprivate func insert(
    _ slip: SlipRecord, of picker: Guest, round: Int, as reading: SlipReading
  ) throws {
    let id: Identifier<Ballot> = identifier()
    try run(
      """
      INSERT INTO ballot (id, event, picker, round, reading, is_unranked, at, station, clerk)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id.description, picker.registration.event.description, picker.id.description, round,
        reading.rawValue, slip.isUnranked, slip.at.milliseconds, slip.station, slip.clerk,
      ])
    for pick in slip.picks {
      let key: Identifier<SlipRecord> = identifier()
      try run(
        "INSERT INTO pick (id, ballot, place, chosen) VALUES (?, ?, ?, ?)",
        [key.description, id.description, pick.place, pick.person.description])
    }
  }

  fileprivate func formerWearer(of badge: Badge, in event: EventID) throws -> Guest? {
    try Guest.find(
      """
      r.id = (SELECT registration FROM retired_badge WHERE event = ? AND pool = ? AND number = ?)
      """, [event.description, badge.pool.rawValue, badge.number], in: db)
  }

  func wearer(of badge: Badge, in event: EventID) throws -> Guest? {
    try Guest.wearing(badge, in: event, db)
  }
}

extension Guest {
  /// Who wears a badge now.
  static func wearing(_ badge: Badge, in event: EventID, _ db: Database) throws -> Guest? {
    try find(
      "r.event = ? AND r.pool = ? AND r.badge = ?",
      [event.description, badge.pool.rawValue, badge.number], in: db)
  }
}
