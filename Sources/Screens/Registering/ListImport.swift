import Canvas
import Matchmaking
import Wording

/// Registering everybody whom a list names: the file, then what became of every row.
struct ListImport: Dialogue {
  let event: EventID
  private var picker: FilePicker
  private(set) var summary: ImportSummary?
  private var fault: Phrase?
  /// A long list takes a moment.
  private var isRunning = false
  private var first = 0

  /// - Parameter summary: what came of it, where that is all there is to show.
  init(_ event: EventID, folder: String, summary: ImportSummary? = nil) {
    self.event = event
    self.summary = summary
    picker = FilePicker(folder: folder)
  }

  private static let title = Phrase("按名单登记报名", "Register from a list")

  private static let hint = Phrase(
    "第一行是表头：姓名、手机号或编号，同名的看手机号；号牌已印好的另有一列“号牌”。只登记名册里有的人，可以整份撤销。",
    "The head names columns such as name, phone or number (姓名, 手机号, 编号); a phone decides between namesakes; printed badges have a column badge (号牌). Only those in the register; all of it can be taken back."
  )

  var contexts: [Context] { summary == nil ? [.importing, .list] : [.reading, .list] }

  func begin(in environment: Environment) -> [Intent] {
    summary == nil ? [.ask(.listFolder(picker.folder))] : []
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      self.move(move, page: environment.size.rows - 9)
      return []
    }
    guard summary == nil else { return nil }
    switch id {
    case .completeNext: return pick { $0.complete() }
    case .leaveFolder: return pick { $0.leaveFolder() }
    case .choose: return choose()
    default: return nil
    }
  }

  private mutating func move(_ move: Move, page: Int) {
    if let summary {
      first = move.place(from: first, count: max(1, summary.problems.count), page: page) ?? 0
    } else {
      picker.move(move, page: page)
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    summary == nil ? pick { $0.type(key) } : []
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    picker.mark(row: row)
    return []
  }

  private mutating func pick(_ body: (inout FilePicker) -> String?) -> [Intent] {
    fault = nil
    return body(&picker).map { [.ask(.listFolder($0))] } ?? []
  }

  private mutating func choose() -> [Intent] {
    switch picker.choice {
    case .folder: return pick { $0.complete() }
    case .file(let path, let isListed):
      isRunning = true
      return (isListed ? [.remember(folder: picker.folder)] : [])
        + [.change(.registerList(event, path: path))]
    case .nothing:
      fault = FilePicker.Choice.pathIsMissing
      return []
    }
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    if case .folder(let listing) = answer { picker.take(listing) }
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    isRunning = false
    switch outcome {
    case .imported(let summary, _): self.summary = summary
    case .failed(let fault): self.fault = fault.phrase
    case .refused, .saved, .unchanged: break
    }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
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

extension String {
  /// A path as terminals paste a dropped file: without quotes and the space after it.
  var unquotedPath: String {
    let text = trimmed
    guard text.count >= 2, let quote = text.first, quote == text.last, quote == "'" || quote == "\""
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}
