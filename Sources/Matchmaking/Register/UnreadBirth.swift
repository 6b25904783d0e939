internal import Characters

/// Why a text was not taken for a date of birth.
public enum UnreadBirth: Hashable, Sendable {
  /// `8/12/1995`: either of the two.
  case dayOrMonth(BirthDate, BirthDate)
  /// `1992.1`, which may be what a spreadsheet made of 1992.10.
  case lostZero(year: Int)
  case ahead
  case unclear

  /// - Parameter text: what was not read, or the evidence of a year that was taken of it, `1992.1 → 1992`.
  public init(_ text: String) {
    let written = String(text.prefix { $0 != "→" }).trimmed
    if let year = FieldReading.yearOfDoubtfulMonth(written) {
      self = .lostZero(year: year)
    } else if let (one, other) = FieldReading.birthsOfEitherOrder(written) {
      self = .dayOrMonth(one, other)
    } else if let birth = FieldReading.birth(written, on: nil), birth.year >= Self.surelyAhead {
      self = .ahead
    } else {
      self = .unclear
    }
  }

  /// A text with such a year was only refused because the year was still to come, or is this one.
  private static let surelyAhead = 2026
}
