/// A day of the year that mixers are given for; the raw values are stable, for scripts.
public enum Festival: String, Hashable, Sendable, CaseIterable {
  case springFestival = "spring-festival"
  case lantern, valentine
  case womensDay = "womens-day"
  case labourDay = "labour-day"
  case may20 = "may-20"
  case dragonBoat = "dragon-boat"
  case qixi
  case midAutumn = "mid-autumn"
  case doubleNinth = "double-ninth"
  case nationalDay = "national-day"
  case singlesDay = "singles-day"

  /// The years of which all of them are known.
  public static let years = LunarYear.years

  /// All of a year in order; those of one day in the order of the cases. Nil outside ``years``.
  public static func all(in year: Int) -> [(day: Day, festival: Festival)]? {
    guard let lunar = LunarYear(year) else { return nil }
    return allCases.compactMap { festival in
      festival.day(in: year, lunar).map { (day: $0, festival: festival) }
    }.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  private func day(in year: Int, _ lunar: LunarYear) -> Day? {
    switch self {
    case .springFestival: lunar.day(ofMonth: 1, 1)
    case .lantern: lunar.day(ofMonth: 1, 15)
    case .dragonBoat: lunar.day(ofMonth: 5, 5)
    case .qixi: lunar.day(ofMonth: 7, 7)
    case .midAutumn: lunar.day(ofMonth: 8, 15)
    case .doubleNinth: lunar.day(ofMonth: 9, 9)
    case .valentine: Day(year: year, month: 2, day: 14)
    case .womensDay: Day(year: year, month: 3, day: 8)
    case .labourDay: Day(year: year, month: 5, day: 1)
    case .may20: Day(year: year, month: 5, day: 20)
    case .nationalDay: Day(year: year, month: 10, day: 1)
    case .singlesDay: Day(year: year, month: 11, day: 11)
    }
  }
}
