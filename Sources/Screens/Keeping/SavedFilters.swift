import Canvas
import Matchmaking
import Wording

/// Filters with names (常用筛选): one is applied, or what is typed now gets a name.
struct SavedFilters: Dialogue {
  /// The name what is filtered by now is to get.
  private var field = TextField()
  /// Nil until the first answer.
  private var filters: [KeptFilter]?
  private var marked = 0
  /// What is filtered by now.
  private let current: Filter
  private let words: ConditionWords

  init(current: Filter, _ words: ConditionWords) {
    self.current = current
    self.words = words
  }

  private var markedFilter: KeptFilter? {
    guard let filters, filters.indices.contains(marked) else { return nil }
    return filters[marked]
  }

  var contexts: [Context] { [.savedFilters, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.read(.savedFilters))] }

  mutating func follow(_ change: Change, in environment: Environment) -> [Intent] {
    if case .keep(.saveFilter) = change { field.clear() }
    return begin(in: environment)
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      let page = environment.size.rows - 10
      marked = move.place(from: marked, count: filters?.count ?? 0, page: page) ?? 0
      return []
    }
    switch id {
    case .choose:
      let name = field.text.trimmed
      if !name.isEmpty, !current.terms.isEmpty {
        return [.change(.keep(.saveFilter(current, named: name)))]
      }
      guard let filter = markedFilter else { return [] }
      let text = FilterDraft(filter.text).filter.text(environment.words)
      return [.close, .tell(ListNotice.filter(text))]
    case .deleteFilter:
      return markedFilter.map { [.change(.keep(.deleteFilter(named: $0.name)))] } ?? []
    default: return nil
    }
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    id == .deleteFilter && markedFilter == nil
      ? .useless(Phrase("还没有常用筛选", "No filter is saved yet")) : nil
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    field.type(key)
    return []
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if filters?.indices.contains(row) == true { marked = row }
    return []
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .register(.savedFilters(let filters)) = answer else { return [] }
    self.filters = filters
    marked = max(0, min(marked, filters.count - 1))
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let rows = 6 + max(1, filters?.count ?? 1)
    let inner = sheet.dialogue(
      look(Phrase("常用筛选", "Saved filters")), columns: sheet.readable(area),
      rows: min(area.rows, max(10, rows)), in: area)
    drawField(on: &sheet, in: inner)
    let list = inner.inset(top: 3)
    guard let filters, !filters.isEmpty else {
      let said =
        filters == nil
        ? Phrase("正在读取…", "Reading…") : Phrase("还没有常用筛选。", "No filter is saved yet.")
      sheet.draw(Line(look(said), Theme.dim), row: 0, in: list)
      return
    }
    let columns = Columns(
      [.fixed(2), .fitting(filters.map(\.name), look.width, in: 6...24), .rest],
      across: list.columns, gap: 1)
    let window = Window(count: filters.count, marked: marked, height: list.rows)
    for (row, place) in window.rows.enumerated() {
      let filter = filters[place]
      columns.draw(
        [
          Span(look.pointer(place == marked), Theme.accent),
          Span(Masking.phones(in: filter.name), Theme.strong),
          Span(Masking.phones(in: FilterDraft(filter.text).filter.text(words)), Theme.dim),
        ], row: row, in: list, on: &sheet)
      sheet.finishRow(row, in: list, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: filters.count, marked: marked, in: list)
  }

  private func drawField(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    guard !current.terms.isEmpty else {
      let said = Phrase("请先在名册里筛选，再回到这里存下。", "Filter the list first, then save the filter here.")
      sheet.draw(Line(look(said), Theme.dim), row: 0, in: area)
      return
    }
    let label = look(Phrase("存为", "Save as")) + "  "
    let start = look.width.columns(label)
    sheet.draw(Line(label, Theme.title), row: 0, in: area)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: area.column + start, row: area.row),
      columns: max(1, area.columns - start), Theme.field,
      hint: look(Phrase("给现在的筛选起个名字", "a name for the filter as it is now")))
    let text = Masking.phones(in: current.text(words))
    sheet.draw(Line(text, Theme.dim), row: 1, in: area, indent: start)
  }
}
