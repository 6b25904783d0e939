import GRDB
public import Matchmaking

extension Store {
  /// Makes an event; its slips are taken from now on until it is closed.
  @discardableResult
  public func create(_ form: EventForm) throws -> (Event, Act) {
    try act(ActSummary(.createEvent, event: form.code, name: form.title)) { writer, _ in
      try writer.create(form)
    }
  }

  /// Ends the picking, every round of it, and the door; undone like anything else.
  ///
  /// - Throws: `Refusal.round(.differing)` and `.event(.slipsDiffer)` where a slip was typed differently and
  ///   nobody looked at the paper; `Refusal.event(.misplaced)` where a slip was typed for somebody whose badge is of another
  ///   pool than their sex: what the pairs come to hangs on which of the two is right.
  @discardableResult
  public func close(_ id: EventID) throws -> Act {
    try act(ActSummary(.closeEvent)) { writer, summary in
      let event = try writer.event(id)
      guard event.state == .open else { throw event.closedRefusal }
      try writer.refuseUnsettled(event)
      summary.event = event.code
      summary.name = event.title
      try writer.run("UPDATE event SET state = 'closed' WHERE id = ?", [id.description])
    }.1
  }

  /// Nil where there is no event of that code.
  public func event(code: String) throws -> Event? {
    try read { db in
      try Event.find("code = ?", [code], in: db)
    }
  }

  /// All events with their counts, newest date first.
  public func events() throws -> [EventSummary] {
    try read { db in
      var headcounts: [String: [Pool: Headcount]] = [:]
      var slips: [String: Int] = [:]
      try Headcount.each(in: db) { event, pool, headcount, count in
        guard let pool else { return slips[event] = count }
        headcounts[event, default: [:]][pool] = headcount
      }
      let all = Dictionary(
        uniqueKeysWithValues: try Prepared(
          "SELECT event, sum(slips) FROM tally GROUP BY event", in: db
        ).all([]) { ($0.text(0), $0.int(1) ?? 0) })
      let purges = try PicksPurge.all(in: db)
      return try Event.all(in: db).map { event in
        let key = event.id.description
        return EventSummary(
          event: event, headcounts: headcounts[key] ?? [:], slips: slips[key] ?? 0,
          allSlips: all[key], purge: purges[key])
      }
    }
  }

  /// One event with its guests in the order of registration and its slips.
  ///
  public func evening(_ id: EventID) throws -> Evening {
    try read { db in try Self.evening(Event.fetch(id, in: db), in: db) }
  }

  static func evening(_ event: Event, in db: Database) throws -> Evening {
    let guests = try Prepared(
      Guest.selection + " WHERE r.event = ? ORDER BY r.ordinal, r.rowid", in: db
    )
    .all([event.id.description], Guest.init)
    return Evening(
      event: event, guests: guests, slips: try Store.slips(of: event.id, in: db),
      rounds: try Store.writtenRounds(of: event, in: db),
      formerWearers: try Store.formerWearers(of: event.id, in: db),
      announcements: try Announcement.all(of: event.id, in: db),
      outcomes: try Store.outcomes(of: event, in: db))
  }

  /// Whose the numbers were that are out of use this evening.
  static func formerWearers(
    of event: EventID, in db: Database
  ) throws -> [Badge: RegistrationID] {
    var wearers: [Badge: RegistrationID] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT pool, number, registration FROM retired_badge WHERE event = ?"),
      arguments: [event.description])
    while let row = try rows.next() {
      wearers[Badge(try row.word("pool"), try row.needed("number"))] =
        try row.identifier("registration")
    }
    return wearers
  }
}

extension Event {
  /// Nil where it was taken back.
  static func find(_ id: EventID, in db: Database) throws -> Event? {
    try find("id = ?", [id.description], in: db)
  }

  /// Newest first.
  static func all(in db: Database) throws -> [Event] {
    try Prepared(selection + " ORDER BY date DESC, code", in: db).all([], Event.init)
  }

  static func fetch(_ id: EventID, in db: Database) throws -> Event {
    guard let event = try find(id, in: db) else { throw Refusal.history(.gone) }
    return event
  }
}

extension ActWriter {
  /// Badges of another pool than their wearers' sex, of those whom a slip names.
  func misplaced(onSlipsOf event: Event) throws -> [Badge] {
    guard event.pools == .two else { return [] }
    let guests = try Prepared(
      Guest.selection + " WHERE r.event = ? AND r.badge IS NOT NULL AND r.pool <> m.sex", in: db
    ).all([event.id.description], Guest.init)
    return try guests.filter { try $0.isMisplaced(at: event) && isOnASlip($0.id) }
      .compactMap(\.badge).sorted()
  }

  /// A new event of a code that is free.
  func create(_ form: EventForm) throws -> Event {
    do { try form.check() } catch { throw Refusal.event(error) }
    guard try number("SELECT 1 FROM event WHERE code = ?", [form.code]) == nil else {
      throw Refusal.event(.codeTaken(form.code))
    }
    let event = form.event(id: identifier())
    try run(
      """
      INSERT INTO event (id, code, title, date, kind, pools, max_picks, rule, capacity,
        capacity_men, capacity_women, verified_only, state, home, eligible, theme, place, starts,
        host, hotline, shows_names, door_tables, announces_as)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        event.id.description, event.code, event.title, event.date.description,
        event.kind.rawValue, event.pools.rawValue, event.maxPicks, event.rule.rawValue,
        event.capacity.all, event.capacity.men, event.capacity.women, event.verifiedOnly,
        event.state.rawValue, replica.id.description,
        event.eligible,
      ] + event.details.columns)
    return event
  }

  func event(_ id: EventID) throws -> Event { try Event.fetch(id, in: db) }

  func guest(_ id: RegistrationID) throws -> Guest {
    guard let guest = try Guest.find("r.id = ?", [id.description], in: db) else {
      throw Refusal.history(.gone)
    }
    return guest
  }

  func headcounts(of event: EventID) throws -> [Pool: Headcount] {
    var headcounts: [Pool: Headcount] = [:]
    try Headcount.each(of: event, in: db) { _, pool, headcount, _ in
      if let pool { headcounts[pool] = headcount }
    }
    return headcounts
  }
}

extension Headcount {
  /// Goes over what `tally` keeps: for each event and pool how the guests stand, and with no pool how
  /// many slips are in of the picking round that is the last (`Evening.currentRound`).
  static func each(
    of event: EventID? = nil, in db: Database,
    _ body: (_ event: String, Pool?, Headcount, _ slips: Int) throws -> Void
  ) throws {
    let columns = Schema.standingColumns.joined(separator: ", ")
    let condition = event == nil ? "" : " WHERE event = ?"
    let wanted = event.map { [$0.description] } ?? []
    var last = Dictionary(
      uniqueKeysWithValues: try Prepared(
        "SELECT event, max(number) FROM picking_round\(condition) GROUP BY event", in: db
      ).all(wanted) { ($0.text(0), $0.int(1) ?? 1) })
    let statement = try Prepared(
      "SELECT event, pool, slips, \(columns) FROM tally" + condition, in: db)
    try statement.each(wanted) { row in
      var headcount = Headcount()
      if let round = Int(row.text(1)) {
        let slips = row.int(2) ?? 0
        // Slips of a round that nobody opened here came from another file.
        guard round >= last[row.text(0)] ?? 1, round == last[row.text(0)] || slips > 0 else {
          return true
        }
        last[row.text(0)] = round
        try body(row.text(0), nil, headcount, slips)
        return true
      }
      for (place, word) in Schema.standings.enumerated() {
        guard let standing = Registration.Status(rawValue: word) else { continue }
        headcount.count(standing, by: row.int(3 + place) ?? 0)
      }
      try body(row.text(0), Pool(rawValue: row.text(1)), headcount, 0)
      return true
    }
  }
}
