import Characters
import Matchmaking

/// What the columns of a list of people are: whom each row means, and perhaps which badge.
struct GuestColumns: Hashable, Sendable {
  /// A number, phone or name, whichever is there.
  var member: Int?
  var number: Int?
  var name: Int?
  var phone: Int?
  var employer: Int?
  var badge: Int?
  private(set) var serials: [Int] = []
  private let heads: [String]
  private let fields: [RosterField?]

  init(_ heads: [String]) {
    self.heads = heads
    let claims = RosterColumns.standard.claims(of: heads)
    fields = claims.map(\.field)
    for (index, head) in heads.enumerated() {
      if badge == nil, HeadText.isOne(of: Self.badgeWords, head) {
        badge = index
      } else if member == nil, HeadText.isOne(of: Self.memberWords, head) {
        member = index
      } else if claims[index].passes == .serial {
        serials.append(index)
      } else {
        take(claims[index].field, index)
      }
    }
  }

  private mutating func take(_ field: RosterField?, _ index: Int) {
    switch field {
    case .number: number = number ?? index
    case .name: name = name ?? index
    case .phone, .contact: phone = phone ?? index
    case .text(.employer): employer = employer ?? index
    default: break
    }
  }

  private static let memberWords: Set<String> = [
    "member", "会员", "嘉宾", "guest", "guests", "参与人", "参加人", "参与者", "参加者", "人员", "单身职工",
    "participant", "attendee", "who",
  ]
  static let badgeWords: Set<String> = Set(
    HeadWords.words(
      """
      badge 号牌 编号牌 号码布 现场编号 现场号 胸牌 胸牌号 胸牌号码 胸牌编号 号码牌 号码牌号 号牌号 号牌号码 号牌编号 徽章 徽章号 徽章号码 徽章编号 胸卡 胸卡号 胸卡编号 胸号 胸章 胸章号 嘉宾号 嘉宾号码 \
      嘉宾编号 嘉宾牌 嘉宾牌号 参会号 参会编号 入场号 入场编号 入场号码 牌号 挂牌 挂牌号 名牌 名牌号 号码贴 活动号牌 现场号牌 badgeno badgenumber badgenum badgeid badge# \
      badgecode tag tagno tagnumber nametag bib bibno bibnumber guestno guestnumber
      """))

  /// Whether a row can tell whom it means.
  var tellsWho: Bool { (member ?? number ?? name ?? phone) != nil }
  /// The column that is named where a row tells nobody.
  var who: Int? { member ?? number ?? name ?? phone }

  /// The column that says whom a row means, as ``ListedPerson/word`` does.
  func who(_ person: ListedPerson) -> Int? {
    if person.number != nil { return number }
    if person.member != nil { return member }
    return person.name != nil ? name : phone
  }

  /// Columns of which cells are read; a bad cell elsewhere matters to nobody.
  var used: Set<Int> { Set([member, number, name, phone, employer, badge].compactMap(\.self)) }

  var judge: RowJudge {
    var columns = RowJudge.Columns()
    columns.name = name ?? member ?? number ?? phone
    columns.phone = phone
    columns.serials = serials
    return RowJudge(columns, fields: fields, heads: heads)
  }

  /// What becomes of each column, none of whose cells was counted yet.
  var reports: [ColumnReport] {
    let roles: [(Int?, String)] = [
      (member, "member"), (number, "number"), (name, "name"), (phone, "phone"),
      (employer, "employer"), (badge, "badge"),
    ]
    return heads.indices.map { index in
      let role = roles.first { $0.0 == index }?.1
      let passing = ColumnReport.Fate.passedOver(serials.contains(index) ? .serial : .unread)
      return ColumnReport(
        place: index + 1, head: heads[index], fate: role.map { .read($0) } ?? passing)
    }
  }

  /// Whom a row means.
  func person(_ cells: [String]) -> ListedPerson {
    func said(_ column: Int?) -> String? {
      guard let column, cells.indices.contains(column) else { return nil }
      let text = cells[column]
      return FieldReading.isBlank(text)
        && !(column == name && !FieldReading.isBlank(text, in: .name))
        ? nil : text
    }
    return ListedPerson(
      member: said(member), number: said(number), name: said(name), phone: said(phone),
      employer: said(employer))
  }
}

extension HeadText {
  /// Whether a head is one of some words, with what may stand around it.
  static func isOne(of words: Set<String>, _ head: String) -> Bool {
    let text = HeadText(head)
    return text.bases.contains(where: words.contains) || text.names.contains(where: words.contains)
  }
}
