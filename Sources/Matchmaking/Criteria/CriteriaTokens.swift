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
    all = CriteriaAsides(all, text).all
    all = CriteriaVerbs(all, text).all
    all = CriteriaSpaces(all, text).all
    all = CriteriaSexes(all, text).all
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
      (1...30).contains(value), numeral.upper == nil,
      !numeral.isMultiplied, !numeral.isSpelled
    else { return false }
    let mark = text[numeral.end]
    let isMark = mark == 0x3001 || mark == 0x29 || mark == 0x2e || mark == 0x3a
    // `3、5岁` and 二十七、八岁 are lists of figures.
    let isList =
      Written.isDigit(text[numeral.end + 1])
      || Numeral(text, at: numeral.end + 1).map(numeral.follows) ?? false
    guard isMark, !isList || mark == 0x29 else { return false }
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
    if case .part = word, !isBehindNumber { return false }
    if case .unit(.foreign) = word, !isBehindNumber {
      guard CriteriaTokens.plainUnits.contains(text[place]), length == 1 else { return false }
      take(.filler, length)
      return true
    }
    if case .region = word, CriteriaPlaceName.mayGoOn(text, place, length) {
      for part in CriteriaPlaceName(text, at: place).parts { take(part.word, part.length) }
      return true
    }
    take(isListOfFigures ? .pause : isNotOver(length) ? .lead(.atMost) : word, length)
    return true
  }

  /// 不过 is "but", and before a number "not over".
  private func isNotOver(_ length: Int) -> Bool {
    length == 2 && text[place] == 0x4e0d && text[place + 1] == 0x8fc7
      && Numeral(text, at: place + 2) != nil
  }

  /// 个, 位, 月 and 里 say nothing where they count nothing.
  private static let plainUnits: Set<UInt32> = [0x4e2a, 0x4f4d, 0x6708, 0x91cc]

  private var isBehindNumber: Bool {
    switch all.last(where: { $0.word != .space })?.word {
    case .number, .part, .unit(.years): true
    default: false
    }
  }

  /// The comma of `27,28岁`.
  private var isListOfFigures: Bool {
    guard text[place] == 0x2c, case .number(let first)? = all.last?.word,
      let second = Numeral(text, at: place + 1)
    else { return false }
    return first.follows(second)
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
    case .unit, .bound, .to, .part, .lead(.below): return true
    case .pause, .or:
      if let other = Numeral(text, at: next + 1), numeral.follows(other) { return true }
    default: break
    }
    switch all.last(where: { $0.word != .space })?.word {
    case .field(.measure), .lead, .gap, .to, .unit(.metres), .yearlyIncome:
      return true
    case .not: return text[all[all.count - 1].range.lowerBound] == 0x6ca1  // 没
    default: return false
    }
  }
}

extension Numeral {
  /// Whether another goes on where this one ends: 27 and 28, 25 and 6.
  func follows(_ next: Numeral) -> Bool {
    guard let own = whole, let other = next.whole, upper == nil, next.upper == nil,
      !isSpelled, !next.isSpelled, !isMultiplied, !next.isMultiplied, own >= 10
    else { return false }
    return other == own + 1 || other < 10 && own % 10 != 0 && other == own % 10 + 1
  }
}
