public import Matchmaking

/// What a column of a roster is about.
public enum RosterField: Hashable, Sendable {
  case number, name, sex, birth, phone, height, verification
  /// The whole resident number, of which the last four digits are kept.
  case resident
  /// The two halves of a name, where no column has the whole.
  case familyName, givenName
  /// In years: with the day of the answer it tells the year of birth.
  case age
  /// A phone number or a WeChat name, one of both.
  case contact
  /// When the row was answered; of two answers of one person the later stands. Kept as written.
  case answered
  case text(MemberText)
  /// Whether somebody agrees. No head that asks people is taken for it: only `consent:listing` itself and
  /// its like, and a column of which somebody said so.
  case consent(ConsentPurpose)

  /// What of a member a cell says as it stands; nil where it says that by halves, or something besides.
  var said: DraftField? {
    switch self {
    case .number: .number
    case .name: .name
    case .sex: .sex
    case .birth: .birth
    case .phone: .phone
    case .height: .height
    case .text(let text): .text(text)
    case .verification: .verification
    case .consent(let purpose): .consent(purpose)
    case .resident, .familyName, .givenName, .age, .contact, .answered: nil
    }
  }

  /// The column that says just this; nil for an extra, which is no field of a roster.
  private init?(_ said: DraftField) {
    switch said {
    case .detail(.number): self = .number
    case .detail(.name): self = .name
    case .detail(.sex): self = .sex
    case .detail(.birth): self = .birth
    case .detail(.phone): self = .phone
    case .detail(.height): self = .height
    case .detail(.text(let text)): self = .text(text)
    case .detail(.extra): return nil
    case .verification: self = .verification
    case .consent(let purpose): self = .consent(purpose)
    }
  }

  /// Those that one file can have beside each other.
  static let all: [RosterField] =
    DraftField.known.compactMap { RosterField($0) } + [.resident, .age, .answered]

  public static let everyOne: [RosterField] = all + [.familyName, .givenName, .contact]

  /// The field of that name in our own exports.
  public init?(machineName: String) {
    guard let field = Self.everyOne.first(where: { $0.machineName == machineName }) else {
      return nil
    }
    self = field
  }

  /// The column's name in our own exports.
  public var machineName: String {
    switch self {
    case .resident: "resident"
    case .familyName: "family_name"
    case .givenName: "given_name"
    case .age: "age"
    case .contact: "phone_or_wechat"
    case .answered: "answered"
    case .number, .name, .sex, .birth, .phone, .height, .verification, .text, .consent:
      said?.word ?? ""
    }
  }

  public var canonicalHead: String {
    switch self {
    case .resident: "身份证号"
    case .familyName: "姓"
    case .givenName: "名"
    case .age: "年龄"
    case .contact: "手机号/微信号"
    case .answered: "提交答卷时间"
    case .verification: "核验"
    case .consent(let purpose): "授权:\(purpose.rawValue)"
    case .number, .name, .sex, .birth, .phone, .height, .text: said?.detail?.canonicalHead ?? ""
    }
  }

  /// Whether a cell holds a figure or a word of a table and no sentence: what spreadsheets put before or
  /// behind it is no part of it.
  var isFact: Bool {
    switch self {
    case .number, .birth, .phone, .height, .resident, .sex, .verification: true
    case .age, .answered, .consent: true
    case .name, .familyName, .givenName, .contact: false
    case .text(let text): !text.isProse
    }
  }
}

extension RosterField {
  /// The longest text that is kept, in graphemes.
  var longest: Int {
    switch self {
    // An age and the time of an answer are kept as they were written.
    case .age, .answered: MemberField.extra("").longest
    case .contact: MemberField.text(.wechat).longest
    case .resident: MemberField.text(.residentDigits).longest
    case .familyName, .givenName: MemberField.name.longest
    case .number, .name, .sex, .birth, .phone, .height, .verification, .text, .consent:
      said?.detail?.longest ?? 0
    }
  }
}
