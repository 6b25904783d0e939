/// How far a query has come in a name, character after character, from every start at once.
struct NameState: Hashable {
  /// From the head of the name, the places reached by whole syllables alone.
  private var whole: UInt64 = 0
  /// By whole syllables and a piece of the last.
  private var cut: UInt64 = 0
  /// With a piece before the last.
  private var part: UInt64 = 0
  /// From inside the name, by whole syllables alone.
  private var insideWhole: UInt64 = 0
  /// From inside the name, with pieces.
  private var insidePart: UInt64 = 0
  private var isAtHead = true
  /// The best kind of match so far that does not need the name to end here.
  private var best = UInt8.max

  /// The kind of the best match if the name ends here.
  private(set) var kind = UInt8.max

  /// The state behind the end of a name: nothing can follow.
  var ended: Self {
    var state = Self()
    state.isAtHead = false
    state.best = kind
    state.kind = kind
    return state
  }

  /// - Parameter step: where the next character leads from a place.
  func advanced(in pattern: NamePattern, _ step: (_ place: Int) -> NamePattern.Step) -> Self {
    var next = Self()
    let first = step(0)
    if isAtHead {
      next.whole = first.whole
      next.cut = first.part
    } else {
      next.insideWhole = first.whole
      next.insidePart = first.part
    }
    var left = whole | cut | part | insideWhole | insidePart
    while left != 0 {
      let place = left.trailingZeroBitCount
      left &= left - 1
      next.take(step(place), from: 1 << UInt64(place), of: self)
    }
    next.isAtHead = false
    next.best = best
    next.judge(pattern)
    return next
  }

  private mutating func take(_ step: NamePattern.Step, from bit: UInt64, of last: Self) {
    if last.whole & bit != 0 {
      whole |= step.whole
      cut |= step.part
    }
    if (last.cut | last.part) & bit != 0 { part |= step.all }
    if last.insideWhole & bit != 0 {
      insideWhole |= step.whole
      insidePart |= step.part
    }
    if last.insidePart & bit != 0 { insidePart |= step.all }
  }

  /// Notes what has reached the end of the query, and forgets its places: nothing leads on there.
  private mutating func judge(_ pattern: NamePattern) {
    let goal = pattern.goal
    kind = .max
    if whole & goal != 0 {
      improve(pattern.isHan ? .hanPrefix : .pinyinPrefix)
      kind = MatchKind.wholeName.rawValue
    }
    if cut & goal != 0 { improve(.pinyinPartial) }
    if part & goal != 0 {
      improve(.initialsPrefix)
      kind = min(kind, MatchKind.wholeInitials.rawValue)
    }
    if insideWhole & goal != 0 { improve(.inside) }
    if insidePart & goal != 0 { improve(.insideInitials) }
    kind = min(kind, best)
    whole &= ~goal
    cut &= ~goal
    part &= ~goal
    insideWhole &= ~goal
    insidePart &= ~goal
  }

  private mutating func improve(_ kind: MatchKind) { best = min(best, kind.rawValue) }
}
