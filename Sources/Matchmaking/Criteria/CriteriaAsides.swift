/// Takes out of the way what stands between brackets inside of a phrase: `95年（含）以后`, `170（净身高）以上`.
///
/// Brackets part two clauses, unless the phrase goes on behind them. What stands in them then is known
/// to say nothing, or nobody knows what it does to the phrase.
struct CriteriaAsides {
  private(set) var all: [CriteriaToken]
  private static let longest = 8

  init(_ tokens: [CriteriaToken], _ text: Written) {
    all = tokens
    for start in tokens.indices where text[tokens[start].range.lowerBound] == 0x28 {
      let last = min(tokens.count, start + CriteriaAsides.longest)
      guard
        let end = (start..<last).first(where: { text[tokens[$0].range.lowerBound] == 0x29 })
      else { continue }
      let inside = tokens[(start + 1)..<end]
      guard CriteriaAsides.isInclusion(inside.first, text) || goesOn(behind: end) else { continue }
      let isKnown = inside.allSatisfy { $0.word == .soft || $0.word == .filler }
      let word =
        isKnown || CriteriaAsides.isInclusion(inside.first, text)
        ? CriteriaWord.filler : .unknown
      for place in (start + 1)..<end {
        all[place] = CriteriaToken(word: word, range: all[place].range)
      }
      for place in [start, end] {
        all[place] = CriteriaToken(word: .filler, range: all[place].range)
      }
    }
  }

  /// `(含95年)`.
  private static func isInclusion(_ token: CriteriaToken?, _ text: Written) -> Bool {
    guard let token, token.word == .filler else { return false }
    return ["含", "包含", "包括"].contains(text.substring(token.range))
  }

  private func goesOn(behind end: Int) -> Bool {
    guard end + 1 < all.count else { return false }
    switch all[end + 1].word {
    case .bound, .unit, .to: return true
    default: return false
    }
  }
}
