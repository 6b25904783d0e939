import Canvas
import Matchmaking
import Wording

extension Context {
  public static let programmeForm = Self(
    "programmeForm", Phrase("编排流程", "Setting the programme"), typing: .caret,
    home: .within(.setProgramme))
}

extension Command.ID {
  public static let addSegment = Self("addSegment")
  public static let dropSegment = Self("dropSegment")
  public static let raiseSegment = Self("raiseSegment")
}

/// The segments of a programme that has not begun, one a row: kind, minutes, title.
struct ProgrammeForm: Dialogue {
  static let commands: [Command] = [
    Command(
      .addSegment, in: .programmeForm, [.named(.f3)], Phrase("加环节", "add"),
      help: Phrase("在这一行下面加一个环节", "Another segment below this one"), at: 3),
    Command(
      .dropSegment, in: .programmeForm, [.named(.f4)], Phrase("删环节", "remove"),
      help: Phrase("去掉这个环节", "Takes this segment out"), at: 4),
    Command(
      .raiseSegment, in: .programmeForm, [.named(.f6)], Phrase("上移", "move up"),
      help: Phrase("和上一个环节对调", "Changes places with the one above"), at: 5),
    Command(
      .previousOption, in: .programmeForm, [.named(.left)], Phrase("换类型", "kind"),
      help: Phrase("换一种类型；在文字里左移", "Another kind; within text, to the left")),
    Command(
      .nextOption, in: .programmeForm, [.named(.right)], Phrase("换类型", "kind"),
      help: Phrase("换一种类型；在文字里右移", "Another kind; within text, to the right")),
    Command(
      .up, in: .programmeForm, [.named(.up)], Phrase("上一行", "up"),
      help: Phrase("上一行", "The row above")),
    Command(
      .down, in: .programmeForm, [.named(.down)], Phrase("下一行", "down"),
      help: Phrase("下一行", "The row below")),
  ]

  private struct Row: Hashable, Sendable {
    var kind: SegmentKind
    var minutes: TextField
    var title: TextField

    init(_ plan: SegmentPlan) {
      kind = plan.kind
      minutes = TextField(plan.minutes == 0 ? "" : "\(plan.minutes)")
      title = TextField(plan.title)
    }

    /// Nil where the minutes are no number.
    var plan: SegmentPlan? {
      let text = minutes.text
      guard let length = text.isEmpty ? 0 : Int(text) else { return nil }
      return SegmentPlan(kind, title: title.text, minutes: length)
    }
  }

  private enum Cell: Int, CaseIterable, Hashable { case kind, minutes, title }

  private var rows: [Row]
  private var place = 0
  private var cell = Cell.kind
  private let before: [SegmentPlan]
  private var refusal: Phrase?
  private var wasWarned = false

  init(_ programme: Programme) {
    let plan = programme.segments.map {
      SegmentPlan($0.kind, title: $0.title, minutes: $0.minutes)
    }
    before = plan
    rows = (plan.isEmpty ? SegmentPlan.usual : plan).map(Row.init)
  }

  var contexts: [Context] { [.programmeForm, .form] }

  mutating func holdsUnsaved() -> Bool {
    let isChanged = !before.isEmpty && rows.map(\.plan) != before.map { $0 }
    guard isChanged, !wasWarned else { return false }
    wasWarned = true
    refusal = .unsaved
    return true
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    refusal = nil
    switch id {
    case .up: place = max(0, place - 1)
    case .down: place = min(rows.count - 1, place + 1)
    case .nextField: step(by: 1)
    case .previousField: step(by: -1)
    case .nextOption: option(1)
    case .previousOption: option(-1)
    case .addSegment:
      guard rows.count < Segment.most else {
        refusal = ProgrammeRefusal.tooLong(most: Segment.most).phrase
        return [.refuseInPlace]
      }
      rows.insert(Row(SegmentPlan(.free, minutes: 10)), at: rows.isEmpty ? 0 : place + 1)
      place = min(rows.count - 1, place + 1)
      cell = .kind
    case .dropSegment:
      guard rows.indices.contains(place) else { return [] }
      rows.remove(at: place)
      place = max(0, min(place, rows.count - 1))
    case .raiseSegment:
      guard place > 0 else { return [] }
      rows.swapAt(place, place - 1)
      place -= 1
    case .enterForm where place < rows.count - 1: place += 1
    case .enterForm, .submitForm: return save(in: environment)
    default: return nil
    }
    return []
  }

  private mutating func step(by step: Int) {
    let cells = Cell.allCases.count
    let next = place * cells + cell.rawValue + step
    let count = max(1, rows.count) * cells
    let wrapped = (next + count) % count
    place = wrapped / cells
    cell = Cell(rawValue: wrapped % cells) ?? .kind
  }

  private mutating func option(_ step: Int) {
    guard rows.indices.contains(place) else { return }
    switch cell {
    case .kind:
      let kinds = SegmentKind.allCases
      let now = kinds.firstIndex(of: rows[place].kind) ?? 0
      rows[place].kind = kinds[(now + step + kinds.count) % kinds.count]
    case .minutes: rows[place].minutes.move(by: step)
    case .title: rows[place].title.move(by: step)
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    refusal = nil
    guard rows.indices.contains(place) else { return [] }
    switch cell {
    case .kind where key == .character(" "): option(1)
    case .kind:
      // A number is meant for the minutes.
      guard case .character(let digit) = key.folded, digit.isNumber else { return [] }
      cell = .minutes
      rows[place].minutes.clear()
      rows[place].minutes.type(key)
    case .minutes: rows[place].minutes.type(key)
    case .title: rows[place].title.type(key)
    }
    return []
  }

  private mutating func save(in environment: Environment) -> [Intent] {
    guard let event = environment.open?.event.id else { return [] }
    var plan: [SegmentPlan] = []
    for (row, each) in rows.enumerated() {
      do throws(ProgrammeRefusal) {
        guard let segment = each.plan else { throw .badMinutes(-1) }
        try segment.check()
        plan.append(segment)
      } catch {
        (place, cell) = (row, error.code == "too-long" ? .title : .minutes)
        refusal =
          each.plan == nil
          ? Phrase("分钟请写一个数，0 为不计时", "give the minutes as a number; 0 for none") : error.phrase
        return [.refuseInPlace]
      }
    }
    return [.change(.setProgramme(event, plan))]
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    switch outcome {
    case .saved, .unchanged: return [.close]
    case .refused(let refusal): self.refusal = environment.sentence(refusal)
    case .imported, .failed: break
    }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("编排流程", "Set the programme")), columns: 74, rows: rows.count + 6, in: area)
    let list = inner.inset(top: 1, bottom: 2)
    // The one that can be changed stands between arrows.
    let kinds = SegmentKind.allCases.map { "‹ \(look($0.phrase)) ›" }
    let columns = Columns(
      [.fixed(1), .fixed(3, .right), .fitting(kinds, look.width, in: 8...20), .fixed(6), .rest],
      across: inner.columns)
    columns.draw(
      [
        Span(""), Span(""), Span(look(Phrase("类型", "Kind")), Theme.dim),
        Span(look(Phrase("分钟", "Min")), Theme.dim),
        Span(look(Phrase("名称（可不写）", "Title, if another")), Theme.dim),
      ],
      row: 0, in: inner, on: &sheet)
    let window = Window(count: rows.count, marked: place, height: list.rows)
    for (line, index) in window.rows.enumerated() {
      draw(index, line, columns, on: &sheet, in: list)
    }
    sheet.tellPlace(window.rows, of: rows.count, marked: place, in: list)
    let total = rows.reduce(0) { $0 + ($1.plan?.minutes ?? 0) }
    let note =
      refusal.map { Line(look.refused($0), Theme.warning) }
      ?? Line(
        look(
          Phrase(
            "共 \(total) 分钟。←→ 换类型，直接打数字改分钟。",
            "\(total) min in all. Arrows change the kind, digits the minutes.")),
        Theme.dim)
    sheet.draw(note, row: 0, in: inner.bottom(1))
  }

  private func draw(
    _ index: Int, _ line: Int, _ columns: Columns, on sheet: inout Sheet, in list: Area
  ) {
    let look = sheet.look
    let (row, isMarked) = (rows[index], index == place)
    let isChosen = isMarked && cell == .kind
    let kind = look(row.kind.phrase)
    columns.draw(
      [
        Span(isMarked ? look.marks.pointer : "", Theme.accent), Span("\(index + 1)", Theme.dim),
        Span(
          isChosen && !look.isPlain ? "‹ \(kind) ›" : kind,
          isChosen ? Theme.title : Theme.strong),
        Span(row.minutes.text), Span(row.title.text),
      ], row: line, in: list, on: &sheet)
    guard isMarked, cell != .kind else { return }
    let spot = columns.area(of: cell == .minutes ? 3 : 4, row: line, in: list)
    let field = cell == .minutes ? row.minutes : row.title
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: spot.column, row: spot.row),
      columns: max(1, spot.columns), Theme.field)
  }
}
