/// Which words the little language is written with; it is read with both.
public enum ConditionWords: Sendable, CaseIterable {
  case english, chinese
}

extension Demand {
  /// As it is typed: `height>=165`, `身高>=165`; reads back as the same.
  public func text(_ words: ConditionWords) -> String {
    if let name = BareWords.name(condition) {
      return prefix(words) + (words == .english ? name.english : name.chinese)
    }
    if case .measure(_, let bounds) = condition {
      return prefix(words) + condition.field.name(words) + bounds.text { String($0) }
    }
    if case .education(let bounds) = condition {
      return prefix(words) + condition.field.name(words) + bounds.text { $0.word(words) }
    }
    let sign = condition.isPart ? "~" : "="
    return condition.field.name(words) + (isNegated ? "!" : "") + sign + condition.values(words)
  }

  private func prefix(_ words: ConditionWords) -> String {
    isNegated ? (words == .english ? "not " : "非 ") : ""
  }
}

extension ConditionField {
  public func name(_ words: ConditionWords) -> String { words == .english ? english : chinese }
}

extension Condition {
  public var field: ConditionField {
    switch self {
    case .trait(let trait, _): .trait(trait)
    case .measure(let measure, _): .measure(measure)
    case .education: .education
    case .work: .work
    case .text(let match): .text(match.kind)
    case .region(let kind, _), .nearby(let kind, _): .place(kind)
    }
  }

  /// Whether it is written with `~`: the words stand somewhere in the text.
  fileprivate var isPart: Bool {
    if case .text(let match) = self { !match.isWhole } else { false }
  }

  fileprivate func values(_ words: ConditionWords) -> String {
    switch self {
    case .trait(let trait, let choices):
      trait.words(choices).map { words == .english ? $0.english : $0.chinese }
        .joined(separator: ",")
    case .work(let work): work.words(words).joined(separator: ",")
    case .text(let match): match.words.map(ConditionValue.quoted).joined(separator: ",")
    case .region(_, let regions): regions.map(\.shortName).joined(separator: ",")
    case .nearby(_, let nearby): words == .english ? nearby.names.english : nearby.names.chinese
    case .measure, .education: ""
    }
  }
}

extension Bounds {
  /// With the comparison in front: `=25..32`, `>=25`, `<=32`, `=30`.
  fileprivate func text(_ word: (Value) -> String) -> String {
    switch (low, high) {
    case (let low?, let high?): low == high ? "=\(word(low))" : "=\(word(low))..\(word(high))"
    case (let low?, nil): ">=\(word(low))"
    case (nil, let high?): "<=\(word(high))"
    case (nil, nil): "=?"
    }
  }
}

extension Trait {
  /// The fewest words that say the choices: one for all of them if there is one.
  public func words(_ choices: Choices) -> [Value] {
    if let one = values.first(where: { $0.choices == choices }) { return [one] }
    var (rest, words) = (choices, [Value]())
    for value in values.sorted(by: {
      $0.choices.rawValue.nonzeroBitCount > $1.choices.rawValue.nonzeroBitCount
    })
    where choices.isSuperset(of: value.choices) && !rest.isDisjoint(with: value.choices) {
      words.append(value)
      rest.subtract(value.choices)
    }
    return values.filter(words.contains)
  }
}

extension Education {
  public func word(_ words: ConditionWords) -> String {
    switch self {
    case .primary: words == .english ? "primary" : "小学"
    case .junior: words == .english ? "junior" : "初中"
    case .senior: words == .english ? "senior" : "高中"
    case .college: words == .english ? "college" : "大专"
    case .bachelor: words == .english ? "bachelor" : "本科"
    case .master: words == .english ? "master" : "硕士"
    case .doctor: words == .english ? "doctor" : "博士"
    }
  }
}

extension Work {
  /// The word for each kind, 体制内 for all of its four together.
  public func words(_ words: ConditionWords) -> [String] {
    var rest = self
    var found: [String] = []
    if isSuperset(of: .inTheSystem) {
      found.append(words == .english ? "in-system" : "体制内")
      rest.subtract(.inTheSystem)
    }
    return found + rest.elements.map { $0.word(words) }
  }

  /// The first Han word for one kind and the last Latin one, as the lexicon reads them.
  private func word(_ words: ConditionWords) -> String {
    let group = Work.words.first { $0.1 == self }?.0.split(separator: " ") ?? []
    return String((words == .english ? group.last : group.first) ?? "")
  }
}
