/// A calendar day as the organizer writes it: `2026-08-19`.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// For a machine whose clock tells no day at all.
  public static let fallback = Day(unchecked: 2000, 1, 1)

  /// Reads `YYYY-MM-DD`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let figures = DateFigures(String(text)), figures.count == 3 else { return nil }
    self.init(year: figures.year, month: figures.month, day: figures.day)
  }

  public var description: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }

  public static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A birth date as far as it is known: a year, a year and month, or the whole day.
public struct BirthDate: Hashable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int?
  public let day: Int?

  /// Nil where the calendar has no such year, month or day, or for a day without its month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard Day(year: year, month: month ?? 1, day: day ?? 1) != nil, month != nil || day == nil
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The birth date of whom the whole day is known of.
  public init(_ day: Day) {
    year = day.year
    month = day.month
    self.day = day.day
  }

  /// Reads `1992`, `1992-05` or `1992-05-04`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let figures = DateFigures(String(text)) else { return nil }
    self.init(
      year: figures.year, month: figures.count > 1 ? figures.month : nil,
      day: figures.count > 2 ? figures.day : nil)
  }

  public var description: String {
    var text = "\(year)"
    if let month { text += "-\(twoDigits(month))" }
    if let day { text += "-\(twoDigits(day))" }
    return text
  }
}

/// The figures of `1992`, `1992-05` or `1992-05-04`.
///
/// By bytes, and of a concrete string: every check-in reads one, a list of members one for each.
private struct DateFigures {
  private(set) var (year, month, day) = (0, 0, 0)
  /// How many there are.
  private(set) var count = 0

  /// Nil for anything else.
  init?(_ text: String) {
    var place = 0
    for byte in text.utf8 {
      switch (place, byte) {
      case (4, 45), (7, 45): break
      case (0...3, 48...57): year = year * 10 + Int(byte) - 48
      case (5...6, 48...57): month = month * 10 + Int(byte) - 48
      case (8...9, 48...57): day = day * 10 + Int(byte) - 48
      default: return nil
      }
      place += 1
    }
    switch place {
    case 4: count = 1
    case 7: count = 2
    case 10: count = 3
    default: return nil
    }
  }
}

/// A number of ASCII digits only; `Int("+5")` would take the sign too.
func number(_ text: some StringProtocol) -> Int? {
  text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
