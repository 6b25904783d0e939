/// Why a resident number does not vouch for a member.
public enum ResidentFault: Error, Hashable, Sendable {
  /// Fails GB 11643, or a spreadsheet spoilt it.
  case invalid
  /// The birth date inside is another than the one known.
  case otherBirth(inside: Day, known: BirthDate)
  case otherSex(inside: Sex, known: Sex)
  /// The last four are others than those known.
  case otherDigits(known: String)

  public var code: String {
    switch self {
    case .invalid: "resident-number"
    case .otherBirth, .otherSex, .otherDigits: "resident-mismatch"
    }
  }
}

extension ResidentNumber {
  /// What speaks against this being the member's number; nil where nothing does.
  ///
  /// What is not known of the member speaks against nothing.
  public func fault(against member: Member) -> ResidentFault? {
    if let fault = faultOfBirthOrSex(of: member) { return fault }
    if let known = member.texts[.residentDigits], known != lastFour {
      return .otherDigits(known: known)
    }
    return nil
  }

  func faultOfBirthOrSex(of member: Member) -> ResidentFault? {
    if let known = member.birth, !known.covers(birth) {
      return .otherBirth(inside: birth, known: known)
    }
    if let known = member.sex, known != sex { return .otherSex(inside: sex, known: known) }
    return nil
  }
}

extension BirthDate {
  /// Whether the day is one that the date, as far as it is known, can mean.
  public func covers(_ whole: Day) -> Bool {
    year == whole.year && (month ?? whole.month) == whole.month && (day ?? whole.day) == whole.day
  }
}
