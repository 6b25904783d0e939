import GRDB
public import Matchmaking

/// What the search index keeps of a member.
public struct MemberKey: Hashable, Sendable {
  public let id: MemberID
  public let number: String
  public let name: String
  public let lastFour: String
}

extension Store {
  /// Asked with every page of the list: SQLite counts a whole table from its pages alone, a part of it
  /// row by row, so those who were erased are taken off.
  public func memberCount() throws -> Int {
    try read { db in
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT (SELECT count(*) FROM member)
              - (SELECT count(*) FROM member WHERE erased_on IS NOT NULL)
            """)) ?? 0
    }
  }

  /// Some rows of the register, in the order of the numbers.
  public func members(_ rows: Range<Int>) throws -> [Member] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM member WHERE rowid IN (
            SELECT rowid FROM member WHERE erased_on IS NULL
            ORDER BY length(number), number LIMIT ? OFFSET ?)
          ORDER BY length(number), number
          """, arguments: [rows.count, rows.lowerBound]
      ).map { try Member($0, on: context.today) }
    }
  }

  /// The members of these keys, in their order; those that are gone are left out.
  public func members(_ ids: [MemberID]) throws -> [Member] {
    try read { db in try Member.all(ids, on: context.today, in: db) }
  }

  /// Walks over the whole register in the order of the numbers, for the search index.
  public func eachMemberKey(_ body: (MemberKey) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, number, name, phone FROM member WHERE erased_on IS NULL
          ORDER BY length(number), number
          """)
      while let row = try rows.next() {
        let phone: String? = try row.value("phone")
        try body(
          MemberKey(
            id: try row.identifier("id"), number: try row.needed("number"),
            name: try row.needed("name"),
            lastFour: phone.map { String($0.suffix(4)) } ?? ""))
      }
    }
  }

  /// Those who are meant by a number, a whole phone number as people write it or a whole name, in
  /// that order: the first kind that finds anybody decides.
  public func members(named who: String) throws -> [Member] {
    try read { db in
      for (column, value) in [
        ("number", who), ("phone", PhoneNumber(who)?.digits ?? who), ("name", who),
      ] {
        let found = try members(where: column, is: value, in: db)
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  /// Those whose name is the same but for case, marks, blanks and dots. It looks through all names
  /// that are not Han alone, so it is for where nobody searches.
  public func members(calledLike name: String) throws -> [Member] {
    guard !name.isHanAlone else { return [] }
    return try read { db in
      var names = try String.fetchAll(
        db, sql: "SELECT DISTINCT name FROM member WHERE name GLOB '\(Store.otherLetters)'")
      names.append(NameKey(name).text)
      let same = Namesakes(of: name)
      return try names.filter(same.contain)
        .flatMap { try members(where: "name", is: $0, in: db) }
    }
  }

  /// What a name matches, as GLOB has it, that is not of Han characters alone.
  static let otherLetters = "*[^\u{3400}-\u{9fff}]*"

  private func members(where column: String, is value: String, in db: Database) throws -> [Member] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM member WHERE \(column) = ? AND erased_on IS NULL
          ORDER BY length(number), number LIMIT 20
          """), arguments: [value]
    ).map { try Member($0, on: context.today) }
  }
}

extension ActWriter {
  static let memberColumns =
    ["id", "extras", "by_hand"] + DraftField.known.compactMap(\.column)

  private static let insertion = """
    INSERT INTO member (\(memberColumns.joined(separator: ", ")))
    VALUES (\(memberColumns.map { _ in "?" }.joined(separator: ", ")))
    """

  private static let update = """
    UPDATE member SET \(memberColumns.dropFirst().map { "\($0) = ?" }.joined(separator: ", "))
    WHERE id = ?
    """

  /// Writes somebody new whom somebody has entered, all details by hand.
  @discardableResult
  func insert(_ member: Member) throws -> Member {
    var member = member
    let nobody = Member(id: member.id, number: member.number, name: "")
    member.byHand.formUnion(member.fields(changedFrom: nobody))
    try run(ActWriter.insertion, [member.id.description] + member.values)
    return member
  }

  /// Writes a member as it is, with what is by hand of it; whoever changes one by hand calls
  /// `correct`.
  func rewrite(_ member: Member) throws {
    try run(ActWriter.update, member.values + [member.id.description])
  }

  /// The numbers that this replica hands out to members.
  func memberNumbers() throws -> MemberNumbers { try MemberNumbers(of: replica, in: db) }

  func freeMemberNumber() throws -> String {
    var numbers = try memberNumbers()
    return try numbers.take { try isMemberNumberTaken($0) }
  }

  func isMemberNumberTaken(_ text: String) throws -> Bool {
    try number(
      """
      SELECT 1 FROM member WHERE number = ?1
      UNION ALL SELECT 1 FROM member_alias WHERE number = ?1 LIMIT 1
      """, [text]) != nil
  }
}

extension Member {
  /// In the order of `ActWriter.memberColumns`, without the key.
  fileprivate var values: [DatabaseValue] {
    [Member.json(extras).databaseValue, Member.json(byHand).databaseValue]
      + DraftField.known.compactMap { $0.column == nil ? nil : value(of: $0) }
  }

  private func value(of field: DraftField) -> DatabaseValue {
    switch field {
    case .detail(.number): number.databaseValue
    case .detail(.name): name.databaseValue
    case .detail(.sex): sex.map(\.rawValue).databaseValue
    case .detail(.birth): birth.map(\.description).databaseValue
    case .detail(.phone): phone.map(\.digits).databaseValue
    case .detail(.height): height.databaseValue
    case .detail(.text(let text)): texts[text].databaseValue
    case .verification: verification.rawValue.databaseValue
    case .detail(.extra), .consent: .null
    }
  }
}

extension Optional where Wrapped: DatabaseValueConvertible {
  fileprivate var databaseValue: DatabaseValue { self?.databaseValue ?? .null }
}
