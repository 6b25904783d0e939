import Foundation
import GRDB
public import Matchmaking

/// A filter somebody gave a name.
public struct SavedFilter: Hashable, Sendable {
  public let name: String
  /// As `Filter.check` reads it, in the canonical English form.
  public let text: String
}

extension Store {
  static let longestFilterName = 40

  /// Keeps a filter under a name, in place of an earlier one of that name.
  ///
  /// - Returns: nil where it is there already.
  @discardableResult
  public func save(_ filter: Filter, named name: String) throws -> Act? {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, name.count <= Store.longestFilterName else {
      throw Refusal.register(.filterName)
    }
    let text = filter.text(.english)
    let known = try savedFilters().first { $0.name == name }
    if known?.text == text { return nil }
    return try act(ActSummary(.saveFilter, detail: name)) { writer, _ in
      try writer.run("DELETE FROM saved_filter WHERE name = ?", [name])
      let id: Identifier<SavedFilter> = writer.identifier()
      try writer.run(
        "INSERT INTO saved_filter (id, name, terms) VALUES (?, ?, ?)",
        [id.description, name, text])
    }.1
  }

  /// All of them, by name.
  public func savedFilters() throws -> [SavedFilter] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, terms FROM saved_filter ORDER BY name").map {
        SavedFilter(name: try $0.needed("name"), text: try $0.needed("terms"))
      }
    }
  }

  /// - Throws: `Refusal.register(.noFilter)` where there is none of that name.
  @discardableResult
  public func deleteFilter(named name: String) throws -> Act {
    try act(ActSummary(.deleteFilter, detail: name)) { writer, _ in
      let known = try writer.number("SELECT 1 FROM saved_filter WHERE name = ?", [name])
      guard known != nil else { throw Refusal.register(.noFilter(name)) }
      try writer.run("DELETE FROM saved_filter WHERE name = ?", [name])
    }.1
  }
}

extension Store {
  /// Remembers how the columns of a roster are to be read, for files with the same head.
  ///
  /// - Parameters:
  ///   - columns: the machine's name of a column by the head in the file; empty to pass it over.
  ///   - fingerprint: of the head, whatever its maker computes it from.
  /// - Returns: nil where the same is remembered already.
  @discardableResult
  public func rememberColumns(
    _ columns: [String: String], for fingerprint: String
  ) throws -> Act? {
    if try rememberedColumns(for: fingerprint) == columns { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(columns), as: UTF8.self)
    return try act(ActSummary(.rememberColumns)) { writer, _ in
      try writer.run("DELETE FROM column_mapping WHERE fingerprint = ?", [fingerprint])
      let id: Identifier<[String: String]> = writer.identifier()
      try writer.run(
        "INSERT INTO column_mapping (id, fingerprint, columns) VALUES (?, ?, ?)",
        [id.description, fingerprint, json])
    }.1
  }

  /// Whether anything is remembered of any roster's columns.
  public func remembersColumns() throws -> Bool {
    try read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM column_mapping)") ?? false
    }
  }

  /// How the columns of a file with such a head were read last; nil where nothing is remembered.
  public func rememberedColumns(for fingerprint: String) throws -> [String: String]? {
    try read { db in
      let json = try String.fetchOne(
        db, sql: "SELECT columns FROM column_mapping WHERE fingerprint = ?",
        arguments: [fingerprint])
      return json.map { Member.extras($0) }
    }
  }
}
