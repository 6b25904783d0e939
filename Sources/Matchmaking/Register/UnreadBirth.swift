internal import Characters

/// Why a text was not taken for a date of birth.
public struct UnreadBirth: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// `8/12/1995`: either of the two.
    case dayOrMonth(BirthDate, BirthDate)
    /// `1992.1`, which may be what a spreadsheet made of 1992.10.
    case lostZero(year: Int)
    case ahead
    case unclear
  }

  /// What stood there.
  public let written: String
  public let reason: Reason

  /// - Parameter evidence: of the problem: the text, perhaps with the year that was taken of it,
  ///   `1992.1 → 1992`.
  public init(_ evidence: String) {
    let text = String(evidence.prefix { $0 != "→" }).trimmed
    written = text
    if let year = FieldReading.yearOfDoubtfulMonth(text) {
      reason = .lostZero(year: year)
    } else if let (one, other) = FieldReading.birthsOfEitherOrder(text) {
      reason = .dayOrMonth(one, other)
    } else if let birth = FieldReading.birth(text, on: nil), birth.year >= Self.surelyAhead {
      reason = .ahead
    } else {
      reason = .unclear
    }
  }

  /// A text with such a year was only refused because the year was still to come, or is this one.
  private static let surelyAhead = 2026
}
