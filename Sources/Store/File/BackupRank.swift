import GRDB

/// What a backup holds, by the last act of its log: clocks may be wrong, the log counts.
struct BackupRank {
  let path: String
  /// Nil where it cannot be read.
  let last: (sequence: Int64, id: String, clock: Int64)?

  init(_ path: String) {
    self.path = path
    last = BackupRank.reading(path) { try BackupRank.last(in: $0) } ?? nil
  }

  /// The last act of a file; sequence 0 where nothing was ever done.
  static func last(in db: Database) throws -> (sequence: Int64, id: String, clock: Int64) {
    try Prepared("SELECT sequence, id, clock FROM act ORDER BY sequence DESC LIMIT 1", in: db)
      .first([]) { ($0.number(0) ?? 0, $0.text(1), $0.number(2) ?? 0) } ?? (0, "", 0)
  }

  var isReadable: Bool { last != nil }
  /// Whether anything was ever done in it.
  var holdsSomething: Bool { (last?.sequence ?? 0) > 0 }

  /// Whether all of another's acts are acts of this one: the log is complete, so nothing of the other
  /// is lost with it.
  func contains(_ other: BackupRank) -> Bool {
    guard let last, let others = other.last, last.sequence >= others.sequence else { return false }
    if others.sequence == 0 { return true }
    if last.sequence == others.sequence { return last.id == others.id }
    return BackupRank.reading(path) { db in
      try BackupRank.id(of: others.sequence, in: db) == others.id
    } ?? false
  }

  static func id(of sequence: Int64, in db: Database) throws -> String? {
    try Prepared("SELECT id FROM act WHERE sequence = ?", in: db).first([sequence]) { $0.text(0) }
  }

  private static func reading<Value>(
    _ path: String, _ body: (Database) throws -> Value
  ) -> Value? {
    guard let queue = try? Store.connect(path, isReadOnly: true) else { return nil }
    defer { try? queue.close() }
    return try? queue.read(body)
  }

  /// The one that holds most first: by the log's own clock, which never runs backwards, then by
  /// its length; what cannot be read comes last.
  static func isBefore(_ one: BackupRank, _ other: BackupRank) -> Bool {
    let left = (one.last?.clock ?? -1, one.last?.sequence ?? -1)
    let right = (other.last?.clock ?? -1, other.last?.sequence ?? -1)
    return left != right ? left > right : one.path > other.path
  }
}
