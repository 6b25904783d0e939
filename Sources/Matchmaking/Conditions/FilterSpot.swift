/// What one types at the caret of a filter or of typed criteria, and what of the text that is.
struct FilterSpot {
  enum Part: Hashable {
    /// Between terms, or in a word without a comparison.
    case word(typed: String)
    /// Behind a field's name.
    case comparison(ConditionField)
    /// A comparison that the field does not know.
    case wrongComparison(ConditionField)
    /// Before a comparison stands no field.
    case unknownField(String)
    case value(ConditionField, Comparison, typed: String, isQuoted: Bool)
    /// Whatever was written here would grow together with what stands here.
    case nothing
  }

  let part: Part
  /// The places of what is replaced: a word or value to its end, also behind the caret.
  let range: Range<Int>

  /// - Parameter caret: a place in the text.
  init(_ text: Written, at caret: Int) {
    let before = Written(String(text.substring(0..<caret)))
    var scanner = ConditionScanner(before)
    var last: RawTerm?
    while let term = scanner.next() { last = term }
    let scanned = Scanned(text: text, scanner: ConditionScanner(text), caret: caret)
    let isInside = last.map { $0.range.upperBound == caret } ?? false
    (part, range) =
      if let last, last.comparison == nil, !last.isQuoted, !last.word.isEmpty,
        let field = ConditionField(before.folded(last.word)), scanned.onlySpaces(from: last.word)
      {
        scanned.behind(field, last.word)
      } else if let last, isInside, let comparison = last.comparison {
        scanned.compared(last, comparison)
      } else if let last, isInside, !last.word.isEmpty {
        last.isQuoted ? (.nothing, caret..<caret) : scanned.word(from: last.word.lowerBound)
      } else {
        scanned.between(isAfterPrefix: last?.word.isEmpty ?? false)
      }
  }
}

/// The text around the caret.
private struct Scanned {
  let text: Written
  let scanner: ConditionScanner
  let caret: Int

  typealias Found = (part: FilterSpot.Part, range: Range<Int>)

  private var nothing: Found { (.nothing, caret..<caret) }

  func onlySpaces(from word: Range<Int>) -> Bool {
    text.scalars[word.upperBound..<caret].allSatisfy { $0 == 0x20 }
  }

  /// A comparison, unless one stands there already.
  func behind(_ field: ConditionField, _ word: Range<Int>) -> Found {
    var next = caret
    while text[next] == 0x20 { next += 1 }
    if scanner.comparison(at: next) != nil { return nothing }
    return wordEnd == caret ? (.comparison(field), caret..<caret) : self.word(from: word.lowerBound)
  }

  func word(from start: Int) -> Found {
    (.word(typed: String(text.substring(start..<caret))), start..<wordEnd)
  }

  /// Where a word that goes on behind the caret ends.
  private var wordEnd: Int {
    var end = caret
    while end < text.count, !ConditionScanner.isGap(text[end]),
      !ConditionScanner.isQuote(text[end]),
      scanner.comparison(at: end) == nil
    {
      end += 1
    }
    return end
  }

  func between(isAfterPrefix: Bool) -> Found {
    // What follows would grow together with a word written before it, and a word with what stands before.
    guard wordEnd == caret, scanner.comparison(at: caret) == nil,
      !ConditionScanner.isQuote(text[caret]), isFree(isAfterPrefix)
    else { return nothing }
    return (.word(typed: ""), caret..<caret)
  }

  private func isFree(_ isAfterPrefix: Bool) -> Bool {
    guard caret > 0 else { return true }
    let scalar = text[caret - 1]
    if ConditionScanner.isGap(scalar) || ConditionScanner.isComma(scalar) { return true }
    // `!` and `优先：` take a word at once, `not` and `非` do not.
    return isAfterPrefix && (scalar == 0x21 || scalar == 0x3a)
  }

  func compared(_ term: RawTerm, _ comparison: Comparison) -> Found {
    guard let field = ConditionField(text.folded(term.word)) else {
      return (.unknownField(String(text.substring(term.word))), term.word)
    }
    if !field.takes(comparison) { return (.wrongComparison(field), sign(behind: term.word)) }
    guard let value = term.values.last else { return nothing }
    let isQuoted = value.lowerBound > 0 && ConditionScanner.isQuote(text[value.lowerBound - 1])
    // Behind the quote that closes it.
    if isQuoted, value.upperBound < caret { return nothing }
    let typed = String(text.substring(value.lowerBound..<caret))
    return (
      .value(field, comparison, typed: typed, isQuoted: isQuoted),
      value.lowerBound..<valueEnd(isQuoted)
    )
  }

  private func valueEnd(_ isQuoted: Bool) -> Int {
    var end = caret
    while end < text.count {
      let scalar = text[end]
      if isQuoted ? ConditionScanner.isQuote(scalar) : ConditionScanner.endsValue(scalar) { break }
      end += 1
    }
    return end
  }

  private func sign(behind word: Range<Int>) -> Range<Int> {
    var start = word.upperBound
    while text[start] == 0x20 { start += 1 }
    return start..<(start + (scanner.comparison(at: start)?.1 ?? 0))
  }
}
