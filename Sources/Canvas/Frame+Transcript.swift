extension Frame {
  /// The frame in words, for golden tests: its glyphs, a map of its styles, and the cursor.
  ///
  /// Every row of glyphs stands between bars, so trailing spaces can be seen. In the map a dot is the
  /// plain style and each letter one of those named at the end, in order of appearance; rows that
  /// are plain throughout are left out.
  public var transcript: String {
    var names: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    var glyphs: [String] = []
    var styles: [String] = []
    for row in 0..<size.rows {
      var line = ""
      var map = ""
      for cell in self.row(row) {
        if case .lead(let character, _) = cell.content { line.append(character) }
        if names[cell.style] == nil {
          let name = Self.letter(legend.count)
          names[cell.style] = name
          legend.append("\(name) = \(cell.style.words)")
        }
        map.append(names[cell.style] ?? "?")
      }
      glyphs.append("|\(line)|")
      if map.contains(where: { $0 != "." }) { styles.append("\(row): \(map)") }
    }
    let place = cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
    return (["\(size.columns)x\(size.rows), \(place)"] + glyphs + styles + legend)
      .joined(separator: "\n") + "\n"
  }

  private static func letter(_ index: Int) -> Character {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return letters[min(index, letters.count - 1)]
  }
}

extension Style {
  /// The style spelled out: `blue on white bold`.
  var words: String {
    var words: [String] = []
    if foreground != .standard { words.append("\(foreground)") }
    if background != .standard { words.append("on \(background)") }
    if attributes.contains(.bold) { words.append("bold") }
    if attributes.contains(.dim) { words.append("dim") }
    if attributes.contains(.underline) { words.append("underline") }
    if attributes.contains(.reverse) { words.append("reverse") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
