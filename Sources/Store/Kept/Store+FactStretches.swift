import Foundation
import GRDB
public import Matchmaking

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
  ///   - parts: what is asked for, figures among them.
  ///   - fresh: what had to be made is added to it.
  /// - Returns: where the next stretch begins; nil at the end.
  public func nextFacts(
    from start: Int64, _ parts: Set<FactPart>, fresh: inout FreshFacts,
    _ take: (FactStretch) throws -> Void
  ) throws -> Int64? {
    try read { db in
      if fresh.state == nil { fresh.state = try RegisterState(db) }
      return try FactWalk(parts, db).next(from: start, &fresh, in: db, take)
    }
  }

  /// The same for all of the register, in one reading of the file.
  public func eachFacts(
    _ parts: Set<FactPart>, _ take: (FactStretch) throws -> Void
  ) throws -> FreshFacts {
    try read { db in
      var fresh = FreshFacts()
      fresh.state = try RegisterState(db)
      let walk = try FactWalk(parts, db)
      var start: Int64? = 0
      while let next = start { start = try walk.next(from: next, &fresh, in: db, take) }
      return fresh
    }
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
        INSERT OR REPLACE INTO fact_stretch (number, part, last, form, bytes)
        VALUES (?, ?, ?, ?, ?)
        """, in: db)
      for (number, last, facts) in fresh.stretches {
        for part in FactPart.all {
          guard let bytes = facts.parts[part] else { continue }
          try keeping.run([number, part.keptNumber, last, FactStretch.version, Data(bytes)])
        }
      }
    }
  }
}

/// Walks over the register by what is kept of some parts.
private struct FactWalk {
  private let parts: Set<FactPart>
  private let stretches: StretchWalk
  private let stored: Prepared

  init(_ parts: Set<FactPart>, _ db: Database) throws {
    self.parts = parts
    stretches = try StretchWalk(db)
    let wanted = parts.map(\.keptNumber).sorted().map(String.init).joined(separator: ", ")
    stored = try Prepared(
      """
      SELECT part, bytes FROM fact_stretch
      WHERE number = ? AND part IN (\(wanted)) AND last = ? AND form = ?
      """, in: db)
  }

  func next(
    from start: Int64, _ fresh: inout FreshFacts, in db: Database,
    _ take: (FactStretch) throws -> Void
  ) throws -> Int64? {
    guard let stretch = try stretches.next(from: start) else { return nil }
    let kept = try kept(stretch)
    if let whole = FactStretch(first: stretch.first, parts: kept), kept.count == parts.count {
      try take(whole)
      return stretch.end
    }
    var memory = FactMemory(readsTexts: false)
    let made = FactStretch(
      try Member.stored(stretch.rows, in: db), first: stretch.first, parts: missing(kept),
      memory: &memory)
    fresh.stretches.append((stretch.number, stretch.rows.upperBound, made))
    // What is kept is what is used, so both are the same whoever asks first.
    let both = kept.merging(made.parts) { _, made in made }
    guard let whole = FactStretch(first: stretch.first, parts: both) else {
      throw UnreadableRow(description: "fact_stretch \(stretch.number)")
    }
    try take(whole)
    return stretch.end
  }

  private func kept(_ stretch: StretchWalk.Stretch) throws -> [FactPart: [UInt8]] {
    var kept: [FactPart: [UInt8]] = [:]
    try stored.each([stretch.number, stretch.rows.upperBound, Int64(FactStretch.version)]) { row in
      if let part = row.int(0).flatMap({ FactPart(kept: $0) }) { kept[part] = Array(row.bytes(1)) }
      return true
    }
    return kept
  }

  /// What is to be made: hopes only for who asks for them, for reading them takes as long as all else; the
  /// rest at once, because the members have to be read for it.
  private func missing(_ kept: [FactPart: [UInt8]]) -> Set<FactPart> {
    let isWhole = FactStretch(first: 0, parts: kept) != nil
    if isWhole, parts.subtracting(kept.keys) == [.hopes] { return [.hopes] }
    return Set(FactPart.all).subtracting([.hopes]).union(parts.intersection([.hopes]))
  }
}
