import Canvas
import Matchmaking
import Wording

/// Registering everybody whom a list names: its path, then what became of every row.
struct ListImport: Sendable {
  let event: EventID
  var field = TextField()
  var summary: ImportSummary?
  var fault: Phrase?
  /// A long list takes a moment.
  var isRunning = false
  private(set) var first = 0

  init(_ event: EventID) { self.event = event }

  private static let title = Phrase("按名单登记报名", "Register from a list")

  private static let hint = Phrase(
    "CSV 或 .xlsx，第一行是表头：编号、手机或姓名写在“member”（或“编号”“姓名”）一列；号牌已印好的写在“号牌”一列。只登记名册里有的人，可以整份撤销。",
    "CSV or .xlsx; the head names a column member (编号, 姓名) with a number, phone or name, and perhaps badge (号牌). Only those in the register; all of it can be taken back."
  )

  mutating func scroll(_ move: Move, page: Int) {
    first = move.place(from: first, count: max(1, summary?.problems.count ?? 0), page: page) ?? 0
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let title = sheet.look(
      summary?.kind == .found ? Phrase("登记报名", "Registering") : Self.title)
    if let summary {
      drawSummary(
        summary, on: &sheet, in: sheet.dialogue(title, columns: sheet.readable(area), rows: area.rows, in: area))
      return
    }
    let inner = sheet.dialogue(title, columns: 76, rows: 9, in: area)
    let look = sheet.look
    let label = look(Phrase("文件", "File"))
    let start = look.width.columns(label) + 2
    sheet.draw(Line(label, Theme.title), row: 1, in: inner)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: inner.column + start, row: inner.row + 1),
      columns: max(1, inner.columns - start), Theme.field,
      hint: look(
        Phrase("路径，如 ~/报名表.csv；可把文件拖进窗口", "a path, as in ~/roster.csv; or drop the file here")))
    if let fault {
      sheet.paragraph("\(look.marks.refused) \(look(fault))", Theme.warning, row: 3, in: inner)
    } else if isRunning {
      sheet.draw(Line(look(Phrase("正在导入…", "Importing…")), Theme.accent), row: 3, in: inner)
    } else {
      sheet.paragraph(look(Self.hint), Theme.dim, row: 3, in: inner)
    }
  }

  private func drawSummary(_ summary: ImportSummary, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    var row = sheet.paragraph(look(summary.phrase), Theme.strong, row: 0, in: area) + 1
    guard !summary.problems.isEmpty else {
      sheet.draw(
        Line(look(Phrase("没有问题。F9 可以整份撤销。", "No problems. F9 takes all of it back.")), Theme.done),
        row: row, in: area)
      return
    }
    let count = summary.problems.count
    sheet.draw(
      Line(look(Phrase("\(count) 个问题：", "\(count) problem\(count == 1 ? "" : "s"):")), Theme.dim),
      row: row, in: area)
    row += 1
    ProblemLine.draw(summary.problems, from: first, row: row, on: &sheet, in: area)
  }
}

extension Workspace {
  mutating func run(_ id: Command.ID, in list: ListImport) -> [Effect]? {
    var list = list
    if let move = Move(id) {
      list.scroll(move, page: size.rows - 8)
      replaceModal(.roster(list))
      return []
    }
    guard id == .choose, list.summary == nil else { return nil }
    let path = list.field.text.unquotedPath
    guard !path.isEmpty else {
      list.fault = Phrase("请写文件的路径", "type the path of the file")
      replaceModal(.roster(list))
      return []
    }
    list.isRunning = true
    replaceModal(.roster(list))
    return send(.registerList(list.event, path: path))
  }

  mutating func takeImport(_ summary: ImportSummary) -> [Effect] {
    if case .registerFound(let event, _)? = pending {
      modals.append(.roster(ListImport(event)))
    }
    pending = nil
    switch modals.last {
    case .roster(let asked)?:
      var list = ListImport(asked.event)
      list.summary = summary
      replaceModal(.roster(list))
    case .wizard(var wizard)?:
      wizard.finish(summary)
      replaceModal(.wizard(wizard))
    default:
      // The dialogue was left meanwhile; what became of the rows is told all the same.
      var wizard = ImportWizard(folder: importFolder)
      wizard.finish(summary)
      modals.append(.wizard(wizard))
    }
    let isChange = summary.added + summary.updated > 0
    let isRefused = !isChange && summary.unchanged == 0
    toast = Toast(isRefused ? .refused : .done, summary.phrase, way: isChange ? .undo : nil)
    return loadMembers()
  }
}

extension String {
  /// A path as terminals paste a dropped file: without quotes and the space after it.
  var unquotedPath: String {
    let text = trimmed
    guard text.count >= 2, let quote = text.first, quote == text.last, quote == "'" || quote == "\""
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}
