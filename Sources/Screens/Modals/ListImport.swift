import Canvas
import Matchmaking
import Wording

/// Registering everybody whom a list names: the file, then what became of every row.
struct ListImport: Sendable {
  let event: EventID
  var picker: FilePicker
  var summary: ImportSummary?
  var fault: Phrase?
  /// A long list takes a moment.
  var isRunning = false
  private(set) var first = 0

  init(_ event: EventID, folder: String) {
    self.event = event
    picker = FilePicker(folder: folder)
  }

  private static let title = Phrase("按名单登记报名", "Register from a list")

  private static let hint = Phrase(
    "第一行是表头：姓名、手机号或编号，同名的看手机号；号牌已印好的另有一列“号牌”。只登记名册里有的人，可以整份撤销。",
    "The head names columns such as name, phone or number (姓名, 手机号, 编号); a phone decides between namesakes; printed badges have a column badge (号牌). Only those in the register; all of it can be taken back."
  )

  mutating func move(_ move: Move, page: Int) {
    if summary == nil {
      picker.move(move, page: page)
    } else {
      let count = max(1, summary?.problems.count ?? 0)
      first = move.place(from: first, count: count, page: page) ?? 0
    }
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = summary?.kind == .found ? Phrase("登记报名", "Registering") : Self.title
    let inner = sheet.dialogue(
      look(title), columns: sheet.readable(area), rows: area.rows, in: area)
    if let summary { return drawSummary(summary, on: &sheet, in: inner) }
    let lines = look.width.wrapped(look(Self.hint), columns: inner.columns).count
    let foot = inner.rows >= 12 ? lines + 1 : 1
    picker.draw(fault, on: &sheet, in: inner.inset(bottom: foot))
    let below = inner.bottom(foot)
    if isRunning {
      sheet.draw(
        Line(look(Phrase("正在登记…", "Registering…")), Theme.accent), row: foot - 1, in: below)
    } else if foot > 1 {
      sheet.paragraph(look(Self.hint), Theme.dim, row: 1, in: below)
    }
  }

  private func drawSummary(_ summary: ImportSummary, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    var row = sheet.paragraph(look(summary.phrase), Theme.strong, row: 0, in: area)
    row = sheet.columnLines(summary.columns, row: row, in: area) + 1
    guard !summary.problems.isEmpty else {
      sheet.draw(
        Line(look(Phrase("没有问题。F9 可以整份撤销。", "No problems. F9 takes all of it back.")), Theme.done),
        row: row, in: area)
      return
    }
    let count = summary.problems.count
    sheet.draw(
      Line(look(Phrase("\(count) 处说明：", "\(count.counted("remark")):")), Theme.dim),
      row: row, in: area)
    row += 1
    ProblemLine.draw(summary.problems, from: first, row: row, on: &sheet, in: area)
  }
}

extension Sheet {
  /// What became of the columns of a file, in a third of the area at most.
  ///
  /// - Returns: the row behind.
  mutating func columnLines(
    _ columns: [ColumnReport], omittingRead: Bool = false, row start: Int, in area: Area
  ) -> Int {
    var row = start
    let shown = omittingRead ? columns.filter { $0.field == nil || $0.filled == 0 } : columns
    for line in ColumnLine.all(shown) where row < area.rows / 3 {
      row += paragraph(look(line.phrase), Theme.dim, row: row, in: area, rows: 2)
    }
    return row
  }
}

extension Workspace {
  mutating func beginList(_ event: EventID) -> [Effect] {
    let list = ListImport(event, folder: importFolder)
    modals.append(.roster(list))
    return [.listFolder(list.picker.folder)]
  }

  mutating func type(_ key: Key, in list: ListImport) -> [Effect] {
    guard list.summary == nil else { return [] }
    return pick(in: list) { $0.type(key) }
  }

  private mutating func pick(
    in list: ListImport, _ body: (inout FilePicker) -> String?
  ) -> [Effect] {
    var list = list
    list.fault = nil
    let folder = body(&list.picker)
    replaceModal(.roster(list))
    return folder.map { [.listFolder($0)] } ?? []
  }

  mutating func run(_ id: Command.ID, in list: ListImport) -> [Effect]? {
    if let move = Move(id) {
      var list = list
      list.move(move, page: size.rows - 9)
      replaceModal(.roster(list))
      return []
    }
    guard list.summary == nil else { return nil }
    switch id {
    case .completeNext: return pick(in: list) { $0.complete() }
    case .leaveFolder: return pick(in: list) { $0.leaveFolder() }
    case .choose: return choose(in: list)
    default: return nil
    }
  }

  private mutating func choose(in list: ListImport) -> [Effect] {
    var list = list
    var path = list.picker.field.text.unquotedPath
    if let entry = list.picker.markedEntry {
      if entry.isFolder { return pick(in: list) { $0.complete() } }
      importFolder = list.picker.folder
      path = list.picker.folder + entry.name
    }
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
      modals.append(.roster(ListImport(event, folder: importFolder)))
    }
    pending = nil
    switch modals.last {
    case .roster(let asked)?:
      var list = ListImport(asked.event, folder: importFolder)
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
