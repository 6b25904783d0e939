/// A detail that is one of a few values.
public enum Trait: Int, Hashable, Sendable, CaseIterable {
  case sex, marital, children, housing, car, onlyChild, smoking, drinking, verification, status

  /// One value, or several under one word, as `yes` is for every way of owning a home.
  public struct Value: Hashable, Sendable {
    public let choices: Choices
    public let english: String
    public let chinese: String
    /// Other words for it.
    let also: [String]

    fileprivate init(_ choices: Choices, _ english: String, _ chinese: String, _ also: String = "")
    {
      self.choices = choices
      self.english = english
      self.chinese = chinese
      self.also = also.split(separator: " ").map(String.init)
    }
  }

  /// All words, the narrower ones first.
  public var values: [Value] {
    switch self {
    case .sex: Self.sexes
    case .marital: Self.maritals
    case .children: Self.childrens
    case .housing: Self.housings
    case .car: Self.cars
    case .onlyChild: Self.onlyChildren
    case .smoking: Self.smokings
    case .drinking: Self.drinkings
    case .verification: Self.verifications
    case .status: Self.statuses
    }
  }

  /// Every choice the trait has.
  public var all: Choices { values.reduce(into: []) { $0.formUnion($1.choices) } }

  func value(_ word: String) -> Value? {
    values.first { $0.english == word || $0.chinese == word || $0.also.contains(word) }
  }
}

/// Some of the values of a ``Trait``.
public struct Choices: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ places: Int...) { self.init(rawValue: places.reduce(0) { $0 | 1 << UInt16($1) }) }

  public init(_ sex: Sex) { self.init(sex == .man ? 0 : 1) }
  public init(_ value: MaritalStatus) { self.init(value.rawValue) }
  public init(_ value: Children) { self.init(value.rawValue) }
  public init(_ value: Housing) { self.init(value.rawValue) }
  public init(_ value: Habit) { self.init(value.rawValue) }
  public init(_ value: Bool) { self.init(value ? 0 : 1) }
  public init(_ value: Verification) { self.init(Verification.allCases.firstIndex(of: value) ?? 0) }
  public init(_ value: MemberStatus) { self.init(MemberStatus.allCases.firstIndex(of: value) ?? 0) }

  public static let notMarried: Choices = [
    Choices(MaritalStatus.neverMarried), Choices(MaritalStatus.divorced),
    Choices(MaritalStatus.widowed),
  ]
  public static let homeOwner: Choices = [Choices(Housing.owned), Choices(Housing.mortgaged)]
}

// MARK: - Words

extension Trait {
  private static let sexes = [
    Value(Choices(Sex.woman), "F", "女", "f w woman female 女性 女士"),
    Value(Choices(Sex.man), "M", "男", "m man male 男性 男士"),
  ]
  private static let maritals = [
    Value(Choices(MaritalStatus.neverMarried), "unmarried", "未婚", "never nevermarried"),
    Value(Choices(MaritalStatus.divorced), "divorced", "离异", "离婚"),
    Value(Choices(MaritalStatus.widowed), "widowed", "丧偶"),
    Value(Choices(MaritalStatus.married), "married", "已婚"),
    Value(.notMarried, "single", "单身"),
  ]
  private static let childrens = [
    Value(Choices(Children.none), "none", "无孩", "no 无 没有 无子女 未育"),
    Value(Choices(Children.here), "here", "带孩", "带娃 with"),
    Value(Choices(Children.elsewhere), "elsewhere", "不带孩", "归对方"),
    Value(
      [Choices(Children.here), Choices(Children.elsewhere), Choices(Children.some)], "yes", "有孩",
      "有 有子女"),
  ]
  private static let housings = [
    Value(Choices(Housing.mortgaged), "mortgage", "按揭", "有贷"),
    Value(Choices(Housing.planned), "planned", "计划购房"),
    Value(Choices(Housing.none), "none", "无房", "no 无 没有"),
    Value(Choices(Housing.renting), "rent", "租房"),
    Value(Choices(Housing.dormitory), "dormitory", "宿舍", "单位宿舍"),
    Value(Choices(Housing.withParents), "parents", "与父母同住", "父母同住"),
    Value(.homeOwner, "own", "有房", "yes 有 已购房"),
    Value(Choices(Housing.owned), "outright", "有房无贷", "全款"),
  ]
  private static let cars = [
    Value(Choices(true), "yes", "有车", "有 是 已购车"), Value(Choices(false), "no", "无车", "无 没有 否"),
  ]
  private static let onlyChildren = [
    Value(Choices(true), "yes", "独生", "是 独生子女"), Value(Choices(false), "no", "非独生", "否 不是"),
  ]
  private static let smokings = [
    Value(Choices(Habit.never), "no", "不抽烟", "never 不吸烟 否 不"),
    Value(Choices(Habit.sometimes), "sometimes", "偶尔抽烟", "偶尔"),
    Value(Choices(Habit.often), "yes", "抽烟", "often 吸烟 是"),
  ]
  private static let drinkings = [
    Value(Choices(Habit.never), "no", "不喝酒", "never 不饮酒 否 不"),
    Value(Choices(Habit.sometimes), "sometimes", "偶尔喝酒", "偶尔"),
    Value(Choices(Habit.often), "yes", "喝酒", "often 饮酒 是"),
  ]
  private static let verifications = [
    Value(Choices(Verification.verified), "verified", "已核验", "yes 是 核验"),
    Value(Choices(Verification.pending), "pending", "待核验", "未核验 no"),
    Value(Choices(Verification.rejected), "rejected", "核验未通过", "未通过"),
    Value(Choices(Verification.expired), "expired", "核验已过期", "已过期"),
  ]
  private static let statuses = [
    Value(Choices(MemberStatus.single), "single", "单身", "looking 在册 征友中"),
    Value(Choices(MemberStatus.seeing), "seeing", "恋爱中", "恋爱 交往中"),
    Value(Choices(MemberStatus.married), "married", "已结婚", "结婚"),
    Value(Choices(MemberStatus.withdrawn), "withdrawn", "已退出", "退出"),
  ]
}
