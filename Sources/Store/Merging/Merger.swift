import GRDB
import Matchmaking

/// Takes the acts of a bundle into the log, and then puts the rows they tell of as all acts say.
struct Merger {
  private let db: Database
  private let replica: Replica
  private let context: StoreContext
  private let isRehearsing: Bool
  /// The newest act and entry before the merge.
  private let lastAct: Int64
  private let lastChange: Int64

  private(set) var acts = 0
  private(set) var rows = 0
  private var newest: Int64 = 0
  private var touched: [LoggedTable: Set<String>] = [:]
  private var replicas: [Identifier<Replica>: Int64] = [:]
  private var known: [ToldAct.Name: KnownAct] = [:]
  /// Up to which ordinal acts of each replica were known before.
  private var lastKnown: [Identifier<Replica>: Int64] = [:]
  /// Acts that were known and are taken in again.
  private var recalled: [Int64] = []
  private var open: (sequence: Int64, first: Int64)?
  private var isPassing = false
  private var erasedNow: [String: String] = [:]
  private var erased: ErasedMembers
  private var rowsOfErased: Set<String> = []
  private var isAboutErased = false
  /// Whether slips of an archived event went out of the file, known here or come too late.
  private(set) var hasPurged = false

  init(
    into db: Database, _ replica: Replica, _ context: StoreContext, rehearsing isRehearsing: Bool
  ) throws {
    self.db = db
    self.isRehearsing = isRehearsing
    self.replica = replica
    self.context = context
    lastAct = try BackupRank.last(in: db).sequence
    lastChange = try Change.last(in: db)
    erased = try ErasedMembers(in: db)
    try Prepared("SELECT number, id FROM replica", in: db).each([]) { found in
      if let id = Identifier<Replica>(found.text(1)) { replicas[id] = found.number(0) }
      return true
    }
    try readKnown()
  }

  /// All at once: the log has no index for it, none being written at the door.
  private mutating func readKnown() throws {
    let ids = Dictionary(uniqueKeysWithValues: replicas.map { ($0.value, $0.key) })
    try Prepared("SELECT replica, ordinal, id, sequence, aside FROM act", in: db).each([]) {
      found in
      guard let replica = ids[found.number(0) ?? 0], let ordinal = found.number(1) else {
        return true
      }
      known[ToldAct.Name(replica: replica, ordinal: ordinal)] = KnownAct(
        id: Identifier<Act>(found.text(2)), sequence: found.number(3) ?? 0,
        isAside: found.number(4) == 1)
      lastKnown[replica] = max(lastKnown[replica] ?? 0, ordinal)
      return true
    }
  }

  private struct KnownAct {
    let id: Identifier<Act>?
    let sequence: Int64
    let isAside: Bool
  }

  // MARK: - The log

  mutating func take(_ reader: BundleReader) throws {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    var next = lastAct
    try reader.each { line in
      switch line {
      case .erased(let member, let day):
        if erased.day(of: member) == nil { erasedNow[member] = day }
      case .retired(let badge, let event, let registration):
        try retire(badge, event, registration)
      case .act(let act):
        try close()
        isPassing = try isKnown(act)
        if !isPassing {
          next += 1
          try begin(act, at: next)
        }
      case .row(let change): try add(change)
      case .end: break
      }
      // The rows of an act that is known are, too.
      return !isPassing || open != nil
    }
    try close()
  }

  /// A number that somebody wore belongs to its person; where two did apart, to the one who registered first.
  private func retire(_ badge: Badge, _ event: String, _ registration: String) throws {
    try Prepared(
      """
      INSERT INTO retired_badge VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET registration = min(registration, excluded.registration)
      """, in: db
    ).run([event, badge.pool.rawValue, badge.number, registration])
  }

  private mutating func isKnown(_ act: ToldAct) throws -> Bool {
    guard let found = known[act.name] else {
      // Acts come in their order, so what lies before a known one is another's of the same name.
      guard act.name.ordinal > lastKnown[act.name.replica] ?? 0 else {
        throw Refusal.bundle(.forked)
      }
      if act.name.replica == replica.id, !isRehearsing {
        throw Overtaken(replica: replica.id, ordinal: act.name.ordinal)
      }
      return false
    }
    guard found.id == act.id else { throw Refusal.bundle(.forked) }
    if found.isAside {
      recalled.append(found.sequence)
      acts += 1
    }
    return true
  }

  /// This file was put back unnoticed: it did things under its name that it does not know of, and so must not
  /// go on under it.
  struct Overtaken: Error {
    let replica: Identifier<Replica>
    let ordinal: Int64
  }

  private mutating func begin(_ act: ToldAct, at sequence: Int64) throws {
    let moment = HybridClock.time(of: act.clock)
    guard moment.milliseconds <= context.now().milliseconds + Store.mostAhead else {
      throw Refusal.bundle(.clockAhead(context.day(of: moment)))
    }
    newest = max(newest, act.clock)
    let replica = try number(of: act.name.replica)
    let target = try act.target.map { name -> Int64 in
      guard let found = known[name] else { throw Refusal.bundle(.contradictory) }
      return found.sequence
    }
    try Prepared(
      """
      INSERT INTO act (sequence, id, clock, station, operator, kind, target, summary, replica, ordinal)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: db
    ).run([
      sequence, act.id.description, act.clock, act.station, act.operatorName, act.kind.rawValue,
      target,
      act.summary.json, replica, act.name.ordinal,
    ])
    known[act.name] = KnownAct(id: act.id, sequence: sequence, isAside: false)
    lastKnown[act.name.replica] = act.name.ordinal
    open = (sequence, try Change.last(in: db))
    acts += 1
  }

  private mutating func number(of id: Identifier<Replica>) throws -> Int64 {
    if let number = replicas[id] { return number }
    let number = try Prepared(
      """
      INSERT INTO replica (number, id, is_own)
      SELECT max(number) + 1, ?, 0 FROM replica RETURNING number
      """, in: db
    ).first([id.description]) { $0.number(0) }
    guard let number else { throw UnreadableRow(description: "replica: none was made") }
    replicas[id] = number
    return number
  }

  private mutating func add(_ change: ToldChange) throws {
    guard let open else { throw Refusal.bundle(.altered) }
    var (before, after) = (change.before?.json, change.after?.json)
    if try tellsOfErased(change) { isAboutErased = true }
    if isOfErased(change) {
      before = before.map { _ in "{}" }
      after = after.map { _ in "{}" }
    }
    try Prepared(
      "INSERT INTO change (act, \"table\", row, before, after) VALUES (?, ?, ?, ?, ?)", in: db
    ).run([open.sequence, change.table.rawValue, change.row, before, after])
    touched[change.table, default: []].insert(change.row)
    rows += 1
  }

  /// Whether an act with this change may name somebody who was erased.
  private mutating func tellsOfErased(_ change: ToldChange) throws -> Bool {
    guard !erasedNow.isEmpty || !erased.isEmpty else { return false }
    var keys = [change.row]
    for column in ["member", "picker", "one", "other"] {
      keys += [change.before, change.after].compactMap { $0?.text(column) }
    }
    let isErased = try keys.contains { key in
      if erased.day(of: key) != nil || erasedNow[key] != nil || rowsOfErased.contains(key) {
        return true
      }
      guard change.table == .registration || change.table == .ballot else { return false }
      let member = try Prepared("SELECT member FROM registration WHERE id = ?", in: db).first([key])
      {
        $0.text(0)
      }
      return member.map { erased.day(of: $0) != nil || erasedNow[$0] != nil } ?? false
    }
    if isErased { rowsOfErased.insert(change.row) }
    return isErased
  }

  /// What was erased here is not taken in again.
  private func isOfErased(_ change: ToldChange) -> Bool {
    let isErased = { (id: String?) in
      guard let id else { return false }
      return erased.day(of: id) != nil || erasedNow[id] != nil
    }
    return switch change.table.erasing {
    case .member: isErased(change.row) && change.after?.values["erased_on"] == nil
    case .gone(let column):
      isErased(change.before?.text(column)) || isErased(change.after?.text(column))
    case .kept, .texts, .nothing: false
    }
  }

  private mutating func close() throws {
    guard let open else { return }
    try Prepared(
      "UPDATE act SET changes = ifnull((SELECT max(id) FROM change), 0) - ? WHERE sequence = ?",
      in: db
    ).run([open.first, open.sequence])
    if isAboutErased {
      try Prepared(
        """
        UPDATE act SET summary = json_set(summary, '$.name', ?1,
          '$.detail', iif(summary ->> '$.verb' = 'keep-apart', ?1, summary ->> '$.detail'))
        WHERE sequence = ?2 AND summary ->> '$.name' IS NOT NULL
        """, in: db
      ).run([Store.erasedName, open.sequence])
    }
    isAboutErased = false
    self.open = nil
  }

  // MARK: - The rows

  /// - Returns: how many conflicts more there are.
  mutating func finish(_ writer: ActWriter) throws -> Int {
    let sequence = try BackupRank.last(in: db).sequence
    let before = try Conflicts.count(in: db)
    for act in recalled {
      try writer.run("UPDATE act SET aside = 0, merged_by = ? WHERE sequence = ?", [sequence, act])
      try note(act)
    }
    try writer.run(
      "UPDATE act SET merged_by = ? WHERE sequence > ? AND sequence < ?",
      [sequence, lastAct, sequence])
    // The receive rule of the clock: what is done from now on comes after all that is known.
    try writer.run(
      "UPDATE act SET clock = max(clock, ?) WHERE sequence = ?", [newest + 1, sequence])
    let purged = try purged()
    // Their state follows from the purge.
    touched[.event, default: []].formUnion(purged.all)
    try InsertImages.keep(touched, before: lastChange + 1, in: db)
    try purge(purged, writer)
    let erasing = try Erasing(erasedNow, writer: writer)
    erased = try ErasedMembers(in: db)
    for id in erasedNow.keys { touched[.member, default: []].insert(id) }
    try writer.settle(try Stories(of: touched, erased, in: db).rows())
    try erasing.finish()
    if !erased.isEmpty { try writer.scrubKeptTexts(isLogged: false) }
    return max(0, try Conflicts.count(in: db) - before)
  }

  /// Archived events, where the bundle may tell of them or of slips.
  private func purged() throws -> PurgedPicks {
    let tables: Set<LoggedTable> = [.picksPurge, .ballot, .pick, .event]
    return touched.keys.contains(where: tables.contains) ? try PurgedPicks(in: db) : PurgedPicks([])
  }

  /// Slips of archived events go, whichever of the two was heard of first.
  private mutating func purge(_ purged: PurgedPicks, _ writer: ActWriter) throws {
    guard !purged.isEmpty else { return }
    let traces = try PickTraces(of: purged, in: db)
    hasPurged = try traces.scrub(writer)
    touched[.ballot, default: []].formUnion(traces.ballots)
    touched[.pick, default: []].formUnion(traces.picks)
  }

  private mutating func note(_ act: Int64) throws {
    let first = try Change.first(from: act, in: db)
    let end = try Change.first(from: act + 1, in: db)
    try Prepared("SELECT \"table\", row FROM change WHERE id >= ? AND id < ?", in: db)
      .each([first, end]) { found in
        if let table = LoggedTable(rawValue: found.text(0)) {
          touched[table, default: []].insert(found.text(1))
        }
        rows += 1
        return true
      }
  }

  /// What of a merge cannot be taken back: somebody was erased by it, or an event archived.
  static func wiping(_ merge: Int64, in db: Database) throws -> ActSummary.Verb? {
    let verbs = JSONText.list(Store.wipingVerbs.map(\.rawValue))
    return try Prepared(
      """
      SELECT summary ->> '$.verb' FROM act WHERE merged_by = ?
        AND summary ->> '$.verb' IN (SELECT value FROM json_each(?)) LIMIT 1
      """, in: db
    ).first([merge, verbs]) { ActSummary.Verb(rawValue: $0.text(0)) } ?? nil
  }
}
