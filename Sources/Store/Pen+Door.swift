import GRDB
import Matchmaking

/// Who stands at the door unregistered: found in the register, or just put into it.
struct Visitor {
  let id: MemberID
  let name: String
  let sex: Sex?
  let isVerified: Bool
  let isNew: Bool
}

extension Pen {
  /// Finds the member, or puts a new one into the register.
  func visitor(_ walkIn: WalkIn) throws -> Visitor {
    switch walkIn {
    case .member(let id):
      let row = try row(
        "SELECT name, sex, verification FROM member WHERE id = ?", [id.description])
      guard let row else { throw Refusal.history(.gone) }
      let verification: Verification = try row.word("verification")
      return Visitor(
        id: id, name: try row.needed("name"), sex: try row.sex(),
        isVerified: verification == .verified, isNew: false)
    case .stranger(let name, let sex, let phone, let employer):
      let member = Member(
        id: identifier(), number: try freeMemberNumber(), name: name, sex: sex, phone: phone,
        texts: employer.isEmpty ? [:] : [.employer: employer])
      try insert(member)
      return Visitor(id: member.id, name: name, sex: sex, isVerified: false, isNew: true)
    }
  }

  /// Marks somebody as here: with the badge already theirs, else the next.
  ///
  /// - Parameter guest: as read in this transaction, so that it need not be read again.
  func admit(_ guest: Guest, station: String) throws -> Guest {
    let registration = guest.registration
    let number = try registration.badge ?? handOut(to: registration)
    try run(
      """
      UPDATE registration SET status = 'checked_in', badge = ?, left_at = NULL,
        arrived_at = ifnull(arrived_at, ?), arrived_station = ifnull(arrived_station, ?)
      WHERE id = ?
      """, [number, now.milliseconds, station, registration.id.description])
    var admitted = guest
    admitted.registration.status = .checkedIn
    admitted.registration.badge = number
    admitted.registration.leftAt = nil
    admitted.registration.arrival =
      registration.arrival ?? Arrival(at: now, station: station)
    return admitted
  }

  /// As the change log has it; somebody who came as a walk-in was registered a moment before.
  func statusBeforeArrival(of id: RegistrationID) throws -> Registration.Status {
    let word = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT before ->> '$.status' FROM change
          WHERE row = ? AND after ->> '$.status' = 'checked_in'
            AND before ->> '$.status' NOT IN ('checked_in', 'left')
          ORDER BY id DESC LIMIT 1
          """), arguments: [id.description])
    return word.flatMap(Registration.Status.init(rawValue:)) ?? .registered
  }

  /// The number this person once wore this evening, or else the next in order.
  private func handOut(to registration: Registration) throws -> Int {
    let event = registration.event.description
    let pool = registration.pool.rawValue
    let (worn, last) =
      try Prepared(
        """
        SELECT
          (SELECT number FROM retired_badge WHERE registration = ? ORDER BY rowid DESC LIMIT 1),
          (SELECT number FROM tally WHERE event = ? AND pool = ? AND what = 'last_badge')
        """, in: db
      ).first([registration.id.description, event, pool]) { ($0.int(0), $0.int(1)) } ?? (nil, nil)
    if let worn { return worn }
    let next = try Door.nextNumber(after: last ?? 0) { number in
      try isTaken(Badge(registration.pool, number), in: registration.event)
    }
    guard Badge.numbers.contains(next) else {
      throw Refusal.door(.badgeTaken(Badge(registration.pool, next - 1)), name: "")
    }
    try run(
      """
      INSERT INTO tally VALUES (?, ?, 'last_badge', ?)
        ON CONFLICT DO UPDATE SET number = excluded.number
      """, [event, pool, next])
    return next
  }

  /// Takes a number out of use for everybody but this person, as a trigger does with any that was
  /// worn.
  func retire(_ badge: Badge, of registration: Registration) throws {
    try run(
      "INSERT OR IGNORE INTO retired_badge VALUES (?, ?, ?, ?)",
      [
        registration.event.description, badge.pool.rawValue, badge.number,
        registration.id.description,
      ])
  }

  /// Whether this person's slip is in, or somebody's slip picks them.
  func isOnASlip(_ id: RegistrationID) throws -> Bool {
    try number(
      """
      SELECT 1 FROM ballot WHERE picker = ?1 UNION ALL SELECT 1 FROM pick WHERE chosen = ?1 LIMIT 1
      """, [id.description]) != nil
  }
}
