import Characters

/// Facts about a member as people write them, in a roster's cells as in a form's fields.
///
/// Each answers with the value that is meant; nil means doubtful, and nothing is guessed. The text
/// is to be plain (`PlainText`) and without blanks at its ends.
public enum FieldReading {
  public static func sex(_ text: String) -> Sex? {
    if text == "男" { return .man }
    if text == "女" { return .woman }
    return switch text.lowercased() {
    case "m", "male", "男性", "男士", "先生", "ｍ": .man
    case "f", "female", "女性", "女士", "小姐", "ｆ": .woman
    default: nil
    }
  }

  public static func verification(_ text: String) -> Verification? {
    switch text.lowercased() {
    case "verified", "已核验", "核验通过", "通过", "审核通过", "已审核", "同意", "属实", "情况属实": .verified
    case "pending", "待核验", "未核验", "待审核", "未审核", "审核中", "核验中": .pending
    case "rejected", "不通过", "未通过", "审核不通过", "核验不通过", "不同意", "不属实": .rejected
    case "expired", "过期", "已过期", "失效", "已失效": .expired
    default: verification(inSentence: text)
    }
  }

  /// What an employer's union wrote in its own words, such as `单位工会已审核，盖章`.
  ///
  /// Anything that denies or lacks something wins over what affirms; a sentence that does neither
  /// is not guessed at.
  private static func verification(inSentence text: String) -> Verification? {
    let says = { (words: [String]) in words.contains { text.contains($0) } }
    if says(["退回", "不通过", "未通过", "不同意", "不属实", "不符"]) { return .rejected }
    if says(["过期", "失效"]) { return .expired }
    if says(["待", "未", "缺", "补", "无", "没"]) { return .pending }
    if says(["已审核", "已核验", "审核通过", "核验通过", "盖章", "属实", "同意"]) { return .verified }
    return nil
  }

  /// `1992`, `1992-05`, `1992/5/4`, `1992.5.4`, `1992年5月4日`, `199205`, `19920504`, `33725`, each perhaps
  /// with a time of day behind it, which may belong to the clock of Greenwich.
  public static func birth(_ text: String) -> BirthDate? { birth(text, is1904: false) }

  /// - Parameter is1904: whether days are counted from 1904, as in some workbooks.
  public static func birth(_ written: String, is1904: Bool) -> BirthDate? {
    let text = withoutPartOfDay(SpreadsheetNumber.undone(written))
    var values: [Int] = []
    var lengths: [Int] = []
    var isOpen = false
    var time: ClockTime?
    scan: for (place, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
      let scalar = scalar.narrowed
      switch scalar {
      case "0"..."9":
        if !isOpen {
          values.append(0)
          lengths.append(0)
          isOpen = true
        }
        let last = values.count - 1
        guard lengths[last] < 8 else { return nil }
        values[last] = values[last] * 10 + Int(scalar.value) - 48
        lengths[last] += 1
      case "-", "/", ".", "年", "月", "日", "号", "‐", "–", "—":
        // Two separators on end, or one before the year, leave something unsaid.
        guard isOpen else { return nil }
        isOpen = false
      case " ", "T":
        if values.count == 3 {
          time = ClockTime(text[place...].dropFirst())
          break scan
        }
        if scalar == "T" { return nil }
      default: return nil
      }
    }
    guard isOpen || values.count == 3 || text.hasSuffix("年") || text.hasSuffix("月") else {
      return nil
    }
    let birth = birth(values, lengths, is1904: is1904)
    return birth.flatMap { birth in time.map { day(of: birth, at: $0) } ?? birth }
  }

  /// The day in China: a day that a machine wrote as a moment of Greenwich began here in the afternoon of
  /// the day before.
  private static func day(of birth: BirthDate, at time: ClockTime) -> BirthDate {
    guard let month = birth.month, let number = birth.day,
      let day = Day(year: birth.year, month: month, day: number)
    else { return birth }
    let (moved, seconds) = time.inChina(on: day)
    // Some browsers count from the Shanghai of 1900, whose clocks were 43 seconds off: midnight is then
    // 23:59:17.
    let days = moved.daysAfter1899 + (seconds == 86_400 - 43 ? 1 : 0)
    let (year, shownMonth, shownDay) = Day.calendar(daysAfter1899: days)
    return BirthDate(year: year, month: shownMonth, day: shownDay) ?? birth
  }

  /// `33728` of `33728.5`, a day as a spreadsheet counts it with a time of day.
  private static func withoutPartOfDay(_ text: String) -> String {
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")),
      text.utf8.distance(from: text.utf8.startIndex, to: point) == 5,
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") })
    else { return text }
    return String(text[..<point])
  }

  private static func birth(_ values: [Int], _ lengths: [Int], is1904: Bool) -> BirthDate? {
    switch (values.count, lengths.first) {
    case (1, 4): BirthDate(year: values[0])
    case (1, 5): spreadsheetDay(values[0], is1904: is1904)
    case (1, 6): BirthDate(year: values[0] / 100, month: values[0] % 100)
    case (1, 8):
      BirthDate(year: values[0] / 10_000, month: values[0] / 100 % 100, day: values[0] % 100)
    case (2, 4) where lengths[1] <= 2: BirthDate(year: values[0], month: values[1])
    case (3, 4) where lengths[1] <= 2 && lengths[2] <= 2:
      BirthDate(year: values[0], month: values[1], day: values[2])
    default: nil
    }
  }

  /// A day as a spreadsheet counts it, which is what is left of a date whose format got lost on the way
  /// to a text; only what is a birthday from 1927 to 2016, as `33725` for 1992-05-01.
  private static func spreadsheetDay(_ number: Int, is1904: Bool) -> BirthDate? {
    let days = number + (is1904 ? 1462 : 0)
    guard (10_000..<42_370).contains(days) else { return nil }
    let (year, month, day) = Day.calendar(daysAfter1899: days)
    return BirthDate(year: year, month: month, day: day)
  }

  /// The year of `1992.1`: January, or the October that a spreadsheet made of the number 1992.10.
  public static func yearOfDoubtfulMonth(_ text: String) -> Int? {
    guard text.utf8.count == 6, text.utf8.last == UInt8(ascii: "1"), text.hasSuffix(".1") else {
      return nil
    }
    return Int(text.prefix(4))
  }

  /// Centimetres; no grown-up measures others.
  public static let heights = 120...230

  /// Whole centimetres from `175`, `175cm`, `175.5`, `1.75`, `1.75米`, `1米75`; of `heights` only.
  public static func height(_ text: String) -> Int? {
    if text.utf8.count == 3, let plain = Int(text), heights.contains(plain) { return plain }
    let plain = compact(text).lowercased()
    var rest = plain.utf8[...]
    let whole = digits(&rest)
    guard (1...3).contains(whole.count) else { return nil }
    var unit = String(rest) ?? ""
    var fraction: Substring.UTF8View = rest.prefix(0)
    if let mark = [".", "米", "m"].first(where: unit.hasPrefix) {
      rest.removeFirst(mark.utf8.count)
      fraction = digits(&rest)
      if !fraction.isEmpty || mark == "." { unit = String(rest) ?? "" }
      if mark == ".", fraction.isEmpty { return nil }
    }
    guard ["", "cm", "厘米", "公分", "m", "米"].contains(unit), fraction.count <= 6 else { return nil }
    // Tenths of a millimetre, as whole numbers: 1.75 and 175 are the same height.
    let places = Array(fraction.prefix(4).map { Int($0) - 48 }) + [0, 0, 0, 0]
    let number = whole.reduce(0) { $0 * 10 + Int($1) - 48 }
    let centimetres =
      number < 3
      ? number * 100 + places[0] * 10 + places[1] + (places[2] >= 5 ? 1 : 0)
      : number + (places[0] >= 5 ? 1 : 0)
    return heights.contains(centimetres) ? centimetres : nil
  }

  private static func digits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let found = rest.prefix { (48...57).contains($0) }
    rest.removeFirst(found.count)
    return found
  }

  /// The number a mobile is called by, without what a spreadsheet makes of it.
  public static func phone(_ text: String) -> PhoneNumber? {
    PhoneNumber(SpreadsheetNumber.undone(text)) ?? labelledPhone(text)
  }

  /// `手机：13800010007`, `13800010007（微信同号）`: what forms and people say beside the one number.
  private static func labelledPhone(_ text: String) -> PhoneNumber? {
    guard text.utf8.count > 11, text.utf8.count <= 60, !text.utf8.allSatisfy({ $0 < 0x40 }) else {
      return nil
    }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.lazy.map(\.narrowed) where !scalar.isBlank {
      plain.append(scalar)
    }
    var rest = String(plain)[...]
    for label in [
      "本人", "手机号码", "手机号", "手机", "联系电话", "电话", "微信同号", "同微信", "微信", "tel", "Tel", "TEL",
    ]
    where rest.hasPrefix(label) {
      rest.removeFirst(label.count)
      rest = rest.drop { ":.".contains($0) }
    }
    for note in ["微信同号", "同微信", "微信同步", "与微信同号", "同微信号", "本人", "手机", "微信"] {
      for end in ["(\(note))", note] where rest.hasSuffix(end) {
        return PhoneNumber(rest.dropLast(end.count))
      }
    }
    return rest.count < plain.count ? PhoneNumber(rest) : nil
  }

  /// A member number, nil where a spreadsheet rounded it to `2.02609E+11`.
  public static func number(_ text: String) -> String? {
    let plain = SpreadsheetNumber.undone(compact(text))
    guard let mark = plain.utf8.lastIndex(of: UInt8(ascii: "+")) else { return plain }
    let isRounded =
      plain[..<mark].uppercased().hasSuffix("E") && plain[..<mark].dropLast().allSatisfy(isNumeric)
      && plain[mark...].dropFirst().allSatisfy(isNumeric)
    return isRounded ? nil : plain
  }

  /// Half-width, without blanks.
  private static func compact(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isBlank { plain.append(scalar.narrowed) }
    return String(plain)
  }

  private static func isNumeric(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || character == "."
  }
}
