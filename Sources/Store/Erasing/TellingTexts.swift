import Foundation
import GRDB
import Matchmaking

/// What somebody is called and found by: names, numbers, phones and accounts, those they had once among
/// them.
struct TellingTexts {
  static let columns = ["name", "number", "phone", "wechat", "employer"]

  private(set) var names: Set<String> = []
  private(set) var numbers: Set<String> = []
  private(set) var phones: Set<String> = []
  private(set) var accounts: Set<String> = []
  /// They tell of somebody only where nobody else has them.
  private(set) var employers: Set<String> = []

  /// As somebody typed them who cannot say of whom the file still tells.
  init(words: [String]) {
    for word in words {
      if let phone = PhoneNumber(word) { phones.insert(phone.digits) }
      names.insert(PersonName(word)?.text ?? word)
      names.insert(word)
      numbers.insert(word)
    }
  }

  /// From the register, from what corrections and merging kept, and from the log.
  init(of traces: MemberTraces, in db: Database) throws {
    let (members, rows) = (MemberTraces.json(traces.members), MemberTraces.json(traces.rows))
    try take(
      """
      SELECT name, number, phone, wechat, employer FROM member
      WHERE id IN (SELECT value FROM json_each(?))
      """,
      [members], in: db)
    try take(
      """
      SELECT name, number, phone, NULL, employer FROM member_alias
      WHERE member IN (SELECT value FROM json_each(?))
      """, [members], in: db)
    for side in ["before", "after"] {
      let columns = Self.columns.map { "\(side) ->> '$.\($0)'" }.joined(separator: ", ")
      try take(
        """
        SELECT \(columns) FROM change WHERE \(side) IS NOT NULL
          AND ("table" = 'member' AND row IN (SELECT value FROM json_each(?1))
            OR "table" = 'member_alias' AND row IN (SELECT value FROM json_each(?2)))
        """, [members, rows], in: db)
    }
    names.remove(Store.erasedName)
  }

  private mutating func take(
    _ sql: String, _ arguments: [(any StatementBinding)?], in db: Database
  ) throws {
    let found = try Prepared(sql, in: db).all(arguments) { row in (0..<5).map { row.text($0) } }
    for texts in found {
      if !texts[0].isEmpty { names.insert(texts[0]) }
      if !texts[1].isEmpty { numbers.insert(texts[1]) }
      if !texts[2].isEmpty { phones.insert(texts[2]) }
      if !texts[3].isEmpty { accounts.insert(texts[3]) }
      if !texts[4].isEmpty { employers.insert(texts[4]) }
    }
  }

  mutating func formUnion(_ other: TellingTexts) {
    names.formUnion(other.names)
    numbers.formUnion(other.numbers)
    phones.formUnion(other.phones)
    accounts.formUnion(other.accounts)
    employers.formUnion(other.employers)
  }

  /// In the order of `columns`, for `json_each`; without the employers, which several may have.
  var lists: [String] { [names, numbers, phones, accounts].map(JSONText.list) }
}

extension JSONText {
  /// A list of texts, in one order.
  static func list(_ texts: some Sequence<String>) -> String {
    "[" + texts.sorted().map(quoted).joined(separator: ",") + "]"
  }
}
