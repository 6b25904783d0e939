import Canvas
import Pinyin
import Wording

/// Commands by name or by what they do: a few letters of either language, for names pinyin too, and
/// Enter.
struct Palette: Sendable {
  private(set) var field = TextField()
  private let commands: [Command]
  private let index: SearchIndex
  private(set) var found: [Command]
  private(set) var marked: Int = 0

  init(contexts: [Context], isOffered: (Command.ID) -> Bool) {
    let listed: Set<Context> = [.list]
    var seen: Set<Command.ID> = []
    commands = contexts.filter { !listed.contains($0) }.flatMap { Command.all(in: $0) }
      .filter { $0.id != .palette && isOffered($0.id) && seen.insert($0.id).inserted }
    var index = SearchIndex()
    for command in commands { index.append(name: command.label.chinese) }
    self.index = index
    found = commands
  }

  mutating func type(_ key: Key) {
    let before = field.text
    field.type(key)
    guard field.text != before else { return }
    marked = 0
    found = field.isEmpty ? commands : search()
  }

  private func search() -> [Command] {
    let byPinyin = Set(index.search(field.text, limit: commands.count).best.map(\.ordinal))
    let words = field.text.lowercased().split(separator: " ")
    func says(_ text: Phrase) -> Bool {
      let both = "\(text.chinese)\n\(text.english)".lowercased()
      return words.allSatisfy { both.contains($0) }
    }
    let named = commands.indices.filter { byPinyin.contains($0) || says(commands[$0].label) }
    // Every word of the sentence counts too, below those that are called so.
    let told = commands.indices.filter {
      !named.contains($0) && says(commands[$0].label + .verbatim("\n") + commands[$0].help)
    }
    return (named + told).map { commands[$0] }
  }

  mutating func move(_ move: Move, page: Int) {
    marked = move.place(from: marked, count: found.count, page: page) ?? 0
  }

  mutating func mark(row: Int) {
    if found.indices.contains(row) { marked = row }
  }

  var markedCommand: Command? { found.indices.contains(marked) ? found[marked] : nil }

  func draw(on sheet: inout Sheet, in area: Area) {
    let title = sheet.look(Phrase("命令", "Commands"))
    let inner = sheet.dialogue(title, columns: 64, rows: min(area.rows, 18), in: area)
    sheet.draw(Line(">", Theme.title), row: 0, in: inner)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: inner.column + 2, row: inner.row),
      columns: max(1, inner.columns - 2), Theme.field,
      hint: sheet.look(
        Phrase("名称或作用：汉字、拼音首字母、英文", "a name, or what it does, in either language")))
    let list = inner.inset(top: 2)
    let window = Window(count: found.count, marked: marked, height: list.rows)
    for (row, index) in window.rows.enumerated() {
      let command = found[index]
      let key = command.keys.first.map { $0.label(isPlain: sheet.look.isPlain) } ?? ""
      let label = sheet.look.width.padded(sheet.look(command.label), to: 16)
      sheet.draw(
        Line(
          [
            Span(sheet.look.pointer(index == marked), Theme.accent), Span(label, Theme.strong),
            Span(sheet.look(command.help), Theme.dim),
          ],
          right: [Span(key, Theme.key)]), row: row, in: list)
      sheet.finishRow(row, in: list, place: index, isMarked: index == marked)
    }
    if found.isEmpty {
      sheet.draw(
        Line(sheet.look(Phrase("没有这样的命令", "no such command")), Theme.dim), row: 0, in: list)
    }
  }
}

extension Workspace {
  mutating func run(_ id: Command.ID, in palette: Palette) -> [Effect]? {
    var palette = palette
    if let move = Move(id) {
      palette.move(move, page: size.rows - 10)
      replaceModal(.palette(palette))
      return []
    }
    guard id == .choose else { return nil }
    guard let command = palette.markedCommand else { return [] }
    modals.removeLast()
    return run(command.id)
  }
}
