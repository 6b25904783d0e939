import Canvas
import Matchmaking
import Wording

/// Bringing in a roster: the file, how its columns were understood, what would come of it, and what
/// came of it.
struct ImportWizard: Sendable {
  enum Step: Sendable {
    case file
    case columns(RosterSketch)
    case done(RosterChoice)
  }

  var step = Step.file
  var picker: FilePicker
  /// What is being worked on, and how far that is; nil while nothing is.
  var progress: Double?
  var isImporting = false
  /// What a dry run said, then what became of it.
  var summary: ImportSummary? { didSet { outline = summary.flatMap { ImportOutline($0) } } }
  /// What it changes, where it changes anything.
  private(set) var outline: ImportOutline?
  var fault: Phrase?
  var marked = 0
  /// Where the problems were written to.
  var written: String?
  /// Corrections made by hand that are to give way to the roster.
  var taken: Set<FieldDifference> = []
  private(set) var first = 0

  init(folder: String) { picker = FilePicker(folder: folder) }

  var sketch: RosterSketch? { if case .columns(let sketch) = step { sketch } else { nil } }

  /// It is in, or was refused: from now on only the report is shown.
  mutating func finish(_ summary: ImportSummary) {
    step = .done(sketch?.choice ?? RosterChoice(path: ""))
    self.summary = summary
    progress = nil
    isImporting = false
  }

  mutating func move(_ move: Move, page: Int) {
    switch step {
    case .file: picker.move(move, page: page)
    case .columns(let sketch):
      marked = move.place(from: marked, count: sketch.columns.count, page: page) ?? 0
    case .done:
      let count = max(1, summary?.problems.count ?? 0)
      first = move.place(from: first, count: count, page: page) ?? 0
    }
  }

  mutating func mark(row: Int) {
    switch step {
    case .file: picker.mark(row: row)
    case .columns(let sketch): if sketch.columns.indices.contains(row) { marked = row }
    case .done: break
    }
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("导入名册", "Import a roster"))
    let inner = sheet.dialogue(
      title, columns: max(76, min(120, area.columns - 4)), rows: area.rows, in: area)
    switch step {
    case .file:
      picker.draw(fault, on: &sheet, in: inner)
    case .columns(let sketch): draw(sketch, on: &sheet, in: inner)
    case .done: drawReport(on: &sheet, in: inner)
    }
  }

  // MARK: - The columns

  private func draw(_ sketch: RosterSketch, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let sheetName = sketch.sheet.map { " › \($0)" } ?? ""
    let others = sketch.hasOtherSheets ? Phrase("  F4 换工作表", "  F4 another sheet") : .empty
    sheet.draw(
      Line(
        [
          Span(sketch.choice.path.lastPart + sheetName, Theme.strong),
          Span(look(others), Theme.dim),
        ]),
      row: 0, in: area)
    let foot = area.rows >= 10 ? 2 : 1
    drawColumns(sketch, on: &sheet, in: area.inset(top: 1, bottom: foot))
    drawFoot(sketch, on: &sheet, in: area.bottom(1))
    if foot == 2, fault == nil, progress == nil,
      let outline
    {
      sheet.draw(
        Line(look(outline.phrase(taking: taken.count)), Theme.accent), row: 0, in: area.bottom(2))
    }
  }

  private func drawColumns(_ sketch: RosterSketch, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    if let refusal = sketch.problems.first(where: \.isRefusal), sketch.columns.isEmpty {
      sheet.paragraph(
        "\(look.marks.refused) \(look(refusal.phrase))", Theme.warning, row: 1, in: area)
      return
    }
    let isNarrow = area.columns < 60
    let isWhole = summary?.columns.isEmpty == false
    let targets = sketch.columns.map {
      look($0.report.target(isWhole: isWhole)) + ($0.isCorrected ? " *" : "")
    }
    let columns = Columns(
      [
        .fixed(1),
        .fitting(
          sketch.columns.map(\.head), look.width,
          in: 8...(isNarrow ? 14 : max(20, area.columns / 3))),
        .fitting(targets, look.width, in: 8...(isNarrow ? 12 : 30)), .rest,
      ], across: area.columns, gap: isNarrow ? 1 : 2)
    let hasHead = area.rows >= 8
    if hasHead {
      let heads = [
        Phrase.empty, Phrase("列", "Column"), Phrase("认作", "Taken for"), Phrase("样例", "Samples"),
      ]
      columns.draw(heads.map { Span(look($0), Theme.dim) }, row: 0, in: area, on: &sheet)
    }
    let list = area.inset(top: hasHead ? 1 : 0)
    let window = Window(count: sketch.columns.count, marked: marked, height: list.rows)
    for (row, place) in window.rows.enumerated() {
      let column = sketch.columns[place]
      let style = column.field == nil ? Theme.dim : column.isCorrected ? Theme.accent : Theme.strong
      columns.draw(
        [
          Span(place == marked ? look.marks.pointer : "", Theme.accent), Span(column.head),
          Span(targets[place], style),
          Span(column.samples.joined(separator: " \(look.marks.dot) "), Theme.dim),
        ], row: row, in: list, on: &sheet)
      sheet.finishRow(row, in: list, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: sketch.columns.count, marked: marked, in: list)
  }

  /// What a dry run says, or how far it is.
  private func drawFoot(_ sketch: RosterSketch, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    if let fault {
      sheet.draw(Line("\(look.marks.refused) \(look(fault))", Theme.warning), row: 0, in: area)
    } else if let progress {
      let said = look(
        isImporting ? Phrase("正在导入  ", "Importing  ") : Phrase("正在试算  ", "Trying out  "))
      let room = min(40, max(4, area.columns - look.width.columns(said)))
      sheet.draw(
        Line([Span(said, Theme.dim), Span(look.width.bar(progress, columns: room), Theme.accent)]),
        row: 0, in: area)
    } else if let summary {
      sheet.draw(
        Line(
          [Span(look(summary.forecast), Theme.strong)], right: [Span(hint(sketch, look), Theme.dim)]
        ),
        row: 0, in: area)
    } else if !sketch.columns.isEmpty, let refusal = sketch.problems.first(where: \.isRefusal) {
      sheet.draw(
        Line("\(look.marks.refused) \(look(refusal.phrase))", Theme.warning), row: 0, in: area)
    }
  }

  /// What is worth saying of the marked column.
  private func hint(_ sketch: RosterSketch, _ look: Look) -> String {
    guard sketch.columns.indices.contains(marked),
      let purpose = sketch.columns[marked].report.likelyConsent
    else { return "" }
    let about = purpose.phrase
    return look(
      Phrase("像授权·\(about.chinese)，F3 指明", "looks like a consent (\(about.english)): F3"))
  }

  // MARK: - The report

  private func drawReport(on sheet: inout Sheet, in area: Area) {
    guard let summary else { return }
    let look = sheet.look
    var row = sheet.paragraph(look(summary.phrase), Theme.strong, row: 0, in: area)
    row = sheet.columnLines(summary.columns, omittingRead: true, row: row, in: area)
    if let outline {
      row += sheet.paragraph(
        look(outline.phrase(taking: 0)), Theme.accent, row: row, in: area, rows: 2)
    }
    let count = summary.problems.count(where: \.wantsMending)
    let said =
      written.map {
        Phrase("有问题的行已写到 \($0)，改好后再导入", "rows to mend are in \($0); mend and import them")
      }
      ?? (count == 0
        ? Phrase("没有问题。F9 可以整份撤销。", "No problems. F9 takes all of it back.")
        : Phrase(
          "\(count) 个问题；F2 把有问题的行写成表格，改好后再导入",
          "\(count.counted("problem")); F2 writes the rows to a table, to mend and import again"
        ))
    if count == 0 { row += 1 }
    let isDone = written != nil || count == 0
    row +=
      sheet.paragraph(look(said), isDone ? Theme.done : Theme.dim, row: row, in: area, rows: 2) + 1
    ProblemLine.draw(summary.problems, from: first, row: row, on: &sheet, in: area)
  }
}

/// One problem of a file: the place and what is wrong there, below one another where it is narrow.
enum ProblemLine {
  /// As many as there is room for.
  static func draw(
    _ problems: [ImportProblem], from first: Int, row start: Int, on sheet: inout Sheet,
    in area: Area
  ) {
    var row = start
    var end = first
    for problem in problems.dropFirst(first) where row < area.rows {
      row += draw(problem, row: row, on: &sheet, in: area)
      end += 1
    }
    sheet.tellPlace(first..<end, of: problems.count, in: area.inset(top: min(start, area.rows)))
  }

  static func draw(
    _ problem: ImportProblem, row: Int, on sheet: inout Sheet, in area: Area
  ) -> Int {
    let look = sheet.look
    let mark = problem.isRefusal ? look.marks.refused : look.marks.dot
    let place = look(problem.place)
    let indent = area.columns < 60 || place.isEmpty ? 2 : 20
    let isBelow =
      !place.isEmpty && (indent == 2 || look.width.columns(place) + 3 > indent)
    sheet.draw(
      Line([Span(mark + " ", Theme.warning), Span(place, Theme.dim)]), row: row, in: area)
    let used = sheet.paragraph(
      look(problem.phrase), row: row + (isBelow ? 1 : 0), in: area.inset(left: indent),
      rows: max(1, area.rows - row))
    return used + (isBelow ? 1 : 0)
  }
}

extension ColumnReport {
  /// As the list of columns has it.
  ///
  /// - Parameter isWhole: whether all rows were read, so that an empty column is known to be one.
  func target(isWhole: Bool) -> Phrase {
    filled == 0 && isWhole && !isPassedOver ? Phrase("空列", "empty") : phrase
  }
}

/// What a column is taken for: one of the fields, kept as it is, or not imported.
struct ColumnMeaning: Sendable {
  let head: String
  private(set) var marked: Int
  private var typeAhead = TypeAhead()
  /// What is taken by another column, which gives it up if it is chosen here.
  private let taken: [String: String]
  /// Nil stands first: kept as it is.
  static let choices: [String?] =
    [nil] + ([RosterTarget.skip] + RosterTarget.all).map(Optional.some)

  init(_ column: RosterSketch.Column, in sketch: RosterSketch) {
    head = column.head
    marked = Self.choices.firstIndex { $0 == column.word } ?? 0
    taken = Dictionary(
      sketch.columns.filter { $0.head != column.head }.compactMap { other in
        other.field.map { ($0, other.head) }
      }, uniquingKeysWith: { one, _ in one })
  }

  var chosen: String? { Self.choices[marked] }
  /// The head of the column that loses its meaning to this one.
  var displaced: String? { chosen.flatMap { taken[$0] } }

  mutating func move(_ move: Move, page: Int) {
    typeAhead.clear()
    marked = move.place(from: marked, count: Self.choices.count, page: page) ?? 0
  }

  mutating func type(_ key: Key, _ language: Language) {
    let labels = Self.choices.map(RosterTarget.phrase)
    marked = typeAhead.type(key, among: labels, from: marked, language) ?? marked
  }

  mutating func mark(row: Int) { if Self.choices.indices.contains(row) { marked = row } }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("认作什么 · ", "Taken for · ")) + look.width.truncated(head, to: 24)
    let inner = sheet.dialogue(
      title, columns: 54, rows: min(area.rows, Self.choices.count + 2), in: area)
    let window = Window(count: Self.choices.count, marked: marked, height: inner.rows)
    for (row, place) in window.rows.enumerated() {
      let field = Self.choices[place]
      let other = field.flatMap { taken[$0] }.map {
        look(Phrase("现在是“\($0)”", "now \u{201c}\($0)\u{201d}"))
      }
      sheet.draw(
        Line(
          [
            Span(look.pointer(place == marked), Theme.accent),
            Span(
              look(RosterTarget.phrase(field)),
              field == nil || field == RosterTarget.skip ? Theme.dim : Theme.plain),
          ], right: [Span(other ?? "", Theme.dim)]), row: row, in: inner)
      sheet.finishRow(row, in: inner, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: Self.choices.count, marked: marked, in: inner)
    typeAhead.draw(on: &sheet)
  }
}

extension ImportSummary {
  /// What would come of it.
  var forecast: Phrase {
    let wrong = Set(problems.filter { $0.row > 0 && $0.wantsMending }.map(\.row)).count
    let left = passedOver + replaced
    let leaving =
      left > 0 ? Phrase("  跳过 \(left.grouped) 行", "  \(left.grouped) passed over") : Phrase.empty
    return Phrase(
      "新增 \(added.grouped)  更新 \(updated.grouped)  未变 \(unchanged.grouped)  有问题 \(wrong.grouped) 行",
      "\(added.grouped) new  \(updated.grouped) updated  \(unchanged.grouped) unchanged  \(wrong.counted("row")) to look at"
    ) + leaving
  }
}

extension String {
  /// The name of the file at the end of a path.
  var lastPart: String { split(separator: "/").last.map(String.init) ?? self }
}
