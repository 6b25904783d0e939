import Foundation
import GRDB
public import Matchmaking

/// A member's part in an event.
public struct Attendance: Hashable, Sendable {
  public let event: Event
  public let registration: Registration
  /// How many slips the member handed in; whom they named is for nobody's eyes.
  public let slips: Int
}

/// Everything the file knows of a member, but for the log (`Store.acts(about:)`).
public struct MemberDossier: Sendable {
  public let member: Member
  public let verifiedUntil: Day?
  public let verifications: [VerificationRecord]
  public let consents: Consents
  /// Newest event first.
  public let attendances: [Attendance]
}

extension Store {
  /// Everything about one member, for a screen.
  public func dossier(of id: MemberID) throws -> MemberDossier {
    let member = try member(id)
    return MemberDossier(
      member: member, verifiedUntil: try verifiedUntil(id),
      verifications: try verifications(of: id), consents: try consents(of: id),
      attendances: try attendances(of: id))
  }

  /// Everything about one member as a JSON document, for whoever asks what is kept of them; that it
  /// was handed out goes on record.
  public func export(_ id: MemberID) throws -> (json: String, Act) {
    let (_, act) = try act(ActSummary(.exportMember, detail: id.description)) { writer, summary in
      summary.name = try writer.member(id).name
    }
    return (try dossier(of: id).json(acts: acts(about: id)), act)
  }

  /// The events a member is registered for, the newest first.
  public func attendances(of id: MemberID) throws -> [Attendance] {
    try read { db in
      let guests = try Prepared(
        Guest.selection + " WHERE r.member = ? ORDER BY r.id DESC", in: db
      ).all([id.description], Guest.init)
      let found = try guests.map { guest in
        guard let event = try Event.find(guest.registration.event, in: db) else {
          throw UnreadableRow(description: "event of \(guest.id)")
        }
        let slips = try Int.fetchOne(
          db, sql: "SELECT count(*) FROM ballot WHERE picker = ? AND reading = 1",
          arguments: [guest.id.description])
        return Attendance(event: event, registration: guest.registration, slips: slips ?? 0)
      }
      return found.sorted { $0.event.date > $1.event.date }
    }
  }

  /// What was done about a member, newest first; takes a walk over the whole log.
  public func acts(about id: MemberID) throws -> [Act] {
    try read { db in
      let traces = try MemberTraces(of: [id], in: db)
      return try Row.fetchAll(
        db,
        sql: Store.actSelection
          + """
           WHERE sequence IN (SELECT act FROM change WHERE row IN (SELECT value FROM json_each(?1)))
             OR sequence IN (SELECT act FROM change WHERE \(Schema.isStretch(around: "?2")))
             OR summary ->> '$.detail' = ?2 ORDER BY sequence DESC
          """, arguments: [MemberTraces.json(traces.rows), id.description]
      ).map(Act.init)
    }
  }
}

extension Store {
  /// Puts on record that somebody looks at whole numbers, which lists and screens mask otherwise.
  @discardableResult
  public func noteSeen(_ ids: [MemberID]) throws -> Act {
    try act(ActSummary(.seeDetails)) { writer, summary in
      if ids.count == 1 {
        summary.name = try writer.member(ids[0]).name
        summary.detail = ids[0].description
      } else {
        summary.count = ids.count
      }
    }.1
  }
}
