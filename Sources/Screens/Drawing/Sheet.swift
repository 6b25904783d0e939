import Canvas
import Wording

/// A frame being drawn, with what the mouse would hit: a click finds what was drawn there and
/// nothing else, because both come out of one drawing.
struct Sheet: Sendable {
  enum Target: Hashable, Sendable {
    case tab(Tab)
    /// By its place in the list that has the focus.
    case row(Int)
    case command(Command.ID)
    /// The head of a column of the list of members.
    case column(ListColumn)
  }

  var frame: Frame
  let look: Look
  private var targets: [(area: Area, target: Target)] = []
  /// The border of the dialogue that is being drawn.
  private(set) var box: Area?
  /// Where one is in the list of the tab, where not all of it is seen: `17/600`.
  var position: String?

  init(size: Size, look: Look) {
    frame = Frame(size: size, width: look.width)
    self.look = look
  }

  var marks: Marks { look.marks }
  var width: Width { look.width }

  mutating func mark(_ area: Area, as target: Target) { targets.append((area, target)) }

  /// A dialogue hides what lies under it from the mouse too, and tells its own places.
  mutating func begin(_ box: Area) {
    targets = []
    position = nil
    frame.cursor = nil
    self.box = box
  }

  func target(at point: Point) -> Target? {
    targets.last {
      ($0.area.column..<$0.area.column + $0.area.columns).contains(point.column)
        && ($0.area.row..<$0.area.row + $0.area.rows).contains(point.row)
    }?.target
  }

  /// Draws a line on a row of an area, counted from the area's own top; outside of it nothing.
  ///
  /// The right part stays whole where there is room for it; the left gives way.
  mutating func draw(_ line: Line, row: Int, in area: Area, indent: Int = 0) {
    guard (0..<area.rows).contains(row) else { return }
    let end = area.column + area.columns
    let rightColumns = line.right.columns(width)
    var limit = end
    if rightColumns > 0, rightColumns + indent <= area.columns {
      var column = end - rightColumns
      limit = column - 1
      for span in line.right {
        column += write(span, at: column, row: area.row + row, until: end)
      }
    }
    var column = area.column + indent
    for span in line.left where column < limit {
      column += write(span, at: column, row: area.row + row, until: limit)
    }
  }

  private mutating func write(_ span: Span, at column: Int, row: Int, until end: Int) -> Int {
    frame.write(
      span.text, at: Point(column: column, row: row), span.style, columns: max(0, end - column))
  }

  mutating func rule(row: Int, in area: Area) {
    guard (0..<area.rows).contains(row) else { return }
    frame.rule(
      at: Point(column: area.column, row: area.row + row), columns: area.columns, Theme.dim)
  }

  /// The row on which Enter acts: in reverse, which every terminal can show.
  mutating func highlight(row: Int, in area: Area) {
    guard (0..<area.rows).contains(row) else { return }
    let bar = Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
    frame.restyle(bar) { style in
      style = Style(
        .standard, on: .standard, style.attributes.intersection([.bold, .underline]))
      style.attributes.insert(.reverse)
    }
  }
}

extension Area {
  /// The area without some of its rows and columns.
  func inset(top: Int = 0, bottom: Int = 0, left: Int = 0, right: Int = 0) -> Area {
    Area(
      column: column + left, row: row + top, columns: columns - left - right,
      rows: rows - top - bottom)
  }

  /// The last rows of the area.
  func bottom(_ count: Int) -> Area { inset(top: max(0, rows - count)) }
}
