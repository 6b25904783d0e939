import ArgumentParser
import Canvas
import Exchange
import Foundation
import Wording

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "doctor",
    Phrase(
      "检查语言环境、终端、数据文件和权限，并说明怎么改。",
      "Check locale, terminal, file and permissions, and say how to mend what is wrong."))
  @OptionGroup var output: FormatOptions

  func run() throws {
    let findings =
      [
        Checkup.locale, Checkup.terminal, Checkup.size, Checkup.colour,
      ].map { $0() } + FileCheckup(Invocation.storePath).findings
    let language = Invocation.language
    output.print(
      Table(

        [TableColumn(.check), TableColumn(.state), TableColumn(.found), TableColumn(.mend)],
        rows: findings.map { finding in
          [
            .word(finding.check.rawValue, finding.check.phrase),
            .word(
              finding.isGood ? "ok" : "!", finding.isGood ? Phrase("正常", "ok") : .verbatim("!")),
            finding.found,
            .text(finding.isGood ? nil : finding.mend(language)),
          ]
        }))
    Output.flush()
  }
}

struct Finding {
  enum Check: String {
    case locale, terminal, size, colour, file, owner, rights, folder, store, backups, room

    var phrase: Phrase {
      switch self {
      case .locale: Phrase("语言环境", "locale")
      case .terminal: Phrase("终端", "terminal")
      case .size: Phrase("窗口大小", "window size")
      case .colour: Phrase("颜色", "colour")
      case .file: Phrase("数据文件", "data file")
      case .owner: Phrase("文件主人", "owner")
      case .rights: Phrase("权限", "permissions")
      case .folder: Phrase("文件夹", "folder")
      case .store: Phrase("内容", "contents")
      case .backups: Phrase("备份", "backups")
      case .room: Phrase("磁盘空间", "disk space")
      }
    }
  }

  var check: Check
  var isGood: Bool
  var found: TableCell
  var mend: Phrase
}

private enum Checkup {
  static func locale() -> Finding {
    let codeset = String(cString: nl_langinfo(nl_item(CODESET)))
    return Finding(
      check: .locale, isGood: codeset.uppercased() == "UTF-8", found: .text(codeset),
      mend: Phrase("请设 LANG=zh_CN.UTF-8 或 C.UTF-8", "set LANG=C.UTF-8"))
  }

  static func terminal() -> Finding {
    let term = Invocation.environment("TERM") ?? ""
    let isGood = isatty(1) == 1 && !term.isEmpty && term != "dumb" && term != "linux"
    return Finding(
      check: .terminal, isGood: isGood,
      found: .text(isatty(1) == 1 ? (term.isEmpty ? "TERM?" : term) : "–"),
      mend: Phrase(
        "请在图形终端里运行；没有终端时用子命令",
        "run it in a graphical terminal; without one use the commands"))
  }

  static func size() -> Finding {
    var size = winsize()
    _ = ioctl(1, UInt(TIOCGWINSZ), &size)
    return Finding(
      check: .size, isGood: size.ws_col >= 80 && size.ws_row >= 24,
      found: .text("\(size.ws_col)×\(size.ws_row)"),
      mend: Phrase("请把窗口拉到 80×24 以上", "make the window at least 80×24"))
  }

  static func colour() -> Finding {
    let isOff = Invocation.environment("NO_COLOR") != nil
    return Finding(
      check: .colour, isGood: true, found: .text(isOff ? "NO_COLOR" : "16"), mend: .verbatim(""))
  }
}
