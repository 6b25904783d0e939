import Characters

extension Width {
  /// Columns of a text that is written as it is, by a command: a character the screen has to spell out, for its library
  /// cannot measure it, is left to the terminal.
  ///
  /// Those of the planes of Han are two columns there, and the rest one.
  public func columns(written text: String) -> Int {
    // The lead bytes of private use and of all planes above the first.
    guard text.utf8.contains(where: { $0 >= 0xEE }) else { return columns(text) }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpelled = !scalar.isUnseen && Self.kind(scalar.value) == .unprintable
      shown.append(!isSpelled ? scalar : 0x20000...0x3FFFF ~= scalar.value ? "〓" : "-")
    }
    return columns(String(shown))
  }
}
