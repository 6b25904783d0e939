import GRDB
import Matchmaking

extension Credentials {
  /// The same with the event's condition asked of the register.
  ///
  /// A member's whole record is read for it, so it is asked where somebody comes in and nowhere else;
  /// most events have no condition. One that cannot be read, as of a newer version, is met by nobody: the
  /// organizer may let them in.
  func judged(_ member: MemberID, at event: Event, in db: Database) throws -> Credentials {
    guard let condition = event.eligible else { return self }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM member WHERE id = ? AND erased_on IS NULL"),
      arguments: [member.description])
    guard let row else { throw Refusal.history(.gone) }
    let person = try Member(row, on: event.date)
    var judged = self
    judged.isOutside = (try? Eligibility(condition))?.admits(person, on: event.date) != true
    return judged
  }
}

extension Guest {
  func judged(at event: Event, in db: Database) throws -> Guest {
    guard event.eligible != nil else { return self }
    var judged = self
    judged.credentials = try credentials.judged(registration.member, at: event, in: db)
    return judged
  }
}
