/// Breaks a name into lines of much the same length.
enum Breaking {
  /// Behind the dots of minority names, at spaces and hyphens where that makes enough lines, else anywhere.
  static func broken(_ text: String, into count: Int) -> String {
    var words = pieces(of: text)
    if words.count < count { words = text.map(String.init) }
    // The least width in which so many lines hold it all.
    let whole = width(text)
    var limit = max(whole / count, words.map(width).max() ?? 0)
    while limit < whole {
      let lines = filled(words, limit)
      if lines.count <= count { return lines.joined(separator: "\n") }
      limit += 1
    }
    return text
  }

  private static func filled(_ words: [String], _ limit: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, width(last + word) <= limit {
        lines[lines.count - 1] += word
      } else {
        lines.append(word)
      }
    }
    return lines.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
  }

  private static func pieces(of text: String) -> [String] {
    var pieces = [""]
    for character in text {
      pieces[pieces.count - 1].append(character)
      if "·•・ -".contains(character) { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// In half widths, near enough to choose by.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }
}
