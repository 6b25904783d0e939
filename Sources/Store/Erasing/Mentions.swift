import GRDB
import Matchmaking

/// Where something of the file still names somebody who was erased: texts that are others'.
public struct Mention: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    /// A detail of another member, by its number; the column by its machine name.
    case member(number: String, column: String)
    /// The code or title of an event.
    case event(code: String)
    /// A filter that asks for an employer nobody else has.
    case filter(String)
    /// What the log keeps of texts as they were once.
    case log
    /// Somebody is called so who did or decided something.
    case clerk
  }

  public let place: Place
  /// How often.
  public let count: Int
}

/// Looks through every text of the file for what names somebody.
///
/// Through whatever tables and columns there are: one that is added is looked through as well.
struct Mentions {
  private let needles: Needles
  private let db: Database
  private let columns: [(table: String, texts: [String])]

  init(of needles: Needles, in db: Database) throws {
    self.needles = needles
    self.db = db
    let names = try Prepared(
      """
      SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p
      WHERE m.type = 'table' AND p.type = 'TEXT' AND m.name NOT GLOB 'sqlite*'
        AND m.name NOT GLOB 'grdb*' ORDER BY m.rowid, p.cid
      """, in: db
    ).all([]) { (table: $0.text(0), column: $0.text(1)) }
    var columns: [(table: String, texts: [String])] = []
    for name in names {
      if columns.last?.table == name.table {
        columns[columns.count - 1].texts.append(name.column)
      } else {
        columns.append((name.table, [name.column]))
      }
    }
    self.columns = columns
  }

  /// All of them, in the order of the tables.
  func all() throws -> [Mention] {
    var counts: [Mention.Place: Int] = [:]
    var order: [Mention.Place] = []
    for (table, texts) in columns {
      for row in try rows(table, texts) {
        for column in texts where needles.areIn(try row.value(column) ?? "", column: column) {
          guard let place = try place(table, column, row) else { continue }
          if counts[place] == nil { order.append(place) }
          counts[place, default: 0] += 1
        }
      }
    }
    return order.map { Mention(place: $0, count: counts[$0] ?? 1) }
  }

  private func rows(_ table: String, _ texts: [String]) throws -> [Row] {
    guard !needles.all.isEmpty else { return [] }
    let whole = texts.map { "ifnull(\"\($0)\", '')" }.joined(separator: " || char(10) || ")
    let key = table == "tally" || table == "retired_badge" ? "NULL" : "rowid"
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(key) AS row_number, * FROM "\(table)"
        WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE instr(\(whole), value))
        """, arguments: [needles.list])
  }

  private func place(_ table: String, _ column: String, _ row: Row) throws -> Mention.Place? {
    switch (table, column) {
    case (_, "operator"), (_, "decided_by"): return .clerk
    case ("member", _): return .member(number: try row.needed("number"), column: column)
    case ("event", _): return .event(code: try row.needed("code"))
    case ("act", _), ("change", _): return .log
    default:
      let owner: String? = row.hasColumn("member") ? try row.value("member") : nil
      let number = try owner.flatMap { key in
        try Prepared("SELECT number FROM member WHERE id = ?", in: db).first([key]) { $0.text(0) }
      }
      return number.map { .member(number: $0, column: table) } ?? .log
    }
  }

  // MARK: - Taking them out

  /// Texts that name who did or decided something, and what others are called by in lists and addresses.
  private static let spared: Set<String> = ["operator", "decided_by", "code", "number", "id"]

  /// Puts a mark in the place of the name in what others' texts say, now and in the log.
  ///
  /// The same everywhere, so that a row still leads back over its changes to what it was.
  func replace(_ writer: ActWriter) throws {
    for (table, texts) in columns where table != "act" && table != "change" {
      for row in try rows(table, texts) {
        for column in texts where !Self.spared.contains(column) {
          guard let text: String = try row.value(column), needles.areIn(text, column: column)
          else { continue }
          try writer.run(
            "UPDATE \"\(table)\" SET \"\(column)\" = ? WHERE rowid = ?",
            [replaced(text, column), try row.needed("row_number") as Int64])
        }
      }
    }
    try replaceInLog(writer)
  }

  private func replaced(_ text: String, _ column: String) -> String? {
    // Not a phone any more, and no birth date.
    if column == "phone" || column == "birth" { return nil }
    guard column == "extras" else { return needles.replaced(in: text, by: Store.erasedName) }
    var extras: [String: String] = [:]
    for (head, value) in Member.extras(text) {
      let head = needles.replaced(in: head, by: Store.erasedName)
      extras[head] = needles.replaced(in: value, by: Store.erasedName)
    }
    return Member.json(extras)
  }

  private func replaceInLog(_ writer: ActWriter) throws {
    for (table, texts) in columns where table == "act" || table == "change" {
      for row in try rows(table, texts) {
        let key: Int64 = try row.needed("row_number")
        if table == "act" {
          guard var summary = try? ActSummary(json: row.needed("summary")) else { continue }
          summary.name = needles.replaced(in: summary.name, by: Store.erasedName)
          summary.detail = summary.detail.map { needles.replaced(in: $0, by: Store.erasedName) }
          try writer.run("UPDATE act SET summary = ? WHERE sequence = ?", [summary.json, key])
        } else {
          try writer.run(
            "UPDATE change SET before = ?, after = ? WHERE id = ?",
            [try image(row, "before"), try image(row, "after"), key])
        }
      }
    }
  }

  private func image(_ row: Row, _ side: String) throws -> String? {
    guard let json: String = try row.value(side) else { return nil }
    var image = try RowImage(json: json)
    for column in image.columns where !Self.spared.contains(column) {
      guard let text = String.fromDatabaseValue(image.values[column] ?? .null),
        needles.areIn(text, column: column)
      else { continue }
      image.values[column] = replaced(text, column)?.databaseValue ?? .null
    }
    return image.json
  }
}

extension RowImage {
  /// As the log's triggers write it, but for the order of the columns.
  var json: String {
    let parts = columns.map { column in
      let value = values[column] ?? .null
      let text =
        switch value.storage {
        case .int64(let number): "\(number)"
        case .string(let text): JSONText.quoted(text)
        case .null, .double, .blob: "null"
        }
      return JSONText.quoted(column) + ":" + text
    }
    return "{\(parts.joined(separator: ","))}"
  }
}
