import Canvas
import Matchmaking
import Wording

/// Making paper for the open event: which, and under which name.
struct PrintPage: Dialogue {
  private enum State {
    case choosing
    case printing
    /// How many pieces, where that is told.
    case done(path: String, count: Int?)
  }

  private enum Field: Hashable, Sendable { case path, offset, scale }

  private let event: Event
  private var kind = PrintKind.badges
  private var form = Form<Field>([
    .text(.path, Phrase("写到", "File")),
    .text(
      .offset, Phrase("偏移", "Offset"), hint: Phrase("右,下 毫米，如 1.5,-2", "right,down in mm: 1.5,-2")),
    .text(
      .scale, Phrase("缩放", "Scale"),
      hint: Phrase("标尺量出 98 毫米就写 102", "the ruler measures 98 mm: 102")),
  ])
  private var state = State.choosing
  private var fault: Phrase?
  /// How often the badges were printed before.
  private var printings = 0

  private static let kinds: [PrintKind] = [
    .badges, .doorList, .ballots, .cards, .tables, .results,
  ]

  init(for event: Event) { self.event = event }

  var contexts: [Context] { [.printing] }

  mutating func begin(in environment: Environment) -> [Intent] {
    name(in: environment)
    return [.ask(.loadPrintings(event.code))]
  }

  private mutating func name(in environment: Environment) {
    let language = environment.setting.language
    let word = language == .chinese ? kind.phrase.chinese : kind.rawValue
    form.fill(.path, "\(environment.folder)\(event.code)-\(word).pdf")
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if case .printing = state { return id == .choose || id == .printNew ? [] : nil }
    switch id {
    case .nextField: form.step(by: 1)
    case .previousField: form.step(by: -1)
    case .choose:
      if case .done = state { return [.close] }
      return printed(isOnlyNew: false, in: environment)
    case .printNew: return printed(isOnlyNew: true, in: environment)
    case .nextPaper:
      (fault, state) = (nil, .choosing)
      let place = Self.kinds.firstIndex(of: kind) ?? 0
      kind = Self.kinds[(place + 1) % Self.kinds.count]
      name(in: environment)
    default: return nil
    }
    return []
  }

  private mutating func printed(isOnlyNew: Bool, in environment: Environment) -> [Intent] {
    let path = form.text(.path).unquotedPath
    guard !path.isEmpty else {
      fault = Phrase("请写文件名", "Name the file")
      return []
    }
    fault = nil
    let change = Change.print(
      PaperRequest(
        event: event.id, kind: kind, isOnlyNew: isOnlyNew, path: path,
        offset: form.text(.offset), scale: form.text(.scale), language: environment.setting.language
      ))
    if kind == .badges, !isOnlyNew, printings > 0 {
      return [.open(Confirmation.reprinting(printings, change))]
    }
    state = .printing
    return [.change(change)]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    if case .printing = state { return [] }
    (fault, state) = (nil, .choosing)
    form.type(key)
    return []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    id == .printNew && ![.badges, .ballots].contains(kind)
      ? .useless(Phrase("这一种总是全部打印", "This paper is always of everybody")) : nil
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    if case .printings(let acts) = answer { printings = acts.count }
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    guard case .print(let request) = change else { return [] }
    state = .choosing
    switch outcome {
    case .saved(let act):
      state = .done(path: request.path, count: act.summary.count)
      if request.kind == .badges { printings += 1 }
    case .unchanged, .imported: state = .done(path: request.path, count: nil)
    case .refused(let refusal): fault = environment.sentence(refusal)
    case .failed(let failure):
      fault = failure.phrase
      if case .fileExists = failure { form.fill(.path, Self.next(after: request.path)) }
    }
    return []
  }

  /// `~/QX-号牌.pdf`, `~/QX-号牌-2.pdf`, `~/QX-号牌-3.pdf`.
  private static func next(after path: String) -> String {
    let ending = path.lowercased().hasSuffix(".pdf") ? String(path.suffix(4)) : ""
    let stem = path.dropLast(ending.count)
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, let number = Int(last),
      (2..<1_000).contains(number)
    else { return "\(stem)-2\(ending)" }
    return stem.dropLast(last.count) + "\(number + 1)\(ending)"
  }

  // MARK: - How it looks

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("打印", "Print")), columns: sheet.readable(area), rows: min(area.rows, 14), in: area
    )
    let label = look(Phrase("种类", "What"))
    let labels = [label] + form.entries.map { look($0.label) }
    let start = (labels.map { look.width.columns($0) }.max() ?? 0) + 2
    sheet.draw(Line(label, Theme.title), row: 0, in: inner)
    let beside = Area(
      column: inner.column + start, row: inner.row, columns: max(1, inner.columns - start),
      rows: inner.rows)
    sheet.draw(Line(look(kind.phrase), Theme.strong), row: 0, in: beside)
    // A low window has room for what became of it, not for what it is.
    let isLow = inner.rows < 12
    if !isLow { sheet.paragraph(look(about), Theme.dim, row: 1, in: beside) }
    let row = isLow ? 1 : 4
    let rows = isLow ? 1 : form.entries.count
    form.draw(
      problem: { _ in nil }, on: &sheet,
      in: inner.inset(top: row, bottom: max(0, inner.rows - row - rows)))
    let (said, style) = told
    sheet.paragraph(look(said), style, row: row + rows + 1, in: inner)
  }

  private var about: Phrase {
    switch kind {
    case .badges:
      Phrase(
        "90×54 毫米，每页 10 张，带二维码，扫码就能签到。还没有号的人都发号，印出来的号不再变。",
        "90×54 mm, ten on a page, with a code to scan at the door. All who have none get a number, which stays."
      )
    case .doorList:
      Phrase("按姓名拼音排列，来了打勾。内有个人信息。", "In pinyin order, a box to tick for each. Personal details.")
    case .results:
      Phrase(
        "每个已公布牵手的人一张，对折；双方都授权的印上对方联系方式，记录在案。",
        "One to each person in an announced pair, to be folded; contacts where both consented, on record."
      )
    case .ballots:
      Phrase(
        "A6，每页 4 张，印着本人号码和牵手规则，不印姓名。还没有号的人都发号。",
        "A6, four on a page, with number and rule, no names. All who have none get a number.")
    case .cards:
      Phrase(
        "A7，每页 8 张，每人各轮坐哪桌、和谁见面。先编排轮换或话题。",
        "A7, eight on a page: everybody's table in each round. Rounds or topics are planned first.")
    case .tables:
      Phrase(
        "每页 2 张，桌号和话题。先编排轮换或话题；只要桌号用 queqiao print tables 代号 --tables 几。",
        "Two on a page: number and topic. Rounds or topics come first; queqiao print tables CODE --tables N prints plain ones."
      )
    }
  }

  private var told: (Phrase, Style) {
    if let fault { return (fault, Theme.warning) }
    switch state {
    case .choosing:
      return (
        Phrase(
          "Tab 换一种。别的纸张见 queqiao print --help。",
          "Tab takes another. For other sheets see queqiao print --help."),
        Theme.dim
      )
    case .printing: return (Phrase("正在做…", "Making it…"), Theme.accent)
    case .done(let path, let count):
      let pieces = count.map { Phrase("，\($0) 张", ", \($0) in all") } ?? .empty
      return (
        Phrase("已写好：\(path)", "Written: \(path)") + pieces
          + Phrase(
            "。用看 PDF 的程序打开，按 100%（实际大小）打印。",
            ". Open it in a PDF viewer and print at 100 % (actual size)."),
        Theme.done
      )
    }
  }
}
