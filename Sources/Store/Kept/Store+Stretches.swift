import Foundation
import GRDB
import Matchmaking

/// A stretch of the register as the search wants it kept: what it is made of stands in `member`.
public struct RegisterStretch: Sendable {
  fileprivate let number: Int64
  fileprivate let last: Int64
  fileprivate let bytes: [UInt8]
}

/// What was made while reading, and the state of the log it was made from.
public struct FreshStretches: Sendable {
  public fileprivate(set) var stretches: [RegisterStretch] = []
  fileprivate let state: RegisterState
  fileprivate let form: Int

  public var isEmpty: Bool { stretches.isEmpty }
}

extension Store {
  /// Walks over the register in stretches of members whose rows stand together.
  ///
  /// New members come behind all others, so a stretch whose last row is still the last is complete;
  /// a stretch in which something changed was thrown away by the trigger that saw the change.
  ///
  /// - Parameters:
  ///   - form: the version of what is kept; of another version nothing is taken.
  ///   - expecting: told first how many members there can be, to make room once.
  ///   - kept: takes what was kept; false where it cannot be read, and it is made anew.
  ///   - made: makes what is to be kept.
  /// - Returns: the stretches that were made, for `keep`.
  public func eachStretch(
    form: Int, expecting: (Int) -> Void, kept: (UnsafeRawBufferPointer) throws -> Bool,
    made: ([MemberKey]) throws -> [UInt8]
  ) throws -> FreshStretches {
    try read { db in
      var fresh = FreshStretches(state: try RegisterState(db), form: form)
      expecting(try StretchWalk.room(in: db))
      let walk = try StretchWalk(db)
      let stored = try Prepared(
        "SELECT bytes FROM search_stretch WHERE number = ? AND last = ? AND form = ?", in: db)
      var start: Int64 = 0
      while let stretch = try walk.next(from: start) {
        start = stretch.end
        let key = [stretch.number, stretch.rows.upperBound, Int64(form)]
        let isKept = try stored.first(key) { try kept($0.bytes(0)) }
        if isKept == true { continue }
        let bytes = try made(MemberKey.all(in: stretch.rows, db))
        fresh.stretches.append(
          RegisterStretch(number: stretch.number, last: stretch.rows.upperBound, bytes: bytes))
      }
      return fresh
    }
  }

  /// Keeps what was made, unless something has changed since: then the next who searches keeps it.
  ///
  /// No act: it follows from the register, whoever writes it. Whoever asked has the answer already, so
  /// nobody is waited for.
  public func keep(_ fresh: FreshStretches) throws {
    guard !isReadOnly, !fresh.isEmpty else { return }
    try write(waiting: false) { db in
      guard try fresh.state.stands(in: db) else { return }
      let keeping = try Prepared(
        "INSERT OR REPLACE INTO search_stretch (number, last, form, bytes) VALUES (?, ?, ?, ?)",
        in: db)
      for stretch in fresh.stretches {
        try keeping.run([stretch.number, stretch.last, fresh.form, Data(stretch.bytes)])
      }
    }
  }
}

/// The register's rows, in stretches that stand together in the file.
struct StretchWalk {
  struct Stretch {
    let number: Int64
    /// From the first row that is there to the last.
    let rows: ClosedRange<Int64>
    /// Where the stretch begins, and the next one.
    var first: Int64 { number << Schema.stretchBits }
    var end: Int64 { (number + 1) << Schema.stretchBits }
  }

  private let next: Prepared
  private let last: Prepared

  init(_ db: Database) throws {
    next = try Prepared("SELECT min(rowid) FROM member WHERE rowid >= ?", in: db)
    last = try Prepared("SELECT max(rowid) FROM member WHERE rowid < ?", in: db)
  }

  func next(from start: Int64) throws -> Stretch? {
    guard let first = try next.first([start], { $0.number(0) }) else { return nil }
    let number = first >> Schema.stretchBits
    let end = try last.first([(number + 1) << Schema.stretchBits]) { $0.number(0) } ?? first
    return Stretch(number: number, rows: first...max(first, end))
  }

  /// No fewer than there are members, to make room once; nobody makes room for the row that a doctored
  /// file says is the last.
  static func room(in db: Database) throws -> Int {
    let last = try Prepared("SELECT max(rowid) FROM member", in: db).first([]) { $0.number(0) }
    return Int(min(last ?? 0, 1 << 20))
  }
}

extension Database {
  /// Throws away all that is kept of the register; who asks next makes it anew.
  func forgetStretches() throws {
    try execute(sql: "DELETE FROM search_stretch; DELETE FROM fact_stretch")
  }
}

/// What the register was when something was made of it.
struct RegisterState: Sendable {
  private let change: Int64
  /// VACUUM numbers rows anew and leaves no entry; it counts as a change of the schema.
  private let schema: Int64

  init(_ db: Database) throws {
    change = try Change.last(in: db)
    schema = try Int64.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
  }

  /// Whether no member was changed since; check-ins and slips may have been.
  func stands(in db: Database) throws -> Bool {
    let now = try RegisterState(db)
    guard now.schema == schema, now.change >= change else { return false }
    let touched = try Prepared(
      "SELECT 1 FROM change WHERE id > ? AND \"table\" = 'member' LIMIT 1", in: db)
    return try touched.first([change]) { $0.number(0) } == nil
  }
}

extension MemberKey {
  fileprivate static func all(in rows: ClosedRange<Int64>, _ db: Database) throws -> [MemberKey] {
    let keys = try Prepared(
      """
      SELECT id, number, name, substr(phone, -4) FROM member
      WHERE rowid BETWEEN ? AND ? AND erased_on IS NULL
      ORDER BY rowid
      """, in: db)
    return try keys.all([rows.lowerBound, rows.upperBound]) { columns in
      guard let id = MemberID(columns.text(0)) else {
        throw UnreadableRow(description: "id: no key")
      }
      return MemberKey(
        id: id, number: columns.text(1), name: columns.text(2), lastFour: columns.text(3))
    }
  }
}
