import Canvas
import Wording

/// Which columns the list shows, and by which it is sorted.
struct ColumnChoice: Sendable {
  private(set) var marked = 0
  private var typeAhead = TypeAhead()

  var column: ListColumn { ListColumn.all[marked] }

  mutating func move(_ move: Move, page: Int) {
    typeAhead.clear()
    marked = move.place(from: marked, count: ListColumn.all.count, page: page) ?? 0
  }

  mutating func mark(row: Int) {
    if ListColumn.all.indices.contains(row) { marked = row }
  }

  mutating func type(_ key: Key, _ language: Language) {
    let labels = ListColumn.all.map(\.phrase)
    marked = typeAhead.type(key, among: labels, from: marked, language) ?? marked
  }

  func draw(_ members: MembersScreen, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("列与排序", "Columns and order")), columns: 48,
      rows: min(area.rows, ListColumn.all.count + 2), in: area)
    let window = Window(count: ListColumn.all.count, marked: marked, height: inner.rows)
    for (row, place) in window.rows.enumerated() {
      let column = ListColumn.all[place]
      let isShown = members.columns.contains(column)
      let mark = isShown ? look.marks.ticked : look.marks.unticked
      let order = members.sort.flatMap { $0.column == column ? $0 : nil }
      let said = order.map {
        $0.isDescending
          ? Phrase("从大到小 ", "descending ") + .verbatim(look.marks.falling)
          : Phrase("从小到大 ", "ascending ") + .verbatim(look.marks.rising)
      }
      sheet.draw(
        Line(
          [
            Span(look.pointer(place == marked), Theme.accent), Span(mark + " "),
            Span(look(column.phrase), isShown ? Theme.strong : Theme.dim),
          ], right: right(column, isShown, said, members, look)), row: row, in: inner)
      sheet.finishRow(row, in: inner, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: ListColumn.all.count, marked: marked, in: inner)
    typeAhead.draw(on: &sheet)
  }

  /// How it is sorted by, else what a wide window does with it.
  private func right(
    _ column: ListColumn, _ isShown: Bool, _ order: Phrase?, _ members: MembersScreen, _ look: Look
  ) -> [Span] {
    if let order { return [Span(look(order), Theme.accent)] }
    guard !isShown, members.spare.contains(column) else { return [] }
    return [Span(look(Phrase("有空位时显示", "where there is room")), Theme.dim)]
  }
}

extension Workspace {
  /// Letters go to a column; a space is no letter of any.
  mutating func type(_ key: Key, in choice: ColumnChoice) {
    var choice = choice
    if key.folded == .character(" ") {
      members.toggle(choice.column)
    } else {
      choice.type(key, setting.language)
    }
    replaceModal(.columns(choice))
  }

  mutating func run(_ id: Command.ID, in choice: ColumnChoice) -> [Effect]? {
    var choice = choice
    if let move = Move(id) {
      choice.move(move, page: dialogueRows)
      replaceModal(.columns(choice))
      return []
    }
    switch id {
    case .sortByColumn:
      modals.removeLast()
      return sortMembers(by: choice.column)
    case .toggleColumn: members.toggle(choice.column)
    case .forgetSort:
      modals.removeLast()
      members.forgetSort()
      return loadMembers()
    default: return nil
    }
    return []
  }
}
