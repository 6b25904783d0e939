extension Day {
  /// Reads a day as people write it: `2026-8-19`, `2026/8/19`, `2026.8.19`, `20260819`,
  /// `2026年8月19日`; without a year, as in `8月19日` or `8/19`, the next such day from today on.
  ///
  /// Nil where it is no day of the calendar, or not certainly one: `26-8-19` can be read two ways.
  public init?(written text: some StringProtocol, today: Day) {
    let plain = String(text.filter { !$0.isWhitespace })
    let body = plain.last == "日" || plain.last == "号" ? plain.dropLast() : plain[...]
    let parts = body.split(
      omittingEmptySubsequences: false, whereSeparator: { Day.separators.contains($0) })
    let numbers = parts.compactMap { $0.isEmpty ? nil : number($0) }
    guard numbers.count == parts.count else { return nil }
    let isShort = parts.allSatisfy { $0.utf8.count <= 2 }
    switch numbers.count {
    case 1 where parts[0].utf8.count == 8:
      self.init(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    case 3 where parts[0].utf8.count == 4 && parts.dropFirst().allSatisfy { $0.utf8.count <= 2 }:
      self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    case 2 where isShort:
      // The 29th of February may be some years away.
      let days = (0...8).lazy.compactMap {
        Day(year: today.year + $0, month: numbers[0], day: numbers[1])
      }
      guard let next = days.first(where: { $0 >= today }) else { return nil }
      self = next
    default: return nil
    }
  }

  private static let separators: Set<Character> = ["-", "/", ".", "年", "月"]

  /// 0 is Sunday.
  ///
  /// Source: Zeller's congruence, in the Gregorian calendar.
  public var weekday: Int {
    let shifted = month < 3 ? month + 12 : month
    let year = month < 3 ? self.year - 1 : self.year
    let sum = day + 13 * (shifted + 1) / 5 + year + year / 4 - year / 100 + year / 400
    // Zeller counts from Saturday.
    return (sum + 6) % 7
  }
}
