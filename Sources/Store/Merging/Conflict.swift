import GRDB
import Matchmaking

/// What files that were worked on apart say differently, to be looked at by somebody.
struct Conflict {
  typealias Kind = ConflictRecord.Kind

  let id: String
  let kind: Kind
  let table: LoggedTable
  let row: String
  let other: String?
  let column: String?
  let ours: String?
  let theirs: String?

  init(
    _ kind: Kind, _ table: LoggedTable, row: String, other: String? = nil, column: String?,
    ours: String?, theirs: String?
  ) {
    self.kind = kind
    self.table = table
    self.row = row
    self.other = other
    self.column = column
    self.ours = ours
    self.theirs = theirs
    let about: [String?] =
      kind == .editedApart ? [row, column, ours, theirs] : [row, other, column]
    id = Self.key(of: ([kind.rawValue] + about.map { $0 ?? "" }).joined(separator: "\n"))
  }

  init(_ story: RowStory.Lost, _ table: LoggedTable, row: String) {
    self.init(
      .editedApart, table, row: row, column: story.column, ours: Self.text(story.ours),
      theirs: Self.text(story.theirs))
  }

  private static func text(_ value: DatabaseValue) -> String? {
    value.isNull ? nil : String.fromDatabaseValue(value) ?? value.description
  }

  /// A key that follows from what it is about, so that it is the same in every file.
  ///
  /// Source: RFC 9562, section 5.8; the hash is FNV-1a with two offsets, for there is no enemy.
  private static func key(of text: String) -> String {
    let hash = { (offset: UInt64) in
      text.utf8.reduce(offset) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
    let (high, low) = (hash(0xcbf2_9ce4_8422_2325), hash(0x9ae1_6a3b_2f90_404f))
    return Identifier<Conflict>(
      high: high & ~0xf000 | 0x8000, low: low & ~(0b11 << 62) | 0b10 << 62
    ).description
  }

  /// Puts what conflicts there are now of some rows in the place of those there were.
  static func replace(
    of looked: [LoggedTable: Set<String>], by conflicts: [Conflict], in db: Database
  ) throws {
    for id in looked.values.joined() {
      try Prepared(
        "DELETE FROM conflict WHERE row = ? AND code <> ?", in: db
      ).run([id, Kind.editedApart.rawValue])
    }
    for conflict in conflicts { try conflict.write(db) }
  }

  func write(_ db: Database) throws {
    try Prepared(
      """
      INSERT OR REPLACE INTO conflict (id, code, "table", row, other, "column", ours, theirs)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, in: db
    ).run([id, kind.rawValue, table.rawValue, row, other, column, ours, theirs])
  }
}

/// The lines of slips, whether they are shown or give way to another slip.
struct Slips: Equatable {
  /// Registrations in the order of the lines.
  private let chosen: [String]
  private let places: [Int64]
  private let isUnranked: Bool

  static func lines(of ballot: String, in db: Database) throws -> Slips {
    var picks = try Row.fetchAll(
      db, sql: "SELECT place, chosen FROM pick WHERE ballot = ?", arguments: [ballot]
    ).map { (place: try $0.needed("place") as Int64, chosen: try $0.needed("chosen") as String) }
    let hidden = try String.fetchAll(
      db,
      sql: """
        SELECT d.raw FROM deviation_link l JOIN deviation d ON d.row = l.row
        WHERE l.target = ? AND d."table" = 'pick' AND d.stands IS NULL
        """, arguments: [ballot])
    for raw in hidden {
      let image = try RowImage(json: raw)
      guard let place = image.number("place"), let chosen = image.text("chosen") else { continue }
      picks.append((place, try standing(chosen, in: db)))
    }
    picks.sort { $0.place < $1.place }
    return Slips(
      chosen: picks.map(\.chosen), places: picks.map(\.place),
      isUnranked: try RowImage.raw(ballot, of: .ballot, in: db)?.number("is_unranked") == 1)
  }

  /// The badges picked, in their order; `=` before them where the order does not count.
  func text(in db: Database) throws -> String {
    let badges = try chosen.map { try Slips.badge(of: $0, in: db) }
    return (isUnranked ? ["="] + badges : badges).joined(separator: " ")
  }

  private static func standing(_ registration: String, in db: Database) throws -> String {
    let stands = try Prepared("SELECT stands FROM deviation WHERE row = ?", in: db)
      .first([registration]) { $0.text(0) }
    return stands.flatMap { $0.isEmpty ? nil : $0 } ?? registration
  }

  private static func badge(of registration: String, in db: Database) throws -> String {
    try Prepared(
      "SELECT pool || badge FROM registration WHERE badge IS NOT NULL AND id = ?", in: db
    ).first([registration]) { $0.text(0) } ?? "?"
  }
}
