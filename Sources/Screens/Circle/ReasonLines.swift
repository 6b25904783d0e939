import Canvas
import Matchmaking
import Wording

/// Reasons in words, for a list in a few and for a pane in full.
struct ReasonLines {
  let look: Look

  /// As many as fit one row: what is against first, for that is what one asks about.
  func brief(_ fit: FateCircle.Fit, columns: Int) -> [Span] {
    let (good, bad) = fit.grounds
    let groups =
      bad.map { [Span(look($0.briefly(look.marks)) + "  ", Theme.warning)] }
      + good.sorted { $0.weight > $1.weight }
      .map { [Span(look($0.briefly(look.marks)) + "  ", Theme.plain)] }
    return groups.fitting(columns: columns + 2, look.width)
  }

  func full(_ fit: FateCircle.Fit, columns: Int) -> [Line] {
    let (good, bad) = fit.grounds
    return section(Phrase("合适之处", "In favour"), good, look.marks.done, Theme.done, columns)
      + section(Phrase("须留意", "To consider"), bad, look.marks.refused, Theme.warning, columns)
  }

  private func section(
    _ title: Phrase, _ reasons: [CircleReason], _ mark: String, _ style: Style, _ columns: Int
  ) -> [Line] {
    guard !reasons.isEmpty else { return [] }
    return [Line(look(title), Theme.title)]
      + reasons.flatMap { reason -> [Line] in
        let lines = look.width.wrapped(look(reason.sentence), columns: max(1, columns - 2))
        return lines.enumerated().map { row, text in
          Line([Span(row == 0 ? mark + " " : "  ", style), Span(text)])
        }
      } + [.blank]
  }

  /// Why nobody, or not many, fit: what keeps most away comes first.
  func obstacles(_ obstacles: CircleObstacles, columns: Int) -> [Line] {
    if let exclusion = obstacles.exclusion {
      return wrapped(exclusion.phrase, Theme.warning, columns)
    }
    var lines: [Line] = []
    let own = obstacles.own.filter { $0.excluded > 0 }
    if !own.isEmpty {
      lines.append(Line(look(Phrase("因本人要求排除的", "Ruled out by own limits")), Theme.title))
      lines += own.flatMap { wrapped($0.phrase, Theme.plain, columns) } + [.blank]
    }
    if !obstacles.theirs.isEmpty {
      let title = Phrase(
        "符合本人要求的 \(obstacles.meetingOwn.grouped) 人中，因对方要求排除的",
        "Of the \(obstacles.meetingOwn.counted("who meets", "who meet")) them, by theirs")
      lines.append(Line(look(title), Theme.title))
      lines += obstacles.theirs.flatMap { wrapped($0.phrase, Theme.plain, columns) }
    }
    if lines.isEmpty {
      lines = wrapped(
        Phrase("名册里没有可以推荐的人", "nobody in the register to suggest"), Theme.dim, columns)
    }
    return lines
  }

  private func wrapped(_ phrase: Phrase, _ style: Style, _ columns: Int) -> [Line] {
    look.width.wrapped(look(phrase), columns: columns).map { Line($0, style) }
  }
}

extension CircleReason {
  /// A few words with a sign: whose hope it is stands in the full sentence.
  fileprivate func briefly(_ marks: Marks) -> Phrase {
    switch self {
    case .met(_, let criterion): criterion.demand.phrase + .verbatim(marks.done)
    case .missed(_, let criterion): criterion.demand.phrase + .verbatim(marks.refused)
    case .unknown(_, let criterion): criterion.demand.phrase + Phrase("？", "?")
    case .common(let common): common.phrase
    }
  }

  /// The sign stands before the sentence already.
  fileprivate var sentence: Phrase {
    if case .met(let side, let criterion) = self {
      side.phrase + criterion.demand.phrase
    } else {
      phrase
    }
  }

  /// What is in common says more than a limit that all of the circle meet.
  fileprivate var weight: Int {
    switch self {
    case .common: 2
    case .met(_, let criterion): criterion.strength == .preference ? 3 : 1
    case .missed, .unknown: 0
    }
  }
}
