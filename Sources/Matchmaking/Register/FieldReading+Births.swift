internal import Characters

// Births as they are said rather than written: `95年8月`, `九五年`, `1995年8月生`, `12 May 1992`.

extension FieldReading {
  /// A birth date in any way that can be read in one way only, and no later than a day.
  ///
  /// - Parameters:
  ///   - day: the day it is read on; nil where that is not known, and then nothing is too late.
  ///   - is1904: whether days are counted from 1904, as in some workbooks.
  public static func birth(
    _ text: String, on day: Day?, is1904: Bool = false
  ) -> BirthDate? {
    guard let birth = birth(text, is1904: is1904) ?? spokenBirth(text, on: day) else { return nil }
    if let day, birth.begins(after: day) { return nil }
    return birth
  }

  private static func spokenBirth(_ text: String, on day: Day?) -> BirthDate? {
    guard text.utf8.count <= 60 else { return nil }
    if let named = birthWithNamedMonth(text) ?? birthOfRepublic(text) { return named }
    guard let spoken = SpokenDate(text) else { return nil }
    let (parts, marks) = (spoken.parts, spoken.marks)
    guard spoken.isInOrder else { return nil }
    if parts.count == 3, marks.first != .year, let year = lastYear(parts[2], behind: parts[0]) {
      return dayFirst(parts[0].value, parts[1].value, year: year)
    }
    if parts.count == 1, parts[0].digits == 6, marks.isEmpty, parts[0].value >= 320_000 {
      let value = parts[0].value
      return BirthDate(year: 1900 + value / 10_000, month: value / 100 % 100, day: value % 100)
    }
    // `95.1` may be what a spreadsheet made of 95.10.
    if parts.count == 2, marks == [.point], parts[1].value == 1, parts[1].digits == 1 { return nil }
    guard
      let year = wholeYear(parts[0], isNamed: marks.first == .year, isAlone: parts.count == 1, day)
    else { return nil }
    return BirthDate(
      year: year, month: parts.count > 1 ? parts[1].value : nil,
      day: parts.count > 2 ? parts[2].value : nil)
  }

  /// Two digits are a year of the last century where they cannot be a day or a month; where 年 stands
  /// behind them, of the century in which somebody of a working age was born.
  private static func wholeYear(
    _ part: SpokenDate.Part, isNamed: Bool, isAlone: Bool, _ day: Day?
  ) -> Int? {
    if part.digits == 4 { return part.value }
    guard part.digits == 2 else { return nil }
    guard isNamed else { return part.value >= 32 && !isAlone ? 1900 + part.value : nil }
    guard let day else { return part.value >= 32 ? 1900 + part.value : nil }
    let fitting = [1900, 2000].map { $0 + part.value }.filter {
      (16...80).contains(day.year - $0)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// `25/12/1995`, `12/25/1995`; where both may be the month, nothing is guessed.
  private static func dayFirst(_ one: Int, _ other: Int, year: Int) -> BirthDate? {
    if one == other || other > 12 { return BirthDate(year: year, month: one, day: other) }
    return one > 12 ? BirthDate(year: year, month: other, day: one) : nil
  }

  /// Both days that `8/12/1995` may be, the one with the month first first; nil where it is one only.
  static func birthsOfEitherOrder(_ text: String) -> (BirthDate, BirthDate)? {
    guard text.utf8.count <= 60, let spoken = SpokenDate(text), spoken.isInOrder else { return nil }
    let parts = spoken.parts
    guard parts.count == 3, spoken.marks.first != .year,
      let year = lastYear(parts[2], behind: parts[0]), parts[0].value != parts[1].value,
      let one = BirthDate(year: year, month: parts[0].value, day: parts[1].value),
      let other = BirthDate(year: year, month: parts[1].value, day: parts[0].value)
    else { return nil }
    return (one, other)
  }

  /// The year at the end of `12/25/1995`, `25.12.95`; two digits only where they can be nothing else.
  private static func lastYear(_ part: SpokenDate.Part, behind first: SpokenDate.Part) -> Int? {
    if part.digits == 4 { return part.value }
    return part.digits == 2 && part.value >= 32 && first.value < 32 && first.digits < 4
      ? 1900 + part.value : nil
  }

  /// `民国84年8月12日`: the first year of the republic was 1912.
  private static func birthOfRepublic(_ text: String) -> BirthDate? {
    let plain = text.trimmed.replacing("國", with: "国")
    guard plain.hasPrefix("民国"), let spoken = SpokenDate(String(plain.dropFirst(2))),
      spoken.isInOrder, let year = spoken.parts.first, year.digits <= 3,
      (1...120).contains(year.value)
    else { return nil }
    let parts = spoken.parts
    return BirthDate(
      year: 1911 + year.value, month: parts.count > 1 ? parts[1].value : nil,
      day: parts.count > 2 ? parts[2].value : nil)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let wholeMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december", "sept",
  ]

  /// `12 May 1992`, `May 12, 1992`, `May 1992`, `1992-May-12`; `May-92` and `12-May-92`, as spreadsheets show
  /// days, where the digits can be no day.
  private static func birthWithNamedMonth(_ text: String) -> BirthDate? {
    let words = text.lowercased().split { " ,.-/".contains($0) }.map(String.init)
    guard (2...3).contains(words.count), !text.contains("+") else { return nil }
    var (year, month, day): (Int?, Int?, Int?)
    for word in words {
      if let name = months.firstIndex(where: { word.hasPrefix($0) }) {
        guard word.count == 3 || wholeMonths.contains(word), month == nil else { return nil }
        month = name + 1
      } else if word.utf8.count == 4, let value = Int(word), year == nil {
        year = value
      } else if word.utf8.count == 2, let value = Int(word), value >= 32, year == nil {
        year = 1900 + value
      } else if let value = Int(word.dayNumber), word.utf8.count <= 4, day == nil {
        day = value
      } else {
        return nil
      }
    }
    guard let year, let month, words.count == 2 ? day == nil : day != nil else { return nil }
    return BirthDate(year: year, month: month, day: day)
  }
}

extension String {
  /// `12` of `12th`.
  fileprivate var dayNumber: Substring {
    ["st", "nd", "rd", "th"].contains(suffix(2)) ? dropLast(2) : self[...]
  }
}

extension BirthDate {
  /// Whether even its first possible day is later.
  public func begins(after today: Day) -> Bool {
    (year, month ?? 1, day ?? 1) > (today.year, today.month, today.day)
  }
}

/// Up to three numbers, in digits or in Han, and what stands behind each.
private struct SpokenDate {
  struct Part {
    var value: Int
    /// How many digits it was written with; two for 十二.
    var digits: Int
  }

  enum Mark { case year, month, day, point, other, blank }

  private(set) var parts: [Part] = []
  /// One behind each part but perhaps the last.
  private(set) var marks: [Mark] = []

  /// Nil where anything else stands in the text.
  init?(_ text: String) {
    var han = ""
    var isOpen = false
    func close(_ parts: inout [Part]) -> Bool {
      guard !han.isEmpty else { return true }
      guard let part = Self.part(han) else { return false }
      parts.append(part)
      han = ""
      return true
    }
    for character in Self.bare(text) {
      let scalar = character.unicodeScalars.first?.narrowed ?? " "
      if let digit = Self.digit(scalar) {
        guard close(&parts) else { return nil }
        if !isOpen { parts.append(Part(value: 0, digits: 0)) }
        isOpen = true
        let last = parts.count - 1
        guard parts[last].digits < 8 else { return nil }
        parts[last].value = parts[last].value * 10 + digit
        parts[last].digits += 1
      } else if Self.hanDigits[character] != nil || "十廿卅元".contains(character) {
        if isOpen { return nil }
        han.append(character)
      } else if let mark = Self.mark(scalar, character) {
        guard close(&parts) else { return nil }
        isOpen = false
        // A blank beside another mark says nothing.
        if marks.count == parts.count, mark == .blank { continue }
        if marks.count == parts.count, marks.last == .blank { marks.removeLast() }
        guard marks.count == parts.count - 1 else { return nil }
        marks.append(mark)
      } else {
        return nil
      }
      guard parts.count <= 3 else { return nil }
    }
    guard close(&parts), (1...3).contains(parts.count) else { return nil }
  }

  /// Without what says that this is a birth: `生于`, `出生`, `公历`.
  private static func bare(_ text: String) -> Substring {
    var plain = text.trimmed[...]
    for start in ["公历", "阳历", "新历", "出生于", "生于", "出生日期", "出生", "生日", "：", ":"]
    where plain.hasPrefix(start) {
      plain.removeFirst(start.count)
    }
    for end in ["出生", "生人", "生", "。", "(公历)", "（公历）"] where plain.hasSuffix(end) {
      plain.removeLast(end.count)
    }
    return plain
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 48 : nil
  }

  private static func mark(_ scalar: Unicode.Scalar, _ character: Character) -> Mark? {
    switch character {
    case "年": return .year
    case "月": return .month
    case "日", "号": return .day
    default: break
    }
    if scalar == "." || scalar == "。" || scalar == "·" { return .point }
    if scalar.isBlank { return .blank }
    return "-/,、‐–—\\".unicodeScalars.contains(scalar) ? .other : nil
  }

  /// 年 stands behind the first, 月 behind the second, 日 behind the third, if at all.
  var isInOrder: Bool {
    let places: [Mark] = [.year, .month, .day]
    return marks.enumerated().allSatisfy { index, mark in
      switch mark {
      case .year, .month, .day: places.indices.contains(index) && places[index] == mark
      case .point, .other: index < parts.count - 1
      case .blank: true
      }
    }
  }

  fileprivate static let hanDigits: [Character: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// 一九九五, 九五, 十二, 二十一, 廿一, 元 (the first month).
  private static func part(_ han: String) -> Part? {
    if han == "元" { return Part(value: 1, digits: 1) }
    let tens = han.replacing("廿", with: "二十").replacing("卅", with: "三十")
    guard tens.contains("十") else {
      let digits = tens.compactMap { hanDigits[$0] }
      guard digits.count == tens.count, digits.count <= 4 else { return nil }
      return Part(value: digits.reduce(0) { $0 * 10 + $1 }, digits: digits.count)
    }
    let sides = tens.split(separator: "十", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy({ $0.count <= 1 }) else { return nil }
    let (before, behind) = (sides[0].first, sides[1].first)
    guard let ten = before.map({ hanDigits[$0] }) ?? 1, let one = behind.map({ hanDigits[$0] }) ?? 0
    else { return nil }
    return Part(value: ten * 10 + one, digits: 2)
  }
}
