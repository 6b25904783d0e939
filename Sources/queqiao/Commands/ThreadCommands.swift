import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct ThreadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "thread", Phrase("红线：在愿意的人里随机牵线。", "The red thread: random pairs among the willing."),
    subcommands: [Draw.self, Show.self])
}

extension ThreadCommand {
  struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(
      "draw",
      Phrase("抽一次红线；种子先写出来，再抽。", "Draw once; the seed is told before the draw."),
      discussion: Phrase(
        """
        文件写愿意的人的号牌，一行一个，表头 badge（号牌）可有可无。每一种配法机会相同，轮空的也一样；同样的人、同样的种子，\
        写的先后不论，抽得一样。不写 --seed 就现抽一个。不同桌的两人不会抽到一起。有一个号牌不对，就什么都不存。
        """,
        """
        The file has the badges of the willing, one a row, with or without the head badge. Each \
        way to pair them is as likely as any other, who is left over too; the same people and seed, in \
        whatever order, give the same draw. Without --seed one is drawn. Who never meets is kept \
        apart. One wrong badge, and nothing is stored.
        """))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(
      name: .customLong("from"),
      help: .both(
        "愿意的人：CSV 或 .xlsx 文件；- 是标准输入。", "Who is willing: a CSV or .xlsx file; - is standard input.",
        value: .file))
    var file: String
    @Option(help: .both("种子：0 或更大的整数。", "The seed, a whole number from 0.", value: .count))
    var seed: UInt64?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let evening = try session.store.evening(event.id)
      let willing = try willing(evening)
      if willing.isEmpty { throw Matchmaking.Refusal.game(.nobodyToPair(willing: 0)) }
      let (draw, _) = try session.store.drawThread(willing, at: event.id, seed: seed) { seed in
        GameTables.say(seed: seed)
      }
      GameTables.print(draw.thread { evening.guest($0)?.badge }, output)
    }

    /// Every badge that is wrong is named before it is given up.
    private func willing(_ evening: Evening) throws -> [Badge] {
      let lines = try BadgeLine.read(ByteSource(path: file))
      let badges = lines.map { Badge(typed: $0.text, in: evening.event.pools) }
      let (_, refusals) = evening.willing(badges.compactMap(\.self))
      var left = refusals[...]
      var isWrong = false
      for (line, badge) in zip(lines, badges) {
        let refusal =
          badge == nil
          ? Refusal.slip(.notABadge(String(line.text.cleanedLine.prefix(12))))
          : left.popFirst() ?? nil
        guard let refusal else { continue }
        isWrong = true
        Output.refuse(refusal, row: line.row)
      }
      if isWrong {
        throw Stop(
          status: 65,
          phrase: Phrase("没有抽；请改好名单再抽", "nothing was drawn; mend the list and draw again"))
      }
      return badges.compactMap(\.self)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show", Phrase("查看最后一次红线。", "Show the last draw."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(help: .both("第几次；不写是最后一次。", "Which draw, from 1; the last without.", value: .count))
    var draw: Int?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let evening = try session.store.evening(event.id)
      let draws = try session.store.threadDraws(of: event.id)
      let wanted = self.draw
      guard let draw = draws.last(where: { wanted == nil || $0.number == wanted }) else {
        throw NothingFound(GameRefusal.noDraw.phrase)
      }
      GameTables.say(seed: draw.seed)
      GameTables.print(draw.thread { evening.guest($0)?.badge }, output)
    }
  }
}

enum GameTables {
  static func say(seed: UInt64) {
    Output.message(Phrase("种子 \(seed)", "seed \(seed)")(Invocation.language))
  }

  static func print(_ thread: RedThread, _ output: FormatOptions) {
    output.print(
      Table(
        [TableColumn(.aBadge), TableColumn(.bBadge)],
        rows: thread.pairs.map { [.badge($0.a), .badge($0.b)] }))
    Output.flush()
    guard !thread.leftOver.isEmpty else { return }
    Output.message(
      Phrase(
        "轮空：\(thread.leftOver.map(\.phrase.chinese).joined(separator: "、"))",
        "left over: \(thread.leftOver.map(\.description).joined(separator: ", "))")(
          Invocation.language))
  }
}
