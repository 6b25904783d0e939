internal import Characters

/// A name without what one writes this way and another that way: case and marks of letters, blanks,
/// dots, hyphens, apostrophes. Whoever has the same is a namesake.
public struct NameKey: Hashable, Sendable {
  public let text: String

  public init(_ name: String) {
    self.init(NameKey.letters(of: name).map(NameKey.withoutUmlaut))
  }

  /// Umlauts written with two letters, as in Mueller.
  fileprivate init(spellingOut name: String) {
    self.init(NameKey.letters(of: name).flatMap(NameKey.spelledOut))
  }

  private init(_ letters: [UInt32]) {
    text = String(
      String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init)))
  }

  private static func letters(of name: String) -> [UInt32] {
    var letters: [UInt32] = []
    for scalar in name.unicodeScalars where !scalar.isGapInName {
      PlainLetters.append(scalar.value, to: &letters)
    }
    return letters
  }

  static func withoutUmlaut(_ letter: UInt32) -> UInt32 {
    spelledOut(letter).first ?? letter
  }

  private static func spelledOut(_ letter: UInt32) -> [UInt32] {
    switch letter {
    case PlainLetters.aUmlaut: [0x61, 0x65]
    case PlainLetters.oUmlaut: [0x6f, 0x65]
    case PlainLetters.uUmlaut: [0x75, 0x65]
    case PlainLetters.aRing: [0x61, 0x61]
    default: [letter]
    }
  }
}

/// A name that many others are held against: what it is compared by is made once.
public struct Namesakes: Sendable {
  private let name: String
  private let isPlain: Bool
  private let key: NameKey
  private let spelledOut: NameKey

  public init(of name: String) {
    self.name = name
    isPlain = NameKey.isPlain(name.utf8)
    key = NameKey(name)
    spelledOut = NameKey(spellingOut: name)
  }

  /// Whether both are one, however their letters are written: Müller is Mueller, and muller.
  public func contain(_ other: String) -> Bool {
    if other == name { return true }
    // Nearly all names are Han and written in one way only.
    if isPlain, NameKey.isPlain(other.utf8) { return false }
    return NameKey(other) == key || NameKey(spellingOut: other) == spelledOut
  }
}

extension String {
  public func isNamesake(of other: String) -> Bool { Namesakes(of: other).contain(self) }

  /// Whether a name is of Han characters alone, and so written in one way only.
  public var isHanAlone: Bool { unicodeScalars.allSatisfy(\.isHan) }
}

extension Unicode.Scalar {
  fileprivate var isGapInName: Bool {
    switch self {
    case ".", "·", "•", "・", "‧", "∙", "●", "⋅", "･", "．", "-", "‐", "‑", "–", "'", "’", "‘", "`",
      "´":
      true
    default: isBlank
    }
  }
}

extension NameKey {
  /// The key of a name as text; nearly all names are Han and stay as they are.
  static func text(of name: String) -> String { name.isHanAlone ? name : NameKey(name).text }

  /// Appends the key of a name as bytes; nearly all names are Han and stay as they are.
  package static func append(
    _ name: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]
  ) {
    if isPlain(name) {
      key.append(contentsOf: name)
    } else {
      key += NameKey(String(decoding: name, as: UTF8.self)).text.utf8
    }
  }

  /// Whether a name is its own key: of Han characters of three bytes alone, as nearly all are.
  fileprivate static func isPlain(_ name: some Sequence<UInt8>) -> Bool {
    // What begins so is Han and nothing else; the bytes behind are the rest of a character.
    name.allSatisfy { 0x80..<0xc0 ~= $0 || 0xe4...0xe9 ~= $0 }
  }
}
