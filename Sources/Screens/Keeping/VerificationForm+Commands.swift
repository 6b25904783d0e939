import Canvas
import Wording

extension Command.ID {
  public static let reject = Self("reject")
}

extension Context {
  public static let verification = Self(
    "verification", Phrase("核验", "Verification"), typing: .caret, home: .within(.verifications))
}

extension VerificationForm {
  static let commands: [Command] =
    Command.form(.verification, save: Phrase("通过", "verified")) + [
      Command(
        .reject, in: .verification, [.named(.f6)], Phrase("不通过", "reject"),
        help: Phrase("不予通过，备注里写明原因", "Rejects; the note says why"), at: 3),
      .close(.verification, Phrase("返回", "back")),
    ]
}
