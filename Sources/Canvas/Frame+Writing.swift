/// Where text stands in the columns it is given.
public enum Alignment: Hashable, Sendable {
  case left, centre, right
}

/// What happens to text longer than its columns.
public enum Overflow: Hashable, Sendable {
  /// `…` takes the place of what does not fit.
  case ellipsis
  case clip
}

extension Frame {
  /// Writes one line of text and returns the columns it took.
  ///
  /// `columns` bounds the text, and so does the right edge of the frame. Any point is safe: what
  /// lies outside is not drawn. A wide character cut by an edge shows as a space, never as a half.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, _ style: Style = .plain, columns: Int? = nil,
    align: Alignment = .left, overflow: Overflow = .ellipsis
  ) -> Int {
    guard (0..<size.rows).contains(point.row), (-0xFFFF..<size.columns).contains(point.column)
    else { return 0 }
    let room = max(0, min(columns ?? .max, size.columns - point.column))
    var column = point.column
    if align != .left {
      let spare = room - width.columns(text)
      if spare > 0 { column += align == .right ? spare : spare / 2 }
    }
    let end = point.column + room
    let start = column
    for glyph in width.glyphs(text) {
      guard column + glyph.columns <= end else {
        column = cut(text, at: start, end: end, row: point.row, style, overflow)
        break
      }
      put(glyph, column: column, row: point.row, style)
      column += glyph.columns
    }
    return max(0, column - start)
  }

  /// Writes a text that does not fit as far as it does, `…` right behind it, and clears what room is
  /// left; returns the column after that.
  private mutating func cut(
    _ text: String, at start: Int, end: Int, row: Int, _ style: Style, _ overflow: Overflow
  ) -> Int {
    let fitting =
      overflow == .ellipsis
      ? width.truncated(text, to: end - start) : width.prefix(of: text, columns: end - start)
    var column = start
    for glyph in width.glyphs(fitting) {
      put(glyph, column: column, row: row, style)
      column += glyph.columns
    }
    for spare in column..<max(column, end) { put(.space, column: spare, row: row, style) }
    return max(column, end)
  }

  /// Puts one glyph on an existing row, clipped, and repairs wide characters it half covers.
  mutating func put(_ glyph: Glyph, column: Int, row: Int, _ style: Style) {
    guard column >= 0, column + glyph.columns <= size.columns else {
      // A cut glyph leaves spaces in those of its columns that can be seen.
      for visible in max(0, column)..<max(0, min(size.columns, column + glyph.columns)) {
        put(.space, column: visible, row: row, style)
      }
      return
    }
    let index = row * size.columns + column
    if case .tail = cells[index].content {
      cells[index - 1].content = Cell.blank.content
    }
    let after = index + glyph.columns
    if column + glyph.columns < size.columns, case .tail = cells[after].content {
      cells[after].content = Cell.blank.content
    }
    cells[index] = Cell(.lead(glyph.character, width: UInt8(glyph.columns)), style)
    if glyph.columns == 2 { cells[index + 1] = Cell(.tail, style) }
  }
}

extension Glyph {
  static let space = Glyph(character: " ", columns: 1)
}
