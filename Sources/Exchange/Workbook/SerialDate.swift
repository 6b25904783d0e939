import Matchmaking

/// Days as spreadsheets count them.
///
/// In the system of 1900 day 1 is 1900-01-01 and day 60 is 1900-02-29, which there never was; the
/// first two months are off by one for it. In the system of 1904 day 0 is 1904-01-01.
enum SerialDate {
  enum Shown: Hashable, Sendable {
    case year, month, day
    /// With a time of day even where that is midnight.
    case moment
    case timeOfDay
  }

  /// `1992-05-04`, `1992-05-04 12:30:00`, `1992-05`, `1992`, `12:30:00`; nil for what is no date of the
  /// years 1900 to 9999.
  static func text(_ serial: Double, shown: Shown, is1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial)
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds == 86_400 {
      days += 1
      seconds = 0
    }
    let isTime = shown == .timeOfDay && days == 0
    return text(isTime ? nil : date(days, is1904: is1904), seconds, shown)
  }

  /// A day and a moment as the standard of dates has them (ISO 8601), which strict workbooks write; what
  /// is none of them stays as it stands.
  ///
  /// A moment by the clock of Greenwich is told by China's, but for midnight there: so machines write days.
  static func text(iso raw: String, as format: NumberFormat) -> String {
    var shown = Shown.day
    if case .date(let asked) = format { shown = asked }
    if raw.hasPrefix("T") || raw.utf8.dropFirst(2).first == UInt8(ascii: ":") {
      guard let time = ClockTime(raw.hasPrefix("T") ? raw.dropFirst() : raw[...]),
        time.seconds < 86_400
      else { return raw }
      return text(nil, time.seconds, .timeOfDay)
    }
    let rest = raw.dropFirst(10)
    // The day before all days: a time of day by itself.
    if raw.hasPrefix("1899-12-3"), let time = ClockTime(rest.dropFirst()), time.seconds < 86_400 {
      return text(nil, time.seconds, .timeOfDay)
    }
    guard let day = Day(raw.prefix(10)) else { return raw }
    if rest.isEmpty { return text(day.description, 0, shown) }
    guard rest.hasPrefix("T") || rest.hasPrefix(" "), let time = ClockTime(rest.dropFirst()) else {
      return raw
    }
    if time.isMidnightInGreenwich { return text(day.description, 0, .day) }
    let moment = time.inChina(on: day)
    return text(moment.day.description, moment.seconds, shown)
  }

  /// - Parameter date: nil for a time of day by itself.
  private static func text(_ date: String?, _ seconds: Int, _ shown: Shown) -> String {
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    guard let date else { return time }
    return switch shown {
    case .year: String(date.prefix(4))
    case .month: String(date.prefix(7))
    case .day where seconds == 0: date
    case .day, .moment, .timeOfDay: date + " " + time
    }
  }

  private static func date(_ serial: Int, is1904: Bool) -> String {
    if !is1904, serial == 60 { return "1900-02-29" }
    let days = serial + (is1904 ? 1462 : serial < 60 ? 1 : 0)
    let (year, month, day) = Day.calendar(daysAfter1899: days)
    let whole = "\(year)"
    return String(repeating: "0", count: max(0, 4 - whole.count)) + whole + "-" + two(month) + "-"
      + two(day)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
