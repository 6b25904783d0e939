import Canvas
import Pinyin
import Wording

/// Every command by name or by what it does: a few letters of either language, pinyin too, and Enter
/// goes where it counts and does it.
struct Palette: Dialogue {
  /// A command, where it is at home, and why it does nothing now.
  struct Entry: Sendable {
    let command: Command
    let place: Phrase
    let obstacle: Phrase?
  }

  /// What it takes of a high window.
  static let rows = 24

  private(set) var field = TextField()
  private let entries: [Entry]
  private let index: SearchIndex
  /// Places in `entries`.
  private var found: [Int]
  private(set) var marked: Int = 0

  init(_ entries: [Entry]) {
    self.entries = entries
    var index = SearchIndex()
    for entry in entries { index.append(name: entry.command.label.chinese) }
    self.index = index
    found = Self.sorted(Array(entries.indices), entries)
  }

  var contexts: [Context] { [.palette, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      let page = min(environment.dialogueRows, Self.rows - 2) - 3
      marked = move.place(from: marked, count: found.count, page: page) ?? 0
      return []
    }
    switch id {
    case .palette: return [.close]
    case .choose: return markedCommand.map { [.close, .go($0)] } ?? []
    default: return nil
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    let before = field.text
    field.type(key)
    guard field.text != before else { return [] }
    marked = 0
    found = field.text.trimmed.isEmpty ? Self.sorted(Array(entries.indices), entries) : search()
    return []
  }

  private func search() -> [Int] {
    let byPinyin = index.search(field.text, limit: entries.count).best.map(\.ordinal)
    let words = field.text.lowercased().split(separator: " ")
    func says(_ text: Phrase) -> Bool {
      let both = "\(text.chinese)\n\(text.english)".lowercased()
      return words.allSatisfy { both.contains($0) }
    }
    let labels = entries.map(\.command.label)
    let named = entries.indices.filter { says(labels[$0]) }
    // Every word of the sentence counts too, below those that are called so.
    let told = entries.indices.filter {
      says(labels[$0] + .verbatim("\n") + entries[$0].command.help)
    }
    var seen: Set<Int> = []
    return [named, byPinyin, told].flatMap { Self.sorted($0, entries) }
      .filter { seen.insert($0).inserted }
  }

  /// What can be done stands before what cannot be done now.
  private static func sorted(_ places: [Int], _ entries: [Entry]) -> [Int] {
    places.filter { entries[$0].obstacle == nil } + places.filter { entries[$0].obstacle != nil }
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if found.indices.contains(row) { marked = row }
    return []
  }

  private var markedCommand: Command? {
    found.indices.contains(marked) ? entries[found[marked]].command : nil
  }
}

extension Palette {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let title = sheet.look(Phrase("命令", "Commands"))
    let inner = sheet.dialogue(
      title, columns: sheet.readable(area, upTo: 110), rows: min(area.rows, Self.rows), in: area)
    sheet.draw(Line(">", Theme.title), row: 0, in: inner)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: inner.column + 2, row: inner.row),
      columns: max(1, inner.columns - 2), Theme.field,
      hint: sheet.look(
        Phrase("名称或作用：汉字、拼音首字母、英文", "a name, or what it does, in either language")))
    let list = inner.inset(top: min(2, max(1, inner.rows - 6)))
    let window = Window(count: found.count, marked: marked, height: list.rows)
    let shown = window.rows.map { entries[found[$0]] }
    for (row, entry) in shown.enumerated() {
      let place = window.rows.lowerBound + row
      draw(entry, among: shown, isMarked: place == marked, row: row, in: list, on: &sheet)
      sheet.finishRow(row, in: list, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: found.count, marked: marked, in: list)
    if found.isEmpty {
      sheet.draw(
        Line(sheet.look(Phrase("没有这样的命令", "no such command")), Theme.dim), row: 0, in: list)
    }
  }

  /// Its name, what it does or why not now, where it is at home, and its key there.
  private func draw(
    _ entry: Entry, among shown: [Entry], isMarked: Bool, row: Int, in area: Area,
    on sheet: inout Sheet
  ) {
    let look = sheet.look
    let isNarrow = area.columns < 60
    let place = isNarrow ? "" : look(entry.place)
    let columns = Columns(
      [
        .fixed(1),
        .fitting(
          shown.map { look($0.command.label) + " " }, look.width, in: 8...(isNarrow ? 16 : 25)),
        .rest, .fitting([place], look.width, in: 0...12), .fixed(isNarrow ? 6 : 10, .right),
      ], across: area.columns, gap: 1)
    let said =
      entry.obstacle.map { look.refused($0) } ?? look(entry.command.help)
    columns.draw(
      [
        Span(isMarked ? look.marks.pointer : "", Theme.accent),
        Span(look(entry.command.label), entry.obstacle == nil ? Theme.strong : Theme.dim),
        Span(said, Theme.dim), Span(place, Theme.dim),
        Span(
          entry.command.keys.first?.label(isPlain: look.isPlain) ?? "",
          entry.obstacle == nil ? Theme.key : Theme.dim),
      ], row: row, in: area, on: &sheet)
  }
}
