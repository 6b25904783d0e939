import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "log", Phrase("查看变更记录，最近的在前。", "Show the change log, newest first."))
  @Option(help: .both("最多列几条。", "How many to list at most.", value: .count)) var limit = 20
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if limit < 1 { throw ValidationError.limit }
  }

  func run() throws {
    let acts = try Session.open().store.acts(limit: limit)
    output.print(ActTable.table(acts))
    Output.flush()
  }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "undo", Phrase("撤销上一步。", "Take back what was done last."),
    discussion: Phrase(
      """
      之后又被改过的不能撤销；上一步若是不能撤销的（删除资料、导出资料），也停在那里，\
      --older 越过它，撤销更早的一步。已发出的号牌不收回；未准入场等记录保留；备份和已写\
      出的文件不受影响。
      """,
      """
      Refused where somebody has changed the same thing since, and where the last thing \
      done cannot be taken back (a member erased, or handed out as a file); --older \
      takes back what was done before that. Badges handed out stay handed out, refusals \
      stay on record, backups and files written are not touched.
      """))
  @Flag(help: .both("越过不能撤销的，撤销更早的一步。", "Go past what cannot be taken back.")) var older = false
  @OptionGroup var output: FormatOptions

  func run() throws {
    output.print(ActTable.table([try Session.open().store.undo(older: older)]))
    Output.flush()
  }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "redo", Phrase("重做刚撤销的一步。", "Do again what was undone last."))
  @OptionGroup var output: FormatOptions

  func run() throws {
    output.print(ActTable.table([try Session.open().store.redo()]))
    Output.flush()
  }
}

enum ActTable {
  static func table(_ acts: [Act]) -> Table {
    Table(
      [TableColumn(.act, side: .right)]
        + [.at, .station, .actKind, .verb, .event, .what, .undone].map { TableColumn($0) },
      rows: acts.map { act in
        [
          .number(Int(act.sequence)), .text(ISO.time(act.at)), .station(act.station),
          .word(act.kind.rawValue, act.kind.phrase),
          .word(act.summary.verb.rawValue, act.summary.verb.phrase),
          .text(act.summary.event.isEmpty ? nil : act.summary.event),
          .text(act.summary.phrase(Invocation.language)), .flag(act.isUndone),
        ]
      })
  }
}
