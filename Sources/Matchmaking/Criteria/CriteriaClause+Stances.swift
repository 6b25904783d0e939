// How it is meant.

extension CriteriaClause {
  mutating func say(_ stance: CriteriaWord.Stance, _ aim: CriteriaWord.Aim) {
    if stance == .eased, run.negators.isEmpty { return ease() }
    if items.isEmpty, stances.isEmpty, !hasWords, !opensWithDenial, ahead == .nothing {
      opening = stance
    } else if opening != nil, items.isEmpty, !run.isFresh {
      isOpeningDoubtful = true
    }
    run.isFresh = run.isFresh && opening == nil
    stances.append(stance)
    hear()
    if !run.negators.isEmpty { return lacksBehind(stance) ? keepLast() : doubt() }
    if stance == .any, anyField(aim) { return }
    switch aim {
    case .sentence where isStacked: doubt()
    case .sentence:
      voice.prefers = true
      govern(stance)
    case .behind where items.count == run.first && ahead == .item: misplaced(stance)
    case .behind: behind(stance)
    case .ahead, .either: aimed(stance, aim)
    }
  }

  /// A verb stands on another that says no: 不考虑不接受离异的.
  private var isStacked: Bool {
    governor.place != nil && governor.governed == 0 && !governor.hasWords
      && (governor.denies || governor.mode == .accepted || governor.mode == .any)
  }

  /// A word that speaks of what stands before, with nothing there: 没关系离异.
  private mutating func misplaced(_ stance: CriteriaWord.Stance) {
    switch stance {
    case .any, .accepted: govern(stance)
    case .refused: doubt()
    case .preferred, .eased: break
    }
  }

  private mutating func aimed(_ stance: CriteriaWord.Stance, _ aim: CriteriaWord.Aim) {
    let ahead = ahead
    guard ahead != .nothing else { return behind(stance) }
    guard !isStacked else { return doubt() }
    guard items.count > reach, let last = items.last else { return govern(stance) }
    switch (aim, stance) {
    case (.either, .preferred): behind(stance)
    // 未婚可以离异不行: nobody knows on which side it stands.
    case (.either, _): ahead == .item ? doubt() : behind(stance)
    case (_, .preferred): govern(stance)
    default: last.isTopic || last.leaning == .unwanted ? doubt() : govern(stance)
    }
  }

  /// 本科都没有的免谈: who lacks it is refused, so that it is asked for.
  private func lacksBehind(_ stance: CriteriaWord.Stance) -> Bool {
    guard stance == .refused, run.negators.count == 1, let negator = run.negators.first,
      negator == .lacking || negator == .plain
    else { return false }
    return items.count > max(run.first, reach) && ahead == .nothing
  }

  private mutating func keepLast() {
    dropDenial()
    let last = items.count - 1
    for index in reach..<last { items[index].mode = .open }
    items[last].range = items[last].range.lowerBound..<(place + 1)
    (reach, lastNegator) = (items.count, nil)
  }

  /// 学历不限, 不限学历.
  private mutating func anyField(_ aim: CriteriaWord.Aim) -> Bool {
    if aim != .ahead, items.count > reach, ahead == .nothing || aim == .behind { return false }
    if let field = pendingField,
      ahead == .nothing || aim != .ahead && (ahead == .words || isSaidNext)
    {
      items.append(CriteriaItem(conditions: [], range: field..<(place + 1), mode: .any))
      (reach, pendingField) = (items.count, nil)
      return true
    }
    var next = place + 1
    while next < end, tokens[next].word == .filler { next += 1 }
    guard next < end, tokens[next].word.isField, aim != .behind else { return false }
    // 不限身高170以上: nobody knows where it ends.
    if ahead == .item { return false }
    items.append(CriteriaItem(conditions: [], range: place..<(next + 1), mode: .any))
    (reach, pendingField) = (items.count, nil)
    skip(to: next)
    return true
  }

  /// 学历不限最好本科.
  private var isSaidNext: Bool {
    guard place + 1 < end else { return false }
    switch tokens[place + 1].word {
    case .says, .must: return true
    default: return false
    }
  }

  mutating func insist(_ must: CriteriaWord.Must) {
    if must != .needs { hear() }
    if !run.negators.isEmpty { return doubt() }
    if isStacked { return must == .seeks ? () : doubt() }
    // 离异的必须无孩: what is asked of some is not asked of all.
    if items.count > run.first, let last = items.last, ahead == .item,
      last.isTopic || last.leaning == .unwanted
    {
      return doubt()
    }
    let mode = governor.mode
    govern(nil)
    if must == .seeks { governor.mode = mode }
    governor.isOnly = must == .only
  }

  private mutating func govern(_ stance: CriteriaWord.Stance?) {
    var next = Governor(place: place)
    // 最好不要 prefers the contrary; without 最好 a refusal is a limit.
    if stance == .refused, governor.mode == .preferred, governor.governed == 0,
      governor.place != nil
    {
      next.mode = .preferred
    }
    switch stance {
    case .preferred, .eased: next.mode = .preferred
    case .refused: next.denies = true
    case .accepted: next.mode = .accepted
    case .any: next.mode = .any
    case nil: break
    }
    governor = next
    reach = items.count
    lastNegator = nil
  }

  // MARK: What stands before

  mutating func cross() {
    guard items.count > run.first, let last = items.last, last.isDubious, run.negators.isEmpty
    else { return doubt() }
    stances.append(.refused)
    behind(.refused)
  }

  /// What stands before is meant so: the last item, and those before it that are alike or touch it.
  mutating func behind(_ stance: CriteriaWord.Stance) {
    guard items.count > reach else {
      // 离异不考虑的算了 says two things of one.
      if items.count > run.first, stance != .preferred {
        return isTolerance(stance) && (items.last?.isTolerated ?? false) ? () : openRun()
      }
      return behindSpace(stance)
    }
    if governor.isOnly, stance == .accepted || stance == .any { return }
    let last = items.count - 1
    if saysNothing(items[last].range.upperBound..<place) {
      items[last].range = items[last].range.lowerBound..<(place + 1)
    }
    if stance == .accepted, isSaidOfEach {
      for index in reach..<items.count { items[index].isOneOfAll = true }
    }
    if stance == .refused {
      refuseBack(from: last)
    } else {
      var index = last
      items[index].take(stance)
      while index > reach, items[index].joint == .none || items[index].isAlike(items[index - 1]) {
        index -= 1
        items[index].take(stance)
      }
    }
    (reach, lastNegator) = (items.count, nil)
  }

  /// 都行, 均可; 也行 lets something in besides.
  private var isSaidOfEach: Bool {
    let words = tokens[max(start, place - 1)...place].map { text[$0.range.lowerBound] }
    return words.contains { Self.each.contains($0) }
  }

  private static let each = Set("都均皆".unicodeScalars.map(\.value))

  /// 也可以接受.
  private func isTolerance(_ stance: CriteriaWord.Stance) -> Bool {
    stance == .accepted || stance == .any
  }

  /// A refusal reaches back over a list; of what touches without one it may refuse the whole only.
  private mutating func refuseBack(from last: Int) {
    items[last].take(.refused)
    var index = last
    while index > reach {
      let (later, before) = (items[index], items[index - 1])
      switch later.joint {
      case .none where before.isAlike(later): items[index - 1].take(.refused)
      case .none: (items[index].mode, items[index - 1].mode) = (.open, .open)
      case .space, .pause, .or:
        before.isAlike(later) || before.leaning == .unwanted
          ? items[index - 1].take(.refused) : (items[index - 1].mode = .open)
      }
      index -= 1
    }
  }

  /// `离异 不接受`: it may be meant of what stands before the space.
  private mutating func behindSpace(_ stance: CriteriaWord.Stance) {
    guard let last = items.last, reach == items.count, joint == .space, last.mode == .plain
    else { return }
    stance == .refused && last.leaning != .unwanted
      ? (items[items.count - 1].mode = .open) : items[items.count - 1].take(stance)
  }

  mutating func besides() {
    guard items.count > reach else { return misread() }
    let isWord = tokens[place].range.count > 1
    guard isWord || run.isExcept else { return misread() }
    for index in reach..<items.count where [.plain, .preferred].contains(items[index].mode) {
      items[index].mode = .excepted
    }
    run.isExcept = false
  }

  /// 除外: whether it is refused the sentence tells.
  mutating func exceptBehind() {
    guard items.count > reach else { return doubt() }
    isExcepting = true
    for index in reach..<items.count {
      items[index].mode = items[index].mode == .plain ? .excepted : .open
    }
    items[items.count - 1].range = items[items.count - 1].range.lowerBound..<(place + 1)
    reach = items.count
  }
}

extension CriteriaWord {
  var isField: Bool {
    switch self {
    case .field, .yearlyIncome, .place: true
    default: false
    }
  }
}
