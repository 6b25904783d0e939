import GRDB
public import Matchmaking

extension Store {
  /// Who was turned away from an event, at the door or when registering, and why, newest first.
  ///
  /// Of a stranger who was turned away only the change log knows the name.
  public func refusals(of event: EventID) throws -> [RefusalRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.at, r.station, r.member, r.code, r.way,
            coalesce(m.name, a.summary ->> '$.name', '') AS name
          FROM refusal r
            LEFT JOIN member m ON m.id = r.member
            LEFT JOIN change c ON c."table" = 'refusal' AND c.row = r.id AND r.member IS NULL
            LEFT JOIN act a ON a.sequence = c.act
          WHERE r.event = ? ORDER BY r.at DESC, r.id DESC
          """, arguments: [event.description]
      ).map { row in
        RefusalRecord(
          at: try row.time("at") ?? Timestamp(milliseconds: 0),
          station: try row.needed("station"), name: try row.needed("name"),
          member: (try row.value("member") as String?).flatMap { MemberID($0) },
          code: try row.needed("code"), way: try row.word("way"))
      }
    }
  }
}
