import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

extension EventCommand {
  struct Archive: ParsableCommand {
    static let configuration = CommandConfiguration(
      "archive",
      Phrase(
        "归档：永久清除选票，留下互选和牵手的结果。",
        "Archive an event: its slips go for good, what became of mutual picks stays."),
      discussion: Phrase(
        """
        互选结束以后才能归档。选票上选了谁，从文件、变更记录和以后的数据包里都清除，不能恢复；互选、牵手和理由\
        留作统计，不带名次。别的电脑并入以后也会清除，之后再并来的选票不收。以前的备份里还有的会列出。不加 --yes \
        只说明要清除多少。
        """,
        """
        Only once the picking is closed. Whom slips picked goes out of the file, its log and \
        every later bundle, and cannot be brought back; mutual picks, pairs and reasons stay for the \
        figures, without ranks. Other laptops that merge a bundle delete theirs too, and slips that \
        come later are not taken in. Earlier copies that hold them are told. Without --yes it only says how much would go.
        """))

    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Flag(help: .both("确认归档；不加只说明。", "Do it; otherwise it is only told.")) var yes = false
    @Flag(
      help: .both(
        "先做新备份，再删掉里面还有选票的每一份副本。",
        "Make a new backup, then delete every copy that holds slips still."))
    var alsoBackups = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let meant = try session.store.rehearseArchiving(event.id)
      guard yes else {
        Output.message(meant.purge.beforehand(pairs: meant.pairs)(Invocation.language))
        throw Stop(
          status: 64,
          phrase: Phrase("没有归档；确定要归档请加 --yes", "nothing was archived; --yes does it"))
      }
      let archiving = try session.store.archive(event.id)
      output.print(EventTable.table(try session.store.events().filter { $0.id == event.id }))
      Output.flush()
      PurgeNote.say(archiving.purge)
      if !archiving.isWiped { PurgeNote.sayUnwiped() }
      if alsoBackups {
        ErasureNote.sayDeleted(try session.store.forget(archiving.copies))
      } else {
        PurgeNote.say(archiving.copies)
      }
    }
  }
}

/// What went when an event was archived, and where it may still stand, on standard error.
enum PurgeNote {
  static func say(_ purge: PicksPurge) { say(purge.phrase) }

  static func sayUnwiped() {
    say(
      Phrase(
        "文件的旧页还没有清完；腾出磁盘空间后运行 queqiao store tidy",
        "old pages of the file are not cleared yet; make room on the disk, then queqiao store tidy")
    )
  }

  static func say(_ copies: [StoreCopyReport]) {
    let held = copies.filter { $0.holdsErased == true }
    if held.isEmpty {
      say(
        Phrase(
          "旁边的备份和副本里都没有这些选票", "no backup or copy beside the file holds these slips"))
    } else {
      say(
        Phrase(
          "以下副本里仍有这些选票；queqiao store copies --forget 会先做新备份，再删掉它们：",
          "these copies of the file hold the slips still; queqiao store copies --forget makes a new "
            + "backup, then deletes them:"))
      for report in held { Output.message("  " + report.copy.path) }
    }
    for report in copies where report.holdsErased == nil {
      say(
        Phrase(
          "\(report.copy.path) 读不了，里面也可能有这些选票；请自行查看",
          "\(report.copy.path) cannot be read and may hold slips; look at it yourself"))
    }
    say(
      Phrase(
        "归档前导出的数据包和别处的备份，请自行删除",
        "bundles written before it was archived, and backups kept elsewhere, are yours to delete"))
  }

  private static func say(_ phrase: Phrase) { Output.message(phrase(Invocation.language)) }
}
