import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

extension StoreCommand {
  struct Copies: ParsableCommand {
    static let configuration = CommandConfiguration(
      "copies",
      Phrase(
        "列出旁边还保存着以前内容的每个文件。",
        "List every file kept beside the store that holds what it held once."),
      discussion: Phrase(
        "备份、留下的原文件、救回的文件、别的文件的日志。最后一列说明里面有没有后来删除的人。加 --forget 会先做新备份，再永久删掉这些副本；其余的留着。",
        """
        Backups, files that were set aside or rescued, logs of other files. The last column says \
        whether somebody is in it who was erased since. With --forget a new backup is made and those \
        are deleted, for good; the others stay.
        """))
    @Flag(
      help: .both(
        "删掉里面有已删除的人的副本。", "Delete those that hold somebody who was erased."))
    var forget = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Session.open().store
      let reports = try store.copies()
      output.print(
        Table(
          [Column.file, .copyKind, .last, .erased].map { TableColumn($0) },
          rows: reports.map { report in
            [
              .text(report.copy.path), .word(report.copy.kind.rawValue, report.copy.kind.phrase),
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

extension StoreCopy.Kind {
  fileprivate var phrase: Phrase {
    switch self {
    case .backup: Phrase("备份", "backup")
    case .latest: Phrase("打开操作台时的备份", "backup of the last desk")
    case .replaced: Phrase("留下的原文件", "set aside")
    case .log: Phrase("别的文件的日志", "log of another file")
    case .rescued: Phrase("救回的文件", "rescued")
    case .leaving: Phrase("中断时的残留", "left by a killed run")
    }
  }
}
