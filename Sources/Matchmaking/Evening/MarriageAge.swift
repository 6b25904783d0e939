/// From which age on one may marry: men from 22, women from 20.
///
/// Source: Civil Code of the People's Republic of China, article 1047. The age is reached on the
/// birthday.
public enum MarriageAge {
  public static let man = 22
  public static let woman = 20

  /// The lower of the two where the sex is not known.
  public static func least(for sex: Sex?) -> Int {
    switch sex {
    case .man: man
    case .woman, nil: woman
    }
  }

  /// Whether somebody is surely younger on a day.
  ///
  /// A birth date that is known to the year or month only is taken in the member's favour, and so is
  /// one that is not known.
  public static func isAhead(of birth: BirthDate?, _ sex: Sex?, on day: Day) -> Bool {
    guard let birth else { return false }
    return birth.ages(on: day).upperBound < least(for: sex)
  }
}
