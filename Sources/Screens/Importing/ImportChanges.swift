import Canvas
import Matchmaking
import Wording

/// What an import changes of members who were known, before and after, one row each; above it what was
/// corrected by hand and is another in the roster, for somebody to say which word is to stand.
struct ImportChanges: Dialogue {
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

  var contexts: [Context] { [.importChanges, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      marked = move.place(from: marked, count: count, page: environment.size.rows - 12) ?? 0
      return []
    }
    switch id {
    case .takeRoster: toggle()
    case .takeWholeRoster: toggleAll()
    default: return nil
    }
    return [.tell(RosterWins(taken: taken))]
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if (0..<count).contains(row) { marked = row }
    return []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    switch id {
    case .takeRoster where !canChoose, .takeWholeRoster where !canChoose:
      isDone
        ? .useless(Phrase("已经导入了", "It is in already"))
        : .useless(Phrase("没有手工更正与名册不同", "No correction by hand differs from the roster"))
    case .takeRoster: obstacleToMarked.map { .first($0) }
    default: nil
    }
  }

  /// Why the marked one cannot be chosen; nil where it can.
  private var obstacleToMarked: Phrase? {
    guard marked < kept.count else {
      return Phrase("没有手工更正过，照名册改", "nobody corrected it by hand; the roster's value is taken")
    }
    return kept[marked].canBeTaken
      ? nil : Phrase("核验结果请在“名册”页重新核验", "verify anew on the tab Members")
  }

  private mutating func toggle() {
    guard canChoose, obstacleToMarked == nil else { return }
    if taken.remove(kept[marked]) == nil { taken.insert(kept[marked]) }
  }

  /// All of them, or none where all are taken.
  private mutating func toggleAll() {
    guard canChoose else { return }
    taken = choosable.allSatisfy(taken.contains) ? [] : Set(choosable)
  }
}

/// Of which corrections made by hand the roster's word is to stand.
struct RosterWins: Notice {
  let taken: Set<FieldDifference>
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
