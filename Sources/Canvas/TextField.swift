import Characters

/// One line of text being typed: the text, and a caret between two of its graphemes.
public struct TextField: Hashable, Sendable {
  public private(set) var text: String
  /// Graphemes before the caret.
  public private(set) var caret: Int

  /// A field with the caret behind `text`, which is cleaned.
  public init(_ text: String = "") {
    self.text = text.cleaned()
    caret = self.text.count
  }

  public var isEmpty: Bool { text.isEmpty }

  /// What a key means to a field; false when it means nothing, and the screen may use it.
  ///
  /// Characters, paste, arrows, Home, End, Backspace, Delete, Ctrl-A, Ctrl-E, Ctrl-U (to the start),
  /// Ctrl-K (to the end), Ctrl-W (a word back). Never a bare letter's command.
  @discardableResult
  public mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(pasted)
    case .named(.left): move(by: -1)
    case .named(.right): move(by: 1)
    case .named(.home), .control("a"): caret = 0
    case .named(.end), .control("e"): caret = text.count
    case .named(.backspace): remove(from: caret - 1, to: caret)
    case .named(.delete): remove(from: caret, to: caret + 1)
    case .control("u"): remove(from: 0, to: caret)
    case .control("k"): remove(from: caret, to: text.count)
    case .control("w"): remove(from: wordStart, to: caret)
    default: return false
    }
    return true
  }

  /// Puts text at the caret; a mark that belongs to the grapheme before it joins that.
  public mutating func insert(_ inserted: String) {
    // A novel pasted by mistake must not make every key after it slow.
    let room = max(0, TextField.longest - text.count)
    let clean = String(inserted.prefix(room)).cleaned()
    let place = index(caret)
    let before = text[..<place] + clean
    let after = text[place...]
    caret = before.count
    // Once more as a whole, for a mark that came late composes with what was there.
    text = String(before + after).cleaned()
    // What was inserted may have drawn the next grapheme into the last.
    caret = min(caret, text.count)
  }

  /// Graphemes a field holds; longer texts are written in an editor.
  static let longest = 500

  public mutating func move(by graphemes: Int) {
    caret = min(text.count, max(0, caret + graphemes))
  }

  public mutating func clear() {
    self = TextField()
  }

  private mutating func remove(from start: Int, to end: Int) {
    let first = max(0, start)
    let last = min(text.count, end)
    guard first < last else { return }
    text.removeSubrange(index(first)..<index(last))
    caret = min(first, text.count)
  }

  private func index(_ grapheme: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: grapheme, limitedBy: text.endIndex) ?? text.endIndex
  }

  /// Where the word before the caret begins, the spaces after it included.
  private var wordStart: Int {
    var start = caret
    let graphemes = Array(text.prefix(caret))
    while start > 0, graphemes[start - 1] == " " { start -= 1 }
    while start > 0, graphemes[start - 1] != " " { start -= 1 }
    return start
  }
}

extension TextField {
  /// Draws the field in `columns` cells and returns where its caret is, for `frame.cursor`.
  ///
  /// Longer text scrolls by half the width, so the caret is always seen with what stands before it;
  /// `‹` and `›` tell that there is more. An empty field shows `hint` dim and between the same signs, so
  /// that it is not taken for text where nothing can be drawn dim either.
  @discardableResult
  public func draw(
    on frame: inout Frame, at point: Point, columns: Int, _ style: Style = .plain, hint: String = ""
  ) -> Point {
    guard columns > 0 else { return point }
    let width = frame.width
    frame.fill(Area(column: point.column, row: point.row, columns: columns, rows: 1), style)
    if text.isEmpty, !hint.isEmpty {
      let dimmed = Style(.standard, on: style.background, .dim)
      frame.write("‹\(hint)›", at: point, dimmed, columns: columns)
    }
    let caretColumn = width.columns(text[..<index(caret)])
    let total = width.columns(text)
    let half = max(1, columns / 2)
    let start = total < columns ? 0 : max(0, caretColumn / half - 1) * half
    drawText(on: &frame, at: point, columns: columns, from: start, style)
    let caretInside = min(caretColumn - start, columns - 1)
    if start > 0, caretInside > 0 {
      frame.write("‹", at: point, style, columns: 1)
    }
    if total - start > columns, caretInside < columns - 1 {
      let last = Point(column: point.column + columns - 1, row: point.row)
      frame.write("›", at: last, style, columns: 1)
    }
    return Point(column: point.column + caretInside, row: point.row)
  }

  private func drawText(
    on frame: inout Frame, at point: Point, columns: Int, from start: Int, _ style: Style
  ) {
    var column = -start
    for glyph in frame.width.glyphs(text) {
      defer { column += glyph.columns }
      guard column + glyph.columns > 0 else { continue }
      guard column < columns else { break }
      // A character cut by either end of the field is left out, its cells stay blank.
      guard column >= 0, column + glyph.columns <= columns else { continue }
      guard (0..<frame.size.rows).contains(point.row) else { return }
      frame.put(glyph, column: point.column + column, row: point.row, style)
    }
  }
}
