extension Phrase {
  /// Text that is the same in both languages: a name, a number, a file.
  public static func verbatim(_ text: String) -> Phrase { Phrase(text, text) }

  public static let empty = Phrase.verbatim("")

  public var isEmpty: Bool { chinese.isEmpty && english.isEmpty }

  public static func + (one: Phrase, other: Phrase) -> Phrase {
    Phrase(one.chinese + other.chinese, one.english + other.english)
  }

  /// Parts between spaces, empty ones left out.
  public static func words(_ parts: Phrase...) -> Phrase {
    Phrase(
      parts.map(\.chinese).filter { !$0.isEmpty }.joined(separator: " "),
      parts.map(\.english).filter { !$0.isEmpty }.joined(separator: " "))
  }
}
