import GRDB
import Matchmaking

// What was typed of slips, as the file has it.

extension Store {
  static func slips(of event: EventID, in db: Database) throws -> [SlipKey: SlipReadings] {
    try slips(where: "b.event = ?", [event.description], in: db)
  }

  static func slips(
    of picker: RegistrationID, round: Int, in db: Database
  ) throws -> SlipReadings {
    try slips(where: "b.picker = ? AND b.round = ?", [picker.description, round], in: db)[
      SlipKey(picker, in: round)] ?? SlipReadings()
  }

  private static func slips(
    where condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> [SlipKey: SlipReadings] {
    var slips: [SlipKey: SlipReadings] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT b.picker, b.round, b.reading, b.is_unranked, b.at, b.station, b.clerk,
            p.chosen, p.place
          FROM ballot b LEFT JOIN pick p ON p.ballot = b.id
          WHERE \(condition) ORDER BY b.id, p.place
          """), arguments: arguments)
    while let row = try rows.next() {
      let key = SlipKey(try row.identifier("picker"), in: try row.needed("round"))
      guard let reading = SlipReading(rawValue: try row.needed("reading")) else {
        throw UnreadableRow(description: "ballot: reading")
      }
      var slip = try slips[key]?[reading] ?? row.slip
      if try row.value("chosen") as String? != nil { slip.picks.append(try row.pick) }
      slips[key, default: SlipReadings()][reading] = slip
    }
    return slips
  }
}

extension Row {
  /// A slip without its lines.
  fileprivate var slip: SlipRecord {
    get throws {
      SlipRecord(
        picks: [], isUnranked: try needed("is_unranked"),
        at: try time("at") ?? Timestamp(milliseconds: 0), station: try needed("station"),
        clerk: try value("clerk"))
    }
  }

  /// A line of a slip.
  fileprivate var pick: Pick<RegistrationID> {
    get throws {
      let place: Int = try needed("place")
      guard Badge.numbers.contains(place) else {
        throw UnreadableRow(description: "place: no line of a slip")
      }
      return Pick(try identifier("chosen"), at: place)
    }
  }
}
