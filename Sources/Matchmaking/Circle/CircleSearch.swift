/// Finds one member's circle in what is kept of a register, without packing everybody's hopes.
///
/// Who surely does not fit is left out early: column by column by the member's own limits, then by the first
/// limit of the other that is missed. The few who are left make an index like any other, which judges and
/// orders them.
public struct CircleSearch {
  private let seeker: CircleMember
  private let rules: CircleRules
  private let tellsWhy: Bool
  private var candidates: FigureTest
  private var figures: [FigureTest] = []
  private var words: [WordTest] = []
  private let limits: [Demand]
  private let kinds: Set<TextKind>
  private var memory = FactMemory()
  private var found: [CircleMember] = []

  /// - Parameter tellsWhy: whether obstacles are asked for, for which also those are looked at who do not fit.
  public init(_ seeker: CircleMember, rules: CircleRules, tellsWhy: Bool) {
    self.seeker = seeker
    self.rules = rules
    self.tellsWhy = tellsWhy
    limits = seeker.criteria.limits
    kinds = Set(seeker.criteria.all.compactMap(\.demand.textKind))
    let (own, day) = (seeker.facts, rules.day)
    candidates = FigureTest(
      [.sex, .marital, .verification, .status, .verifiedUntil], on: day
    ) { other in
      rules.exclusion(of: own) == nil && rules.exclusion(of: other) == nil
        && (rules.pools == .one || (other.sex == .woman) != (own.sex == .woman))
    }
    for limit in tellsWhy ? [] : limits {
      if let test = limit.wordTest({ $0 != .missed }) {
        words.append(test)
      } else {
        figures.append(
          FigureTest(limit.condition.field.columns, on: day) {
            limit.verdict(on: $0, seeker: own, day: day) != .missed
          })
      }
    }
  }

  /// What of a stretch has to be there.
  public var parts: Set<FactPart> {
    kinds.reduce(into: [.figures, .keys, .hopes, .number]) { $0.insert(.text($1.text)) }
  }

  public mutating func look(through stretch: FactStretch) {
    var places = Array(0..<Int32(stretch.count))
    stretch.withFigures { view in
      candidates.sift(&places, in: view)
      for test in figures.indices { figures[test].sift(&places, in: view) }
    }
    for test in words { test.sift(&places, in: stretch) }
    if !tellsWhy { places = places.filter { misses(nothingOf: Int($0), in: stretch) } }
    if places.isEmpty { return }
    let ids = stretch.ids
    for place in places where ids[Int(place)] != seeker.id {
      found.append(member(Int(place), ids[Int(place)], in: stretch))
    }
  }

  /// Whether the seeker misses none of another's limits.
  private func misses(nothingOf place: Int, in stretch: FactStretch) -> Bool {
    stretch.withTexts(.hopes) { hopes in
      Hopes(hopes.text(hopes.cell(place))).allSatisfy { hope in
        guard hope.strength == .limit else { return true }
        let other =
          hope.demand.condition.isRelative
          ? stretch.withFigures { $0.facts(at: place, on: rules.day) } : nil
        return hope.demand.verdict(on: seeker.facts, seeker: other, day: rules.day) != .missed
      }
    } ?? false
  }

  private mutating func member(
    _ place: Int, _ id: MemberID, in stretch: FactStretch
  ) -> CircleMember {
    var facts = stretch.withFigures { $0.facts(at: place, on: rules.day) } ?? MemberFacts()
    facts.texts = stretch.texts(of: place, kinds, memory: &memory)
    // The hopes of those who miss two of one's own limits are nobody's obstacle.
    let isHopeless =
      tellsWhy
      && limits.count(where: {
        $0.verdict(on: facts, seeker: seeker.facts, day: rules.day) == .missed
      }) > 1
    return CircleMember(
      id: id, number: stretch.withTexts(.number) { $0[place] } ?? "", facts: facts,
      criteria: isHopeless ? Criteria() : stretch.criteria(of: place))
  }

  /// The seeker in the first place, and whoever was found.
  public var index: CircleIndex { CircleIndex([seeker] + found, rules: rules) }
}

extension Demand {
  /// The detail whose words it asks for.
  var textKind: TextKind? { if case .text(let match) = condition { match.kind } else { nil } }
}

extension Condition {
  /// Whether it depends on whose it is.
  fileprivate var isRelative: Bool {
    switch self {
    case .measure(.older, _), .nearby: true
    case .trait, .measure, .education, .work, .text, .region: false
    }
  }
}

extension FactStretch {
  /// What is asked for by its words in anybody's hopes.
  fileprivate var hopedWords: Set<TextKind> {
    withTexts(.hopes) { hopes in
      (0..<hopes.texts).reduce(into: []) { kinds, text in
        for hope in Hopes(hopes.text(text)) {
          if let kind = hope.demand.textKind { kinds.insert(kind) }
        }
      }
    } ?? []
  }
}

extension RegisterFacts {
  /// Everybody as the circle sees them; of words only what somebody hopes for.
  ///
  /// - Parameters:
  ///   - isAsked: who is wanted, by their place and their figures: hopes are not read of the others.
  ///   - progress: is told the share that is done, now and then; false ends the work.
  /// - Returns: nil where it was ended.
  public func circleMembers(
    on day: Day, progress: (Double) -> Bool = { _ in true },
    where isAsked: (Int, MemberID, MemberFacts) -> Bool = { _, _, _ in true }
  ) -> [CircleMember]? {
    var kinds: Set<TextKind> = []
    each { stretch, _ in kinds.formUnion(stretch.hopedWords) }
    let texts = kinds
    var memory = FactMemory()
    var members: [CircleMember?] = Array(repeating: nil, count: count)
    var done = 0
    each { stretch, place in
      guard done >= 0 else { return }
      guard progress(Double(done) / Double(count)) else { return done = -1 }
      let ids = stretch.ids
      for offset in 0..<stretch.count {
        var facts = stretch.withFigures { $0.facts(at: offset, on: day) } ?? MemberFacts()
        let own = Int(place(Int32(offset)))
        guard isAsked(own, ids[offset], facts) else { continue }
        facts.texts = stretch.texts(of: offset, texts, memory: &memory)
        members[own] = CircleMember(
          id: ids[offset], number: stretch.withTexts(.number) { $0[offset] } ?? "", facts: facts,
          criteria: stretch.criteria(of: offset))
      }
      done += stretch.count
    }
    return done < 0 ? nil : members.compactMap(\.self)
  }

  /// A member as the circle sees them.
  public func circleMember(_ place: Int, on day: Day) -> CircleMember {
    var memory = FactMemory()
    return CircleMember(
      id: ids[place], number: text(.number, of: place),
      facts: facts(of: place, on: day, memory: &memory), criteria: criteria(of: place))
  }

  /// Has everybody looked through.
  ///
  /// - Parameter isWanted: whether to go on.
  public func look(_ search: inout CircleSearch, while isWanted: () -> Bool) {
    each { stretch, _ in if isWanted() { search.look(through: stretch) } }
  }
}
