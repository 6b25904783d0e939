/// Facts packed so that a pair is judged in a few machine instructions.
///
/// Every figure and place is an interval, what is unknown an interval of everything, so that a limit
/// is missed just where two intervals do not meet. Every choice is one bit.
struct CircleFacts {
  typealias Lanes = SIMD8<Int32>

  /// The places of figures and places in the lanes.
  enum Lane: Int {
    case age, birthYear, height, weight, income, residence, household, hometown
  }

  static let lowest = Int32.min
  static let highest = Int32.max

  var low = Lanes(repeating: lowest)
  var high = Lanes(repeating: highest)
  /// One bit for each trait that is known, and one for the education.
  var bits: UInt64 = 0
  var work: Work = []
  /// 0 where it is not known.
  var birthYear: Int32 = 0
  var residence: Int32 = 0
  var education: Int32 = 0
  /// The member's place in the index.
  var place: Int32

  init(_ facts: MemberFacts, place: Int, day: Day) {
    self.place = Int32(place)
    if let birth = facts.birth {
      let ages = birth.ages(on: day)
      set(.age, ages.lowerBound, ages.upperBound)
      set(.birthYear, birth.year, birth.year)
      birthYear = Int32(birth.year)
    }
    if let height = facts.height { set(.height, height, height) }
    if let weight = facts.weight.value { set(.weight, weight, weight) }
    if let income = facts.income.value {
      set(.income, income.low, income.high ?? Int(CircleFacts.highest) - 1)
    }
    for (kind, lane) in [
      (PlaceKind.residence, Lane.residence), (.household, .household), (.hometown, .hometown),
    ] {
      guard let codes = facts.place(kind)?.codes else { continue }
      set(lane, Int(codes.lowerBound), Int(codes.upperBound))
    }
    residence = facts.residence.value?.code ?? 0
    education = Int32(facts.education.value?.rawValue ?? 0)
    work = facts.work.value ?? []
    for (bit, value) in CircleBits.values.enumerated() where value.isTrue(of: facts) {
      bits |= 1 << UInt64(bit)
    }
  }

  private mutating func set(_ lane: Lane, _ low: Int, _ high: Int) {
    self.low[lane.rawValue] = Int32(clamping: low)
    self.high[lane.rawValue] = Int32(clamping: high)
  }

  func isKnown(_ lane: Int) -> Bool { low[lane] != CircleFacts.lowest }
}

/// What each bit of ``CircleFacts`` stands for: a fact as it may be known.
enum CircleBits {
  struct Value: Sendable {
    let facts: MemberFacts
    let field: ConditionField

    fileprivate func isTrue(of other: MemberFacts) -> Bool {
      switch field {
      case .trait(.sex): facts.sex == other.sex
      case .trait(.marital): facts.marital == other.marital
      case .trait(.children): facts.children == other.children
      case .trait(.housing): facts.housing == other.housing
      case .trait(.car): facts.car == other.car
      case .trait(.onlyChild): facts.onlyChild == other.onlyChild
      case .trait(.smoking): facts.smoking == other.smoking
      case .trait(.drinking): facts.drinking == other.drinking
      case .trait(.verification): facts.verification == other.verification
      case .trait(.status): facts.status == other.status
      case .education: facts.education == other.education
      case .measure, .work, .text, .place: false
      }
    }
  }

  static let values: [Value] = {
    var values: [Value] = []
    func add<Fact>(
      _ field: ConditionField, _ path: WritableKeyPath<MemberFacts, Fact>, _ all: [Fact]
    ) {
      for one in all {
        var facts = MemberFacts()
        facts[keyPath: path] = one
        values.append(Value(facts: facts, field: field))
      }
    }
    add(.trait(.sex), \.sex, [.man, .woman])
    add(.trait(.marital), \.marital, MaritalStatus.allCases.map { .known($0) })
    add(.trait(.children), \.children, Children.allCases.map { .known($0) })
    add(.trait(.housing), \.housing, Housing.allCases.map { .known($0) })
    add(.trait(.car), \.car, [.known(true), .known(false)])
    add(.trait(.onlyChild), \.onlyChild, [.known(true), .known(false)])
    add(.trait(.smoking), \.smoking, Habit.allCases.map { .known($0) })
    add(.trait(.drinking), \.drinking, Habit.allCases.map { .known($0) })
    add(.trait(.verification), \.verification, Verification.allCases)
    add(.trait(.status), \.status, MemberStatus.allCases)
    add(.education, \.education, Education.allCases.map { .known($0) })
    return values
  }()

  /// The bits of facts a demand is met by and missed by; asked of the slow rule itself, so that both
  /// always agree.
  static func masks(_ demand: Demand, day: Day) -> (met: UInt64, missed: UInt64) {
    var masks: (met: UInt64, missed: UInt64) = (0, 0)
    for (bit, value) in values.enumerated() where value.field == demand.condition.field {
      switch demand.verdict(on: value.facts, day: day) {
      case .met: masks.met |= 1 << UInt64(bit)
      case .missed: masks.missed |= 1 << UInt64(bit)
      case .unknown: break
      }
    }
    return masks
  }
}
