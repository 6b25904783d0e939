import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

// Two typings of the same slips: where they differ, what the paper says, how often it happens.

extension BallotCommand {
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      "compare",
      Phrase(
        "列出两次录得不一样、还没有确认的选票。", "List slips whose two typings differ and are not settled."),
      discussion: Phrase(
        "两次都录了的才列；只录了一次的，谁也看不到。--all 连两次一致的和已确认的也列出来。",
        "Only slips that were typed twice: what was typed once is shown to nobody. --all lists those that "
          + "agree and those that are settled, too."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var round: RoundOption
    @Flag(help: .both("凡录了两次的都列出来。", "List every slip that was typed twice.")) var all = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      try evening.event.checkSlipsRemain()
      let typed = evening.typedTwice(round: try evening.round(round).number)
      let rows = typed.filter { all || $0.readings.isUnsettled }.map { slip -> [TableCell] in
        let cells: [TableCell] = [
          .badge(slip.picker.badge), .slip(slip.readings.first, of: slip.picker, evening),
          .slip(slip.readings.second, of: slip.picker, evening),
        ]
        return all ? cells + [.slip(slip.readings.settled, of: slip.picker, evening)] : cells
      }
      let columns: [Column] = [.picker, .first, .second] + (all ? [.settled] : [])
      output.print(Table(columns.map { TableColumn($0) }, rows: rows))
      Output.flush()
      guard rows.isEmpty, output.format == .table else { return }
      let said =
        typed.isEmpty
        ? Phrase("还没有录过两次的选票", "no slip was typed twice yet")
        : Phrase(
          "录过两次的 \(typed.count) 张都一致或已确认",
          "all \(typed.count.counted("slip")) typed twice agree or are settled")
      Output.message(said(Invocation.language))
    }
  }

  struct Settle: ParsableCommand {
    static let configuration = CommandConfiguration(
      "settle",
      Phrase("对照纸票，确认录过两次的选票该是什么。", "Say what the paper says of slips typed twice."),
      discussion: Phrase(
        "照纸票写全：'F12 3 7'。两次录的都留着，差错率不因确认而变小；以确认的为准。",
        "Write the slip as the paper has it: 'F12 3 7'. Both typings stay as they were, so the error rate "
          + "does too; what is settled counts."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(
      help: .both(
        "纸票上的内容，写在引号里：'F12 3 7'。", "What the paper says, in quotes: 'F12 3 7'.", value: .slip))
    var slips: [String]
    @OptionGroup var round: RoundOption
    @Option(name: .customLong("by"), help: .both("谁确认的。", "Who settles it.", value: .name))
    var clerk: String?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      var tray = try SlipTray(session: session, event: session.event(code), round)
      let typing = SlipTyping(
        round: round.round, reading: .settled,
        clerk: clerk.flatMap { $0.cleanedLine.isEmpty ? nil : $0.cleanedLine })
      for slip in slips { try tray.add(slip, typing) }
      try tray.finish(output)
    }
  }

  struct Accuracy: ParsableCommand {
    static let configuration = CommandConfiguration(
      "accuracy",
      Phrase("两次录入的差错率。", "How often two typings of a slip differ."),
      discussion: Phrase(
        "rate 是录了两次的选票里不一样的比例，按当时录的算；没有录过两次的就空着。不写 --round 是各轮合计。",
        "rate is the share of the slips typed twice that differ, as they were typed; empty where none was. "
          + "Without --round it is of all rounds."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(help: .both("只算第几轮互选。", "Of this picking round alone.", value: .number)) var round: Int?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      try evening.event.checkSlipsRemain()
      let accuracy: SlipAccuracy
      if let round {
        var option = RoundOption()
        option.round = round
        accuracy = evening.accuracy(round: try evening.round(option).number)
      } else {
        accuracy = evening.accuracy
      }
      let columns: [Column] = [.slips, .typedTwice, .differing, .rate]
      let row: [TableCell] = [
        .number(accuracy.slips), .number(accuracy.typedTwice), .number(accuracy.differing),
        accuracy.rate.map { .decimal($0, places: 4) } ?? .none,
      ]
      output.print(Table(columns.map { TableColumn($0, side: .right) }, rows: [row]))
      Output.flush()
    }
  }
}

extension TableCell {
  /// The lines of a slip as they would be typed: a dash for a blank one, `=` before those without an order.
  static func slip(_ slip: SlipRecord?, of picker: Guest, _ evening: Evening) -> TableCell {
    guard let ballot = slip.flatMap({ evening.ballot($0, of: picker.id) }) else { return .none }
    let mark = ballot.ranks == .unranked ? ["="] : []
    let code = mark + ballot.lines.map { $0?.description ?? "-" }
    let language = Invocation.language
    let shown = mark + ballot.lines.map { $0.map { $0.phrase(language) } ?? "-" }
    return .coded(
      code.joined(separator: " "),
      shown: ballot.lines.isEmpty ? Phrase.picks(0)(language) : shown.joined(separator: " "))
  }
}
