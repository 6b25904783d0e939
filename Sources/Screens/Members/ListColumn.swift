public import Matchmaking
public import Wording

/// A column the list of members can show, and be sorted by.
public enum ListColumn: Hashable, Sendable {
  case fact(MemberColumn)
  /// Years on the day; sorted by birth.
  case age
  case phone
  case text(MemberText)

  /// In the order in which they stand in the list.
  public static let all: [ListColumn] = [
    .fact(.number), .fact(.name), .fact(.sex), .fact(.birth), .age, .fact(.height), .fact(.weight),
    .fact(.education), .text(.employer), .text(.sector), .text(.job), .fact(.income),
    .fact(.marital), .fact(.residence), .text(.hometown), .text(.household), .phone,
    .text(.union), .text(.matchmaker), .fact(.status), .fact(.verification),
  ]

  /// What is shown until somebody chooses.
  static let usual: Set<ListColumn> = [
    .fact(.number), .fact(.name), .fact(.sex), .fact(.birth), .text(.employer), .text(.union),
    .fact(.verification),
  ]

  /// What a wide window shows besides, the most wanted first.
  static let spare: [ListColumn] = [
    .age, .phone, .fact(.education), .text(.job), .fact(.residence), .fact(.status),
    .fact(.height), .fact(.marital), .fact(.income), .text(.sector), .text(.hometown),
  ]

  public var phrase: Phrase {
    switch self {
    case .age: Phrase("年龄", "Age")
    case .fact(.number): Phrase("编号", "Number")
    case .fact(.name): Phrase("姓名", "Name")
    case .fact(.sex): Phrase("性别", "Sex")
    case .fact(.birth): Phrase("出生", "Born")
    case .fact(.height): Phrase("身高", "Height")
    case .fact(.weight): MemberText.weight.phrase
    case .fact(.education): MemberText.education.phrase
    case .fact(.income): Phrase("月收入", "Income")
    case .fact(.marital): Phrase("婚况", "Marital")
    case .fact(.residence): MemberText.residence.phrase
    case .fact(.status): Phrase("状态", "Status")
    case .fact(.verification): Phrase("核验", "Verified")
    case .phone: Phrase("手机", "Phone")
    case .text(let text): text.phrase
    }
  }

  /// What stands in the cell: the words of the roster, numbers masked, two ages where the birthday is
  /// not known.
  func cell(_ member: Member, today: Day) -> Phrase {
    switch self {
    case .age: .verbatim(member.birth.map { $0.ages(on: today).inWords } ?? "")
    case .fact(.number): .verbatim(member.number)
    case .fact(.name): .verbatim(member.name)
    case .fact(.sex): member.sex?.phrase ?? .empty
    case .fact(.birth): .verbatim(member.birth.map { String($0.year) } ?? "")
    case .fact(.height): .verbatim(member.height.map(String.init) ?? "")
    case .fact(.weight): .verbatim(member.shown(.weight))
    case .fact(.education): .verbatim(member.shown(.education))
    case .fact(.income): .verbatim(member.shown(.income))
    case .fact(.marital): .verbatim(member.shown(.marital))
    case .fact(.residence): .verbatim(member.shown(.residence))
    case .fact(.status): member.status.phrase
    case .fact(.verification): member.verification.phrase
    case .phone: .verbatim(member.shown(.phone))
    case .text(let text): .verbatim(member.shown(text))
    }
  }

  /// Cells it takes: what it needs at least, and what it gets at most.
  var widths: ClosedRange<Int> {
    switch self {
    case .fact(.number): 6...12
    case .fact(.name): 6...20
    case .fact(.sex): 2...2
    case .fact(.birth): 4...4
    case .age: 2...5
    case .fact(.height): 3...6
    case .fact(.weight), .fact(.marital): 4...8
    case .fact(.education), .fact(.income), .fact(.status): 4...12
    case .fact(.residence), .text(.hometown), .text(.household): 6...20
    case .fact(.verification): 6...12
    case .phone: 11...11
    case .text(.union): 8...26
    case .text(.employer): 8...40
    case .text: 6...16
    }
  }

  /// Cells it mostly takes: whether there is room for another column does not depend on who is seen.
  var usualWidth: Int {
    switch self {
    case .text(.employer): 26
    case .text(.union): 20
    case .fact(.residence), .text(.hometown), .text(.household): 14
    case .fact(.number): 8
    case .fact(.name): 10
    case .age: 3
    default: widths.upperBound
    }
  }

  /// Which gives way first where there is no room: the greater.
  func rank(isUsual: Bool) -> Int {
    switch self {
    case .fact(.name): 0
    case .fact(.sex): 1
    case .fact(.birth): 2
    // What somebody chose is why they look.
    case _ where !isUsual: 3
    case .text(.employer): 4
    case .fact(.number): 5
    case .fact(.verification): 6
    default: 7
    }
  }
}

extension ClosedRange<Int> {
  /// `31`, or `31/32`.
  fileprivate var inWords: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)/\(upperBound)"
  }
}

/// In which order members stand; equals stand by number.
public struct MemberSort: Hashable, Sendable {
  public var column: ListColumn
  public var isDescending: Bool

  public init(_ column: ListColumn, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }
}
