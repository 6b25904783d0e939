import Canvas
import Wording

extension Command.ID {
  public static let verifications = Self("verifications")
  public static let beginVerification = Self("beginVerification")
  public static let verifyAll = Self("verifyAll")
}

extension Context {
  public static let verifying = Self(
    "verifying", Phrase("待核验", "To be verified"), typing: .none, home: .within(.verifications))
}

extension VerificationQueue {
  static let commands: [Command] = [
    Command(
      .verifications, in: .members, [.control("v"), .character("h")], Phrase("待核验", "to verify"),
      help: Phrase("等待核验的人，逐个看", "Who waits to be verified, one after another"), at: 13,
      does: { _ in [.open(VerificationQueue())] }),

    Command(
      .beginVerification, in: .verifying, [.named(.enter)], Phrase("核验", "verify"),
      help: Phrase("记下看过什么，通过或不通过", "Notes what was seen; verified or rejected"), at: 1),
    Command(
      .verifyAll, in: .verifying, [.named(.f2)], Phrase("三样齐全，通过", "all seen: verified"),
      help: Phrase("盖章、实名、承诺书都看过了，通过", "Stamp, name and pledge were all seen: verified"), at: 2),
    Command(
      .editMember, in: .verifying, [.control("e"), .character("e")], Phrase("修改", "edit"),
      help: Phrase("修改此人的资料", "Changes details of the member"), at: 3),
    .close(.verifying, Phrase("返回", "back"), also: [.character("q")]),
  ]
}
