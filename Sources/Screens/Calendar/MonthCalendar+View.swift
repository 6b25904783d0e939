import Canvas
import Matchmaking
import Wording

extension MonthCalendar {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let month = Month(marked, environment)
    let room = min(area.columns, max(76, min(140, area.columns - 12)))
    let cell = max(1, (room - 4) / 7)
    let rows = max(1, min(4, (area.rows - 6) / month.weeks))
    let inner = sheet.dialogue(
      look(
        Phrase("\(marked.year) 年 \(marked.month) 月", "\(marked.year)-\(twoDigits(marked.month))")),
      columns: cell * 7 + 4, rows: month.weeks * rows + 6, in: area)
    drawHead(cell: cell, on: &sheet, in: inner)
    let grid = inner.inset(top: 1)
    for day in marked.monthDays {
      let place = day.day - 1 + month.start
      let row = place / 7 * rows
      let box = Area(
        column: grid.column + place % 7 * cell, row: grid.row + row, columns: cell,
        rows: max(0, min(rows, grid.rows - row)))
      drawDay(day, month, environment.setting.today, on: &sheet, in: box)
    }
    let foot = max(0, min(2, grid.rows - month.weeks * rows))
    drawMarked(month, environment, on: &sheet, in: inner.bottom(foot))
  }

  private func drawHead(cell: Int, on sheet: inout Sheet, in area: Area) {
    let heads = [
      Phrase("一", "Mo"), Phrase("二", "Tu"), Phrase("三", "We"), Phrase("四", "Th"),
      Phrase("五", "Fr"), Phrase("六", "Sa"), Phrase("日", "Su"),
    ]
    for (place, head) in heads.enumerated() {
      sheet.draw(
        Line(sheet.look(head), Theme.dim), row: 0,
        in: Area(column: area.column + place * cell, row: area.row, columns: cell, rows: 1),
        indent: 2)
    }
  }

  /// The number, the festival behind it, the events below; in one row all there is room for.
  private func drawDay(
    _ day: Day, _ month: Month, _ today: Day, on sheet: inout Sheet, in box: Area
  ) {
    guard box.rows > 0 else { return }
    let look = sheet.look
    let (isMarked, events) = (day == marked, month.events[day] ?? [])
    let number = day.day < 10 ? " \(day.day)" : "\(day.day)"
    let style =
      isMarked ? Theme.choice : day == today ? Theme.title : day < today ? Theme.dim : Theme.plain
    var spans = [Span(isMarked ? look.marks.pointer : " ", Theme.accent), Span(number, style)]
    if !events.isEmpty, box.rows == 1 { spans.append(Span(look.marks.pair, Theme.accent)) }
    let festival = month.festivals[day].map { look($0.phrase) } ?? ""
    let told = festival.isEmpty && day == today ? look(Phrase("今天", "today")) : festival
    let toldStyle = festival.isEmpty ? Theme.dim : Theme.warning
    let left = box.columns - spans.columns(look.width) - 1
    // What has no room behind the number stands below it, where no event does.
    let isBelow = look.width.columns(told) > left && events.isEmpty && box.rows > 1
    if !told.isEmpty, !isBelow, left > 3 {
      spans.append(Span(" " + look.width.truncated(told, to: left), toldStyle))
    }
    sheet.draw(Line(spans), row: 0, in: box)
    let room = max(1, box.columns - 2)
    if isBelow {
      sheet.draw(
        Line(look.width.truncated(told, to: room), toldStyle), row: 1, in: box, indent: 1)
    }
    for (row, event) in events.prefix(box.rows - 1).enumerated() {
      let isCut = row == box.rows - 2 && events.count > box.rows - 1
      let text = isCut ? look(Phrase("等 \(events.count) 场", "\(events.count) events")) : event.title
      sheet.draw(
        Line(look.width.truncated(text, to: room), Theme.strong), row: row + 1, in: box, indent: 1)
    }
    sheet.mark(box, as: .row(day.day))
  }

  /// The day in full, which a cell has no room for.
  private func drawMarked(
    _ month: Month, _ environment: Environment, on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    var facts = [Span(look(marked.phrase), Theme.strong)]
    if marked == environment.setting.today {
      facts.append(Span(look(Phrase("  今天", "  today")), Theme.dim))
    }
    if let festival = month.festivals[marked] {
      facts.append(Span("  " + look(festival.phrase), Theme.warning))
    }
    let events = month.events[marked] ?? []
    let planned =
      events.isEmpty
      ? [Span(look(Phrase("还没有活动；回车新建一场", "nothing planned; Enter begins an event")), Theme.dim)]
      : events.map { event in
        let told = [look.marks.pair, event.details.starts, event.title].compactMap(\.self)
        return Span(told.joined(separator: " ") + "  ", Theme.accent)
      }
    if area.rows > 1 {
      sheet.draw(Line(facts), row: 0, in: area)
      sheet.draw(Line(planned), row: 1, in: area)
    } else {
      sheet.draw(Line(facts + [Span("  ")] + planned), row: 0, in: area)
    }
  }
}

/// What a month shows.
private struct Month {
  /// Cells before the first; weeks begin with Monday.
  let start: Int
  let weeks: Int
  let festivals: [Day: Festival]
  let events: [Day: [Event]]

  init(_ day: Day, _ environment: Environment) {
    let days = day.monthDays
    start = ((days.first?.weekday ?? 1) + 6) % 7
    weeks = (start + days.count + 6) / 7
    festivals = Dictionary(
      (Festival.all(in: day.year) ?? []).map { ($0.day, $0.festival) }
    ) { first, _ in first }
    events = Dictionary(
      grouping: environment.events.listed.map(\.event).filter {
        $0.date.year == day.year && $0.date.month == day.month
      }, by: \.date)
  }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
