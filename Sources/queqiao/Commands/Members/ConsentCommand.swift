import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

extension MemberCommand {
  struct ConsentTo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "consent",
      abstract: "Show, give or revoke what a member allows.",
      discussion: """
        listing: a de-identified card in the weekly issue; broadcast: presented in a live \
        broadcast; big-screen: the name when a pair is announced; photo. Without one of them the \
        program refuses what it allows.
        """)

    @Argument(help: "Who: number, phone or name.") var who: String
    @Option(help: "The member allows it: listing, broadcast, big-screen or photo.")
    var give: [ConsentPurpose] = []
    @Option(help: "The member allows it no more.") var revoke: [ConsentPurpose] = []
    @Option(help: "The day it was said, otherwise today.") var on: Day?
    @Option(help: "The last day a consent given holds.") var until: Day?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let id = try session.member(who).id
      for purpose in give {
        try session.store.giveConsent(purpose, by: id, on: on, until: until)
      }
      for purpose in revoke { try session.store.revokeConsent(purpose, by: id, on: on) }
      let today = session.store.surroundings.today
      output.print(
        Table(
          ["purpose", "granted", "until", "revoked", "holds"].map { TableColumn($0) },
          rows: try session.store.consents(of: id).all.map { consent in
            [
              .text(consent.purpose.rawValue), .text(consent.granted.description),
              .text(consent.until?.description), .text(consent.revoked?.description),
              .flag(consent.holds(on: today)),
            ]
          }))
      Output.flush()
    }
  }
}
