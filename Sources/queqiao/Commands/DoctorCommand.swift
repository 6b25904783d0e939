import ArgumentParser
import Canvas
import Exchange
import Foundation
import Matchmaking
import Store
import Wording

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is wrong with locale, terminal, file and rights, and how to mend it.")
  @OptionGroup var output: FormatOptions

  func run() throws {
    let findings = [
      Checkup.locale, Checkup.terminal, Checkup.size, Checkup.colour, Checkup.store,
      Checkup.rights, Checkup.backups, Checkup.room,
    ].map { $0() }
    let language = Invocation.language
    output.print(
      Table(
        ["check", "state", "found", "mend"].map { TableColumn($0) },
        rows: findings.map { finding in
          [
            .text(finding.check), .text(finding.isGood ? "ok" : "!"), .text(finding.found),
            .text(finding.isGood ? nil : finding.mend(language)),
          ]
        }))
    Output.flush()
  }
}

private struct Finding {
  var check: String
  var isGood: Bool
  var found: String
  var mend: Phrase
}

private enum Checkup {
  static func locale() -> Finding {
    let codeset = String(cString: nl_langinfo(nl_item(CODESET)))
    return Finding(
      check: "locale", isGood: codeset.uppercased() == "UTF-8", found: codeset,
      mend: Phrase("设 LANG=zh_CN.UTF-8 或 C.UTF-8", "set LANG=C.UTF-8"))
  }

  static func terminal() -> Finding {
    let term = Invocation.environment("TERM") ?? ""
    let isGood = isatty(1) == 1 && !term.isEmpty && term != "dumb" && term != "linux"
    return Finding(
      check: "terminal", isGood: isGood,
      found: isatty(1) == 1 ? (term.isEmpty ? "TERM?" : term) : "–",
      mend: Phrase(
        "在图形终端里运行；没有终端时用子命令",
        "run it in a graphical terminal; without one use the commands"))
  }

  static func size() -> Finding {
    var size = winsize()
    _ = ioctl(1, UInt(TIOCGWINSZ), &size)
    return Finding(
      check: "size", isGood: size.ws_col >= 80 && size.ws_row >= 24,
      found: "\(size.ws_col)×\(size.ws_row)",
      mend: Phrase("把窗口拉到 80×24 以上", "make the window at least 80×24"))
  }

  static func colour() -> Finding {
    let isOff = Invocation.environment("NO_COLOR") != nil
    return Finding(
      check: "colour", isGood: true, found: isOff ? "NO_COLOR" : "16", mend: .verbatim(""))
  }

  static func store() -> Finding {
    let path = Invocation.storePath
    guard FileManager.default.fileExists(atPath: path) else {
      return Finding(check: "store", isGood: true, found: "\(path) (–)", mend: .verbatim(""))
    }
    do {
      let problems = try Store.open(
        path, surroundings: Invocation.surroundings(station: "cli")
      ).verify()
      return Finding(
        check: "store", isGood: problems.isEmpty, found: problems.first ?? path,
        mend: Phrase("用 queqiao store restore 恢复备份", "queqiao store restore"))
    } catch {
      let fault = error as? StoreFault
      return Finding(
        check: "store", isGood: false, found: path, mend: fault?.phrase ?? .verbatim("\(error)"))
    }
  }

  static func rights() -> Finding {
    let path = Invocation.storePath
    var status = stat()
    guard stat(path, &status) == 0 else {
      return Finding(check: "rights", isGood: true, found: "–", mend: .verbatim(""))
    }
    let mode = status.st_mode & 0o777
    return Finding(
      check: "rights", isGood: mode == 0o600, found: String(mode, radix: 8),
      mend: Phrase("chmod 600 \(path)", "chmod 600 \(path)"))
  }

  static func backups() -> Finding {
    let all = Backups(of: Invocation.storePath).all()
    return Finding(
      check: "backups", isGood: true, found: "\(all.count)\(all.first.map { ", " + $0 } ?? "")",
      mend: .verbatim(""))
  }

  /// Megabytes left where the file is.
  static func room() -> Finding {
    var facts = statvfs()
    guard statvfs(PathParts(Invocation.storePath).folder, &facts) == 0 else {
      return Finding(check: "room", isGood: true, found: "–", mend: .verbatim(""))
    }
    let megabytes = (facts.f_bavail * facts.f_frsize) >> 20
    return Finding(
      check: "room", isGood: megabytes >= 200, found: "\(megabytes) MB",
      mend: Phrase("腾出磁盘空间", "make room on the disk"))
  }
}
