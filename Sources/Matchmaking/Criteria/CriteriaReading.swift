/// Free criteria as they were understood, piece by piece, so that a screen can show what was read
/// where and people can correct it.
///
/// Pieces cover the text in order. Nothing is guessed: what is not understood is left over and shown.
///
/// - Limits are what is said without 优先, 最好, 希望 or their like; 必须 and 以上 add nothing.
/// - 希望 speaks of the rest of its sentence, 最好 and 尽量 of the rest of their clause; 优先, 更佳, 加分
///   of what stands before, back over a list of alike things.
/// - 不接受 and 拒绝 refuse what follows in the clause, 勿扰 what stands before; `非…勿扰` asks for it.
/// - 接受 and 均可 widen a limit and make none; 不限 says that there is none.
/// - Bounds belong to the range: `170以上` is from 170, and `170以下勿扰` too. `身高170`, `月薪5000` and
///   `本科` are the least; `30岁` is that age. 左右 is ±2 years, ±3 cm, ±5 kg, ±1,000 yuan.
/// - Up to 15 years are a difference of age, both ways; it is one of years of birth. 90后 are born in
///   the ten years from 1990, 95后 in the five from 1995.
public struct CriteriaReading: Hashable, Sendable {
  public struct Piece: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// What it was read as; none where it says that something is accepted or does not matter.
      case understood([Criterion])
      /// Words on temper and interests: kept, not judged.
      case soft
      /// Separators and words that say nothing by themselves.
      case filler
      case leftOver
    }

    public let range: Range<String.Index>
    public let kind: Kind
  }

  public let text: String
  public let pieces: [Piece]
  /// All of it together: lists are one condition, bounds on one detail one range.
  public let criteria: Criteria

  /// - Parameter sex: of the member whose criteria they are; `男大女小` is relative to it.
  public init(_ text: String, of sex: Sex? = nil) {
    self.text = text
    let written = Written(text)
    let tokens = CriteriaTokens(written).all
    var items: [[CriteriaItem]] = []
    var prefers = false
    for clause in CriteriaReading.clauses(tokens) {
      let reading = CriteriaClause(tokens, written, clause.range, sex: sex, prefers: prefers)
      items.append(reading.items)
      prefers = reading.prefersSentence && !clause.endsSentence
    }
    let found = items.flatMap(\.self)
    criteria = CriteriaSum(items).criteria
    pieces = CriteriaPieces(tokens, written, found).all
  }

  /// The parts of the text that say something that was not understood.
  public var leftOver: [Substring] {
    pieces.filter { $0.kind == .leftOver }.map { text[$0.range] }
  }

  private static func clauses(
    _ tokens: [CriteriaToken]
  ) -> [(range: Range<Int>, endsSentence: Bool)] {
    var clauses: [(range: Range<Int>, endsSentence: Bool)] = []
    var start = 0
    for (index, token) in tokens.enumerated() {
      guard case .stop(let endsSentence) = token.word else { continue }
      clauses.append((start..<index, endsSentence))
      start = index + 1
    }
    return clauses + [(start..<tokens.count, true)]
  }
}

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
      let isOpen = item.mode == .open
      let strength: Strength = item.mode == .preferred ? .preference : .limit
      add(
        tokens, start..<item.range.upperBound,
        isOpen ? .leftOver : .understood(item.demands.map { Criterion($0, strength) }))
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
    if run.contains(where: { $0.word == .soft }) { return .soft }
    let saysSomething = run.contains {
      switch $0.word {
      case .filler, .must, .prefer, .accept, .any, .field(.work): false
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
