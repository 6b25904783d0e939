import Exchange
import Matchmaking
import Store
import Wording

/// A column of the list of members.
enum MemberListColumn: Hashable {
  case age, verification, status
  case field(MemberField)

  static let all: [MemberListColumn] =
    [.age, .verification, .status] + MemberField.all.map(MemberListColumn.field)

  /// Those that are shown unless others are asked for.
  static let usual: [MemberListColumn] = [
    .field(.number), .field(.name), .field(.sex), .field(.birth), .field(.height), .field(.phone),
    .verification, .status, .field(.text(.education)), .field(.text(.employer)),
    .field(.text(.union)), .field(.text(.residence)),
  ]

  /// - Parameter word: the machine's name or the head in Chinese.
  init?(_ word: String) {
    guard let column = Self.all.first(where: { [$0.name, $0.head.chinese].contains(word) }) else {
      return nil
    }
    self = column
  }

  /// What has to be known of a member for it besides what is always known.
  var fields: [MemberField] {
    switch self {
    case .age: [.birth]
    case .verification, .status: []
    case .field(let field): [field]
    }
  }

  var name: String { column.name }

  var head: Phrase {
    switch self {
    case .age: Column.age.head
    case .verification: Column.verification.head
    case .status: Column.status.head
    case .field(let field): field.phrase
    }
  }

  var column: TableColumn {
    switch self {
    case .age: TableColumn(.age, side: .right)
    case .verification: TableColumn(.verification)
    case .status: TableColumn(.status)
    case .field(let field): TableColumn(field, side: field == .height ? .right : .left)
    }
  }

  /// - Parameter isWhole: whether numbers are not masked; a list is often read over somebody's shoulder.
  func cell(_ member: Member, _ day: Day, isWhole: Bool = false) -> TableCell {
    switch self {
    // Of two ages that are possible the one reached by the end of the month or year.
    case .age: .number(member.birth.map { max(0, $0.ages(on: day).upperBound) })
    case .verification: .verification(member.verification)
    case .status: .status(member.status)
    case .field(.sex): .sex(member.sex)
    case .field(.height): .number(member.height)
    case .field(let field): isWhole ? .whole(member, field) : .shown(member, field)
    }
  }
}

/// How members are listed and shown.
enum MemberTable {
  static func list(_ members: [Member], day: Day) -> Table {
    Table(
      MemberListColumn.usual.map(\.column),
      rows: members.map { member in
        MemberListColumn.usual.map { $0.cell(member, day) }
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
    let facts: [[TableCell]] =
      [
        [.field(.number), .text(member.number)], [.field(.name), .text(member.name)],
        [.field(.sex), .sex(member.sex)], [.field(.birth), .text(member.birth?.description)],
        [.field(.height), .number(member.height)], [.field(.phone), shown(.phone)],
        [.column(.verification), .verification(member.verification)],
        [.column(.verifiedUntil), .text(dossier.verifiedUntil?.description)],
        [.column(.status), .status(member.status)],
      ]
      + byHand(member)
      + MemberText.allCases.filter { member.texts[$0] != nil }.map {
        [.field(.text($0)), shown(.text($0))]
      }
      + member.extras.keys.sorted().map { [.text($0), shown(.extra($0))] }
      + dossier.verifications.map { $0.row(isWhole: isWhole) } + dossier.consents.all.map(\.row)
      + dossier.attendances.map(\.row)
    return Table([TableColumn(.field), TableColumn(.value)], rows: facts)
  }

  private static func byHand(_ member: Member) -> [[TableCell]] {
    guard !member.byHand.isEmpty else { return [] }
    let fields = member.byHand.sorted { $0.word < $1.word }
    return [
      [
        .column(.byHand),
        .word(fields.map(\.word).joined(separator: " "), .list(fields.map(\.phrase))),
      ]
    ]
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
  fileprivate func row(isWhole: Bool) -> [TableCell] {
    let (by, note) =
      isWhole ? (by, note) : (Masking.numbers(in: by), Masking.numbers(in: note))
    let evidence = evidence.sorted { $0.rawValue < $1.rawValue }
    let codes = [
      by, evidence.map(\.rawValue).joined(separator: " "), until.map { "until \($0)" } ?? "", note,
    ]
    let words: [Phrase] = [
      .verbatim(by), .list(evidence.map(\.phrase)),
      until.map { Phrase("有效至 \($0)", "until \($0)") } ?? .empty, .verbatim(note),
    ]
    return [
      .word("\(outcome.rawValue) \(on)", outcome.phrase + .verbatim(" \(on)")),
      .word(
        codes.filter { !$0.isEmpty }.joined(separator: ", "),
        Phrase(
          words.map(\.chinese).filter { !$0.isEmpty }.joined(separator: "，"),
          words.map(\.english).filter { !$0.isEmpty }.joined(separator: ", "))),
    ]
  }
}

extension Consent {
  fileprivate var row: [TableCell] {
    let code =
      "from \(granted)" + (until.map { " until \($0)" } ?? "")
      + (revoked.map { ", revoked \($0)" } ?? "")
    let words =
      Phrase("\(granted) 起", "from \(granted)")
      + (until.map { Phrase("，至 \($0)", " until \($0)") } ?? .empty)
      + (revoked.map { Phrase("，\($0) 撤回", ", revoked \($0)") } ?? .empty)
    return [
      .word("consent \(purpose.rawValue)", Phrase("授权 ", "consent: ") + purpose.phrase),
      .word(code, words),
    ]
  }
}

extension Attendance {
  fileprivate var row: [TableCell] {
    let badge = registration.badge.map { Badge(registration.pool, $0) }
    let code = [event.date.description, registration.status.rawValue, badge?.description]
      .compactMap(\.self).joined(separator: " ")
    return [
      .word("event \(event.code)", Phrase("活动 ", "event ") + .verbatim(event.code)),
      .word(
        code,
        .words(
          .verbatim(event.date.description), registration.status.phrase, badge?.phrase ?? .empty)),
    ]
  }
}
