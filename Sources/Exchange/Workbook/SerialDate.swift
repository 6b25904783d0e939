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
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    if shown == .timeOfDay {
      return days == 0 ? time : "\(date(days, is1904: is1904)) \(time)"
    }
    let date = date(days, is1904: is1904)
    return switch shown {
    case .year: String(date.prefix(4))
    case .month: String(date.prefix(7))
    case .day where seconds == 0: date
    default: date + " " + time
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
