// What it is.

extension CriteriaClause {
  /// Reads an item at the place and moves behind it.
  mutating func take() -> Bool {
    guard case (var item, let next)? = item() else {
      switch tokens[place].word {
      // 至少有房 asks for no more than 有房.
      case .lead(.atLeast) where ahead == .item: break
      case .lead, .gap: misread()
      default:
        pendingField = place
        (run.isFresh, hasWords) = (false, true)
      }
      return false
    }
    let isBehind = !items.isEmpty && items.count > reach
    item.joint = items.isEmpty && joint != .or ? .none : joint
    item.isTopic = isTopic(next)
    if isAskedOfSome(item) {
      openRun()
      item.mode = .open
    }
    meant(&item)
    takeField(into: &item)
    if isBehind, let both = items[items.count - 1].joined(item) {
      items[items.count - 1] = both
      run.first = min(run.first, items.count - 1)
    } else {
      if item.joint == .or, !items.isEmpty, !isDeniedAlike(items[items.count - 1], item),
        !isChoice(items[items.count - 1], item)
      {
        items[items.count - 1].mode = .open
        item.mode = .open
      }
      items.append(item)
    }
    skip(to: next)
    (joint, pendingField, run.isFresh) = (.none, nil, false)
    return true
  }

  /// 外地的要有房, where 要有房 is one word.
  private func isAskedOfSome(_ item: CriteriaItem) -> Bool {
    guard items.count > run.first, let last = items.last, last.isTopic else { return false }
    let first = text[tokens[item.range.lowerBound].range.lowerBound]
    return "要需须".unicodeScalars.contains { $0.value == first }
  }

  /// 婚况：未婚 is one phrase; 房子在济南 says where something is that is no home.
  private func takeField(into item: inout CriteriaItem) {
    guard let pendingField, pendingField < item.range.lowerBound,
      items.last.map({ $0.range.upperBound <= pendingField }) ?? true
    else { return }
    switch tokens[pendingField].word {
    case .field(let field) where field == item.field:
      if saysNothing((pendingField + 1)..<item.range.lowerBound) {
        item.range = pendingField..<item.range.upperBound
      }
    case .field(.trait) where item.kind == .place: item.mode = .open
    default: break
    }
  }

  private func isTopic(_ next: Int) -> Bool {
    let ends = [text[tokens[next - 1].range.upperBound - 1]]
    let follows =
      next < end && tokens[next].word == .filler ? [text[tokens[next].range.lowerBound]] : []
    return (ends + follows).contains(where: CriteriaWord.owners.contains)
  }

  private func isDeniedAlike(_ one: CriteriaItem, _ other: CriteriaItem) -> Bool {
    governor.denies && one.isDenied && other.isDenied
  }

  /// 170或175以上, of which ``CriteriaLists`` makes one.
  private func isChoice(_ one: CriteriaItem, _ other: CriteriaItem) -> Bool {
    one.kind == .figure && one.field != nil && one.field == other.field && one.mode == other.mode
      && one.mode != .open && !one.isDenied && !other.isDenied
  }

  private func item() -> (CriteriaItem, Int)? {
    switch tokens[place].word {
    case .conditions(let conditions):
      var item = CriteriaItem(conditions: conditions, range: place..<(place + 1))
      if isYetToHappen { item.mode = .open }
      return (item, place + 1)
    case .work(let work):
      var item = CriteriaItem(conditions: [.work(work)], range: place..<(place + 1))
      item.isLoose = true
      // 有保险, 有银行存款 is owned and no work.
      let isOwned = place > start && text.substring(tokens[place - 1].range) == "有"
      if isOwned { item.mode = .open }
      return (item, place + 1)
    case .manOlder: return manOlder()
    case .education, .field(.education): return education()
    case .region, .nearby, .place: return region()
    case .lead: return figures() ?? education()
    case .number, .field, .yearlyIncome, .gap: return figures()
    default: return nil
    }
  }

  /// 准备离婚, 不会离婚: what somebody means to do says nothing of what they are.
  private var isYetToHappen: Bool {
    guard place > start, text.substring(tokens[place].range) == "离婚" else { return false }
    let before = text.substring(tokens[place - 1].range)
    return ["想", "会", "要", "准备", "打算", "计划", "愿", "愿意", "肯", "敢"].contains(where: before.hasSuffix)
  }

  private func figures() -> (CriteriaItem, Int)? {
    var figures = CriteriaFigures(tokens, text, from: place, to: end)
    guard case (var item, let next)? = figures.read() else { return nil }
    if figures.isPreferred, item.mode == .plain { item.mode = .preferred }
    if isOfAnother(item) { item.mode = .open }
    return (item, next)
  }

  /// A figure without a detail of its own belongs to what was named before it: 职业5年; and all that is
  /// said behind 孩子 is said of them.
  private func isOfAnother(_ item: CriteriaItem) -> Bool {
    guard let pendingField else { return run.isOfMatter && !item.isNamed }
    switch tokens[pendingField].word {
    case .field(.trait(.children)): return true
    case .field(.measure(let measure)):
      if item.isNamed { return false }
      return run.isOfMatter || !item.conditions.isEmpty && !item.isAbout(measure)
    default: return !item.isNamed
    }
  }

  private func manOlder() -> (CriteriaItem, Int)? {
    guard let sex else { return nil }
    let bounds = sex == .woman ? Bounds(low: 0) : Bounds(high: 0)
    return (
      CriteriaItem(conditions: [.measure(.older, bounds)], range: place..<(place + 1)), place + 1
    )
  }
}
