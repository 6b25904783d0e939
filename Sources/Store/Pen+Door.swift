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
