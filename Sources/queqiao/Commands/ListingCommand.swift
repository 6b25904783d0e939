import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct ListingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "listing", Phrase("查看对外刊登的内容。", "Show what others get to see of members."),
    subcommands: [Show.self])
}

extension ListingCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show",
      Phrase(
        "查看某人隐去身份后的刊登卡，即别人看到的样子。", "Show a member's de-identified card, as others would see it."),
      discussion: Phrase(
        """
        只限已核验、单身、授权刊登的人。卡上没有姓名、电话、单位、住址和具体生日，文字里像\
        这些内容的也会隐去。付印前请通读一遍，隐去处多的再读一遍。
        """,
        """
        Only for a verified, single member who consents to the listing. No name, phone, \
        employer, address or exact birthday; whatever looks like one in the texts is \
        hidden. Read a card before it is printed, and twice where much is hidden.
        """))

    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      String
    @Option(
      help: .both(
        "刊登编号，打热线的人报的就是它。", "The listing number that callers to the hotline give.", value: .number))
    var code = "000"
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
    let facts: [[TableCell]] = [
      [.column(.listingCode), .text(card.code)], [.field(.sex), .sex(face.sex)],
      [.column(.birthYear), .number(face.birthYear)], [.field(.height), .number(face.height)],
      [
        .field(.text(.education)), face.education.map { .word($0.word(words), $0.phrase) } ?? .none,
      ],
      [
        .column(.work),
        face.work.map { .word($0.words(words).joined(separator: " "), $0.phrase) } ?? .none,
      ],
      [.field(.text(.job)), .text(face.job)],
      [
        .column(.marital),
        face.marital.map { .word($0.word(language) ?? "", $0.phrase) } ?? .none,
      ],
      [.column(.place), .text(face.place?.fullName)],
      [.field(.text(.interests)), .text(face.interests)],
      [.field(.text(.introduction)), .text(face.introduction)],
      [.field(.text(.criteria)), .text(face.criteria)], [.column(.hidden), .number(face.hidden)],
    ]
    return Table(
      [TableColumn(.field), TableColumn(.value)],
      rows: facts.filter { $0[1] != .none && $0[1] != .text("") })
  }
}
