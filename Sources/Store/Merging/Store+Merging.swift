import GRDB
public import Matchmaking
import Synchronization

extension Store {
  /// A clock this far ahead is not believed.
  static let mostAhead: Int64 = 24 * 3_600_000

  /// Takes in what another copy of the file knows and this one does not.
  ///
  /// One act, all of it or nothing. Whatever order bundles come in, and however often, files that know the same
  /// acts hold the same (`RowStory`, `Settlement`).
  ///
  /// - Parameter rehearsing: nothing is changed; what would be is told. Nobody who writes waits for it.
  /// - Throws: `Refusal.bundle`; nothing was changed.
  @discardableResult
  public func merge(_ path: String, rehearsing: Bool = false) throws -> MergeOutcome {
    let reader = try BundleReader(path, columns: try read(Self.loggedColumns))
    let store = rehearsing && isFile ? try copyForTrial() : self
    do {
      return try store.take(reader, rehearsing: rehearsing)
    } catch let overtaken as Merger.Overtaken {
      guard let seat else { throw Refusal.bundle(.forked) }
      // From here on it is another replica, as a copy is.
      seat.note(ReplicaMark(replica: overtaken.replica, ordinal: overtaken.ordinal))
      store.replica.withLock { $0 = nil }
      return try store.take(reader, rehearsing: rehearsing)
    }
  }

  private func take(_ reader: BundleReader, rehearsing: Bool) throws -> MergeOutcome {
    var outcome = MergeOutcome()
    var hasPurged = false
    do {
      let (_, act) = try act(
        .merge, target: nil, ActSummary(.mergeBundle),
        after: { db, replica in
          var merger = try Merger(into: db, replica, context, rehearsing: rehearsing)
          try merger.take(reader)
          guard merger.acts > 0 else { throw NothingNew() }
          (outcome.acts, outcome.rows) = (merger.acts, merger.rows)
          return merger
        }
      ) { writer, summary, merger in
        summary.count = outcome.acts
        outcome.conflicts = try merger.finish(writer)
        hasPurged = merger.hasPurged
        if rehearsing { throw Rehearsed() }
      }
      outcome.act = act
      // Others are known now, and who of them is the first.
      replica.withLock { $0 = nil }
      // What was erased elsewhere is in old pages, too.
      let hasErased = try read { try Merger.wiping(act.sequence, in: $0) } != nil
      if hasErased || hasPurged { try? wipe() }
    } catch is NothingNew {
    } catch is Rehearsed {
    } catch is BrokenConstraint {
      throw Refusal.bundle(.contradictory)
    }
    return outcome
  }

  private struct NothingNew: Error {}
  private struct Rehearsed: Error {}

  static func loggedColumns(_ db: Database) throws -> LoggedColumns {
    var columns: LoggedColumns = [:]
    for table in LoggedTable.allCases {
      columns[table] = Dictionary(
        try db.columns(in: table.rawValue).map { ($0.name, $0.type.uppercased() == "INTEGER") },
        uniquingKeysWith: { first, _ in first })
    }
    return columns
  }

  /// Puts in order what an act of this file changed of rows that give way to others, or that others give way
  /// to, and of rows that were written apart.
  ///
  /// - Parameter last: the newest entry of the log before the act.
  /// - Returns: whether rows were settled that the act itself did not change.
  func settle(after last: Int64, with writer: ActWriter) throws -> Bool {
    let isApart = try writer.number(
      "SELECT 1 WHERE EXISTS (SELECT 1 FROM deviation) OR EXISTS (SELECT 1 FROM conflict)", [])
    guard isApart != nil else { return false }
    let touched = try Touched(after: last, in: writer.db)
    guard !touched.rows.isEmpty else { return false }
    var fresh: [LoggedTable: [String: RowImage?]] = [:]
    var apart: [LoggedTable: Set<String>] = [:]
    for (table, rows) in touched.rows {
      for row in rows {
        fresh[table, default: [:]][row] = .some(try touched.raw(of: row, table, in: writer.db))
        if try writer.number("SELECT 1 FROM conflict WHERE row = ?", [row]) != nil {
          apart[table, default: []].insert(row)
        }
      }
    }
    let isSettled = try writer.settle(fresh, formerly: touched.formerly(in: writer.db))
    guard !apart.isEmpty else { return isSettled }
    try InsertImages.keep(apart, before: .max, in: writer.db)
    _ = try Stories(of: apart, ErasedMembers(in: writer.db), in: writer.db).rows()
    return isSettled
  }
}

extension ActWriter {
  /// Puts the tables as the acts say; what it changes is no entry of the log, for it follows from them.
  ///
  /// - Returns: whether anything was changed.
  @discardableResult
  func settle(
    _ fresh: [LoggedTable: [String: RowImage?]], formerly: [String: RowImage?] = [:]
  ) throws -> Bool {
    let last = try Change.last(in: db)
    let retired = try number("SELECT max(rowid) FROM retired_badge", [])
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    try run("INSERT OR REPLACE INTO meta (key, value) VALUES ('settling', '')", [])
    var settlement = Settlement(fresh, formerly: formerly, try ErasedMembers(in: db), in: db)
    let isChanged = try settlement.run()
    try run("DELETE FROM meta WHERE key = 'settling'", [])
    // What triggers made of it follows from the way and not from the acts.
    try run("DELETE FROM change WHERE id > ?", [last])
    try run("DELETE FROM retired_badge WHERE rowid > ?", [retired ?? 0])
    // Whoever follows reads everything anew.
    if isChanged {
      try run(
        """
        INSERT INTO change (act, "table", row, count)
        VALUES ((SELECT max(sequence) FROM act), '*', '*', 0)
        """, [])
    }
    return isChanged
  }
}

/// Rows that one act of this file changed.
private struct Touched {
  var rows: [LoggedTable: Set<String>] = [:]
  private var changed: [String: [RowImage]] = [:]
  /// Newest first.
  private var undone: [String: [(before: String, isRemoval: Bool)]] = [:]

  init(after last: Int64, in db: Database) throws {
    let entries = try Prepared(
      """
      SELECT "table", row, after, before FROM change WHERE id > ? AND count IS NULL ORDER BY id
      """, in: db
    ).all([last]) {
      (table: $0.text(0), row: $0.text(1), after: $0.text(2), before: $0.text(3))
    }
    for entry in entries {
      guard let table = LoggedTable(rawValue: entry.table) else { continue }
      rows[table, default: []].insert(entry.row)
      undone[entry.row, default: []].insert((entry.before, entry.after.isEmpty), at: 0)
      if !entry.after.isEmpty {
        changed[entry.row, default: []].append(try RowImage(json: entry.after))
      }
    }
  }

  /// How the rows were before the act; nil inside is one that was not there.
  func formerly(in db: Database) throws -> [String: RowImage?] {
    var formerly: [String: RowImage?] = [:]
    for (table, keys) in rows {
      for key in keys {
        var image = try RowImage.shown(key, of: table, in: db)
        for change in undone[key] ?? [] {
          if change.before.isEmpty {
            image = nil
          } else if change.isRemoval {
            image = try RowImage(json: change.before).withoutNulls
          } else {
            image?.values.merge(try RowImage(json: change.before).values) { _, old in old }
            image = image?.withoutNulls
          }
        }
        formerly[key] = .some(image)
      }
    }
    return formerly
  }

  /// What acts say of it now: of a row that deviates, what they said before and what was changed since.
  func raw(of row: String, _ table: LoggedTable, in db: Database) throws -> RowImage? {
    let shown = try RowImage.shown(row, of: table, in: db)
    let deviating = try Prepared("SELECT raw FROM deviation WHERE row = ?", in: db).first([row]) {
      $0.text(0)
    }
    guard let deviating, shown != nil else { return shown }
    var raw = try RowImage(json: deviating)
    for image in changed[row] ?? [] { raw.values.merge(image.values) { _, new in new } }
    return raw.withoutNulls
  }
}
