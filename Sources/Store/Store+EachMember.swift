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
    let today = surroundings.today
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
    let today = surroundings.today
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

extension Member {
  private static let ownColumns =
    ["id", "number", "name", "sex", "birth", "phone", "height", "verification", "verified_until"]
    + ["status", "extras", "by_hand"]
  private static let selection =
    "SELECT " + (ownColumns + MemberText.allCases.map(\.column)).joined(separator: ", ")
    + " FROM member WHERE "

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

  /// - Parameter row: in the order of `selection`.
  private init(_ row: Columns, on day: Day) throws {
    guard let id = MemberID(row.text(0)), var verification = Verification(rawValue: row.text(7)),
      let status = MemberStatus(rawValue: row.text(9))
    else { throw UnreadableRow(description: "member \(row.text(1))") }
    if verification == .verified, let until = Day(row.text(8)), until < day {
      verification = .expired
    }
    var texts: [MemberText: String] = [:]
    for (place, kind) in MemberText.allCases.enumerated() {
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
