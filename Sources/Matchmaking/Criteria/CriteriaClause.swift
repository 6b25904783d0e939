/// Reads one clause of free criteria into items, and how each is meant.
struct CriteriaClause {
  let tokens: [CriteriaToken]
  private let text: Written
  private let sex: Sex?
  let end: Int
  private(set) var place: Int

  private(set) var items: [CriteriaItem] = []
  /// 希望 speaks of the whole sentence.
  private(set) var prefersSentence: Bool
  private(set) var mode: CriteriaItem.Mode
  /// Where the word stands that governs what follows.
  private var governor: Int?
  private var isNoneBut = false
  /// Items before it are no longer reached by 优先 or 勿扰.
  private var reach = 0
  private var joint: CriteriaItem.Joint = .none
  /// A detail named with nothing said yet: 学历 of 学历不限.
  private var pendingField: Int?

  init(
    _ tokens: [CriteriaToken], _ text: Written, _ clause: Range<Int>, sex: Sex?, prefers: Bool
  ) {
    (self.tokens, self.text, self.sex) = (tokens, text, sex)
    place = clause.lowerBound
    end = clause.upperBound
    prefersSentence = prefers
    mode = prefers ? .preferred : .plain
    while place < end { step() }
  }

  private mutating func step() {
    switch tokens[place].word {
    case .prefer(let word): prefer(word)
    case .must: govern(.plain)
    case .refuse: hasItemAhead ? govern(.refused) : behind(.refused)
    case .refused: behind(.refused)
    case .noneBut:
      isNoneBut = true
      govern(.refused)
    case .accept: items.count == reach && hasItemAhead ? govern(.accepted) : behind(.accepted)
    case .any: any()
    case .pause: joint = .pause
    case .or: joint = .or
    case .space: separate()
    case .soft, .filler, .unknown, .stop, .bound, .to, .unit, .around: break
    case .number, .field, .yearlyIncome, .lead, .education, .conditions, .work, .region, .nearby,
      .gap, .manOlder, .place:
      if take() { return }
    }
    place += 1
  }

  private var hasItemAhead: Bool {
    tokens[(place + 1)..<end].contains {
      switch $0.word {
      case .number, .education, .conditions, .work, .region, .nearby, .manOlder: true
      default: false
      }
    }
  }

  // MARK: How it is meant

  private mutating func prefer(_ word: CriteriaWord.PreferWord) {
    switch word {
    case .sentence:
      prefersSentence = true
      govern(.preferred)
    case .clause: govern(.preferred)
    case .behind: behind(.preferred)
    case .either: items.count == reach && hasItemAhead ? govern(.preferred) : behind(.preferred)
    }
  }

  private mutating func govern(_ mode: CriteriaItem.Mode) {
    self.mode = mode
    governor = place
    reach = items.count
  }

  /// What stands before is meant so: the last item, and those before it that are alike or touch it.
  private mutating func behind(_ mode: CriteriaItem.Mode) {
    guard items.count > reach else { return }
    var index = items.count - 1
    if saysNothing(items[index].range.upperBound..<place) {
      items[index].range = items[index].range.lowerBound..<(place + 1)
    }
    while true {
      if items[index].mode != .open {
        items[index].mode = isNoneBut && mode == .refused ? .plain : mode
      }
      guard index > reach,
        items[index].joint == .none || items[index].isAlike(items[index - 1])
      else { break }
      index -= 1
    }
    reach = items.count
    isNoneBut = false
  }

  private func saysNothing(_ range: Range<Int>) -> Bool {
    tokens[range].allSatisfy {
      switch $0.word {
      case .filler, .space, .pause, .must, .prefer, .accept: true
      default: false
      }
    }
  }

  private mutating func separate() {
    joint = .none
    reach = items.count
    pendingField = nil
  }

  private mutating func any() {
    if items.count > reach {
      behind(.any)
    } else if let field = pendingField {
      items.append(CriteriaItem(conditions: [], range: field..<(place + 1), mode: .any))
      reach = items.count
    } else if place + 1 < end, tokens[place + 1].word.isField {
      items.append(CriteriaItem(conditions: [], range: place..<(place + 2), mode: .any))
      reach = items.count
      place += 1
    }
    pendingField = nil
  }

  // MARK: What it is

  /// Reads an item at the place and moves behind it.
  private mutating func take() -> Bool {
    guard case (var item, let next)? = item() else {
      if tokens[place].word.isField { pendingField = place }
      return false
    }
    if item.mode == .plain { item.mode = mode }
    if let governor, items.count == reach, saysNothing((governor + 1)..<item.range.lowerBound) {
      item.range = governor..<item.range.upperBound
    }
    item.joint = items.isEmpty ? .none : joint
    if let last = items.last, items.count > reach, let both = last.joined(item) {
      items[items.count - 1] = both
    } else {
      if item.joint == .or, !items.isEmpty {
        items[items.count - 1].mode = .open
        item.mode = .open
      }
      items.append(item)
    }
    (place, joint, pendingField) = (next, .none, nil)
    return true
  }

  private func item() -> (CriteriaItem, Int)? {
    switch tokens[place].word {
    case .conditions(let conditions):
      return (CriteriaItem(conditions: conditions, range: place..<(place + 1)), place + 1)
    case .work(let work):
      return (CriteriaItem(conditions: [.work(work)], range: place..<(place + 1)), place + 1)
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
    if figures.isPreferred { item.mode = .preferred }
    return (item, next)
  }

  private func manOlder() -> (CriteriaItem, Int)? {
    guard let sex else { return nil }
    let bounds = sex == .woman ? Bounds(low: 0) : Bounds(high: 0)
    return (
      CriteriaItem(conditions: [.measure(.older, bounds)], range: place..<(place + 1)), place + 1
    )
  }
}

extension CriteriaWord {
  fileprivate var isField: Bool {
    switch self {
    case .field, .yearlyIncome, .place: true
    default: false
    }
  }
}
