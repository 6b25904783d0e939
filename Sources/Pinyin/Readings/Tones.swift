internal import CData

/// The tones of the readings that names are told in; 1 to 4, 5 is the neutral one, 0 is unknown.
///
/// The layout stands in data/tools/make_tones.py; but for the surnames it is read where it lies.
// Unchecked because a raw pointer is not Sendable; this one leads to constants of the binary.
struct Tones: @unchecked Sendable {
  static let shared = Tones()

  private static let scalars: ClosedRange<UInt32> = 0x3400...0x9fff
  private let bytes: UnsafeRawPointer
  /// By surname, a tone a character.
  private let surnames: [String: [Int]]

  private init() {
    let table = queqiao_tones()
    bytes = table.bytes
    let half = Self.scalars.count / 2
    let text = String(
      decoding: UnsafeRawBufferPointer(start: table.bytes + half, count: table.count - half),
      as: UTF8.self)
    var surnames: [String: [Int]] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2 else { continue }
      surnames[String(words[0])] = words[1].compactMap(\.wholeNumberValue)
    }
    self.surnames = surnames
  }

  /// Of a character's best reading.
  func best(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first?.value, Self.scalars.contains(scalar) else {
      return 0
    }
    let place = Int(scalar - Self.scalars.lowerBound)
    let pair = bytes.load(fromByteOffset: place / 2, as: UInt8.self)
    return Int(place.isMultiple(of: 2) ? pair & 15 : pair >> 4)
  }

  /// One for each character of a name.
  ///
  /// - Parameter head: the readings of a surname that is read in its own way; nil where there is none.
  func ofName(_ characters: [Character], head: [String]?) -> [Int] {
    let own = head.flatMap { surnames[String(characters.prefix($0.count))] } ?? []
    return characters.enumerated().map { index, character in
      index < own.count ? own[index] : best(of: character)
    }
  }
}

/// Where the mark of a tone stands in a syllable.
enum ToneMark {
  private static let marked: [Character: [Character]] = [
    "a": ["ā", "á", "ǎ", "à"], "e": ["ē", "é", "ě", "è"], "i": ["ī", "í", "ǐ", "ì"],
    "o": ["ō", "ó", "ǒ", "ò"], "u": ["ū", "ú", "ǔ", "ù"], "ü": ["ǖ", "ǘ", "ǚ", "ǜ"],
  ]

  /// On a or e, else on the o of ou, else on the last vowel (GB/T 16159).
  ///
  /// - Parameter syllable: toneless, ü as `v`.
  static func marked(_ syllable: String, _ tone: Int) -> String {
    var letters = syllable.map { $0 == "v" ? "ü" : $0 }
    guard (1...4).contains(tone), let place = place(in: letters),
      let forms = marked[letters[place]]
    else { return String(letters) }
    letters[place] = forms[tone - 1]
    return String(letters)
  }

  private static func place(in letters: [Character]) -> Int? {
    if let open = letters.firstIndex(where: { $0 == "a" || $0 == "e" }) { return open }
    if let o = letters.firstIndex(of: "o"), letters.dropFirst(o + 1).first == "u" { return o }
    return letters.lastIndex { marked[$0] != nil }
  }
}
