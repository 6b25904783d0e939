import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let register = Self("register")
}

extension Context {
  public static let registering = Self(
    "registering", Phrase("登记报名", "Registering"), typing: .caret, home: .within(.register))
}

extension RegistrationForm {
  static let commands: [Command] = [
    Command(
      .register, in: .door, [.named(.f5)], Phrase("登记报名", "register"),
      help: Phrase("把名册里的人登记为本场来宾，不签到", "Registers members for this event, without checking in"),
      at: 8,
      unless: Environment.notOpen, does: { $0.atEvening { RegistrationForm(event: $0.event.id) } }),

    Command(
      .choose, in: .registering, [.named(.enter)], Phrase("登记", "register"),
      help: Phrase("登记光标所在的人", "Registers the marked member"), at: 1),
    Command(
      .cancelRegistration, in: .registering, [.control("x")], Phrase("取消报名", "cancel"),
      help: Phrase(
        "光标所在的人报了名又不来了，或报名没有通过", "The marked person is not coming after all, or is declined"),
      at: 3),
    .close(.registering, Phrase("完成", "done")),
  ]
}
