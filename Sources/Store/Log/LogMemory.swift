import GRDB
import Matchmaking
import Synchronization

/// What was written since a backup, kept in memory by a desk: should the file itself be cut or written
/// over, backup and memory together are all that was acknowledged.
///
/// Of each act its rows in the log, and of each row it touched how it stands now, with the few that are in
/// no log but follow from it.
///
/// Its state is only touched within `lock`, and rows are copies that nobody changes, which is why it may be
/// shared.
final class LogMemory: @unchecked Sendable {
  struct Rows {
    /// The last act that is known to be in a backup.
    var start: Int64
    /// The last act that is kept here.
    var end: Int64
    var acts: [Row] = []
    var changes: [Row] = []
    /// By table and key; none is a row that went.
    var rows: [RowPlace: [Row]] = [:]
    /// Something was done that rows of the log do not tell in full, such as a great roster.
    var isShort = false
  }

  struct RowPlace: Hashable {
    let table: String
    let key: String
  }

  private static let most = 20_000
  private let lock = Mutex(())
  private var kept: Rows?

  var rows: Rows? { lock.withLock { _ in kept } }

  /// Everything up to this act is in a backup.
  func begin(after sequence: Int64) {
    lock.withLock { _ in kept = Rows(start: sequence, end: sequence) }
  }

  /// Takes in what was done since it last looked.
  ///
  /// - Returns: whether a new backup is wanted to begin from.
  func note(_ db: Database) throws -> Bool {
    try lock.withLock { _ in
      guard var rows = kept else { return false }
      // The only copy, so that nothing is copied when it grows.
      kept = nil
      defer { kept = rows }
      if !rows.isShort { try rows.take(db) }
      if rows.changes.count > Self.most { rows.isShort = true }
      return rows.isShort
    }
  }
}

extension LogMemory.Rows {
  /// Tables that are in no log, and the column that says of which row of another theirs tell.
  static let followers = ["tally": "event", "retired_badge": "registration"]

  mutating func take(_ db: Database) throws {
    let found = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM act WHERE sequence > ? ORDER BY sequence"),
      arguments: [end])
    guard let last = found.last else { return }
    let first = try Change.first(from: end + 1, in: db)
    let entries = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM change WHERE id >= ? ORDER BY id"),
      arguments: [first])
    isShort =
      try found.contains {
        try Store.wipingVerbs.contains(ActSummary(json: $0.needed("summary")).verb)
      }
      || entries.contains { try $0.value("count") as Int? != nil }
    guard !isShort else { return }
    var events: Set<String> = []
    for entry in entries {
      let place = LogMemory.RowPlace(
        table: try entry.needed("table"), key: try entry.needed("row"))
      try take(place, by: "id", db)
      if place.table == "event" { events.insert(place.key) }
      if place.table == "registration" {
        try take(.init(table: "retired_badge", key: place.key), by: "registration", db)
        for row in rows[place] ?? [] { events.insert(try row.needed("event")) }
      }
    }
    for event in events { try take(.init(table: "tally", key: event), by: "event", db) }
    acts += found
    changes += entries
    end = try last.needed("sequence")
  }

  /// With the numbers of the rows: guests are listed in their order.
  private mutating func take(
    _ place: LogMemory.RowPlace, by column: String, _ db: Database
  ) throws {
    let table = place.table.quotedDatabaseIdentifier
    let number = place.table == "tally" ? "" : "rowid AS row_number, "
    rows[place] = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(number)* FROM \(table) WHERE \(column) = ?"),
      arguments: [place.key])
  }
}

extension Store {
  /// Keeps a backup to begin from unless some holds all there is, and remembers what is done from now on.
  ///
  /// May be called from any thread; whoever writes does not wait for it.
  public func keepForRescue(_ pace: BackupPace = .swift) throws {
    guard !isReadOnly, isFile else { return }
    do {
      try reading { source in
        let last = try source.read { try BackupRank.last(in: $0) }
        try Backups(of: path).makeLatest(from: source, at: context.now(), pace: pace)
        // What is done meanwhile is in the backup or in memory, or in both.
        memory.begin(after: last.sequence)
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// Remembers what was done since the last time.
  ///
  /// - Returns: whether `keepForRescue` is wanted again.
  public func remember() throws -> Bool {
    guard !isReadOnly, isFile else { return false }
    return try read { try memory.note($0) }
  }
}
