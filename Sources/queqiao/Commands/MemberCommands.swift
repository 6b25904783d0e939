import ArgumentParser
import Canvas
import Characters
import Desk
import Exchange
import Foundation
import Matchmaking
import Store
import Synchronization
import Wording

struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "member", Phrase("导入名册，管理单身职工资料。", "Import rosters and look after the register."),
    subcommands: [
      Import.self, List.self, Filters.self, Show.self, Add.self, Edit.self, Status.self,
      Verify.self, Pending.self, Duplicates.self, ConsentTo.self, Export.self, Erase.self,
      Purge.self,
    ])
}

enum Encoding: String, ExpressibleByArgument, CaseIterable {
  case auto
  case utf8 = "utf-8"
  case gb18030
  case windows1252 = "windows-1252"

  /// Nil to find it.
  var chosen: TextEncoding? {
    switch self {
    case .auto: nil
    case .utf8: .utf8
    case .gb18030: .gb18030
    case .windows1252: .windows1252
    }
  }
}

extension MemberCommand {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      "import",
      Phrase("导入名册：Excel 工作簿（.xlsx）或 CSV。", "Import a roster: a workbook (.xlsx) or CSV."),
      discussion: Phrase(
        """
        同一个文件再导一遍什么都不变；名单加长了，只增加和更新有变化的。未导入的、有疑问的都\
        按行、列报告，每一列认作什么也列出；在操作台上给这份文件的列作过的指定，这里同样算数。\
        手工更正过的以手工为准，名册里写的不同的，两个值都列出。
        """,
        """
        The same file again changes nothing; a longer one adds and updates only what \
        changed. Whatever is refused or doubtful is reported by row and column, and what \
        every column was taken for is told. What was said at the desk of a file's columns \
        holds here too. What somebody corrected by hand stands; where the roster says \
        otherwise, both values are shown.
        """))

    @Argument(help: .both("名册文件；- 是标准输入。", "The file; - is standard input.", value: .file))
    var file: String
    @Option(
      help: .both(
        "工作簿里的哪张表；不写就是第一张有姓名列的。",
        "The sheet of a workbook; otherwise the first with a column of names.", value: .sheet))
    var sheet: String?
    @Option(
      help: .both(
        "CSV 文件的编码，auto 自动识别。", "The encoding of a CSV file; auto finds it out.", value: .encoding))
    var encoding: Encoding =
      .auto
    @Flag(help: .both("只试算，不保存。", "Only say what would be done; save nothing.")) var dryRun = false
    @Option(
      help: .both(
        "把有问题的行写到这个文件，.xlsx 或 CSV；- 是标准输出。",
        "Write the rows to mend to this file, .xlsx or CSV; - is standard output.", value: .file))
    var problems: String?
    @Option(
      help: .both(
        "手工更正过的改用名册的：all 全部，或几项，中间用逗号（"
          + "\(MemberField.all.prefix(6).map(\.canonicalHead).joined(separator: "、"))、工作单位……、extra:表头）。"
          + "可写多次。",
        "Let the roster overrule what was corrected by hand: all, or some columns between commas "
          + "(\(MemberField.all.prefix(6).map(\.column).joined(separator: ", ")), employer, …, "
          + "extra:HEAD). May be repeated.",
        value: .columns))
    var takeRoster: [String] = []
    @Option(
      name: .customLong("column"), parsing: .singleValue,
      help: .both(
        "按表头指定某一列是什么：某项资料（如 employer）、consent:listing（broadcast、big-screen、photo）"
          + "、keep 保留原样、skip 不导入。可写多次。",
        "What a column is, by its head: a detail such as employer, consent:listing (broadcast, "
          + "big-screen, photo), keep or skip. May be repeated.",
        value: .columnDecision))
    var columns: [String] = []
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if problems == "-", output.format == .json {
        throw ValidationError(
          "--problems - 和 --format json 都写到标准输出；请给问题行写个文件名",
          "--problems - and --format json both go to standard output; name a file for the problems")
      }
      if problems?.isEmpty == true {
        throw ValidationError("--problems 后面要写文件名", "--problems needs a file")
      }
      _ = try preference
      _ = try ColumnWords.read(columns)
    }

    private var preference: RosterPreference {
      get throws { try RosterPreference(typed: takeRoster) }
    }

    func run() throws {
      let session = try Session.open(mayBegin: true)
      let place = try problems.flatMap {
        try MendingFile.place($0, roster: file, store: session.store.path)
      }
      let choice = ReadingChoice(
        sheet: sheet, encoding: encoding.chosen, columns: try ColumnWords.read(columns))
      let progress = ProgressBar()
      let roster = RosterImport(path: file, choosing: choice)
      let (summary, _) = try roster.run(
        into: session.store, rehearsing: dryRun, taking: try preference, progress: progress.show)
      progress.end()
      if problems != nil {
        let choice = file == "-" ? choice : try roster.choice(in: session.store)
        try MendingFile(problems: summary.problems, of: file, choice: choice).write(to: place)
      }
      ColumnWords.sayMissing(choice.columns.keys, among: summary.columns)
      if output.format == .json {
        ProblemTable.writeReport(summary)
      } else {
        Problems.say(summary.problems)
        ColumnWords.sayRemarks(summary.columns)
        ImportReport.sayChanges(summary)
        let phrase = dryRun ? Phrase("试导入：", "dry run: ") + summary.phrase : summary.phrase
        let lines =
          phrase(Invocation.language) + "\n" + ImportReport.counts(summary)(Invocation.language)
          + ColumnWords.account(summary.columns)(Invocation.language)
        if problems == "-" {
          Output.message(lines.trimmingCharacters(in: .newlines))
        } else {
          Output.write(lines.cleaned(keepingNewlines: true))
        }
      }
      Output.flush()
      if !dryRun { try session.sayMisplacedBadges(after: summary) }
      if summary.problems.contains(where: \.isLoss) { throw DoneInPart() }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show", Phrase("查看一个人的全部资料。", "Show everything about one member."),
      discussion: Phrase(
        "电话号码写在哪一项里都打码；要看完整的，加 --whole。",
        "Phone numbers are masked, in whatever text they stand, unless --whole asks for them."))
    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      String
    @OptionGroup var numbers: NumberOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let (store, id) = (session.store, try session.member(who).id)
      if numbers.whole { try store.noteSeen([id]) }
      output.print(MemberTable.card(try store.dossier(of: id), isWhole: numbers.whole))
      Output.flush()
    }
  }
}

/// Whether numbers are masked, the same for every command that shows members.
struct NumberOptions: ParsableArguments {
  @Flag(
    help: .both(
      "显示完整的电话号码（平时打码）；看过会留下记录。",
      "Whole phone numbers, which are masked otherwise; that goes on record."))
  var whole = false
}

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "search",
    Phrase(
      "找人：姓名、拼音、首字母、编号、手机号或后四位。",
      "Find members by name, pinyin, initials, number, phone or its last four digits."))

  @Argument(help: .both("要找的内容。", "What to look for.", value: .query)) var query: String
  @Option(help: .both("最多列几条。", "How many to list at most.", value: .count)) var limit = 20
  @Flag(
    help: .both(
      "读音相近的也找：不分 zh/z、ch/c、sh/s、n/l、ang/an、eng/en、ing/in。",
      "Also names that sound alike: zh/z, ch/c, sh/s, n/l, ang/an, eng/en, ing/in."))
  var tolerant = false
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if limit < 1 { throw ValidationError.limit }
  }

  func run() throws {
    let store = try Session.open().store
    let register = try RegisterIndex(store)
    var found = try register.find(query, 0..<limit, tolerant: tolerant, in: store)
    if found.total == 0, !tolerant {
      found = try register.find(query, 0..<limit, tolerant: true, in: store)
      if found.total > 0 { Output.message(Self.alikeNote(query)(Invocation.language)) }
    }
    let rows = found.rows.map { member -> [TableCell] in
      [
        .text(member.number), .text(member.name), .sex(member.sex),
        .shown(member, .text(.employer)),
      ]
    }
    output.print(

      Table(
        [MemberField.number, .name, .sex, .text(.employer)].map { TableColumn($0) }, rows: rows))
    Output.flush()
    // What cannot be kept is made again the next time; the answer has been given.
    try? register.keep(in: store)
    if rows.isEmpty {
      throw NothingFound(
        Phrase("没有找到“\(query)”", "nobody found for \u{201c}\(query)\u{201d}"))
    }
  }

  private static func alikeNote(_ query: String) -> Phrase {
    Phrase(
      "没有正好读“\(query)”的；以下读音相近（不分 zh/z、n/l、ing/in 等）",
      "nobody reads exactly \u{201c}\(query)\u{201d}; these sound alike (zh/z, n/l, ing/in …)")
  }
}

/// A bar on standard error while a long file is read, where somebody watches.
final class ProgressBar: Sendable {
  private let isWatched = isatty(2) == 1
  private let width = Width(.narrow)
  private let isShown = Mutex(false)

  func show(_ share: Double) {
    guard isWatched else { return }
    isShown.withLock { $0 = true }
    let percent = Int(share * 100)
    Output.progress("\r\(width.bar(share, columns: 40)) \(percent)%")
  }

  func end() {
    if isShown.withLock({ $0 }) { Output.progress("\r\u{1b}[K") }
  }
}

/// The report of an import.
enum ProblemTable {
  static func writeCSV(
    _ problems: [ImportProblem], _ give: (String) throws -> Void
  ) rethrows {
    try Table.write(columns, problems.lazy.map(row), as: .csv, bom: true, give)
  }

  /// One JSON document: the counts, what became of each column, then every problem.
  static func writeReport(_ summary: ImportSummary) {
    let counts = [
      ("rows", summary.rows), ("added", summary.added), ("updated", summary.updated),
      ("unchanged", summary.unchanged), ("refused", summary.refused),
      ("replaced", summary.replaced), ("passed_over", summary.passedOver),
    ].map { "\"\($0)\": \($1)" }.joined(separator: ", ")
    let heads = list(ColumnWords.table(summary.columns))
    Output.write("{\(counts), \"columns\": \(heads), \"problems\": ")
    // The last piece ends a line, the list goes on in it.
    var last = ""
    Table.write(columns, summary.problems.lazy.map(row), as: .json) { piece in
      Output.write(last)
      last = piece
    }
    Output.write(last.last == "\n" ? String(last.dropLast()) : last)
    Output.write(", \(ImportReport.json(summary))}\n")
  }

  private static func list(_ table: Table) -> String {
    let text = table.written(as: .json) { $0.count }
    return text.last == "\n" ? String(text.dropLast()) : text
  }

  private static let columns = [
    TableColumn("row", side: .right), TableColumn("column"), TableColumn("code"),
    TableColumn("message"),
  ]

  private static func row(_ problem: ImportProblem) -> [TableCell] {
    [
      .number(problem.row), .text(problem.column), .text(problem.code.rawValue),
      .text(problem.phrase(Invocation.language)),
    ]
  }
}
