import Matchmaking
import Wording

extension Confirmation {
  /// Somebody new has the name of somebody who is known.
  static func namesake(_ known: [KnownMember], _ change: Change) -> Confirmation {
    Confirmation(
      title: Phrase("是同一个人吗？", "The same person?"),
      lines: [Phrase("名册里已有同名的人：", "The register has this name already:")]
        + known.prefix(3).map(\.inWords)
        + [
          Phrase(
            "是同一个人：按 Esc 返回，已替您选中，回车即可。确是另一个人：按 F8 另行登记。",
            "The same person: Esc goes back with them marked, then Enter. Somebody else: F8 enters them."
          )
        ], yes: Phrase("另一个人", "somebody else"), intent: .change(change), isGrave: true)
  }
}
