/// Columns and rows of a terminal or of a part of it.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A place on the screen, counted from the upper left corner, from zero.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells; it may reach past the edges of a frame, which then shows its part.
public struct Area: Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A whole screen as a value: what `view` returns and the terminal shows.
///
/// Cells are stored row after row. Every row is well formed: a tail follows its lead, and no wide
/// character hangs over the right edge.
public struct Frame: Hashable, Sendable {
  public let size: Size
  /// How the terminal this frame is for counts columns.
  public let width: Width
  public internal(set) var cells: [Cell]
  /// Where the real cursor stands, so that an input method opens its window there; nil hides it.
  public var cursor: Point?

  public init(size: Size, width: Width = Width()) {
    self.width = width
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  public subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

  /// The cells of one row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }
}
