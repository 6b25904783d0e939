import Canvas
import Matchmaking
import Wording

/// The columns of a table: cells of fixed width and one that takes what is left.
struct Columns: Sendable {
  struct Column: Sendable {
    /// Nil takes what the others leave.
    var width: Int?
    var align: Alignment

    static func fixed(_ width: Int, _ align: Alignment = .left) -> Column {
      Column(width: width, align: align)
    }
    /// As wide as the longest of some texts, between two bounds.
    static func fitting(
      _ texts: some Sequence<String>, _ width: Width, in bounds: ClosedRange<Int>
    ) -> Column {
      let longest = texts.reduce(0) { max($0, width.columns($1)) }
      return .fixed(min(max(longest, bounds.lowerBound), bounds.upperBound))
    }

    /// Badge numbers are never cut: five cells, and more where a second laptop handed out long ones.
    static func badges(
      _ badges: some Sequence<Badge?>, _ look: Look, _ align: Alignment = .left
    ) -> Column {
      var column = fitting(badges.map { $0.map { look($0.phrase) } ?? "" }, look.width, in: 5...8)
      column.align = align
      return column
    }

    static let rest = Column(width: nil, align: .left)
  }

  /// Start and width of each, from the area's left edge; width 0 where there is no room.
  private let places: [(start: Int, columns: Int, align: Alignment)]
  let gap: Int

  init(_ columns: [Column], across total: Int, gap: Int = 2) {
    self.gap = gap
    let fixed = columns.compactMap(\.width).reduce(0, +) + gap * max(0, columns.count - 1)
    var start = 0
    places = columns.map { column in
      let width = max(0, min(column.width ?? total - fixed, total - start))
      defer { start += width + gap }
      return (start, width, column.align)
    }
  }

  /// Width of one cell.
  subscript(index: Int) -> Int { places.indices.contains(index) ? places[index].columns : 0 }

  /// Where one cell of a row is.
  func area(of index: Int, row: Int, in area: Area) -> Area {
    guard places.indices.contains(index) else {
      return Area(column: 0, row: 0, columns: 0, rows: 0)
    }
    let place = places[index]
    return Area(
      column: area.column + place.start, row: area.row + row, columns: place.columns, rows: 1)
  }

  func draw(_ cells: [Span], row: Int, in area: Area, on sheet: inout Sheet) {
    guard (0..<area.rows).contains(row) else { return }
    for (place, cell) in zip(places, cells) where place.columns > 0 {
      sheet.frame.write(
        cell.text, at: Point(column: area.column + place.start, row: area.row + row), cell.style,
        columns: place.columns, align: place.align)
    }
  }
}

/// Which of many rows are seen: the marked one always, in the middle where the list is long.
struct Window: Hashable, Sendable {
  let rows: Range<Int>

  init(count: Int, marked: Int?, height: Int) {
    let height = max(0, height)
    let first = min(max(0, (marked ?? 0) - height / 2), max(0, count - height))
    rows = first..<min(count, first + height)
  }
}
