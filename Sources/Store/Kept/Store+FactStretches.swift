import Foundation
import GRDB
import Matchmaking

/// What is kept of a stretch of members, lent while it is looked at.
public struct KeptFacts {
  /// The row the stretch begins with.
  public let first: Int64
  public let figures: UnsafeRawBufferPointer
  /// Nil where nobody asked for them.
  public let words: UnsafeRawBufferPointer?
}

/// Facts that were made while reading, and the register they were made from.
public struct FreshFacts: Sendable {
  fileprivate var stretches: [(number: Int64, last: Int64, facts: FactStretch)] = []
  fileprivate var state: RegisterState?

  public init() {}
  public var isEmpty: Bool { stretches.isEmpty }
}

extension Store {
  /// How much room the facts of everybody need at most.
  public func registerRoom() throws -> Int { try read { try StretchWalk.room(in: $0) } }

  /// Takes one stretch of the register's facts, as it is kept or made anew.
  ///
  /// - Parameters:
  ///   - start: where to go on; 0 to begin.
  ///   - words: whether words are asked for besides figures.
  ///   - fresh: what had to be made is added to it.
  ///   - kept: takes the facts; false where they cannot be read, and they are made anew.
  /// - Returns: where the next stretch begins; nil at the end.
  public func nextFacts(
    from start: Int64, words: Bool, fresh: inout FreshFacts, _ kept: (KeptFacts) throws -> Bool
  ) throws -> Int64? {
    try read { db in
      if fresh.state == nil { fresh.state = try RegisterState(db) }
      return try Self.nextFacts(from: start, words, &fresh, in: db, kept)
    }
  }

  /// The same for all of the register, in one reading of the file.
  public func eachFacts(
    words: Bool, _ kept: (KeptFacts) throws -> Bool
  ) throws -> FreshFacts {
    try read { db in
      var fresh = FreshFacts()
      fresh.state = try RegisterState(db)
      var start: Int64? = 0
      while let next = start {
        start = try Self.nextFacts(from: next, words, &fresh, in: db, kept)
      }
      return fresh
    }
  }

  private static func nextFacts(
    from start: Int64, _ words: Bool, _ fresh: inout FreshFacts, in db: Database,
    _ kept: (KeptFacts) throws -> Bool
  ) throws -> Int64? {
    guard let stretch = try StretchWalk(db).next(from: start) else { return nil }
    let stored = try Prepared(
      "SELECT figures\(words ? ", words" : "") FROM fact_stretch "
        + "WHERE number = ? AND last = ? AND form = ?", in: db)
    let key = [stretch.number, stretch.rows.upperBound, Int64(FactStretch.version)]
    let isKept = try stored.first(key) { row in
      try kept(
        KeptFacts(
          first: stretch.first, figures: row.bytes(0), words: words ? row.bytes(1) : nil))
    }
    if isKept == true { return stretch.end }
    var memory = FactMemory(readsTexts: false)
    let made = FactStretch(
      try Member.stored(stretch.rows, in: db), first: stretch.first, memory: &memory)
    // What is kept is what is used, so both are the same whoever asks first.
    _ = try made.figures.withUnsafeBytes { figures in
      try made.words.withUnsafeBytes {
        try kept(KeptFacts(first: stretch.first, figures: figures, words: words ? $0 : nil))
      }
    }
    fresh.stretches.append((stretch.number, stretch.rows.upperBound, made))
    return stretch.end
  }

  /// Keeps what was made, unless a member was changed since: then the next who asks keeps it.
  ///
  /// No act: it follows from the register, whoever writes it. Nobody is waited for.
  public func keep(_ fresh: FreshFacts) throws {
    guard !isReadOnly, !fresh.isEmpty, let state = fresh.state else { return }
    try write(waiting: false) { db in
      guard try state.stands(in: db) else { return }
      let keeping = try Prepared(
        """
        INSERT OR REPLACE INTO fact_stretch (number, last, form, figures, words)
        VALUES (?, ?, ?, ?, ?)
        """, in: db)
      for (number, last, facts) in fresh.stretches {
        try keeping.run([
          number, last, FactStretch.version, Data(facts.figures), Data(facts.words),
        ])
      }
    }
  }
}
