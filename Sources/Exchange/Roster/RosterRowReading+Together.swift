import Characters
import Matchmaking

/// What cells of one row say that has its meaning only beside others.
struct SaidTogether {
  var resident: ResidentNumber?
  var familyName = ""
  var givenName = ""
  /// When the row was answered.
  var answered: AnswerTime?
  var age: Int?
  var consents: [(purpose: ConsentPurpose, agrees: Bool)] = []
}

extension RosterRowReading {
  /// Behind the last cell of the row.
  mutating func finishRow() {
    if hasHalves { joinName() }
    if said.resident != nil { compareWithResident() }
    tellBirthByAge()
    for (purpose, agrees) in said.consents {
      say(ConsentAnswer(agrees: agrees, day: said.answered?.day).description, .consent(purpose))
    }
  }

  /// 王 and 芳 are 王芳, Alice and Smith are Alice Smith.
  private mutating func joinName() {
    guard let index = head.index(of: .familyName) else { return }
    let (family, given) = (said.familyName, said.givenName)
    let isHan = (family + given).unicodeScalars.allSatisfy { $0.isHan || $0.isBlank }
    let name = isHan ? family + given : "\(given) \(family)".trimmed
    if !name.isEmpty { takeName(name, index) }
  }

  /// An age is true for a year: with the day of the answer it tells the year of birth, as far as it goes.
  private mutating func tellBirthByAge() {
    guard let age = said.age, let day = said.answered?.day, text(of: .birth) == nil,
      let birth = BirthDate(year: day.year - age)
    else { return }
    say(birth.description, .birth)
  }

  /// The birth date and sex inside the resident number must be those of the other columns, and fill
  /// them where the row says nothing.
  private mutating func compareWithResident() {
    guard let resident = said.resident, let index = head.index(of: .resident) else { return }
    let sex = text(of: .sex).flatMap(Sex.init)
    let birth = text(of: .birth).flatMap { BirthDate($0) }
    var differences: [String] = []
    if let sex, sex != resident.sex {
      differences.append("\(sex.rawValue) ≠ \(resident.sex.rawValue)")
    }
    if let birth, !birth.covers(resident.birth) {
      differences.append("\(birth) ≠ \(resident.birth)")
    }
    guard differences.isEmpty else {
      if let slot = batch.slot(.text(.residentDigits)) { batch.unsay(slot) }
      note(.residentMismatch, index, differences.joined(separator: ", "))
      return
    }
    if sex == nil { say(resident.sex.rawValue, .sex) }
    if birth == nil { say(resident.birth.description, .birth) }
  }
}

/// When a form was sent in, to the second as far as it is told.
struct AnswerTime: Hashable, Sendable {
  let day: Day
  /// Of the day.
  let seconds: Int

  /// `2026/09/03 12:00:00`, `2026-09-03T12:00`, `2026年9月3日 下午3:05`, and `46268.5`, as a spreadsheet counts
  /// moments; nil for anything else.
  ///
  /// - Parameter is1904: whether its days are counted from 1904.
  init?(_ text: String, is1904: Bool = false) {
    if let (day, seconds) = Self.counted(text, is1904: is1904) {
      (self.day, self.seconds) = (day, seconds)
      return
    }
    var numbers: [Int] = []
    var isOpen = false
    for scalar in text.unicodeScalars.lazy.map(\.narrowed) {
      if (0x30...0x39).contains(scalar.value) {
        if !isOpen { numbers.append(0) }
        isOpen = true
        let last = numbers.count - 1
        guard numbers[last] < 100_000_000 else { return nil }
        numbers[last] = numbers[last] * 10 + Int(scalar.value) - 48
      } else {
        isOpen = false
      }
    }
    if let first = numbers.first, first >= 1_900_00_00, first <= 2_199_12_31 {
      numbers.replaceSubrange(0..<1, with: [first / 10_000, first / 100 % 100, first % 100])
    }
    guard numbers.count >= 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    var hour = numbers.count > 3 ? numbers[3] : 0
    let isAfternoon = text.contains("下午") || text.contains("晚上") || text.uppercased().contains("PM")
    if isAfternoon, hour < 12 { hour += 12 }
    let isMorning = text.contains("上午") || text.contains("凌晨") || text.uppercased().contains("AM")
    if isMorning, hour == 12 { hour = 0 }
    self.day = day
    let (minute, second) = (numbers.count > 4 ? numbers[4] : 0, numbers.count > 5 ? numbers[5] : 0)
    guard hour < 25, minute < 60, second < 61 else { return nil }
    seconds = (hour * 60 + minute) * 60 + second
  }

  /// A moment whose format got lost: only one of this century.
  private static func counted(_ text: String, is1904: Bool) -> (Day, Int)? {
    let plain = SpreadsheetNumber.undone(text)
    let whole = plain.prefix { $0 != "." }
    guard whole.utf8.count == 5, plain.utf8.count <= 30,
      plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2e }),
      let value = Double(plain)
    else { return nil }
    // A part of a second is noise of the sum.
    let seconds = Int((value * 86_400).rounded())
    let days = seconds / 86_400 + (is1904 ? 1462 : 0)
    guard (36_526..<73_051).contains(days) else { return nil }
    let (year, month, number) = Day.calendar(daysAfter1899: days)
    return Day(year: year, month: month, day: number).map { ($0, seconds % 86_400) }
  }

  /// `2026-09-03 12:00:00`.
  var description: String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    return "\(day) " + parts.joined(separator: ":")
  }

  /// Grows with time; never 0.
  var ordinal: Int64 { Int64(((day.year * 12 + day.month) * 31 + day.day) * 90_000 + seconds) }
}
