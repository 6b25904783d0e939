/// Puts what single clauses say together.
struct CriteriaSum {
  private var all: [Criterion] = []
  /// What the last clause asked for, where it said one thing only: it may go on as a list,
  /// `教师，医护，公务员优先`.
  private var list: Set<Int> = []

  var criteria: Criteria { Criteria(all) }

  /// Somebody with children is tolerated, so that 离异无孩也可以 asks for none no more.
  private let toleratesChildren: Bool

  init(_ clauses: [[CriteriaItem]]) {
    toleratesChildren = clauses.joined().contains { item in
      item.isTolerated
        && item.conditions.contains { $0.field == .trait(.children) && !$0.isNoChildren }
    }
    for clause in clauses where !clause.isEmpty {
      var before = clause.count == 1 ? list : []
      for item in clause {
        list = []
        // 河南 山东 is a list as well.
        add(item, to: item.joint == .space || clause.count == 1 ? before : [])
        before = list
      }
      if clause.count > 1 { list = [] }
    }
    for item in clauses.joined() where item.isTolerated { widen(by: item) }
  }

  private mutating func add(_ item: CriteriaItem, to before: Set<Int>) {
    let strength: Strength = item.mode == .preferred ? .preference : .limit
    for demand in item.demands {
      let criterion = Criterion(demand, strength)
      if let index = all.firstIndex(of: criterion) {
        list.insert(index)
        continue
      }
      // What is tolerated widens a limit that stands already.
      if item.mode == .accepted, toleratesChildren || place(of: criterion) != nil { continue }
      if join(criterion, to: before) { continue }
      if let index = place(of: criterion), let both = CriteriaSum.both(all[index].demand, demand) {
        all[index].demand = both
        list.insert(index)
      } else {
        list.insert(all.count)
        all.append(criterion)
      }
    }
  }

  /// The last word of a list says how all of it is meant.
  private mutating func join(_ criterion: Criterion, to list: Set<Int>) -> Bool {
    for index in list.sorted().reversed() where !all[index].demand.isNegated {
      guard !criterion.demand.isNegated,
        let both = all[index].demand.condition.united(criterion.demand.condition)
      else { continue }
      all[index] = Criterion(Demand(both), criterion.strength)
      self.list.insert(index)
      return true
    }
    return false
  }

  private func place(of criterion: Criterion) -> Int? {
    all.lastIndex {
      $0.strength == criterion.strength
        && $0.demand.condition.field == criterion.demand.condition.field
    }
  }

  /// Two demands on one detail as one; nil where they have to stand side by side.
  private static func both(_ one: Demand, _ other: Demand) -> Demand? {
    guard !one.isNegated, !other.isNegated else { return nil }
    switch (one.condition, other.condition) {
    case (.measure(.older, let first), .measure(.older, let second)):
      // 大5岁以内，小2岁以内 is from two younger to five older.
      if let most = first.high, let least = second.low, first.low == 0, second.high == 0 {
        return Demand(.measure(.older, Bounds(low: least, high: most)))
      }
      if let least = first.low, let most = second.high, first.high == 0, second.low == 0 {
        return Demand(.measure(.older, Bounds(low: least, high: most)))
      }
      return within(first, second).map { Demand(.measure(.older, $0)) }
    case (.measure(.birthYear, let first), .measure(.birthYear, let second)):
      let both = decades(first, second) ?? within(first, second)
      return both.map { Demand(.measure(.birthYear, $0)) }
    case (.measure(let measure, let first), .measure(_, let second)):
      return within(first, second).map { Demand(.measure(measure, $0)) }
    case (.education(let first), .education(let second)):
      return within(first, second).map { Demand(.education($0)) }
    default: return nil
    }
  }

  /// 90后95后 is either, and 85后92前 from 1985 to 1992: each word adds something.
  private static func decades(_ one: Bounds<Int>, _ other: Bounds<Int>) -> Bounds<Int>? {
    guard let low = one.low, let high = one.high, low % 5 == 0, [4, 9].contains(high - low) else {
      return nil
    }
    if other.low == nil, let last = other.high, last > high { return Bounds(low: low, high: last) }
    guard let first = other.low, let last = other.high, first % 5 == 0,
      [4, 9].contains(last - first), first <= high + 1, low <= last + 1
    else { return nil }
    return Bounds(low: min(low, first), high: max(high, last))
  }

  /// Bounds that exclude each other stay side by side, as a contradiction to be shown.
  private static func within<Value>(
    _ one: Bounds<Value>, _ other: Bounds<Value>
  ) -> Bounds<Value>? {
    let both = one.intersected(other)
    return both.isEmpty ? nil : both
  }

  /// 可接受离异 and 离异不限 add to a limit on the marital status, 大专也可 lowers one on education.
  private mutating func widen(by item: CriteriaItem) {
    for condition in item.conditions {
      for index in all.indices where all[index].strength == .limit && !all[index].demand.isNegated {
        switch (all[index].demand.condition, condition) {
        case (.trait(let trait, let choices), .trait(let other, let more)) where trait == other:
          all[index].demand.condition = .trait(trait, choices.union(more))
        case (.education(let bounds), .education(let more)):
          if let low = bounds.low, let least = more.low, least < low {
            all[index].demand.condition = .education(Bounds(low: least, high: bounds.high))
          }
        case (.region(let kind, let regions), .region(let other, let more)) where kind == other:
          all[index].demand.condition = .region(kind, Region.outermost(regions + more))
        case (.work(let work), .work(let more)):
          all[index].demand.condition = .work(work.union(more))
        default: break
        }
      }
    }
  }
}
