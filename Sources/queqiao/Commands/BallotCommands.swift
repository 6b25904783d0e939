import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

struct BallotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "ballot",
    Phrase("录入选票，核对两次录入，查看谁还没有交。", "Take slips in, compare two typings, see whose are missing."),
    subcommands: [
      Add.self, Import.self, Missing.self, Compare.self, Settle.self, Accuracy.self,
    ])
}

extension BallotCommand {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      "add", Phrase("逐张录入选票，如 'F12 3 7 21'。", "Store slips as they are typed: 'F12 3 7 21'."),
      discussion: Phrase(
        """
        先写本人的号牌，再按先后写选中的人；只写数字的，指对方那一组。空着的一行写 -：'F12 \
        3 - 21' 里男21 仍是第三位。被拒绝的选票什么也不存。只写本人号牌，就是空白选票\
        。一次写几张，一张算一步。加 --second 是另一位录票员的第二次录入，与第一次不一样\
        的，用 ballot settle 对照纸票确认。
        """,
        """
        The picker first, then the picks, first choice first; a bare number means the \
        other pool. A - stands for a line left blank: in 'F12 3 - 21' M21 keeps the third \
        place. Nothing of a refused slip is stored. The picker alone is a blank slip. Of \
        several slips each is a step of its own for undo. With --second it is the second \
        typing by another clerk; where the two differ, ballot settle says what the paper says.
        """))

    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(
      help: .both("一张选票，写在引号里：'F12 3 7 21'。", "A slip, in quotes: 'F12 3 7 21'.", value: .slip))
    var slips: [String]
    @Flag(help: .both("更正已经录过的选票。", "Correct a slip that is in already.")) var replace = false
    @OptionGroup var typing: TypingOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      var tray = try SlipTray(session: session, event: event, typing.round)
      for slip in slips { try tray.add(slip, typing.typing(replace ? .whatever : .nothing)) }
      try tray.finish(output)
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      "import", Phrase("从文件导入选票，整份算一步。", "Store the slips of a file, as one step."),
      discussion: Phrase(
        """
        列是 picker,choice1,choice2,…，或 picker,choices（号牌之间用空格）；中文表头如 号\
        牌、第一选择、心动2 也认。空着的选择保留名次。有问题的行逐行说明，其余照收。
        """,
        """
        Columns picker,choice1,choice2,…, or picker,choices with badges between spaces; \
        Chinese heads such as 号牌, 第一选择, 心动2 as well. An empty choice keeps its \
        place. Refused rows are named; the others go in.
        """))

    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(help: .both("CSV 文件；- 是标准输入。", "A CSV file; - is standard input.", value: .file))
    var file: String
    @Flag(
      help: .both("不分先后，选的人名次都相同。", "The picks are unranked: every choice counts as the first."))
    var unranked = false
    @OptionGroup var typing: TypingOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      var tray = try SlipTray(session: session, event: event, typing.round)
      try tray.takeIn(
        BallotLine.read(ByteSource(path: file)), typing.typing(), unranked: unranked)
      try tray.finish(output)
    }
  }

  struct Missing: ParsableCommand {
    static let configuration = CommandConfiguration(
      "missing",
      Phrase("列出在场而没有交选票的人。", "List those who are here and whose slips are not in."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var round: RoundOption
    @Flag(
      help: .both("列出还没有第二次录入的选票。", "List those whose slips were not typed the second time."))
    var second = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      try evening.event.checkSlipsRemain()
      let number = try evening.round(round).number
      let missing =
        second ? evening.onceTyped(round: number) : evening.missingSlips(round: number)
      let rows = missing.map { guest -> [TableCell] in
        [.badge(guest.badge), .text(guest.number), .text(guest.name)]
      }
      output.print(
        Table([TableColumn(.badge), TableColumn(.number), TableColumn(.name)], rows: rows))
      Output.flush()
    }
  }
}
