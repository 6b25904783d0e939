import GRDB
import Matchmaking

/// Who stands at the door unregistered, or asks to be registered: found in the register, or just put
/// into it.
struct Visitor {
  let id: MemberID
  let name: String
  let sex: Sex?
  var credentials: Credentials
  let isNew: Bool

  fileprivate static let selection = """
    SELECT m.name, m.sex, \(Credentials.columns) FROM member m JOIN event e ON e.id = ?2
    WHERE m.id = ?1 AND m.erased_on IS NULL
    """
}

extension ActWriter {
  /// Somebody of the register with what decides about an event.
  func visitor(_ id: MemberID, at event: Event) throws -> Visitor {
    let found = try Prepared(Visitor.selection, in: db).first([
      id.description, event.id.description,
    ]) { row in
      let sex = Sex(rawValue: row.text(1))
      return Visitor(
        id: id, name: row.text(0), sex: sex, credentials: try Credentials(row.from(2), sex),
        isNew: false)
    }
    guard let found else { throw Refusal.history(.gone) }
    return try judged(found, at: event)
  }

  /// Finds the member, or puts a new one into the register.
  func visitor(_ walkIn: WalkIn, at event: Event) throws -> Visitor {
    switch walkIn {
    case .member(let id, let sex):
      let visitor = try visitor(id, at: event)
      guard let sex, sex != visitor.sex else { return visitor }
      if let known = visitor.sex {
        throw Refusal.person(.otherSex(name: visitor.name, known: known))
      }
      let member = try member(id)
      var corrected = member
      corrected.sex = sex
      try correct(corrected, from: member)
      return try self.visitor(id, at: event)
    case .stranger(let name, let sex, let phone, let employer):
      var member = Member(
        id: identifier(), number: try freeMemberNumber(), name: "", sex: sex, phone: phone)
      do {
        try member.set(.name, to: name, on: today)
        try member.set(.text(.employer), to: employer, on: today)
      } catch {
        throw Refusal.field(error)
      }
      try insert(member)
      return try judged(
        Visitor(
          id: member.id, name: member.name, sex: sex, credentials: Credentials(), isNew: true),
        at: event)
    }
  }

  private func judged(_ visitor: Visitor, at event: Event) throws -> Visitor {
    var judged = visitor
    judged.credentials = try visitor.credentials.judged(visitor.id, at: event, in: db)
    judged.credentials.isTaken = try Couple.all(of: visitor.id, in: db).contains {
      $0.stage.isTaken
    }
    return judged
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

  /// Whether this member has a registration for an event, and how it stands.
  func standing(of member: MemberID, at event: EventID) throws -> (
    id: RegistrationID, status: Registration.Status
  )? {
    try Prepared("SELECT id, status FROM registration WHERE member = ? AND event = ?", in: db)
      .first([member.description, event.description]) { row in
        guard let id = RegistrationID(row.text(0)),
          let status = Registration.Status(rawValue: row.text(1))
        else { throw UnreadableRow(description: "registration \(row.text(0))") }
        return (id, status)
      }
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
