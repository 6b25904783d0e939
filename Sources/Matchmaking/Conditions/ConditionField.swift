/// A word on the left side of a condition.
public enum ConditionField: Hashable, Sendable, CaseIterable {
  case trait(Trait)
  case measure(Measure)
  case education, work
  case text(TextKind)
  case place(PlaceKind)

  /// In the order they are written.
  public static let allCases: [ConditionField] = [
    .trait(.sex), .measure(.age), .measure(.birthYear), .measure(.older), .measure(.height),
    .measure(.weight), .education, .work, .text(.employer), .text(.job), .text(.sector),
    .text(.union), .measure(.income), .trait(.marital), .trait(.children), .place(.residence),
    .place(.household), .place(.hometown), .text(.ethnicity), .text(.politics),
    .text(.interests), .text(.matchmaker), .trait(.housing), .trait(.car),
    .trait(.onlyChild), .trait(.smoking), .trait(.drinking), .trait(.verification),
    .trait(.status),
  ]

  public var english: String { names[0] }
  public var chinese: String { names[1] }

  /// English, Chinese, and other names that are taken.
  var names: [String] {
    switch self {
    case .trait(let trait): trait.names
    case .measure(let measure): measure.names
    case .education: ["education", "学历", "edu", "文化程度"]
    case .work: ["work", "工作", "职业"]
    case .text(let kind): kind.names
    case .place(.residence):
      ["city", "居住地", "residence", "lives", "现居住地", "城市", "地区", "现居", "region"]
    case .place(.household): ["household", "户籍", "户口", "hukou"]
    case .place(.hometown): ["hometown", "籍贯", "家乡", "老家"]
    }
  }

  /// Whether one of its names stands somewhere in a text, as a word or within one.
  public func isNamed(in text: String) -> Bool {
    let text = Written(text)
    return names.contains { text.contains($0) }
  }

  init?(_ word: String) {
    guard let field = Self.byName[word.lowercased()] else { return nil }
    self = field
  }

  private static let byName: [String: ConditionField] = Dictionary(
    allCases.flatMap { field in field.names.map { ($0, field) } },
    uniquingKeysWith: { one, _ in one })

  /// Whether a comparison makes sense: `>=` where there is an order, `~` but for numbers.
  func takes(_ comparison: Comparison) -> Bool {
    switch comparison {
    case .equal, .unequal: true
    case .atLeast, .atMost, .above, .below: isOrdered
    case .has, .lacks: if case .measure = self { false } else { true }
    }
  }

  /// As they are offered, the usual one first.
  var comparisons: [String] {
    if case .text = self { return ["~", "=", "!~", "!="] }
    return isOrdered ? ["=", ">=", "<=", "!="] : ["=", "!="]
  }

  /// Whether values have an order that `>=` can speak of.
  public var isOrdered: Bool {
    switch self {
    case .measure, .education: true
    case .trait, .work, .text, .place: false
    }
  }
}

extension TextKind {
  fileprivate var names: [String] {
    switch self {
    case .employer: ["employer", "单位", "工作单位", "所在单位", "单位名称", "公司", "企业", "company"]
    case .union: ["union", "工会", "上级工会", "所属工会", "推荐单位"]
    case .sector: ["sector", "单位性质", "行业", "性质", "industry"]
    case .job: ["job", "岗位", "职务", "职位", "工种", "职称", "position"]
    case .ethnicity: ["ethnicity", "民族", "ethnic"]
    case .politics: ["politics", "政治面貌", "政治", "面貌", "political"]
    case .interests: ["interests", "兴趣", "兴趣爱好", "爱好", "特长", "hobbies"]
    case .matchmaker: ["matchmaker", "红娘", "介绍人", "推荐人"]
    }
  }
}

extension Trait {
  fileprivate var names: [String] {
    switch self {
    case .sex: ["sex", "性别", "gender"]
    case .marital: ["marital", "婚况", "婚姻状况", "婚姻", "婚史"]
    case .children: ["children", "子女", "子女情况", "孩子"]
    case .housing: ["housing", "住房", "房产", "房", "home"]
    case .car: ["car", "购车", "车", "车辆"]
    case .onlyChild: ["only", "独生子女", "onlychild", "only_child"]
    case .smoking: ["smoking", "抽烟", "吸烟", "smokes"]
    case .drinking: ["drinking", "喝酒", "饮酒", "drinks"]
    case .verification: ["verification", "核验", "审核"]
    case .status: ["status", "状态"]
    }
  }
}

extension Measure {
  fileprivate var names: [String] {
    switch self {
    case .age: ["age", "年龄", "岁数"]
    case .birthYear: ["born", "出生年", "birth", "year", "出生", "出生年份", "生年"]
    case .older: ["older", "比我大", "大我", "gap", "年龄差"]
    case .height: ["height", "身高"]
    case .weight: ["weight", "体重"]
    case .income: ["income", "月收入", "收入", "月薪", "工资"]
    }
  }

  /// What a number of it can be; others are surely a slip of the finger.
  var plausible: ClosedRange<Int> {
    switch self {
    case .age: 16...100
    case .birthYear: 1900...2199
    case .older: -60...60
    case .height: FieldReading.heights
    case .weight: 30...200
    case .income: 0...10_000_000
    }
  }
}
