import Foundation
public import Matchmaking

extension StoreContext {
  /// The organizer's day: local, as the clock on the wall has it.
  public var today: Day { day(of: now()) }

  /// The local day of a moment.
  public func day(of moment: Timestamp) -> Day {
    var seconds = time_t(moment.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    // A clock before 1900 or past 2199 is wrong anyway.
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day.fallback
  }
}
