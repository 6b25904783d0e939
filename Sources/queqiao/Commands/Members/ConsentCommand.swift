import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

extension MemberCommand {
  struct ConsentTo: ParsableCommand {
    static let configuration = CommandConfiguration(
      "consent", Phrase("查看、登记或撤回某人的授权。", "Show, give or revoke a member's consents."),
      discussion: Phrase(
        """
        listing：隐去身份后刊登在每周单身信息；broadcast：在直播里介绍；big-screen：牵手公\
        布时大屏显示姓名；photo：照片；contact：牵手后把电话、微信印在对方的结果条上。没有\
        授权的，程序一律不做。每项授权算一步。
        """,
        """
        listing: a de-identified card in the weekly issue; broadcast: presented in a live \
        broadcast; big-screen: the name when a pair is announced; photo; contact: phone \
        and WeChat on the partner's result slip. Without consent the program refuses to do it. \
        Each purpose is a step of its own for undo.
        """))

    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      String
    @Option(
      help: .both(
        "本人同意：listing 刊登，broadcast 直播，big-screen 大屏显示姓名，photo 照片，contact 联系方式给牵手对象。",
        "What the member consents to.",
        value: .purpose))
    var give: [ConsentPurpose] = []
    @Option(help: .both("本人撤回的授权。", "What the member no longer consents to.", value: .purpose))
    var revoke: [ConsentPurpose] = []
    @Option(
      help: .both("本人表示的日期；不写就是今天。", "The day the member said so; otherwise today.", value: .date))
    var on: Day?
    @Option(help: .both("授权有效至哪天。", "The last day the consent is valid.", value: .date))
    var until: Day?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let id = try session.member(who).id
      for purpose in give {
        try session.store.giveConsent(purpose, by: id, on: on, until: until)
      }
      for purpose in revoke { try session.store.revokeConsent(purpose, by: id, on: on) }
      let today = session.store.context.today
      output.print(
        Table(
          [.purpose, .granted, .until, .revoked, .holds].map { TableColumn($0) },
          rows: try session.store.consents(of: id).all.map { consent in
            [
              .word(consent.purpose.rawValue, consent.purpose.phrase),
              .text(consent.granted.description),
              .text(consent.until?.description), .text(consent.revoked?.description),
              .flag(consent.holds(on: today)),
            ]
          }))
      Output.flush()
    }
  }
}
