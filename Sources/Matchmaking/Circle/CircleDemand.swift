/// A demand of one member, ready to be asked of packed facts.
struct CircleDemand {
  enum Kind: UInt8 {
    /// By bits.
    case choice
    /// By one interval; where it meets the other's, it is met.
    case figure
    /// By one interval; only where the other's lies within it is met, as for places and incomes.
    case within
    /// One of several intervals.
    case places
    case work
    /// Found in a table: whether each member has the words.
    case text
    /// Relative to something about oneself that is not known.
    case open
  }

  var kind: Kind
  var isNegated: Bool
  var lane: UInt8 = 0
  var low: Int32 = CircleFacts.lowest
  var high: Int32 = CircleFacts.highest
  var met: UInt64 = 0
  var missed: UInt64 = 0
  var work: Work = []
  /// Of the pool of places.
  var places: Range<Int32> = 0..<0
  /// Which table of words.
  var table: Int32 = 0

  @inline(__always)
  func verdict(_ facts: CircleFacts, _ pool: CirclePool.View) -> Verdict {
    // The masks of a choice are made of the negated demand already.
    if kind == .choice {
      return facts.bits & missed != 0 ? .missed : facts.bits & met != 0 ? .met : .unknown
    }
    let plain = plainVerdict(facts, pool)
    return isNegated ? plain.negated : plain
  }

  @inline(__always)
  private func plainVerdict(_ facts: CircleFacts, _ pool: CirclePool.View) -> Verdict {
    let lane = Int(lane)
    switch kind {
    case .choice, .open: return .unknown
    case .work: return facts.work.isEmpty ? .unknown : facts.work.meets(work).verdict
    case .text: return pool.verdict(table, of: facts.place)
    case .figure:
      guard facts.isKnown(lane) else { return .unknown }
      return facts.high[lane] < low || facts.low[lane] > high ? .missed : .met
    case .within:
      guard facts.isKnown(lane) else { return .unknown }
      if facts.low[lane] >= low, facts.high[lane] <= high { return .met }
      return facts.high[lane] < low || facts.low[lane] > high ? .missed : .unknown
    case .places:
      guard facts.isKnown(lane) else { return .unknown }
      var verdict = Verdict.missed
      for place in places {
        let codes = pool.places[Int(place)]
        if facts.low[lane] >= codes.lowerBound, facts.high[lane] <= codes.upperBound { return .met }
        if facts.high[lane] >= codes.lowerBound, facts.low[lane] <= codes.upperBound {
          verdict = .unknown
        }
      }
      return verdict
    }
  }

  /// Whether it is one interval that the gate can hold.
  var isInterval: Bool { !isNegated && (kind == .figure || kind == .within) }
}

extension Bool? {
  fileprivate var verdict: Verdict { self.map { $0 ? .met : .missed } ?? .unknown }
}

extension CircleDemand {
  init(_ demand: Demand, of seeker: MemberFacts, day: Day, pool: inout CirclePool) {
    self.init(kind: .open, isNegated: demand.isNegated)
    switch demand.condition {
    case .trait, .education:
      kind = .choice
      (met, missed) = CircleBits.masks(demand, day: day)
    case .work(let work):
      kind = .work
      self.work = work
    case .text(let match):
      kind = .text
      table = pool.table(of: match)
    case .measure(let measure, let bounds): set(measure, bounds, seeker)
    case .region(let place, let regions): set(place, regions.map(\.codes), &pool)
    case .nearby(let place, let nearby):
      if let region = seeker.residence.value.flatMap({ nearby.around($0) }) {
        set(place, [region.codes], &pool)
      }
    }
  }

  private mutating func set(_ measure: Measure, _ bounds: Bounds<Int>, _ seeker: MemberFacts) {
    let least = bounds.low.map { Int32(clamping: $0) } ?? CircleFacts.lowest + 1
    let most = bounds.high.map { Int32(clamping: $0) } ?? CircleFacts.highest
    (kind, low, high) = (.figure, least, most)
    switch measure {
    case .age: lane = UInt8(CircleFacts.Lane.age.rawValue)
    case .birthYear: lane = UInt8(CircleFacts.Lane.birthYear.rawValue)
    case .height: lane = UInt8(CircleFacts.Lane.height.rawValue)
    case .weight: lane = UInt8(CircleFacts.Lane.weight.rawValue)
    case .income: (kind, lane) = (.within, UInt8(CircleFacts.Lane.income.rawValue))
    case .older:
      guard let year = seeker.birth?.year else {
        kind = .open
        return
      }
      lane = UInt8(CircleFacts.Lane.birthYear.rawValue)
      low = bounds.high.map { Int32(clamping: year - $0) } ?? CircleFacts.lowest + 1
      high = bounds.low.map { Int32(clamping: year - $0) } ?? CircleFacts.highest
    }
  }

  private mutating func set(
    _ place: PlaceKind, _ codes: [ClosedRange<Int32>], _ pool: inout CirclePool
  ) {
    let lanes: [PlaceKind: CircleFacts.Lane] = [
      .residence: .residence, .household: .household, .hometown: .hometown,
    ]
    lane = UInt8((lanes[place] ?? .residence).rawValue)
    if codes.count == 1 {
      (kind, low, high) = (.within, codes[0].lowerBound, codes[0].upperBound)
    } else {
      kind = .places
      places = pool.add(codes)
    }
  }
}
