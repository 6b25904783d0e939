import Canvas
import Wording

/// What stands around every card: the name of the evening above, what is to be told below, in a frame that
/// does not move.
enum Chrome {
  /// Where a card may stand.
  static func body(_ size: Size) -> Area {
    let side = size.rows >= 30 ? 3 : 1
    let rule = size.rows >= 30 ? 2 : 1
    return Area(
      column: side, row: rule, columns: size.columns - 2 * side, rows: size.rows - 2 * rule)
  }

  static func draw(title: String, note: String, on sheet: inout Sheet) {
    if sheet.rows >= 30 {
      sheet.frame.box(
        Area(column: 1, row: 0, columns: sheet.columns - 2, rows: sheet.rows), Tint.red)
      studs(on: &sheet)
    } else {
      for row in [0, sheet.rows - 1] {
        sheet.frame.rule(at: Point(column: 0, row: row), columns: sheet.columns, Tint.red)
      }
    }
    cut(title, row: 0, Tint.gold, on: &sheet)
    cut(note, row: sheet.rows - 1, Tint.quiet, on: &sheet)
  }

  /// Words in the middle of a rule.
  private static func cut(_ text: String, row: Int, _ style: Style, on sheet: inout Sheet) {
    guard !text.isEmpty else { return }
    let fitting = sheet.frame.width.truncated(text, to: max(0, sheet.columns - 12))
    let columns = sheet.frame.width.columns(fitting) + 4
    sheet.frame.write(
      "  \(fitting)  ", at: Point(column: (sheet.columns - columns) / 2, row: row), style)
  }

  /// Gold at the corners, as on a lacquered frame.
  private static func studs(on sheet: inout Sheet) {
    for column in [1, sheet.columns - 3] {
      for row in [0, sheet.rows - 1] {
        sheet.frame.fill(
          Area(column: column, row: row, columns: 2, rows: 1), Tint.solid(Tint.gold))
      }
    }
  }
}
