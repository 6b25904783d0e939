import ArgumentParser
import Exchange
import Matchmaking
import Screens
import Store
import Wording

extension EventCommand {
  struct Tables: ParsableCommand {
    static let configuration = CommandConfiguration(
      "tables",
      Phrase(
        "签到分桌：按姓氏拼音，各桌人数尽量相等。",
        "Split the door among tables by the surname's pinyin, as evenly as can be."),
      discussion: Phrase(
        """
        不加 --tables 就列出现在怎么分、各桌应到和已到几人。分好以后不再随报名变动，签到名单按桌打印；\
        再写一次 --tables 就重新分，写 1 就是不分。没有拼音的姓名在最后一桌。本台管哪一桌：desk --event 代号 --table 几。
        """,
        """
        Without --tables, list how it is split, with how many are expected and have come. The split \
        stays whoever registers afterwards, and the door list is printed by it; --tables again splits \
        anew, --tables 1 takes it away. Names without pinyin are at the last table. A desk is one of \
        them by desk --event CODE --table N.
        """))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(help: .both("几张签到桌，1 就是不分。", "How many tables; 1 is no split.", value: .count))
    var tables: Int?
    @OptionGroup var output: FormatOptions

    func validate() throws {
      guard let tables, !(1...DoorTables.most).contains(tables) else { return }
      throw ValidationError(
        "--tables 写 1 到 \(DoorTables.most)", "--tables takes 1 to \(DoorTables.most)")
    }

    func run() throws {
      let session = try Session.open()
      var evening = try session.store.evening(session.event(code).id)
      if let tables {
        guard evening.event.state == .open else {
          throw evening.event.closedRefusal
        }
        var form = EventForm(evening.event)
        form.details.doorTables =
          tables == 1
          ? nil : DoorTables(splitting: evening.expected(by: Initial.init(of:)), into: tables)
        evening.event = try session.store.edit(evening.event.id, form).event
      }
      guard let split = evening.event.details.doorTables else {
        guard tables == nil else { return }
        throw NothingFound(.noDoorTable(nil, of: evening.event.code))
      }
      output.print(Self.table(DoorTally(split, of: evening, initial: Initial.init(of:))))
      Output.flush()
    }

    private static func table(_ tally: DoorTally) -> Table {
      Table(
        [
          TableColumn(.seatTable, side: .right), TableColumn(.initials),
          TableColumn(.expected, side: .right), TableColumn(.arrived, side: .right),
        ],
        rows: tally.tables.numbers.map { number in
          let count = tally.counts[number - 1]
          return [
            .number(number),
            .word(tally.tables.letters(of: number), tally.tables.range(of: number)),
            .number(count.expected), .number(count.arrived),
          ]
        })
    }
  }
}
