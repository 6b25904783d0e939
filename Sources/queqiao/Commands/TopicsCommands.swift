import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "topics", Phrase("编排话题桌，也用于破冰分组。", "Plan topic tables, or groups that break the ice."),
    subcommands: [Plan.self, Show.self, Report.self, Start.self, Finish.self])
}

extension TopicsCommand {
  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      "plan",
      Phrase(
        "按在场的人分桌，尽量不让同样的人再次同桌。",
        "Seat who is here in groups, so that nobody meets twice while that can be had."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(help: .both("一共几轮。", "How many rounds in all.", value: .count)) var rounds: Int
    @Option(help: .both("每桌最多几人。", "How many to a table at most.", value: .count)) var size: Int
    @Option(
      help: .both(
        "话题文件，一行一个，各桌依次取用；- 是标准输入。",
        "Topics, one a line, given to the tables in turn; - is standard input.",
        value: .file))
    var topics: String?
    @Option(help: .both("每轮几分钟。", "Minutes of each round.", value: .count)) var minutes = 0
    @Flag(help: .both("同一单位的尽量不同桌。", "Colleagues apart where that can be had."))
    var colleaguesApart =
      false
    @Option(
      help: .both(
        "种子；同样的人、同样的种子排得一样。", "The same people and seed give the same plan.", value: .count))
    var seed: UInt64 = 0
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let wish = TopicsWish(
        rounds: rounds, size: size,
        topics: try topics.map { try TopicLines.read(ByteSource(path: $0)) } ?? [],
        minutes: minutes, colleaguesApart: colleaguesApart, seed: seed)
      let planned = try TopicsDesk.plan(wish, at: event.id, in: session.store)
      guard let plan = planned.seating.plan else { return }
      output.print(TopicsTable.report(plan))
      Output.flush()
      plan.say()
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show", Phrase("查看谁坐哪桌，什么话题。", "Show who sits at which table, with which topic."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let hall = try SeatedHall(event, .topics, in: session.store)
      output.print(
        Table(
          [
            TableColumn(.round, side: .right), TableColumn(.seatTable, side: .right),
            TableColumn(.topic), TableColumn(.badge),
          ],
          rows: hall.rounds.flatMap { round in
            round.tables.flatMap { table in
              table.seats.compactMap(hall.badge).map { badge in
                [
                  .number(round.number), table.number.map { .number($0) } ?? .none,
                  .text(table.topic), .badge(badge),
                ]
              }
            }
          }))
      Output.flush()
    }
  }

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      "report", Phrase("查看分桌的结果。", "Show what the plan came to."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      output.print(TopicsTable.report(try session.plan(.topics, of: event)))
      Output.flush()
    }
  }
}

extension TopicsCommand {
  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      "start", Phrase("开始一轮；前一轮随之结束。", "Begin a round; the one before it is over."))
    @OptionGroup var round: RoundOptions

    func run() throws {
      try round.run { try $0.startRound($1, .topics, of: $2) }
    }
  }

  struct Finish: ParsableCommand {
    static let configuration = CommandConfiguration("finish", Phrase("结束一轮。", "End a round."))
    @OptionGroup var round: RoundOptions

    func run() throws {
      try round.run { try $0.finishRound($1, .topics, of: $2) }
    }
  }
}

enum TopicsTable {
  static func report(_ plan: SeatingPlan) -> Table {
    let columns: [Column] = [.people, .tables, .rounds, .repeats, .worstBalance]
    return Table(
      columns.map { TableColumn($0, side: .right) },
      rows: [columns.map { .number(plan.figures[$0.name] ?? 0) }])
  }
}
