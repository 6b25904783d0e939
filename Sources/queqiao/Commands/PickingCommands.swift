import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct PickingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "picking", Phrase("开始、结束、查看各轮互选。", "Open, close and list picking rounds."),
    discussion: Phrase(
      "每场活动从第 1 轮开始收选票，规则按活动的。前一轮结束了，才能开下一轮。",
      "Every event begins with round 1, open, by the event's rule. The next round opens once the one before "
        + "is closed."),
    subcommands: [Open.self, Close.self, List.self])
}

extension PickingCommand {
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      "open", Phrase("开始下一轮互选。", "Open the next picking round."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(
      help: .both("这一轮的规则；不写按活动的。", "The round's rule; the event's without it.", value: .rule))
    var rule: PairingRule?
    @Option(
      help: .both(
        "这一轮最多选几人，unlimited 不限；不写按活动的。",
        "How many picks a slip may have, or unlimited; the event's without it.", value: .count))
    var maxPicks: PickLimit?
    @Flag(
      help: .both("前面已牵手的人本轮不参加。", "Whoever is paired already is left out of this round."))
    var leaveOutPaired = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let most: PickingRoundWish.MostPicks? = maxPicks.map {
        $0.number.map { .atMost($0) } ?? .unlimited
      }
      _ = try session.store.openPicking(
        of: event.id,
        PickingRoundWish(rule: rule, maxPicks: most, leavesOutPaired: leaveOutPaired))
      try RoundTable.print(session.store.evening(event.id), output)
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      "close", Phrase("结束一轮互选，不再收它的选票。", "Close a picking round; it takes no more slips."),
      discussion: Phrase(
        "还有两次录得不一样、没有确认的选票时不能结束。结束整场用 event close。",
        "Refused while slips that were typed differently are not settled. event close closes all."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(
      help: .both(
        "第几轮；不写就是正在收选票的一轮。", "Which round; without it the one that takes slips.", value: .number))
    var number: Int?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      _ = try session.store.closePicking(number, of: event.id)
      try RoundTable.print(session.store.evening(event.id), output)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      "list", Phrase("查看各轮互选和选票进度。", "List the picking rounds and how far they are."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      try RoundTable.print(session.store.evening(session.event(code).id), output)
    }
  }
}

private enum RoundTable {
  static func print(_ evening: Evening, _ output: FormatOptions) throws {
    let columns: [Column] = [
      .round, .rule, .maxPicks, .leavesOutPaired, .roundState, .slips, .missing, .typedTwice,
      .unsettled,
    ]
    let numbers: Set<Column> = [.round, .maxPicks, .slips, .missing, .typedTwice, .unsettled]
    let rows = evening.rounds.map { round -> [TableCell] in
      let accuracy = evening.accuracy(round: round.number)
      return [
        .number(round.number), .word(round.rule.rawValue, round.rule.phrase),
        round.maxPicks.map { .number($0) } ?? .word("unlimited", Phrase("不限", "unlimited")),
        .flag(round.leavesOutPaired), .word(round.state.rawValue, round.state.phrase),
        .number(accuracy.slips), .number(evening.missingSlips(round: round.number).count),
        .number(accuracy.typedTwice), .number(evening.unsettled(round: round.number).count),
      ]
    }
    output.print(
      Table(
        columns.map { TableColumn($0, side: numbers.contains($0) ? .right : .left) }, rows: rows))
    Output.flush()
  }
}
