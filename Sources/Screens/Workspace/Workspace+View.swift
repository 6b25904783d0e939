import Canvas
import Matchmaking
import Wording

extension Workspace {
  static let smallest = Size(columns: 40, rows: 12)

  /// Everything, with what the mouse would hit.
  func sheet(_ size: Size) -> Sheet {
    var sheet = Sheet(size: size, look: look)
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      drawTooSmall(on: &sheet)
      return sheet
    }
    let whole = sheet.frame.area
    let body = Environment.body(of: whole)
    if body.row > 1, setting.isLocked { sheet.rule(row: 2, in: whole) }
    if body.row > 1, !setting.isLocked { drawTabs(on: &sheet, in: whole) }
    let environment = environment
    if !isWaitingForDoor { self[shownTab].draw(in: environment, on: &sheet, in: body) }
    layers.last?.dialogue.draw(in: environment, on: &sheet, in: body)
    drawHead(on: &sheet, in: whole)
    drawPosition(on: &sheet, in: whole)
    drawToast(on: &sheet, in: whole)
    drawKeys(on: &sheet, in: whole)
    return sheet
  }

  private func drawTooSmall(on sheet: inout Sheet) {
    let text = Phrase("窗口太小：至少 40×12", "Window too small: 40×12 at least")
    let area = sheet.frame.area
    sheet.paragraph(look(text), Theme.strong, row: 0, in: area, rows: max(0, area.rows))
  }

  /// Where am I.
  private func drawHead(on sheet: inout Sheet, in area: Area) {
    let isLow = area.rows < 18
    let place = isLow ? look(tab.phrase) : look(Phrase("鹊桥", "Queqiao"))
    var left = [Span(place, Theme.title)]
    if let event = open?.event {
      left.append(Span("  " + event.title, Theme.strong))
      if !isLow { left.append(Span("  " + event.date.description, Theme.dim)) }
    }
    var right: [Span] = []
    if isLow, let position = sheet.position { right.append(Span(position + "  ", Theme.plain)) }
    right += tableSpans(isLow: isLow)
    if setting.isLocked { right.append(Span(look(Phrase("已锁定  ", "LOCKED  ")), Theme.accent)) }
    if setting.isSample { right.append(Span(look(Phrase("样例  ", "SAMPLE  ")), Theme.warning)) }
    if setting.isReadOnly {
      right.append(Span(look(Phrase("只读，不能改", "READ-ONLY")), Theme.warning))
    } else {
      right.append(Span(look(Phrase("签到台 ", "Desk ")) + setting.station, Theme.plain))
    }
    if !isLow { right.append(Span(look(Phrase("  离线", "  offline")), Theme.dim)) }
    sheet.draw(Line(left, right: right + [Span(" ")]), row: 0, in: area, indent: 1)
  }

  /// Which table at the door this is, and how many of its guests have come.
  private func tableSpans(isLow: Bool) -> [Span] {
    guard let (number, tally) = environment.doorTable else { return [] }
    let count = tally.counts[number - 1]
    let letters = isLow ? "" : tally.tables.letters(of: number) + " "
    return [
      Span(look(Phrase("签到桌 ", "Table ")) + "\(number) \(letters)", Theme.accent),
      Span("\(count.arrived)/\(count.expected)  ", Theme.strong),
    ]
  }

  private func drawTabs(on sheet: inout Sheet, in area: Area) {
    var column = 0
    for tab in Tab.allCases {
      let text = " \(look(tab.phrase)) "
      let style =
        tab == self.tab ? Theme.tab : tab.needsEvening && open == nil ? Theme.dim : Theme.plain
      let place = Area(column: column, row: 1, columns: look.width.columns(text), rows: 1)
      sheet.draw(Line(text, style), row: 0, in: place)
      sheet.mark(place, as: .tab(tab))
      column += place.columns + 1
    }
    sheet.rule(row: 2, in: area)
  }

  /// Where one is in the list of the tab, in the line above it.
  private func drawPosition(on sheet: inout Sheet, in area: Area) {
    guard area.rows >= 18, let position = sheet.position else { return }
    sheet.draw(Line([], right: [Span(" \(position) ")]), row: 2, in: area.inset(right: 1))
  }

  /// What just happened, and how to take it back.
  private func drawToast(on sheet: inout Sheet, in area: Area) {
    guard let toast else { return }
    let (mark, style) =
      switch toast.kind {
      case .done: (look.marks.done, Theme.done)
      case .undone: (look.marks.undone, Theme.done)
      case .refused: (look.marks.refused, Theme.warning)
      case .note: (look.marks.dot, Theme.plain)
      }
    var right: [Span] = []
    if let way = toast.way.flatMap(Command.named), let key = way.keys.first {
      right = [
        Span(key.label(isPlain: look.isPlain), Theme.key), Span(" \(look(way.label)) ", Theme.dim),
      ]
    }
    let head = Span(mark + " ", style)
    let room = area.columns - 2 - [head].columns(look.width) - right.columns(look.width)
    sheet.draw(
      Line([head] + toast.spans(look, columns: room), right: right),
      row: area.rows - 2, in: area, indent: 1)
  }

  /// What the keys do here: the most useful from the left, help always.
  private func drawKeys(on sheet: inout Sheet, in area: Area) {
    let typing = isTyping
    var seen: Set<Key> = []
    let commands = contexts.flatMap { Command.all(in: $0) }
      // What the topmost context does with a key is what the key does.
      .filter { command in command.keys.first.map { seen.insert($0).inserted } ?? false }
      .filter { $0.prominence != nil && obstacle(to: $0.id)?.hidesKey != true }
      .sorted { ($0.prominence ?? 0) < ($1.prominence ?? 0) }
    guard let last = commands.last else { return }
    let room = area.columns - hint(last, typing).columns(look.width) - 3
    var column = 1
    for command in commands {
      let spans = hint(command, typing)
      let columns = spans.columns(look.width)
      guard command.id == last.id || column + columns <= room else { continue }
      let place = Area(column: column, row: area.rows - 1, columns: columns, rows: 1)
      sheet.draw(Line(spans), row: 0, in: place)
      sheet.mark(place, as: .command(command.id))
      column += columns + 2
    }
  }

  private func hint(_ command: Command, _ typing: Bool) -> [Span] {
    guard let key = command.keys.first(where: { !typing || !$0.isText }) else { return [] }
    let label = key.label(isPlain: look.isPlain)
    // Han needs no space after a key, and eighty columns have none to spare.
    let gap = look.language == .chinese && !look.isPlain || label == "↵" ? "" : " "
    return [
      Span(label, Theme.key), Span(gap + look(topComponent.label(of: command.id) ?? command.label)),
    ]
  }
}
