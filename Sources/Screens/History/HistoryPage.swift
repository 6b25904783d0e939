import Canvas
import Matchmaking
import Wording

/// What was done, newest first.
struct HistoryPage: Dialogue {
  static let limit = 500
  /// An act, and its summary with the event's title for its code.
  struct Entry: Sendable {
    let act: Act
    let summary: ActSummary
  }

  /// Nil until loaded.
  private var entries: [Entry]?
  /// Whose hand is this desk's own and need not be named.
  private var operatorName = ""
  private var scroll = Scroll()

  var contexts: [Context] { [.reading, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.loadHistory(limit: Self.limit))] }

  func follow(_ change: Change, in environment: Environment) -> [Intent] {
    begin(in: environment)
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .history(let acts) = answer else { return [] }
    entries = acts.map { Entry(act: $0, summary: environment.titled($0.summary)) }
    operatorName = environment.setting.operatorName
    return []
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let move = Move(id) else { return nil }
    scroll.move(move, count: entries?.count ?? 0, height: environment.dialogueRows)
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("记录", "History"))
    let inner = sheet.dialogue(title, columns: area.columns, rows: area.rows, in: area)
    guard let entries else {
      sheet.draw(Line(look(Phrase("正在读取…", "Reading…")), Theme.dim), row: 0, in: inner)
      return
    }
    guard !entries.isEmpty else {
      sheet.draw(
        Line(look(Phrase("还没有任何操作", "Nothing has been done yet")), Theme.dim), row: 0, in: inner)
      return
    }
    let seen = scroll.rows(of: entries.count, height: inner.rows)
    for (row, entry) in entries[seen].enumerated() {
      sheet.draw(line(entry, look, columns: inner.columns), row: row, in: inner)
    }
    sheet.tellPlace(seen, of: entries.count, in: inner)
  }

  private func line(_ entry: Entry, _ look: Look, columns: Int) -> Line {
    let act = entry.act
    let gone = act.isUndone || act.kind == .undo
    let verb: Phrase =
      switch act.kind {
      case .original, .merge: .empty
      case .undo: Phrase("撤销：", "undone: ")
      case .redo: Phrase("重做：", "done again: ")
      }
    let tail = act.isUndone ? Phrase("（已撤销）", " (undone)") : .empty
    let left = [
      Span(look.clock.time(act.at) + "  ", Theme.dim),
      Span((act.isUndone ? look.marks.undone : " ") + " ", Theme.dim),
      Span(look(verb + entry.summary.phrase + tail), gone ? Theme.dim : Theme.plain),
    ]
    return Line(
      left,
      right: place(of: entry, look, columns: columns, room: columns - left.columns(look.width)))
  }

  /// Of which event, where that is not said already; whose hand, where it is not this desk's own; and
  /// which desk.
  private func place(of entry: Entry, _ look: Look, columns: Int, room: Int) -> [Span] {
    let act = entry.act
    let isNarrow = columns < 60
    let letter = isNarrow && act.station.count == 1
    let isOwn = act.operatorName.isEmpty || act.operatorName == operatorName
    let event = isNarrow || entry.summary.namesItsEvent ? "" : entry.summary.event
    let hand = [
      Span(isOwn ? "" : look.width.truncated(act.operatorName, to: 12) + " "),
      Span(letter ? act.station : look(.station(act.station)), Theme.dim),
    ]
    guard !event.isEmpty else { return hand }
    let left = max(20, room - hand.columns(look.width) - 4)
    return [Span(look.width.truncated(event, to: left) + "  ", Theme.dim)] + hand
  }
}

extension ActSummary {
  /// Whether the sentence about it says of which event it is.
  fileprivate var namesItsEvent: Bool {
    switch verb {
    case .createEvent, .editEvent, .removeEvent, .closeEvent, .archiveEvent, .importSlips,
      .openPicking, .closePicking:
      true
    case .register, .unregister, .decline, .checkIn, .refuse, .refuseRegistration: name.isEmpty
    default: false
    }
  }
}
