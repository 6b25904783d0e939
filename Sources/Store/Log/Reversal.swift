import Foundation
import GRDB
import Matchmaking

/// Puts back every row an act changed.
struct Reversal {
  private let act: Int64
  private let writer: ActWriter

  init(of act: Int64, writer: ActWriter) {
    self.act = act
    self.writer = writer
  }

  func run() throws {
    // Rows refer to one another; only the end has to fit.
    try writer.db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let next = try Change.first(from: act + 1, in: writer.db)
    let changes = try Row.fetchAll(
      writer.db,
      sql: "SELECT * FROM change WHERE id >= ? AND id < ? AND \"table\" <> '*' ORDER BY id DESC",
      arguments: [try Change.first(from: act, in: writer.db), next])
    let stretches = try changes.compactMap { try Stretch($0) }
    let later = try changesSince(
      next, of: Set(changes.map { try $0.needed("row") }), and: stretches)
    var seen: Set<String> = []
    for change in changes {
      if let stretch = try Stretch(change) {
        try remove(stretch, later)
        continue
      }
      let table: String = try change.needed("table")
      let row: String = try change.needed("row")
      let isMaking = try change.value("before") as String? == nil
      if seen.insert(row).inserted, let later = later[row] { try checkUntouched(row, later) }
      if isMaking, table == "event" { try releaseKept(of: row) }
      try reverse(change)
    }
  }

  /// Takes the rows of a stretch away one by one, the last first, as they came: so that redoing brings
  /// them back in their order, and each with its own entry in the log.
  private func remove(_ stretch: Stretch, _ later: [String: [Row]]) throws {
    for (row, later) in later where stretch.covers(row) { try checkUntouched(row, later) }
    let table = stretch.table.quotedDatabaseIdentifier
    let keys = try String.fetchAll(
      writer.db,
      sql: """
        SELECT id FROM \(table) WHERE id BETWEEN ?1 AND ?2
          AND \(Schema.randomBits(of: "id")) = \(Schema.randomBits(of: "?1")) ORDER BY id DESC
        """, arguments: [stretch.first, stretch.last])
    for key in keys { try writer.run("DELETE FROM \(table) WHERE id = ?", [key]) }
  }

  /// What is kept for the evening's sake goes with the evening; the change log keeps it all the
  /// same, and redoing brings it back.
  private func releaseKept(of event: String) throws {
    try writer.run("DELETE FROM refusal WHERE event = ?", [event])
  }

  /// What other acts did to these rows from an entry of the log on, newest first.
  private func changesSince(
    _ first: Int64, of touched: Set<String>, and stretches: [Stretch]
  ) throws -> [String: [Row]] {
    var later: [String: [Row]] = [:]
    let rows = try Row.fetchCursor(
      writer.db,
      sql: """
        SELECT change.*, act.summary AS summary FROM change JOIN act ON act.sequence = change.act
        WHERE change.id >= ? AND change.act < (SELECT max(sequence) FROM act) AND NOT act.aside
        ORDER BY change.id DESC
        """, arguments: [first])
    while let row = try rows.next() {
      let key: String = try row.needed("row")
      if touched.contains(key) || stretches.contains(where: { $0.covers(key) }) {
        later[key, default: []].append(row.copy())
      }
    }
    return later
  }

  /// Refuses where a later change to the row stands.
  ///
  /// Later changes that cancel out (an undoing and its redoing, a change and its undoing) do not
  /// count: walking back over them from what stands now must lead to what stands now.
  private func checkUntouched(_ row: String, _ later: [Row]) throws {
    guard let newest = later.first else { return }
    let now = try image(of: row, in: newest.needed("table"))
    var then = now
    for change in later { then = try RowImage.before(change, after: then) }
    if then != now {
      throw Refusal.history(.changedSince(try ActSummary(json: newest.needed("summary"))))
    }
  }

  private func image(of row: String, in table: String) throws -> RowImage? {
    let found = try Row.fetchOne(
      writer.db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier) WHERE id = ?",
      arguments: [row])
    return found.map { RowImage($0) }
  }

  private func reverse(_ change: Row) throws {
    let table = (try change.needed("table") as String).quotedDatabaseIdentifier
    let key: String = try change.needed("row")
    let before = try (change.value("before") as String?).map(RowImage.init(json:))
    // What stood there was erased.
    if let before, before.values.isEmpty {
      throw Refusal.history(.changedSince(ActSummary(.eraseMembers)))
    }
    switch (before, try change.value("after") as String?) {
    case (nil, _):
      try writer.run("DELETE FROM \(table) WHERE id = ?", [key])
    case (let before?, nil):
      let columns = before.columns
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      let names = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
      try writer.run(
        "INSERT INTO \(table) (\(names)) VALUES (\(marks))",
        columns.map { before.values[$0] })
    case (let before?, _?):
      let columns = before.columns
      let sets = columns.map { "\($0.quotedDatabaseIdentifier) = ?" }.joined(separator: ", ")
      try writer.run(
        "UPDATE \(table) SET \(sets) WHERE id = ?",
        columns.map { before.values[$0] } + [key])
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
    guard case .object(let members)? = NarrowJSON(json) else {
      throw UnreadableRow(description: "change: \(json)")
    }
    values = [:]
    values.reserveCapacity(members.count)
    for member in members {
      switch member.value {
      case .null: values[member.key] = .null
      case .text(let text): values[member.key] = text.databaseValue
      case .number(let number): values[member.key] = number.databaseValue
      case .flag, .list, .object: throw UnreadableRow(description: "change: \(json)")
      }
    }
  }

  /// What stood before a change, given what stood after it; nil is no row.
  static func before(_ change: Row, after: RowImage?) throws -> RowImage? {
    guard let json = try change.value("before") as String? else { return nil }
    let before = try RowImage(json: json)
    guard try change.value("after") as String? != nil, var whole = after else { return before }
    whole.values.merge(before.values) { _, old in old }
    return whole
  }
}
