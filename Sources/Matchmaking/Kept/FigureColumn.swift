/// A figure or a choice of a member, as it is kept: a number in a column of its own.
///
/// 0 where nothing was said, -1 where it was not understood. Numbers stand in files: what is new is appended,
/// here and among the values of a choice.
enum FigureColumn: Int, CaseIterable {
  /// Where the member's row stands, counted from the first of its stretch.
  case row
  case sex, education, marital, children, housing, car, onlyChild, smoking, drinking
  /// As it was decided; `verifiedUntil` says how long that stands.
  case verification
  case status
  /// Year, month and day in eight digits; a month or day that is not known is 0.
  case birth
  case height, weight
  /// One more than the figure, so that 0 yuan is an income.
  case incomeLow
  /// -1 for "and more".
  case incomeHigh
  case residence, household, hometown
  case work
  case verifiedUntil

  /// In bytes.
  var width: Int {
    switch self {
    case .sex, .education, .marital, .children, .housing, .car, .onlyChild, .smoking, .drinking,
      .verification, .status:
      1
    case .row, .height, .weight: 2
    case .birth, .incomeLow, .incomeHigh, .residence, .household, .hometown, .work, .verifiedUntil:
      4
    }
  }

  /// How many values a choice has; nil for what is a figure.
  var choices: Int? {
    switch self {
    case .sex: All.sexes.count
    case .education: All.educations.count
    case .marital: All.maritals.count
    case .children: All.children.count
    case .housing: All.housings.count
    case .car, .onlyChild: All.answers.count
    case .smoking, .drinking: All.habits.count
    case .verification: All.verifications.count
    case .status: All.statuses.count
    case .row, .birth, .height, .weight, .incomeLow, .incomeHigh, .residence, .household, .hometown,
      .work, .verifiedUntil:
      nil
    }
  }

  /// Whether every member has it.
  var isSaid: Bool { self == .verification || self == .status }

  /// The bytes of one member in all columns.
  static let size = allCases.reduce(0) { $0 + $1.width }
  /// Of the column in a table of so many members, for each of them.
  static let offsets: [Int] = allCases.map { column in
    allCases.prefix(column.rawValue).reduce(0) { $0 + $1.width }
  }
}

// MARK: - As numbers

extension FigureColumn {
  /// What is kept of a member; of what facts do not hold, 0.
  func number(of facts: MemberFacts) -> Int {
    switch self {
    case .row, .verifiedUntil: 0
    case .sex: Self.number(facts.sex, All.sexes)
    case .education: Self.number(facts.education, All.educations)
    case .marital: Self.number(facts.marital, All.maritals)
    case .children: Self.number(facts.children, All.children)
    case .housing: Self.number(facts.housing, All.housings)
    case .car: Self.number(facts.car, All.answers)
    case .onlyChild: Self.number(facts.onlyChild, All.answers)
    case .smoking: Self.number(facts.smoking, All.habits)
    case .drinking: Self.number(facts.drinking, All.habits)
    case .verification: Self.number(facts.verification, All.verifications)
    case .status: Self.number(facts.status, All.statuses)
    case .birth: facts.birth.map { ($0.year * 100 + ($0.month ?? 0)) * 100 + ($0.day ?? 0) } ?? 0
    case .height: facts.height ?? 0
    case .weight: Self.number(facts.weight) { $0 }
    case .incomeLow: Self.number(facts.income) { $0.low + 1 }
    case .incomeHigh: facts.income.value.flatMap(\.high) ?? -1
    case .residence: Self.number(facts.residence) { Int($0.code) }
    case .household: Self.number(facts.household) { Int($0.code) }
    case .hometown: Self.number(facts.hometown) { Int($0.code) }
    case .work: Self.number(facts.work) { Int($0.rawValue) }
    }
  }

  static func number(of day: Day?) -> Int {
    day.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0
  }

  private static func number<Value: Equatable>(_ value: Value?, _ all: [Value]) -> Int {
    value.flatMap(all.firstIndex).map { $0 + 1 } ?? 0
  }

  private static func number<Value>(_ fact: Fact<Value>, _ all: [Value]) -> Int {
    number(fact) { value in number(value, all) }
  }

  private static func number<Value>(_ fact: Fact<Value>, _ number: (Value) -> Int) -> Int {
    switch fact {
    case .unsaid: 0
    case .notUnderstood: -1
    case .known(let value): number(value)
    }
  }
}

// MARK: - As facts

extension FigureColumn {
  /// Puts what is kept into a member's facts; columns go in their order.
  ///
  /// A number that nobody has, as in a damaged file, says nothing.
  /// - Parameter day: on which the verification is to stand.
  func put(_ number: Int, into facts: inout MemberFacts, on day: Day) {
    switch self {
    case .row: break
    case .sex: facts.sex = Self.choice(number, All.sexes).value
    case .education: facts.education = Self.choice(number, All.educations)
    case .marital: facts.marital = Self.choice(number, All.maritals)
    case .children: facts.children = Self.choice(number, All.children)
    case .housing: facts.housing = Self.choice(number, All.housings)
    case .car: facts.car = Self.choice(number, All.answers)
    case .onlyChild: facts.onlyChild = Self.choice(number, All.answers)
    case .smoking: facts.smoking = Self.choice(number, All.habits)
    case .drinking: facts.drinking = Self.choice(number, All.habits)
    case .verification:
      facts.verification = Self.choice(number, All.verifications).value ?? .pending
    case .status: facts.status = Self.choice(number, All.statuses).value ?? .single
    case .birth: facts.birth = Self.birth(number)
    case .height: facts.height = number > 0 ? number : nil
    case .weight: facts.weight = Self.fact(number) { $0 }
    case .incomeLow:
      facts.income = Self.fact(number) { MonthlyIncome(low: $0 - 1, high: nil) }
    case .incomeHigh:
      guard number >= 0, let income = facts.income.value else { break }
      facts.income = .known(MonthlyIncome(low: income.low, high: number))
    case .residence: facts.residence = Self.region(number)
    case .household: facts.household = Self.region(number)
    case .hometown: facts.hometown = Self.region(number)
    case .work: facts.work = Self.fact(number) { Work(rawValue: UInt32($0)) }
    case .verifiedUntil:
      guard number != 0 else { break }
      let until = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      facts.verification = facts.verification.standing(until: until, on: day)
    }
  }

  private static func fact<Value>(_ number: Int, _ value: (Int) -> Value?) -> Fact<Value> {
    if number > 0, let value = value(number) { return .known(value) }
    return number == -1 ? .notUnderstood : .unsaid
  }

  private static func choice<Value>(_ number: Int, _ all: [Value]) -> Fact<Value> {
    fact(number) { $0 <= all.count ? all[$0 - 1] : nil }
  }

  /// The table of regions is not asked, which would take longer than all else; a code has six digits.
  private static func region(_ number: Int) -> Fact<Region> {
    fact(number) { $0 < 1_000_000 ? Region(known: Int32($0)) : nil }
  }

  static func birth(_ number: Int) -> BirthDate? {
    guard number > 0 else { return nil }
    let (month, day) = (number / 100 % 100, number % 100)
    return BirthDate(
      year: number / 10_000, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }
}

/// The values of each choice by their numbers less one, made once.
private enum All {
  static let sexes: [Sex] = [.man, .woman]
  static let answers = [false, true]
  static let educations = Education.allCases
  static let maritals = MaritalStatus.allCases
  static let children = Children.allCases
  static let housings = Housing.allCases
  static let habits = Habit.allCases
  static let verifications = Verification.allCases
  static let statuses = MemberStatus.allCases
}

// MARK: - What a condition looks at

extension ConditionField {
  /// The columns that decide on it, eight bytes of each member at most; none for words.
  var columns: [FigureColumn] {
    switch self {
    case .trait(.sex): [.sex]
    case .trait(.marital): [.marital]
    case .trait(.children): [.children]
    case .trait(.housing): [.housing]
    case .trait(.car): [.car]
    case .trait(.onlyChild): [.onlyChild]
    case .trait(.smoking): [.smoking]
    case .trait(.drinking): [.drinking]
    case .trait(.verification): [.verification, .verifiedUntil]
    case .trait(.status): [.status]
    case .measure(.age), .measure(.birthYear), .measure(.older): [.birth]
    case .measure(.height): [.height]
    case .measure(.weight): [.weight]
    case .measure(.income): [.incomeLow, .incomeHigh]
    case .education: [.education]
    case .work: [.work]
    case .place(.residence): [.residence]
    case .place(.household): [.household]
    case .place(.hometown): [.hometown]
    case .text: []
    }
  }
}
