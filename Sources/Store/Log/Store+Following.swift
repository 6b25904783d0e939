import GRDB
import Matchmaking

// How a process learns what another one did: it reads the change log from where it stopped.

/// What the log tells since an act.
struct LogChanges {
  /// The newest act.
  var last: Int64
  var touchesEvents = false
  var touchesMembers = false
  /// The programme or the rounds of some event changed.
  var touchesProgramme = false
  /// The event that is followed as it is now; nil where nothing was done at all.
  var event: Event?
  var guests: [Guest] = []
  var slips: [SlipKey: SlipReadings] = [:]
  var isGone = false
  /// Rows went away, or so many changed that the evening is better read anew.
  var needsReload = false

  /// Beyond so many rows of the log reading the evening anew is quicker.
  static let mostRows: Int64 = 2_000
}

extension Store {
  /// The newest act, to follow from.
  public func lastAct() throws -> Int64 { try read { try Self.lastAct(in: $0) } }

  private static func lastAct(in db: Database) throws -> Int64 {
    try Prepared("SELECT max(sequence) FROM act", in: db).first([]) { $0.number(0) } ?? 0
  }

  /// Reads what was changed after an act.
  ///
  /// - Parameter open: the event whose guests and slips are wanted.
  func changes(after act: Int64, in open: EventID?) throws -> LogChanges {
    try read { db in
      var changes = LogChanges(last: act)
      let newest = try Self.lastAct(in: db)
      guard newest > act else { return changes }
      changes.last = newest
      if let open {
        changes.event = try Event.find(open, in: db)
        changes.isGone = changes.event == nil
      }
      let first = try Change.first(from: act + 1, in: db)
      guard try Change.last(in: db) - first < LogChanges.mostRows else {
        changes.touchesEvents = true
        changes.touchesMembers = true
        changes.touchesProgramme = true
        changes.needsReload = true
        return changes
      }
      try follow(from: first, open: open, in: db, &changes)
      return changes
    }
  }

  private func follow(
    from first: Int64, open: EventID?, in db: Database, _ changes: inout LogChanges
  ) throws {
    // In the order in which guests came to be, so that they go to the end of the list in it.
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT "table", row FROM change WHERE id >= ? GROUP BY "table", row
          ORDER BY "table" = 'member', min(id)
          """), arguments: [first])
    // A guest who went and came back has another place in the list, and on another day what speaks
    // against everybody is another.
    changes.needsReload =
      try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM change JOIN act ON act.sequence = change.act
              WHERE change.id >= ?1 AND "table" = 'registration' AND before IS NULL
                AND kind <> 'do')
            OR EXISTS (SELECT 1 FROM change
              WHERE id >= ?1 AND "table" = 'event' AND row = ?2 AND after ->> '$.date' IS NOT NULL)
            """), arguments: [first, open?.description]) ?? false
    for row in rows {
      try follow(row.needed("table"), row.needed("row"), open: open, in: db, &changes)
    }
  }

  private func follow(
    _ table: String, _ key: String, open: EventID?, in db: Database, _ changes: inout LogChanges
  ) throws {
    guard let table = LoggedTable(rawValue: table) else {
      // Everything may have changed, as by a merge.
      changes.touchesEvents = true
      changes.touchesMembers = true
      changes.touchesProgramme = true
      changes.needsReload = true
      return
    }
    switch table.following {
    case .guest:
      changes.touchesEvents = true
      guard let guest = try Guest.find("r.id = ?", [key], in: db) else {
        changes.needsReload = true
        return
      }
      if guest.registration.event == open { changes.guests.append(guest) }
    case .slip:
      changes.touchesEvents = true
      try followSlip(table, key, open: open, in: db, &changes)
    case .event: changes.touchesEvents = true
    case .programme: changes.touchesProgramme = true
    case .pairing:
      // Rare, and an evening is quickly read anew.
      changes.touchesEvents = true
      if open != nil { changes.needsReload = true }
    case .member:
      changes.touchesMembers = true
      guard table == .member, let open else { return }
      let guest = try Guest.find(
        "r.member = ? AND r.event = ?", [key, open.description], in: db)
      if let guest { changes.guests.append(guest) }
    case .nobody: break
    }
  }

  private func followSlip(
    _ table: LoggedTable, _ key: String, open: EventID?, in db: Database,
    _ changes: inout LogChanges
  ) throws {
    guard let open else { return }
    let slip = try Row.fetchOne(
      db.cachedStatement(
        sql: table == .ballot
          ? "SELECT picker, round FROM ballot WHERE id = ? AND event = ?"
          : """
          SELECT b.picker, b.round FROM pick p JOIN ballot b ON b.id = p.ballot
          WHERE p.id = ? AND b.event = ?
          """), arguments: [key, open.description])
    guard let slip else {
      // The slip was taken back or replaced: whose it was only the log knows now.
      try followLostSlip(table, key, open: open, in: db, &changes)
      return
    }
    try take(slip, in: db, &changes)
  }

  private func followLostSlip(
    _ table: LoggedTable, _ key: String, open: EventID, in db: Database, _ changes: inout LogChanges
  ) throws {
    guard table == .ballot else { return }
    let slip = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT before ->> '$.picker' AS picker, before ->> '$.round' AS round FROM change
          WHERE row = ? AND before ->> '$.event' = ? AND after IS NULL ORDER BY id DESC LIMIT 1
          """), arguments: [key, open.description])
    guard let slip else { return }
    // Of an archived event nobody knows any more whose it was.
    guard try slip.value("picker") as String? != nil else {
      changes.needsReload = true
      return
    }
    try take(slip, in: db, &changes)
  }

  /// A slip has as many entries in the log as lines, and is read once.
  private func take(_ slip: Row, in db: Database, _ changes: inout LogChanges) throws {
    let key = SlipKey(try slip.identifier("picker"), in: try slip.needed("round"))
    guard changes.slips[key] == nil else { return }
    changes.slips[key] = try Store.slips(of: key.picker, round: key.round, in: db)
  }
}
