/// The ways people type a syllable.
struct Spellings: Sendable {
  /// ü as `v`, `u`, or `yu` as passports have it; behind j, q, x and y as `u`, as it is written there,
  /// or `v`.
  static let strict = Spellings(variants: { withUmlauts($0) })

  /// Also the pairs many speakers do not tell apart: zh/z, ch/c, sh/s, n/l, ang/an, eng/en, ing/in.
  static let tolerant = Spellings(variants: { text in
    unsureInitials(text).flatMap(unsureFinals).flatMap(withUmlauts)
  })

  /// One spelling of a syllable.
  struct Entry: Sendable {
    let letters: Letters
    let syllable: Int

    fileprivate var first: UInt8 { UInt8(truncatingIfNeeded: letters.packed) }
  }

  /// By first letter.
  private let entries: [Entry]
  /// Where the entries of each first letter stand.
  private let byFirst: [Range<Int>]
  let syllableCount: Int

  private init(variants: (String) -> [String]) {
    let table = ReadingTable.shared
    var entries: [Entry] = []
    for syllable in 0..<table.syllableCount {
      for text in Set(variants(table.letters(of: syllable).text)) {
        entries.append(Entry(letters: Letters(text.utf8), syllable: syllable))
      }
    }
    entries.sort { $0.first < $1.first }
    self.entries = entries
    byFirst = Self.alphabet.map { letter in
      let start = entries.firstIndex { $0.first >= letter } ?? entries.count
      return start..<(entries.firstIndex { $0.first > letter } ?? entries.count)
    }
    syllableCount = table.syllableCount
  }

  /// The spellings that begin with a letter.
  func beginning(with letter: UInt32) -> ArraySlice<Entry> {
    entries[byFirst[Int(letter) - Int(Self.alphabet.lowerBound)]]
  }

  private static let alphabet = UInt8(ascii: "a")...UInt8(ascii: "z")

  private static func withUmlauts(_ text: String) -> [String] {
    let (head, tail) = (text.prefix(1), text.dropFirst(2))
    switch text.dropFirst().first {
    case "v": return [text, head + "u" + tail, head + "yu" + tail]
    case "u" where ["j", "q", "x", "y"].contains(head): return [text, head + "v" + tail]
    default: return [text]
    }
  }

  private static func unsureInitials(_ text: String) -> [String] {
    guard text.utf8.count > 1, let first = text.first else { return [text] }
    let rest = text.dropFirst()
    switch first {
    case "z", "c", "s":
      return [text, String(first) + (rest.first == "h" ? String(rest.dropFirst()) : "h" + rest)]
    case "n" where rest != "g": return [text, "l" + rest]
    case "l": return [text, "n" + rest]
    default: return [text]
    }
  }

  private static func unsureFinals(_ text: String) -> [String] {
    for ending in ["an", "en", "in"] {
      if text.hasSuffix(ending) { return [text, text + "g"] }
      if text.hasSuffix(ending + "g") { return [text, String(text.dropLast())] }
    }
    return [text]
  }
}
