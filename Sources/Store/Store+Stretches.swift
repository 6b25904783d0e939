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
  fileprivate let change: Int64
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
      var fresh = FreshStretches(change: try Change.last(in: db), form: form)
      let rows = try Prepared("SELECT max(rowid) FROM member", in: db).first([]) { $0.number(0) }
      // Nobody makes room for the row that a doctored file says is the last.
      expecting(Int(min(rows.flatMap(\.self) ?? 0, 1 << 20)))
      let next = try Prepared("SELECT min(rowid) FROM member WHERE rowid >= ?", in: db)
      let last = try Prepared("SELECT max(rowid) FROM member WHERE rowid < ?", in: db)
      let stored = try Prepared(
        "SELECT bytes FROM search_stretch WHERE number = ? AND last = ? AND form = ?", in: db)
      var start: Int64 = 0
      while let first = try next.first([start], { $0.number(0) }) {
        let number = first >> Schema.stretchBits
        start = (number + 1) << Schema.stretchBits
        let end = try last.first([start]) { $0.number(0) } ?? first
        let isKept = try stored.first([number, end, form]) { try kept($0.bytes(0)) }
        if isKept == true { continue }
        let bytes = try made(MemberKey.all(in: first...end, db))
        fresh.stretches.append(RegisterStretch(number: number, last: end, bytes: bytes))
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
      guard try Change.last(in: db) == fresh.change else { return }
      let keeping = try Prepared(
        "INSERT OR REPLACE INTO search_stretch (number, last, form, bytes) VALUES (?, ?, ?, ?)",
        in: db)
      for stretch in fresh.stretches {
        try keeping.run([stretch.number, stretch.last, fresh.form, Data(stretch.bytes)])
      }
    }
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
