import GRDB
public import Matchmaking

extension Store {
  /// Walks over the whole register in the order of the numbers, in one reading of the file.
  ///
  /// By the places of columns, not their names: a register of a hundred thousand took four times as
  /// long.
  ///
  /// - Parameter body: must not ask the store for anything meanwhile.
  public func eachMember(_ body: (Member) throws -> Void) throws {
    let today = context.today
    try read { db in
      let all = "erased_on IS NULL ORDER BY length(number), number"
      try Member.each(all, [], on: today, in: db, body)
    }
  }

  /// A piece of the register, in the order of the numbers: the same walk with pauses.
  ///
  /// By where the last piece ended and not by how many there were, which would be counted anew for
  /// each; whoever comes or goes meanwhile moves nobody into another piece.
  ///
  /// - Parameter number: of the last member of the piece before; nil for the first.
  public func members(after number: String?, limit: Int) throws -> [Member] {
    let today = context.today
    return try read { db in
      let rest = "length(number) >= ?1 AND (length(number) > ?1 OR number > ?2)"
      let condition =
        "erased_on IS NULL AND " + rest + " ORDER BY length(number), number LIMIT ?3"
      var members: [Member] = []
      try Member.each(
        condition, [number.map { $0.unicodeScalars.count } ?? 0, number ?? "", limit], on: today,
        in: db
      ) { members.append($0) }
      return members
    }
  }
}

extension Store {
  /// The members of these rows, in their order; those that are gone are left out.
  ///
  /// - Parameter fields: the only ones that are wanted of each, besides key, number and standing: of thirty
  ///   columns a list shows a few. Nil for all.
  public func members(ofRows rows: [Int64], only fields: [MemberField]? = nil) throws -> [Member] {
    try read { db in
      guard let fields else { return try Member.all(rows, on: context.today, in: db) }
      return try Member.all(rows, only: Set(fields), on: context.today, in: db)
    }
  }
}

extension Member {
  private static let ownColumns =
    ["id", "number", "name", "sex", "birth", "phone", "height", "verification", "verified_until"]
    + ["status", "extras", "by_hand"]
  private static let selection =
    "SELECT " + (ownColumns + MemberText.allCases.map(\.column)).joined(separator: ", ")
    + ", rowid FROM member WHERE "

  /// Those who meet a condition, one after the other, as they stand on a day.
  static func each(
    _ condition: String, _ arguments: [(any StatementBinding)?], on day: Day, in db: Database,
    _ body: (Member) throws -> Void
  ) throws {
    try Prepared(selection + condition, in: db).each(arguments) { row in
      try body(Member(row, on: day))
      return true
    }
  }

  /// Those of some rows as they were decided on, in the order of the rows.
  static func stored(_ rows: ClosedRange<Int64>, in db: Database) throws -> [StoredMember] {
    let statement = try Prepared(
      selection + "rowid BETWEEN ? AND ? AND erased_on IS NULL ORDER BY rowid", in: db)
    let number = ownColumns.count + MemberText.allCases.count
    return try statement.all([rows.lowerBound, rows.upperBound]) { row in
      StoredMember(
        row: row.number(number) ?? 0, member: try Member(row, on: nil),
        verifiedUntil: Day(row.text(8)))
    }
  }

  /// Those of some rows of the file as they stand on a day, whatever order the rows are in.
  static func all(_ rows: [Int64], on day: Day, in db: Database) throws -> [Member] {
    try all("rowid", rows, on: day, in: db)
  }

  /// The same, of each no more than some fields.
  static func all(
    _ rows: [Int64], only fields: Set<MemberField>, on day: Day, in db: Database
  ) throws -> [Member] {
    let texts = MemberText.allCases.filter { fields.contains(.text($0)) }
    let hasExtras = fields.contains { if case .extra = $0 { true } else { false } }
    let columns =
      Array(ownColumns.dropLast(2)) + [hasExtras ? "extras" : "NULL", "NULL"] + texts.map(\.column)
    let statement = try Prepared(
      "SELECT " + columns.joined(separator: ", ")
        + " FROM member WHERE rowid = ? AND erased_on IS NULL", in: db)
    return try rows.compactMap { row in
      try statement.first([row]) { try Member($0, texts, on: day) }
    }
  }

  /// Those of some keys, in their order; those that are gone are left out.
  static func all(_ ids: [MemberID], on day: Day, in db: Database) throws -> [Member] {
    try all("id", ids.map(\.description), on: day, in: db)
  }

  private static func all(
    _ column: String, _ values: [some StatementBinding], on day: Day, in db: Database
  ) throws -> [Member] {
    let statement = try Prepared(selection + "\(column) = ? AND erased_on IS NULL", in: db)
    return try values.compactMap { value in
      try statement.first([value]) { try Member($0, on: day) }
    }
  }

  /// - Parameters:
  ///   - row: in the order of `selection`.
  ///   - kinds: which texts stand in it.
  ///   - day: nil for the verification as it was decided.
  private init(
    _ row: Columns, _ kinds: [MemberText] = MemberText.allCases, on day: Day?
  ) throws {
    guard let id = MemberID(row.text(0)), var verification = Verification(rawValue: row.text(7)),
      let status = MemberStatus(rawValue: row.text(9))
    else { throw UnreadableRow(description: "member \(row.text(1))") }
    if let day { verification = verification.standing(until: Day(row.text(8)), on: day) }
    var texts: [MemberText: String] = [:]
    // A few; of all kinds most are left out.
    if kinds.count < 8 { texts.reserveCapacity(kinds.count) }
    for (place, kind) in kinds.enumerated() {
      let text = row.text(Member.ownColumns.count + place)
      if !text.isEmpty { texts[kind] = text }
    }
    let extras = row.text(10)
    let byHand = row.text(11)
    self.init(
      id: id, number: row.text(1), name: row.text(2), sex: Sex(rawValue: row.text(3)),
      birth: BirthDate(row.text(4)), phone: PhoneNumber(row.text(5)), height: row.int(6),
      verification: verification, status: status, texts: texts,
      extras: extras.isEmpty ? [:] : Member.extras(extras),
      byHand: byHand.isEmpty ? [] : Member.byHand(byHand))
  }
}
