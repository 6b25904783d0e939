/// Where a clause stands among the words, and how it begins and ends.
struct CriteriaSpan {
  var range = 0..<0
  var endsSentence = true
  var isQuestion = false
  /// A colon ends it.
  var isHeading = false
  /// 否则 begins it.
  var isOtherwise = false
  /// 其他 begins it.
  var isRest = false
  /// It stands between brackets.
  var isAside = false
  /// 但 begins it.
  var isContrast = false

  /// Every clause, in order; the words that part them are in none.
  static func all(_ tokens: [CriteriaToken], _ text: Written) -> [CriteriaSpan] {
    var spans: [CriteriaSpan] = []
    var start = 0
    var next = CriteriaSpan()
    for (index, token) in tokens.enumerated() {
      switch token.word {
      case .stop(let endsSentence): next.endsSentence = endsSentence
      case .rest, .otherwise: next.endsSentence = false
      default: continue
      }
      let scalar = text[token.range.lowerBound]
      next.range = start..<index
      (next.isQuestion, next.isHeading) = (scalar == 0x3f, scalar == 0x3a)
      spans.append(next)
      start = index + 1
      next = CriteriaSpan()
      (next.isRest, next.isOtherwise) = (token.word == .rest, token.word == .otherwise)
      next.isAside = scalar == 0x28
      next.isContrast = contrasts.contains(text.substring(token.range))
    }
    next.range = start..<tokens.count
    return spans + [next]
  }

  private static let contrasts: Set<Substring> = ["但", "但是", "不过", "然而", "but"]
}
