import Canvas
import Wording

extension Command.ID {
  public static let consents = Self("consents")
}

extension Context {
  public static let consents = Self(
    "consents", Phrase("授权", "Consents"), typing: .none, home: .within(.consents))
}

extension ConsentPage {
  static let commands: [Command] = [
    Command(
      .consents, in: .members, [.control("g"), .character("s")], Phrase("授权", "consents"),
      help: Phrase(
        "此人同意的用途：刊登、直播、大屏、照片", "What the member consents to: listing, broadcast, screen, photo"),
      unless: Environment.nobodyMarked, does: { $0.onMarked { ConsentPage($0) } }),

    Command(
      .choose, in: .consents, [.named(.enter), .character(" ")], Phrase("同意或撤回", "give or revoke"),
      help: Phrase("按本人的意思登记或撤回授权", "As the member says: given, or revoked"), at: 1),
    .close(.consents, Phrase("返回", "back"), also: [.character("q")]),
  ]
}
