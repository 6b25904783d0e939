/// One thing found in a clause, before it is said how strongly it is meant.
struct CriteriaItem: Hashable {
  enum Mode: Hashable {
    case plain, preferred, accepted
    /// 不限: said, and no limit.
    case any
    /// Not surely understood, or cannot be put as conditions: it is left over.
    case open
    /// 是否有房, 即使有房: left over unless it is said that it does not matter.
    case asked
    /// 除了本科: what is said of all others tells what is said of it.
    case excepted
  }

  enum Joint: Hashable { case none, space, pause, or }

  var conditions: [Condition]
  /// Of the tokens.
  var range: Range<Int>
  var mode = Mode.plain
  /// 外地: the contrary by itself.
  var isContrary = false
  /// How many negators and refusals reach it.
  private(set) var denials = 0
  /// 以上 and 以下: the contrary keeps the boundary, as who writes `170以下勿扰` takes 170.
  var sharesBoundary = false
  /// A level or figure stands alone, with no word for more or less.
  var isBare = false
  /// One of several levels, of which the contrary is no range.
  var isList = false
  /// May be the beginning of a longer word that means something else.
  var isLoose = false
  /// The detail was named before its figure.
  var isNamed = false
  /// 的 or 者 behind it makes it the people that something is said of next.
  var isTopic = false
  /// A verb of refusing governs it, so that 勿扰 behind it says the same once more or the contrary.
  var isRefused = false
  /// It holds several that were named one by one: 济南、泰安.
  var isSeveral = false
  /// 都行, 均可 said it of each of a list: outside of the list nothing is.
  var isOneOfAll = false
  /// What parts it from the item before in the clause.
  var joint = Joint.none

  /// Whether the contrary is meant.
  var isDenied: Bool { isContrary != (denials % 2 == 1) }

  /// Takes another of the same detail in: 未婚、离异; 教师、医护; 泰安或济南.
  ///
  /// 离异带孩 and 带孩的离异 are one thing as well.
  func joined(_ other: CriteriaItem) -> CriteriaItem? {
    guard mode == other.mode, isDenied == other.isDenied else { return nil }
    var item = self
    item.range = range.lowerBound..<other.range.upperBound
    item.isTopic = other.isTopic
    item.isLoose = other.isLoose
    if kind == .past, other.kind == .past, other.joint == .none,
      other.range.lowerBound - range.upperBound <= 1, conditions.count == 1,
      other.conditions.count == 1,
      conditions[0].field != other.conditions[0].field
    {
      item.conditions += other.conditions
      return item
    }
    if isDenied, case .nearby? = conditions.first { return nil }
    guard let own = conditions.first, let more = other.conditions.first,
      let both = own.united(more)
    else { return nil }
    let rest = conditions.dropFirst()
    item.isSeveral = true
    item.conditions =
      [both] + rest + other.conditions.dropFirst().filter { !rest.contains($0) }
    // 有房或无房 does not matter.
    if kind == .belongings, leaning != other.leaning, leaning != .neutral, mode == .plain {
      item.mode = .any
    }
    return item
  }

  // MARK: What it asks for

  var demands: [Demand] {
    switch mode {
    case .plain where isNobodysWish: []
    case .plain, .preferred:
      isTangled ? [] : isDenied ? hasContrary ? denied : [] : conditions.map { Demand($0) }
    // 离异无孩可以接受 still wants no children.
    case .accepted:
      isDenied || conditions.count == 1
        ? [] : conditions.filter { $0.isNoChildren }.map { Demand($0) }
    case .any, .open, .asked, .excepted: []
    }
  }

  /// 不是非本科不可: of three denials nobody is sure.
  private var isTangled: Bool { denials > 2 }

  /// Whether a limit gives way to it.
  var isTolerated: Bool { !isDenied && (mode == .accepted || mode == .any) }

  var isLeftOver: Bool { isUnclear || mode == .plain && isNobodysWish }

  /// Whether it cannot be told what it says, whatever else is said of it.
  var isUnclear: Bool {
    switch mode {
    case .open, .asked, .excepted: true
    case .plain, .preferred: isDenied && !hasContrary || isTangled
    case .accepted, .any: false
    }
  }

  /// Of 离异带孩 denied the children are what is refused.
  private var denied: [Demand] {
    let hasChildren = conditions.contains { $0.field == .trait(.children) }
    return conditions.compactMap { condition in
      if hasChildren, condition.field == .trait(.marital) { return nil }
      return contrary(condition)
    }
  }

  private func contrary(_ condition: Condition) -> Demand {
    let step = sharesBoundary ? 0 : 1
    switch condition {
    // Who refuses 比我小的 takes who is as old as they are.
    case .measure(.older, Bounds(high: 0)): return Demand(.measure(.older, Bounds(low: 0)))
    case .measure(.older, Bounds(low: 0)): return Demand(.measure(.older, Bounds(high: 0)))
    case .measure(let measure, let bounds):
      if let low = bounds.low, bounds.high == nil {
        return Demand(.measure(measure, Bounds(high: low - step)))
      }
      if let high = bounds.high, bounds.low == nil {
        return Demand(.measure(measure, Bounds(low: high + step)))
      }
    case .education(let bounds):
      if isBare, let level = bounds.low {
        return Demand(.education(Bounds(level)), isNegated: true)
      }
      if let low = bounds.low, bounds.high == nil {
        return Demand(.education(Bounds(high: Education(rawValue: low.rawValue - step) ?? low)))
      }
      if let high = bounds.high, bounds.low == nil {
        return Demand(.education(Bounds(low: Education(rawValue: high.rawValue + step) ?? high)))
      }
    // Who refuses 无房 wants a home, and no tenant.
    case .trait(.housing, Choices(Housing.none)): return Demand(.trait(.housing, .homeOwner))
    case .trait(let trait, let choices) where trait == .car || trait == .onlyChild:
      return Demand(.trait(trait, trait.all.subtracting(choices)))
    case .trait, .work, .text, .region, .nearby: break
    }
    return Demand(condition, isNegated: true)
  }

  /// The contrary of a bare figure is no range, as nobody knows whom `不要170的` lets through; and of
  /// 离异无孩 nobody knows what is refused.
  private var hasContrary: Bool {
    if case .trait(let trait, let choices)? = conditions.first, choices.isSuperset(of: trait.all) {
      return false
    }
    if isList, isBare { return false }
    if conditions.count > 1, kind == .past { return !conditions.contains { $0.isNoChildren } }
    guard isBare, case .measure(let measure, _)? = conditions.first else { return true }
    return measure == .age || measure == .birthYear || measure == .older
  }

  // MARK: What is said of it

  /// Says the contrary, or takes it back.
  mutating func deny() { denials += 1 }

  /// What a word says that speaks of what stands before it.
  mutating func take(_ stance: CriteriaWord.Stance) {
    switch (mode, stance) {
    case (.open, _): break
    case (.excepted, .refused): mode = .plain
    // 除了有房，其他不限 asks for a home; of 除了30岁以下，其他不限 nobody is sure.
    case (.excepted, .any) where leaning == .wanted: mode = .plain
    case (.excepted, .any) where kind == .figure: mode = .open
    case (.excepted, .accepted), (.excepted, .any):
      mode = .plain
      deny()
    case (.asked, .any), (.asked, .accepted): mode = .any
    case (.asked, .refused), (.asked, .preferred), (.excepted, .preferred): mode = .open
    case (.any, .refused), (.any, .preferred), (.accepted, .refused), (.accepted, .preferred):
      mode = .open
    // 济南、泰安都行 asks for one of them; 离异、丧偶都行 widens.
    case (.plain, .accepted) where isOneOfAll && isChoice: break
    case (_, .refused):
      mode = isRefused ? .open : .plain
      deny()
    // 离异可放宽, 外地可放宽 let them in.
    case (.plain, .eased) where leaning == .unwanted:
      mode = .accepted
    case (.excepted, .eased): mode = .open
    case (.asked, .eased), (.any, .eased), (.accepted, .eased): break
    case (_, .eased): mode = .preferred
    case (_, .accepted): mode = .accepted
    case (_, .any): mode = .any
    case (_, .preferred): mode = .preferred
    }
  }
}
