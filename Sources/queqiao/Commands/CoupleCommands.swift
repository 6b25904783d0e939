import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

struct CoupleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "couple", Phrase("跟进牵手以后的情侣。", "Follow up couples after the pairs are announced."),
    subcommands: [List.self, Advance.self])
}

extension CoupleCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      "list", Phrase("列出情侣和进展，新的在前。", "List couples and how far they are, newest first."))
    @Option(
      help: .both(
        "只看这一步：paired、in-love、engaged、married、wedding 或 ended。",
        "At this stage only: paired, in-love, engaged, married, wedding or ended.", value: .kind))
    var stage: CoupleStage?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let couples = try session.store.couples().filter { couple in
        stage.map { couple.couple.stage == $0 } ?? true
      }
      output.print(CoupleTable.table(couples))
      Output.flush()
    }
  }

  struct Advance: ParsableCommand {
    static let configuration = CommandConfiguration(
      "advance", Phrase("记下一对情侣的新进展。", "Note the next step of a couple."),
      discussion: Phrase(
        """
        次序是 paired 牵手、in-love 恋爱、engaged 订婚、married 领证、wedding 办婚礼，或 ended 分手；可以跳过，\
        不能退回，日期不能早于上一步，也不能是将来。记错了用 queqiao undo。
        """,
        """
        In this order: paired, in-love, engaged, married, wedding, or ended; steps may be left out, none goes \
        back, and none is dated before the one before it or in the future. queqiao undo takes it back.
        """))
    @Argument(help: .both("一位：编号或姓名。", "One: number or name.", value: .who)) var one: String
    @Argument(help: .both("另一位。", "The other.", value: .who)) var other: String
    @Argument(help: .both("走到哪一步。", "The stage they reached.", value: .kind)) var stage: CoupleStage
    @Option(help: .both("哪一天。", "The day it happened.", value: .date)) var on: Day
    @Option(
      help: .both("依据，例如见过结婚证。", "What shows it: the certificate was seen, say.", value: .text))
    var evidence: String?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      var finder = PersonFinder(session.store)
      let members = try [one, other].map { who in
        guard let member = try finder.member(who) else {
          let word = Masking.numbers(in: who.cleanedLine)
          throw NothingFound(
            Phrase("没有找到“\(word)”，请写编号", "nobody is \u{201c}\(word)\u{201d}; give the number"))
        }
        return member
      }
      let (couple, _) = try session.store.advance(
        members[0].id, members[1].id, to: stage, on: on, evidence: evidence?.cleanedLine)
      let followed = try session.store.couples().filter { $0.couple.id == couple.id }
      output.print(CoupleTable.table(followed))
      Output.flush()
    }
  }
}

enum CoupleTable {
  static func table(_ couples: [FollowedCouple]) -> Table {
    Table(
      [
        TableColumn(.aNumber), TableColumn(.aName), TableColumn(.bNumber), TableColumn(.bName),
        TableColumn(.stage), TableColumn(.stageDay), TableColumn(.event), TableColumn(.evidence),
      ],
      rows: couples.map { followed in
        let stage = followed.couple.stage
        let last = followed.couple.steps.last
        return [
          .text(followed.one.number), .text(followed.one.name), .text(followed.other.number),
          .text(followed.other.name), .word(stage.rawValue, stage.phrase),
          .text(last?.day.description ?? ""), .text(followed.event?.code ?? ""),
          .text(Masking.numbers(in: last?.evidence ?? "")),
        ]
      })
  }
}
