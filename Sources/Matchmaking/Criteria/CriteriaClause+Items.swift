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
    item.joint = items.isEmpty ? .none : joint
    item.isTopic = isTopic(next)
    meant(&item)
    if isBehind, let both = items[items.count - 1].joined(item) {
      items[items.count - 1] = both
      run.first = min(run.first, items.count - 1)
    } else {
      if item.joint == .or, !items.isEmpty, !isDeniedAlike(items[items.count - 1], item) {
        items[items.count - 1].mode = .open
        item.mode = .open
      }
      items.append(item)
    }
    skip(to: next)
    (joint, pendingField, run.isFresh) = (.none, nil, false)
    return true
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

  private func item() -> (CriteriaItem, Int)? {
    switch tokens[place].word {
    case .conditions(let conditions):
      return (CriteriaItem(conditions: conditions, range: place..<(place + 1)), place + 1)
    case .work(let work):
      var item = CriteriaItem(conditions: [.work(work)], range: place..<(place + 1))
      item.isLoose = true
      return (item, place + 1)
    case .manOlder: return manOlder()
    case .education, .field(.education): return education()
    case .region, .nearby, .place: return region()
    case .lead: return figures() ?? education()
    case .number, .field, .yearlyIncome, .gap: return figures()
    default: return nil
    }
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
