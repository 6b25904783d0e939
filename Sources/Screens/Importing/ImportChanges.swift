import Canvas
import Matchmaking
import Wording

/// What an import changes of members who were known, before and after, one row each; above it what was
/// corrected by hand and is another in the roster, for somebody to say which word is to stand.
struct ImportChanges: Sendable {
  /// What stands against the roster.
  let kept: [FieldDifference]
  let changes: [FieldDifference]
  /// It is in: there is nothing to be chosen any more.
  let isDone: Bool
  /// Where the roster's word is to stand.
  private(set) var taken: Set<FieldDifference>
  private(set) var marked = 0
  /// How many of each field.
  let counts: Phrase

  init(_ summary: ImportSummary, taken: Set<FieldDifference>, isDone: Bool) {
    kept = summary.kept
    changes = summary.changes
    counts = summary.changesPhrase
    self.taken = taken
    self.isDone = isDone
  }

  var isEmpty: Bool { kept.isEmpty && changes.isEmpty }
  var count: Int { kept.count + changes.count }

  subscript(place: Int) -> FieldDifference {
    place < kept.count ? kept[place] : changes[place - kept.count]
  }

  var choosable: [FieldDifference] { kept.filter(\.canBeTaken) }
  var canChoose: Bool { !isDone && !choosable.isEmpty }

  mutating func move(_ move: Move, page: Int) {
    marked = move.place(from: marked, count: count, page: page) ?? 0
  }

  mutating func mark(row: Int) { if (0..<count).contains(row) { marked = row } }

  /// Why the marked one cannot be chosen; nil where it can.
  var obstacle: Phrase? {
    guard marked < kept.count else {
      return Phrase("没有手工更正过，照名册改", "nobody corrected it by hand; the roster's value is taken")
    }
    return kept[marked].canBeTaken
      ? nil : Phrase("核验结果请在“名册”页重新核验", "verify anew on the tab Members")
  }

  mutating func toggle() {
    guard canChoose, obstacle == nil else { return }
    if taken.remove(kept[marked]) == nil { taken.insert(kept[marked]) }
  }

  /// All of them, or none where all are taken.
  mutating func toggleAll() {
    guard canChoose else { return }
    taken = choosable.allSatisfy(taken.contains) ? [] : Set(choosable)
  }
}

extension Workspace {
  /// The list of what changes, over the wizard that knows it.
  mutating func showChanges(of wizard: ImportWizard) {
    guard let summary = wizard.summary else {
      if wizard.progress != nil {
        toast = Toast(.note, Phrase("还在试算，请稍候", "still trying; one moment, please"))
      }
      return
    }
    let isDone = if case .done = wizard.step { true } else { false }
    let changes = ImportChanges(summary, taken: wizard.taken, isDone: isDone)
    guard !changes.isEmpty else {
      toast = Toast(.note, Phrase("没有改动", "Nothing changes"))
      return
    }
    modals.append(.changes(changes))
  }

  mutating func run(_ id: Command.ID, in changes: ImportChanges) -> [Effect]? {
    var changes = changes
    if let move = Move(id) {
      changes.move(move, page: size.rows - 12)
    } else {
      switch id {
      case .takeRoster:
        if changes.canChoose, let obstacle = changes.obstacle {
          toast = Toast(.note, obstacle)
          return []
        }
        changes.toggle()
      case .takeWholeRoster: changes.toggleAll()
      default: return nil
      }
    }
    replaceModal(.changes(changes))
    changeModals { modal in
      guard case .wizard(var wizard) = modal else { return }
      wizard.taken = changes.taken
      modal = .wizard(wizard)
    }
    return []
  }
}

/// How much a roster changes, counted once and not at every look.
struct ImportOutline: Sendable {
  private let kept: Int
  private let changes: Phrase

  /// Nil where nothing is another than in the register.
  init?(_ summary: ImportSummary) {
    kept = summary.kept.count
    changes = summary.changesPhrase
    if kept == 0, summary.changes.isEmpty { return nil }
  }

  /// Where somebody has to say whose word stands, and what would become another.
  func phrase(taking taken: Int) -> Phrase {
    let choice = taken > 0 ? Phrase("（\(taken) 处用名册的）", " (\(taken) taken)") : .empty
    let standing =
      Phrase("手工更正与名册不同 \(kept.grouped) 处", "\(kept.counted("by hand differs", "by hand differ"))")
      + choice
    let changed = Phrase("改动：", "changes: ") + changes
    let said =
      kept == 0
      ? changed : changes.isEmpty ? standing : standing + Phrase("；", "; ") + changed
    return Phrase("F5 看", "F5: ") + said
  }
}
