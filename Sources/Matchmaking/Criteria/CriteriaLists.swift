/// Makes one of alternatives of one detail, whatever parts them: `85后，90后`, `170或175以上`, `本科、硕士都行`.
///
/// Where one range holds them all and nothing else, that range is asked for. Else no condition says it,
/// and all of them are left over: two demands would ask for somebody who is both.
struct CriteriaLists {
  private(set) var clauses: [[CriteriaItem]]

  private struct Place {
    let clause: Int
    let item: Int
  }

  init(_ clauses: [[CriteriaItem]]) {
    self.clauses = clauses
    var list: [Place] = []
    for place in places {
      guard let last = list.last else {
        list = [place]
        continue
      }
      nameAlike(last, place)
      if areAlternatives(last, place) {
        list.append(place)
      } else {
        unite(list)
        openUnlike(last, place)
        openRest(last, place)
        list = [place]
      }
    }
    unite(list)
  }

  private var places: [Place] {
    clauses.indices.flatMap { clause in
      clauses[clause].indices.map { Place(clause: clause, item: $0) }
    }
  }

  private subscript(_ place: Place) -> CriteriaItem {
    get { clauses[place.clause][place.item] }
    set { clauses[place.clause][place.item] = newValue }
  }

  // MARK: Which are alternatives

  private func areAlternatives(_ one: Place, _ other: Place) -> Bool {
    let (first, second) = (self[one], self[other])
    guard first.field == second.field, !first.isDenied, !second.isDenied,
      let some = first.span, let more = second.span, areMeantAlike(first, second)
    else { return false }
    let isParted = one.clause != other.clause
    if isParted, !isOfOneDetail(one.clause) || !isOfOneDetail(other.clause) { return false }
    if second.joint == .or { return true }
    // 25岁以上30岁以下 and 90后92前 are one phrase.
    if !isParted, second.joint == .none, !second.isOneOfAll { return false }
    let isFarther = some.intersected(more).isEmpty
    if second.mode == .preferred, first.mode == .plain, !isFarther { return false }
    // 大5岁以内，小2岁以内 are two sides of one range.
    if first.field == .measure(.older) { return false }
    switch (some.side, more.side) {
    case (.both, .both):
      // `25-35岁，28岁左右` says the same more closely.
      return first.isDecade && second.isDecade || second.joint == .pause || second.isOneOfAll
        || !some.holds(more) && !more.holds(some)
    case (.least, .least), (.most, .most):
      return first.isBare || second.isBare || second.isOneOfAll
    default: return false
    }
  }

  private func isOfOneDetail(_ clause: Int) -> Bool {
    clauses[clause].allSatisfy { $0.field == clauses[clause].first?.field }
  }

  /// 户籍山东，河南: the second is no place to live. 不找济南户口的，泰安 names no list.
  private mutating func nameAlike(_ one: Place, _ other: Place) {
    guard one.clause != other.clause, clauses[one.clause].count == 1,
      clauses[other.clause].count == 1, !self[other].isNamed, self[one].mode == .plain,
      !self[one].isDenied, self[other].mode != .open,
      case .region(let kind, _)? = self[one].conditions.first,
      case .region(_, let regions)? = self[other].conditions.first
    else { return }
    self[other].conditions[0] = .region(kind, regions)
  }

  /// The last word of a list says how all of it is meant: `85后，90后优先`, `165、170都行`.
  private func areMeantAlike(_ first: CriteriaItem, _ second: CriteriaItem) -> Bool {
    switch (first.mode, second.mode) {
    case (.plain, .plain), (.preferred, .preferred), (.plain, .preferred): true
    case (.plain, .accepted), (.accepted, .accepted): second.isOneOfAll
    default: false
    }
  }

  /// `有房，或者有车` asks for neither surely.
  private mutating func openUnlike(_ one: Place, _ other: Place) {
    guard one.clause != other.clause, self[other].joint == .or, self[one].field != self[other].field
    else { return }
    self[one].mode = .open
    self[other].mode = .open
  }

  /// The last of 1990、1991、1992年, of which the others were not understood, and 30岁 of 30岁，32.
  private mutating func openRest(_ one: Place, _ other: Place) {
    let (first, second) = (self[one], self[other])
    guard first.isBare, second.isBare, first.isYears || second.isYears,
      first.isUnread || second.isUnread,
      one.clause == other.clause
        ? second.joint == .pause || second.joint == .or
        : clauses[one.clause].count == 1 && clauses[other.clause].count == 1
    else { return }
    self[one].mode = .open
    self[other].mode = .open
  }

  // MARK: What they are together

  private mutating func unite(_ list: [Place]) {
    guard list.count > 1, let last = list.last, let field = self[last].field else { return }
    let whole = CriteriaLists.whole(list.compactMap { self[$0].span })
    let condition = whole.flatMap { Condition(field, span: $0) }
    let mode: CriteriaItem.Mode = self[last].mode == .preferred ? .preferred : .plain
    for place in list {
      self[place].mode = condition == nil ? .open : mode
      if let condition { self[place].conditions = [condition] }
    }
    // What parts them belongs to them.
    for (one, next) in zip(list, list.dropFirst()) where one.clause == next.clause {
      self[next].range = self[one].range.upperBound..<self[next].range.upperBound
    }
  }

  /// The one range that holds what the ranges hold and nothing else.
  private static func whole(_ spans: [Bounds<Int>]) -> Bounds<Int>? {
    let spans = spans.sorted { ($0.low ?? .min) < ($1.low ?? .min) }
    guard var whole = spans.first else { return nil }
    for span in spans.dropFirst() {
      guard let high = whole.high else { break }
      guard (span.low ?? .min) <= high + 1 else { return nil }
      whole.high = span.high.map { max($0, high) }
    }
    return whole.isOpen ? nil : whole
  }
}

extension CriteriaItem {
  /// The range it asks for, of what has an order.
  fileprivate var span: Bounds<Int>? {
    guard conditions.count == 1 else { return nil }
    return switch conditions[0] {
    case .measure(_, let bounds): bounds
    case .education(let levels): Bounds(low: levels.low?.rawValue, high: levels.high?.rawValue)
    case .trait, .work, .text, .region, .nearby: nil
    }
  }

  fileprivate var isYears: Bool { field == .measure(.birthYear) || field == .measure(.age) }

  /// A number by itself that only what stands around it could explain.
  fileprivate var isUnread: Bool { mode == .open && conditions.isEmpty }

  /// 85后, 90后.
  fileprivate var isDecade: Bool {
    guard field == .measure(.birthYear), let span, let low = span.low, let high = span.high
    else { return false }
    return low % 5 == 0 && [4, 9].contains(high - low)
  }
}

extension Condition {
  fileprivate init?(_ field: ConditionField, span: Bounds<Int>) {
    switch field {
    case .measure(let measure): self = .measure(measure, span)
    case .education:
      self = .education(
        Bounds(
          low: span.low.flatMap(Education.init(rawValue:)),
          high: span.high.flatMap(Education.init(rawValue:))))
    case .trait, .work, .text, .place: return nil
    }
  }
}

extension Bounds<Int> {
  fileprivate enum Side { case both, least, most, neither }

  fileprivate var side: Side {
    switch (low, high) {
    case (.some, .some): .both
    case (.some, nil): .least
    case (nil, .some): .most
    case (nil, nil): .neither
    }
  }

  fileprivate func holds(_ other: Bounds) -> Bool { intersected(other) == other }
}
