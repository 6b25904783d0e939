/// A question about the words of a text, asked once of each text that somebody may be left by, however many
/// say it.
struct WordTest {
  let kind: TextKind
  /// Nil where it is only asked whether anything is said, which is met or unknown.
  private let match: TextMatch?
  private let isEnough: (Verdict) -> Bool

  init(_ match: TextMatch, _ isEnough: @escaping (Verdict) -> Bool) {
    (kind, self.match, self.isEnough) = (match.kind, match, isEnough)
  }

  init(saying kind: TextKind, _ isEnough: @escaping (Verdict) -> Bool) {
    (self.kind, match, self.isEnough) = (kind, nil, isEnough)
  }

  /// - Parameter text: as it is compared; empty where nothing is said.
  private func isMet(by text: String) -> Bool {
    isEnough(match?.verdict(on: text) ?? (text.isEmpty ? .unknown : .met))
  }

  /// Leaves those who meet it; nobody where the words were not asked for.
  func sift(_ places: inout [Int32], in stretch: FactStretch) {
    if places.isEmpty { return }
    let left: [Int32]? = stretch.withTexts(.text(kind.text)) { column in
      var answers = [Bool?](repeating: nil, count: column.texts)
      return places.filter { place in
        let text = column.cell(Int(place))
        if let answer = answers[text] { return answer }
        let answer = isMet(by: TextMemory.folded(column.word(text), kind))
        answers[text] = answer
        return answer
      }
    }
    places = left ?? []
  }

  /// Leaves those who meet it, by texts of the whole register.
  func sift(_ places: inout [Int32], in texts: GatheredTexts) {
    let answers: [Bool]
    if let match, match.isWithinParts {
      // What has no separator in it stands within one part or nowhere.
      answers = texts.verdicts { match.verdict(on: $0) == .met }.map(isEnough)
    } else {
      answers = texts.folded.map(isMet)
    }
    places.removeAll { !answers[Int(texts.cells[Int($0)])] }
  }
}

/// A text of everybody as it is compared, each once; of lists also their parts, of which there are far fewer
/// than lists.
struct GatheredTexts: Sendable {
  /// The number of each member's text.
  let cells: [UInt32]
  let folded: [String]
  let parts: [String]
  /// How often each part is said.
  let counts: [Int]
  /// Of each text where the numbers of its parts end.
  private var ends: [Int] = []
  private var numbers: [UInt32] = []

  init(_ column: WordColumn, _ kind: TextKind) {
    cells = column.cells
    folded = column.words.map { TextMemory.folded($0, kind) }
    var said = [Int](repeating: 0, count: folded.count)
    for cell in cells { said[Int(cell)] += 1 }
    var (parts, counts) = (WordNumbers(), [Int]())
    for (text, times) in zip(folded, said) {
      for part in TextFacts.parts(text) {
        let number = parts.number(of: String(part))
        if Int(number) == counts.count { counts.append(0) }
        counts[Int(number)] += times
        numbers.append(number)
      }
      ends.append(numbers.count)
    }
    (self.parts, self.counts) = (parts.words, counts)
  }

  /// Of each text, as any part of it has it.
  func verdicts(_ isMet: (String) -> Bool) -> [Verdict] {
    let answers = parts.map(isMet)
    var start = 0
    return folded.indices.map { text in
      defer { start = ends[text] }
      if folded[text].isEmpty { return .unknown }
      return numbers[start..<ends[text]].contains { answers[Int($0)] } ? .met : .missed
    }
  }
}

extension Filter.Term {
  /// What it asks of the words of a detail; nil where it asks for something else.
  var wordTest: WordTest? {
    switch self {
    case .demand(let demand): demand.wordTest { $0 == .met }
    case .unsaid(.text(let kind), let isNegated):
      WordTest(saying: kind) { ($0 == .unknown) != isNegated }
    case .unsaid, .name: nil
    }
  }
}

extension Demand {
  func wordTest(_ isEnough: @escaping (Verdict) -> Bool) -> WordTest? {
    guard case .text(let match) = condition else { return nil }
    return WordTest(match) { isEnough(isNegated ? $0.negated : $0) }
  }
}
