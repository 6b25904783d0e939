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
    // Counted from 0000-03-01, so that leap days end their years (H. Hinnant, chrono-compatible date
    // algorithms); 1899-12-30 is day 693,899.
    let count = days + 693_899
    let era = count / 146_097
    let dayOfEra = count % 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let isNext = month >= 10
    let whole = "\(year + era * 400 + (isNext ? 1 : 0))"
    return String(repeating: "0", count: max(0, 4 - whole.count)) + whole + "-"
      + two(isNext ? month - 9 : month + 3) + "-" + two(day)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
