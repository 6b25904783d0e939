import Canvas
import Matchmaking
import Wording

extension ImportChanges {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title =
      isDone
      ? Phrase("导入改了什么", "What the import changed") : Phrase("导入会改什么", "What it would change")
    let inner = sheet.dialogue(
      look(title), columns: max(76, min(120, area.columns - 4)), rows: area.rows, in: area)
    guard !isEmpty else {
      sheet.draw(
        Line(look(Phrase("没有改动。", "Nothing changes.")), Theme.dim), row: 0, in: inner)
      return
    }
    let top = drawCounts(on: &sheet, in: inner)
    let foot = inner.rows >= 12 ? 4 : 0
    drawList(on: &sheet, in: inner.inset(top: top, bottom: foot))
    if foot > 0 { drawMarked(on: &sheet, in: inner.bottom(foot - 1)) }
  }

  /// - Returns: how many rows it took.
  private func drawCounts(on sheet: inout Sheet, in area: Area) -> Int {
    let look = sheet.look
    let isLow = area.rows < 12
    var row = 0
    if !changes.isEmpty {
      let said =
        Phrase("改动 \(changes.count.grouped) 处：", "\(changes.count.grouped) changed: ") + counts
      row += sheet.paragraph(look(said), Theme.strong, row: row, in: area, rows: isLow ? 1 : 2)
    }
    if !kept.isEmpty {
      let count = kept.count.grouped
      let said =
        isDone
        ? Phrase("手工更正与名册不同 \(count) 处，仍用手工的", "\(count) corrected by hand kept")
        : Phrase(
          "手工更正与名册不同 \(count) 处：仍用手工的，勾选的改用名册的",
          kept.count == 1
            ? "1 corrected by hand stays; tick it if the roster is right"
            : "\(count) corrected by hand stay; tick those where the roster is right")
      let right = isDone ? "" : "\(taken.count.grouped)/\(choosable.count.grouped)"
      sheet.draw(
        Line([Span(look(said), Theme.warning)], right: [Span(right, Theme.strong)]), row: row,
        in: area)
      row += 1
    }
    return isLow ? row : row + 1
  }

  private func drawList(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let seen = Window(count: count, marked: marked, height: max(0, area.rows - 1)).rows
    // A narrow window has no room for the number of the row.
    let isNarrow = area.columns < 60
    let (most, widest) = isNarrow ? (8, 12) : (14, max(6, area.columns / 4))
    let values = seen.map { place in self[place].excerpts(max(12, area.columns / 6)) }
    let columns = Columns(
      [.fixed(look.width.columns(look.marks.ticked))]
        + (isNarrow ? [] : [.fitting(seen.map { "\(self[$0].row)" }, look.width, in: 3...7)])
        + [
          .fitting(seen.map { self[$0].name }, look.width, in: 6...most),
          .fitting(seen.map { look(self[$0].field.phrase) }, look.width, in: 4...most),
          .fitting(values.map { look($0.standing) }, look.width, in: 6...widest), .rest,
        ], across: area.columns, gap: isNarrow ? 1 : 2)
    let heads = [
      Phrase.empty, Phrase("行", "Row"), Phrase("姓名", "Name"), Phrase("项目", "Detail"), before,
      Phrase("名册", "Roster"),
    ]
    func draw(_ cells: [Span], row: Int, in area: Area) {
      let shown = cells.enumerated().filter { !isNarrow || $0.offset != 1 }.map(\.element)
      columns.draw(shown, row: row, in: area, on: &sheet)
    }
    draw(heads.map { Span(look($0), Theme.dim) }, row: 0, in: area)
    let list = area.inset(top: 1)
    for (row, place) in seen.enumerated() {
      draw(cells(of: place, values[row], look), row: row, in: list)
      sheet.finishRow(row, in: list, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(seen, of: count, marked: marked, in: list)
  }

  private func cells(
    of place: Int, _ values: (standing: Phrase, saidByRoster: Phrase), _ look: Look
  ) -> [Span] {
    let difference = self[place]
    let isByHand = place < kept.count
    let stands = isByHand && !taken.contains(difference)
    return [
      Span(sign(place, look), isByHand ? Theme.warning : Theme.dim),
      Span("\(difference.row)", Theme.dim), Span(difference.name),
      Span(look(difference.field.phrase), Theme.dim),
      Span(look(values.standing), stands ? Theme.strong : Theme.dim),
      Span(look(values.saidByRoster), stands ? Theme.dim : Theme.strong),
    ]
  }

  /// What stands, or stood.
  private var before: Phrase { isDone ? Phrase("原来", "Before") : Phrase("现在", "Now") }

  /// Whether the roster's word is taken, also for who sees no colours.
  private func sign(_ place: Int, _ look: Look) -> String {
    guard place < kept.count else { return look.marks.arrow }
    guard !isDone, kept[place].canBeTaken else { return look.marks.none }
    return taken.contains(kept[place]) ? look.marks.ticked : look.marks.unticked
  }

  /// The marked one in full.
  private func drawMarked(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let difference = self[min(marked, count - 1)]
    let label = marked < kept.count ? Phrase("手工", "By hand") : before
    let labels = look.width.columns(look(Phrase("手工", "by hand")))
    // Han take two columns, so that each of both fits its row and one sees where they part.
    let (own, others) = difference.excerpts(max(12, (area.columns - labels - 1) / 2))
    let place = Phrase("第 \(difference.row) 行", "row \(difference.row)")
    sheet.draw(
      Line(
        [
          Span("\(difference.number) \(difference.name)  ", Theme.title),
          Span(look(difference.field.phrase), Theme.plain),
        ],
        right: [Span(look(place), Theme.dim), Span("  \(marked + 1)/\(count)", Theme.dim)]),
      row: 0, in: area)
    let standing = own.isEmpty ? Phrase("（空）", "(empty)") : own
    _ = sheet.fact(look(label), look(standing), row: 1, in: area, labels: labels)
    _ = sheet.fact(
      look(Phrase("名册", "Roster")), look(others), row: 2, in: area, labels: labels)
  }
}

extension Marks {
  /// One of several that are wanted, and one that is not.
  var ticked: String { isPlain ? "[x]" : "☑" }
  var unticked: String { isPlain ? "[ ]" : "☐" }
}
