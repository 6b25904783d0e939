import GRDB
import Matchmaking

/// A row that the tables cannot show as its acts say.
struct Deviation {
  private let id: String
  private let table: LoggedTable
  private let raw: RowImage?
  private let mapped: RowImage?
  private let shown: RowImage?
  private let stands: String?

  /// - Parameter mapped: the row with the keys of those that stand for whom it refers to.
  init(
    _ id: String, _ table: LoggedTable, raw: RowImage?, mapped: RowImage?, shown: RowImage?,
    stands: String?
  ) {
    self.id = id
    self.table = table
    self.raw = raw
    self.mapped = mapped
    self.shown = shown
    self.stands = stands
  }

  func write(_ db: Database) throws {
    try Prepared("DELETE FROM deviation_link WHERE row = ?", in: db).run([id])
    guard let raw, raw != shown else {
      return try Prepared("DELETE FROM deviation WHERE row = ?", in: db).run([id])
    }
    try Prepared(
      "INSERT OR REPLACE INTO deviation (row, \"table\", raw, stands) VALUES (?, ?, ?, ?)", in: db
    ).run([id, table.rawValue, raw.json, stands])
    var targets = Set(table.references.compactMap { raw.text($0.column) })
    for image in [mapped, shown].compactMap(\.self) {
      targets.formUnion(
        table.uniqueness.compactMap { UniqueKey(table, $0.columns, of: image)?.text })
    }
    for target in targets {
      try Prepared("INSERT INTO deviation_link (target, row) VALUES (?, ?)", in: db)
        .run([target, id])
    }
  }
}

extension RowImage {
  /// A row as its acts say; nil where there is none.
  static func raw(_ id: String, of table: LoggedTable, in db: Database) throws -> RowImage? {
    let raw = try Prepared("SELECT raw FROM deviation WHERE row = ?", in: db).first([id]) {
      $0.text(0)
    }
    if let raw { return try RowImage(json: raw).withoutNulls }
    return try shown(id, of: table, in: db)
  }

  /// A row as the tables show it; nil where they do not.
  static func shown(_ id: String, of table: LoggedTable, in db: Database) throws -> RowImage? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM \(table.rawValue) WHERE id = ?"), arguments: [id]
    ).map { RowImage($0).withoutNulls }
  }
}

/// What is to be changed of what the tables show.
struct RowChanges {
  private var gone: [LoggedTable: [String]] = [:]
  private var new: [LoggedTable: [RowImage]] = [:]
  private var changed: [LoggedTable: [(id: String, before: RowImage, after: RowImage)]] = [:]

  var isEmpty: Bool { gone.isEmpty && new.isEmpty && changed.isEmpty }

  mutating func note(
    _ id: String, _ table: LoggedTable, from before: RowImage?, to after: RowImage?
  ) {
    switch (before, after) {
    case (nil, nil): break
    case (nil, let after?): new[table, default: []].append(after)
    case (_?, nil): gone[table, default: []].append(id)
    case (let before?, let after?):
      guard before != after else { return }
      changed[table, default: []].append((id, before, after))
    }
  }

  /// All within one transaction in which references are looked at in the end only. Values that no two rows may
  /// share are let go of before they are taken.
  func apply(to db: Database) throws {
    for table in LoggedTable.allCases.reversed() {
      for id in gone[table] ?? [] {
        try Prepared("DELETE FROM \(table.rawValue) WHERE id = ?", in: db).run([id])
      }
    }
    for table in LoggedTable.allCases {
      for change in changed[table] ?? [] { try letGo(change, of: table, db) }
    }
    for table in LoggedTable.allCases {
      for change in changed[table] ?? [] { try update(change, of: table, db) }
      // Oldest first, so that lists are in the same order in every file.
      for image in (new[table] ?? []).sorted(by: { ($0.text("id") ?? "") < ($1.text("id") ?? "") })
      {
        try insert(image, into: table, db)
      }
    }
  }

  private func letGo(
    _ change: (id: String, before: RowImage, after: RowImage), of table: LoggedTable, _ db: Database
  ) throws {
    for (columns, _) in table.uniqueness {
      guard columns.contains(where: { change.before[$0] != change.after[$0] }),
        let column = columns.last
      else { continue }
      let held: String =
        switch column {
        case "badge": "NULL"
        case "reading", "place", "event", "other", "chosen": ""
        default: "id"
        }
      guard !held.isEmpty else { continue }
      try Prepared("UPDATE \(table.rawValue) SET \(column) = \(held) WHERE id = ?", in: db)
        .run([change.id])
    }
  }

  private func update(
    _ change: (id: String, before: RowImage, after: RowImage), of table: LoggedTable, _ db: Database
  ) throws {
    let columns = Set(change.before.columns).union(change.after.columns)
      .filter { change.before[$0] != change.after[$0] || isLetGo($0) }.sorted()
    let sets = columns.map { "\($0.quotedDatabaseIdentifier) = ?" }.joined(separator: ", ")
    try Prepared("UPDATE \(table.rawValue) SET \(sets) WHERE id = ?", in: db)
      .run(columns.map { change.after[$0] } + [change.id])
  }

  private func isLetGo(_ column: String) -> Bool {
    ["badge", "number", "code", "name", "fingerprint"].contains(column)
  }

  private func insert(_ image: RowImage, into table: LoggedTable, _ db: Database) throws {
    let columns = image.columns
    let names = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try Prepared("INSERT INTO \(table.rawValue) (\(names)) VALUES (\(marks))", in: db)
      .run(columns.map { image[$0] })
  }
}

/// Members whose details were taken out for good, in this file or in another it heard of.
struct ErasedMembers {
  private let days: [String: String]

  init(in db: Database) throws {
    days = Dictionary(
      try Prepared("SELECT id, erased_on FROM erased_member", in: db)
        .all([]) { ($0.text(0), $0.text(1)) }, uniquingKeysWith: { first, _ in first })
  }

  var isEmpty: Bool { days.isEmpty }

  func day(of id: String) -> String? { days[id] }

  /// What stays of somebody, as `Eraser` leaves it; nil for whoever was not erased.
  func remainder(of id: String) -> RowImage? {
    guard let day = days[id] else { return nil }
    var image = RowImage()
    image["id"] = id.databaseValue
    image["number"] = "erased-\(id.suffix(12))".databaseValue
    image["name"] = Store.erasedName.databaseValue
    image["verification"] = "pending".databaseValue
    image["status"] = "withdrawn".databaseValue
    image["erased_on"] = day.databaseValue
    return image
  }
}
