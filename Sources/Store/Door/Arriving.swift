import Matchmaking

/// Somebody at the door with all that decides about them, read in one question.
///
/// Each question costs SQLite as much as ten rows do, and a check-in is waited for.
struct Arriving {
  let guest: Guest
  let event: Event
  /// The row of the registration, the quickest way back to it.
  let row: Int64
  /// The number this person once wore in this pool this evening, and wears no longer.
  let worn: Int?
  /// Up to here all numbers of the pool are taken; 0 before the first.
  let lastBadge: Int
  /// Whether the number after it is taken too.
  let isNextTaken: Bool
  /// The replica that made the event.
  let home: String

  private static let selection = """
    SELECT \(Guest.columns), \(Event.columns), r.rowid,
      (SELECT number FROM retired_badge
        WHERE registration = r.id AND pool = r.pool ORDER BY rowid DESC LIMIT 1),
      ifnull(t.last_badge, 0),
      EXISTS (SELECT 1 FROM registration o
        WHERE o.event = r.event AND o.pool = r.pool AND o.badge = ifnull(t.last_badge, 0) + 1)
      OR EXISTS (SELECT 1 FROM retired_badge o
        WHERE o.event = r.event AND o.pool = r.pool AND o.number = ifnull(t.last_badge, 0) + 1),
      e.home
    FROM registration r JOIN member m ON m.id = r.member JOIN event e ON e.id = r.event
      LEFT JOIN tally t ON t.event = r.event AND t.pool = r.pool
    WHERE r.id = ?
    """

  fileprivate static func find(_ id: RegistrationID, with writer: ActWriter) throws -> Arriving? {
    try Prepared(selection, in: writer.db).first([id.description]) { row in
      let own = row.from(Guest.columnCount + Event.columnCount)
      return Arriving(
        guest: try Guest(row), event: try Event(row.from(Guest.columnCount)),
        row: own.number(0) ?? 0, worn: own.int(1), lastBadge: own.int(2) ?? 0,
        isNextTaken: own.number(3) != 0, home: own.text(4))
    }
  }
}

extension ActWriter {
  func arriving(_ id: RegistrationID) throws -> Arriving {
    guard let arriving = try Arriving.find(id, with: self) else { throw Refusal.history(.gone) }
    return arriving
  }

  /// Checks somebody in who may come in, or whom the organizer lets in.
  ///
  /// - Returns: the guest, what was overridden, and whether the person had left and is back.
  /// - Throws: `TurnedAway` with the reason.
  func checkIn(
    _ id: RegistrationID, overriding: Bool, station: String
  ) throws -> (guest: Guest, event: Event, overridden: [DoorRefusal], isBack: Bool) {
    let arriving = try arriving(id)
    let event = arriving.event
    // Who was in the hall is not asked anew who they are.
    let hasAttended = arriving.guest.registration.status.hasAttended
    let guest = hasAttended ? arriving.guest : try arriving.guest.judged(at: event, in: db)
    let headcounts = Door.isCounted(guest, at: event) ? try headcounts(of: event.id) : [:]
    let refusals = Door.refusals(of: guest, to: event, headcounts: headcounts)
    if let standing = refusals.standing(overriding) {
      throw TurnedAway(guest: guest, refusal: standing)
    }
    let admitted = try admit(
      inPool(of: arriving), waiving: refusals.compactMap(\.objection), station: station)
    let isBack = guest.registration.status == .left
    if isBack { try endAbsence(of: id, station: station) }
    return (admitted, event, refusals, isBack)
  }

  /// The same person in the pool of their sex, which was corrected after they registered.
  private func inPool(of arriving: Arriving) throws -> Arriving {
    let pool = try Door.pool(of: arriving.guest, at: arriving.event)
    guard pool != arriving.guest.registration.pool else { return arriving }
    try run(
      "UPDATE registration SET pool = ? WHERE rowid = ?", [pool.rawValue, arriving.row])
    return try self.arriving(arriving.guest.id)
  }

  /// Marks somebody as here: with the badge already theirs, else the next.
  ///
  /// - Parameters:
  ///   - arriving: as read in this transaction, so that it need not be read again.
  ///   - waiving: what the organizer let pass.
  func admit(
    _ arriving: Arriving, waiving objections: [Objection] = [], station: String
  ) throws -> Guest {
    let registration = arriving.guest.registration
    let number = try registration.badge ?? arriving.worn ?? handOut(to: arriving)
    try run(
      """
      UPDATE registration SET status = 'checked_in', badge = ?, left_at = NULL,
        arrived_at = ifnull(arrived_at, ?), arrived_station = ifnull(arrived_station, ?)
      WHERE rowid = ?
      """, [number, now.milliseconds, station, arriving.row])
    var admitted = arriving.guest
    if !objections.isEmpty {
      admitted.registration.waived.formUnion(objections)
      try waive(admitted.registration)
    }
    admitted.registration.status = .checkedIn
    admitted.registration.badge = number
    admitted.registration.leftAt = nil
    admitted.registration.arrival =
      registration.arrival ?? Arrival(at: now, station: station)
    return admitted
  }

  /// Gives a number to somebody who has none yet and whose number is printed before they come.
  ///
  /// - Throws: `Refusal.door`, where the sex is not known.
  func giveNumber(to id: RegistrationID) throws -> Guest {
    var arriving = try arriving(id)
    guard arriving.guest.badge == nil else { return arriving.guest }
    do {
      arriving = try inPool(of: arriving)
    } catch let refusal as DoorRefusal {
      throw Refusal.door(refusal, name: arriving.guest.name)
    }
    let number = try arriving.worn ?? handOut(to: arriving)
    try run("UPDATE registration SET badge = ? WHERE rowid = ?", [number, arriving.row])
    var guest = arriving.guest
    guest.registration.badge = number
    return guest
  }

  private func waive(_ registration: Registration) throws {
    try run(
      "UPDATE registration SET waived = ? WHERE id = ?",
      [Objection.text(registration.waived), registration.id.description])
  }

  /// The number after the last that was handed out here, as a rule; else the next that is free.
  private func handOut(to arriving: Arriving) throws -> Int {
    let registration = arriving.guest.registration
    let last = arriving.lastBadge
    let isHome = replica.isHome(arriving.home)
    if !arriving.isNextTaken, isHome || BadgeBlocks.goesOn(after: last) {
      return try number(last + 1, in: registration.pool)
    }
    let next =
      if isHome {
        try Door.nextNumber(after: last + 1) { number in
          try isTaken(Badge(registration.pool, number), in: registration.event)
        }
      } else {
        // Not of those of the laptop where the event was made, which may hand out its own just now.
        try BadgeBlocks(of: replica.id).next(after: last) {
          try lastBadge(in: $0, registration.pool, registration.event)
        }
      }
    try run(
      "UPDATE tally SET last_badge = ? WHERE event = ? AND pool = ?",
      [next - 1, registration.event.description, registration.pool.rawValue])
    return try number(next, in: registration.pool)
  }

  /// The last number of a range that is somebody's or was worn.
  private func lastBadge(
    in range: ClosedRange<Int>, _ pool: Pool, _ event: EventID
  ) throws -> Int? {
    try number(
      """
      SELECT max(number) FROM (
        SELECT max(badge) AS number FROM registration
          WHERE event = ?1 AND pool = ?2 AND badge BETWEEN ?3 AND ?4
        UNION ALL SELECT max(number) FROM retired_badge
          WHERE event = ?1 AND pool = ?2 AND number BETWEEN ?3 AND ?4)
      """, [event.description, pool.rawValue, range.lowerBound, range.upperBound])
  }

  private func number(_ number: Int, in pool: Pool) throws -> Int {
    guard Badge.numbers.contains(number) else {
      throw Refusal.door(.badgeTaken(Badge(pool, number - 1)), name: "")
    }
    return number
  }
}

/// Carries the evidence out of a transaction that is rolled back.
struct TurnedAway: Error {
  /// Nil for a stranger.
  let member: MemberID?
  let name: String
  let badge: Badge?
  let refusal: DoorRefusal

  init(member: MemberID?, name: String, badge: Badge? = nil, refusal: DoorRefusal) {
    self.member = member
    self.name = name
    self.badge = badge
    self.refusal = refusal
  }

  init(guest: Guest, refusal: DoorRefusal) {
    self.init(
      member: guest.registration.member, name: guest.name, badge: guest.badge, refusal: refusal)
  }

  var answer: Refusal { .door(refusal, name: name) }
}

extension [DoorRefusal] {
  /// The one that stands: the first, or where the organizer overrides the first that nobody can.
  func standing(_ overriding: Bool) -> DoorRefusal? {
    overriding ? first { !$0.canBeOverridden } : first
  }

  /// As a summary has what was overridden; nil for nothing.
  var codes: String? { isEmpty ? nil : map(\.code).joined(separator: ",") }
}
