import Characters

/// A typed line of answers: `F12 A C B`, or `F12 acb`; a dash where somebody gave no answer.
public enum HeartsLine {
  /// - Throws: what is wrong first, with whose sheet it is and at which question.
  public static func read(
    _ line: String, _ questions: [HeartsQuestion], _ rules: SlipRules
  ) throws(Refusal) -> HeartsSheet {
    if questions.isEmpty { throw .game(.noQuestions) }
    let words = SlipWords(line).ranges.map { line[$0] }
    guard let first = words.first else { throw .game(.noBadge) }
    guard let badge = Badge(typed: String(first), in: rules.pools) else {
      throw .slip(.unreadable(first))
    }
    let answers = words.dropFirst().flatMap(parts)
    let sheet = HeartsSheet(badge, answers.map(letter).joined())
    try sheet.check(questions, rules, typed: answers.map { String($0.prefix(4)) })
    return sheet
  }

  /// Letters may stand together; a dash as an input method types it is one.
  private static func parts(_ word: Substring) -> [Substring] {
    word.isBlankLine ? [word] : word.indices.map { word[$0...$0] }
  }

  /// A letter in capitals or the dash; `?` for what is neither.
  private static func letter(_ answer: Substring) -> String {
    if answer.isBlankLine { return String(HeartsSheet.none) }
    let scalars = answer.unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first?.narrowed, scalar.isASCII,
      scalar.properties.isAlphabetic
    else { return "?" }
    return String(Character(scalar)).uppercased()
  }
}

extension HeartsSheet {
  /// Whether it can be taken as things stand now: whoever is here, or was, answers.
  ///
  /// - Parameter typed: what to tell of each answer; its letter where that is not said.
  public func check(
    _ questions: [HeartsQuestion], _ rules: SlipRules, typed: [String]? = nil
  ) throws(Refusal) {
    if questions.isEmpty { throw .game(.noQuestions) }
    switch rules.standing(of: badge) {
    case .unknown: throw .slip(rules.unknown(badge))
    case .absent: throw .slip(.absent(badge))
    case .misplaced: throw .slip(.misplaced(badge))
    case .present, .left: break
    }
    guard letters.count == questions.count else {
      throw .game(.answerCount(badge, given: letters.count, questions: questions.count))
    }
    for (place, (letter, question)) in zip(letters, questions).enumerated() {
      let isOption = question.options.indices.contains {
        HeartsQuestion.letter($0) == String(letter)
      }
      guard isOption || letter == HeartsSheet.none else {
        throw .game(
          .badAnswer(
            badge, question: place + 1, text: typed?[place] ?? String(letter),
            last: question.lastLetter))
      }
    }
  }
}
