import ArgumentParser
import Canvas
import Desk
import Exchange
import Foundation
import Matchmaking
import Store
import Synchronization
import Wording

struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Bring rosters in and look after the register.",
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
      commandName: "import", abstract: "Bring in a roster: a workbook (.xlsx) or CSV.",
      discussion: """
        The same file again changes nothing; a longer one adds and updates only what changed. \
        Whatever is refused or doubtful is reported by row and column, and what every column was \
        taken for is told. What was said at the desk of a file's columns holds here too. What \
        somebody corrected by hand stands, and where the roster says something else both are told.
        """)

    @Argument(help: "The file; - is standard input.") var file: String
    @Option(help: "The sheet of a workbook; otherwise the first that has a column of names.")
    var sheet: String?
    @Option(help: "Of a CSV file: auto, utf-8, gb18030 or windows-1252.") var encoding: Encoding =
      .auto
    @Flag(help: "Only say what would be done.") var dryRun = false
    @Option(help: "Write the rows to mend to this file: .xlsx, or CSV; - is standard output.")
    var problems: String?
    @Option(
      help: ArgumentHelp(
        "Let the roster overrule what was corrected by hand: all, or some columns "
          + "(\(MemberField.all.prefix(6).map(\.column).joined(separator: ", ")), employer, …, "
          + "extra:HEAD). May be repeated.",
        valueName: "columns"))
    var takeRoster: [String] = []
    @Option(
      name: .customLong("column"), parsing: .singleValue,
      help: ArgumentHelp(
        """
        What a column is, by its head: a detail such as employer, consent:listing (broadcast, \
        big-screen, photo), keep or skip.
        """, valueName: "head=field"))
    var columns: [String] = []
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if problems == "-", output.format == .json {
        throw ValidationError("--problems - and --format json both go to standard output")
      }
      if problems?.isEmpty == true { throw ValidationError("--problems needs a file") }
      _ = try preference
      _ = try ColumnWords.read(columns)
    }

    private var preference: RosterPreference {
      get throws { try RosterPreference(typed: takeRoster) }
    }

    func run() throws {
      let session = try Session.open()
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
      if output.format == .json {
        Output.write(ProblemTable.report(summary))
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
          Output.write(lines)
        }
      }
      Output.flush()
      if summary.problems.contains(where: \.isLoss) { throw DoneInPart() }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show everything about one member.")
    @Argument(help: "Who: number, phone or name.") var who: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      output.print(MemberTable.card(try session.store.dossier(of: try session.member(who).id)))
      Output.flush()
    }
  }
}

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find members by name, pinyin, initials, number, phone or its last four digits.")

  @Argument(help: "What to look for.") var query: String
  @Option(help: "How many at most.") var limit = 20
  @Flag(
    help: "Do not tell zh from z, ch from c, sh from s, n from l, ang, eng, ing from an, en, in.")
  var tolerant = false
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes 1 or more") }
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
        .text(member.number), .text(member.name), .text(member.sex?.rawValue),
        .text(member.texts[.employer]),
      ]
    }
    output.print(
      Table(["number", "name", "sex", "employer"].map { TableColumn($0) }, rows: rows))
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
  static func csv(_ problems: [ImportProblem]) -> String {
    Table(columns, rows: problems.map(row)).written(as: .csv, bom: true) { $0.count }
  }

  /// One JSON document: the counts, what became of each column, then every problem.
  static func report(_ summary: ImportSummary) -> String {
    let counts = [
      ("rows", summary.rows), ("added", summary.added), ("updated", summary.updated),
      ("unchanged", summary.unchanged), ("refused", summary.refused),
      ("replaced", summary.replaced), ("passed_over", summary.passedOver),
    ].map { "\"\($0)\": \($1)" }.joined(separator: ", ")
    let heads = list(ColumnWords.table(summary.columns))
    let problems = list(Table(columns, rows: summary.problems.map(row)))
    let changes = ImportReport.json(summary)
    return "{\(counts), \"columns\": \(heads), \"problems\": \(problems), \(changes)}\n"
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
