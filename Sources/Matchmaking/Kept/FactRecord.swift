/// A member's figures and choices in 49 bytes, as they are kept beside the register; words are kept apart.
///
/// Numbers are little-endian. A fact is 0 where nothing was said, -1 where it was not understood.
struct FactRecord {
  static let size = 49

  /// Where the member's row stands, counted from the first of its stretch.
  let row: UInt16
  /// Without texts; in a record that is written the verification as it was decided.
  let facts: MemberFacts
  let verifiedUntil: Day?

  init(_ facts: MemberFacts, verifiedUntil: Day?, row: UInt16) {
    var facts = facts
    facts.texts = TextFacts()
    self.facts = facts
    self.row = row
    self.verifiedUntil = verifiedUntil
  }

  /// Nil where the bytes hold what no member has.
  ///
  /// - Parameters:
  ///   - place: where the record begins.
  ///   - day: on which the verification stands as it is given.
  init?(_ bytes: UnsafeRawBufferPointer, at place: Int, on day: Day) {
    var read = RecordReading(bytes, place)
    row = read.next(UInt16.self)
    var facts = MemberFacts()
    facts.sex = read.choice(All.sexes)
    facts.education = read.choice(All.educations)
    facts.marital = read.choice(All.maritals)
    facts.children = read.choice(All.children)
    facts.housing = read.choice(All.housings)
    facts.car = read.choice(All.answers)
    facts.onlyChild = read.choice(All.answers)
    facts.smoking = read.choice(All.habits)
    facts.drinking = read.choice(All.habits)
    guard let verification: Verification = read.choice(All.verifications),
      let status: MemberStatus = read.choice(All.statuses)
    else { return nil }
    facts.birth = read.birth()
    facts.height = read.number(Int16.self)
    facts.weight = read.fact(Int16.self) { $0 }
    facts.income = read.income()
    facts.residence = read.region()
    facts.household = read.region()
    facts.hometown = read.region()
    facts.work = read.fact(Int32.self) { Work(rawValue: UInt32($0)) }
    verifiedUntil = read.day()
    guard read.isWhole else { return nil }
    facts.verification = verification.standing(until: verifiedUntil, on: day)
    facts.status = status
    self.facts = facts
  }

  func append(to bytes: inout [UInt8]) {
    bytes.append(little: row)
    bytes.append(choice: facts.sex, of: All.sexes)
    bytes.append(choice: facts.education, of: All.educations)
    bytes.append(choice: facts.marital, of: All.maritals)
    bytes.append(choice: facts.children, of: All.children)
    bytes.append(choice: facts.housing, of: All.housings)
    bytes.append(choice: facts.car, of: All.answers)
    bytes.append(choice: facts.onlyChild, of: All.answers)
    bytes.append(choice: facts.smoking, of: All.habits)
    bytes.append(choice: facts.drinking, of: All.habits)
    bytes.append(choice: facts.verification, of: All.verifications)
    bytes.append(choice: facts.status, of: All.statuses)
    bytes.append(
      little: Int32(
        facts.birth.map { ($0.year * 100 + ($0.month ?? 0)) * 100 + ($0.day ?? 0) } ?? 0))
    bytes.append(little: Int16(clamping: facts.height ?? 0))
    bytes.append(fact: facts.weight, as: Int16.self) { $0 }
    bytes.append(fact: facts.income, as: Int32.self) { $0.low + 1 }
    bytes.append(little: facts.income.value?.high.map { Int32(clamping: $0) } ?? -1)
    for place in [facts.residence, facts.household, facts.hometown] {
      bytes.append(fact: place, as: Int32.self) { Int($0.code) }
    }
    bytes.append(fact: facts.work, as: Int32.self) { Int($0.rawValue) }
    bytes.append(
      little: Int32(verifiedUntil.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0))
  }
}

/// The values of each choice by their numbers less one, made once.
///
/// A new one is appended: the numbers of the others stand in files.
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

/// Takes a record apart from its beginning to its end.
private struct RecordReading {
  private let bytes: UnsafeRawBufferPointer
  private var place: Int
  /// Whether everything so far was what some member has.
  private(set) var isWhole = true

  init(_ bytes: UnsafeRawBufferPointer, _ place: Int) {
    self.bytes = bytes
    self.place = place
  }

  @inline(__always)
  mutating func next<Number: FixedWidthInteger>(_: Number.Type) -> Number {
    let number = bytes.loadUnaligned(fromByteOffset: place, as: Number.self)
    place += MemoryLayout<Number>.size
    return Number(littleEndian: number)
  }

  @inline(__always)
  mutating func choice<Value>(_ all: [Value]) -> Value? {
    let number = Int(next(Int8.self))
    guard number != 0 else { return nil }
    guard number > 0, number <= all.count else {
      isWhole = false
      return nil
    }
    return all[number - 1]
  }

  @inline(__always)
  mutating func choice<Value>(_ all: [Value]) -> Fact<Value> {
    let number = Int(next(Int8.self))
    if number == -1 { return .notUnderstood }
    guard number != 0 else { return .unsaid }
    guard number > 0, number <= all.count else {
      isWhole = false
      return .unsaid
    }
    return .known(all[number - 1])
  }

  @inline(__always)
  mutating func fact<Number: FixedWidthInteger, Value>(
    _: Number.Type, _ value: (Int) -> Value?
  ) -> Fact<Value> {
    let number = Int(next(Number.self))
    if number == -1 { return .notUnderstood }
    guard number != 0 else { return .unsaid }
    guard number > 0, let value = value(number) else {
      isWhole = false
      return .unsaid
    }
    return .known(value)
  }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Int? {
    let number = Int(next(Number.self))
    return number > 0 ? number : nil
  }

  mutating func income() -> Fact<MonthlyIncome> {
    let low = fact(Int32.self) { $0 - 1 }
    let high = Int(next(Int32.self))
    switch low {
    case .unsaid: return .unsaid
    case .notUnderstood: return .notUnderstood
    case .known(let low): return .known(MonthlyIncome(low: low, high: high < 0 ? nil : high))
    }
  }

  mutating func region() -> Fact<Region> { fact(Int32.self) { Region(code: $0) } }

  mutating func birth() -> BirthDate? {
    let number = Int(next(Int32.self))
    guard number != 0 else { return nil }
    let (month, day) = (number / 100 % 100, number % 100)
    let birth = BirthDate(
      year: number / 10_000, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    if birth == nil { isWhole = false }
    return birth
  }

  mutating func day() -> Day? {
    let number = Int(next(Int32.self))
    guard number != 0 else { return nil }
    let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    if day == nil { isWhole = false }
    return day
  }
}

extension [UInt8] {
  mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 }
  }

  fileprivate mutating func append<Value: Equatable>(choice: Value?, of all: [Value]) {
    append(UInt8(choice.flatMap(all.firstIndex).map { $0 + 1 } ?? 0))
  }

  fileprivate mutating func append<Value: Hashable>(choice: Fact<Value>, of all: [Value]) {
    switch choice {
    case .unsaid: append(0)
    case .notUnderstood: append(0xff)
    case .known(let value): append(choice: value, of: all)
    }
  }

  fileprivate mutating func append<Value: Hashable, Number: FixedWidthInteger>(
    fact: Fact<Value>, as _: Number.Type, _ number: (Value) -> Int
  ) {
    switch fact {
    case .unsaid: append(little: Number(0))
    case .notUnderstood: append(little: Number(truncatingIfNeeded: -1))
    case .known(let value): append(little: Number(clamping: number(value)))
    }
  }
}
