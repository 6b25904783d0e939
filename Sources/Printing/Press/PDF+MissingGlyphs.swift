extension PDF {
  /// Characters of the pages that no font has, each once, with the first text it stands in.
  func missingGlyphs(in pages: [Page]) -> [MissingGlyph] {
    var seen: Set<String> = []
    var told: Set<Character> = []
    var missing: [MissingGlyph] = []
    for case .text(let mark) in pages.lazy.flatMap(\.marks)
    where seen.insert(mark.text).inserted && !hasGlyphs(for: mark.text) {
      for character in mark.text
      where !hasGlyphs(for: String(character)) && told.insert(character).inserted {
        missing.append(MissingGlyph(character: character, text: mark.text))
      }
    }
    return missing
  }
}
