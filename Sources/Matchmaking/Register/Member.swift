public typealias MemberID = Identifier<Member>

public enum Sex: String, Sendable, CaseIterable {
  case man = "M"
  case woman = "F"
}

/// Whether the union of a member's employer vouches for the details (核验).
public enum Verification: String, Sendable, CaseIterable {
  case pending, verified, rejected, expired
}

/// A single worker in the register (单身职工).
public struct Member: Hashable, Sendable {
  public let id: MemberID
  /// Unique in the file; handed out in order where the roster brings none.
  public var number: String
  public var name: String
  public var sex: Sex?
  public var birth: BirthDate?
  public var phone: PhoneNumber?
  /// Centimetres.
  public var height: Int?
  public var verification: Verification
  public var status: MemberStatus
  /// The facts that are kept as written.
  public var texts: [MemberText: String]
  /// Columns of the roster the program does not know, by their head: kept and shown, not dropped.
  public var extras: [String: String]
  /// Fields that somebody changed by hand last: no roster changes them unasked, empty ones neither.
  public var byHand: Set<MemberField>

  public init(
    id: MemberID, number: String, name: String, sex: Sex? = nil, birth: BirthDate? = nil,
    phone: PhoneNumber? = nil, height: Int? = nil, verification: Verification = .pending,
    status: MemberStatus = .single, texts: [MemberText: String] = [:],
    extras: [String: String] = [:], byHand: Set<MemberField> = []
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.sex = sex
    self.birth = birth
    self.phone = phone
    self.height = height
    self.verification = verification
    self.status = status
    self.texts = texts
    self.extras = extras
    self.byHand = byHand
  }
}

extension Member {
  /// Whether the marital status as it was written is that of somebody married, whatever the status.
  public var saysMarried: Bool { texts[.marital].map(MaritalStatus.isMarried) ?? false }
}

/// A fact about a member that is kept as it was written, one column each.
///
/// The raw value is the column's name in the store and in exported files; `canonicalHead` is the
/// roster's (DOMAIN: data as it really arrives).
public enum MemberText: String, Sendable, CaseIterable {
  case education, employer, union, sector, job, income, marital, residence
  case wechat, ethnicity, politics, hometown, household, weight, children, housing, car
  case onlyChild = "only_child"
  case interests, introduction, criteria, matchmaker, note
  case residentDigits = "resident_digits"

  /// Whether people write it in sentences of their own: at length, and a figure in it is none of a table.
  public var isProse: Bool {
    switch self {
    case .introduction, .criteria, .interests, .note: true
    case .education, .employer, .union, .sector, .job, .income, .marital, .residence, .wechat,
      .ethnicity, .politics, .hometown, .household, .weight, .children, .housing, .car, .onlyChild,
      .matchmaker, .residentDigits:
      false
    }
  }

  public var canonicalHead: String {
    switch self {
    case .education: "学历"
    case .employer: "工作单位"
    case .union: "上级工会"
    case .sector: "单位性质"
    case .job: "岗位"
    case .income: "月收入"
    case .marital: "婚姻状况"
    case .residence: "现居住地"
    case .wechat: "微信号"
    case .ethnicity: "民族"
    case .politics: "政治面貌"
    case .hometown: "籍贯"
    case .household: "户籍"
    case .weight: "体重"
    case .children: "子女情况"
    case .housing: "住房"
    case .car: "购车"
    case .onlyChild: "独生子女"
    case .interests: "兴趣爱好"
    case .introduction: "自我介绍"
    case .criteria: "择偶要求"
    case .matchmaker: "红娘"
    case .note: "备注"
    case .residentDigits: "身份证后四位"
    }
  }
}
