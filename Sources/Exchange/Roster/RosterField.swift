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

  /// Those that one file can have beside each other.
  static let all: [RosterField] =
    [.number, .name, .sex, .birth, .phone, .height, .verification, .resident, .age, .answered]
    + MemberText.allCases.map(RosterField.text) + ConsentPurpose.allCases.map(RosterField.consent)

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
    case .number: "number"
    case .name: "name"
    case .sex: "sex"
    case .birth: "birth"
    case .phone: "phone"
    case .height: "height"
    case .verification: "verification"
    case .resident: "resident"
    case .familyName: "family_name"
    case .givenName: "given_name"
    case .age: "age"
    case .contact: "phone_or_wechat"
    case .answered: "answered"
    case .text(let text): text.rawValue
    case .consent(let purpose): "consent:\(purpose.rawValue)"
    }
  }

  public var canonicalHead: String {
    switch self {
    case .number: "编号"
    case .name: "姓名"
    case .sex: "性别"
    case .birth: "出生年月"
    case .phone: "联系电话"
    case .height: "身高"
    case .verification: "核验"
    case .resident: "身份证号"
    case .familyName: "姓"
    case .givenName: "名"
    case .age: "年龄"
    case .contact: "手机号/微信号"
    case .answered: "提交答卷时间"
    case .text(let text): text.canonicalHead
    case .consent(let purpose): "授权:\(purpose.rawValue)"
    }
  }

  /// Whether a cell holds a figure or a word of a table and no sentence: what spreadsheets put before or
  /// behind it is no part of it.
  var isFact: Bool {
    switch self {
    case .number, .birth, .phone, .height, .resident, .sex, .verification: true
    case .age, .answered, .consent: true
    case .name, .familyName, .givenName, .contact: false
    case .text(let text): text.isFact
    }
  }
}

extension MemberText {
  /// Whether a figure in it is one, as a weight is; what people write in their own words is not.
  var isFact: Bool {
    switch self {
    case .introduction, .criteria, .interests, .note: false
    default: true
    }
  }

  /// The longest text that is kept, in graphemes.
  var longest: Int {
    switch self {
    case .introduction, .criteria, .interests, .note: 4000
    default: 200
    }
  }
}
