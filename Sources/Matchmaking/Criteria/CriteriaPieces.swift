/// Covers the text with pieces, from the items and the words between them.
struct CriteriaPieces {
  private(set) var all: [CriteriaReading.Piece] = []
  private let text: Written

  init(_ tokens: [CriteriaToken], _ text: Written, _ items: [CriteriaItem]) {
    self.text = text
    var next = 0
    for item in items.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      addRuns(tokens, from: next, to: item.range.lowerBound)
      let start = max(next, item.range.lowerBound)
      guard start < item.range.upperBound else { continue }
      let strength: Strength = item.mode == .preferred ? .preference : .limit
      add(
        tokens, start..<item.range.upperBound,
        item.isLeftOver ? .leftOver : .understood(item.demands.map { Criterion($0, strength) }))
      next = item.range.upperBound
    }
    addRuns(tokens, from: next, to: tokens.count)
  }

  /// The words between two items, run by run as separators part them.
  private mutating func addRuns(_ tokens: [CriteriaToken], from start: Int, to end: Int) {
    var place = start
    while place < end {
      var next = place
      if CriteriaPieces.isSeparator(tokens[place].word) {
        while next < end, CriteriaPieces.isSeparator(tokens[next].word) { next += 1 }
        add(tokens, place..<next, .filler)
      } else {
        while next < end, !CriteriaPieces.isSeparator(tokens[next].word) { next += 1 }
        add(tokens, place..<next, CriteriaPieces.kind(tokens[place..<next]))
      }
      place = next
    }
  }

  private static func isSeparator(_ word: CriteriaWord) -> Bool {
    switch word {
    case .stop, .pause, .space: true
    default: false
    }
  }

  private static func kind(_ run: ArraySlice<CriteriaToken>) -> CriteriaReading.Piece.Kind {
    let hasFigure = run.contains { if case .number = $0.word { true } else { false } }
    if hasFigure { return .leftOver }
    if run.contains(where: { $0.word == .soft || $0.word == .person(.family) }) { return .soft }
    let eases = run.contains { if case .says(.eased, _) = $0.word { true } else { false } }
    let saysSomething = run.contains {
      switch $0.word {
      // 以上可适当放宽.
      case .bound: !eases
      case .filler, .degree, .must, .says(.preferred, _), .says(.accepted, _), .says(.any, _),
        .says(.eased, _),
        .person, .rest, .field(.work), .unit(.foreign):
        false
      default: true
      }
    }
    return saysSomething ? .leftOver : .filler
  }

  private mutating func add(
    _ tokens: [CriteriaToken], _ range: Range<Int>, _ kind: CriteriaReading.Piece.Kind
  ) {
    guard let first = tokens[range].first, let last = tokens[range].last else { return }
    let place = text.range(first.range.lowerBound..<last.range.upperBound)
    if kind == .leftOver || kind == .filler, let before = all.last, before.kind == kind {
      all[all.count - 1] = .init(range: before.range.lowerBound..<place.upperBound, kind: kind)
    } else {
      all.append(.init(range: place, kind: kind))
    }
  }
}
