import Canvas
import Wording

/// Every key that counts where help was asked for.
struct HelpPage: Sendable {
  let contexts: [Context]
  private(set) var first = 0

  private static let columns = 76

  /// What everybody knows, moving in lists, comes last.
  init(contexts: [Context]) {
    self.contexts = contexts.filter { $0 != .list } + contexts.filter { $0 == .list }
  }

  mutating func scroll(_ move: Move, _ look: Look, _ size: Size) {
    let count = lines(look, columns: min(Self.columns, size.columns) - 4).count
    // The last page stays full.
    let page = max(1, size.rows - 7)
    first = move.place(from: first, count: max(1, count - page + 1), page: page) ?? 0
  }

  private var commands: [(context: Context, commands: [Command])] {
    contexts.map { ($0, Command.all(in: $0)) }.filter { !$0.1.isEmpty }
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let title = sheet.look(Phrase("帮助", "Help"))
    let inner = sheet.dialogue(title, columns: Self.columns, rows: area.rows, in: area)
    let lines = lines(sheet.look, columns: inner.columns)
    for (row, line) in lines.dropFirst(first).enumerated() {
      sheet.draw(line, row: row, in: inner)
    }
  }

  private func lines(_ look: Look, columns: Int) -> [Line] {
    var lines: [Line] = []
    for (context, commands) in commands {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(Line(look(context.phrase), Theme.title))
      lines += commands.flatMap { self.lines(for: $0, look, columns: columns) }
    }
    return lines
  }

  /// Keys, name and sentence side by side, or the sentence below where it is narrow.
  private func lines(for command: Command, _ look: Look, columns: Int) -> [Line] {
    // Where text is typed a bare letter is text.
    let keys = command.keys.filter { !(contexts.first?.isTyping ?? false) || !$0.isText }
    let shown = keys.map { $0.label(isPlain: look.isPlain) }.joined(separator: " ")
    let head = [
      Span(look.width.padded(shown, to: 12) + "  ", Theme.key),
      Span(
        look.width.padded(look(command.label), to: look.language == .chinese ? 13 : 15),
        Theme.strong),
    ]
    let sentence = look(command.help)
    let indent = columns < 60 ? 2 : head.columns(look.width)
    let wrapped = look.width.wrapped(sentence, columns: columns - indent)
      .map { Span($0, Theme.dim) }.filter { !$0.text.isEmpty }
    let below = columns < 60 ? wrapped[...] : wrapped.dropFirst()
    return [Line(columns < 60 ? head : head + wrapped.prefix(1))]
      + below.map { Line([Span(String(repeating: " ", count: indent)), $0]) }
  }
}
