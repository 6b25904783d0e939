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
    bits = CircleBits.bits(of: facts)
  }

  private mutating func set(_ lane: Lane, _ low: Int, _ high: Int) {
    self.low[lane.rawValue] = Int32(clamping: low)
    self.high[lane.rawValue] = Int32(clamping: high)
  }

  func isKnown(_ lane: Int) -> Bool { low[lane] != CircleFacts.lowest }
}

/// What each bit of ``CircleFacts`` stands for: a value of a choice, as it may be known.
enum CircleBits {
  /// The choices, each with its first bit.
  private static let choices: [(column: FigureColumn, start: Int, count: Int)] = {
    var (choices, start): ([(FigureColumn, Int, Int)], Int) = ([], 0)
    for column in FigureColumn.allCases {
      guard let count = column.choices else { continue }
      choices.append((column, start, count))
      start += count
    }
    return choices
  }()

  static func bits(of facts: MemberFacts) -> UInt64 {
    var bits: UInt64 = 0
    for (column, start, _) in choices {
      let number = column.number(of: facts)
      if number > 0 { bits |= 1 << UInt64(start + number - 1) }
    }
    return bits
  }

  /// The bits of facts a demand is met by and missed by; asked of the slow rule itself, so that both
  /// always agree.
  static func masks(_ demand: Demand, day: Day) -> (met: UInt64, missed: UInt64) {
    var masks: (met: UInt64, missed: UInt64) = (0, 0)
    guard let asked = demand.condition.field.columns.first else { return masks }
    for (column, start, count) in choices where column == asked {
      for number in 1...count {
        var facts = MemberFacts()
        column.put(number, into: &facts, on: day)
        let bit: UInt64 = 1 << UInt64(start + number - 1)
        switch demand.verdict(on: facts, day: day) {
        case .met: masks.met |= bit
        case .missed: masks.missed |= bit
        case .unknown: break
        }
      }
    }
    return masks
  }
}
