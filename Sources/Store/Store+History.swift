import Foundation
import GRDB
public import Matchmaking

// Undo and redo of everything in the change log, by one mechanism.
//
// Invariant: an act is taken back only if every row it touched still is as the act left it; then
// each row is put back to what it was before. Redoing takes back the undoing in the same way.

extension Store {
  /// Rows that stay when the act that made them is undone: a number that was handed out is never
  /// given to somebody else that evening.
  static let keptTables: Set<String> = ["badge_issue"]

  /// Acts that are facts about what happened, not changes somebody would take back.
  static let keptVerbs: Set<Deed.Verb> = [.refuse]

  private static let selection = """
    SELECT sequence, clock, station, kind, target, deed,
      ifnull((SELECT kind = 'undo' FROM act later WHERE later.target = act.sequence
        AND later.changes IS NOT NULL ORDER BY later.sequence DESC LIMIT 1), 0) AS is_undone
    FROM act
    """

  /// The newest acts, newest first.
  public func acts(limit: Int) throws -> [Act] {
    try read { db in
      try Row.fetchAll(
        db, sql: Store.selection + " ORDER BY sequence DESC LIMIT ?", arguments: [limit]
      ).map(Act.init)
    }
  }

  /// Takes back the newest act that is not taken back yet.
  ///
  /// - Parameter station: only what this desk did; nil is anybody's.
  /// - Returns: the undoing; its deed is the one taken back.
  @discardableResult
  public func undo(station: String? = nil) throws -> Act {
    try act(.undo, station: station) { db in
      guard let target = try newestUndoable(station: station, in: db) else {
        throw Refusal.history(.nothingToUndo)
      }
      return (target, target.sequence)
    }
  }

  /// Does again what was undone last, unless something else was done since.
  @discardableResult
  public func redo(station: String? = nil) throws -> Act {
    try act(.redo, station: station) { db in try newestRedoable(station: station, in: db) }
  }

  /// - Parameter find: the act that is meant, and the one whose changes are to be reversed.
  private func act(
    _ kind: Act.Kind, station: String?, _ find: (Database) throws -> (Act, reversing: Int64)
  ) throws -> Act {
    // Found before the transaction, so that nothing is written where there is nothing to do, and
    // checked again inside it, where nobody else can write.
    let (meant, _) = try read(find)
    do {
      return try act(kind, target: meant.sequence, meant.deed) { pen, _ in
        let (found, reversing) = try find(pen.db)
        guard found.sequence == meant.sequence else { throw StoreFault.busy(path: path) }
        try Reversal(of: reversing, pen: pen).run()
      }.1
    } catch is BrokenConstraint {
      // Something that came later refers to a row that would go, or took a badge that would return.
      throw Refusal.history(.changedSince(meant.deed))
    }
  }

  private func newestUndoable(station: String?, in db: Database) throws -> Act? {
    let rows = try Row.fetchCursor(
      db,
      sql: Store.selection
        + " WHERE kind = 'do' AND changes IS NOT NULL AND (?1 IS NULL OR station = ?1)"
        + " ORDER BY sequence DESC",
      arguments: [station])
    while let row = try rows.next() {
      let act = try Act(row)
      if !act.isUndone, !Store.keptVerbs.contains(act.deed.verb) { return act }
    }
    return nil
  }

  private func newestRedoable(
    station: String?, in db: Database
  ) throws -> (Act, reversing: Int64) {
    let rows = try Row.fetchCursor(
      db,
      sql: Store.selection
        + " WHERE changes IS NOT NULL AND (?1 IS NULL OR station = ?1) ORDER BY sequence DESC",
      arguments: [station])
    var redone: Set<Int64> = []
    while let row = try rows.next() {
      let act = try Act(row)
      let target: Int64 = row["target"] ?? 0
      switch act.kind {
      case .deed:
        if !Store.keptVerbs.contains(act.deed.verb) { throw Refusal.history(.nothingToRedo) }
      case .redo: redone.insert(target)
      case .undo:
        guard redone.remove(target) == nil else { continue }
        let undone = try Row.fetchOne(
          db, sql: Store.selection + " WHERE sequence = ?", arguments: [target])
        guard let undone else { throw Refusal.history(.nothingToRedo) }
        return (try Act(undone), act.sequence)
      }
    }
    throw Refusal.history(.nothingToRedo)
  }
}

/// Puts back every row an act changed.
private struct Reversal {
  let act: Int64
  let pen: Pen

  init(of act: Int64, pen: Pen) {
    self.act = act
    self.pen = pen
  }

  func run() throws {
    // Rows refer to one another; only the end has to fit.
    try pen.db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let changes = try Row.fetchAll(
      pen.db, sql: "SELECT * FROM change WHERE act = ? ORDER BY id DESC", arguments: [act])
    var seen: Set<String> = []
    for change in changes where !Store.keptTables.contains(change["table"]) {
      let row: String = change["row"]
      if seen.insert(row).inserted { try checkUntouched(row, since: change["id"]) }
      try reverse(change)
    }
  }

  /// Refuses where a later change to the row stands.
  ///
  /// Later changes that cancel out (an undoing and its redoing, a change and its undoing) do not
  /// count: walking back over them from what stands now must lead to what stands now.
  private func checkUntouched(_ row: String, since change: Int64) throws {
    let later = try Row.fetchAll(
      pen.db,
      sql: """
        SELECT change.*, act.deed AS deed FROM change JOIN act ON act.sequence = change.act
        WHERE row = ? AND change.id > ? AND change.act < (SELECT max(sequence) FROM act)
        ORDER BY change.id DESC
        """, arguments: [row, change])
    guard let newest = later.first else { return }
    let now = try image(of: row, in: newest["table"])
    var then = now
    for change in later { then = try RowImage.before(change, after: then) }
    if then != now { throw Refusal.history(.changedSince(try Deed(json: newest["deed"]))) }
  }

  private func image(of row: String, in table: String) throws -> RowImage? {
    let found = try Row.fetchOne(
      pen.db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier) WHERE id = ?",
      arguments: [row])
    return found.map { RowImage($0) }
  }

  private func reverse(_ change: Row) throws {
    let table = (change["table"] as String).quotedDatabaseIdentifier
    let key: String = change["row"]
    let before = try (change["before"] as String?).map(RowImage.init(json:))
    switch (before, change["after"] as String?) {
    case (nil, _):
      try pen.run("DELETE FROM \(table) WHERE id = ?", [key])
    case (let before?, nil):
      let columns = before.columns
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      let names = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
      try pen.run(
        "INSERT INTO \(table) (\(names)) VALUES (\(marks))",
        StatementArguments(columns.map { before.values[$0] ?? .null }))
    case (let before?, _?):
      let columns = before.columns
      let sets = columns.map { "\($0.quotedDatabaseIdentifier) = ?" }.joined(separator: ", ")
      try pen.run(
        "UPDATE \(table) SET \(sets) WHERE id = ?",
        StatementArguments(columns.map { before.values[$0] ?? .null } + [key.databaseValue]))
    }
  }
}

/// The columns of one row, or of the part of it that changed.
struct RowImage: Hashable {
  var values: [String: DatabaseValue]

  var columns: [String] { values.keys.sorted() }

  init(_ row: Row) {
    values = Dictionary(uniqueKeysWithValues: row.map { ($0.0, $0.1) })
  }

  init(json: String) throws {
    guard
      let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    else { throw UnreadableRow(description: "change: \(json)") }
    values = try object.mapValues { value in
      switch value {
      case is NSNull: .null
      case let text as String: text.databaseValue
      case let number as NSNumber: number.int64Value.databaseValue
      default: throw UnreadableRow(description: "change: \(json)")
      }
    }
  }

  /// What stood before a change, given what stood after it; nil is no row.
  static func before(_ change: Row, after: RowImage?) throws -> RowImage? {
    guard let json = change["before"] as String? else { return nil }
    let before = try RowImage(json: json)
    guard change["after"] as String? != nil, var whole = after else { return before }
    whole.values.merge(before.values) { _, old in old }
    return whole
  }
}
