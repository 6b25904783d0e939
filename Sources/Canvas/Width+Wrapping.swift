extension Width {
  /// The text in lines of at most `columns` columns.
  ///
  /// Latin words stay whole where they fit a line. Chinese breaks between any two characters, but
  /// closing punctuation does not begin a line and opening punctuation does not end one. Line ends
  /// in the text are kept.
  public func wrapped(_ text: String, columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      lines(of: $0, columns: columns)
    }
  }

  private func lines(of paragraph: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    func finish() {
      while line.last == " " { line.removeLast() }
      lines.append(line)
      line = ""
      used = 0
    }
    for piece in pieces(paragraph) {
      let taken = piece.reduce(0) { $0 + $1.columns }
      if used + taken > columns, used > 0 { finish() }
      for glyph in piece {
        if glyph.character == " ", used == 0, !lines.isEmpty { continue }
        // A piece longer than a line is cut where the line ends.
        if used + glyph.columns > columns, used > 0 {
          if glyph.character == " " { continue }
          finish()
        }
        line.append(glyph.character)
        used += glyph.columns
      }
    }
    finish()
    return lines
  }

  /// The paragraph in runs of glyphs between which a line may break.
  private func pieces(_ paragraph: Substring) -> [[Glyph]] {
    var pieces: [[Glyph]] = []
    var previous: Glyph?
    for glyph in glyphs(paragraph) {
      if let before = previous, !mayBreak(after: before, before: glyph) {
        pieces[pieces.count - 1].append(glyph)
      } else {
        pieces.append([glyph])
      }
      previous = glyph
    }
    return pieces
  }

  private func mayBreak(after first: Glyph, before second: Glyph) -> Bool {
    if Self.opening.contains(first.character) || Self.closing.contains(second.character) {
      return false
    }
    if first.character == " " || second.character == " " { return true }
    return first.columns == 2 || second.columns == 2
  }

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "」", "』", "】", "〕", "”", "’", "…", "·",
    ",", ".", ";", ":", "?", "!", ")", "%", "％",
  ]
  private static let opening: Set<Character> = [
    "（", "《", "〈", "「", "『", "【", "〔", "“", "‘", "(",
  ]
}
