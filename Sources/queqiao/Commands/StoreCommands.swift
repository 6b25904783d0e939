import ArgumentParser
import Exchange
import Foundation
import Matchmaking
import Store
import Wording

struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "store", Phrase("数据文件：在哪里，备份，检查。", "The data file: where it is, its backups, its health."),
    subcommands: [
      Path.self, Backup.self, Copies.self, Restore.self, New.self, Verify.self, Tidy.self,
      ReplicaCommand.self, PINCommand.self,
    ])
}

extension StoreCommand {
  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(
      "path", Phrase("显示用的是哪个文件。", "Say which file is used."))

    func run() { Output.line(Invocation.storePath); Output.flush() }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      "backup", Phrase("现在备份一次。", "Make a backup now."),
      discussion: Phrase(
        "每天第一次运行时会自动备份，保留最近十四份。",
        """
        One is made on each day's first run anyway; the last fourteen are kept.
        """))
    @Option(
      help: .both(
        "备份到哪个文件；不写就放在数据文件旁边。", "The file to make; otherwise beside the data file.", value: .file))
    var to: String?

    func validate() throws {
      if to?.isEmpty == true { throw ValidationError("--to 后面要写文件名", "--to needs a file") }
    }

    func run() throws {
      Output.line(try Session.open().store.backUp(to: to))
      Output.flush()
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      "restore",
      Phrase(
        "用备份替换数据文件，原文件留在旁边。", "Put a backup in the place of the file, which is kept beside it."))
    @Argument(
      help: .both(
        "用哪份备份；不写就用最近完好的一份。", "The backup; otherwise the newest good one.", value: .backup))
    var backup: String?

    func run() throws {
      let path = Invocation.storePath
      if let backup, access(backup, F_OK) != 0 {
        throw FileFault.cannotOpen(path: backup, code: errno)
      }
      let now = Invocation.context(station: "cli").now()
      let (backup, aside) = try Store.restore(path, from: backup, now: now)
      Output.line(path)
      Output.flush()
      Output.message(
        Phrase("已从 \(backup) 恢复", "restored from \(backup)")(Invocation.language))
      if let aside {
        Output.message(
          Phrase("原文件改名为 \(aside)", "the file that was there is now \(aside)")(
            Invocation.language))
      }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      "new",
      Phrase(
        "原来的文件不见了或被清空时，从空白文件重新开始。",
        "Begin a new, empty file where the old one is missing or was emptied."),
      discussion: Phrase(
        "备份和旧文件剩下的部分都保留。",
        "Backups stay, and so does whatever else is left of the old one."))

    func run() throws {
      let path = Invocation.storePath
      try Store.begin(path, context: Invocation.context(station: "cli"))
      Output.line(path)
      Output.flush()
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      "verify", Phrase("检查整个数据文件。", "Check the whole file."),
      discussion: Phrase(
        "加 --mend，活动列表的计数不对时重新计数，其余一概不动。更严重的问题请用 store restore。",
        """
        With --mend the counts of the list of events are counted anew where they are off; \
        nothing else is changed. Anything worse is for store restore.
        """))
    @Flag(help: .both("重新计算活动列表里的人数。", "Count anew what the list of events says.")) var mend = false

    func run() throws {
      let store = try Session.open().store
      var flaws = try store.verify()
      if mend, flaws.contains(where: \.isMiscount), flaws.allSatisfy(\.isMiscount) {
        for flaw in flaws { Output.message(flaw.phrase(Invocation.language)) }
        try store.recount()
        flaws = try store.verify()
      }
      for flaw in flaws { Output.message(flaw.phrase(Invocation.language)) }
      guard flaws.allSatisfy(\.isMiscount) else {
        throw StoreFault.damaged(path: store.path, backup: Backups(of: store.path).best())
      }
      guard flaws.isEmpty else {
        throw Stop(
          status: 74,
          phrase: Phrase(
            "活动列表的计数不对，名册、报名和选票都在；用 queqiao store verify --mend 重新计数",
            "the counts of the list of events are off; members, registrations and slips are all there: "
              + "queqiao store verify --mend counts anew"))
      }
      Output.write(Phrase("完好\n", "ok\n")(Invocation.language))
      Output.flush()
    }
  }
}

extension StoreCommand {
  struct Tidy: ParsableCommand {
    static let configuration = CommandConfiguration(
      "tidy",
      Phrase(
        "重写数据文件，删除和改掉的内容不再留在里面。",
        "Write the file anew, so that nothing erased or changed is left in it."),
      discussion: Phrase(
        "删除资料时会自动这样做，除非磁盘没有空间。",
        "Erasing does it by itself, unless the disk had no room."))

    func run() throws {
      try Session.open().store.wipe()
      Output.write(Phrase("完成\n", "done\n")(Invocation.language))
      Output.flush()
    }
  }
}

extension Flaw {
  var phrase: Phrase {
    switch self {
    case .integrity(let words): .verbatim(words)
    case .orphan(let table, let row, let parent):
      Phrase("\(table) 第 \(row) 行指向的 \(parent) 不存在", "\(table), row \(row): \(parent) is missing")
    case .unfinishedActs(let count):
      Phrase("有 \(count) 步没有写完", "\(count.counted("step was", "steps were")) not finished")
    case .brokenStretch(let act, let said, let real):
      Phrase(
        "变更记录第 \(act) 步应有 \(said) 人，实有 \(real) 人",
        "step \(act) of the log says \(said) new members, but there are \(real)")
    case .miscounted(let event, let what, let said, let real):
      Phrase(
        "活动 \(event) 的计数不对：\(what) 记为 \(said)，实为 \(real)",
        "the counts of event \(event) are off: \(what) says \(said), but is \(real)")
    }
  }
}
