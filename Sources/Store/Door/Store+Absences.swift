import GRDB
public import Matchmaking

extension Store {
  /// Lets people who left into the hall again (回场), as one act.
  ///
  /// - Returns: as `checkIn` does.
  public func comeBack(
    _ ids: [RegistrationID], to event: EventID, overriding: Bool = false
  ) throws -> ([Result<Guest, Refusal>], Act?) {
    try letIn(ids, to: event, .comeBack, overriding: overriding) { guest in
      guard guest.registration.status.hasAttended else {
        throw Refusal.door(.notLeft, name: guest.name)
      }
    }
  }

  /// Somebody's goings and comings, in order; the hall's own clock tells them.
  public func absences(of id: RegistrationID) throws -> [Absence] {
    try read { db in
      try Prepared(
        """
        SELECT left_at, left_station, back_at, back_station FROM absence
        WHERE registration = ? ORDER BY left_at, id
        """, in: db
      ).all([id.description]) { row in
        Absence(
          left: Arrival(at: Timestamp(milliseconds: row.number(0) ?? 0), station: row.text(1)),
          back: row.number(2).map {
            Arrival(at: Timestamp(milliseconds: $0), station: row.text(3))
          })
      }
    }
  }
}

extension ActWriter {
  /// Marks somebody who is here as gone, and notes since when.
  func leave(_ guest: Guest, station: String) throws {
    guard guest.registration.status == .checkedIn else {
      throw Refusal.door(.notCheckedIn, name: guest.name)
    }
    try run(
      "UPDATE registration SET status = 'left', left_at = ? WHERE id = ?",
      [now.milliseconds, guest.id.description])
    let id: Identifier<Absence> = identifier()
    try run(
      "INSERT INTO absence (id, registration, left_at, left_station) VALUES (?, ?, ?, ?)",
      [id.description, guest.id.description, now.milliseconds, station])
  }

  /// Ends the absence of somebody who is back.
  func endAbsence(of id: RegistrationID, station: String) throws {
    try run(
      "UPDATE absence SET back_at = ?, back_station = ? WHERE registration = ? AND back_at IS NULL",
      [now.milliseconds, station, id.description])
  }

  /// Takes away the comings and goings of somebody who was never here.
  func forgetAbsences(of id: RegistrationID) throws {
    try run("DELETE FROM absence WHERE registration = ?", [id.description])
  }
}
