import Characters

/// Words that a text is to have: one of them is enough.
public struct TextMatch: Hashable, Sendable {
  public let kind: TextKind
  /// As they were typed, without quotes; in order, never empty.
  public let words: [String]
  /// The text is to be one of the words, and not only to have it somewhere.
  public let isWhole: Bool
  private let folded: [String]

  /// Nil where no word is left that a text could have.
  public init?(_ kind: TextKind, _ words: [String], isWhole: Bool = false) {
    var byFolded: [String: String] = [:]
    for word in words.map(Self.plain) {
      let folded = TextFold.fold(word, kind)
      if !folded.isEmpty { byFolded[folded] = min(byFolded[folded] ?? word, word) }
    }
    guard !byFolded.isEmpty else { return nil }
    let sorted = byFolded.sorted {
      $0.value.unicodeScalars.lexicographicallyPrecedes($1.value.unicodeScalars)
    }
    self.kind = kind
    self.words = sorted.map(\.value)
    self.isWhole = isWhole
    folded = sorted.map(\.key)
  }

  /// What can be written between quotes, on one line.
  private static func plain(_ word: String) -> String {
    let scalars = word.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.value == 0x0a || scalar.value == 0x0d ? " " : scalar
    }
    return String(
      String.UnicodeScalarView(scalars.filter { !ConditionScanner.isQuote($0.value) })
    ).trimmed
  }

  func verdict(on facts: TextFacts) -> Verdict { verdict(on: facts[kind] ?? "") }

  /// - Parameter text: as it is compared; empty where nothing is said.
  func verdict(on text: String) -> Verdict {
    if text.isEmpty { return .unknown }
    return folded.contains { isThere($0, in: text) } ? .met : .missed
  }

  /// Whether it is met by a list just where it is met by a part of it.
  var isWithinParts: Bool {
    kind.isList && folded.allSatisfy { !$0.unicodeScalars.contains(TextFold.separator) }
  }

  private func isThere(_ word: String, in text: String) -> Bool {
    if !isWhole { return text.hasBytes(of: word) }
    if text == word { return true }
    return kind.isList
      && text.unicodeScalars.split(separator: TextFold.separator).contains {
        $0.elementsEqual(word.unicodeScalars)
      }
  }
}

extension String {
  /// Whether the other text stands somewhere in this one, byte by byte.
  fileprivate func hasBytes(of other: String) -> Bool {
    utf8.withContiguousStorageIfAvailable { text in
      other.utf8.withContiguousStorageIfAvailable { word in
        guard let first = word.first, word.count <= text.count else { return word.isEmpty }
        var place = 0
        while place <= text.count - word.count {
          if text[place] == first, Self.isThere(word, in: text, at: place) { return true }
          place += 1
        }
        return false
      }
    }.flatMap(\.self) ?? contains(other)
  }

  private static func isThere(
    _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    for offset in word.indices where text[place + offset] != word[offset] { return false }
    return true
  }
}
