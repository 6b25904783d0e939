import Canvas
import Matchmaking
import Wording

/// Members who may be entered twice, side by side: one person, or two.
struct DuplicatesPage: Sendable {
  /// Nil until the first answer.
  private(set) var pairs: [Suspects]?
  /// The pair that is looked at.
  private(set) var place = 0
  /// Which field the arrows are on, among those that differ.
  private(set) var marked = 0
  /// Fields for which the right one's value is to stand.
  private var choices: [MemberMerge.Field: MemberMerge.Side] = [:]

  var pair: Suspects? {
    guard let pairs, pairs.indices.contains(place) else { return nil }
    return pairs[place]
  }

  /// The left one is kept; the right one's details fill what it does not say.
  private var merge: MemberMerge? {
    pair.map { MemberMerge($0.one, $0.other, choices: choices) }
  }

  var merging: RegisterChange? {
    pair.map { .merge(keeping: $0.one.id, $0.other.id, choices) }
  }

  mutating func take(_ pairs: [Suspects]) {
    let before = pair
    self.pairs = pairs
    if let before,
      let found = pairs.firstIndex(where: { $0.one == before.one && $0.other == before.other })
    {
      place = found
    } else {
      go(to: min(place, max(0, pairs.count - 1)))
    }
  }

  private mutating func go(to place: Int) {
    self.place = place
    marked = 0
    choices = [:]
  }

  mutating func move(_ move: Move) {
    switch move {
    case .up, .down:
      marked = move.place(from: marked, count: merge?.conflicts.count ?? 0, page: 1) ?? 0
    case .pageUp, .pageDown, .first, .last:
      let step: Move = move == .pageUp ? .up : move == .pageDown ? .down : move
      go(to: step.place(from: place, count: pairs?.count ?? 0, page: 1) ?? 0)
    }
  }

  mutating func mark(row: Int) {
    if merge?.conflicts.indices.contains(row) == true { marked = row }
  }

  mutating func choose(_ side: MemberMerge.Side) {
    guard let conflicts = merge?.conflicts, conflicts.indices.contains(marked) else { return }
    choices[conflicts[marked].field] = side
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("疑似重复", "Entered twice?")), columns: min(100, area.columns - 4),
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
  private func drawFields(
    _ pair: Suspects, _ merge: MemberMerge, on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    let columns = Columns(
      [.fixed(2), .fixed(look.language == .chinese ? 12 : 16)]
        + [.fixed(max(8, (area.columns - 24) / 2)), .rest], across: area.columns, gap: 1)
    var row = 0
    func draw(_ cells: [Span]) {
      columns.draw(cells, row: row, in: area, on: &sheet)
      row += 1
    }
    draw([
      Span(""), Span(look(Phrase("编号", "Number")), Theme.dim),
      Span(pair.one.number + look(Phrase("（保留）", " (kept)")), Theme.title),
      Span(pair.other.number, Theme.strong),
    ])
    for (place, conflict) in merge.conflicts.enumerated() {
      let keeps = conflict.winner == .kept
      let marks = [
        keeps ? look.marks.chosen : look.marks.open, keeps ? look.marks.open : look.marks.chosen,
      ]
      draw([
        Span(look.pointer(place == marked), Theme.accent), Span(look(conflict.field.phrase)),
        Span(
          marks[0] + " " + look(pair.one.distinctly(conflict.field, pair.other)),
          keeps ? Theme.strong : Theme.dim
        ),
        Span(
          marks[1] + " " + look(pair.other.distinctly(conflict.field, pair.one)),
          keeps ? Theme.dim : Theme.strong),
      ])
      sheet.finishRow(row - 1, in: area, place: place, isMarked: place == marked)
    }
    let differing = Set(merge.conflicts.map(\.field))
    for field in DuplicatesPage.fields(of: pair) where !differing.contains(field) {
      let (one, other) = (look(pair.one.text(of: field)), look(pair.other.text(of: field)))
      guard !one.isEmpty || !other.isEmpty, row < area.rows else { continue }
      draw([
        Span(""), Span(look(field.phrase), Theme.dim), Span("  " + one, Theme.dim),
        Span("  " + other, one.isEmpty ? Theme.accent : Theme.dim),
      ])
    }
  }

  private static func fields(of pair: Suspects) -> [MemberMerge.Field] {
    [.name, .sex, .birth, .phone, .height, .verification, .status]
      + MemberText.allCases.map(MemberMerge.Field.text)
      + Set(pair.one.extras.keys).union(pair.other.extras.keys).sorted().map(
        MemberMerge.Field.extra)
  }
}

extension MemberMerge.Field {
  fileprivate var detail: MemberField? {
    switch self {
    case .name: .name
    case .sex: .sex
    case .birth: .birth
    case .phone: .phone
    case .height: .height
    case .text(let text): .text(text)
    case .extra(let head): .extra(head)
    case .verification, .status: nil
    }
  }

  fileprivate var phrase: Phrase {
    switch self {
    case .verification: Phrase("核验", "Verification")
    case .status: Phrase("状态", "Status")
    default: detail?.phrase ?? .empty
    }
  }
}

extension Member {
  /// A phone is masked, for others may see the screen, unless two then look the same.
  fileprivate func distinctly(_ field: MemberMerge.Field, _ other: Member) -> Phrase {
    let shown = text(of: field)
    guard field == .phone, shown == other.text(of: field) else { return shown }
    return .verbatim(phone?.digits ?? "")
  }

  fileprivate func text(of field: MemberMerge.Field) -> Phrase {
    switch field {
    case .verification: verification.phrase
    case .status: status.phrase
    case .sex: sex?.word ?? .empty
    case .phone: .verbatim(phone?.masked ?? "")
    default: .verbatim(field.detail.map { text(of: $0) } ?? "")
    }
  }
}

extension Workspace {
  mutating func run(_ id: Command.ID, in page: DuplicatesPage) -> [Effect]? {
    var page = page
    if let move = Move(id) {
      page.move(move)
    } else {
      switch id {
      case .previousOption: page.choose(.kept)
      case .nextOption: page.choose(.other)
      case .merge: return page.merging.map { send(.keep($0)) } ?? []
      case .keepApart:
        return page.pair.map { send(.keep(.keepApart($0.one.id, $0.other.id))) } ?? []
      default: return nil
      }
    }
    replace(.duplicates(page))
    return []
  }
}
