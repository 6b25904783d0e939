import GRDB
public import Matchmaking

extension Store {
  /// Takes a roster into the register, as one act.
  ///
  /// Idempotent: a row is the same person as a member of the same number; else of the same phone
  /// and name; else of the same name, birth date and employer, where the row has no phone or the
  /// member had none yet. A row that is known adds what changed; an empty cell takes nothing away.
  /// A second row of the same person is refused, so that nothing is overwritten unseen. What somebody
  /// corrected by hand stands, the roster's other word is a problem, and the member is found by what
  /// stood before too.
  ///
  /// - Parameters:
  ///   - rehearsing: counts what would be done and does nothing; nobody who writes waits for it.
  ///   - preference: which corrections made by hand give way to the roster.
  ///   - next: gives the rows, many at a time; nil at the end. Asked once before anybody has to wait.
  /// - Returns: the counts and the problems met here; the act is nil where nothing changed.
  public func importMembers(
    rehearsing: Bool = false, taking preference: RosterPreference = .none,
    _ next: () throws -> DraftBatch?
  ) throws -> (ImportSummary, Act?) {
    var outcome = ImportSummary()
    guard let first = try next() else { return (outcome, nil) }
    do {
      if rehearsing {
        try rehearseImport { writer in
          var clerk = try ImportClerk(writer, isRehearsing: true, taking: preference)
          try clerk.take(first, into: &outcome)
          while let batch = try next() { try clerk.take(batch, into: &outcome) }
        }
        return (outcome, nil)
      }
      let (_, act) = try act(ActSummary(.importMembers)) { writer, summary in
        try writer.db.withRoom {
          var clerk = try ImportClerk(writer, taking: preference)
          try clerk.take(first, into: &outcome)
          while let batch = try next() { try clerk.take(batch, into: &outcome) }
          try clerk.finish()
        }
        summary.count = outcome.added + outcome.updated
        if outcome.overruled > 0 { summary.detail = String(outcome.overruled) }
        if summary.count == 0 { throw NothingToKeep() }
      }
      return (outcome, act)
    } catch is NothingToKeep {
      return (outcome, nil)
    }
  }

  /// By a connection of its own that cannot write, within one transaction: as if nobody else did.
  private func rehearseImport(_ body: (ActWriter) throws -> Void) throws {
    do {
      let rehearsal = try path == ":memory:" ? queue : Store.connect(path, isReadOnly: true)
      defer { if rehearsal !== queue { try? rehearsal.close() } }
      try rehearsal.read { db in
        try body(ActWriter(db: db, context: context, replica: Replica.nobody(in: db)))
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }
}

extension Database {
  /// Indices grow all over while many rows come in: with the usual two megabytes of pages at hand
  /// each would be written and read again many times.
  fileprivate func withRoom(_ body: () throws -> Void) throws {
    let usual = try Int.fetchOne(self, sql: "PRAGMA cache_size") ?? -2000
    try execute(sql: "PRAGMA cache_size = -65536")
    defer { try? execute(sql: "PRAGMA cache_size = \(usual)") }
    try body()
  }
}

private struct NothingToKeep: Error {}
