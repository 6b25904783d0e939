import ArgumentParser
import Desk
import Exchange
import Files
import Matchmaking
import Store
import Wording

/// What several copies of the file know becomes one.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "bundle",
    Phrase(
      "几台电脑分头工作后合为一份：导出、并入、确认不同之处。",
      "Bring together what several laptops did apart: export, merge, settle."),
    subcommands: [Export.self, Merge.self, ConflictsCommand.self])
}

extension BundleCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      "export",
      Phrase(
        "把本机知道的一切写成一个数据包，供另一台电脑并入。", "Write everything this file knows, for another file of ours."),
      discussion: Phrase(
        "数据包里有全部个人资料，请像数据文件一样保管。",
        "It holds everybody's details: keep it as safe as the file itself."))
    @Option(help: .both("写到哪个新文件。", "The file to make.", value: .file)) var to: String
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if to.isEmpty { throw ValidationError("--to 后面要写文件名", "--to needs a file") }
    }

    func run() throws {
      let store = try Session.open().store
      let file = try OutputFile(
        at: OutputPlace(to, over: .refused, sparing: SparedFiles(store: store.path)))
      let contents = try BundleFile.write(store, to: file)
      output.print(
        Table(
          [Column.acts, .rows, .bytes].map { TableColumn($0, side: .right) },
          rows: [[.number(contents.acts), .number(contents.rows), .number(contents.bytes)]]))
      Output.flush()
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      "merge",
      Phrase("把另一台电脑导出的数据包并入本机。", "Take in a bundle that another laptop wrote."),
      discussion: Phrase(
        """
        先后次序和次数都不要紧，各台电脑并入同样的数据包后内容相同。算作一步，可用 queqiao undo 撤销。
        """,
        """
        In any order and any number of times: laptops that took in the same bundles hold the same. \
        It is one step, which queqiao undo takes back.
        """))
    @Argument(help: .both("哪个数据包。", "The bundle.", value: .file)) var file: String
    @Flag(help: .both("只看会改动多少，不保存。", "Say what it would change, and change nothing."))
    var dryRun = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let outcome = try Session.open().store.merge(file, rehearsing: dryRun)
      output.print(
        Table(
          [Column.acts, .rows, .conflicts].map { TableColumn($0, side: .right) },
          rows: [[.number(outcome.acts), .number(outcome.rows), .number(outcome.conflicts)]]))
      Output.flush()
      let language = Invocation.language
      if outcome.acts == 0 {
        Output.message(
          Phrase("没有新内容：数据包里的本机都已知道", "nothing new: this file knows all of it")(language))
      } else if dryRun {
        Output.message(Phrase("只是预览，没有保存", "only tried: nothing was changed")(language))
      }
      if outcome.conflicts > 0 {
        Output.message(
          Phrase(
            "有 \(outcome.conflicts) 处两边不一样，请看 queqiao bundle conflicts",
            "\(outcome.conflicts) to be looked at: queqiao bundle conflicts")(language))
      }
    }
  }

  struct ConflictsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      "conflicts",
      Phrase("列出两边写得不一样、要人确认的地方。", "List what two laptops say differently, for somebody to settle.")
    )
    @Option(
      help: .both("确认哪一处，写编号开头几位即可。", "Which to settle, by the beginning of its id.", value: .code))
    var settle: String?
    @Option(
      help: .both(
        "保留哪边：ours 本机写的，theirs 对方写的。",
        "Whose to keep: ours, written at this laptop; theirs, written elsewhere.", value: .kind))
    var keep: String?
    @OptionGroup var output: FormatOptions

    private var side: ConflictRecord.Side? { keep.flatMap(ConflictRecord.Side.init(rawValue:)) }

    func validate() throws {
      if (settle == nil) != (keep == nil) {
        throw ValidationError("--settle 和 --keep 要一起用", "--settle and --keep go together")
      }
      if keep != nil, side == nil {
        throw ValidationError("--keep 只能是 ours 或 theirs", "--keep is ours or theirs")
      }
    }

    func run() throws {
      let store = try Session.open().store
      if let settle, let side {
        let act = try store.settleConflict(settle, keeping: side)
        output.print(ActTable.table([act]))
        return Output.flush()
      }
      output.print(
        Table(
          [Column.id, .table, .what, .ours, .theirs, .code].map { TableColumn($0) },
          rows: try store.conflicts().map { conflict in
            [
              .text(conflict.id), .text(conflict.table),
              .text(
                [conflict.subject, conflict.column].compactMap(\.self).filter { !$0.isEmpty }
                  .joined(separator: " · ")),
              .text(conflict.ours), .text(conflict.theirs), .text(conflict.code),
            ]
          }))
      Output.flush()
    }
  }
}

extension StoreCommand {
  struct ReplicaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      "replica",
      Phrase("显示这是数据文件的哪一份。", "Say which copy of the file this is."),
      discussion: Phrase(
        "复制到别处的文件，第一次改动时自动成为新的一份。",
        "A file that was copied becomes a replica of its own with its first change there."))
    @OptionGroup var output: FormatOptions

    func run() throws {
      let status = try Session.open().store.replicaStatus()
      output.print(
        Table(
          [TableColumn(.replica), TableColumn(.acts, side: .right), TableColumn(.copied)],
          rows: [[.text(status.id), .number(status.acts), .flag(status.isCopy)]]))
      Output.flush()
    }
  }
}
