import Canvas
import Wording

/// Which columns the list shows, and by which it is sorted.
struct ColumnChoice: Sendable {
  private(set) var marked = 0

  var column: ListColumn { ListColumn.all[marked] }

  mutating func move(_ move: Move, page: Int) {
    marked = move.place(from: marked, count: ListColumn.all.count, page: page) ?? 0
  }

  mutating func mark(row: Int) {
    if ListColumn.all.indices.contains(row) { marked = row }
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
      let mark = isShown ? look.marks.chosen : look.marks.open
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
          ], right: [Span(said.map { look($0) } ?? "", Theme.accent)]), row: row, in: inner)
      sheet.finishRow(row, in: inner, place: place, isMarked: place == marked)
    }
  }
}

extension Workspace {
  mutating func run(_ id: Command.ID, in choice: ColumnChoice) -> [Effect]? {
    var choice = choice
    if let move = Move(id) {
      choice.move(move, page: size.rows - 8)
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
