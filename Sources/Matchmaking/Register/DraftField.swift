/// What a draft may say of a member.
public enum DraftField: Hashable, Sendable {
  case number, name, sex, birth, phone, height, verification
  case text(MemberText)
  /// Whether somebody agrees to a use (see `ConsentAnswer`).
  case consent(ConsentPurpose)
  /// A column of the roster that the program does not know, by its head.
  case extra(String)

  /// All but the extras.
  public static let known: [DraftField] =
    [.number, .name, .sex, .birth, .phone, .height, .verification]
    + MemberText.allCases.map(DraftField.text) + ConsentPurpose.allCases.map(DraftField.consent)
}

extension DraftField {
  public init(_ detail: MemberField) {
    self =
      switch detail {
      case .number: .number
      case .name: .name
      case .sex: .sex
      case .birth: .birth
      case .phone: .phone
      case .height: .height
      case .text(let text): .text(text)
      case .extra(let head): .extra(head)
      }
  }

  /// As somebody would type it; nil for the verification and for consents, which are decided and not typed.
  public var detail: MemberField? {
    switch self {
    case .number: .number
    case .name: .name
    case .sex: .sex
    case .birth: .birth
    case .phone: .phone
    case .height: .height
    case .text(let text): .text(text)
    case .extra(let head): .extra(head)
    case .verification, .consent: nil
    }
  }

  /// The machine's name (`MemberField.word`).
  public var word: String {
    if case .consent(let purpose) = self { return "consent:\(purpose.rawValue)" }
    return detail?.word ?? "verification"
  }
}
