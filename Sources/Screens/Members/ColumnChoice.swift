import Canvas
import Wording

/// Which columns the list shows, and by which it is sorted.
struct ColumnChoice: Dialogue {
  private var marked = 0
  private var typeAhead = TypeAhead()

  private var column: ListColumn { ListColumn.all[marked] }

  var contexts: [Context] { [.columns, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      typeAhead.clear()
      let count = ListColumn.all.count
      marked = move.place(from: marked, count: count, page: environment.dialogueRows) ?? 0
      return []
    }
    switch id {
    case .sortByColumn: return [.close, .tell(ListNotice.sort(column))]
    case .toggleColumn: return [.tell(ListNotice.toggle(column))]
    case .forgetSort: return [.close, .tell(ListNotice.forgetSort)]
    default: return nil
    }
  }

  /// Letters go to a column; a space is no letter of any.
  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    if key.folded == .character(" ") { return [.tell(ListNotice.toggle(column))] }
    let labels = ListColumn.all.map(\.phrase)
    marked =
      typeAhead.type(key, among: labels, from: marked, environment.setting.language) ?? marked
    return []
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if ListColumn.all.indices.contains(row) { marked = row }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let members = environment.members
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
