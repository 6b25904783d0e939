import GRDB
import Matchmaking
import Synchronization

/// Writes one act: the connection, the moment, and the keys of new rows.
final class ActWriter {
  let db: Database
  let now: Timestamp
  /// The same by the machine's steady clock.
  var steady: SteadyTime? { context.steady() }
  /// Which copy of the file writes it.
  let replica: Replica
  private let context: StoreContext
  private var count: UInt64 = 0

  init(db: Database, context: StoreContext, replica: Replica) {
    self.db = db
    self.context = context
    self.replica = replica
    now = context.now()
  }

  /// The day of the act, as the clock on the wall has it.
  var today: Day { context.day(of: now) }

  /// Keys of one act sort in the order they were made: thirty bits count, forty-four are random.
  ///
  /// Source: RFC 9562, section 6.2, method 1.
  func identifier<Entity>() -> Identifier<Entity> {
    identifier(randomBits: context.random())
  }

  /// Random bits for keys that are to end alike, as those of a stretch of the log do.
  func randomBits() -> UInt64 { context.random() }

  func identifier<Entity>(randomBits: UInt64) -> Identifier<Entity> {
    count += 1
    let randomBits = randomBits & 0xfff_ffff_ffff
    return Identifier(
      milliseconds: now.milliseconds,
      random: (count >> 18 & 0xfff, (count & 0x3_ffff) << 46 | randomBits << 2))
  }

  func run(_ sql: String, _ arguments: [(any StatementBinding)?]) throws {
    try Prepared(sql, in: db).run(arguments)
  }

  /// By name, for what is not done at the door.
  func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
    try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }

  func number(_ sql: String, _ arguments: [(any StatementBinding)?]) throws -> Int? {
    try Prepared(sql, in: db).first(arguments) { $0.int(0) }
  }
}

extension Store {
  /// Does one thing as one transaction and one act of the change log; all of it or nothing.
  ///
  /// The body may complete the summary with what it found out, such as the badge. When this returns,
  /// the change is on disk.
  func act<Value>(_ summary: ActSummary, _ body: (ActWriter, inout ActSummary) throws -> Value)
    throws -> (Value, Act)
  {
    try act(.original, target: nil, summary, body)
  }

  func act<Value>(
    _ kind: Act.Kind, target: Int64?, _ summary: ActSummary,
    _ body: (ActWriter, inout ActSummary) throws -> Value
  ) throws -> (Value, Act) {
    try act(kind, target: target, summary, after: { _, _ in }) { writer, summary, _ in
      try body(writer, &summary)
    }
  }

  /// - Parameter prelude: what is done in the same transaction before the act begins.
  func act<Value, Prelude>(
    _ kind: Act.Kind, target: Int64?, _ summary: ActSummary,
    after prelude: (Database, Replica) throws -> Prelude,
    _ body: (ActWriter, inout ActSummary, inout Prelude) throws -> Value
  ) throws -> (Value, Act) {
    var written: (replica: Replica, ordinal: Int64)?
    let done = try write { db in
      let replica = try replica(in: db)
      var before = try prelude(db, replica)
      let writer = ActWriter(db: db, context: context, replica: replica)
      let (sequence, last, ordinal) = try open(kind, target: target, with: writer)
      written = (replica, ordinal)
      var summary = summary
      let value = try body(writer, &summary, &before)
      let reachesFurther = try settle(after: last, with: writer)
      try writer.run(
        """
        UPDATE act SET summary = ?, changes = ifnull((SELECT max(id) FROM change), 0) - ?
        WHERE sequence = ?
        """, [summary.json, last, sequence])
      let act = Act(
        sequence: sequence, at: writer.now, station: context.station,
        operatorName: context.operatorName, kind: kind, summary: summary, isUndone: false,
        reachesFurther: reachesFurther)
      return (value, act)
    }
    if let written { note(written.replica, written.ordinal) }
    return done
  }

  /// Which replica this file is; looked at with the first change of a process, for while it has the file open
  /// nobody can put another in its place unnoticed.
  func replica(in db: Database) throws -> Replica {
    if let known = replica.withLock(\.self) { return known }
    return try Replica.current(
      at: isFile ? Whereabouts(at: real) : nil, mark: seat?.replicaMark, context: context, in: db)
  }

  /// Once it is on the disk.
  private func note(_ written: Replica, _ ordinal: Int64) {
    replica.withLock { $0 = written }
    seat?.note(ReplicaMark(replica: written.id, ordinal: ordinal))
  }

  /// One transaction, begun and committed with statements that are kept: GRDB reads its own anew
  /// each time.
  ///
  /// By itself for what is no part of the change log; everything else goes through `act`. The files are
  /// looked at before and after: what cannot be vouched for is a fault, whatever SQLite says.
  ///
  /// - Parameter isPatient: otherwise it fails at once where somebody else is writing.
  func write<Value>(
    waiting isPatient: Bool = true, _ body: (Database) throws -> Value
  ) throws -> Value {
    guard !isReadOnly else { throw unwritable }
    do {
      return try guardingAgainstLoss {
        try queue.writeWithoutTransaction { db in
          let (value, before) = try transaction(db, waiting: isPatient, body)
          try vouchAfterwards(db, before)
          vouching.confirmLast()
          return value
        }
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  private func transaction<Value>(
    _ db: Database, waiting isPatient: Bool, _ body: (Database) throws -> Value
  ) throws -> (Value, Vouched?) {
    try (isPatient ? db.begin() : db.beginAtOnce())
    do {
      let before = try vouch(db)
      if let (look, generation) = before, look.isMoved {
        try Generation.write(Generation.next(after: generation), db)
      }
      let value = try body(db)
      try Prepared("COMMIT", in: db).run([])
      return (value, before)
    } catch {
      // Some faults, such as a full disk, have ended the transaction already.
      if db.isInsideTransaction { try? Prepared("ROLLBACK", in: db).run([]) }
      throw error
    }
  }

  /// What anybody is told who wants to change what can only be looked at.
  var unwritable: StoreFault {
    hasNoRoom ? .diskFull(path: path) : .unwritable(path)
  }

  /// The clock is told in SQL, so that reading the last act and writing this one is one statement.
  ///
  /// - Returns: the act's number, the last entry of the log before it, and its ordinal in this replica.
  private func open(
    _ kind: Act.Kind, target: Int64?, with writer: ActWriter
  ) throws -> (sequence: Int64, last: Int64, ordinal: Int64) {
    let id: Identifier<Act> = writer.identifier()
    let opened = try next(of: writer)
    // What is next is asked for first: an INSERT that selects from its own table and returns what it wrote
    // makes two temporary tables, which took a third of a check-in.
    try writer.run(
      """
      INSERT INTO act (sequence, id, clock, station, operator, kind, target, summary, replica, ordinal)
      VALUES (?, ?, ?, ?, ?, ?, ?, '{}', ?, ?)
      """,
      [
        opened.sequence, id.description, opened.clock, context.station, context.operatorName,
        kind.rawValue, target, writer.replica.number, opened.ordinal,
      ])
    vouching.noteNext(opened.sequence, id.description)
    return (opened.sequence, opened.last, opened.ordinal)
  }

  /// What the next act is numbered, its clock, and the last entry of the log before it; within the transaction
  /// that writes it, so nobody else takes the same.
  private func next(
    of writer: ActWriter
  ) throws -> (sequence: Int64, clock: Int64, ordinal: Int64, last: Int64) {
    let last = try Change.last(in: writer.db)
    let newest = try Prepared(
      "SELECT sequence, clock, replica, ordinal FROM act ORDER BY sequence DESC LIMIT 1",
      in: writer.db
    ).first([]) { row in
      (
        sequence: row.number(0) ?? 0, clock: row.number(1) ?? 0, replica: row.number(2),
        ordinal: row.number(3) ?? 0
      )
    }
    guard let newest else { return (1, HybridClock.next(after: 0, now: writer.now), 1, last) }
    // The newest is the replica's own, but while a merge is begun.
    let ordinal =
      newest.replica == writer.replica.number
      ? newest.ordinal : try Replica.lastOrdinal(of: writer.replica.number, in: writer.db)
    return (
      newest.sequence + 1, HybridClock.next(after: newest.clock, now: writer.now), ordinal + 1, last
    )
  }
}

/// A hybrid logical clock: milliseconds since 1970 above sixteen bits of counter.
///
/// It never runs backwards, even where the laptop's clock does, and orders acts of files made apart
/// as well as their clocks allow. Source: Kulkarni et al., "Logical Physical Clocks" (2014).
enum HybridClock {
  static func next(after last: Int64, now: Timestamp) -> Int64 { max(last + 1, reading(of: now)) }

  /// What it shows where it is not ahead of the laptop's clock.
  static func reading(of now: Timestamp) -> Int64 { now.milliseconds << 16 }

  static func time(of clock: Int64) -> Timestamp { Timestamp(milliseconds: clock >> 16) }
}

/// The entries of the change log.
///
/// Acts are written one after the other and nothing is ever taken out, so those of one act stand
/// together, without gaps: no index is needed to find them, and none is written at the door.
enum Change {
  static func last(in db: Database) throws -> Int64 {
    try Prepared("SELECT max(id) FROM change", in: db).first([]) { $0.number(0) } ?? 0
  }

  /// The first entry of an act or of one after it; beyond the last where there is none.
  static func first(from act: Int64, in db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT act FROM change WHERE id = ?")
    var low: Int64 = 1
    var high = try last(in: db) + 1
    while low < high {
      let middle = (low + high) / 2
      guard let found = try Int64.fetchOne(statement, arguments: [middle]) else {
        throw UnreadableRow(description: "change \(middle) is missing")
      }
      if found < act { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
