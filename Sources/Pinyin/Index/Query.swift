internal import Characters

/// What was typed, folded: lower-case, half-width, without tones and other marks.
struct Query: Equatable {
  /// Longer ones find nothing: a set of places must fit one word, and no name is so long.
  static let longest = 62

  /// As names have them; an umlaut is its vowel.
  private(set) var units: [UInt32]
  /// As pinyin is spelled: ü is `v`.
  private(set) var spelling: [UInt32]
  /// Bit n is set where unit n begins anew after a space or an apostrophe.
  private(set) var breaks: UInt64 = 0

  init(_ text: String) {
    var atBreak = false
    var letters: [UInt32] = []
    for scalar in text.unicodeScalars {
      let count = letters.count
      switch Folding.append(scalar.value, to: &letters) {
      case .nothing: continue
      case .boundary: atBreak = true
      case .units:
        if atBreak, count < 64 { breaks |= 1 << UInt64(count) }
        atBreak = false
      }
    }
    units = letters.map { Umlaut.letters(of: $0)?.base ?? $0 }
    spelling = zip(letters, units).map { $0 == PlainLetters.uUmlaut ? Self.v : $1 }
  }

  private init(_ query: Query, prefix count: Int) {
    units = Array(query.units.prefix(count))
    spelling = Array(query.spelling.prefix(count))
    breaks = query.breaks
  }

  private static let v = UInt32(UInt8(ascii: "v"))

  var isSearchable: Bool { !units.isEmpty && units.count <= Self.longest }

  static func isDigit(_ unit: UInt32) -> Bool { 0x30...0x39 ~= unit }
  static func isLetter(_ unit: UInt32) -> Bool { 0x61...0x7a ~= unit }

  var hasDigit: Bool { units.contains(where: Self.isDigit) }

  /// The letters from a place to the end of their run, at most eight, and whether that ends the
  /// query.
  func run(from place: Int) -> (letters: Letters, endsQuery: Bool) {
    var end = place
    while end < units.count, end - place < 8, Self.isLetter(units[end]),
      end == place || breaks >> UInt64(end) & 1 == 0
    {
      end += 1
    }
    let letters = Letters(spelling[place..<end].map { UInt8(truncatingIfNeeded: $0) })
    return (letters, end == units.count)
  }

  /// `王 0007` or `wzc0007`: a name without digits, then exactly four.
  var nameAndLastFour: (name: Query, lastFour: UInt16)? {
    let head = units.dropLast(4)
    guard !head.isEmpty, !head.contains(where: Self.isDigit),
      let digits = LastFour.packed(units.suffix(4))
    else { return nil }
    return (Query(self, prefix: head.count), digits)
  }
}
