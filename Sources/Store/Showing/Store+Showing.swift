import GRDB
public import Matchmaking

extension Store {
  /// What the hall may see of an evening, read at one moment: counts, the programme, and by badge numbers the
  /// tables of rounds that run or come next.
  ///
  /// Nothing of the register is read but the names of pairs that are shown by name, and not the guests, but in a
  /// later round of picks: it takes as long for a hundred thousand as for ten. Whether names may be shown is asked each time it is read: a
  /// consent that was revoked since leaves the numbers.
  ///
  /// - Returns: nil where there is no event of that code.
  public func showing(of code: String) throws -> Showing? {
    try read { db in
      guard let event = try Event.find("code = ?", [code], in: db) else { return nil }
      var showing = Showing(event: event, programme: try Programme.fetch(event.id, in: db))
      try Headcount.each(of: event.id, in: db) { _, pool, headcount, slips in
        if let pool { showing.headcounts[pool] = headcount } else { showing.slips = slips }
      }
      try showing.countAwaited(in: db)
      var awaited: Set<SeatingKind> = []
      showing.rounds = try SeatedRound.fetch(event.id, in: db).map { round in
        let isNext = round.phase == .waiting && awaited.insert(round.kind).inserted
        let tables = isNext || round.phase.isUnderWay ? round.tables : []
        return ShownRound(
          kind: round.kind, number: round.number, phase: round.phase,
          tables: try tables.map { try ShownTable($0, in: db) })
      }
      showing.pairs = try shownPairs(at: event, in: db)
      try showing.addGames(in: db)
      return showing
    }
  }

  private func shownPairs(at event: Event, in db: Database) throws -> [ShownPair] {
    let announcements = try Announcement.all(of: event.id, in: db)
      .filter { $0.shownAs != nil }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    return try announcements.compactMap { announcement in
      let guests = try [announcement.one, announcement.other].compactMap {
        try Guest.find("r.id = ?", [$0.description], in: db)
      }
      .filter { $0.badge != nil }.inBadgeOrder
      guard guests.count == 2 else { return nil }
      let names =
        announcement.shownAs == .name
        ? try guests.compactMap { try shownName(of: $0, at: event, in: db) } : []
      return ShownPair(
        id: announcement.id, at: announcement.at, badges: guests.compactMap(\.badge),
        names: names.count == 2 ? names : [])
    }
  }

  /// Nil without a consent that holds today.
  private func shownName(of guest: Guest, at event: Event, in db: Database) throws -> ShownName? {
    let consents = try Consents.fetch(guest.registration.member, in: db)
    guard let proof = try? consents.proof(of: BigScreenUse.self, on: context.today) else {
      return nil
    }
    return ShownName(guest, at: event, proof: proof, on: context.today)
  }
}

extension Showing {
  /// What belongs to the part of the evening that runs.
  fileprivate mutating func addGames(in db: Database) throws {
    switch programme.current.map({ programme.segments[$0].kind }) {
    case .thread:
      thread = try ThreadDraw.all(of: event.id, in: db).last.map { draw in
        var badges: [RegistrationID: Badge] = [:]
        for id in draw.pairs.joined() { badges[id] = try Badge.worn(by: id, in: db) }
        return ShownThread(
          number: draw.number, seed: draw.seed, pairs: draw.thread { badges[$0] }.pairs)
      }
    case .hearts:
      let asked = try HeartsQuestion.all(of: event.id, in: db)
      question = try HeartsQuestion.shown(of: event.id, in: db).flatMap { place in
        asked.indices.contains(place)
          ? ShownQuestion(place: place + 1, of: asked.count, question: asked[place]) : nil
      }
    case .arrival, .opening, .icebreaker, .rounds, .topics, .picks, .announcement, .closing, .free,
      nil:
      break
    }
  }
}

extension Badge {
  /// Nil for whoever wears nothing; they have no place on the wall.
  fileprivate static func worn(by id: RegistrationID, in db: Database) throws -> Badge? {
    try Prepared("SELECT pool, badge FROM registration WHERE id = ?", in: db)
      .first([id.description]) { row -> Badge? in
        guard let pool = Pool(rawValue: row.text(0)) else { return nil }
        return row.number(1).map { Badge(pool, Int($0)) }
      } ?? nil
  }
}

extension Showing {
  /// Who is left out of a later round of picks is not waited for.
  fileprivate mutating func countAwaited(in db: Database) throws {
    let later = try Prepared(
      "SELECT 1 FROM picking_round WHERE event = ? AND leaves_out_paired LIMIT 1", in: db
    ).first([event.id.description]) { _ in true }
    guard later != nil else { return }
    let evening = try Store.evening(event, in: db)
    let round = evening.currentRound.number
    awaitedSlips = slips + evening.missingSlips(round: round).count
  }
}

extension ShownTable {
  fileprivate init(_ table: SeatedTable, in db: Database) throws {
    self.init(
      number: table.number, topic: table.topic,
      badges: try table.seats.compactMap { try Badge.worn(by: $0, in: db) })
  }
}
