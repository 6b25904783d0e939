import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct ListingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "listing", abstract: "What others get to see of members.",
    subcommands: [Show.self])
}

extension ListingCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the de-identified card of a member as others would see it.",
      discussion: """
        Only of a verified, single member who allows the listing. No name, phone, employer, address \
        or exact birthday; what looks like one in the texts is hidden. Read a card before it is \
        printed, one with many places hidden twice.
        """)

    @Argument(help: "Who: number, phone or name.") var who: String
    @Option(help: "What callers to the hotline name.") var code = "000"
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let card = try session.store.listingCard(
        of: try session.member(who).id, code: code.cleanedLine)
      output.print(ListingTable.card(card))
      Output.flush()
    }
  }
}

extension MaritalStatus {
  /// As filters call it.
  fileprivate func word(_ language: Language) -> String? {
    let value = Trait.marital.values.first { $0.choices == Choices(self) }
    return language == .chinese ? value?.chinese : value?.english
  }
}

private enum ListingTable {
  static func card(_ card: ListingCard) -> Table {
    let (face, language) = (card.face, Invocation.language)
    let words: ConditionWords = language == .chinese ? .chinese : .english
    let facts: [(String, TableCell)] = [
      ("code", .text(card.code)), ("sex", .text(face.sex?.rawValue)),
      ("birth_year", .number(face.birthYear)), ("height", .number(face.height)),
      ("education", .text(face.education?.word(words))),
      ("work", .text(face.work.map { $0.words(words).joined(separator: " ") })),
      ("job", .text(face.job)),
      ("marital", .text(face.marital?.word(language))),
      ("place", .text(face.place?.fullName)), ("interests", .text(face.interests)),
      ("introduction", .text(face.introduction)), ("criteria", .text(face.criteria)),
      ("hidden", .number(face.hidden)),
    ]
    return Table(
      [TableColumn("field"), TableColumn("value")],
      rows: facts.filter { $0.1 != .none && $0.1 != .text("") }.map { [.text($0.0), $0.1] })
  }
}
