// Levels of education and places, as a clause names them.

extension CriteriaClause {
  /// `本科及以上学历`, `学历至少大专`, `大专到本科`, `本科或硕士`.
  func education() -> (CriteriaItem, Int)? {
    var next = place
    var lead: Comparison?
    var isPreferred = false
    loop: while next < min(end, place + Self.sight) {
      switch tokens[next].word {
      case .field(.education), .filler, .must, .space: next += 1
      case .says(.preferred, .ahead), .says(.preferred, .either), .says(.preferred, .sentence):
        isPreferred = true
        next += 1
      case .lead(let comparison):
        lead = comparison
        next += 1
      default: break loop
      }
    }
    guard next < end, case .education(var low) = tokens[next].word else { return nil }
    let isNamed = next > place
    let isSchool = isSchool(next)
    var high: Education?
    next += 1
    var isList = false
    // 硕士博士优先.
    while next < end, case .education(let other) = tokens[next].word {
      (low, isList) = (min(low, other), true)
      next += 1
    }
    while next + 1 < end, case .education(let other) = tokens[next + 1].word {
      switch tokens[next].word {
      case .to: high = max(high ?? low, other)
      case .pause, .or: (low, isList) = (min(low, other), true)
      default: break
      }
      guard [.to, .pause, .or].contains(tokens[next].word) else { break }
      next += 2
    }
    var bound: CriteriaWord.BoundWord?
    var ahead = next
    while ahead < end, tokens[ahead].word == .field(.education) || tokens[ahead].word == .filler {
      ahead += 1
    }
    var isInclusive = false
    if ahead < end, case .bound(let word) = tokens[ahead].word {
      isInclusive = tokens[next...ahead].contains { $0.isInclusive(text) }
      (bound, next) = (word, ahead + 1)
    }
    if ahead < end, tokens[ahead].word == .lead(.below), lead == nil {
      (lead, next) = (.below, ahead + 1)
    }
    let isTitled = next < end && tokens[next].word == .field(.education)
    while next < end, tokens[next].word == .field(.education) { next += 1 }
    var item = CriteriaItem(
      conditions: [.education(levels(low, high, lead, bound))], range: place..<next,
      sharesBoundary: bound != nil && !isInclusive,
      isBare: bound == nil && lead == nil && high == nil)
    item.isNamed = isNamed || isTitled
    (item.isList, item.isSeveral) = (isList, isList)
    item.isLoose = item.isBare && !item.isNamed
    if isPreferred { item.mode = .preferred }
    if isSchool, item.isLoose { item.mode = .open }
    return (item, next)
  }

  /// 在大学工作 names where, and no level.
  private func isSchool(_ index: Int) -> Bool {
    index > start && text[tokens[index - 1].range.upperBound - 1] == 0x5728  // 在
  }

  /// A level by itself is the least.
  private func levels(
    _ low: Education, _ high: Education?, _ lead: Comparison?, _ bound: CriteriaWord.BoundWord?
  ) -> Bounds<Education> {
    if let high { return Bounds(low: low, high: high) }
    switch (lead, bound) {
    case (.atMost?, _), (_, .atMost?), (_, .within?): return Bounds(high: low)
    case (.above?, _): return Bounds(low: Education(rawValue: low.rawValue + 1) ?? low)
    case (.below?, _): return Bounds(high: Education(rawValue: low.rawValue - 1) ?? low)
    default: return Bounds(low: low)
    }
  }

  /// `泰安本地`, `户口在济南`, `泰安或济南`, `山东泰安`, `山东省内`, `本地户口`, `外地`.
  func region() -> (CriteriaItem, Int)? {
    var next = place
    var kind = pendingPlace
    var isNamed = false
    loop: while next < min(end, place + Self.sight) {
      switch tokens[next].word {
      case .place(let named):
        kind = named
        isNamed = true
      case .filler: break
      default: break loop
      }
      next += 1
    }
    guard next < end else { return nil }
    var regions: [Region] = []
    var nearby: Nearby?
    var (isNegated, isOpen) = (false, false)
    loop: while next < end {
      switch tokens[next].word {
      case .region(let region):
        // 山东泰安 is 泰安.
        if let last = regions.last, last.contains(region), isRegion(next - 1) {
          regions.removeLast()
        }
        regions.append(region)
        next += 1
      case .nearby(let near, let negated):
        // 泰安本地 is 泰安, and 泰安外地 nobody knows.
        if regions.isEmpty {
          (nearby, isNegated) = (near, negated)
        } else if negated {
          isOpen = true
        }
        next += 1
        if regions.isEmpty { break loop }
      case .pause, .or:
        guard isRegion(next + 1), !regions.isEmpty else { break loop }
        next += 1
      case .place(let named):
        kind = named
        next += 1
      case .around:
        isOpen = true
        next += 1
      case .bound(.within) where !regions.isEmpty: next += 1
      default: break loop
      }
    }
    if next < end, case .place(let named) = tokens[next].word {
      kind = named
      next += 1
    }
    // 在泰安工作.
    if next < end, tokens[next].word == .field(.work), !regions.isEmpty,
      text.substring(tokens[next].range) == "工作"
    {
      next += 1
    }
    let condition: Condition
    if let nearby {
      condition = .nearby(kind, nearby)
    } else if regions.isEmpty {
      return nil
    } else {
      condition = .region(kind, Region.outermost(regions))
    }
    var item = CriteriaItem(conditions: [condition], range: place..<next)
    item.isContrary = isNegated
    item.isNamed = isNamed || !isRegion(next - 1) || !saysNothing(start..<place) || goesOn(next)
    item.isSeveral = regions.count > 1
    if case .region = tokens[next - 1].word { item.isLoose = true }
    if isOpen || isTaste(next) { item.mode = .open }
    return (item, next)
  }

  /// 老家 of 老家不在山东.
  private var pendingPlace: PlaceKind {
    if let pendingField, case .place(let kind) = tokens[pendingField].word {
      kind
    } else {
      .residence
    }
  }

  private static let tastes: Set<Substring> = ["喜欢", "中意", "欣赏", "偏爱"]

  /// 喜欢上海 is no hope for somebody from there, 喜欢上海人 is.
  private func isTaste(_ next: Int) -> Bool {
    guard let place = governor.place, Self.tastes.contains(text.substring(tokens[place].range))
    else { return false }
    return next == end || tokens[next].word != .filler
  }

  /// 在济南发展.
  private func goesOn(_ next: Int) -> Bool {
    guard next < end else { return place > start && tokens[place - 1].word == .filler }
    if case .says = tokens[next].word { return false }
    return true
  }

  private func isRegion(_ index: Int) -> Bool {
    guard index >= place, index < end, case .region = tokens[index].word else { return false }
    return true
  }
}
