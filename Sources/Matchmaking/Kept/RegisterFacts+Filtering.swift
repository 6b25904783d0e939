extension RegisterFacts {
  /// Whoever meets every term that is no name, in the order of `candidates`.
  ///
  /// Words are asked of each text once, however many members say it.
  public func places(
    meeting filter: Filter, day: Day, among candidates: some Sequence<Int32>
  ) -> [Int32] {
    let sieve = Sieve(filter, self, day)
    return candidates.filter { sieve.admits(Int($0)) }
  }

  public func places(meeting filter: Filter, day: Day) -> [Int32] {
    places(meeting: filter, day: day, among: 0..<Int32(count))
  }

  /// How many of some members, or of all, meet a demand.
  public func count(meeting demand: Demand, day: Day, among candidates: [Int32]?) -> Int {
    let sieve = Sieve(Filter(terms: [.demand(demand)]), self, day)
    return candidates?.count { sieve.admits(Int($0)) }
      ?? (0..<count).count { sieve.admits($0) }
  }

  /// A filter, with its words answered for every text that somebody has.
  private struct Sieve {
    private let facts: RegisterFacts
    private let figures: Filter
    private var words: [(cells: [UInt32], isMet: [Bool])] = []
    private let day: Day

    init(_ filter: Filter, _ facts: RegisterFacts, _ day: Day) {
      self.facts = facts
      self.day = day
      figures = Filter(terms: filter.terms.filter { $0.textKind == nil && !$0.isName })
      for term in filter.terms {
        guard let kind = term.textKind else { continue }
        let column = facts.words(kind.text) ?? WordColumn()
        let alone = Filter(terms: [term])
        words.append(
          (column.cells, column.words.map { alone.admits(MemberFacts(saying: $0, kind), day: day) })
        )
      }
    }

    func admits(_ place: Int) -> Bool {
      for (cells, isMet) in words {
        // Words that were left out are nobody's.
        guard place < cells.count, isMet[Int(cells[place])] else { return false }
      }
      return figures.terms.isEmpty || figures.admits(facts.figures[place], day: day)
    }
  }
}

extension Filter {
  /// The texts whose words it asks for.
  public var textKinds: Set<TextKind> { Set(terms.compactMap(\.textKind)) }
}

extension Filter.Term {
  /// Whether names are searched for it.
  public var isName: Bool { if case .name = self { true } else { false } }

  /// The text whose words it asks for.
  fileprivate var textKind: TextKind? {
    let field: ConditionField
    switch self {
    case .demand(let demand): field = demand.condition.field
    case .unsaid(let asked, _): field = asked
    case .name: return nil
    }
    return if case .text(let kind) = field { kind } else { nil }
  }
}

extension MemberFacts {
  /// Somebody of whom nothing is known but one text.
  fileprivate init(saying text: String, _ kind: TextKind) { texts = TextFacts(kind, text) }
}
