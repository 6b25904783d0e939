import Canvas
import Matchmaking
import Wording

/// Members who may be entered twice, side by side: one person, or two.
struct DuplicatesPage: Dialogue {
  /// Nil until the first answer.
  private var pairs: [Suspects]?
  /// The pair that is looked at.
  private var place = 0
  /// Which field the arrows are on; those that differ come first.
  private var marked = 0
  /// Somebody asked for the numbers of this pair.
  private var showsPhones = false
  /// Fields for which the right one's value is to stand.
  private var choices: [MemberMerge.Field: MemberMerge.Side] = [:]

  private var pair: Suspects? {
    guard let pairs, pairs.indices.contains(place) else { return nil }
    return pairs[place]
  }

  /// The left one is kept; the right one's details fill what it does not say.
  private var merge: MemberMerge? {
    pair.map { MemberMerge($0.one, $0.other, choices: choices) }
  }

  var contexts: [Context] { [.duplicates, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.read(.duplicates))] }

  // MARK: - What is done

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      self.move(move)
      return []
    }
    switch id {
    case .previousOption: choose(.kept)
    case .nextOption: choose(.other)
    case .choose: toggle()
    case .showPhones:
      return hidden.isEmpty ? [] : [.change(.keep(.seeDetails(hidden)))]
    case .merge:
      return pair.map { [.change(.keep(.merge(keeping: $0.one.id, $0.other.id, choices)))] } ?? []
    case .keepApart:
      return pair.map { [.change(.keep(.keepApart($0.one.id, $0.other.id)))] } ?? []
    default: return nil
    }
    return []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    switch id {
    case .merge where pair == nil, .keepApart where pair == nil, .choose where pair == nil,
      .previousOption where pair == nil, .nextOption where pair == nil:
      .useless(Phrase("没有疑似重复的人", "Nobody seems to be entered twice"))
    case .showPhones where hidden.isEmpty: .useless(.nothingHidden)
    default: nil
    }
  }

  private mutating func move(_ move: Move) {
    switch move {
    case .up, .down:
      marked = move.place(from: marked, count: fields.count, page: 1) ?? 0
    case .pageUp, .pageDown, .first, .last:
      let step: Move = move == .pageUp ? .up : move == .pageDown ? .down : move
      go(to: step.place(from: place, count: pairs?.count ?? 0, page: 1) ?? 0)
    }
  }

  private mutating func go(to place: Int) {
    self.place = place
    marked = 0
    choices = [:]
    showsPhones = false
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if fields.indices.contains(row) { marked = row }
    return []
  }

  private mutating func choose(_ side: MemberMerge.Side) {
    guard let conflicts = merge?.conflicts, conflicts.indices.contains(marked) else { return }
    choices[conflicts[marked].field] = side
  }

  /// Takes the other one's value.
  private mutating func toggle() {
    guard let conflicts = merge?.conflicts, conflicts.indices.contains(marked) else { return }
    choose(conflicts[marked].winner == .kept ? .other : .kept)
  }

  // MARK: - What is told

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .register(.duplicates(let pairs)) = answer else { return [] }
    let before = pair
    self.pairs = pairs
    if let before,
      let found = pairs.firstIndex(where: { $0.one == before.one && $0.other == before.other })
    {
      place = found
    } else {
      go(to: min(place, max(0, pairs.count - 1)))
    }
    return []
  }

  /// Looking is on record now: whoever asked is shown the numbers of whom they asked for.
  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    if case .keep(.seeDetails(let ids)) = change, outcome.isDone, ids == hidden {
      showsPhones = true
    }
    return []
  }

  func follow(_ change: Change, in environment: Environment) -> [Intent] {
    if case .keep(.seeDetails) = change { [] } else { begin(in: environment) }
  }

  // MARK: - How it looks

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("疑似重复", "Entered twice?")), columns: sheet.readable(area),
      rows: area.rows, in: area)
    guard let pairs else {
      sheet.draw(Line(look(Phrase("正在比对…", "Comparing…")), Theme.dim), row: 0, in: inner)
      return
    }
    guard let pair, let merge else {
      sheet.draw(
        Line(look(Phrase("没有疑似重复的人。", "Nobody seems to be entered twice.")), Theme.dim), row: 0,
        in: inner)
      return
    }
    let grounds = pair.grounds.map { look($0.phrase) }.joined(separator: look(Phrase("，", "; ")))
    sheet.draw(
      Line(
        [Span(grounds, Theme.strong)],
        right: [Span("\(place + 1)/\(pairs.count)", Theme.dim)]), row: 0, in: inner)
    drawFields(pair, merge, on: &sheet, in: inner.inset(top: 2))
  }

  /// First what differs, which has to be decided; then what only one of them says; then what agrees.
  private var fields: [MemberMerge.Field] {
    guard let pair, let merge else { return [] }
    let differing = merge.conflicts.map(\.field)
    let all = MemberMerge.Field.all(of: pair.one, pair.other)
    let others = all.filter { field in
      !differing.contains(field)
        && !(pair.one.text(of: field).isEmpty && pair.other.text(of: field).isEmpty)
    }
    let isSaidByBoth = { (field: MemberMerge.Field) in
      !pair.one.text(of: field).isEmpty && !pair.other.text(of: field).isEmpty
    }
    return differing + others.filter { !isSaidByBoth($0) } + others.filter(isSaidByBoth)
  }

  private func drawFields(
    _ pair: Suspects, _ merge: MemberMerge, on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    let columns = Columns(
      [.fixed(2), .fixed(look.language == .chinese ? 12 : 16)]
        + [.fixed(max(8, (area.columns - 24) / 2)), .rest], across: area.columns, gap: 1)
    columns.draw(
      [
        Span(""), Span(look(Phrase("编号", "Number")), Theme.dim),
        Span(pair.one.number + look(Phrase("（保留）", " (kept)")), Theme.title),
        Span(pair.other.number, Theme.strong),
      ], row: 0, in: area, on: &sheet)
    let fields = fields
    let list = area.inset(top: 1)
    let window = Window(count: fields.count, marked: marked, height: list.rows)
    for (row, place) in window.rows.enumerated() {
      let cells =
        place < merge.conflicts.count
        ? cells(merge.conflicts[place], pair, look) : cells(fields[place], pair, look)
      columns.draw(
        [Span(look.pointer(place == marked), Theme.accent)] + cells, row: row, in: list,
        on: &sheet)
      sheet.finishRow(row, in: list, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: fields.count, marked: marked, in: list)
  }

  /// What differs: one of the two is to stand.
  private func cells(_ conflict: MemberMerge.Conflict, _ pair: Suspects, _ look: Look) -> [Span] {
    let keeps = conflict.winner == .kept
    let (kept, other) =
      keeps ? (look.marks.chosen, look.marks.open) : (look.marks.open, look.marks.chosen)
    let texts = values(of: conflict.field, pair)
    return [
      Span(look(conflict.field.phrase)),
      Span("\(kept) \(look(texts.one))", keeps ? Theme.strong : Theme.dim),
      Span("\(other) \(look(texts.other))", keeps ? Theme.dim : Theme.strong),
    ]
  }

  private func cells(_ field: MemberMerge.Field, _ pair: Suspects, _ look: Look) -> [Span] {
    let texts = values(of: field, pair)
    let (one, other) = (look(texts.one), look(texts.other))
    return [
      Span(look(field.phrase), Theme.dim), Span("  " + one, Theme.dim),
      Span("  " + other, one.isEmpty ? Theme.accent : Theme.dim),
    ]
  }

  /// Numbers are masked, for others may see the screen; two that then look the same are said to be two.
  private func values(of field: MemberMerge.Field, _ pair: Suspects) -> (one: Phrase, other: Phrase)
  {
    let (one, other) = (pair.one.text(of: field), pair.other.text(of: field))
    guard !showsPhones else { return (one, other) }
    let masked = (one: pair.one.shown(field), other: pair.other.shown(field))
    guard masked.one == masked.other, one != other else { return masked }
    let differs = Phrase("（中间几位不同）", " (differs between)")
    return (masked.one + differs, masked.other + differs)
  }

  /// Of which of the two there is a number that is not shown.
  private var hidden: [MemberID] {
    guard let pair, !showsPhones else { return [] }
    return [pair.one, pair.other].filter { member in
      fields.contains { member.text(of: $0) != member.shown($0) }
    }.map(\.id)
  }
}

extension MemberMerge.Field {
  fileprivate var phrase: Phrase {
    switch self {
    case .verification: Phrase("核验", "Verification")
    case .status: Phrase("状态", "Status")
    case .detail(let detail): detail.phrase
    }
  }
}

extension Member {
  fileprivate func text(of field: MemberMerge.Field) -> Phrase {
    switch field {
    case .verification: verification.phrase
    case .status: status.phrase
    case .detail(.sex): sex?.word ?? .empty
    case .detail(let detail): .verbatim(text(of: detail))
    }
  }

  /// The same as others may see it.
  fileprivate func shown(_ field: MemberMerge.Field) -> Phrase {
    switch field {
    case .verification, .status, .detail(.sex): text(of: field)
    case .detail(let detail): .verbatim(shown(detail))
    }
  }
}
