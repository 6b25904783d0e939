import Canvas
import Matchmaking
import Wording

/// The fate circle of one member: who fits both ways, best first, each with reasons in words.
struct CirclePage: Dialogue {
  private var member: Member
  /// Criteria as somebody corrected them, typed; nil for those that are read from the text.
  private var corrected: String?
  private var circle: FateCircle?
  private var marked = 0
  /// How much of the work is done, while it takes a while.
  private var progress: Double?

  init(_ member: Member) { self.member = member }

  var contexts: [Context] { [.circle, .list] }

  func begin(in environment: Environment) -> [Intent] {
    [.ask(.loadCircle(member.id, corrected: corrected, today: environment.setting.today))]
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      let page = environment.size.rows - 10
      marked = move.place(from: marked, count: circle?.fits.count ?? 0, page: page) ?? 0
      return []
    }
    switch id {
    case .showReasons: return markedFit.map { [.open(FitDetail($0))] } ?? []
    case .criteria:
      return [.open(CriteriaPage(member, corrected: corrected, environment.words))]
    default: return nil
    }
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if circle?.fits.indices.contains(row) == true { marked = row }
    return []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    id == .showReasons && markedFit == nil
      ? .useless(Phrase("还没有合适的人可看", "There is nobody to look at")) : nil
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .circle(let circle) = answer else { return [] }
    self.circle = circle
    member = circle.member
    progress = nil
    return []
  }

  mutating func take(progress: Double) { self.progress = progress }

  mutating func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    guard let hopes = notice as? CorrectedHopes else { return nil }
    corrected = hopes.text
    circle = nil
    progress = nil
    marked = 0
    return begin(in: environment)
  }

  private var markedFit: FateCircle.Fit? {
    circle.flatMap { $0.fits.indices.contains(marked) ? $0.fits[marked] : nil }
  }

  /// What could not be read of the text; nothing where somebody has corrected it.
  private var leftOver: [Substring] {
    corrected == nil
      ? CriteriaReading(member.texts[.criteria] ?? "", of: member.sex).leftOver : []
  }
}

extension CirclePage {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("缘分圈 · ", "Fate circle · ")) + member.name
    let inner = sheet.dialogue(title, columns: area.columns, rows: area.rows, in: area)
    guard let circle else {
      drawProgress(on: &sheet, in: inner)
      return
    }
    let isLow = inner.rows < 12
    let used = drawHead(circle, rows: isLow ? 1 : 3, on: &sheet, in: inner)
    let body = inner.inset(top: used)
    guard !circle.fits.isEmpty else {
      draw(ReasonLines(look: look).obstacles(circle.obstacles, columns: body.columns), &sheet, body)
      return
    }
    guard body.columns >= 106 else { return drawList(circle, on: &sheet, in: body) }
    let pane = body.inset(left: body.columns - 48)
    sheet.partition(before: pane)
    drawList(circle, on: &sheet, in: body.inset(right: 51))
    draw(paneLines(columns: pane.columns, look), &sheet, pane)
  }

  private func drawProgress(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    guard let progress else {
      sheet.draw(Line(look(Phrase("正在找…", "Looking…")), Theme.dim), row: 0, in: area)
      return
    }
    let said = look(Phrase("正在读全名册的择偶要求  ", "Reading everybody's hopes  "))
    let room = min(30, max(4, area.columns - look.width.columns(said)))
    sheet.draw(
      Line([Span(said, Theme.dim), Span(look.width.bar(progress, columns: room), Theme.accent)]),
      row: 0, in: area)
  }

  /// How many, what the member hopes for, and what of it was not understood.
  private func drawHead(
    _ circle: FateCircle, rows: Int, on sheet: inout Sheet, in area: Area
  ) -> Int {
    let look = sheet.look
    let facts = [
      member.sex.map { look($0.phrase) }, member.birth.map { String($0.year) },
      member.shown(.employer),
    ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    let count = Phrase(
      "双方都合适 \(circle.total.grouped) 人", "\(circle.total.counted("fits", "fit")) both ways")
    sheet.draw(
      Line([Span(facts, Theme.dim)], right: [Span(look(count), Theme.strong)]), row: 0, in: area)
    guard rows > 1 else { return 1 }
    let hopes = circle.criteria.all.map { look($0.phrase) }
      .joined(separator: look.language == .chinese ? "，" : "; ")
    let label = look(Phrase("本人要求  ", "Asks for  "))
    sheet.draw(
      Line([
        Span(label, Theme.dim),
        Span(hopes.isEmpty ? look(Phrase("没有写择偶要求", "nothing in particular")) : hopes),
      ]), row: 1, in: area)
    let missing = leftOver.map { Masking.numbers(in: String($0)) }.joined(
      separator: look.language == .chinese ? "、" : ", ")
    if !missing.isEmpty {
      let said = Phrase("没能识别“\(missing)”，按 F6 更正", "not understood: “\(missing)”; F6 corrects it")
      sheet.draw(Line(look.refused(said), Theme.warning), row: 2, in: area)
    } else if corrected != nil {
      let said = Phrase(
        "按更正后的要求试找，仅作参考，没有存入名册", "tried with corrected hopes, for reference only; not saved")
      sheet.draw(Line("\(look.marks.dot) \(look(said))", Theme.accent), row: 2, in: area)
    }
    return 4
  }

  private func drawList(_ circle: FateCircle, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let window = Window(count: circle.fits.count, marked: marked, height: area.rows)
    let shown = window.rows.map { circle.fits[$0] }
    let isNarrow = area.columns < 60
    let columns = Columns(
      [
        .fixed(1), .fixed(isNarrow ? 5 : 8),
        .fitting(shown.map(\.member.name), look.width, in: 6...(isNarrow ? 8 : 16)), .fixed(4),
        .rest,
      ], across: area.columns, gap: 1)
    for (row, place) in window.rows.enumerated() {
      let fit = circle.fits[place]
      columns.draw(
        [
          Span(place == marked ? look.marks.pointer : "", Theme.accent),
          Span(look.width.bar(Double(fit.score) / 1000, columns: columns[1]), Theme.accent),
          Span(fit.member.name, Theme.strong),
          Span(fit.member.birth.map { String($0.year) } ?? "", Theme.dim),
        ], row: row, in: area, on: &sheet)
      let start = area.columns - columns[4]
      let brief = ReasonLines(look: look).brief(fit, columns: columns[4])
      sheet.draw(Line(brief), row: row, in: area, indent: start)
      sheet.finishRow(row, in: area, place: place, isMarked: place == marked)
      // In reverse a bar shows the contrary of what it says.
      sheet.frame.restyle(columns.area(of: 1, row: row, in: area)) { $0 = Theme.accent }
    }
    sheet.tellPlace(window.rows, of: circle.fits.count, marked: marked, in: area)
  }

  /// Reasons, then as much of the other's details as there is room for.
  private func paneLines(columns: Int, _ look: Look) -> [Line] {
    guard let fit = markedFit else { return [] }
    return FitDetail.lines(fit, columns: columns, look)
  }

  private func draw(_ lines: [Line], _ sheet: inout Sheet, _ area: Area) {
    for (row, line) in lines.enumerated() { sheet.draw(line, row: row, in: area) }
  }
}
