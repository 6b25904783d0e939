/// A time of day as machines write it: `16:00`, `16:00:00.000Z`, `00:00:00+08:00`.
public struct ClockTime: Hashable, Sendable {
  /// To the next whole second; 86,400 for the very end of the day.
  public let seconds: Int
  /// How far its clock is before Greenwich, in minutes; nil where it says nothing and is the wall's.
  public let zone: Int?

  /// Nil for anything else.
  public init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    guard let hours = Self.number(&rest, digits: 1...2), hours < 24, Self.take(":", &rest),
      let minutes = Self.number(&rest, digits: 2...2), minutes < 60
    else { return nil }
    var seconds = 0
    if Self.take(":", &rest) {
      guard let whole = Self.number(&rest, digits: 2...2), whole < 60 else { return nil }
      seconds = whole
      if Self.take(".", &rest) || Self.take(",", &rest) {
        guard let first = rest.first, (48...57).contains(first) else { return nil }
        rest = rest.drop { (48...57).contains($0) }
        if first >= 53 { seconds += 1 }
      }
    }
    switch rest.count {
    case 0: zone = nil
    case 1 where rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "z"): zone = 0
    default:
      guard let minutes = Self.minutes(rest) else { return nil }
      zone = minutes
    }
    self.seconds = hours * 3600 + minutes * 60 + seconds
  }

  /// Whether it is what a machine writes behind a day that has no time.
  public var isMidnightInGreenwich: Bool { zone == 0 && seconds == 0 }

  /// What China's clocks show then: a moment of Greenwich is eight hours later here, and in the summers
  /// of 1986 to 1991 nine.
  ///
  /// A time of the wall's own, and of a clock that goes with China's, stays on its day.
  public func inChina(on day: Day) -> (day: Day, seconds: Int) {
    let days = day.daysAfter1899
    var moment = days * 86_400 + seconds
    if let zone, zone < 480 {
      moment -= zone * 60
      moment += Self.isSummer(moment) ? 32_400 : 28_800
    }
    let (year, month, number) = Day.calendar(daysAfter1899: moment / 86_400)
    return (Day(year: year, month: month, day: number) ?? day, moment % 86_400)
  }

  /// Whether China's clocks were an hour ahead, by seconds since 1899-12-30 in Greenwich.
  ///
  /// Source: the rule PRC of the time zone database; clocks were changed at two at night.
  private static func isSummer(_ moment: Int) -> Bool {
    let days = (moment + 28_800) / 86_400
    let time = (moment + 28_800) % 86_400
    return summers.contains { first, last in
      (days, time) >= (first, 7200) && (days, time) < (last, 3600)
    }
  }

  /// First and last day of each, after 1899-12-30: from 4 May 1986, and since then from the second or third
  /// Sunday of April to that of September.
  private static let summers: [(Int, Int)] = [
    (31_536, 31_669), (31_879, 32_033), (32_250, 32_397), (32_614, 32_768), (32_978, 33_132),
    (33_342, 33_496),
  ]

  private static func number(_ rest: inout ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    let found = rest.prefix { (48...57).contains($0) }
    guard digits.contains(found.count) else { return nil }
    rest.removeFirst(found.count)
    return found.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func take(_ mark: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  /// `+08:00`, `+0800` or `-05`.
  private static func minutes(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
    return sign == UInt8(ascii: "-") ? -minutes : minutes
  }
}
