import Canvas
import Matchmaking
import Wording

/// Bringing in a roster: the file, how its columns were understood, what would come of it, and what
/// came of it.
struct ImportWizard: Dialogue {
  enum Step: Sendable {
    case file
    case columns(RosterSketch)
    case done(RosterChoice)
  }

  private(set) var step = Step.file
  private(set) var picker: FilePicker
  /// What is being worked on, and how far that is; nil while nothing is.
  private(set) var progress: Double?
  private(set) var isImporting = false
  /// What a dry run said, then what became of it.
  private(set) var summary: ImportSummary? {
    didSet { outline = summary.flatMap { ImportOutline($0) } }
  }
  /// What it changes, where it changes anything.
  private(set) var outline: ImportOutline?
  private(set) var fault: Phrase?
  private(set) var marked = 0
  /// Where the problems were written to.
  private(set) var written: String?
  /// Corrections made by hand that are to give way to the roster.
  private(set) var taken: Set<FieldDifference> = []
  private(set) var first = 0

  init(folder: String) { picker = FilePicker(folder: folder) }

  /// What became of an import whose dialogue was left.
  init(done summary: ImportSummary, folder: String) {
    self.init(folder: folder)
    finish(summary)
  }

  var contexts: [Context] {
    switch step {
    case .file: [.importFile, .list]
    case .columns: [.importColumns, .list]
    case .done: [.importReport, .reading, .list]
    }
  }

  func begin(in environment: Environment) -> [Intent] {
    summary == nil ? [.ask(.listFolder(picker.folder))] : []
  }

  var sketch: RosterSketch? { if case .columns(let sketch) = step { sketch } else { nil } }

  /// It is in, or was refused: from now on only the report is shown.
  private mutating func finish(_ summary: ImportSummary) {
    step = .done(sketch?.choice ?? RosterChoice(path: ""))
    self.summary = summary
    progress = nil
    isImporting = false
  }

  // MARK: - What is done

  /// What is being brought in can be stopped.
  var isUrgent: Bool { isImporting }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if isImporting { return id == .close ? [.program(.stop)] : [] }
    if let move = Move(id) {
      self.move(move, page: environment.size.rows - 9)
      return []
    }
    switch (step, id) {
    case (.file, .completeNext): return pick { $0.complete() }
    case (.file, .leaveFolder): return pick { $0.leaveFolder() }
    case (.file, .choose): return choose()
    case (.columns(let sketch), .choose): return startImport(sketch)
    case (.columns(let sketch), .changeColumn):
      guard sketch.columns.indices.contains(marked) else { return [] }
      return [.open(ColumnMeaning(sketch.columns[marked], in: sketch))]
    case (.columns(let sketch), .nextSheet): return showNextSheet(sketch)
    case (.columns, .showProblems):
      return summary.map { [.open(ProblemList($0.problems))] } ?? []
    case (.columns, .showChanges), (.done, .showChanges): return showChanges()
    case (.done(let choice), .writeProblems):
      let language = environment.setting.language
      return summary.map { [.ask(.writeProblems(choice, $0.problems, language))] } ?? []
    default: return nil
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    guard case .file = step else { return [] }
    return pick { $0.type(key) }
  }

  private mutating func move(_ move: Move, page: Int) {
    switch step {
    case .file: picker.move(move, page: page)
    case .columns(let sketch):
      marked = move.place(from: marked, count: sketch.columns.count, page: page) ?? 0
    case .done:
      let count = max(1, summary?.problems.count ?? 0)
      first = move.place(from: first, count: count, page: page) ?? 0
    }
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    switch step {
    case .file: picker.mark(row: row)
    case .columns(let sketch): if sketch.columns.indices.contains(row) { marked = row }
    case .done: break
    }
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
      return (isListed ? [.remember(folder: picker.folder)] : [])
        + look(at: RosterChoice(path: path))
    case .nothing:
      fault = FilePicker.Choice.pathIsMissing
      return []
    }
  }

  /// Another file or sheet makes what is found out about the one before needless.
  private static let roster = "roster"

  private mutating func look(at choice: RosterChoice) -> [Intent] {
    fault = nil
    summary = nil
    return [.ask(.lookAtRoster(choice), about: Self.roster)]
  }

  private mutating func startImport(_ sketch: RosterSketch) -> [Intent] {
    if let refusal = sketch.problems.first(where: \.isRefusal) {
      return [.note(Self.way(past: refusal, of: sketch))]
    }
    isImporting = true
    progress = 0
    var choice = sketch.choice
    choice.taken = taken
    return [.change(.importRoster(choice))]
  }

  /// What to do where a file cannot be imported as it is.
  private static func way(past refusal: ImportProblem, of sketch: RosterSketch) -> Phrase {
    if refusal.code == .missingColumn, !sketch.columns.isEmpty {
      return Phrase("请先在“认作”里指明哪一列是姓名", "Say first which column has the names")
    }
    return sketch.hasOtherSheets
      ? Phrase("这张表导不了，按 F4 换一张工作表", "This sheet cannot be imported; F4 shows another")
      : Phrase("这个文件导不了，按 Esc 换一个", "This file cannot be imported; Esc, then choose another")
  }

  private mutating func showNextSheet(_ sketch: RosterSketch) -> [Intent] {
    guard sketch.hasOtherSheets else { return [] }
    let place = sketch.sheet.flatMap { sketch.sheets.firstIndex(of: $0) } ?? -1
    var choice = sketch.choice
    choice.sheet = sketch.sheets[(place + 1) % sketch.sheets.count]
    choice.corrections = [:]
    return look(at: choice)
  }

  /// The list of what changes lies over the wizard that knows it.
  private func showChanges() -> [Intent] {
    guard let summary else { return [] }
    let isDone = if case .done = step { true } else { false }
    return [.open(ImportChanges(summary, taken: taken, isDone: isDone))]
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    let isTrying = summary == nil && progress != nil
    let trying = Phrase("还在试算，请稍候", "still trying; one moment, please")
    switch id {
    case .nextSheet where sketch?.hasOtherSheets != true:
      return .useless(Phrase("没有别的工作表", "There is no other sheet"))
    case .showProblems where summary?.problems.isEmpty != false:
      return .useless(isTrying ? trying : Phrase("没有问题", "No problems"))
    case .writeProblems where summary?.problems.contains(where: \.wantsMending) != true:
      return .useless(Phrase("没有问题行", "No row is to be mended"))
    case .showChanges where outline == nil:
      return .useless(isTrying ? trying : Phrase("没有改动", "Nothing changes"))
    default: return nil
    }
  }

  // MARK: - What is told

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    switch answer {
    case .folder(let listing): picker.take(listing)
    case .rosterSeen(let sketch): return take(sketch)
    case .rehearsed(let summary): takeRehearsal(summary)
    case .problemsWritten(let path):
      written = path
      let said = Phrase("有问题的行已写到 \(path.lastPart)", "the rows to mend are in \(path.lastPart)")
      return [.say(Toast(.done, said))]
    case .failed(let fault): fail(fault)
    default: break
    }
    return []
  }

  private mutating func take(_ sketch: RosterSketch) -> [Intent] {
    if self.sketch?.choice.path != sketch.choice.path {
      marked = 0
      taken = []
    }
    step = .columns(sketch)
    fault = nil
    summary = nil
    progress = sketch.isRefused ? nil : 0
    return sketch.isRefused ? [] : [.ask(.rehearseRoster(sketch.choice), about: Self.roster)]
  }

  private mutating func takeRehearsal(_ summary: ImportSummary) {
    guard case .columns(var sketch) = step, !isImporting else { return }
    sketch.take(summary.columns)
    step = .columns(sketch)
    self.summary = summary
    taken.formIntersection(summary.kept)
    progress = nil
  }

  mutating func take(progress: Double) {
    if self.progress != nil { self.progress = progress }
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    switch outcome {
    case .imported(let summary, _): finish(summary)
    case .failed(let fault): fail(fault)
    case .refused, .saved, .unchanged: break
    }
    return []
  }

  private mutating func fail(_ fault: Fault) {
    self.fault = fault.phrase
    progress = nil
    isImporting = false
  }

  mutating func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    switch notice {
    case let notice as RosterWins:
      taken = notice.taken
      return []
    case let notice as ColumnIsMeant:
      guard var choice = sketch?.choice else { return [] }
      choice.corrections.merge(notice.corrections) { _, new in new }
      return look(at: choice)
    default: return nil
    }
  }
}
