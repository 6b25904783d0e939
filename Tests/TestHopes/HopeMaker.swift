import Matchmaking

/// Puts hopes together at random, with and without one negation, subject or tolerance.
///
/// What is drawn is a function of the numbers it is given, so that a fuzzer can steer it.
package struct HopeMaker {
  /// A number from 0 up to, not including, the one given.
  private let roll: (Int) -> Int

  package init(roll: @escaping (Int) -> Int) { self.roll = roll }

  package struct Pair {
    /// The whole text without the negation, with it, and without the clause it stands in.
    package let without, with, rest: String
    /// That clause without the negation, and with it.
    package let alone, denied: String
  }

  package func pair() -> Pair {
    var fields = Array(HopeWords.phrases.indices)
    var clauses: [String] = []
    for _ in 0..<(1 + roll(3)) {
      let field = fields.remove(at: roll(fields.count))
      clauses.append(one(HopeWords.phrases[field]))
    }
    let place = roll(clauses.count)
    let isSoft = roll(4) == 0
    let soft = isSoft ? one(HopeWords.tempers) + one(HopeWords.stops) : ""
    let stop = one(HopeWords.stops)
    // A negation of what is denied already is one as well.
    let isParted = ![" ", "、"].contains(stop)
    let inner = roll(4) == 0 && isParted ? negation(roll(5)) : ("", "")
    // 我不要 and 不要 are the same.
    var (before, behind) = negation(roll(inner == ("", "") ? 6 : 5))
    // `有房，不要 抽烟` refuses what follows.
    if !isParted, behind.hasPrefix("，") { behind.removeFirst() }
    if !inner.1.contains("，") { clauses[place] = inner.0 + clauses[place] + inner.1 }
    let plain = clauses[place]
    var denied = clauses
    denied[place] = before + plain + behind
    var rest = clauses
    rest.remove(at: place)
    return Pair(
      without: soft + clauses.joined(separator: stop), with: soft + denied.joined(separator: stop),
      rest: soft + rest.joined(separator: stop), alone: plain, denied: denied[place])
  }

  /// Words in any order, sense or none.
  package func jumble() -> String {
    let words =
      HopeWords.phrases.joined() + HopeWords.before + HopeWords.behind + HopeWords.tempers
      + HopeWords.stops + HopeWords.scraps
    return (0..<(1 + roll(9))).map { _ in words[roll(words.count)] }.joined()
  }

  private func negation(_ kind: Int) -> (before: String, behind: String) {
    switch kind {
    case 0, 1: return (one(HopeWords.before), roll(3) == 0 ? "的" : "")
    case 2: return ("", "的" + one(HopeWords.behind))
    case 3: return ("", one(HopeWords.behind))
    case 5: return (one(HopeWords.subjects), "")
    default:
      let verb = one(HopeWords.negators) + one(HopeWords.degrees) + one(HopeWords.verbs)
      return roll(2) == 0 ? (verb, "") : ("", "的" + verb)
    }
  }

  private func one(_ words: [String]) -> String { words[roll(words.count)] }
}

/// What a text demands, and whether it is covered by its pieces.
package enum HopeCheck {
  /// Whether a text holds what every reading must; a sentence about what does not.
  package static func fault(of text: String) -> String? {
    let reading = CriteriaReading(text, of: .woman)
    var place = text.startIndex
    for piece in reading.pieces {
      guard piece.range.lowerBound == place, !piece.range.isEmpty else {
        return "a gap or an overlap in \(text)"
      }
      place = piece.range.upperBound
    }
    guard place == text.endIndex else { return "\(text) is not covered to its end" }
    if !HopeOracle.canBeMet(reading.criteria) { return "nobody can meet what \(text) demands" }
    let beside = CriteriaReading("性格好。" + text, of: .woman).criteria
    guard beside == reading.criteria else { return "\(text) demands something else behind 性格好" }
    for words in ConditionWords.allCases {
      let written = reading.criteria.text(words)
      guard (try? Criteria.check(written)) == reading.criteria else {
        return "\(text) was read as \(written), which reads as something else"
      }
    }
    return nil
  }

  /// Whether a negation left standing what it denies.
  package static func fault(of pair: HopeMaker.Pair) -> String? {
    let demands = { (text: String) in Set(CriteriaReading(text, of: .woman).criteria.all) }
    let (without, with, rest) = (demands(pair.without), demands(pair.with), demands(pair.rest))
    let own = without.subtracting(rest)
    if own.isEmpty || own.count > 1 && with != without { return nil }
    // 教师、医生都行 still asks for one of them.
    if pair.alone.contains(where: "、或".contains),
      pair.with.contains("都行") || pair.with.contains("均可")
    {
      return nil
    }
    // 没车 demands nothing; what it parted in a list is not its own.
    if demands(pair.alone).isEmpty { return nil }
    // 户口在泰安，济南也行 lets 济南 in beside 泰安, as the list of both does; nothing of it is denied.
    let fields = Set(rest.map(\.demand.condition.field))
    if demands(pair.denied).isEmpty, own.allSatisfy({ fields.contains($0.demand.condition.field) })
    {
      return nil
    }
    guard with == without || !own.isDisjoint(with: with) else { return nil }
    return "\(pair.with) demands what \(pair.without) does"
  }
}
