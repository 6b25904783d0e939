extension Width {
  /// The text if it fits, else as much of it as leaves room for `…`.
  public func truncated(_ text: String, to columns: Int) -> String {
    guard self.columns(text) > columns else { return text }
    let dots = ellipsis
    let room = columns - self.columns(dots)
    guard room >= 0 else { return prefix(of: text, columns: columns) }
    var kept = prefix(of: text, columns: room)
    // `…` follows what was cut, not a space before it.
    while kept.last == " " { kept.removeLast() }
    return kept + dots
  }

  /// As many glyphs from the start as fit.
  public func prefix(of text: String, columns: Int) -> String {
    var taken = ""
    var used = 0
    for glyph in glyphs(text) {
      guard used + glyph.columns <= columns else { break }
      taken.append(glyph.character)
      used += glyph.columns
    }
    return taken
  }

  /// Text of exactly `columns` columns: truncated, or filled with spaces.
  public func padded(_ text: String, to columns: Int, align: Alignment = .left) -> String {
    let fitted = truncated(text, to: columns)
    let spare = max(0, columns - self.columns(fitted))
    let before =
      switch align {
      case .left: 0
      case .centre: spare / 2
      case .right: spare
      }
    return String(repeating: " ", count: before) + fitted
      + String(repeating: " ", count: spare - before)
  }

  /// A bar of figures: filled to an eighth of a column, or `#` and `-` where blocks are wide.
  ///
  /// Empty only at 0 and full only at 1: 59 of 60 must not look like all of them.
  public func bar(_ fraction: Double, columns: Int) -> String {
    guard columns > 0 else { return "" }
    let steps = ambiguous == .wide ? 1 : 8
    let whole = columns * steps
    let share = fraction.isFinite ? min(1, max(0, fraction)) : 0
    var filled = Int((share * Double(whole)).rounded())
    if share > 0 { filled = max(1, filled) }
    if share < 1 { filled = min(whole - 1, filled) }
    guard ambiguous == .narrow else {
      return String(repeating: "#", count: filled) + String(repeating: "-", count: columns - filled)
    }
    let parts: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let part = parts[filled % 8]
    let empty = columns - filled / 8 - (part.isEmpty ? 0 : 1)
    return String(repeating: "█", count: filled / 8) + part + String(repeating: "░", count: empty)
  }
}
