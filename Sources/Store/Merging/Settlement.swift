import GRDB
import Matchmaking

/// Puts the tables as the acts of all files say, where the schema forbids what they say together.
///
/// Invariant: what the tables show follows from what the acts say of the rows (`raw`) alone, and not from the
/// order in which they came to be known. Where rows share what they may not, the rules of
/// `LoggedTable.uniqueness` decide; of what is not shown nothing is lost, it stands in `deviation`, and comes
/// back by itself when what it had to give way to is gone.
///
/// Only what changed is looked at, with all rows that share a key with it or refer to it.
struct Settlement {
  let db: Database
  /// What the acts say of rows whose story changed; nil inside is a row that is gone.
  private let fresh: [LoggedTable: [String: RowImage?]]
  private let erased: ErasedMembers
  /// How rows were that the tables show changed already; nil inside is one that was not there.
  private let formerly: [String: RowImage?]

  private var raws: [String: RowImage?] = [:]
  /// Which row stands for one, once its table is settled; nil inside is none.
  private var standsAfter: [String: String?] = [:]
  private var waiting: [LoggedTable: Set<String>] = [:]
  private var changes = RowChanges()
  var conflicts: [Conflict] = []
  /// Slips of one person that two typed; whether they differ is known once their lines are settled.
  var slips: [(first: String, other: String)] = []
  private var looked: [LoggedTable: Set<String>] = [:]

  init(
    _ fresh: [LoggedTable: [String: RowImage?]], formerly: [String: RowImage?] = [:],
    _ erased: ErasedMembers, in db: Database
  ) {
    self.db = db
    self.fresh = fresh
    self.formerly = formerly
    self.erased = erased
  }

  /// - Returns: whether anything of what the tables show changed.
  mutating func run() throws -> Bool {
    var isChanged = false
    for table in LoggedTable.settled {
      try settle(table)
      // Decisions are asked for while the others are settled.
      guard table == LoggedTable.decisions.last else { continue }
      isChanged = !changes.isEmpty
      try changes.apply(to: db)
      changes = RowChanges()
    }
    try changes.apply(to: db)
    try noteSlips()
    try Conflict.replace(of: looked, by: conflicts, in: db)
    return isChanged || !changes.isEmpty
  }

  // MARK: - One table

  private mutating func settle(_ table: LoggedTable) throws {
    var rows: [String: RowImage] = [:]
    var gone: Set<String> = []
    var open = Set((fresh[table] ?? [:]).keys).union(waiting[table] ?? [])
    if table == .member {
      let named = (fresh[.registration] ?? [:]).values.compactMap { $0?.text("member") }
      open.formUnion(named.filter { erased.day(of: $0) != nil })
    }
    while let id = open.popFirst() {
      guard rows[id] == nil, !gone.contains(id) else { continue }
      let before = try rawBefore(id, table)
      let now: RowImage? =
        if table == .member, let left = erased.remainder(of: id) {
          left
        } else if let story = fresh[table]?[id] { story } else { before }
      for image in [before, now, formerly[id] ?? nil] {
        guard let image else { continue }
        for key in try keys(of: mapped(image, table).image, table) {
          open.formUnion(try sharers(of: key, table))
        }
      }
      if let now { rows[id] = now } else { gone.insert(id) }
      if table == .member, now == nil { open.formUnion(try merged(into: id)) }
    }
    looked[table] = Set(rows.keys).union(gone)
    waitForDecided(table, rows, gone)
    let shown = try show(rows, of: table)
    for id in gone { try put(id, table, raw: nil, shown: nil, stands: nil) }
    for (id, raw) in rows.sorted(by: { $0.key < $1.key }) {
      let place = shown[id] ?? Shown(image: nil, stands: nil)
      let isForGood = table == .member && place.image == nil && erased.day(of: id) != nil
      try put(
        id, table, raw: isForGood ? nil : raw, shown: place.image, stands: place.stands)
    }
  }

  /// What a decision is about: a slip that somebody dropped, members who are one.
  private mutating func waitForDecided(
    _ table: LoggedTable, _ rows: [String: RowImage], _ gone: Set<String>
  ) {
    guard LoggedTable.decisions.contains(table) else { return }
    for image in Array(rows.values) + rows.keys.compactMap({ raws[$0] ?? nil })
      + gone.compactMap({ raws[$0] ?? nil })
    {
      if let slip = image.text("dropped") { waiting[.ballot, default: []].insert(slip) }
      for column in ["one", "other"] {
        if let member = image.text(column) { waiting[.member, default: []].insert(member) }
      }
    }
  }

  private struct Shown {
    var image: RowImage?
    var stands: String?
  }

  /// What is shown of rows that may share keys, and who stands for those that are not.
  private mutating func show(
    _ rows: [String: RowImage], of table: LoggedTable
  ) throws -> [String: Shown] {
    var shown: [String: Shown] = [:]
    for (id, raw) in rows {
      let (image, isWhole) = try mapped(raw, table)
      guard isWhole, try isWanted(id, raw, table) else { continue }
      shown[id] = Shown(image: image, stands: id)
    }
    for (columns, sharing) in table.uniqueness {
      var groups: [UniqueKey: [String]] = [:]
      for (id, place) in shown {
        guard let image = place.image, let key = UniqueKey(table, columns, of: image) else {
          continue
        }
        groups[key, default: []].append(id)
      }
      // Looked up once: two rosters without numbers share a number as often as they have people.
      var taken: Set<String> = []
      if case .numbered(let column) = sharing {
        taken = Set(shown.values.compactMap { $0.image?.text(column) })
      }
      for (_, ids) in groups.sorted(by: { $0.key < $1.key }) where ids.count > 1 {
        let images = ids.compactMap { id in (shown[id]?.image).map { (id, $0) } }
        let ranked = Ranking(table, columns).sort(
          ids, Dictionary(images, uniquingKeysWith: { first, _ in first }))
        try share(ranked, table, sharing, &shown, &taken)
      }
    }
    return shown
  }

  private mutating func share(
    _ ranked: [String], _ table: LoggedTable, _ sharing: LoggedTable.Sharing,
    _ shown: inout [String: Shown], _ taken: inout Set<String>
  ) throws {
    guard let first = ranked.first else { return }
    for id in ranked.dropFirst() {
      guard let image = shown[id]?.image else { continue }
      switch sharing {
      case .standsForAll:
        shown[id] = Shown(image: nil, stands: table == .pick ? nil : first)
        note(id, first, table, column: nil, image)
      case .emptied(let column):
        note(id, first, table, column: column, image)
        shown[id]?.image?[column] = .null
      case .numbered(let column):
        let name = image.text(column) ?? ""
        let free = try freeName(after: name, column, table, taken)
        taken.insert(free)
        shown[id]?.image?[column] = free.databaseValue
        note(id, first, table, column: column, image, theirs: free, other: shown[first]?.image)
      }
    }
  }

  private func freeName(
    after name: String, _ column: String, _ table: LoggedTable, _ taken: Set<String>
  ) throws -> String {
    for number in 2... {
      let candidate = name + LoggedTable.suffix + String(number)
      guard !taken.contains(candidate) else { continue }
      let holder = try Prepared(
        "SELECT id FROM \(table.rawValue) WHERE \(column) = ?", in: db
      ).first([candidate]) { $0.text(0) }
      // Whoever is looked at now has another name afterwards, or is among the others.
      if holder.map({ looked[table]?.contains($0) ?? false }) ?? true { return candidate }
    }
    return name
  }

  // MARK: - Rows

  /// As it is known in this file before anything is changed.
  private mutating func rawBefore(_ id: String, _ table: LoggedTable) throws -> RowImage? {
    if let known = raws[id] { return known }
    let found = try RowImage.raw(id, of: table, in: db)
    raws[id] = .some(found)
    return found
  }

  /// The same row with the keys of those that stand for whom it refers to.
  ///
  /// - Returns: and whether there is somebody for each.
  private mutating func mapped(
    _ raw: RowImage, _ table: LoggedTable
  ) throws -> (image: RowImage, isWhole: Bool) {
    var image = raw
    for (column, other) in table.references {
      guard let id = raw.text(column) else { continue }
      guard let standing = try stands(id, other) else { return (image, false) }
      if column == table.whole, standing != id { return (image, false) }
      image[column] = standing.databaseValue
    }
    return (image, true)
  }

  /// Who stands for a row; for a member who was entered twice, the one that was kept.
  private func stands(_ id: String, _ table: LoggedTable) throws -> String? {
    var id = id
    // As long a chain as anybody makes; a circle ends, too.
    for _ in 0..<100 {
      let found = if let known = standsAfter[id] { known } else { try standsBefore(id, table) }
      if let found { return found }
      guard table == .member, let kept = try mergedInto(id) else { return nil }
      id = kept
    }
    return nil
  }

  private func standsBefore(_ id: String, _ table: LoggedTable) throws -> String? {
    let deviating = try Prepared("SELECT stands FROM deviation WHERE row = ?", in: db)
      .first([id]) { $0.text(0) }
    if let deviating { return deviating.isEmpty ? nil : deviating }
    return try Prepared("SELECT id FROM \(table.rawValue) WHERE id = ?", in: db).first([id]) {
      $0.text(0)
    }
  }

  /// Whom somebody became who was entered twice.
  private func mergedInto(_ id: String) throws -> String? {
    try Prepared(
      """
      SELECT merged_into FROM duplicate_decision
      WHERE (one = ?1 OR other = ?1) AND merged_into IS NOT NULL AND merged_into <> ?1
      ORDER BY id DESC LIMIT 1
      """, in: db
    ).first([id]) { $0.text(0) }
  }

  /// Who became somebody.
  private func merged(into id: String) throws -> [String] {
    try Prepared(
      "SELECT iif(one = ?1, other, one) FROM duplicate_decision WHERE merged_into = ?1", in: db
    ).all([id]) { $0.text(0) }
  }

  /// Whether a row is shown at all that nothing stands against.
  private func isWanted(_ id: String, _ raw: RowImage, _ table: LoggedTable) throws -> Bool {
    switch table {
    case .member:
      // Of somebody erased a key stays, where an event counts it.
      guard erased.day(of: id) != nil else { return true }
      if fresh[.registration]?.values.contains(where: { $0?.text("member") == id }) ?? false {
        return true
      }
      return try Prepared("SELECT 1 FROM registration WHERE member = ?", in: db)
        .first([id]) { _ in true } ?? false
    case .verification, .consent, .memberAlias:
      return raw.text("member").map { erased.day(of: $0) == nil } ?? true
    case .ballot:
      return try Prepared("SELECT 1 FROM conflict_decision WHERE dropped = ?", in: db)
        .first([id]) { _ in true } == nil
    case .event, .registration, .pick, .refusal, .duplicateDecision, .savedFilter, .columnMapping,
      .conflictDecision, .segment, .seatingPlan, .seatingRound, .forbiddenPair, .absence,
      .pickingRound, .announcement, .outcome, .picksPurge,
      .couple, .coupleStep, .threadDraw, .heartsQuestion, .heartsAnswer:
      return true
    }
  }

  private func keys(of image: RowImage, _ table: LoggedTable) -> [UniqueKey] {
    table.uniqueness.compactMap { UniqueKey(table, $0.columns, of: image) }
  }

  /// Rows that have a key, shown or not.
  private func sharers(of key: UniqueKey, _ table: LoggedTable) throws -> [String] {
    let terms = key.columns.map { "\($0) = ?" }.joined(separator: " AND ")
    return try String.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM \(table.rawValue) WHERE \(terms)"),
      arguments: StatementArguments(key.values))
      + String.fetchAll(
        db.cachedStatement(sql: "SELECT row FROM deviation_link WHERE target = ?"),
        arguments: [key.text])
  }

  private mutating func put(
    _ id: String, _ table: LoggedTable, raw: RowImage?, shown: RowImage?, stands: String?
  ) throws {
    let before = try RowImage.shown(id, of: table, in: db)
    let stoodBefore = try formerly[id].map { $0 == nil ? nil : id } ?? standsBefore(id, table)
    standsAfter[id] = .some(stands)
    changes.note(id, table, from: before, to: shown)
    let mapped = try raw.map { try self.mapped($0, table).image }
    try Deviation(id, table, raw: raw, mapped: mapped, shown: shown, stands: stands).write(db)
    // Who is gone may have become another member than before.
    guard stoodBefore != stands || table == .member && raw == nil else { return }
    for (other, column) in table.referring {
      let direct = try String.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM \(other.rawValue) WHERE \(column) = ?"),
        arguments: [id])
      let linked = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT l.row FROM deviation_link l JOIN deviation d ON d.row = l.row
            WHERE l.target = ? AND d."table" = ?
            """), arguments: [id, other.rawValue]
      ).map { try $0.needed("row") as String }
      waiting[other, default: []].formUnion(direct + linked)
    }
  }
}

extension LoggedTable {
  /// Columns of other tables that hold keys of this one.
  var referring: [(table: LoggedTable, column: String)] {
    LoggedTable.allCases.flatMap { table in
      table.references.filter { $0.table == self }.map { (table, $0.column) }
    }
  }
}
