/// One word of free criteria, with its place.
struct CriteriaToken: Hashable, Sendable {
  let word: CriteriaWord
  let range: Range<Int>
}

/// Cuts free criteria into words; every scalar is in exactly one.
struct CriteriaTokens {
  let text: Written
  private(set) var all: [CriteriaToken] = []
  private var place = 0

  init(_ text: Written) {
    self.text = text
    while place < text.count {
      if !takeNumbering(), !takeWord(), !takeNumber() { take(.unknown, 1) }
    }
    all = all.indices.map(settled)
  }

  private mutating func take(_ word: CriteriaWord, _ length: Int) {
    if word == .unknown, let last = all.last, last.word == .unknown, last.range.upperBound == place
    {
      all[all.count - 1] = CriteriaToken(
        word: .unknown, range: last.range.lowerBound..<(place + length))
    } else {
      all.append(CriteriaToken(word: word, range: place..<(place + length)))
    }
    place += length
  }

  /// `1、`, `2.`, `(3)` at the beginning of a sentence or behind a space count the wishes.
  private mutating func takeNumbering() -> Bool {
    switch all.last?.word {
    case nil, .stop, .space: break
    default: return false
    }
    guard let numeral = Numeral(text, at: place), let value = numeral.whole,
      (1...30).contains(value),
      !numeral.isMultiplied, !numeral.isSpelled
    else { return false }
    let mark = text[numeral.end]
    let isMark = mark == 0x3001 || mark == 0x29 || mark == 0x2e || mark == 0x3a
    // `3、5岁` is a list of figures.
    guard isMark, !Written.isDigit(text[numeral.end + 1]) || mark == 0x29 else { return false }
    take(.stop(endsSentence: true), numeral.end + 1 - place)
    return true
  }

  private mutating func takeWord() -> Bool {
    guard let (length, word) = CriteriaWord.lexicon.match(text, at: place) else { return false }
    // A word of one character gives way to a number: 一 of 一米七.
    if Written.isDigit(text[place]), let numeral = Numeral(text, at: place),
      numeral.end - place > length
    {
      return false
    }
    take(word, length)
    return true
  }

  private mutating func takeNumber() -> Bool {
    guard let numeral = Numeral(text, at: place) else { return false }
    if !Written.isDigit(text[place]), !isNumber(numeral) { return false }
    take(.number(numeral), numeral.end - place)
    return true
  }

  /// Whether Han digits are a number here and not part of a word: a unit behind, or what asks for a
  /// number in front.
  private func isNumber(_ numeral: Numeral) -> Bool {
    var next = numeral.end
    while text[next] == 0x20 { next += 1 }
    switch CriteriaWord.lexicon.match(text, at: next)?.meaning {
    case .unit, .bound, .to: return true
    default: break
    }
    switch all.last(where: { $0.word != .space })?.word {
    case .field(.measure), .lead, .gap, .to, .unit(.metres), .yearlyIncome: return true
    default: return false
    }
  }

  /// A space or colon inside a phrase parts nothing: `身高：170 cm 以上`.
  private func settled(_ index: Int) -> CriteriaToken {
    let token = all[index]
    let isColon = text[token.range.lowerBound] == 0x3a
    guard token.word == .space || isColon else { return token }
    let before = all[..<index].last { $0.word != .space }?.word
    let behind = all[(index + 1)...].first { $0.word != .space }?.word
    switch before {
    case .field(.measure), .field(.education), .lead, .to, .gap, .yearlyIncome, .place, .must,
      .refuse,
      .noneBut, .prefer(.clause), .prefer(.sentence):
      return CriteriaToken(word: .filler, range: token.range)
    default: break
    }
    if isColon {
      if case .field? = before { return CriteriaToken(word: .filler, range: token.range) }
      if before == .prefer(.either) { return CriteriaToken(word: .filler, range: token.range) }
      return token
    }
    switch behind {
    case .unit, .bound, .to, .prefer(.behind), .prefer(.either), .refused, .any:
      return CriteriaToken(word: .filler, range: token.range)
    default: return token
    }
  }
}
