// What reaches an item: what governs it, denies it, or leaves it in doubt.

extension CriteriaClause {
  /// Says how the item is meant: by what governs it, by the negators before it, and by all that was
  /// not understood around it.
  mutating func meant(_ item: inout CriteriaItem) {
    let scope = scope(of: item)
    if scope == .beyond { governor = Governor(mode: voice.prefers ? .preferred : .plain) }
    if item.mode == .plain || item.mode == .preferred && governor.mode != .plain {
      item.mode = governor.mode
    }
    let isSure = scope != .unsure && deny(&item)
    if governor.denies {
      item.deny()
      item.isRefused = true
    }
    extend(&item)
    if run.isExcept, !item.isUnclear { item.mode = .excepted }
    if run.isAsked, !item.isUnclear { item.mode = .asked }
    if voice.isOfWriter { voice.hasFacts = true }
    if !isSure || run.isUnsure || run.isOfFamily || run.isOfSelf || voice.isOfWriter || isShut(item)
    {
      item.mode = .open
    }
    governor.governed += 1
  }

  private func isShut(_ item: CriteriaItem) -> Bool {
    switch voice.heading {
    case .known: false
    case .unknown, .refusing: true
    case .unknownBefore: item.leaning == .unwanted
    }
  }

  /// Takes in the words before it that govern or deny it.
  private mutating func extend(_ item: inout CriteriaItem) {
    if let denial = run.denial, denial < item.range.lowerBound {
      item.range = denial..<item.range.upperBound
    }
    if let governor = governor.place, items.count == reach,
      saysNothing((governor + 1)..<item.range.lowerBound)
    {
      item.range = governor..<item.range.upperBound
    }
    dropDenial()
  }

  private enum Scope { case within, beyond, unsure }

  /// Whether what governs reaches as far as here.
  private mutating func scope(of item: CriteriaItem) -> Scope {
    guard governor.place != nil, governor.governed > 0 || governor.hasWords else { return .within }
    if !governor.denies, governor.mode == .preferred || governor.mode == .plain { return .within }
    let last = governor.governed > 0 ? items.last : nil
    let isAlike = last.map(item.isAlike) ?? false
    if governor.isPastSpace {
      if isAlike { return last?.mode == .open ? .unsure : .within }
      return !governor.denies || isOnItsOwn(item) ? .beyond : .unsure
    }
    if isAlike { return .within }
    if item.joint == .none, last != nil {
      // 不接受30岁以上离异 refuses one who is both.
      if governor.denies { items[items.count - 1].mode = .open }
      return .unsure
    }
    return !governor.denies || item.leaning == .unwanted ? .within : .unsure
  }

  /// Whether it is surely no part of a list that is refused: `不接受异地 本科以上`, `不接受异地 抽烟勿扰`.
  private func isOnItsOwn(_ item: CriteriaItem) -> Bool {
    if item.leaning == .wanted { return true }
    if item.leaning == .neutral, item.kind == .figure || item.kind == .place && isStated(item) {
      return true
    }
    // It is said of it, or of its own list, how it is meant.
    let next = item.range.upperBound
    for token in tokens[next..<max(next, min(end, next + Self.sight))] {
      switch token.word {
      case .says(_, .behind), .says(_, .either): return true
      case .space: return false
      default: continue
      }
    }
    return false
  }

  /// 在潍坊工作, 潍坊本地.
  private func isStated(_ item: CriteriaItem) -> Bool {
    guard item.isLoose, item.range.upperBound < end else { return !item.isLoose }
    let next = tokens[item.range.upperBound]
    return next.word == .filler && text[next.range.lowerBound] != 0x7684  // 的
  }

  /// Applies the negators before it, or the one before the last item; false where their reach is not
  /// sure.
  private mutating func deny(_ item: inout CriteriaItem) -> Bool {
    guard let first = run.negators.first else { return denyAlong(&item) }
    let isOdd = run.negators.count % 2 == 1
    lastNegator = isOdd ? first : nil
    guard isOdd else {
      for _ in run.negators { item.deny() }
      return true
    }
    let isTight =
      run.negators.count == 1 && first == .plain
      && run.denial.map { $0 + 1 } == item.range.lowerBound
    if isTight, item.isIndulged {
      item.swearOff()
      return true
    }
    // 不太离异 says nothing that is sure.
    if first == .faint, !item.isHabit { return false }
    // 没有本科学历 by itself is no hope for anybody.
    let isLacking = first == .lacking && item.isBare && item.field == .education
    for _ in run.negators { item.deny() }
    return !isLacking || governor.denies || isRefusedBehind
  }

  private var isRefusedBehind: Bool {
    tokens[place..<min(end, place + CriteriaClause.sight)].contains {
      if case .says(.refused, _) = $0.word { true } else { false }
    }
  }

  /// 不抽烟喝酒: what stands beside the denied and is of its kind is denied with it.
  private mutating func denyAlong(_ item: inout CriteriaItem) -> Bool {
    guard let last = items.last, items.count > reach else { return true }
    if last.isNever, item.isHabit, item.leaning == .unwanted {
      if governor.denies || !item.isIndulged { return false }
      item.swearOff()
      // 不抽烟、喝酒 may be meant either way.
      return item.joint == .none
    }
    if last.isNever, item.joint == .none, item.leaning == .unwanted { return false }
    guard let negator = lastNegator else { return true }
    if negator == .faint, !item.isHabit { return false }
    if item.isAlike(last), item.joint == .none || negator != .plain {
      item.deny()
      return true
    }
    lastNegator = nil
    return negator == .plain && item.leaning == .wanted
  }

  /// 请 behind something unwanted, where no refusal follows, asks those who are so for something else, and
  /// so does 要 behind a kind of people: 外地的要有房.
  mutating func address() {
    guard items.count > run.first, let last = items.last else { return }
    switch text.substring(tokens[place].range) {
    case "请": run.isAddressed = true
    case "要" where last.isTopic && ahead == .item: doubt()
    default: break
    }
  }

  func saysNothing(_ range: Range<Int>) -> Bool {
    guard range.lowerBound <= range.upperBound else { return false }
    return tokens[range].allSatisfy {
      switch $0.word {
      case .filler, .degree, .space, .pause, .must, .person, .supposing, .says(.preferred, _),
        .says(.accepted, _):
        true
      default: false
      }
    }
  }
}
