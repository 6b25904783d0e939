extension Day {
  /// Year, month and day so many days after 1899-12-30, which is how spreadsheets count; from the year 0
  /// on, so that any cell of a sheet can be told.
  ///
  /// Counted from 0000-03-01, so that leap days end their years. Source: H. Hinnant, chrono-compatible
  /// low-level date algorithms; 1899-12-30 is day 693,899.
  public static func calendar(daysAfter1899 days: Int) -> (year: Int, month: Int, day: Int) {
    let count = days + 693_899
    let era = count / 146_097
    let dayOfEra = count % 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNext = month >= 10
    return (
      year + era * 400 + (isNext ? 1 : 0), isNext ? month - 9 : month + 3,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// The inverse of `calendar(daysAfter1899:)`.
  public var daysAfter1899: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 693_899
  }
}

extension Day {
  /// So many days later, or earlier; the day itself where the calendar of the program ends.
  public func adding(days: Int) -> Day {
    let date = Day.calendar(daysAfter1899: daysAfter1899 + days)
    return Day(year: date.year, month: date.month, day: date.day) ?? self
  }

  /// The days of its month, in order.
  public var monthDays: [Day] {
    (1...Day.length(ofMonth: month, year: year)).compactMap {
      Day(year: year, month: month, day: $0)
    }
  }
}
