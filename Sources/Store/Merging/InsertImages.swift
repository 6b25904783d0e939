import GRDB
import Matchmaking

/// How rows were when they came. The log does not keep it twice: it is the row itself, taken back over all that
/// was done to it since.
///
/// Invariant: once a merge has changed a row its coming has an image in the log (`keep`), for from then on the
/// row does not follow from the entries in their order.
struct InsertImages {
  private let db: Database
  /// The entries of the log after a row's coming, in their order.
  private var later: [String: [Int64]] = [:]

  /// - Parameters:
  ///   - rows: nil is all of them.
  ///   - end: up to this entry of the log, without it.
  init(of rows: Set<String>? = nil, before end: Int64 = .max, in db: Database) throws {
    self.db = db
    try Prepared(
      """
      SELECT c.row, c.id FROM change c JOIN act a ON a.sequence = c.act
      WHERE c.id < ? AND c.count IS NULL AND c.before IS NOT NULL AND NOT a.aside ORDER BY c.id
      """, in: db
    ).each([end]) { found in
      let row = found.text(0)
      if rows?.contains(row) ?? true { later[row, default: []].append(found.number(1) ?? 0) }
      return true
    }
  }

  /// The image of a row that came with an entry of the log which keeps none.
  func image(of row: String, _ table: LoggedTable, at entry: Int64) throws -> RowImage {
    let entries = (self.later[row] ?? []).filter { $0 > entry }
    let later = try entries.compactMap { entry in
      try Prepared("SELECT before, after FROM change WHERE id = ?", in: db).first([entry]) {
        (before: $0.text(0), isGone: $0.text(1).isEmpty)
      }
    }
    var image: RowImage? = nil
    var known: [String: DatabaseValue] = [:]
    for change in later {
      let before = try RowImage(json: change.before)
      // What stood before the first change of a column is what came.
      known.merge(before.values) { first, _ in first }
      if change.isGone {
        image = RowImage()
        break
      }
    }
    var whole = try image ?? RowImage.raw(row, of: table, in: db) ?? RowImage()
    whole.values.merge(known) { _, first in first }
    return whole.withoutNulls
  }

  /// The rows of a stretch of an import with their images, in the order in which they came.
  func each(of stretch: Stretch, _ body: (String, String) throws -> Void) throws {
    let table = LoggedTable(rawValue: stretch.table) ?? .member
    for row in try stretch.keys(in: db) {
      let kept = try Prepared("SELECT image FROM row_image WHERE row = ?", in: db).first([row]) {
        $0.text(0)
      }
      let image = try kept ?? image(of: row, table, at: 0).json
      try body(row, image)
    }
  }

  /// Keeps the images of rows that a merge is about to change; afterwards they could not be found out.
  ///
  /// - Parameters:
  ///   - rows: by table.
  ///   - end: the first entry of the log that the merge brought.
  static func keep(_ rows: [LoggedTable: Set<String>], before end: Int64, in db: Database) throws {
    let wanted = Set(rows.values.joined())
    let all = MemberTraces.json(wanted)
    let images = try InsertImages(of: wanted, before: end, in: db)
    let plain = try Prepared(
      """
      SELECT c.id, c.row, c."table" FROM change c
      WHERE c.id < ? AND c.before IS NULL AND c.after IS NULL AND c.count IS NULL
        AND c.row IN (SELECT value FROM json_each(?))
      """, in: db
    ).all([end, all]) { (entry: $0.number(0) ?? 0, row: $0.text(1), table: $0.text(2)) }
    for entry in plain {
      guard let table = LoggedTable(rawValue: entry.table) else { continue }
      let image = try images.image(of: entry.row, table, at: entry.entry)
      try Prepared("UPDATE change SET after = ? WHERE id = ?", in: db).run([
        image.json, entry.entry,
      ])
    }
    let stretches = try Stretch.all(in: db)
    guard !stretches.isEmpty else { return }
    for row in rows[.member] ?? [] where stretches.contains(where: { $0.stretch.covers(row) }) {
      let isKept = try Prepared("SELECT 1 FROM row_image WHERE row = ?", in: db).first([row]) { _ in
        true
      }
      guard isKept == nil else { continue }
      let image = try images.image(of: row, .member, at: 0)
      try Prepared("INSERT INTO row_image (row, image) VALUES (?, ?)", in: db).run([
        row, image.json,
      ])
    }
  }
}

extension Stretch {
  /// The keys that came with it, also of rows that are gone, in their order.
  func keys(in db: Database) throws -> [String] {
    let table = table.quotedDatabaseIdentifier
    return try String.fetchAll(
      db,
      sql: """
        SELECT id FROM (
          SELECT id FROM \(table) WHERE id BETWEEN ?1 AND ?2
          UNION SELECT row FROM change WHERE before IS NOT NULL AND after IS NULL
            AND row BETWEEN ?1 AND ?2)
        WHERE \(Schema.randomBits(of: "id")) = \(Schema.randomBits(of: "?1")) ORDER BY id
        """, arguments: [first, last])
  }

  /// All of them that stand, each with the place of its act.
  static func all(in db: Database) throws -> [(stretch: Stretch, stamp: Stamp)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.*, a.clock, a.ordinal, r.id AS replica_id FROM change c
          JOIN act a ON a.sequence = c.act JOIN replica r ON r.number = a.replica
        WHERE c.count > 0 AND NOT a.aside
        """
    ).compactMap { row in
      guard let stretch = try Stretch(row) else { return nil }
      return (
        stretch,
        Stamp(
          clock: try row.needed("clock"), replica: try row.needed("replica_id"),
          ordinal: try row.needed("ordinal"), entry: try row.needed("id"))
      )
    }
  }
}
