import ArgumentParser
import Canvas
import Exchange
import Foundation
import Wording

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is wrong with locale, terminal, file and rights, and how to mend it.")
  @OptionGroup var output: FormatOptions

  func run() throws {
    let findings =
      [
        Checkup.locale, Checkup.terminal, Checkup.size, Checkup.colour,
      ].map { $0() } + FileCheckup(Invocation.storePath).findings
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

struct Finding {
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
}
