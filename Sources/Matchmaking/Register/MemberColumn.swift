/// Columns the list of members can be sorted by.
public enum MemberColumn: String, Hashable, Sendable, CaseIterable {
  case number, name, sex, birth, height, weight, education, income, marital, residence, status
  case verification

  /// What is sorted: the number, a key for the name, and the facts.
  public struct Row: Hashable, Sendable {
    public let number: String
    /// Orders names as a reader expects, by their pinyin for example.
    public let nameKey: String
    public let facts: MemberFacts

    public init(number: String, nameKey: String, facts: MemberFacts) {
      self.number = number
      self.nameKey = nameKey
      self.facts = facts
    }
  }

  /// Whether one row stands before another.
  ///
  /// What is unknown stands last in either direction; equals stand by member number.
  public func precedes(_ one: Row, _ other: Row, isDescending: Bool = false) -> Bool {
    switch self {
    case .number:
      return MemberNumber.precedes(
        isDescending ? other.number : one.number, isDescending ? one.number : other.number)
    case .name:
      if one.nameKey != other.nameKey {
        return isDescending ? one.nameKey > other.nameKey : one.nameKey < other.nameKey
      }
    default:
      let (first, second) = (key(one.facts), key(other.facts))
      if first != second {
        guard let first else { return false }
        guard let second else { return true }
        return isDescending ? first > second : first < second
      }
    }
    return MemberNumber.precedes(one.number, other.number)
  }

  /// What is sorted by, where that is a number; nil where nothing is known, and for names and numbers.
  public func key(_ facts: MemberFacts) -> Int? {
    switch self {
    case .number, .name: nil
    case .sex: facts.sex.map { $0 == .woman ? 0 : 1 }
    case .birth: facts.birth.map { ($0.year * 100 + ($0.month ?? 0)) * 100 + ($0.day ?? 0) }
    case .height: facts.height
    case .weight: facts.weight.value
    case .education: facts.education.value?.rawValue
    case .income: facts.income.value?.low
    case .marital: facts.marital.value?.rawValue
    case .residence: facts.residence.value.map { Int($0.code) }
    case .status: MemberStatus.allCases.firstIndex(of: facts.status)
    case .verification: Verification.allCases.firstIndex(of: facts.verification)
    }
  }
}

/// The order of member numbers: shorter ones first, so that 9 stands before 10.
public enum MemberNumber {
  public static func precedes(_ one: String, _ other: String) -> Bool {
    var (one, other) = (one, other)
    return one.withUTF8 { one in
      other.withUTF8 { precedes(UnsafeRawBufferPointer(one), UnsafeRawBufferPointer($0)) }
    }
  }

  /// As UTF-8.
  static func precedes(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    let (first, second) = (length(one), length(other))
    return first == second ? one.lexicographicallyPrecedes(other) : first < second
  }

  /// In characters of Unicode, each of which begins with one byte that goes on nothing.
  private static func length(_ number: UnsafeRawBufferPointer) -> Int {
    number.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
  }
}
