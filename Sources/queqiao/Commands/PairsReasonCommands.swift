import ArgumentParser
import Canvas
import Desk
import Exchange
import Files
import Matchmaking
import Printing
import Screens
import Store
import Wording

extension PairsCommand {
  struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
      "preview",
      Phrase("试看每种规则会有几对，不显示是谁。", "Show what each rule would give, without telling who."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var round: RoundOption
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      let round = try evening.round(round)
      let previews = try evening.previews(round: round.number)
      output.print(
        Table(
          [TableColumn(.rule)]
            + [Column.pairs, .totalRank, .leftOver].map { TableColumn($0, side: .right) },
          rows: previews.map {
            [
              .word($0.rule.rawValue, $0.rule.phrase), .number($0.pairs), .number($0.totalRank),
              .number($0.leftOver),
            ]
          }))
      if round.isOpen { PairsCommand.sayProvisional(evening, round, output.format) }
      Output.flush()
      for preview in previews {
        guard let fallback = preview.fallback else { continue }
        let rule = preview.rule.phrase
        Output.message(
          (Phrase("\(rule.chinese)：", "\(rule.english): ") + fallback.phrase)(Invocation.language))
      }
    }
  }

  struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
      "why",
      Phrase("查看一个人为什么没有牵手。", "Tell why somebody has no partner, or with whom they are paired."),
      discussion: Phrase(
        """
        只给组织者看，谁查看过会留下记录。只说互选和牵手，不说谁选过谁；选了谁而没有互选，和谁\
        也没选，说的一样。每个互选的理由见 queqiao pairs 代号 --why。
        """,
        """
        For the organizer alone; that it was asked goes on record. It tells of mutual picks and \
        pairs, never of who picked whom: whoever picked in vain and whoever picked nobody are told \
        the same. The reason of each mutual pick is told by queqiao pairs CODE --why.
        """))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(help: .both("号牌，或编号、姓名。", "The badge, or a number or name.", value: .badge)) var who:
      String
    @OptionGroup var round: RoundOption
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      var found = try FoundEvening(event.id, in: session.store)
      var finder = PersonFinder(session.store)
      guard let guest = try finder.guest(who, in: &found), let badge = guest.badge else {
        throw Refusal.programme(.noBadge(Masking.numbers(in: who.cleanedLine)))
      }
      let evening = try session.store.evening(event.id)
      let round = try evening.round(round)
      let outcome = evening.outcome(
        of: guest, in: try evening.pairing(round: round.number), round: round.number)
      // On record before it is told.
      try session.store.noteOutcomeSeen(of: guest.id, at: event.id)
      tell(outcome, of: badge)
      if round.isOpen { PairsCommand.sayProvisional(evening, round, output.format) }
      Output.flush()
    }

    private func tell(_ outcome: OwnOutcome, of badge: Badge) {
      let sentence = outcome.phrase(of: badge)(Invocation.language)
      guard output.format != .table else { return Output.line(sentence) }
      let partners = outcome.partners.map(\.description).joined(separator: " ")
      output.print(
        Table(
          [Column.badge, .outcome, .partners, .reason].map { TableColumn($0) },
          rows: [[.badge(badge), .text(outcome.code), .text(partners), .text(sentence)]]))
    }
  }

  struct Graph: ParsableCommand {
    static let configuration = CommandConfiguration(
      "graph", Phrase("把互选画成图，只有号牌。", "Draw the mutual picks as a picture of badges."),
      discussion: Phrase(
        """
        只画互选；没有得到回应的选择不在图上。--to 写成 SVG：牵手是实线，互选未牵手是虚线。不写 --to 就用字符\
        画在终端上；--format csv 或 json 则逐条列出。
        """,
        """
        Mutual picks only: one that was not returned is not in it. --to makes an SVG file, pairs \
        solid and mutual picks left over dashed. Without it the picture is made of characters; \
        --format csv or json lists its lines.
        """))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(help: .both("写到哪个新的 SVG 文件。", "The SVG file to make.", value: .file)) var to: String?
    @OptionGroup var round: RoundOption
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if to?.isEmpty == true { throw ValidationError("--to 后面要写文件名", "--to needs a file") }
    }

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      let round = try evening.round(round)
      let picture = MutualPicture(of: try evening.pairing(round: round.number))
      if let to {
        let file = try OutputFile(
          at: OutputPlace(to, over: .refused, sparing: SparedFiles(store: session.store.path)))
        let event = evening.event
        try file.write(
          PictureFile(picture, title: event.title, date: event.date, Invocation.language).text)
        try file.finish()
      }
      if to == nil, output.format == .table { draw(picture) } else { list(picture) }
      if round.isOpen { PairsCommand.sayProvisional(evening, round, output.format) }
      Output.flush()
    }

    private func draw(_ picture: MutualPicture) {
      let width = Width(.narrow)
      let language = Invocation.language
      guard !picture.groups.isEmpty else {
        return Output.line(Phrase("没有互选", "there are no mutual picks")(language))
      }
      let lines = PictureLines(say: { $0(language) }, width: width.columns)
      for line in lines.lines(of: picture, columns: HelpPage.screenColumns) { Output.line(line) }
      Output.line("")
      Output.line(MutualPicture.legend()(language))
    }

    private func list(_ picture: MutualPicture) {
      // Whoever asked for a file has it; what else is told is how much is in it.
      guard to == nil else {
        return output.print(
          Table(
            [.people, .pairs, .leftOver].map { (column: Column) in
              TableColumn(column, side: .right)
            },
            rows: [
              [.number(picture.people), .number(picture.pairs), .number(picture.leftOver)]
            ]))
      }
      output.print(
        Table(
          [TableColumn(.group, side: .right)]
            + [Column.aBadge, .bBadge, .isPair].map { TableColumn($0) },
          rows: picture.groups.enumerated().flatMap { number, group in
            group.everyLine.map {
              [.number(number + 1), .badge($0.a), .badge($0.b), .flag($0.isPair)]
            }
          }))
    }
  }
}
