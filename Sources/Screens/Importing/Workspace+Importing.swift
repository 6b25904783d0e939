import Canvas
import Matchmaking
import Wording

extension Workspace {
  mutating func beginImport() -> [Effect] {
    let wizard = ImportWizard(folder: importFolder)
    modals.append(.wizard(wizard))
    return [.listFolder(wizard.picker.folder)]
  }

  mutating func type(_ key: Key, in wizard: ImportWizard) -> [Effect] {
    guard case .file = wizard.step else { return [] }
    return pick(in: wizard) { $0.type(key) }
  }

  private mutating func pick(
    in wizard: ImportWizard, _ body: (inout FilePicker) -> String?
  ) -> [Effect] {
    var wizard = wizard
    wizard.fault = nil
    let folder = body(&wizard.picker)
    replaceModal(.wizard(wizard))
    return folder.map { [.listFolder($0)] } ?? []
  }

  mutating func run(_ id: Command.ID, in wizard: ImportWizard) -> [Effect]? {
    if let move = Move(id) {
      var wizard = wizard
      wizard.move(move, page: size.rows - 9)
      replaceModal(.wizard(wizard))
      return []
    }
    switch (wizard.step, id) {
    case (.file, .completeNext): return pick(in: wizard) { $0.complete() }
    case (.file, .leaveFolder): return pick(in: wizard) { $0.leaveFolder() }
    case (.file, .choose): return choose(in: wizard)
    case (.columns(let sketch), .choose): return startImport(sketch, wizard)
    case (.columns(let sketch), .changeColumn):
      guard sketch.columns.indices.contains(wizard.marked) else { return [] }
      modals.append(.meaning(ColumnMeaning(sketch.columns[wizard.marked], in: sketch)))
    case (.columns(let sketch), .nextSheet): return showNextSheet(sketch, wizard)
    case (.columns, .showProblems):
      if let problems = wizard.summary?.problems { modals.append(.problems(ProblemList(problems))) }
    case (.columns, .showChanges), (.done, .showChanges): showChanges(of: wizard)
    case (.done(let choice), .writeProblems):
      guard let problems = wizard.summary?.problems, problems.contains(where: \.wantsMending) else {
        return []
      }
      return [.writeProblems(choice, problems, setting.language)]
    default: return nil
    }
    return []
  }

  // MARK: - The file

  private mutating func choose(in wizard: ImportWizard) -> [Effect] {
    if let entry = wizard.picker.markedEntry {
      if entry.isFolder { return pick(in: wizard) { $0.complete() } }
      importFolder = wizard.picker.folder
      return look(at: RosterChoice(path: wizard.picker.folder + entry.name), in: wizard)
    }
    let path = wizard.picker.field.text.unquotedPath
    if !path.isEmpty { return look(at: RosterChoice(path: path), in: wizard) }
    var wizard = wizard
    wizard.fault = Phrase("请写文件的路径", "type the path of the file")
    replaceModal(.wizard(wizard))
    return []
  }

  private mutating func look(at choice: RosterChoice, in wizard: ImportWizard) -> [Effect] {
    var wizard = wizard
    wizard.fault = nil
    wizard.summary = nil
    replaceModal(.wizard(wizard))
    return [.lookAtRoster(choice)]
  }

  // MARK: - The columns

  mutating func takeSketch(_ sketch: RosterSketch) -> [Effect] {
    guard case .wizard(var wizard)? = modals.last else { return [] }
    if wizard.sketch?.choice.path != sketch.choice.path {
      wizard.marked = 0
      wizard.taken = []
    }
    wizard.step = .columns(sketch)
    wizard.fault = nil
    wizard.summary = nil
    wizard.progress = sketch.isRefused ? nil : 0
    replaceModal(.wizard(wizard))
    return sketch.isRefused ? [] : [.rehearseRoster(sketch.choice)]
  }

  mutating func takeRehearsal(_ summary: ImportSummary, of choice: RosterChoice) {
    changeModals { modal in
      guard case .wizard(var wizard) = modal, case .columns(var sketch) = wizard.step,
        sketch.choice == choice, !wizard.isImporting
      else { return }
      sketch.take(summary.columns)
      wizard.step = .columns(sketch)
      wizard.summary = summary
      wizard.taken.formIntersection(summary.kept)
      wizard.progress = nil
      modal = .wizard(wizard)
    }
  }

  mutating func takeImport(progress: Double) {
    changeModals { modal in
      guard case .wizard(var wizard) = modal, wizard.progress != nil else { return }
      wizard.progress = progress
      modal = .wizard(wizard)
    }
  }

  private mutating func startImport(_ sketch: RosterSketch, _ wizard: ImportWizard) -> [Effect] {
    if let refusal = sketch.problems.first(where: \.isRefusal) {
      toast = Toast(.note, Self.way(past: refusal, of: sketch))
      return []
    }
    var wizard = wizard
    wizard.isImporting = true
    wizard.progress = 0
    replaceModal(.wizard(wizard))
    var choice = sketch.choice
    choice.taken = wizard.taken
    return send(.importRoster(choice))
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

  private mutating func showNextSheet(_ sketch: RosterSketch, _ wizard: ImportWizard) -> [Effect] {
    guard sketch.hasOtherSheets else { return [] }
    let place = sketch.sheet.flatMap { sketch.sheets.firstIndex(of: $0) } ?? -1
    var choice = sketch.choice
    choice.sheet = sketch.sheets[(place + 1) % sketch.sheets.count]
    choice.corrections = [:]
    return look(at: choice, in: wizard)
  }

  mutating func run(_ id: Command.ID, in meaning: ColumnMeaning) -> [Effect]? {
    var meaning = meaning
    if let move = Move(id) {
      meaning.move(move, page: size.rows - 8)
      replaceModal(.meaning(meaning))
      return []
    }
    guard id == .choose else { return nil }
    modals.removeLast()
    guard case .wizard(let wizard)? = modals.last, var choice = wizard.sketch?.choice else {
      return []
    }
    choice.corrections[meaning.head] = meaning.chosen ?? ""
    // A field has one column: the one that had it is kept as it is.
    if let other = meaning.displaced { choice.corrections[other] = "" }
    return look(at: choice, in: wizard)
  }

  // MARK: - What became of it

  mutating func takeProblemsFile(_ path: String) {
    changeModals { modal in
      guard case .wizard(var wizard) = modal else { return }
      wizard.written = path
      modal = .wizard(wizard)
    }
    toast = Toast(
      .done, Phrase("有问题的行已写到 \(path.lastPart)", "the rows to mend are in \(path.lastPart)"))
  }
}

/// What a dry run found wrong, row by row.
struct ProblemList: Sendable {
  let problems: [ImportProblem]
  private(set) var first = 0

  init(_ problems: [ImportProblem]) { self.problems = problems }

  mutating func scroll(_ move: Move, page: Int) {
    first = move.place(from: first, count: max(1, problems.count), page: page) ?? 0
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("试算发现的问题", "What the dry run found"))
    let inner = sheet.dialogue(title, columns: sheet.readable(area), rows: area.rows, in: area)
    guard !problems.isEmpty else {
      sheet.draw(Line(look(Phrase("没有问题", "No problems")), Theme.done), row: 0, in: inner)
      return
    }
    ProblemLine.draw(problems, from: first, row: 0, on: &sheet, in: inner)
  }
}
