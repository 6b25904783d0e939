import GRDB
public import Matchmaking

// How a process learns what another one did: it reads the change log from where it stopped.

/// What changed since a process last looked.
public struct Followed: Sendable {
  /// Where to go on from.
  public var last: Int64
  /// Something about events, registrations or slips changed, in any event.
  public var touchesEvents: Bool
  public var touchesMembers: Bool
  public var event: Event?
  public var guests: [Guest]
  public var slips: [RegistrationID: SlipRecord?]
  /// The event on the screen was taken back.
  public var isGone: Bool
  /// Rows went away, or so many changed that the evening is better read anew.
  public var needsReload: Bool

  /// Beyond so many rows of the log reading the evening anew is quicker.
  static let mostRows = 2_000
}

extension Store {
  /// The newest entry of the change log, to follow from.
  public func lastChange() throws -> Int64 {
    try read { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM change")) ?? 0
    }
  }

  /// Reads what changed after an entry of the log.
  ///
  /// - Parameter open: the event on the screen, whose guests and slips are wanted.
  public func changes(after last: Int64, open: EventID?) throws -> Followed {
    try read { db in
      var followed = Followed(
        last: last, touchesEvents: false, touchesMembers: false, event: nil, guests: [],
        slips: [:], isGone: false, needsReload: false)
      let newest = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM change")) ?? 0
      guard newest > last else { return followed }
      followed.last = newest
      if let open {
        followed.event = try Event.find(open, in: db)
        followed.isGone = followed.event == nil
      }
      guard newest - last < Followed.mostRows else {
        followed.touchesEvents = true
        followed.touchesMembers = true
        followed.needsReload = true
        return followed
      }
      // In the order in which guests came to be, so that they go to the end of the list in it.
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT "table", row FROM change WHERE id > ? GROUP BY "table", row
            ORDER BY "table" = 'member', min(id)
            """), arguments: [last])
      // A guest who went and came back has another place in the list, and on another day what speaks
      // against everybody is another.
      followed.needsReload =
        try Bool.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT EXISTS (SELECT 1 FROM change JOIN act ON act.sequence = change.act
                WHERE change.id > ?1 AND "table" = 'registration' AND before IS NULL
                  AND kind <> 'do')
              OR EXISTS (SELECT 1 FROM change
                WHERE id > ?1 AND "table" = 'event' AND row = ?2 AND after ->> '$.date' IS NOT NULL)
              """), arguments: [last, open?.description]) ?? false
      for row in rows {
        try follow(row.needed("table"), row.needed("row"), open: open, in: db, &followed)
      }
      return followed
    }
  }

  private func follow(
    _ table: String, _ key: String, open: EventID?, in db: Database, _ followed: inout Followed
  ) throws {
    guard let table = LoggedTable(rawValue: table) else {
      // Everything may have changed, as by a merge.
      followed.touchesEvents = true
      followed.touchesMembers = true
      followed.needsReload = true
      return
    }
    switch table.following {
    case .guest:
      followed.touchesEvents = true
      guard let guest = try Guest.find("r.id = ?", [key], in: db) else {
        followed.needsReload = true
        return
      }
      if guest.registration.event == open { followed.guests.append(guest) }
    case .slip:
      followed.touchesEvents = true
      try followSlip(table, key, open: open, in: db, &followed)
    case .event: followed.touchesEvents = true
    case .member:
      followed.touchesMembers = true
      guard table == .member, let open else { return }
      let guest = try Guest.find(
        "r.member = ? AND r.event = ?", [key, open.description], in: db)
      if let guest { followed.guests.append(guest) }
    case .nobody: break
    }
  }

  private func followSlip(
    _ table: LoggedTable, _ key: String, open: EventID?, in db: Database, _ followed: inout Followed
  ) throws {
    guard let open else { return }
    let picker = try String.fetchOne(
      db.cachedStatement(
        sql: table == .ballot
          ? "SELECT picker FROM ballot WHERE id = ? AND event = ?"
          : """
          SELECT b.picker FROM pick p JOIN ballot b ON b.id = p.ballot
          WHERE p.id = ? AND b.event = ?
          """), arguments: [key, open.description])
    guard let picker, let id = RegistrationID(picker) else {
      // The slip was taken back or replaced: whose it was only the log knows now.
      try followLostSlip(table, key, open: open, in: db, &followed)
      return
    }
    followed.slips[id] = try Store.slips(where: "b.picker = ?", picker, in: db)[id]
  }

  private func followLostSlip(
    _ table: LoggedTable, _ key: String, open: EventID, in db: Database,
    _ followed: inout Followed
  ) throws {
    guard table == .ballot else { return }
    let picker = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT before ->> '$.picker' FROM change
          WHERE row = ? AND before ->> '$.event' = ? AND after IS NULL ORDER BY id DESC LIMIT 1
          """), arguments: [key, open.description])
    guard let picker, let id = RegistrationID(picker) else { return }
    followed.slips[id] = .some(try Store.slips(where: "b.picker = ?", picker, in: db)[id])
  }
}
