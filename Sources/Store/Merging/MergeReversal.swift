import GRDB
import Matchmaking

/// Puts what a merge brought aside, or takes it in again: what the file shows follows from the acts that are not
/// aside.
///
/// Invariant: nothing that was done since, and stands, is about what the merge brought.
struct MergeReversal {
  private let merge: Act
  private let writer: ActWriter

  init(of merge: Act, writer: ActWriter) {
    self.merge = merge
    self.writer = writer
  }

  /// - Parameter kind: undoing, or redoing.
  func run(_ kind: Act.Kind) throws {
    let isUndoing = kind == .undo
    let touched = try rows()
    if isUndoing {
      if let verb = try Merger.wiping(merge.sequence, in: writer.db) {
        throw Refusal.history(.irrevocable(ActSummary(verb)))
      }
      try refuseWhatWasBuiltUpon(touched)
    }
    try InsertImages.keep(touched, before: .max, in: writer.db)
    try writer.run(
      "UPDATE act SET aside = ? WHERE merged_by = ?", [isUndoing ? 1 : 0, merge.sequence])
    let erased = try ErasedMembers(in: writer.db)
    let fresh = try Stories(of: touched, erased, in: writer.db).rows()
    if isUndoing { try refuseLostReferences(fresh) }
    try writer.settle(fresh)
  }

  private func rows() throws -> [LoggedTable: Set<String>] {
    var rows: [LoggedTable: Set<String>] = [:]
    try Prepared(
      """
      SELECT DISTINCT c."table", c.row FROM act a JOIN change c ON c.act = a.sequence
      WHERE a.merged_by = ? AND c.count IS NULL
      """, in: writer.db
    ).each([merge.sequence]) { found in
      if let table = LoggedTable(rawValue: found.text(0)) {
        rows[table, default: []].insert(found.text(1))
      }
      return true
    }
    return rows
  }

  private func refuseWhatWasBuiltUpon(_ rows: [LoggedTable: Set<String>]) throws {
    let keys = MemberTraces.json(rows.values.joined())
    let later = try Row.fetchOne(
      writer.db,
      sql: """
        SELECT * FROM (\(Store.actSelection)) AS later
        WHERE sequence > ?1 AND sequence < (SELECT max(sequence) FROM act)
          AND kind IN ('do', 'merge') AND NOT is_undone
          AND (kind = 'merge' OR EXISTS (SELECT 1 FROM change c WHERE c.act = later.sequence
            AND c.row IN (SELECT value FROM json_each(?2))))
        ORDER BY sequence DESC LIMIT 1
        """, arguments: [merge.sequence, keys]
    ).map(Act.init)
    if let later { throw Refusal.history(.changedSince(later.summary)) }
  }

  /// What refers to a row that would go came after it, and nobody would see it any more.
  private func refuseLostReferences(_ fresh: [LoggedTable: [String: RowImage?]]) throws {
    for (table, rows) in fresh {
      for (id, row) in rows where row == nil {
        for (other, column) in table.referring {
          let users = try String.fetchAll(
            writer.db.cachedStatement(sql: "SELECT id FROM \(other.rawValue) WHERE \(column) = ?"),
            arguments: [id])
          let isLost = users.contains { fresh[other]?[$0] == nil }
          if isLost { throw Refusal.history(.changedSince(merge.summary)) }
        }
      }
    }
  }
}
