/// How a value is compared.
enum Comparison: Hashable, Sendable {
  case equal, unequal, atLeast, atMost, above, below
  /// `~`: stands somewhere in a text; `!~`.
  case has, lacks

  var isOrder: Bool {
    switch self {
    case .equal, .unequal, .has, .lacks: false
    case .atLeast, .atMost, .above, .below: true
    }
  }

  var isNegated: Bool { self == .unequal || self == .lacks }
}

/// One term as it stands in the text, by the places of its parts.
struct RawTerm {
  enum Prefix: Hashable { case not, prefer }

  var prefixes: [Prefix] = []
  /// The word before the comparison, or the whole term where there is none.
  var word: Range<Int>
  var comparison: Comparison?
  /// Between commas; an empty range is a missing value.
  var values: [Range<Int>] = []
  var isQuoted = false
  var isUnclosed = false
  var range: Range<Int>
}

/// Cuts a typed text into terms: `not`, a word, a comparison, values between commas.
struct ConditionScanner {
  let text: Written
  private var place = 0

  init(_ text: Written) { self.text = text }

  private static let prefixes: [String: RawTerm.Prefix] = [
    "not": .not, "非": .not, "不要": .not, "prefer": .prefer, "优先": .prefer, "最好": .prefer,
  ]

  mutating func next() -> RawTerm? {
    var prefixes: [RawTerm.Prefix] = []
    skipGaps()
    let start = place
    while place < text.count {
      if text[place] == 0x21, text[place + 1] != 0x3d {  // ! but not !=
        prefixes.append(.not)
        place += 1
        skipGaps()
        continue
      }
      if Self.isQuote(text[place]) { return quoted(from: start, prefixes) }
      let word = readWord()
      let name = String(text.substring(word)).lowercased()
      skipSpaces()
      // A comma or colon behind is allowed: `优先：有房`.
      if let prefix = Self.prefixes[name], !isComparison(except: 0x3a) {
        prefixes.append(prefix)
        if text[place] == 0x3a { place += 1 }
        skipGaps()
        continue
      }
      return term(word, from: start, prefixes)
    }
    guard !prefixes.isEmpty else { return nil }
    return RawTerm(prefixes: prefixes, word: text.count..<text.count, range: start..<text.count)
  }

  private mutating func term(
    _ word: Range<Int>, from start: Int, _ prefixes: [RawTerm.Prefix]
  ) -> RawTerm {
    var term = RawTerm(prefixes: prefixes, word: word, range: start..<word.upperBound)
    guard let (comparison, length) = comparison(at: place) else {
      place = max(word.upperBound, start + 1)
      return term
    }
    term.comparison = comparison
    place += length
    repeat {
      skipSpaces()
      let value = readValue()
      term.values.append(value.range)
      term.isUnclosed = term.isUnclosed || value.isUnclosed
    } while takeComma()
    term.range = start..<max(place, term.values.last?.upperBound ?? place)
    return term
  }

  private mutating func quoted(from start: Int, _ prefixes: [RawTerm.Prefix]) -> RawTerm {
    let (range, isUnclosed) = readValue()
    var term = RawTerm(prefixes: prefixes, word: range, range: start..<place)
    (term.isQuoted, term.isUnclosed) = (true, isUnclosed)
    return term
  }

  // MARK: Parts

  private mutating func readWord() -> Range<Int> {
    let start = place
    // A word that begins with `~` is no comparison: before it stands nothing to be compared.
    while place < text.count, !Self.isGap(text[place]), !Self.isQuote(text[place]),
      comparison(at: place) == nil || (place == start && text[place] == 0x7e)
    {
      place += 1
    }
    return start..<place
  }

  private mutating func readValue() -> (range: Range<Int>, isUnclosed: Bool) {
    guard Self.isQuote(text[place]) else {
      let start = place
      while place < text.count, !Self.endsValue(text[place]) { place += 1 }
      return (start..<place, false)
    }
    place += 1
    let start = place
    while place < text.count, !Self.isQuote(text[place]) { place += 1 }
    let range = start..<place
    let isUnclosed = place == text.count
    if !isUnclosed { place += 1 }
    return (range, isUnclosed)
  }

  /// A comma continues the list, also with spaces around it.
  private mutating func takeComma() -> Bool {
    var next = place
    while text[next] == 0x20 { next += 1 }
    guard Self.isComma(text[next]) else { return false }
    place = next + 1
    return true
  }

  private mutating func skipSpaces() { while text[place] == 0x20 { place += 1 } }
  private mutating func skipGaps() {
    while place < text.count, Self.isGap(text[place]) || Self.isComma(text[place]) { place += 1 }
  }

  private func isComparison(except scalar: UInt32) -> Bool {
    text[place] != scalar && comparison(at: place) != nil
  }

  /// The comparison that stands at a place, and its length.
  func comparison(at place: Int) -> (Comparison, Int)? {
    let isDouble = text[place + 1] == 0x3d
    return switch text[place] {
    case 0x3d where text[place + 1] == 0x7e: (.has, 2)
    case 0x7e: (.has, isDouble ? 2 : 1)  // ~
    case 0x21 where text[place + 1] == 0x7e: (.lacks, 2)
    case 0x3d, 0x3a: (.equal, isDouble ? 2 : 1)  // = :
    case 0x21 where isDouble: (.unequal, 2)
    case 0x2260: (.unequal, 1)
    case 0x3e: isDouble ? (.atLeast, 2) : (.above, 1)
    case 0x3c: isDouble ? (.atMost, 2) : text[place + 1] == 0x3e ? (.unequal, 2) : (.below, 1)
    case 0x2265: (.atLeast, 1)
    case 0x2264: (.atMost, 1)
    default: nil
    }
  }

  /// Space, line end, `;`.
  static func isGap(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x3b || scalar == 0x0a || scalar == 0x0d
  }

  static func endsValue(_ scalar: UInt32) -> Bool { isGap(scalar) || isComma(scalar) }

  static func isComma(_ scalar: UInt32) -> Bool { scalar == 0x2c || scalar == 0x3001 }
  static func isQuote(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar == 0x201c || scalar == 0x201d
  }
}
