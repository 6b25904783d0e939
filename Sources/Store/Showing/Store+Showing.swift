import GRDB
public import Matchmaking

extension Store {
  /// What the hall may see of an evening, read at one moment: counts, the programme, and by badge numbers the
  /// tables of rounds that run or come next.
  ///
  /// Nothing of the register is read, and not the guests: it takes as long for a hundred thousand as for ten.
  /// Pairs come with their announcement, which no file keeps so far; names come with them and with nothing else.
  ///
  /// - Returns: nil where there is no event of that code.
  public func showing(of code: String) throws -> Showing? {
    try read { db in
      guard let event = try Event.find("code = ?", [code], in: db) else { return nil }
      var showing = Showing(event: event, programme: try Programme.fetch(event.id, in: db))
      try Headcount.each(of: event.id, in: db) { _, pool, headcount, slips in
        if let pool { showing.headcounts[pool] = headcount } else { showing.slips = slips }
      }
      var awaited: Set<SeatingKind> = []
      showing.rounds = try SeatedRound.fetch(event.id, in: db).map { round in
        let isNext = round.phase == .waiting && awaited.insert(round.kind).inserted
        let tables = isNext || round.phase.isUnderWay ? round.tables : []
        return ShownRound(
          kind: round.kind, number: round.number, phase: round.phase,
          tables: try tables.map { try ShownTable($0, in: db) })
      }
      return showing
    }
  }
}

extension ShownTable {
  /// By what people wear now; who wears nothing has no place on the wall.
  fileprivate init(_ table: SeatedTable, in db: Database) throws {
    self.init(
      number: table.number, topic: table.topic,
      badges: try table.seats.compactMap { seat in
        try Prepared("SELECT pool, badge FROM registration WHERE id = ?", in: db)
          .first([seat.description]) { row in
            guard let pool = Pool(rawValue: row.text(0)) else { return nil }
            return row.number(1).map { Badge(pool, Int($0)) }
          }
      })
  }
}
