import Canvas
import Matchmaking
import Wording

/// What was done, newest first.
struct HistoryPage: Sendable {
  static let limit = 500
  /// Nil until loaded.
  var acts: [Act]?
  private(set) var first = 0

  mutating func scroll(_ move: Move, page: Int) {
    first = move.place(from: first, count: max(1, acts?.count ?? 0), page: page) ?? 0
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("记录", "History"))
    let inner = sheet.dialogue(title, columns: 76, rows: area.rows, in: area)
    guard let acts else {
      sheet.draw(Line(look(Phrase("正在读取…", "Reading…")), Theme.dim), row: 0, in: inner)
      return
    }
    guard !acts.isEmpty else {
      sheet.draw(
        Line(look(Phrase("还没有做过什么", "Nothing was done yet")), Theme.dim), row: 0, in: inner)
      return
    }
    for (row, act) in acts.dropFirst(first).prefix(inner.rows).enumerated() {
      sheet.draw(line(act, look, isNarrow: inner.columns < 60), row: row, in: inner)
    }
  }

  private func line(_ act: Act, _ look: Look, isNarrow: Bool) -> Line {
    let gone = act.isUndone || act.kind == .undo
    let verb: Phrase =
      switch act.kind {
      case .deed: .empty
      case .undo: Phrase("撤销：", "undid: ")
      case .redo: Phrase("重做：", "did again: ")
      }
    let tail = act.isUndone ? Phrase("（已撤销）", " (undone)") : .empty
    return Line(
      [
        Span(look.clock.time(act.at) + "  ", Theme.dim),
        Span((act.isUndone ? look.marks.undone : " ") + " ", Theme.dim),
        Span(look(verb + act.deed.phrase + tail), gone ? Theme.dim : Theme.plain),
      ],
      right: isNarrow
        ? [Span(act.station, Theme.dim)]
        : [
          Span(act.deed.event + "  ", Theme.dim),
          Span(look(Phrase("\(act.station)台", "desk \(act.station)")), Theme.dim),
        ])
  }
}
