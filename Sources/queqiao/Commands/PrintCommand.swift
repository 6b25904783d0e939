import ArgumentParser
import Desk
import Exchange
import Files
import Matchmaking
import Printing
import Store
import Wording

struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "print", Phrase("打印号牌、名单、选票、座位卡、桌牌和结果条，存成 PDF。", "Print badges, lists and ballots as PDF."),
    discussion: Phrase(
      """
      <印品> 是 badges 号牌、doorlist 签到名单、ballots 选票、cards 座位卡、tables 桌牌、results 牵手结果条之一。打印号牌和选票时，\
      还没有号牌的人都发号，印出来的号从此不变，这一步不能撤销；号牌上的二维码，扫码枪在签到页一扫就签到。按姓名拼音排列，\
      便于摆放。号牌已经打印过的，在终端上会先问一句；加 --again 不再问，加 --new 只打印新发号的人。打印 PDF 时请选\
      “实际大小”或 100%，第一页上有 100 毫米的标尺可以量。结果条每个牵手的人一张，双方都授权的印上对方联系方式；加 --everyone \
      来过的人都有一张，对折后看上去一样。印出联系方式，记录在案。
      """,
      """
      WHAT is badges, doorlist, ballots, cards, tables or results. Printing badges or ballots gives numbers to \
      all guests who have none; printed numbers never change, and this step is not undone. A scanner types \
      the code on a badge at the door. Paper comes in pinyin order of the names, to be laid out so. \
      Where badges were printed before, you are asked at a terminal; --again answers, --new prints \
      those alone who had no number yet. Print the PDF at actual size, 100 %: its first page has a \
      ruler of 100 mm. Result slips are one to each person in an announced pair, with the partner's contact where \
      both consented; --everyone makes one for all who came, alike when folded. It is on record.
      """))

  @Argument(
    help: .both(
      "印什么：badges、doorlist、ballots、cards、tables 或 results。",
      "What: badges, doorlist, ballots, cards, tables or results.", value: .printout))
  var kind: PrintKind?
  @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String?
  @Argument(help: .both("只打印这些人的。", "Only for these people.", value: .who)) var who: [String] = []
  @Option(help: .both("写到哪个新文件。", "The file to make.", value: .file)) var to: String?
  @Option(
    help: .both("用哪种纸，见 --list-sheets。", "On which sheet, see --list-sheets.", value: .paper))
  var sheet: Sheet?
  @Option(
    parsing: .unconditional,
    help: .both(
      "整体向右、向下移几毫米，例如 1.5,-2。", "Move everything right and down by so many mm: 1.5,-2.",
      value: .offset))
  var offset: String?
  @Option(
    help: .both(
      "整体放大或缩小到百分之几：标尺量出来 98 毫米就写 102，量出来 101 就写 99。",
      "Print everything so much larger or smaller: where the ruler measures 98 mm, 102.",
      value: .percent))
  var scale: String?
  @Flag(help: .both("列出可用的纸。", "List the sheets.")) var listSheets = false
  @Flag(help: .both("不印裁切线。", "Without lines to cut along.")) var noCutLines = false
  @Flag(help: .both("字体里没有的字印成方框。", "Print a box where no font has a character.")) var allowBoxes =
    false
  @Flag(help: .both("打印过的再打印，不再问。", "Print again what was printed, without being asked."))
  var again = false
  @Flag(help: .both("只打印这次新发号的人。", "Only those who get their number now.")) var new = false
  @Option(
    help: .both(
      "另加几张没有号码的选票，供现场报名的人。", "So many more ballots without a number, for walk-ins.",
      value: .count))
  var blanks = 0
  @Option(help: .both("几张桌子的桌牌。", "Signs for so many tables.", value: .count)) var tables: Int?
  @Flag(help: .both("结果条：没有牵手的人也各有一张。", "Result slips for those without a pair, too."))
  var everyone =
    false
  @OptionGroup var output: FormatOptions

  func validate() throws {
    guard !listSheets else { return }
    guard let kind, code != nil else {
      throw ValidationError(
        "请写印什么和活动代号，例如 queqiao print badges 代号 --to 号牌.pdf",
        "say what and for which event: queqiao print badges CODE --to badges.pdf")
    }
    guard let to, !to.isEmpty else {
      throw ValidationError("请用 --to 写文件名", "name a file with --to")
    }
    if let offset, Offset(offset) == nil {
      throw ValidationError(
        "--offset：\(Adjustment.badOffset.chinese)", "--offset: \(Adjustment.badOffset.english)")
    }
    if let scale, Scale(scale) == nil {
      throw ValidationError(
        "--scale：\(Adjustment.badScale.chinese)", "--scale: \(Adjustment.badScale.english)")
    }
    if let sheet, !kind.sheets.contains(sheet) {
      let sheets = kind.sheets.map(\.rawValue)
      throw ValidationError(
        "\(kind.phrase.chinese)印不到 \(sheet.rawValue) 上，可用 \(sheets.joined(separator: "、"))",
        "\(kind.phrase.english) cannot be read on \(sheet.rawValue); use \(sheets.joined(separator: ", "))"
      )
    }
    try validateExtras(of: kind)
  }

  private func validateExtras(of kind: PrintKind) throws {
    if new || again || !who.isEmpty, ![.badges, .ballots].contains(kind) {
      throw ValidationError(
        "--new、--again 和人员只用于号牌和选票", "--new, --again and WHO go with badges and ballots")
    }
    if blanks != 0, kind != .ballots || !(1...2000).contains(blanks) {
      throw ValidationError(
        "--blanks 只用于选票，写 1 到 2000", "--blanks goes with ballots, from 1 to 2000")
    }
    if everyone, kind != .results {
      throw ValidationError("--everyone 只用于结果条", "--everyone goes with results")
    }
    if let tables, kind != .tables || !(1...999).contains(tables) {
      throw ValidationError(
        "--tables 只用于桌牌，写 1 到 999", "--tables goes with tables, from 1 to 999")
    }
  }

  func run() throws {
    guard !listSheets else { return SheetTable.print(kind, output) }
    guard let kind, let code, let to else { return }
    let session = try Session.open()
    let event = try session.event(code)
    let place = try OutputPlace(to, over: .refused, sparing: SparedFiles(store: session.store.path))
    var order = PrintOrder(
      kind, for: event,
      PrintSettings(
        sheet: sheet ?? kind.sheets[0], offset: offset.flatMap { Offset($0) } ?? .none,
        scale: scale.flatMap { Scale($0) } ?? .whole,
        hasCutLines: !noCutLines, allowsBoxes: allowBoxes, language: Invocation.language))
    order.onlyNew = new
    order.blanks = blanks
    order.tables = tables
    order.isForEveryone = everyone
    if !who.isEmpty { order.chosen = try GuestFinding.found(who, at: event, in: session) }
    try Reprinting(session: session, order: order, isAgreed: again).ask()
    try tell(try order.print(to: place, in: session.store), of: order, to)
  }

  private func tell(_ outcome: PrintOrder.Outcome, of order: PrintOrder, _ path: String) throws {
    let language = Invocation.language
    for guest in outcome.withoutNumber {
      Output.message(
        Phrase(
          "\(guest.name) 没有登记性别，分不了组，没有号牌；请先补上",
          "\(guest.name) has no sex in the register, so no pool and no badge; enter it first")(
            language))
    }
    guard outcome.count > 0 || order.kind == .doorList else {
      throw NothingFound(
        Phrase("没有要打印的，没有写文件", "there is nothing to print, no file was made"))
    }
    output.print(
      Table(
        [TableColumn(.printout)]
          + [Column.count, .pages, .numbered].map { TableColumn($0, side: .right) },
        rows: [
          [
            .word(order.kind.rawValue, order.kind.phrase), .number(outcome.count),
            .number(outcome.pages), .number(outcome.newlyNumbered),
          ]
        ]))
    Output.flush()
    Output.message(
      Phrase(
        "已写到 \(path)；用看 PDF 的程序打开，按 100%（实际大小）打印",
        "written to \(path); open it in a PDF viewer and print at 100 % (actual size)")(language))
    if !outcome.withoutNumber.isEmpty { throw DoneInPart() }
  }
}
