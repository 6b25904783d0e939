import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

extension StoreCommand {
  struct Copies: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "copies",
      abstract: "List every file kept beside the store that holds what it held once.",
      discussion: """
        Backups, files that were set aside or rescued, logs of other files. The last column says \
        whether somebody is in it who was erased since. With --forget a new backup is made and those are \
        deleted, for good; the others stay.
        """)
    @Flag(help: "Delete those that hold somebody who was erased.") var forget = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Session.open().store
      let reports = try store.copies()
      output.print(
        Table(
          ["file", "kind", "last", "erased"].map { TableColumn($0) },
          rows: reports.map { report in
            [
              .text(report.copy.path), .text(report.copy.kind.rawValue),
              .text(report.last.map(ISO.time)), report.holdsErased.map { .flag($0) } ?? .none,
            ]
          }))
      Output.flush()
      if forget { return ErasureNote.sayDeleted(try store.forget(reports)) }
      guard reports.contains(where: { $0.holdsErased == true }) else { return }
      Output.message(
        Phrase(
          "打勾的副本里有已删除的人；queqiao store copies --forget 删掉这些副本",
          "somebody who was erased is in those marked; queqiao store copies --forget deletes them")(
            Invocation.language))
    }
  }
}
