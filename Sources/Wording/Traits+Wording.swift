public import Matchmaking

// Values of details in a sentence. The words that filters are written with are Matchmaking's own.

extension Trait {
  /// A value as a noun, for whoever it is said of.
  func inEnglish(_ value: Value) -> String {
    switch self {
    case .sex: value.english == "F" ? "woman" : "man"
    case .marital: Self.maritals[value.english] ?? value.english
    case .children: Self.childrens[value.english] ?? value.english
    case .housing: Self.housings[value.english] ?? value.english
    case .car: value.english == "yes" ? "car owner" : "no car"
    case .onlyChild: value.english == "yes" ? "only child" : "not an only child"
    case .smoking: Self.habit(value.english, of: "smoker")
    case .drinking: Self.habit(value.english, of: "drinker")
    case .verification: Self.verifications[value.english] ?? value.english
    case .status: value.english == "seeing" ? "seeing somebody" : value.english
    }
  }

  private static let maritals = ["unmarried": "never married", "single": "not married"]
  private static let childrens = [
    "none": "no children", "here": "children at home", "elsewhere": "children living elsewhere",
    "yes": "has children",
  ]
  private static let housings = [
    "mortgage": "home with a mortgage", "planned": "plans to buy a home", "none": "no home",
    "rent": "rents a home", "dormitory": "lives in a dormitory", "parents": "lives with parents",
    "own": "home owner", "outright": "home without a mortgage",
  ]
  private static let verifications = [
    "pending": "not verified", "rejected": "verification rejected",
    "expired": "verification expired",
  ]

  private static func habit(_ word: String, of whom: String) -> String {
    switch word {
    case "no": "non-\(whom)"
    case "sometimes": "occasional \(whom)"
    default: whom
    }
  }
}

extension MaritalStatus {
  public var phrase: Phrase {
    switch self {
    case .neverMarried: Phrase("未婚", "never married")
    case .divorced: Phrase("离异", "divorced")
    case .widowed: Phrase("丧偶", "widowed")
    case .single: Phrase("单身", "not married")
    case .married: Phrase("已婚", "married")
    }
  }
}

extension Education {
  public var phrase: Phrase {
    switch self {
    case .primary: Phrase(word(.chinese), "primary school")
    case .junior: Phrase(word(.chinese), "junior high school")
    case .senior: Phrase(word(.chinese), "senior high school")
    case .college: Phrase(word(.chinese), "junior college")
    case .bachelor: Phrase(word(.chinese), "bachelor's degree")
    case .master: Phrase(word(.chinese), "master's degree")
    case .doctor: Phrase(word(.chinese), "doctorate")
    }
  }

  static func phrase(_ bounds: Bounds<Education>) -> Phrase {
    switch (bounds.low?.phrase, bounds.high?.phrase) {
    case (let low?, let high?) where low == high: Phrase("学历", "") + low
    case (let low?, let high?):
      Phrase(
        "学历\(low.chinese)到\(high.chinese)", "\(low.english) to \(high.english)")
    case (let low?, nil): Phrase("学历\(low.chinese)及以上", "\(low.english) or higher")
    case (nil, let high?): Phrase("学历\(high.chinese)及以下", "\(high.english) or lower")
    case (nil, nil): Phrase("学历", "education")
    }
  }
}

extension Work {
  /// Every kind in it: `事业单位、教师`, `public institution, teacher`.
  public var phrase: Phrase {
    var rest = self
    var kinds: [Phrase] = []
    if isSuperset(of: .inTheSystem) {
      kinds.append(Phrase("体制内", "public sector"))
      rest.subtract(.inTheSystem)
    }
    return .list(kinds + rest.elements.map { Self.names[$0] ?? .empty })
  }

  private static let names: [Work: Phrase] = [
    .government: Phrase("机关公务员", "civil service"),
    .publicInstitution: Phrase("事业单位", "public institution"),
    .stateOwned: Phrase("国企", "state-owned company"),
    .privateFirm: Phrase("民营企业", "private company"),
    .foreignFirm: Phrase("外资或合资企业", "foreign or joint-venture company"),
    .selfEmployed: Phrase("自主创业", "self-employed"),
    .newForms: Phrase("新就业形态", "new forms of employment"),
    .migrant: Phrase("农民工", "migrant worker"), .military: Phrase("军人", "military"),
    .teacher: Phrase("教师", "teacher"), .medical: Phrase("医护", "medical staff"),
    .police: Phrase("警察或消防员", "police or fire service"),
    .finance: Phrase("金融", "finance"), .tech: Phrase("互联网行业", "IT"),
    .engineer: Phrase("工程师", "engineer"), .worker: Phrase("工人", "worker"),
    .driver: Phrase("司机或快递员", "driver or courier"),
  ]
}
