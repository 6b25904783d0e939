import Files
import Foundation
import GRDB
import Matchmaking

extension Store {
  /// Writes what can be had of a file that somebody cut, replaced or took away, to a new one beside it.
  ///
  /// What SQLite has open is copied where only names are wrong. Where the file itself was cut or
  /// written over, a backup and what is remembered since are put together. Nothing is called rescued
  /// that is not whole, or that lacks anything that was acknowledged here.
  ///
  /// - Returns: where it is; nil where there is no such thing.
  func rescue(_ mishap: Mishap) -> String? {
    if let rescued = vouching.rescued, access(rescued, F_OK) == 0, isComplete(rescued) {
      return rescued
    }
    let rescued = write(mishap.isOfNamesAlone ? [copyOpenFile] : [putTogether, copyOpenFile])
    vouching.noteRescued(rescued)
    return rescued
  }

  private func write(_ ways: [(String) throws -> Void]) -> String? {
    for folder in rescueFolders {
      guard let target = freeRescuePath(in: folder) else { continue }
      for way in ways {
        if (try? way(target)) != nil, isComplete(target) { return target }
        unlink(target)
      }
    }
    return nil
  }

  /// Beside the file; where there is no such folder any more, at home.
  private var rescueFolders: [String] {
    [Store.folder(of: path), Store.home].filter { Store.isWritable(folder: $0) }
  }

  private func freeRescuePath(in folder: String) -> String? {
    let parts = PathParts(path)
    let moment = Backups.name(context.now())
    let names = [""] + (2..<1000).map { "-\($0)" }
    return names.lazy.map {
      "\(folder)/\(parts.stem)\(Backups.rescue)\(moment)\($0)\(parts.ending)"
    }
    .first { access($0, F_OK) != 0 }
  }

  private func copyOpenFile(to target: String) throws {
    try Backups.copy(queue, of: path, to: target)
  }

  /// Whole by every check of ours, with the last act that was acknowledged here.
  private func isComplete(_ rescued: String) -> Bool {
    guard let queue = try? Store.connect(rescued, isReadOnly: true) else { return false }
    defer { try? queue.close() }
    let copy = Store(
      path: rescued, context: context, isReadOnly: true, queue: queue)
    guard (try? copy.verify().isEmpty) == true else { return false }
    guard let last = vouching.last else { return true }
    return (try? copy.read { try BackupRank.id(of: last.sequence, in: $0) == last.id }) == true
  }

  // MARK: - From a backup and what is remembered

  private func putTogether(to target: String) throws {
    for backup in Backups(of: path).ranked() {
      guard let last = backup.last, let rows = try remembered(since: last.sequence) else {
        continue
      }
      let source = try Store.connect(backup.path, isReadOnly: true)
      defer { try? source.close() }
      try Backups.copy(source, of: backup.path, to: target)
      let queue = try DatabaseQueue(path: Store.nameForSQLite(target))
      try queue.writeWithoutTransaction { db in
        try db.inTransaction {
          try rows.add(to: db, after: last.sequence)
          return .commit
        }
      }
      try queue.close()
      return
    }
    throw StoreFault.noBackup(path: path)
  }

  /// What was done after an act; a command, which remembers nothing, asks what is left of the file.
  private func remembered(since sequence: Int64) throws -> LogMemory.Rows? {
    if let rows = memory.rows {
      return !rows.isShort && rows.start <= sequence && rows.end >= sequence ? rows : nil
    }
    var rows = LogMemory.Rows(start: sequence, end: sequence)
    try queue.read { try rows.take($0) }
    return rows.isShort ? nil : rows
  }
}

extension LogMemory.Rows {
  /// Adds what is not there yet; what follows from it is counted anew.
  func add(to db: Database, after sequence: Int64) throws {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let triggers = try Row.fetchAll(
      db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).map { (name: $0["name"] as String, sql: $0["sql"] as String) }
    for trigger in triggers {
      try db.execute(sql: "DROP TRIGGER \(trigger.name.quotedDatabaseIdentifier)")
    }
    for act in acts where try act.needed("sequence") > sequence { try db.add(act, to: "act") }
    for change in changes where try change.needed("act") > sequence {
      try db.add(change, to: "change")
    }
    for place in rows.keys {
      let column = Self.followers[place.table] ?? "id"
      try db.execute(
        sql: "DELETE FROM \(place.table.quotedDatabaseIdentifier) WHERE \(column) = ?",
        arguments: [place.key])
    }
    for (place, rows) in rows {
      for row in rows { try db.add(row, to: place.table) }
    }
    try db.forgetStretches()
    for trigger in triggers { try db.execute(sql: trigger.sql) }
    try Store.recount(db)
  }
}

extension Database {
  fileprivate func add(_ row: Row, to table: String) throws {
    let columns = row.columnNames.map {
      $0 == "row_number" ? "rowid" : $0.quotedDatabaseIdentifier
    }
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try execute(
      sql: """
        INSERT INTO \(table.quotedDatabaseIdentifier) (\(columns.joined(separator: ", ")))
        VALUES (\(marks))
        """, arguments: StatementArguments(Array(row.databaseValues)))
  }
}
