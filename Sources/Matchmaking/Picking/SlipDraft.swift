/// A slip while it is typed: every word judged, so a wrong number colours and names itself at once.
///
/// Words are judged from the left. A wrong picker does not hide what is wrong with the picks, as
/// long as the picker's pool can be read.
public struct SlipDraft: Hashable, Sendable {
  public let tokens: [SlipToken]
  /// What is wrong with the line as a whole: picking is closed, or nothing was typed.
  public let lineRefusal: SlipRefusal?
  /// What the last word may be going to be, in badge order; empty once a separator follows it.
  public let completions: [Badge]

  /// - Parameter roll: everybody who may pick and be picked, in any order.
  public init(_ line: String, rules: SlipRules, roll: [Badge]) {
    self.init(line, rules: rules, roll: roll, isComplete: false)
  }

  /// The whole line as if Enter had been pressed: no word is unfinished.
  ///
  /// For a line from a file, of which all faults are reported.
  public init(complete line: String, rules: SlipRules) {
    self.init(line, rules: rules, roll: [], isComplete: true)
  }

  private init(_ line: String, rules: SlipRules, roll: [Badge], isComplete: Bool) {
    let words = SlipWords(line)
    var judge = SlipJudge(rules: rules)
    var tokens: [SlipToken] = []
    var completions: [Badge] = []
    for (position, range) in words.ranges.enumerated() {
      let text = line[range]
      let isOpen = !isComplete && words.lastIsOpen && position == words.ranges.count - 1
      if isOpen {
        completions = judge.completions(of: text, at: position, roll: roll)
      }
      var (badge, state) = judge.verdict(on: text, at: position)
      if case .wrong = state, !completions.isEmpty { state = .unfinished }
      tokens.append(SlipToken(range: range, position: position, badge: badge, state: state))
      judge.take(badge, at: position, state)
    }
    self.tokens = tokens
    self.completions = completions
    lineRefusal = !rules.isOpen ? .pickingClosed : tokens.isEmpty ? .noPicker : nil
  }

  /// All that is wrong, in typing order, the line's own fault first.
  public var refusals: [SlipRefusal] {
    (lineRefusal.map { [$0] } ?? []) + tokens.compactMap(\.refusal)
  }

  /// Whose slip it is, as far as it can be read.
  public var picker: Badge? { tokens.first?.badge }

  /// The slip as it is stored.
  ///
  /// - Throws: the first of `refusals`.
  func ballot(_ ranks: Ballot.Ranks) throws(SlipRefusal) -> Ballot {
    if let refusal = refusals.first { throw refusal }
    guard let picker else { throw .noPicker }
    return Ballot(picker: picker, picks: picks, ranks: ranks)
  }

  /// The picks that stand, each at its place.
  public var picks: [Pick<Badge>] {
    tokens.dropFirst().compactMap { token in
      token.state == .good ? token.badge.map { Pick($0, at: token.position) } : nil
    }
  }
}
