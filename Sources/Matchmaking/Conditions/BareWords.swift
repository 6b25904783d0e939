/// Words that are a whole condition by themselves: `verified`, `已核验`, `有房`.
enum BareWords {
  static func condition(_ word: String) -> Condition? { all[word] }

  /// The usual words that begin so and can stand in a filter, in the order of the details.
  static func beginning(_ typed: String) -> [(word: String, condition: Condition)] {
    usual.filter { $0.hasPrefix(typed) && $0 != typed }.compactMap { word in
      all[word].map { (word, $0) }
    }
  }

  private static let usual =
    Trait.allCases.flatMap { $0.values.map(\.chinese) }.filter { all[$0] != nil } + ["体制内"]

  /// The word for a condition, where there is one in both languages; it is how it is written.
  static func name(_ condition: Condition) -> (english: String, chinese: String)? {
    condition == .trait(.verification, Choices(Verification.verified)) ? ("verified", "已核验") : nil
  }

  private static let all: [String: Condition] = {
    var all: [String: Condition] = [
      "verified": .trait(.verification, Choices(Verification.verified)),
      "unverified": .trait(
        .verification, Trait.verification.all.subtracting(Choices(Verification.verified))),
      "本地": .nearby(.residence, .sameCity), "同城": .nearby(.residence, .sameCity),
      "本省": .nearby(.residence, .sameProvince), "省内": .nearby(.residence, .sameProvince),
      "本县": .nearby(.residence, .sameCounty), "local": .nearby(.residence, .sameCity),
      "体制内": .work(.inTheSystem),
    ]
    // Single Han characters are left to names; the words of both sexes are not.
    for trait in Trait.allCases {
      for value in trait.values {
        for word in [value.chinese] + value.also
        where word.unicodeScalars.allSatisfy({ $0.value > 0x2e80 }) {
          if word.unicodeScalars.count > 1 || trait == .sex {
            if !["偶尔", "没有", "不是"].contains(word) { all[word] = .trait(trait, value.choices) }
          }
        }
      }
    }
    // 单身 is what everybody in the register is called: those who are looking.
    all["单身"] = .trait(.status, Choices(MemberStatus.single))
    return all
  }()
}

extension Nearby {
  var names: (english: String, chinese: String) {
    switch self {
    case .sameCounty: ("same-county", "同县")
    case .sameCity: ("same-city", "同城")
    case .sameProvince: ("same-province", "同省")
    }
  }

  init?(word: String) {
    switch word {
    case "same-county", "同县", "本县", "同区": self = .sameCounty
    case "same-city", "同城", "本地", "本市", "local": self = .sameCity
    case "same-province", "同省", "本省", "省内": self = .sameProvince
    default: return nil
    }
  }
}

extension ConditionField {
  /// The field whose English or Chinese name is one slip of the finger away, or begins so.
  static func nearest(_ word: String) -> ConditionField? {
    guard !word.isEmpty else { return nil }
    let named = allCases.flatMap { field in field.names.map { (field, $0) } }
    if word.count >= 2, let found = named.first(where: { $0.1.hasPrefix(word) }) { return found.0 }
    return named.first { distance(word, $0.1) == 1 && $0.1.count > 2 }?.0
      ?? named.first { distance(word, $0.1) == 2 && $0.1.count > 4 }?.0
  }

  /// Levenshtein's.
  private static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    if abs(one.count - other.count) > 2 { return 3 }
    var row = Array(0...other.count)
    for (i, a) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in other.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[other.count]
  }
}
