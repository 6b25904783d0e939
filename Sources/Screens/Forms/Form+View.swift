import Canvas
import Wording

extension Phrase {
  /// What a form says to the first Escape once something was typed.
  static let unsaved = Phrase(
    "改动还没有保存：F2 保存，再按 Esc 放弃", "Not saved yet: F2 saves, Esc once more discards it")
}

extension Form {
  /// Draws the fields, and below them a line that keeps its place in a small window.
  func draw(
    problem: (Name) -> Phrase?, reading: (Name) -> Phrase? = { _ in nil }, below note: Line,
    on sheet: inout Sheet, in area: Area
  ) {
    let isLow = area.rows < 4
    let row = min(entries.count + 1, area.rows - 1)
    draw(
      problem: problem, reading: reading, on: &sheet,
      in: isLow ? area : area.inset(bottom: max(1, area.rows - entries.count)))
    if !isLow { sheet.draw(note, row: row, in: area) }
  }

  /// Draws the fields, what is wrong, or how it was understood, beside the one it concerns.
  func draw(
    problem: (Name) -> Phrase?, reading: (Name) -> Phrase? = { _ in nil }, hasFocus: Bool = true,
    on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    let isNarrow = area.columns < 60
    var area = area
    if isNarrow, hasFocus, area.rows > 2, let wrong = problem(focused) {
      sheet.draw(Line(look(wrong), Theme.warning), row: area.rows - 1, in: area)
      area = area.inset(bottom: 1)
    }
    let labels = entries.map { look.width.columns(look($0.label)) }.max() ?? 0
    // A small window shows the fields around the focus.
    let window = Window(count: entries.count, marked: focus, height: area.rows)
    sheet.tellPlace(window.rows, of: entries.count, marked: focus, in: area)
    for (row, index) in window.rows.enumerated() {
      let entry = entries[index]
      let isFocused = hasFocus && index == focus
      sheet.draw(
        Line(look(entry.label), isFocused ? Theme.title : Theme.dim), row: row, in: area)
      let wrong = problem(entry.name).map { look.refused($0) }
      let start = labels + 2
      let whole = wrong ?? reading(entry.name).map { "= \(look($0))" } ?? ""
      // In a small window what is wrong gives way to what is being typed; below it stands in full.
      let limit = isNarrow ? max(8, area.columns - start - 12) : area.columns
      let said =
        look.width.columns(whole) > limit ? look.width.truncated(whole, to: limit) : whole
      let saidColumns = said.isEmpty ? 0 : look.width.columns(said) + 2
      let room = max(8, area.columns - start - saidColumns)
      let point = Point(column: area.column + start, row: area.row + row)
      switch entry.content {
      case .text(let field, let hint):
        var shown = entry.veil.map { TextField($0.mask) } ?? field
        // Who only looks at it reads its beginning.
        if !isFocused { shown.move(by: -shown.text.count) }
        let caret = shown.draw(
          on: &sheet.frame, at: point, columns: min(room, max(1, area.columns - start)),
          Theme.field, hint: look(hint))
        if isFocused { sheet.frame.cursor = caret }
      case .tick(let isSo, let yes, let no):
        let text = "\(isSo ? look.marks.ticked : look.marks.unticked) \(look(isSo ? yes : no))"
        let style = isFocused ? Theme.choice : isSo ? Theme.strong : Theme.dim
        sheet.draw(Line(text, style), row: row, in: area, indent: start)
      case .choice(let options, let chosen):
        drawChoice(
          options, chosen, isFocused: isFocused, row: row, indent: start, on: &sheet, in: area)
      }
      sheet.draw(
        Line([], right: [Span(said, wrong == nil ? Theme.dim : Theme.warning)]), row: row, in: area)
    }
  }

  private func drawChoice(
    _ options: [Phrase], _ chosen: Int, isFocused: Bool, row: Int, indent: Int,
    on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    var spans: [Span] = []
    for (place, option) in options.enumerated() {
      let style =
        place != chosen
        ? Theme.dim : isFocused ? Theme.choice : Theme.strong
      let mark = place == chosen ? look.marks.chosen : look.marks.open
      spans.append(Span("\(mark) \(look(option))", style))
      if place < options.count - 1 { spans.append(Span("  ")) }
    }
    // Where not all fit, the chosen one alone between arrows.
    if spans.columns(look.width) > area.columns - indent, options.indices.contains(chosen) {
      let text = "< \(look.marks.chosen) \(look(options[chosen])) >"
      spans = [
        Span(text, isFocused ? Theme.choice : Theme.strong)
      ]
    }
    sheet.draw(Line(spans), row: row, in: area, indent: indent)
  }
}
