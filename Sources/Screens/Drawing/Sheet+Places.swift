import Canvas
import Wording

extension Sheet {
  /// Tells where one is in what is longer than its room: `17/600`, and a bar whose thumb is the part
  /// that is seen. Nothing where all of it is seen.
  ///
  /// In a dialogue both stand in its border; on a tab the figure stands in the line below the tabs.
  ///
  /// - Parameters:
  ///   - seen: the rows that are drawn, of `count`.
  ///   - marked: the row that is told; the last that is seen where none is marked.
  ///   - list: where the rows are drawn. The bar stands one column behind it, on the line that is there.
  mutating func tellPlace(_ seen: Range<Int>, of count: Int, marked: Int? = nil, in list: Area) {
    guard !seen.isEmpty, seen.count < count else { return }
    let place = marked.map { $0 + 1 } ?? seen.upperBound
    tellFigure("\(place.grouped)/\(count.grouped)")
    drawBar(seen, of: count, in: list)
  }

  private mutating func tellFigure(_ figure: String) {
    guard let box else {
      position = figure
      return
    }
    let text = " \(figure) "
    let columns = width.columns(text)
    guard columns + 4 <= box.columns else { return }
    frame.write(
      text,
      at: Point(column: box.column + box.columns - columns - 2, row: box.row + box.rows - 1),
      Theme.plain)
  }

  private mutating func drawBar(_ seen: Range<Int>, of count: Int, in list: Area) {
    guard list.rows > 1 else { return }
    let column = min(list.column + list.columns + 1, frame.size.columns - 1)
    let thumb = Self.thumb(seen, of: count, rows: list.rows)
    for row in 0..<list.rows {
      let isThumb = thumb.contains(row)
      frame.write(
        isThumb ? marks.thumb : String(width.lines.vertical),
        at: Point(column: column, row: list.row + row),
        isThumb ? Theme.accent : box == nil ? Theme.dim : Theme.accent)
    }
  }

  /// The rows of the bar that stand for what is seen: at either end only where that end is seen.
  static func thumb(_ seen: Range<Int>, of count: Int, rows: Int) -> Range<Int> {
    let length = max(1, min(rows - 1, rows * seen.count / max(1, count)))
    let spare = rows - length
    let hidden = max(1, count - seen.count)
    var start = (seen.lowerBound * spare + hidden / 2) / hidden
    if spare > 1 {
      if seen.lowerBound > 0 { start = max(1, start) }
      if seen.upperBound < count { start = min(spare - 1, start) }
    }
    return start..<start + length
  }
}

/// How far something without a marked row is scrolled; its last page stays full.
struct Scroll: Hashable, Sendable {
  private(set) var first = 0

  /// - Parameter height: rows that are seen at once.
  mutating func move(_ move: Move, count: Int, height: Int) {
    let pages = max(1, count - height + 1)
    first = move.place(from: min(first, pages - 1), count: pages, page: max(1, height - 1)) ?? 0
  }

  /// The rows that are seen.
  func rows(of count: Int, height: Int) -> Range<Int> {
    let start = max(0, min(first, count - max(0, height)))
    return start..<max(start, min(count, start + max(0, height)))
  }
}
