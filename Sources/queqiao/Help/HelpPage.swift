import Canvas
import Foundation
import Wording

/// What `--help` prints of a command; the parser would count characters, of which Han take two columns.
struct HelpPage {
  private let way: [Outline]
  private let language: Language
  private let columns: Int
  private let width = Width(.narrow)

  private static let labelColumns = 26

  /// - Parameter columns: of the screen.
  init(_ way: [Outline], _ language: Language, columns: Int = HelpPage.screenColumns) {
    self.way = way
    self.language = language
    self.columns = columns
  }

  /// Those of the terminal, but no line so long that it is hard to read; 80 without one.
  static var screenColumns: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(100, max(40, Int(size.ws_col)))
  }

  private var command: Outline { way[way.count - 1] }
  private var name: String { way.map(\.commandName).joined(separator: " ") }

  var text: String {
    let about = [command.abstract, command.discussion].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
    // The whole program has a version, not each command.
    let isRoot = way.count == 1
    let positional = command.shown.filter { $0.kind == .positional }
    let options = command.shown.filter {
      $0.kind != .positional && (isRoot || $0.long != "version")
    }
    let paragraphs =
      [
        width.wrapped(Self.overview(language) + about, columns: columns).joined(separator: "\n"),
        usage(Phrase("用法：", "USAGE: ")),
        section(Phrase("参数：", "ARGUMENTS:"), positional.map(entry)),
        section(Phrase("选项：", "OPTIONS:"), programOptions + options.map(entry)),
        section(
          Phrase("子命令：", "SUBCOMMANDS:"),
          command.commands.map { (label($0), $0.abstract ?? "") }),
        hint,
      ]
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// What the parser puts before the help it writes itself.
  static let overview = Phrase("概述：", "OVERVIEW: ")

  /// The line of usage behind what was wrong with the arguments, and where to read more.
  var usage: String {
    usage(Phrase("用法：", "Usage: ")) + "\n"
      + Phrase("  详见 \(name) --help", "  See '\(name) --help' for more information.")(language)
  }

  // MARK: - Usage

  private func usage(_ title: Phrase) -> String {
    let title = title(language)
    let indent = width.columns(title)
    return title
      + width.wrapped(synopsis, columns: columns - indent)
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  private var synopsis: String {
    let isRoot = way.count == 1
    if !command.commands.isEmpty {
      return (isRoot ? "\(name) [--store \(bracketed(.file))] [--lang zh|en] [" : "\(name) ")
        + bracketed(.subcommand) + (isRoot ? "]" : "")
    }
    let arguments = command.shown.filter { !["help", "version"].contains($0.long) }
    let needed = arguments.filter { $0.kind == .positional || !$0.isOptional }
    let others = arguments.filter { $0.kind != .positional && $0.isOptional }
    let rest =
      others.count > 8
      ? [Phrase("[<选项> …]", "[<options> ...]")(language)] : others.map(synopsis)
    return ([name] + needed.map(synopsis) + rest).joined(separator: " ")
  }

  private func synopsis(_ argument: Outline.Argument) -> String {
    let plain =
      switch argument.kind {
      case .positional: value(argument)
      case .option: "--\(argument.long ?? "") \(value(argument))"
      case .flag: "--\(argument.long ?? "")"
      }
    let repeated = argument.isRepeating ? plain + Phrase(" …", " ...")(language) : plain
    return argument.isOptional ? "[\(repeated)]" : repeated
  }

  private func value(_ argument: Outline.Argument) -> String {
    Placeholder.translated(in: "<\(argument.valueName ?? "")>", language)
  }

  private func bracketed(_ placeholder: Placeholder) -> String { "<\(placeholder.word(language))>" }

  // MARK: - Lists

  private typealias Entry = (label: String, text: String)

  private func label(_ command: Outline) -> String {
    command.commandName
      + (command.commandName == self.command.defaultSubcommand
        ? Phrase("（默认）", " (default)")(language) : "")
  }

  private func section(_ title: Phrase, _ entries: [Entry]) -> String {
    guard !entries.isEmpty else { return "" }
    return ([title(language)] + entries.map(written)).joined(separator: "\n")
  }

  private func written(_ entry: Entry) -> String {
    let label = "  " + entry.label
    let indent = String(repeating: " ", count: Self.labelColumns)
    let lines = width.wrapped(entry.text, columns: columns - Self.labelColumns)
    guard let first = lines.first, !first.isEmpty else { return label }
    let rest = lines.dropFirst().map { indent + $0 }
    let hasRoom = width.columns(label) < Self.labelColumns - 1
    let begin =
      hasRoom ? [width.padded(label, to: Self.labelColumns) + first] : [label, indent + first]
    return (begin + rest).joined(separator: "\n")
  }

  private func entry(_ argument: Outline.Argument) -> Entry {
    let names = (argument.names ?? []).map(\.dashed)
    let sorted = names.filter { !$0.hasPrefix("--") } + names.filter { $0.hasPrefix("--") }
    var label =
      argument.denial.map { "\(sorted.joined(separator: ", "))/--\($0)" }
      ?? sorted.joined(separator: ", ")
    if argument.kind != .flag { label += (label.isEmpty ? "" : " ") + value(argument) }
    return (label, abstract(argument) + values(argument))
  }

  /// The two that the parser brings speak English.
  private func abstract(_ argument: Outline.Argument) -> String {
    switch argument.long {
    case "help": Phrase("显示这份说明。", "Show help information.")(language)
    case "version": Phrase("显示版本号。", "Show the version.")(language)
    default: argument.abstract ?? ""
    }
  }

  private func values(_ argument: Outline.Argument) -> String {
    // A flag is on or off, and off unless it is given.
    guard argument.kind != .flag else { return "" }
    // Not twice: what each value means stands in the sentence where that is not plain.
    let said = argument.abstract ?? ""
    let all = (argument.allValues ?? []).allSatisfy(said.contains) ? [] : argument.allValues ?? []
    let parts = [
      all.isEmpty
        ? nil
        : Phrase("可选 ", "values: ")(language)
          + all.joined(separator: Phrase("、", ", ")(language)),
      argument.defaultValue.map { Phrase("默认 ", "default: ")(language) + $0 },
    ].compactMap(\.self)
    guard !parts.isEmpty else { return "" }
    let list = parts.joined(separator: Phrase("；", "; ")(language))
    return Phrase("（\(list)）", " (\(list))")(language)
  }

  /// Taken out of the arguments before they are parsed, so the parser knows nothing of them.
  private var programOptions: [Entry] {
    guard way.count == 1 else { return [] }
    return Invocation.options.map { option in
      ("\(option.name) \(option.value(language))", option.help(language))
    }
  }

  private var hint: String {
    guard !command.commands.isEmpty else { return "" }
    let words = ([way[0].commandName, "help"] + way.dropFirst().map(\.commandName))
      .joined(separator: " ")
    return Phrase(
      "  各子命令的说明：\(words) <子命令>", "  See '\(words) <subcommand>' for detailed help.")(language)
  }

}
