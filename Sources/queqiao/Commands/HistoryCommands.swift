import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Read the change log, newest first.")
  @Option(help: "How many at most.") var limit = 20
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes 1 or more") }
  }

  func run() throws {
    let acts = try Session.open().store.acts(limit: limit)
    output.print(ActTable.table(acts))
    Output.flush()
  }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the newest thing done.",
    discussion: """
      Refused where somebody changed the same thing since, and where the newest thing done is one that \
      cannot be taken back: a member erased, or handed out as a file. --older takes back what was done \
      before that. Badge numbers that were handed out stay handed out; refusals stay on record; backups \
      and files written are not touched.
      """)
  @Flag(help: "Go past what cannot be taken back.") var older = false
  @OptionGroup var output: FormatOptions

  func run() throws {
    output.print(ActTable.table([try Session.open().store.undo(older: older)]))
    Output.flush()
  }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what was undone last.")
  @OptionGroup var output: FormatOptions

  func run() throws {
    output.print(ActTable.table([try Session.open().store.redo()]))
    Output.flush()
  }
}

private enum ActTable {
  static func table(_ acts: [Act]) -> Table {
    Table(
      [TableColumn("act", side: .right)]
        + ["at", "station", "kind", "verb", "event", "what", "undone"].map { TableColumn($0) },
      rows: acts.map { act in
        [
          .number(Int(act.sequence)), .text(ISO.time(act.at)), .text(act.station),
          .text(act.kind.rawValue), .text(act.deed.verb.rawValue),
          .text(act.deed.event.isEmpty ? nil : act.deed.event),
          .text(Masking.phones(in: act.deed.phrase(Invocation.language))), .flag(act.isUndone),
        ]
      })
  }
}
