extension Ballot {
  /// Reads a finished line: `F12 3 7 21` is F12 picking M03, M07, M21 in order.
  ///
  /// Letters in either case, 男 and 女, full-width forms; spaces, tabs, `,`, `，` and `、` part the
  /// words. A dash is a line left blank, which keeps its place: `F12 3 - 21` puts M21 third. A slip
  /// that names nobody is a slip.
  ///
  /// - Throws: what is wrong with the line, else the first wrong word in typing order. `SlipDraft`
  ///   tells all of them.
  public static func check(
    _ line: String, rules: SlipRules, ranks: Ranks = .strict
  ) throws(SlipRefusal) -> Ballot {
    try SlipDraft(complete: line, rules: rules).ballot(ranks)
  }

  /// Reads a slip whose lines stand in cells of their own, each of which is one word.
  ///
  /// - Parameter choices: the first line of the slip first; empty for a line left blank, which keeps its
  ///   place unless the picks are unranked.
  public static func check(
    picker: String, choices: [String], rules: SlipRules, ranks: Ranks = .strict
  ) throws(SlipRefusal) -> Ballot {
    var judge = SlipJudge(rules: rules)
    try judge.open()
    if picker.isEmpty { throw .noPicker }
    guard let badge = try judge.take(word: picker, at: 0) else { throw .noPicker }
    var picks: [Pick<Badge>] = []
    let lines = ranks == .unranked ? choices.filter { !$0.isEmpty } : choices
    for (place, line) in zip(1..., lines) {
      let word = line.isEmpty ? "-" : line
      if let pick = try judge.take(word: word, at: place) { picks.append(Pick(pick, at: place)) }
    }
    return Ballot(picker: badge, picks: picks, ranks: ranks)
  }

  /// Whether the slip can be taken as things stand now, which may be others than when it was typed.
  public func check(_ rules: SlipRules) throws(SlipRefusal) {
    var judge = SlipJudge(rules: rules)
    try judge.open()
    try judge.take(picker, at: 0)
    for (place, line) in zip(1..., lines) { try judge.take(line, at: place) }
  }
}

extension SlipJudge {
  fileprivate func open() throws(SlipRefusal) {
    if !rules.isOpen { throw .pickingClosed }
  }

  /// - Returns: whom the word names; nil for a blank line.
  fileprivate mutating func take(word: String, at position: Int) throws(SlipRefusal) -> Badge? {
    let parts = SlipWords(word).ranges
    let text = parts.count == 1 ? word[parts[0]] : word[...]
    let (badge, state) = verdict(on: text, at: position)
    switch state {
    case .good, .blank: take(badge, at: position, state)
    case .wrong(let refusal): throw refusal
    // Both only where more is going to be typed.
    case .unfinished, .waiting: throw .unreadable(text)
    }
    return badge
  }

  /// - Parameter badge: nil for a blank line.
  fileprivate mutating func take(_ badge: Badge?, at position: Int) throws(SlipRefusal) {
    if let badge, let refusal = refusal(of: badge, at: position) { throw refusal }
    take(badge, at: position, badge == nil ? .blank : .good)
  }
}
