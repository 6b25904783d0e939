import Exchange
import Matchmaking
import Store
import Wording

/// A column of the list of members, by its machine name.
struct MemberListColumn {
  let name: String
  let cell: (Member, MemberFacts, Day) -> TableCell

  /// Those that are shown unless others are asked for.
  static let usual = [
    "number", "name", "sex", "birth", "height", "phone", "verification", "status", "education",
    "employer", "union", "residence",
  ]

  static let names = ["age", "verification", "status"] + MemberField.all.map(\.column)

  init?(_ name: String) {
    self.name = name
    switch name {
    case "age": cell = { _, facts, day in .number(facts.age(on: day)) }
    case "verification": cell = { member, _, _ in .text(member.verification.rawValue) }
    case "status": cell = { member, _, _ in .text(member.status.rawValue) }
    case "height": cell = { member, _, _ in .number(member.height) }
    // Masked: a list is often read over somebody's shoulder.
    case "phone": cell = { member, _, _ in .text(member.phone?.masked) }
    default:
      guard let field = MemberField.all.first(where: { $0.column == name }) else { return nil }
      cell = { member, _, _ in
        let text = member.text(of: field)
        return .text(text.isEmpty ? nil : text)
      }
    }
  }

  var column: TableColumn {
    TableColumn(name, side: ["age", "height"].contains(name) ? .right : .left)
  }
}

extension MemberFacts {
  /// Whole years; of a birth date known to its year or month only, those reached by its end.
  fileprivate func age(on day: Day) -> Int? {
    guard let birth else { return nil }
    let isBefore = (birth.month ?? 1, birth.day ?? 1) > (day.month, day.day)
    return max(0, day.year - birth.year - (isBefore ? 1 : 0))
  }
}

/// How members are listed and shown.
enum MemberTable {
  static func list(_ members: [Member], day: Day) -> Table {
    let columns = MemberListColumn.usual.compactMap(MemberListColumn.init)
    return Table(
      columns.map(\.column),
      rows: members.map { member in
        columns.map { $0.cell(member, MemberFacts(), day) }
      })
  }

  /// Every fact on a row of its own, with what was decided and allowed.
  static func card(_ dossier: MemberDossier) -> Table {
    let member = dossier.member
    let facts: [(String, TableCell)] =
      [
        ("number", .text(member.number)), ("name", .text(member.name)),
        ("sex", .text(member.sex?.rawValue)), ("birth", .text(member.birth?.description)),
        ("height", .number(member.height)), ("phone", .text(member.phone?.digits)),
        ("verification", .text(member.verification.rawValue)),
        ("verified_until", .text(dossier.verifiedUntil?.description)),
        ("status", .text(member.status.rawValue)),
      ]
      + (member.byHand.isEmpty
        ? [] : [("by_hand", .text(member.byHand.map(\.word).sorted().joined(separator: " ")))])
      + MemberText.allCases.compactMap { text in
        member.texts[text].map { (text.rawValue, .text($0)) }
      }
      + member.extras.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) }
      + dossier.verifications.map { ("\($0.outcome.rawValue) \($0.on)", .text($0.summary)) }
      + dossier.consents.all.map { ("consent \($0.purpose.rawValue)", .text($0.summary)) }
      + dossier.attendances.map { ("event \($0.event.code)", .text($0.summary)) }
    return Table(
      [TableColumn("field"), TableColumn("value")],
      rows: facts.map { [.text($0.0), $0.1] })
  }
}

extension VerificationRecord {
  fileprivate var summary: String {
    let parts = [
      by, evidence.map(\.rawValue).sorted().joined(separator: " "),
      until.map { "until \($0)" } ?? "", note,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Consent {
  fileprivate var summary: String {
    "from \(granted)" + (until.map { " until \($0)" } ?? "")
      + (revoked.map { ", revoked \($0)" } ?? "")
  }
}

extension Attendance {
  fileprivate var summary: String {
    let badge = registration.badge.map { Badge(registration.pool, $0).description }
    return [event.date.description, registration.status.rawValue, badge]
      .compactMap(\.self).joined(separator: " ")
  }
}
