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

  /// - Parameter isWhole: whether numbers are not masked; a list is often read over somebody's shoulder.
  init?(_ name: String, isWhole: Bool = false) {
    self.name = name
    switch name {
    case "age": cell = { _, facts, day in .number(facts.age(on: day)) }
    case "verification": cell = { member, _, _ in .text(member.verification.rawValue) }
    case "status": cell = { member, _, _ in .text(member.status.rawValue) }
    case "height": cell = { member, _, _ in .number(member.height) }
    default:
      guard let field = MemberField.all.first(where: { $0.column == name }) else { return nil }
      cell = { member, _, _ in
        isWhole ? .whole(member, field) : .shown(member, field)
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
    let columns = MemberListColumn.usual.compactMap { MemberListColumn($0) }
    return Table(
      columns.map(\.column),
      rows: members.map { member in
        columns.map { $0.cell(member, MemberFacts(), day) }
      })
  }

  /// Every fact on a row of its own, with what was decided and allowed.
  ///
  /// - Parameter isWhole: whether numbers are not masked.
  static func card(_ dossier: MemberDossier, isWhole: Bool) -> Table {
    let member = dossier.member
    let shown = { (field: MemberField) in
      isWhole ? TableCell.whole(member, field) : .shown(member, field)
    }
    let facts: [(String, TableCell)] =
      [
        ("number", .text(member.number)), ("name", .text(member.name)),
        ("sex", .text(member.sex?.rawValue)), ("birth", .text(member.birth?.description)),
        ("height", .number(member.height)), ("phone", shown(.phone)),
        ("verification", .text(member.verification.rawValue)),
        ("verified_until", .text(dossier.verifiedUntil?.description)),
        ("status", .text(member.status.rawValue)),
      ]
      + (member.byHand.isEmpty
        ? [] : [("by_hand", .text(member.byHand.map(\.word).sorted().joined(separator: " ")))])
      + MemberText.allCases.filter { member.texts[$0] != nil }.map {
        ($0.rawValue, shown(.text($0)))
      }
      + member.extras.keys.sorted().map { ($0, shown(.extra($0))) }
      + dossier.verifications.map { record in
        let summary = record.summary
        return (
          "\(record.outcome.rawValue) \(record.on)",
          .text(isWhole ? summary : Masking.numbers(in: summary))
        )
      }
      + dossier.consents.all.map { ("consent \($0.purpose.rawValue)", .text($0.summary)) }
      + dossier.attendances.map { ("event \($0.event.code)", .text($0.summary)) }
    return Table(
      [TableColumn("field"), TableColumn("value")],
      rows: facts.map { [.text($0.0), $0.1] })
  }
}

extension TableCell {
  /// What stands in a member's field; nothing where nothing does.
  static func whole(_ member: Member, _ field: MemberField) -> TableCell {
    let text = member.text(of: field)
    return .text(text.isEmpty ? nil : text)
  }

  /// The same as others may see it: numbers are masked.
  static func shown(_ member: Member, _ field: MemberField) -> TableCell {
    let text = member.shown(field)
    return .text(text.isEmpty ? nil : text)
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
