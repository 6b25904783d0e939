/// A question about the words of a text, asked once of each text that somebody may be left by, however many
/// say it.
struct WordTest {
  let kind: TextKind
  /// Of a text as it is compared; empty where nothing is said.
  private let rule: (String) -> Bool

  init(_ kind: TextKind, _ rule: @escaping (String) -> Bool) {
    self.kind = kind
    self.rule = rule
  }

  /// Leaves those who meet it; nobody where the words were not asked for.
  func sift(_ places: inout [Int32], in stretch: FactStretch) {
    if places.isEmpty { return }
    let left: [Int32]? = stretch.withTexts(.text(kind.text)) { column in
      sift(places, texts: column.texts, column.cell) { TextMemory.folded(column.word($0), kind) }
    }
    places = left ?? []
  }

  func sift(
    _ places: [Int32], texts: Int, _ cell: (Int) -> Int, _ folded: (Int) -> String
  ) -> [Int32] {
    var answers = [Bool?](repeating: nil, count: texts)
    return places.filter { place in
      let text = cell(Int(place))
      if let answer = answers[text] { return answer }
      let answer = rule(folded(text))
      answers[text] = answer
      return answer
    }
  }
}

extension Filter.Term {
  /// What it asks of the words of a detail; nil where it asks for something else.
  var wordTest: WordTest? {
    switch self {
    case .demand(let demand): demand.wordTest { $0 == .met }
    case .unsaid(.text(let kind), let isNegated): WordTest(kind) { $0.isEmpty != isNegated }
    case .unsaid, .name: nil
    }
  }
}

extension Demand {
  func wordTest(_ isEnough: @escaping (Verdict) -> Bool) -> WordTest? {
    guard case .text(let match) = condition else { return nil }
    return WordTest(match.kind) { text in
      let verdict = match.verdict(on: text)
      return isEnough(isNegated ? verdict.negated : verdict)
    }
  }
}
