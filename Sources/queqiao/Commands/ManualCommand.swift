import ArgumentParser
import Canvas
import Screens
import Wording

/// Writes the man page from what the program itself knows: its commands and the registry of keys.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "manual", Phrase("写出手册页（make install 会用到）。", "Write the man page (make install does)."),
    shouldDisplay: false)

  func run() {
    let language = Invocation.language
    Output.write(head(language))
    section(Phrase("命令", "COMMANDS"), language)
    for command in Queqiao.configuration.subcommands { write(command, under: "queqiao") }
    section(Phrase("操作台的键", "KEYS OF THE DESK"), language)
    for context in Context.all { write(context, language) }
    section(Phrase("文件", "FILES"), language)
    Output.write(".TP\n$XDG_DATA_HOME/queqiao/store.sqlite\n")
    Output.write(
      roff(
        Phrase(
          "全部数据；backups 里是最近十四份备份。",
          "Everything; the last fourteen backups are in backups beside it.")(language)) + "\n")
    section(Phrase("退出状态", "EXIT STATUS"), language)
    Output.write(
      "0 done, 1 nothing found, 64 usage, 65 wrong data or refused, 66 no such input, "
        + "73 cannot create, 74 input/output, 75 try again, 77 not permitted.\n")
    Output.flush()
  }

  private func head(_ language: Language) -> String {
    let what = Phrase("联谊会：从签到到牵手", "singles' mixers, from the door to the pairs")
    return """
      .TH QUEQIAO 1 "" "queqiao \(Version.text)"
      .SH NAME
      queqiao \\- \(roff(what(language)))
      .SH SYNOPSIS
      .B queqiao
      [\\-\\-store FILE] [\\-\\-lang zh|en] [COMMAND]

      """
  }

  private func section(_ title: Phrase, _ language: Language) {
    Output.write(".SH \(title(language))\n")
  }

  private func write(_ command: any ParsableCommand.Type, under parent: String) {
    let configuration = command.configuration
    guard configuration.shouldDisplay else { return }
    let name = "\(parent) \(command._commandName)"
    if configuration.subcommands.isEmpty {
      Output.write(".TP\n.B \(roff(name))\n\(roff(configuration.abstract))\n")
    }
    for inner in configuration.subcommands { write(inner, under: name) }
  }

  private func write(_ context: Context, _ language: Language) {
    let commands = Command.all.filter { $0.context == context }
    guard !commands.isEmpty else { return }
    Output.write(".SS \(roff(context.phrase(language)))\n")
    for command in commands {
      let keys = command.keys.map { $0.label() }.joined(separator: ", ")
      Output.write(".TP\n.B \(roff(keys))\n\(roff(command.help(language)))\n")
    }
  }

  private func roff(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
