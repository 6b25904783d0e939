import Canvas
import Matchmaking
import Wording

/// Who of the register has nobody, and why: every pair is looked at, which takes a while.
struct LonelyPage: Dialogue {
  private var progress = 0.0
  private var report: LonelyReport?
  private var marked = 0

  var contexts: [Context] { [.lonely, .list] }

  func begin(in environment: Environment) -> [Intent] {
    [.ask(.loadLonely(today: environment.setting.today))]
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      let page = environment.size.rows - 10
      marked = move.place(from: marked, count: report?.entries.count ?? 0, page: page) ?? 0
      return []
    }
    guard id == .circle, let member = markedEntry?.member else { return nil }
    return [.open(CirclePage(member))]
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if report?.entries.indices.contains(row) == true { marked = row }
    return []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    id == .circle && markedEntry == nil
      ? .useless(Phrase("还没有人可看", "There is nobody to look at")) : nil
  }

  mutating func take(progress: Double) { self.progress = progress }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    if case .lonely(let report) = answer { self.report = report }
    return []
  }

  private var markedEntry: LonelyReport.Entry? {
    report.flatMap { $0.entries.indices.contains(marked) ? $0.entries[marked] : nil }
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("暂无合适人选的人", "Members nobody fits"))
    guard let report else {
      drawProgress(on: &sheet, in: sheet.dialogue(title, columns: 60, rows: 6, in: area))
      return
    }
    let inner = sheet.dialogue(title, columns: area.columns, rows: area.rows, in: area)
    let used = drawHead(report, on: &sheet, in: inner)
    let body = inner.inset(top: used)
    guard body.columns >= 106 else { return drawList(report, on: &sheet, in: body) }
    let pane = body.inset(left: body.columns - 48)
    sheet.partition(before: pane)
    drawList(report, on: &sheet, in: body.inset(right: 51))
    guard let entry = markedEntry else { return }
    let lines = ReasonLines(look: look).obstacles(entry.obstacles, columns: pane.columns)
    for (row, line) in lines.enumerated() { sheet.draw(line, row: row, in: pane) }
  }

  private func drawProgress(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    sheet.draw(Line(look(Phrase("正在两两比对…", "Comparing everybody…"))), row: 0, in: area)
    sheet.draw(
      Line(look.width.bar(progress, columns: area.columns), Theme.accent), row: 1, in: area)
    let hint = Phrase(
      "人多时要几分钟；Esc 停止，什么都不改。", "This may take minutes; Esc stops it, nothing is changed.")
    sheet.draw(Line(look(hint), Theme.dim), row: 3, in: area)
  }

  private func drawHead(_ report: LonelyReport, on sheet: inout Sheet, in area: Area) -> Int {
    let look = sheet.look
    let said = Phrase(
      "参加推荐的 \(report.taking.grouped) 人中，\(report.total.grouped) 人暂无合适人选",
      "Nobody fits \(report.total.grouped) of the \(report.taking.counted("who takes", "who take")) part"
    )
    sheet.draw(Line(look(said), Theme.strong), row: 0, in: area)
    let causes = report.excluded.sorted { ($1.value, "\($0.key)") < ($0.value, "\($1.key)") }
      .map {
        look(
          Phrase(
            "\($0.key.phrase.chinese) \($0.value.grouped) 人",
            "\($0.key.phrase.english): \($0.value.grouped)"))
      }
    guard area.rows >= 10, !causes.isEmpty else { return 1 }
    let separator = look.language == .chinese ? "；" : "; "
    sheet.draw(
      Line([
        Span(look(Phrase("不参加的  ", "Left out  ")), Theme.dim),
        Span(causes.joined(separator: separator), Theme.dim),
      ]), row: 1, in: area)
    return 3
  }

  private func drawList(_ report: LonelyReport, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    guard !report.entries.isEmpty else {
      sheet.draw(
        Line(look(Phrase("人人都有合适人选", "Everybody has somebody who fits")), Theme.done), row: 0,
        in: area)
      return
    }
    let rest = report.total - report.entries.count
    let list = area.inset(bottom: rest > 0 ? 1 : 0)
    let window = Window(count: report.entries.count, marked: marked, height: list.rows)
    let shown = window.rows.map { report.entries[$0].member }
    let columns = Columns(
      [
        .fixed(1), .fitting(shown.map(\.name), look.width, in: 6...16), .fixed(2), .fixed(4), .rest,
      ], across: list.columns, gap: 1)
    for (row, place) in window.rows.enumerated() {
      let entry = report.entries[place]
      columns.draw(
        [
          Span(place == marked ? look.marks.pointer : "", Theme.accent),
          Span(entry.member.name, Theme.strong),
          Span(entry.member.sex.map { look($0.phrase) } ?? "", Theme.dim),
          Span(entry.member.birth.map { String($0.year) } ?? "", Theme.dim),
          Span(look(entry.obstacles.briefly)),
        ], row: row, in: list, on: &sheet)
      sheet.finishRow(row, in: list, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: report.entries.count, marked: marked, in: list)
    guard rest > 0 else { return }
    let said = Phrase(
      "还有 \(rest.grouped) 人没有列出；先解决这些，再看一遍",
      "\(rest.counted("more is", "more are")) not listed; settle these first")
    sheet.draw(Line(look(said), Theme.dim), row: list.rows, in: area, indent: 2)
  }
}

extension CircleObstacles {
  /// The main reason in one line.
  fileprivate var briefly: Phrase {
    if let exclusion { return exclusion.phrase }
    if meetingOwn > 0, let theirs = theirs.first, worst.map({ $0.alone == 0 }) ?? true {
      return theirs.phrase
    }
    return worst?.phrase ?? Phrase("名册里没有可以推荐的人", "nobody in the register to suggest")
  }
}
