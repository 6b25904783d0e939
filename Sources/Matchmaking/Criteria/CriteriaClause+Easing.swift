// 可放宽, 不是硬性要求, 仅供参考: what makes a wish of a limit.

extension CriteriaClause {
  /// Details that were eased by name: 年龄可放宽.
  ///
  /// Alone in its clause such a word speaks of the clause before, or of the list that it closes.
  mutating func ease() {
    stances.append(.eased)
    let goesOn = place + 1 < end && tokens[place + 1].word == .to
    let (named, first) = fieldsBefore
    if !named.isEmpty || !fieldsBehind.isEmpty {
      easedFields += named + fieldsBehind
      if !named.isEmpty, !goesOn {
        items.append(CriteriaItem(conditions: [], range: first..<(place + 1), mode: .any))
      }
      (pendingField, hasWords) = (nil, true)
    } else if items.isEmpty {
      ahead == .item && !goesOn ? hopeAhead() : (easesList = true)
    } else {
      easeItems()
    }
    (reach, lastNegator) = (items.count, nil)
    // Of 可放宽到35岁 nobody knows for whom.
    if goesOn { run.isUnsure = true }
  }

  /// 参考身高170.
  private mutating func hopeAhead() {
    governor = Governor(mode: .preferred, place: place)
  }

  /// The run it stands in, with the list that the run ends; behind a space the whole clause.
  private mutating func easeItems() {
    let isLone = text[tokens[place].range.lowerBound - 1] == 0x20
    var index = items.count
    while index > 0 {
      index -= 1
      items[index].take(.eased)
      if !isLone, items[index].joint == .space { return }
    }
  }

  /// Those named before it, and where the first of them stands.
  private var fieldsBefore: (fields: [ConditionField], first: Int) {
    var (fields, first) = ([ConditionField](), place)
    for index in (start..<place).reversed() {
      switch tokens[index].word {
      case .pause, .or, .filler, .must, .degree: continue
      default:
        guard let field = tokens[index].word.detail else { return (fields, first) }
        fields.append(field)
        first = index
      }
    }
    return (fields, first)
  }

  private var fieldsBehind: [ConditionField] {
    guard items.count == run.first, ahead != .item else { return [] }
    let next = tokens[(place + 1)..<end].first { $0.word != .filler }
    return next?.word.detail.map { [$0] } ?? []
  }
}

extension CriteriaWord {
  /// The detail it names without saying anything of it.
  fileprivate var detail: ConditionField? {
    switch self {
    case .field(let field): field
    case .yearlyIncome: .measure(.income)
    case .gap(.either): .measure(.older)
    case .place(let kind): .place(kind)
    default: nil
    }
  }
}

extension CriteriaItem {
  /// Whether easing a detail eases it: of 年龄 the years of birth as well, of 户口 any place.
  func isOf(_ field: ConditionField) -> Bool {
    switch field {
    case .measure(let measure): isAbout(measure)
    case .place: kind == .place
    default: self.field == field
    }
  }
}
