/// One worker of the sample: a made-up person, in the words a roster has.
public struct SampleWorker: Sendable, Equatable {
  public enum Sex: String, Sendable {
    case man = "男"
    case woman = "女"
  }

  /// `YL000001`, from 样例.
  public var number: String
  public var name: String
  public var sex: Sex
  public var birthYear: Int
  public var birthMonth: Int
  /// Eleven digits that a check lets pass; 154 is assigned to nobody.
  public var phone: String
  public var ethnicity: String
  /// In centimetres.
  public var height: Int
  /// In kilograms.
  public var weight: Int
  public var education: String
  public var employer: String
  public var union: String
  public var sector: String
  public var job: String
  /// In yuan a month.
  public var income: Int
  public var maritalStatus: String
  public var children: String
  public var housing: String
  public var residence: String
  public var interests: [String]
  public var introduction: String
  public var criteria: String
  public var verification: String

  /// The head of the roster, in the words most rosters use.
  public static let columns = [
    "编号", "姓名", "性别", "出生年月", "联系电话", "民族", "身高", "体重", "学历", "工作单位", "上级工会",
    "单位性质", "岗位", "月收入", "婚姻状况", "子女情况", "住房", "现居住地", "兴趣爱好", "自我介绍",
    "择偶要求", "审核意见",
  ]

  /// The cells under ``columns``.
  public var cells: [String] {
    [
      number, name, sex.rawValue, birth, phone, ethnicity, "\(height)", "\(weight)", education,
      employer, union, sector, job, "\(income)", maritalStatus, children, housing, residence,
      interests.joined(separator: "、"), introduction, criteria, verification,
    ]
  }

  /// `1995-03`
  public var birth: String { "\(birthYear)-\(Digits.padded(birthMonth, to: 2))" }

  public var lastFour: String { String(phone.suffix(4)) }
}

/// Numbers with leading zeros.
enum Digits {
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }
}
