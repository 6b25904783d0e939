/// What is kept of a stretch of members, part by part, so that whoever asks reads no more than that.
public enum FactPart: Hashable, Sendable {
  /// Figures and choices.
  case figures
  /// Keys and phones.
  case keys
  /// Criteria as they were understood.
  case hopes
  case number, name
  /// A text as it was written.
  case text(MemberText)

  /// In the order of their numbers.
  public static let all: [FactPart] =
    [.figures, .keys, .hopes, .number, .name]
    + ([.criteria, .hometown, .household] + TextKind.allCases.map(\.text) + [.residentDigits])
    .map(FactPart.text)

  /// What filters, lists and circles ask for; the digits only tell who is entered twice.
  public static let asked = Set(all).subtracting([.text(.residentDigits)])

  /// As the part is kept.
  public var keptNumber: Int { Self.all.firstIndex(of: self) ?? -1 }

  public init?(kept number: Int) {
    guard Self.all.indices.contains(number) else { return nil }
    self = Self.all[number]
  }
}
