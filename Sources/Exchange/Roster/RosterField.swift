public import Matchmaking

/// What a column of a roster is about.
public enum RosterField: Hashable, Sendable {
  case number, name, sex, birth, phone, height, verification
  /// The whole resident number, of which the last four digits are kept.
  case resident
  case text(MemberText)

  static let all: [RosterField] =
    [.number, .name, .sex, .birth, .phone, .height, .verification, .resident]
    + MemberText.allCases.map(RosterField.text)

  /// The field of that name in our own exports.
  public init?(machineName: String) {
    guard let field = Self.all.first(where: { $0.machineName == machineName }) else { return nil }
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
    case .text(let text): text.rawValue
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
    case .text(let text): text.canonicalHead
    }
  }

  /// Whether a cell holds a figure or a word of a table and no sentence: what spreadsheets put before or
  /// behind it is no part of it.
  var isFact: Bool {
    switch self {
    case .number, .birth, .phone, .height, .resident, .sex, .verification: true
    case .name: false
    case .text(let text): text.isFact
    }
  }

  /// Other heads that have been seen (DOMAIN: data as it really arrives).
  var synonyms: [String] {
    switch self {
    case .number: ["会员编号"]
    case .name: ["真实姓名", "名字", "报名人", "嘉宾姓名"]
    case .sex: []
    case .birth: ["出生日期", "生日", "出生年份", "出生年月日"]
    case .phone: ["手机", "手机号", "手机号码", "电话", "联系方式", "移动电话", "电话号码"]
    case .height: []
    case .verification: ["审核意见", "单位意见", "工会意见", "核验状态"]
    case .resident: ["身份证", "身份证号码", "证件号码", "公民身份号码"]
    case .text(let text): text.synonyms
    }
  }
}

extension MemberText {
  fileprivate var synonyms: [String] {
    switch self {
    case .wechat: ["微信"]
    case .hometown: ["祖籍", "家乡"]
    case .household: ["户口所在地"]
    case .residence: ["居住地", "所在区域", "现住址"]
    case .education: ["文化程度", "最高学历", "教育程度"]
    case .employer: ["单位", "所在单位", "单位名称", "公司", "企业名称"]
    case .union: ["所属工会", "推荐单位", "县区", "系统"]
    case .sector: ["行业", "工作类型"]
    case .job: ["职务", "职业", "工种", "职称"]
    case .income: ["收入", "月薪"]
    case .marital: ["婚况", "婚史", "婚恋状况"]
    case .children: ["子女"]
    case .housing: ["房产", "住房情况"]
    case .car: ["车辆情况", "购车情况"]
    case .interests: ["特长", "爱好"]
    case .introduction: ["个人简介", "内心独白"]
    case .criteria:
      [
        "择偶标准", "择偶条件", "择偶期望", "择偶意向", "对对方的要求", "对对方的期望", "对另一半的要求", "对另一半的期望",
        "对另一半要求", "理想对象", "理想的另一半",
      ]
    case .matchmaker: ["介绍人", "推荐人"]
    case .note: ["说明", "其他"]
    case .ethnicity, .politics, .weight, .onlyChild, .residentDigits: []
    }
  }

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
