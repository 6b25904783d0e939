import Matchmaking

/// Somebody at the door with all that decides about them, read in one question.
///
/// Each question costs SQLite as much as ten rows do, and a check-in is waited for.
struct Arriving {
  let guest: Guest
  let event: Event
  /// The row of the registration, the quickest way back to it.
  let row: Int64
  /// The number this person once wore this evening, and wears no longer.
  let worn: Int?
  /// Up to here all numbers of the pool are taken; 0 before the first.
  let lastBadge: Int
  /// Whether the number after it is taken too.
  let isNextTaken: Bool

  private static let selection = """
    SELECT \(Guest.columns), \(Event.columns), r.rowid,
      (SELECT number FROM retired_badge WHERE registration = r.id ORDER BY rowid DESC LIMIT 1),
      ifnull(t.last_badge, 0),
      EXISTS (SELECT 1 FROM registration o
        WHERE o.event = r.event AND o.pool = r.pool AND o.badge = ifnull(t.last_badge, 0) + 1)
      OR EXISTS (SELECT 1 FROM retired_badge o
        WHERE o.event = r.event AND o.pool = r.pool AND o.number = ifnull(t.last_badge, 0) + 1)
    FROM registration r JOIN member m ON m.id = r.member JOIN event e ON e.id = r.event
      LEFT JOIN tally t ON t.event = r.event AND t.pool = r.pool
    WHERE r.id = ?
    """

  fileprivate static func find(_ id: RegistrationID, with pen: Pen) throws -> Arriving? {
    try Prepared(selection, in: pen.db).first([id.description]) { row in
      let own = row.from(Guest.columnCount + Event.columnCount)
      return Arriving(
        guest: try Guest(row), event: try Event(row.from(Guest.columnCount)),
        row: own.number(0) ?? 0, worn: own.int(1), lastBadge: own.int(2) ?? 0,
        isNextTaken: own.number(3) != 0)
    }
  }
}

extension Pen {
  func arriving(_ id: RegistrationID) throws -> Arriving {
    guard let arriving = try Arriving.find(id, with: self) else { throw Refusal.history(.gone) }
    return arriving
  }

  /// Marks somebody as here: with the badge already theirs, else the next.
  ///
  /// - Parameter arriving: as read in this transaction, so that it need not be read again.
  func admit(_ arriving: Arriving, station: String) throws -> Guest {
    let registration = arriving.guest.registration
    let number = try registration.badge ?? arriving.worn ?? handOut(to: arriving)
    try run(
      """
      UPDATE registration SET status = 'checked_in', badge = ?, left_at = NULL,
        arrived_at = ifnull(arrived_at, ?), arrived_station = ifnull(arrived_station, ?)
      WHERE rowid = ?
      """, [number, now.milliseconds, station, arriving.row])
    var admitted = arriving.guest
    admitted.registration.status = .checkedIn
    admitted.registration.badge = number
    admitted.registration.leftAt = nil
    admitted.registration.arrival =
      registration.arrival ?? Arrival(at: now, station: station)
    return admitted
  }

  private func handOut(to arriving: Arriving) throws -> Int {
    let registration = arriving.guest.registration
    let last = arriving.lastBadge
    guard arriving.isNextTaken else { return try number(last + 1, in: registration.pool) }
    let next = try Door.nextNumber(after: last + 1) { number in
      try isTaken(Badge(registration.pool, number), in: registration.event)
    }
    try run(
      "UPDATE tally SET last_badge = ? WHERE event = ? AND pool = ?",
      [next - 1, registration.event.description, registration.pool.rawValue])
    return try number(next, in: registration.pool)
  }

  private func number(_ number: Int, in pool: Pool) throws -> Int {
    guard Badge.numbers.contains(number) else {
      throw Refusal.door(.badgeTaken(Badge(pool, number - 1)), name: "")
    }
    return number
  }
}
