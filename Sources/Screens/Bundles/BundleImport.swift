import Canvas
import Matchmaking
import Wording

/// Taking in what another laptop did: the file, what it would change, and then the act.
struct BundleImport: Dialogue {
  private enum State {
    case choosing
    case trying(String)
    /// What would change; the same key again does it.
    case tried(String, MergeOutcome)
    case merging
    case done(MergeOutcome)
  }

  private var picker: FilePicker
  private var state = State.choosing
  private var fault: Phrase?

  init(folder: String) { picker = FilePicker(folder: folder, for: .bundle) }

  private static let hint = Phrase(
    "选另一台电脑导出的数据包（.qqb）。先后次序和次数都不要紧；并入算一步，F9 可以撤销。",
    "Choose the bundle (.qqb) that another laptop wrote. Order and repetition do not matter; it is one step, which F9 takes back."
  )

  var contexts: [Context] { [.bundleFile, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.listBundles(picker.folder))] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      picker.move(move, page: environment.size.rows - 12)
      return []
    }
    switch id {
    case .completeNext: return pick { $0.complete() }
    case .leaveFolder: return pick { $0.leaveFolder() }
    case .choose: return choose()
    default: return nil
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    pick { $0.type(key) }
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    picker.mark(row: row)
    return []
  }

  private mutating func pick(_ body: (inout FilePicker) -> String?) -> [Intent] {
    fault = nil
    if case .merging = state { return [] }
    state = .choosing
    return body(&picker).map { [.ask(.listBundles($0))] } ?? []
  }

  private mutating func choose() -> [Intent] {
    switch state {
    case .tried(let path, let outcome) where outcome.acts > 0:
      state = .merging
      return [.change(.mergeBundle(path: path))]
    case .trying, .merging: return []
    case .done, .tried: return [.close]
    case .choosing: break
    }
    switch picker.choice {
    case .folder: return pick { $0.complete() }
    case .file(let path, let isListed):
      state = .trying(path)
      return (isListed ? [.remember(folder: picker.folder)] : [])
        + [.ask(.rehearseBundle(path: path))]
    case .nothing:
      fault = FilePicker.Choice.pathIsMissing
      return []
    }
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    switch answer {
    case .folder(let listing): picker.take(listing)
    case .bundleTried(.success(let outcome)):
      if case .trying(let path) = state { state = .tried(path, outcome) }
    case .bundleTried(.failure(let refusal)):
      fault = environment.sentence(refusal)
      state = .choosing
    case .failed(let failure):
      fault = failure.phrase
      state = .choosing
    default: break
    }
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    guard case .mergeBundle = change else { return [] }
    switch outcome {
    case .saved(let act):
      var done = MergeOutcome()
      done.acts = act.summary.count ?? 0
      state = .done(done)
      return [.close, .open(ConflictsPage(afterMerging: true))]
    case .unchanged, .imported: state = .done(MergeOutcome())
    case .refused(let refusal):
      fault = environment.sentence(refusal)
      state = .choosing
    case .failed(let failure):
      fault = failure.phrase
      state = .choosing
    }
    return []
  }

  // MARK: - How it looks

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("并入另一台电脑的数据", "Take in what another laptop did")),
      columns: sheet.readable(area), rows: area.rows, in: area)
    let lines = look.width.wrapped(look(foot.text), columns: inner.columns).count + 1
    picker.draw(fault, on: &sheet, in: inner.inset(bottom: lines))
    sheet.paragraph(look(foot.text), foot.style, row: 1, in: inner.bottom(lines))
  }

  private var foot: (text: Phrase, style: Style) {
    switch state {
    case .choosing: (Self.hint, Theme.dim)
    case .trying: (Phrase("正在核对数据包…", "Checking the bundle…"), Theme.accent)
    case .merging: (Phrase("正在并入…", "Taking it in…"), Theme.accent)
    case .tried(_, let outcome), .done(let outcome): (said(outcome), Theme.strong)
    }
  }

  private func said(_ outcome: MergeOutcome) -> Phrase {
    guard outcome.acts > 0 else {
      return Phrase(
        "没有新内容：数据包里的本机都已知道。按回车返回。", "Nothing new: this file knows all of it. Enter goes back.")
    }
    let acts = outcome.acts
    let what = Phrase(
      "会并入 \(acts) 步操作，改动 \(outcome.rows) 处",
      "\(acts.counted("step")) would be taken in, \(outcome.rows.counted("row")) changed")
    let apart =
      outcome.conflicts == 0
      ? Phrase("，没有冲突", ", nothing in conflict")
      : Phrase(
        "，其中 \(outcome.conflicts) 处两边不一样，要您确认",
        ", \(outcome.conflicts) of them to be looked at")
    return what + apart + Phrase("。再按回车并入，Esc 不并入。", ". Enter again takes it in, Esc does not.")
  }
}
