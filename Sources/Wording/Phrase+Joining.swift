extension Phrase {
  /// Text that is the same in both languages: a name, a number, a file.
  public static func verbatim(_ text: String) -> Phrase { Phrase(text, text) }

  public static let empty = Phrase.verbatim("")

  public var isEmpty: Bool { chinese.isEmpty && english.isEmpty }

  public static func + (one: Phrase, other: Phrase) -> Phrase {
    Phrase(one.chinese + other.chinese, one.english + other.english)
  }

  /// Parts with nothing between them in Chinese and a space in English.
  public static func joined(_ parts: Phrase...) -> Phrase {
    Phrase(
      parts.map(\.chinese).joined(),
      parts.map(\.english).filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// `已婚、候补`, `married, waitlisted`.
  public static func list(_ parts: [Phrase]) -> Phrase {
    Phrase(
      parts.map(\.chinese).joined(separator: "、"), parts.map(\.english).joined(separator: ", "))
  }

  /// Parts between spaces, empty ones left out.
  public static func words(_ parts: Phrase...) -> Phrase {
    Phrase(
      parts.map(\.chinese).filter { !$0.isEmpty }.joined(separator: " "),
      parts.map(\.english).filter { !$0.isEmpty }.joined(separator: " "))
  }
}

extension Int {
  /// `1st`, `2nd`, `11th`, `23rd`.
  public var ordinal: String {
    let ending =
      switch (self % 10, self % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(self)\(ending)"
  }

  /// `1 row`, `12 rows`, `103,986 rows`: what an English sentence counts.
  ///
  /// - Parameter several: where it is not the same with an s behind it.
  public func counted(_ thing: String, _ several: String? = nil) -> String {
    "\(grouped) \(self == 1 ? thing : several ?? thing + "s")"
  }

  /// `103,986`.
  public var grouped: String {
    var text = ""
    for (place, digit) in String(magnitude).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }
}
