import Canvas
import Matchmaking
import Wording

/// Slips whose two typings differ, one by one, for whoever looks at the paper.
struct SlipComparison: Dialogue {
  /// What the paper says: the picks alone, or the whole slip.
  private var field = TextField()
  private var refusal: Phrase?
  private var marked = 0
  /// The round whose slips they are.
  private let round: Int

  init(round: Int) { self.round = round }

  var contexts: [Context] { [.slipComparison, .list] }

  private func slips(_ open: OpenEvening) -> [TypedSlip] {
    open.evening.typedTwice(round: round).filter(\.readings.isUnsettled)
  }

  private func slip(_ open: OpenEvening) -> TypedSlip? {
    let slips = slips(open)
    return slips.isEmpty ? nil : slips[min(marked, slips.count - 1)]
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let open = environment.open else { return nil }
    if let move = Move(id) {
      let page = max(1, environment.dialogueRows - 8)
      marked = move.place(from: marked, count: slips(open).count, page: page) ?? 0
      clear()
      return []
    }
    switch id {
    case .takeFirst: return settle(as: \.first, open)
    case .takeSecond: return settle(as: \.second, open)
    case .settleSlip: return settleAsTyped(open, in: environment)
    default: return nil
    }
  }

  private func settle(
    as reading: KeyPath<SlipReadings, SlipRecord?>, _ open: OpenEvening
  ) -> [Intent] {
    guard let slip = slip(open), let record = slip.readings[keyPath: reading],
      let ballot = open.evening.ballot(record, of: slip.picker.id)
    else { return [] }
    return [change(ballot, open)]
  }

  private mutating func settleAsTyped(
    _ open: OpenEvening, in environment: Environment
  ) -> [Intent] {
    guard let picker = slip(open)?.picker.badge, let round = open.evening.round(round) else {
      return []
    }
    guard !field.isEmpty else {
      refusal = Phrase(
        "请写纸票上的号码，一个也没有就写 -", "Type what the paper says; - if it names nobody")
      return [.refuseInPlace]
    }
    let rules = SlipRules(open.evening, round)
    let isWhole = SlipDraft(complete: field.text, rules: rules).picker == picker
    do throws(SlipRefusal) {
      let line = isWhole ? field.text : "\(picker) \(field.text)"
      return [change(try Ballot.check(line, rules: rules), open)]
    } catch {
      refusal = environment.sentence(.slip(error))
      return [.refuseInPlace]
    }
  }

  private func change(_ ballot: Ballot, _ open: OpenEvening) -> Intent {
    .change(.saveSlip(open.event.id, ballot, SlipTyping(round: round, reading: .settled)))
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    if field.type(key) { refusal = nil }
    return []
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    marked = row
    clear()
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    switch outcome {
    case .saved:
      clear()
      // Whoever settled the last goes on typing.
      return environment.open.map { slips($0).isEmpty } == true ? [.close] : []
    case .refused(let said): refusal = environment.sentence(said)
    case .unchanged, .imported, .failed: break
    }
    return []
  }

  mutating func holdsUnsaved() -> Bool { !field.isEmpty }

  private mutating func clear() {
    field.clear()
    refusal = nil
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard [.takeFirst, .takeSecond, .settleSlip].contains(id), let open = environment.open,
      slip(open) == nil
    else { return nil }
    return .useless(Phrase("没有要核对的选票", "No slip is to be settled"))
  }

  // MARK: - How it looks

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    guard let open = environment.open else { return }
    let slips = slips(open)
    let inner = sheet.dialogue(
      look(Phrase("两次录得不一样", "Typed differently")), columns: sheet.readable(area, upTo: 96),
      rows: min(area.rows, max(11, slips.count + 10)), in: area)
    guard let slip = slip(open) else {
      let typed = open.evening.typedTwice(round: round).count
      let said =
        typed == 0
        ? Phrase("还没有录过两次的选票。", "No slip was typed twice yet.")
        : Phrase(
          "录过两次的 \(typed) 张都一致，或已对照纸票确认。",
          "\(typed.counted("slip")) typed twice: all agree or are settled.")
      sheet.draw(Line(look(said), Theme.done), row: 0, in: inner)
      return
    }
    draw(slips, on: &sheet, in: inner.inset(bottom: 7))
    draw(slip, open.evening, on: &sheet, in: inner.bottom(6))
  }

  private func draw(_ slips: [TypedSlip], on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let place = min(marked, slips.count - 1)
    let columns = Columns(
      [.fixed(2), .badges(slips.map(\.picker.badge), look), .rest], across: area.columns, gap: 1)
    let window = Window(count: slips.count, marked: place, height: area.rows)
    for (row, index) in window.rows.enumerated() {
      let picker = slips[index].picker
      columns.draw(
        [
          Span(look.pointer(index == place), Theme.accent),
          Span(picker.badge.map { look($0.phrase) } ?? look.marks.none, Theme.accent),
          Span(picker.name, Theme.strong),
        ], row: row, in: area, on: &sheet)
      sheet.finishRow(row, in: area, place: index, isMarked: index == place)
    }
    sheet.tellPlace(window.rows, of: slips.count, marked: place, in: area)
  }

  private func draw(
    _ slip: TypedSlip, _ evening: Evening, on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    let columns = Columns(
      [.fixed(look.language == .chinese ? 12 : 12), .rest], across: area.columns, gap: 1)
    let readings = [
      (Phrase("F3 第一次", "F3 first"), slip.readings.first),
      (Phrase("F4 第二次", "F4 second"), slip.readings.second),
    ]
    for (row, (label, record)) in readings.enumerated() {
      let ballot = record.flatMap { evening.ballot($0, of: slip.picker.id) }
      columns.draw(
        [
          Span(look(label), Theme.title),
          Span(ballot.map { look.lines(of: $0) } ?? "", Theme.strong),
        ], row: row, in: area, on: &sheet)
    }
    let label = look(Phrase("照纸票写", "The paper")) + "  "
    let start = look.width.columns(label)
    sheet.draw(Line(label, Theme.title), row: 3, in: area)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: area.column + start, row: area.row + 3),
      columns: max(1, area.columns - start - 1), Theme.field,
      hint: look(Phrase("3 7 21，一个也没有写 -", "3 7 21; - for nobody")))
    if let refusal {
      sheet.draw(
        Line(look(Phrase("没有保存：", "Not saved: ") + refusal), Theme.warning), row: 4, in: area)
    } else {
      sheet.draw(
        Line(
          look(Phrase("找出这张纸票，看哪一次对。", "Find the paper slip and see which is right.")), Theme.dim),
        row: 4, in: area)
    }
  }
}

extension Look {
  /// A slip's lines as they are shown to its clerk.
  func lines(of ballot: Ballot) -> String {
    let lines = ballot.lines.map { $0.map { self($0.phrase) } ?? marks.none }
    let shown = lines.isEmpty ? self(.picks(0)) : lines.joined(separator: " ")
    return ballot.ranks == .unranked
      ? self(Phrase("不分先后：", "unranked: ")) + shown : shown
  }
}
