/// What is known of a whole register: what filters look at and lists are sorted by, as it is kept.
///
/// It is put together stretch by stretch. Members are known by their places, which are in the order of their
/// numbers once everything is there.
public struct RegisterFacts: Sendable {
  private var stretches: [FactStretch] = []
  /// How many members stand before each stretch.
  private var starts: [Int32] = []
  public private(set) var count = 0
  public private(set) var ids: [MemberID] = []
  /// The member of each place as they came; nil where that is the order.
  private var order: [Int32]?
  /// The place of each member as they came.
  private var ranks: [Int32]?
  /// What was gathered to be asked often.
  private var gathered: [TextKind: GatheredTexts] = [:]

  public init() {}

  /// - Parameter stretch: with all its parts.
  public mutating func append(_ stretch: FactStretch) {
    starts.append(Int32(count))
    stretches.append(stretch)
    ids += stretch.ids
    count += stretch.count
  }

  public mutating func reserve(_ count: Int) { ids.reserveCapacity(count) }

  /// Everything is there: brings the members into the order of their numbers.
  public mutating func close() {
    if isInOrder { return }
    let numbers = stretches.flatMap { stretch in
      stretch.withTexts(.number) { column in (0..<column.count).map { column[$0] } } ?? []
    }
    guard numbers.count == count else { return }
    let order = (0..<Int32(count)).sorted {
      MemberNumber.precedes(numbers[Int($0)], numbers[Int($1)])
    }
    var ranks = [Int32](repeating: 0, count: count)
    for (place, member) in order.enumerated() { ranks[Int(member)] = Int32(place) }
    ids = order.map { ids[Int($0)] }
    (self.order, self.ranks) = (order, ranks)
  }

  /// Whether the members came in the order of their numbers, as they do where nothing was put between.
  private var isInOrder: Bool {
    var last: [UInt8] = []
    for stretch in stretches {
      let goesOn = stretch.withTexts(.number) { column in
        for place in 0..<column.count {
          let number = column.text(column.cell(place))
          if last.withUnsafeBytes({ MemberNumber.precedes(number, $0) }) { return false }
          last.removeAll(keepingCapacity: true)
          last += number
        }
        return true
      }
      if goesOn == false { return false }
    }
    return true
  }

  // MARK: - Of one member

  /// The stretch of a place and where in it.
  private func spot(_ place: Int) -> (stretch: FactStretch, place: Int) {
    let member = order.map { Int($0[place]) } ?? place
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= member { low = middle } else { high = middle }
    }
    return (stretches[low], member - Int(starts[low]))
  }

  /// Everything that is known of a member, words among them.
  public func facts(of place: Int, on day: Day, memory: inout FactMemory) -> MemberFacts {
    let (stretch, place) = spot(place)
    var facts = stretch.withFigures { $0.facts(at: place, on: day) } ?? MemberFacts()
    facts.texts = stretch.texts(of: place, TextKind.allCases, memory: &memory)
    return facts
  }

  public func criteria(of place: Int) -> Criteria {
    let (stretch, place) = spot(place)
    return stretch.criteria(of: place)
  }

  public func text(_ part: FactPart, of place: Int) -> String {
    let (stretch, place) = spot(place)
    return stretch.withTexts(part) { $0[place] } ?? ""
  }

  // MARK: - Of everybody

  /// Walks over the stretches, each with the places of its members.
  func each(_ body: (FactStretch, _ place: (Int32) -> Int32) -> Void) {
    for (stretch, start) in zip(stretches, starts) {
      body(stretch) { offset in ranks.map { $0[Int(start + offset)] } ?? start + offset }
    }
  }

  /// Where each member stands in the file.
  public var rows: [Int64] {
    var rows = [Int64](repeating: 0, count: count)
    each { stretch, place in
      stretch.withFigures { figures in
        for offset in 0..<stretch.count {
          rows[Int(place(Int32(offset)))] = stretch.first + figures.row(at: offset)
        }
      }
    }
    return rows
  }

  /// 0 where there is none.
  public var phones: [UInt64] {
    var phones = [UInt64](repeating: 0, count: count)
    each { stretch, place in
      for (offset, phone) in stretch.phones.enumerated() {
        phones[Int(place(Int32(offset)))] = phone
      }
    }
    return phones
  }

  /// What everybody says in a text, each text once.
  public func words(_ part: FactPart) -> WordColumn {
    let column = asTheyCame(part)
    return order.map(column.reordered) ?? column
  }

  private func asTheyCame(_ part: FactPart) -> WordColumn {
    var column = WordColumn()
    for stretch in stretches { stretch.withTexts(part) { column.append($0) } }
    return column
  }

  /// What is sorted by; nil for what is not known.
  public func keys(_ column: MemberColumn, on day: Day) -> [Int?] {
    figures(column.columns, on: day) { column.key($0) }
  }

  /// Where members live, with how many there.
  public func residences() -> [Region: Int] {
    var counts: [Int: Int] = [:]
    for stretch in stretches {
      stretch.withFigures { figures in
        for place in 0..<figures.count {
          counts[figures.number(.residence, at: place), default: 0] += 1
        }
      }
    }
    return counts.reduce(into: [:]) { regions, one in
      var facts = MemberFacts()
      FigureColumn.residence.put(one.key, into: &facts, on: .fallback)
      if let region = facts.residence.value { regions[region] = one.value }
    }
  }

  private func figures<Value>(
    _ columns: [FigureColumn], on day: Day, _ value: (MemberFacts) -> Value?
  ) -> [Value?] {
    var values = [Value?](repeating: nil, count: count)
    each { stretch, place in
      stretch.withFigures { figures in
        for offset in 0..<stretch.count {
          var facts = MemberFacts()
          for column in columns {
            column.put(figures.number(column, at: offset), into: &facts, on: day)
          }
          values[Int(place(Int32(offset)))] = value(facts)
        }
      }
    }
    return values
  }
}

// MARK: - Filters

extension RegisterFacts {
  /// Whoever meets every term that is no name, in the order of the places.
  public func places(meeting filter: Filter, day: Day) -> [Int32] {
    var sieve = FilterSieve(filter, on: day)
    var places: [Int32] = []
    each { stretch, place in places += sieve.placesByFigures(in: stretch).map(place) }
    if ranks != nil { places.sort() }
    for test in sieve.wordTests {
      test.sift(&places, in: gathered[test.kind] ?? gather(test.kind))
    }
    return places
  }

  /// Makes ready a detail whose words are going to be asked for often, at each key.
  public mutating func makeReady(_ kind: TextKind) {
    gathered[kind] = gathered[kind] ?? gather(kind)
  }

  private func gather(_ kind: TextKind) -> GatheredTexts {
    GatheredTexts(words(.text(kind.text)), kind)
  }

  /// The same in the order of `candidates`.
  public func places(
    meeting filter: Filter, day: Day, among candidates: [Int32]
  ) -> [Int32] {
    if filter.terms.allSatisfy(\.isName) { return candidates }
    let isMet = marks(of: places(meeting: filter, day: day))
    return candidates.filter { isMet[Int($0)] }
  }

  /// How many of some members, or of all, meet a demand.
  public func count(meeting demand: Demand, day: Day, among candidates: [Int32]?) -> Int {
    let meeting = places(meeting: Filter(terms: [.demand(demand)]), day: day)
    guard let candidates else { return meeting.count }
    let isAmong = marks(of: candidates)
    return meeting.count { isAmong[Int($0)] }
  }

  private func marks(of places: [Int32]) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for place in places { marks[Int(place)] = true }
    return marks
  }

  /// The parts of what members say of a detail, as they are compared, the most frequent first.
  public func parts(_ kind: TextKind) -> [String] {
    let texts = gathered[kind] ?? gather(kind)
    return zip(texts.counts, texts.parts).sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
  }
}

extension FactStretch {
  func criteria(of place: Int) -> Criteria {
    withTexts(.hopes) { Hopes($0.text($0.cell(place))).criteria } ?? Criteria()
  }

  /// Only those of some kinds.
  func texts(of place: Int, _ kinds: some Sequence<TextKind>, memory: inout FactMemory) -> TextFacts
  {
    var said: [MemberText: String] = [:]
    for kind in kinds {
      let text = withTexts(.text(kind.text)) { $0[place] } ?? ""
      if !text.isEmpty { said[kind.text] = text }
    }
    return said.isEmpty ? TextFacts() : TextFacts(said, memory: &memory)
  }
}

extension MemberColumn {
  /// What is kept of it; nothing of numbers and names, which are words.
  fileprivate var columns: [FigureColumn] {
    switch self {
    case .number, .name: []
    case .sex: [.sex]
    case .birth: [.birth]
    case .height: [.height]
    case .weight: [.weight]
    case .education: [.education]
    case .income: [.incomeLow, .incomeHigh]
    case .marital: [.marital]
    case .residence: [.residence]
    case .status: [.status]
    case .verification: [.verification, .verifiedUntil]
    }
  }
}
