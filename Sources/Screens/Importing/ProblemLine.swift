import Canvas
import Matchmaking
import Wording

/// One problem of a file: the place and what is wrong there, below one another where it is narrow.
enum ProblemLine {
  /// As many as there is room for.
  static func draw(
    _ problems: [ImportProblem], from first: Int, row start: Int, on sheet: inout Sheet,
    in area: Area
  ) {
    var row = start
    var end = first
    for problem in problems.dropFirst(first) where row < area.rows {
      row += draw(problem, row: row, on: &sheet, in: area)
      end += 1
    }
    sheet.tellPlace(first..<end, of: problems.count, in: area.inset(top: min(start, area.rows)))
  }

  static func draw(
    _ problem: ImportProblem, row: Int, on sheet: inout Sheet, in area: Area
  ) -> Int {
    let look = sheet.look
    let mark = problem.isRefusal ? look.marks.refused : look.marks.dot
    let place = look(problem.place)
    let indent = area.columns < 60 || place.isEmpty ? 2 : 20
    let isBelow =
      !place.isEmpty && (indent == 2 || look.width.columns(place) + 3 > indent)
    sheet.draw(
      Line([Span(mark + " ", Theme.warning), Span(place, Theme.dim)]), row: row, in: area)
    let used = sheet.paragraph(
      look(problem.phrase), row: row + (isBelow ? 1 : 0), in: area.inset(left: indent),
      rows: max(1, area.rows - row))
    return used + (isBelow ? 1 : 0)
  }
}
