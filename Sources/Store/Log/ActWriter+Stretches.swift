import GRDB
import Matchmaking

/// An entry of the log for many rows that an act adds to one table (see `Schema.isCoveredByStretch`).
///
/// Open while they are added; it must be closed before the act is. Rows that are added otherwise
/// meanwhile have entries of their own and end the stretch.
struct OpenStretch {
  private let entry: Int64
  private let randomBits: UInt64
  private var next: String
  private var last = ""
  private var count = 0

  init(of table: String, writer: ActWriter) throws {
    randomBits = writer.randomBits()
    next = (writer.identifier(randomBits: randomBits) as MemberID).description
    try writer.run(
      """
      INSERT INTO change (act, "table", row, count)
      VALUES ((SELECT max(sequence) FROM act), ?, ?, 0)
      """, [table, next])
    entry = try Change.last(in: writer.db)
  }

  /// The key of the next row.
  mutating func key(_ writer: ActWriter) -> String {
    last = next
    count += 1
    next = (writer.identifier(randomBits: randomBits) as MemberID).description
    return last
  }

  func close(_ writer: ActWriter) throws {
    try writer.run("UPDATE change SET last = ?, count = ? WHERE id = ?", [last, count, entry])
  }
}

/// An entry of the log that stands for many rows, as undoing reads it.
struct Stretch {
  let table: String
  let first: String
  let last: String

  /// Nil for an entry of a single row.
  init?(_ change: Row) throws {
    guard let last: String = try change.value("last") else { return nil }
    self.last = last
    table = try change.needed("table")
    first = try change.needed("row")
  }

  func covers(_ key: String) -> Bool {
    // Of digits and hyphens, all of one length: bytes are their order.
    key >= first && key <= last && key.suffix(11) == first.suffix(11)
  }
}

extension Schema {
  /// Whether an entry of `change` stands for a stretch with a row in it.
  static func isStretch(around key: String) -> String {
    """
    (change.last IS NOT NULL AND \(key) BETWEEN change.row AND change.last
      AND \(randomBits(of: key)) = \(randomBits(of: "change.row")))
    """
  }
}
