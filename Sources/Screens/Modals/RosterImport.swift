import Canvas
import Matchmaking
import Wording

/// Bringing in a roster or a list of registrations: its path, then what became of every row.
struct RosterImport: Sendable {
  enum Purpose: Hashable, Sendable {
    case roster
    case registrations(EventID)
  }

  let purpose: Purpose
  var field = TextField()
  var summary: ImportSummary?
  var fault: Phrase?
  /// A hundred thousand rows take a moment.
  var isRunning = false
  private(set) var first = 0

  init(_ purpose: Purpose = .roster) { self.purpose = purpose }

  private var title: Phrase {
    purpose == .roster
      ? Phrase("导入名册", "Import a roster") : Phrase("按名单登记报名", "Register from a list")
  }

  private var hint: Phrase {
    switch purpose {
    case .roster:
      Phrase(
        "CSV，UTF-8 编码，第一行是表头（姓名、性别、出生年月、联系电话、工作单位……）。同一份再导入，不会重复添加。",
        "CSV in UTF-8; the first row is the head (姓名, 性别, 出生年月, 联系电话, 工作单位, …). The same file twice adds nobody twice."
      )
    case .registrations:
      Phrase(
        "CSV，UTF-8 编码，第一行是表头：编号、手机或姓名写在“member”（或“编号”“姓名”）一列；号牌已印好的写在“号牌”一列。只登记名册里有的人，可以整份撤销。",
        "CSV in UTF-8; the head names a column member (编号, 姓名) with a number, phone or name, and perhaps badge (号牌). Only those in the register; all of it can be taken back."
      )
    }
  }

  mutating func scroll(_ move: Move, page: Int) {
    first = move.place(from: first, count: max(1, summary?.problems.count ?? 0), page: page) ?? 0
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let title = sheet.look(title)
    if let summary {
      drawSummary(
        summary, on: &sheet, in: sheet.dialogue(title, columns: 76, rows: area.rows, in: area))
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
      sheet.paragraph(look(hint), Theme.dim, row: 3, in: inner)
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
    for problem in summary.problems.dropFirst(first) where row < area.rows {
      row += draw(problem, row: row, on: &sheet, in: area)
    }
  }

  /// The place and what is wrong there, below one another where it is narrow.
  private func draw(
    _ problem: ImportProblem, row: Int, on sheet: inout Sheet, in area: Area
  ) -> Int {
    let look = sheet.look
    let mark = problem.isRefusal ? look.marks.refused : look.marks.dot
    let indent = area.columns < 60 ? 2 : 20
    let place = look(problem.place)
    let isBelow = indent == 2 || look.width.columns(place) + 3 > indent
    sheet.draw(
      Line([Span(mark + " ", Theme.warning), Span(place, Theme.dim)]), row: row, in: area)
    let used = sheet.paragraph(
      look(problem.phrase), row: row + (isBelow ? 1 : 0), in: area.inset(left: indent),
      rows: max(1, area.rows - row))
    return used + (isBelow ? 1 : 0)
  }
}

extension Workspace {
  mutating func run(_ id: Command.ID, in roster: RosterImport) -> [Effect]? {
    var roster = roster
    if let move = Move(id) {
      roster.scroll(move, page: size.rows - 8)
      replaceModal(.roster(roster))
      return []
    }
    guard id == .choose, roster.summary == nil else { return nil }
    let path = roster.field.text.unquotedPath
    guard !path.isEmpty else {
      roster.fault = Phrase("请写文件的路径", "type the path of the file")
      replaceModal(.roster(roster))
      return []
    }
    roster.isRunning = true
    replaceModal(.roster(roster))
    return switch roster.purpose {
    case .roster: send(.importRoster(path: path))
    case .registrations(let event): send(.registerList(event, path: path))
    }
  }

  mutating func takeImport(_ summary: ImportSummary) -> [Effect] {
    pending = nil
    if case .roster(let asked)? = modals.last {
      var roster = RosterImport(asked.purpose)
      roster.summary = summary
      replaceModal(.roster(roster))
    } else {
      var roster = RosterImport()
      roster.summary = summary
      modals.append(.roster(roster))
    }
    let isChange = summary.added + summary.updated > 0
    let isRefused = !isChange && summary.unchanged == 0
    toast = Toast(isRefused ? .refused : .done, summary.phrase, way: isChange ? .undo : nil)
    return loadMembers()
  }
}

extension String {
  /// A path as terminals paste a dropped file: without quotes and the space after it.
  fileprivate var unquotedPath: String {
    let text = trimmed
    guard text.count >= 2, let quote = text.first, quote == text.last, quote == "'" || quote == "\""
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}
