/// A filter ready to be asked of what is kept: one condition after the other of all members, those first that
/// take least.
public struct FilterSieve {
  private var figures: [FigureTest] = []
  private var words: [WordTest] = []

  /// Names are passed over: who has an index of them looks for them there.
  public init(_ filter: Filter, on day: Day) {
    for term in filter.terms {
      if let test = term.wordTest {
        words.append(test)
      } else if let field = term.field {
        let alone = Filter(terms: [term])
        figures.append(FigureTest(field.columns, on: day) { alone.admits($0, day: day) })
      }
    }
    figures.sort { $0.size < $1.size }
  }

  /// What of a stretch has to be there.
  public var parts: Set<FactPart> {
    words.reduce(into: [.figures]) { $0.insert(.text($1.kind.text)) }
  }

  /// The rows of those who meet it.
  public mutating func rows(in stretch: FactStretch) -> [Int64] {
    let places = places(in: stretch)
    return stretch.withFigures { figures in
      places.map { stretch.first + figures.row(at: Int($0)) }
    } ?? []
  }

  /// Where they stand in the stretch.
  mutating func places(in stretch: FactStretch) -> [Int32] {
    var places = placesByFigures(in: stretch)
    for test in words { test.sift(&places, in: stretch) }
    return places
  }

  /// Where those stand who meet everything but the words.
  mutating func placesByFigures(in stretch: FactStretch) -> [Int32] {
    var places = Array(0..<Int32(stretch.count))
    stretch.withFigures { view in
      for test in figures.indices { figures[test].sift(&places, in: view) }
    }
    return places
  }

  /// What is asked of words.
  var wordTests: [WordTest] { words }
}

extension Filter.Term {
  /// Whether names are searched for it.
  public var isName: Bool { if case .name = self { true } else { false } }

  /// What it is about; nil for names.
  var field: ConditionField? {
    switch self {
    case .demand(let demand): demand.condition.field
    case .unsaid(let field, _): field
    case .name: nil
    }
  }
}

extension Filter {
  /// The details whose words it asks for.
  public var textKinds: Set<TextKind> { Set(terms.compactMap { $0.wordTest?.kind }) }
}
