import Canvas
import Matchmaking
import Wording

extension EventsScreen {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let (opened, today) = (environment.open?.event.id, environment.setting.today)
    let body = area.inset(left: 1, right: 1)
    guard !listed.isEmpty else {
      let text =
        summaries == nil
        ? Phrase("正在读取…", "Reading…")
        : Phrase("还没有活动。按 F2 新建一场。", "There are no events yet. F2 creates one.")
      sheet.paragraph(sheet.look(text), Theme.dim, row: 1, in: body.inset(left: 1))
      return
    }
    guard body.columns >= 108 else {
      return drawList(opened: opened, today: today, on: &sheet, in: body)
    }
    // The titles have the better use for the room, as far as they need it.
    let columns = max(body.columns < 138 ? 34 : 40, body.columns - Self.widest - 3)
    let pane = body.inset(left: body.columns - columns)
    sheet.partition(before: pane)
    drawList(opened: opened, today: today, on: &sheet, in: body.inset(right: columns + 3))
    if let summary = markedSummary {
      EventCard(look: sheet.look, today: today).draw(summary, on: &sheet, in: pane)
    }
  }

  private func drawList(opened: EventID?, today: Day, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let columns = layout(across: area.columns, look)
    let heads = [
      Phrase.empty, Phrase("活动", "Event"), Phrase("代号", "Code"), Phrase("日期", "Date"),
      Phrase("类型", "Kind"), Phrase("规则", "Rule"), Phrase("名额", "Places"),
      Phrase("状态", "State"), Phrase("到/报", "Here/reg."), Phrase("选票", "Slips"),
    ]
    columns.draw(
      pick(heads.map { Span(look($0), Theme.dim) }, across: area.columns), row: 0, in: area,
      on: &sheet)
    let list = area.inset(top: 1)
    let place = listed.firstIndex { $0.id == marked }
    let window = Window(count: listed.count, marked: place, height: list.rows)
    for (row, index) in window.rows.enumerated() {
      let summary = listed[index]
      let isMarked = summary.id == marked
      columns.draw(
        pick(
          cells(
            summary, isMarked: isMarked, isOpened: summary.id == opened, today: today, look),
          across: area.columns), row: row, in: list, on: &sheet)
      sheet.finishRow(row, in: list, place: index, isMarked: isMarked)
    }
    sheet.tellPlace(window.rows, of: listed.count, marked: place, in: list)
  }

  private func layout(across total: Int, _ look: Look) -> Columns {
    let state = look.language == .chinese ? 6 : 10
    let all: [Columns.Column] = [
      .fixed(1), .rest, .fixed(12), .fixed(10), .fixed(look.language == .chinese ? 10 : 18),
      .fixed(look.language == .chinese ? 12 : 18), .fixed(6, .right), .fixed(state),
      .fixed(9, .right), .fixed(5, .right),
    ]
    return Columns(pick(all, across: total), across: total, gap: total < 60 ? 1 : 2)
  }

  /// Cells the list needs, long titles included.
  private static let widest = 140

  /// Wide windows tell the rules too; those of eighty columns do without the code, narrow ones show the
  /// title, the date and who is there.
  private func pick<Item>(_ items: [Item], across total: Int) -> [Item] {
    switch total {
    case ..<60: [items[0], items[1], items[3], items[8]]
    case ..<90: Array(items[0..<2] + [items[3]] + items[7...])
    case ..<128: Array(items[0..<4] + items[7...])
    default: items
    }
  }

  private func cells(
    _ summary: EventSummary, isMarked: Bool, isOpened: Bool, today: Day, _ look: Look
  ) -> [Span] {
    let event = summary.event
    let count = summary.headcount
    let title = isOpened ? Theme.title : event.state == .open ? Theme.strong : Theme.plain
    return [
      Span(isMarked ? look.marks.pointer : "", Theme.accent), Span(event.title, title),
      Span(event.code, Theme.dim), Span(event.date.description), Span(look(event.kind.phrase)),
      Span(look(event.rule.phrase)),
      Span(event.capacity.brief.map { look($0) } ?? look.marks.none, Theme.dim),
      Span(look(event.stage(on: today)), event.state == .open ? Theme.accent : Theme.dim),
      Span("\(count.arrived)/\(count.expected)"), Span("\(summary.slips)"),
    ]
  }
}

/// One event with its rules.
struct EventCard {
  let look: Look
  let today: Day

  func draw(_ summary: EventSummary, on sheet: inout Sheet, in area: Area) {
    let event = summary.event
    let used = sheet.paragraph(event.title, Theme.strong, row: 0, in: area, rows: 3)
    let labels = look.language == .chinese ? 8 : 12
    var row = used + 1
    for fact in facts(summary) {
      row += sheet.fact(look(fact.label), look(fact.value), row: row, in: area, labels: labels)
    }
  }

  private func facts(_ summary: EventSummary) -> [(label: Phrase, value: Phrase)] {
    let event = summary.event
    let unlimited = Phrase("不限", "no limit")
    var facts: [(label: Phrase, value: Phrase)] = [
      (Phrase("代号", "Code"), .verbatim(event.code)),
      (Phrase("日期", "Date"), .verbatim(event.date.description)),
      (Phrase("类型", "Kind"), event.kind.phrase),
      (Phrase("状态", "State"), event.stageInFull(on: today)),
      (Phrase("分组", "Pools"), event.pools.phrase), (Phrase("规则", "Rule"), event.rule.phrase),
      (
        Phrase("最多选", "Picks"),
        event.maxPicks.map { Phrase("\($0) 人", "at most \($0)") } ?? unlimited
      ),
      (Phrase("名额", "Places"), event.capacity.phraseWithTotal ?? unlimited),
    ]
    if event.verifiedOnly {
      facts.append((Phrase("限制", "Only"), Phrase("只限已核验职工", "verified members")))
    }
    facts += told(event)
    for pool in event.pools.pools {
      let count = summary.headcounts[pool] ?? Headcount()
      facts.append(
        (
          pool.phrase,
          Phrase(
            "\(count.arrived) 到 / \(count.expected) 报", "\(count.arrived) of \(count.expected) here"
          )
        ))
    }
    facts.append(
      (Phrase("选票", "Slips"), summary.purge?.phrase ?? .verbatim("\(summary.slips)")))
    return facts
  }

  /// What was said of it; nothing stands for what was not.
  private func told(_ event: Event) -> [(label: Phrase, value: Phrase)] {
    let details = event.details
    let facts: [(Phrase, String?)] = [
      (Phrase("专场条件", "For whom"), event.eligible), (Phrase("开始", "Starts"), details.starts),
      (Phrase("地点", "Place"), details.place), (Phrase("主题", "Theme"), details.theme),
      (Phrase("主办", "Host"), details.host), (Phrase("热线", "Hotline"), details.hotline),
    ]
    return facts.compactMap { label, text in text.map { (label, .verbatim($0)) } }
  }
}
