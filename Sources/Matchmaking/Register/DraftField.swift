/// What a draft may say of a member: a detail, and what is decided and not typed.
public enum DraftField: Hashable, Sendable {
  case detail(MemberField)
  case verification
  /// Whether somebody agrees to a use (see `ConsentAnswer`).
  case consent(ConsentPurpose)

  public static let number = DraftField.detail(.number)
  public static let name = DraftField.detail(.name)
  public static let sex = DraftField.detail(.sex)
  public static let birth = DraftField.detail(.birth)
  public static let phone = DraftField.detail(.phone)
  public static let height = DraftField.detail(.height)
  public static func text(_ text: MemberText) -> DraftField { .detail(.text(text)) }
  public static func extra(_ head: String) -> DraftField { .detail(.extra(head)) }

  /// All but the extras.
  public static let known: [DraftField] =
    MemberField.own.map(DraftField.detail) + [.verification]
    + MemberText.allCases.map(DraftField.text) + ConsentPurpose.allCases.map(DraftField.consent)

  /// Nil for the verification and for consents.
  public var detail: MemberField? { if case .detail(let detail) = self { detail } else { nil } }

  /// The machine's name that no other field has (`MemberField.word`).
  public var word: String {
    switch self {
    case .detail(let detail): detail.word
    case .verification: "verification"
    case .consent(let purpose): "consent:\(purpose.rawValue)"
    }
  }
}
