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
