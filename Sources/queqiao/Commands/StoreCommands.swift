import ArgumentParser
import Exchange
import Foundation
import Matchmaking
import Store
import Wording

struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "The file: where it is, its backups, its health.",
    subcommands: [Path.self, Backup.self, Restore.self, Verify.self])
}

extension StoreCommand {
  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say which file is used.")

    func run() { Output.write(Invocation.storePath + "\n"); Output.flush() }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a backup now.",
      discussion: "One is kept on each day's first run anyway, the last fourteen.")
    @Option(help: "Where to; otherwise beside the store.") var to: String?

    func run() throws {
      Output.write(try Session.open().store.backUp(to: to) + "\n")
      Output.flush()
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a backup in the place of the file, which is kept beside it.")
    @Argument(help: "The backup; otherwise the newest that is whole.") var backup: String?

    func run() throws {
      let path = Invocation.storePath
      if let backup, access(backup, F_OK) != 0 {
        throw FileFault.cannotOpen(path: backup, code: errno)
      }
      let now = Invocation.surroundings(station: "cli").now()
      let (backup, aside) = try Store.restore(path, from: backup, now: now)
      Output.write(path + "\n")
      Output.flush()
      Output.message(
        Phrase("已从 \(backup) 恢复", "restored from \(backup)")(Invocation.language))
      if let aside {
        Output.message(
          Phrase("原文件留在 \(aside)", "the file that was there is now \(aside)")(
            Invocation.language))
      }
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check the whole file.")

    func run() throws {
      let session = try Session.open()
      let problems = try session.store.verify()
      guard problems.isEmpty else {
        for problem in problems { Output.message(problem) }
        throw StoreFault.damaged(
          path: session.store.path, backup: Backups(of: session.store.path).newestWhole())
      }
      Output.write(Phrase("完好\n", "ok\n")(Invocation.language))
      Output.flush()
    }
  }
}
