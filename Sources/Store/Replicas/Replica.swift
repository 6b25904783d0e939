import GRDB
import Matchmaking

/// A copy of the register that is written to, by itself and under an identity of its own.
///
/// An act is known by its replica and its ordinal there, everywhere and for ever. So no two files may write as
/// one replica: a file that was copied, restored or put back becomes another replica with its first change
/// (`Whereabouts`).
///
/// Invariant: the newest act of a file is one of its own replica, for a merge ends with the act of the merge.
struct Replica: Hashable, Sendable {
  /// In this file alone.
  let number: Int64
  let id: Identifier<Replica>
  /// All that this laptop's file at this place has been: replicas that a restored backup succeeds, too.
  let lineage: Set<Identifier<Replica>>
  /// Whether it is the first of all replicas it knows of, or succeeds it at its place.
  let isFirst: Bool

  /// Whether something was made by this file, at this place: then its badge numbers begin with 1.
  func isHome(_ maker: String) -> Bool {
    Identifier(maker).map { lineage.contains($0) } ?? false
  }
}

extension Replica {
  /// The replica this file writes as, made where the file has none or is a copy.
  static func current(
    at whereabouts: Whereabouts?, mark: ReplicaMark?, context: StoreContext, in db: Database
  ) throws -> Replica {
    let noted = try Noted(in: db)
    if let noted, let replica = try noted.replica(in: db), whereabouts.map(noted.fits) ?? true,
      try !replica.isBehind(mark, in: db)
    {
      if let whereabouts, noted.whereabouts != whereabouts {
        try Noted(replica.number, whereabouts).write(db)
      }
      return replica
    }
    return try become(anew: whereabouts, after: noted?.whereabouts, context, db)
  }

  /// Whether acts of this replica were written at this place that the file has not.
  private func isBehind(_ mark: ReplicaMark?, in db: Database) throws -> Bool {
    guard let mark, mark.replica == id else { return false }
    return try mark.ordinal > Replica.lastOrdinal(of: number, in: db)
  }

  static func lastOrdinal(of number: Int64, in db: Database) throws -> Int64 {
    try Prepared("SELECT max(ordinal) FROM act WHERE replica = ?", in: db).first([number]) {
      $0.number(0)
    } ?? 0
  }

  private static func become(
    anew whereabouts: Whereabouts?, after before: Whereabouts?, _ context: StoreContext,
    _ db: Database
  ) throws -> Replica {
    // At another place, what the file was there is not what it is here.
    if let whereabouts, let before, !whereabouts.isSamePlace(as: before) {
      try Prepared("UPDATE replica SET is_own = 0", in: db).run([])
      // Nor does it go on with the badges it handed out there.
      try Prepared("UPDATE tally SET last_badge = 0", in: db).run([])
    }
    let id = Identifier<Replica>(
      milliseconds: context.now().milliseconds, random: (context.random(), context.random()))
    let number = try Prepared(
      """
      INSERT INTO replica (number, id, is_own)
      SELECT ifnull(max(number), 0) + 1, ?, 1 FROM replica RETURNING number
      """, in: db
    ).first([id.description]) { $0.number(0) }
    guard let number else { throw UnreadableRow(description: "replica: none was made") }
    try Noted(number, whereabouts).write(db)
    return try Replica(number, id, in: db)
  }

  fileprivate init(_ number: Int64, _ id: Identifier<Replica>, in db: Database) throws {
    self.number = number
    self.id = id
    let known = try Prepared("SELECT id, is_own FROM replica", in: db).all([]) {
      (id: Identifier<Replica>($0.text(0)), isOwn: $0.number(1) == 1)
    }
    let own = Set(known.filter(\.isOwn).compactMap(\.id))
    lineage = own
    // Keys begin with the time.
    isFirst = known.compactMap(\.id).min().map { own.contains($0) } ?? true
  }

  /// For a rehearsal: nothing is written, so nobody is written for.
  static func nobody(in db: Database) throws -> Replica {
    try Noted(in: db)?.replica(in: db) ?? Replica(0, Identifier(high: 0, low: 0), in: db)
  }
}

/// What the file itself says: which replica it is, and where it was when it was that.
struct Noted {
  let number: Int64
  /// Nil in memory.
  let whereabouts: Whereabouts?

  init(_ number: Int64, _ whereabouts: Whereabouts?) {
    self.number = number
    self.whereabouts = whereabouts
  }

  init?(in db: Database) throws {
    let text = try Prepared("SELECT value FROM meta WHERE key = 'replica'", in: db).first([]) {
      $0.text(0)
    }
    guard let parts = text?.split(separator: "\n", maxSplits: 1), let first = parts.first,
      let number = Int64(first)
    else { return nil }
    self.init(number, parts.count == 2 ? Whereabouts(stored: String(parts[1])) : nil)
  }

  func write(_ db: Database) throws {
    try Prepared("INSERT OR REPLACE INTO meta (key, value) VALUES ('replica', ?)", in: db).run([
      "\(number)\n\(whereabouts?.description ?? "")"
    ])
  }

  func replica(in db: Database) throws -> Replica? {
    let id = try Prepared("SELECT id FROM replica WHERE number = ?", in: db).first([number]) {
      Identifier<Replica>($0.text(0))
    }
    guard let id else { return nil }
    return try Replica(number, id, in: db)
  }

  func fits(_ found: Whereabouts) -> Bool { whereabouts?.isSameFile(as: found) ?? false }
}

/// Which copy of the file this is.
public struct ReplicaStatus: Hashable, Sendable {
  /// Nil where nothing was ever done in it.
  public let id: String?
  /// How many acts it did itself.
  public let acts: Int
  /// It was copied, restored or put back, and becomes another replica with its first change.
  public let isCopy: Bool
}

extension Store {
  public func replicaStatus() throws -> ReplicaStatus {
    try read { db in
      guard let noted = try Noted(in: db), let replica = try noted.replica(in: db) else {
        return ReplicaStatus(id: nil, acts: 0, isCopy: false)
      }
      let acts = try Replica.lastOrdinal(of: replica.number, in: db)
      let fits = isFile ? Whereabouts(at: real).map(noted.fits) ?? true : true
      let mark = seat?.replicaMark
      let isBehind = mark.map { $0.replica == replica.id && $0.ordinal > acts } ?? false
      return ReplicaStatus(
        id: replica.id.description, acts: Int(acts), isCopy: !fits || isBehind)
    }
  }
}
