public import Canvas
import Matchmaking
import Wording

extension Wall {
  public func view(_ size: Size) -> Frame {
    var sheet = Sheet(size: size, width: width, language: language)
    guard !Self.isTooSmall(size) else {
      let row = max(0, (size.rows - 1) / 2)
      sheet.write(sheet(Phrase("窗口太小，请放大", "make the window larger")), row: row, Tint.text)
      return sheet.frame
    }
    if !isBlank {
      draw(on: &sheet)
      Chrome.draw(title: title(on: sheet), note: note(on: sheet), on: &sheet)
    }
    draw(overlay, on: &sheet)
    return sheet.frame
  }

  private func draw(on sheet: inout Sheet) {
    switch card {
    case .waiting: waiting(on: &sheet)
    case .welcome(let left): welcome(left, on: &sheet)
    case .segment(let segment, let left): segmentCard(segment, left, on: &sheet)
    case .round(let round, let left): roundCard(round, left, on: &sheet)
    case .picks(let segment, let left): picksCard(segment, left, on: &sheet)
    case .pairs: pairsCard(on: &sheet)
    case .thread(let thread): threadCard(thread, on: &sheet)
    case .question(let question): questionCard(question, on: &sheet)
    case .next(let segment): nextCard(segment, on: &sheet)
    case .closing: closingCard(on: &sheet)
    }
  }

  /// Above the card; the welcome tells it larger itself.
  private func title(on sheet: Sheet) -> String {
    guard let event = shown?.event else { return "" }
    if case .welcome = card { return event.details.host ?? "" }
    return event.title
  }

  private func note(on sheet: Sheet) -> String {
    // What is frozen is not expected to be of now.
    if let trouble, frozen == nil { return sheet(trouble) }
    let dot = sheet.isPlain ? " - " : " · "
    var notes: [String] = []
    if pages > 1 { notes.append("\(page + 1)/\(pages)") }
    if frozen != nil { notes.append(sheet(Phrase("已定格，按空格继续", "frozen; space goes on"))) }
    return notes.joined(separator: dot)
  }

  // MARK: - What lies over it

  private func draw(_ overlay: Overlay?, on sheet: inout Sheet) {
    switch overlay {
    case nil: return
    case .help:
      panel(
        sheet(Phrase("大屏的按键", "Keys of the big screen")), Self.help.map { sheet($0) }, on: &sheet)
    case .leaving:
      panel(
        sheet(Phrase("要结束大屏吗？", "End the big screen?")),
        [
          sheet(Phrase("F8        结束", "F8        ends it")),
          sheet(Phrase("其他键    继续显示", "any other key goes on")),
        ], on: &sheet)
    }
  }

  private static let help = [
    Phrase("空格 F5   定格，再按继续", "space F5   freezes; again goes on"),
    Phrase("b F6      黑屏，再按恢复", "b F6       blanks; again comes back"),
    Phrase("← →       上一页、下一页", "← →        the page before, the next"),
    Phrase("回车      跳过牵手的揭晓", "Enter      skips a reveal"),
    Phrase("l F12     换成英文", "l F12      switches to Chinese"),
    Phrase("q F10     结束（还会再问一次）", "q F10      ends it, and asks first"),
    Phrase("任意键关闭这一页", "any key closes this"),
  ]

  private func panel(_ title: String, _ lines: [String], on sheet: inout Sheet) {
    let width = sheet.frame.width
    let widest = (lines + [title]).map { width.columns($0) }.max() ?? 0
    let size = Size(
      columns: min(sheet.columns, widest + 8), rows: min(sheet.rows, lines.count + 4))
    let area = Area(
      column: (sheet.columns - size.columns) / 2, row: (sheet.rows - size.rows) / 2,
      columns: size.columns, rows: size.rows)
    sheet.frame.fill(area, Tint.ground)
    sheet.frame.box(area, Tint.gold, title: title)
    for (place, line) in lines.prefix(max(0, size.rows - 2)).enumerated() {
      sheet.frame.write(
        line, at: Point(column: area.column + 4, row: area.row + 2 + place), Tint.text,
        columns: size.columns - 6)
    }
  }
}
