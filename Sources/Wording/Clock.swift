public import Matchmaking

extension Day {
  /// The day with its weekday, which tells a mistyped date soonest: `2026-08-19 星期三`.
  public var phrase: Phrase {
    let chinese = ["日", "一", "二", "三", "四", "五", "六"]
    let english = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    return Phrase("\(self) 星期\(chinese[weekday])", "\(self), \(english[weekday])")
  }
}

/// Says moments as the wall clock of the hall does.
public struct Clock: Hashable, Sendable {
  /// East of Greenwich.
  public var minutesFromUTC: Int

  public init(minutesFromUTC: Int = 0) { self.minutesFromUTC = minutesFromUTC }

  /// `19:31`.
  public func time(_ moment: Timestamp) -> String {
    let minute = minuteOfDay(moment)
    return "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
  }

  private func minuteOfDay(_ moment: Timestamp) -> Int {
    let day = 24 * 60
    let minutes = Int(moment.milliseconds / 60_000) % day + minutesFromUTC % day
    return (minutes % day + day) % day
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
