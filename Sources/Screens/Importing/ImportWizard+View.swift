import Canvas
import Matchmaking
import Wording

extension ImportWizard {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
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
        look.refused(refusal.phrase), Theme.warning, row: 1, in: area)
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
      sheet.draw(Line(look.refused(fault), Theme.warning), row: 0, in: area)
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
        Line(look.refused(refusal.phrase), Theme.warning), row: 0, in: area)
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

extension ColumnReport {
  /// As the list of columns has it.
  ///
  /// - Parameter isWhole: whether all rows were read, so that an empty column is known to be one.
  func target(isWhole: Bool) -> Phrase {
    filled == 0 && isWhole && !isPassedOver ? Phrase("空列", "empty") : phrase
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
